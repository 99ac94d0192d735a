"""Files to articles, safely: which files there are, and each of them parsed in a child process that can be killed."""

import json
import os
import stat
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Self

from transforms.articles.dates import PrintedDate
from transforms.articles.file_names import printable
from transforms.readers.outcomes import FileReading, RawArticle, Reading, Rejected
from transforms.readers.records import FIELDS

_HOME = Path(__file__).resolve().parent.parent
_KINDS = ((stat.S_ISFIFO, "a named pipe"), (stat.S_ISSOCK, "a socket"), (stat.S_ISCHR, "a device"), (stat.S_ISBLK, "a device"))


@dataclass(frozen=True)
class Limits:
    """What one file may cost: its size, the seconds and the memory of the process that reads it."""

    file_bytes: int = 25_000_000
    seconds: int = 60
    memory_bytes: int = 3 << 30


DEFAULT_LIMITS = Limits()


@dataclass(frozen=True)
class _Request:
    """A file that the child works on."""

    file: Path
    size: int
    since: float


@dataclass
class FoundFiles:
    """Files to read, sorted; paths that are none, as refusals; and hidden ones, which are passed over but told."""

    files: list[Path] = field(default_factory=list)
    refused: list[FileReading] = field(default_factory=list)
    hidden: list[Path] = field(default_factory=list)


def find_files(paths: Iterable[str | Path]) -> FoundFiles:
    """The files under the paths, folders searched through. Links to folders are not followed inside folders, so that no loop can be made.

    A path that is given twice, or inside a folder that is given too, counts once. Hidden files count when they are named themselves.
    """
    found = FoundFiles()
    seen: set[Path] = set()
    for path in map(Path, paths):
        for file in [path] if not path.is_dir() else _files_under(path, found):
            place = Path(os.path.abspath(file))  # noqa: PTH100 - resolve() would follow links
            if place in seen:
                continue
            seen.add(place)
            problem = _problem_with(file)
            if problem:
                found.refused.append(FileReading(str(file), None, 0, Rejected("unreadable", problem)))
            else:
                found.files.append(file)
    found.files.sort()
    found.refused.sort(key=lambda refusal: refusal.path)
    return found


def _files_under(folder: Path, found: FoundFiles) -> Iterator[Path]:
    def refuse(problem: OSError) -> None:
        detail = f"expected a folder that can be listed, found: {problem.strerror}"
        found.refused.append(FileReading(str(problem.filename), None, 0, Rejected("unreadable", detail)))

    for place, folders, files in os.walk(folder, onerror=refuse):
        found.hidden += [Path(place, name) for name in (*folders, *files) if name.startswith(".")]
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(place, name) for name in sorted(files) if not name.startswith("."))


def _problem_with(path: Path) -> str | None:
    """Why a path is no file to read; None when it is one."""
    try:
        mode = path.stat().st_mode
    except OSError as problem:
        return f"expected a file or folder, found: {problem.strerror}"
    except ValueError as problem:  # a NUL in the name
        return f"expected the name of a file, found: {problem}"
    if stat.S_ISREG(mode):
        return None
    return f"expected a file, found {next((name for is_kind, name in _KINDS if is_kind(mode)), 'something else')}"


def read_paths(
    paths: Iterable[str | Path], limits: Limits = DEFAULT_LIMITS, mapping: Mapping[str, str] | None = None
) -> Iterator[FileReading]:
    """What each file holds, or why it was refused, in order of their paths; one file is held at a time."""
    found = find_files(paths)
    yield from found.refused
    yield from read_files(found.files, limits, mapping)


def read_files(files: Iterable[Path], limits: Limits = DEFAULT_LIMITS, mapping: Mapping[str, str] | None = None) -> Iterator[FileReading]:
    """What each file holds, or why it was refused. A file that crashes or hangs its reader costs itself only."""
    with ReaderProcess(limits, mapping or {}) as reader:
        yield from reader.read_all(files)


