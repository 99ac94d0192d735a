"""A second reading of acts, by a reader of whole sentences that knows neither the syntax nor the words of the patterns.

Rules that half guess who acts on whom are not believed where the reader is sure that the one does nothing to the other: what a pattern took
for an act stays without its event, what the judge of acts added is dropped. Where the reader is sure of another event, that one is told."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from transforms.annotations import Dyad, TaggedText

#: Probabilities of the events from one to another, and of NOTHING.
type Chances = Mapping[str, float]
type _Span = tuple[int, int]
#: What is read between two spans of characters of an article, source and target; None where it was not read so far.
type ActReader = Callable[[TaggedText, Sequence[tuple[_Span, _Span]]], Sequence[Chances | None]]

NOTHING = "none"
#: The judge's rule for acts that it alone has found.
ADDED = "judge"
#: Rules that half guess who acts on whom; of their acts more are none than of others.
GUESSING = frozenset({ADDED, "judge.target", "verb.inside", "refusal"})
#: Their acts are none from this probability of NOTHING on. Acts of other rules stand: on archives as many right ones as wrong would go.
SURE_OF_NOTHING = 0.7
#: An act gets another event from this probability of that event on, but not where it is still to come: then its event is what is intended.
SURE_OF_EVENT = 0.92
#: PLOVER counts signatures of agreements as SUPPORT, as the patterns do.
_SIGNED = ("SUPPORT", "AGREE")
_STILL_TO_COME = frozenset({"future", "hypothetical"})


def read_again(tagged: TaggedText, dyads: Sequence[Dyad], reader: ActReader) -> list[Dyad]:
    """The dyads of an article after the second reading, in their order."""
    asked = [dyad for dyad in dyads if dyad.event is not None and dyad.source is not None and dyad.target is not None]
    spans = [((dyad.source.start, dyad.source.end), (dyad.target.start, dyad.target.end)) for dyad in asked if dyad.source and dyad.target]
    read = {id(dyad): chances for dyad, chances in zip(asked, reader(tagged, spans), strict=True)}
    return [kept for dyad in dyads for kept in _decide(dyad, read.get(id(dyad)))]


def _decide(dyad: Dyad, chances: Chances | None) -> Iterator[Dyad]:
    if chances is None:
        yield dyad
        return
    event = max(chances, key=lambda answer: chances[answer])
    if event == NOTHING:
        yield from _without_event(dyad, chances[NOTHING])
    elif event != dyad.event and chances[event] >= SURE_OF_EVENT and dyad.tense not in _STILL_TO_COME and (dyad.event, event) != _SIGNED:
        yield replace(dyad, event=event, rule="reread.event", confidence=chances[event])
    else:
        yield dyad


def _without_event(dyad: Dyad, chance: float) -> Iterator[Dyad]:
    if dyad.rule not in GUESSING or chance < SURE_OF_NOTHING:
        yield dyad
    elif dyad.rule != ADDED:
        yield replace(dyad, event=None, rule="reread.none", confidence=chance, tone=None)
