"""Answers of a warehouse to people and programs: a pretty table, CSV, JSON Lines or Parquet."""

import csv
import json
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import IO, Any

import click
import duckdb

from warehouse.store import open_warehouse

#: Characters of a cell that a table on a terminal shows.
_CELL = 60


@contextmanager
def ask(warehouse: Path, question: str, limit: int | None = None) -> Iterator[duckdb.DuckDBPyRelation]:
    """The rows that answer SQL or the name of a view or table, from a warehouse opened read-only.

    Raises WarehouseError, and click.UsageError when the question cannot be understood."""
    with closing(open_warehouse(warehouse, read_only=True)) as connection:
        sql = question if len(question.split()) > 1 else f"FROM {question}"
        try:
            relation = connection.sql(sql)
        except duckdb.Error as problem:
            raise click.UsageError(f"{problem}\nViews and tables: personae describe") from problem
        if relation is None:
            raise click.UsageError("expected a question that gives rows, e.g. SELECT …; a warehouse is opened read-only here")
        yield relation.limit(limit) if limit else relation


def write_answer(relation: duckdb.DuckDBPyRelation, form: str, output: Path | None, stdout: IO[str]) -> None:
    """Write rows as `table`, `csv`, `json` (one object a line) or `parquet` (to a file)."""
    if form == "parquet":
        assert output is not None
        relation.write_parquet(str(output))
        return
    if output is not None:
        with output.open("w", encoding="utf-8", newline="") as stream:
            _WRITERS[form](relation, stream)
        return
    _WRITERS[form](relation, stdout)


def _rows(relation: duckdb.DuckDBPyRelation) -> Iterator[tuple[Any, ...]]:
    while block := relation.fetchmany(1000):
        yield from block


def _write_csv(relation: duckdb.DuckDBPyRelation, stream: IO[str]) -> None:
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(relation.columns)
    for row in _rows(relation):
        writer.writerow(_safe(cell) for cell in row)


def _safe(cell: Any) -> Any:  # noqa: ANN401 - any value of a database
    """A cell that a spreadsheet does not take for a formula."""
    return "'" + cell if isinstance(cell, str) and cell[:1] in "=+-@\t\r" and cell else cell


def _write_json(relation: duckdb.DuckDBPyRelation, stream: IO[str]) -> None:
    for row in _rows(relation):
        stream.write(json.dumps(dict(zip(relation.columns, row, strict=True)), ensure_ascii=False, default=str) + "\n")


def _write_table(relation: duckdb.DuckDBPyRelation, stream: IO[str]) -> None:
    print_table(relation.columns, _rows(relation), stream)


def print_table(columns: list[str], rows: Iterator[tuple[Any, ...]], stream: IO[str], title: str | None = None) -> None:
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
