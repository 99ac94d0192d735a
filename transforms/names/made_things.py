"""Names of what is made, held, measured or shown, and of nobody: products and models, units, projects, fields, events and works.

Nothing acts by such a name, though taggers take most of them for organisations and some for places. What it is shows in the words of the
name ("Sorrel Analytics"), in the word beside it ("the Sorrel aircraft", "the tanker Sorrel"), or in a model's number behind it."""

import re
from collections.abc import Iterator, Sequence

from transforms.annotations import TaggedText
from transforms.folding import fold
from transforms.language import word_class
from transforms.language.en.labels import FIGURE, RELATIVE_CLAUSE, SUBJECTS
from transforms.lexicon import Lexicon
from transforms.names.name_spans import POSSESSIVE_MARKS, Span, head_of
from transforms.names.name_words import ORGANISATION_WORDS, PERSONAL_VERBS, SPEECH_VERBS

#: What is made, behind its name, and what is shown or read, before it; the same of vehicles, ships, drugs and the like.
_MADE, _SHOWN = word_class("names.made"), word_class("names.shown")
#: Of what is made there are these: "the new version of Sorrel".
_MADE_OF = word_class("names.made_of")
#: Nouns of two words for what is made: "operating system".
_MADE_PAIRS = word_class("names.made_pairs")
#: What leads from it to its name: "a robot named Sorrel".
_CALLED = word_class("names.naming")
#: Last words of the names of products and of projects, one or two.
_PRODUCTS = word_class("names.products")
#: First words of the names of products, and trade names that stand alone.
_BRANDS = word_class("names.brands")
#: What stands before "system" where it is a technical one.
_SYSTEM, _SYSTEM_KINDS = word_class("names.system"), word_class("names.system_kinds")
#: Units behind a number, glued to it or not.
_UNITS = word_class("names.units")
#: What is measured or counted by a number with a fraction, so that the number is no version.
_MEASURES = word_class("names.measures")
#: What is held and also a body, and the words beside it where it is held.
_GATHERINGS, _AT_GATHERINGS, _OF_GATHERINGS = (
    word_class("names.gatherings"), word_class("names.at_gatherings"), word_class("names.of_gatherings"),
)  # fmt: skip
DETERMINERS, POSSESSIVES = word_class("names.determiners"), word_class("syntax.possessive_determiners")
#: What one teaches or studies is no institute; what has a field, behind its name.
_TAUGHT_IN, _TAUGHT_LINKS, _HAS_FIELD = word_class("names.taught_in"), word_class("names.taught_links"), word_class("names.has_field")
#: What states sign, called after the town where they did.
_TREATIES = word_class("names.treaties")
#: A model's mark: "A380", "F-35", "IE6"; a number with its unit: "8GB"; a version: "4.0".
_MODEL = re.compile(r"([A-Z]{1,3}|[A-Z][a-z]{1,2})-?\d{1,4}[A-Za-z]{0,2}")
_MEASURED = re.compile(r"\d+(?:[.,]\d+)?([A-Za-z]+)")
_VERSION = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,2}")
#: Names of devices and shops on them: "iSorrel Mini".
_DEVICE = re.compile(r"i[A-Z][a-z]+")
#: A firm's model by its number: the 747, the 737s, the A330.
_MODEL_NUMBER = re.compile(r"[2-9]\d[0-9]s?|[A-Z]{1,2}-?\d{2,4}s?")
#: Ideas, times and sayings that have a name, some with a country in it.
_IDEAS = word_class("names.ideas")
#: How words for what is thought end, and letters of the shortest that do ("Prism" is none).
_IDEA_ENDINGS, _SHORTEST_IDEA = word_class("names.idea_endings"), 6
_MONTHS, _DAYS_CUT = word_class("times.months"), word_class("names.short_weekdays")
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_THINGS = _PLACES | {"ORG", "NORP", ""}


def works(tagged: TaggedText, spans: Sequence[Span], lexicon: Lexicon) -> set[str]:
    """Names of what is made and shown, by the noun beside them anywhere in the article: "the HealthKit app", "the musical Hamilton"."""
    persons = set(_words_of_persons(tagged, spans))
    found = {
        tagged.span(span.first, span.last)
        for span in (*spans, *_runs_before(tagged, lexicon))
        if not span.aliases and (_is_beside_its_noun(tagged, span, lexicon) or _is_gathering(tagged, span))
    }
    if not found:
        return found
    return found - persons - {tagged.span(span.first, span.last) for span in spans if _speaks(tagged, span)}


