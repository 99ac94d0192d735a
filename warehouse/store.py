"""Opening the warehouse file: created when new, brought up to date when old, refused with a plain message when it cannot be used.

The file is attached with storage version v1.0.0, which DuckDB 1.1 to 2.0 read; without it DuckDB 2 writes files that no 1.x opens.
"""

from contextlib import closing, suppress
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import duckdb

from warehouse.errors import MendableError
from warehouse.migrations import MIGRATION_FOLDER, Migration, read_migrations
from warehouse.places import DEFAULT_NAME, is_run_at_work, published_folder
from warehouse.points import reach
from warehouse.quoting import quote
from warehouse.sql_macros import create_macros, read_macros
from warehouse.sql_views import create_views, read_views

CATALOG = "warehouse"
STORAGE_VERSION = "v1.0.0"
#: What a run, and its publishing, may hold in memory of the warehouse, its indexes and intermediate results.
MEMORY = "700MB"
#: The macro that holds the hash of the definitions in the file.
_DEFINED = "definitions_hash"


class WarehouseError(MendableError):
    """The warehouse file cannot be used; the message names the file, what was found and the next command."""


class WarehouseMissingError(WarehouseError):
    """The file does not exist."""


class WarehouseLockedError(WarehouseError):
    """Another process, or another connection of this one, has the file open."""


class WarehouseUnreadableError(WarehouseError):
    """The file is not a DuckDB database, or may not be read."""


class WarehouseForeignError(WarehouseError):
    """The file is a DuckDB database with tables that are not ours."""


class WarehouseNewerError(WarehouseError):
    """The file was written by a newer version of DuckDB or of Personae."""


def open_warehouse(path: Path, read_only: bool = False, migrations: Path = MIGRATION_FOLDER) -> duckdb.DuckDBPyConnection:
    """A connection to the warehouse at `path`, to be closed by the caller (`with` closes it). Raises WarehouseError.

    A missing or empty database is created, unless `read_only`; an older one gets the migrations it lacks. Runs that were killed are entered
    as failed before a reader sees them. Nothing is fetched from the network: extensions are neither installed nor loaded on demand."""
    connection = _open(path, read_only, migrations)
    if not read_only or not _has_killed_runs(connection, path):
        return connection
    connection.close()
    # where nobody may write, the row stays as the killed run left it
    with suppress(WarehouseError, duckdb.Error), closing(_open(path, False, migrations)) as writer:
        end_killed_runs(writer, path)
    return _open(path, read_only, migrations)


