"""Signals that ask a run to end: it ends within seconds, keeps the batches it has loaded, and its books say what stopped it."""

import os
import select
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

#: Ctrl-C, a polite kill, and a terminal that was closed.
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
#: Seconds in which a run puts things in order before it is cut off.
GRACE = 8.0
#: What shells add to the number of a signal that ended a process.
_SHELL_OFFSET = 128
#: The thread in which handlers run, and what wakes it when it sleeps on.
_MAIN = threading.main_thread().ident or 0
_WAKING = signal.SIGURG

_received: list[int] = []


class Interrupted(KeyboardInterrupt):
    """A signal asked for the end."""

    def __init__(self, number: int) -> None:
        self.number = number
        super().__init__(f"interrupted by {signal.Signals(number).name}")

    @property
    def exit_code(self) -> int:
        return _SHELL_OFFSET + self.number


@contextmanager
def interruptible() -> Iterator[None]:
    """Raise Interrupted in the main thread, which this is, on the first of SIGNALS; further ones are ignored, for the end is under way.

    A library may turn it into an error of its own (DuckDB does in the middle of a query) or be deaf for long: from here Interrupted is what
    comes out, and after GRACE seconds the process ends whatever it is at. The next run then finds what it left, as after any kill."""

    def interrupt(number: int, _: FrameType | None) -> None:
        _received.append(number)
        for each in SIGNALS:
            signal.signal(each, signal.SIG_IGN)
        raise Interrupted(number)

    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    before = signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
    # what is ignored already stays so: nohup asks for that
    asked = [number for number in SIGNALS if signal.getsignal(number) is not signal.SIG_IGN]
    handlers = {number: signal.signal(number, interrupt) for number in asked}
    handlers[_WAKING] = signal.signal(_WAKING, lambda *_: None)
    threading.Thread(target=_cut_off, args=(reading,), daemon=True).start()
    try:
        yield
    except BaseException as problem:
        if _received and not isinstance(problem, Interrupted):
            raise Interrupted(_received[0]) from problem
        raise
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(before)
        os.close(writing)
        _received.clear()


def what_ended(problem: BaseException) -> str:
    """Why a run ends, for its books: the signal that asked for it, else the error."""
    return str(Interrupted(_received[0])) if _received else f"{type(problem).__name__}: {problem}"


def _cut_off(reading: int) -> None:
    """Wait for one of SIGNALS, whose numbers come through the pipe; end the process when the pipe is still open GRACE seconds later.

    The main thread, whose handlers they are, may sleep on: the system hands a signal to any thread, and a library (polars, for Ctrl-C) may
    have asked that a wait goes on after it. Another signal, of which nobody asked that, wakes it."""
    number = 0
    while number not in SIGNALS:
        said = os.read(reading, 1)
        if not said:  # closed: no signal came
            os.close(reading)
            return
        number = said[0]
    signal.pthread_kill(_MAIN, _WAKING)
    end = time.monotonic() + GRACE
    while (left := end - time.monotonic()) > 0:
        if select.select([reading], [], [], left)[0] and not os.read(reading, 1):
            os.close(reading)
            return
    with suppress(OSError, ValueError):
        sys.stderr.write(f"personae: {Interrupted(number)}, and cut off after {GRACE:.0f} s; the next run goes on from what is loaded\n")
        sys.stderr.flush()
    os._exit(_SHELL_OFFSET + number)
