"""Records of named fields (JSON objects, CSV rows) as articles: what each field holds, by the user's mapping or by the names dumps use."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from transforms.readers.markup import has_markup, text_of_markup
from transforms.readers.outcomes import RawArticle, Rejected

type Record = Mapping[str, Any]

FIELDS = ("title", "text", "published_at", "authors", "outlet", "url", "language")
#: Names under which dumps keep each field, letters and digits only, best first.
_KNOWN: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline", "articletitle", "titletext", "heading", "subject", "headlinemain", "webtitle", "name", "hl"),
    "text": (
        "text", "body", "content", "maintext", "articletext", "fulltext", "articlebody", "bodytext", "contenttext", "plaintext",
        "cleanedtext", "cleantext", "rawtext", "storytext", "articlecontent", "contents", "story", "article", "contenthtml", "bodyhtml",
        "html", "paragraphs", "bodyparagraphs", "texte", "inhalt", "cuerpo",
    ),
    "published_at": (
        "publishedat", "datepublished", "publishdate", "publisheddate", "publicationdate", "pubdate", "datepublish", "published",
        "firstpublished", "firstpublicationdate", "webpublicationdate", "publishtime", "publishedtime", "publishedon",
        "versioncreated", "firstcreated", "seendate", "date", "datetime", "timestamp", "time", "createdat", "created", "dct", "day",
    ),
    "authors": ("authors", "author", "byline", "bylines", "creator", "dccreator", "writers", "writer", "by", "journalist"),
    "outlet": (
        "outlet", "source", "sourcename", "publisher", "publication", "newspaper", "sitename", "medianame", "media", "journal", "provider",
        "sourcedomain", "domain", "site", "sourcecollection",
    ),
    "url": ("url", "link", "weburl", "canonicalurl", "articleurl", "sourceurl", "permalink", "uri", "href"),
    "language": ("language", "lang", "languagecode", "inlanguage"),
}  # fmt: skip
_KEY_NOISE = re.compile(r"[^a-z0-9]")
_MAX_DEPTH = 3


def detect_fields(names: Iterable[str], mapping: Mapping[str, str]) -> dict[str, str]:
    """Which of the names holds each field: as the mapping says (ours to theirs), else by known names; without those that nobody holds."""
    plain: dict[str, str] = {}
    present = list(names)
    for name in present:
        plain.setdefault(_plain(name), name)
    fields = {
        field: known_name for field, known in _KNOWN.items() if (known_name := next((plain[key] for key in known if key in plain), None))
    }
    return fields | {field: name for field, name in mapping.items() if name.split(".")[0] in present or name in present}


def _plain(name: str) -> str:
    return _KEY_NOISE.sub("", name.casefold())


def article_from_record(record: Record, fields: Mapping[str, str], position: int) -> RawArticle | Rejected:
    """The article in a record; `fields` says which name holds what."""
    values = {field: _lookup(record, name) for field, name in fields.items()}
    text = _body(values.get("text"))
    if not text.strip():
        held = ", ".join(sorted(map(str, record))[:12])
        found = f"an empty field {fields['text']!r}" if "text" in fields else f"the fields {held or 'none'}; name it with --map text=FIELD"
        return Rejected("no_body", f"expected a field with the article's text, found {found}", position, "article")
    printed = _scalar(values.get("published_at"))
    return RawArticle(
        text=text,
        position=position,
        title=_clean(_scalar(values.get("title"))),
        published_at=printed,
        published_from="metadata" if printed else None,
        authors=tuple(name for value in _many(values.get("authors")) if (name := _clean(_scalar(value)))),
        outlet=_clean(_scalar(values.get("outlet"))),
        url=_scalar(values.get("url")),
        language=_scalar(values.get("language")),
    )


def _lookup(record: Record, name: str) -> Any:  # noqa: ANN401 - a value of JSON may be anything
    """The value under a name; "source.name" reaches into nested objects."""
    if name in record:
        return record[name]
    value: Any = record
    for part in name.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value


def _many(value: Any) -> list[Any]:  # noqa: ANN401
    return value if isinstance(value, list) else [value]


def _scalar(value: Any, depth: int = 0) -> str | None:  # noqa: ANN401
    """A value as words; of an object its name or text, of a list the first that has words."""
    if value is None or isinstance(value, bool) or depth > _MAX_DEPTH:
        return None
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, Mapping):
        keys = ("name", "title", "main", "text", "value", "display_name", "original", "rendered", "$date", "#text", "id")
        return next((words for key in keys if (words := _scalar(value.get(key), depth + 1))), None)
    if isinstance(value, list):
        return next((words for item in value if (words := _scalar(item, depth + 1))), None)
    return None


def _body(value: Any) -> str:  # noqa: ANN401
    """The text of a body field: a string, or a list of paragraphs (or of pages of them)."""
    if isinstance(value, list):
        return "\n\n".join(part for item in value if (part := _body(item).strip()))
    words = _scalar(value) or ""
    return text_of_markup(words) if has_markup(words) else words


def _clean(words: str | None) -> str | None:
    """Titles and names often carry entities and emphasis of the page they come from."""
    if words and has_markup(words):
        words = " ".join(text_of_markup(words).split())
    return words or None
