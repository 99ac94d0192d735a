"""Parquet and Arrow (Feather 2): one article a row, some hundred rows at a time; fields are found as in other records."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pyarrow.ipc as ipc
import pyarrow.parquet as pq

from transforms.readers.delimited import refuse_header
from transforms.readers.field_names import detect_fields, kept_names
from transforms.readers.outcomes import Announced, Reading, Rejected
from transforms.readers.records import article_from_record
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
        refusal = refuse_header(names, source.mapping)
        if refusal:
            yield refusal
            return
        columns = _columns(file.schema_arrow, source)
        announced = Announced(file.metadata.num_rows, "rows", "the footer")
        yield from _readings(file.iter_batches(_ROWS, columns=columns, use_threads=False), names, source, "parquet", announced)


def read_arrow(source: Source) -> Iterator[Reading | Rejected]:
    """Articles from the rows of an Arrow file, including Feather 2."""
    stream = source.seekable()
    if isinstance(stream, Rejected):
        yield stream
        return
    file = ipc.open_file(stream)
    names, batches = file.schema.names, (file.get_batch(number) for number in range(file.num_record_batches))
    refusal = refuse_header(names, source.mapping)
    if refusal:
        yield refusal
        return
    announced = Announced(sum(file.get_batch(number).num_rows for number in range(file.num_record_batches)), "rows", "the record batches")
    yield from _readings(_cut_up(batches, _columns(file.schema, source)), names, source, "arrow", announced)


def _columns(schema: pa.Schema, source: Source) -> list[str]:
    """The columns of our fields and those to keep: as long as none are asked for, all but vectors and bytes."""
    kept = kept_names(source.mapping)
    ours = {name for held in detect_fields(schema.names, source.mapping).values() for name in held} | set(kept)
    heads = {name if name in schema.names else name.split(".")[0] for name in ours}
    return [field.name for field in schema if field.name in heads or (not kept and _is_short(field.type))]


def _is_short(kind: pa.DataType) -> bool:
    return not pa.types.is_nested(kind) and not pa.types.is_binary(kind) and not pa.types.is_large_binary(kind)


def _cut_up(batches: Iterable[pa.RecordBatch], columns: list[str]) -> Iterator[pa.RecordBatch]:
    return (batch.select(columns).slice(start, _ROWS) for batch in batches for start in range(0, batch.num_rows, _ROWS))


def _readings(
    batches: Iterable[pa.RecordBatch], names: list[str], source: Source, format_name: str, announced: Announced
) -> Iterator[Reading | Rejected]:
    """The articles of some hundred rows at a time."""
    fields, met = detect_fields(names, source.mapping), 0
    for rows in batches:
        met += rows.num_rows
        source.account.unpack(rows.nbytes)
        records = ({name: _plain(value) for name, value in row.items()} for row in rows.to_pylist())
        yield Reading(format_name, NAME, None, tuple(article_from_record(record, fields, 0, source.mapping) for record in records))
    yield from announced.refuse_missing(met)


def _plain(value: Any) -> Any:  # noqa: ANN401 - a cell may be anything
    """A cell as JSON would hold it."""
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return str(value) if isinstance(value, Decimal) else value
