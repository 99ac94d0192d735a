"""What the outlet adds behind the thing that somebody speaks of: who that is, and where and when it was said."""

from transforms.annotations import TaggedText
from transforms.language import word_class
from transforms.language.en.grammar import pobj_of, subtree
from transforms.language.en.labels import APPOSITION, NAME_TAGS, PREPOSITION, QUESTION_TAGS, RELATIVE_CLAUSE
from transforms.speech.report import Range

_DAYS = word_class("speech.days")
#: Where and on what occasion somebody speaks: "in an interview", "at a rally".
_OCCASIONS = word_class("speech.occasions")
_PLACES = word_class("speech.occasion_links")
#: Rules by which the content is a thing and no clause.
_OF_THINGS = frozenset({"verb.object", "verb.preposition", "noun", "adjective"})
#: Tokens from which on what stands in brackets at the end tells something: "(D-N.Y.)" does not.
_ADDED = 6
#: So far behind its comma the pronoun of a relative clause stands: "many of whose".
_LEAD = 4


def without_aside(tagged: TaggedText, rule: str, said: list[Range], inside: bytearray) -> list[Range]:
    """What is said without what the outlet adds in brackets, and a thing without what it tells of it or of the saying: "criticised Berg,
    who …", "praised Berg, a lawyer", "defended his choice in an interview", "endorsed Hill on Monday"."""
    said = _without_brackets(tagged, said, inside)
    if rule not in _OF_THINGS or len(said) != 1:
        return said
    first, last = said[0]
    if any(inside[at] for at in range(first, last)):
        return [(first, next((at for at in range(first + 2, last) if _opens_behind_marks(tagged, at, last, inside)), last))]
    last = min(last, next((at for at in range(first + 1, last - 1) if _opens_aside(tagged, at, last)), last))
    last = min(last, next((at for at in range(first + 1, last) if _opens_occasion(tagged, first, at, last)), last))
    if last > first + 1 and tagged.words[last - 1] in _DAYS:
        last -= 1
    return [(first, last)]


def _without_brackets(tagged: TaggedText, said: list[Range], inside: bytearray) -> list[Range]:
    """What is said without what the outlet adds to it in brackets at the end: "said 40 came (a figure that may change)"."""
    if not said:
        return said
    first, last = said[-1]
    end = last - 1 if tagged.words[last - 1] == "." else last
    opening = next((at for at in range(end - _ADDED, first, -1) if tagged.words[at] == "("), first)
    if tagged.words[end - 1] != ")" or opening <= first or inside[opening] or ")" in tagged.words[opening : end - 1]:
        return said
    return [*said[:-1], (first, opening)]


def _opens_aside(tagged: TaggedText, comma: int, end: int) -> bool:
    """Whether a comma opens a relative clause, or what stands beside a name, that goes on to the end."""
    if tagged.words[comma] != ",":
        return False
    for at in range(comma + 1, end):
        low, high = subtree(tagged, at)
        if low == comma + 1 and high >= end - 1 and tagged.deps[at] == RELATIVE_CLAUSE:
            return any(tagged.tags[word] in QUESTION_TAGS for word in range(low, min(low + _LEAD, at)))
        if low == comma + 1 and high >= end - 1 and tagged.deps[at] == APPOSITION:
            return tagged.tags[tagged.heads[at]] in NAME_TAGS
    return False


def _opens_behind_marks(tagged: TaggedText, at: int, end: int, inside: bytearray) -> bool:
    """Whether what words in marks are is told behind them, up to the end: "the “gun loophole,” a flaw in the law"."""
    if inside[at] or not inside[at - 1] or tagged.words[at - 2] != ",":
        return False
    beside = (word for word in range(at, end) if tagged.deps[word] == APPOSITION)
    return any(subtree(tagged, word)[0] >= at - 1 and subtree(tagged, word)[1] >= end - 1 for word in beside)


def _opens_occasion(tagged: TaggedText, first: int, at: int, end: int) -> bool:
    """Whether a preposition leads to when or where it is said, up to the end."""
    if tagged.deps[at] != PREPOSITION or tagged.lowers[at] not in _PLACES or at <= first:
        return False
    held = pobj_of(tagged, at)
    return held is not None and tagged.lowers[held] in _OCCASIONS and subtree(tagged, at)[1] >= end
