"""Loading staged batches: each in one transaction, its row in `batches` last; loading anything twice changes nothing.

Whichever order batches come in, the same files give the same rows, by two rules:
- rows of another version (code, lexicon, tier, tagger) than the batch's are replaced by the batch's rows;
- of one version, an article's rows are those of its first appearance, by file id and position in the file.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from datetime import UTC, datetime

import duckdb
import polars as pl

from warehouse.quarantine import close_quarantine, put_aside
from warehouse.staging import Manifest, StagedBatch
from warehouse.tables import APPEARANCES, ARTICLE_TABLES, ARTICLES, BATCH_TABLES, CHECKS, FILES, LEXICON_TABLES, NOTES, Table

_VERSIONS = "code_version, lexicon_version, tier, tagger"


@dataclass(frozen=True)
class Versions:
    """What rows depend on besides the files: rows of equal versions are interchangeable."""

    code_version: str
    lexicon_version: str
    tier: str
    tagger: str


@dataclass(frozen=True)
class Loaded:
    """What became of a batch: articles and rows loaded, and those that were there already."""

    batch_id: str
    is_already_loaded: bool
    files_loaded: int = 0
    articles_loaded: int = 0
    articles_duplicate: int = 0
    rows_loaded: int = 0
    rows_duplicate: int = 0


@contextmanager
def transaction(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Everything inside is written, or nothing."""
    connection.begin()
    try:
        yield
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def load_batch(connection: duckdb.DuckDBPyConnection, batch: StagedBatch) -> Loaded:
    """Load a staged batch in one transaction. Afterwards `warehouse.settle` brings stories and discovered actors up to date, once for
    any number of batches."""
    names = [f"staged_{name}" for name in batch.frames]
    for name, frame in batch.frames.items():
        connection.register(f"staged_{name}", frame)
    try:
        with transaction(connection):
            return _load(connection, batch)
    finally:
        for name in names:
            connection.unregister(name)


def _load(connection: duckdb.DuckDBPyConnection, batch: StagedBatch) -> Loaded:
    manifest = batch.manifest
    versions = Versions(manifest.code_version, manifest.lexicon_version, manifest.tier, manifest.tagger)
    staged_rows = sum(batch.frames[table.name].height for table in BATCH_TABLES)
    staged_articles = batch.frames["articles"].height
    _choose_files(connection, versions)
    _choose_articles(connection, versions)
    files, articles = _count(connection, "fresh_files"), _count(connection, "fresh_articles")
    is_known = bool(connection.execute("SELECT 1 FROM batches WHERE batch_id = ?", [manifest.batch_id]).fetchall())
    if is_known and not files and not articles:
        return Loaded(manifest.batch_id, True, 0, 0, staged_articles, 0, staged_rows)
    _remove_replaced(connection)
    rows = sum(_insert(connection, table) for table in BATCH_TABLES)
    connection.execute("UPDATE files SET path = first_paths.path FROM first_paths WHERE files.file_id = first_paths.file_id")
    close_quarantine(connection, manifest.file_ids, manifest.file_paths)
    put_aside(connection, batch.frames["quarantine"])
    for table in (CHECKS, NOTES):
        connection.execute(f"INSERT OR REPLACE INTO {table.name} SELECT {_columns(table)} FROM staged_{table.name}")
    _record_batch(connection, manifest, files, articles, rows)
    return Loaded(manifest.batch_id, False, files, articles, staged_articles - articles, rows, staged_rows - rows)


def _choose_files(connection: duckdb.DuckDBPyConnection, versions: Versions) -> None:
    """fresh_files: staged files that are new, were last read under other versions, or hold something that was set aside."""
    connection.execute(
        """
        CREATE OR REPLACE TEMP TABLE fresh_files AS
        SELECT file_id FROM staged_files
        WHERE file_id NOT IN (
            SELECT f.file_id FROM files AS f JOIN batches AS b USING (batch_id)
            WHERE b.code_version = $1 AND b.lexicon_version = $2 AND b.tier = $3 AND b.tagger = $4
        )
        OR file_id IN (SELECT file_id FROM quarantine WHERE is_open)
        """,
        list(astuple(versions)),
    )


def _choose_articles(connection: duckdb.DuckDBPyConnection, versions: Versions) -> None:
    """fresh_articles: staged articles that are new, stand under other versions, or come from a later appearance than the staged one.

    Only appearances of the same versions compete: those of other versions did not give the rows that stand there."""
    connection.execute(
        """
        CREATE OR REPLACE TEMP TABLE fresh_articles AS
        WITH current_batches AS (
            SELECT batch_id FROM batches WHERE code_version = $1 AND lexicon_version = $2 AND tier = $3 AND tagger = $4
        ),
        standing AS (
            SELECT article_id FROM articles SEMI JOIN staged_articles USING (article_id) WHERE batch_id IN (FROM current_batches)
        ),
        first_standing AS (
            SELECT article_id, min((file_id, position)) AS place
            FROM appearances SEMI JOIN staged_articles USING (article_id) WHERE batch_id IN (FROM current_batches) GROUP BY article_id
        ),
        first_staged AS (SELECT article_id, min((file_id, position)) AS place FROM staged_appearances GROUP BY article_id)
        SELECT a.article_id FROM staged_articles AS a
        LEFT JOIN standing AS s ON s.article_id = a.article_id
        LEFT JOIN first_standing AS o ON o.article_id = a.article_id
        LEFT JOIN first_staged AS n ON n.article_id = a.article_id
        WHERE s.article_id IS NULL OR n.place < o.place
        """,
        list(astuple(versions)),
    )


