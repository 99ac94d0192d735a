"""Children that end with their parent, however that ends: a run that is killed leaves no process behind."""

import ctypes
import os
import signal
import sys
import threading
import time

#: From <linux/prctl.h>.
_PR_SET_PDEATHSIG = 1
#: Seconds between two looks at the parent, where the kernel tells nothing.
_PAUSE = 1.0


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
