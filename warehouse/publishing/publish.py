"""Publishing: BI tools and people open a verified copy, put in place of the last one in one step; never the flow's own file.

A reader who has the old copy open keeps it; whoever opens next gets the new one, and nobody ever sees half of either.
"""

import os
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from functools import partial
from hashlib import sha256
from pathlib import Path

import duckdb

from warehouse.errors import MendableError
from warehouse.folders import clone_file, put_in_place, remove_any, require_room, sync_folder
from warehouse.hashes import read_everything
from warehouse.places import DEFAULT_NAME
from warehouse.points import reach
from warehouse.publishing import publications
from warehouse.publishing.answers import CATALOG, bring_up_to_date
from warehouse.publishing.changed import Publication
from warehouse.publishing.kept import KeptFiles
from warehouse.publishing.standing import UNFINISHED, note_recipe
from warehouse.quoting import quote
from warehouse.sql_views import View, answer_once, read_views
from warehouse.store import CATALOG as WAREHOUSE
from warehouse.store import bound_memory, connect_again, open_warehouse, replace_by, warehouse_id
from warehouse.tables import RUNS

PUBLISHED_NAME = DEFAULT_NAME
VIEW_EXPORTS = "views"
#: Room that publishing takes, in sizes of the warehouse: for the copy, its views and pages, and what is kept for the next one.
COPIES = 3
#: Folder of what the next publication need not make again; whoever removes it loses time and nothing else.
KEPT_PARTS = "kept"
#: Given the copy that is about to be published: how to get what is made of it under hidden names, and where it belongs. It may be begun at
#: once, and made while the views are answered; it is asked for when the file of answers stands among what is kept.
type PrepareMore = Callable[[Publication], Callable[[], dict[Path, Path]]]
#: What may be held in memory while answers are written, which are read once from end to end, and other parts are made beside it.
_WHILE_WRITING = "250MB"
#: What makes a spreadsheet take a cell of text for a formula.
_FORMULA = r"^[=+\-@\t\r]"


class PublishError(MendableError):
    """The copy is not fit to be read; the one published before stays in place."""


def publish_warehouse(
    warehouse: Path, published: Path, run_id: str | None = None, prepare_more: PrepareMore | None = None, recipe: str = ""
) -> Path:
    """Copy the warehouse, which nobody may have open, to `published`/personae.duckdb; its views to `published`/views, Parquet and CSV.

    Everything is made under hidden names and takes its place when all of it is made, the copy last: until then all is as it was, and then
    the run of that id counts as completed in it. `prepare_more` makes what else is to take its place with it; `recipe` says with which
    version and settings, for `standing.is_published`. The copy is read to the last column and compared before; the one published before and
    its forerunners are kept as `published`/previous, KEPT of them. Raises WarehouseError when the warehouse is in use, PublishError when it
    or the copy cannot be read, NoRoomError."""
    copy, target = published / f".{PUBLISHED_NAME}.new", published / PUBLISHED_NAME
    with closing(open_warehouse(warehouse)) as connection:
        bound_memory(connection)
        expected, owner = _read(connection, warehouse, replace_by(target, warehouse)), warehouse_id(connection)
        reach("publish: before the checkpoint")
        connection.execute("CHECKPOINT")
    log = warehouse.with_name(warehouse.name + ".wal")
    if log.exists():
        raise PublishError(f"{warehouse}: expected everything in the file, found {log.name} beside it; run again: personae ingest")
    require_room(published, COPIES * warehouse.stat().st_size, "for the copy, its views and pages")
    published.mkdir(parents=True, exist_ok=True)
    _sweep(published)
    views, kept = (published / f".{part}.new" for part in (VIEW_EXPORTS, KEPT_PARTS))
    waiting = {views: published / VIEW_EXPORTS, kept: published / KEPT_PARTS}
    try:
        _copy(warehouse, copy, run_id, recipe)
        kept.mkdir()
        publication = Publication(copy, target, expected, published / KEPT_PARTS, kept)
        more = prepare_more(publication) if prepare_more is not None else dict[Path, Path]
        with closing(open_warehouse(copy, read_only=True)) as connection:
            bound_memory(connection)
            with _beside(connection, partial(_look_through, publication=publication, warehouse=warehouse)), _telling(None, kept):
                bring_up_to_date(connection, publication)
            with _beside(connection, partial(_write_answers, copy=copy, folder=views, old=published / VIEW_EXPORTS)) as written:
                waiting |= more()
        publications.note_checksum(published, written.result())
        publications.keep_previous(target, owner)
        publications.forget_oldest(published, owner)  # before the copy takes its place: a run that finds it there publishes nothing
        for hidden, place in waiting.items():
            reach("publish: before a part takes its place")
            put_in_place(hidden, place)
        reach("publish: before the copy takes its place")
        copy.replace(target)
        sync_folder(published)
        reach("publish: published")
    finally:
        _sweep(published)
    return target


def _sweep(published: Path) -> None:
    """Remove what is under hidden names: what a run that was killed left there, and what gave way.

    The log of a hidden copy goes with it: what a run that was killed wrote into its copy would else be written into the next one."""
    for hidden in sorted(published.glob(UNFINISHED)):
        remove_any(hidden)
        reach("publish: one hidden thing removed")


def _copy(warehouse: Path, copy: Path, run_id: str | None, recipe: str) -> None:
    reach("publish: before the copy")
    clone_file(warehouse, copy)
    reach("publish: copied")
    with closing(duckdb.connect(str(copy))) as connection:
        note_recipe(connection, recipe)
        if run_id is not None:
            connection.execute("UPDATE runs SET status = 'completed', finished_at = ? WHERE run_id = ?", [datetime.now(UTC), run_id])
        reach("publish: before the copy's checkpoint")
        connection.execute("CHECKPOINT")
    with copy.open("rb") as stream:
        os.fsync(stream.fileno())
    reach("publish: copy on disk")


