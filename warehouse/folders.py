"""Folders on disk that must never be seen half made or half removed, and whether there is room for another."""

import ctypes
import errno
import fcntl
import os
import shutil
from contextlib import suppress
from pathlib import Path

from warehouse.errors import MendableError
from warehouse.points import reach

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
#: The request of ioctl_ficlone(2).
_FICLONE = 0x40049409
#: What a system or file system says that cannot do it.
_CANNOT = (errno.EOPNOTSUPP, errno.ENOTTY, errno.EXDEV, errno.EINVAL, errno.ENOSYS, errno.EPERM)
#: Bytes that the system is asked to copy at a time.
_COPIED = 1 << 24
#: Names of folders that are on their way out; whoever sweeps removes them.
REMOVED_SUFFIX = ".removed"


class NoRoomError(MendableError):
    """The disk has not enough space for what is to be written."""


def sync_folder(folder: Path) -> None:
    """Have the folder's entries on disk before going on: a rename is lasting only then."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def remove_folder(folder: Path) -> None:
    """Remove a folder so that nobody sees it half removed: it gets a hidden name first. Does nothing when it is not there."""
    hidden = folder.with_name(f".{folder.name.lstrip('.')}-{os.getpid()}{REMOVED_SUFFIX}")
    shutil.rmtree(hidden, ignore_errors=True)
    reach("remove: before hiding")
    try:
        folder.rename(hidden)
    except FileNotFoundError:
        return
    reach("remove: hidden")
    for path in sorted(hidden.iterdir()):
        if path.is_file() and not path.is_symlink():
            path.unlink()
            reach("remove: one file gone")
    shutil.rmtree(hidden)
    reach("remove: gone")


def remove_any(path: Path) -> None:
    """Remove a hidden file or folder, so far as that can be done; does nothing when it is not there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
        return
    with suppress(OSError):
        path.unlink(missing_ok=True)


def clone_file(source: Path, target: Path) -> bool:
    """Copy a file; where the file system can (Btrfs, XFS), the two share their blocks until one is written to, which takes neither time nor
    space. Whether they do."""
    with source.open("rb") as reading, target.open("wb") as writing:
        try:
            fcntl.ioctl(writing.fileno(), _FICLONE, reading.fileno())
        except OSError as problem:
            if problem.errno not in _CANNOT:
                raise
        else:
            return True
        try:
            while os.copy_file_range(reading.fileno(), writing.fileno(), _COPIED):
                pass
        except OSError as problem:
            if problem.errno not in _CANNOT:
                raise
            shutil.copyfileobj(reading, writing)
    return False


def put_in_place(new: Path, folder: Path) -> None:
    """Give a new folder, or file, the name of `folder` in one step; what stood there before, if anything, then has the name of the new one.

    Linux exchanges two names at once. Where the system or the file system cannot, the old folder is moved aside first, and for a moment
    there is none. Raises OSError."""
    if not folder.exists():
        new.rename(folder)
    elif not _exchange(new, folder):
        aside = folder.with_name(f".{folder.name}.aside")
        remove_any(aside)
        folder.rename(aside)
        try:
            new.rename(folder)
        except OSError:
            aside.rename(folder)
            raise
        aside.rename(new)
    reach("in place: before the sync")
    sync_folder(folder.parent)


def require_room(folder: Path, needed: int, what: str) -> None:
    """Raises NoRoomError unless `needed` bytes are free where `folder` is or will be."""
    place = folder.absolute()
    while not place.exists():
        place = place.parent
    free = shutil.disk_usage(place).free
    if free < needed:
        raise NoRoomError(
            f"{place}: expected {_megabytes(needed)} of free space {what}, found {_megabytes(free)}; see what takes it: du -sh {place}/*"
        )


def _megabytes(count: int) -> str:
    return f"{count / 1e6:,.1f} MB"


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two names in one step; False where the system cannot."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    if rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP):
        return False
    raise OSError(code, os.strerror(code), str(one), None, str(other))
