"""Who a pronoun is not, since somebody else's words are given as they were said: who speaks calls himself "I" in them."""

from collections.abc import Sequence

from transforms.annotations import Mention, Quote, TaggedText
from transforms.speech.quote_marks import pair_marks

type Span = tuple[int, int]


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

    def speaker_at(self, position: int) -> Mention | None:
        """Who says what stands there, if it stands in quote marks."""
        return next((speaker for start, end, speaker in self._spans if start < position < end), None)

    def named_by(self, speaker: Mention, mentions: Sequence[Mention]) -> set[str]:
        """Whom a speaker names in quote marks: none of them speaks."""
        spans = self._of_speaker.get(speaker.start, ())
        return {
            mention.actor_id
            for mention in mentions
            if mention.layer == "name" and mention.actor_id is not None and any(start < mention.start < end for start, end in spans)
        }


def _is_inside(span: Span, content: Sequence[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in content)
