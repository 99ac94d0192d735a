"""Children that end with their parent in every case: a killed run leaves no process behind."""

import ctypes
import os
import signal
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

#: From <linux/prctl.h>.
_PR_SET_PDEATHSIG = 1
#: Seconds between two looks at the parent, where the kernel tells nothing.
_PAUSE = 1.0
#: How our children are called: -m, one of these, a file descriptor, the id of the parent.
_CHILDREN = (b"flows.worker_process", b"flows.reader_process")


def die_with_parent(parent: int) -> None:
    """Have the kernel kill this process when the thread that started it ends; elsewhere than on Linux a thread looks for the parent.

    `parent`: the process id of the parent. It may have ended before it was this one's turn; this process ends at once then."""
    if not _is_told_by_kernel():
        threading.Thread(target=_watch, args=(parent,), daemon=True).start()
    if os.getppid() != parent:
        os._exit(1)


def _is_told_by_kernel() -> bool:
    if sys.platform != "linux":
        return False
    return bool(ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0) == 0)


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_PAUSE)
    os._exit(1)


def sweep_orphans() -> int:
    """Kill leftover processes of ended runs, in case the system did not; returns how many there were.

    Each of our children is called with the id of its parent: one whose parent is another by now has lost it. Does nothing where the system
    has no /proc."""
    return sum(_kill(pid) for pid in _orphans())


def _orphans() -> list[int]:
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError, ValueError, IndexError):  # it ended meanwhile, or is somebody else's
            words = (folder / "cmdline").read_bytes().split(b"\0")
            place = words.index(b"-m")
            if words[place + 1] in _CHILDREN and int(words[place + 3]) != _parent_of(folder):
                found.append(int(folder.name))
    return found


def _parent_of(folder: Path) -> int:
    """The id of a process's parent, from its folder in /proc. The name before it may hold anything, brackets and blanks included."""
    return int((folder / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()[1])


def _kill(pid: int) -> bool:
    with suppress(OSError):
        os.kill(pid, signal.SIGKILL)
        return True
    return False
