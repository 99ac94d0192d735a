"""Rows of tables whose cells have types (spreadsheets, databases, data sets) as articles."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, time
from typing import Any

from transforms.readers.field_names import detect_fields
from transforms.readers.outcomes import RawArticle, Rejected
from transforms.readers.records import article_from_record
from transforms.readers.table_rows import number_repeated

type Cells = Sequence[Any]


def articles_of_rows(
    header: Sequence[str], rows: Iterable[Cells], position: int, mapping: Mapping[str, str]
) -> Iterator[RawArticle | Rejected]:
    """The article of each row, numbered from `position`; of a row that is shorter than the header the rest is not given."""
    names = number_repeated(header)
    fields = detect_fields(names, mapping)
    for number, row in enumerate(rows, position):
        record = {name: _as_json(cell) for name, cell in zip(names, row, strict=False)}
        yield article_from_record(record, fields, number, mapping)


def _as_json(cell: Any) -> Any:  # noqa: ANN401 - a cell may be anything
    """A cell as JSON would hold it: whole numbers without a fraction, None for what is no number and no time."""
    if cell != cell:
        return None
    if isinstance(cell, bytes):
        return cell.decode("utf-8", "replace")
    if isinstance(cell, date | time):
        return cell.isoformat()
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell
