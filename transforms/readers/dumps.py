"""What is not a container: one file, read whole; or a dump of articles beyond the size of one file (JSON Lines, a JSON list, CSV).

A dump is cut into blocks between its articles, each read like a file of its own."""

import codecs
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from io import BytesIO
from itertools import chain
from pathlib import PurePath
from typing import BinaryIO

from transforms.readers.encodings import decode_bytes, wide_codec
from transforms.readers.mediawiki import is_mediawiki
from transforms.readers.news_signs import is_atom, is_reuters_sgml, is_rss, is_wordpress_export
from transforms.readers.outcomes import Reading, Rejected
from transforms.readers.sgml_corpora import is_sgml_corpus
from transforms.readers.signs import Sample, is_json, is_json_lines, is_table, take_sample
from transforms.readers.sources import Source, read_full
from transforms.readers.table_rows import Dialect, find_dialect, lines_of, rows_of

NAME = "dumps"
#: Bytes read at a time: some thousand articles, which take some 40 MB of memory while they are parsed.
BLOCK_BYTES = 4 << 20
#: What stands before the items of a list: nothing, or the head of an object that holds it.
_LIST_START = re.compile(r'\s*(?:\[|\{.*?"(?:articles|items|documents|docs|results|records|data|rows|value)"\s*:\s*\[)(?=\s*[{\]])', re.S)


def read_plain(source: Source) -> Iterator[Reading | Rejected]:
    """One file as it is; a dump in blocks when it is more than one file may have."""
    start = read_full(source.stream, source.limits.file_bytes + 1)
    if len(start) <= source.limits.file_bytes:
        yield source.read_as(source.name, start)
        return
    cut = find_cut(source)
    if cut is None:
        detail = f"expected at most {source.limits.file_bytes:,} bytes, found more; split it or raise --limit file_bytes=NUMBER"
        yield Rejected("too_large", detail)
        return
    format_name, cut_blocks = cut
    longest, wide = source.limits.line_bytes, wide_codec(source.head)
    parts = _parts(min(BLOCK_BYTES, longest), BytesIO(start), source.stream)
    del start
    for block in cut_blocks(_narrowed(parts, wide) if wide else parts, longest):
        if isinstance(block, bytes) and not block.strip():
            continue
        found = block if isinstance(block, Rejected) else source.read_as(f"block.{format_name}", block)
        articles = (found,) if isinstance(found, Rejected) else found.articles
        yield Reading(format_name, NAME, None if isinstance(found, Rejected) else wide or found.encoding, articles)


def find_cut(source: Source) -> tuple[str, "Cut"] | None:
    """The format of a dump and how it is cut; None when it is none."""
    sample = take_sample(source.head, PurePath(source.name).suffix.lower())
    if not isinstance(sample, Sample):
        return None
    for elements in _ELEMENTS:
        if elements.recognises(sample):
            return elements.format, partial(cut_elements, elements=elements)
    if is_json_lines(sample):
        return "jsonl", cut_lines
    if is_json(sample) and _LIST_START.match(sample.head):
        return "json", cut_list
    return ("csv", partial(cut_rows, mapping=source.mapping)) if is_table(sample) else None


def _parts(size: int, *streams: BinaryIO) -> Iterator[bytes]:
    for stream in streams:
        while part := stream.read(size):
            yield part


def _narrowed(parts: Iterable[bytes], codec: str) -> Iterator[bytes]:
    """Text of two or four bytes a character as UTF-8."""
    decoder = codecs.getincrementaldecoder(codec)("replace")
    for part in parts:
        yield decoder.decode(part).removeprefix("\ufeff").encode("utf-8", "replace")


@dataclass(frozen=True)
class _Elements:
    """A format whose articles are elements: how it is known, their start and end tags, and what closes the file."""

    format: str
    recognises: Callable[[Sample], bool]
    start: bytes
    end: bytes
    tail: bytes = b""


_ELEMENTS = (
    _Elements("mediawiki", is_mediawiki, b"<page>", b"</page>", b"</mediawiki>"),
    _Elements("sgml_corpus", is_sgml_corpus, b"<DOC", b"</DOC>"),
    _Elements("reuters_sgml", is_reuters_sgml, b"<REUTERS", b"</REUTERS>"),
    _Elements("wxr", is_wordpress_export, b"<item>", b"</item>", b"</channel></rss>"),
    _Elements("rss", is_rss, b"<item>", b"</item>", b"</channel></rss>"),
    _Elements("atom", is_atom, b"<entry>", b"</entry>", b"</feed>"),
)


