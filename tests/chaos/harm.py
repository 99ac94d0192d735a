"""The kinds of harm, each done many times in one process: what `make chaos` hands to its processes, and tests do a little of."""

import shutil
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.chaos import flips, full_disks, kills, sigkills
from tests.chaos.kills import Undisturbed
from tests.chaos.world import World, quick_runs

#: Where a thousand folders are written and thrown away: in memory, where there is such a place.
_MEMORY = Path("/dev/shm")
_TOLD = 25


@dataclass
class Outcome:
    """How often something was done, what came of it and how often, and what was wrong afterwards."""

    what: str
    done: int = 0
    wrong: list[str] = field(default_factory=list)
    came: Counter[str] = field(default_factory=Counter)

    def __add__(self, other: "Outcome") -> "Outcome":
        return Outcome(self.what, self.done + other.done, self.wrong + other.wrong, self.came + other.came)

    def note(self, what: object, done: int, came: Iterable[str], wrong: Sequence[str]) -> None:
        self.wrong += [f"{what}: {problem}" for problem in wrong]
        self.came.update(came)
        self.done += done
        if wrong or self.done % _TOLD < done:
            print(
                f"{self.what}: {self.done}, {len(self.wrong)} wrong",
                *self.wrong[-len(wrong) :] if wrong else (),
                sep="\n  ",
                file=sys.stderr,
                flush=True,
            )


@contextmanager
def undisturbed(steps: int = 4) -> Iterator[tuple[Undisturbed, Path]]:
    """The small world after its first steps, and a folder to hurt copies of it in."""
    folder = Path(tempfile.mkdtemp(prefix="personae-chaos-", dir=_MEMORY if _MEMORY.is_dir() else None))
    try:
        with quick_runs():
            yield Undisturbed(World(folder / "inbox"), folder / "undisturbed", steps), folder / "play"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def kill(seed: int, count: int, share: int, shares: int) -> Outcome:
    """Every `shares`-th history of those with `count` kills together."""
    outcome = Outcome("kills in the process")
    with undisturbed() as (world, folder):
        for history in kills.plan(world, seed, count)[share::shares]:
            hit, wrong = _attempt(kills.play, history, world, folder)
            outcome.note(history, len(hit), hit, wrong)
    return outcome


def sigkill(seed: int, count: int, share: int, shares: int) -> Outcome:
    """Every `shares`-th of `count` processes."""
    outcome = Outcome("processes killed")
    with undisturbed() as (world, folder):
        for history in sigkills.plan_single(world, seed, count)[share::shares]:
            hit, wrong = _attempt(sigkills.play, history, world, folder)
            outcome.note(history, 1, hit, wrong)
    return outcome


def fill(_: int, count: int, share: int, shares: int) -> Outcome:
    """Every `shares`-th of `count` disks of growing sizes."""
    outcome = Outcome("disks too small")
    with undisturbed() as (world, folder):
        for size in full_disks.sizes(count)[share::shares]:
            ended, wrong = _attempt(full_disks.play, size, world, folder)
            outcome.note(f"{size:,} bytes", 1, ended, wrong)
    return outcome


def flip(seed: int, count: int, share: int, shares: int) -> Outcome:
    """Every `shares`-th of `count` changed bytes."""
    outcome = Outcome("bytes changed")
    with undisturbed() as (world, folder):
        interrupted = flips.Interrupted.make(world, folder.with_name("interrupted"))
        for each in flips.plan(interrupted, seed, count)[share::shares]:
            ended, wrong = _attempt(flips.play, each, interrupted, folder)
            outcome.note(each, 1, (f"{each.kind}: {end}" for end in ended), wrong)
    return outcome


def _attempt[**P](play: Callable[P, tuple[list[str], list[str]]], *args: P.args, **kwargs: P.kwargs) -> tuple[list[str], list[str]]:
    """What came of it, and what was wrong; what cannot finish is wrong too."""
    try:
        return play(*args, **kwargs)
    except Exception:  # noqa: BLE001 - whatever it is, it is a finding
        return [], [f"cannot finish: {traceback.format_exc(limit=-4)}"]
