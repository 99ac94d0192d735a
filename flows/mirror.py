"""Files in object stores and behind other addresses ("s3://bucket/folder"): copied into the cache, where everything that reads them can.

The copy follows the store: what is new or changed there is fetched, what is gone there goes. Which stores can be reached depends on which
packages of fsspec (https://filesystem-spec.readthedocs.io) are installed; access is configured as these say.
"""

import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from flows.settings import default_cache
from transforms.readers.outcomes import Rejected
from warehouse.folders import require_room

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

_ADDRESS = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]+)://(?P<key>.*)", re.I | re.S)
#: Schemes whose addresses name one file each: nothing lists what lies under them.
_SINGLE = frozenset(("http", "https"))
#: Under these names stores tell the state of a file; its size alone does not show a change.
_STATES = tuple("ETag etag md5Hash content_md5 Digest LastModified last_modified last-modified updated mtime created".split())
_AT_ONCE = 8
#: A user and a password in an address.
_SECRET = re.compile(r"[a-z0-9+.-]+://[^/@]*:[^/@]*@", re.I)
#: What no name of a file here may be or hold; and what stands for an empty one, which keys of stores may have.
_BARRED, _EMPTY = re.compile(r"[%\x00-\x1f\x7f]|^\.{1,2}$"), "%"


@dataclass(frozen=True)
class _Stored:
    """A file in a store. name: its own, to the store · state: changes when the file does; None when the store does not tell."""

    address: str
    name: str
    size: int
    state: str | None

    @property
    def place(self) -> Path:
        return place_of_address(self.address)


def is_address(path: str) -> bool:
    """Whether a path is the address of something that lies elsewhere."""
    return _ADDRESS.match(path) is not None


def place_of_address(address: str) -> Path:
    """Where the copy of what an address names is, or will be."""
    found = _ADDRESS.match(address)
    assert found, address
    parts = found["key"].rstrip("/").split("/")
    return _root().joinpath(found["scheme"].lower(), *(_BARRED.sub(_escape, part) or _EMPTY for part in parts))


def address_of(place: Path) -> str | None:
    """The address of which a file is the copy; None of any other file."""
    root = _root()
    if not place.is_relative_to(root):
        return None
    scheme, *parts = place.relative_to(root).parts
    return f"{scheme}://{'/'.join('' if part == _EMPTY else unquote(part) for part in parts)}"


def mirror(address: str) -> list[tuple[str, Rejected]]:
    """Bring the copy of what lies under an address up to date; what cannot be had, with the reason. Raises NoRoomError."""
    if _SECRET.match(address):
        detail = "expected an address without a password, which would stand in every table; give it as the package of the store wants it"
        return [(re.sub(r"(?<=://)[^@]*", "…", address), Rejected("unreadable", detail))]
    try:
        from fsspec.core import url_to_fs

        store, path = url_to_fs(address)
        files = list(_listed(store, path, address.rstrip("/")))
    except Exception as problem:  # noqa: BLE001 - each store has errors of its own
        return [(address, _refusal(problem))]
    if not files:
        _remove_others(place_of_address(address), ())
        return [(address, Rejected("unreadable", "expected a file or folder, found none at this address"))]
    known = _read_states(address)
    wanted = [file for file in files if file.state is None or known.get(file.address) != file.state or not file.place.is_file()]
    require_room(_root(), sum(file.size for file in wanted), f"to copy the files of {address}")
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        refused = [found for found in pool.map(partial(_fetch, store), wanted) if found]
    kept = {file.address: file for file in files}
    for lost, _ in refused:
        del kept[lost]
    _remove_others(place_of_address(address), {file.place for file in kept.values()})
    _write_states(address, {file.address: file.state for file in kept.values() if file.state})
    return refused


def fetch_copy(address: str) -> Path:
    """The copy of a file, fetched where it is not at hand. Raises OSError with what the store says."""
    place = place_of_address(address)
    if not place.is_file():
        for _, rejected in mirror(address):
            raise OSError(0, rejected.detail)
    return place


def _listed(store: "AbstractFileSystem", path: str, address: str) -> Iterator[_Stored]:
    """The files under an address: itself, where it names a file."""
    scheme = address.partition("://")[0].lower()
    store.invalidate_cache()
    found: Mapping[str, Mapping[str, Any]] = {path: store.info(path)} if scheme in _SINGLE else store.find(path, detail=True)
    for name, about in sorted(found.items()):
        state = {sign: str(about[sign]) for sign in _STATES if about.get(sign)}
        size = int(about.get("size") or 0)
        rest = name[len(path.rstrip("/")) :]
        if not any(part.startswith(".") for part in rest.split("/")) or not rest:
            yield _Stored(address + rest, name, size, json.dumps([size, state], sort_keys=True) if state else None)


def _fetch(store: "AbstractFileSystem", file: _Stored) -> tuple[str, Rejected] | None:
    """Copy a file, whole or not at all; its address and the reason when that fails."""
    arriving = file.place.with_name(f".{sha256(file.address.encode()).hexdigest()[:16]}-{os.getpid()}.part")
    try:
        file.place.parent.mkdir(parents=True, exist_ok=True)
        store.get_file(file.name, str(arriving))
        arriving.replace(file.place)
    except Exception as problem:  # noqa: BLE001 - each store has errors of its own, and a file costs itself only
        arriving.unlink(missing_ok=True)
        return file.address, _refusal(problem)
    return None


def _remove_others(place: Path, kept: Iterable[Path]) -> None:
    """Remove the copies of files that are in the store no longer."""
    copies = {path for path in place.rglob("*") if path.is_file()} if place.is_dir() else {place}
    for gone in copies - set(kept):
        gone.unlink(missing_ok=True)


def _refusal(problem: Exception) -> Rejected:
    hint = '; install the package of the store, for S3: pip install "personae[s3]"' if isinstance(problem, ImportError) else ""
    return Rejected("unreadable", f"expected a file or folder that can be fetched, found {type(problem).__name__}: {problem}{hint}"[:500])


def _escape(found: re.Match[str]) -> str:
    return "".join(f"%{ord(sign):02X}" for sign in found[0])


def _root() -> Path:
    return default_cache().absolute() / "mirror"


def _states_file(address: str) -> Path:
    return default_cache() / "mirrored" / f"{sha256(address.encode()).hexdigest()[:32]}.json"


def _read_states(address: str) -> dict[str, str]:
    try:
        states: dict[str, str] = json.loads(_states_file(address).read_bytes())
    except (OSError, ValueError):
        return {}
    return states


def _write_states(address: str, states: Mapping[str, str]) -> None:
    file = _states_file(address)
    with suppress(OSError):  # then everything is fetched again
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(states), encoding="ascii")
