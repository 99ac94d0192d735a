"""The worker processes of a run: each computes one batch at a time, and is replaced when it is lost."""

import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from contextvars import copy_context
from functools import partial
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, Self

_HOME = Path(__file__).resolve().parent.parent
#: Batches under way for each worker: one that it works on, and those that wait for it.
AHEAD = 3
#: Pieces of work after which a worker holds more than a new one does.
_MUCH = 4
#: Workers that one piece of work may cost before it is given up: the first may have been killed for what another process did.
_TRIES = 2
#: A worker that was started before there was an engine.
_AHEAD: list["_Worker"] = []


class WorkerLostError(Exception):
    """Each worker that was given this work died on it."""


class Workers:
    """The engine `processes`: `jobs` child processes, started when they are first needed.

    Plain child processes rather than a pool of the standard library: when one dies, only what it was at is lost; there is no further
    process that keeps books about them; and signals of the terminal do not reach them.
    """

    def __init__(self, jobs: int) -> None:
        self.ahead = AHEAD * jobs
        self._threads = ThreadPoolExecutor(jobs, thread_name_prefix="worker")
        ahead = [_AHEAD.pop()] if _AHEAD else []
        self._workers = [*ahead, *(_Worker(jobs) for _ in range(jobs - len(ahead)))]
        self._idle: SimpleQueue[_Worker] = SimpleQueue()
        for worker in self._workers:
            self._idle.put(worker)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *problem: object) -> None:
        self.stop()

    def submit[**P, R](self, call: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> Future[R]:
        """Have a thread call this, which hands its work to `run`; what surrounds a call (a flow run) surrounds it there too."""
        return self._threads.submit(copy_context().run, partial(call, *args, **kwargs))

    def run[R](self, work: Callable[..., R], *arguments: object) -> R:
        """What a function of a module returns when a worker calls it; raises what it raises, and WorkerLostError."""
        request = pickle.dumps((work, arguments))
        worker = self._idle.get()
        try:
            return worker.run(request)  # type: ignore[no-any-return]
        finally:
            self._idle.put(worker)

    def pids(self) -> list[int]:
        """The ids of the processes there are."""
        return [child.pid for worker in self._workers if (child := worker.child)]

    def renew(self) -> None:
        """End the workers that have nothing to do and have done much, so that others take their places when there is work again: what they
        still hold of it would be added to what comes."""
        idle: list[_Worker] = []
        with suppress(Empty):
            while True:
                idle.append(self._idle.get_nowait())
        for worker in idle:
            if worker.done > _MUCH:
                worker.retire()
            self._idle.put(worker)

    def stop(self) -> None:
        """Kill the workers, whatever they are at."""
        for worker in self._workers:
            worker.kill()
        self._threads.shutdown(cancel_futures=True)


@contextmanager
def worker_ahead(jobs: int, prepare: Callable[..., None], *arguments: object) -> Iterator[None]:
    """Have one of so many workers start and call this while the run itself gets ready; the first engine that is made inside takes it, else
    it ends."""
    worker = _Worker(jobs)
    worker.prepare(pickle.dumps((prepare, arguments)))
    _AHEAD.append(worker)
    try:
        yield
    finally:
        if worker in _AHEAD:
            _AHEAD.remove(worker)
            worker.kill()


class _Worker:
    """One child process of so many; used by one thread at a time, killed by any."""

    def __init__(self, jobs: int) -> None:
        # where all have work, threads of one wait for the processors that others are at
        self._threads = max(1, (os.cpu_count() or 1) // jobs)
        self.done = 0  # pieces of work that the present child has done
        self._is_preparing = False
        self.child: subprocess.Popen[bytes] | None = None
        self._pipe: Connection | None = None
        self._lock = threading.Lock()
        self._is_stopped = False

    def prepare(self, request: bytes) -> None:
        """Start the child and give it work of which nobody waits for the end: what goes wrong there goes wrong again where it matters."""
        self._start().send_bytes(request)
        self._is_preparing = True

    def run(self, request: bytes) -> Any:  # noqa: ANN401 - whatever the work returns
        for _ in range(_TRIES):
            pipe = self._pipe or self._start()
            try:
                pipe.send_bytes(request)
                if self._is_preparing:
                    pipe.recv_bytes()
                    self._is_preparing = False
                is_well, outcome = pickle.loads(pipe.recv_bytes())
            except (EOFError, OSError):
                ended = self._bury()
                continue
            self.done += 1
            if is_well:
                return outcome
            raise outcome
        raise WorkerLostError(f"expected a worker to compute it, found that it killed {_TRIES} workers, the last one with {ended}")

    def kill(self) -> None:
        with self._lock:
            self._is_stopped = True
            if self.child:
                self.child.kill()
                self.child.wait()

    def retire(self) -> None:
        """End a child that is at nothing; the next piece of work starts another."""
        if self.child:
            self.child.kill()
            self._bury()

    def _start(self) -> Connection:
        ours, theirs = Pipe()
        command = [sys.executable, "-P", "-m", "flows.worker_process", str(theirs.fileno()), str(os.getpid())]
        path = os.pathsep.join(filter(None, (str(_HOME), os.environ.get("PYTHONPATH"))))
        environment = {"POLARS_MAX_THREADS": str(self._threads), **os.environ, "PYTHONPATH": path}
        with self._lock, theirs:
            if self._is_stopped:
                raise WorkerLostError("expected a worker, found the run at its end")
            # a process group of its own: Ctrl-C reaches the run alone, which then decides
            self.child = subprocess.Popen(command, stdin=subprocess.DEVNULL, pass_fds=(theirs.fileno(),), process_group=0, env=environment)
        self._pipe = ours
        return ours

    def _bury(self) -> str:
        """Let go of a child that is dead; says how it ended."""
        child, pipe = self.child, self._pipe
        assert child
        assert pipe
        code = child.wait()
        pipe.close()
        self._pipe, self._is_preparing, self.done = None, False, 0
        with self._lock:
            self.child = None
        return f"exit code {code}" if code >= 0 else f"signal {-code}"
