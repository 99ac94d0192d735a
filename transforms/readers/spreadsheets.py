"""Spreadsheets (XLSX, XLSB, XLS, ODS, XML of Excel 2003): one article a row under a header, on every sheet that has one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from io import BytesIO
from typing import Any

from python_calamine import CalamineError, load_workbook

from transforms.readers.delimited import refuse_header
from transforms.readers.field_names import detect_fields
from transforms.readers.outcomes import RawArticle, Reading, Rejected
from transforms.readers.typed_rows import articles_of_rows
from transforms.readers.xml_trees import Element, parse_xml, with_break

NAME = "spreadsheets"
#: Rows above the header: titles, searches, days of export.
_PREAMBLE_ROWS = 30
_MOST_GAPS = 200


def read_spreadsheet(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """Articles from the rows of a workbook; sheets without a text column are skipped unless none has one."""
    try:
        with load_workbook(BytesIO(data)) as workbook:
            sheets = [workbook.get_sheet_by_name(name).to_python() for name in workbook.sheet_names]
    except CalamineError as problem:
        return Rejected("malformed", f"expected a workbook, found: {problem}; soffice --headless --convert-to xlsx FILE may mend it")
    return _reading(sheets, mapping)


def read_spreadsheet_xml(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """The same for the XML of Excel 2003."""
    tree = parse_xml(data)
    if isinstance(tree, Rejected):
        return tree
    sheets = [[_cells_of(row) for row in sheet.iter("Row")] for sheet in tree.root.iter("Worksheet")]
    reading = _reading(sheets, mapping)
    return reading if isinstance(reading, Rejected) else replace(reading, articles=with_break(iter(reading.articles), tree))


def _cells_of(row: Element) -> list[str]:
    """The words of the cells of a row; those that are left out before one with an index are empty."""
    cells: list[str] = []
    for cell in row.iter("Cell"):
        index = next((value for name, value in cell.items() if name.rpartition("}")[2] == "Index"), "")
        gap = int(index) - 1 - len(cells) if index.isdecimal() else 0
        cells += [""] * min(max(gap, 0), _MOST_GAPS)
        cells.append("".join(part for data in cell.iter("Data") for part in data.itertext()))
    return cells


def _reading(sheets: Sequence[Sequence[Sequence[Any]]], mapping: Mapping[str, str]) -> Reading | Rejected:
    found: list[RawArticle | Rejected] = []
    refusal: Rejected | None = None
    for rows in sheets:
        header_row = _header_row(rows, mapping)
        header = _names(rows[header_row]) if rows else []
        refused = refuse_header(header, mapping)
        if refused:
            refusal = refusal or refused
            continue
        filled = (row for row in rows[header_row + 1 :] if any(cell not in ("", None) for cell in row))
        found += articles_of_rows(header, filled, len(found), mapping)
    return refusal if refusal and not found else Reading("spreadsheet", NAME, None, tuple(found))


def _header_row(rows: Sequence[Sequence[Any]], mapping: Mapping[str, str]) -> int:
    """The first row that names a text and something more; else the first."""
    return next((number for number, row in enumerate(rows[:_PREAMBLE_ROWS]) if _is_header(_names(row), mapping)), 0)


def _is_header(names: list[str], mapping: Mapping[str, str]) -> bool:
    fields = detect_fields(names, mapping)
    return "text" in fields and len(fields) > 1


def _names(row: Sequence[Any]) -> list[str]:
    return [str(cell).strip() for cell in row]
