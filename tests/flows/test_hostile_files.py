"""Hostile files: each is read or refused with a reason, in time, and nothing is written, reached or lost."""

import errno
import time
from collections import Counter
from pathlib import Path

import pytest

from flows.article_lines import article_lines
from flows.reading import ReaderProcess, read_paths
from tests.flows.hostile_files import FAMILIES, make_hostile_files
from transforms.limits import Limits
from transforms.readers.outcomes import FileReading, RawArticle, Reading, Rejected
from warehouse.vocabulary import FILE_FORMATS, QUARANTINE_REASONS

LIMITS = Limits(seconds=10, members=1000)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hostile") / "in"


@pytest.fixture(scope="module")
def counts(place: Path) -> dict[str, int]:
    return make_hostile_files(place)


@pytest.fixture(scope="module")
def readings(place: Path, counts: dict[str, int]) -> dict[str, FileReading]:
    assert sum(counts.values()) >= 300
    found: dict[str, FileReading] = {}
    slowest = 0.0
    since = time.monotonic()
    for reading in read_paths([place], LIMITS):
        assert reading.path not in found
        found[reading.path] = reading
        slowest, since = max(slowest, time.monotonic() - since), time.monotonic()
    assert slowest < 2 * LIMITS.seconds + 4  # one that outlasts its reader behind other files is tried once more
    return found


def reasons(reading: FileReading) -> list[str]:
    if isinstance(reading.reading, Rejected):
        return [reading.reading.reason]
    return [article.reason for article in reading.reading.articles if isinstance(article, Rejected)]


def test_every_file_is_accounted_for_and_nothing_else(place, readings):
    there = {path for path in place.rglob("*") if path.is_symlink() or not path.is_dir()}
    passed_over = {place / "names" / "loop"}  # a link to the folder it stands in: its files are found there
    assert {Path(path) for path in readings} == there - passed_over


def test_no_reader_crashes_and_none_takes_its_whole_time(readings):
    bad = {path: reasons(reading) for path, reading in readings.items() if {"reader_crashed", "too_slow"} & set(reasons(reading))}
    assert bad == {}


def test_every_refusal_has_a_reason_of_the_list_and_every_reading_a_format(readings):
    for reading in readings.values():
        assert set(reasons(reading)) <= set(QUARANTINE_REASONS)
        if isinstance(reading.reading, Reading):
            assert reading.reading.format in FILE_FORMATS
            assert [article.position for article in reading.reading.articles] == list(range(len(reading.reading.articles)))


def test_bombs_are_refused_and_nests_end_at_their_depth(place, readings):
    for path, reading in readings.items():
        if "/bombs/" in path and not path.endswith("declares-ten-bytes.zip"):
            assert "expands_too_far" in reasons(reading), path
    depths = {
        name: reasons(readings[str(place / "nests" / name)]) for name in ("nested-9.gz", "nested-11.gz", "nested-40.zip", "nested-11.tar")
    }
    assert depths == {"nested-9.gz": [], "nested-11.gz": ["too_deep"], "nested-40.zip": ["too_deep"], "nested-11.tar": ["too_deep"]}


def test_what_a_file_announces_is_read_or_told(place, readings):
    for path, reading in readings.items():
        if Path(path).parent == place / "false_counts":
            count = int(Path(path).name.split("-")[0])
            found = reading.reading.articles if isinstance(reading.reading, Reading) else ()
            read = [article for article in found if isinstance(article, RawArticle)]
            assert len(read) == count or reasons(reading), path
            assert all(article.title != "nan" for article in read), path


def test_nothing_outside_the_folder_is_read(place, readings):
    secret = Path("/etc/passwd").read_text(encoding="utf-8").splitlines()[0]
    for reading in readings.values():
        if isinstance(reading.reading, Reading):
            assert all(secret not in article.text for article in reading.reading.articles if isinstance(article, RawArticle)), reading.path
    for name in ("outside.txt", "outside-folder", "zero.txt"):
        assert reasons(readings[str(place / "names" / name)]) == ["outside_folder"]
    for name in ("pipe.txt", "socket.txt", "self.txt", "ring-a.txt", "nowhere.txt"):
        assert reasons(readings[str(place / "names" / name)]) == ["unreadable"]


def test_nothing_is_written_anywhere(place, counts, readings):
    assert readings
    there = Counter(path.relative_to(place).parts[0] for path in place.rglob("*") if len(path.relative_to(place).parts) > 1)
    assert there == counts
    assert [path.name for path in place.parent.iterdir()] == ["in"]


def test_all_of_it_becomes_lines_that_any_terminal_can_take(place, counts):
    lines = list(
        article_lines([place / family.__name__ for family in FAMILIES if family.__name__ in ("odd_bytes", "traversals")], limits=LIMITS)
    )
    lines += article_lines([place / "names"], limits=LIMITS)
    for line in lines:
        assert line["file"].isprintable()
        assert (line["member"] or "").isprintable()
        str(line).encode("utf-8")
    assert len({line["file"] for line in lines}) == counts["odd_bytes"] + counts["traversals"] + counts["names"] - 1


