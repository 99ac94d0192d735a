"""What belongs to which warehouse file, and who is at work on it."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.strategies import VERSIONS
from warehouse.places import RunUnderWayError, is_run_at_work, only_run, published_folder, staging_folder
from warehouse.runs import start_run
from warehouse.store import open_warehouse, warehouse_id


def test_no_two_warehouses_of_a_folder_share_anything() -> None:
    files = [Path("d", name) for name in ("personae.duckdb", "news.duckdb", "news.db", "news")]
    assert len({staging_folder(path) for path in files}) == len({published_folder(path) for path in files}) == len(files)
    assert published_folder(files[0]) == Path("d/published")
    assert published_folder(files[1]) == Path("d/news.duckdb.published")


def test_each_warehouse_has_an_id_that_its_copies_share(tmp_path: Path) -> None:
    ids = []
    for name in ("a.duckdb", "b.duckdb"):
        with closing(open_warehouse(tmp_path / name)) as connection:
            ids.append(warehouse_id(connection))
    (tmp_path / "copy.duckdb").write_bytes((tmp_path / "a.duckdb").read_bytes())
    with closing(open_warehouse(tmp_path / "copy.duckdb", read_only=True)) as connection:
        assert warehouse_id(connection) == ids[0] != ids[1]


def test_one_run_at_a_time_also_while_the_file_is_closed(tmp_path: Path) -> None:
    warehouse = tmp_path / "w.duckdb"
    assert not is_run_at_work(warehouse)
    with only_run(warehouse):
        assert is_run_at_work(warehouse)
        with pytest.raises(RunUnderWayError, match=r"w\.duckdb"), only_run(warehouse):
            pass
    assert not is_run_at_work(warehouse)


KILLED = """
import os, signal, sys
from pathlib import Path
from tests.strategies import VERSIONS
from warehouse.places import only_run
from warehouse.runs import start_run
from warehouse.store import open_warehouse
path = Path(sys.argv[1])
with only_run(path), open_warehouse(path) as connection:
    start_run(connection, path, "killed", "ingest", VERSIONS)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_killed_run_is_failed_for_whoever_looks_next(tmp_path: Path) -> None:
    warehouse = tmp_path / "w.duckdb"
    subprocess.run([sys.executable, "-c", KILLED, str(warehouse)], check=False)
    with closing(open_warehouse(warehouse, read_only=True)) as connection:
        assert connection.execute("SELECT status FROM runs").fetchall() == [("failed",)]


def test_a_run_at_work_is_running_for_whoever_looks(tmp_path: Path) -> None:
    warehouse = tmp_path / "w.duckdb"
    with only_run(warehouse):
        with closing(open_warehouse(warehouse)) as connection:
            start_run(connection, warehouse, "living", "ingest", VERSIONS)
        with closing(open_warehouse(warehouse, read_only=True)) as connection:
            assert connection.execute("SELECT status FROM runs").fetchall() == [("running",)]
