"""Compressed files: gzip, bzip2, xz and Zstandard. What is inside is read as if it stood there itself, so far as it goes."""

import bz2
import gzip
import lzma
from collections.abc import Iterator
from io import BufferedReader

from transforms.readers.containers import read_source, words_of
from transforms.readers.outcomes import Reading, Rejected
from transforms.readers.sources import Read, Source, Unpacked

_SUFFIXES = {".gz": "", ".bz2": "", ".xz": "", ".zst": "", ".tgz": ".tar", ".tbz2": ".tar", ".txz": ".tar", ".tzst": ".tar"}


def read_gzip(source: Source) -> Iterator[Reading | Rejected]:
    return _read_unpacked(source, gzip.GzipFile(fileobj=source.stream).read1)


def read_bzip2(source: Source) -> Iterator[Reading | Rejected]:
    return _read_unpacked(source, bz2.BZ2File(source.stream).read1)


def read_xz(source: Source) -> Iterator[Reading | Rejected]:
    return _read_unpacked(source, lzma.LZMAFile(source.stream).read1)


def read_zstd(source: Source) -> Iterator[Reading | Rejected]:
    from transforms.readers.zstd_frames import OPTIONS, zstd

    try:
        yield from _read_unpacked(source, zstd.ZstdFile(source.stream, options=OPTIONS).read1)
    except zstd.ZstdError as problem:
        raise ValueError(str(problem)) from problem


def _read_unpacked(source: Source, read: Read) -> Iterator[Reading | Rejected]:
    """What stands inside; where the packed bytes end before their end mark, a refusal behind what was read of them."""
    stream = Unpacked(read, source.account)
    for reading in read_source(source.inside(BufferedReader(stream), _name_inside(source.name), is_member=False)):
        if isinstance(reading, Rejected) and stream.cut:
            break  # that there is nothing more follows from the cut
        yield reading
    if stream.cut:
        yield Rejected("malformed", f"expected a whole compressed file, found: {words_of(stream.cut)}")


def _name_inside(name: str) -> str:
    """The name without its compression suffix."""
    for suffix, replacement in _SUFFIXES.items():
        if name.lower().endswith(suffix):
            return name[: -len(suffix)] + replacement
    return name
