"""The records of a WARC file (ISO 28500): where each begins and ends, even where the lengths are false or the file breaks off.

A length is believed where the next record, or the end, follows it. Elsewhere a record ends where the next one begins, so that a false
length costs nothing; what belongs to no record, and what is or may be cut off, is told."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from transforms.readers.outcomes import Rejected

#: The first line of a record and the beginning of its first field.
_START = re.compile(rb"WARC/\d\.\d{1,3}[ \t]*\r?\n[A-Za-z-]{1,60}:")
#: The same behind the two line ends that close the record before.
_NEXT = re.compile(rb"(?:\r?\n){2,4}(?=WARC/\d\.\d{1,3}[ \t]*\r?\n[A-Za-z-]{1,60}:)")
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_CLOSED = re.compile(rb"(?:\r?\n){2,4}")
_HEAD_BYTES = 1 << 16
_BLOCK_BYTES = 1 << 20
#: More than the line ends between two records and the first line of the next.
_SLACK = 128
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Record:
    """One record: its fields by their names in lower case, and its block; no bytes when there are more than may be held."""

    fields: Mapping[str, str]
    data: bytes
    is_too_large: bool = False

    @property
    def kind(self) -> str:
        return self.fields.get("warc-type", "").lower()

    @property
    def address(self) -> str:
        return (self.fields.get("warc-target-uri") or self.fields.get("warc-record-id") or "").strip("<> ")


class _Window:
    """The bytes of a stream from where the reading stands, so far as they were needed."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self._is_ended = stream, False
        self.data = bytearray()

    def fill(self, size: int) -> bool:
        """Hold `size` bytes; False when there are fewer to the end."""
        while len(self.data) < size and not self._is_ended:
            part = self._stream.read(max(size - len(self.data), _HEAD_BYTES))
            self._is_ended = not part
            self.data += part
        return len(self.data) >= size

    def is_closed_at(self, place: int) -> bool:
        """Whether the next record or the end follows a place."""
        self.fill(place + _SLACK)
        return place <= len(self.data) and (bool(_NEXT.match(self.data, place)) or not self.data[place : place + _SLACK].strip())

    def take(self, size: int) -> bytes:
        taken = bytes(self.data[:size])
        del self.data[:size]
        return taken

    def skip_to_record(self) -> bytes:
        """Go to where the next record begins, or to the end; the first bytes that were skipped, without line ends."""
        passed, more = b"", self.fill(_BLOCK_BYTES)
        while not (found := _START.search(self.data)) and more:
            passed = passed or bytes(self.data[:_SHOWN]).strip()
            del self.data[:-_SLACK]
            more = self.fill(_BLOCK_BYTES)
        before = self.take(found.start() if found else len(self.data))
        return passed or before.strip()[:_SHOWN]


def read_records(stream: BinaryIO, longest: int) -> Iterator[Record | Rejected]:
    """The records, and a refusal for what belongs to none; blocks are held up to `longest` bytes."""
    window = _Window(stream)
    while True:
        foreign = window.skip_to_record()
        if foreign:
            yield Rejected("malformed", f"expected a record that begins with WARC/, found {foreign!r}")
        if not window.data:
            return
        window.fill(_HEAD_BYTES)
        head = _HEAD_END.search(window.data)
        if not head:
            yield Rejected("malformed", f"expected the header of a record to end, found {window.take(len(window.data))[:_SHOWN]!r}")
            continue
        fields = _fields(window.take(head.end()))
        yield from _read_block(window, fields, longest)


def _fields(head: bytes) -> dict[str, str]:
    unfolded = re.sub(r"\r?\n[ \t]+", " ", head.decode("utf-8", "replace"))
    pairs = (line.partition(":") for line in unfolded.splitlines()[1:])
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def _read_block(window: _Window, fields: Mapping[str, str], longest: int) -> Iterator[Record | Rejected]:
    length = fields.get("content-length", "")
    declared = int(length) if length.isdecimal() and len(length) < 16 else None
    if declared is not None and declared <= longest:
        window.fill(declared + _SLACK)
        if _is_true(window, declared):
            yield Record(fields, window.take(declared))
            return
    end = _find_next(window, longest)
    if end is None:
        yield Record(fields, b"", is_too_large=True)
        return
    follows = "the end of the archive" if end == len(window.data) else "the next record"
    yield Record(fields, window.take(end))
    if declared is None or end < declared:  # either the length is false, or bytes are missing
        yield Rejected("malformed", f"expected a record of {length or 'so many'} bytes, found {follows} after {end:,}")


def _is_true(window: _Window, declared: int) -> bool:
    """Whether the block is as long as its header says: it is closed there, and holds no record whose own length is true."""
    if not window.is_closed_at(declared) and not _CLOSED.match(window.data, declared):
        return False
    inner = _NEXT.search(window.data, 0, declared)
    return not inner or not _is_record(window, inner.end())


def _is_record(window: _Window, place: int) -> bool:
    """Whether what looks like a record is one: a page may show the beginning of one."""
    head = _HEAD_END.search(window.data, place)
    length = _fields(bytes(window.data[place : head.end()])).get("content-length", "") if head else ""
    return bool(head and length.isdecimal() and len(length) < 16 and window.is_closed_at(head.end() + int(length)))


def _find_next(window: _Window, longest: int) -> int | None:
    """Where the block ends because the next record begins, or everything; None when it is longer than may be held."""
    searched, more = 0, window.fill(_BLOCK_BYTES)
    while not (found := _NEXT.search(window.data, searched)) and more:
        searched = len(window.data) - _SLACK
        if searched > longest:
            return None
        more = window.fill(len(window.data) + _BLOCK_BYTES)
    return found.start() if found else len(window.data)
