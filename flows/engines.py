"""Where the batches of a run are computed: in its own process, in child processes, or on a Dask cluster.

Whichever it is, a batch is computed by the same function from the same files, and the run alone loads what was staged.
"""

from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Protocol, Self

from flows.batches import Batch
from flows.settings import Settings
from flows.workers import Workers
from warehouse.load import Versions

#: Does the work of a batch and says where it is staged: batch, settings, versions, id of the run.
type BatchWork = Callable[[Batch, Settings, Versions, str], Path]


class Engine(Protocol):
    """Computes batches; left as a context, it ends whatever is still under way."""

    @property
    def ahead(self) -> int:
        """Batches to have under way at a time."""
        ...

    def submit[**P, R](self, call: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> Future[R]:
        """Have this called, which in turn calls `run`; what surrounds a call (a flow run) surrounds it there too."""
        ...

    def run(self, work: BatchWork, batch: Batch, settings: Settings, versions: Versions, run_id: str, /) -> Path:
        """What the work returns, wherever it is done; raises what it raises."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *problem: object) -> None: ...


def choose_engine(settings: Settings) -> Engine:
    """The engine that the settings name. Raises ClusterError where Dask is not installed."""
    if settings.engine == "local":
        return InProcess()
    if settings.engine == "processes":
        return Workers(settings.jobs)
    from flows.dask_cluster import DaskCluster

    return DaskCluster(settings)


class InProcess:
    """The engine `local`: each batch in the thread that asks for it, which waits. Nothing else has to start, and a debugger sees it all."""

    ahead = 1

    def submit[**P, R](self, call: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> Future[R]:
        done: Future[R] = Future()
        try:
            done.set_result(call(*args, **kwargs))
        except Exception as problem:  # noqa: BLE001 - whoever takes the result decides what a failed batch means
            done.set_exception(problem)
        return done

    def run(self, work: BatchWork, batch: Batch, settings: Settings, versions: Versions, run_id: str, /) -> Path:
        return work(batch, settings, versions, run_id)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *problem: object) -> None:
        pass
