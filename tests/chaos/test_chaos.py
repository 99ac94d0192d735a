"""A few of the harms of `make chaos`, and that its points leave nothing out."""

import os
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from unittest.mock import patch

import pytest

from flows.running import NOTHING_NEW
from tests.chaos import flips, full_disks, kills
from tests.chaos.harm import undisturbed
from tests.chaos.kills import WAREHOUSE, History, Kill, Undisturbed
from tests.chaos.looking import read
from warehouse.places import published_folder
from warehouse.points import watched
from warehouse.publishing.site.build import SiteError

#: Where a run is ended, each time further on than the time before.
KILLS = (
    Kill("load: before the batch's row", 1, "cut"),
    Kill("publish: before the copy's checkpoint", 1, "cut"),
    Kill("publish: published", 1, "interrupted"),
)


@pytest.fixture(scope="module")
def world() -> Iterator[tuple[Undisturbed, Path]]:
    with undisturbed(steps=1) as made:
        yield made


def test_a_run_that_is_killed_over_and_over_ends_as_if_nothing_had_happened(world: tuple[Undisturbed, Path]) -> None:
    hit, wrong = kills.play(History(0, KILLS), *world)
    assert wrong == []
    assert hit == [kill.point for kill in KILLS]


def test_runs_ended_at_points_drawn_by_a_seed_are_taken_up_without_loss_or_doubles(world: tuple[Undisturbed, Path]) -> None:
    made, folder = world
    for history in kills.plan(made, seed=16, kills=3):
        assert kills.play(history, made, folder)[1] == [], history


def test_a_full_disk_is_told_in_a_sentence_and_costs_nothing(world: tuple[Undisturbed, Path]) -> None:
    ended, wrong = full_disks.play(15_000_000, *world)
    assert wrong == []
    assert ended == ["full"]


def test_a_changed_byte_of_a_staged_batch_is_noticed(world: tuple[Undisturbed, Path]) -> None:
    made, folder = world
    interrupted = flips.Interrupted.make(made, folder.with_name("interrupted"), step=0)
    for flip in flips.plan(interrupted, seed=16, count=1):
        assert flips.play(flip, interrupted, folder)[1] == [], flip


def test_a_run_whose_pages_cannot_be_made_failed_and_publishes_nothing(world: tuple[Undisturbed, Path]) -> None:
    made, folder = world
    made.start(0, folder)
    with patch("warehouse.publishing.site.build.prepare_site", side_effect=SiteError("no pages")), pytest.raises(SiteError):
        made.world.first(folder / WAREHOUSE)
    (run,) = read(folder / WAREHOUSE).runs
    assert (run["status"], run["detail"]) == ("failed", "SiteError: no pages")
    assert list(published_folder(folder / WAREHOUSE).iterdir()) == []


def test_a_run_that_finds_nothing_new_says_so_and_leaves_what_is_published(world: tuple[Undisturbed, Path]) -> None:
    made, folder = world
    made.start(1, folder)
    published = published_folder(folder / WAREHOUSE)
    before = {path: path.stat().st_mtime_ns for path in published.rglob("*")}
    made.world.first(folder / WAREHOUSE)
    assert {path: path.stat().st_mtime_ns for path in published.rglob("*")} == before
    assert (read(folder / WAREHOUSE).runs[-1]["status"], read(folder / WAREHOUSE).runs[-1]["detail"]) == ("completed", NOTHING_NEW)
    with patch.dict("os.environ", {"PERSONAE_PUBLISH": "always"}):
        made.world.first(folder / WAREHOUSE)
    assert (published / "personae.duckdb").stat().st_mtime_ns != before[published / "personae.duckdb"]


class Ear:
    """What Python tells its auditors of renames, links and removals, and the points that are passed, in their order.

    An auditor cannot be taken away again, so this one listens only while it is asked to."""

    def __init__(self) -> None:
        self.events: list[tuple[str, str]] = []
        self.is_listening = False
        sys.addaudithook(self.hear)

    def hear(self, event: str, arguments: tuple[object, ...]) -> None:
        if self.is_listening and event in ("os.rename", "os.remove", "os.rmdir", "os.link"):
            self.events.append((event, "\n".join(os.fsdecode(each) for each in arguments if isinstance(each, str | bytes | os.PathLike))))

    def pass_point(self, point: str) -> None:
        self.events.append(("point", point))


def test_no_two_things_that_people_see_change_without_a_point_between(world: tuple[Undisturbed, Path]) -> None:
    made, folder = world
    made.start(0, folder)
    ear = Ear()
    with watched(ear.pass_point):
        ear.is_listening = True
        made.world.first(folder / WAREHOUSE)
        ear.is_listening = False
    seen = [(kind, what) for kind, what in ear.events if kind == "point" or _is_seen(what, folder)]
    assert [pair for pair in pairwise(seen) if "point" not in (pair[0][0], pair[1][0])] == []
    assert sum(kind != "point" for kind, _ in seen) > 5


def _is_seen(paths: str, folder: Path) -> bool:
    """Whether one of the paths lies in the folder, and is hidden nowhere below it."""
    below = [Path(path).relative_to(folder) for path in paths.splitlines() if Path(path).is_relative_to(folder)]
    return any(not any(part.startswith(".") for part in path.parts) for path in below)
