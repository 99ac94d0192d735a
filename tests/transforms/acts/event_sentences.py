"""Sentences of one act each: event type, source, target (tests/transforms/acts/event_sentences.csv)."""

import csv
from collections.abc import Mapping
from pathlib import Path

from transforms.annotations import Annotation, Mention

SENTENCES = list(csv.DictReader(Path(__file__).with_suffix(".csv").read_text(encoding="utf-8").splitlines()))


def is_at(text: str, mention: Mention | None, words: str) -> bool:
    """Whether an end stands where the words do; "German" stands for Germany, an empty cell for nobody."""
    if not words:
        return mention is None
    found = next((start for form in (words, words[:6]) if (start := text.lower().find(form.lower())) >= 0), -1)
    return mention is not None and found >= 0 and mention.start < found + len(words) and found < mention.end


def is_found(row: Mapping[str, str], done: Annotation) -> bool:
    """Whether the act of a sentence is among its dyads, with both ends."""
    return any(
        dyad.event == row["event"]
        and is_at(row["sentence"], dyad.source, row["source"])
        and is_at(row["sentence"], dyad.target, row["target"])
        for dyad in done.dyads
    )
