"""Zip and tar archives: members are read one after the other as streams; nothing is unpacked to disk, and names are only recorded.

Both are looked at a second time: what stands between the members of a zip archive, and the blocks of a tar archive that are neither a
member's nor empty, hold members that no directory lists or whose header is broken."""

import re
import tarfile
import zipfile
from collections.abc import Iterator, Sequence
from io import BufferedReader
from pathlib import PurePosixPath
from typing import BinaryIO, Self

from transforms.readers.containers import BROKEN, read_member, refuse_member, words_of
from transforms.readers.outcomes import Announced, Reading, Rejected
from transforms.readers.sources import Read, Source, Unpacked

NAME = "archives"
_ENCRYPTED = 0x1
#: The header of a member: signature, version up to 6.3, flags, a method that exists.
_LOCAL_HEADER = re.compile(rb"PK\x03\x04[\x00-\x3f]\x00..[\x00-\x0a\x0c\x0e\x12\x13\x5d\x5f-\x63]\x00", re.S)
_LOCAL_HEADER_BYTES = 30
#: Between two members only a descriptor of the first may stand; more is looked through up to this size.
_GAP_BYTES = 64 << 20
_TAR_KINDS = {
    tarfile.SYMTYPE: "a link", tarfile.LNKTYPE: "a link", tarfile.CHRTYPE: "a device", tarfile.BLKTYPE: "a device",
    tarfile.FIFOTYPE: "a named pipe",
}  # fmt: skip
#: What stands in the header of a member of a tar archive, and where (POSIX.1-1988).
_TAR_MAGIC, _TAR_MAGIC_AT = re.compile(rb"ustar"), 257
#: What makers of archives put beside the data.
_NOTES = re.compile(r"(?:read[-_]?me|licen[cs]e|copying|changelog|citation|notice)(?:\.(?:md|txt|rst|cff))?", re.I)
_NOTE = Rejected("no_article", "expected an article, found a note on the archive; read it as a file of its own if it is one")


def read_zip(source: Source) -> Iterator[Reading | Rejected]:
    """The members of a zip archive in directory order."""
    whole = source.seekable()
    if isinstance(whole, Rejected):
        yield whole
        return
    with zipfile.ZipFile(whole) as archive:
        members = archive.infolist()
        unlisted = _count_unlisted(whole, members, archive.start_dir)
        for info in members:
            if info.is_dir() or _is_hidden(info.filename):
                continue
            if _is_note(info.filename):
                yield refuse_member("zip", NAME, _NOTE, source.place(info.filename))
                continue
            if info.flag_bits & _ENCRYPTED:
                refusal = Rejected("encrypted", "expected a member that can be read, found one that asks for a password; unpack it first")
                yield refuse_member("zip", NAME, refusal, source.place(info.filename))
                continue
            try:
                stream = Unpacked(archive.open(info).read, source.account)
                member = source.inside(BufferedReader(stream), info.filename)
            except BROKEN as problem:
                refusal = Rejected("malformed", f"expected a member that can be unpacked, found: {words_of(problem)}")
                yield refuse_member("zip", NAME, refusal, source.place(info.filename))
                continue
            yield from read_member(member, "zip", NAME)
            if stream.cut:
                refusal = Rejected("malformed", f"expected a whole member, found: {words_of(stream.cut)}")
                yield refuse_member("zip", NAME, refusal, source.place(info.filename))
    yield from Announced(len(members) + unlisted, "members", "their headers").refuse_missing(len(members))


