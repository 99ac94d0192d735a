"""What is stored, read back for further work: articles to analyse again, files to try again."""

from collections.abc import Sequence
from dataclasses import astuple
from pathlib import Path

import duckdb
import polars as pl

from warehouse.load import Versions
from warehouse.tables import APPEARANCES, ARTICLES, AUTHORS, FILES, PARAGRAPHS, Table


def stale_articles(connection: duckdb.DuckDBPyConnection, versions: Versions) -> list[str]:
    """Ids of the articles whose rows were made under other versions, in order."""
    rows = connection.execute(
        """
        SELECT article_id FROM articles JOIN batches USING (batch_id)
        WHERE (batches.code_version, batches.lexicon_version, batches.tier, batches.tagger) <> (?, ?, ?, ?)
        ORDER BY article_id
        """,
        list(astuple(versions)),
    ).fetchall()
    return [article_id for (article_id,) in rows]


def read_articles(connection: duckdb.DuckDBPyConnection, article_ids: Sequence[str]) -> dict[str, pl.DataFrame]:
    """Frames of the articles as reading gave them, with their authors, paragraphs, appearances and files, all without their batch."""
    connection.register("wanted", pl.DataFrame({"article_id": list(article_ids)}, schema={"article_id": pl.String()}))
    try:
        return {
            "files": _files(connection),
            "appearances": _read(connection, APPEARANCES, "file_id, position"),
            "articles": _read(connection, ARTICLES, "article_id").drop("story_id", "outlet_id", "is_analysed"),
            "authors": _read(connection, AUTHORS, "article_id, position"),
            "paragraphs": _read(connection, PARAGRAPHS, "article_id, paragraph_no"),
        }
    finally:
        connection.unregister("wanted")


def _files(connection: duckdb.DuckDBPyConnection) -> pl.DataFrame:
    query = "SELECT * FROM files WHERE file_id IN (SELECT file_id FROM appearances SEMI JOIN wanted USING (article_id)) ORDER BY file_id"
    return FILES.conform(connection.sql(query).pl()).drop("batch_id")


def _read(connection: duckdb.DuckDBPyConnection, table: Table, order: str) -> pl.DataFrame:
    query = f"SELECT * FROM {table.name} SEMI JOIN wanted USING (article_id) ORDER BY {order}"
    return table.conform(connection.sql(query).pl()).drop("batch_id")


def quarantined_paths(connection: duckdb.DuckDBPyConnection) -> list[Path]:
    """Files with something still set aside, in order."""
    rows = connection.execute("SELECT DISTINCT path FROM quarantine WHERE is_open AND path IS NOT NULL ORDER BY path").fetchall()
    return [Path(path) for (path,) in rows]
