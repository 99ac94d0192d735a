"""Files to articles, safely: each of them parsed in a child process that can be killed."""

import json
import os
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import asdict, dataclass, field, replace
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Self

from flows.finding import find_files, place_of, shown
from transforms.limits import DEFAULT_LIMITS, Limits
from transforms.readers.outcomes import FileReading, RawArticle, Reading, Rejected

_HOME = Path(__file__).resolve().parent.parent
#: Articles and characters after which a part of a file ends; a single article may be longer.
PART_ARTICLES = 1000
PART_CHARS = 2_000_000
#: Variables without which Python or its libraries do not start on some systems, or read names in another encoding.
_ENVIRONMENT = ("LANG", "LC_ALL", "LC_CTYPE", "LD_LIBRARY_PATH", "PYTHONUTF8", "TZ")
#: Readers that one file may cost before it is given up.
_RESTARTS = 10

type Message = Mapping[str, Any]


@dataclass
class _Request:
    """A file that the child works on, and how far it has come."""

    file: Path
    file_id: str | None = None
    size: int = 0
    since: float = 0.0
    readings: int = 0
    articles: int = 0
    is_inside_reading: bool = False
    is_begun: bool = False

    @property
    def place(self) -> tuple[int, int]:
        return self.readings, self.articles

    def note(self, message: Message) -> None:
        self.is_begun = True
        self.file_id, self.size = message["file_id"] or self.file_id, message["byte_count"] or self.size
        if "reading" in message:
            self.articles += len(message["reading"]["articles"])
            self.readings += message["is_whole"]
            self.is_inside_reading = not message["is_whole"]


def read_paths(
    paths: Iterable[str | Path],
    limits: Limits = DEFAULT_LIMITS,
    mapping: Mapping[str, str] | None = None,
    part_articles: int | None = None,
) -> Iterator[FileReading]:
    """What each file holds, or why it was refused, in order of their paths; one file, or part of one, is held at a time."""
    found = find_files(paths)
    yield from found.refused
    yield from read_files(found.files, limits, mapping, part_articles)


def read_files(
    files: Iterable[Path], limits: Limits = DEFAULT_LIMITS, mapping: Mapping[str, str] | None = None, part_articles: int | None = None
) -> Iterator[FileReading]:
    """What each file holds, or why it was refused; in parts of `part_articles` articles when these are given."""
    with _reader(limits, mapping or {}) as reader:
        yield from read_in_turn([reader], files, part_articles)


@dataclass
class _Kept:
    """Children that live as long as this process, by limits and mapping, once that is asked for."""

    is_asked_for: bool = False
    readers: dict[tuple[Limits, tuple[tuple[str, str], ...]], "ReaderProcess"] = field(default_factory=dict)


_KEPT = _Kept()


def keep_readers() -> None:
    """Have the children that `read_files` reads with live as long as this process: starting one takes longer than reading most files."""
    _KEPT.is_asked_for = True


def start_reader(limits: Limits, mapping: Mapping[str, str]) -> None:
    """Start the child that is kept for these, so that it has loaded its parsers when there is something to read."""
    with _reader(limits, mapping) as reader:
        reader.start()


@contextmanager
def _reader(limits: Limits, mapping: Mapping[str, str]) -> Iterator["ReaderProcess"]:
    """A child of its own, or the one that is kept; what breaks off in the middle of a file ends that one, too."""
    if not _KEPT.is_asked_for:
        with ReaderProcess(limits, mapping) as reader:
            yield reader
        return
    key = (limits, tuple(sorted(mapping.items())))
    reader = _KEPT.readers.setdefault(key, ReaderProcess(limits, mapping))
    with ExitStack() as stack:
        stack.push(reader)
        yield reader
        stack.pop_all()


