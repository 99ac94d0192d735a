"""Archives behind addresses: their copies follow the store, their rows tell the address, nothing is fetched twice."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fsspec.implementations.memory import MemoryFileSystem
from hypothesis import given
from hypothesis import strategies as st

from flows.batch_work import compute_batch
from flows.batches import hash_file, make_batch
from flows.finding import find_files
from flows.lexicons import find_versions
from flows.mirror import address_of, is_address, place_of_address
from flows.settings import Settings
from flows.sources import find_sources
from transforms.readers.outcomes import Rejected
from warehouse.staging import read_staged

ARCHIVE = "memory://news/2024"
STORY = b"The foreign minister of Ghana met her counterpart from Peru in Accra on Monday and spoke of trade and fishing."


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MemoryFileSystem]:
    monkeypatch.setenv("PERSONAE_CACHE", str(tmp_path / "cache"))
    store = MemoryFileSystem()
    store.pipe({"/news/2024/a.txt": STORY, "/news/2024/more/b.txt": STORY + b" Again.", "/news/2024/.hidden": b"no"})
    yield store
    store.rm("/", recursive=True)


def texts(address: str) -> dict[str, bytes]:
    return {str(address_of(file)): file.read_bytes() for file in find_files([address]).files}


def test_copies_follow_the_store(store: MemoryFileSystem, monkeypatch: pytest.MonkeyPatch) -> None:
    fetched: list[str] = []
    get_file = MemoryFileSystem.get_file
    monkeypatch.setattr(MemoryFileSystem, "get_file", lambda self, name, place: fetched.append(name) or get_file(self, name, place))

    assert texts(ARCHIVE) == {f"{ARCHIVE}/a.txt": STORY, f"{ARCHIVE}/more/b.txt": STORY + b" Again."}
    assert sorted(fetched) == ["/news/2024/a.txt", "/news/2024/more/b.txt"]
    assert len(texts(ARCHIVE)) == 2
    assert len(fetched) == 2

    store.pipe("/news/2024/a.txt", STORY.upper())
    store.rm("/news/2024/more/b.txt")
    assert texts(ARCHIVE) == {f"{ARCHIVE}/a.txt": STORY.upper()}
    assert fetched[2:] == ["/news/2024/a.txt"]
    assert texts(f"{ARCHIVE}/a.txt") == {f"{ARCHIVE}/a.txt": STORY.upper()}


def test_what_cannot_be_had_is_refused_by_its_address(store: MemoryFileSystem, monkeypatch: pytest.MonkeyPatch) -> None:
    def lose(self: MemoryFileSystem, name: str, place: str) -> None:
        if name.endswith("b.txt"):
            raise PermissionError("denied")
        get_file(self, name, place)

    get_file = MemoryFileSystem.get_file
    monkeypatch.setattr(MemoryFileSystem, "get_file", lose)
    found = find_files([ARCHIVE, "memory://news/1999", "nostore://x/y"])
    assert [str(address_of(file)) for file in found.files] == [f"{ARCHIVE}/a.txt"]
    reasons = {each.path: each.reading.detail for each in found.refused if isinstance(each.reading, Rejected)}
    assert "denied" in reasons[f"{ARCHIVE}/more/b.txt"]
    assert "found none at this address" in reasons["memory://news/1999"]
    assert "nostore" in reasons["nostore://x/y"]


def test_of_an_emptied_folder_no_copy_is_left(store: MemoryFileSystem) -> None:
    assert len(texts(ARCHIVE)) == 2
    store.rm("/news/2024", recursive=True)
    found = find_files([ARCHIVE])
    assert not found.files
    assert [each.path for each in found.refused] == [ARCHIVE]


def test_a_password_stands_in_no_row(store: MemoryFileSystem) -> None:
    found = find_files(["ftp://me:hunter2@news.example/archive"])
    assert not found.files
    (refused,) = found.refused
    assert refused.path == "ftp://…@news.example/archive"
    assert b"hunter2" not in (refused.place or b"")
    assert isinstance(refused.reading, Rejected)
    assert "without a password" in refused.reading.detail


def test_a_worker_without_the_copy_fetches_it(store: MemoryFileSystem, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(tmp_path / "w.duckdb", "fast")
    versions = find_versions(settings)
    files, refused = find_sources([ARCHIVE])
    assert not refused
    monkeypatch.setenv("PERSONAE_CACHE", str(tmp_path / "elsewhere"))
    for file in files:
        assert file.place
        file.place.unlink()
    staged = read_staged(compute_batch(make_batch(files, versions), settings, versions, "r"))
    paths = staged.frames["files"]["path"].to_list()
    assert sorted(paths) == [f"{ARCHIVE}/a.txt", f"{ARCHIVE}/more/b.txt"]
    assert sorted(staged.manifest.file_paths) == sorted(paths)


@given(st.lists(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="/"), max_size=8), min_size=1, max_size=4))
def test_each_address_has_a_place_of_its_own_inside_the_copy(parts: list[str]) -> None:
    address = f"s3://bucket/{'/'.join(parts)}".rstrip("/")
    place = place_of_address(address)
    assert address_of(place) == address
    assert ".." not in place.parts
    assert place.is_relative_to(place_of_address("s3://bucket"))


@pytest.mark.parametrize(("path", "is_one"), [("s3://bucket/a", True), ("a/b://c", False), ("inbox", False), ("/data/x", False)])
def test_addresses_are_told_from_paths(path: str, is_one: bool) -> None:
    assert is_address(path) == is_one


def test_a_file_here_has_no_address(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(STORY)
    assert hash_file(tmp_path / "a.txt").address is None
