"""XML from anybody to a tree that is safe to walk: nothing expands, is fetched or nested without end; what is broken is read to its break.

The document type is cut off before the parser sees the file, so that no entity of its own can grow, open a file or reach the network. The
names of HTML's entities, which feeds use undeclared, become their characters. Namespaces are dropped: names are what follows the
colon, as agencies change prefixes and namespaces from file to file.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.entities import name2codepoint

from lxml import etree

from transforms.limits import current_limits
from transforms.readers.encodings import declared_encoding, decode_bytes
from transforms.readers.outcomes import Announced, RawArticle, Rejected

__all__ = [
    "Element",
    "XmlTree",
    "announced_elements",
    "find_root",
    "flat_words",
    "language_of",
    "parse_xml",
    "parse_xml_text",
    "plain_xml",
    "with_break",
    "words_at",
]

type Element = etree._Element

_PREDEFINED = frozenset(("amp", "lt", "gt", "quot", "apos"))
#: What may stand before the root element, one piece at a time.
_PROLOGUE = re.compile(r"\s+|<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)", re.S)
_NAME = re.compile(r"[^\W\d][\w.-]*")
_ROOT = re.compile(r"<(?P<name>[A-Za-z_][\w:.-]*)(?P<attributes>[^<>]*)")
_ENTITY_DECLARATION = re.compile(
    r"<!ENTITY\s+(?:%\s+)?(?P<name>[^\s<>%&;]{1,100})\s+"
    r"(?:(?P<elsewhere>SYSTEM|PUBLIC)|\"(?P<double>[^\"<&%]*)\"|'(?P<single>[^'<&%]*)')?",
    re.I,
)
#: Entities of the file's own stand for a few plain words ("&agency;"); longer ones, and those made of others, are bombs.
_ENTITY_CHARS = 100
_DECLARATION_PARTS = re.compile(r"<!--.*?(?:-->|\Z)|\"[^\"]*\"|'[^']*'|[\[\]<>]", re.S)
#: References to characters by number, escaped twice or not; a parser that mends takes them without the semicolon too.
_NUMBERS = re.compile(r"&(?:amp;)*\#(?P<number>[0-9]+|x[0-9A-Fa-f]+);?")
#: Sections whose "&" are words, and everywhere else a reference or a lone "&".
_REFERENCES = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|&(?:(?P<name>[A-Za-z][\w.-]{0,40});|(?P<number>\#[0-9]+;|\#x[0-9A-Fa-f]+;))?", re.S
)
#: Characters that XML 1.0 has no place for (https://www.w3.org/TR/xml/#charsets).
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class XmlTree:
    """A parsed file, and its text. `broken` says where and why it breaks off when it ends before its root element does."""

    root: Element
    encoding: str | None
    broken: str | None
    text: str


def parse_xml(data: bytes) -> XmlTree | Rejected:
    """The tree of an XML file, or why there is none: undecodable, entities of its own, nesting beyond the limit, no element at all."""
    decoded = decode_bytes(data, declared_encoding(data))
    if isinstance(decoded, Rejected):
        return decoded
    return parse_xml_text(decoded.text, decoded.encoding)


def parse_xml_text(text: str, encoding: str | None = None) -> XmlTree | Rejected:
    """The same for text that is decoded already."""
    plain = plain_xml(text)
    if isinstance(plain, Rejected):
        return plain
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(plain, parser)
    except (etree.LxmlError, ValueError) as problem:
        return Rejected("malformed", f"expected XML, found {plain[:_SHOWN]!r}: {problem}")
    if root is None:
        return Rejected("malformed", f"expected XML, found {plain[:_SHOWN]!r}")
    if _is_too_deep(root):
        return _too_deep()
    broken = _find_break(plain, root, parser)
    _drop_namespaces(root)
    return XmlTree(root, encoding, broken, plain)


def plain_xml(text: str) -> str | Rejected:
    """The text from its root element on, without declarations, with no reference left but those to characters.

    A reference to an entity that the file declares itself is refused, unless it stands for a few plain words: it is either a bomb, or words
    that stand in another file.
    """
    start, doctype = _split_prologue(text)
    declared = {found["name"]: found for found in _ENTITY_DECLARATION.finditer(doctype)}
    refused: list[str] = []

    def replace(found: re.Match[str]) -> str:
        name = found["name"]
        if found[0].startswith("<") or found["number"] or name in _PREDEFINED:
            return found[0]
        if name in declared and name not in name2codepoint:
            words = declared[name]["double"] or declared[name]["single"] or ""
            if words and len(words) <= _ENTITY_CHARS:
                return words
            refused.append(name)
            return ""
        return chr(name2codepoint[name]) if name in name2codepoint else f"&amp;{name};" if name else "&amp;"

    # everywhere, as what is a comment to this pattern need not be one to a parser that mends; a blank, lest what it parts become another
    plain = text[start:]
    if "&" in plain:
        plain = _REFERENCES.sub(replace, _NUMBERS.sub(lambda found: found[0] if _is_allowed(found["number"]) else " ", plain))
    plain = _FORBIDDEN.sub("", plain)
    if refused and declared[refused[0]]["elsewhere"]:
        return Rejected("outside_folder", f"expected an article's words in the file itself, found &{refused[0]}; which is in another file")
    if refused:
        return Rejected(
            "expands_too_far", f"expected entities of at most {_ENTITY_CHARS} plain characters, found &{refused[0]}; declared as more"
        )
    return plain


def find_root(text: str) -> tuple[str, str] | None:
    """The root element's name without its prefix, and its attributes as written; None when the text begins with no element."""
    start, _ = _split_prologue(text)
    found = _ROOT.match(text, start)
    return (found["name"].rpartition(":")[2], found["attributes"]) if found else None


