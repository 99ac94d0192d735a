"""CSV and TSV: one article a row under a header; delimiter and header found by trying, quoted line ends kept."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from transforms.readers.encodings import decode_bytes
from transforms.readers.field_names import detect_fields, missing_fields
from transforms.readers.outcomes import RawArticle, Reading, Rejected
from transforms.readers.records import article_from_record
from transforms.readers.table_rows import Dialect, find_dialect, lines_of, rows_of

NAME = "delimited"
#: A name of a column, unlike a cell.
_NAME = re.compile(r"[^\W\d][\w .:/()-]{0,40}")
#: Names of columns that may hold a text.
_TEXTUAL = re.compile(r"text|content|body|lead|snippet|summary|abstract|description|hit", re.I)


def read_delimited(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """Articles from rows of a CSV or TSV file."""
    decoded = decode_bytes(data)
    if isinstance(decoded, Rejected):
        return decoded
    dialect = find_dialect(decoded.text, mapping)
    refusal = refuse_header(dialect.header, mapping)
    if refusal:
        return refusal
    format_name = "tsv" if dialect.delimiter == "\t" else "csv"
    return Reading(format_name, NAME, decoded.encoding, tuple(_articles(lines_of(decoded.text), dialect, mapping)))


def refuse_header(header: list[str], mapping: Mapping[str, str]) -> Rejected | None:
    """The refusal of a table whose header lacks a text, or what the mapping names; None when it does not."""
    missing = missing_fields(header, mapping)
    if missing:
        return Rejected("malformed", missing)
    if "text" in detect_fields(header, mapping):
        return None
    return Rejected("malformed", f"expected a header that names a column with the text, found {_describe(header)}")


def _describe(header: list[str]) -> str:
    """What a header without a column of texts seems to be, and the next step."""
    shown = ", ".join(header)[:200]
    if 2 * sum(bool(_NAME.fullmatch(name)) for name in header) < len(header):
        return f"a table without one, which begins {shown!r}; put a line with the names of its columns above it"
    if {"title", "url"} <= detect_fields(header, {}).keys() and not _TEXTUAL.search(shown):
        return f"{shown!r}: a list of articles without their texts; fetch these by their addresses"
    return f"{shown!r}; `personae map FILE` shows what may do, --map text=COLUMN names it"


def _goes_on(cells: Sequence[str], columns: int) -> bool:
    """Whether the last cell of a row that was not quoted goes on in those behind it, as a comma in a sentence has a blank behind it, or
    stands between figures."""
    rest = cells[columns:]
    return bool(rest) and all(
        cell.startswith(" ") or (before[-1:].isdigit() and cell[:1].isdigit()) for before, cell in pairwise(cells[columns - 1 :])
    )


def _articles(lines: list[str], dialect: Dialect, mapping: Mapping[str, str]) -> Iterator[RawArticle | Rejected]:
    header, fields = dialect.header, detect_fields(dialect.header, mapping)
    for position, row in enumerate(rows_of(lines, dialect)):
        if row.cells is None:
            detail = (
                f"expected {len(header)} columns at line {row.start + 1}, found quotation marks that do not pair: {lines[row.start][:60]!r}"
            )
            yield Rejected("malformed", detail, position)
        elif header[-1] in fields["text"] and _goes_on(row.cells, len(header)):
            cells = [*row.cells[: len(header) - 1], dialect.delimiter.join(row.cells[len(header) - 1 :])]
            yield article_from_record(dict(zip(header, cells, strict=True)), fields, position, mapping)
        elif any(cell.strip() for cell in row.cells[len(header) :]):
            yield Rejected("malformed", f"expected {len(header)} columns at line {row.end}, found {len(row.cells)}", position)
        else:
            yield article_from_record(dict(zip(header, row.cells, strict=False)), fields, position, mapping)
