"""Documents of office programs: DOCX, ODT and RTF to paragraphs of text, and to the articles in them.

What a document holds is either one article, headed like a plain text, or an export of a news database, which shows in its words.
"""

import re
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from io import BytesIO

from transforms.limits import current_limits
from transforms.readers.alceste import alceste_articles, is_alceste
from transforms.readers.apa import BOLD, apa_articles, is_apa
from transforms.readers.encodings import Decoded, decode_bytes
from transforms.readers.factiva import factiva_articles, is_factiva_text
from transforms.readers.factiva_display import factiva_display_articles, is_factiva_display, is_factiva_end, is_factiva_rights
from transforms.readers.lexis import is_lexis, is_lexis_body, is_lexis_end, lexis_articles
from transforms.readers.mediargus import is_mediargus, mediargus_articles
from transforms.readers.outcomes import RawArticle, Reading, Rejected
from transforms.readers.proquest import is_proquest_text, proquest_articles
from transforms.readers.retriever import is_retriever, retriever_articles
from transforms.readers.text import article_of, split_headers

_EXPORTS: tuple[tuple[str, Callable[[str], bool], Callable[[str], Iterator[RawArticle | Rejected]]], ...] = (
    ("lexisnexis", is_lexis, lexis_articles),
    ("factiva", is_factiva_text, factiva_articles),
    ("factiva", is_factiva_display, factiva_display_articles),
    ("proquest", is_proquest_text, proquest_articles),
    ("apa", is_apa, apa_articles),
    ("mediargus", is_mediargus, mediargus_articles),
    ("retriever", is_retriever, retriever_articles),
    ("alceste", is_alceste, alceste_articles),
)
_CHUNK = 1 << 16
#: The control word that begins bold print, with those behind it.
_BOLD_START = re.compile(r"\\b(?![a-z0-9])(?:\\[a-z]+-?\d* ?)*")


def read_docx(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """The articles of a Word document (ISO/IEC 29500)."""
    refusal = _check_unpacked(data)
    if refusal:
        return refusal
    import docx
    from docx.opc.exceptions import PackageNotFoundError
    from docx.oxml.ns import qn
    from docx.text.paragraph import Paragraph

    try:
        document = docx.Document(BytesIO(data))
    except (KeyError, ValueError, zipfile.BadZipFile, PackageNotFoundError, SyntaxError) as problem:
        return Rejected("malformed", f"expected a Word document, found {type(problem).__name__}: {problem}"[:300])
    # cells of tables in their place among the paragraphs, as databases put whole articles into tables
    paragraphs = [Paragraph(element, document) for element in document.element.body.iter(qn("w:p"))]
    titles = [paragraph.text for paragraph in paragraphs if paragraph.style is not None and paragraph.style.name == "Title"]
    return _reading("docx", [paragraph.text for paragraph in paragraphs], " ".join(titles))


def read_odt(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """The articles of an OpenDocument text (ISO/IEC 26300)."""
    refusal = _check_unpacked(data)
    if refusal:
        return refusal
    import odfdo

    try:
        body = odfdo.Document(BytesIO(data)).body
        found = body.get_elements("descendant::text:p | descendant::text:h")
    except (KeyError, ValueError, AttributeError, TypeError, OSError, SyntaxError, zipfile.BadZipFile) as problem:
        return Rejected("malformed", f"expected an OpenDocument text, found {type(problem).__name__}: {problem}"[:300])
    titles = [element.inner_text for element in found if element.get_attribute_string("text:style-name") == "Title"]
    return _reading("odt", [element.inner_text for element in found], " ".join(titles))


def read_rtf(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """The articles of a document in Rich Text Format 1."""
    from striprtf.striprtf import rtf_to_text

    source = data.decode("latin-1")
    try:
        text = rtf_to_text(source, errors="replace")
        if is_apa(text):  # its headlines show in their print only
            text = rtf_to_text(_BOLD_START.sub(rf"\g<0>{BOLD}", source), errors="replace")
    except (ValueError, LookupError, IndexError, RecursionError) as problem:
        return Rejected("malformed", f"expected Rich Text Format, found {type(problem).__name__}: {problem}"[:300])
    return _reading("rtf", text.split("\n"), "")


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
    return any(recognises(text) for _, recognises, _ in _EXPORTS)


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
    fields, rest = split_headers("\n".join(plain).lstrip())
    if title:
        fields["title"] = " ".join(title.split())
    body = "\n\n".join(line for line in rest.split("\n") if line.strip())
    return Reading(name, name, None, (article_of(fields, body),))


def export_in(text: str, encoding: str | None) -> Reading | None:
    """The articles of the database that a text is an export of; None when it is none."""
    for name, recognises, articles in _EXPORTS:
        if recognises(text) and (found := tuple(articles(text))):
            return Reading(name, name, encoding, found)
    return None


def _check_unpacked(data: bytes) -> Rejected | None:
    """Why a document kept as a zip archive is not to be unpacked: it is broken, or grows beyond what a file may. Counts the bytes really
    read, never those declared."""
    limits = current_limits()
    allowed, unpacked = max(limits.expansion_free, limits.expansion * len(data)), 0
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if len(archive.infolist()) > limits.members:
                return Rejected("too_many", f"expected at most {limits.members:,} parts in a document, found more")
            for part in archive.infolist():
                with archive.open(part) as stream:
                    while piece := stream.read(_CHUNK):
                        unpacked += len(piece)
                        if unpacked > allowed:
                            return Rejected("expands_too_far", f"expected {len(data):,} bytes to unpack to at most {allowed:,}, found more")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError) as problem:
        return Rejected("malformed", f"expected a document, found {type(problem).__name__}: {problem}"[:300])
    return None
