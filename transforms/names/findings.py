"""How names are found: the ids given by the finding, completing, typing and voting of names, in the order of the work.

The types of names that no dictionary knows are decided by `transforms.names.types.TYPE_RULES`."""

from transforms.rules import Example, Finding

NAME_FINDINGS: tuple[Finding, ...] = (
    Finding(
        "tagger", "A name that the tagger found and no dictionary has; its kind and words make up its id.",
        (Example("They met Varden Telematics officials.", "Varden Telematics", "ORG.varden-telematics"),),
    ),
    Finding(
        "lexicon", "A form of the lexicon; on its own, one that the article uses for something else, so it names no actor.",
        (Example("The charity LDP gave money to the village. LDP left.", "LDP", "ORG.ldp"),),
    ),
    Finding(
        "lexicon.*", "A printed form of the lexicon, of the kind named after the dot: `lexicon.name`, `lexicon.adjective`, …",
        (
            Example("Moldova closed the border.", "Moldova", "MDA"),
            Example("The CIA hired more people.", "CIA", "USA.SPY.CIA"),
            Example("Russian troops left.", "Russian", "RUS"),
            Example("Russians voted on Sunday.", "Russians", "RUS"),
            Example("The Kremlin refused to answer.", "Kremlin", "RUS.GOV.EXEC"),
        ),
    ),
    Finding(
        "lexicon.evident", "A country whose name is also an ordinary name (Jordan, Chad), with evidence in the article.",
        (Example("Chad was quiet. Chadian soldiers left.", "Chad", "TCD"),),
    ),
    Finding(
        "given_name", "A capitalised name that starts with a given name, without a tagger.",
        (Example("Yesterday Anna Sorrel left the town.", "Anna Sorrel", "PERSON", tier="fast"),),
    ),
    Finding(
        "state_abbreviation", "A federal state in its short form after a town.",
        (Example("He lives in Irvine, Calif., with his wife.", "Calif.", "GPE"),),
    ),
    Finding(
        "name.day", "A name that begins with a month or weekday: after a title, or before a word for a body.",
        (
            Example("Mr April of the union resigned on Monday.", "April", "PERSON"),
            Example("August House condemned the ruling.", "August House", "ORG.august-house"),
            Example("They joined the March for Fair Wages.", "March for Fair Wages", "ORG.march-for-fair-wages"),
        ),
    ),
    Finding(
        "acronym.parentheses", "An acronym that the article defines in brackets after the name.",
        (Example("They joined the Varden Workers Union (VWU) on Monday.", "VWU", "ORG.varden-workers-union"),),
    ),
    Finding(
        "name.longer", 'A known name inside a longer name of a place or organisation ("Lachin corridor").',
        (
            Example("They flew from Charles de Gaulle airport.", "Charles de Gaulle airport", "FAC"),
            Example("They flew from New York's JFK airport.", "JFK airport", "FAC"),
            Example("They blocked Paris corridor.", "Paris corridor", "LOC"),
        ),
    ),
    Finding(
        "name.in", 'A name that continues after "in" with a capital.',
        (Example("He writes for Azerbaijan in Focus.", "Azerbaijan in Focus", "ORG"),),
    ),
    Finding(
        "name.of", 'Two names joined by "of" ("Ministry of Defence of Ukraine").',
        (Example("The Islamic Party of the Philippines answered.", "Islamic Party of the Philippines", "ORG"),),
    ),
    Finding(
        "name.branch", "A firm, charity or medium with the country behind it where it works.",
        (
            Example("Nedbank Namibia raised its fees.", "Nedbank Namibia", "ORG"),
            Example("Greenpeace India was glad.", "Greenpeace India", "ORG"),
        ),
    ),
    Finding(
        "name.campus", "A state's university with the town behind it.",
        (Example("She left the University of Michigan, Dearborn.", "University of Michigan, Dearborn", "ORG"),),
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
        "type.person_noun", "An unknown given name between a noun for people and a town's name, which is a surname here.",
        (Example("Tennis player KaleVo Washington and Petr Hall lost.", "KaleVo Washington", "PERSON"),),
    ),
    Finding(
        "type.surname", "A person: only persons of the lexicon bear the word.",
        (Example("Rajapaksa resigned.", "Rajapaksa", "PERSON"),),
    ),
    Finding(
        "type.called_settlement", "A name that nothing else found and its sentence calls a town, a village, …",
        (Example("Howe is an unincorporated community.", "Howe", "GPE"),),
    ),
    Finding(
        "type.single_word", "The type of a single word without evidence that it is a person.",
        (
            Example(
                "He likes Vorsk. Vorsk is far from Lyon. We flew from Vorsk to Lyon. We flew from Vorsk to Paris. Vorsk voted.",
                "Vorsk", "GPE",
            ),
        ),
    ),
    Finding(
        "type.known_surname", "A surname that the tagger took for a body or a place, of which the article says what is said of persons.",
        (
            Example(
                "A shot at Fiorina followed. For months, Fiorina said, she had waited. Critics asked Fiorina to go.", "Fiorina", "PERSON"
            ),
        ),
    ),
    Finding(
        "name.unseen_person", "A given name, a surname or both that the tagger missed and that do, suffer or own something.",
        (
            Example("Daniel Marek came. The next thing Daniel knows is a cell.", "Daniel", "PERSON"),
            Example("Fiona Grant said she would not vote for the budget.", "Fiona Grant", "PERSON"),
        ),
    ),
    Finding(
        "vote.majority", "The type of most uses of the name in the article.",
        (Example("They live in Vorsk. They work in Vorsk. Vorsk attacked.", "Vorsk", "GPE"),),
    ),
    Finding(
        "vote.surname", "A single word that is the surname or first name of a person of the article.",
        (Example("Peter Moscow spoke. Moscow was calm.", "Moscow", "PERSON"),),
    ),
    Finding(
        "vote.speaks", "Two words that the tagger takes for an organisation, the last of which is a person alone elsewhere in the article.",
        (
            Example(
                'Veleni Ngorola was recently appointed. "It is hard," Ngorola concluded. Ngorola leads a team.', "Veleni Ngorola", "PERSON",
            ),
        ),
    ),
    Finding(
        "vote.short_name", "A short name that the article gives an organisation in brackets, elsewhere in the article.",
        (
            Example("The National Chamber of Tourism (Sanatur) already has a plan. Sanatur warned of losses.", "Sanatur", "ORG"),
        ),
    ),
    Finding(
        "vote.firm", "A single word that starts the name of a firm in the article and of no person.",
        (Example("Sorrel Capital grew. It was a firm. Romney left Sorrel. The critics of Sorrel rose.", "Sorrel", "ORG.sorrel-capital"),),
    ),
    Finding(
        "vote.recall", "A name that the tagger found elsewhere in the article and missed here.",
        (Example("A dry port opened in Horgos. The Horgos market is big, and Horgos dry port is new.", "Horgos", "GPE"),),
    ),
    Finding(
        "name.called_like_people", "A person whose given name or surname is also a people's.",
        (Example("Danish Sorrel, a photographer, was there.", "Danish Sorrel", "PERSON"),),
    ),
    Finding(
        "place.surname", "A surname of the lexicon that stands where places stand, in an article that names nobody so in full.",
        (Example("Factories were running in Clinton, and the Clinton mayor was glad.", "Clinton", "GPE"),),
    ),
    Finding(
        "place.town", "A town of the lexicon that the tagger takes for a person, in an article that uses it as a town and names nobody so.",
        (Example("He praised Selma. A trip to Selma was planned, and Selma police were told.", "Selma", "GPE"),),
    ),
    Finding(
        "place.given_name", "A given name that is a country's, in an article that names nobody so in full.",
        (Example("Armenia blamed Jordan for the raid.", "Jordan", "GPE"),),
    ),
    Finding(
        "place.namesake", "A place whose name several places bear: the one that fits the article, otherwise none.",
        (Example("The fire in Paris, Texas, spread.", "Paris", "PLACE.paris-usa"),),
    ),
)  # fmt: skip
