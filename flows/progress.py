"""Progress on long work: a bar when a terminal is attached, a plain line now and then otherwise."""

import sys
import time
from contextlib import suppress
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

#: Seconds between plain lines.
PAUSE = 10.0


class Progress:
    """Counts what is done of a total, if that is known; writes to standard error.

    Where nobody listens any more (a terminal that was closed, a pipe whose reader is gone) it is silent: the work goes on."""

    def __init__(self, what: str, total: int | None) -> None:
        self.what, self.total, self.done = what, total, 0
        self._told = time.monotonic()
        self._bar: Bar | None = None

    def __enter__(self) -> Self:
        if sys.stderr.isatty() and self.total != 0:
            columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
            self._bar = Bar(*columns, console=Console(stderr=True), transient=True)
            self._bar.add_task(self.what, total=self.total)
            with suppress(OSError):
                self._bar.start()
        return self

    def __exit__(self, *problem: object) -> None:
        if self._bar:
            with suppress(OSError):
                self._bar.stop()

    def advance(self) -> None:
        """One more is done."""
        self.done += 1
        if self._bar:
            self._bar.advance(self._bar.task_ids[0])
        elif time.monotonic() - self._told >= PAUSE or self.done == self.total:
            self._told = time.monotonic()
            of_all = "" if self.total is None else f" of {self.total}"
            with suppress(OSError):
                print(f"{self.what}: {self.done}{of_all}", file=sys.stderr, flush=True)  # noqa: T201 - this is the plain line
