"""Any file's bytes to the articles in it. A reader is one module and one line in READERS.

Readers are chosen by what the bytes are; the suffix only decides between formats that look alike (Markdown, CSV and plain text).
The modules of the readers load when a file needs them: HTML takes half a second that a folder of JSON need not spend.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from importlib import import_module
from io import BytesIO
from pathlib import PurePath
from typing import BinaryIO

from transforms.limits import DEFAULT_LIMITS, Limits
from transforms.readers.containers import can_divide, read_file
from transforms.readers.data_files import is_sqlite, is_stata
from transforms.readers.document_signs import (
    is_defacto_page,
    is_docx,
    is_endnote_xml,
    is_europresse_page,
    is_export,
    is_factiva_page,
    is_factiva_xml,
    is_lexis_page,
    is_odt,
    is_pdf,
    is_proquest_xml,
    is_review_page,
    is_rtf,
    is_spreadsheet,
    is_spreadsheet_xml,
)
from transforms.readers.foreign_files import describe_start, find_foreign
from transforms.readers.further_fields import keep_named
from transforms.readers.mediawiki import is_mediawiki
from transforms.readers.news_signs import (
    is_alto,
    is_anpa,
    is_atom,
    is_iptc7901,
    is_lexis_xml,
    is_mets,
    is_newsml,
    is_newsml_g2,
    is_newspaper,
    is_ninjs,
    is_nitf,
    is_page_xml,
    is_reuters_sgml,
    is_rss,
    is_tei,
    is_wordpress_export,
    is_xml,
)
from transforms.readers.outcomes import RawArticle, Reading, Rejected
from transforms.readers.sgml_corpora import is_sgml_corpus
from transforms.readers.signs import Sample, is_html, is_json, is_json_lines, is_markdown, is_table, is_text, take_sample
from transforms.readers.sources import Resumption
from transforms.readers.sql_dumps import is_sql_dump
from transforms.readers.vertical import is_conllu, is_vertical

__all__ = ["READERS", "RawArticle", "Reader", "Reading", "Rejected", "Resumption", "can_divide", "read_bytes", "read_stream"]


@dataclass(frozen=True)
class Reader:
    """A format, how a sample of bytes shows it, and where its function stands."""

    format: str
    recognises: Callable[[Sample], bool]
    module: str
    function: str

    def read(self, data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
        reading = getattr(import_module(f"transforms.readers.{self.module}"), self.function)(data, mapping)
        assert isinstance(reading, Reading | Rejected)
        return reading


#: In the order in which they are asked.
READERS = (
    Reader("pdf", is_pdf, "pdf", "read_pdf"),
    Reader("docx", is_docx, "documents", "read_docx"),
    Reader("odt", is_odt, "documents", "read_odt"),
    Reader("spreadsheet", is_spreadsheet, "spreadsheets", "read_spreadsheet"),
    Reader("spreadsheet", is_spreadsheet_xml, "spreadsheets", "read_spreadsheet_xml"),
    Reader("sqlite", is_sqlite, "data_files", "read_sqlite"),
    Reader("stata", is_stata, "data_files", "read_stata"),
    Reader("rtf", is_rtf, "documents", "read_rtf"),
    Reader("factiva", is_factiva_xml, "factiva", "read_factiva_xml"),
    Reader("factiva", is_factiva_page, "factiva", "read_factiva_html"),
    Reader("europresse", is_europresse_page, "europresse", "read_europresse"),
    Reader("apa", is_defacto_page, "apa", "read_apa_html"),
    Reader("press_review", is_review_page, "press_reviews", "read_press_review"),
    Reader("lexisnexis", is_lexis_page, "documents", "read_lexis_html"),
    Reader("proquest", is_proquest_xml, "proquest", "read_proquest_xml"),
    Reader("references", is_endnote_xml, "references", "read_endnote_xml"),
    Reader("lexisnexis", is_export, "documents", "read_export_text"),
    Reader("anpa", is_anpa, "anpa", "read_anpa"),
    Reader("iptc7901", is_iptc7901, "iptc7901", "read_iptc7901"),
    Reader("reuters_sgml", is_reuters_sgml, "reuters_sgml", "read_reuters_sgml"),
    Reader("mediawiki", is_mediawiki, "mediawiki", "read_mediawiki"),
    Reader("vertical", is_vertical, "vertical", "read_vertical"),
    Reader("vertical", is_conllu, "vertical", "read_conllu"),
    Reader("sql", is_sql_dump, "sql_dumps", "read_sql_dump"),
    Reader("sgml_corpus", is_sgml_corpus, "sgml_corpora", "read_sgml_corpus"),
    Reader("wxr", is_wordpress_export, "feeds", "read_wordpress_export"),
    Reader("rss", is_rss, "feeds", "read_rss"),
    Reader("lexisnexis", is_lexis_xml, "lexis_xml", "read_lexis_xml"),
    Reader("atom", is_atom, "feeds", "read_atom"),
    Reader("nitf", is_nitf, "nitf", "read_nitf"),
    Reader("newsml", is_newsml, "newsml", "read_newsml"),
    Reader("newsml_g2", is_newsml_g2, "newsml_g2", "read_newsml_g2"),
    Reader("tei", is_tei, "tei", "read_tei"),
    Reader("alto", is_alto, "scanned_newspapers", "read_alto"),
    Reader("alto", is_page_xml, "scanned_newspapers", "read_page_xml"),
    Reader("mets", is_mets, "scanned_newspapers", "read_mets"),
    Reader("newspaper_xml", is_newspaper, "scanned_newspapers", "read_newspaper"),
    Reader("ninjs", is_ninjs, "ninjs", "read_ninjs"),
    Reader("jsonl", is_json_lines, "json_articles", "read_json_lines"),
    Reader("json", is_json, "json_articles", "read_json"),
    Reader("html", is_html, "html", "read_html"),
    Reader("xml", is_xml, "xml_records", "read_xml_records"),
    Reader("csv", is_table, "delimited", "read_delimited"),
    Reader("markdown", is_markdown, "markdown", "read_markdown"),
    Reader("text", is_text, "text", "read_text"),
)


def read_bytes(data: bytes, name: str, mapping: Mapping[str, str] | None = None, limits: Limits = DEFAULT_LIMITS) -> Reading | Rejected:
    """The articles in a file's bytes. `name`: its path, only for the suffix; `mapping`: fields of JSON and CSV, ours to theirs."""
    readings = list(read_stream(BytesIO(data), name, len(data), mapping, limits))
    first = readings[0]
    if isinstance(first, Rejected) or len(readings) == 1:
        return first
    return replace(first, articles=tuple(article for reading in readings if isinstance(reading, Reading) for article in reading.articles))


