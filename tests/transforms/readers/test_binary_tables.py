"""Tables that are no text: Parquet, Arrow, Feather, spreadsheets."""

from datetime import date, datetime
from io import BytesIO

import odfdo
import pyarrow as pa
import pyarrow.feather as feather
import pyarrow.parquet as pq
import pytest

from transforms.readers import read_bytes
from transforms.readers.outcomes import RawArticle, Reading, Rejected

TEXT = "The ministers met on Tuesday."
ROWS = {
    "title": ["Grain", "Vote"],
    "text": [TEXT, "The council put off its vote."],
    "date": [date(2023, 4, 24), date(2023, 4, 25)],
    "topic": ["trade", None],
    "vector": [[0.1, 0.2], [0.3, 0.4]],
}


def parquet() -> bytes:
    stream = BytesIO()
    pq.write_table(pa.table(ROWS), stream)
    return stream.getvalue()


def arrow() -> bytes:
    stream = BytesIO()
    feather.write_feather(pa.table(ROWS), stream, compression="uncompressed")
    return stream.getvalue()


def ods() -> bytes:
    document = odfdo.Document("spreadsheet")
    table = document.body.get_table(0)
    for row in (["Export of April"], [], ["title", "text", "date", "topic"], ["Grain", TEXT, datetime(2023, 4, 24), "trade"],
                ["Vote", "The council put off its vote.", datetime(2023, 4, 25), None]):  # fmt: skip
        line = odfdo.Row()
        line.set_values(row)
        table.append_row(line)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (parquet(), "a.parquet", "parquet"),
        (arrow(), "a.feather", "arrow"),
        (ods(), "a.ods", "spreadsheet"),
    ],
)
def test_rows_are_articles_with_their_further_fields(data, name, expected):
    reading = read_bytes(data, name)
    assert isinstance(reading, Reading), reading
    assert reading.format == expected
    first, second = reading.articles
    assert isinstance(first, RawArticle)
    assert isinstance(second, RawArticle)
    assert (first.title, first.text, (first.published_at or "")[:10], first.fields) == ("Grain", TEXT, "2023-04-24", (("topic", "trade"),))
    assert (second.title, second.fields) == ("Vote", ())


@pytest.mark.parametrize(("data", "name"), [(parquet(), "a.parquet"), (arrow(), "a.arrow"), (ods(), "a.ods")])
def test_a_mapped_column_that_is_not_there_is_refused_by_name(data, name):
    refused = read_bytes(data, name, {"title": "titel"})
    assert isinstance(refused, Rejected)
    assert "'titel'" in refused.detail
