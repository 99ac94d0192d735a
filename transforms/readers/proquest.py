"""Exports of ProQuest: plain text with a label before each field, and the XML of records."""

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from transforms.readers.markup import has_markup, text_of_markup
from transforms.readers.outcomes import RawArticle, Reading, Rejected
from transforms.readers.printed_days import printed_day
from transforms.readers.stamps import first_stamp
from transforms.readers.xml_trees import parse_xml, with_break, words_at

NAME = "proquest"
_RULE = re.compile(r"(?m)^_{20,}\s*$")
_LABEL = re.compile(
    r"(?m)^(Document \d+ of \d+|Title|Author|Publication title|Publication date|Publication info|Publication year|Full text|Abstract"
    r"|Subject|Location|Company / organization|People|Language of publication|Document URL|Document type|ProQuest document ID|Source type"
    r"|Links|ISSN|Place of publication|Country of publication|Publisher|Section|Copyright|Last updated|Database|First page|Pages|Volume"
    r"|Issue|Publication subject|Column|Word count|Identifier / keyword|Classification|Dateline|ProQuest link)\s*:[^\S\n]*"
)
_LANGUAGES = {"english": "en", "french": "fr", "german": "de", "spanish": "es"}
_RECORDS = ("RECORD", "Record")


def is_proquest_text(text: str) -> bool:
    """Whether labels as only ProQuest prints them stand in a text."""
    labels = {match[1] for match in _LABEL.finditer(text[:65_536])}
    return "ProQuest document ID" in labels and bool(labels & {"Full text", "Publication title"})


def proquest_articles(text: str) -> Iterator[RawArticle | Rejected]:
    """The articles of an export as text."""
    records = [record for record in _RULE.split(text.replace("\r", "")) if "ProQuest document ID" in record]
    for position, record in enumerate(records):
        pieces = _LABEL.split(record)
        fields: dict[str, str] = {}
        for label, value in zip(pieces[1::2], pieces[2::2], strict=True):
            fields.setdefault(label, value.strip())
        yield _article(fields, pieces[0], position)


def _article(fields: Mapping[str, str], before: str, position: int) -> RawArticle | Rejected:
    title = " ".join((fields.get("Title") or before.strip().split("\n")[0]).split()) or None
    body = fields.get("Full text") or fields.get("Abstract") or ""
    if not body or body.lower().startswith(("none available", "not available")):
        return Rejected("no_body", f"expected a full text, found none under the title {title!r}", position, "article")
    day = printed_day(fields.get("Publication date", "")) or first_stamp([fields.get("Publication date")])
    return RawArticle(
        text="\n\n".join(" ".join(block.split()) for block in re.split(r"\n\s*\n", body) if block.strip()),
        position=position,
        title=title,
        published_at=day,
        published_from="metadata" if day else None,
        authors=tuple(_natural(name) for name in fields.get("Author", "").split(";") if name.strip()),
        outlet=" ".join(fields.get("Publication title", "").partition(";")[0].split()) or None,
        url=(fields.get("Document URL") or "").split("\n")[0].strip() or None,
        language=_LANGUAGES.get(fields.get("Language of publication", "").strip().casefold()),
    )


def _natural(name: str) -> str:
    """ "Doe, Jane" as it is spoken."""
    last, comma, first = name.strip().strip(".").partition(",")
    return f"{first.strip()} {last.strip()}" if comma else last.strip()


def read_proquest_xml(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """The articles of records from ProQuest's text mining service and its archives of historical newspapers."""
    tree = parse_xml(data)
    if isinstance(tree, Rejected):
        return tree
    records = [tree.root] if tree.root.tag in _RECORDS else [found for name in _RECORDS for found in tree.root.iter(name)]
    found = (_record(record, position) for position, record in enumerate(records))
    return Reading(NAME, NAME, tree.encoding, with_break(found, tree, *_RECORDS))


def _record(record: etree._Element, position: int) -> RawArticle | Rejected:
    title = words_at(record, ".//TitleAtt/Title", "RecordTitle")
    text = "\n\n".join("".join(found.itertext()).strip() for name in (".//TextInfo/Text", "FullText") for found in record.iterfind(name))
    body = text_of_markup(text) if has_markup(text) else text
    if not body.strip():
        return Rejected("no_body", f"expected a full text, found none under the title {title!r}", position, "article")
    published = first_stamp((words_at(record, ".//NumericDate"), words_at(record, "NumericPubDate")))
    names = [words for found in record.iter("Contrib", "Contributor") if (words := words_at(found, "OriginalForm", "PersonName"))]
    return RawArticle(
        text=body,
        position=position,
        title=title,
        published_at=published,
        published_from="metadata" if published else None,
        authors=tuple(map(_natural, names)),
        outlet=words_at(record, ".//PubFrosting/Title", "Publication/Title"),
        url=words_at(record, ".//URLDocView", "URLDocView"),
        language=_LANGUAGES.get((words_at(record, ".//Language/RawLang", "LanguageCode") or "").casefold()),
    )
