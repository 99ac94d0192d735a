"""Deployments, watching and notices: what an operator meets. A Prefect server of the tests' own stands in for the operator's."""

import shutil
import threading
from pathlib import Path
from typing import Any

import pytest
from prefect import State

from flows.notices import FAILED, SET_ASIDE, final_state
from flows.parameters import make_settings
from flows.running import RunReport
from flows.settings import Settings
from flows.watching import wait_for_arrivals
from tests.flows.conftest import SAMPLES
from transforms.limits import Limits
from warehouse.runs import Counts

pytestmark = pytest.mark.usefixtures("prefect_server")


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

    from flows.ingest import run_ingest

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
    from flows.rebuild import run_rebuild
    from warehouse.store import WarehouseUnreadableError

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
