"""Documents of office programs: DOCX, ODT and RTF to paragraphs of text, and to the articles in them.

What a document holds is either one article, headed like a plain text, or an export of a news database, which shows in its words.
"""

import re
import zipfile
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from lxml import etree

from transforms.readers.alceste import alceste_articles, is_alceste
from transforms.readers.apa import BOLD, apa_articles, is_apa
from transforms.readers.encodings import Decoded, decode_bytes
from transforms.readers.factiva import factiva_articles, is_factiva_text
from transforms.readers.factiva_display import factiva_display_articles, is_factiva_display, is_factiva_end, is_factiva_rights
from transforms.readers.labelled_texts import parts_of
from transforms.readers.lexis import is_lexis, is_lexis_body, is_lexis_end, lexis_articles
from transforms.readers.library_texts import ebsco_articles, gale_articles, is_ebsco, is_gale, is_newsbank, newsbank_articles
from transforms.readers.mediargus import is_mediargus, mediargus_articles
from transforms.readers.office_parts import Package, paragraphs_of
from transforms.readers.outcomes import RawArticle, Reading, Rejected
from transforms.readers.proquest import is_proquest_text, proquest_articles
from transforms.readers.references import is_references, reference_articles
from transforms.readers.retriever import is_retriever, retriever_articles
from transforms.readers.text_heads import article_of, split_headers
from transforms.readers.xml_trees import XmlTree, with_break

EXPORTS: tuple[tuple[str, Callable[[str], bool], Callable[[str], Iterator[RawArticle | Rejected]]], ...] = (
    ("proquest", is_proquest_text, proquest_articles),
    ("references", is_references, reference_articles),
    ("lexisnexis", is_lexis, lexis_articles),
    ("factiva", is_factiva_text, factiva_articles),
    ("factiva", is_factiva_display, factiva_display_articles),
    ("ebsco", is_ebsco, ebsco_articles),
    ("gale", is_gale, gale_articles),
    ("newsbank", is_newsbank, newsbank_articles),
    ("apa", is_apa, apa_articles),
    ("mediargus", is_mediargus, mediargus_articles),
    ("retriever", is_retriever, retriever_articles),
    ("alceste", is_alceste, alceste_articles),
)
_WORD_MAIN = re.compile(r"word/document\d*\.xml", re.I)
#: A character by its number in RTF, and the numbers that are none.
_SIGN = re.compile(r"(?<!\\)(?P<before>(?:\\\\)*)\\u(?P<number>-?\d+)|\\uc(?!\d)")
_BRACE = re.compile(r"\\.|[{}]", re.S)
_SHOWN = 60
_CHUNK = 1 << 16
#: The control word that begins bold print, with those behind it.
_BOLD_START = re.compile(r"\\b(?![a-z0-9])(?:\\[a-z]+-?\d* ?)*")


