"""Web pages: the body by trafilatura, everything else by what the page says of itself, htmldate where it says nothing of its date."""

from collections.abc import Mapping
from itertools import islice

from htmldate import find_date
from lxml import html
from trafilatura import bare_extraction

from transforms.folding import fold
from transforms.readers.bylines import author_names
from transforms.readers.encodings import declared_encoding, decode_bytes
from transforms.readers.markup import words_of
from transforms.readers.outcomes import RawArticle, Reading, Rejected
from transforms.readers.page_dates import choose_date
from transforms.readers.page_metadata import PageMetadata, read_metadata
from transforms.readers.page_trees import drop_wordless, parse_page

NAME = "html"
#: Texts shorter than this are rather a cookie notice than an article, and the page is looked at again without a model of articles.
_SHORT = 120
_BYLINES = 4
_OUTER = 10


def read_html(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """The article of a web page."""
    decoded = decode_bytes(data, declared_encoding(data))
    if isinstance(decoded, Rejected):
        return decoded
    tree = parse_page(decoded.text)
    if tree is None:
        return Rejected("malformed", "expected a web page, found nothing that an HTML parser can use")
    metadata = read_metadata(tree)
    published, origin = _published(tree, metadata)
    drop_wordless(tree)
    text, extractor = _body(tree)
    if not text:
        rejected = Rejected("no_body", f"expected an article, found a page without one, titled {metadata.title!r}", 0, "article")
        return Reading(NAME, NAME, decoded.encoding, (rejected,))
    article = RawArticle(
        text=text,
        title=metadata.title,
        published_at=published,
        published_from=origin,
        authors=tuple(_authors(metadata)),
        outlet=metadata.outlet,
        url=metadata.url,
        language=metadata.language,
    )
    return Reading(NAME, f"{NAME}.{extractor}", decoded.encoding, (article,))


def _body(tree: html.HtmlElement) -> tuple[str, str]:
    """Paragraphs of the article, parted by blank lines, and what found them: trafilatura, or the page's own element for it."""
    document = bare_extraction(tree, fast=True, include_comments=False, with_metadata=False)
    text = document.text if document and not isinstance(document, dict) else None
    if text and len(text) >= _SHORT:
        return text.replace("\n", "\n\n"), "trafilatura"
    outer = islice(tree.iter("article", "main"), _OUTER)
    article = next((element for element in outer if element.find(".//p") is not None), None)
    plain = words_of(article) if article is not None else ""
    return (plain, "element") if len(plain) > len(text or "") else (text or "", "trafilatura")


def _authors(metadata: PageMetadata) -> list[str]:
    """Those that the page names in its data, or those of its byline when these are the same and more."""
    named = [name for name in author_names(metadata.authors) if not _is_same(name, metadata.outlet)]
    printed = [author_names([byline], metadata.outlet) for byline in metadata.bylines[:_BYLINES]]
    if not named:
        return next((names for names in printed if names and not _is_same(names[0], metadata.outlet)), [])
    return next((names for names in printed if _is_within(named, names) and len(names) > len(named)), named)


def _is_same(name: str, outlet: str | None) -> bool:
    return outlet is not None and fold(name).casefold() == fold(outlet).casefold()


def _is_within(some: list[str], all_of: list[str]) -> bool:
    return {name.casefold() for name in some} <= {name.casefold() for name in all_of}


def _published(tree: html.HtmlElement, metadata: PageMetadata) -> tuple[str | None, str | None]:
    """The date as printed and where it stood; htmldate searches the visible text when the page says nothing of it."""
    printed, origin = choose_date(metadata.dates, metadata.displayed_date, metadata.updated_date, metadata.url)
    if printed:
        return printed, origin
    found = find_date(tree, original_date=True, extensive_search=False)
    return (found, "text") if found else (None, None)
