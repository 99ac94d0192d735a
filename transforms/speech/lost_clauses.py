"""Content of reporting verbs where the parser lost it or hung it on another word: by "that", by the comma before "X said", by its place."""

from transforms.annotations import TaggedText
from transforms.language import word_class
from transforms.language.en.grammar import RELATIVE, subtree
from transforms.language.en.labels import (
    ADVERB,
    ADVERB_TAG,
    ADVERBIAL_CLAUSE,
    CLAUSE,
    CONJUNCT,
    CONJUNCTION,
    FINITE_TAGS,
    INFINITIVE,
    MARKER,
    MODAL,
    NOUN_CLAUSES,
    OBJECT,
    POSSESSOR,
    PREPOSITION_OBJECT,
    PUNCTUATION,
    SUBJECTS,
    VERBAL_TAGS,
)
from transforms.speech.cues import Cue
from transforms.speech.report import Range

_THAT = word_class("syntax.that")
#: What the parser takes the subject of a clause for.
_TAKEN_FOR = frozenset({OBJECT, INFINITIVE})
#: A verb behind the saying has it for its subject: "what he says is …".
_GOING_ON = frozenset({*FINITE_TAGS, MODAL})
#: What opens a clause that hangs on another.
_LEADING = frozenset({MARKER, ADVERB})
#: Verbs that hardly ever stand without what is said.
_PLAIN = word_class("speech.plain")
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


def find_lost_clause(tagged: TaggedText, verb: int, speaker: int, cue: Cue, inside: bytearray) -> list[Range]:
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
    is_front = words[own_low - 1] in _CLOSING and (1 in inside[low:own_low] or _is_said_before(tagged, verb, cue, low, own_low))
    is_told_of = _is_led(tagged, verb) or has_thing(tagged, verb, cue) and not inside[low]
    if not is_asked and not is_quoting and is_front and not is_told_of:
        return [(low, own_low)]
    behind = find_behind_that(tagged, verb, inside)
    if behind:
        return behind
    if cue.base not in _PLAIN or own_high >= high or words[own_high] in _OPENING or tags[own_high] in _GOING_ON:
        return []
    return [(own_high, high)] if any(tags[p] in VERBAL_TAGS for p in range(own_high, high)) else []


def _is_said_before(tagged: TaggedText, verb: int, cue: Cue, low: int, high: int) -> bool:
    """Whether a clause of its own stands before the verb, and that has no object: neither "when asked, he wrote a letter" nor "the mill,
    which claimed the prize"."""
    children = tagged.children[verb]
    if any(tagged.deps[child] in SUBJECTS and tagged.lowers[child] in RELATIVE for child in children):
        return False
    if has_thing(tagged, verb, cue):
        return False
    clauses = (at for at in range(low, high) if tagged.tags[at] in VERBAL_TAGS)
    return any(tagged.heads[at] != verb or not _is_led(tagged, at) for at in clauses)


def has_thing(tagged: TaggedText, verb: int, cue: Cue) -> bool:
    """Whether a verb has an object behind it that nobody is, to whom it is said."""
    return "addressee" not in cue.frames and any(tagged.deps[child] == OBJECT and child > verb for child in tagged.children[verb])


def _is_led(tagged: TaggedText, verb: int) -> bool:
    """Whether a clause only tells when or why: "after he had left"."""
    return tagged.deps[verb] == ADVERBIAL_CLAUSE and any(tagged.deps[child] in _LEADING for child in tagged.children[verb])


def _behind_colon(tagged: TaggedText, low: int, high: int, inside: bytearray) -> int:
    """The first word of a quotation that a colon opens: "Hill went on about the work: “It is hard,” she said"."""
    colons = (at for at in range(high - 2, low, -1) if tagged.words[at] == ":" and inside[at + 1] and not inside[at])
    return next((at + 1 for at in colons), low)


def find_behind_that(tagged: TaggedText, verb: int, inside: bytearray) -> list[Range]:
    """The clause that "that" begins behind the verb, on whatever word the parser hung it: "said after a vote that he had doubts"."""
    high = tagged.sentences[tagged.sentence_of[verb]][1]
    for position in range(verb + 1, min(verb + _REACH, high)):
        if inside[position]:
            return []
        if tagged.lowers[position] in _THAT and tagged.deps[position] == MARKER:
            return (
                []
                if _is_claim_of_others(tagged, verb, tagged.heads[position])
                else [(position, max(subtree(tagged, tagged.heads[position])[1], position + 1))]
            )
        if tagged.tags[position] in VERBAL_TAGS and position > verb + 1:
            return []
    return []


def _is_claim_of_others(tagged: TaggedText, verb: int, clause: int) -> bool:
    """Whether a clause hangs on what somebody else said or thought: "explained Berg's assertion that it was over"; not where that only
    tells where it is said: "wrote in his book that"."""
    thing = tagged.heads[clause]
    if tagged.deps[thing] == PREPOSITION_OBJECT and tagged.heads[tagged.heads[thing]] == verb:
        return False
    return tagged.deps[clause] in NOUN_CLAUSES and any(tagged.deps[child] == POSSESSOR for child in tagged.children[thing])


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
            is_next = all(tagged.tags[at] == ADVERB_TAG for at in range(verb + 1, first))
            return (first + 1, last) if is_next else None
    return None
