"""Bundling files into batches."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from flows.mirror import address_of
from flows.settings import Settings
from transforms.readers.outcomes import FileReading, Reading
from transforms.rows import content_id
from warehouse.load import Versions

#: Bytes that about one article takes in files that hold many, plain and compressed.
BYTES_PER_ARTICLE = 4000
BYTES_PER_PACKED_ARTICLE = 1000
PACKED = frozenset(".zip .gz .tgz .bz2 .tbz2 .xz .txz .zst .tzst .parquet".split())
#: Suffixes of files that hold one article each, whatever their size; and of those that do when they are small.
DOCUMENTS = frozenset(".pdf .docx .odt .rtf .eml .mht .mhtml".split())
PAGES = frozenset(".html .htm .xhtml .txt .md .markdown".split())
PAGE_BYTES = 1_000_000
#: Bytes of the files of one batch, unless one file alone has more: what is analysed together is held in memory together.
BATCH_BYTES = 4_000_000
_BLOCK = 1 << 20


@dataclass(frozen=True)
class SourceFile:
    """A file to read: its path as given, its size, and the SHA-256 of its bytes. `place`: its absolute path, for a worker
    that stands in another folder. `address`: of a copy, for a worker on a machine that has none."""

    path: Path
    byte_count: int
    file_id: str
    place: Path | None = None
    address: str | None = None

    @property
    def articles_expected(self) -> int:
        """An estimate, only for bundling."""
        suffix = self.path.suffix.lower()
        if suffix in DOCUMENTS or (suffix in PAGES and self.byte_count <= PAGE_BYTES):
            return 1
        return 1 + self.byte_count // (BYTES_PER_PACKED_ARTICLE if suffix in PACKED else BYTES_PER_ARTICLE)


@dataclass(frozen=True)
class Batch:
    """A bundle of files that is computed and loaded together; or articles that are read already: a part of one file, or stored ones.

    given: where these articles are (see `flows.given`) · first_position, last_position: of a part, the articles of its file that it holds.
    """

    batch_id: str
    files: tuple[SourceFile, ...]
    given: Path | None = None
    first_position: int | None = None
    last_position: int | None = None

    @property
    def is_part(self) -> bool:
        return self.first_position is not None


def hash_file(path: Path) -> SourceFile:
    """The file with the hash of its bytes, read in blocks. Raises OSError."""
    digest, size = sha256(), 0
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK):
            digest.update(block)
            size += len(block)
    return SourceFile(path, size, digest.hexdigest(), Path(os.path.abspath(path)), address_of(path))  # noqa: PTH100 - resolve() would follow links


def part_large(files: Iterable[SourceFile], settings: Settings) -> tuple[list[SourceFile], list[SourceFile]]:
    """(files to be bundled, files that may hold more articles than a batch aims at: these are read in parts), in the order of their ids."""
    ordered = sorted(files, key=lambda file: file.file_id)
    large = [file for file in ordered if file.articles_expected > settings.articles_a_batch]
    return [file for file in ordered if file.articles_expected <= settings.articles_a_batch], large


def bundle_files(files: Iterable[SourceFile], versions: Versions, settings: Settings) -> Iterator[Batch]:
    """Batches of files in the order of their ids, each aiming at `batch_articles` articles: the same files make the same batches."""
    bundle: list[SourceFile] = []
    expected = size = 0
    for file in sorted(files, key=lambda file: file.file_id):
        if bundle and (expected + file.articles_expected > settings.articles_a_batch or size + file.byte_count > BATCH_BYTES):
            yield make_batch(bundle, versions)
            bundle, expected, size = [], 0, 0
        bundle.append(file)
        expected += file.articles_expected
        size += file.byte_count
    if bundle:
        yield make_batch(bundle, versions)


def make_batch(files: Sequence[SourceFile], versions: Versions, attempt: str = "") -> Batch:
    """A batch whose id depends on the bytes of its files and on what they are computed with, never on when or in which order.

    `attempt` tells a further try at the same files (a redrive) apart from the first."""
    ids = sorted(file.file_id for file in files)
    return Batch(content_id(*ids, versions.code_version, versions.lexicon_version, versions.tagger, versions.tier, attempt), tuple(files))


def make_part(file: SourceFile, part: FileReading, first_position: int, versions: Versions, attempt: str = "") -> Batch:
    """A batch of some articles of one file, which is read in the same parts each time; its id depends on the file and on which they are.

    It is not given the articles yet."""
    assert isinstance(part.reading, Reading)
    whole, count = make_batch([file], versions, attempt), len(part.reading.articles)
    batch_id = content_id(whole.batch_id, first_position, count)
    return Batch(batch_id, (file,), first_position=first_position, last_position=first_position + count - 1)
