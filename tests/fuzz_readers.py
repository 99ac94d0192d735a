"""`make fuzz`: sample files, mutated at random for some minutes and read; none may crash its reader, hang, or trip over what follows.

Not part of `make test`. Findings are kept in a folder that is named at the end; the exit code is 1 when there are any.
"""

import random
import re
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from flows.reading import ReaderProcess
from tests.flows.hostile_files import FAMILIES, MAGICS, SAMPLES
from transforms.articles.normalise import normalise_articles
from transforms.limits import Limits
from transforms.readers.outcomes import FileReading, Reading, Rejected

LIMITS = Limits(seconds=10)
SEED_BYTES = 200_000
TODAY = date(2024, 6, 1)
#: Errors that a broken file does not make by itself: somebody did not look before he took what is not there.
_SLIP = re.compile(r"found: (?:TypeError|AttributeError|UnboundLocalError|NameError|AssertionError|IndexError|KeyError|RecursionError)\b")
#: Bytes that mean something to some reader.
TOKENS = (
    b"<", b">", b"</p>", b"<p>", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<!DOCTYPE x [", b"&amp;", b"&#0;", b"&#x110000;", b'"', b"'", b"\\u0000",
    b"\\ud83d", b"[", b"]", b"{", b"}", b",", b":", b"\n\n", b"\r\n", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"=?utf-8?Q?=", b"--",
    b"Content-Length: 99999999999", b"Content-Type: multipart/mixed; boundary=x", b"charset=utf-7", b"1e999", b"-1", b"NaN", b"{\\rtf1", b"\\bin99999 ",
    b"MOSCOW, April 24 (Reuters) - ", b"2023-02-30T25:61:00+99:99", b"From a@b Mon Apr 24 22:15:00 2023\n", *MAGICS,
)  # fmt: skip


def seeds() -> Iterator[tuple[str, bytes]]:
    """The sample articles, and the hostile files of every family."""
    for path in sorted(path for path in SAMPLES.rglob("*") if path.is_file() and path.stat().st_size <= SEED_BYTES):
        yield path.suffix, path.read_bytes()
    for family in FAMILIES:
        for name, data in family():
            if len(data) <= SEED_BYTES:
                yield Path(name).suffix, data


def flip(rng: random.Random, data: bytearray) -> None:
    for _ in range(rng.randint(1, 12)):
        data[rng.randrange(len(data))] = rng.randrange(256)


def cut(rng: random.Random, data: bytearray) -> None:
    start = rng.randrange(len(data))
    del data[start : start + rng.randint(1, len(data))]


def repeat(rng: random.Random, data: bytearray) -> None:
    start = rng.randrange(len(data))
    piece = data[start : start + rng.randint(1, 200)]
    data[start:start] = piece * rng.choice((2, 10, 300))


def insert(rng: random.Random, data: bytearray) -> None:
    for _ in range(rng.randint(1, 5)):
        at = rng.randrange(len(data) + 1)
        data[at:at] = rng.choice(TOKENS) * rng.choice((1, 1, 1, 50))


def swap(rng: random.Random, data: bytearray) -> None:
    first, second = sorted(rng.randrange(len(data)) for _ in range(2))
    data[:] = data[second:] + data[first:second] + data[:first]


MUTATIONS: tuple[Callable[[random.Random, bytearray], None], ...] = (flip, cut, repeat, insert, swap)


def mutate(rng: random.Random, data: bytes) -> bytes:
    mutated = bytearray(data)
    for _ in range(rng.randint(1, 3)):
        if mutated:
            rng.choice(MUTATIONS)(rng, mutated)
    return bytes(mutated[: 4 * SEED_BYTES])


def problem_with(reading: FileReading) -> str | None:
    """What went wrong with a file, if anything did: its reader crashed or hung, or its articles cannot be brought into rows."""
    outcomes = (
        [reading.reading] if isinstance(reading.reading, Rejected) else [a for a in reading.reading.articles if isinstance(a, Rejected)]
    )
    bad = next((outcome for outcome in outcomes if outcome.reason in ("reader_crashed", "too_slow")), None)
    if bad:
        return f"{bad.reason}: {bad.detail}"
    slip = next((outcome for outcome in outcomes if outcome.reason == "malformed" and _SLIP.search(outcome.detail)), None)
    if slip:
        return slip.detail
    started = time.monotonic()
    try:
        frames = normalise_articles([reading], TODAY)
    except Exception:  # noqa: BLE001 - whatever it is, it is a finding
        return traceback.format_exc()
    found = len(reading.reading.articles) if isinstance(reading.reading, Reading) else 1
    if frames.appearances.height + len(frames.refusals) != found:
        return f"{found} articles found, {frames.appearances.height} kept and {len(frames.refusals)} refused"
    seconds = time.monotonic() - started
    return f"too_slow: {seconds:.1f} s to bring its articles into rows" if seconds > LIMITS.seconds else None


def main(seconds: float, seed: int) -> int:
    rng, originals = random.Random(seed), list(seeds())
    folder = Path(tempfile.mkdtemp(prefix="personae-fuzz-"))
    kinds: Counter[str] = Counter()
    problems: Counter[str] = Counter()
    count, end = 0, time.monotonic() + seconds
    with ReaderProcess(LIMITS, {}) as reader:
        while time.monotonic() < end:
            suffix, data = rng.choice(originals)
            suffix = rng.choice(originals)[0] if rng.random() < 0.1 else suffix
            path = folder / f"{count}{suffix}"
            path.write_bytes(mutate(rng, data))
            reading = reader.read(path)
            kinds[reading.reading.reason if isinstance(reading.reading, Rejected) else reading.reading.format] += 1
            problem = problem_with(reading)
            count += 1
            if problem is None:
                path.unlink()
            elif problems[problem[-200:]] >= 3:
                path.unlink()
                problems[problem[-200:]] += 1
            else:
                problems[problem[-200:]] += 1
                print(f"{path}\n  {problem}", file=sys.stderr)  # noqa: T201
    print(f"{count:,} files, seed {seed}: {dict(kinds.most_common())}\n{sum(problems.values())} findings in {folder}")  # noqa: T201
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 600.0, int(sys.argv[2]) if len(sys.argv) > 2 else 1))
