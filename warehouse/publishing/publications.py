"""What was published: the checksums of the copies that lie there, and the last ones that newer copies replaced."""

import os
import shutil
from datetime import UTC, datetime
from hashlib import file_digest
from pathlib import Path

from warehouse.folders import sync_folder
from warehouse.points import reach

#: File of the published folder with the SHA-256 of each copy that may lie there, the newest last.
CHECKSUMS = "checksums.txt"
PREVIOUS = "previous"
#: How many replaced copies of one warehouse are kept; those of another warehouse are never removed.
KEPT = 3
_NOTED = 50


def note_checksum(published: Path, checksum: str) -> None:
    """Write down the checksum of a copy before it is put in place, so that there is never a copy without one."""
    noted = [*read_checksums(published), checksum][-_NOTED:]
    new = published / f".{CHECKSUMS}.new"
    with new.open("w", encoding="utf-8") as stream:
        stream.writelines(f"{line}\n" for line in noted)
        stream.flush()
        os.fsync(stream.fileno())
    reach("checksums: before the rename")
    new.replace(published / CHECKSUMS)
    reach("checksums: noted")


def read_checksums(published: Path) -> list[str]:
    """The checksums noted, the oldest first."""
    path = published / CHECKSUMS
    return path.read_text(encoding="utf-8", errors="replace").splitlines() if path.is_file() else []


def is_whole(copy: Path, published: Path) -> bool:
    """Whether the bytes of a copy, published or previous, are those that were published."""
    return digest(copy) in read_checksums(published)


def keep_previous(target: Path, owner: str) -> None:
    """Keep the copy that is about to be replaced, under the moment and the warehouse that replace it; a link, which takes no space.

    A copy whose bytes are no longer those that were published is of no use to anybody, and goes."""
    if not target.exists() or not is_whole(target, target.parent):
        return
    folder = target.parent / PREVIOUS
    folder.mkdir(exist_ok=True)
    kept = folder / f"{datetime.now(UTC):%Y%m%dT%H%M%S.%f}-{owner}.duckdb"
    reach("previous: before the link")
    try:
        os.link(target, kept)
    except OSError:  # a file system without links
        shutil.copyfile(target, kept)
    sync_folder(folder)
    reach("previous: kept")


def previous_copies(published: Path) -> list[Path]:
    """The replaced copies that are kept, the newest first."""
    return sorted((published / PREVIOUS).glob("*.duckdb"), reverse=True)


def forget_oldest(published: Path, owner: str) -> None:
    """Remove what this warehouse replaced beyond the last KEPT copies."""
    for path in [path for path in previous_copies(published) if path.stem.endswith(owner)][KEPT:]:
        path.unlink()
        reach("previous: one forgotten")


def digest(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()
