"""Rows of tables in text, as spreadsheets, databases and scripts write them: the header wherever it stands, quotes as they are meant.

A quotation mark that is not closed, or that stands unescaped inside a field, costs at most its own row: where strict reading fails, the row
is read again by itself."""

import csv
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from transforms.readers.field_names import detect_fields

if TYPE_CHECKING:
    import _csv

_DELIMITERS = ",\t;|"
_HEAD_CHARS = 100_000
#: Lines above the header: names of databases, searches, days of export.
_PREAMBLE_LINES = 30
#: Lines over which a row with unescaped quotation marks may go.
_MENDED_LINES = 200
#: Delimiters in several lines that show them to be rows when each line has as many as the header.
_MANY_DELIMITERS = 6
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_SEPARATOR = re.compile(r'"?sep=(.)"?\s*$', re.I)
#: Quoted cells behind delimiters with a blank, and without.
_SPACED, _UNSPACED = re.compile(r'[,;|] "[^"\n]*"[ \t]*(?:[,;|\r\n]|$)'), re.compile(r'[,;|]"')
_ESCAPED_INSIDE = re.compile(r'\\"(?!\s*(?:[,;|\t\r\n]|$))')
_LONE_BACKSLASH = re.compile(r'\\(?!["\\])')


@dataclass(frozen=True)
class Dialect:
    """How a table is written: what parts its cells, the names in its header, the lines up to and with it, whether \\" is a mark inside."""

    delimiter: str
    header: list[str]
    header_lines: int
    is_escaped: bool
    is_spaced: bool = False  # whether a blank stands behind each delimiter


@dataclass(frozen=True)
class Row:
    """A row between two lines (the second excluded); no cells when it cannot be read."""

    cells: list[str] | None
    start: int
    end: int


def lines_of(text: str) -> list[str]:
    """The lines with their ends, whatever these are."""
    return _LINE.findall(text)


def find_dialect(text: str, mapping: Mapping[str, str]) -> Dialect:
    """How a table is written: under which delimiter, and in which of the first lines, most names mean something."""
    lines = lines_of(text[:_HEAD_CHARS])[:_PREAMBLE_LINES]
    named = _SEPARATOR.match(lines[0].strip("\ufeff")) if lines else None
    is_escaped = bool(_ESCAPED_INSIDE.search(text[:_HEAD_CHARS]))
    is_spaced = bool(_SPACED.search(text[:_HEAD_CHARS])) and not _UNSPACED.search(text[:_HEAD_CHARS])
    first = 1 if named else 0
    best: tuple[tuple[bool, bool, int, int], Dialect] | None = None
    for number in range(first, max(len(lines), first + 1)):
        for delimiter in named[1] if named else _DELIMITERS:
            header, used = _header_at(lines, number, delimiter)
            fields = detect_fields(header, mapping)
            is_header = "text" in fields and (len(fields) > 1 or number == first)
            score = (is_header, number == first, len(fields), len(header))
            if best is None or score > best[0]:
                best = score, Dialect(delimiter, header, number + used, is_escaped, is_spaced)
        if best and best[0][0]:
            break
    assert best is not None
    return best[1]


def _header_at(lines: Sequence[str], number: int, delimiter: str) -> tuple[list[str], int]:
    reader = csv.reader(lines[number:], delimiter=delimiter)
    row = next(reader, [])
    return number_repeated([name.strip(" \ufeff\r\n\t") for name in row]), max(reader.line_num, 1)


def number_repeated(names: Sequence[str]) -> list[str]:
    """Names of columns, a repeated one with its number ("text", "text 2"), so that no column hides another."""
    seen: dict[str, int] = {}
    found = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        found.append(f"{name} {seen[name]}" if name and seen[name] > 1 else name)
    return found


def rows_of(lines: Sequence[str], dialect: Dialect, is_whole: bool = True) -> Iterator[Row]:
    """The rows under the header, without empty ones. If the lines are not the whole table, a row that may go on ends them."""
    csv.field_size_limit(sys.maxsize)  # the size of the whole file is limited already; a field of 131 kB is no error
    at, columns = dialect.header_lines, len(dialect.header)
    while at < len(lines):
        for cells, end in _strict_rows(lines, at, dialect, is_whole):
            if any(cell.strip() for cell in cells):
                yield Row(cells, at, end)
            at = end
        if at >= len(lines) or (not is_whole and _goes_on(lines, at, dialect)):
            return
        mended = _mended(lines, at, dialect.delimiter, columns)
        yield mended
        at = mended.end


