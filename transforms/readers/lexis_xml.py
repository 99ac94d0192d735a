"""Articles of LexisNexis' interface as XML: an Atom entry, or a feed of these, each with an <articleDoc> inside."""

from collections.abc import Mapping

from transforms.readers.outcomes import RawArticle, Reading, Rejected
from transforms.readers.printed_days import printed_day
from transforms.readers.stamps import first_stamp
from transforms.readers.xml_paragraphs import text_of_all
from transforms.readers.xml_trees import Element, flat_words, language_of, parse_xml, with_break, words_at

NAME = "lexis_xml"


def read_lexis_xml(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """The articles of an answer of the interface."""
    tree = parse_xml(data)
    if isinstance(tree, Rejected):
        return tree
    found = (_article_of(document, position) for position, document in enumerate(tree.root.iter("articleDoc")))
    return Reading("lexisnexis", NAME, tree.encoding, with_break(found, tree, "articleDoc"))


def _article_of(document: Element, position: int) -> RawArticle | Rejected:
    title = words_at(document, ".//hl1", ".//hedline", ".//headline")
    text = text_of_all(document.iter("bodyText")) or text_of_all(document.iter("body.content"))
    if not text:
        return Rejected("no_body", f"expected a bodyText, found none under the title {title!r}", position, "article")
    entry = next((above for above in document.iterancestors("entry")), None)
    stamp = words_at(entry, "published", "updated") if entry is not None else None
    day = next((day for found in document.iter("pubDate") if (day := _day(found))), None) or first_stamp([stamp])
    return RawArticle(
        text=text,
        position=position,
        title=title,
        published_at=day,
        authors=tuple(words for found in document.iter("byline") if (words := flat_words(found))),
        outlet=words_at(document, ".//publicationName", ".//copyrightHolder"),
        language=language_of(document) or next((code for found in document.iter("bodyText") if (code := language_of(found))), None),
    )


def _day(found: Element) -> str | None:
    parts = [found.get(name, "") for name in ("year", "month", "day")]
    figures = "-".join(part.zfill(2) for part in parts) if all(part.isdecimal() for part in parts) else None
    return figures or printed_day(flat_words(found))
