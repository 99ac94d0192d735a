"""Content of reporting verbs where the parser lost it or hung it on another word: by "that", by the comma before "X said", by its place."""

from transforms.annotations import TaggedText
from transforms.language import word_class
from transforms.language.en.grammar import subtree
from transforms.language.en.labels import (
    ADVERBIAL_CLAUSE,
    CLAUSE,
    CONJUNCT,
    CONJUNCTION,
    FINITE_TAGS,
    INFINITIVE,
    MARKER,
    MODAL,
    OBJECT,
    PUNCTUATION,
    SUBJECTS,
    VERBAL_TAGS,
)
from transforms.speech.report import Range

_THAT = word_class("syntax.that")
#: What the parser takes the subject of a clause for.
_TAKEN_FOR = frozenset({OBJECT, INFINITIVE})
#: A verb behind the saying has it for its subject: "what he says is …".
_GOING_ON = frozenset({*FINITE_TAGS, MODAL})
_FOR = frozenset({"for"})
_ASKED = word_class("speech.asked")
_NOT_OWN = frozenset({CLAUSE, PUNCTUATION, ADVERBIAL_CLAUSE, CONJUNCT, CONJUNCTION})
_CLOSING = frozenset({",", "”", '"', "’", "''", "?", "!"})
_OPENING = frozenset({".", ",", ":", "“", '"'})
#: So far behind the verb a "that" may stand that begins what is said: "said in a long interview on Sunday that …".
_REACH = 14


def own_words(tagged: TaggedText, verb: int, clause: int | None) -> Range:
    """The cue with its subject and modifiers, without the content."""
    low, high = verb, verb + 1
    for child in tagged.children[verb]:
        if child == clause or tagged.deps[child] in _NOT_OWN:
            continue
        first, last = subtree(tagged, child)
        low, high = min(low, first), max(high, last)
    return low, high


def find_lost_clause(tagged: TaggedText, verb: int, speaker: int, is_plain: bool, inside: bytearray) -> list[Range]:
    """What stands before an ending "X said", behind a "that", or after a beginning "X said"; empty where nothing may be said."""
    low, high = tagged.sentences[tagged.sentence_of[verb]]
    words, tags = tagged.words, tagged.tags
    own_low, own_high = own_words(tagged, verb, None)
    if (
        words[verb + 1 : high] in ([], ["."]) and low < speaker < verb
    ):  # the parser took half of the sentence for modifiers of the last verb
        own_low = subtree(tagged, speaker)[0]
    is_asked = tagged.lowers[low] in _ASKED  # "Asked who paid, Cohen said …": what stands before is not said
    is_quoting = own_high < high and inside[own_high] and not inside[max(own_low - 2, 0)]  # "They booed, and a man yelled “Stay!”"
    low = _behind_colon(tagged, low, own_low, inside)
    if not is_asked and not is_quoting and any(tags[p] in VERBAL_TAGS for p in range(low, own_low)) and words[own_low - 1] in _CLOSING:
        return [(low, own_low)]
    behind = _behind_that(tagged, verb, high, inside)
    if behind is not None:
        return [behind]
    if not is_plain or own_high >= high or words[own_high] in _OPENING or tags[own_high] in _GOING_ON:
        return []
    return [(own_high, high)] if any(tags[p] in VERBAL_TAGS for p in range(own_high, high)) else []


def _behind_colon(tagged: TaggedText, low: int, high: int, inside: bytearray) -> int:
    """The first word of a quotation that a colon opens: "Hill went on about the work: “It is hard,” she said"."""
    colons = (at for at in range(high - 2, low, -1) if tagged.words[at] == ":" and inside[at + 1] and not inside[at])
    return next((at + 1 for at in colons), low)


def _behind_that(tagged: TaggedText, verb: int, high: int, inside: bytearray) -> Range | None:
    """The clause that "that" begins behind the verb, on whatever word the parser hung it: "said after a vote that he had doubts"."""
    for position in range(verb + 1, min(verb + _REACH, high)):
        if inside[position]:
            return None
        if tagged.lowers[position] in _THAT and tagged.deps[position] == MARKER:
            return position, max(subtree(tagged, tagged.heads[position])[1], position + 1)
        if tagged.tags[position] in VERBAL_TAGS and position > verb + 1:
            return None
    return None


def widen(tagged: TaggedText, verb: int, clause: int, end: int) -> int:
    """The first word of a clause whose subject the parser took for a complement of the verb: "said life for the next generation would be
    hard", "said ending the aid would be wrong"."""
    first = subtree(tagged, clause)[0]
    has_subject = any(tagged.deps[child] in SUBJECTS for child in tagged.children[clause])
    lost = next((child for child in tagged.children[verb] if end <= child < first and tagged.deps[child] in _TAKEN_FOR), None)
    if has_subject or lost is None or subtree(tagged, lost)[0] != end:
        return first
    return end


def find_wish(tagged: TaggedText, verb: int) -> Range | None:
    """What is asked for in a clause: "called for him to resign"."""
    for child in tagged.children[verb]:
        if child > verb and tagged.deps[child] == ADVERBIAL_CLAUSE and tagged.lowers[subtree(tagged, child)[0]] in _FOR:
            first, last = subtree(tagged, child)
            return (first + 1, last) if first == verb + 1 else None
    return None
