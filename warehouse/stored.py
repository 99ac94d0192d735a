"""What is stored, read back for further work: articles to analyse again, files to try again."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import astuple

import duckdb
import polars as pl

from warehouse.errors import MendableError
from warehouse.load import Versions
from warehouse.tables import APPEARANCES, ARTICLE_FIELDS, ARTICLES, AUTHORS, FILES, PARAGRAPHS, Table


class ArticleUnknownError(MendableError):
    """No article, or more than one, has such an id."""


def stale_articles(connection: duckdb.DuckDBPyConnection, versions: Versions) -> list[str]:
    """Ids of the articles whose rows were made under other versions, in order."""
    rows = connection.execute(
        """
        SELECT article_id FROM articles JOIN batches USING (batch_id)
        WHERE (batches.code_version, articles.lexicon_version, batches.tier, batches.tagger) <> (?, ?, ?, ?)
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
            "articles": _read(connection, ARTICLES, "article_id").drop("story_id", "outlet_id", "is_analysed", "lexicon_version"),
            "authors": _read(connection, AUTHORS, "article_id, position"),
            "article_fields": _read(connection, ARTICLE_FIELDS, "article_id, field"),
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


def find_article(connection: duckdb.DuckDBPyConnection, beginning: str) -> str:
    """The id of the one article whose id begins like this. Raises ArticleUnknownError."""
    query = "SELECT article_id FROM articles WHERE starts_with(article_id, ?) ORDER BY article_id LIMIT 2"
    rows = connection.execute(query, [beginning]).fetchall()
    if len(rows) != 1:
        found = "several" if rows else "none"
        raise ArticleUnknownError(
            f"expected the first digits of one article's id, found {found} that begin with {beginning!r}; "
            'look ids up with: personae query "SELECT article_id, title FROM articles"'
        )
    return str(rows[0][0])


def stored_mentions(connection: duckdb.DuckDBPyConnection, article_id: str, place: int) -> dict[str, object]:
    """What the warehouse holds of the mention over a character: actor, kind, reading and role by column; empty when there is none."""
    columns = ("actor_id", "kind", "reading", "role", "rule")
    query = f"SELECT {', '.join(columns)} FROM mentions WHERE article_id = ? AND start_char <= ? AND ? < end_char ORDER BY start_char"
    rows = connection.execute(query, [article_id, place, place]).fetchall()
    return dict(zip(columns, rows[-1], strict=True)) if rows else {}


def quarantined_paths(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Files with something still set aside, as paths and addresses, in order; of those set aside by an older version, the path as given."""
    rows = connection.execute(
        "SELECT DISTINCT coalesce(path_bytes, encode(path)) AS place FROM quarantine WHERE is_open AND path IS NOT NULL ORDER BY place"
    ).fetchall()
    return [os.fsdecode(place) for (place,) in rows]


def meanings_of(connection: duckdb.DuckDBPyConnection, name: str) -> Iterator[tuple[str | None, str, int, int]]:
    """(actor, rule, mentions, articles) of what a name means in the warehouse, the most first; null for nobody."""
    query = """
        SELECT actor_id, rule, count(*) AS mention_count, count(DISTINCT article_id) FROM mentions
        WHERE layer IN ('name', 'adjectival') AND lower(surface) = lower(?) GROUP BY ALL ORDER BY mention_count DESC, actor_id, rule
    """
    return iter(connection.execute(query, [name]).fetchall())
