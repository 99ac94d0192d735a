"""Bundling files into batches."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from flows.settings import Settings
from transforms.rows import content_id
from warehouse.load import Versions

#: Bytes that about one article takes in files that hold many.
BYTES_PER_ARTICLE = 4000
#: Suffixes of files that usually hold one article each, whatever their size.
SINGLES = frozenset((".html", ".htm", ".txt", ".md", ".markdown"))
_BLOCK = 1 << 20


@dataclass(frozen=True)
class SourceFile:
    """A file to read: where it is, how large, and the SHA-256 of its bytes."""

    path: Path
    byte_count: int
    file_id: str

    @property
    def articles_expected(self) -> int:
        """A guess, for bundling alone."""
        return 1 if self.path.suffix.lower() in SINGLES else 1 + self.byte_count // BYTES_PER_ARTICLE


@dataclass(frozen=True)
class Batch:
    """A bundle of files that is computed, staged and loaded together."""

    batch_id: str
    files: tuple[SourceFile, ...]


def hash_file(path: Path) -> SourceFile:
    """The file with the hash of its bytes, read in blocks. Raises OSError."""
    digest, size = sha256(), 0
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK):
            digest.update(block)
            size += len(block)
    return SourceFile(path, size, digest.hexdigest())


def bundle_files(files: Iterable[SourceFile], versions: Versions, settings: Settings) -> Iterator[Batch]:
    """Batches of files in the order of their ids, each aiming at `batch_articles` articles: the same files make the same batches."""
    bundle: list[SourceFile] = []
    expected = 0
    for file in sorted(files, key=lambda file: file.file_id):
        if bundle and expected + file.articles_expected > settings.batch_articles:
            yield make_batch(bundle, versions)
            bundle, expected = [], 0
        bundle.append(file)
        expected += file.articles_expected
    if bundle:
        yield make_batch(bundle, versions)


def make_batch(files: Sequence[SourceFile], versions: Versions, attempt: str = "") -> Batch:
    """A batch whose id depends on the bytes of its files and on what they are computed with, never on when or in which order.

    `attempt` tells a further try at the same files (a redrive) apart from the first."""
    ids = sorted(file.file_id for file in files)
    return Batch(content_id(*ids, versions.code_version, versions.lexicon_version, versions.tagger, versions.tier, attempt), tuple(files))
