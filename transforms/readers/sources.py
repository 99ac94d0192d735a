"""What a reader of containers is given: a stream that can be looked into, its place, and the account of what its file may still cost."""

import io
from collections.abc import Buffer, Callable, Mapping
from dataclasses import dataclass, replace
from typing import BinaryIO

from transforms.articles.file_names import printable
from transforms.limits import Limits, in_force
from transforms.readers.outcomes import Reading, Rejected

HEAD_BYTES = 65_536
_MEMBER_CHARS = 500


#: Hands out bytes in order, at most so many, none at the end.
type Read = Callable[[int], bytes]


class LimitError(Exception):
    """A limit of the whole file is passed; carries the refusal."""

    def __init__(self, rejected: Rejected) -> None:
        super().__init__(rejected.detail)
        self.rejected = rejected


@dataclass(frozen=True)
class Resumption:
    """Where to go on with a file on which a reader was lost: after so many readings and articles; the refusal of what it was lost on."""

    readings: int
    articles: int
    lost: Rejected


@dataclass
class Account:
    """What one file has cost so far: bytes unpacked, really read and never declared, members met; and how many readings it has given."""

    limits: Limits
    file_bytes: int
    resumption: Resumption | None = None
    unpacked: int = 0
    members: int = 0
    readings: int = 0
    refusal: Rejected | None = None

    @property
    def is_before_resumption(self) -> bool:
        return self.resumption is not None and self.readings < self.resumption.readings

    def unpack(self, size: int) -> None:
        """Note bytes that were unpacked. Raises LimitError."""
        self.unpacked += size
        allowed = max(self.limits.expansion_free, self.limits.expansion * self.file_bytes)
        if self.unpacked > allowed:
            self._refuse(
                "expands_too_far",
                f"expected {self.file_bytes:,} bytes to unpack to {allowed:,} at most, found more; raise --limit expansion",
            )

    def meet_member(self) -> None:
        """Note one more member. Raises LimitError."""
        self.members += 1
        if self.members > self.limits.members:
            self._refuse("too_many", f"expected at most {self.limits.members:,} members, found more; raise it with --limit members=NUMBER")

    def _refuse(self, reason: str, detail: str) -> None:
        self.refusal = Rejected(reason, detail)
        raise LimitError(self.refusal)


@dataclass(frozen=True)
class Source:
    """A file or a member of one. `name` counts for its suffix alone; `member` is its place inside the file, escaped, None for the file
    itself; `leaf` reads what is not a container: bytes, name and mapping in, a reading or refusal out."""

    stream: BinaryIO
    name: str
    account: Account
    mapping: Mapping[str, str]
    leaf: Callable[[bytes, str, Mapping[str, str]], Reading | Rejected]
    head: bytes
    member: str | None = None
    depth: int = 0

    @property
    def limits(self) -> Limits:
        return self.account.limits

    def inside(self, stream: BinaryIO, name: str, is_member: bool = True) -> "Source":
        """What this source holds under a name; raises LimitError when that is too deep. A stream that is only unpacked is not a member."""
        if self.depth >= self.limits.depth:
            raise LimitError(
                Rejected("too_deep", f"expected archives inside archives at most {self.limits.depth} deep, found more; raise --limit depth")
            )
        if is_member:
            self.account.meet_member()
        return replace(
            self,
            **vars(Opened.of(stream)),
            name=name,
            member=self.place(name) if is_member else self.member,
            depth=self.depth + 1,
        )

    def place(self, name: str) -> str:
        """The place of a member of this source, as tables and people can take it."""
        return printable(f"{self.member}/{name}" if self.member else name)[:_MEMBER_CHARS]

    def read_whole(self) -> bytes | Rejected:
        """All bytes, or the refusal when they are more than a file may have."""
        allowed = self.limits.file_bytes
        data = self.stream.read(allowed + 1)
        if len(data) > allowed:
            return Rejected("too_large", f"expected at most {allowed:,} bytes, found more; split it or raise --limit file_bytes=NUMBER")
        return data

    def read_as(self, name: str, data: bytes) -> Reading | Rejected:
        """The reading of bytes that are not a container; what its reader trips over becomes its refusal, and costs nothing else."""
        resumption = self.account.resumption
        if resumption and self.account.readings <= resumption.readings:
            return resumption.lost  # what stands before has been read and is passed over; this is what the reader was lost on
        try:
            with in_force(self.limits):
                return self.leaf(data, name, self.mapping)
        except MemoryError:
            return Rejected(
                "too_large",
                f"expected {self.limits.memory_bytes >> 20} MiB to be enough, found too little; raise --limit memory_bytes",
            )
        except Exception as problem:  # noqa: BLE001 - whatever it is, it must cost this member only
            return Rejected("reader_crashed", f"expected to read it, found {type(problem).__name__}: {problem}"[:300])

    def seekable(self) -> BinaryIO | Rejected:
        """A stream in which any place can be reached: the file's own, or the whole in memory."""
        if self.stream.seekable():
            return self.stream
        data = self.read_whole()
        return data if isinstance(data, Rejected) else io.BytesIO(data)


@dataclass(frozen=True)
class Opened:
    """A stream and its first bytes, which are still to be read from it."""

    stream: BinaryIO
    head: bytes

    @staticmethod
    def of(stream: BinaryIO) -> "Opened":
        head = read_full(stream, HEAD_BYTES)
        if stream.seekable():
            stream.seek(0)
            return Opened(stream, head)
        return Opened(io.BufferedReader(_Rejoined(head, stream)), head)


class _Rejoined(io.RawIOBase):
    """A stream with its first bytes put back before it."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest = memoryview(head), rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer, /) -> int:
        target = memoryview(buffer)
        data: bytes | memoryview
        if self._head:
            data, self._head = self._head[: len(target)], self._head[len(target) :]
        else:
            data = self._rest.read(len(target))
        target[: len(data)] = data
        return len(data)


class Unpacked(io.RawIOBase):
    """A stream of unpacked bytes that enters each of them into the account and cannot be read backwards.

    Packed bytes that end too early end it like whole ones; `cut` then says how. Raises LimitError when it unpacks to too much."""

    def __init__(self, read: Read, account: Account) -> None:
        self._read, self._account = read, account
        self.cut: EOFError | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer, /) -> int:
        target = memoryview(buffer)
        try:
            data = self._read(len(target)) if self.cut is None else b""
        except EOFError as problem:
            self.cut, data = problem, b""
        target[: len(data)] = data
        self._account.unpack(len(data))
        return len(data)


def read_full(stream: BinaryIO, size: int) -> bytes:
    """`size` bytes, fewer only at the end: a raw stream may hand them out in pieces."""
    parts = []
    while size > 0 and (part := stream.read(size)):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
