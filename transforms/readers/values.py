"""Values of records as words, names, bodies: whatever a value is (a number, an object, a printed list), and what stands for nothing."""

import ast
import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from lxml import etree

from transforms.readers.markup import has_markup, plain_words, text_of_markup
from transforms.readers.outcomes import Rejected

#: Words that databases and libraries of data print for nothing.
_NOTHING = frozenset(
    (
        "null",
        "\\n",
        "nan",
        "none",
        "inf",
        "-inf",
        "infinity",
        "<na>",
        "n/a",
        "#n/a",
        "nat",
        "nil",
        "undefined",
        "(null)",
        "[]",
        "{}",
        "()",
        "set()",
        "['']",
    )
)
_NOTHING_CAPITALS = frozenset(("NA", "-"))
#: Keys of an object that hold its words, best first.
_WORD_KEYS = (
    "name", "fullname", "full_name", "displayname", "title", "main", "text", "value", "display_name", "original",
    "rendered", "$date", "$numberLong", "#text", "content", "uri", "id", "node", "domain",
)  # fmt: skip
_ADDRESS_KEYS = ("url", "@id", "href", "permalink", "rendered", "value", "#text")
_BODY_KEYS = ("text", "body", "content", "rendered", "plain", "plaintext", "html", "value", "#text", "$t", "data")
_PIECES = ("content", "children")
_PIECE_KEYS = ("text", "value", "content", "children")
_PART_KEYS = ("summary", "sections", "headline", "paragraphs", "blocks", "children")
#: Kinds of the parts of a body that are its paragraphs, where a body lists titles, pictures and people too.
_PARAGRAPHS = frozenset(
    (
        "paragraph", "sanitized_html", "p", "text", "heading", "header", "subheading", "subhead", "crosshead", "list", "quote",
        "blockquote", "unstyled", "header-one", "header-two", "header-three", "unordered-list-item", "ordered-list-item",
        "unordered-list", "ordered-list", "list_item", "listitem", "list-item", "bulletlist", "orderedlist", "bullet_list", "ordered_list",
        "h1", "h2", "h3", "h4", "ul", "ol", "li", "heading-1", "heading-2", "heading-3", "heading-4",
        "core/paragraph", "core/heading", "core/list",
        "core/quote", "block", "textblock", "text_block", "richtext", "rich_text", "html", "raw_html", "intro", "lead", "lede", "body",
    )
)  # fmt: skip
#: Kinds whose parts are pieces of one line, as editors keep them.
_ONE_LINE = frozenset(("paragraph", "p", "heading", "h1", "h2", "h3", "h4", "heading-1", "heading-2", "heading-3", "heading-4", "block"))
_FIRST_NAMES = ("firstname", "first_name", "givenname", "given_name", "given", "first", "forename", "vorname", "prenom")
_LAST_NAMES = ("lastname", "last_name", "familyname", "family_name", "family", "last", "surname", "nachname", "nom")
#: Where an object keeps the people rather than their names.
_PEOPLE = ("authors", "author", "persons", "people", "person", "creators", "contributors")
#: Where an object keeps a day in parts, or a moment as a count of seconds.
_MOMENT_KEYS = ("date-parts", "dateparts", "seconds", "_seconds", "$date")
_MOST_PARTS, _YEAR = 8, 1000
#: A language as a key of words in it.
_LANGUAGE = re.compile(r"(?:en|de|fr|es|it|pt|nl|ru|uk|pl|cs|sv|da|fi|el|tr|ar|fa|zh|ja|ko|hi|[a-z]{2}[-_][A-Z]{2})")
_NAME_BREAKS = re.compile(r"[|\n]")
_PRINTED_LIST = re.compile(r"\s*[\[({].*[\])}]\s*$", re.S)
_PRINTED_BREAKS = re.compile(r"(?:\\r)?\\n")
#: What shows that these are ends of lines: they stand behind the end of a sentence.
_SHOWN_BREAK = re.compile(r"[.!?\"”’']\s*(?:\\r)?\\n")
#: XML inside a record: it says so, or its first element is none of HTML.
_XML_START = re.compile(r"<\?xml\b|<(?:entry|nitf|articleDoc|newsItem|tx|txt)\b")
#: Elements that hold the body in it, best first (the interface of LexisNexis, NITF, Swissdox, and others).
_XML_BODIES = ("bodyText", "body.content", "tx", "body", "text", "content")
_XML_AUTHOR = "au"
_AUTHOR_MARK = re.compile(r"<au>([^<>]{2,200})</au>")
_MAX_DEPTH = 6
_MAX_PRINTED = 10_000
_MIN_TOKENS = 20