def _count_unlisted(stream: BinaryIO, members: Sequence[zipfile.ZipInfo], directory: int) -> int:
    """How many headers of members stand before, between or behind those that the directory, at that place of the stream, lists."""
    starts = sorted({(info.header_offset, info.compress_size) for info in members})
    gap_starts = [0]
    for start, size in starts:
        stream.seek(start)
        header = stream.read(_LOCAL_HEADER_BYTES)
        names = int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
        gap_starts.append(start + _LOCAL_HEADER_BYTES + names + size)
    count = 0
    for start, end in zip(gap_starts, [*(start for start, _ in starts), directory], strict=True):
        if end - start >= _LOCAL_HEADER_BYTES:
            stream.seek(start)
            count += len(_LOCAL_HEADER.findall(stream.read(min(end - start, _GAP_BYTES))))
    return count


def read_tar(source: Source) -> Iterator[Reading | Rejected]:
    """The regular files of a tar archive in order; links and devices are refused."""
    blocks = _Blocks()
    # without ignoring what is no header, the first broken one would end the archive without a word
    with tarfile.open(fileobj=source.stream, mode="r|", ignore_zeros=True, tarinfo=blocks.header_class()) as archive:
        for info in archive:
            if info.isdir() or _is_hidden(info.name):
                continue
            if _is_note(info.name):
                source.account.meet_member()
                yield refuse_member("tar", NAME, _NOTE, source.place(info.name))
                continue
            if not info.isreg() or info.issparse():
                source.account.meet_member()
                found = _TAR_KINDS.get(info.type, "a file with holes" if info.issparse() else "something else")
                yield refuse_member("tar", NAME, Rejected("unreadable", f"expected a file, found {found}"), source.place(info.name))
                continue
            member = archive.extractfile(info)
            assert member is not None
            watched = _Watched(member.read)
            stream = BufferedReader(Unpacked(watched.read, source.account))
            yield from read_member(source.inside(stream, info.name), "tar", NAME)
            for refusal in Announced(1 + watched.headers, "members", "their headers").refuse_missing(1):
                yield refuse_member("tar", NAME, refusal, source.place(info.name))
    if blocks.foreign:
        yield Rejected("malformed", f"expected the headers of members, found {blocks.foreign:,} blocks that are neither header nor empty")
    if not blocks.is_ended:
        yield Rejected("malformed", "expected an archive with an end mark, found none: it may be truncated")


class _Blocks:
    """What tarfile met where it expected the header of a member."""

    def __init__(self) -> None:
        self.foreign = 0
        self.is_ended = False

    def header_class(self) -> type[tarfile.TarInfo]:
        """A class of headers that enters its failures here."""
        blocks = self

        class Header(tarfile.TarInfo):
            @classmethod
            def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
                is_whole = len(buf) == tarfile.BLOCKSIZE
                try:
                    found = super().frombuf(buf, encoding, errors)
                except tarfile.HeaderError:
                    blocks.is_ended = (is_whole and not any(buf)) or (not buf and blocks.is_ended)
                    blocks.foreign += is_whole and any(buf)
                    raise
                blocks.is_ended = False
                return found

        return Header


class _Watched:
    """The bytes of a member, looked through for headers of members: a length that is too large covers those that follow."""

    def __init__(self, read: Read) -> None:
        self._read, self._tail, self._at = read, b"", 0
        self._is_archive = False
        self.headers = 0

    def read(self, size: int) -> bytes:
        data = self._read(size)
        seen = self._tail + data
        for found in _TAR_MAGIC.finditer(seen):
            place = self._at - len(self._tail) + found.start()
            self._is_archive = self._is_archive or place == _TAR_MAGIC_AT
            self.headers += place % tarfile.BLOCKSIZE == _TAR_MAGIC_AT and not self._is_archive
        self._at += len(data)
        self._tail = seen[-4:]
        return data


def _is_note(name: str) -> bool:
    """Whether a member says by its name what the archive holds or who may use it."""
    return bool(_NOTES.fullmatch(PurePosixPath(name).name))


def _is_hidden(name: str) -> bool:
    """Whether any part of a name is hidden, or of what macOS puts beside files: skipped, as in folders."""
    return any(part == "__MACOSX" or (part.startswith(".") and part not in (".", "..")) for part in PurePosixPath(name).parts)
