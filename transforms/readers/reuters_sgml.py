"""The SGML of Reuters-21578 (https://archive.ics.uci.edu/dataset/137): many articles of 1987 a file.

Each stands between <REUTERS> and </REUTERS>. There is no SGML parser for it in Python and its elements do not nest: patterns do.
"""

import re
from collections.abc import Mapping
from html import unescape

from transforms.readers.encodings import decode_bytes
from transforms.readers.outcomes import RawArticle, Reading, Rejected
from transforms.readers.sgml_records import read_records
from transforms.readers.wire_messages import without_controls

NAME = "reuters_sgml"
_START = re.compile(r"<REUTERS\b[^<>]*>", re.I)
_END = re.compile(r"</REUTERS\s*>", re.I)
_PART_NAMES = ("DATE", "TITLE", "AUTHOR", "DATELINE", "BODY", "TEXT")
_PART = {name: (re.compile(rf"<{name}\b[^<>]*>", re.I), re.compile(rf"</{name}\s*>", re.I)) for name in _PART_NAMES}
_TYPE = re.compile(r"<TEXT\s[^<>]*TYPE\s*=\s*\"?(\w+)", re.I)
_DATE = re.compile(r"(?P<day>\d{1,2})-(?P<month>[A-Z]{3})-(?P<year>\d{4})(?:\s+(?P<hour>\d{1,2}):(?P<minute>\d{2})(?=[:\s]|$))?", re.I)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_SIGNATURE = re.compile(r"\s*\breuters?[\s.]*$", re.I)
_FOOT_CHARS = 100
_TAGS = re.compile(r"<[^<>]*>")


def read_reuters_sgml(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """The articles of a file of Reuters SGML."""
    decoded = decode_bytes(data, "cp1252")
    if isinstance(decoded, Rejected):
        return decoded
    return Reading(NAME, NAME, decoded.encoding, tuple(read_records(decoded.text, _START, _END, "</REUTERS>", _article_of)))


def _article_of(_start: re.Match[str], markup: str, position: int) -> RawArticle | Rejected:
    parts = {name: words for name in _PART_NAMES if (words := _part(markup, name)) is not None}
    title = " ".join(parts.get("TITLE", "").split()).strip("* ") or None
    kind = _TYPE.search(markup)
    if kind and kind[1].upper() == "BRIEF":
        return Rejected("no_body", f"expected an article, found a brief, which is only a headline: {title!r}", position, "article")
    printed = parts.get("BODY") or (parts.get("TEXT", "") if "BODY" not in parts else "")
    text = _paragraphs(f"{parts.get('DATELINE', '').rstrip()} {printed}" if "BODY" in parts else printed)
    if not text:
        return Rejected("no_body", f"expected an article, found only a headline: {title!r}", position, "article")
    first, _, rest = text.partition("\n\n")
    if not title and rest and first.isupper() and "\n" not in first:  # what was stored unprocessed has its headline in the text
        title, text = first, rest
    published = _published(parts.get("DATE", ""))
    return RawArticle(
        text=text,
        position=position,
        title=title,
        published_at=published,
        authors=(" ".join(parts["AUTHOR"].split()),) if parts.get("AUTHOR") else (),
        outlet="Reuters",
        language="en",
    )


def _part(markup: str, name: str) -> str | None:
    """The words of an element. Its end is looked for once: a pattern for both would search on from every start of a broken file."""
    start_tag, end_tag = _PART[name]
    start = start_tag.search(markup)
    end = end_tag.search(markup, start.end()) if start else None
    return _words(markup[start.end() : end.start()]) if start and end else None


def _words(markup: str) -> str:
    return without_controls(unescape(_TAGS.sub("", markup)).replace("\r", ""))


def _paragraphs(text: str) -> str:
    """Paragraphs are indented by four spaces, their lines cut at a fixed width; lines of tables are indented by one."""
    blocks: list[str] = []
    text = text.strip("\n ")
    for line in (text[:-_FOOT_CHARS] + _SIGNATURE.sub("", text[-_FOOT_CHARS:])).split("\n"):
        words = line.strip()
        if blocks and words and not line.startswith(" "):
            blocks[-1] += f" {words}"
        elif blocks and words and not line.startswith("    "):
            blocks[-1] += f"\n{words}"
        elif words:
            blocks.append(words)
    return "\n\n".join(blocks)


def _published(printed: str) -> str | None:
    found = _DATE.search(printed)
    if not found or found["month"].lower() not in _MONTHS:
        return None
    day = f"{found['year']}-{_MONTHS.index(found['month'].lower()) + 1:02}-{int(found['day']):02}"
    return f"{day}T{int(found['hour']):02}:{found['minute']}Z" if found["hour"] else day
