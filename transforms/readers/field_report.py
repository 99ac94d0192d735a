"""Which fields of a file of records are taken for what: for users who map them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import PurePath
from typing import Any

from transforms.readers.encodings import decode_bytes
from transforms.readers.field_names import FIELDS, known_fields, mapped_fields
from transforms.readers.json_articles import parse_json, records_of
from transforms.readers.json_shapes import levelled
from transforms.readers.outcomes import Rejected
from transforms.readers.records import lookup
from transforms.readers.signs import Sample, is_json, is_json_lines, is_table, take_sample
from transforms.readers.table_rows import find_dialect, lines_of, rows_of
from transforms.readers.values import body_of, scalar

#: Records that are looked at.
SAMPLE_RECORDS = 200
_TEXT_CHARS = 200


@dataclass(frozen=True)
class FieldUse:
    """One field of ours: the field of the file it is taken from, the share of records in which that is filled, others that may do."""

    field: str
    taken: str | None
    filled: float
    candidates: tuple[str, ...]


def report_fields(data: bytes, name: str, mapping: Mapping[str, str]) -> list[FieldUse] | Rejected:
    """What is taken for each of our fields in the first records of JSON or a table; `data` may be the head of a file."""
    sample = take_sample(data, PurePath(name).suffix.lower())
    decoded = decode_bytes(data)
    if isinstance(sample, Rejected) or isinstance(decoded, Rejected):
        return sample if isinstance(sample, Rejected) else Rejected("undecodable", "expected text, found none")
    records = list(islice(_records(decoded.text, sample, mapping), SAMPLE_RECORDS))
    if not records:
        return Rejected("unknown_format", f"expected JSON, JSON Lines, CSV or TSV with records, found none in {name}")
    return [_use_of(field, records, mapping) for field in FIELDS]


def _records(text: str, sample: Sample, mapping: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    found: Iterable[Any] = ()
    if is_json_lines(sample):
        found = (parse_json(line) for line in text.split("\n") if line.strip())
    elif is_json(sample):
        found = records_of(text)
    elif is_table(sample):
        dialect = find_dialect(text, mapping)
        rows = rows_of(lines_of(text), dialect, is_whole=False)
        found = (dict(zip(dialect.header, row.cells, strict=False)) for row in rows if row.cells)
    yield from (record for record in found if isinstance(record, dict))


def _use_of(field: str, records: Sequence[dict[str, Any]], mapping: Mapping[str, str]) -> FieldUse:
    levels = [levelled(record) | record if field in mapping else levelled(record) for record in records]
    names = list(dict.fromkeys(name for record in levels for name in record))
    held = (known_fields(names) | mapped_fields(names, mapping)).get(field, ())
    shares = {name: _share(name, field, levels) for name in held}
    taken = next((name for name in held if shares[name]), None)
    others = [name for name in held if name != taken and shares[name]]
    if field == "text":
        others += [name for name in names if name not in held and _mean_length(name, levels) > _TEXT_CHARS]
    return FieldUse(field, taken, shares.get(taken, 0.0) if taken else 0.0, tuple(others))


def _share(name: str, field: str, records: Sequence[dict[str, Any]]) -> float:
    words_of = body_of if field == "text" else scalar
    return sum(bool(words_of(lookup(record, name))) for record in records) / len(records)


def _mean_length(name: str, records: Sequence[dict[str, Any]]) -> float:
    return sum(len(record[name]) for record in records if isinstance(record.get(name), str)) / len(records)
