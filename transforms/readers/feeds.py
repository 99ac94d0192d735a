"""RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, and WordPress exports, by feedparser: one article an entry, its whole text or its summary.

feedparser gets the text decoded, with no document type and no entity of its own, so that encodings and bombs are treated as everywhere.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from io import BytesIO
from typing import Any

import feedparser

from transforms.readers.encodings import declared_encoding, decode_bytes
from transforms.readers.further_fields import further_fields
from transforms.readers.markup import has_markup, text_of_markup
from transforms.readers.outcomes import RawArticle, Reading, Rejected
from transforms.readers.xml_trees import announced_elements, parse_xml_text, plain_xml, with_break

NAME = "feeds"
#: Posts of a WordPress export that are no articles, and states in which an article was never public.
_NO_ARTICLES = frozenset(
    "attachment nav_menu_item revision customize_changeset custom_css oembed_cache wp_block wp_template wp_global_styles "
    "wp_navigation".split()
)
_UNPUBLISHED = frozenset(("draft", "auto-draft", "pending", "trash", "inherit"))
#: What feedparser raises on elements out of place.
_STUMBLES = (AssertionError, AttributeError, LookupError, TypeError, ValueError)
#: Ends of the names under which feedparser keeps parts of our own fields.
_PARTS = ("_parsed", "_detail")
_SHOWN = 200
_PARAGRAPH_TAGS = re.compile(r"<(?:p|div|br)\b", re.I)
_BLANK_LINES = re.compile(r"\n\s*\n")
#: Marks of WordPress for pictures and players, with what stands between them, and for the layout of pages.
_SHORTCODES = re.compile(
    r"\[(caption|audio|video|embed|playlist)\b[^\[\]]*\](?:(?!\[\1).){0,2000}?\[/\1\]|\[(?:gallery|caption|audio|video|embed|playlist)\b[^\[\]]*\]"
    r"|\[/?(?:vc|et_pb|fusion|av)_\w+[^\[\]]*\]",
    re.S,
)
#: What WordPress puts behind each text of a feed.
_NOTICE = re.compile(
    r"\n[ \t]*(?:The post\s.{1,300}\s(?:first appeared|appeared first) on\s|Der Beitrag\s.{1,300}\serschien zuerst auf\s"
    r"|L[’']article\s.{1,300}\sest apparu en premier sur\s|La entrada\s.{1,300}\s(?:se publicó primero|aparece primero) en\s"
    r"|L[’']articolo\s.{1,300}\sproviene da\s|O post\s.{1,300}\sapareceu primeiro em\s"
    r"|Het bericht\s.{1,300}\sverscheen eerst op\s).{1,200}\s*$"
)
_HEADERS = {"content-type": "application/xml; charset=utf-8"}


def read_rss(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """The entries of an RSS or RDF feed."""
    return _read(data, "rss")


def read_atom(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """The entries of an Atom feed."""
    return _read(data, "atom")


def read_wordpress_export(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """The posts and pages of a WordPress export."""
    return _read(data, "wxr")


def _read(data: bytes, format_name: str) -> Reading | Rejected:
    decoded = decode_bytes(data, declared_encoding(data))
    if isinstance(decoded, Rejected):
        return decoded
    plain = plain_xml(decoded.text)
    if isinstance(plain, Rejected):
        return plain
    tree = parse_xml_text(plain)
    if isinstance(tree, Rejected):
        return tree
    try:
        # a stream, as feedparser takes strings for addresses and paths first
        parsed = feedparser.parse(BytesIO(plain.encode()), response_headers=_HEADERS, sanitize_html=False, resolve_relative_uris=False)
    except _STUMBLES as problem:
        return Rejected(
            "malformed", f"expected a feed, found one on which its parser stumbles: {type(problem).__name__}: {problem}"[:_SHOWN]
        )
    entries = [entry for entry in parsed.entries if not _is_setting(entry)]
    articles = (_article_of(entry, parsed.feed, position) for position, entry in enumerate(entries))
    announced = announced_elements(plain, "entry" if format_name == "atom" else "item")
    announced = replace(announced, count=announced.count - len(parsed.entries) + len(entries))
    return Reading(format_name, NAME, decoded.encoding, with_break(articles, tree), announced)


def _is_setting(entry: Mapping[str, Any]) -> bool:
    """Whether an entry of a Blogger export is a setting or template of the blog."""
    return _blogger_kind(entry) in ("settings", "template")


def _blogger_kind(entry: Mapping[str, Any]) -> str | None:
    terms = (tag.get("term") or "" for tag in entry.get("tags", ()))
    return next((term.rpartition("#")[2] for term in terms if "schemas.google.com/blogger/" in term), None)


def _article_of(entry: dict[str, Any], feed: Mapping[str, Any], position: int) -> RawArticle | Rejected:
    title = _line(entry.get("title"))
    kind, status = entry.get("wp_post_type", ""), entry.get("wp_status", "")
    if kind in _NO_ARTICLES or status in _UNPUBLISHED:
        what = f"of the type {kind}" if kind in _NO_ARTICLES else f"in the state {status}"
        return Rejected("no_article", f"expected a published post, found one {what}, titled {title!r}", position, "article")
    if _blogger_kind(entry) == "comment":
        return Rejected("no_article", f"expected a post, found a comment on one, titled {title!r}", position, "article")
    text = _NOTICE.sub("", max(_texts(entry), key=len, default="")).rstrip()
    if not text:
        return Rejected("no_body", f"expected an entry with content or a summary, found only the title {title!r}", position, "article")
    # asked for "updated" where there is none, feedparser gives what was published, and warns
    dates = (entry.get("published"), entry.get("created"), entry.get("updated") if dict.__contains__(entry, "updated") else None)
    published = next(filter(None, dates), None)
    return RawArticle(
        text=text,
        position=position,
        title=title,
        published_at=published,
        authors=tuple(_authors(entry)) or tuple(_authors(feed)),
        outlet=_line(entry.get("source", {}).get("title")) or _line(feed.get("title")),
        url=entry.get("link") or entry.get("id"),
        language=_language(entry) or feed.get("language"),
        fields=further_fields(_further(entry)),
    )


def _further(entry: Mapping[str, Any]) -> Iterator[tuple[str, str | None]]:
    """Categories, and elements of other vocabularies (prism:section, media:keywords) by the names that feedparser gives them."""
    for tag in entry.get("tags", ()):
        if "schemas.google.com/blogger/" not in (tag.get("term") or ""):
            yield "category", tag.get("label") or tag.get("term")
    for name, value in entry.items():
        if isinstance(value, str) and name.partition("_")[2] and not name.endswith(_PARTS) and not name.startswith("wp_"):
            yield name, _line(value)


def _texts(entry: Mapping[str, Any]) -> Iterator[str]:
    for part in [*entry.get("content", ()), entry.get("summary_detail", {})]:
        yield _text_of(part.get("value") or "")


def _text_of(words: str) -> str:
    """Paragraphs: markup decides, or blank lines where it marks none, as WordPress keeps its texts."""
    words = _SHORTCODES.sub("", words)
    if not has_markup(words):
        return words.strip()
    parts = [words] if _PARAGRAPH_TAGS.search(words) else _BLANK_LINES.split(words)
    return "\n\n".join(text for part in parts if (text := text_of_markup(part).strip()))


def _authors(entry: Mapping[str, Any]) -> Iterator[str]:
    """Names; an address alone ("desk@example.org") names nobody."""
    for author in entry.get("authors", ()):
        if name := _line(author.get("name")):
            yield name


def _language(entry: Mapping[str, Any]) -> str | None:
    parts = [*entry.get("content", ()), entry.get("title_detail", {}), entry.get("summary_detail", {})]
    return next((language for part in parts if (language := part.get("language"))), None)


def _line(words: str | None) -> str | None:
    """Words on one line without the markup that titles carry."""
    return " ".join((text_of_markup(words) if has_markup(words) else words).split()) or None if words else None
