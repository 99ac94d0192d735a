"""Exports in the forms of other systems, one SQL file each: what scripts written for those read without change.

The head of a file is as in the views, with
- `file: …`: csv (with a header), tsv (tab-separated, with a header, no quoting) or gkg (the same without a header),
- `graph: …`: directed or undirected, for rows that are edges, each with a source and a target,
- `reads: …`: the code lists it looks words up in, separated by commas,
- `left_out: …` and `because: …`: rows that the other system has no place for, as what follows FROM, and why."""

from functools import cache
from pathlib import Path

import duckdb

from warehouse.publishing.exports.graphs import GRAPHS
from warehouse.publishing.exports.references import REFERENCES
from warehouse.quoting import quote
from warehouse.sql_heads import Head, read_head

EXPORT_FOLDER = Path(__file__).parent
_PLAIN = "FORMAT csv, DELIMITER '\t', QUOTE '', ESCAPE ''"
_OPTIONS = {"csv": "FORMAT csv, HEADER", "tsv": f"{_PLAIN}, HEADER", "gkg": f"{_PLAIN}, HEADER false"}


@cache
def read_exports(folder: Path = EXPORT_FOLDER) -> dict[str, Head]:
    """Every export by name. Raises ValueError when the head of a file lacks something."""
    return {path.stem: read_head(path) for path in sorted(folder.glob("*.sql"))}


def ask_export(connection: duckdb.DuckDBPyConnection, name: str) -> duckdb.DuckDBPyConnection:
    """A cursor over the rows of one export. Raises KeyError when there is none of that name."""
    head = read_exports()[name]
    _bring_references(connection, head)
    return connection.execute(head.sql)


def write_export(connection: duckdb.DuckDBPyConnection, name: str, target: Path) -> int:
    """Write one export to a file, as Parquet or as a graph when its name ends so; how many rows. Raises KeyError when there is none of that
    name, or it is not a graph.

    Cells keep their text as it is, for programs read them."""
    head = read_exports()[name]
    if is_graph(target):
        return _write_graph(ask_export(connection, name), target, head.named["graph"])
    _bring_references(connection, head)
    options = "FORMAT parquet, COMPRESSION zstd" if target.suffix == ".parquet" else _OPTIONS[head.named["file"]]
    hidden = target.with_name(f".{target.name}.new")
    ((rows,),) = connection.execute(f"COPY ({head.sql}) TO {quote(str(hidden))} ({options})").fetchall()
    hidden.replace(target)
    return int(rows)


def is_graph(target: Path) -> bool:
    """Whether a file of that name holds a graph: .graphml or .gexf."""
    return target.suffix in GRAPHS


def _write_graph(cursor: duckdb.DuckDBPyConnection, target: Path, direction: str) -> int:
    columns = [entry[0] for entry in cursor.description or ()]
    rows = [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]
    hidden = target.with_name(f".{target.name}.new")
    GRAPHS[target.suffix](rows, hidden, direction)
    hidden.replace(target)
    return len(rows)


def count_left_out(connection: duckdb.DuckDBPyConnection, name: str) -> tuple[int, str]:
    """How many rows an export leaves out, and why; 0 when it takes all. Raises KeyError when there is none of that name."""
    named = read_exports()[name].named
    if "left_out" not in named:
        return 0, ""
    ((rows,),) = connection.execute(f"SELECT count(*) FROM {named['left_out']}").fetchall()
    return int(rows), named["because"]


def _bring_references(connection: duckdb.DuckDBPyConnection, head: Head) -> None:
    for name in filter(None, head.named.get("reads", "").split(", ")):
        connection.register(name, REFERENCES[name]())