def scalar(value: Any, keys: Iterable[str] = _WORD_KEYS, depth: int = 0) -> str | None:  # noqa: ANN401 - a value of JSON may be anything
    """A value as words; of an object its name or text, of a list the first that has words."""
    if value is None or isinstance(value, bool) or depth > _MAX_DEPTH:
        return None
    if isinstance(value, str):
        words = value.strip()
        return None if words.casefold() in _NOTHING or words in _NOTHING_CAPITALS else words or None
    if isinstance(value, int | float):
        return str(value) if math.isfinite(value) else None
    inner = _at(value, keys) if isinstance(value, Mapping) else value if isinstance(value, list | tuple) else ()
    return next((found for part in inner if (found := scalar(part, keys, depth + 1))), None)


def _at(value: Mapping[str, Any], keys: Iterable[str]) -> Iterator[Any]:
    """What stands under each key, however that is spelt; of words in several languages each."""
    plain = {str(name).casefold(): inner for name, inner in value.items()}
    if value and all(_LANGUAGE.fullmatch(str(name)) and isinstance(inner, str | None) for name, inner in value.items()):
        return iter(plain.values())
    return (plain[key.casefold()] for key in keys if key.casefold() in plain)


def address(value: Any) -> str | None:  # noqa: ANN401
    """A value as an address; of an object the one it links to."""
    return scalar(value, _ADDRESS_KEYS)


def clean_words(value: Any) -> str | None:  # noqa: ANN401
    """A title or name without the entities and emphasis of the page it comes from."""
    words = scalar(value)
    if words and has_markup(words):
        words = " ".join(plain_words(words).split())
    return words or None


def printed_moment(value: Any) -> str | None:  # noqa: ANN401
    """A value as a day or moment: words, numbers of year, month, day, hour and minute in a list, seconds since 1970 in an object."""
    if isinstance(value, Mapping):
        inner = next(_at(value, _MOMENT_KEYS), None)
        return scalar(value) if inner is None else printed_moment(inner)
    parts = value[0] if isinstance(value, list) and len(value) == 1 and isinstance(value[0], list) else value
    if (
        isinstance(parts, list | tuple)
        and 1 < len(parts) < _MOST_PARTS
        and all(str(part).isdecimal() for part in parts)
        and int(parts[0]) > _YEAR
    ):
        figures = [str(part).zfill(2) for part in parts]
        return "-".join(figures[:3]) + (f"T{figures[3]}:{figures[4]}" if len(figures) > len("YMDH") else "")
    return scalar(value)


def names_in(value: Any, depth: int = 0) -> Iterator[str]:  # noqa: ANN401
    """The names of people in a value: a byline, an object, a list of these, however deep, or a list that was printed into words."""
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, list | tuple):
        people = [item for item in value if isinstance(item, Mapping) and item.get("@type") == "Person"]
        for item in people or value:
            yield from names_in(item, depth + 1)
    elif isinstance(value, Mapping):
        yield from _names_of_object(value, depth)
    elif isinstance(value, str) and (printed := _unprinted(value)) is not None:
        yield from names_in(printed, depth + 1)
    elif words := clean_words(value):
        yield from (part for name in _NAME_BREAKS.split(words) if (part := name.strip()))


def _names_of_object(value: Mapping[str, Any], depth: int) -> Iterator[str]:
    parts = [next((words for part in _at(value, keys) if (words := scalar(part))), None) for keys in (_FIRST_NAMES, _LAST_NAMES)]
    if all(parts):
        yield " ".join(part for part in parts if part)
    elif value and all(str(key).isdigit() for key in value):  # a list that was kept as an object
        yield from names_in(list(value.values()), depth + 1)
    elif words := clean_words(value):
        yield words
    else:
        yield from next((names for people in _at(value, _PEOPLE) if (names := list(names_in(people, depth + 1)))), ())