def read_in_turn(readers: Sequence["ReaderProcess"], files: Iterable[Path], part_articles: int | None = None) -> Iterator[FileReading]:
    """The readings of files in their order; the children read the next files while the caller works on the last one."""
    free = deque(readers)
    waiting: deque[tuple[ReaderProcess, _Request]] = deque()
    for file in files:
        last = None
        if not free:
            reader, request = waiting.popleft()
            for part in reader.parts(request, part_articles):
                if last:
                    yield last
                last = part
            free.append(reader)
        reader = free.popleft()
        waiting.append((reader, reader.submit(file)))
        if last:
            yield last
    for reader, request in waiting:
        yield from reader.parts(request, part_articles)


class ReaderProcess:
    """A child process that reads files, started when first needed and again after it was lost.

    A plain subprocess with JSON on a pipe rather than a pool: it imports nothing of the parent, can be started from any worker (daemons
    included), and nothing that a hostile file makes it send can run code here. A file that crashes or hangs its reader costs itself only; a
    member of an archive, a page of a web archive likewise, for the next reader goes on behind it.
    """

    def __init__(self, limits: Limits, mapping: Mapping[str, str]) -> None:
        self.limits = limits
        self.mapping = dict(mapping)
        self._child: subprocess.Popen[bytes] | None = None
        self._pipe: Connection | None = None
        self._was_killed = False
        self._files_read = 0  # by the present child

    @property
    def pid(self) -> int | None:
        """The id of the child, if there is one."""
        return self._child.pid if self._child else None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *problem: object) -> None:
        self._stop()

    def start(self) -> None:
        """Start the child before there is anything to read, so that it has loaded its parsers by then."""
        if self._pipe is None:
            self._start()

    def walls(self) -> list[str]:
        """What confines the child, by its own account. Raises EOFError or OSError when it cannot be started."""
        pipe = self._pipe or self._start()
        pipe.send_bytes(json.dumps({"question": "walls"}).encode("ascii"))
        found: list[str] = json.loads(pipe.recv_bytes())["walls"]
        return found

    def submit(self, file: Path, file_id: str | None = None) -> _Request:
        """Hand a file to the child, which reads while the caller does something else; `parts` fetches what it found."""
        request = _Request(file, file_id)
        self._submit(request)
        return request

    def parts(self, request: _Request, part_articles: int | None) -> Iterator[FileReading]:
        """The readings of a file that was submitted, in parts when `part_articles` is given."""
        return _gather(request.file, self._messages(request), part_articles)

    def read(self, file: Path) -> FileReading:
        """The reading of one file, or its refusal; within the limits."""
        (reading,) = self.read_parts(file, None)
        return reading

    def read_parts(self, file: Path, part_articles: int | None, file_id: str | None = None) -> Iterator[FileReading]:
        """The readings of one file in parts, the same for the same bytes. `file_id`: the hash of its bytes, if known."""
        yield from self.parts(self.submit(file, file_id), part_articles)

    def _submit(self, request: _Request, lost: Rejected | None = None) -> None:
        """Hand a file to the child, again when the last one was lost on it."""
        resume = lost and {"readings": request.readings, "articles": request.articles, "lost": asdict(lost)}
        content = {
            "path": os.path.abspath(request.file),  # noqa: PTH100 - the child may stand elsewhere; links stay as they are
            "file_id": request.file_id,
            "mapping": self.mapping,
            "limits": asdict(self.limits),
            "resume": resume,
        }
        pipe = self._pipe or self._start()
        with suppress(OSError):  # a dead child shows when its answer is awaited
            pipe.send_bytes(json.dumps(content).encode("ascii"))
        request.since = time.monotonic()

    def _messages(self, request: _Request) -> Iterator[Message]:
        """The child's messages about a file, up to the last. A child that is lost is replaced, and goes on behind what it was lost on."""
        place, restarts, is_innocent = None, 0, True
        while True:
            message = self._receive(request)
            if isinstance(message, Rejected):
                if is_innocent and self._is_blameless(request, message):
                    is_innocent = False
                    self._submit(request)
                    continue
                if request.is_inside_reading or request.place == place or restarts == _RESTARTS:
                    # behind this place no child comes
                    yield {"file_id": request.file_id, "byte_count": request.size, "rejected": asdict(message), "is_last": True}
                    return
                place, restarts = request.place, restarts + 1
                self._submit(request, message)
                continue
            request.note(message)
            yield message
            if message.get("is_last"):
                self._files_read += 1
                return

    def _is_blameless(self, request: _Request, lost: Rejected) -> bool:
        """Whether the child died before it came to this file; or, before it had found anything in it, was killed by somebody else, or broke
        down after other files, one of which may have harmed it."""
        is_at_start = request.place == (0, 0) and not request.is_inside_reading
        is_of_others = self._was_killed or (self._files_read > 0 and lost.reason == "reader_crashed")
        return not request.is_begun or (is_at_start and is_of_others)

    def _receive(self, request: _Request) -> Message | Rejected:
        """The next message about a file; the refusal of what the child is at when it has died or takes too long."""
        assert self._pipe
        left = self.limits.seconds - (time.monotonic() - request.since)
        try:
            if self._pipe.poll(max(left, 0)):
                message: Message = json.loads(self._pipe.recv_bytes())
                request.since = time.monotonic()
                return message
            self._stop()
            return Rejected("too_slow", f"expected to read it in {self.limits.seconds} s, found it unfinished; raise --limit seconds")
        except (EOFError, OSError):
            return Rejected("reader_crashed", f"expected to read it, found that the reader had died ({self._stop()})")

    def _start(self) -> Connection:
        self._files_read = 0
        ours, theirs = Pipe()
        with theirs:
            command = [sys.executable, "-P", "-B", "-W", "ignore", "-m", "flows.reader_process", str(theirs.fileno()), str(os.getpid())]
            self._child = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                pass_fds=(theirs.fileno(),), env=reader_environment(), process_group=0,
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
            self._was_killed = code == -signal.SIGKILL  # no limit of ours ends a child so
        except subprocess.TimeoutExpired:
            self._was_killed = False
            child.kill()
            code = child.wait()
        return f"exit code {code}" if code >= 0 else f"signal {-code}"


