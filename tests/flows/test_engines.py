"""Where batches are computed makes no difference to what they say, and a worker that would make one is refused."""

import json
import pickle
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from flows.batches import Batch, hash_file
from flows.dask_cluster import ClusterError, DaskCluster
from flows.given import give_reading, read_given, take_back
from flows.ingest import ingest
from flows.remote_work import WorkerDiffersError, check_worker, pack, unpack
from flows.settings import Settings
from tests.chaos.world import quick_runs
from tests.flows.conftest import SAMPLES
from tests.flows.hostile_files import BODY
from transforms.readers.outcomes import FileReading, RawArticle, Reading, Rejected
from warehouse.hashes import table_hashes
from warehouse.load import Versions
from warehouse.staging import list_staged
from warehouse.store import open_warehouse

VERSIONS = Versions("0.1.0+aa", "lexicon-aa", "full", "tagger 1")


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """A few files, one of them large enough to be read in parts, with an article that is broken."""
    folder = tmp_path / "in"
    folder.mkdir()
    for path in sorted((SAMPLES / "wire").glob("*.txt"))[:2]:
        (folder / path.name).write_bytes(path.read_bytes())
    lines = [json.dumps({"title": f"Border {n}", "text": f"Moscow said it had {n} notes from Kyiv. {BODY * 12}"}) for n in range(12)]
    (folder / "dump.jsonl").write_text("\n".join([*lines[:5], '{"title": "cut', *lines[5:]]))
    return folder


@pytest.fixture
def scheduler(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a Dask cluster of two workers, which are threads of this process; `make dask-check` has processes."""
    monkeypatch.setenv("DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT", "5s")
    from distributed import LocalCluster

    options = {"processes": False, "threads_per_worker": 1, "dashboard_address": None, "protocol": "tcp"}
    with LocalCluster(n_workers=2, **options) as cluster:
        yield cluster.scheduler_address


def test_a_cluster_and_the_process_of_the_run_give_equal_tables(
    inbox: Path, tmp_path: Path, scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flows.ingest.publish", lambda *_: None)
    found = {}
    overrides = tmp_path / "overrides"
    overrides.mkdir()
    for engine, address in (("local", None), ("dask", scheduler)):
        warehouse = tmp_path / f"{engine}.duckdb"
        with quick_runs():
            counts = ingest.fn([str(inbox)], warehouse, "fast", 5, 2, overrides, engine=engine, dask_address=address).counts
        with closing(open_warehouse(warehouse, read_only=True)) as connection:
            found[engine] = (counts, table_hashes(connection), connection.execute("SELECT path FROM files ORDER BY path").fetchall())
        staging = Settings(warehouse).staging
        assert list_staged(staging) == []
        assert [path.name for path in staging.iterdir()] == [".warehouse"]
    assert found["dask"] == found["local"]
    assert found["local"][0].articles_loaded == 14


def test_what_a_worker_is_told_holds_no_text(inbox: Path, tmp_path: Path) -> None:
    file, article = (
        hash_file(inbox / "dump.jsonl"),
        RawArticle("A secret of “Kyiv”.\udcff", 3, "T", authors=("A",), fields=(("topic", "x"),)),
    )
    part = FileReading(
        "in/dump.jsonl", file.file_id, 9, Reading("jsonl", "json", "utf-8", (article, Rejected("malformed", "cut", 4))), False, b"/x\xff"
    )
    given = give_reading(tmp_path, "ab", part)
    assert read_given(given) == part
    assert b"secret" not in pickle.dumps(given)
    assert given not in list_staged(tmp_path)
    take_back(given)
    assert not given.exists()


@pytest.mark.parametrize("name", ["code_version", "lexicon_version", "tagger"])
def test_a_worker_that_would_compute_other_rows_is_refused_by_name(name: str) -> None:
    check_worker(VERSIONS, replace(VERSIONS))
    with pytest.raises(WorkerDiffersError, match=f"{name} .*, found other"):
        check_worker(VERSIONS, replace(VERSIONS, **{name: "other"}))


def test_the_lexicon_of_ones_own_goes_to_workers_that_do_not_see_it(tmp_path: Path) -> None:
    ours = tmp_path / "overrides"
    (ours / "actors").mkdir(parents=True)
    (ours / "actors" / "ngos.csv").write_bytes(b"actor_id,name\n")
    (ours / "notes.txt").write_text("not shipped")
    shipment = pack(ours)
    theirs = unpack(shipment, tmp_path / "cache")
    assert theirs is not None
    assert [(path.name, path.read_bytes()) for path in theirs.rglob("*.*")] == [("ngos.csv", b"actor_id,name\n")]
    assert unpack(shipment, tmp_path / "cache") == theirs
    (ours / "actors" / "ngos.csv").write_bytes(b"actor_id,name\nORG.x,X\n")
    assert unpack(pack(ours), tmp_path / "cache") != theirs
    assert unpack(pack(None), tmp_path / "cache") is None


def test_a_scheduler_that_is_not_there_is_told_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ValueError, match="--engine dask"):
        Settings(tmp_path / "w.duckdb", dask_address="tcp://127.0.0.1:9")
    monkeypatch.setattr("flows.dask_cluster.CONNECT_SECONDS", 0.2)
    settings = Settings(tmp_path / "w.duckdb", engine="dask", dask_address="tcp://127.0.0.1:9")
    with DaskCluster(settings) as cluster, pytest.raises(ClusterError, match=r"tcp://127\.0\.0\.1:9.*dask worker"):
        cluster.run(lambda *_: tmp_path, Batch("ab", ()), settings, VERSIONS, "r")


def test_a_cluster_without_workers_is_told_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from distributed import LocalCluster

    monkeypatch.setattr("flows.dask_cluster.WORKER_SECONDS", 0.2)
    with LocalCluster(n_workers=0, processes=False, dashboard_address=None, protocol="tcp") as scheduler:
        settings = Settings(tmp_path / "w.duckdb", engine="dask", dask_address=scheduler.scheduler_address)
        with DaskCluster(settings) as cluster, pytest.raises(ClusterError, match="no worker within"):
            cluster.run(lambda *_: tmp_path, Batch("ab", ()), settings, VERSIONS, "r")