def _split_prologue(text: str) -> tuple[int, str]:
    """Where the root element begins, and the document type before it."""
    at, doctype = 1 if text.startswith("\ufeff") else 0, ""
    while at < len(text):
        if found := _PROLOGUE.match(text, at):
            at = found.end()
        elif text[at : at + 9].upper() == "<!DOCTYPE":
            end = _doctype_end(text, at)
            doctype, at = doctype + text[at:end], end
        else:
            break
    return at, doctype


def _doctype_end(text: str, start: int) -> int:
    """The end of a document type: its ">" outside quotes, comments and brackets."""
    depth = brackets = 0
    for found in _DECLARATION_PARTS.finditer(text, start):
        mark = found[0]
        brackets += (mark == "[") - (mark == "]")
        depth += (mark == "<") - (mark == ">")
        if depth <= 0 and brackets <= 0 and mark == ">":
            return found.end()
    return len(text)


def _is_allowed(number: str) -> bool:
    digits = number.lstrip("x0")
    code = int(digits, 16 if number[0] == "x" else 10) if 0 < len(digits) < 8 else 0
    return code <= 0x10FFFF and not _FORBIDDEN.match(chr(code))


def _is_too_deep(root: Element) -> bool:
    """Whether elements stand deeper inside each other than trusted tools allow."""
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > current_limits().xml_depth:
            return True
    return False


def _too_deep() -> Rejected:
    return Rejected("too_deep", f"expected XML nested at most {current_limits().xml_depth} deep, found more; raise --limit xml_depth")


def _find_break(plain: str, root: Element, parser: etree.XMLParser) -> str | None:
    """The parser's complaint when the root element is never closed, or when something follows it."""
    extra = next((problem for problem in parser.error_log if problem.type == etree.ErrorTypes.ERR_DOCUMENT_END), None)
    if extra:
        return f"line {extra.line}: {extra.message}"
    local = root.tag.rpartition("}")[2]
    name = f"{root.prefix}:{local}" if root.prefix else local
    end = re.sub(r"<!--.*?-->|<\?.*?\?>", "", plain[-2000:], flags=re.S).rstrip()
    if end.endswith(f"</{name}>") or re.search(rf"</{re.escape(name)}\s+>\Z", end) or (len(root) == 0 and end.endswith("/>")):
        return None
    problem = parser.error_log.last_error
    return f"line {problem.line}: {problem.message}" if problem else "its root element is never closed"


def _drop_namespaces(root: Element) -> None:
    for element in root.iter(etree.Element):
        name = element.tag.rpartition("}")[2].rpartition(":")[2]
        if name != element.tag and _NAME.fullmatch(name):  # the parser keeps names such as "x:08" that may not be set
            element.tag = name


def with_break(articles: Iterator[RawArticle | Rejected], tree: XmlTree, *records: str) -> tuple[RawArticle | Rejected, ...]:
    """The articles of a tree, and a refusal behind them for what follows where the file breaks off, and for elements of the names
    `records` that a comment or section swallowed which began before them."""
    found = list(articles)
    if tree.broken:
        found.append(Rejected("malformed", f"expected the file to go on, found its end at {tree.broken}", len(found)))
    for record in dict.fromkeys(records):
        found += announced_elements(tree.text, record).refuse_missing(
            sum(element.tag == record for element in tree.root.iter(etree.Element))
        )
    return tuple(found)


def announced_elements(text: str, name: str) -> Announced:
    """How many elements of a name a text holds by their start tags, wherever these stand."""
    return Announced(len(re.findall(rf"<(?:[\w.-]+:)?{re.escape(name)}[\s>]", text)), f"elements <{name}>", "their start tags")


def words_at(element: Element, *paths: str) -> str | None:
    """The words under the first of the paths that has any."""
    for path in paths:
        for found in element.iterfind(path):
            if words := flat_words(found):
                return words
    return None


def flat_words(element: Element | None) -> str:
    """All words under an element on one line."""
    return "" if element is None else " ".join("".join(element.itertext()).split())


def language_of(element: Element) -> str | None:
    """What `xml:lang` says."""
    return str(element.get(_XML_LANGUAGE) or element.get("lang") or "") or None
