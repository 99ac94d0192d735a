"""CSV and TSV: one article a row under a header; delimiter found by trying, quoted line ends kept."""

import csv
import io
import sys
from collections.abc import Iterator, Mapping

from transforms.readers.encodings import decode_bytes
from transforms.readers.field_names import detect_fields
from transforms.readers.outcomes import RawArticle, Reading, Rejected
from transforms.readers.records import Fields, article_from_record

NAME = "delimited"
_DELIMITERS = ",\t;|"
_HEAD_CHARS = 100_000


def read_delimited(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """Articles from rows of a CSV or TSV file."""
    decoded = decode_bytes(data)
    if isinstance(decoded, Rejected):
        return decoded
    header, delimiter = find_header(decoded.text, mapping)
    fields = detect_fields(header, mapping)
    if "text" not in fields:
        detail = f"expected a header that names a column with the text, found {', '.join(header)[:200]!r}; name it with --map text=COLUMN"
        return Rejected("malformed", detail)
    format_name = "tsv" if delimiter == "\t" else "csv"
    return Reading(format_name, NAME, decoded.encoding, tuple(_articles(decoded.text, delimiter, fields)))


def find_header(text: str, mapping: Mapping[str, str]) -> tuple[list[str], str]:
    """The names in the first row and the delimiter under which most of them mean something."""
    rows = [
        (next(csv.reader(io.StringIO(text[:_HEAD_CHARS], newline=""), delimiter=delimiter), []), delimiter) for delimiter in _DELIMITERS
    ]
    return max(rows, key=lambda row: ("text" in detect_fields(row[0], mapping), len(detect_fields(row[0], mapping)), len(row[0])))


def _articles(text: str, delimiter: str, fields: Fields) -> Iterator[RawArticle | Rejected]:
    csv.field_size_limit(sys.maxsize)  # the size of the whole file is limited already; a field of 131 kB is no error
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    header = next(rows)
    position = 0
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as problem:
            yield Rejected("malformed", f"expected a row of CSV near line {rows.line_num}, found {problem}", position)
            position += 1
            continue
        if not any(cell.strip() for cell in row):
            continue
        if len(row) > len(header) and any(cell.strip() for cell in row[len(header) :]):
            yield Rejected("malformed", f"expected {len(header)} columns at line {rows.line_num}, found {len(row)}", position)
        else:
            yield article_from_record(dict(zip(header, row, strict=False)), fields, position)
        position += 1
