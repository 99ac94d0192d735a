"""Web pages: the body on which extractors agree, all else by what the page says of itself, htmldate where it says nothing of its date."""

import re
from collections.abc import Mapping

from htmldate import find_date
from lxml import html

from transforms.folding import fold
from transforms.readers.bylines import author_names
from transforms.readers.encodings import declared_encoding, decode_bytes
from transforms.readers.field_names import kept_names
from transforms.readers.outcomes import RawArticle, Reading, Rejected
from transforms.readers.page_bodies import find_body
from transforms.readers.page_dates import choose_date
from transforms.readers.page_metadata import PageMetadata, read_metadata
from transforms.readers.page_trees import drop_wordless, parse_page

NAME = "html"
_BYLINES = 4
_SAVED = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:)\s*(https?://[^\s>]+?)\s*(?:-->|saved date:)", re.I
)
#: What servers say instead of an article, with a status that says that all is well.
_NO_PAGE = re.compile(
    r"(?:error )?40[34]\b.*|(?:.{0,30}\b)?(?:page|file|article) not found\b.*|seite nicht gefunden.*|page (?:introuvable|non trouvée).*"
    r"|página no encontrada.*|pagina non trovata.*|access denied.*|forbidden|just a moment\W*|attention required.*|are you a robot\W*"
    r"|one moment, please\W*|service unavailable.*",
    re.I,
)
_NO_PAGE_CHARS = 600
_HEAD_CHARS = 5_000


def read_html(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """The article of a web page."""
    decoded = decode_bytes(data, declared_encoding(data))
    if isinstance(decoded, Rejected):
        return decoded
    tree = parse_page(decoded.text)
    if tree is None:
        return Rejected("malformed", "expected a web page, found nothing that an HTML parser can use")
    metadata = read_metadata(tree, _saved_from(decoded.text), kept_names(mapping))
    published, origin = _published(tree, metadata)
    drop_wordless(tree)
    body = find_body(tree, metadata.linked)
    if not body.text:
        rejected = Rejected("no_body", f"expected an article, found a page without one, titled {metadata.title!r}", 0, "article")
        return Reading(NAME, NAME, decoded.encoding, (rejected,))
    if metadata.title and len(body.text) < _NO_PAGE_CHARS and _NO_PAGE.fullmatch(metadata.title):
        rejected = Rejected(
            "no_article", f"expected an article, found a server's message in place of one: {metadata.title!r}", 0, "article"
        )
        return Reading(NAME, NAME, decoded.encoding, (rejected,))
    article = RawArticle(
        text=body.text,
        title=metadata.title,
        published_at=published,
        published_from=origin or "metadata",
        authors=tuple(_authors(metadata)),
        outlet=metadata.outlet,
        url=metadata.url,
        language=metadata.language,
        fields=metadata.fields,
    )
    return Reading(NAME, f"{NAME}.{body.extractor}", decoded.encoding, (article,))


def _saved_from(text: str) -> str | None:
    """The address that a browser notes in a comment at the head of a page it saves: Microsoft's "mark of the web", SingleFile's."""
    found = _SAVED.search(text[:_HEAD_CHARS])
    return found[1] if found else None


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
