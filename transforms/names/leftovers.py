"""Remains of offices, suffixes and run-together lines that tagger and repair leave: neither names nor parts of names."""

from collections.abc import Sequence

from transforms.annotations import TaggedText
from transforms.language import word_class
from transforms.language.en.labels import FINITE_TAGS
from transforms.lexicon import Lexicon
from transforms.names.name_spans import Span, cut_to
from transforms.names.name_words import SUFFIXES

#: What taggers take into the name of a person before it, when a line ends there.
_AFTER_PERSONS = word_class("names.after_persons")
#: First words of the names of events: "Hurricane Matthew".
_EVENT_STARTS = word_class("names.event_starts")
#: Shorter names begin too many other words.
_SHORTEST_GLUED = 3


def clear_leftovers(tagged: TaggedText, spans: list[Span], lexicon: Lexicon) -> list[Span]:
    """The spans that are more than a suffix, an event or the beginning of an office; persons' names lose what the archive glued to them."""
    kept = [part for span in spans if span.aliases or not _is_leftover(tagged, span, lexicon) for part in _around_verb(tagged, span)]
    for span in kept:
        if span.label == "PERSON" and not span.aliases:
            last = _end_of_name(tagged.words, span.first, span.last)
            if last != span.last:
                cut_to(tagged, span, span.first, last, lexicon)
    return kept


def _around_verb(tagged: TaggedText, span: Span) -> list[Span]:
    """The two persons that a tagger took for one with what the first does: "Vivian meets Cay Rivers"."""
    verb = next((p for p in range(span.first + 1, span.last - 1) if tagged.words[p].islower() and tagged.tags[p] in FINITE_TAGS), None)
    if span.label != "PERSON" or span.aliases or verb is None:
        return [span]
    behind = Span(verb + 1, span.last, span.label, (), span.rule, span.confidence)
    span.last = verb
    return [span, behind]


def _is_leftover(tagged: TaggedText, span: Span, lexicon: Lexicon) -> bool:
    words = tagged.lowers[span.first : span.last]
    if len(words) > 1 and words[0] in _EVENT_STARTS:
        return True
    if all(word in SUFFIXES for word in words) or any(_is_glued(word, lexicon) for word in tagged.words[span.first : span.last]):
        return True
    return span.label != "PERSON" and _opens_office(tagged, span, lexicon)


def _is_glued(word: str, lexicon: Lexicon) -> bool:
    """Whether two names stand in one word, as where an archive lost a line's end: "RomneyJon", "ErnstTrump"."""
    cut = next((place for place in range(_SHORTEST_GLUED, len(word)) if word[place].isupper() and word[place - 1].islower()), 0)
    tail = word[cut:].lower()
    return cut > 0 and word[:cut].lower() in lexicon.surnames and (tail in lexicon.given_names or tail in lexicon.surnames)


def _opens_office(tagged: TaggedText, span: Span, lexicon: Lexicon) -> bool:
    """Whether the words are not a body but the beginning of an office: "House Minority" before "Leader"."""
    words = " ".join(tagged.lowers[span.first : span.last])
    if words in lexicon.nouns or words in lexicon.institutions or span.last >= len(tagged.words):
        return False
    noun = lexicon.nouns.get(f"{words} {tagged.lowers[span.last]}")
    return noun is not None and bool(noun.offices)


def _end_of_name(words: Sequence[str], first: int, last: int) -> int:
    """Where a person's name ends, behind which other words are glued: "Ann Stone Ann Mary StoneSenate" ends with the first "Stone",
    "Henry Waxman House" before the next line."""
    while last - first > 2 and words[last - 1].lower() in _AFTER_PERSONS:
        last -= 1
    for position in range(first, last - 1):
        word, tail = words[position], words[last - 1]
        if len(word) > _SHORTEST_GLUED and tail.startswith(word) and tail[len(word) : len(word) + 1].isupper():
            return position + 1
    return last
