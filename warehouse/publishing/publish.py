"""Publishing: BI tools and people open a verified copy, put in place of the last one in one step; never the flow's own file.

A reader who has the old copy open keeps it; whoever opens next gets the new one, and nobody ever sees half of either.
"""

import os
import shutil
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from warehouse.errors import MendableError
from warehouse.folders import require_room, sync_folder
from warehouse.hashes import read_everything
from warehouse.places import DEFAULT_NAME
from warehouse.points import reach
from warehouse.publishing import publications
from warehouse.quoting import quote
from warehouse.sql_views import read_views
from warehouse.store import open_warehouse, warehouse_id
from warehouse.tables import RUNS

PUBLISHED_NAME = DEFAULT_NAME
VIEW_EXPORTS = "views"
#: What makes a spreadsheet take a cell of text for a formula.
_FORMULA = r"^[=+\-@\t\r]"


class PublishError(MendableError):
    """The copy is not fit to be read; the one published before stays in place."""


def publish_warehouse(warehouse: Path, published: Path, run_id: str | None = None) -> Path:
    """Copy the warehouse, which nobody may have open, to `published`/personae.duckdb; its views to `published`/views, Parquet and CSV.

    Both are read to the last column and compared before the copy published before gives way; that one and its forerunners are kept as
    `published`/previous, KEPT of them. In the copy the run of that id counts as completed, since nobody reads it before. Raises
    WarehouseError when the warehouse is in use, PublishError when it or the copy cannot be read, NoRoomError."""
    with closing(open_warehouse(warehouse)) as connection:
        expected, owner = _read(connection, warehouse, f"cp {published / PUBLISHED_NAME} {warehouse}"), warehouse_id(connection)
        connection.execute("CHECKPOINT")
    log = warehouse.with_name(warehouse.name + ".wal")
    if log.exists():
        raise PublishError(f"{warehouse}: expected everything in the file, found {log.name} beside it; run again: personae ingest")
    require_room(published, 2 * warehouse.stat().st_size, "for the copy and its views")
    published.mkdir(parents=True, exist_ok=True)
    copy, target = published / f".{PUBLISHED_NAME}.new", published / PUBLISHED_NAME
    reach("publish: before the copy")
    shutil.copyfile(warehouse, copy)
    reach("publish: copied")
    if run_id is not None:
        _complete(copy, run_id)
    with copy.open("rb") as stream:
        os.fsync(stream.fileno())
    with closing(open_warehouse(copy, read_only=True)) as connection:
        found = _read(connection, copy, "personae ingest")
        differing = [name for name in expected if name != RUNS.name and found[name] != expected[name]]
        if differing:
            raise PublishError(f"{copy}: expected the rows of {warehouse}, found others in {differing}; run again: personae ingest")
        verify_views(connection, copy)
        export_views(connection, published / VIEW_EXPORTS)
    publications.note_checksum(published, copy)
    publications.keep_previous(target, owner)
    reach("publish: before the rename")
    copy.replace(target)
    sync_folder(published)
    reach("publish: published")
    publications.forget_oldest(published, owner)
    return target


def _read(connection: duckdb.DuckDBPyConnection, path: Path, command: str) -> dict[str, tuple[int, int]]:
    try:
        return read_everything(connection)
    except duckdb.Error as problem:
        raise PublishError(f"{path}: expected every block to be readable, found: {problem}; mend it with: {command}") from problem


def _complete(copy: Path, run_id: str) -> None:
    """Enter the run as completed in its copy, which is read by nobody unless publishing succeeds."""
    with closing(duckdb.connect(str(copy))) as connection:
        connection.execute("UPDATE runs SET status = 'completed', finished_at = ? WHERE run_id = ?", [datetime.now(UTC), run_id])
        connection.execute("CHECKPOINT")


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
            reach("views: before the rename")
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
