"""Files that hold files: archives, compressed files, web archives, mailboxes, dumps. What stands inside is read in turn.

A container is one module and one line in CONTAINERS. Nothing is unpacked to disk; names of members are told, never used as paths; what
goes wrong inside costs the rest of the container, and what was read before stands.
"""

import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from importlib import import_module
from typing import BinaryIO

from transforms.limits import DEFAULT_LIMITS, Limits
from transforms.readers import container_signs as signs
from transforms.readers.outcomes import RawArticle, Reading, Rejected
from transforms.readers.soundness import sound_article
from transforms.readers.sources import Account, LimitError, Opened, Resumption, Source

type Leaf = Callable[[bytes, str, Mapping[str, str]], Reading | Rejected]

#: What the libraries raise on bytes that are not what they seem.
BROKEN = (
    OSError, EOFError, ValueError, ArithmeticError, LookupError, RuntimeError, struct.error, zlib.error, lzma.LZMAError,
    zipfile.BadZipFile, tarfile.TarError,
)  # fmt: skip


@dataclass(frozen=True)
class Container:
    """A format that holds others: how its source shows it, and the function that reads it."""

    format: str
    recognises: Callable[[Source], bool]
    module: str
    function: str

    def read(self, source: Source) -> Iterator[Reading | Rejected]:
        readings: Iterator[Reading | Rejected] = getattr(import_module(f"transforms.readers.{self.module}"), self.function)(source)
        return readings


#: In the order in which they are asked.
CONTAINERS = (
    Container("wacz", signs.is_wacz, "wacz", "read_wacz"),
    Container("zip", signs.is_zip, "archives", "read_zip"),
    Container("gzip", signs.is_gzip, "compressed", "read_gzip"),
    Container("bzip2", signs.is_bzip2, "compressed", "read_bzip2"),
    Container("xz", signs.is_xz, "compressed", "read_xz"),
    Container("zstd", signs.is_zstd, "compressed", "read_zstd"),
    Container("tar", signs.is_tar, "archives", "read_tar"),
    Container("warc", signs.is_warc, "web_archives", "read_warc"),
    Container("arc", signs.is_arc, "web_archives", "read_arc"),
    Container("parquet", signs.is_parquet, "parquet", "read_parquet"),
    Container("arrow", signs.is_arrow, "parquet", "read_arrow"),
    Container("mbox", signs.is_mbox, "mail", "read_mbox"),
    Container("mhtml", signs.is_mhtml, "mail", "read_mhtml"),
    Container("eml", signs.is_eml, "mail", "read_eml"),
)
#: What is none of them: one file, or a dump of many articles that is too large to be held.
PLAIN = Container("plain", lambda source: True, "dumps", "read_plain")


def read_file(
    stream: BinaryIO, name: str, size: int, leaf: Leaf, mapping: Mapping[str, str], limits: Limits, resumption: Resumption | None = None
) -> Iterator[Reading | Rejected]:
    """The readings of a file of `size` bytes, with articles numbered throughout; a single Rejected if it holds nothing."""
    opened, account = Opened.of(stream), Account(limits, size, resumption)
    position, last = resumption.articles if resumption else 0, None
    for reading in read_source(Source(opened.stream, name, account, mapping, leaf, opened.head)):
        if account.is_before_resumption:
            account.readings += 1
            continue
        if isinstance(reading, Rejected):
            if last is None:  # it is the only one: whatever breaks off ends its source
                yield reading
                return
            reading = replace(last, articles=(reading,))
        account.readings += 1
        found = (replace(sound_article(article), position=position + n) for n, article in enumerate(reading.articles))
        yield replace(reading, articles=tuple(found))
        position, last = position + len(reading.articles), reading


def can_divide(stream: BinaryIO, name: str) -> bool:
    """Whether a file may be larger than one file, since it holds many: a container, or a dump that can be cut."""
    from transforms.readers.dumps import find_cut

    opened = Opened.of(stream)
    source = Source(opened.stream, name, Account(DEFAULT_LIMITS, 0), {}, _no_leaf, opened.head)
    return any(container.recognises(source) for container in CONTAINERS) or find_cut(source) is not None


def _no_leaf(data: bytes, name: str, mapping: Mapping[str, str]) -> Reading | Rejected:
    raise AssertionError("nothing is read yet")


def read_source(source: Source) -> Iterator[Reading | Rejected]:
    """The readings of a file or member; what breaks off ends with a Rejected."""
    container = next((container for container in CONTAINERS if container.recognises(source)), PLAIN)
    is_empty = True
    try:
        for reading in container.read(source):
            is_empty = False
            yield reading
    except (LimitError, *BROKEN) as problem:
        spent = source.account.refusal  # asked for here, as some libraries wrap what a stream raises under them
        if spent and source.depth:
            raise LimitError(spent) from problem  # nothing further on in the whole file can be read
        yield spent or _refusal_for(problem, container)
    else:
        if is_empty:
            yield Rejected("no_body", f"expected at least one article, found a {container.format} file without any", stage="article")


def read_member(source: Source, format_name: str, reader: str) -> Iterator[Reading]:
    """The readings of a member as readings of the container it stands in, each article with its place."""
    for reading in read_source(source):
        found = (reading,) if isinstance(reading, Rejected) else reading.articles
        yield Reading(format_name, reader, None, tuple(_placed(article, source.member) for article in found))


def refuse_member(format_name: str, reader: str, rejected: Rejected, place: str) -> Reading:
    """The reading of a container's member that cannot be read."""
    return Reading(format_name, reader, None, (replace(rejected, member=place),))


def _placed(article: RawArticle | Rejected, place: str | None) -> RawArticle | Rejected:
    return article if article.member else replace(article, member=place)


def _refusal_for(problem: BaseException, container: Container) -> Rejected:
    if isinstance(problem, LimitError):
        return problem.rejected
    return Rejected("malformed", f"expected a whole {container.format} file, found: {words_of(problem)}")


def words_of(problem: BaseException) -> str:
    return (f"{type(problem).__name__}: {problem}" if str(problem) else type(problem).__name__)[:300]
