"""Persons whom the tagger missed: a given name or a surname that does or suffers something, alone or one behind the other.

Taggers know a name by the words beside it, and a bare surname has few: of a hundred names of persons in running prose they miss some ten,
and with them whom the next "he" takes up.
"""

from itertools import pairwise

from transforms.annotations import TaggedText
from transforms.folding import fold
from transforms.language import word_class
from transforms.language.en.labels import (
    ARGUMENTS,
    COMPOUND,
    CONJUNCT,
    DETERMINER_TAG,
    NAME_TAGS,
    OBJECT,
    POSSESSOR,
    SINGULAR_NAME,
    SUBJECTS,
    VERB_TAGS,
)
from transforms.lexicon import Lexicon
from transforms.names.name_spans import Span
from transforms.names.name_words import NO_ACTORS, NO_ACTORS_ALONE, ORGANISATION_WORDS, PLACE_WORDS, TITLES
from transforms.names.single_words import is_person_here

_EVENT_STARTS = word_class("names.event_starts")
_DAYS = word_class("names.days")
_PARTIES = frozenset({*SUBJECTS, OBJECT})
#: Classes and tables of words that name no person alone.
_OTHER_WORDS = (TITLES, ORGANISATION_WORDS, PLACE_WORDS, NO_ACTORS, NO_ACTORS_ALONE)
#: What stands behind these is the rest of a word.
_APOSTROPHES = frozenset("'’")
_SHORTEST = 3
_OPENING, _CLOSING = frozenset("\"'“‘«„"), frozenset("\"'”’»“")


def find_unseen_persons(tagged: TaggedText, spans: list[Span], lexicon: Lexicon) -> list[Span]:
    """Persons of one or two words outside of `spans`."""
    if not tagged.has_syntax:
        return []
    covered = {position for span in spans for position in range(span.first, span.last)}
    given = {tagged.words[span.first] for span in spans if span.label == "PERSON" and span.last - span.first > 1}
    events = {after for word, after in pairwise(tagged.words) if word.lower() in _EVENT_STARTS}  # "Hurricane Maria … Maria"
    found: list[Span] = []
    for position, tag in enumerate(tagged.tags):
        if tag != SINGULAR_NAME or position in covered or tagged.words[position] in events or _is_other_word(tagged, position, lexicon):
            continue
        last = position + 1
        if last not in covered and _is_full_name(tagged, position, lexicon):
            if _is_quoted(tagged, position, last + 1):
                continue  # a play or an alias
            last += 1
        elif _has_name_beside(tagged, position, last) or not _is_person(tagged, position, lexicon, given):
            continue
        found.append(Span(position, last, "PERSON", (), "name.unseen_person", 0.5))
    return found


def _is_other_word(tagged: TaggedText, position: int, lexicon: Lexicon, *, is_alone: bool = True) -> bool:
    """Whether it is too short for a name, written in another way, or a word that names no person, at least where it `is_alone`."""
    word, lower = tagged.words[position], tagged.lowers[position]
    if len(word) < _SHORTEST or not word.istitle() or not word.isalpha() or word in _DAYS:
        return True
    if any(lower in words for words in _OTHER_WORDS):
        return True
    if is_alone and (lower in tagged.printed or lower in lexicon.nouns or lexicon.is_place(word)):
        return True
    return position > 0 and tagged.words[position - 1] in _APOSTROPHES


def _is_quoted(tagged: TaggedText, first: int, last: int) -> bool:
    """Whether the words fill quote marks."""
    return first > 0 and last < len(tagged.words) and tagged.words[first - 1] in _OPENING and tagged.words[last] in _CLOSING


def _is_full_name(tagged: TaggedText, position: int, lexicon: Lexicon) -> bool:
    """Whether a given name stands before a word that can be a surname, and the two do something or own something."""
    surname = position + 1
    if surname >= tagged.sentences[tagged.sentence_of[position]][1] or fold(tagged.lowers[position]) not in lexicon.given_names:
        return False
    if tagged.tags[surname] != SINGULAR_NAME or _is_other_word(tagged, surname, lexicon, is_alone=False):
        return False
    return not _has_name_beside(tagged, position, surname + 1) and (_is_party(tagged, surname) or tagged.deps[surname] == POSSESSOR)


def _has_name_beside(tagged: TaggedText, first: int, last: int) -> bool:
    """Whether another name stands right beside the words, or an article belongs to them, so that they are a piece of something else."""
    inside = range(first, last)
    if any(
        child not in inside and (tagged.deps[child] == COMPOUND or tagged.tags[child] == DETERMINER_TAG)
        for child in tagged.children[last - 1]
    ):
        return True
    low, high = tagged.sentences[tagged.sentence_of[first]]
    beside = [near for near in (first - 1, last) if low <= near < high]
    return any(tagged.words[near][0].isupper() and tagged.tags[near] in NAME_TAGS for near in beside)


def _is_party(tagged: TaggedText, position: int) -> bool:
    """Whether the word is subject or object of a verb."""
    return tagged.deps[position] in _PARTIES and tagged.tags[tagged.heads[position]] in VERB_TAGS


def _is_person(tagged: TaggedText, position: int, lexicon: Lexicon, given: set[str]) -> bool:
    """Whether the word takes part in something and is known as a name of persons, here (`given`) or anywhere; an unknown one must be a
    subject beside which speech, title, kin or "he" tell of a person."""
    dep, lower = tagged.deps[position], fold(tagged.lowers[position])
    is_party = _is_party(tagged, position)
    if lower in lexicon.given_names and tagged.words[position] in given:
        return dep in ARGUMENTS or dep in (POSSESSOR, CONJUNCT)
    if lower in lexicon.given_names or lower in lexicon.surnames:
        return dep == POSSESSOR or is_party
    return is_party and dep in SUBJECTS and is_person_here(tagged, Span(position, position + 1, "PERSON", (), "", 0.0), lexicon)
