"""NewsMTSC (Hamborg and Donnay 2021; MIT License), on whose sentences judges are trained; it is not part of the project."""

import gzip
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

#: The file of the corpus in the folder that a training is given: JSON Lines with `id`, `text`, and the span and label of one target.
FILE = "tone_newsmtsc.jsonl.gz"

type Row = Mapping[str, Any]


def read_rows(folder: Path) -> Sequence[Row]:
    """Every target of the corpus. Raises OSError."""
    with gzip.open(folder / FILE, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def texts_of(rows: Sequence[Row]) -> dict[str, str]:
    """The texts by id."""
    return {row["id"]: row["text"] for row in rows}


def document_of(name: str) -> str:
    """The document that a text is from, by its id."""
    return "_".join(name.split("_")[:3])