class ReaderProcess:
    """A child process that reads files, started when first needed and again after it was lost.

    A plain subprocess with JSON on a pipe rather than a pool: it imports nothing of the parent, can be started from any worker (daemons
    included), and nothing that a hostile file makes it send can run code here.
    """

    def __init__(self, limits: Limits, mapping: Mapping[str, str]) -> None:
        self.limits = limits
        self.mapping = dict(mapping)
        self._child: subprocess.Popen[bytes] | None = None
        self._pipe: Connection | None = None

    @property
    def pid(self) -> int | None:
        """The id of the child, if there is one."""
        return self._child.pid if self._child else None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *problem: object) -> None:
        self._stop()

    def read_all(self, files: Iterable[Path]) -> Iterator[FileReading]:
        """The readings of files in their order; the child reads the next file while the caller works on the last one."""
        waiting: _Request | FileReading | None = None
        for file in files:
            done = self._collect(waiting) if waiting else None
            waiting = self._submit(file)
            if done:
                yield done
        if waiting:
            yield self._collect(waiting)

    def read(self, file: Path) -> FileReading:
        """The reading of one file, or its refusal; within the limits."""
        return self._collect(self._submit(file))

    def _submit(self, file: Path) -> "_Request | FileReading":
        """Hand a file to the child; the refusal when its size alone is reason enough."""
        try:
            size = file.stat().st_size
        except OSError as problem:
            return FileReading(str(file), None, 0, Rejected("unreadable", f"expected a file, found: {problem.strerror}"))
        if size > self.limits.file_bytes:
            detail = f"expected at most {self.limits.file_bytes:,} bytes, found {size:,}; split the file or raise the limit"
            return FileReading(str(file), None, size, Rejected("too_large", detail))
        request = {
            "path": os.path.abspath(file),  # noqa: PTH100 - the child may stand elsewhere; links stay as they are
            "mapping": self.mapping,
            "seconds": self.limits.seconds,
            "memory_bytes": self.limits.memory_bytes,
        }
        pipe = self._pipe or self._start()
        with suppress(OSError):  # a dead child shows when its answer is collected
            pipe.send_bytes(json.dumps(request).encode("ascii"))
        return _Request(file, size, time.monotonic())

    def _collect(self, request: "_Request | FileReading") -> FileReading:
        if isinstance(request, FileReading):
            return request
        assert self._pipe
        path, left = str(request.file), self.limits.seconds - (time.monotonic() - request.since)
        try:
            if self._pipe.poll(max(left, 0)):
                return _file_reading(path, json.loads(self._pipe.recv_bytes()))
            self._stop()
            refusal = Rejected("too_slow", f"expected to read the file in {self.limits.seconds} s, found it unfinished")
        except (EOFError, OSError):
            refusal = Rejected("reader_crashed", f"expected to read the file, found its reader dead ({self._stop()})")
        return FileReading(path, None, request.size, refusal)

    def _start(self) -> Connection:
        ours, theirs = Pipe()
        with theirs:
            command = [sys.executable, "-P", "-W", "ignore", "-m", "flows.reader_process", str(theirs.fileno())]
            environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (str(_HOME), os.environ.get("PYTHONPATH"))))}
            self._child = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                pass_fds=(theirs.fileno(),), env=environment,
            )  # fmt: skip
        self._pipe = ours
        return ours

    def _stop(self) -> str:
        """Kill the child, if there is one; says how it ended."""
        child, pipe, self._child, self._pipe = self._child, self._pipe, None, None
        if pipe:
            pipe.close()
        if not child:
            return "never started"
        try:
            code = child.wait(timeout=0.2)  # it ends by itself when the pipe closes
        except subprocess.TimeoutExpired:
            child.kill()
            code = child.wait()
        return f"exit code {code}" if code >= 0 else f"signal {-code}"


def _file_reading(path: str, answer: Mapping[str, Any]) -> FileReading:
    """A child's answer as the values it was made of."""
    outcome: Reading | Rejected
    if "rejected" in answer:
        outcome = Rejected(**answer["rejected"])
    else:
        reading = answer["reading"]
        articles = tuple(Rejected(**item["rejected"]) if "rejected" in item else _article(item) for item in reading["articles"])
        outcome = Reading(reading["format"], reading["reader"], reading["encoding"], articles)
    return FileReading(path, answer["file_id"], answer["byte_count"], outcome)


def _article(item: Mapping[str, Any]) -> RawArticle:
    return RawArticle(**{**item, "authors": tuple(item["authors"])})


def parse_mapping(pairs: Iterable[str]) -> dict[str, str]:
    """Field names "ours=theirs", several in one with commas, as a mapping. Raises ValueError that says what is wrong."""
    mapping = {}
    for pair in (part for given in pairs for part in given.split(",") if part.strip()):
        ours, separator, theirs = (part.strip() for part in pair.partition("="))
        if not separator or ours not in FIELDS or not theirs:
            raise ValueError(f"expected FIELD=THEIRS with FIELD one of {', '.join(FIELDS)}, found {pair!r}; e.g. --map title=headline")
        mapping[ours] = theirs
    return mapping


def article_lines(
    paths: Sequence[str | Path],
    mapping: Mapping[str, str] | None = None,
    limits: Limits = DEFAULT_LIMITS,
    today: date | None = None,
) -> Iterator[dict[str, Any]]:
    """The lines of `personae read`: one for each article in its file's order, one for each file or article refused."""
    from transforms.articles.normalise import normalise_articles  # takes half a second to load, which flows spend elsewhere

    for file in read_paths(paths, limits, mapping):
        frames = normalise_articles([file], today or datetime.now(UTC).date())
        lines = [(refusal.rejected.position or 0, _refusal_line(file.path, refusal.rejected)) for refusal in frames.refusals]
        articles = {row["article_id"]: row for row in frames.articles.iter_rows(named=True)}
        authors: dict[str, list[str]] = {}
        for row in frames.authors.sort("article_id", "position").iter_rows(named=True):
            authors.setdefault(row["article_id"], []).append(row["author"])
        for row in frames.appearances.iter_rows(named=True):
            article = articles[row["article_id"]]
            published = frames.published.get(row["article_id"])
            lines.append((row["position"], _article_line(file, article, published, authors.get(row["article_id"], []))))
        yield from (line for _, line in sorted(lines, key=lambda numbered: numbered[0]))


def _refusal_line(path: str, rejected: Rejected) -> dict[str, Any]:
    return {"file": printable(path), "error": rejected.detail, "reason": rejected.reason, "position": rejected.position}


def _article_line(file: FileReading, article: Mapping[str, Any], published: PrintedDate | None, authors: list[str]) -> dict[str, Any]:
    assert isinstance(file.reading, Reading)
    title, body = article["title"], article["body"]
    return {
        "id": article["article_id"],
        "file": printable(file.path),
        "title": title,
        "text": body[len(title) + 2 :] if title else body,
        "published_at": published and published.iso,
        "published_precision": article["published_precision"],
        "authors": authors,
        "outlet": article["outlet"],
        "url": article["url"],
        "language": article["language"],
        "format": file.reading.format,
        "encoding": file.reading.encoding,
    }