def _remove_replaced(connection: duckdb.DuckDBPyConnection) -> None:
    """Remove what the batch replaces: rows of its fresh articles, and articles that only its fresh files held and no longer hold.

    The story of each removed article loses its row, which marks the rest of it for a new comparison."""
    connection.execute(
        """
        CREATE OR REPLACE TEMP TABLE replaced_articles AS
        SELECT article_id FROM articles SEMI JOIN fresh_articles USING (article_id)
        UNION
        (SELECT article_id FROM appearances SEMI JOIN fresh_files USING (file_id)
         EXCEPT SELECT article_id FROM appearances ANTI JOIN fresh_files USING (file_id)
         EXCEPT SELECT article_id FROM staged_appearances)
        """
    )
    connection.execute(
        """
        CREATE OR REPLACE TEMP TABLE replaced_batches AS
        SELECT batch_id FROM files SEMI JOIN fresh_files USING (file_id)
        UNION SELECT batch_id FROM articles SEMI JOIN replaced_articles USING (article_id)
        """
    )
    connection.execute("CREATE OR REPLACE TEMP TABLE first_paths AS SELECT file_id, path FROM files SEMI JOIN fresh_files USING (file_id)")
    if _count(connection, "replaced_articles"):
        connection.execute(
            "DELETE FROM stories WHERE story_id IN (SELECT story_id FROM articles SEMI JOIN replaced_articles USING (article_id))"
        )
        for table in ARTICLE_TABLES:
            connection.execute(f"DELETE FROM {table.name} WHERE article_id IN (FROM replaced_articles)")
    connection.execute("DELETE FROM appearances WHERE file_id IN (FROM fresh_files)")
    connection.execute("DELETE FROM files WHERE file_id IN (FROM fresh_files)")


def _insert(connection: duckdb.DuckDBPyConnection, table: Table) -> int:
    """Insert the fresh rows of one table; how many."""
    columns = _columns(table)
    chosen = "fresh_files USING (file_id)" if table in (FILES, APPEARANCES) else "fresh_articles USING (article_id)"
    # whatever the worker wrote, an article stands alone until it is compared: `settle` knows it by its story, which has no row yet
    values = columns.replace("story_id", "article_id AS story_id") if table is ARTICLES else columns
    query = f"SELECT {values} FROM staged_{table.name} SEMI JOIN {chosen}"
    ((inserted,),) = connection.execute(f"INSERT INTO {table.name} ({columns}) {query}").fetchall()
    return int(inserted)


def _record_batch(connection: duckdb.DuckDBPyConnection, manifest: Manifest, files: int, articles: int, rows: int) -> None:
    """Write the batch's row, and forget batches of which nothing stands any more: their work counts as undone should it be wanted again."""
    connection.execute(
        """
        DELETE FROM batches WHERE batch_id = $1 OR (
            batch_id IN (FROM replaced_batches)
            AND batch_id NOT IN (SELECT batch_id FROM files) AND batch_id NOT IN (SELECT batch_id FROM articles)
        )
        """,
        [manifest.batch_id],
    )
    connection.execute(
        f"INSERT INTO batches (batch_id, run_id, {_VERSIONS}, file_count, article_count, row_count, seconds, loaded_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            manifest.batch_id, manifest.run_id, manifest.code_version, manifest.lexicon_version, manifest.tier, manifest.tagger,
            files, articles, rows, manifest.seconds, datetime.now(UTC),
        ],
    )  # fmt: skip


def load_lexicon(connection: duckdb.DuckDBPyConnection, frames: Mapping[str, pl.DataFrame]) -> None:
    """Replace the actors, aliases, tenures and outlets of the lexicon by those given; actors discovered in articles stay unless the lexicon
    knows them now. Raises ValueError when a frame does not fit its table."""
    with transaction(connection):
        for table in LEXICON_TABLES:
            connection.register("incoming", table.conform(frames[table.name]))
            if table.name == "actors":
                connection.execute("DELETE FROM actors WHERE origin <> 'discovered' OR actor_id IN (SELECT actor_id FROM incoming)")
            else:
                connection.execute(f"DELETE FROM {table.name}")
            connection.execute(f"INSERT INTO {table.name} SELECT {_columns(table)} FROM incoming")
            connection.unregister("incoming")


def loaded_files(connection: duckdb.DuckDBPyConnection, versions: Versions) -> set[str]:
    """Ids of the files that need no work: read under these versions, or every article in them stands under them (a rebuild does that)."""
    rows = connection.execute(
        """
        WITH current_batches AS (
            SELECT batch_id FROM batches WHERE code_version = $1 AND lexicon_version = $2 AND tier = $3 AND tagger = $4
        )
        SELECT file_id FROM files WHERE batch_id IN (FROM current_batches)
        UNION
        SELECT file_id FROM appearances JOIN articles USING (article_id)
        GROUP BY file_id HAVING bool_and(articles.batch_id IN (FROM current_batches))
        """,
        list(astuple(versions)),
    ).fetchall()
    return {file_id for (file_id,) in rows}


def _columns(table: Table) -> str:
    return ", ".join(column.name for column in table.columns)


def _count(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    # fetchall, here and everywhere: after fetchone DuckDB 2 holds the result open and refuses other work on the connection
    ((count,),) = connection.execute(f"SELECT count(*) FROM {table}").fetchall()
    return int(count)
