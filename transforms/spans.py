"""Small questions about tokens and mentions that several stages ask."""

from bisect import bisect_left
from collections.abc import Sequence

from transforms.annotations import Mention, TaggedText

_LEFT_DEPENDENTS = frozenset(
    {
        "det",
        "amod",
        "compound",
        "poss",
        "nummod",
        "nmod",
        "predet",
        "quantmod",
        "case",
        "advmod",
        "punct",
        "npadvmod",
        "neg",
        "conj",
        "cc",
        "pobj",
        "prep",
        "nsubj",
    }
)
_NP_STARTERS = frozenset({"det", "amod", "compound", "poss", "nummod", "nmod", "predet", "quantmod"})


def places_between(mentions: Sequence[Mention], first: int, last: int) -> tuple[int, int]:
    """From where to where those of some mentions in text order stand that begin between two tokens: found by halving, as a text of a
    megabyte holds tens of thousands, and to look through all of them for each would take hours."""
    low = bisect_left(mentions, first, key=_first_token)
    return low, bisect_left(mentions, last, low, key=_first_token)


def _first_token(mention: Mention) -> int:
    return mention.first


def noun_phrase_start(tagged: TaggedText, head: int) -> int:
    """First token of the noun phrase that ends in `head`: its determiner, possessor or first modifier."""
    first = head
    children = tagged.children
    for child in children[head]:
        if child < head and tagged.deps[child] in _NP_STARTERS:
            first = min(first, _leftmost(tagged, child))
    while first < head and (not tagged.words[first][0].isalnum()):
        first += 1
    return first


def _leftmost(tagged: TaggedText, position: int) -> int:
    low = position
    for child in tagged.children[position]:
        if child < position and tagged.deps[child] in _LEFT_DEPENDENTS:
            low = min(low, _leftmost(tagged, child))
    return low
