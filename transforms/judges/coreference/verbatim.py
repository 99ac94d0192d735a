"""Who a pronoun is not, since somebody else's words are given as they were said: who speaks calls himself "I" in them."""

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter, itemgetter

from transforms.annotations import Mention, Quote, TaggedText
from transforms.speech.quote_marks import pair_marks

type Span = tuple[int, int]
#: So many spans before a place are looked at, since one may stand in another.
_NEAR = 4


class Verbatim:
    """What stands in quote marks of the text's quotations, with the speakers."""

    def __init__(self, tagged: TaggedText, quotes: Sequence[Quote]) -> None:
        marks = [(quoted.start, quoted.end) for quoted in pair_marks(tagged)] if any(quote.kind == "mixed" for quote in quotes) else []
        self._spans: list[tuple[int, int, Mention]] = []
        self._of_speaker: dict[int, list[Span]] = {}
        for quote in quotes:
            if quote.speaker is None or quote.kind == "indirect":
                continue
            spans = quote.content if quote.kind == "direct" else [span for span in marks if _is_inside(span, quote.content)]
            self._spans += [(start, end, quote.speaker) for start, end in spans]
            self._of_speaker.setdefault(quote.speaker.start, []).extend(spans)
        self._spans.sort(key=itemgetter(0))

    def speaker_at(self, position: int) -> Mention | None:
        """Who says what stands there, if it stands in quote marks."""
        place = bisect_left(self._spans, position, key=itemgetter(0))
        near = self._spans[max(place - _NEAR, 0) : place]
        return next((speaker for _, end, speaker in reversed(near) if position < end), None)

    def named_by(self, speaker: Mention, mentions: Sequence[Mention]) -> set[str]:
        """Whom a speaker names in quote marks: none of them speaks."""
        named = set[str]()
        for start, end in self._of_speaker.get(speaker.start, ()):
            first, last = (bisect_left(mentions, place, key=attrgetter("start")) for place in (start, end))
            named |= {m.actor_id for m in mentions[first:last] if m.layer == "name" and m.actor_id is not None}
        return named


def _is_inside(span: Span, content: Sequence[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in content)
