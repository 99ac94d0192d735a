"""TEI P5 (https://tei-c.org/guidelines/p5/): texts whose header names title, authors, day, outlet and address, as trafilatura, newspaper
corpora and scholarly editions write them. A corpus holds many; a text whose parts are marked as articles is one article a part.
"""

from collections.abc import Iterator, Mapping

from lxml import etree

from transforms.readers.outcomes import RawArticle, Reading, Rejected
from transforms.readers.xml_paragraphs import text_of_all
from transforms.readers.xml_trees import Element, flat_words, language_of, parse_xml, with_break, words_at

NAME = "tei"
#: What calls a part of a text an article.
_ARTICLES = frozenset(("article", "news", "newsitem", "item", "story"))
#: Where a header may name each field, the first that is filled counts: the source of the text before the file made of it.
_TITLES = (
    ".//sourceDesc//analytic/title",
    ".//titleStmt/title[@type='main']",
    ".//titleStmt/title",
)
_OUTLETS = (
    ".//sourceDesc//title[@level='j']",
    ".//sourceDesc//monogr/title",
    ".//biblFull/publicationStmt/publisher",
    ".//sourceDesc//publisher",
    ".//publicationStmt/publisher",
)
_AUTHORS = (".//sourceDesc//analytic/author", ".//fileDesc/titleStmt/author", ".//sourceDesc//author")
_DAYS = (".//sourceDesc//date", ".//fileDesc/publicationStmt/date", ".//creation/date")
_ADDRESSES = (".//ptr[@type='URL']", ".//idno[@type='URL']", ".//idno[@type='URI']", ".//ref[@type='url']", ".//sourceDesc//ptr")
#: Days that are none of publication.
_LATER = frozenset(("download", "crawl", "retrieved", "digitised", "revision"))


def read_tei(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """The articles of a TEI file."""
    tree = parse_xml(data)
    if isinstance(tree, Rejected):
        return tree
    return Reading(NAME, NAME, tree.encoding, with_break(_articles(tree.root), tree))


def _articles(root: Element) -> Iterator[RawArticle | Rejected]:
    position = 0
    for text in root.iter("TEI", "TEI.2"):
        body = text.find("text/body") if text.find("text/body") is not None else text.find("text")
        parts = [] if body is None else [part for part in body.iter("div") if (part.get("type") or "").casefold() in _ARTICLES]
        for part in parts or [body]:
            yield _article_of(text, part, position, is_part=bool(parts))
            position += 1


def _article_of(text: Element, part: Element | None, position: int, is_part: bool) -> RawArticle | Rejected:
    header = text.find("teiHeader") if text.find("teiHeader") is not None else etree.Element("teiHeader")
    title = words_at(part, "head") if is_part and part is not None else words_at(header, *_TITLES)
    shown = [] if part is None else [child for child in part if child.get("type") != "comments" and not (is_part and child.tag == "head")]
    body = text_of_all(shown)
    if not body:
        return Rejected("no_body", f"expected words in text/body, found none under the title {title!r}", position, "article")
    day = _day_in(header)
    return RawArticle(
        text=body,
        position=position,
        title=title,
        published_at=day,
        authors=_authors_in(header),
        outlet=words_at(header, *_OUTLETS),
        url=_address_in(header),
        language=_language_in(text, header),
    )


def _day_in(header: Element) -> str | None:
    """The first day, as an attribute gives it or as printed."""
    found = (date for path in _DAYS for date in header.iterfind(path) if (date.get("type") or "").casefold() not in _LATER)
    return next((day for date in found if (day := date.get("when") or date.get("when-iso") or date.get("from") or flat_words(date))), None)


def _authors_in(header: Element) -> tuple[str, ...]:
    for path in _AUTHORS:
        if names := tuple(dict.fromkeys(words for author in header.iterfind(path) if (words := _name_of(author)))):
            return names
    return ()


def _name_of(author: Element) -> str:
    """A name in its natural order where its parts are marked."""
    first, last = (" ".join(flat_words(part) for part in author.iter(tag)) for tag in ("forename", "surname"))
    return f"{first} {last}" if first and last else flat_words(author)


def _address_in(header: Element) -> str | None:
    found = (element for path in _ADDRESSES for element in header.iterfind(path))
    return next((words for element in found if (words := element.get("target") or flat_words(element)).startswith("http")), None)


def _language_in(text: Element, header: Element) -> str | None:
    named = header.find(".//langUsage/language")
    return (named.get("ident") if named is not None else None) or language_of(text)
