"""Prefect with a server, or the same recipe without one.

Flows and tasks are Prefect's. Where a server is configured, runs, states, retries and artifacts stand on it. Where none is, the functions
are called as they are, and Prefect, which takes longer to import than all else that a run imports, is left alone: a temporary server would
cost ten seconds a run and forget everything at its end, while the warehouse keeps its own books (`runs`).
"""

import os
import sys
import time
from collections.abc import Callable
from functools import cached_property, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from flows.running import RunReport
from flows.settings import default_prefect
from warehouse.errors import MendableError

if TYPE_CHECKING:
    from prefect import Flow, State
    from prefect.client.schemas.objects import TaskRun
    from prefect.tasks import Task

#: Of a task: how often what the file system or network refused for a moment is tried again, and after how many seconds.
RETRIES = 2
RETRY_SECONDS = 2
#: Where Prefect keeps settings, and what a file of that name holds when it may name a server.
_PREFECT_FILES = {
    Path(os.environ.get("PREFECT_HOME") or Path.home() / ".prefect") / "profiles.toml": "api",
    Path("prefect.toml"): "api",
    Path(".env"): "PREFECT",
    Path("pyproject.toml"): "tool.prefect",
}
#: What a flow comes to: on a server a state, where that says more than the report.
type Outcome = RunReport | State[RunReport]


class ServerMissingError(MendableError):
    """No Prefect server that outlives this process can be reached."""


def is_with_server() -> bool:
    """Whether this is called inside a flow run that a Prefect server knows of."""
    if "prefect" not in sys.modules:
        return False
    from prefect.context import FlowRunContext

    return FlowRunContext.get() is not None


def uses_server() -> bool:
    """Whether runs are to stand on a Prefect server: as PERSONAE_PREFECT says, else whether one is configured. Raises ValueError."""
    wanted = default_prefect()
    if wanted is not None or not ("prefect" in sys.modules or may_use_server()):
        return wanted == "server"
    from prefect.settings import PREFECT_API_URL

    return bool(PREFECT_API_URL.value())


def may_use_server() -> bool:
    """Whether a Prefect server may be configured, so far as that is seen without loading Prefect. Raises ValueError."""
    wanted = default_prefect()
    if wanted is not None:
        return wanted == "server"
    if os.environ.get("PREFECT_API_URL") or os.environ.get("PREFECT_PROFILES_PATH"):
        return True
    return any(path.is_file() and sign in path.read_text(encoding="utf-8", errors="replace") for path, sign in _PREFECT_FILES.items())


def is_of_server(problem: BaseException) -> bool:
    """Whether the Prefect server is to blame, and not the work."""
    if "prefect" not in sys.modules:
        return False
    import httpx
    from prefect.exceptions import PrefectException

    return isinstance(problem, PrefectException | httpx.HTTPError)


def flow[**P, R](name: str, description: str) -> "Callable[[Callable[P, R]], Flow[P, R]]":
    """A flow of Prefect, made of the function where Prefect is at work already, else when it is first asked for more than its function."""

    def decorate(function: Callable[P, R]) -> "Flow[P, R]":
        made = _LazyFlow(function, name, description)
        return cast("Flow[P, R]", made.flow if "prefect" in sys.modules else made)

    return decorate


class _LazyFlow:
    """Stands for a flow that is not made yet; its function is `fn`, as a flow's is."""

    def __init__(self, function: Callable[..., Any], name: str, description: str) -> None:
        self.fn = function
        self._name, self._description = name, description

    @cached_property
    def flow(self) -> "Flow[..., Any]":
        import prefect

        return prefect.flow(name=self._name, description=self._description, validate_parameters=True)(self.fn)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a flow has
        return getattr(self.flow, name)

    def __call__(self, *args: object, **kwargs: object) -> Any:  # noqa: ANN401 - whatever a flow returns
        return self.flow(*args, **kwargs)


def task[**P, R](name: str, run_name: str | None = None, retries: int = 0) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """A task of Prefect inside a flow run; elsewhere the function, tried again on the same errors."""

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        made: list[Task[P, R]] = []

        @wraps(function)
        def call(*args: P.args, **kwargs: P.kwargs) -> R:
            if is_with_server():
                if not made:
                    made.append(_make_task(function, name, run_name, retries))
                return made[0](*args, **kwargs)
            for _ in range(retries):
                try:
                    return function(*args, **kwargs)
                except OSError:
                    time.sleep(RETRY_SECONDS)
            return function(*args, **kwargs)

        return call

    return decorate


def _make_task[**P, R](function: Callable[P, R], name: str, run_name: str | None, retries: int) -> "Task[P, R]":
    import prefect
    from prefect.cache_policies import NO_CACHE

    again: dict[str, Any] = (
        {"retries": retries, "retry_delay_seconds": RETRY_SECONDS, "retry_condition_fn": is_transient} if retries else {}
    )
    return prefect.task(name=name, task_run_name=run_name, cache_policy=NO_CACHE, **again)(function)


async def is_transient(task_: "Task[..., object]", run: "TaskRun", state: "State[object]") -> bool:
    """Retry what the file system or network refused for a moment, never an error of format or of our own."""
    try:
        await state.aresult()
    except OSError:
        return True
    except BaseException:  # noqa: BLE001 - the state's own error is asked for, and any other is none of ours to retry
        return False
    return False


def run_flow(flow: "Flow[..., Outcome]", *args: object, **kwargs: object) -> RunReport:
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
    from prefect.client.orchestration import get_client
    from prefect.settings import PREFECT_API_URL

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
