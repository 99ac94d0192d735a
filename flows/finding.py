"""Which files there are under some paths, and what is there that is none."""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from flows.mirror import address_of, is_address, mirror, place_of_address
from transforms.readers.outcomes import FileReading, Rejected

_KINDS = ((stat.S_ISFIFO, "a named pipe"), (stat.S_ISSOCK, "a socket"), (stat.S_ISCHR, "a device"), (stat.S_ISBLK, "a device"))


@dataclass
class FoundFiles:
    """Files to read, sorted; unusable paths as refusals; and hidden files, which are skipped but reported."""

    files: list[Path] = field(default_factory=list)
    refused: list[FileReading] = field(default_factory=list)
    hidden: list[Path] = field(default_factory=list)


def find_files(paths: Iterable[str | Path]) -> FoundFiles:
    """The files under the paths, folders searched through.

    Inside folders, links to folders are not followed, so that no loop can be made, and whatever a link leads to must stand in the folder
    that was given: nobody who may write into an archive may so have other files read. A path that is given twice, or inside a folder that
    is given too, counts once. Hidden files count when they are named themselves. Of what an address names ("s3://bucket/folder") the copies
    are found. Raises NoRoomError.
    """
    found = FoundFiles()
    seen: set[Path] = set()
    for path in _places(paths, found):
        is_folder = path.is_dir()
        for file in _files_under(path, found) if is_folder else [path]:
            place = Path(os.path.abspath(file))  # noqa: PTH100 - resolve() would follow links
            if place in seen:
                continue
            seen.add(place)
            problem = (_leads_outside(file, path) if is_folder else None) or _problem_with(file)
            if problem:
                found.refused.append(refused_file(file, problem))
            else:
                found.files.append(file)
    found.files.sort()
    found.refused.sort(key=lambda refusal: refusal.path)
    return found


def shown(path: Path) -> str:
    """The path as people know it: as it was given, or the address of which the file is a copy."""
    return address_of(path) or str(path)


def place_of(path: Path) -> bytes:
    """What finds the file again from any folder: the absolute path, byte for byte, links as they are; or its address."""
    return os.fsencode(address_of(path) or os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links


def refused_file(path: Path, problem: Rejected, file_id: str | None = None) -> FileReading:
    """A file of which nothing could be read."""
    return FileReading(shown(path), file_id, 0, problem, place=place_of(path))


def _places(paths: Iterable[str | Path], found: FoundFiles) -> Iterator[Path]:
    """Where on this machine the given paths lead; of an address, where its copy is."""
    for path in paths:
        if isinstance(path, Path) or not is_address(path):
            yield Path(path)
            continue
        found.refused += [FileReading(address, None, 0, problem, place=os.fsencode(address)) for address, problem in mirror(path)]
        if place_of_address(path).exists():
            yield place_of_address(path)


def _files_under(folder: Path, found: FoundFiles) -> Iterator[Path]:
    """The files in a folder and in those inside it, and the links to folders that lead out of it."""

    def refuse(problem: OSError) -> None:
        detail = f"expected a folder that can be listed, found: {problem.strerror}"
        found.refused.append(refused_file(Path(problem.filename), Rejected("unreadable", detail)))

    for place, folders, files in os.walk(folder, onerror=refuse):
        found.hidden += [Path(place, name) for name in (*folders, *files) if name.startswith(".")]
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (link for name in folders if (link := Path(place, name)).is_symlink() and _leads_outside(link, folder))
        yield from (Path(place, name) for name in sorted(files) if not name.startswith("."))


def _leads_outside(file: Path, folder: Path) -> Rejected | None:
    """The refusal of a link that leads out of a folder."""
    if not file.is_symlink():
        return None
    try:
        target = file.resolve(strict=True)
    except (OSError, RuntimeError):  # it leads nowhere, or in a circle
        return None
    if target.is_relative_to(folder.resolve()):
        return None
    return Rejected("outside_folder", "expected a file inside the given folder, found a link out of it; name the file itself to read it")


def _problem_with(path: Path) -> Rejected | None:
    """Why a path is not a readable file; None if it is one."""
    try:
        mode = path.stat().st_mode
    except OSError as problem:
        return Rejected("unreadable", f"expected a file or folder, found: {problem.strerror}")
    except ValueError as problem:  # a NUL in the name
        return Rejected("unreadable", f"expected the name of a file, found: {problem}")
    if stat.S_ISREG(mode):
        return None
    kind = next((name for is_kind, name in _KINDS if is_kind(mode)), "something else")
    return Rejected("unreadable", f"expected a file, found {kind}")
