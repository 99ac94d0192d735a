"""By what a file's bytes show its format: first bytes, structure, and the suffix where formats look alike."""

import json
import re
from dataclasses import dataclass

from transforms.readers.encodings import decode_bytes
from transforms.readers.field_names import known_fields
from transforms.readers.outcomes import Rejected

_SAMPLE_BYTES = 65_536
#: The first element, after declarations and comments.
_FIRST_TAG = re.compile(
    r"\s*(?:<\?xml[^<>]*>\s*)?(?:<!--.*?-->\s*)*<(!doctype\s+\w+|\?\w+|[a-z][\w:.-]*)\b[^<>]*>",
    re.I | re.S,
)
_HTML_TAGS = frozenset(
    "html head body title meta link style script div p span article section main header h1 h2 h3 h4 h5 h6 table ul ol blockquote a img "
    "center font form nav figure".split()
)
#: Elements of HTML that are as common in other XML.
_ANYBODYS_TAGS = frozenset("article section main header title body head meta link".split())
_MARKDOWN = re.compile(r"^(?:#{1,3} \S|---[ \t]*\n[\w-]+[ \t]*:)", re.M)
#: A message of a news wire: synchronisation, SOH, a header of printable characters and layout codes, STX (IPTC 7901, ANPA 1312).
WIRE_START = re.compile(rb"[\s\x16]*\x01[\x20-\x7e\x80-\xff\t\r\n\x10-\x14\x1e\x1f]{5,500}\x02")
#: Documents and tables that are no text and have readers: PDF, zip archives, old workbooks, SQLite, Stata.
_BINARY_STARTS = (b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"SQLite format 3\0", b"<stata_dta>")
#: Lines of comments above a value of JSON.
COMMENT_LINES = re.compile(r"\A(?:\s*//[^\n]*\n)+")
#: The beginning of a list or object, perhaps that which a script is called with or assigns.
_JSON_START = re.compile(
    r"\s*(?:\{\s*(?:\"|\})|\[\s*(?:\{|\])|(?:(?:var|let|const)\s+)?[A-Za-z_$][\w.$]*\s*(?:\(|=)\s*(?:\{\s*\"|\[\s*\{))"
)
_LINES = 20
_HEADER_CHARS, _NAME_CHARS = 500, 40
_HTML_SUFFIXES = frozenset((".html", ".htm", ".xhtml", ".shtml"))


@dataclass(frozen=True, slots=True)
class Sample:
    """The head of a file as text, its suffix in lower case, and whether the head is all of it."""

    head: str
    suffix: str
    is_whole: bool


def take_sample(data: bytes, suffix: str) -> Sample | Rejected:
    """The head of a file as text; of documents that are not text, their bytes as characters."""
    head = data[:_SAMPLE_BYTES]
    if WIRE_START.match(head) or head.lstrip().startswith(_BINARY_STARTS):
        return Sample(head.decode("latin-1"), suffix, len(head) == len(data))
    is_whole = len(head) == len(data)
    decoded = decode_bytes(head if is_whole else head[: head.rfind(b"\n") + 1] or head)
    return decoded if isinstance(decoded, Rejected) else Sample(decoded.text.lstrip("\ufeff"), suffix, is_whole)


def is_json_lines(sample: Sample) -> bool:
    """Whether the lines are JSON objects, each on its own; some that are cut off do not change that."""
    if sample.suffix in (".jsonl", ".ndjson", ".jl"):
        return True
    lines = [line for line in sample.head.split("\n", _LINES)[:_LINES] if line.strip()]
    return len(lines) > 1 and 2 * sum(map(_is_object, lines)) >= len(lines)


def _is_object(line: str) -> bool:
    if not line.lstrip().startswith("{"):
        return False
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def is_json(sample: Sample) -> bool:
    return sample.suffix == ".json" or bool(_JSON_START.match(COMMENT_LINES.sub("", sample.head, count=1)))


def is_html(sample: Sample) -> bool:
    first = _first_tag(sample)
    if first in _ANYBODYS_TAGS and (sample.suffix == ".xml" or sample.head.lstrip().startswith("<?xml")):
        return False
    if first in _HTML_TAGS or first == "!doctype html":
        return True
    return not first and sample.suffix in _HTML_SUFFIXES


def _first_tag(sample: Sample) -> str | None:
    """The name of the element a file begins with, lower case; None when it begins with words."""
    found = _FIRST_TAG.match(sample.head)
    return " ".join(found[1].lower().split()) if found else None


def is_table(sample: Sample) -> bool:
    """Whether the suffix says so, or the first line is a header that names a text and something more."""
    if sample.suffix in (".csv", ".tsv", ".tab"):
        return True
    first = sample.head.lstrip().split("\n", 1)[0].strip()
    return len(first) < _HEADER_CHARS and any(_is_header(first.split(delimiter)) for delimiter in "\t,;|" if delimiter in first)


def _is_header(names: list[str]) -> bool:
    """Whether some words name a text and something more of an article."""
    plain = [name.strip(" \"'\r") for name in names]
    fields = known_fields(plain)
    return all(len(name) < _NAME_CHARS for name in plain) and "text" in fields and (len(fields) > 1 or "id" in map(str.casefold, plain))


def is_markdown(sample: Sample) -> bool:
    return sample.suffix in (".md", ".markdown", ".mdown") or (not sample.suffix and bool(_MARKDOWN.match(sample.head)))


def is_text(sample: Sample) -> bool:
    """Whatever is left, but XML and SGML, which begin with an element and are not articles as they stand."""
    if sample.head.lstrip().startswith(("<!", "<?")):
        return False
    return not _first_tag(sample) or "</" not in sample.head
