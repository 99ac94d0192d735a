"""Web archives: WARC (ISO 28500) and its forerunner ARC (https://archive.org/web/researcher/ArcFileFormat.php).

Answers that are HTML pages go to the reader of HTML with the address and the character set of the record. When a record was made is the day
of the crawl, which is not a day of publication, and is not used. Everything else is counted, and told by kind at the end."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from transforms.readers.encodings import decode_bytes
from transforms.readers.http_answers import Answer, read_answer, read_content_type
from transforms.readers.outcomes import RawArticle, Reading, Rejected
from transforms.readers.sources import Source, read_full
from transforms.readers.warc_records import read_records

NAME = "web_archives"
_PAGES = frozenset(("text/html", "application/xhtml+xml", "application/xhtml"))
_WANTED = ("response", "resource", "conversion")
_ARC_LINE_BYTES = 8192
#: Fields of a record's first line after the address, by version.
_ARC_FIELDS = {b"1": 4, b"2": 9}


@dataclass
class _Others:
    """What stands in an archive besides pages: how many of each kind, and the address of the first."""

    counts: Counter[str] = field(default_factory=Counter)
    firsts: dict[str, str] = field(default_factory=dict)

    def add(self, kind: str, address: str) -> None:
        self.counts[kind] += 1
        self.firsts.setdefault(kind, address)

    def refusals(self, place: Source) -> Iterator[Rejected]:
        for kind in sorted(self.counts):
            detail = f"expected an HTML page, found {kind} ({self.counts[kind]:,} records)"
            yield Rejected("no_article", detail, member=place.place(self.firsts[kind]))


def read_warc(source: Source) -> Iterator[Reading | Rejected]:
    """The pages of a WARC file."""
    others, kinds = _Others(), Counter[str]()
    for record in read_records(source.stream, source.limits.file_bytes):
        if isinstance(record, Rejected):
            yield Reading("warc", NAME, None, (record,))
            continue
        kinds[record.kind] += 1
        if record.kind not in _WANTED:
            continue
        address = record.address
        if record.is_too_large:
            others.add(f"more than {source.limits.file_bytes:,} bytes", address)
        elif record.kind == "response" and not address.startswith("dns:"):
            yield from _read_answer(source, "warc", address, record.data, others)
        else:
            content_type, charset = read_content_type(record.fields.get("content-type", ""))
            is_text = record.kind == "conversion" and content_type == "text/plain"
            yield from _read_page(source, "warc", address, Answer(200, content_type, charset, record.data), others, is_text)
    yield from _tell_others(source, "warc", others)
    if not any(kinds[kind] for kind in _WANTED):
        found = ", ".join(f"{count:,} {kind}" for kind, count in sorted(kinds.items()))
        yield Rejected("no_body", f"expected records with pages, found {found or 'no records'}", stage="article")


def read_arc(source: Source) -> Iterator[Reading | Rejected]:
    """The pages of an ARC file."""
    others, version, is_first = _Others(), b"1", True
    while line := source.stream.readline(_ARC_LINE_BYTES):
        if not line.strip():
            continue
        address, content_type, size = _read_arc_line(line, version)
        if size > source.limits.file_bytes:
            raise ValueError(f"a record of {size:,} bytes")
        data = read_full(source.stream, size)
        if is_first:  # it describes the file: "1 0 Name" says its version
            version, is_first = data[:1] if data[:1] in _ARC_FIELDS else b"1", False
        elif data.startswith(b"HTTP/"):
            yield from _read_answer(source, "arc", address, data, others)
        else:
            yield from _read_page(source, "arc", address, Answer(200, content_type, None, data), others)
        if len(data) < size:
            raise ValueError(f"the end inside a record of {size:,} bytes")
    yield from _tell_others(source, "arc", others)


def _read_arc_line(line: bytes, version: bytes) -> tuple[str, str, int]:
    """Address, type and length from the first line of a record; the address may hold spaces. Raises ValueError."""
    fields = line.decode("utf-8", "replace").strip().rsplit(" ", _ARC_FIELDS[version])
    if len(fields) < 5 or not re.fullmatch(r"\d{1,12}", fields[-1]):
        raise ValueError(f"a record that begins {line[:80]!r}")
    return fields[0], fields[3].lower(), int(fields[-1])


def _read_answer(source: Source, format_name: str, address: str, data: bytes, others: _Others) -> Iterator[Reading]:
    answer = read_answer(data, source.account)
    if isinstance(answer, Rejected):
        yield Reading(format_name, NAME, None, (replace(answer, member=source.place(address)),))
    elif not 200 <= answer.status < 300:
        others.add(f"the answer {answer.status}", address)
    else:
        yield from _read_page(source, format_name, address, answer, others)


def _read_page(source: Source, format_name: str, address: str, page: Answer, others: _Others, is_text: bool = False) -> Iterator[Reading]:
    """The article of one page, or its refusal."""
    if page.content_type not in _PAGES and not is_text:
        others.add(page.content_type or "no type", address)
        return
    place = source.place(address)
    decoded = decode_bytes(page.body, page.charset) if page.charset and page.body.strip() else None
    if isinstance(decoded, Rejected):
        found: Reading | Rejected = decoded
    else:
        # with a mark at its head no later guess at the encoding can differ
        body = b"\xef\xbb\xbf" + decoded.text.encode("utf-8", "replace") if decoded else page.body
        found = source.read_as("page.txt" if is_text else "page.html", body)
    articles = (found,) if isinstance(found, Rejected) else found.articles
    yield Reading(format_name, NAME, None, tuple(_of_page(article, place, address) for article in articles))


def _of_page(article: RawArticle | Rejected, place: str, address: str) -> RawArticle | Rejected:
    if isinstance(article, Rejected):
        return replace(article, member=place)
    return replace(article, member=place, url=article.url or (address if "://" in address else None))


def _tell_others(source: Source, format_name: str, others: _Others) -> Iterator[Reading]:
    refusals = tuple(others.refusals(source))
    if refusals:
        yield Reading(format_name, NAME, None, refusals)
