"""Ended at named points of staging, loading, settling and publishing, the work is taken up again and gives the rows of an undisturbed run."""

from collections import Counter
from contextlib import closing, suppress
from pathlib import Path
from random import Random

from tests.strategies import NewsArticle, NewsFile, compute_batch
from tests.warehouse.loading import settle
from warehouse.hashes import table_hashes
from warehouse.load import load_batch
from warehouse.points import watched
from warehouse.publishing.publish import publish_warehouse
from warehouse.staging import claim_staging, discard_staged, list_staged, read_staged, stage_batch, sweep_staging
from warehouse.store import open_warehouse, warehouse_id

BATCH = compute_batch([NewsFile((NewsArticle("Ada Wren said “no”.\n\nRussia met nobody."),))])
SEED, KILLS = 16, 10


class EndedError(BaseException):
    """The process is gone: every later point ends it too, those of cleaning up included."""


def work(folder: Path) -> None:
    """What a run does from its first look into the staging area to the published copy."""
    staging = folder / "staging"
    with closing(open_warehouse(folder / "w.duckdb")) as connection:
        sweep_staging(staging)
        claim_staging(staging, warehouse_id(connection))
        if not list_staged(staging):
            stage_batch(staging, *BATCH)
        for staged in list_staged(staging):
            load_batch(connection, read_staged(staged))
            discard_staged(staged)
        settle(connection)
    publish_warehouse(folder / "w.duckdb", folder / "published")


def rows(path: Path) -> dict[str, tuple[int, int]]:
    with closing(open_warehouse(path, read_only=True)) as connection:
        return table_hashes(connection)


def test_work_ended_at_any_point_is_taken_up_without_loss_or_doubles(tmp_path: Path) -> None:
    passed: list[str] = []
    with watched(passed.append):
        work(tmp_path / "undisturbed")
    expected = rows(tmp_path / "undisturbed" / "w.duckdb")
    names = sorted(Counter(passed))
    for number, name in enumerate(Random(SEED).sample(names, KILLS)):
        folder, is_over = tmp_path / str(number), False

        def end(point: str, name: str = name) -> None:
            nonlocal is_over
            is_over = is_over or point == name
            if is_over:
                raise EndedError

        with watched(end), suppress(EndedError):
            work(folder)
        work(folder)
        for path in (folder / "w.duckdb", folder / "published" / "personae.duckdb"):
            assert rows(path) == expected, f"{path} after an end at {name!r}"