def _runs_before(tagged: TaggedText, lexicon: Lexicon) -> Iterator[Span]:
    """Capitalised words before a noun for what is made that the tagger may have missed there and taken for an actor elsewhere."""
    for last, word in enumerate(tagged.words):
        if word not in _MADE:
            continue
        first = last
        while first > 0 and tagged.words[first - 1].isalpha() and tagged.words[first - 1][0].isupper():
            first -= 1
        if last > first:
            yield Span(first, last, "", tuple(lexicon.lookup(tagged.span(first, last))), "", 0.0)


def _words_of_persons(tagged: TaggedText, spans: Sequence[Span]) -> Iterator[str]:
    for span in spans:
        if span.label == "PERSON" and span.last - span.first > 1:
            yield from tagged.words[span.first : span.last]


def _is_beside_its_noun(tagged: TaggedText, span: Span, lexicon: Lexicon) -> bool:
    if tagged.lowers[span.last - 1] in ORGANISATION_WORDS and span.last - span.first > 1:
        return False  # "Sorrel Airlines aircraft"
    before, behind = tagged.lowers[max(span.first - 2, 0) : span.first], tagged.words[span.last : span.last + 2]
    is_printed_small = bool(before) and tagged.words[span.first - 1].islower()
    is_of_pair = " ".join(before) in _MADE_PAIRS or " ".join(tagged.lowers[max(span.first - 3, 0) : span.first - 1]) in _MADE_PAIRS
    is_called = bool(before) and before[-1] in _CALLED and (before[0] in _SHOWN or before[0] in _MADE)
    is_shown = (is_printed_small and before[-1] in _SHOWN) or (bool(before) and is_of_pair) or is_called
    is_owner = behind[:1] != [] and behind[0] in POSSESSIVE_MARKS
    is_one_of = before[-1:] == ["of"] and before[0] in _MADE_OF and span.label in _THINGS and not is_owner
    if _is_maker(tagged, span):
        return False
    is_person = span.last - span.first > 1 and fold(tagged.lowers[span.first]) in lexicon.given_names
    is_town = span.label in _PLACES and lexicon.is_place(tagged.span(span.first, span.last))
    is_made = behind[:1] != [] and (behind[0] in _MADE or " ".join(behind) in _MADE_PAIRS)
    return is_shown or ((is_one_of or (is_made and not is_person)) and not is_town)


def _is_maker(tagged: TaggedText, span: Span) -> bool:
    """Whether the name is who makes or sends what stands before it: "the film Sorrel made"."""
    if not tagged.has_syntax:
        return False
    head = head_of(tagged, span.first, span.last)
    return tagged.deps[head] in SUBJECTS and tagged.deps[tagged.heads[head]] == RELATIVE_CLAUSE


def _is_gathering(tagged: TaggedText, span: Span) -> bool:
    """Whether a conference is what takes place rather than the body that holds it: "at the Sorrel Users Conference", "its annual …"."""
    if span.last - span.first < 2 or tagged.lowers[span.last - 1] not in _GATHERINGS:
        return False
    place = span.first - 1
    while place > 0 and (tagged.lowers[place] in DETERMINERS or tagged.lowers[place] in POSSESSIVES):
        place -= 1
    behind = tagged.lowers[span.last] if span.last < len(tagged.words) else ""
    return (place >= 0 and tagged.lowers[place] in _AT_GATHERINGS) or behind in _OF_GATHERINGS


def _speaks(tagged: TaggedText, span: Span) -> bool:
    """Whether somebody of that name says or does what only people do."""
    before = tagged.lowers[span.first - 1] if span.first else ""
    behind = tagged.lowers[span.last] if span.last < len(tagged.words) else ""
    return behind in SPEECH_VERBS or behind in PERSONAL_VERBS or before in SPEECH_VERBS


def is_product(tagged: TaggedText, span: Span, lexicon: Lexicon) -> bool:
    """A product by its own words: "Windows XP", "Sorrel Analytics", "iSorrel Mini", "Early Warning System"."""
    words, lowers = tagged.words[span.first : span.last], tagged.lowers[span.first : span.last]
    if span.label == "PERSON" and fold(lowers[0]) in lexicon.given_names:
        return False
    if len(words) > 1 and lowers[-1] in _SYSTEM:
        return lowers[-2] in _SYSTEM_KINDS
    if len(words) > 1 and (lowers[-1] in _PRODUCTS or " ".join(lowers[-2:]) in _PRODUCTS):
        return True
    is_body = lowers[-1] in ORGANISATION_WORDS
    return not is_body and (lowers[0] in _BRANDS or " ".join(lowers[:2]) in _BRANDS or _DEVICE.fullmatch(words[0]) is not None)


