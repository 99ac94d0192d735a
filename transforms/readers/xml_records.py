"""Other XML whose elements hold articles as records, one element a field: <article><headline>…</headline><content>…</content>."""

from collections.abc import Iterator, Mapping

from lxml import etree

from transforms.readers.field_names import detect_fields
from transforms.readers.outcomes import RawArticle, Reading, Rejected
from transforms.readers.records import article_from_record
from transforms.readers.xml_paragraphs import text_under
from transforms.readers.xml_trees import XmlTree, flat_words, parse_xml, with_break

NAME = "xml"
#: Fields beside the text without which an element is rather a part of an article than one.
_TELLING = frozenset(("title", "published_at", "url", "authors"))


def read_xml_records(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """The articles of an XML file, whose fields are found by name or by the mapping (ours to theirs)."""
    tree = parse_xml(data)
    if isinstance(tree, Rejected):
        return tree
    found = with_break(_articles(tree, mapping), tree)
    if not any(isinstance(article, RawArticle) for article in found) and not tree.broken:
        detail = f"expected a news format or elements that hold a text and a title or date, found XML of <{tree.root.tag}>"
        return Rejected("unknown_format", f"{detail}; name them with --map text=ELEMENT")
    return Reading(NAME, NAME, tree.encoding, found)


def _articles(tree: XmlTree, mapping: Mapping[str, str]) -> Iterator[RawArticle | Rejected]:
    position = 0
    walk = etree.iterwalk(tree.root, events=("start",))
    for _, element in walk:
        children: dict[str, list[etree._Element]] = {}
        for child in element:
            children.setdefault(child.tag, []).append(child)
        fields = detect_fields(children, mapping)
        if "text" not in fields or not _TELLING & fields.keys():
            continue
        record = {name: _value(same, name in fields["text"]) for name, same in children.items()}
        yield article_from_record(record, fields, position)
        position += 1
        walk.skip_subtree()


def _value(same: list[etree._Element], is_text: bool) -> str | list[str]:
    """The words of children of one name."""
    if is_text:
        return "\n\n".join(text for child in same if (text := text_under(child)))
    return [words for child in same if (words := flat_words(child))]
