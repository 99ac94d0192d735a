"""What the encoder decides, in the terms of the stages: the tone toward a span, place or power, what one does to another."""

from collections.abc import Sequence

from transforms.acts.act_reader import ActReader, Chances
from transforms.annotations import TaggedText
from transforms.identities.links import PlaceReader
from transforms.judges.deep.encoder import DECIMALS, Encoder
from transforms.judges.deep.layout import HEADS
from transforms.judges.tones.model import Tones
from transforms.tones.tone_words import ToneWords
from transforms.tones.tones import NEUTRAL, SpanJudge, Verdict

_LABELS = ("negative", "neutral", "positive")
_ACTS = next(head.answers for head in HEADS if head.name == "act")


def judge_tones(encoder: Encoder) -> SpanJudge:
    """Tones toward spans by the encoder; where it was not asked, a span is neutral."""

    def judge(tagged: TaggedText, spans: Sequence[tuple[int, int]]) -> list[Verdict]:
        answers = encoder.ask("tone", tagged, [(span,) for span in spans])
        return [NEUTRAL if answer is None else _verdict(*answer) for answer in answers]

    return judge


def judge_tones_of_speech(encoder: Encoder, tones: Tones, words: ToneWords) -> SpanJudge:
    """Tones toward whom somebody's words are about: by the linear judge and the encoder together; where one was not asked, a span is
    neutral."""

    def judge(tagged: TaggedText, spans: Sequence[tuple[int, int]]) -> list[Verdict]:
        answers = encoder.ask("tone", tagged, [(span,) for span in spans])
        found = []
        for seen, answer in zip(tones.speech.weigh(words, tagged, spans), answers, strict=True):
            if seen is None or answer is None:
                found.append(NEUTRAL)
            else:
                negative, neutral, positive = answer
                found.append(tones.judge_read(seen, (negative, neutral, positive)))
        return found

    return judge


def _verdict(negative: float, neutral: float, positive: float) -> Verdict:
    chances = (negative, neutral, positive)
    # of equals the neutral one
    best = max((1, 0, 2), key=lambda place: chances[place])
    return Verdict(round(positive - negative, DECIMALS), _LABELS[best])


def read_powers(encoder: Encoder) -> PlaceReader:
    """How likely names of places stand for those who act there, by the encoder."""

    def read(tagged: TaggedText, spans: Sequence[tuple[int, int]]) -> list[float | None]:
        answers = encoder.ask("place_or_power", tagged, [(span,) for span in spans])
        return [None if answer is None else answer[1] for answer in answers]

    return read


def read_acts(encoder: Encoder) -> ActReader:
    """What spans do to each other, by the encoder."""

    def read(tagged: TaggedText, pairs: Sequence[tuple[tuple[int, int], tuple[int, int]]]) -> list[Chances | None]:
        answers = encoder.ask("act", tagged, pairs)
        return [None if answer is None else dict(zip(_ACTS, answer, strict=True)) for answer in answers]

    return read
