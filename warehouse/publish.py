"""Publishing: BI tools and people open a verified copy, put in place of the last one in one step; never the flow's own file.

A reader who has the old copy open keeps it; whoever opens next gets the new one, and nobody ever sees half of either.
"""

import os
import shutil
from contextlib import closing
from pathlib import Path

import duckdb

from warehouse.errors import MendableError
from warehouse.folders import sync_folder
from warehouse.quoting import quote
from warehouse.sql_views import read_views
from warehouse.store import open_warehouse

PUBLISHED_NAME = "personae.duckdb"
VIEW_EXPORTS = "views"
#: What makes a spreadsheet take a cell of text for a formula.
_FORMULA = r"^[=+\-@\t\r]"


class PublishError(MendableError):
    """The copy is not fit to be read; the one published before stays in place."""


def publish_warehouse(warehouse: Path, published: Path) -> Path:
    """Copy the warehouse, which nobody may have open, to `published`/personae.duckdb; its views to `published`/views, Parquet and CSV.

    Raises WarehouseError when the warehouse is in use, PublishError when the copy cannot be read."""
    with closing(open_warehouse(warehouse)) as connection:
        connection.execute("CHECKPOINT")
    log = warehouse.with_name(warehouse.name + ".wal")
    if log.exists():
        raise PublishError(f"{warehouse}: expected everything in the file, found {log.name} beside it; run again: personae ingest")
    published.mkdir(parents=True, exist_ok=True)
    copy, target = published / f".{PUBLISHED_NAME}.new", published / PUBLISHED_NAME
    shutil.copyfile(warehouse, copy)
    with copy.open("rb") as stream:
        os.fsync(stream.fileno())
    with closing(open_warehouse(copy, read_only=True)) as connection:
        verify_views(connection, copy)
        export_views(connection, published / VIEW_EXPORTS)
    copy.replace(target)
    sync_folder(published)
    return target


def verify_views(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Select from every view; raises PublishError when one cannot be read."""
    for view in read_views():
        try:
            connection.execute(f"SELECT * FROM {view.name} LIMIT 1").fetchall()
        except duckdb.Error as problem:
            raise PublishError(f"{path}: expected view {view.name} to be readable, found: {problem}") from problem


def export_views(connection: duckdb.DuckDBPyConnection, folder: Path) -> list[Path]:
    """Write each view as Parquet and as CSV that a spreadsheet opens without running anything; the files written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for view in read_views():
        if not view.is_exported:
            continue
        # answered once, written twice: the views over all pairs and quotations take their time
        connection.execute(f"CREATE OR REPLACE TEMP TABLE answer AS SELECT * FROM {view.name}")
        for suffix, query, options in (
            ("parquet", "SELECT * FROM answer", "FORMAT parquet, COMPRESSION zstd"),
            ("csv", _without_formulas(connection), "FORMAT csv, HEADER"),
        ):
            target = folder / f"{view.name}.{suffix}"
            hidden = folder / f".{target.name}.new"
            connection.execute(f"COPY ({query}) TO {quote(str(hidden))} ({options})")
            hidden.replace(target)
            written.append(target)
    connection.execute("DROP TABLE IF EXISTS answer")
    return written


def _without_formulas(connection: duckdb.DuckDBPyConnection) -> str:
    """The answer with an apostrophe before each text that a spreadsheet would run; numbers and days stay as they are."""
    columns = [
        f"CASE WHEN regexp_matches({name}, {quote(_FORMULA)}) THEN chr(39) || {name} ELSE {name} END AS {name}"
        if kind == "VARCHAR"
        else name
        for name, kind, *_ in connection.execute("DESCRIBE answer").fetchall()
    ]
    return f"SELECT {', '.join(columns)} FROM answer"
