"""NewsML 1 (https://iptc.org/std/NewsML/1.2/): the texts of its news items; pictures and what an agency has withdrawn are told.

A news item is a tree of components. Each component with a headline of its own that holds text, itself or in components without one, is an
article; what it does not say itself (date, provider, language) stands higher up.
"""

from collections.abc import Iterator, Mapping
from itertools import count

from lxml import etree

from transforms.readers.further_fields import further_fields
from transforms.readers.nitf import bylines_of, further_of_nitf, headline_of, text_of_nitf
from transforms.readers.outcomes import RawArticle, Reading, Rejected
from transforms.readers.stamps import first_stamp
from transforms.readers.xml_paragraphs import text_under
from transforms.readers.xml_trees import flat_words, language_of, parse_xml, with_break, words_at

NAME = "newsml"
#: Names of further fields and where their words or codes stand.
_LINES = (("keyword", "NewsLines/KeywordLine"), ("slug", "NewsLines/SlugLine"), ("series", "NewsLines/SeriesLine"))
_CODES = (
    ("genre", "DescriptiveMetadata/Genre"),
    ("subject", "DescriptiveMetadata/SubjectCode/Subject"),
    ("subject", "DescriptiveMetadata/SubjectCode/SubjectMatter"),
    ("urgency", "NewsManagement/Urgency"),
    ("priority", "NewsManagement/Priority"),
)
_NO_TEXT_ROLES = frozenset(("caption", "legend", "thumbnail", "preview", "quicklook", "highdef"))
_WITHDRAWN = frozenset(("canceled", "cancelled", "withheld"))


def read_newsml(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """The articles of a NewsML 1 file."""
    tree = parse_xml(data)
    if isinstance(tree, Rejected):
        return tree
    return Reading(NAME, NAME, tree.encoding, with_break(_articles(tree.root), tree, "NewsItem"))


def _articles(root: etree._Element) -> Iterator[RawArticle | Rejected]:
    positions = count()
    for item in root.iterfind("NewsItem"):
        status = _name(item.find("NewsManagement/Status")).lower()
        if status in _WITHDRAWN:
            detail = f"expected an article, found one that its agency has {status}, titled {_headline(item)!r}"
            yield Rejected("no_article", detail, next(positions), "article")
            continue
        owners = _texts_by_owner(item)
        if not owners:
            kinds = sorted({_name(found) for found in item.iterfind(".//MediaType")}) or ["no content"]
            detail = f"expected a text, found {', '.join(kinds)} under the title {_headline(item)!r}"
            yield Rejected("no_article", detail, next(positions), "article")
        for owner, contents in owners.items():
            yield _article_of(root, owner, contents, next(positions))


def _texts_by_owner(item: etree._Element) -> dict[etree._Element, list[etree._Element]]:
    """The texts of an item, under the nearest component with a headline, or the item itself."""
    owners: dict[etree._Element, list[etree._Element]] = {}
    for component in item.iter("NewsComponent", "NewsItem"):
        contents = [content for content in component.iterfind("ContentItem") if _is_text(content)]
        if contents and _name(component.find("Role")).lower() not in _NO_TEXT_ROLES:
            owner = next((above for above in _upwards(component) if above is item or above.find("NewsLines/HeadLine") is not None), item)
            owners.setdefault(owner, []).extend(contents)
    return owners


def _is_text(content: etree._Element) -> bool:
    kind = _name(content.find("MediaType")).lower()
    return content.find("DataContent") is not None and kind in ("", "text", "complexdata")


def _article_of(root: etree._Element, owner: etree._Element, contents: list[etree._Element], position: int) -> RawArticle | Rejected:
    title = _headline(owner) or _nearest(owner, "NameLabel", "Identification/NameLabel")
    texts = [text for content in contents if (text := _text_of(content))]
    if not texts:
        return Rejected("no_body", f"expected words in DataContent, found none under the title {title!r}", position, "article")
    nitf = next((found for content in contents for found in content.iterfind("DataContent/nitf")), None)
    published = first_stamp(
        [
            _nearest(owner, "NewsManagement/ThisRevisionCreated"),
            _nearest(owner, "NewsManagement/FirstCreated"),
            _nearest(owner, "DescriptiveMetadata/DateLineDate"),
            _nearest(owner, "Identification/NewsIdentifier/DateId"),
            words_at(root, "NewsEnvelope/DateAndTime"),
        ]
    )
    printed = tuple(words for found in owner.iterfind("NewsLines/ByLine") if (words := flat_words(found)))
    return RawArticle(
        text="\n\n".join(dict.fromkeys(texts)),
        position=position,
        title=title or (headline_of(nitf) if nitf is not None else None),
        published_at=published,
        authors=printed or (bylines_of(nitf) if nitf is not None else ()),
        outlet=_outlet_of(owner),
        url=_nearest(owner, "Identification/NewsIdentifier/PublicIdentifier"),
        language=_language_of(owner),
        fields=_further_of(owner) or (further_of_nitf(nitf) if nitf is not None else ()),
    )


def _further_of(owner: etree._Element) -> tuple[tuple[str, str], ...]:
    """Keywords, slug, subjects, genre, urgency and properties, of the article or what stands above it."""
    found: list[tuple[str, str | None]] = []
    for above in _upwards(owner):
        found += [(name, flat_words(line)) for name, path in _LINES for line in above.iterfind(path)]
        found += [(name, _name(code)) for name, path in _CODES for code in above.iterfind(path)]
        found += [(_name(item), item.get("Value")) for item in above.iterfind("DescriptiveMetadata/Property") if _name(item)]
    return further_fields(found)


def _headline(owner: etree._Element) -> str | None:
    return words_at(owner, "NewsLines/HeadLine", ".//NewsLines/HeadLine")


def _text_of(content: etree._Element) -> str:
    """The words of all contents of one text: NITF, HTML, paragraphs, or bare text."""
    parts = []
    for data in content.iterfind("DataContent"):
        nitf, body = data.find("nitf"), data.find(".//body")
        parts.append(text_of_nitf(nitf) if nitf is not None else text_under(data if body is None else body))
    return "\n\n".join(part for part in parts if part)


def _outlet_of(owner: etree._Element) -> str | None:
    for path in ("AdministrativeMetadata/Provider/Party", "AdministrativeMetadata/Source/Party"):
        party = next((found for above in _upwards(owner) for found in above.iterfind(path) if _name(found)), None)
        if party is not None:
            return _name(party)
    return _nearest(owner, "NewsLines/CreditLine", "Identification/NewsIdentifier/ProviderId")


def _language_of(owner: etree._Element) -> str | None:
    for above in _upwards(owner):
        named = _name(above.find("DescriptiveMetadata/Language")) or language_of(above)
        if named:
            return named
    return None


def _nearest(owner: etree._Element, *paths: str) -> str | None:
    """The words at a path under the element itself or the nearest one above it."""
    return next((words for above in _upwards(owner) if (words := words_at(above, *paths))), None)


def _upwards(element: etree._Element) -> Iterator[etree._Element]:
    yield element
    yield from element.iterancestors()


def _name(element: etree._Element | None) -> str:
    return "" if element is None else element.get("FormalName", "").strip()