def connect_again(connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """Another connection to an open warehouse, for another thread; settings of the first that are its own are made again."""
    another = connection.cursor()
    _set_session(another)
    another.execute(f"USE {CATALOG}")
    return another


def bound_memory(connection: duckdb.DuckDBPyConnection) -> None:
    """Have a connection that reads the whole warehouse, or goes on writing it, keep to MEMORY; what does not fit is written beside the file
    for the while.

    Without it DuckDB takes four fifths of what the machine has, be it only to remember blocks that nobody asks for again."""
    connection.execute(f"SET memory_limit = {quote(MEMORY)}")


def end_killed_runs(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Enter runs that are marked as running as what they are. Only for when none is at work.

    One whose copy is published lacked nothing but its entry, and counts as completed; the others failed."""
    running = {str(run_id) for (run_id,) in connection.execute("SELECT run_id FROM runs WHERE status = 'running'").fetchall()}
    if not running:
        return
    completed = completed_runs(connection, path)
    for run_id in running:
        status, detail = ("completed", None) if run_id in completed else ("failed", "its process ended without a message")
        finished_at = completed.get(run_id, datetime.now(UTC))
        connection.execute(
            "UPDATE runs SET status = ?, finished_at = ?, detail = ? WHERE run_id = ?", [status, finished_at, detail, run_id]
        )


def completed_runs(connection: duckdb.DuckDBPyConnection, path: Path) -> dict[str, datetime]:
    """When the runs ended that the published copy of a warehouse lists as completed; empty without a readable copy."""
    copy = published_folder(path) / DEFAULT_NAME
    if not copy.is_file():
        return {}
    try:
        connection.execute(f"ATTACH {quote(str(copy))} AS published (READ_ONLY)")
    except duckdb.Error:
        return {}
    try:
        rows = connection.execute("SELECT run_id, finished_at FROM published.runs WHERE status = 'completed'").fetchall()
    except duckdb.Error:
        return {}
    finally:
        connection.execute("DETACH published")
    return dict(rows)


def _has_killed_runs(connection: duckdb.DuckDBPyConnection, path: Path) -> bool:
    return bool(connection.execute("SELECT 1 FROM runs WHERE status = 'running'").fetchall()) and not is_run_at_work(path)


def _open(path: Path, read_only: bool, migrations: Path) -> duckdb.DuckDBPyConnection:
    if read_only and not path.is_file():
        raise WarehouseMissingError(
            f"{path}: expected a warehouse, found no such file; make one with: personae ingest FOLDER --warehouse {path}"
        )
    connection = duckdb.connect()
    try:
        _set_session(connection)
        connection.execute("SET autoinstall_known_extensions = false")
        connection.execute("SET autoload_known_extensions = false")
        connection.execute("SET enable_progress_bar = false")
        # with the default of 16 MB every other batch would wait for a checkpoint, as long as its whole load takes
        connection.execute("SET checkpoint_threshold = '256MB'")
        connection.execute(f"SET temp_directory = {quote(f'{path}.tmp')}")
        _attach(connection, path, read_only)
        reach("open: attached")
        _bring_up_to_date(connection, path, read_only, read_migrations(migrations))
    except BaseException:
        connection.close()
        raise
    return connection


def _set_session(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("SET TimeZone = 'UTC'")


def warehouse_id(connection: duckdb.DuckDBPyConnection) -> str:
    """The identity of this warehouse and its copies: the microsecond in which its tables were made."""
    ((made_at,),) = connection.execute("SELECT applied_at FROM migrations WHERE migration_no = 0").fetchall()
    return f"{made_at:%Y%m%dT%H%M%S.%f}"


def _attach(connection: duckdb.DuckDBPyConnection, path: Path, read_only: bool) -> None:
    options = "READ_ONLY" if read_only else f"STORAGE_VERSION {quote(STORAGE_VERSION)}"
    try:
        if not read_only:
            path.parent.mkdir(parents=True, exist_ok=True)
        connection.execute(f"ATTACH {quote(str(path))} AS {CATALOG} ({options})")
    except (duckdb.Error, OSError) as problem:
        raise explain_problem(problem, path) from problem
    connection.execute(f"USE {CATALOG}")


def explain_problem(problem: Exception, path: Path) -> WarehouseError:
    """The typed error for what DuckDB or the file system said; DuckDB distinguishes these cases only by message."""
    said = str(problem)
    if "lock on file" in said or "already attached" in said or "being used by another process" in said:
        holder = said[said.find("(PID") :].split(")")[0] + ")" if "(PID" in said else ""
        return WarehouseLockedError(
            f"{path}: expected no other user, found it open in another process {holder}".rstrip()
            + f"; wait for that run to end, or read the published copy: personae query --warehouse {published_folder(path) / DEFAULT_NAME}"
        )
    if "version number" in said:
        return WarehouseNewerError(f"{path}: written by a newer DuckDB than {duckdb.__version__}; update with: make setup")
    if "Corrupt database" in said:
        return WarehouseUnreadableError(
            f"{path}: expected an intact database, found it damaged: {_one_line(said)}; "
            f"start from the last published copy: {replace_by(published_folder(path) / DEFAULT_NAME, path)}"
        )
    if "WAL file" in said:
        log = path.with_name(f"{path.name}.wal")
        return WarehouseUnreadableError(
            f"{path}: expected an intact log beside it, found it damaged: {_one_line(said)}; "
            f"move it away, and its contents are computed again: mv {log} {log}.damaged"
        )
    if "not a valid DuckDB database" in said:
        return WarehouseUnreadableError(
            f"{path}: expected a DuckDB database, found something else; choose another file: personae ingest FOLDER --warehouse NEW.duckdb"
        )
    return WarehouseUnreadableError(f"{path}: expected a readable and writable file, found: {said.strip()}; look at it with: ls -l {path}")


def replace_by(copy: Path, path: Path) -> str:
    """The command that puts a copy in the place of a warehouse; its log goes, for it belongs to what is replaced."""
    return f"cp {copy} {path}; rm -f {path}.wal"


def _one_line(said: str) -> str:
    return " ".join(said.split())


def _bring_up_to_date(connection: duckdb.DuckDBPyConnection, path: Path, read_only: bool, known: list[Migration]) -> None:
    found = {name for (name,) in connection.execute("SELECT table_name FROM duckdb_tables() WHERE database_name = ?", [CATALOG]).fetchall()}
    if found and "migrations" not in found:
        raise WarehouseForeignError(
            f"{path}: expected a warehouse of Personae, found a database with the tables {', '.join(sorted(found)[:5])}; "
            "choose another file: personae ingest FOLDER --warehouse NEW.duckdb"
        )
    if not found and read_only:
        raise WarehouseForeignError(
            f"{path}: expected a warehouse, found an empty database; fill it with: personae ingest FOLDER --warehouse {path}"
        )
    if not found:
        _create(connection, known)
        return
    ((present,),) = connection.execute("SELECT max(migration_no) FROM migrations").fetchall()
    newest = known[-1].number
    if present > newest:
        raise WarehouseNewerError(
            f"{path}: written by a newer Personae (step {present}, this one knows {newest}); update with: git pull && make setup"
        )
    if read_only:
        return
    for migration in known:
        if migration.number > present:
            _apply(connection, migration)
    if present < newest:
        # only after the last step the tables are as declared
        from warehouse.ddl import comment_tables
        from warehouse.renewal import renew_tables

        renew_tables(connection)
        comment_tables(connection)
    _define(connection)


def _define(connection: duckdb.DuckDBPyConnection) -> None:
    """Views and macros as this version has them, all of them or none; written only where others stand."""
    if _defined(connection) == _definitions(connection):
        return
    connection.begin()
    create_views(connection)
    create_macros(connection)
    connection.execute(f"CREATE OR REPLACE MACRO {_DEFINED}() AS {quote(_definitions(connection))}")
    reach("views: before the commit")
    connection.commit()
    reach("views: committed")


def _definitions(connection: duckdb.DuckDBPyConnection) -> str:
    """A hash of the views and macros that this version declares, and of the names of those views that stand in the file."""
    standing = connection.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal ORDER BY view_name").fetchall()
    return sha256(repr((duckdb.__version__, read_views(), read_macros(), standing)).encode()).hexdigest()


def _defined(connection: duckdb.DuckDBPyConnection) -> str | None:
    """What `_definitions` gave when they were written last."""
    try:
        ((found,),) = connection.execute(f"SELECT {_DEFINED}()").fetchall()
    except duckdb.CatalogException:
        return None
    return str(found)


def _create(connection: duckdb.DuckDBPyConnection, known: list[Migration]) -> None:
    connection.begin()
    # the declarations bring polars along, which a reader need not wait for
    from warehouse.ddl import comment_tables, create_tables

    create_tables(connection)
    comment_tables(connection)
    for migration in known:
        _record(connection, migration)
    reach("create: before the commit")
    connection.commit()
    reach("create: committed")
    _define(connection)


def _apply(connection: duckdb.DuckDBPyConnection, migration: Migration) -> None:
    connection.begin()
    try:
        connection.execute(migration.sql)
        _record(connection, migration)
        connection.commit()
    except BaseException:
        connection.rollback()
        raise


def _record(connection: duckdb.DuckDBPyConnection, migration: Migration) -> None:
    connection.execute("INSERT INTO migrations VALUES (?, ?, ?)", [migration.number, migration.name, datetime.now(UTC)])
