"""Bundling files into batches, and the work of one batch: read, normalise, annotate, gate, stage. Knows nothing of Prefect or DuckDB files,
so that any worker (thread, process, Dask) can do it."""

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from flows.settings import Settings
from transforms.rows import content_id

#: Bytes that about one article takes in files that hold many.
BYTES_PER_ARTICLE = 4000
#: Suffixes of files that usually hold one article each, whatever their size.
SINGLES = frozenset((".html", ".htm", ".txt", ".md", ".markdown"))


@dataclass(frozen=True)
class SourceFile:
    """A file to read: where it is, how large, and the hash of its bytes."""

    path: Path
    byte_count: int
    file_id: str

    @property
    def articles_expected(self) -> int:
        """A guess, for bundling alone."""
        return 1 if self.path.suffix.lower() in SINGLES else 1 + self.byte_count // BYTES_PER_ARTICLE


@dataclass(frozen=True)
class Versions:
    """What a batch's rows depend on besides its files."""

    code: str
    lexicon: str
    tagger: str


@dataclass(frozen=True)
class Batch:
    """A bundle of files that is computed, staged and loaded together."""

    batch_id: str
    files: tuple[SourceFile, ...]


def bundle_files(files: Iterable[SourceFile], versions: Versions, settings: Settings) -> Iterator[Batch]:
    """Batches of files in the order of their ids, each aiming at `settings.batch_articles` articles; the same files make the same batches."""
    bundle: list[SourceFile] = []
    expected = 0
    for file in sorted(files, key=lambda file: file.file_id):
        if bundle and expected + file.articles_expected > settings.batch_articles:
            yield make_batch(bundle, versions, settings)
            bundle, expected = [], 0
        bundle.append(file)
        expected += file.articles_expected
    if bundle:
        yield make_batch(bundle, versions, settings)


def make_batch(files: Sequence[SourceFile], versions: Versions, settings: Settings) -> Batch:
    """A batch whose id depends on the bytes of its files and on what they are computed with, never on when or in which order."""
    ids = sorted(file.file_id for file in files)
    return Batch(content_id(*ids, versions.code, versions.lexicon, versions.tagger, settings.tier), tuple(files))


def hash_file(path: Path) -> str:
    """SHA-256 of a file's bytes, hexadecimal; read in blocks of 1 MiB. Raises OSError."""
    digest = sha256()
    with path.open("rb") as stream:
        while block := stream.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()
