"""One report of speech or thought while it is being put together, in token positions."""

from dataclasses import dataclass

Range = tuple[int, int]


@dataclass(slots=True)
class Report:
    """One attribution; `content` are half-open token ranges in text order, `speaker` is the head of the speaker's phrase."""

    cue: Range
    cue_class: str
    position: int  # the cue's main word
    content: list[Range]
    speaker: int | None
    rule: str
    confidence: float
    is_utterance: bool = False  # a verb of saying, not of thinking or judging