def read_stream(
    stream: BinaryIO,
    name: str,
    size: int,
    mapping: Mapping[str, str] | None = None,
    limits: Limits = DEFAULT_LIMITS,
    resumption: Resumption | None = None,
) -> Iterator[Reading | Rejected]:
    """The same piece by piece, articles numbered through the file of `size` bytes: containers and dumps of any size need little memory.

    At least one reading, or one refusal alone."""
    return read_file(stream, name, size, read_leaf, mapping or {}, limits, resumption)


def read_leaf(data: bytes, name: str, mapping: Mapping[str, str]) -> Reading | Rejected:
    """The articles in bytes that are not a container of other files."""
    if not data.strip():
        return Rejected(
            "empty_file", f"expected an article, found {len(data)} bytes of white space" if data else "expected an article, found 0 bytes"
        )
    suffix = PurePath(name).suffix.lower()
    foreign = find_foreign(data, suffix)
    if foreign:
        return foreign
    sample = take_sample(data, suffix)
    if isinstance(sample, Rejected):
        return sample
    for reader in READERS:
        if reader.recognises(sample):
            return _checked(reader.read(data, mapping), mapping)
    return Rejected("unknown_format", f"expected an article in a known format, {describe_start(sample.head, sample.suffix)}")


def _checked(reading: Reading | Rejected, mapping: Mapping[str, str]) -> Reading | Rejected:
    """The reading with the fields that are to be kept, and a refusal of what was announced and is not in it; one without articles is a
    refusal, as nothing may vanish without a word."""
    if isinstance(reading, Rejected):
        return reading
    missing = reading.announced.refuse_missing(len(reading.articles)) if reading.announced else ()
    if not reading.articles and not missing:
        return Rejected("no_body", f"expected at least one article, found a {reading.format} file without any", stage="article")
    return keep_named(replace(reading, articles=(*reading.articles, *missing)) if missing else reading, mapping)
