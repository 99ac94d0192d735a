"""What tells a name: the ids that the finding, completing, typing and voting of names give, in the order of the work.

The types of names that no dictionary knows are decided by `transforms.names.types.TYPE_RULES`."""

from transforms.rules import Example, Finding

NAME_FINDINGS: tuple[Finding, ...] = (
    Finding(
        "tagger", "A name the tagger saw and no dictionary knows; its id is made of its kind and words.",
        (Example("They met Varden Telematics officials.", "Varden Telematics", "ORG.varden-telematics"),),
    ),
    Finding(
        "lexicon", "A form of the lexicon; alone, one that the article uses for something else: no actor is taken from it.",
        (Example("The charity LDP gave money to the village. LDP left.", "LDP", "ORG.ldp"),),
    ),
    Finding(
        "lexicon.*", "A printed form of the lexicon, of the kind that stands behind the point: `lexicon.name`, `lexicon.adjective`, …",
        (
            Example("Moldova closed the border.", "Moldova", "MDA"),
            Example("The CIA hired more people.", "CIA", "USA.SPY.CIA"),
            Example("Russian troops left.", "Russian", "RUS"),
            Example("Russians voted on Sunday.", "Russians", "RUS"),
            Example("The Kremlin refused to answer.", "Kremlin", "RUS.GOV.EXEC"),
        ),
    ),
    Finding(
        "lexicon.evident", "A country whose name is also an ordinary name (Jordan, Chad), for which the article speaks.",
        (Example("Chad was quiet. Chadian soldiers left.", "Chad", "TCD"),),
    ),
    Finding(
        "given_name", "A name in capitals that opens with a given name, where no tagger looks.",
        (Example("Yesterday Anna Sorrel left the town.", "Anna Sorrel", "PERSON", tier="fast"),),
    ),
    Finding(
        "state_abbreviation", "A federal state in its short form behind a town.",
        (Example("He lives in Irvine, Calif., with his wife.", "Calif.", "GPE"),),
    ),
    Finding(
        "name.day", "A name that begins with a month or weekday: behind a title, or up to what says that it is a body.",
        (
            Example("Mr April of the union resigned on Monday.", "April", "PERSON"),
            Example("August House condemned the ruling.", "August House", "ORG.august-house"),
            Example("They joined the March for Fair Wages.", "March for Fair Wages", "ORG.march-for-fair-wages"),
        ),
    ),
    Finding(
        "acronym.parentheses", "An acronym that the article defines in brackets beside its name.",
        (Example("They joined the Varden Workers Union (VWU) on Monday.", "VWU", "ORG.varden-workers-union"),),
    ),
    Finding(
        "name.longer", 'A known name inside a longer name of a place or organisation ("Lachin corridor").',
        (
            Example("They flew from Charles de Gaulle airport.", "Charles de Gaulle airport", "FAC"),
            Example("They blocked Paris corridor.", "Paris corridor", "LOC"),
        ),
    ),
    Finding(
        "name.in", 'A name that goes on behind "in" in capitals.',
        (Example("He writes for Azerbaijan in Focus.", "Azerbaijan in Focus", "ORG"),),
    ),
    Finding(
        "name.of", 'Two names joined by "of" ("Ministry of Defence of Ukraine").',
        (Example("The Islamic Party of the Philippines answered.", "Islamic Party of the Philippines", "ORG"),),
    ),
    Finding(
        "name.joined", "One of several names joined by hyphens, each of which the text or the lexicon knows.",
        (
            Example("The Romney-Ryan ticket lost.", "Ryan", "PERSON", day="2012-10-01"),
            Example("The Zuma-Ramaphosa feud went on in South Africa.", "Ramaphosa", "PERSON", day="2017-05-01"),
            Example("The Sino-Indian border was calm.", "Sino", ""),
        ),
    ),
    Finding(
        "name.trimmed", "A name without words of the page, a post or a preposition that the tagger took in, or one member of a list.",
        (Example("Like Pagliano, Rich was committed. Bryan Pagliano came.", "Pagliano", "ORG"),),
    ),
    Finding(
        "type.surname", "The type is that of a person: only persons of the lexicon bear the word.",
        (Example("Rajapaksa resigned.", "Rajapaksa", "PERSON"),),
    ),
    Finding(
        "type.called_settlement", "A name nobody saw that its sentence calls a town, a village, …",
        (Example("Howe is an unincorporated community.", "Howe", "GPE"),),
    ),
    Finding(
        "type.single_word", "The type of a single word that nothing shows to be a person.",
        (
            Example(
                "He likes Vorsk. Vorsk is far from Lyon. We flew from Vorsk to Lyon. We flew from Vorsk to Paris. Vorsk voted.",
                "Vorsk", "GPE",
            ),
        ),
    ),
    Finding(
        "vote.majority", "The type that most uses of the name in the article have.",
        (Example("They live in Vorsk. They work in Vorsk. Vorsk attacked.", "Vorsk", "GPE"),),
    ),
    Finding(
        "vote.surname", "A single word that is the surname or first name of a person of the article.",
        (Example("Peter Moscow spoke. Moscow was calm.", "Moscow", "PERSON"),),
    ),
    Finding(
        "vote.firm", "A single word with which the name of a firm of the article opens, and no person's.",
        (Example("Bain Capital grew. It was a firm. Romney left Bain. The critics of Bain rose.", "Bain", "ORG.bain-capital"),),
    ),
    Finding(
        "vote.recall", "A name the tagger saw once in the article and missed here.",
        (Example("A dry port opened in Horgos. The Horgos market is big, and Horgos dry port is new.", "Horgos", "GPE"),),
    ),
    Finding(
        "place.namesake", "A place of a name that several bear: the one that fits the article, else none.",
        (Example("The fire in Paris, Texas, spread.", "Paris", "PLACE.paris-usa"),),
    ),
)  # fmt: skip
