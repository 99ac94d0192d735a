"""The parts of a document that is kept as a zip archive (DOCX, ODT) that hold its words, and the paragraphs in them.

Only these are unpacked: a picture that is missing or broken, relationships that lead nowhere, and a manifest that cannot be read cost
nothing of the text. Parts are parsed as all XML from anybody."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO

from lxml import etree

from transforms.limits import current_limits
from transforms.readers.outcomes import Rejected
from transforms.readers.xml_trees import XmlTree, parse_xml

_CHUNK = 1 << 16
#: What stands inside a paragraph and is none of its words: other paragraphs, what was deleted or moved away, the same for old programs.
_NO_WORDS = frozenset(("p", "h", "txbxContent", "del", "moveFrom", "Fallback", "annotation", "tracked-changes", "note", "instrText"))
#: Elements whose paragraphs are no text of the document.
_NO_PARAGRAPHS = frozenset(("del", "moveFrom", "Fallback", "annotation", "tracked-changes"))
#: Elements that stand for a character.
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "line-break": "\n", "noBreakHyphen": "-"}
#: Spaces that one element may stand for.
_MOST_SPACES = 100
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_WORD_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The words of a paragraph, and the id or name of its style."""

    words: str
    style: str


class Package:
    """A document's archive. Raises zipfile.BadZipFile and the like when it is none."""

    def __init__(self, data: bytes) -> None:
        self._archive = zipfile.ZipFile(BytesIO(data))
        limits = current_limits()
        self._left = max(limits.expansion_free, limits.expansion * len(data))
        self.names = self._archive.namelist()

    def parse(self, name: str) -> XmlTree | Rejected:
        """The tree of a part, so far as it goes, or why there is none. Counts the bytes really unpacked, never those declared."""
        pieces: list[bytes] = []
        broken = None
        try:
            with self._archive.open(name) as stream:
                while piece := stream.read(_CHUNK):
                    self._left -= len(piece)
                    if self._left < 0:
                        return Rejected(
                            "expands_too_far", f"expected the parts of a document to be of some measure, found more in {name!r}"
                        )
                    pieces.append(piece)
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError, KeyError) as problem:
            broken = f"{type(problem).__name__}: {problem}"[:200]
            if not pieces:
                return Rejected("malformed", f"expected {name!r} in a document, found {broken}")
        tree = parse_xml(b"".join(pieces))
        return tree if isinstance(tree, Rejected) else replace(tree, broken=tree.broken or broken)


def paragraphs_of(root: etree._Element) -> Iterator[Paragraph]:
    """The paragraphs and headings under an element in their order, those in tables and text boxes in their place."""
    walk = etree.iterwalk(root, events=("start",))
    for _, element in walk:
        if element.tag in _NO_PARAGRAPHS:
            walk.skip_subtree()
        elif element.tag in ("p", "h"):
            yield Paragraph("".join(_words_in(element)), _style_of(element))


def _words_in(element: etree._Element) -> Iterator[str]:
    if element.tag in ("p", "h", "span", "a", "t") and element.text:
        yield element.text
    for child in element:
        if child.tag == "s":
            yield " " * _space_count(child)
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif isinstance(child.tag, str) and child.tag not in _NO_WORDS:
            yield from _words_in(child)
        if child.tail and element.tag in ("p", "h", "span", "a"):
            yield child.tail


def _space_count(element: etree._Element) -> int:
    """How many spaces an element of OpenDocument stands for: one, unless it says a number."""
    printed = next((value for name, value in element.items() if name.endswith("}c")), "1")
    return min(int(printed), _MOST_SPACES) if printed.isdecimal() else 1


def _style_of(element: etree._Element) -> str:
    found = element.find("pPr/pStyle")
    if found is not None:
        return found.get(f"{{{_WORD}}}val") or found.get(f"{{{_WORD_STRICT}}}val") or ""
    return next((str(value) for name, value in element.items() if name.endswith("}style-name")), "")
