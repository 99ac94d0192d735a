"""Opening the warehouse: made when new, brought up to date when old, refused with the file's name and the next command otherwise."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import duckdb
import pytest

from warehouse.ddl import create_table
from warehouse.migrations import read_migrations
from warehouse.store import (
    WarehouseForeignError,
    WarehouseLockedError,
    WarehouseMissingError,
    WarehouseNewerError,
    WarehouseUnreadableError,
    explain_problem,
    open_warehouse,
)
from warehouse.tables import TABLES


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new folder" / "it's.duckdb"


def make(path: Path, *statements: str) -> Path:
    with closing(open_warehouse(path)) as connection:
        for statement in statements:
            connection.execute(statement)
    return path


def test_a_new_warehouse_has_every_table(path):
    with closing(open_warehouse(path)) as connection:
        names = connection.execute("SELECT table_name FROM duckdb_tables() WHERE NOT internal").fetchall()
    assert {name for (name,) in names} == {table.name for table in TABLES}


def test_a_new_warehouse_is_readable_by_older_versions_of_duckdb(path):
    # version 64 of the storage format is what DuckDB 1.0 to 1.1 read; it stands behind a checksum of 8 bytes and the letters DUCK
    assert int.from_bytes(make(path).read_bytes()[12:20], "little") == 64


def test_it_stays_readable_by_them_after_it_was_opened_again(path):
    make(make(path), "INSERT INTO migrations VALUES (-0, 'x', now()) ON CONFLICT DO NOTHING", "CHECKPOINT")
    assert int.from_bytes(path.read_bytes()[12:20], "little") == 64


def test_what_was_written_is_there_when_it_is_opened_again(path):
    make(path, "INSERT INTO authors VALUES (repeat('a', 16), 0, 'A. Writer', repeat('b', 16))")
    with closing(open_warehouse(path, read_only=True)) as connection:
        assert connection.execute("SELECT author FROM authors").fetchall() == [("A. Writer",)]
        with pytest.raises(duckdb.InvalidInputException, match="read-only"):
            connection.execute("DELETE FROM authors")


def test_a_missing_file_is_refused_for_reading(path):
    with pytest.raises(WarehouseMissingError, match=r"it's\.duckdb: .*personae ingest"):
        open_warehouse(path, read_only=True)
    assert not path.parent.exists()


@pytest.mark.parametrize("read_only", [True, False])
@pytest.mark.parametrize("content", [b"", b"no database", b"no database" * 10_000], ids=["empty", "short", "long"])
def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path, content, read_only):
    path = tmp_path / "w.duckdb"
    path.write_bytes(content)
    with pytest.raises(WarehouseUnreadableError, match=r"w\.duckdb: expected a DuckDB database"):
        open_warehouse(path, read_only)
    assert path.read_bytes() == content


@pytest.mark.parametrize("read_only", [True, False])
def test_a_database_of_somebody_else_is_refused_and_left_alone(tmp_path, read_only):
    path = tmp_path / "w.duckdb"
    with closing(duckdb.connect()) as other:
        other.execute(f"ATTACH '{path}' AS other (STORAGE_VERSION 'v1.0.0')")
        other.execute("CREATE TABLE other.invoices (total INTEGER)")
    with pytest.raises(WarehouseForeignError, match="invoices"):
        open_warehouse(path, read_only)


def test_an_empty_database_is_refused_for_reading_and_filled_for_writing(tmp_path):
    path = tmp_path / "w.duckdb"
    with closing(duckdb.connect()) as other:
        other.execute(f"ATTACH '{path}' AS other (STORAGE_VERSION 'v1.0.0')")
    with pytest.raises(WarehouseForeignError, match="empty database"):
        open_warehouse(path, read_only=True)
    open_warehouse(path).close()
    open_warehouse(path, read_only=True).close()


@pytest.mark.parametrize("read_only", [True, False])
def test_a_file_that_another_process_has_open_is_refused(path, read_only):
    make(path)
    with subprocess.Popen([sys.executable, "-c", _hold(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdin is not None
        assert holder.stdout.readline() == "open\n"
        with pytest.raises(WarehouseLockedError, match=rf"PID {holder.pid}\); wait for that run to end"):
            open_warehouse(path, read_only)
        holder.stdin.close()


def _hold(path: Path) -> str:
    """A program that keeps the file open until its input ends."""
    statement = "ATTACH '{}' AS held".format(str(path).replace("'", "''"))
    return f"import duckdb, sys\nc = duckdb.connect()\nc.execute({statement!r})\nprint('open', flush=True)\nsys.stdin.read()"


def test_a_file_that_this_process_has_open_is_refused(path):
    with closing(open_warehouse(path)), pytest.raises(WarehouseLockedError, match="wait for that run"):
        open_warehouse(path)
    open_warehouse(path).close()


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(WarehouseUnreadableError, match=str(tmp_path)):
        open_warehouse(tmp_path)


def test_a_path_through_a_file_is_refused(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(WarehouseUnreadableError, match=r"w\.duckdb"):
        open_warehouse(tmp_path / "file" / "w.duckdb")


@pytest.mark.parametrize("read_only", [True, False])
def test_a_file_of_a_newer_personae_is_refused(path, read_only):
    make(path, "INSERT INTO migrations VALUES (9999, 'from the future', now())")
    with pytest.raises(WarehouseNewerError, match="step 9999"):
        open_warehouse(path, read_only)


def test_a_damaged_file_is_refused(path):
    content = bytearray(make(path).read_bytes())
    content[12:20] = (9999).to_bytes(8, "little")
    path.write_bytes(content)
    with pytest.raises(WarehouseUnreadableError, match=r"damaged.*cp .*\.duckdb\.published/personae\.duckdb"):
        open_warehouse(path)


def test_a_file_of_a_newer_duckdb_is_told_apart_from_a_damaged_one(path):
    said = duckdb.IOException(
        "IO Error: Trying to read a database file with version number 99, but we can only read versions between 64 and 69."
    )
    problem = explain_problem(said, path)
    assert isinstance(problem, WarehouseNewerError)
    assert "it's.duckdb: written by a newer DuckDB" in str(problem)


def steps(folder: Path, **sql: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in sql.items():
        (folder / f"{name[1:]}.sql").write_text(text)
    return folder


def applied(connection: duckdb.DuckDBPyConnection) -> list[tuple[int, str]]:
    return connection.execute("SELECT migration_no, name FROM migrations ORDER BY migration_no").fetchall()


def test_an_older_file_gets_the_steps_it_lacks_once(path, tmp_path):
    make(path)
    newest = read_migrations()[-1].number
    folder = tmp_path / "steps"
    for migration in read_migrations()[1:]:
        steps(folder, **{f"_{migration.number:04d}_{migration.name.replace(' ', '_')}": migration.sql})
    steps(folder, **{f"_{newest + 1:04d}_add_a_place": "CREATE TABLE place (x INTEGER); INSERT INTO place VALUES (1);"})
    for _ in range(2):
        with closing(open_warehouse(path, migrations=folder)) as connection:
            assert applied(connection)[-1] == (newest + 1, "add a place")
            assert connection.execute("SELECT x FROM place").fetchall() == [(1,)]


def test_a_step_that_fails_leaves_the_file_as_it_was(path, tmp_path):
    make(path)
    newest = read_migrations()[-1].number
    folder = steps(tmp_path / "steps", **{f"_{number:04d}_old": "SELECT 1" for number in range(1, newest + 1)})
    steps(folder, **{f"_{newest + 1:04d}_half": "CREATE TABLE half (x INTEGER); SELECT * FROM nowhere;"})
    with pytest.raises(duckdb.CatalogException, match="nowhere"):
        open_warehouse(path, migrations=folder)
    with closing(open_warehouse(path)) as connection:
        assert applied(connection)[-1][0] == newest
        assert connection.execute("SELECT count(*) FROM duckdb_tables() WHERE table_name = 'half'").fetchall() == [(0,)]


def test_a_new_file_counts_as_having_taken_all_steps(path, tmp_path):
    folder = steps(tmp_path / "steps", _0001_never_run="SELECT * FROM nowhere")
    with closing(open_warehouse(path, migrations=folder)) as connection:
        assert applied(connection) == [(0, "initial tables"), (1, "never run")]


@pytest.mark.parametrize("name", ["_0002_gap", "_1_short", "_0001_Big"])
def test_misnamed_steps_are_refused(tmp_path, name):
    with pytest.raises(ValueError, match="expected a name like 0001_what_it_does"):
        read_migrations(steps(tmp_path, **{name: ""}))


def test_an_older_file_takes_rows_of_the_tier_deep_and_keeps_what_it_had(path):
    make(path)
    with closing(duckdb.connect(path)) as connection:
        for table in ("runs", "batches"):
            statement = create_table(next(declared for declared in TABLES if declared.name == table))
            connection.execute(f"DROP TABLE {table}")
            connection.execute(statement.replace(", 'deep'", ""))
        connection.execute("DELETE FROM migrations WHERE migration_no >= 6")
        batch = "'{}', 'r', '{}', '1', 'l', 't', 1, 1, 1, 0.5, TIMESTAMP '2026-01-01'"
        connection.execute(f"INSERT INTO batches VALUES ({batch.format('a' * 16, 'full')})")
        with pytest.raises(duckdb.ConstraintException):
            connection.execute(f"INSERT INTO batches VALUES ({batch.format('b' * 16, 'deep')})")
    with closing(open_warehouse(path)) as connection:
        connection.execute(f"INSERT INTO batches VALUES ({batch.format('b' * 16, 'deep')})")
        assert connection.execute("SELECT batch_id, tier FROM batches ORDER BY 1").fetchall() == [("a" * 16, "full"), ("b" * 16, "deep")]
