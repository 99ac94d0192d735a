"""The child process that parses files, so that a hostile one can harm nothing but itself. Started by `flows.reading`, never imported by it.

It reads requests and writes readings as JSON through one pipe: for each file any number of messages with articles, then one that is the
last. It can write no file, start no process and reach no network (see `flows.confinement`), takes no more memory and processor time than
its limits allow, and holds neither warehouse nor lexicon.
"""

import json
import os
import resource
import stat
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict
from hashlib import sha256
from io import BytesIO
from multiprocessing.connection import Connection
from typing import Any, BinaryIO

from flows.confinement import confine
from flows.lifeline import die_with_parent
from transforms.limits import Limits
from transforms.readers.formats import Resumption, can_divide, read_stream
from transforms.readers.outcomes import Reading, Rejected

#: Deep enough for every real JSON file, and far from the depth at which the interpreter's own stack ends.
RECURSION = 2000
#: Articles in one message: few enough for the pipe and the parent, many enough to cost nothing.
MESSAGE_ARTICLES = 200
#: Between two signs of life while a large file is hashed.
_HASH_BYTES = 64 << 20
_BLOCK = 1 << 20

type Send = Callable[[dict[str, Any]], None]


def main() -> None:
    pipe = Connection(int(sys.argv[1]))
    die_with_parent(int(sys.argv[2]))
    sys.setrecursionlimit(RECURSION)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    walls = confine()
    while True:
        try:
            request = json.loads(pipe.recv_bytes())
        except EOFError:  # the parent is done
            return
        if "question" in request:
            pipe.send_bytes(json.dumps({"walls": walls}).encode("ascii"))
            continue
        answer(request, lambda message: pipe.send_bytes(json.dumps(message, ensure_ascii=True).encode("ascii")))


def answer(request: dict[str, Any], send: Send) -> None:
    """Send the file's readings, then the last message; each with its hash and size, so far as they are known."""
    limits = Limits(**request["limits"])
    _limit(resource.RLIMIT_AS, limits.memory_bytes)
    about: dict[str, Any] = {"file_id": request["file_id"], "byte_count": 0}

    def send_on(message: dict[str, Any]) -> None:
        send({**about, **message})
        used = resource.getrusage(resource.RUSAGE_SELF)
        _limit(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + limits.seconds + 1)

    send_on({"is_begun": True})
    try:
        for outcome in _read(request, limits, about, send_on):
            for message in _messages(outcome):
                send_on(message)
        refusal = None
    except OSError as problem:
        refusal = Rejected("unreadable", f"expected a readable file, found: {problem.strerror or problem}")
    except MemoryError:
        refusal = Rejected(
            "too_large",
            f"expected {limits.memory_bytes >> 20} MiB of memory to suffice, found it too little; raise --limit memory_bytes",
        )
    except Exception as problem:  # noqa: BLE001 - whatever a parser trips over must cost this file only
        refusal = Rejected("reader_crashed", f"expected to read the file, found {type(problem).__name__}: {problem}")
    send_on({"rejected": asdict(refusal), "is_last": True} if refusal else {"is_last": True})


def _read(request: dict[str, Any], limits: Limits, about: dict[str, Any], send: Send) -> Iterator[Reading | Rejected]:
    """The readings of a file. One that may be held is held, so that what is read is what was hashed; a larger one must stay as it is."""
    name, mapping, resume = request["path"], request["mapping"], request["resume"]
    resumption = resume and Resumption(resume["readings"], resume["articles"], Rejected(**resume["lost"]))
    with _open(name) as stream:
        before = os.fstat(stream.fileno())
        about["byte_count"] = before.st_size
        if before.st_size <= limits.file_bytes:
            data = stream.read(limits.file_bytes + 1)
            about["file_id"], about["byte_count"] = sha256(data).hexdigest(), len(data)
            yield from read_stream(BytesIO(data), name, len(data), mapping, limits, resumption)
            return
        if not can_divide(stream, name):
            detail = (
                f"expected at most {limits.file_bytes:,} bytes, found {before.st_size:,}; split the file or raise --limit file_bytes=NUMBER"
            )
            yield Rejected("too_large", detail)
            return
        about["file_id"] = about["file_id"] or _hash(stream, send)
        yield from read_stream(stream, name, before.st_size, mapping, limits, resumption)
        after = os.fstat(stream.fileno())
        if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
            yield Rejected("unreadable", "expected the file not to change during reading, found it changed; read it again")


def _open(name: str) -> BinaryIO:
    """The file, which may have become a pipe or a device since it was found: opening one must not block, reading it must not begin."""
    descriptor = os.open(name, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(0, "no regular file")
    return os.fdopen(descriptor, "rb")


def _hash(stream: BinaryIO, send: Send) -> str:
    digest, size = sha256(), 0
    while block := stream.read(_BLOCK):
        digest.update(block)
        size += len(block)
        if size % _HASH_BYTES < _BLOCK:
            send({})
    stream.seek(0)
    return digest.hexdigest()


def _limit(what: int, value: int) -> None:
    """Set a soft limit, at most the hard one."""
    hard = resource.getrlimit(what)[1]
    resource.setrlimit(what, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))


def _messages(outcome: Reading | Rejected) -> Iterator[dict[str, Any]]:
    """An outcome as JSON can carry it, in messages of some hundred articles."""
    if isinstance(outcome, Rejected):
        yield {"rejected": asdict(outcome)}
        return
    for start in range(0, len(outcome.articles), MESSAGE_ARTICLES):
        articles = [
            {"rejected": asdict(article)} if isinstance(article, Rejected) else asdict(article)
            for article in outcome.articles[start : start + MESSAGE_ARTICLES]
        ]
        reading = {"format": outcome.format, "reader": outcome.reader, "encoding": outcome.encoding, "articles": articles}
        yield {"reading": reading, "is_whole": start + MESSAGE_ARTICLES >= len(outcome.articles)}


if __name__ == "__main__":
    main()
