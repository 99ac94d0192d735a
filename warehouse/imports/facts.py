"""Open facts as they come, and imported rows as they are kept: sorted CSV, the large files packed, the same bytes for the same facts."""

import csv
import gzip
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO
from pathlib import Path

from warehouse.seeds import SEED_FOLDER

type Fact = Mapping[str, str]

IMPORTED_FOLDER = SEED_FOLDER / "imported"


def read_facts(folder: Path, name: str) -> list[dict[str, str]]:
    """Rows of `<name>.csv.gz` in the folder of facts. Raises OSError when it is not there."""
    with gzip.open(folder / f"{name}.csv.gz", "rt", encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def read_seed(path: Path) -> list[dict[str, str]]:
    """Rows of one of our seed files."""
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def write_rows(path: Path, columns: Sequence[str], rows: Iterable[Fact]) -> int:
    """Write the rows with just these columns, in the order of all of them, packed when the name says so; returns how many."""
    kept = sorted(({name: row.get(name, "") for name in columns} for row in rows), key=lambda row: tuple(row.values()))
    text = StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(kept)
    content = text.getvalue().encode()
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(gzip.compress(content, mtime=0) if path.suffix == ".gz" else content)
    return len(kept)


def cited(source: str) -> str:
    """The source of a fact in few words: repository and commit."""
    return source.split(" ")[0]


def is_latin(name: str) -> bool:
    """Whether English news prints the name as it is: Latin letters only."""
    return all(not letter.isalpha() or ord(letter) < 0x250 or 0x1E00 <= ord(letter) < 0x1F00 for letter in name)