CODE = {
    "write": "open('written.txt', 'w')",
    "write-os": "import os; os.open('written.txt', os.O_WRONLY | os.O_CREAT)",
    "remove": "import os; os.remove('a.txt')",
    "network": "import socket; socket.create_connection(('127.0.0.1', 9))",
    "lookup": "import socket; socket.getaddrinfo('example.org', 80)",
    "process": "import subprocess; subprocess.run(['true'])",
    "shell": "import os; os.system('true')",
    "fork": "import os; os.fork()",
}


@pytest.mark.parametrize("name", CODE)
def test_even_code_that_runs_in_a_reader_can_do_nothing(tmp_path, name, monkeypatch):
    """A reader that was taken over is played by one that does what the file says."""
    (tmp_path / "a.txt").write_text("A title\n\nSome words of an article.\n")
    (tmp_path / "sitecustomize.py").write_text(
        "import transforms.readers.text as text\n"
        "def read_text(data, mapping):\n"
        f"    import io\n    {CODE[name]}\n"
        "text.read_text = read_text\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with ReaderProcess(LIMITS, {}) as reader:
        reading = reader.read(tmp_path / "a.txt")
    assert isinstance(reading.reading, Rejected)
    assert reading.reading.reason == "reader_crashed"
    assert "expected a reader to read" in reading.reading.detail
    assert not Path("written.txt").exists()
    assert (tmp_path / "a.txt").exists()


CALLS = {
    "socket": "libc.socket(2, 1, 0)",
    "program": "libc.execv(b'/bin/true', (ctypes.c_char_p * 2)(b'true', None))",
    "process": "libc.fork()",
    "kill": "libc.kill(os.getppid(), 0)",
    "write": "libc.open(b'written.txt', os.O_WRONLY | os.O_CREAT, 0o600)",
    "change": "libc.open(b'a.txt', os.O_RDWR)",
    "remove": "libc.unlink(b'a.txt')",
    "rename": "libc.rename(b'a.txt', b'b.txt')",
}


def test_not_even_code_in_c_can_do_what_a_reader_need_not(tmp_path, monkeypatch):
    """Python's own hook sees none of these calls; the kernel refuses each."""
    (tmp_path / "a.txt").write_text("A title\n\nSome words of an article.\n")
    calls = "".join(f"    made[{name!r}] = ({call}, ctypes.get_errno())\n" for name, call in CALLS.items())
    (tmp_path / "sitecustomize.py").write_text(
        "import ctypes, os\nimport transforms.readers.text as text\nlibc = ctypes.CDLL(None, use_errno=True)\n"
        f"def read_text(data, mapping):\n    made = {{}}\n{calls}    raise ValueError(made)\ntext.read_text = read_text\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    with ReaderProcess(LIMITS, {}) as reader:
        if "seccomp" not in reader.walls():
            pytest.skip("this kernel has no seccomp")
        reading = reader.read(tmp_path / "a.txt")
    assert isinstance(reading.reading, Rejected)
    assert reading.reading.detail == f"expected to read it, found ValueError: {dict.fromkeys(CALLS, (-1, errno.EPERM))}"[:300]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "sitecustomize.py"]


def test_a_file_that_harms_its_reader_later_costs_no_other(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text("HARM A title\n\nSome words of an article.\n")
    (tmp_path / "b.txt").write_text("A title\n\nSome words of an article.\n")
    (tmp_path / "sitecustomize.py").write_text(
        "import ctypes\nimport transforms.readers.text as text\nwhole, harmed = text.read_text, []\n"
        "def read_text(data, mapping):\n    harmed and ctypes.string_at(0)\n    if data.startswith(b'HARM'):\n        harmed.append(1)\n"
        "    return whole(data, mapping)\ntext.read_text = read_text\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with ReaderProcess(LIMITS, {}) as reader:
        assert isinstance(reader.read(tmp_path / "a.txt").reading, Reading)
        assert isinstance(reader.read(tmp_path / "b.txt").reading, Reading)


@pytest.mark.parametrize("harm", ["os.kill(os.getpid(), 11)", "os.abort()", "os._exit(3)"])
def test_a_member_that_kills_its_reader_costs_itself_only(tmp_path, harm, monkeypatch):
    from tests.flows.hostile_files import BODY, zipped

    (tmp_path / "x.zip").write_bytes(zipped({"a.txt": BODY.encode(), "b.txt": b"KILL " + BODY.encode(), "c.txt": BODY.encode()}))
    (tmp_path / "sitecustomize.py").write_text(
        "import ctypes, os\n"
        "import transforms.readers.text as text\n"
        "whole = text.read_text\n"
        "def read_text(data, mapping):\n"
        "    if data.startswith(b'KILL'):\n"
        f"        {harm.replace('os.kill(os.getpid(), 11)', 'ctypes.string_at(0)')}\n"
        "    return whole(data, mapping)\n"
        "text.read_text = read_text\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with ReaderProcess(LIMITS, {}) as reader:
        reading = reader.read(tmp_path / "x.zip")
        assert isinstance(reading.reading, Reading)
        found = [(article.member, article.position, getattr(article, "reason", None)) for article in reading.reading.articles]
        assert found == [("a.txt", 0, None), ("b.txt", 1, "reader_crashed"), ("c.txt", 2, None)]
