"""Exports of Factiva: fields under codes of two or three letters (HD headline, PD day, SN outlet, LP and TD text …), as HTML, RTF or plain
text, and the XML of its interface."""

import re
from collections.abc import Iterator, Mapping, Sequence

from lxml import etree, html

from transforms.readers.encodings import decode_bytes
from transforms.readers.factiva_display import factiva_display_articles
from transforms.readers.markup import text_of_markup
from transforms.readers.outcomes import RawArticle, Reading, Rejected
from transforms.readers.printed_days import printed_day
from transforms.readers.stamps import first_stamp
from transforms.readers.xml_trees import flat_words, parse_xml, with_break, words_at

NAME = "factiva"
#: Codes of fields (https://developer.dowjones.com/documents/site-docs-factiva_news_search_api).
_CODES = frozenset("SE HD BY CR WC PD ET SN SC NGC GC ED PG VOL LA CY LP TD ART RF CO IN NS RE IPC IPD PUB AN CT CX RST CLM DLN".split())
_CODE_LINE = re.compile(r"\|?\s*([A-Z]{2,3})(?:\s*\|\s*|\s{2,}|\t+|\s*$)(.*)")
_LANGUAGES = {
    "english": "en",
    "anglais": "en",
    "englisch": "en",
    "français": "fr",
    "french": "fr",
    "deutsch": "de",
    "german": "de",
    "español": "es",
}

type Fields = Mapping[str, Sequence[str]]


def is_factiva_text(text: str) -> bool:
    """Whether lines begin with the codes that every record has: headline, day, outlet and number."""
    codes = {match[1] for line in text[:65_536].splitlines() if (match := _CODE_LINE.match(line))}
    return {"HD", "PD", "SN"} <= codes and bool(codes & {"AN", "LP", "TD"})


def read_factiva_html(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """The articles of an HTML export, each one a table of codes."""
    decoded = decode_bytes(data)
    if isinstance(decoded, Rejected):
        return decoded
    root = html.document_fromstring(re.sub(r"<\?xml[^>]*\?>", "", decoded.text))
    tables = [table for table in root.iter("table") if len({code for code, _ in _rows(table)} & {"HD", "PD", "SN", "LP", "TD"}) >= 3]
    if not tables:
        return Reading(NAME, NAME, decoded.encoding, tuple(factiva_display_articles(text_of_markup(decoded.text))))
    innermost = [table for table in tables if not any(other is not table and other in table.iter("table") for other in tables)]
    articles = tuple(_article(_gather(_rows(table)), position) for position, table in enumerate(innermost))
    return Reading(NAME, NAME, decoded.encoding, articles)


def _rows(table: etree._Element) -> Iterator[tuple[str, list[str]]]:
    """(code, paragraphs) of the rows of a table."""
    for row in table.iter("tr"):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        if len(cells) < 2:
            continue
        code = flat_words(cells[0]).replace("\xa0", " ").strip()
        if code in _CODES:
            paragraphs = [flat_words(paragraph) for paragraph in cells[1].iter("p")] or [flat_words(cells[1])]
            yield code, [paragraph for paragraph in paragraphs if paragraph]


def factiva_articles(text: str) -> Iterator[RawArticle | Rejected]:
    """The articles of an export as lines of text; a record begins where a code comes that the one before has already, HD or SE."""
    records: list[list[tuple[str, list[str]]]] = []
    paragraph_over = False
    for line in text.replace("\r", "").split("\n"):
        match = _CODE_LINE.match(line)
        if match and match[1] in _CODES:
            if not records or (match[1] in ("HD", "SE") and {"PD", "AN"} & {code for code, _ in records[-1]}):
                records.append([])
            records[-1].append((match[1], [match[2].strip(" |")]))
            paragraph_over = False
        elif records:
            words = line.strip(" |\t")
            if not words:
                paragraph_over = True
            elif paragraph_over:
                records[-1][-1][1].append(words)
                paragraph_over = False
            else:
                parts = records[-1][-1][1]
                parts[-1] = f"{parts[-1]} {words}".strip()
    for position, record in enumerate(records):
        yield _article(_gather(iter(record)), position)


def _gather(rows: Iterator[tuple[str, list[str]]]) -> Fields:
    fields: dict[str, list[str]] = {}
    for code, paragraphs in rows:
        fields.setdefault(code, []).extend(part for part in paragraphs if part)
    return fields


def _article(fields: Fields, position: int) -> RawArticle | Rejected:
    title = " ".join(fields.get("HD", ())) or None
    body = [*fields.get("LP", ()), *fields.get("TD", ())] or list(fields.get("ART", ()))
    if not body:
        return Rejected("no_body", f"expected words under LP or TD, found none under the title {title!r}", position, "article")
    day = printed_day(" ".join(fields.get("PD", ())))
    clock = re.fullmatch(r"(\d{1,2}):(\d{2})", " ".join(fields.get("ET", ())).strip())
    published = f"{day}T{int(clock[1]):02}:{clock[2]}" if day and clock else day
    language = " ".join(fields.get("LA", ())).strip().casefold()
    return RawArticle(
        text="\n\n".join(body),
        position=position,
        title=title,
        published_at=published,
        authors=tuple(name for name in (" ".join(fields.get("BY", ())),) if name),
        outlet=" ".join(fields.get("SN", ())) or None,
        language=_LANGUAGES.get(language),
    )


def read_factiva_xml(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """The articles of a response of Factiva's interface."""
    tree = parse_xml(data)
    if isinstance(tree, Rejected):
        return tree
    found = (_article_of(article, position) for position, article in enumerate(tree.root.iter("article")))
    return Reading(NAME, NAME, tree.encoding, with_break(found, tree, "article"))


def _article_of(article: etree._Element, position: int) -> RawArticle | Rejected:
    title = words_at(article, "headline")
    body = [words for name in ("leadParagraph", "tailParagraphs") for part in article.iterfind(name) for words in _paragraphs(part)]
    if not body:
        return Rejected("no_body", f"expected a leadParagraph, found none under the title {title!r}", position, "article")
    published = first_stamp((words_at(article, "publicationDate/dateTime"), words_at(article, "publicationDate/date")))
    language = article.findtext("baseLanguage")
    return RawArticle(
        text="\n\n".join(body),
        position=position,
        title=title,
        published_at=published,
        authors=tuple(name for name in (words_at(article, "byline"),) if name),
        outlet=words_at(article, "sourceName", "publisherName"),
        language=language.strip().lower() if language else None,
    )


def _paragraphs(part: etree._Element) -> Iterator[str]:
    """The paragraphs of an element; bare words are cut where a line is indented."""
    elements = part.findall("paragraph")
    if elements:
        yield from (words for element in elements if (words := flat_words(element)))
        return
    for block in re.split(r"\n\s*\n|\n[ \t]{2,}(?=\S)", "".join(part.itertext())):
        if words := " ".join(block.split()):
            yield words
