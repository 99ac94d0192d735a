"""What a folder holds, and what is wrong with it: in the middle of things, and when all is done."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from flows.running import NOTHING_NEW
from tests.chaos.world import Rows, rows
from warehouse.places import published_folder, staging_folder
from warehouse.publishing.publications import KEPT, is_whole, previous_copies
from warehouse.publishing.publish import PUBLISHED_NAME, VIEW_EXPORTS
from warehouse.publishing.site import SITE_NAME
from warehouse.runs import IDENTITIES
from warehouse.staging import OWNER
from warehouse.store import WarehouseError, open_warehouse

type Run = dict[str, object]


@dataclass(frozen=True)
class Database:
    """What a database says: the rows of its tables, and its runs in their order."""

    rows: Rows
    runs: list[Run]

    def ids(self, status: str) -> set[object]:
        return {run["run_id"] for run in self.runs if run["status"] == status}


@dataclass(frozen=True)
class Seen:
    """What people see of a warehouse: its rows, how many of them each exported view has, the files of its site."""

    rows: Rows
    views: dict[str, int]
    site: frozenset[str]


def read(path: Path) -> Database:
    """A database as any reader opens it."""
    with closing(open_warehouse(path, read_only=True)) as connection:
        answer = connection.execute("SELECT * FROM runs ORDER BY started_at")
        names = [name for name, *_ in answer.description]
        runs = [dict(zip(names, row, strict=True)) for row in answer.fetchall()]
        return Database(rows(connection), runs)


def look(warehouse: Path) -> Seen:
    """What there is of a warehouse whose runs went well."""
    published = published_folder(warehouse)
    return Seen(read(warehouse).rows, _views(published / VIEW_EXPORTS), _files(published / SITE_NAME))


def problems_between(warehouse: Path, before: Seen | None, after: Seen) -> list[str]:
    """What is wrong while the work is interrupted: readers see what was or what comes, whole, and no run that is said to be at work."""
    published = published_folder(warehouse)
    copy = read(published / PUBLISHED_NAME) if (published / PUBLISHED_NAME).exists() else None
    wrong = list(_problems_of_pages(published, before, after))
    if copy is not None:
        wrong += [f"published copy: run {run} is said to be running" for run in copy.ids("running")]
        if not is_whole(published / PUBLISHED_NAME, published):
            wrong.append("published copy: other bytes than were noted")
        if copy.rows != after.rows and (before is None or copy.rows != before.rows):
            wrong.append(f"published copy: {_differing(copy.rows, after.rows)}")
    elif before is not None:
        wrong.append("published copy: gone")
    try:
        wrong += _lies(read(warehouse), copy.ids("completed") if copy else set())
    except WarehouseError as problem:
        wrong += [str(problem)] if before else []  # a warehouse whose tables are not made yet is refused by its readers
    return wrong


def _problems_of_pages(published: Path, before: Seen | None, after: Seen) -> Iterator[str]:
    """What is wrong with the site and the exported views: there is that of before or that of after, whole; none only where none was."""
    site, views = _files(published / SITE_NAME), _views(published / VIEW_EXPORTS)
    if site not in (before.site if before else frozenset(), after.site):
        yield f"site: {len(site)} files, neither those before nor those after"
    if views not in (before.views if before else {}, after.views):
        yield "views: neither those before nor those after"


def _lies(database: Database, published: set[object]) -> Iterator[str]:
    """What the books say that is not so: a run at work that is none, a run that was completed and not published, or the other way round.

    A run that found nothing new says so, and is not published."""
    for run in database.runs:
        is_completed = run["status"] == "completed" and run["detail"] != NOTHING_NEW
        if run["status"] == "running" or is_completed != (run["run_id"] in published):
            yield f"runs: {run['status']} ({run['detail']}), {'' if run['run_id'] in published else 'not '}completed in the published copy"


def problems_afterwards(warehouse: Path, expected: Seen) -> list[str]:
    """What is wrong when the run that took the work up again has ended."""
    published, staging = published_folder(warehouse), staging_folder(warehouse)
    database, copy = read(warehouse), read(published / PUBLISHED_NAME)
    wrong = [*_problems_of_pages(published, expected, expected), *_lies(database, copy.ids("completed")), *_unbalanced(database)]
    for name, found in (("rows", database.rows), ("published rows", copy.rows)):
        if found != expected.rows:
            wrong.append(f"{name}: {_differing(found, expected.rows)}")
    if database.runs[-1]["status"] != "completed":
        wrong.append(f"runs: the last one is {database.runs[-1]['status']} ({database.runs[-1]['detail']})")
    kept = previous_copies(published)
    if not is_whole(published / PUBLISHED_NAME, published):
        wrong.append("published copy: other bytes than were noted")
    if len(kept) > KEPT or not all(is_whole(path, published) for path in kept):
        wrong.append(f"previous copies: {len(kept)}, or not all whole")
    if left := sorted(_left_behind(staging, published)):
        wrong.append(f"left behind: {left}")
    return wrong


def _unbalanced(database: Database) -> Iterator[str]:
    for run in database.runs:
        for whole, parts in IDENTITIES:
            if run["status"] == "completed" and run[whole] != sum(int(str(run[part])) for part in parts):
                yield f"runs: {whole} is not the sum of its parts"


def _left_behind(staging: Path, published: Path) -> Iterator[str]:
    """Hidden names, and staged batches."""
    yield from (
        path.name for folder in (staging, published) for path in folder.iterdir() if path.name.startswith(".") and path.name != OWNER
    )
    yield from (path.name for path in staging.iterdir() if path.is_dir() and not path.name.startswith("."))


def _views(folder: Path) -> dict[str, int]:
    """Rows of each exported view but that of the last run, which no two runs share. Raises when a file is not whole."""
    found = {path.stem: pl.read_parquet(path).height for path in sorted(folder.glob("*.parquet"))} if folder.is_dir() else {}
    return {name: height for name, height in found.items() if name != "last_run_checks"}


def _files(folder: Path) -> frozenset[str]:
    return frozenset(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def _differing(found: Rows, expected: Rows) -> str:
    return ", ".join(f"{name} {found.get(name)} for {counted}" for name, counted in expected.items() if found.get(name) != counted)
