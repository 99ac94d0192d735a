"""Plain text: one article a file; headers such as "Title:" and "Date:" at its head are taken as such."""

import re
from collections.abc import Mapping

from transforms.readers.encodings import Decoded, decode_bytes
from transforms.readers.field_names import known_fields
from transforms.readers.outcomes import RawArticle, Reading, Rejected

NAME = "text"
_HEADER = re.compile(r"(?P<key>[^\W\d_][\w '’-]{0,24})\s*:(?:\s+(?P<value>\S.*))?")
_MOST_HEADERS = 20
#: What the corpus of CNN and the Daily Mail puts behind the text of its stories.
_HIGHLIGHTS = re.compile(r"\n@highlight[ \t\r]*\n.*", re.S)


def read_text(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """One article from plain text in any encoding."""
    decoded = decode_bytes(data)
    if isinstance(decoded, Rejected):
        return decoded
    return read_decoded(decoded)


def read_decoded(decoded: Decoded) -> Reading:
    fields, body = split_headers(_HIGHLIGHTS.sub("", decoded.text))
    return Reading(NAME, NAME, decoded.encoding, (article_of(fields, body),))


def split_headers(text: str) -> tuple[dict[str, str], str]:
    """Fields named in lines "Key: value" at the head of a text, and the rest; nothing is taken unless two lines or a blank line show that
    these are headers and not the first words of an article."""
    lines = text.lstrip("\ufeff\r\n").split("\n", _MOST_HEADERS)
    fields: dict[str, str] = {}
    end = 0
    for number, line in enumerate(lines[:_MOST_HEADERS]):
        found = _HEADER.fullmatch(line.strip())
        field = _field_of(found["key"]) if found else None
        if found and field == "text" and fields:
            return fields, "\n".join([found["value"] or "", *lines[number + 1 :]])
        if found and field and field != "text" and field not in fields and found["value"]:
            fields[field], end = found["value"].strip(), number + 1
        elif not line.strip():
            return (fields, "\n".join(lines[number:])) if fields else ({}, text)
        elif not found:
            break
    return (fields, "\n".join(lines[end:])) if len(fields) > 1 else ({}, text)


def _field_of(key: str) -> str | None:
    """The field of ours that a header names, in any language in which it is known."""
    return next(iter(known_fields([key])), None)


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
