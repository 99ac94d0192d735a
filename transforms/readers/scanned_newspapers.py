"""Scanned newspapers as XML of recognised words: ALTO pages, and the articles of Gale and the British Library (issues, single articles).

ALTO (https://www.loc.gov/standards/alto/) knows pages and blocks but no articles, so that a page is one; the METS file beside it says which
block belongs to which article, but holds no words. The other two were written after files of the British Library in public repositories.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import count

from transforms.readers.outcomes import RawArticle, Reading, Rejected
from transforms.readers.xml_paragraphs import text_of_all
from transforms.readers.xml_trees import Element, flat_words, parse_xml, with_break, words_at

NAME = "scanned"


def read_alto(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """The pages of an ALTO file, each as one article whose paragraphs are its blocks."""
    return _read_pages(data, "TextBlock", _block)


def read_page_xml(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """The pages of a PAGE file (https://ocr-d.de/en/gt-guidelines/trans/trPage.html), each as one article of a paragraph per region."""
    return _read_pages(data, "TextRegion", _region)


def _read_pages(data: bytes, block: str, words_of: Callable[[Element], str]) -> Reading | Rejected:
    tree = parse_xml(data)
    if isinstance(tree, Rejected):
        return tree
    found = (_page(page.iter(block), words_of, position) for position, page in enumerate(tree.root.iter("Page")))
    return Reading("alto", NAME, tree.encoding, with_break(found, tree))


def _page(blocks: Iterator[Element], words_of: Callable[[Element], str], position: int) -> RawArticle | Rejected:
    text = "\n\n".join(words for block in blocks if (words := words_of(block)))
    if not text:
        return Rejected("no_body", "expected recognised words on a page, found none; it may be a picture", position, "article")
    return RawArticle(text=text, position=position)


def _block(block: Element) -> str:
    """The words of a block; one that was cut at a line's end is whole again."""
    words = []
    for word in block.iter("String"):
        part = word.get("SUBS_TYPE")
        if part == "HypPart2" and word.get("SUBS_CONTENT"):
            continue
        words.append((word.get("SUBS_CONTENT") if part == "HypPart1" else None) or word.get("CONTENT") or "")
    return " ".join(" ".join(words).split())


def _region(region: Element) -> str:
    """The words of a region, line by line; as the whole region gives them where no line does."""
    lines = [words for line in region.findall("TextLine") if (words := words_at(line, "TextEquiv/Unicode"))]
    return " ".join(lines) or words_at(region, "TextEquiv/Unicode") or ""


def read_mets(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """The refusal of a METS file, whose words are in the ALTO files beside it."""
    return Rejected(
        "no_article", "expected an article's words, found a METS file, which only says how an issue is built; read the ALTO files beside it"
    )


def read_newspaper(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """The articles of an issue in the formats of Gale and the British Library."""
    tree = parse_xml(data)
    if isinstance(tree, Rejected):
        return tree
    return Reading("newspaper_xml", NAME, tree.encoding, with_break(_articles(tree.root), tree))


def _articles(root: Element) -> Iterator[RawArticle | Rejected]:
    positions = count()
    for issue in root.iter("issue"):
        day = words_at(issue, ".//pf", ".//da")
        outlet = words_at(issue, ".//jn", ".//newspaperTitle", ".//titleAbbreviation", ".//newspaperID")
        for article in issue.iter("article"):
            title = words_at(article, "ti", "text/text.title")
            kind = words_at(article, "ct") or article.get("type")
            yield _scanned(article.iterfind(".//text.cr"), title, day, outlet, kind, next(positions))
    for article in root.iter("BL_article"):
        title = words_at(article, ".//dc_metadata/Title")
        day = words_at(article, ".//normalisedDate", ".//issued", ".//printedDate")
        kind = next((words for found in list(article.iterfind(".//dc_metadata/Type"))[::-1] if (words := flat_words(found))), None)
        outlet = words_at(article, "title_metadata/title", ".//isPartOf")
        yield _scanned(article.iter("articleText"), title, day, outlet, kind, next(positions))


def _scanned(
    texts: Iterator[Element], title: str | None, day: str | None, outlet: str | None, kind: str | None, position: int
) -> RawArticle | Rejected:
    body = text_of_all(texts)
    if not body:
        return Rejected("no_body", f"expected recognised words, found none under the title {title!r}", position, "article")
    return RawArticle(
        text=body,
        position=position,
        title=title,
        published_at=day,
        outlet=outlet,
        fields=(("category", kind),) if kind else (),
    )
