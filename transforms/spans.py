"""Which mentions stand in a stretch of the text."""

from bisect import bisect_left
from collections.abc import Sequence

from transforms.annotations import Mention


def places_between(mentions: Sequence[Mention], first: int, last: int) -> tuple[int, int]:
    """From where to where those of some mentions in text order stand that begin between two tokens: found by halving, as a text of a
    megabyte holds tens of thousands, and to look through all of them for each would take hours."""
    low = bisect_left(mentions, first, key=_first_token)
    return low, bisect_left(mentions, last, low, key=_first_token)


def _first_token(mention: Mention) -> int:
    return mention.first
