"""The child process that parses files, so that a hostile one can harm nothing but itself. Started by `flows.reading`, never imported by it.

It reads requests and writes readings as JSON through one pipe. It can write no file, and takes no more memory and processor time than its
limits allow; it holds neither warehouse nor lexicon.
"""

import json
import resource
import sys
from dataclasses import asdict
from hashlib import sha256
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from transforms.readers import Reading, Rejected, read_bytes

#: Deep enough for every real JSON file, and far from the depth at which the interpreter's own stack ends.
RECURSION = 2000


def main() -> None:
    pipe = Connection(int(sys.argv[1]))
    sys.setrecursionlimit(RECURSION)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    while True:
        try:
            request = json.loads(pipe.recv_bytes())
        except EOFError:  # the parent is done
            return
        pipe.send_bytes(json.dumps(answer(request), ensure_ascii=True).encode("ascii"))


def answer(request: dict[str, Any]) -> dict[str, Any]:
    """The file's hash, size and reading, or its refusal, as JSON can carry them."""
    _limit(resource.RLIMIT_AS, request["memory_bytes"])
    used = resource.getrusage(resource.RUSAGE_SELF)
    _limit(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + request["seconds"] + 1)
    file_id, size = None, 0
    try:
        data = Path(request["path"]).read_bytes()
        file_id, size = sha256(data).hexdigest(), len(data)
        outcome = read_bytes(data, request["path"], request["mapping"])
    except OSError as problem:
        outcome = Rejected("unreadable", f"expected a readable file, found: {problem.strerror}")
    except MemoryError:
        outcome = Rejected(
            "too_large", f"expected a file that can be read in {request['memory_bytes'] >> 20} MiB of memory, found one that needs more"
        )
    except Exception as problem:  # noqa: BLE001 - whatever a parser trips over must cost this file only
        outcome = Rejected("reader_crashed", f"expected to read the file, found {type(problem).__name__}: {problem}")
    return {"file_id": file_id, "byte_count": size, **_as_json(outcome)}


def _limit(what: int, value: int) -> None:
    """Set a soft limit, at most the hard one."""
    hard = resource.getrlimit(what)[1]
    resource.setrlimit(what, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))


def _as_json(outcome: Reading | Rejected) -> dict[str, Any]:
    if isinstance(outcome, Rejected):
        return {"rejected": asdict(outcome)}
    articles = [{"rejected": asdict(article)} if isinstance(article, Rejected) else asdict(article) for article in outcome.articles]
    return {"reading": {"format": outcome.format, "reader": outcome.reader, "encoding": outcome.encoding, "articles": articles}}


if __name__ == "__main__":
    main()