def is_measured(tagged: TaggedText, span: Span, lexicon: Lexicon) -> bool:
    """A model's mark, a unit or what has a version behind it: "A380", "8GB", "Sorrel 4.0"; groups called so speak, and
    "ABC7" is a station of ABC."""
    words = tagged.words[span.first : span.last]
    if span.label not in _THINGS or any(word.lower() in ORGANISATION_WORDS for word in words) or _speaks(tagged, span):
        return False
    before, behind = tagged.tags[span.first - 1] if span.first else "", [*tagged.words[span.last : span.last + 2], "", ""]
    if (words[0].lower() in _UNITS and before == FIGURE) or (words[0].isdigit() and words[-1].lower() in _UNITS):
        return True
    if any((match := _MEASURED.fullmatch(word)) and match[1].lower() in _UNITS for word in words):
        return True
    if _VERSION.fullmatch(behind[0]) and behind[1].lower() not in _MEASURES:
        return True
    return any((match := _MODEL.fullmatch(word)) and not lexicon.lookup(match[1]) for word in (*words, behind[0]))


def is_idea(tagged: TaggedText, span: Span, _: Lexicon) -> bool:
    """A hashtag, or what is thought, dreamt or like somebody: "#StandUp", "Arab Spring", "Thatcherism", "Reaganesque"."""
    word = tagged.words[span.first]
    is_hashtag = span.first > 0 and tagged.words[span.first - 1] == "#" and not word.isupper() and sum(map(str.isupper, word)) > 1
    if is_hashtag or " ".join(tagged.lowers[span.first : span.last]) in _IDEAS:
        return True
    lower = tagged.lowers[span.first]
    return span.last - span.first == 1 and len(lower) > _SHORTEST_IDEA and lower.endswith(tuple(_IDEA_ENDINGS))


def is_field(tagged: TaggedText, span: Span, lexicon: Lexicon) -> bool:
    """What is taught, or the field of a committee or seat: a professor of "Counselling Psychology", the "Social Welfare" constituency."""
    words = tagged.lowers[span.first : span.last]
    if span.label == "PERSON" or any(word in ORGANISATION_WORDS for word in words):
        return False
    before, behind = tagged.lowers[max(span.first - 2, 0) : span.first], tagged.words[span.last : span.last + 1]
    if len(before) > 1 and before[1] in _TAUGHT_LINKS and before[0] in _TAUGHT_IN:
        return True
    is_plain = not tagged.words[span.first].isupper() and not lexicon.is_place(tagged.span(span.first, span.last))
    return span.label == "ORG" and is_plain and behind[:1] != [] and behind[0] in _HAS_FIELD


def is_of_thing(tagged: TaggedText, span: Span, lexicon: Lexicon) -> bool:
    """A known name that belongs to what is called after it: a firm's model ("Boeing 747"), a town's treaty, a weekday in a dateline."""
    kinds = lexicon.kinds_of(span.aliases)
    behind = [*tagged.words[span.last : span.last + 2], "", ""]
    if behind[0][:1].isupper() and " ".join(tagged.lowers[span.first : span.last + 1]) in _IDEAS:
        return True  # "Arab" Spring
    if tagged.words[span.first] in _DAYS_CUT and behind[0].isdigit() and behind[1] in _MONTHS:
        return True
    if kinds == {"company"} and span.last - span.first == 1 and _MODEL_NUMBER.fullmatch(behind[0]) and not _counts(tagged, span.last):
        return True
    place_kinds = {lexicon.place_kinds.get(alias.actor_id) for alias in span.aliases}
    return place_kinds == {"city"} and behind[0].lower() in _TREATIES


def _counts(tagged: TaggedText, number: int) -> bool:
    """Whether a number is how many there are of what follows rather than a model's: "Sorrel 500 workers"."""
    word = tagged.words[number]
    behind = tagged.lowers[number + 1] if number + 1 < len(tagged.words) else ""
    return word.isdigit() and (behind in _MEASURES or (behind.endswith("s") and behind not in _MADE and behind.isalpha()))
