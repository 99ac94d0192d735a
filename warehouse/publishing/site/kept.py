"""Pages of the site before that need not be written again: each is kept with a hash of all that it was made of, and one of its bytes."""

import json
import os
import shutil
from dataclasses import dataclass, field
from functools import cache
from hashlib import blake2b
from pathlib import Path

import duckdb

from warehouse.points import reach

#: File of a site that says of each kept page what it was made of and which bytes it has.
MANIFEST = "pages.json"
_HERE = Path(__file__).parent
_RULES = _HERE.parents[1] / "rule_ids.csv"


@dataclass
class KeptPages:
    """The pages of a site that stands in `old`, for another one that is made in `new`."""

    old: Path
    new: Path
    made: dict[str, tuple[str, str]] = field(default_factory=dict)  # by path in the site: hash of what it is made of, hash of its bytes
    kept: int = 0

    def __post_init__(self) -> None:
        self._known = _read_manifest(self.old / MANIFEST)

    def keep(self, page: str, key: str) -> bool:
        """Give the new site the page of the old one, if that was made of the same and its bytes are those that were written."""
        known = self._known.get(page)
        if known is None or known[0] != key or _digest(self.old / page) != known[1]:
            return False
        reach("site: before a page is kept")
        try:
            os.link(self.old / page, self.new / page)
        except OSError:  # a file system without links
            shutil.copyfile(self.old / page, self.new / page)
        self.made[page] = known
        self.kept += 1
        return True

    def note(self, page: str, key: str) -> None:
        """Note what a page that was written is made of."""
        self.made[page] = key, _digest(self.new / page)

    def write_manifest(self) -> None:
        """Leave word of the pages for the site that comes after."""
        reach("site: before the list of its pages")
        (self.new / MANIFEST).write_text(json.dumps(self.made, sort_keys=True, indent=0), encoding="utf-8")


@cache
def site_version() -> str:
    """A hash of everything but rows that pages are made of: templates, code, what rules mean."""
    digest = blake2b(duckdb.__version__.encode(), digest_size=8)
    for path in sorted([*_HERE.glob("*.py"), *_HERE.glob("templates/*"), _RULES]):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _read_manifest(path: Path) -> dict[str, tuple[str, str]]:
    """What a site says of its pages; nothing where it is damaged."""
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        return {str(page): (str(key), str(digest)) for page, (key, digest) in said.items()}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}


def _digest(path: Path) -> str:
    """Of a file's bytes; of one that cannot be read a word that no digest is."""
    try:
        return blake2b(path.read_bytes(), digest_size=16).hexdigest()
    except OSError:
        return "unreadable"
