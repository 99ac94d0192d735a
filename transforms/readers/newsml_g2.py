"""NewsML-G2 (https://iptc.org/std/NewsML-G2/): the text items of a message, or one item alone; packages, pictures and events are told."""

from collections.abc import Iterator, Mapping

from lxml import etree

from transforms.readers.further_fields import further_fields
from transforms.readers.nitf import bylines_of, headline_of, text_of_nitf
from transforms.readers.outcomes import RawArticle, Reading, Rejected
from transforms.readers.stamps import first_stamp
from transforms.readers.xml_paragraphs import text_under
from transforms.readers.xml_trees import flat_words, language_of, parse_xml, with_break, words_at

NAME = "newsml_g2"
#: Items that are no news, and what they are called.
_OTHER_ITEMS = {
    "packageItem": "a package that points to articles",
    "conceptItem": "a concept",
    "knowledgeItem": "a list of concepts",
    "planningItem": "a plan of coverage",
    "catalogItem": "a catalogue of vocabularies",
}
#: Names of further fields and where they stand.
_NAMED = (
    ("subject", "contentMeta/subject"),
    ("genre", "contentMeta/genre"),
    ("located", "contentMeta/located"),
    ("service", "itemMeta/service"),
)
_DATES = ("itemMeta/versionCreated", "contentMeta/contentModified", "contentMeta/contentCreated", "itemMeta/firstCreated")


def read_newsml_g2(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """The articles of a NewsML-G2 file."""
    tree = parse_xml(data)
    if isinstance(tree, Rejected):
        return tree
    items = [tree.root] if tree.root.tag != "newsMessage" else [item for found in tree.root.iterfind("itemSet") for item in found]
    found = (_article_of(item, tree.root, number) for number, item in enumerate(items))
    return Reading(NAME, NAME, tree.encoding, with_break(found, tree, "newsItem"))


def _article_of(item: etree._Element, message: etree._Element, position: int) -> RawArticle | Rejected:
    if item.tag != "newsItem":
        what = _OTHER_ITEMS.get(item.tag, f"<{item.tag}>")
        return Rejected("no_article", f"expected a news item, found {what}", position, "article")
    title = _title_of(item)
    kind = _code(item.find("itemMeta/itemClass"))
    if kind and kind not in ("text", "composite"):
        return Rejected("no_article", f"expected a text, found a {kind} titled {title!r}", position, "article")
    status = _code(item.find("itemMeta/pubStatus"))
    if status in ("canceled", "withheld"):
        return Rejected("no_article", f"expected an article, found one that its agency has {status}, titled {title!r}", position, "article")
    text = next((text for content in _contents(item) if (text := _text_of(content))), None)
    if text is None:
        return Rejected("no_body", f"expected words in contentSet, found none under the title {title!r}", position, "article")
    published = first_stamp([*(words_at(item, path) for path in _DATES), words_at(message, "header/sent", "Header/Sent")])
    return RawArticle(
        text=text,
        position=position,
        title=title,
        published_at=published,
        authors=tuple(_authors_of(item)),
        outlet=_outlet_of(item, message),
        url=item.get("guid"),
        language=_language_of(item),
        fields=_further_of(item),
    )


def _further_of(item: etree._Element) -> tuple[tuple[str, str], ...]:
    """Keywords, slug, urgency as printed; subjects, genres, services and places by their names, else by their codes."""
    found = [(name, flat_words(element)) for name in ("keyword", "slugline", "urgency") for element in item.iterfind(f"contentMeta/{name}")]
    for name, path in _NAMED:
        found += [(name, words_at(element, "name") or element.get("literal") or _code(element)) for element in item.iterfind(path)]
    return further_fields(found)


def _title_of(item: etree._Element) -> str | None:
    """The headline; where there are several, the one that is not a sub-headline."""
    headlines = [found for found in item.iterfind("contentMeta/headline") if "sub" not in found.get("role", "").lower()]
    printed = next((words for found in headlines if (words := flat_words(found))), None)
    nitf = item.find("contentSet/inlineXML/nitf")
    inner = headline_of(nitf) if nitf is not None else None
    return printed or inner or words_at(item, "itemMeta/title", "contentSet/inlineXML/html/head/title", ".//h1")


def _contents(item: etree._Element) -> Iterator[etree._Element]:
    for path in ("contentSet/inlineXML", "contentSet/inlineData"):
        yield from item.iterfind(path)


def _text_of(content: etree._Element) -> str | None:
    nitf = content.find("nitf")
    if nitf is not None:
        return text_of_nitf(nitf) or None
    body = content.find(".//body")
    return text_under(content if body is None else body) or None


def _authors_of(item: etree._Element) -> Iterator[str]:
    """The byline; without one, the persons who made the content."""
    printed = [words for found in item.iterfind("contentMeta/by") if (words := flat_words(found))]
    printed += [byline for nitf in item.iterfind("contentSet/inlineXML/nitf") for byline in bylines_of(nitf)]
    if printed:
        yield from printed
        return
    for creator in item.iterfind("contentMeta/creator"):
        name = words_at(creator, "name")
        if name and (creator.get("type", "").endswith(":person") or "author" in creator.get("role", "").lower()):
            yield name


def _outlet_of(item: etree._Element, message: etree._Element) -> str | None:
    credit = (words_at(item, "contentMeta/creditline") or "").strip(" –—-/()")
    if credit:
        return credit
    for path in ("itemMeta/provider", "contentMeta/infoSource", "rightsInfo/copyrightHolder"):
        for found in item.iterfind(path):
            name = words_at(found, "name") or found.get("literal") or _code(found)
            if name:
                return name
    return words_at(message, "header/sender")


def _language_of(item: etree._Element) -> str | None:
    found = item.find("contentMeta/language")
    return (found.get("tag") if found is not None else None) or language_of(item)


def _code(element: etree._Element | None) -> str:
    """What follows the colon of a code ("ninat:text")."""
    return "" if element is None else element.get("qcode", "").rpartition(":")[2]
