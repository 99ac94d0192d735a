"""Speakers inserted between commas: "The pact, Tehran insists, is dead". The parser often takes the two subjects for one."""

from typing import NamedTuple

from transforms.annotations import TaggedText
from transforms.language import word_class
from transforms.language.en.labels import (
    ADJECTIVE,
    ADVERB_TAG,
    DETERMINER_TAG,
    FIGURE,
    FINITE_TAGS,
    HYPHEN,
    ING_FORM,
    MARKER,
    NOUN_TAGS,
    PARTICIPLE,
    POSSESSIVE_ENDING,
    POSSESSIVE_PRONOUN,
    PREPOSITION_TAG,
    PRO_FORMS,
    VERB_TAGS,
    VERBAL_TAGS,
)
from transforms.speech.report import Range

#: What a phrase for a speaker ends in, and what it is made of.
SPEAKER_TAGS = frozenset({*NOUN_TAGS, *PRO_FORMS})
PHRASE_TAGS = frozenset({*NOUN_TAGS, *PRO_FORMS, ADJECTIVE, DETERMINER_TAG, POSSESSIVE_ENDING, POSSESSIVE_PRONOUN, ADVERB_TAG})
#: What else the phrase at the end of a sentence holds: "a Herald study of 40 newly filed reports shows".
_ENDING_TAGS = frozenset({*PHRASE_TAGS, PREPOSITION_TAG, FIGURE, ING_FORM, PARTICIPLE, HYPHEN})
_THAT = word_class("syntax.that")
_AS = word_class("speech.as")
#: Most words of the phrase before the verb, and behind it up to the comma ("said on Monday,").
_BEFORE = 8
_BEHIND = 5
#: Most words of the phrase between the last comma and the verb that ends a sentence.
_ENDING = 12


class Insertion(NamedTuple):
    """An inserted report: the head of its speaker, and what stands around it in the sentence."""

    speaker: int
    around: tuple[Range, Range]


def find_insertion(tagged: TaggedText, verb: int, inside: bytearray) -> Insertion | None:
    """The insertion that a reporting verb stands in: a comma, its speaker, the verb, a comma; None where it is none. `inside`: tokens in
    quote marks."""
    low, high = tagged.sentences[tagged.sentence_of[verb]]
    first = verb
    while first > max(low, verb - _BEFORE) and tagged.tags[first - 1] in PHRASE_TAGS:
        first -= 1
    speaker = next((position for position in range(verb - 1, first - 1, -1) if tagged.tags[position] in SPEAKER_TAGS), None)
    close = next((position for position in range(verb + 1, min(verb + _BEHIND, high)) if _ends(tagged, position)), None)
    if speaker is None or close is None or first <= low + 1 or tagged.words[first - 1] != "," or tagged.words[close] != ",":
        return None
    if inside[close + 1] and not inside[first - 2]:
        return None  # what stands before is not said: "Asked who paid, Cohen replied, “…”"
    if any(tagged.lowers[position] in _THAT and tagged.deps[position] == MARKER for position in range(low, first) if not inside[position]):
        return None  # inside the words of a report: "the mayor said that the tax, he said, was gone"
    begin = next((position + 1 for position in range(first - 2, low - 1, -1) if _parts(tagged, position, inside)), low)
    return Insertion(speaker, ((begin, first - 1), (close + 1, high))) if close + 1 < high else None


def find_ending(tagged: TaggedText, verb: int, inside: bytearray) -> tuple[int, Range] | None:
    """(head of the speaker, what is said) where a comma, its speaker and the verb end a sentence: "The money is gone, two Herald studies
    of the filings show". The parser often takes the verb for a noun, and the speaker for its object."""
    low, high = tagged.sentences[tagged.sentence_of[verb]]
    if tagged.tags[verb] not in FINITE_TAGS or tagged.words[verb + 1 : high] not in ([], ["."]) or inside[verb]:
        return None
    first = verb
    while first > max(low, verb - _ENDING) and tagged.tags[first - 1] in _ENDING_TAGS and not inside[first - 1]:
        first -= 1
    if first <= low + 1 or tagged.words[first - 1] != "," or tagged.lowers[first] in _AS:
        return None
    end = next((at for at in range(first + 1, verb) if tagged.tags[at] == PREPOSITION_TAG), verb)
    speaker = next((at for at in range(end - 1, first - 1, -1) if tagged.tags[at] in SPEAKER_TAGS), None)
    begin = next((position + 1 for position in range(first - 2, low - 1, -1) if _parts(tagged, position, inside)), low)
    says = any(tagged.tags[at] in VERBAL_TAGS for at in range(begin, first - 1))
    return (speaker, (begin, first - 1)) if speaker is not None and says else None


def _parts(tagged: TaggedText, position: int, inside: bytearray) -> bool:
    """Whether a sentence ends here that the tagger took for a part of the next: a semicolon, or a full stop with a closing mark."""
    is_closed = inside[position] == 1 and inside[position + 1] == 0 and tagged.words[position - 1][-1] in ".!?"
    return tagged.words[position] == ";" or is_closed and tagged.words[position + 1][0].isupper()


def _ends(tagged: TaggedText, position: int) -> bool:
    return tagged.words[position] == "," or tagged.tags[position] in VERB_TAGS
