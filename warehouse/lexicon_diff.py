"""What two editions of the lexicon say differently: rows that are new, gone or changed."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import polars as pl

from warehouse.tables import ACTORS, ALIASES, TENURES, Table

type Frames = Mapping[str, pl.DataFrame]
COMPARED: tuple[Table, ...] = (ACTORS, ALIASES, TENURES)


class Difference(NamedTuple):
    """One row that differs: `change` is added, removed or changed; `what` gives the columns of a changed row before and after."""

    table: str
    change: str
    key: str
    what: str


def compare(old: Frames, new: Frames) -> Iterator[Difference]:
    """Differences of two editions' actors, aliases and tenures, in the order of their keys."""
    for table in COMPARED:
        before, after = _by_key(table, old[table.name]), _by_key(table, new[table.name])
        for key in sorted(before.keys() | after.keys()):
            one, other = before.get(key), after.get(key)
            if one == other:
                continue
            if one is None:
                yield Difference(table.name, "added", " ".join(key), _shown(other))
            elif other is None:
                yield Difference(table.name, "removed", " ".join(key), _shown(one))
            else:
                changed = [f"{name}: {one[name]} → {other[name]}" for name in one if one[name] != other[name]]
                yield Difference(table.name, "changed", " ".join(key), "; ".join(changed))


def _by_key(table: Table, frame: pl.DataFrame) -> dict[tuple[str, ...], dict[str, object]]:
    return {tuple(str(row[name]) for name in table.key): row for row in frame.iter_rows(named=True)}


def _shown(row: dict[str, object] | None) -> str:
    return "; ".join(f"{name}: {value}" for name, value in (row or {}).items() if value is not None)
