"""DuckDB statements that create the tables as declared: types, primary keys, NOT NULL, CHECKs and comments.

No foreign keys: DuckDB refuses to replace a referenced row inside one transaction, and checking them slows the load down. That every
reference leads somewhere is the gate's work (`expectations`), and `warehouse.references` asks again before a publish.

A primary key on text costs about 2 s and 70 MB a million rows, and has to be in memory: an archive has tens of millions of mentions. So the
rows of articles have none: their article's key promises that it is there once, and `load_batch` that a batch brings each of its rows once.
Nor are the forms of columns checked again that name a row elsewhere, whose key has been.
"""

from collections.abc import Iterator

import duckdb
import polars as pl

from warehouse.quoting import quote
from warehouse.tables import ARTICLE_TABLES, ARTICLES, TABLES, UTC_TIMESTAMP, Column, Table

#: Moments are UTC without a zone: a zoned column would be shown in each reader's own zone, and Python readers would need pytz.
_TYPES: tuple[tuple[pl.DataType, str], ...] = (
    (pl.String(), "VARCHAR"),
    (pl.Int64(), "BIGINT"),
    (pl.Float64(), "DOUBLE"),
    (pl.Boolean(), "BOOLEAN"),
    (pl.Binary(), "BLOB"),
    (pl.Date(), "DATE"),
    (UTC_TIMESTAMP, "TIMESTAMP"),
)


def create_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Create all tables as declared, without comments."""
    for table in TABLES:
        connection.execute(create_table(table))


def comment_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Write the comments of all tables and columns as declared."""
    for table in TABLES:
        for statement in comment_on(table):
            connection.execute(statement)


def create_table(table: Table) -> str:
    """The CREATE TABLE statement."""
    lines = [f"{column.name} {sql_type(column)}{'' if column.nullable else ' NOT NULL'}" for column in table.columns]
    if has_key(table):
        lines.append(f"PRIMARY KEY ({', '.join(table.key)})")
    lines += [f"CHECK ({condition})" for column in table.columns for condition in column_conditions(column)]
    lines += [f"CHECK ({condition})" for condition in table.rules.values()]
    return f"CREATE TABLE {table.name} (\n    " + ",\n    ".join(lines) + "\n)"


def has_key(table: Table) -> bool:
    """Whether the file itself refuses a row that is there: of all tables but those whose rows come and go with their articles."""
    return table is ARTICLES or table not in ARTICLE_TABLES


def comment_on(table: Table) -> Iterator[str]:
    """The COMMENT ON statements of a table and its columns."""
    yield f"COMMENT ON TABLE {table.name} IS {quote(table.grain)}"
    for column in table.columns:
        yield f"COMMENT ON COLUMN {table.name}.{column.name} IS {quote(column.meaning)}"


def sql_type(column: Column) -> str:
    """The SQL type of a column; raises KeyError for a type without one."""
    for dtype, name in _TYPES:
        if column.dtype == dtype:
            return name
    raise KeyError(f"no SQL type for {column.dtype} of column {column.name!r}")


def column_conditions(column: Column) -> Iterator[str]:
    """SQL conditions that each non-null value of the column fulfils."""
    if column.values:
        yield f"{column.name} IN ({', '.join(quote(value) for value in column.values)})"
    if column.minimum is not None:
        yield f"{column.name} >= {column.minimum:g}"
    if column.maximum is not None:
        yield f"{column.name} <= {column.maximum:g}"
    if column.pattern is not None and column.references is None:
        yield f"regexp_matches({column.name}, {quote(column.pattern)})"
