"""NITF 2 and 3 (https://iptc.org/std/NITF/): one article a file."""

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from transforms.readers.further_fields import further_fields
from transforms.readers.outcomes import RawArticle, Reading, Rejected
from transforms.readers.stamps import first_stamp
from transforms.readers.xml_paragraphs import text_under
from transforms.readers.xml_trees import flat_words, language_of, parse_xml, with_break, words_at

__all__ = ["bylines_of", "further_of_nitf", "headline_of", "read_nitf", "text_of_nitf"]

NAME = "nitf"
#: Desk signatures such as "gr/bp" stand where names do.
_INITIALS = re.compile(r"[a-z]{1,4}(?:[/\s-]+[a-z]{1,4})*")
_DATES = (
    ("head/docdata/date.release", "norm"),
    ("head/pubdata", "date.publication"),
    ("head/docdata/date.issue", "norm"),
    ("body/body.head/dateline/story.date", "norm"),
)
#: Name of a further field, where it stands, and in which attribute.
_FURTHER = (
    ("subject", "head/tobject/tobject.subject", "tobject.subject.type"),
    ("subject", "head/tobject/tobject.subject", "tobject.subject.matter"),
    ("keyword", "head/docdata/key-list/keyword", "key"),
    ("urgency", "head/docdata/urgency", "ed-urg"),
    ("place", "head/docdata/evloc", "city"),
    ("section", "head/pubdata", "position.section"),
    ("page", "head/pubdata", "position.sequence"),
)
_WITHDRAWN = ("canceled", "cancelled", "withheld")


def read_nitf(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """The article of an NITF file."""
    tree = parse_xml(data)
    if isinstance(tree, Rejected):
        return tree
    return Reading(NAME, NAME, tree.encoding, with_break(iter((_article_of(tree.root),)), tree))


def _article_of(nitf: etree._Element) -> RawArticle | Rejected:
    title = headline_of(nitf)
    status = _attribute(nitf, "head/docdata", "management-status")
    if status and status.lower() in _WITHDRAWN:
        return Rejected(
            "no_article", f"expected an article, found one that its agency has {status.lower()}, titled {title!r}", 0, "article"
        )
    text = text_of_nitf(nitf)
    if not text:
        return Rejected("no_body", f"expected words in body.content, found none under the title {title!r}", 0, "article")
    published = first_stamp(_attribute(nitf, path, name) for path, name in _DATES)
    return RawArticle(
        text=text,
        title=title,
        published_at=published,
        authors=bylines_of(nitf),
        outlet=_outlet_of(nitf),
        url=_attribute(nitf, "head/pubdata", "ex-ref") or _attribute(nitf, "head/docdata/doc-id", "id-string"),
        language=nitf.get("baselang") or language_of(nitf),
        fields=further_of_nitf(nitf),
    )


def further_of_nitf(nitf: etree._Element) -> tuple[tuple[str, str], ...]:
    """What the head names besides: its own metadata, subjects, keywords, urgency, place and page."""
    found = [(meta.get("name", ""), meta.get("content")) for meta in nitf.iterfind("head/meta") if meta.get("name")]
    for name, path, attribute in _FURTHER:
        found += [(name, element.get(attribute)) for element in nitf.iterfind(path)]
    found += [(kind.get("type") or "classifier", kind.get("value") or flat_words(kind)) for kind in nitf.iterfind(".//classifier")]
    return further_fields(found)


def headline_of(nitf: etree._Element) -> str | None:
    return words_at(
        nitf, ".//body.head/hedline/hl1", ".//body.head/headline/hl1", ".//body.head/hedline", ".//body.head/headline", "head/title"
    )


def text_of_nitf(nitf: etree._Element) -> str:
    """The paragraphs of the body; of an article without one, its abstract."""
    whole = nitf.findall("body/body.content/block[@class='full_text']")  # beside it the New York Times corpus repeats the first paragraphs
    contents = whole or nitf.findall("body/body.content")
    parts = [text_under(found) for found in (*contents, *nitf.iterfind("body/body.end/tagline"))]
    text = "\n\n".join(part for part in parts if part)
    return text or "\n\n".join(text_under(found) for found in nitf.iterfind("body/body.head/abstract"))


def bylines_of(nitf: etree._Element) -> tuple[str, ...]:
    """What stands in the bylines: the persons, where they are marked as such."""
    return tuple(
        words for byline in nitf.iterfind("body/body.head/byline") for words in _names_in(byline) if not _INITIALS.fullmatch(words)
    )


def _names_in(byline: etree._Element) -> Iterator[str]:
    persons = [words for person in byline.iterfind(".//person") if (words := flat_words(person))]
    if persons:
        yield from persons
        return
    title = flat_words(byline.find("byttl"))
    words = flat_words(byline)
    if words.removesuffix(title).strip():
        yield words.removesuffix(title).strip()


def _outlet_of(nitf: etree._Element) -> str | None:
    named = (
        _attribute(nitf, "head/pubdata", "name"),
        words_at(nitf, "body/body.head/distributor"),
        _attribute(nitf, "head/docdata/doc-id", "regsrc"),
        _attribute(nitf, "head/docdata/doc.copyright", "holder"),
        _attribute(nitf, "head/docdata/del-list/from-src", "src-name"),
    )
    return next((name for name in named if name), None)


def _attribute(nitf: etree._Element, path: str, name: str) -> str | None:
    return next((value for found in nitf.iterfind(path) if (value := found.get(name, "").strip())), None)
