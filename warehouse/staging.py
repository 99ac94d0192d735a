"""The staging area: each computed batch is one folder of Parquet files and a manifest, complete or not there at all.

A worker writes into a hidden folder beside it, syncs everything to disk and renames it into place; a run that is killed leaves
whole batches or hidden leftovers, never half a batch.
"""

import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import polars as pl

from warehouse.errors import MendableError
from warehouse.tables import BATCH_TABLES, CHECKS, NOTES, QUARANTINE, Table

MANIFEST = "manifest.json"
#: Tables a staged batch has a file for, in the order in which they are loaded.
STAGED_TABLES: tuple[Table, ...] = (*BATCH_TABLES, CHECKS, NOTES, QUARANTINE)


class DamagedBatchError(MendableError):
    """A staged folder is not what was written; the message names it and says what to do."""


@dataclass(frozen=True)
class Manifest:
    """What a staged batch is, and what became of everything its files held.

    file_ids: all files worked on, those set aside included · file_paths: the same files as found (a file that cannot be read has no id) ·
    articles_duplicate: articles found twice within the batch · rows_checked: rows at the gate, before anything was set aside ·
    first_position, last_position: of a batch that is a part of one file, the articles of the file that it holds.
    """

    batch_id: str
    run_id: str
    tier: str
    code_version: str
    lexicon_version: str
    tagger: str
    computed_at: datetime
    seconds: float
    file_ids: tuple[str, ...] = ()
    file_paths: tuple[str, ...] = ()
    files_quarantined: int = 0
    articles_read: int = 0
    articles_duplicate: int = 0
    articles_quarantined: int = 0
    rows_checked: int = 0
    rows_quarantined: int = 0
    first_position: int | None = None
    last_position: int | None = None

    @property
    def is_part(self) -> bool:
        return self.first_position is not None


@dataclass(frozen=True)
class StagedBatch:
    """A batch as read back: the manifest and a conforming frame of every staged table."""

    manifest: Manifest
    frames: Mapping[str, pl.DataFrame]


def stage_batch(staging: Path, manifest: Manifest, frames: Mapping[str, pl.DataFrame]) -> Path:
    """Write a batch and return its folder. Frames are of STAGED_TABLES by name; one that is not given is empty.

    The columns batch_id, run_id and seen_at may be missing: they are filled from the manifest. Raises ValueError when other columns do
    not fit the tables, or a frame is of no staged table."""
    unknown = set(frames) - {table.name for table in STAGED_TABLES}
    if unknown:
        raise ValueError(f"expected frames of staged tables, found {sorted(unknown)}")
    hidden = staging / f".{manifest.batch_id}-{os.getpid()}"
    shutil.rmtree(hidden, ignore_errors=True)
    hidden.mkdir(parents=True)
    rows = {}
    for table in STAGED_TABLES:
        frame = table.conform(_fill(table, frames.get(table.name, table.empty()), manifest))
        rows[table.name] = frame.height
        with (hidden / f"{table.name}.parquet").open("wb") as stream:
            frame.write_parquet(stream)
            _sync(stream.fileno())
    with (hidden / MANIFEST).open("w", encoding="utf-8") as text:
        json.dump({**asdict(manifest), "computed_at": manifest.computed_at.isoformat(), "rows": rows}, text, indent=1)
        text.flush()
        _sync(text.fileno())
    sync_folder(hidden)
    folder = staging / manifest.batch_id
    shutil.rmtree(folder, ignore_errors=True)
    hidden.rename(folder)
    sync_folder(staging)
    return folder


def list_staged(staging: Path) -> list[Path]:
    """The folders of complete batches, in the order of their ids."""
    if not staging.is_dir():
        return []
    return sorted(path for path in staging.iterdir() if path.is_dir() and not path.name.startswith("."))


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a staged batch; raises DamagedBatchError."""
    return _read_manifest(folder)[0]


def read_staged(folder: Path) -> StagedBatch:
    """A staged batch as it was written; raises DamagedBatchError when a file is missing, cut short or of another form."""
    manifest, rows = _read_manifest(folder)
    frames = {}
    for table in STAGED_TABLES:
        path = folder / f"{table.name}.parquet"
        try:
            frame = table.conform(pl.read_parquet(path, hive_partitioning=False))
        except (OSError, ValueError, pl.exceptions.PolarsError) as problem:
            raise _damaged(folder, f"{path.name}: {problem}") from problem
        if frame.height != rows.get(table.name):
            raise _damaged(folder, f"{path.name}: expected {rows.get(table.name)} rows, found {frame.height}")
        frames[table.name] = frame
    return StagedBatch(manifest, frames)


def discard_staged(folder: Path) -> None:
    """Remove a staged batch: it is loaded, damaged, or of versions no longer wanted."""
    shutil.rmtree(folder)


def sweep_staging(staging: Path) -> int:
    """Remove what killed workers left behind; the number of leftovers. Only for when no worker is at work."""
    leftovers = [path for path in staging.iterdir() if path.name.startswith(".")] if staging.is_dir() else []
    for path in leftovers:
        shutil.rmtree(path)
    return len(leftovers)


def _fill(table: Table, frame: pl.DataFrame, manifest: Manifest) -> pl.DataFrame:
    values = {"batch_id": manifest.batch_id, "run_id": manifest.run_id, "seen_at": manifest.computed_at}
    missing = [name for name in values if name in table.schema and name not in frame.columns]
    return frame.with_columns(pl.lit(values[name], dtype=table.schema[name]).alias(name) for name in missing)


def _read_manifest(folder: Path) -> tuple[Manifest, dict[str, int]]:
    path = folder / MANIFEST
    try:
        content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        rows: dict[str, int] = content.pop("rows")
        content["computed_at"] = datetime.fromisoformat(content["computed_at"])
        content["file_ids"], content["file_paths"] = tuple(content["file_ids"]), tuple(content["file_paths"])
        manifest = Manifest(**content)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as problem:
        raise _damaged(folder, f"{MANIFEST}: {type(problem).__name__}: {problem}") from problem
    return manifest, rows


def _damaged(folder: Path, found: str) -> DamagedBatchError:
    return DamagedBatchError(
        f"{folder}: expected a staged batch, found {found}; remove the folder, then run personae ingest again: rm -r {folder}"
    )


def _sync(descriptor: int) -> None:
    os.fsync(descriptor)


def sync_folder(folder: Path) -> None:
    """Have the folder's entries on disk before going on: a rename is lasting only then."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
