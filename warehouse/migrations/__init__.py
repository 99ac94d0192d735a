"""The steps that bring an older warehouse file to the present form: `NNNN_name.sql`, numbered from 0001 without gaps, each one transaction.

A new file is made from `warehouse.tables` as it stands, and counts as having taken all steps.
"""

import re
from dataclasses import dataclass
from pathlib import Path

MIGRATION_FOLDER = Path(__file__).parent
_NAME = re.compile(r"(\d{4})_([a-z0-9_]+)\.sql")


@dataclass(frozen=True)
class Migration:
    """One step; number 0 is the making of the tables."""

    number: int
    name: str
    sql: str


def read_migrations(folder: Path = MIGRATION_FOLDER) -> list[Migration]:
    """The steps in their order, from 0. Raises ValueError when a file is misnamed or a number is missing: a step must never be skipped."""
    steps = [Migration(0, "initial tables", "")]
    for path in sorted(folder.glob("*.sql")):
        match = _NAME.fullmatch(path.name)
        if match is None or int(match[1]) != len(steps):
            raise ValueError(f"{path.name}: expected a name like {len(steps):04d}_what_it_does.sql")
        steps.append(Migration(int(match[1]), match[2].replace("_", " "), path.read_text(encoding="utf-8")))
    return steps
