"""Runs of the past on the Prefect server: those whose process is gone end there too, old ones can be removed."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.filters import FlowRunFilter, FlowRunFilterEndTime, FlowRunFilterState, FlowRunFilterStateType
from prefect.client.schemas.objects import FlowRun, StateType
from prefect.context import FlowRunContext
from prefect.states import Crashed

from flows.settings import Settings, default_prefect_days

#: Runs asked for at a time.
_PAGE = 200
_FINAL = [StateType.COMPLETED, StateType.FAILED, StateType.CRASHED, StateType.CANCELLED]


def tidy_server(settings: Settings) -> None:
    """Enter runs of this warehouse that the server takes for running as crashed, and remove those that ended long ago where that is asked.

    To be called by the run that holds the warehouse's lock: any other that is said to be at work on it was killed. Does nothing without a
    server."""
    context = FlowRunContext.get()
    if context is None or context.flow_run is None:
        return
    days = default_prefect_days()
    with get_client(sync_client=True) as client:
        for run in _runs(client, settings.warehouse, [StateType.RUNNING]):
            if run.id != context.flow_run.id:
                client.set_flow_run_state(run.id, Crashed(message="its process ended without a word"), force=True)
        if days is not None:
            for run in _runs(client, settings.warehouse, _FINAL, datetime.now(UTC) - timedelta(days=days)):
                client.delete_flow_run(run.id)


def _runs(client: SyncPrefectClient, warehouse: Path, types: list[StateType], ended_before: datetime | None = None) -> list[FlowRun]:
    """Runs on a warehouse in states of some types, in the order in which the server tells them."""
    wanted = FlowRunFilter(
        state=FlowRunFilterState(type=FlowRunFilterStateType(any_=types)),
        end_time=FlowRunFilterEndTime.model_validate({"before_": ended_before}) if ended_before else None,
    )
    found: list[FlowRun] = []
    while page := client.read_flow_runs(flow_run_filter=wanted, limit=_PAGE, offset=len(found)):
        found += page
    return [run for run in found if _is_of(run, warehouse)]


def _is_of(run: FlowRun, warehouse: Path) -> bool:
    named = run.parameters.get("warehouse")
    return isinstance(named, str) and Path(named).absolute() == warehouse.absolute()
