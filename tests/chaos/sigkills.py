"""Processes killed by SIGKILL at named points: what the kills in the process stand for, done in earnest."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

from tests.chaos.kills import WAREHOUSE, History, Undisturbed, plan
from tests.chaos.looking import problems_afterwards, problems_between

HOME = Path(__file__).parent.parent.parent
#: Seconds in which the children of a killed process must be gone.
_SECONDS = 5.0


def plan_single(undisturbed: Undisturbed, seed: int, count: int) -> list[History]:
    """Histories of one kill each."""
    histories = plan(undisturbed, seed, 4 * count)
    return [History(history.step, history.kills[:1]) for history in Random(seed).sample(histories, count)]


def play(history: History, undisturbed: Undisturbed, folder: Path) -> tuple[list[str], list[str]]:
    """The point at which the process was killed, and what was wrong then or afterwards."""
    (kill,), world = history.kills, undisturbed.world
    before = undisturbed.seen[history.step - 1] if history.step else None
    after = undisturbed.seen[history.step]
    undisturbed.start(history.step, folder)
    words = [str(word) for word in (world.inbox, folder, history.step, kill.point, kill.passing)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (str(HOME), os.environ.get("PYTHONPATH"))))}
    victim = subprocess.Popen([sys.executable, "-m", "tests.chaos.victim", *words], env=environment, cwd=HOME, stderr=subprocess.DEVNULL)
    code = victim.wait()
    wrong = [] if code == -signal.SIGKILL else [f"the process was to be killed, and ended with {code}"]
    wrong += [f"left alive: {pid}" for pid in _children_left(victim.pid)]
    wrong += [f"killed: {problem}" for problem in problems_between(folder / WAREHOUSE, before, after)]
    world.steps[history.step](folder / WAREHOUSE)
    wrong += [f"afterwards: {problem}" for problem in problems_afterwards(folder / WAREHOUSE, after)]
    return [kill.point], wrong


def _children_left(parent: int) -> list[int]:
    """Ids of processes that bear the id of this parent in their call, as readers and workers do, and are alive after some seconds."""
    end = time.monotonic() + _SECONDS
    while (found := _children(parent)) and time.monotonic() < end:
        time.sleep(0.1)
    return found


def _children(parent: int) -> list[int]:
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_text(encoding="utf-8", errors="replace").split("\0")
        except OSError:
            continue
        if str(parent) in words and any(word in ("flows.reader_process", "flows.worker_process") for word in words):
            found.append(int(folder.name))
    return found
