"""Runs on disks that are too small, and the same runs when there is room again.

The disk is a file system in memory of a given size, where this process may mount one; elsewhere every write from some point on is refused as a
full disk refuses it, which DuckDB's own writes do not meet.
"""

import errno
import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from flows.troubles import explain_trouble
from tests.chaos.kills import WAREHOUSE, Undisturbed
from tests.chaos.looking import problems_afterwards, problems_between
from warehouse.folders import NoRoomError
from warehouse.points import watched

#: Of the smallest and of the largest disk; a run of the small world takes some 40 MB, copies included.
SMALLEST, LARGEST = 1_000_000, 60_000_000
ROOMY = 600_000_000


def sizes(count: int) -> list[int]:
    return [SMALLEST + (LARGEST - SMALLEST) * number // (count - 1) for number in range(count)]


def play(size: int, undisturbed: Undisturbed, folder: Path) -> tuple[list[str], list[str]]:
    """How the first step ended on a disk of this size, and what was wrong: then, or when it was done again with room enough.

    The look at the free space before a run is left out at first, for it would spare the disk the trouble."""
    (step, *_), (expected, *_) = undisturbed.world.steps, undisturbed.seen
    with small_disk(folder, size) as widen:
        ended, wrong = _ended(lambda: step(folder / WAREHOUSE))
        with patch("flows.running.require_room"), patch("warehouse.publishing.publish.require_room"):
            ended, said = _ended(lambda: step(folder / WAREHOUSE)) if ended == "no room" else (ended, [])
        wrong += said
        wrong += [f"full: {problem}" for problem in problems_between(folder / WAREHOUSE, None, expected)]
        widen()
        step(folder / WAREHOUSE)
        wrong += [f"afterwards: {problem}" for problem in problems_afterwards(folder / WAREHOUSE, expected)]
    return [ended], wrong


def _ended(run: Callable[[], None]) -> tuple[str, list[str]]:
    """How a run ended, and what was wrong with its words."""
    try:
        run()
    except NoRoomError:
        return "no room", []
    except Exception as problem:  # noqa: BLE001 - whatever it is, it must be explained to people in a sentence
        sentence = explain_trouble(problem)
        return "full", [] if sentence and "\n" not in sentence else [f"no sentence for {type(problem).__name__}: {problem}"]
    return "completed", []


def can_mount(folder: Path) -> bool:
    """Whether this process may mount file systems."""
    folder.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)], capture_output=True, check=False)
    if done.returncode == 0:
        subprocess.run(["umount", str(folder)], check=True)
    return done.returncode == 0


@contextmanager
def small_disk(folder: Path, size: int) -> Iterator[Callable[[], None]]:
    """Make the folder a disk of this size; what is yielded makes it a roomy one."""
    if not can_mount(folder):
        with _refusing(size) as widen:
            yield widen
        return

    def mount(*options: str) -> None:
        subprocess.run(["mount", "-t", "tmpfs", "-o", ",".join(options), "tmpfs", str(folder)], check=True)

    mount(f"size={size}")
    try:
        yield lambda: mount("remount", f"size={ROOMY}")
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@contextmanager
def _refusing(size: int) -> Iterator[Callable[[], None]]:
    """Refuse every write from a point on that comes the later the larger the disk would be."""
    left = size // (LARGEST // 250)
    is_wide = False

    def refuse(point: str) -> None:
        nonlocal left
        left -= 1
        if left < 0 and not is_wide:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), point)

    def widen() -> None:
        nonlocal is_wide
        is_wide = True

    with watched(refuse):
        yield widen
