"""Tables that other programs keep in files of their own: SQLite databases and data sets of Stata. One article a row, as in other tables."""

import sqlite3
import struct
from collections.abc import Mapping
from contextlib import closing
from io import BytesIO

from transforms.readers.delimited import refuse_header
from transforms.readers.field_names import detect_fields
from transforms.readers.outcomes import RawArticle, Reading, Rejected
from transforms.readers.signs import Sample
from transforms.readers.typed_rows import articles_of_rows

_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid"


def is_sqlite(sample: Sample) -> bool:
    return sample.head.startswith("SQLite format 3\0")


def is_stata(sample: Sample) -> bool:
    return sample.head.startswith("<stata_dta>")


def read_sqlite(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """The rows of the tables that have a column of texts and something more; the database is opened from memory and never written."""
    refusals: list[Rejected] = []
    articles: list[RawArticle | Rejected] = []
    try:
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.deserialize(data)
            connection.text_factory = lambda words: words.decode("utf-8", "replace")
            connection.execute("PRAGMA query_only = 1")
            for (table,) in connection.execute(_TABLES).fetchall():
                quoted = table.replace('"', '""')
                rows = connection.execute(f'SELECT * FROM "{quoted}"')
                names = [column[0] for column in rows.description]
                refusal = refuse_header(names, mapping)
                if refusal or len(detect_fields(names, mapping)) < 2:
                    refusals += [refusal] if refusal else []
                    continue
                articles += articles_of_rows(names, rows, len(articles), mapping)
    except sqlite3.Error as problem:
        return Rejected("malformed", f"expected an SQLite database, found: {problem}; sqlite3 FILE .recover > NEW.sql may mend it")
    if not articles:
        return refusals[0] if refusals else Rejected("no_body", "expected a table with articles, found none", stage="article")
    return Reading("sqlite", "data_files", None, tuple(articles))


def read_stata(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """The rows of a data set of Stata 13 and later."""
    import pandas as pd

    try:
        frame = pd.read_stata(BytesIO(data), convert_categoricals=False)
    except (ValueError, KeyError, IndexError, OverflowError, TypeError, AttributeError, EOFError, OSError, struct.error) as problem:
        return Rejected("malformed", f"expected a data set of Stata, found {type(problem).__name__}: {problem}"[:300])
    names = [str(name) for name in frame.columns]
    refusal = refuse_header(names, mapping)
    if refusal:
        return refusal
    return Reading("stata", "data_files", None, tuple(articles_of_rows(names, frame.itertuples(index=False, name=None), 0, mapping)))
