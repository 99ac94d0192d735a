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
#: Labels of the fields that are read, in the languages of the reader, and what they are called in English.
_FIELDS = {
    "title": "title", "título": "title", "titre": "title", "titel": "title",
    "author": "author", "autor": "author", "auteur": "author",
    "publication title": "outlet", "título de publicación": "outlet", "título de la publicación": "outlet",
    "titre de la publication": "outlet", "titel der publikation": "outlet", "título da publicação": "outlet",
    "publication date": "day", "fecha de publicación": "day", "date de publication": "day", "publikationsdatum": "day",
    "data de publicação": "day",
    "full text": "text", "texto completo": "text", "texte intégral": "text", "volltext": "text",
    "abstract": "abstract", "resumen": "abstract", "résumé": "abstract", "resumo": "abstract", "zusammenfassung": "abstract",
    "language of publication": "language", "idioma de la publicación": "language", "langue de publication": "language",
    "sprache der publikation": "language", "idioma da publicação": "language",
    "document url": "url", "url del documento": "url", "url du document": "url", "dokument-url": "url", "url do documento": "url",
    "proquest document id": "id", "id del documento de proquest": "id", "id de documento de proquest": "id",
    "id du document proquest": "id", "proquest-dokument-id": "id", "id do documento do proquest": "id",
}  # fmt: skip
#: Labels that end the field before them.
_OTHERS = (
    r"Document \d+ of \d+|Documento \d+ de \d+|Document \d+ sur \d+|Dokument \d+ von \d+|Publication info|Publication year|Subject|Location"
    r"|Company / organization|People|Document type|Source type|Links|E?-?ISSN|Place of publication|Country of publication|Publisher|Section"
    r"|Copyright|Last updated|Database|First page|Pages|Volume|Issue|Publication subject|Column|Word count|Identifier / keyword"
    r"|Classification|Dateline|ProQuest link|Credit|Crédito|Crédit|Illustration|Caption"
    r"|Materia|Lugar|Sujet|Lieu|Schlagwort|Enlaces|Liens"
    r"|Información de publicación|Informations sur la publication|Tipo de fuente|Type de source|Tipo de documento|Type de document"
)
_LABEL = re.compile(rf"(?m)^({'|'.join(map(re.escape, sorted(_FIELDS, key=len, reverse=True)))}|{_OTHERS})\s*:[^\S\n]*", re.I)
_LANGUAGES = {
    "english": "en", "french": "fr", "german": "de", "spanish": "es", "inglés": "en", "español": "es", "anglais": "en", "français": "fr",
    "englisch": "en", "deutsch": "de", "portuguese": "pt", "português": "pt", "italian": "it", "italiano": "it",
}  # fmt: skip
_RECORDS = ("RECORD", "Record")


def is_proquest_text(text: str) -> bool:
    """Whether labels as only ProQuest prints them stand in a text."""
    labels = {_FIELDS.get(match[1].casefold()) for match in _LABEL.finditer(text[:65_536])}
    return "id" in labels and bool(labels & {"text", "outlet"})


def proquest_articles(text: str) -> Iterator[RawArticle | Rejected]:
    """The articles of an export as text."""
    position = 0
    for record in _RULE.split(text.replace("\r", "")):
        pieces = _LABEL.split(record)
        fields: dict[str, str] = {}
        for label, value in zip(pieces[1::2], pieces[2::2], strict=True):
            fields.setdefault(_FIELDS.get(label.casefold(), label), value.strip())
        if "id" in fields:
            yield _article(fields, pieces[0], position)
            position += 1


def _article(fields: Mapping[str, str], before: str, position: int) -> RawArticle | Rejected:
    title = " ".join((fields.get("title") or before.strip().split("\n")[0]).split()) or None
    body = fields.get("text") or fields.get("abstract") or ""
    if not body or body.lower().startswith(("none available", "not available")):
        return Rejected("no_body", f"expected a full text, found none under the title {title!r}", position, "article")
    day = printed_day(fields.get("day", "")) or first_stamp([fields.get("day")])
    return RawArticle(
        text="\n\n".join(" ".join(block.split()) for block in re.split(r"\n\s*\n", body) if block.strip()),
        position=position,
        title=title,
        published_at=day,
        authors=tuple(_natural(name) for name in fields.get("author", "").split(";") if name.strip()),
        outlet=" ".join(fields.get("outlet", "").partition(";")[0].split()) or None,
        url=(fields.get("url") or "").split("\n")[0].strip() or None,
        language=_LANGUAGES.get(fields.get("language", "").strip().casefold()),
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
        authors=tuple(map(_natural, names)),
        outlet=words_at(record, ".//PubFrosting/Title", "Publication/Title"),
        url=words_at(record, ".//URLDocView", "URLDocView"),
        language=_LANGUAGES.get((words_at(record, ".//Language/RawLang", "LanguageCode") or "").casefold()),
    )
