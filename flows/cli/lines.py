"""JSON Lines in, JSON Lines out, in order and in bounded memory: the frame of the verbs `annotate` and `resolve`."""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import batched
from typing import IO, Any

import click

#: Longest line that is taken, in bytes: a longer one is refused without being held in memory.
LINE_BYTES = 64 * 1024 * 1024
#: Lines worked on together.
CHUNK = 64

Record = dict[str, Any]
_SURROGATE = re.compile("[\ud800-\udfff]")


class LineError(ValueError):
    """A line that cannot be used; the message says what was expected and what was found."""


@dataclass(frozen=True)
class BadLine:
    """What is written in place of a line that could not be used."""

    line_id: object
    error: str

    def as_record(self) -> Record:
        return {"id": self.line_id, "error": self.error}


def open_streams(stack: ExitStack, input_path: str | None, output_path: str | None) -> tuple[IO[bytes], IO[str]]:
    """The byte stream to read and the text stream to write; `-` and None are the standard streams. Raises click.FileError."""
    try:
        source = stack.enter_context(click.open_file(input_path or "-", "rb"))
        target = stack.enter_context(click.open_file(output_path or "-", "w", encoding="utf-8"))
    except OSError as problem:
        raise click.FileError(str(problem.filename), hint=str(problem.strerror)) from problem
    return source, target


def read_records(source: IO[bytes]) -> Iterator[Record | BadLine]:
    """One record per line; a line that is not a JSON object, not UTF-8 or too long becomes a BadLine."""
    while line := source.readline(LINE_BYTES + 1):
        if len(line) > LINE_BYTES:
            while line and not line.endswith(b"\n"):
                line = source.readline(LINE_BYTES)
            yield BadLine(None, f"expected a line of at most {LINE_BYTES} bytes, found a longer one")
            continue
        yield parse_record(line)


def parse_record(line: bytes) -> Record | BadLine:
    try:
        record = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as problem:
        return BadLine(None, f"expected UTF-8, found byte {line[problem.start]:#04x} at {problem.start}")
    except (json.JSONDecodeError, RecursionError) as problem:
        return BadLine(None, f"expected one JSON object a line, found {line[:60].decode('utf-8', 'replace').strip()!r}: {problem}")
    if not isinstance(record, dict):
        return BadLine(None, f"expected a JSON object, found {type(record).__name__}")
    if not isinstance(record.get("id"), str | int):
        return BadLine(record.get("id"), "expected a string under 'id', found none")
    return record


def answer_lines[Item](
    source: IO[bytes],
    target: IO[str],
    parse: Callable[[Record], Item],
    answer: Callable[[Sequence[Item]], Iterator[Record | BadLine]],
) -> int:
    """Write one answer a line, in order; returns the number of lines that were refused. `parse` raises LineError."""
    refused = 0
    for chunk in batched(read_records(source), CHUNK):
        slots: list[Item | BadLine] = []
        for record in chunk:
            if isinstance(record, BadLine):
                slots.append(record)
                continue
            try:
                slots.append(parse(record))
            except LineError as problem:
                slots.append(BadLine(record["id"], str(problem)))
        answers = answer([slot for slot in slots if not isinstance(slot, BadLine)])
        for slot in slots:
            line = slot if isinstance(slot, BadLine) else next(answers)
            refused += isinstance(line, BadLine)
            target.write(json.dumps(line.as_record() if isinstance(line, BadLine) else line, ensure_ascii=False) + "\n")
        target.flush()
    return refused


def expect_text(record: Record, key: str, required: bool = False) -> str | None:
    """The string under a key; raises LineError when it is something else, or missing though required."""
    value = record.get(key)
    if value is None and not required:
        return None
    if not isinstance(value, str):
        found = type(value).__name__ if value is not None else "null" if key in record else "none"
        raise LineError(f"expected a string under {key!r}, found {found}")
    if _SURROGATE.search(value):
        raise LineError(f"expected text under {key!r}, found half a surrogate pair, which no UTF-8 can hold")
    return value
