"""The engine `dask`: batches on the workers of a Dask cluster, started and held by Prefect's task runner for Dask.

Through the scheduler go paths, positions and settings one way and the place of what was staged the other; texts stay in the files and the
staging area, which every worker must see under the same paths. The tasks of Prefect run here, beside the run, and wait for the cluster: so
workers need no way to the Prefect server, and the same cluster serves runs without any.
"""

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from contextvars import copy_context
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Self
from uuid import uuid4

from flows.batches import Batch
from flows.engines import BatchWork
from flows.remote_work import Shipment, compute_remotely, hand_over, pack
from flows.settings import Settings
from flows.workers import AHEAD, WorkerLostError
from warehouse.errors import MendableError
from warehouse.load import Versions

#: Seconds in which a scheduler has to answer.
CONNECT_SECONDS = 20
#: Seconds in which a worker has to take up work: a cluster may have to start one first.
WORKER_SECONDS = 300
#: Threads that wait for batches at most; one each.
_WAITING = 1000
#: Loggers that tell at length what the run says in a sentence, or that its end cut a connection.
_TALKATIVE = ("distributed", "prefect.task_runner.dask")


class ClusterError(MendableError):
    """No Dask cluster can be had."""


class DaskCluster:
    """A cluster, reached or started when the first batch is computed; a local one has up to `jobs` workers, as there is work for them."""

    def __init__(self, settings: Settings) -> None:
        self._jobs, self._address, self._overrides = settings.jobs, settings.dask_address, settings.overrides
        self._threads = ThreadPoolExecutor(_WAITING, thread_name_prefix="dask")
        self._lock = threading.Lock()
        self._is_stopped = False
        self._runner: Any = None
        self._shipment: Any = None  # of the user's lexicon, as a Dask future
        _require_dask()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *problem: object) -> None:
        self.stop()

    @property
    def ahead(self) -> int:
        """For each worker that a local cluster may have, or the one at the address has now, a batch to work on and some to wait for it."""
        workers = self._jobs
        if self._address and self._runner is not None:
            workers = max(1, sum(self._runner.client.nthreads().values()))
        return min(AHEAD * workers, _WAITING)

    def submit[**P, R](self, call: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> Future[R]:
        """Have a thread call this, which hands its work to `run` and waits."""
        return self._threads.submit(copy_context().run, partial(call, *args, **kwargs))

    def run(self, work: BatchWork, batch: Batch, settings: Settings, versions: Versions, run_id: str, /) -> Path:
        """What the work returns when a worker of the cluster does it. Raises what it raises, and WorkerLostError."""
        from distributed import KilledWorker

        client = self._client()
        there = replace(settings, warehouse=settings.warehouse.absolute())
        # a name of its own: the same batch, tried again, must not be answered from what failed before
        key = f"batch-{batch.batch_id}-{uuid4().hex[:8]}"
        future = client.submit(compute_remotely, work, batch, there, versions, run_id, self._shipment, key=key, pure=False)
        try:
            staged: Path = future.result()
        except KilledWorker as problem:
            raise WorkerLostError(f"expected a worker of the cluster to compute it, found workers dead on it: {problem}") from problem
        return staged

    def stop(self) -> None:
        """Let go of the cluster, and end it if it was started here; what is under way is given up."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        with self._lock:
            self._is_stopped, runner, self._runner = True, self._runner, None
        if runner is not None:
            with suppress(TimeoutError, OSError):
                runner.__exit__(None, None, None)

    def _client(self) -> Any:  # noqa: ANN401 - Dask's classes carry no types
        with self._lock:
            if self._is_stopped:
                raise WorkerLostError("expected a cluster, found the run at its end")
            if self._runner is None:
                self._runner = self._start()
            if self._shipment is None:
                self._shipment = self._ship(pack(self._overrides))
            return self._runner.client

    def _ship(self, shipment: Shipment) -> Any:  # noqa: ANN401
        """Send the user's lexicon to a worker, once, as its first work; others fetch it there. Raises ClusterError."""
        shipped = self._runner.client.submit(hand_over, shipment, key=f"lexicon-{shipment.digest}")
        try:
            problem = shipped.exception(timeout=WORKER_SECONDS)
        except TimeoutError:
            problem = f"no worker within {WORKER_SECONDS} s"
        if problem is not None:
            raise ClusterError(
                f"expected a cluster with workers on which this release of Personae is installed, found: {problem}; start workers with: "
                f"dask worker {self._address or 'tcp://HOST:8786'} --nthreads 1"
            )
        return shipped

    def _start(self) -> Any:  # noqa: ANN401
        """Prefect's task runner for Dask, with its client connected. Raises ClusterError."""
        from prefect_dask.task_runners import DaskTaskRunner

        for name in _TALKATIVE:
            logging.getLogger(name).setLevel(logging.CRITICAL)
        here: dict[str, Any] = {
            "cluster_kwargs": {"n_workers": 0, "threads_per_worker": 1, "memory_limit": 0, "dashboard_address": None},
            "adapt_kwargs": {"minimum": 1, "maximum": self._jobs},
        }
        runner: Any = DaskTaskRunner(address=self._address, client_kwargs={"timeout": CONNECT_SECONDS}, **({} if self._address else here))
        runner.__enter__()
        try:
            runner.client  # noqa: B018 - connects
        except (OSError, TimeoutError) as problem:
            runner.__exit__(None, None, None)
            raise ClusterError(
                f"expected a Dask scheduler at {self._address}, found: {problem}; start one with: dask scheduler   and workers with: "
                f"dask worker {self._address or 'tcp://HOST:8786'} --nthreads 1"
            ) from problem
        return runner


def _require_dask() -> None:
    try:
        import prefect_dask  # noqa: F401
    except ModuleNotFoundError as problem:
        raise ClusterError(
            f"expected the packages for the engine dask, found no {problem.name}; install them with: pip install 'personae[dask]'"
        ) from problem
