"""What was set aside: rows of `quarantine` opened, opened again, and closed once a file was loaded."""

import os
from collections.abc import Iterable

import duckdb
import polars as pl

from warehouse.points import reach
from warehouse.tables import QUARANTINE

_COLUMNS = ", ".join(column.name for column in QUARANTINE.columns)


def put_aside(connection: duckdb.DuckDBPyConnection, rows: pl.DataFrame) -> int:
    """Enter rows of QUARANTINE; those set aside before for the same reason are opened again, not entered twice. How many there were."""
    connection.register("set_aside", QUARANTINE.conform(rows))
    reach("quarantine: before an entry")
    try:
        connection.execute(f"INSERT OR REPLACE INTO quarantine ({_COLUMNS}) SELECT {_COLUMNS} FROM set_aside")
    finally:
        connection.unregister("set_aside")
    reach("quarantine: entered")
    return rows.height


def close_quarantine(
    connection: duckdb.DuckDBPyConnection,
    file_ids: Iterable[str],
    paths: Iterable[str],
    first_position: int | None = None,
    last_position: int | None = None,
) -> None:
    """Close what is open for these files: they were processed again, and remaining problems are entered after this.

    By id or by absolute path, as a file that was mended has other bytes under the same path. Of a file that was worked on in part, what
    concerns that part and what concerns the file as a whole."""
    connection.execute(
        """
        UPDATE quarantine SET is_open = false
        WHERE is_open AND (file_id IN (SELECT unnest($1::VARCHAR[])) OR coalesce(path_bytes, encode(path)) IN (SELECT unnest($2::BLOB[])))
        AND ($3::BIGINT IS NULL OR position IS NULL OR position BETWEEN $3 AND $4::BIGINT)
        """,
        [list(file_ids), [os.fsencode(path) for path in paths], first_position, last_position],
    )


def open_quarantine(connection: duckdb.DuckDBPyConnection) -> pl.DataFrame:
    """The rows still set aside, by file and position."""
    return QUARANTINE.conform(
        connection.sql(f"SELECT {_COLUMNS} FROM quarantine WHERE is_open ORDER BY path, position, quarantine_id").pl()
    )
