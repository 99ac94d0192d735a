"""Plain text: one article a file; headers such as "Title:" and "Date:" at its head are taken as such."""

import re
from collections.abc import Mapping

from transforms.readers.encodings import Decoded, decode_bytes
from transforms.readers.outcomes import RawArticle, Reading, Rejected

NAME = "text"
_HEADER = re.compile(r"(?P<key>[A-Za-z][A-Za-z _-]{1,20})\s*:\s*(?P<value>\S.*)")
#: Header words, lower case, and the field of RawArticle that they fill.
_FIELDS = {
    "title": "title", "headline": "title",
    "date": "published_at", "published": "published_at", "publication date": "published_at", "published at": "published_at",
    "author": "authors", "authors": "authors", "byline": "authors", "by": "authors",
    "source": "outlet", "outlet": "outlet", "publication": "outlet", "publisher": "outlet", "newspaper": "outlet",
    "url": "url", "link": "url",
    "language": "language",
}  # fmt: skip


def read_text(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """One article from plain text in any encoding."""
    decoded = decode_bytes(data)
    if isinstance(decoded, Rejected):
        return decoded
    return read_decoded(decoded)


def read_decoded(decoded: Decoded) -> Reading:
    fields, body = split_headers(decoded.text)
    return Reading(NAME, NAME, decoded.encoding, (article_of(fields, body),))


def split_headers(text: str) -> tuple[dict[str, str], str]:
    """Fields named in lines "Key: value" at the head of a text, and the rest; nothing is taken unless two lines or a blank line show that
    these are headers and not the first words of an article."""
    lines = text.lstrip("\ufeff\r\n").split("\n", 20)
    fields: dict[str, str] = {}
    for number, line in enumerate(lines):
        found = _HEADER.fullmatch(line.strip())
        field = _FIELDS.get(found["key"].strip().lower()) if found else None
        if not found or not field or field in fields:
            is_closed = not line.strip()
            return (fields, "\n".join(lines[number:])) if fields and (is_closed or len(fields) > 1) else ({}, text)
        fields[field] = found["value"].strip()
    return {}, text


def article_of(fields: Mapping[str, str], body: str, position: int = 0) -> RawArticle:
    """An article from header fields and its text."""
    return RawArticle(
        text=body,
        position=position,
        title=fields.get("title"),
        published_at=fields.get("published_at"),
        published_from="metadata" if "published_at" in fields else None,
        authors=tuple(name for name in (fields.get("authors"),) if name),
        outlet=fields.get("outlet"),
        url=fields.get("url"),
        language=fields.get("language"),
    )