def _strict_rows(lines: Sequence[str], at: int, dialect: Dialect, is_whole: bool) -> Iterator[tuple[list[str], int]]:
    """Rows with the line after each, up to one that breaks the rules, or that holds others."""
    start, columns = at, len(dialect.header)
    reader = _reader((lines[number] for number in range(start, len(lines))), dialect)
    try:
        for cells in reader:
            end = start + reader.line_num
            if end - at > 1 and (len(cells) != columns or _is_many(lines[at:end], dialect)):
                return
            if not is_whole and end == len(lines) and not lines[-1].endswith(("\r", "\n")):
                return
            yield cells, end
            at = end
    except csv.Error:
        return


def _is_many(lines: Sequence[str], dialect: Dialect) -> bool:
    """Whether the lines of one row are as many rows, between two quotation marks that do not belong together: each has all columns itself.

    Words hold commas too, but not in each line just as many as columns need; tabs they hold hardly ever."""
    gaps = len(dialect.header) - 1
    fewest = 2 if dialect.delimiter == "\t" else _MANY_DELIMITERS
    return gaps * len(lines) >= fewest and all(line.count(dialect.delimiter) == gaps for line in lines)


def _reader(lines: Iterable[str], dialect: Dialect) -> "_csv.Reader":
    if dialect.is_escaped:
        lines, escape = (_LONE_BACKSLASH.sub(r"\\\\", line) for line in lines), "\\"
    else:
        escape = None
    return csv.reader(lines, delimiter=dialect.delimiter, escapechar=escape, skipinitialspace=dialect.is_spaced, strict=True)


def _goes_on(lines: Sequence[str], at: int, dialect: Dialect) -> bool:
    """Whether the row at a line reaches the end of the lines."""
    reader = _reader((lines[number] for number in range(at, len(lines))), dialect)
    try:
        next(reader, None)
    except csv.Error as problem:
        return "unexpected end" in str(problem)
    return at + reader.line_num >= len(lines)


def _mended(lines: Sequence[str], at: int, delimiter: str, columns: int) -> Row:
    """The row that begins at a line, where quotation marks are closed only before a delimiter, the end or the next row; else with marks as
    letters."""
    end, cells, is_open, gap = at, list[str](), True, ""
    while is_open and end < len(lines) and end - at < _MENDED_LINES and not (end > at and _begins_row(lines[end], delimiter, columns)):
        line = lines[end].rstrip("\r\n")
        more, is_open = _cells(line, delimiter, is_inside=end > at)
        cells = [*cells[:-1], cells[-1] + gap + more[0], *more[1:]] if cells else more
        gap = lines[end][len(line) :]
        end += 1
    if cells and is_open:
        cells[-1] = cells[-1].rstrip("\r\n")
    if len(cells) == columns and end - at < _MENDED_LINES and not (is_open and end == at + 1):
        return Row(cells, at, end)
    cells = [_bare(cell) for cell in lines[at].rstrip("\r\n").split(delimiter)]
    return Row(cells if len(cells) == columns else None, at, at + 1)


def _begins_row(line: str, delimiter: str, columns: int) -> bool:
    """Whether a line is a row by itself, or the beginning of one whose last quotation mark opens a cell behind another."""
    cells, is_open = _cells(line.rstrip("\r\n"), delimiter)
    if not is_open:
        return len(cells) == columns
    # a first cell that stays open may be a paragraph that begins with words quoted, which holds no tabs and seldom as many commas
    is_whole = line.count(delimiter) == columns - 1 and (delimiter == "\t" or columns > 2)
    return 1 < len(cells) <= columns or is_whole


def _cells(text: str, delimiter: str, is_inside: bool = False) -> tuple[list[str], bool]:
    """The cells of a row in which a quotation mark closes only before a delimiter or the end, and whether the last one stays open. If the
    text begins inside an open cell, the first is the rest of that."""
    closing = re.compile(rf'(?<!")(?:"")*"(?=[ ]*(?:{re.escape(delimiter)}|$))')
    cells: list[str] = []
    at = 0
    while at <= len(text):
        if is_inside or text.startswith('"', at):
            start = at if is_inside else at + 1
            is_inside = False
            found = closing.search(text, start)
            if not found:
                return [*cells, text[start:].replace('""', '"')], True
            cells.append(text[start : found.end() - 1].replace('""', '"'))
            at = found.end()
            at += len(text) - at - len(text[at:].lstrip(" ")) + 1
        else:
            end = text.find(delimiter, at)
            end = len(text) if end < 0 else end
            cells.append(text[at:end])
            at = end + 1
    return cells, False


def _bare(cell: str) -> str:
    """A cell without the marks around it, or the one that was never closed."""
    words = cell.strip()
    if len(words) > 1 and words.startswith('"') and words.endswith('"'):
        return words[1:-1].replace('""', '"')
    return words[1:] if words.startswith('"') and words.count('"') == 1 else cell
