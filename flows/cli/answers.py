"""Answers of a warehouse to people and programs: a pretty table, CSV, JSON Lines or Parquet."""

import csv
import json
import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import islice
from pathlib import Path
from typing import IO, Any, NamedTuple

import click
import duckdb

from warehouse.sql_views import count_generic
from warehouse.store import open_warehouse

type Row = tuple[Any, ...]

#: UTF-8 with a byte-order mark: without it Excel reads the letters of another code page ("TÃ¼rkiye").
EXCEL_ENCODING = "utf-8-sig"
#: Rows that a table on a terminal shows.
TABLE_ROWS = 200
#: Rows that are held while Parquet is written.
_PARQUET_ROWS = 100_000
#: Kinds of statements that only ask. A PIVOT is taken apart into several by DuckDB.
_ASKING = frozenset(("SELECT", "EXPLAIN", "MULTI"))
#: What a spreadsheet takes for the beginning of a formula.
_FORMULA = ("=", "+", "-", "@", "\t")
#: What terminals obey or hide: control signs but tab and line end, marks of direction.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
#: Characters of a cell that a table on a terminal shows.
_CELL = 60


class Answer(NamedTuple):
    """The rows of an answer; they can be gone through once."""

    columns: list[str]
    rows: Iterator[Row]


@contextmanager
def ask(warehouse: Path, question: str, limit: int | None = None, with_generic: bool = False) -> Iterator[Answer]:
    """The rows that answer SQL or the name of a view or table, from a warehouse that the question can neither change nor leave.

    `with_generic`: rankings count unnamed people too. Raises WarehouseError, and click.UsageError when the question cannot be understood
    or is none."""
    with _asked(warehouse, question, limit, with_generic) as (connection, sql):
        yield as_answer(connection.execute(sql))


def write_parquet(warehouse: Path, question: str, limit: int | None, output: Path, with_generic: bool = False) -> None:
    """Write the answer to a Parquet file; raises as `ask` does."""
    import pyarrow.parquet

    with _asked(warehouse, question, limit, with_generic) as (connection, sql):
        blocks = connection.sql(sql).to_arrow_reader(_PARQUET_ROWS)
        # not by DuckDB, which may open no file by then
        with pyarrow.parquet.ParquetWriter(output, blocks.schema, compression="zstd") as writer:
            for block in blocks:
                writer.write_batch(block)


@contextmanager
def _asked(warehouse: Path, question: str, limit: int | None, with_generic: bool) -> Iterator[tuple[duckdb.DuckDBPyConnection, str]]:
    """A connection and the SQL to ask it. It reads no other file and writes none."""
    with closing(open_warehouse(warehouse, read_only=True)) as connection:
        count_generic(connection, with_generic)
        connection.execute("SET enable_external_access = false")
        connection.execute("SET lock_configuration = true")
        try:
            sql = _as_sql(question, limit)
            _require_question(connection, sql)
            yield connection, sql
        except duckdb.Error as problem:
            raise _misunderstood(problem) from problem


def _require_question(connection: duckdb.DuckDBPyConnection, sql: str) -> None:
    """Raises click.UsageError unless this is one statement that only asks."""
    found = [statement.type.name for statement in connection.extract_statements(sql)]
    if len(found) != 1 or found[0] not in _ASKING:
        raise click.UsageError(
            f"expected one question (SELECT, FROM, WITH, DESCRIBE, SUMMARIZE, SHOW, EXPLAIN), found {' and '.join(found) or 'nothing'}; "
            "a query changes nothing, reads no other file and writes none but that of --output. What can be asked: personae query --list"
        )


def write_answer(answer: Answer, form: str, stream: IO[str]) -> None:
    """Write rows as `table` (the first TABLE_ROWS), `csv` or `json` (one object a line)."""
    _WRITERS[form](answer, stream)


