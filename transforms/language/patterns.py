"""Regular expressions of a language, as data: `name,pattern,source`, a file a stage.

In a pattern `@{NAME}` stands for another row, and `@{times.months}` for the words of a class, the longest first.
"""

import csv
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from transforms.language.word_classes import word_class
from transforms.language.word_rows import ENGLISH

_PART = re.compile(r"@\{([\w.]+)\}")


@cache
def _read_rows(path: Path) -> Mapping[str, str]:
    with path.open(encoding="utf-8", newline="") as file:
        return {row["name"]: row["pattern"] for row in csv.DictReader(file)}


def read_patterns(stage: str, folder: Path = ENGLISH) -> dict[str, str]:
    """The patterns of a stage by their names, in the order of the file, with all that they refer to written out. Raises KeyError
    or UnknownClassError for what does not exist."""
    rows = _read_rows(folder / "patterns" / f"{stage}.csv")

    def fill(match: re.Match[str]) -> str:
        name = match[1]
        if name in rows:
            return _PART.sub(fill, rows[name])
        return "|".join(re.escape(word) for word in sorted(word_class(name), key=lambda word: (-len(word), word)))

    return {name: _PART.sub(fill, pattern) for name, pattern in rows.items() if not name.isupper()}
