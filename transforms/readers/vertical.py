"""Corpora that keep a word a line: the vertical text of corpus tools (CWB, Sketch Engine), and CoNLL-U.

Vertical text has a document's fields as attributes of its element and the words of a line parted by tabs, the printed one first. CoNLL-U
(https://universaldependencies.org/format.html) has its sentences in comments as well.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape

from transforms.readers.encodings import decode_bytes
from transforms.readers.field_names import detect_fields
from transforms.readers.outcomes import RawArticle, Reading, Rejected
from transforms.readers.records import article_from_record
from transforms.readers.signs import Sample

NAME = "vertical"
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][\w.-]*)(?P<attributes>(?:\s[^<>]*)?)/?>\s*$")
_ATTRIBUTE = re.compile(r"([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_DOCUMENTS, _PARAGRAPHS, _GLUE = frozenset(("text", "doc", "article", "document", "file")), frozenset(("p", "par", "head", "div")), "g"
_COMMENT = re.compile(r"#\s*(?P<name>[\w ]+?)(?:\s*=\s*(?P<words>.*))?\s*$")
_TOKEN = re.compile(r"\d+(?:[-.]\d+)?\t[^\t\n]+\t")
_CONLLU_COLUMNS = 10
_FEWEST = 5
#: Signs without a blank before them, and behind them.
_CLOSING, _OPENING = frozenset(".,;:!?)]}%…”’»'"), frozenset("([{„“«¿¡")


def is_vertical(sample: Sample) -> bool:
    """Whether most lines between elements of a document have a word and its description."""
    lines = [line for line in sample.head.split("\n")[:200] if line.strip()]
    if not lines or not (found := _TAG.match(lines[0].strip())) or found["name"].lower() not in (*_DOCUMENTS, "corpus"):
        return False
    words = [line for line in lines if not line.startswith("<")]
    return len(words) >= _FEWEST and 2 * sum("\t" in line and line.find("\t") < 60 for line in words) > len(words)


def is_conllu(sample: Sample) -> bool:
    """Whether lines number words and describe them in ten columns."""
    lines = [line for line in sample.head.split("\n")[:200] if line.strip() and not line.startswith("#")]
    numbered = [line for line in lines if _TOKEN.match(line) and line.count("\t") == _CONLLU_COLUMNS - 1]
    return bool(numbered) and 2 * len(numbered) > len(lines)


def read_vertical(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """The documents of vertical text, their words put together."""
    decoded = decode_bytes(data)
    if isinstance(decoded, Rejected):
        return decoded
    found = ((attributes, _text_of_words(lines)) for attributes, lines in _documents(decoded.text))
    return Reading(NAME, NAME, decoded.encoding, tuple(_articles(found, mapping)))


def _articles(found: Iterable[tuple[dict[str, str], str]], mapping: Mapping[str, str]) -> Iterator[RawArticle | Rejected]:
    for position, (fields, text) in enumerate(found):
        if not text:
            yield Rejected("no_body", "expected words between the elements of a document, found none", position, "article")
            continue
        record = {**fields, "text": text}
        yield article_from_record(record, detect_fields(record, mapping) | {"text": ("text",)}, position, mapping)


def _documents(text: str) -> Iterator[tuple[dict[str, str], list[str]]]:
    """The attributes and the lines of each document."""
    attributes: dict[str, str] | None = None
    lines: list[str] = []
    for line in text.replace("\r", "").split("\n"):
        tag = _TAG.match(line.strip())
        if tag is None or tag["name"].lower() not in _DOCUMENTS:
            lines.append(line)
            continue
        if attributes is not None:
            yield attributes, lines
        attributes, lines = (None if tag["end"] else _attributes(tag["attributes"])), []
    if attributes is not None:
        yield attributes, lines


def _attributes(printed: str) -> dict[str, str]:
    return {found[1]: unescape(found[2] if found[2] is not None else found[3]) for found in _ATTRIBUTE.finditer(printed)}


def _text_of_words(lines: Iterable[str]) -> str:
    """Words as a text: signs stand close to words, elements of paragraphs begin new ones."""
    paragraphs, is_glued = [""], True
    for line in lines:
        tag = _TAG.match(line.strip())
        if tag:
            if tag["name"].lower() in _PARAGRAPHS and paragraphs[-1]:
                paragraphs.append("")
            is_glued = is_glued or tag["name"] == _GLUE
            continue
        word = unescape(line.partition("\t")[0].strip())
        if not word:
            continue
        is_glued = is_glued or word[0] in _CLOSING or not paragraphs[-1]
        paragraphs[-1] += word if is_glued else f" {word}"
        is_glued = word in _OPENING
    return "\n\n".join(filter(None, paragraphs))


def read_conllu(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """The documents of CoNLL-U by their sentences."""
    decoded = decode_bytes(data)
    if isinstance(decoded, Rejected):
        return decoded
    return Reading(NAME, NAME, decoded.encoding, tuple(_articles(_conllu_documents(decoded.text), mapping)))


def _conllu_documents(text: str) -> Iterator[tuple[dict[str, str], str]]:
    fields: dict[str, str] = {}
    paragraphs: list[list[str]] = [[]]
    for block in re.split(r"\n\s*\n", text.replace("\r", "")):
        comments = {found["name"].casefold(): found["words"] or "" for line in block.split("\n") if (found := _COMMENT.match(line))}
        if any(name.startswith("newdoc") for name in comments) and any(paragraphs):
            yield fields, _joined(paragraphs)
            fields, paragraphs = {}, [[]]
        if any(name.startswith("newpar") for name in comments) and paragraphs[-1]:
            paragraphs.append([])
        fields |= {
            name.removeprefix("meta::"): words for name, words in comments.items() if words and not name.startswith(("sent", "text", "new"))
        }
        if sentence := comments.get("text") or _sentence(block):
            paragraphs[-1].append(sentence)
    if any(paragraphs):
        yield fields, _joined(paragraphs)


def _joined(paragraphs: Iterable[list[str]]) -> str:
    return "\n\n".join(" ".join(sentences) for sentences in paragraphs if sentences)


def _sentence(block: str) -> str:
    """The words of a sentence by its lines, blanks where none is denied; words that others make up are passed over."""
    words, end = "", 0
    for line in block.split("\n"):
        columns = line.split("\t")
        if len(columns) != _CONLLU_COLUMNS or "." in columns[0]:
            continue
        first, _, last = columns[0].partition("-")
        if first.isdecimal() and int(first) > end:
            words += columns[1] + ("" if "SpaceAfter=No" in columns[-1] else " ")
            end = int(last) if last.isdecimal() else end
    return words.strip()