def _unprinted(words: str) -> Any:  # noqa: ANN401
    """The list that a string prints, as JSON or Python writes it; None when it prints none."""
    if len(words) > _MAX_PRINTED or not _PRINTED_LIST.match(words):
        return None
    for parse in (json.loads, ast.literal_eval):
        try:
            value = parse(words)
        except (ValueError, SyntaxError, RecursionError, MemoryError, TypeError):
            continue
        if isinstance(value, set | frozenset):
            return sorted(map(str, value))
        return value if isinstance(value, list | tuple | Mapping) else None
    return None


def body_of(value: Any, depth: int = 0) -> str:  # noqa: ANN401
    """The text of a body: a string, an object that holds one, or a list of paragraphs, sections or pages. Of a list whose parts say what
    they are the paragraphs alone."""
    if depth > _MAX_DEPTH:
        return ""
    if isinstance(value, list | tuple):
        if len(value) >= _MIN_TOKENS and all(isinstance(item, str) and " " not in item.strip() for item in value):
            return " ".join(value)  # tokens
        kinds = [_kind(item) & _PARAGRAPHS if isinstance(item, Mapping) else _PARAGRAPHS for item in value]
        told = any(kind and isinstance(item, Mapping) for kind, item in zip(kinds, value, strict=True))
        parts = [item for kind, item in zip(kinds, value, strict=True) if kind] if told else value
        return "\n\n".join(part for item in parts if (part := body_of(item, depth + 1).strip()))
    if isinstance(value, Mapping):
        if _kind(value) & _ONE_LINE and (pieces := next((part for part in _at(value, _PIECES) if isinstance(part, list)), None)):
            return _line_of(pieces, depth + 1)
        words = next((words for inner in _at(value, _BODY_KEYS) if (words := body_of(inner, depth + 1))), "")
        return words or "\n\n".join(part for inner in _at(value, _PART_KEYS) if (part := body_of(inner, depth + 1)))
    words = scalar(value) or "" if isinstance(value, str) else ""
    if "\\n" in words and "\n" not in words and _SHOWN_BREAK.search(words):
        words = _PRINTED_BREAKS.sub("\n", words)
    if _XML_START.match(words):
        return _text_of_xml(words)
    return plain_words(words)


def _line_of(pieces: Iterable[Any], depth: int) -> str:
    """Pieces of a line, words and objects with words or further pieces, their blanks kept."""
    if depth > _MAX_DEPTH:
        return ""
    held = (next(_at(piece, _PIECE_KEYS), None) if isinstance(piece, Mapping) else piece for piece in pieces)
    return "".join(part if isinstance(part, str) else _line_of(part, depth + 1) for part in held if isinstance(part, str | list))


def authors_in_text(value: Any) -> tuple[str, ...]:  # noqa: ANN401
    """The authors whom a text in the XML of Swissdox marks."""
    return tuple(found[1].strip() for found in _AUTHOR_MARK.finditer(value)) if isinstance(value, str) and "<au>" in value else ()


def _text_of_xml(words: str) -> str:
    """The text of an article that is XML inside a record: of the element that holds its body, else all of it."""
    from transforms.readers.xml_paragraphs import text_of_all
    from transforms.readers.xml_trees import parse_xml_text

    tree = parse_xml_text(words)
    if isinstance(tree, Rejected):
        return text_of_markup(words)
    etree.strip_elements(tree.root, _XML_AUTHOR, with_tail=False)
    found = next((same for name in _XML_BODIES if (same := list(tree.root.iter(name)))), [tree.root])
    return text_of_all(found)


def _kind(part: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(str(part[key]).casefold() for key in ("type", "subtype", "kind", "nodeType", "_type") if part.get(key))


def short_words(value: Any, longest: int) -> str | None:  # noqa: ANN401
    """A value other than a text, as words: a string, number, truth value or list of them, of at most `longest` characters; else None."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        parts = [short_words(item, longest) for item in value if not isinstance(item, list | tuple | Mapping)]
        words = "; ".join(part for part in parts if part) if len(parts) == len(value) else ""
    else:
        words = "" if isinstance(value, Mapping) else " ".join((scalar(value) or "").split())
    return words if 0 < len(words) <= longest else None
