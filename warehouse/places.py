"""Where everything that belongs to a warehouse file is kept, and whether a run is at work on it.

The names derive from the whole name of the file, so that no two files of one folder share anything. The default name alone gives the short
names that the documentation shows.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from warehouse.errors import MendableError

DEFAULT_NAME = "personae.duckdb"


class RunUnderWayError(MendableError):
    """Another run is at work on the warehouse."""


def staging_folder(warehouse: Path) -> Path:
    """Where computed batches wait to be loaded: staging/NAME."""
    return warehouse.parent / "staging" / warehouse.name


def published_folder(warehouse: Path) -> Path:
    """Where people and BI tools read: published/ for personae.duckdb, NAME.published/ for any other."""
    return warehouse.parent / ("published" if warehouse.name == DEFAULT_NAME else f"{warehouse.name}.published")


@contextmanager
def only_run(warehouse: Path) -> Iterator[None]:
    """Hold the warehouse's lock, which the system gives back however the process ends. Raises RunUnderWayError when it is held."""
    folder = staging_folder(warehouse)
    folder.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        if not _lock(descriptor):
            raise RunUnderWayError(
                f"{warehouse}: expected no other run, found one at work; wait for it to end, or read what was published: "
                f"personae query --warehouse {published_folder(warehouse) / DEFAULT_NAME}"
            )
        yield
    finally:
        os.close(descriptor)


def is_run_at_work(warehouse: Path) -> bool:
    """Whether a living process holds the warehouse's lock."""
    try:
        descriptor = os.open(staging_folder(warehouse), os.O_RDONLY)
    except OSError:
        return False
    try:
        return not _lock(descriptor)
    finally:
        os.close(descriptor)


def _lock(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
