"""What the tagger made of each paragraph, kept on disk beside the user's other caches: whatever is analysed again need not be tagged again.

One SQLite file for each model and program that reads it, shared by processes and runs, of bounded size: the oldest paragraphs go first. A
store that cannot be read or written is done without.
"""

import sqlite3
import threading
import zlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import blake2b
from itertools import batched
from pathlib import Path

from flows.settings import default_cache, default_tag_megabytes
from transforms.taggers import spacy_tagger
from transforms.taggers.models import find_model

#: Stores kept: that of the model in use, and of the one before.
KEPT = 2
#: Seconds to wait for another process that writes.
_PATIENCE = 5.0
#: Keys asked for in one query.
_KEYS = 500
#: Share of the bytes that may be taken that is freed at a time.
_FREED = 0.1


class TagStore:
    """Parses by the hash of their paragraph, packed. Raises sqlite3.Error and OSError when it cannot be opened."""

    def __init__(self, path: Path, most_bytes: int) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._most_bytes = most_bytes
        self._lock = threading.Lock()
        self._file = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
        self._file.execute("PRAGMA journal_mode = WAL")
        self._file.execute("PRAGMA synchronous = NORMAL")
        self._file.execute("CREATE TABLE IF NOT EXISTS parses (number INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, parse BLOB NOT NULL)")

    def find(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """Those of the parses that are there, by key. What is damaged is not."""
        found: dict[bytes, bytes] = {}
        with self._lock, suppress(sqlite3.Error):
            for some in batched(keys, _KEYS):
                query = f"SELECT key, parse FROM parses WHERE key IN ({', '.join('?' * len(some))})"
                for key, packed in self._file.execute(query, some):
                    with suppress(zlib.error):
                        found[key] = zlib.decompress(packed)
        return found

    def keep(self, parses: Mapping[bytes, bytes]) -> None:
        """Keep parses by key."""
        rows = [(key, zlib.compress(parse, 1)) for key, parse in parses.items()]
        with self._lock, suppress(sqlite3.Error):
            self._file.execute("BEGIN IMMEDIATE")
            try:
                self._file.executemany("INSERT OR IGNORE INTO parses (key, parse) VALUES (?, ?)", rows)
                self._make_room()
            finally:
                self._file.execute("COMMIT")

    def _make_room(self) -> None:
        """Remove the oldest parses once the pages in use take too much; SQLite uses the pages again."""
        ((total,),), ((free,),), ((size,),) = (
            self._file.execute(f"PRAGMA {what}").fetchall() for what in ("page_count", "freelist_count", "page_size")
        )
        if (total - free) * size > self._most_bytes:
            oldest = f"SELECT number FROM parses ORDER BY number LIMIT (SELECT max(1, count(*) * {_FREED}) FROM parses)"
            self._file.execute(f"DELETE FROM parses WHERE number IN ({oldest})")


def open_tag_store() -> TagStore | None:
    """The store of the model in use; None where none is wanted or possible. Raises ValueError and ModuleNotFoundError."""
    most = default_tag_megabytes() * 1_000_000
    if not most:
        return None
    folder = default_cache() / "tags"
    program = Path(spacy_tagger.__file__).read_bytes()
    path = folder / f"{blake2b(find_model().version.encode() + program, digest_size=8).hexdigest()}.sqlite"
    try:
        store = TagStore(path, most)
        path.touch()
        _forget_others(folder)
    except (sqlite3.Error, OSError):
        return None
    return store


def _forget_others(folder: Path) -> None:
    for old in sorted(folder.glob("*.sqlite"), key=lambda path: path.stat().st_mtime)[:-KEPT]:
        for path in folder.glob(f"{old.name}*"):
            path.unlink(missing_ok=True)
