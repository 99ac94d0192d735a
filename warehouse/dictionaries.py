"""The dictionaries of the analysis: words that report speech, words that say who does what to whom, words that carry tone."""

from pathlib import Path

import polars as pl

from warehouse import vocabulary as words
from warehouse.seeds import SEED_FOLDER

CUE_PARTS = ("verb", "noun", "adjective", "phrase")
EVENT_PARTS = ("verb", "noun", "adjective")
TONE_WORD_KINDS = ("verb", "word")


def read_cues(folder: Path = SEED_FOLDER) -> pl.DataFrame:
    """Rows of `cues.csv`. Raises ValueError naming the row when a class or part is not of the closed lists."""
    frame = pl.read_csv(folder / "cues.csv", infer_schema=False)
    _expect(frame, "cues.csv", "part", CUE_PARTS)
    _expect(frame, "cues.csv", "cue_class", words.CUE_CLASSES)
    return frame


def read_events(folder: Path = SEED_FOLDER) -> pl.DataFrame:
    """Rows of `events.csv`; an empty event marks a stance that is not an event ("express concern").

    Raises ValueError naming the row when an event or part is not of the closed lists."""
    frame = pl.read_csv(folder / "events.csv", infer_schema=False)
    _expect(frame, "events.csv", "part", EVENT_PARTS)
    _expect(frame, "events.csv", "event", (*words.EVENTS, ""))
    return frame.with_columns(pl.col("tone").cast(pl.Float64))


def read_tones(folder: Path = SEED_FOLDER) -> pl.DataFrame:
    """Rows of `tones.csv`. Raises ValueError naming the row when a kind is not of the closed list."""
    frame = pl.read_csv(folder / "tones.csv", infer_schema=False)
    _expect(frame, "tones.csv", "word_kind", TONE_WORD_KINDS)
    return frame.with_columns(pl.col("tone", "toward_subject", "toward_object").cast(pl.Float64))


def _expect(frame: pl.DataFrame, name: str, column: str, allowed: tuple[str, ...]) -> None:
    unknown = frame.filter(~pl.col(column).fill_null("").is_in(allowed))
    if not unknown.is_empty():
        raise ValueError(f"{name}: expected {column} of {allowed}, found {unknown.row(0)}")
