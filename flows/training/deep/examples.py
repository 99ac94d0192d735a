"""What the encoder learns from: labelled spans of sentences, and which of them are held out to measure."""

import csv
import gzip
import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from transforms.judges.deep.layout import Span

#: One document in so many is held out.
FOLDS = 5
_MARK = re.compile(r"\{[^}]*\}|\[[^\]]*\]")
#: Events whose two ends do the same thing to each other.
_MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
_TONES = {"neg": "negative", "neu": "neutral", "pos": "positive"}


class Example(NamedTuple):
    """A question about a sentence with its answer; `document` is what is held out together."""

    head: str
    document: str
    text: str
    spans: tuple[Span, ...]
    answer: str
    is_news: bool = False

    @property
    def is_held_out(self) -> bool:
        """Whether the example measures only: by a hash of its document, so that no document stands on both sides."""
        return is_held_out(self.document)


def is_held_out(document: str) -> bool:
    """Whether nothing of a document is trained on."""
    return int(hashlib.sha256(document.encode()).hexdigest(), 16) % FOLDS == 0


def read_tones(path: Path) -> Iterator[Example]:
    """NewsMTSC, a JSON object a line: `id` (outlet collection, document, ...), `text`, `start`, `end`, `label`."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            parts = row["id"].split("_")
            document = "_".join(parts[:3] if parts[0] == "polusa" else parts[:2])
            yield Example("tone", document, row["text"], ((row["start"], row["end"]),), _TONES[row["label"]])


def read_places(paths: Iterable[Path]) -> Iterator[Example]:
    """Our own sentences, CSV with `sentence`: names in {braces} stand for a power, names in [brackets] for a place."""
    for path in paths:
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                text = _MARK.sub(lambda mark: mark[0][1:-1], row["sentence"])
                for number, mark in enumerate(_MARK.finditer(row["sentence"])):
                    start = mark.start() - 2 * number
                    answer = "power" if mark[0].startswith("{") else "place"
                    yield Example("place_or_power", text, text, ((start, start + len(mark[0]) - 2),), answer)


def read_news_acts(labels: Path, texts: Path) -> Iterator[Example]:
    """Pairs of sentences of NewsMTSC that the rules found to act, judged for this project: CSV with `id` (a row of NewsMTSC), the spans of
    both, and the event; none where the one does nothing to the other. The way back is the same of what two do together, else nothing."""
    with gzip.open(texts, "rt", encoding="utf-8") as lines:
        text_of = {row["id"]: row["text"] for row in map(json.loads, lines)}
    with labels.open(encoding="utf-8", newline="") as rows:
        told = {
            (text_of[row["id"]], (int(row["source_start"]), int(row["source_end"])), (int(row["target_start"]), int(row["target_end"]))): (
                row["event"]
            )
            for row in csv.DictReader(rows)
        }
    for (text, source, target), event in told.items():
        yield Example("act", text, text, (source, target), event or "none", is_news=True)
        if event and (text, target, source) not in told:
            yield Example("act", text, text, (target, source), event if event in _MUTUAL else "none", is_news=True)
