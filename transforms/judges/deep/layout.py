"""How sentences and questions stand before the encoder.

A question is asked by marker tokens that hover over the sentence: one at the first and one at the last word piece of each span it asks
about, with the position of that piece. Markers see the sentence and the other markers of their question; the sentence sees no marker. So
a sentence is encoded once, whatever is asked about it ("levitated markers": Zhong and Chen 2021, PURE; Ye and others 2022, PL-Marker).
"""

from collections.abc import Sequence
from typing import NamedTuple

from warehouse.vocabulary import EVENTS

#: A character span of a sentence, start to end.
type Span = tuple[int, int]
#: Character spans of the word pieces of a sentence, those of the start and end token empty.
type Offsets = Sequence[tuple[int, int]]


class Head(NamedTuple):
    """What is asked: the spans by name, in the order of a question, and the possible answers."""

    name: str
    spans: tuple[str, ...]
    answers: tuple[str, ...]


HEADS: tuple[Head, ...] = (
    Head("tone", ("target",), ("negative", "neutral", "positive")),
    Head("place_or_power", ("name",), ("place", "power")),
    Head("act", ("source", "target"), ("none", *EVENTS)),
)

#: Word pieces of the base model that no text holds, [unused0] and following: the markers of the heads in their order.
FIRST_MARKER = 1
#: Longer sentences are read up to here; what is asked behind it goes unanswered.
MOST_PIECES = 256


def markers_of(head: Head) -> list[int]:
    """Ids of a head's marker tokens, two for each span."""
    before = sum(2 * len(other.spans) for other in HEADS[: HEADS.index(head)])
    return [FIRST_MARKER + before + number for number in range(2 * len(head.spans))]


def place_markers(offsets: Offsets, spans: Sequence[Span]) -> list[int] | None:
    """Positions of a question's markers, those of the first and last word piece of each span; None where one lies behind what is read."""
    positions: list[int] = []
    for start, end in spans:
        inside = [number for number, (low, high) in enumerate(offsets) if low < end and high > start and low < high]
        if not inside:
            return None
        positions += (inside[0], inside[-1])
    return positions
