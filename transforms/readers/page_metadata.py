"""What a web page says of its article outside the text: JSON-LD, OpenGraph and other meta elements, microdata, the visible headline.

Vocabularies: https://schema.org/Article, https://ogp.me/#type_article, https://www.dublincore.org/specifications/dublin-core/dcmi-terms/.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape
from typing import Any
from urllib.parse import urlsplit

from lxml import etree, html

from transforms.folding import fold
from transforms.readers.json_ld import Node, linked_articles
from transforms.readers.page_dates import marked_dates, printed_dates, words_in
from transforms.readers.page_fields import read_fields

_DATE_META = (
    "article:published_time", "og:article:published_time", "og:published_time", "article:published", "datepublished", "parsely-pub-date",
    "sailthru.date", "publishdate", "publish-date", "publish_date", "pubdate", "publication_date", "publicationdate", "article.published",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "article:post_date",
    "cxenseparse:recs:publishtime", "rbpubdate", "originalpublicationdate", "article_date_original", "citation_publication_date", "date",
    "og:pubdate", "bt:pubdate", "displaydate", "dc.created", "article-published", "created", "ptime",
)  # fmt: skip
_AUTHOR_META = (
    "author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "article:author", "og:article:author", "byl", "authors",
    "citation_author", "article.author", "cxenseparse:author", "article:author_name", "content_author", "dc.contributor",
)  # fmt: skip
_OUTLET_META = (
    "og:site_name",
    "application-name",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
    "apple-mobile-web-app-title",
    "copyright",
)
_TITLE_META = ("og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "dcterms.title", "title", "hdl", "headline")
_URL_META = ("og:url", "parsely-link", "twitter:url")
_LANGUAGE_META = ("og:locale", "content-language", "dc.language", "language")
_SEPARATORS = re.compile(r"\s+(?:[|•·»«›]|--?|[–—]|::|\|\|)\s+|\s*\|\s*|(?<=[\u3000-\u9fff])[_-](?=[\u3000-\u9fff])")
_WORD = re.compile(r"[^\W_]+")
_TITLE_LABELS = re.compile(r"\s*[\[(](?:watch|video|photos?|pictures|gallery|listen|updated?)[\])]\s*$", re.I)
_TITLE_CHARS = 300
_BYLINE_CHARS = 100
_BYLINE_TAGS = ("a", "span", "p", "div", "address")
_BYLINE_MARKS = re.compile(r"(?i:byline)|author-name|author__name|authorName")
#: How many marked elements of a kind are looked at.
_MARKED = 6
_AUTHORS = etree.XPath("descendant-or-self::*[@itemprop = 'author']")
_AUTHOR_LINKS = etree.XPath("descendant::a[@rel = 'author']")
#: Share of the words of the page's own title that the visible headline must have in common with it.
_SAME_TITLE_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What a page says of its article, as printed, each field's best source first."""

    title: str | None = None
    dates: list[str] = field(default_factory=list)
    displayed_date: str | None = None
    updated_date: str | None = None
    authors: list[str] = field(default_factory=list)
    bylines: list[str] = field(default_factory=list)
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    linked: list[Node] = field(default_factory=list)
    fields: tuple[tuple[str, str], ...] = ()


def read_metadata(tree: html.HtmlElement, saved_from: str | None = None, asked: Sequence[str] = ()) -> PageMetadata:
    """Everything that a parsed page says of its article. `saved_from`: the address noted by the browser that saved it; `asked`: the names
    of further fields to keep."""
    linked = linked_articles(tree)
    main = linked[0] if linked else {}
    metas = _metas(tree)
    outlet = _first((_name_of(main.get("publisher")), *_values(metas, _OUTLET_META)))
    displayed, updated = printed_dates(tree)
    url = _first(address for address in (*_addresses(tree, metas, main), saved_from) if address and _is_address(address))
    return PageMetadata(
        title=_find_title(tree, metas, main, outlet),
        dates=[*_linked_dates(linked), *_values(metas, _DATE_META), *marked_dates(tree)],
        displayed_date=displayed,
        updated_date=updated,
        authors=_linked_authors(main),
        bylines=[*(value for value in _values(metas, _AUTHOR_META) if not _is_address(value)), *_marked_authors(tree)],
        outlet=outlet or _domain(url),
        url=url,
        language=_first((tree.get("lang"), tree.get("{http://www.w3.org/XML/1998/namespace}lang"), *_values(metas, _LANGUAGE_META))),
        linked=linked,
        fields=tuple(read_fields(metas, main, asked)),
    )


def _first(values: Iterable[str | None]) -> str | None:
    return next((words for value in values if value and (words := " ".join(value.split()))), None)


def _metas(tree: html.HtmlElement) -> dict[str, list[str]]:
    metas: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = (element.get("content") or "").strip()
        for key in ("property", "name", "itemprop", "http-equiv"):
            if content and element.get(key):
                metas.setdefault(element.get(key).strip().lower(), []).append(content)
    return metas


