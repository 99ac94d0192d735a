"""Answers of a warehouse to people and programs: a pretty table, CSV, JSON Lines or Parquet."""

import csv
import json
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import islice
from pathlib import Path
from typing import IO, Any, NamedTuple

import click
import duckdb

from warehouse.store import open_warehouse

type Row = tuple[Any, ...]

#: Rows that a table on a terminal shows.
TABLE_ROWS = 200
#: Characters of a cell that a table on a terminal shows.
_CELL = 60


class Answer(NamedTuple):
    """The rows of an answer; they can be gone through once."""

    columns: list[str]
    rows: Iterator[Row]


@contextmanager
def ask(warehouse: Path, question: str, limit: int | None = None) -> Iterator[Answer]:
    """The rows that answer SQL or the name of a view or table, from a warehouse opened read-only.

    Raises WarehouseError, and click.UsageError when the question cannot be understood."""
    with closing(open_warehouse(warehouse, read_only=True)) as connection:
        try:
            cursor = connection.execute(_as_sql(question, limit))
        except duckdb.Error as problem:
            raise _misunderstood(problem) from problem
        yield Answer([name for name, *_ in cursor.description or ()], _fetch(cursor))


def write_parquet(warehouse: Path, question: str, limit: int | None, output: Path) -> None:
    """Write the answer to a Parquet file; raises as `ask` does."""
    with closing(open_warehouse(warehouse, read_only=True)) as connection:
        try:
            connection.sql(_as_sql(question, limit)).write_parquet(str(output))
        except duckdb.Error as problem:
            raise _misunderstood(problem) from problem


def write_answer(answer: Answer, form: str, stream: IO[str]) -> None:
    """Write rows as `table` (the first TABLE_ROWS), `csv` or `json` (one object a line)."""
    _WRITERS[form](answer, stream)


def _as_sql(question: str, limit: int | None) -> str:
    """SQL as it is; the SQL of a kept question, or everything of a view, table or macro, by name."""
    from warehouse.cookbook import read_questions

    kept = read_questions().get(question)
    sql = kept.sql if kept else question.strip().rstrip(";") if len(question.split()) > 1 else f"FROM {question}"
    return f"FROM ({sql}) LIMIT {limit}" if limit else sql


def _misunderstood(problem: duckdb.Error) -> click.UsageError:
    return click.UsageError(f"{problem}\nWhat can be asked: personae query --list")


def _fetch(cursor: duckdb.DuckDBPyConnection) -> Iterator[Row]:
    while block := cursor.fetchmany(1000):
        yield from block


def _write_csv(answer: Answer, stream: IO[str]) -> None:
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(answer.columns)
    for row in answer.rows:
        writer.writerow(_safe(cell) for cell in row)


def _safe(cell: Any) -> Any:  # noqa: ANN401 - any value of a database
    """A cell that a spreadsheet does not take for a formula."""
    return "'" + cell if isinstance(cell, str) and cell[:1] in "=+-@\t\r" and cell else cell


def _write_json(answer: Answer, stream: IO[str]) -> None:
    for row in answer.rows:
        stream.write(json.dumps(dict(zip(answer.columns, row, strict=True)), ensure_ascii=False, default=str) + "\n")


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
    plain = "".join(sign if sign.isprintable() else " " for sign in cell)
    return plain if len(plain) <= _CELL else plain[: _CELL - 1] + "…"


_WRITERS = {"table": _write_table, "csv": _write_csv, "json": _write_json}
