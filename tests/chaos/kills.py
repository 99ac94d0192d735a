"""Runs ended at named points, taken up again, and compared with the same runs undisturbed."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from signal import SIGINT
from threading import Event

from flows.signals import Interrupted
from tests.chaos.looking import Seen, look, problems_afterwards, problems_between
from tests.chaos.world import World
from warehouse.points import watched

#: How a run ends: it is interrupted, and cleans up on its way out; it is gone, and so is all cleaning up that writes; or the disk is taken as
#: it stands at that moment, with what the database holds in memory lost, as SIGKILL leaves it.
WAYS = ("interrupted", "gone", "cut")
#: Runs in a row that are ended, at most, before one is let through.
_IN_A_ROW = 4
WAREHOUSE = "w.duckdb"


class EndedError(BaseException):
    """The run is gone: every later point ends it too, those of cleaning up included."""


@dataclass(frozen=True)
class Kill:
    """Where a run is ended: at which passing of a point of this name."""

    point: str
    passing: int
    way: str

    def __str__(self) -> str:
        return f"{self.way} at passing {self.passing} of {self.point!r}"


@dataclass(frozen=True)
class History:
    """A step of the world, ended by one kill or by several in a row before it is let through."""

    step: int
    kills: tuple[Kill, ...]

    def __str__(self) -> str:
        return f"step {self.step}, {' then '.join(map(str, self.kills))}"


@dataclass
class Undisturbed:
    """The world's steps as they go when nothing happens: what the folder holds after each, and the points that each passes."""

    world: World
    folder: Path
    steps: int = 4
    seen: list[Seen] = field(default_factory=list)
    passed: list[list[str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        present = self.folder / "now"
        for number, step in enumerate(self.world.steps[: self.steps]):
            points: list[str] = []
            with watched(points.append):
                step(present / WAREHOUSE)
            self.passed.append(points)
            self.seen.append(look(present / WAREHOUSE))
            shutil.copytree(present, self.before(number + 1))

    def before(self, step: int) -> Path:
        """The folder as it is before a step."""
        return self.folder / f"before-{step}"

    def start(self, step: int, folder: Path) -> None:
        """Make a folder as it is before a step."""
        shutil.rmtree(folder, ignore_errors=True)
        if step:
            shutil.copytree(self.before(step), folder)
        else:
            folder.mkdir(parents=True)


def plan(undisturbed: Undisturbed, seed: int, kills: int) -> list[History]:
    """Histories with that many kills together: every point once at least where there are enough, its passings and steps drawn."""
    random = Random(seed)
    places = sorted({(step, point) for step, points in enumerate(undisturbed.passed) for point in points})
    random.shuffle(places)
    planned: list[History] = []
    left = kills + kills // 5  # a part of them comes too late for a run that has little left to do
    while left > 0:
        for step, point in places[:left]:
            further = random.choices(sorted(set(undisturbed.passed[step])), k=random.randint(0, _IN_A_ROW - 1))
            chosen = tuple(_kill(undisturbed, step, name, random) for name in (point, *further)[:left])
            planned.append(History(step, chosen))
            left -= len(chosen)
            if left <= 0:
                break
    return planned


def _kill(undisturbed: Undisturbed, step: int, point: str, random: Random) -> Kill:
    return Kill(point, random.randint(1, undisturbed.passed[step].count(point)), random.choice(WAYS))


def play(history: History, undisturbed: Undisturbed, folder: Path) -> tuple[list[str], list[str]]:
    """The points of the kills that took place (a run that goes on has fewer of them before it), and what is wrong with the folder then."""
    step = undisturbed.world.steps[history.step]
    before = undisturbed.seen[history.step - 1] if history.step else None
    after = undisturbed.seen[history.step]
    undisturbed.start(history.step, folder)
    hit: list[str] = []
    wrong: list[str] = []
    for kill in history.kills:
        with ended_by(kill, folder) as is_over:
            step(folder / WAREHOUSE)
        hit += [kill.point] if is_over.is_set() else []
        wrong += [f"killed: {problem}" for problem in problems_between(folder / WAREHOUSE, before, after)]
    step(folder / WAREHOUSE)
    wrong += [f"afterwards: {problem}" for problem in problems_afterwards(folder / WAREHOUSE, after)]
    shutil.rmtree(folder)
    return hit, wrong


@contextmanager
def ended_by(kill: Kill, folder: Path) -> Iterator[Event]:
    """End what is done inside as the kill says, and leave the folder as it leaves it; the event is set when it came to that."""
    passed, is_over = 0, Event()
    taken = folder.with_name(f"{folder.name}.taken")

    def end(point: str) -> None:
        nonlocal passed
        passed += point == kill.point
        if not is_over.is_set() and passed == kill.passing:
            is_over.set()
            if kill.way == "cut":
                shutil.copytree(folder, taken)
            if kill.way == "interrupted":
                raise Interrupted(SIGINT)
        if is_over.is_set() and kill.way != "interrupted":
            raise EndedError

    with watched(end), suppress(EndedError, Interrupted):
        yield is_over
    if taken.exists():
        shutil.rmtree(folder)
        taken.rename(folder)
