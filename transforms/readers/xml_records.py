"""Other XML whose elements hold articles as records: <article><headline>…</headline><content>…</content></article>.

A field is a child, an attribute, a child that is called "field" or "meta" and names itself in an attribute, or stands in an object one
level down, as in JSON. Outlet and day may be those of the issue that the article stands in.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from lxml import etree

from transforms.readers.field_names import detect_fields, known_fields, mapped_fields, plain_name
from transforms.readers.json_shapes import DESCRIPTIONS, levelled
from transforms.readers.outcomes import RawArticle, Reading, Rejected
from transforms.readers.records import article_from_record, outlet_of, printed_day_of
from transforms.readers.values import scalar
from transforms.readers.xml_paragraphs import text_of_all
from transforms.readers.xml_trees import Element, XmlTree, flat_words, parse_xml, with_break

NAME = "xml"
#: Fields beside the text without which an element is rather a part of an article than one.
_TELLING = frozenset(("title", "published_at", "url", "authors"))
#: Elements that hold the text although nothing in JSON is called so.
_MAINS = frozenset(("main", "bodycontent", "bodytext", "storybody", "txt", "tx", "reallead"))
#: Headings, which every part of a text may have.
_HEADINGS = frozenset(("head",))
#: Elements that are paragraphs of the element they stand in.
_PARAGRAPHS = frozenset(("p", "para", "paragraph", "absatz"))
#: Elements that are sentences of the paragraph that the element is.
_SENTENCES = frozenset(("s", "sentence", "seg"))
#: Elements that name themselves in an attribute: <field name="title">, <meta name="title" content="…">, <dc element="…" value="…">.
_PAIRS = frozenset(("field", "str", "arr", "date", "column", "col", "meta", "dc", "property", "int", "long", "item", "attribute", "attr"))
_PAIR_NAMES, _PAIR_VALUES = ("name", "element", "property", "key"), ("content", "value")
#: Elements around articles whose title is the outlet and whose day is that of the articles.
_ISSUES = frozenset(("issue", "newspaper", "edition", "publication", "periodical", "journal", "medium", "zeitung", "ausgabe", "numero"))
_DIGITS = re.compile(r"\d{1,2}$")
_MAX_DEPTH = 4
#: An element under no known name is the text when it has at least so many characters, and another is the title.
_LONG = 200


def read_xml_records(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """The articles of an XML file, whose fields are found by name or by the mapping (ours to theirs)."""
    tree = parse_xml(data)
    if isinstance(tree, Rejected):
        return tree
    found = with_break(_articles(tree, mapping), tree)
    if not any(isinstance(article, RawArticle) for article in found) and not tree.broken:
        detail = f"expected a news format or elements that hold a text and a title or date, found XML of <{tree.root.tag}>"
        return Rejected("unknown_format", f"{detail}; name the element of the text with --map text=ELEMENT")
    return Reading(NAME, NAME, tree.encoding, found)


def _articles(tree: XmlTree, mapping: Mapping[str, str]) -> Iterator[RawArticle | Rejected]:
    position = 0
    walk = etree.iterwalk(tree.root, events=("start",))
    for _, element in walk:
        texts = _texts_of(element, mapping)
        if not texts:
            continue
        yield _article_of(element, texts, position, mapping)
        position += 1
        walk.skip_subtree()


def _texts_of(element: Element, mapping: Mapping[str, str]) -> list[Element]:
    """The elements that hold the text of the article that an element is, or should; none when it is not an article."""
    if (len(element) == 0 and not element.attrib) or _name_of(element) != element.tag:
        return []
    children = {_name_of(child): child for child in reversed(element)}
    fields = detect_fields([*children, *_attributes(element), *_described(element)], mapping)
    if not {name for field in _TELLING & fields.keys() for name in fields[field]} - _HEADINGS:
        return []
    empty: list[Element] = []
    for name in (*fields.get("text", ()), *(name for name in children if plain_name(name) in _MAINS)):
        if name not in children:
            if element.get(name):
                return [element]
            continue
        same = [child for child in element if _name_of(child) == name]
        if any(_texts_of(child, mapping) for child in same):
            continue
        if any(words.strip() for child in same for words in child.itertext()):
            return same
        empty = empty or same
    numbered = [child for child in element if _DIGITS.search(child.tag) and _is_text_name(_DIGITS.sub("", child.tag))]
    return numbered or _own_texts(element, fields) or empty


def _own_texts(element: Element, fields: Mapping[str, Any]) -> list[Element]:
    """Where an element has no child for the text: its paragraphs, itself when words stand in it, or a long child under any name."""
    if paragraphs := [child for child in element if child.tag.casefold() in _PARAGRAPHS]:
        return paragraphs
    if any(child.tag.casefold() in _SENTENCES for child in element):
        return [element]
    bare = " ".join((element.text or "", *(child.tail or "" for child in element)))
    if len(bare.strip()) > _LONG:
        return [element]
    if "title" not in fields or len(_TELLING & fields.keys()) < 2:
        return []
    known = {name for names in fields.values() for name in names}
    others = [child for child in element if _name_of(child) not in known and not _texts_of(child, {})]
    longest = max(others, key=lambda child: len(flat_words(child)), default=None)
    return [longest] if longest is not None and len(flat_words(longest)) > _LONG else []


def _is_text_name(name: str) -> bool:
    return "text" in known_fields([name])


def _described(element: Element) -> list[str]:
    """Names one level down, in the objects that describe the article."""
    return [_name_of(inner) for child in element if plain_name(child.tag) in DESCRIPTIONS for inner in child]


def _article_of(element: Element, texts: list[Element], position: int, mapping: Mapping[str, str]) -> RawArticle | Rejected:
    """The article that an element is, its text under the name "text" whatever that is called."""
    record = _attributes(element) | _members(element, texts, 0)
    written = next((name for name in record if _is_text_name(name) and isinstance(record[name], str)), None) if texts == [element] else None
    record["text"] = record.pop(written) if written else text_of_all(texts)
    if not record["text"]:
        return Rejected("no_body", f"expected an article's text, found an empty element <{texts[0].tag}>", position, "article")
    if texts[0].tag == "articleText":
        record["articleText"] = record["text"]
    level = levelled(record)
    fields = known_fields(level) | mapped_fields(level, mapping) | {"text": ("text",)}
    article = article_from_record(level, fields, position, mapping)
    return article if isinstance(article, Rejected) else _with_issue(_with_headline(article, level), element)


def _attributes(element: Element) -> dict[str, Any]:
    return {name.rpartition("}")[2]: value for name, value in element.attrib.items() if value and "XMLSchema-instance" not in name}


def _members(element: Element, texts: list[Element], depth: int) -> dict[str, Any]:
    """The children of an element by their names as values of JSON, without those that are its text; lists of those of one name."""
    found: dict[str, list[Any]] = {}
    for child in element:
        if child not in texts and (value := _value_of(child, depth)):
            found.setdefault(_name_of(child), []).append(value)
    return {name: values[0] if len(values) == 1 else values for name, values in found.items()}


def _value_of(element: Element, depth: int) -> Any:  # noqa: ANN401 - as a value of JSON
    """An element as a value: its words, what it names in attributes, a list of its children of one name, or an object of them."""
    words = flat_words(element)
    if not words and len(element):
        return _members(element, [], depth + 1) if depth < _MAX_DEPTH else None
    if not words:
        given = next((element.get(name) for name in _PAIR_VALUES if element.get(name)), None)
        return given or _attributes(element)
    if element.get("href") and not words.startswith("http"):
        return {"href": element.get("href"), "#text": words}
    if len(element) == 0 or depth >= _MAX_DEPTH or (element.text or "").strip() or any((child.tail or "").strip() for child in element):
        return words
    if len({child.tag for child in element}) == 1 and _name_of(element[0]) == element[0].tag:
        return [value for child in element if (value := _value_of(child, depth + 1))]
    return _members(element, [], depth + 1)


def _name_of(element: Element) -> str:
    """What a field is called: the element's name, or the one that it gives itself."""
    if element.tag.casefold() in _PAIRS:
        return next((words for name in _PAIR_NAMES if (words := element.get(name))), str(element.tag))
    return str(element.tag)


