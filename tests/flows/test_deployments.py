"""Deployments, watching and notices: what an operator meets. A Prefect server of the tests' own stands in for the operator's."""

import shutil
import threading
from pathlib import Path
from typing import Any

import pytest

from flows.notices import FAILED, SET_ASIDE
from flows.settings import Settings
from flows.watching import wait_for_arrivals
from tests.flows.conftest import SAMPLES

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

    settings = Settings(tmp_path / "news.duckdb", "fast")
    assert register(make_deployments(settings, [SAMPLES], "0 5 * * *"), "desk") == [
        "ingest/news.duckdb",
        "rebuild/news.duckdb",
        "redrive/news.duckdb",
    ]
    register(make_deployments(settings, [SAMPLES], "0 6 * * *"), "desk")
    with get_client(sync_client=True) as client:
        pool = client.read_work_pool("desk")
        ingest = client.read_deployment_by_name("ingest/news.duckdb")
        rebuild = client.read_deployment_by_name("rebuild/news.duckdb")
    assert (pool.type, pool.concurrency_limit) == ("process", 1)
    assert [schedule.schedule.cron for schedule in ingest.schedules] == ["0 6 * * *"]
    assert rebuild.schedules == []
    assert ingest.parameters["paths"] == [str(SAMPLES.resolve())]
    assert Path(ingest.parameters["warehouse"]).is_absolute()
    assert all(entry.get("description") for entry in ingest.parameter_openapi_schema["properties"].values())


def test_a_run_leaves_its_books_checks_and_quarantine_and_an_event_when_much_was_set_aside(
    tmp_path: Path, sent: list[dict[str, object]]
) -> None:
    from prefect.client.orchestration import get_client

    from flows.ingest import run_ingest

    folder = tmp_path / "in"
    folder.mkdir()
    shutil.copy(SAMPLES / "wire" / "strike_talks.txt", folder)
    (folder / "empty.txt").write_bytes(b"")
    report = run_ingest([str(folder)], Settings(tmp_path / "w.duckdb", "fast"), {})
    with get_client(sync_client=True) as client:
        artifacts = client.read_artifacts()
    (summary,) = [artifact for artifact in artifacts if artifact.key == "run-summary" and report.run_id in str(artifact.data)]
    kept = {artifact.key: artifact.data for artifact in artifacts if artifact.flow_run_id == summary.flow_run_id}
    assert {"run-summary", "run-checks", "run-quarantine", "published-page"} <= kept.keys()
    assert "empty_file" in str(kept["run-quarantine"])
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

    from flows.server_runs import tidy_server

    @flow
    def work(warehouse: str) -> None:
        tidy_server(Settings(Path(warehouse)))

    def state_of(run: Any) -> str | None:
        with get_client(sync_client=True) as client:
            found = client.read_flow_runs(flow_run_filter=FlowRunFilter(id=FlowRunFilterId(any_=[run.id])))
        return found[0].state_name if found else None

    ours, theirs = str(tmp_path / "w.duckdb"), str(tmp_path / "other.duckdb")
    with get_client(sync_client=True) as client:
        killed, old, living = (client.create_flow_run(work, parameters={"warehouse": warehouse}) for warehouse in (ours, ours, theirs))
        for run, state in ((killed, Running()), (old, Completed()), (living, Running())):
            client.set_flow_run_state(run.id, state, force=True)
    work(ours)
    assert [state_of(run) for run in (killed, living, old)] == ["Crashed", "Running", "Completed"]
    monkeypatch.setenv("PERSONAE_PREFECT_DAYS", "0")
    work(ours)
    assert [state_of(run) for run in (killed, living, old)] == [None, "Running", None]


def test_what_arrives_in_a_folder_is_told_once_it_is_at_rest(tmp_path: Path) -> None:
    stop = threading.Event()
    arrivals = wait_for_arrivals(tmp_path, stop, quiet_ms=200)
    threading.Timer(0.8, lambda: (tmp_path / "late.txt").write_text("x")).start()
    threading.Timer(0.9, lambda: (tmp_path / ".hidden").write_text("x")).start()
    assert next(arrivals) == [tmp_path / "late.txt"]
    stop.set()
    assert list(arrivals) == []
