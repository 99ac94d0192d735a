"""The Prefect flows themselves, and what an operator meets: deployments, notices, watching. A Prefect server of the tests' own, started once,
stands in for the operator's."""

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from prefect import State

from flows.batch_work import compute_batch
from flows.batches import Batch
from flows.ingest import run_ingest
from flows.notices import FAILED, SET_ASIDE, final_state
from flows.parameters import make_settings
from flows.rebuild import run_rebuild
from flows.redrive import run_redrive
from flows.running import RunReport
from flows.settings import Settings
from flows.watching import wait_for_arrivals
from tests.flows.conftest import SAMPLES, lay_out
from transforms.limits import Limits
from warehouse.publishing.publish import PUBLISHED_NAME
from warehouse.runs import Counts
from warehouse.store import WarehouseUnreadableError, open_warehouse

# Prefect leaves sockets to the garbage collector
pytestmark = [pytest.mark.usefixtures("prefect_server"), pytest.mark.filterwarnings("default::ResourceWarning")]


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


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, object]]:
    """Events as they are handed to Prefect."""
    found: list[dict[str, object]] = []
    monkeypatch.setattr("flows.notices.emit_event", lambda **event: found.append(event))
    return found


def test_the_flows_are_deployed_to_a_pool_that_runs_one_at_a_time(tmp_path: Path) -> None:
    from prefect.client.orchestration import get_client

    from flows.deployments import make_deployments, register

    settings = Settings(tmp_path / "news.duckdb", "fast", 50, 2, limits=Limits(seconds=9), mapping=(("title", "headline"),), engine="dask")
    assert register(make_deployments(settings, [str(SAMPLES)], "0 5 * * *"), "desk") == [
        "ingest/news.duckdb",
        "rebuild/news.duckdb",
        "redrive/news.duckdb",
    ]
    register(make_deployments(settings, [str(SAMPLES)], "0 6 * * *"), "desk")
    with get_client(sync_client=True) as client:
        pool = client.read_work_pool("desk")
        ingest = client.read_deployment_by_name("ingest/news.duckdb")
        rebuild = client.read_deployment_by_name("rebuild/news.duckdb")
    assert (pool.type, pool.concurrency_limit) == ("process", 1)
    assert [schedule.schedule.cron for schedule in ingest.schedules] == ["0 6 * * *"]
    assert rebuild.schedules == []
    assert ingest.parameters["paths"] == [str(SAMPLES.resolve())]
    assert Path(ingest.parameters["warehouse"]).is_absolute()
    given = {"batch_articles": 50, "jobs": 2, "engine": "dask", "limits": {"seconds": 9}, "mapping": {"title": "headline"}}
    assert given.items() <= ingest.parameters.items()
    told = {key: value for key, value in ingest.parameters.items() if key not in ("paths", "warehouse")}
    assert make_settings(settings.warehouse, **told) == settings
    assert all(entry.get("description") for entry in ingest.parameter_openapi_schema["properties"].values())


def test_a_run_leaves_its_books_checks_and_quarantine_and_an_event_when_much_was_set_aside(
    tmp_path: Path, sent: list[dict[str, object]], monkeypatch: pytest.MonkeyPatch
) -> None:
    from prefect.client.orchestration import get_client

    folder = tmp_path / "in"
    folder.mkdir()
    shutil.copy(SAMPLES / "wire" / "strike_talks.txt", folder)
    (folder / "empty.txt").write_bytes(b"")
    monkeypatch.setenv("PERSONAE_PUBLISHED_ADDRESS", "https://desk.example/news/")
    report = run_ingest([str(folder)], Settings(tmp_path / "w.duckdb", "fast", fail_above=0.4, engine="local"))
    with get_client(sync_client=True) as client:
        artifacts = client.read_artifacts()
        states = [run.state for run in client.read_flow_runs() if run.parameters.get("paths") == [str(folder)]]
    (summary,) = [artifact for artifact in artifacts if artifact.key == "run-summary" and report.run_id in str(artifact.data)]
    kept = {artifact.key: artifact.data for artifact in artifacts if artifact.flow_run_id == summary.flow_run_id}
    assert {"run-summary", "run-checks", "run-quarantine", "published-site", "published-report"} <= kept.keys()
    assert "empty_file" in str(kept["run-quarantine"])
    assert "(https://desk.example/news/site/index.html)" in str(kept["published-site"])
    (state,) = states
    assert state
    assert (state.type, state.name) == ("FAILED", "TooMuchSetAside")
    assert str(state.message).startswith("Set aside: 1 files, of 2 files and 1 articles.")
    (event,) = sent
    assert event["event"] == SET_ASIDE
    assert event["payload"] == {"run_id": report.run_id, "files_share": 0.5, "articles_share": 0.0}


