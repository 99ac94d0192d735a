"""Runs of the past on the Prefect server: those whose process is gone end there too, old ones can be removed."""

from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from pathlib import Path
from socket import gethostname

from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.filters import (
    ArtifactFilter,
    ArtifactFilterFlowRunId,
    FlowRunFilter,
    FlowRunFilterEndTime,
    FlowRunFilterState,
    FlowRunFilterStateType,
    FlowRunFilterTags,
)
from prefect.client.schemas.objects import FlowRun, StateType
from prefect.context import FlowRunContext
from prefect.states import Crashed

from flows.settings import default_prefect_days

#: Runs asked for at a time.
_PAGE = 200
_FINAL = [StateType.COMPLETED, StateType.FAILED, StateType.CRASHED, StateType.CANCELLED]


def tidy_server(warehouse: Path, warehouse_id: str) -> None:
    """Mark this run as one of the warehouse, enter others that the server takes for running on it as crashed, and remove those that ended
    long ago where that is asked.

    To be called by the run that holds the warehouse's lock: any other that is said to be at work on it was killed. Does nothing without a
    server."""
    context = FlowRunContext.get()
    if context is None or context.flow_run is None:
        return
    this, tag, days = context.flow_run, tag_of(warehouse, warehouse_id), default_prefect_days()
    with get_client(sync_client=True) as client:
        client.update_flow_run(this.id, tags={*this.tags, tag})
        for run in _runs(client, tag, [StateType.RUNNING]):
            if run.id != this.id:
                client.set_flow_run_state(run.id, Crashed(message="its process ended without a message"), force=True)
        if days is not None:
            for run in _runs(client, tag, _FINAL, datetime.now(UTC) - timedelta(days=days)):
                _remove(client, run)


def tag_of(warehouse: Path, warehouse_id: str) -> str:
    """How the server tells the runs of one warehouse from all others: two machines may have files of the same path, and copies of a file
    have the same id."""
    told = "\0".join((gethostname(), str(warehouse.absolute()), warehouse_id))
    return f"warehouse-{blake2b(told.encode('utf-8', 'surrogateescape'), digest_size=6).hexdigest()}"


def _runs(client: SyncPrefectClient, tag: str, types: list[StateType], ended_before: datetime | None = None) -> list[FlowRun]:
    """Runs with a tag in states of some types, in the server's order."""
    wanted = FlowRunFilter(
        state=FlowRunFilterState(type=FlowRunFilterStateType(any_=types)),
        tags=FlowRunFilterTags(all_=[tag]),
        end_time=FlowRunFilterEndTime.model_validate({"before_": ended_before}) if ended_before else None,
    )
    found: list[FlowRun] = []
    while page := client.read_flow_runs(flow_run_filter=wanted, limit=_PAGE, offset=len(found)):
        found += page
    return found


def _remove(client: SyncPrefectClient, run: FlowRun) -> None:
    """Remove a run with its artifacts, which the server would keep; its tasks and log lines go with it."""
    of_run = ArtifactFilter(flow_run_id=ArtifactFilterFlowRunId(any_=[run.id]))
    while artifacts := client.read_artifacts(artifact_filter=of_run, limit=_PAGE):
        for artifact in artifacts:
            client.delete_artifact(artifact.id)
    client.delete_flow_run(run.id)
