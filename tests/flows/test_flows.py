"""The Prefect flows themselves, against a server of their own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from flows.batch_work import compute_batch
from flows.batches import Batch
from flows.ingest import run_ingest
from flows.rebuild import run_rebuild
from flows.redrive import run_redrive
from flows.settings import Settings
from tests.flows.conftest import SAMPLES, lay_out
from warehouse.publishing.publish import PUBLISHED_NAME
from warehouse.store import open_warehouse

pytestmark = [pytest.mark.usefixtures("prefect_server"), pytest.mark.filterwarnings("default")]


def quick(warehouse: Path, **more: Any) -> Settings:
    """Settings of a run in this process, which publishes nothing."""
    return Settings(warehouse, "fast", engine="local", publishing="never", **more)


def count(warehouse: Path, sql: str) -> object:
    with open_warehouse(warehouse, read_only=True) as connection:
        row = connection.execute(sql).fetchone()
    assert row is not None
    return row[0]


def test_ingest_loads_publishes_and_leaves_its_books_in_prefect(tmp_path: Path) -> None:
    from prefect.artifacts import Artifact

    settings = Settings(tmp_path / "w.duckdb", "fast", batch_articles=4)
    report = run_ingest([str(SAMPLES / "wire")], settings)
    assert (report.counts.files_seen, report.counts.files_loaded, report.counts.articles_loaded) == (7, 7, 7)
    published = settings.published / PUBLISHED_NAME
    assert count(published, "SELECT count(*) FROM articles") == 7
    assert count(published, "SELECT count(*) FROM batches") == 2
    assert (settings.published / "report.html").stat().st_size > 1000
    assert (settings.published / "views" / "top_actors.csv").read_text(encoding="utf-8").startswith("rank_no,")
    assert "7</dd>" in (settings.published / "site" / "index.html").read_text(encoding="utf-8")
    assert any((settings.published / "site" / "article").iterdir())
    artifact = Artifact.get("run-summary")
    assert artifact is not None
    assert "7 loaded" in str(artifact.data)


def test_batches_in_processes_of_their_own_give_the_same_articles(tmp_path: Path) -> None:
    settings = lay_out(Settings(tmp_path / "w.duckdb", "fast", batch_articles=3, jobs=2, publishing="never"))
    report = run_ingest([str(SAMPLES / "wire")], settings)
    assert report.counts.articles_loaded == 7


ODD_NAMES = (b"a.txt", b"new\nline.txt", b"new\\nline.txt", b"\x1b[31mred.txt", b"\xff\xfe.txt")


def test_mended_files_are_loaded_by_redrive_and_their_quarantine_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever their names, and from another folder than the one they were first read from."""
    folder = tmp_path / "in"
    folder.mkdir()
    for number, name in enumerate(ODD_NAMES):
        (folder / os.fsdecode(name)).write_bytes(b" " * number)
    shutil.copy(SAMPLES / "exports" / "agency_feed.jsonl", folder / "feed.jsonl")
    with (folder / "feed.jsonl").open("a") as stream:
        stream.write('{"headline": "cut", "bo')
    settings = lay_out(quick(tmp_path / "w.duckdb"))
    monkeypatch.chdir(tmp_path)
    run_ingest(["in"], settings)
    assert count(settings.warehouse, "SELECT count(*) FROM quarantine WHERE is_open") == 1 + len(ODD_NAMES)
    assert count(settings.warehouse, "SELECT bool_and(regexp_matches(path, '^in/[ -~]+$')) FROM quarantine") is True
    monkeypatch.chdir("/")
    for number, name in enumerate(ODD_NAMES):
        (folder / os.fsdecode(name)).write_text(f"Talks, day {number}\n\nThe ministers of both countries met in the capital on Tuesday.")
    report = run_redrive(settings)
    assert report.counts.articles_loaded == len(ODD_NAMES)
    assert count(settings.warehouse, "SELECT count(*) FROM articles") == 3 + len(ODD_NAMES)
    assert count(settings.warehouse, "SELECT string_agg(reason) FROM quarantine WHERE is_open") == "malformed"


def test_a_change_of_the_lexicon_is_brought_into_stored_articles_by_rebuild(tmp_path: Path) -> None:
    settings = lay_out(quick(tmp_path / "w.duckdb"))
    run_ingest([str(SAMPLES / "wire" / "strike_talks.txt")], settings)
    named = "SELECT count(*) FROM mentions WHERE actor_id = 'NGO.UPCH'"
    assert count(settings.warehouse, named) == 0
    overrides = tmp_path / "overrides"
    (overrides / "actors").mkdir(parents=True)
    (overrides / "actors" / "ngos.csv").write_text(
        "actor_id,name,kind,country,sector,parent_id,wikidata,aliases,acronyms,weak_aliases,valid_from,valid_to,source\n"
        "NGO.UPCH,Chilean Dockworkers' Union,ngo,CHL,LAB,,,,UPCH,,,,our desk\n"
    )
    report = run_rebuild(quick(settings.warehouse, overrides=overrides))
    assert report.counts.articles_loaded == 1
    assert count(settings.warehouse, named) == 2
    assert count(settings.warehouse, "SELECT origin FROM actors WHERE actor_id = 'NGO.UPCH'") == "override"
    assert run_rebuild(quick(settings.warehouse, overrides=overrides)).counts.articles_read == 0


def fail_on_strikes(batch: Batch, *more: Any) -> Path:
    """What a worker computes instead of the batch."""
    if any(file.path.name == "strike_talks.txt" for file in batch.files):
        raise RuntimeError("out of luck")
    return compute_batch(batch, *more)


def test_a_batch_that_fails_sets_its_files_aside_and_the_others_load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flows.tasks.compute_batch", fail_on_strikes)
    settings = lay_out(quick(tmp_path / "w.duckdb", batch_articles=1))
    report = run_ingest([str(SAMPLES / "wire")], settings)
    assert (report.counts.files_loaded, report.counts.files_quarantined) == (6, 1)
    assert count(settings.warehouse, "SELECT detail FROM quarantine").endswith(
        "RuntimeError: out of luck; try again with: personae redrive"
    )  # type: ignore[attr-defined]


def test_the_command_runs_without_any_server(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")} | {
        "PREFECT_HOME": str(tmp_path / "home")
    }
    command = [
        sys.executable,
        "-m",
        "flows.cli.app",
        "ingest",
        str(SAMPLES / "wire"),
        "--tier",
        "fast",
        "--warehouse",
        str(tmp_path / "w.duckdb"),
    ]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    assert "7 loaded + 0 already loaded" in done.stdout
    assert "Traceback" not in done.stderr


def test_a_locked_or_foreign_warehouse_stops_with_a_message_that_names_it(tmp_path: Path) -> None:
    target = tmp_path / "w.duckdb"
    target.write_text("this is no database")
    command = [sys.executable, "-m", "flows.cli.app", "ingest", str(SAMPLES / "wire"), "--tier", "fast", "--warehouse", str(target)]
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=300, check=False, env={**os.environ, "PREFECT_HOME": str(tmp_path / "home")}
    )
    assert done.returncode == 3
    assert f"personae: {target}: expected a DuckDB database" in done.stderr
    assert "Traceback" not in done.stderr
