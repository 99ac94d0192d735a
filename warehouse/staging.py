"""The staging area: each computed batch is one folder of Parquet files and a manifest, complete or not there at all.

A worker writes into a hidden folder beside it, syncs everything to disk and renames it into place; a run that is killed leaves
whole batches or hidden leftovers, never half a batch. The manifest holds the SHA-256 of every file and of itself, so that not one bit
can change between writing and loading without being noticed.
"""

import io
import json
import os
import shutil
import socket
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import polars as pl

from warehouse.errors import MendableError
from warehouse.folders import remove_folder, sync_folder
from warehouse.points import reach
from warehouse.tables import BATCH_TABLES, CHECKS, NOTES, QUARANTINE, Table

MANIFEST = "manifest.json"
#: File of the staging area with the id of the warehouse that its batches are for.
OWNER = ".warehouse"
#: Tables a staged batch has a file for, in the order in which they are loaded.
STAGED_TABLES: tuple[Table, ...] = (*BATCH_TABLES, CHECKS, NOTES, QUARANTINE)


class DamagedBatchError(MendableError):
    """A staged folder is not what was written; the message names it and says what to do."""


@dataclass(frozen=True)
class Manifest:
    """What a staged batch is, and what became of everything its files held.

    file_ids: all files worked on, those set aside included · file_paths: their absolute paths (a file that cannot be read has no id) ·
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
    hidden = hidden_place(staging, manifest.batch_id)
    shutil.rmtree(hidden, ignore_errors=True)
    hidden.mkdir(parents=True)
    rows, checksums = {}, {}
    for table in STAGED_TABLES:
        frame = table.conform(_fill(table, frames.get(table.name, table.empty()), manifest))
        rows[table.name] = frame.height
        stream = io.BytesIO()
        frame.write_parquet(stream, compression="lz4")  # read once, and soon: smaller files would take longer to write than they save
        content = stream.getvalue()  # not its buffer: when writing fails, collecting that one crashes Python 3.12.1
        reach("stage: before a table")
        _write(hidden / f"{table.name}.parquet", content)
        checksums[table.name] = sha256(content).hexdigest()
    said = {**asdict(manifest), "computed_at": manifest.computed_at.isoformat(), "rows": rows, "checksums": checksums}
    reach("stage: before the manifest")
    _write(hidden / MANIFEST, _dump({**said, "checksum": _checksum(said)}))
    sync_folder(hidden)
    folder = staging / manifest.batch_id
    if folder.exists():
        remove_folder(folder)
    reach("stage: before the rename")
    hidden.rename(folder)
    sync_folder(staging)
    reach("stage: staged")
    return folder


def hidden_place(staging: Path, name: str) -> Path:
    """Where this process, on this machine, may write what nobody is to load yet; whatever is left there the next run sweeps."""
    return staging / f".{name}-{socket.gethostname()}-{os.getpid()}"


def list_staged(staging: Path) -> list[Path]:
    """The folders of complete batches, in the order of their ids."""
    if not staging.is_dir():
        return []
    return sorted(path for path in staging.iterdir() if path.is_dir() and not path.name.startswith("."))


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a staged batch; raises DamagedBatchError."""
    return _read_manifest(folder)[0]


def read_staged(folder: Path) -> StagedBatch:
    """A staged batch as it was written; raises DamagedBatchError when a file is missing, changed in a single bit or of another form."""
    manifest, rows, checksums = _read_manifest(folder)
    frames = {}
    for table in STAGED_TABLES:
        path = folder / f"{table.name}.parquet"
        try:
            content = path.read_bytes()
            # before any decoder sees them: what it makes of changed bytes is its own affair, wrong rows and panics included
            if sha256(content).hexdigest() != checksums.get(table.name):
                raise ValueError("its bytes are not those that were written")
            frame = table.conform(pl.read_parquet(io.BytesIO(content)))
        except (OSError, ValueError, pl.exceptions.PolarsError) as problem:
            raise _damaged(folder, f"{path.name}: {problem}") from problem
        if frame.height != rows.get(table.name):
            raise _damaged(folder, f"{path.name}: expected {rows.get(table.name)} rows, found {frame.height}")
        frames[table.name] = frame
    return StagedBatch(manifest, frames)


def discard_staged(folder: Path) -> None:
    """Remove a staged batch: it is loaded, damaged, or of versions no longer wanted. It is either there or not, never half."""
    remove_folder(folder)


def claim_staging(staging: Path, warehouse_id: str) -> int:
    """Make the staging area that of a warehouse; what another one of the same name left there is removed. How many batches that were."""
    owner = staging / OWNER
    if owner.is_file() and owner.read_text(encoding="utf-8", errors="replace") == warehouse_id:
        return 0
    strangers = list_staged(staging) if owner.exists() else []
    for folder in strangers:
        discard_staged(folder)
    staging.mkdir(parents=True, exist_ok=True)
    new = staging / f"{OWNER}.new"
    _write(new, warehouse_id.encode())
    reach("claim: before the rename")
    new.replace(owner)
    sync_folder(staging)
    return len(strangers)


def sweep_staging(staging: Path) -> int:
    """Remove what killed workers left behind; the number of leftovers. Only for when no worker is at work."""
    leftovers = [path for path in staging.iterdir() if path.name.startswith(".") and path.name != OWNER] if staging.is_dir() else []
    for path in leftovers:
        reach("sweep: before a leftover")
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    return len(leftovers)


def _fill(table: Table, frame: pl.DataFrame, manifest: Manifest) -> pl.DataFrame:
    values = {"batch_id": manifest.batch_id, "run_id": manifest.run_id, "seen_at": manifest.computed_at}
    missing = [name for name in values if name in table.schema and name not in frame.columns]
    return frame.with_columns(pl.lit(values[name], dtype=table.schema[name]).alias(name) for name in missing)


def _read_manifest(folder: Path) -> tuple[Manifest, dict[str, int], dict[str, str]]:
    path = folder / MANIFEST
    try:
        content: dict[str, Any] = json.loads(path.read_bytes())
        if content.pop("checksum") != _checksum(content):
            raise ValueError("its content is not what was written")
        rows: dict[str, int] = content.pop("rows")
        checksums: dict[str, str] = content.pop("checksums")
        content["computed_at"] = datetime.fromisoformat(content["computed_at"])
        content["file_ids"], content["file_paths"] = tuple(content["file_ids"]), tuple(content["file_paths"])
        manifest = Manifest(**content)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as problem:
        raise _damaged(folder, f"{MANIFEST}: {type(problem).__name__}: {problem}") from problem
    return manifest, rows, checksums


def _dump(content: Mapping[str, object]) -> bytes:
    return json.dumps(content, indent=1).encode()


def _checksum(content: Mapping[str, object]) -> str:
    return sha256(_dump(content)).hexdigest()


def _damaged(folder: Path, found: str) -> DamagedBatchError:
    return DamagedBatchError(
        f"{folder}: expected a staged batch, found {found}; remove the folder, then run personae ingest again: rm -r {folder}"
    )


def _write(path: Path, content: bytes) -> None:
    """Write a file and have it on disk."""
    with path.open("wb") as stream:
        stream.write(content)
        stream.flush()
        reach("write: before the sync")
        os.fsync(stream.fileno())
