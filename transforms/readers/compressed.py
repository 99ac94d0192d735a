"""Compressed files: gzip, bzip2, xz and Zstandard. What is inside is read as if it stood there itself."""

import bz2
import gzip
import lzma
from collections.abc import Iterator

from transforms.readers.containers import read_source
from transforms.readers.http_answers import ZSTD_WINDOW
from transforms.readers.outcomes import Reading, Rejected
from transforms.readers.sources import Readable, Source, unpacked

_SUFFIXES = {".gz": "", ".bz2": "", ".xz": "", ".zst": "", ".tgz": ".tar", ".tbz2": ".tar", ".txz": ".tar", ".tzst": ".tar"}


def read_gzip(source: Source) -> Iterator[Reading | Rejected]:
    return _read_unpacked(source, gzip.GzipFile(fileobj=source.stream))


def read_bzip2(source: Source) -> Iterator[Reading | Rejected]:
    return _read_unpacked(source, bz2.BZ2File(source.stream))


def read_xz(source: Source) -> Iterator[Reading | Rejected]:
    return _read_unpacked(source, lzma.LZMAFile(source.stream))


def read_zstd(source: Source) -> Iterator[Reading | Rejected]:
    import zstandard

    decompressor = zstandard.ZstdDecompressor(max_window_size=ZSTD_WINDOW)
    try:
        yield from _read_unpacked(source, decompressor.stream_reader(source.stream, read_across_frames=True))
    except zstandard.ZstdError as problem:
        raise ValueError(str(problem)) from problem


def _read_unpacked(source: Source, stream: Readable) -> Iterator[Reading | Rejected]:
    yield from read_source(source.inside(unpacked(stream, source.account), _name_inside(source.name), is_member=False))


def _name_inside(name: str) -> str:
    """The name without the suffix that told of the compression."""
    for suffix, replacement in _SUFFIXES.items():
        if name.lower().endswith(suffix):
            return name[: -len(suffix)] + replacement
    return name
