"""Answers of a warehouse to people and programs: a pretty table, CSV, JSON Lines or Parquet."""

import csv
import json
import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from io import StringIO
from itertools import islice
from pathlib import Path
from shutil import get_terminal_size
from typing import IO, Any, NamedTuple

import click
import duckdb

from warehouse.code_words import all_in_words
from warehouse.publishing.asking import Words, compose
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
#: Characters of a cell that a table on a terminal shows, and of a column that is not made narrower.
_CELL, _NARROW = 160, 14
#: Hashes, of which people need the first digits.
_HASH = re.compile("[0-9a-f]{16,64}")
#: Columns that join rows of tables and say nothing to people where the article stands beside them.
_OF_MACHINES = frozenset(("story_id", "text_hash", "quote_id", "mention_id", "dyad_id", "event_id"))


class Answer(NamedTuple):
    """The rows of an answer; they can be gone through once."""

    columns: list[str]
    rows: Iterator[Row]


@contextmanager
def ask(
    warehouse: Path, question: str, limit: int | None = None, with_generic: bool = False, words: Words | None = None
) -> Iterator[Answer]:
    """The rows that answer SQL or the name of a view, table, question or macro, narrowed by words, from a warehouse that the question can
    neither change nor leave.

    `with_generic`: rankings count unnamed people too. Raises WarehouseError, and click.UsageError when the question cannot be understood
    or is none."""
    with _asked(warehouse, question, limit, with_generic, words) as (connection, sql):
        yield as_answer(connection.execute(sql))


def write_parquet(
    warehouse: Path, question: str, limit: int | None, output: Path, with_generic: bool = False, words: Words | None = None
) -> None:
    """Write the answer to a Parquet file; raises as `ask` does."""
    import pyarrow.parquet

    with _asked(warehouse, question, limit, with_generic, words) as (connection, sql):
        blocks = connection.sql(sql).to_arrow_reader(_PARQUET_ROWS)
        # not by DuckDB, which may open no file by then
        with pyarrow.parquet.ParquetWriter(output, blocks.schema, compression="zstd") as writer:
            for block in blocks:
                writer.write_batch(block)


@contextmanager
def _asked(
    warehouse: Path, question: str, limit: int | None, with_generic: bool, words: Words | None
) -> Iterator[tuple[duckdb.DuckDBPyConnection, str]]:
    """A connection and the SQL to ask it. It reads no other file and writes none."""
    with closing(open_warehouse(warehouse, read_only=True)) as connection:
        count_generic(connection, with_generic)
        connection.execute("SET enable_external_access = false")
        connection.execute("SET lock_configuration = true")
        try:
            sql = compose(connection, question, words or Words())
            sql = f"FROM ({sql}) LIMIT {limit}" if limit else sql
            _require_question(connection, sql)
            yield connection, sql
        except duckdb.Error as problem:
            raise _misunderstood(problem) from problem
        except (KeyError, ValueError) as problem:
            raise click.UsageError(str(problem.args[0])) from problem


def _require_question(connection: duckdb.DuckDBPyConnection, sql: str) -> None:
    """Raises click.UsageError unless this is one statement that only asks."""
    found = [statement.type.name for statement in connection.extract_statements(sql)]
    if len(found) != 1 or found[0] not in _ASKING:
        raise click.UsageError(
            f"expected one question (SELECT, FROM, WITH, DESCRIBE, SUMMARIZE, SHOW, EXPLAIN), found {' and '.join(found) or 'nothing'}; "
            "a query changes nothing, reads no other file and writes none but --output. To see what you can ask: personae query --list"
        )


def write_answer(answer: Answer, form: str, stream: IO[str]) -> None:
    """Write rows as `table` (the first TABLE_ROWS), `csv`, `tsv` or `json` (one object a line)."""
    _WRITERS[form](answer, stream)


def write_excel(cursor: duckdb.DuckDBPyConnection, target: Path) -> int:
    """Write the rows of a cursor as CSV that Excel reads as UTF-8; how many they were."""
    hidden = target.with_name(f".{target.name}.new")
    with hidden.open("w", encoding=EXCEL_ENCODING, newline="") as stream:
        rows = _write_csv(as_answer(cursor), stream)
    hidden.replace(target)
    return rows