def read_docx(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """The articles of a Word document (ISO/IEC 29500)."""
    package = _open(data)
    if isinstance(package, Rejected):
        return package
    main = next((name for name in package.names if _WORD_MAIN.fullmatch(name)), "word/document.xml")
    styles = package.parse("word/styles.xml")
    titles = {"Title", *(_title_styles(styles.root) if isinstance(styles, XmlTree) else ())}
    return _package_reading("docx", package.parse(main), titles)


def read_odt(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """The articles of an OpenDocument text (ISO/IEC 26300)."""
    package = _open(data)
    return package if isinstance(package, Rejected) else _package_reading("odt", package.parse("content.xml"), {"Title"})


def _open(data: bytes) -> Package | Rejected:
    try:
        return Package(data)
    except (zipfile.BadZipFile, NotImplementedError, OSError, EOFError, ValueError, LookupError) as problem:
        return Rejected("malformed", f"expected a document, found {type(problem).__name__}: {problem}"[:300])


def _title_styles(root: etree._Element) -> Iterator[str]:
    """The ids of the styles that are called Title: programs write them in the language of their users."""
    for style in root.iter("style"):
        name = style.find("name")
        if name is not None and "Title" in name.values():
            yield from (str(value) for key, value in style.items() if key.endswith("}styleId"))


def _package_reading(name: str, tree: XmlTree | Rejected, title_styles: Collection[str]) -> Reading | Rejected:
    """The articles of the part of a document with its words, and a refusal behind them where that part breaks off."""
    if isinstance(tree, Rejected):
        return tree
    found = list(paragraphs_of(tree.root))
    titles = [paragraph.words for paragraph in found if paragraph.style in title_styles]
    reading = _reading(name, [paragraph.words for paragraph in found], " ".join(titles))
    if isinstance(reading, Rejected):
        return Rejected("malformed", f"expected a whole document, found its end at {tree.broken}") if tree.broken else reading
    return replace(reading, articles=with_break(iter(reading.articles), tree))


def read_rtf(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """The articles of a document in Rich Text Format 1, and a refusal for anything after its end or cut off."""
    from striprtf.striprtf import rtf_to_text

    markup = data.decode("latin-1")
    try:
        text = rtf_to_text(_SIGN.sub(_possible_sign, markup), errors="replace")
        if is_apa(text):  # its headlines show in their print only
            text = rtf_to_text(_BOLD_START.sub(rf"\g<0>{BOLD}", _SIGN.sub(_possible_sign, markup)), errors="replace")
    except (ValueError, LookupError, RecursionError, OverflowError, TypeError) as problem:
        return Rejected("malformed", f"expected Rich Text Format, found {type(problem).__name__}: {problem}"[:300])
    reading = _reading("rtf", text.split("\n"), "")
    rest = _behind_end(markup)
    if isinstance(reading, Rejected) or not rest:
        return reading
    return replace(
        reading, articles=(*reading.articles, Rejected("malformed", f"expected the document to end with its last brace, found {rest}"))
    )


def _possible_sign(found: re.Match[str]) -> str:
    """A character by its number; one that cannot be as the sign for an unknown one."""
    if found["number"] is None:  # how many signs follow a number, without saying how many
        return "\\uc1"
    return found[0] if -0x10000 <= int(found["number"][:12]) <= 0x10FFFF else f"{found['before']}\\u65533"


def _behind_end(markup: str) -> str | None:
    """What follows the last brace of a document, or that there is no brace; None if all is well."""
    depth = 0
    if "\\bin" in markup:
        return None  # bytes of pictures are braces too
    for found in _BRACE.finditer(markup):
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        if found[0] == "}" and depth == 0:
            rest = markup[found.end() :].strip(" \0\r\n\t\x1a")
            return f"{len(rest):,} more characters: {rest[:_SHOWN]!r}" if rest else None
    return "none: it may have been cut"


def read_export_text(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """The articles of a news database's export as plain text."""
    decoded = decode_bytes(data)
    if isinstance(decoded, Rejected):
        return decoded
    exported = export_in(decoded.text, decoded.encoding)
    return exported or Rejected("malformed", "expected an export of a news database, found none")


def read_lexis_html(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """The articles of an HTML export of LexisNexis."""
    from transforms.readers.markup import text_of_markup

    decoded = decode_bytes(data)
    if isinstance(decoded, Rejected):
        return decoded
    return Reading("lexisnexis", "lexisnexis", decoded.encoding, tuple(lexis_articles(text_of_markup(_without_comments(decoded)))))


def is_document_end(line: str) -> bool:
    """Whether a line is the last of an article in an export."""
    return is_lexis_end(line) or is_factiva_end(line)


def is_head_end(line: str) -> bool:
    """Whether a line is the last before the text of an article in an export."""
    return is_lexis_body(line) or is_factiva_rights(line)


def is_export_text(text: str) -> bool:
    return any(recognises(text) for _, recognises, _ in EXPORTS)


def _without_comments(decoded: Decoded) -> str:
    """Comments hold the structure as XML, which the HTML parser would close too early."""
    return re.sub(r"<!--.*?-->|<style\b.*?</style>", " ", decoded.text, flags=re.S | re.I)


def _reading(name: str, paragraphs: Sequence[str], title: str) -> Reading | Rejected:
    """One article, or the articles of an export. In exports a paragraph is a block; of an article the empty ones are dropped."""
    plain = [paragraph.replace("\xa0", " ").strip() for paragraph in paragraphs]
    exported = export_in("\n\n".join(plain), None) or export_in("\n".join(plain), None)
    if exported:
        return exported
    if not any(plain):
        return Rejected("no_body", f"expected words in the {name.upper()} document, found none", stage="article")
    parts = [split_headers(part) for part in parts_of("\n".join(plain).lstrip())]
    if title and len(parts) == 1:
        parts[0][0]["title"] = " ".join(title.split())
    bodies = ((fields, "\n\n".join(line for line in rest.split("\n") if line.strip())) for fields, rest in parts)
    return Reading(name, name, None, tuple(article_of(fields, body, position) for position, (fields, body) in enumerate(bodies)))


def export_in(text: str, encoding: str | None) -> Reading | None:
    """The articles of the database that a text is an export of; None when it is none."""
    for name, recognises, articles in EXPORTS:
        if recognises(text) and (found := tuple(articles(text))):
            return Reading(name, name, encoding, found)
    return None