def _with_headline(article: RawArticle, record: Mapping[str, Any]) -> RawArticle:
    """The article with the plain headline where the title is that with a place or rubric before it ("MEXICO: Markets recover")."""
    headline = record.get("headline")
    is_part = isinstance(headline, str) and article.title and article.title != headline and article.title.endswith(headline)
    return replace(article, title=headline) if is_part else article


def _with_issue(article: RawArticle, element: Element) -> RawArticle:
    """The article with the outlet and day of the issue that it stands in, as far as it has none of its own."""
    for above in element.iterancestors():
        if plain_name(above.tag) not in _ISSUES or (article.outlet and article.published_at):
            continue
        record = levelled(_attributes(above) | _members(above, [child for child in above if _holds(child, element)], 0))
        fields = known_fields(record)
        day = article.published_at or printed_day_of(record, fields.get("published_at", ()))
        names = (*fields.get("outlet", ()), *fields.get("title", ()))
        article = replace(
            article,
            outlet=article.outlet or outlet_of(record, names),
            published_at=day,
            language=article.language or next((words for name in fields.get("language", ()) if (words := scalar(record[name]))), None),
        )
    return article


def _holds(outer: Element, inner: Element) -> bool:
    return outer is inner or any(above is outer for above in inner.iterancestors())
