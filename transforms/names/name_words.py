"""Closed lists of English words that tell what a name is: titles, words that end the names of organisations and of places."""

from transforms.language import word_class, word_values


def _gender(value: str) -> str | None:
    return value or None


def _kind_and_sector(value: str) -> tuple[str, str | None]:
    kind, _, sector = value.partition(" ")
    return kind, sector or None


#: Titles before a name, never part of it, with the gender they tell.
TITLES = word_values("names.titles", _gender)

#: Of these, those that no organisation has.
COURTESY_TITLES = word_class("names.courtesy_titles")

#: Of these, those of other cultures, which taggers take for the first word of an organisation: "U Win Myint".
HONORIFICS = word_class("names.honorifics")

#: What tells persons of one name apart, behind it.
SUFFIXES = word_class("identities.suffixes")

#: Letters behind a name that say what somebody has learnt or may call himself: "Neha Rao, MD, MPH".
DEGREES = word_class("names.degrees")

#: Last words of laws, which do nothing by themselves.
LAWS = word_class("names.laws")

#: Last words of plans and rules, which name nobody either.
PROGRAMMES = word_class("names.programmes")

#: Letters before the name of a warship: the country whose it is.
SHIPS = word_values("names.ships", str)

#: Classes of warships that one navy alone has: its country.
SHIP_CLASSES = word_values("names.ship_classes", str)

#: Nouns that tell the gender of the person they mean.
GENDERED_NOUNS = word_values("names.gendered_nouns", str)

#: Words inside a person's name that stand in lower case.
PARTICLES = word_class("names.particles")

#: The same where they begin a surname in capitals: "Van Dam said".
CAPITAL_PARTICLES = word_class("names.capital_particles")

#: Last (or, before "of", first) words of organisations: what kind of actor, which sector.
ORGANISATION_WORDS = word_values("names.organisation_words", _kind_and_sector)
#: Of these, words that say little unless the tagger or the lexicon agrees.
VAGUE_ORGANISATION_WORDS = word_class("names.vague_organisation_words")

#: Last words of places: OntoNotes label.
PLACE_WORDS = word_values("names.place_words", str)

#: First words of places' names more than of persons'.
PLACE_STARTS = word_class("names.place_starts")

#: Ordinary words with which a medium or campaign calls itself after "in": the name goes on ("Azerbaijan in Focus").
WORDS_AFTER_IN = word_class("names.words_after_in")

LABEL_OF_KIND: dict[str, str] = {
    "country": "GPE", "territory": "GPE", "place": "GPE", "person": "PERSON", "people": "NORP",
}  # fmt: skip
LABEL_OF_PLACE_KIND: dict[str, str] = {
    "city": "GPE", "state": "GPE", "region": "LOC", "area": "LOC", "water": "LOC", "landmark": "FAC", "continent": "LOC",
}  # fmt: skip
NAME_LABELS = frozenset({"PERSON", "NORP", "FAC", "ORG", "GPE", "LOC"})

#: Capitalised words that taggers take for names and that never act.
NO_ACTORS = word_class("names.no_actors")

#: The same of single words that open longer names: creeds, "Democratic", treaties.
NO_ACTORS_ALONE = word_class("names.no_actors_alone")

SPEECH_VERBS = word_class("syntax.saying")
#: What one person does.
PERSONAL_VERBS = word_class("names.personal_verbs")

#: How American news shorten the names of states after a town ("Irvine, Calif.", "Houston, TX"), with and without the last stop.
#: Alone these forms are words or initials.
STATE_ABBREVIATIONS = word_values("names.state_abbreviations", str)


def is_postal_form(word: str) -> bool:
    """Whether a short form of a state is two capitals, which are also degrees and other words."""
    return word in STATE_ABBREVIATIONS and len(word) == 2 and word.isupper()
