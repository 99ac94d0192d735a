"""Prefect with a server, or the same recipe without one.

Flows and tasks are Prefect's. Where a server is configured, runs, states, retries and artifacts stand on it. Where none is, the functions
are called as they are: a temporary server would cost ten seconds a run and forget everything at its end, while the warehouse keeps its own
books (`runs`).
"""

import time
from collections.abc import Callable
from functools import wraps
from typing import Any

import httpx
from prefect import Flow, State
from prefect.client.orchestration import get_client
from prefect.context import FlowRunContext
from prefect.exceptions import PrefectException
from prefect.settings import PREFECT_API_URL
from prefect.tasks import Task

from flows.running import RunReport
from flows.settings import default_prefect
from warehouse.errors import MendableError

#: Of a task: how often what the file system or network refused for a moment is tried again, and after how many seconds.
RETRIES = 2
RETRY_SECONDS = 2


class ServerMissingError(MendableError):
    """No Prefect server that outlives this process can be reached."""


def is_with_server() -> bool:
    """Whether this is called inside a flow run that a Prefect server knows of."""
    return FlowRunContext.get() is not None


def uses_server() -> bool:
    """Whether runs are to stand on a Prefect server: as PERSONAE_PREFECT says, else whether one is configured. Raises ValueError."""
    wanted = default_prefect()
    return wanted == "server" or (wanted is None and bool(PREFECT_API_URL.value()))


def is_of_server(problem: BaseException) -> bool:
    """Whether the Prefect server is to blame, and not the work."""
    return isinstance(problem, PrefectException | httpx.HTTPError)


def with_or_without_server[**P, R](task_: Task[P, R]) -> Callable[P, R]:
    """The task inside a flow run; elsewhere its function, retried on the same errors."""

    @wraps(task_.fn)
    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        if is_with_server():
            return task_(*args, **kwargs)
        for _ in range(task_.retries):
            try:
                return task_.fn(*args, **kwargs)
            except OSError:
                time.sleep(RETRY_SECONDS)
        return task_.fn(*args, **kwargs)

    return call


def run_flow(flow: Flow[..., RunReport | State[RunReport]], *args: object, **kwargs: object) -> RunReport:
    """What a flow comes to in this process, on the server if one is to be used; be its state failed because of what was set aside. Raises
    ServerMissingError, and what the flow raises."""
    if not uses_server():
        outcome: Any = flow.fn(*args, **kwargs)
    else:
        require_server()
        state: Any = flow(*args, **kwargs, return_state=True)
        outcome = state.result(raise_on_failure=False)
    if isinstance(outcome, BaseException):
        raise outcome
    assert isinstance(outcome, RunReport)
    return outcome


def require_server() -> None:
    """Raises ServerMissingError unless a Prefect server is configured and answers; a temporary one would forget every deployment."""
    address = PREFECT_API_URL.value()
    problem: object = "none is configured"
    if address:
        with get_client(sync_client=True) as client:
            problem = client.api_healthcheck()
    if problem:
        raise ServerMissingError(
            f"expected a Prefect server at {address or 'PREFECT_API_URL'}, found: {problem}; start one with: prefect server start   "
            "and name it with: prefect config set PREFECT_API_URL=http://127.0.0.1:4200/api   or load without one: PERSONAE_PREFECT=none"
        )
