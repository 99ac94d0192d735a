"""ninjs 1 to 3 (https://iptc.org/std/ninjs/) and the JSON of agencies built on it: one item, lists, lines, or items wrapped by an API."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from transforms.readers.encodings import decode_bytes
from transforms.readers.further_fields import further_fields
from transforms.readers.json_articles import parse_json, parse_values
from transforms.readers.markup import has_markup, text_of_markup
from transforms.readers.outcomes import RawArticle, Reading, Rejected

NAME = "ninjs"
#: Types of items that are no texts, and those whose texts stand among their associations.
_NO_TEXTS = frozenset(("picture", "graphic", "video", "audio", "animation", "event", "planning", "component", "contact"))
_PACKAGES = frozenset(("composite", "package"))
_BODIES = ("bodyxhtml", "bodyhtml", "bodynitf", "bodytext", "body")
#: Fields that are ours, and those that say how an item is made rather than what it is about.
_OURS = frozenset(
    (
        *_BODIES, "bodies", "descriptiontext", "descriptionhtml", "descriptions", "description", "headline", "headlines", "title", "titles",
        "byline", "by", "bylines", "authors", "source", "provider", "infosources", "infosource", "uri", "guid", "language", "embargoed",
        "versioncreated", "contentcreated", "firstcreated", "firstpublished", "type", "mimetype", "pubstatus", "version", "profile",
        "associations", "renditions", "standard", "altids", "extrasource",
    )
)  # fmt: skip
_WITHDRAWN = ("canceled", "cancelled", "withheld", "recalled", "unpublished")
_MAX_DEPTH = 8

type Item = dict[str, Any]


def read_ninjs(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """The texts of ninjs items; a broken item costs only itself."""
    decoded = decode_bytes(data)
    if isinstance(decoded, Rejected):
        return decoded
    values = list(parse_values(decoded.text))
    if values and isinstance(values[-1], Rejected):
        lines = [line for line in decoded.text.split("\n") if line.strip()]
        values = list(map(parse_json, lines)) if len(lines) > 1 and lines[0].rstrip().endswith("}") else values
        if len(values) == 1:
            return values[0]  # type: ignore[no-any-return] # a Rejected
    found = (item for value in values for item in _items_in(value, 0))
    return Reading(NAME, NAME, decoded.encoding, tuple(_outcome(item, position) for position, item in enumerate(found)))


def _items_in(value: Any, depth: int) -> Iterator[Item | Rejected]:  # noqa: ANN401 - a value of JSON may be anything
    """The items in a value, however an API wraps them; of a package those that it carries."""
    if isinstance(value, Rejected):
        yield value
    elif depth > _MAX_DEPTH:
        return
    elif isinstance(value, list):
        for inner in value:
            yield from _items_in(inner, depth + 1)
    elif isinstance(value, dict):
        item = {re.sub(r"[^a-z0-9]", "", str(key).lower()): inner for key, inner in value.items()}
        if not _is_item(item):
            for inner in value.values():
                yield from _items_in(inner, depth + 1)
            return
        is_package = (_words(item.get("type")) or "").lower() in _PACKAGES
        carried = list(_items_in(_listed(item.get("associations")), depth + 1)) if is_package else []
        yield from (inner for inner in carried if isinstance(inner, dict))
        if not carried:
            yield item


def _is_item(item: Item) -> bool:
    return bool({"uri", "guid"} & item.keys()) and bool({"versioncreated", "firstcreated", "pubstatus", "headline", *_BODIES} & item.keys())


def _listed(associations: Any) -> list[Any]:  # noqa: ANN401
    """Associations are an object of items, and a list of them since version 2."""
    return list(associations.values()) if isinstance(associations, dict) else associations if isinstance(associations, list) else []


def _outcome(item: Item | Rejected, position: int) -> RawArticle | Rejected:
    if isinstance(item, Rejected):
        return Rejected(item.reason, item.detail, position)
    title = _first_words(item, "headline", "headlines", "title", "titles")
    kind, status = _words(item.get("type")) or "text", (_words(item.get("pubstatus")) or "").lower()
    if kind.lower() in _NO_TEXTS | _PACKAGES:
        return Rejected("no_article", f"expected a text, found a {kind.lower()} titled {title!r}", position, "article")
    if status in _WITHDRAWN:
        return Rejected("no_article", f"expected an article, found one that its agency has {status}, titled {title!r}", position, "article")
    text = _first_words(item, *_BODIES, "bodies", "descriptiontext", "descriptionhtml", "descriptions", "description")
    if not text:
        detail = f"expected words in body_text or body_html, found none under the title {title!r}; they may stand in other files"
        return Rejected("no_body", detail, position, "article")
    published = _first_words(item, "embargoed", "versioncreated", "contentcreated", "firstcreated")
    return RawArticle(
        text=text,
        position=position,
        title=title and " ".join(title.split()),
        published_at=published,
        authors=tuple(_authors_of(item)),
        outlet=_first_words(item, "source", "provider", "infosources", "infosource", "copyrightholder"),
        url=_first_words(item, "uri", "guid"),
        language=_words(item.get("language")),
        fields=further_fields((name, words) for name, value in item.items() if name not in _OURS for words in _every_word(value)),
    )


def _authors_of(item: Item) -> Iterator[str]:
    """The byline, else the authors who are not editors."""
    printed = _first_words(item, "byline", "by", "bylines")
    if printed:
        yield printed
        return
    authors = item.get("authors")
    for author in authors if isinstance(authors, list) else []:
        role = (_words(author.get("role")) or "").lower() if isinstance(author, dict) else ""
        name = _words(author)
        if name and "editor" not in role:
            yield name


def _first_words(item: Item, *names: str) -> str | None:
    return next((words for name in names if (words := _words(item.get(name)))), None)


def _every_word(value: Any) -> Iterator[str]:  # noqa: ANN401
    """A value as words; of a list each of its parts."""
    for part in value if isinstance(value, list) else (value,):
        if words := str(part) if isinstance(part, int | float) and not isinstance(part, bool) else _words(part):
            yield words


def _words(value: Any, depth: int = 0) -> str | None:  # noqa: ANN401
    """A value as words, markup as paragraphs; of a list its main part or the first, of an object its value or name."""
    if depth > _MAX_DEPTH:
        return None
    if isinstance(value, str):
        return (text_of_markup(value) if has_markup(value) else value).strip() or None
    if isinstance(value, list):
        ordered = sorted(value, key=lambda part: not (isinstance(part, dict) and part.get("role") in ("main", "body")))
        return next((words for part in ordered if (words := _words(part, depth + 1))), None)
    if isinstance(value, dict):
        return next((words for key in ("value", "name", "literal") if (words := _words(value.get(key), depth + 1))), None)
    return None
