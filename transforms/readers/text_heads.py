"""Heads of plain texts: lines "Key: value" that name fields of ours in any language, and the article under them."""

import re
from collections.abc import Mapping

from transforms.readers.field_names import known_fields
from transforms.readers.outcomes import RawArticle

HEADER = re.compile(r"(?P<key>[^\W\d_][\w '’-]{0,24}?)\s*:(?:\s+(?P<value>\S.*))?")
_MOST_HEADERS = 20
#: An outlet with its day and page ("Der Bote vom 24.04.2023, S. 4"), as German databases print it.
_ISSUE = re.compile(r"(?P<outlet>[^\n]{2,60}?),? (?:vom|du|van|del) (?P<day>\d{1,2}\.\d{1,2}\.\d{4})(?:[,;(].*)?")


def split_headers(text: str) -> tuple[dict[str, str], str]:
    """Fields named in lines "Key: value" at the head of a text, and the rest; nothing is taken unless two lines or a blank line show that
    these are headers and not the first words of an article."""
    lines = text.lstrip("\ufeff\r\n").split("\n", _MOST_HEADERS)
    fields: dict[str, str] = {}
    end = 0
    for number, line in enumerate(lines[:_MOST_HEADERS]):
        found = HEADER.fullmatch(line.strip())
        field = field_of(found["key"]) if found else None
        if found and field == "text" and fields:
            return fields, "\n".join([found["value"] or "", *lines[number + 1 :]])
        if found and field and field != "text" and field not in fields and found["value"]:
            fields[field], end = found["value"].strip(), number + 1
        elif not line.strip():
            return (fields, "\n".join(lines[number:])) if fields else ({}, text)
        elif not found:
            break
    return (fields, "\n".join(lines[end:])) if len(fields) > 1 else ({}, text)


def field_of(key: str) -> str | None:
    """The field of ours that a header names, in any language in which it is known."""
    return next(iter(known_fields([key])), None)


def article_of(fields: Mapping[str, str], body: str, position: int = 0) -> RawArticle:
    """An article from header fields and its text."""
    issue = _ISSUE.fullmatch(fields.get("outlet", ""))
    if issue:
        fields = {"published_at": issue["day"], **fields, "outlet": issue["outlet"]}
    return RawArticle(
        text=body,
        position=position,
        title=fields.get("title"),
        published_at=fields.get("published_at"),
        authors=tuple(name for name in (fields.get("authors"),) if name),
        outlet=fields.get("outlet"),
        url=fields.get("url"),
        language=fields.get("language"),
    )