def reader_environment() -> dict[str, str]:
    """All that a reader sees of the environment: what Python itself needs to start; no tokens, no addresses, no names."""
    kept = {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}
    return {**kept, "PYTHONPATH": os.pathsep.join(filter(None, (str(_HOME), os.environ.get("PYTHONPATH"))))}


def _gather(file: Path, messages: Iterable[Message], part_articles: int | None) -> Iterator[FileReading]:
    """The messages about a file as its reading; as parts of it, where these are wanted and it holds more than one."""
    path, place, file_id, size = shown(file), place_of(file), None, 0
    first: Reading | None = None
    refusal: Rejected | None = None
    articles: list[RawArticle | Rejected] = []
    position = chars = 0
    is_whole = True
    for message in messages:
        file_id, size = message["file_id"] or file_id, message["byte_count"] or size
        found: list[RawArticle | Rejected] = []
        if "reading" in message:
            reading = message["reading"]
            first = first or Reading(reading["format"], reading["reader"], reading["encoding"])
            found = [Rejected(**item["rejected"]) if "rejected" in item else RawArticle.of(item) for item in reading["articles"]]
        if "rejected" in message:
            refusal = Rejected(**message["rejected"])
            # what breaks off after some articles is a refusal from there on
            found = [replace(refusal, position=position)] if first else []
        for article in found:
            if first and part_articles and (len(articles) >= part_articles or chars >= PART_CHARS):
                is_whole = False
                yield FileReading(path, file_id, size, replace(first, articles=tuple(articles)), is_whole, place)
                articles, chars = [], 0
            articles.append(article)
            chars += 0 if isinstance(article, Rejected) else len(article.text)
            position += 1
    outcome = replace(first, articles=tuple(articles)) if first else refusal
    assert outcome, f"no word about {path}"
    yield FileReading(path, file_id, size, outcome, is_whole, place)