def _read(connection: duckdb.DuckDBPyConnection, path: Path, command: str) -> dict[str, tuple[int, int]]:
    try:
        return read_everything(connection)
    except duckdb.Error as problem:
        said = " ".join(str(problem).split())
        raise PublishError(f"{path}: expected every block to be readable, found: {said}; mend it with: {command}") from problem


@contextmanager
def _beside[Made](connection: duckdb.DuckDBPyConnection, work: Callable[[duckdb.DuckDBPyConnection], Made]) -> Iterator[Future[Made]]:
    """Have a thread work on the same copy, with a connection of its own, while the block is done: Python waits for neither of them while
    DuckDB is at it. What the work raises comes first, for it may be why the block fails; it is broken off when the block is to end."""
    with closing(connect_again(connection)) as own, ThreadPoolExecutor(1) as thread:
        working = thread.submit(work, own)
        try:
            yield working
            working.result()
        except Exception as problem:
            cause = working.exception()
            if cause is not None and cause is not problem:
                raise cause from problem
            raise
        except BaseException:
            own.interrupt()
            raise


def _look_through(connection: duckdb.DuckDBPyConnection, publication: Publication, warehouse: Path) -> None:
    """Raises PublishError unless the copy holds what the warehouse held, and every view works there."""
    copy, expected = publication.copy, publication.totals
    found = _read(connection, copy, "personae ingest")
    differing = [name for name in expected if name != RUNS.name and found[name] != expected[name]]
    if differing:
        raise PublishError(f"{copy}: expected the rows of {warehouse}, found others in {differing}; run again: personae ingest")
    _look_at_views(connection, publication.new)


def _write_answers(connection: duckdb.DuckDBPyConnection, copy: Path, folder: Path, old: Path) -> str:
    """As `write_views`, of views that are answered in the catalog that another connection attached; the checksum of the copy.

    It is noted only when all is made: else what was never published would push out of the list what was."""
    connection.execute(f"SET search_path = '{CATALOG},{WAREHOUSE}'")
    connection.execute(f"SET memory_limit = {quote(_WHILE_WRITING)}")
    write_views(connection, folder, old)
    return publications.digest(copy)


def export_views(connection: duckdb.DuckDBPyConnection, folder: Path) -> list[Path]:
    """Answer the views and write them into a folder, as `write_views`. Raises PublishError when one does not work."""
    _look_at_views(connection, folder)
    answer_once(connection, Counter([view.name for view in read_views()] * 2))
    return write_views(connection, folder)


def _look_at_views(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    for view in read_views():
        with _telling(view, folder):
            connection.sql(f"SELECT * FROM {view.name}")  # which looks up its tables and columns, and asks for no row


def write_views(connection: duckdb.DuckDBPyConnection, folder: Path, old: Path | None = None) -> list[Path]:
    """Write the answer to each view as Parquet and as CSV that a spreadsheet opens without running anything; the files written.

    Of views whose rows are those of the files in `old` these are taken."""
    folder.mkdir(parents=True, exist_ok=True)
    files = KeptFiles(old or folder, folder)
    written = []
    for view in read_views():
        if view.is_exported:
            with _telling(view, folder):
                written += _export(connection, view, files)
    files.write_manifest()
    return written


@contextmanager
def _telling(view: View | None, folder: Path) -> Iterator[None]:
    """If the block fails, name the view; report a full disk as such."""
    try:
        yield
    except (duckdb.ProgrammingError, duckdb.DataError) as problem:
        raise PublishError(f"{folder}: expected to answer {f'view {view.name}' if view else 'all views'}, found: {problem}") from problem


def _export(connection: duckdb.DuckDBPyConnection, view: View, files: KeptFiles) -> list[Path]:
    names = [f"{view.name}.parquet", f"{view.name}.csv"]
    key = _key(connection, view)
    if not files.keep(key, *names):
        for name, query, options in zip(
            names,
            (f"SELECT * FROM {view.name}", _without_formulas(connection, view)),
            ("FORMAT parquet, COMPRESSION zstd", "FORMAT csv, HEADER"),
            strict=True,
        ):
            connection.execute(f"COPY ({query}) TO {quote(str(files.new / name))} ({options})")
            reach("views: one written")
        files.note(key, *names)
    return [files.new / name for name in names]


def _key(connection: duckdb.DuckDBPyConnection, view: View) -> str:
    """A hash of the answer, whatever the order of its rows, which the view's SQL decides."""
    ((count, total),) = connection.execute(f"SELECT count(*), coalesce(sum(hash(row_)), 0) FROM {view.name} AS row_").fetchall()
    return f"{duckdb.__version__}-{sha256(view.sql.encode()).hexdigest()[:16]}-{count}-{total}"


def _without_formulas(connection: duckdb.DuckDBPyConnection, view: View) -> str:
    """The answer with an apostrophe before each text that a spreadsheet would run; numbers and days stay as they are."""
    columns = [
        f"CASE WHEN regexp_matches({name}, {quote(_FORMULA)}) THEN chr(39) || {name} ELSE {name} END AS {name}"
        if kind == "VARCHAR"
        else name
        for name, kind, *_ in connection.execute(f"DESCRIBE {view.name}").fetchall()
    ]
    return f"SELECT {', '.join(columns)} FROM {view.name}"
