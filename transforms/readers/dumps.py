"""What is no container: one file, read whole; or a dump of articles beyond the size of one file (JSON Lines, a JSON list, CSV).

A dump is cut into blocks between its articles, each read like a file of its own."""

import codecs
import json
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from pathlib import PurePath
from typing import BinaryIO

from transforms.readers.outcomes import Reading, Rejected
from transforms.readers.signs import Sample, is_json, is_json_lines, is_table, take_sample
from transforms.readers.sources import Source, read_full

NAME = "dumps"
#: Bytes read at a time: some thousand articles, which take some 40 MB of memory while they are parsed.
BLOCK_BYTES = 4 << 20
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)


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
    longest = source.limits.line_bytes
    for block in cut_blocks(_parts(min(BLOCK_BYTES, longest), BytesIO(start), source.stream), longest):
        if isinstance(block, bytes) and not block.strip():
            continue
        found = block if isinstance(block, Rejected) else source.read_as(f"block.{format_name}", block)
        articles = (found,) if isinstance(found, Rejected) else found.articles
        yield Reading(format_name, NAME, None if isinstance(found, Rejected) else found.encoding, articles)


def find_cut(source: Source) -> tuple[str, "Cut"] | None:
    """The format of a dump and how it is cut; None when it is none."""
    sample = take_sample(source.head, PurePath(source.name).suffix.lower())
    if not isinstance(sample, Sample) or source.head.startswith(_WIDE_MARKS):
        return None
    if is_json_lines(sample):
        return "jsonl", cut_lines
    if is_json(sample) and sample.head.lstrip().startswith("["):
        return "json", cut_list
    return ("csv", cut_rows) if is_table(sample) else None


def _parts(size: int, *streams: BinaryIO) -> Iterator[bytes]:
    for stream in streams:
        while part := stream.read(size):
            yield part


type Cut = Callable[[Iterable[bytes], int], Iterator[bytes | Rejected]]


def cut_lines(parts: Iterable[bytes], longest: int) -> Iterator[bytes | Rejected]:
    """Blocks of whole lines; a line longer than `longest` is passed over, with a refusal in its place."""
    return _cut(parts, longest, lambda pending: pending.rfind(b"\n") + 1)


def cut_rows(parts: Iterable[bytes], longest: int) -> Iterator[bytes | Rejected]:
    """Blocks of whole rows of CSV, each under the header; a line end inside quotes ends no row."""
    header = b""
    for block in _cut(parts, longest, _row_end):
        if header or isinstance(block, Rejected):
            yield block if isinstance(block, Rejected) else header + block
            continue
        end = next(end for end in _line_ends(block) if block.count(b'"', 0, end) % 2 == 0)
        header = block[:end]
        yield block


def _line_ends(block: bytes) -> Iterator[int]:
    end = 0
    while end := block.find(b"\n", end) + 1:
        yield end
    yield len(block)


def _row_end(pending: bytes) -> int:
    """The end of the last row: the last line end before which the quotes pair up."""
    end, quotes = len(pending), pending.count(b'"')
    while line_end := pending.rfind(b"\n", 0, end) + 1:
        quotes -= pending.count(b'"', line_end, end)
        if quotes % 2 == 0:
            return line_end
        end = line_end - 1
    return 0


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
            pending, is_begun = pending.lstrip()[1:], True
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
    if rest.strip():
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
