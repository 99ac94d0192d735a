"""Files of the publication before that need not be written again: of each is known what it was made of, and which bytes it has."""

import json
import os
import shutil
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from hashlib import blake2b, file_digest
from io import BufferedReader
from pathlib import Path

from warehouse.folders import clone_file
from warehouse.points import reach

_hasher = partial(blake2b, digest_size=16)
#: Digests of files that were read ahead, by what the file system says of each.
_read_ahead: dict[tuple[int, ...], str] = {}
#: File of a published folder that says of others what they were made of and which bytes they have.
MANIFEST = "made_of.json"


@dataclass
class KeptFiles:
    """The files of a folder in `old`, for another folder that is made in `new`."""

    old: Path
    new: Path
    made: dict[str, tuple[str, str]] = field(default_factory=dict)  # by path in the folder: hash of what it is made of, hash of its bytes

    def __post_init__(self) -> None:
        self._known = _read_manifest(self.old / MANIFEST)
        self._by_key: dict[str, str] | None = None

    def has(self, key: str, *files: str) -> bool:
        """Whether these files of the old folder were made of the same and their bytes are those that were written."""
        return all(self._is_same(file, key) for file in files)

    def keep_wherever(self, key: str, file: str) -> bool:
        """As `keep`, from whatever file of the old folder was made of the same."""
        if self._by_key is None:
            self._by_key = {known[0]: name for name, known in self._known.items()}
        name = self._by_key.get(key)
        if name is None or not self._is_same(name, key):
            return False
        self._link(name, file)
        return True

    def keep(self, key: str, *files: str) -> bool:
        """Give the new folder these files of the old one, if all were made of the same and their bytes are those that were written."""
        if not self.has(key, *files):
            return False
        for file in files:
            self._link(file, file)
        return True

    def copy(self, key: str, file: str) -> bool:
        """Give the new folder a copy of one file of the old one that may be written to; as `keep` otherwise."""
        if not self._is_same(file, key):
            return False
        reach("kept: before a copy")
        clone_file(self.old / file, self.new / file)
        return True

    def note(self, key: str, *files: str) -> None:
        """Note what files that were written are made of."""
        self.made.update((file, (key, _digest(self.new / file))) for file in files)

    def write_manifest(self) -> None:
        """Leave word of the files for the folder that comes after."""
        reach("kept: before the list")
        (self.new / MANIFEST).write_text(json.dumps(self.made, sort_keys=True, indent=0), encoding="utf-8")

    def _link(self, old: str, new: str) -> None:
        reach("kept: before a file")
        try:
            os.link(self.old / old, self.new / new)
        except OSError:  # a file system without links
            shutil.copyfile(self.old / old, self.new / new)
        self.made[new] = self._known[old]

    def _is_same(self, file: str, key: str) -> bool:
        known = self._known.get(file)
        return known is not None and known[0] == key and _digest(self.old / file) == known[1]


def read_ahead(*folders: Path) -> None:
    """Read the files of these folders while there is nothing else to do; until others are read ahead, one that is the same to the file
    system is not read again."""
    _read_ahead.clear()
    for folder in folders:
        for file in _read_manifest(folder / MANIFEST):
            with suppress(OSError), (folder / file).open("rb") as stream:
                _read_ahead[_state(stream)] = file_digest(stream, _hasher).hexdigest()


def _state(stream: BufferedReader) -> tuple[int, ...]:
    told = os.fstat(stream.fileno())
    return told.st_dev, told.st_ino, told.st_size, told.st_mtime_ns, told.st_ctime_ns


def _read_manifest(path: Path) -> dict[str, tuple[str, str]]:
    """What a folder says of its files; nothing where that is damaged."""
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        return {str(file): (str(key), str(digest)) for file, (key, digest) in said.items()}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}


def _digest(path: Path) -> str:
    """Of a file's bytes; of one that cannot be read a word that no digest is."""
    try:
        with path.open("rb") as stream:
            return _read_ahead.get(_state(stream)) or file_digest(stream, _hasher).hexdigest()
    except OSError:
        return "unreadable"
