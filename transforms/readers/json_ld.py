"""Articles that a page describes in JSON-LD (https://schema.org/Article), the likeliest first."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import html

type Node = Mapping[str, Any]

_COMMENTS = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$")
_TRAILING = re.compile(r",(\s*[}\]])")
#: Later ones describe a page rather than its article, and count only when nothing better is there.
_KINDS = (
    ("NewsArticle", "Article", "BlogPosting", "LiveBlogPosting", "Report", "Posting", "Review"),
    ("WebPage", "VideoObject", "CreativeWork"),
)
_MAX_DEPTH = 6
_MAX_NODES = 5000


def linked_articles(tree: html.HtmlElement) -> list[Node]:
    """Every node that describes an article or its page, references to other nodes filled in; the likeliest first."""
    nodes = [
        node for script in tree.iter("script") if "ld+json" in (script.get("type") or "") for node in _nodes(_parse(script.text or ""), 0)
    ]
    nodes = nodes[:_MAX_NODES]
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    found = [[_resolved(node, by_id) for node in nodes if _is_kind(node, kinds)] for kinds in _KINDS]
    articles = sorted(found[0], key=lambda node: ("headline" not in node and "name" not in node, "datePublished" not in node))
    return [*articles, *found[1]]


def _parse(text: str) -> Any:  # noqa: ANN401 - a value of JSON may be anything
    bare = _COMMENTS.sub("", _COMMENTS.sub("", text)).strip().rstrip(";")
    for candidate in (bare, _TRAILING.sub(r"\1", bare)):
        try:
            return json.loads(candidate, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(value: Any, depth: int) -> Iterator[Node]:  # noqa: ANN401
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, list):
        for item in value:
            yield from _nodes(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key, inner in value.items():
            # Comments and related articles have dates and authors of their own.
            if isinstance(inner, dict | list) and key not in (
                "comment",
                "isPartOf",
                "hasPart",
                "itemListElement",
                "relatedLink",
                "mentions",
            ):
                yield from _nodes(inner, depth + 1)


def _is_kind(node: Node, kinds: tuple[str, ...]) -> bool:
    named = node.get("@type")
    return any(isinstance(kind, str) and kind.endswith(kinds) for kind in (named if isinstance(named, list) else [named]))


def _resolved(node: Node, by_id: Mapping[str, Node]) -> Node:
    return {key: _fill(value, by_id) for key, value in node.items()}


def _fill(value: Any, by_id: Mapping[str, Node]) -> Any:  # noqa: ANN401
    if isinstance(value, list):
        return [_fill(item, by_id) for item in value]
    if isinstance(value, dict) and "name" not in value:
        return by_id.get(value.get("@id", ""), value) if isinstance(value.get("@id", ""), str) else value
    return value
