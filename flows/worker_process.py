"""A child process that computes batches, one after the other. Started by `flows.workers`, never imported by it.

It reads (function, arguments) from one pipe and answers with what the function returns or raises. It ends when the pipe is closed, and with
its parent.
"""

import os
import pickle
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection

from flows.garbage import collect_seldom
from flows.lifeline import die_with_parent
from flows.reading import keep_readers


def main() -> None:
    pipe = Connection(int(sys.argv[1]))
    die_with_parent(int(sys.argv[2]))
    collect_seldom()
    keep_readers()
    while True:
        try:
            request = pipe.recv_bytes()
        except EOFError:  # the parent is done
            os._exit(0)
        pipe.send_bytes(_answer(request))


def _answer(request: bytes) -> bytes:
    """(whether it went well, what was returned or raised), pickled."""
    try:
        work: Callable[..., object]
        work, arguments = pickle.loads(request)
        return pickle.dumps((True, work(*arguments)))
    except Exception as problem:  # noqa: BLE001 - the parent decides what a failed batch means
        return _carried(problem)


def _carried(problem: Exception) -> bytes:
    """The error as a pipe can carry it: itself, or its name and words when it cannot be made again on the other side."""
    try:
        carried = pickle.dumps((False, problem))
        pickle.loads(carried)
    except Exception:  # noqa: BLE001 - any error class may refuse in its own way
        return pickle.dumps((False, RuntimeError(f"{type(problem).__name__}: {problem}")))
    return carried


if __name__ == "__main__":
    main()
