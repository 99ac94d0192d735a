"""Every id that the column `rule` of a table can hold, and what it says. `*` stands for a word that the rule takes from the text."""

from collections.abc import Mapping
from fnmatch import fnmatchcase
from types import MappingProxyType

from warehouse.vocabulary import ALIAS_KINDS, CREDIT_CUES

_MENTIONS = {
    "tagger": "A name the tagger saw and no dictionary knows; its id is made of its kind and words.",
    **{f"lexicon.{kind}": f"A printed form of the lexicon, of the kind {kind}." for kind in ALIAS_KINDS},
    "lexicon": "A form of the lexicon that the article uses for something else: no actor is taken from it.",
    "given_name": "A name in capitals that opens with a given name, where no tagger looks.",
    "state_abbreviation": "A federal state in its short form behind a town.",
    "lexicon.evident": "A country whose name is also an ordinary name (Jordan, Chad), for which the article speaks.",
    "acronym.parentheses": "An acronym that the article defines in brackets beside its name.",
    "acronym.defined": "A later use of an acronym the article has defined, or the name it stands for.",
    "body.name": "A state body's own name composed of a country and a body noun.",
    "institution.owned": "A body by the name that its owner, told beside it, has for it at home.",
    "institution.committee": "A committee of the chamber that the country spoken of has.",
    "institution.of_context": 'A body without its owner ("Supreme Court"): that of the country spoken of.',
    "name.longer": 'A known name inside a longer name of a place or organisation ("Lachin corridor").',
    "name.in": 'A name that goes on behind "in" in capitals.',
    "name.of": 'Two names joined by "of" ("Ministry of Defence of Ukraine").',
    "type.organisation_word": "The type is that of an organisation: the last word says so.",
    "type.organisation_of": 'The type is that of an organisation: the name opens with its word and "of".',
    "type.surname": "The type is that of a person: only persons of the lexicon bear the word.",
    "type.place_word": "The type is that of a place: the last word says so.",
    "type.title": "The type is that of a person: a courtesy title stands before the name.",
    "type.honorific": "The type is that of a person: the name opens with an honorific (\"U\", \"Datuk\", \"Ato\").",
    "type.given_name": "The type is that of a person: the name opens with a given name and looks like a person's.",
    "type.place_context": "The type is that of a place: the name stands where places stand.",
    "type.gazetteer": "The type is that of a place: the gazetteer knows the name.",
    "type.speaks": "The type is that of a person: the name speaks and is no known place.",
    "type.called_settlement": "A name nobody saw that its sentence calls a town, a village, …",
    "type.single_word": "The type of a single word that nothing shows to be a person.",
    "vote.majority": "The type that most uses of the name in the article have.",
    "vote.surname": "A single word that is the surname or first name of a person of the article.",
    "vote.recall": "A name the tagger saw once in the article and missed here.",
    "place.namesake": "A place of a name that several bear: the one that fits the article, else none.",
    "metonym.power": 'A town or seat that stands for those who govern there ("Moscow said").',
    "metonym.place": 'A town or seat that only says where ("flew to Moscow").',
    "organisation.shortened": "A shortened name of an organisation named in full before.",
    "sport.team": "A country's or town's name that means its team, in sports news.",
    "person.discovered": "A person no dictionary knows.",
    "person.same_name": "The person of the article who bears the same name.",
    "person.without_initials": "A full name with a middle initial that the lexicon prints without one.",
    "person.turned": 'A full name with the family name at the other end than in the lexicon ("Orbán Viktor").',
    "person.surname": "A surname behind the full name.",
    "person.office_holder": "A surname beside an office: who of that surname held it on the day.",
    "office.on_date": "An office: who held it on the day of the article.",
    "office.titled_so": "An office: the person to whom the article gives the title.",
    "office.counterpart": 'The holder of the same office elsewhere ("his Iranian counterpart").',
    "office.in_article": "An office: the person the article names with it.",
    "office.body": "An office nobody is known to hold on that day: the body it heads.",
    "nominal": "A description that was left unresolved.",
    "nominal.body": 'A body noun with its owner ("the Russian foreign ministry").',
    "nominal.body_of_context": "A body noun without an owner: the body of the country the article is about.",
    "nominal.body_again": "A shorter description of a body named before.",
    "nominal.country_of_context": '"The country": the one the article is about.',
    "nominal.spokesperson": 'An unnamed spokesperson is the voice of a body ("an army spokesman", "its spokeswoman").',
    "nominal.issuer": 'A document that stands for who issued it ("the statement").',
    "nominal.fighters": 'Fighters of an armed group ("Boko Haram gunmen"), or "the militants" where the article names one group only.',
    "nominal.generic": 'Unnamed agents of one kind ("analysts").',
    "nominal.named": "A description joined to the name it describes.",
    "nominal.apposition": "A description beside the name it describes.",
    "nominal.possessed": 'A description behind a pronoun: agents of whoever the pronoun means ("its troops").',
    "nominal.possessed_body": "A body noun behind a pronoun: the body of whoever the pronoun means.",
    "nominal.*": "A common noun that takes up the fitting actor named before: `nominal.alliance`, `nominal.ministry`, …",
    "pronoun": "A pronoun that was left unresolved.",
    "pronoun.speaker": '"I" or "we" in a quotation: its speaker.',
    "pronoun.speakers_body": '"We" in a quotation: the body for which its speaker speaks.',
    "pronoun.speakers_government": '"We" in a quotation: the government of a speaker who holds an office.',
    "pronoun.thing": "A pronoun that more likely stands for a thing than for an actor.",
    "pronoun.*": "A pronoun linked by gender, number, syntax and salience: `pronoun.he`, `pronoun.its`, …",
    "credit.slot": "A medium that only its place in a credit shows to be one.",
    "dyad.name": "A name that is an end of an act and that nothing else had found.",
    "dyad.people": "People who are an end of an act and whom nothing else had found.",
}
_QUOTES = {
    "verb.clause": 'A reporting verb with a clause ("said it would answer").',
    "verb.infinitive": 'A reporting verb with an infinitive ("promised to answer").',
    "verb.object": 'A reporting verb with an object ("denied the charge").',
    "verb.preposition": 'A reporting verb with a preposition ("warned of a crisis").',
    "verb.inserted": "A reporting clause inside or behind what is said.",
    "verb.rest": "A reporting verb whose clause the parser missed: the rest of the sentence.",
    "verb.alone": "A reporting verb whose content stands in quote marks elsewhere.",
    "verb.naming": "A verb that calls something by words in quote marks.",
    "passive": 'A reporting verb in the passive ("was accused by").',
    "noun": 'A reporting noun ("the accusation that").',
    "adjective": 'A reporting adjective ("critical of").',
    "according_to": '"According to" somebody.',
    "beside": "Words in quote marks beside a reporting verb.",
    "floating": "Words in quote marks without a cue: they go on with the last speaker.",
    "layout.colon": "A speaker and a colon.",
}
_DYADS = {
    "verb": "A verb pattern on subject and object.",
    "verb.inside": 'A verb pattern whose target owns the object ("rejected Kyiv\'s proposal").',
    "verb.complement": 'A verb pattern whose target stands in its infinitive or clause ("threatened to attack X").',
    "verb.where": "A verb pattern whose target is the place it happens in.",
    "verb.deep": "A verb pattern whose target stands deeper in the object.",
    "verb.thing": "A verb pattern whose other end is a thing.",
    "purpose": "An act told as the purpose of another one.",
    "noun": 'A noun pattern carried by a verb ("launched an attack on X").',
    "noun.alone": 'A noun pattern alone ("Azerbaijan\'s blockade of Karabakh").',
    "noun.between": 'A noun pattern between two ("talks between X and Y").',
    "noun.borne": 'A noun pattern that its bearer suffers ("X faces a lawsuit by Y").',
    "adjective": 'An adjective pattern ("critical of X").',
    "duty": "Somebody says that somebody else must do something: a request.",
    "announced": "Somebody says that he will harm somebody else: a threat.",
    "order": "Without syntax: a name, a verb pattern and a name in this order, close together.",
    "clause": "An act of no event type, with both ends.",
    "telling": "A statement of no event type.",
    "judge": "The learned judge of acts, where the patterns find no event; its confidence is a calibrated probability.",
}
_TIMES = {
    "time.iso": "2023-04-26.",
    "time.slashes": "26/04/2023.",
    "time.date": 'A day with its month ("Sept. 30, 1989", "12 May").',
    "time.month_year": "A month with its year.",
    "time.month": "A month without a year.",
    "time.quarter": "A numbered quarter.",
    "time.the_quarter": '"The quarter": the one named last.',
    "time.this_quarter": '"Last quarter", "the same period".',
    "time.quarter_of_year": '"The 2022 quarter".',
    "time.clock_day": "A time of day with its day.",
    "time.clock": "A time of day.",
    "time.weekday": "A weekday.",
    "time.day_name": '"Yesterday", "today", "tomorrow", "overnight".',
    "time.part": '"This morning".',
    "time.ago": '"Two years ago", "three days earlier".',
    "time.year_earlier": '"A year earlier".',
    "time.unit": '"Last week", "next month".',
    "time.mod_unit": '"The end of the year".',
    "time.the_unit": '"The weekend", "the fiscal year".',
    "time.season_year": '"Spring 2022".',
    "time.decade": '"The 1990s"; no value.',
    "time.short_decade": '"The nineties"; no value.',
    "time.century": '"The 19th century"; no value.',
    "time.year": "A year.",
    "time.year_end": '"Year-end".',
    "time.present": '"Now", "currently"; no value.',
    "time.past": '"Recently"; no value.',
    "time.future": '"Soon"; no value.',
}
_CREDITS = {f"credit.{cue}": f"The medium stands in a credit of the kind {cue}." for cue in CREDIT_CUES}
_PHRASES = {
    "phrase.name": "A name of the lexicon.",
    "phrase.name_inside": "A name of the lexicon inside a phrase of whose noun nothing is known.",
    "phrase.person": "A person of the lexicon.",
    "phrase.person_titled": "A person no dictionary knows, whose title tells country and sector.",
    "phrase.person_unknown": "A person no dictionary knows.",
    "phrase.holder_named": "A bare name behind an office: who of that name held it on the day.",
    "phrase.office_on_date": "An office: who held it on the day.",
    "phrase.body": "A state body.",
    "phrase.former": "A former holder of an office.",
    "phrase.organisation": "An organisation that owns what is described.",
    "phrase.organisation_words": "An organisation by the words of its name.",
    "phrase.organisation_unknown": "An organisation no dictionary knows.",
    "phrase.role": "Unnamed agents of one kind.",
    "phrase.country": "A country or people named in the phrase.",
    "phrase.place": "A place.",
    "phrase.town": "A town of the gazetteer.",
    "phrase.seat": "A town that stands for the power that sits there.",
    "phrase.misspelt": "A country whose name is misspelt.",
}

#: Table, or the verb `resolve`, to rule id to meaning.
RULE_IDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {"mentions": _MENTIONS, "quotes": _QUOTES, "dyads": _DYADS, "credits": _CREDITS, "times": _TIMES, "resolve": _PHRASES}
)


def explain_rule(table: str, rule: str) -> str:
    """What a rule id says; raises KeyError when it is not declared."""
    declared = RULE_IDS[table]
    if rule in declared:
        return declared[rule]
    for pattern, meaning in declared.items():
        if "*" in pattern and fnmatchcase(rule, pattern):
            return meaning
    raise KeyError(f"{table}: no rule {rule!r} is declared in warehouse/rule_ids.py")


def is_declared(table: str, rule: str) -> bool:
    """Whether a table may hold a rule id."""
    return rule in RULE_IDS[table] or any("*" in pattern and fnmatchcase(rule, pattern) for pattern in RULE_IDS[table])
