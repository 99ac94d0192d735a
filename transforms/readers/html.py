"""Web pages: the body by trafilatura, everything else by what the page says of itself, htmldate where it says nothing of its date."""

import re
from collections.abc import Mapping

from htmldate import find_date
from lxml import html
from trafilatura import bare_extraction
from trafilatura.utils import load_html

from transforms.readers.bylines import author_names
from transforms.readers.encodings import declared_encoding, decode_bytes
from transforms.readers.markup import words_of
from transforms.readers.outcomes import RawArticle, Reading, Rejected
from transforms.readers.page_metadata import PageMetadata, read_metadata

NAME = "html"
#: Texts shorter than this are rather a cookie notice than an article, and the page is looked at again without a model of articles.
_SHORT = 120


def read_html(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """The article of a web page."""
    decoded = decode_bytes(data, declared_encoding(data))
    if isinstance(decoded, Rejected):
        return decoded
    tree = load_html(decoded.text)
    if tree is None:
        return Rejected("malformed", "expected a web page, found nothing that an HTML parser can use")
    metadata = read_metadata(tree)
    text = _body(tree)
    if not text:
        rejected = Rejected("no_body", f"expected an article, found a page without one, titled {metadata.title!r}", 0, "article")
        return Reading(NAME, NAME, decoded.encoding, (rejected,))
    published, origin = _published(tree, metadata)
    article = RawArticle(
        text=text,
        title=metadata.title,
        published_at=published,
        published_from=origin,
        authors=tuple(author_names(metadata.authors, metadata.outlet) or author_names(metadata.bylines[:3], metadata.outlet)),
        outlet=metadata.outlet,
        url=metadata.url,
        language=metadata.language,
    )
    return Reading(NAME, NAME, decoded.encoding, (article,))


def _body(tree: html.HtmlElement) -> str:
    """Paragraphs of the article, one a line."""
    document = bare_extraction(tree, fast=True, include_comments=False, with_metadata=False)
    text = document.text if document and not isinstance(document, dict) else None
    if text and len(text) >= _SHORT:
        return text
    article = next(iter(tree.xpath("//article[.//p]|//main[.//p]")), None)
    plain = words_of(article) if article is not None else ""
    return max(text or "", plain, key=len)


def _published(tree: html.HtmlElement, metadata: PageMetadata) -> tuple[str | None, str | None]:
    """The date as printed and where it stood; htmldate searches the visible text and the address as well."""
    dated = next((value for value in metadata.dates if re.search(r"\d", value)), None)
    if dated:
        return dated, "metadata"
    found = find_date(tree, original_date=True, url=metadata.url, extensive_search=True)
    return (found, "text") if found else (None, None)