def write_excel(cursor: duckdb.DuckDBPyConnection, target: Path) -> int:
    """Write the rows of a cursor as CSV that Excel reads as UTF-8; how many they were."""
    hidden = target.with_name(f".{target.name}.new")
    with hidden.open("w", encoding=EXCEL_ENCODING, newline="") as stream:
        rows = _write_csv(as_answer(cursor), stream)
    hidden.replace(target)
    return rows


def _as_sql(question: str, limit: int | None) -> str:
    """SQL as it is; the SQL of a kept question, or everything of a view, table or macro, by name."""
    from warehouse.publishing.cookbook import read_questions

    kept = read_questions().get(question)
    sql = kept.sql if kept else question.strip().rstrip(";") if len(question.split()) > 1 else f"FROM {question}"
    return f"FROM ({sql}) LIMIT {limit}" if limit else sql


def _misunderstood(problem: duckdb.Error) -> click.UsageError:
    return click.UsageError(f"{problem}\nWhat can be asked: personae query --list")


def as_answer(cursor: duckdb.DuckDBPyConnection) -> Answer:
    """What a cursor holds, with the names of its columns."""
    return Answer([name for name, *_ in cursor.description or ()], _fetch(cursor))


def _fetch(cursor: duckdb.DuckDBPyConnection) -> Iterator[Row]:
    while block := cursor.fetchmany(1000):
        yield from block


def _write_csv(answer: Answer, stream: IO[str]) -> int:
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(answer.columns)
    rows = 0
    for row in answer.rows:
        writer.writerow(_safe(cell) for cell in row)
        rows += 1
    return rows


def _safe(cell: Any) -> Any:  # noqa: ANN401 - any value of a database
    """A cell that a spreadsheet does not take for a formula, and a terminal for no command: control and bidi marks are escaped."""
    if not isinstance(cell, str):
        return cell
    plain = _CONTROL.sub(lambda sign: sign[0].encode("unicode_escape").decode("ascii"), cell)
    return "'" + plain if plain[:1] in _FORMULA and plain else plain


def _write_json(answer: Answer, stream: IO[str]) -> None:
    for row in answer.rows:
        line = json.dumps(dict(zip(answer.columns, row, strict=True)), ensure_ascii=False, default=str)
        stream.write(_CONTROL.sub(lambda sign: f"\\u{ord(sign[0]):04x}", line) + "\n")


def _write_table(answer: Answer, stream: IO[str]) -> None:
    print_table(answer.columns, islice(answer.rows, TABLE_ROWS), stream)
    if next(answer.rows, None) is not None:
        stream.write(f"… the first {TABLE_ROWS} rows; all of them with --format csv, json or parquet\n")


def print_table(columns: list[str], rows: Iterator[Row], stream: IO[str], title: str | None = None) -> None:
    """A table for people; long cells are cut, numbers stand right."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    shown = [tuple(_shorten(cell) for cell in row) for row in rows]
    table = Table(title=title, title_justify="left", title_style="bold", header_style="bold", show_edge=False, pad_edge=False)
    for number, name in enumerate(columns):
        is_number = bool(shown) and all(isinstance(row[number], int | float) or row[number] is None for row in shown)
        table.add_column(name, justify="right" if is_number else "left", overflow="fold")
    for row in shown:
        # Text, not markup: what articles say must not format a terminal
        table.add_row(*(Text("" if cell is None else f"{cell:.2f}" if isinstance(cell, float) else str(cell)) for cell in row))
    console = Console(file=stream, width=None if stream.isatty() else 160)
    console.print(table)
    if not shown:
        console.print("(no rows)")


def _shorten(cell: Any) -> Any:  # noqa: ANN401 - any value of a database
    if not isinstance(cell, str):
        return cell
    text = plain(cell)
    return text if len(text) <= _CELL else text[: _CELL - 1] + "…"


def plain(text: str) -> str:
    """Text that a terminal only shows: what is no letter or sign of print becomes a blank."""
    return "".join(sign if sign.isprintable() else " " for sign in text)


_WRITERS = {"table": _write_table, "csv": _write_csv, "json": _write_json}
