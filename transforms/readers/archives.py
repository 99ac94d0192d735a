"""Zip and tar archives: members are read one after the other as streams; nothing is unpacked to disk, and names are only told."""

import io
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from transforms.readers.containers import BROKEN, read_member, refuse_member, words_of
from transforms.readers.outcomes import Reading, Rejected
from transforms.readers.sources import Source, unpacked

NAME = "archives"
_ENCRYPTED = 0x1
_TAR_KINDS = {
    tarfile.SYMTYPE: "a link", tarfile.LNKTYPE: "a link", tarfile.CHRTYPE: "a device", tarfile.BLKTYPE: "a device",
    tarfile.FIFOTYPE: "a named pipe",
}  # fmt: skip


def read_zip(source: Source) -> Iterator[Reading | Rejected]:
    """The members of a zip archive in the order of its directory."""
    stream = source.seekable()
    if isinstance(stream, Rejected):
        yield stream
        return
    with zipfile.ZipFile(stream) as archive:
        for info in archive.infolist():
            if info.is_dir() or _is_hidden(info.filename):
                continue
            if info.flag_bits & _ENCRYPTED:
                refusal = Rejected("encrypted", "expected a member that can be read, found one that asks for a password; unpack it first")
                yield refuse_member("zip", NAME, refusal, source.place(info.filename))
                continue
            try:
                member = source.inside(unpacked(archive.open(info), source.account), info.filename)
            except BROKEN as problem:
                refusal = Rejected("malformed", f"expected a member that can be unpacked, found: {words_of(problem)}")
                yield refuse_member("zip", NAME, refusal, source.place(info.filename))
                continue
            yield from read_member(member, "zip", NAME)


def read_tar(source: Source) -> Iterator[Reading | Rejected]:
    """The regular files of a tar archive in their order; links and devices are refused."""
    counted = _Counted(source.stream)
    with tarfile.open(fileobj=counted, mode="r|") as archive:
        for info in archive:
            if info.isdir() or _is_hidden(info.name):
                continue
            if not info.isreg() or info.issparse():
                source.account.meet_member()
                found = _TAR_KINDS.get(info.type, "a file with holes" if info.issparse() else "something else")
                yield refuse_member("tar", NAME, Rejected("unreadable", f"expected a file, found {found}"), source.place(info.name))
                continue
            member = archive.extractfile(info)
            assert member is not None
            yield from read_member(source.inside(unpacked(member, source.account), info.name), "tar", NAME)
        # tarfile takes a cut header for the end
        if 0 < counted.byte_count - archive.offset < tarfile.BLOCKSIZE:
            raise EOFError(f"the end inside the header of a member, at byte {counted.byte_count:,}")


class _Counted(io.RawIOBase):
    """A stream that counts the bytes read from it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self.byte_count = stream, 0

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self.byte_count += len(data)
        return data


def _is_hidden(name: str) -> bool:
    """Whether any part of a name is hidden, or of what macOS puts beside files: passed over, as in folders."""
    return any(part == "__MACOSX" or (part.startswith(".") and part not in (".", "..")) for part in PurePosixPath(name).parts)