def _values(metas: Mapping[str, list[str]], names: Iterable[str]) -> list[str]:
    return [value for name in names for value in metas.get(name, ())]


def _is_address(value: str) -> bool:
    return value.startswith(("http://", "https://"))


def _domain(url: str | None) -> str | None:
    try:
        return urlsplit(url).netloc.removeprefix("www.") or None if url else None
    except ValueError:  # "https://[…": no address at all
        return None


def _addresses(tree: html.HtmlElement, metas: Mapping[str, list[str]], main: Mapping[str, Any]) -> Iterator[str]:
    for element in tree.iter("link"):
        if (element.get("rel") or "").lower() == "canonical" and element.get("href"):
            yield element.get("href").strip()
    yield from _values(metas, _URL_META)
    for key in ("url", "mainEntityOfPage", "@id"):
        value = main.get(key)
        value = value.get("@id") if isinstance(value, dict) else value
        if isinstance(value, str):
            yield value


def _name_of(value: Any) -> str | None:  # noqa: ANN401 - a value of JSON may be anything
    if isinstance(value, list):
        return next((name for item in value if (name := _name_of(item))), None)
    if isinstance(value, dict):
        return _name_of(value.get("name"))
    return value if isinstance(value, str) and not _is_address(value) else None


def _linked_dates(linked: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for key in ("datePublished", "dateCreated", "uploadDate"):
        for article in linked:
            if isinstance(article.get(key), str):
                yield article[key]


def _linked_authors(main: Mapping[str, Any]) -> list[str]:
    """Names of the authors, persons before organisations: an organisation is the author only when no person is."""
    values = main.get("author") or main.get("creator") or []
    people: list[str] = []
    organisations: list[str] = []
    for value in values if isinstance(values, list) else [values]:
        kind = value.get("@type") if isinstance(value, dict) else None
        name = value.get("name") if isinstance(value, dict) else value
        for words in name if isinstance(name, list) else [name]:
            if isinstance(words, str) and words.strip() and not _is_address(words):
                (organisations if kind in ("Organization", "NewsMediaOrganization", "Corporation") else people).append(words)
    return people or organisations


def _marked_authors(tree: html.HtmlElement) -> list[str]:
    """Names marked as the author in microdata or links, else in what the page calls its byline."""
    authors, links = _AUTHORS(tree), _AUTHOR_LINKS(tree)
    bylines = [element for element in tree.iter(*_BYLINE_TAGS) if _BYLINE_MARKS.search(element.get("class") or "")]
    names = [named for element in authors[:_MARKED] if (named := element.find(".//*[@itemprop='name']")) is not None]
    for found in (names, authors, links, bylines):
        shown = [words for element in found[:_MARKED] if (words := words_in(element)) and len(words) < _BYLINE_CHARS]
        if shown:
            return shown
    return []


def _find_title(tree: html.HtmlElement, metas: Mapping[str, list[str]], main: Mapping[str, Any], outlet: str | None) -> str | None:
    """The visible headline where it resembles what the page calls itself, else that, without the outlet's name."""
    given = (_name_of(main.get("headline")), *_values(metas, _TITLE_META), tree.findtext(".//title"))
    named = [unescape(title) for title in given if title and title.strip()]
    visible = [words for element in tree.iter("h1") if (words := words_in(element)) and len(words) < _TITLE_CHARS]
    visible = [words for words in visible if not outlet or _words(words) != _words(outlet)]
    likest = max(visible, key=lambda words: max((_likeness(words, title) for title in named), default=0.0), default=None)
    if likest and (not named or max(_likeness(likest, title) for title in named) >= _SAME_TITLE_SHARE):
        return _TITLE_LABELS.sub("", likest)
    own = _first(named)
    return _TITLE_LABELS.sub("", _without_outlet(own, outlet)) if own else _first(visible)


def _likeness(visible: str, named: str) -> float:
    """Share of the words of the longer of two titles, outlet names aside, that the other has too."""
    one, other = _words(visible), _words(named)
    if not one or not other:
        return 0.0
    return len(one & other) / max(len(one), min(len(other), len(_words(_SEPARATORS.split(named)[0])) or 1))


def _words(text: str) -> set[str]:
    return set(_WORD.findall(fold(text).casefold()))


def _without_outlet(title: str, outlet: str | None) -> str:
    """The title without " | Outlet" at its end or "Outlet - " at its head."""
    name = _words(outlet or "")
    parts = _SEPARATORS.split(title)
    while len(parts) > 1 and _is_named(parts[-1], name):
        parts.pop()
        title = title[: title.rindex(parts[-1]) + len(parts[-1])]
    if len(parts) > 1 and _words(parts[0]) == name:
        title = title[title.index(parts[1]) :]
    return title


def _is_named(part: str, name: set[str]) -> bool:
    words = _words(part)
    return 2 * len(words & name) >= len(words)
