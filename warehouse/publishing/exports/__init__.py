"""Exports in the forms of other systems, one SQL file each: what scripts written for those read without change.

The head of a file is as in the views, with `file: …`: csv (with a header) or gkg (tab-separated, no header, no quoting).
"""

from functools import cache
from pathlib import Path

import duckdb

from warehouse.quoting import quote
from warehouse.sql_heads import Head, read_head

EXPORT_FOLDER = Path(__file__).parent
_OPTIONS = {"csv": "FORMAT csv, HEADER", "gkg": "FORMAT csv, HEADER false, DELIMITER '\t', QUOTE '', ESCAPE ''"}


@cache
def read_exports(folder: Path = EXPORT_FOLDER) -> dict[str, Head]:
    """Every export by name. Raises ValueError when the head of a file lacks something."""
    return {path.stem: read_head(path) for path in sorted(folder.glob("*.sql"))}


def write_export(connection: duckdb.DuckDBPyConnection, name: str, target: Path) -> int:
    """Write one export to a file, or as Parquet when its name ends so; how many rows. Raises KeyError when there is none of that name.

    Cells keep their text as it is, for programs read them: a spreadsheet should take published/views instead."""
    head = read_exports()[name]
    options = "FORMAT parquet, COMPRESSION zstd" if target.suffix == ".parquet" else _OPTIONS[head.named["file"]]
    hidden = target.with_name(f".{target.name}.new")
    ((rows,),) = connection.execute(f"COPY ({head.sql}) TO {quote(str(hidden))} ({options})").fetchall()
    hidden.replace(target)
    return int(rows)
