"""Names that begin with a month or weekday, which taggers take for days: "Mrs May", "August House", "March for Our Lives"."""

from transforms.annotations import TaggedText
from transforms.language import word_class
from transforms.language.en.labels import NAME_TAGS
from transforms.lexicon import Lexicon
from transforms.names.name_spans import Span
from transforms.names.name_words import ORGANISATION_WORDS
from transforms.times.admission import is_called

_DAYS = word_class("names.days")
_MARCHES = frozenset({"March"})
_FOR = word_class("names.marching_links")
#: Behind these the month stands in the middle of a longer name: "Second of June Movement".
_INSIDE = word_class("syntax.of")
#: Words that end the name of a house or movement called after a month; of those of organisations, the ones that are rarely a meeting.
_BODIES = word_class("times.bodies_of_a_day")
_HOUSES = word_class("names.houses")


def find_day_names(tagged: TaggedText, spans: list[Span], lexicon: Lexicon) -> list[Span]:
    """Spans of such names outside of `spans`."""
    covered = {position for span in spans for position in range(span.first, span.last)}
    found: list[Span] = []
    for position, word in enumerate(tagged.words):
        if word not in _DAYS or position in covered:
            continue
        end = _end_of_march(tagged, position) or _end_of_body(tagged, position, covered)
        if end is not None:
            found.append(Span(position, end, "ORG", (), "name.day", 0.7))
        elif tagged.has_syntax and is_called(tagged, position):
            last = _end_of_person(tagged, position)
            found.append(Span(position, last, "PERSON", tuple(lexicon.lookup(tagged.span(position, last))), "name.day", 0.7))
    return found


def _end_of_person(tagged: TaggedText, first: int) -> int:
    """ "Ms June Okello"."""
    last = first + 1
    while last < len(tagged.words) and tagged.tags[last] in NAME_TAGS and tagged.sentence_of[last] == tagged.sentence_of[first]:
        last += 1
    return last


def _end_of_march(tagged: TaggedText, first: int) -> int | None:
    """ "March for Our Lives", "March on Rome"."""
    end = first + 1
    if tagged.words[first] not in _MARCHES or end >= len(tagged.words) or tagged.lowers[end] not in _FOR:
        return None
    last = end + 1
    while last < len(tagged.words) and tagged.words[last][0].isupper() and tagged.sentence_of[last] == tagged.sentence_of[first]:
        last += 1
    return last if last > end + 1 else None


def _end_of_body(tagged: TaggedText, first: int, covered: set[int]) -> int | None:
    """ "August House", "June 4 Movement": capitalised words from the month to the noun that says what it is."""
    last = first + 1
    if first and tagged.lowers[first - 1] in _INSIDE:
        return None
    while last < len(tagged.words) and last - first <= _LONGEST and last not in covered:
        word, lower = tagged.words[last], tagged.lowers[last]
        if not (word[0].isupper() or word.isdigit()) or tagged.sentence_of[last] != tagged.sentence_of[first]:
            return None
        if tagged.tags[last] in NAME_TAGS and (lower in _BODIES or lower in _HOUSES or (last - first > 1 and lower in ORGANISATION_WORDS)):
            return last + 1
        last += 1
    return None


#: Words of the longest such name behind its month.
_LONGEST = 4
