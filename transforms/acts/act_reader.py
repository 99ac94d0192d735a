"""What a reader of whole sentences, that knows neither the syntax nor the words of the patterns, says of acts between two."""

from collections.abc import Callable, Mapping, Sequence

from transforms.annotations import TaggedText

#: Probabilities of the events from one to another, and of NOTHING.
type Chances = Mapping[str, float]
type _Span = tuple[int, int]
#: What is read between two spans of characters of an article, source and target; None where it was not read so far.
type ActReader = Callable[[TaggedText, Sequence[tuple[_Span, _Span]]], Sequence[Chances | None]]

NOTHING = "none"
