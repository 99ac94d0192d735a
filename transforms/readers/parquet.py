"""Parquet: one article a row, read some hundred rows at a time; fields are found as in other records, and only their columns are read."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from transforms.readers.field_names import detect_fields
from transforms.readers.outcomes import Reading, Rejected
from transforms.readers.records import Fields, article_from_record
from transforms.readers.sources import Source

NAME = "parquet"
_ROWS = 200


def read_parquet(source: Source) -> Iterator[Reading | Rejected]:
    """Articles from the rows of a Parquet file."""
    stream = source.seekable()
    if isinstance(stream, Rejected):
        yield stream
        return
    with pq.ParquetFile(stream, pre_buffer=False) as file:
        names = file.schema_arrow.names
        fields = detect_fields(names, source.mapping)
        if "text" not in fields:
            detail = f"expected a column with the text, found {', '.join(names)[:200]!r}; name it with --map text=COLUMN"
            yield Rejected("malformed", detail)
            return
        columns = sorted({name if name in names else name.split(".")[0] for held in fields.values() for name in held})
        for rows in file.iter_batches(_ROWS, columns=columns, use_threads=False):
            source.account.unpack(rows.nbytes)
            yield _reading(rows, fields)


def _reading(rows: pa.RecordBatch, fields: Fields) -> Reading:
    records = ({name: _plain(value) for name, value in row.items()} for row in rows.to_pylist())
    return Reading("parquet", NAME, None, tuple(article_from_record(record, fields, 0) for record in records))


def _plain(value: Any) -> Any:  # noqa: ANN401 - a cell may be anything
    """A cell as JSON would hold it."""
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return str(value) if isinstance(value, Decimal) else value