def _misunderstood(problem: duckdb.Error) -> click.UsageError:
    return click.UsageError(f"{problem}\nTo see what you can ask: personae query --list")


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
    """The first rows for people, by a pager where the terminal is too low for them; what is left out is said below."""
    rows = [*islice(answer.rows, TABLE_ROWS)]
    kept = [number for number, name in enumerate(answer.columns) if not _repeats(name, answer.columns)]
    text = StringIO()
    print_table([answer.columns[number] for number in kept], (tuple(row[number] for number in kept) for row in rows), text, is_like=stream)
    hidden = [name for number, name in enumerate(answer.columns) if number not in kept]
    if hidden:
        text.write(f"not shown: {', '.join(hidden)}; for every column: --format csv, tsv, json or parquet\n")
    if next(answer.rows, None) is not None:
        text.write(f"… the first {TABLE_ROWS} rows; for all of them: --format csv, tsv, json or parquet\n")
    if stream.isatty() and text.getvalue().count("\n") >= get_terminal_size().lines:
        click.echo_via_pager(text.getvalue())
    else:
        stream.write(text.getvalue())


def _repeats(name: str, columns: list[str]) -> bool:
    """Whether a column is for machines because another says the same to people: an id beside a name, the hash of an article's identity."""
    return (name.endswith("_id") and f"{name.removesuffix('_id')}_name" in columns) or (name in _OF_MACHINES and "article_id" in columns)


def print_table(columns: list[str], rows: Iterator[Row], stream: IO[str], title: str | None = None, is_like: IO[str] | None = None) -> None:
    """A table for people: long cells are wrapped, short ones are not, numbers stand right, codes are words. What is too wide for a table is
    a list of rows.

    `is_like` is the stream whose width counts."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    found = [*rows]
    words = {(column, code): words for column, code, words in all_in_words()}
    shown = [tuple(_shown(words.get((name, cell), cell)) for name, cell in zip(columns, row, strict=True)) for row in found]
    heads = [name.replace("_", " ") for name in columns]
    widths = [min(max((len(row[number]) for row in shown), default=0), _NARROW) for number in range(len(columns))]
    # headers break where their words do, so that a number of one digit needs no wide column
    widths = [max(width, *map(len, head.split())) for width, head in zip(widths, heads, strict=True)]
    console = Console(file=stream, width=get_terminal_size().columns if (is_like or stream).isatty() else 160, highlight=False)
    if sum(widths) + 3 * len(widths) > console.width:
        table = Table.grid(padding=(0, 2, 0, 0))
        for row in shown:
            for head, cell in zip(heads, row, strict=True):
                table.add_row(Text(head, style="bold"), Text(cell))
            table.add_row("")
        console.print(Text(title, style="bold") if title else "", table)
    else:
        table = Table(title=title, title_justify="left", title_style="bold", header_style="bold", show_edge=False, pad_edge=False)
        for number, head in enumerate(heads):
            is_number = bool(shown) and all(isinstance(row[number], int | float) or row[number] is None for row in found)
            table.add_column(head, justify="right" if is_number else "left", overflow="fold", min_width=widths[number])
        for row in shown:
            # Text, not markup: what articles say must not format a terminal
            table.add_row(*map(Text, row))
        console.print(table)
    if not shown:
        console.print("(no rows)")


def _shown(cell: Any) -> str:  # noqa: ANN401 - any value of a database
    """A cell as people read it: a number of two digits, a text of one line and no more than _CELL characters."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return f"{cell:.2f}"
    text = plain(str(cell))
    if _HASH.fullmatch(text):
        return text[:12]  # as many digits as `explain` and `story` need
    return text if len(text) <= _CELL else text[: _CELL - 1] + "…"


def plain(text: str) -> str:
    """Text that is safe on a terminal: unprintable characters become blanks."""
    return "".join(sign if sign.isprintable() else " " for sign in text)


def _write_tsv(answer: Answer, stream: IO[str]) -> None:
    """Cells separated by tabs: tabs and line ends inside them become blanks."""
    stream.write("\t".join(answer.columns) + "\n")
    for row in answer.rows:
        stream.write("\t".join("" if cell is None else " ".join(str(_safe(cell)).split()) for cell in row) + "\n")


_WRITERS = {"table": _write_table, "csv": _write_csv, "tsv": _write_tsv, "json": _write_json}
