"""What a reader of whole sentences says of a pair, weighed with what the judge of acts says of it."""

from collections.abc import Callable, Mapping, Sequence

from transforms.annotations import TaggedText

#: The answer that the one does nothing to the other.
NONE = "none"
#: No answer is held for less likely: one that never was seen is not impossible.
_LEAST = 0.005

#: Probabilities of the events from one to another and of NONE.
type Chances = Mapping[str, float]
#: What is read between two spans of characters of an article, source and target; None where it was not read so far.
type PairReader = Callable[[TaggedText, Sequence[tuple[tuple[int, int], tuple[int, int]]]], Sequence[Chances | None]]


def weigh_together(judged: Chances, read: Chances) -> Chances:
    """The two as judges who know nothing of each other: their probabilities multiplied, and made to add up to 1 (product of experts,
    Hinton 2002)."""
    products = {answer: max(chance, _LEAST) * max(read[answer], _LEAST) for answer, chance in judged.items()}
    total = sum(products.values())
    return {answer: product / total for answer, product in products.items()}