def test_a_run_that_fails_tells_so(tmp_path: Path, sent: list[dict[str, object]]) -> None:
    (tmp_path / "w.duckdb").write_text("no database at all")
    with pytest.raises(WarehouseUnreadableError):
        run_rebuild(Settings(tmp_path / "w.duckdb", "fast"))
    (event,) = sent
    assert event["event"] == FAILED
    assert event["resource"]["prefect.resource.id"] == "personae.warehouse.w.duckdb"  # type: ignore[index]
    assert "WarehouseUnreadableError" in str(event["payload"])


def test_the_next_run_enters_killed_ones_as_crashed_and_removes_old_ones_where_that_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from prefect import flow
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.filters import FlowRunFilter, FlowRunFilterId
    from prefect.states import Completed, Running

    from flows.server_runs import tag_of, tidy_server

    @flow
    def work(warehouse: str) -> None:
        tidy_server(Path(warehouse), "an id")

    def state_of(run: Any) -> str | None:
        with get_client(sync_client=True) as client:
            found = client.read_flow_runs(flow_run_filter=FlowRunFilter(id=FlowRunFilterId(any_=[run.id])))
        return found[0].state_name if found else None

    ours = tmp_path / "w.duckdb"
    # the last one is the run of another machine, whose warehouse is a copy under the same path
    tags = [tag_of(ours, "an id"), tag_of(ours, "an id"), tag_of(ours, "another id"), tag_of(ours, "an id")]
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr("flows.server_runs.gethostname", lambda: "elsewhere")
        tags[3] = tag_of(ours, "an id")
    assert len(set(tags)) == 3
    with get_client(sync_client=True) as client:
        runs = [client.create_flow_run(work, parameters={"warehouse": str(ours)}, tags=[tag]) for tag in tags]
        for run, state in zip(runs, (Running(), Completed(), Running(), Running()), strict=True):
            client.set_flow_run_state(run.id, state, force=True)
    work(str(ours))
    assert [state_of(run) for run in runs] == ["Crashed", "Completed", "Running", "Running"]
    monkeypatch.setenv("PERSONAE_PREFECT_DAYS", "0")
    work(str(ours))
    assert [state_of(run) for run in runs] == [None, None, "Running", "Running"]


@pytest.mark.parametrize(
    ("counts", "fail_above", "state"),
    [
        (Counts(files_seen=4, files_loaded=4), 0.0, None),
        (Counts(files_seen=4, files_loaded=3, files_quarantined=1), 0.5, ("COMPLETED", "SomeSetAside", "1 files")),
        (Counts(files_seen=4, files_loaded=1, files_quarantined=3), 0.5, ("FAILED", "TooMuchSetAside", "3 files")),
        (Counts(articles_read=9, articles_loaded=8, articles_quarantined=1, rows_quarantined=2), 0.1, ("FAILED", "TooMuchSetAside", "1 articles, 2 rows")),
        (Counts(articles_read=9, articles_loaded=9, rows_quarantined=2), 0.1, ("COMPLETED", "SomeSetAside", "2 rows")),
    ],
)  # fmt: skip
def test_the_state_of_a_run_tells_what_was_set_aside(counts: Counts, fail_above: float, state: tuple[str, str, str] | None) -> None:
    report = RunReport("r", Path("w.duckdb"), counts)
    found = final_state(report, fail_above)
    if state is None:
        assert found is report
    else:
        assert isinstance(found, State)
        assert (found.type, found.name, found.data) == (*state[:2], report)
        assert str(found.message).startswith(f"Set aside: {state[2]}, of ")


def test_what_arrives_in_a_folder_is_told_once_it_is_at_rest(tmp_path: Path) -> None:
    stop = threading.Event()
    arrivals = wait_for_arrivals(tmp_path, stop, quiet_ms=200)
    threading.Timer(0.8, lambda: (tmp_path / "late.txt").write_text("x")).start()
    threading.Timer(0.9, lambda: (tmp_path / ".hidden").write_text("x")).start()
    assert next(arrivals) == [tmp_path / "late.txt"]
    stop.set()
    assert list(arrivals) == []
