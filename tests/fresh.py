"""New warehouses as copies of one: to declare all tables, views and comments takes longer than most tests."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from warehouse.store import open_warehouse


@cache
def _made() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "w.duckdb"
        open_warehouse(path).close()
        return path.read_bytes()


def lay_new(path: Path) -> Path:
    """Have an empty warehouse stand there; how one is made is tested in `tests/warehouse/test_store.py`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_made())
    return path


def open_new(path: Path) -> duckdb.DuckDBPyConnection:
    """A connection to an empty warehouse."""
    return open_warehouse(lay_new(path))