def cut_elements(parts: Iterable[bytes], longest: int, elements: _Elements) -> Iterator[bytes | Rejected]:
    """Blocks of whole elements, each under the head of the file and closed as that is; what follows the last is no article."""
    parts = iter(parts)
    first = next(parts, b"")
    start = max(first.find(elements.start), 0)
    for block in _cut(chain((first[start:],), parts), longest, lambda pending: _elements_end(pending, elements.end)):
        if isinstance(block, Rejected) or elements.start in block:
            yield block if isinstance(block, Rejected) else first[:start] + block + (elements.tail if elements.end in block else b"")


def _elements_end(pending: bytes, end: bytes) -> int:
    place = pending.rfind(end)
    return place + len(end) if place >= 0 else 0


type Cut = Callable[[Iterable[bytes], int], Iterator[bytes | Rejected]]


def cut_lines(parts: Iterable[bytes], longest: int) -> Iterator[bytes | Rejected]:
    """Blocks of whole lines; a line longer than `longest` is skipped, with a refusal in its place."""
    return _cut(parts, longest, lambda pending: pending.rfind(b"\n") + 1)


def cut_rows(parts: Iterable[bytes], longest: int, mapping: Mapping[str, str] | None = None) -> Iterator[bytes | Rejected]:
    """Blocks of whole rows of CSV, each under the header; a line end inside quotes ends no row."""
    parts = iter(parts)
    first = next(parts, b"")
    decoded = decode_bytes(first)
    if isinstance(decoded, Rejected):
        yield decoded
        return
    dialect = find_dialect(decoded.text, mapping or {})
    header = _bytes_of(_lines(first)[: dialect.header_lines])
    rows = replace(dialect, header_lines=0)
    for block in _cut(chain((first[len(header) :],), parts), longest, lambda pending: _rows_end(pending, rows, longest)):
        yield block if isinstance(block, Rejected) else header + block


def _lines(data: bytes) -> list[str]:
    """Lines of bytes as characters of the same codes, which can be made bytes again."""
    return lines_of(data.decode("latin-1"))


def _bytes_of(lines: Iterable[str]) -> bytes:
    return "".join(lines).encode("latin-1")


def _rows_end(pending: bytes, dialect: Dialect, longest: int) -> int:
    """The end of the last whole row; of what is longer than a row may be, the end of the rows that are made of it."""
    lines = _lines(pending)
    end = max((row.end for row in rows_of(lines, dialect, is_whole=False)), default=0)
    if not end and len(pending) > longest:
        end = next((row.end for row in rows_of(lines, dialect)), 0)
    return sum(map(len, lines[:end]))


def _cut(parts: Iterable[bytes], longest: int, find_end: Callable[[bytes], int]) -> Iterator[bytes | Rejected]:
    pending, is_skipping = b"", False
    for part in parts:
        if is_skipping:
            line_end = part.find(b"\n") + 1
            if not line_end:
                continue
            part, is_skipping = part[line_end:], False
        pending += part
        end = find_end(pending)
        if end:
            yield pending[:end]
            pending = pending[end:]
        elif len(pending) > longest:
            yield Rejected(
                "too_large", f"expected lines of at most {longest:,} bytes, found a longer one; raise it with --limit line_bytes=NUMBER"
            )
            # the line may have ended inside what was read, where only quotes hid its end
            line_end = pending.find(b"\n", longest) + 1
            pending, is_skipping = (pending[line_end:], False) if line_end else (b"", True)
    if pending:
        yield pending


def cut_list(parts: Iterable[bytes], longest: int) -> Iterator[bytes | Rejected]:
    """Blocks of whole items of a JSON list, each a list of its own."""
    decode, decoder = codecs.getincrementaldecoder("utf-8-sig")("replace").decode, json.JSONDecoder(strict=False)
    pending, is_begun = "", False
    for part in parts:
        pending += decode(part)
        if not is_begun:
            found = _LIST_START.match(pending)
            pending, is_begun = pending[found.end() if found else 0 :], True
        end = _items_end(pending, decoder)
        if end:
            yield f"[{pending[:end]}]".encode()
            pending = pending[end:].lstrip().removeprefix(",")
        elif len(pending) > longest:
            yield Rejected(
                "malformed", f"expected the items of a list within {longest:,} characters each, found {pending[:60]!r} from there on"
            )
            return
    rest = pending.strip().removesuffix("]")
    if rest.strip() and not rest.startswith("]"):
        yield f"[{rest}]".encode()


def _items_end(text: str, decoder: json.JSONDecoder) -> int:
    """Where the last whole item ends."""
    end = at = 0
    while at < len(text):
        while at < len(text) and text[at] in " \t\r\n,":
            at += 1
        try:
            _, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            break
        end = at
    return end
