"""Loading staged batches: each in one transaction, its row in `batches` last; loading anything twice changes nothing.

Whichever order batches come in, the same files give the same rows, by two rules:
- rows of another version (code, lexicon, tier, tagger) than the batch's are replaced by the batch's rows;
- of one version, an article's rows are those of its first appearance, by file id and position in the file.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from datetime import UTC, datetime

import duckdb

from warehouse.points import reach
from warehouse.quarantine import close_quarantine, put_aside
from warehouse.staging import Manifest, StagedBatch
from warehouse.tables import APPEARANCES, ARTICLE_TABLES, ARTICLES, BATCH_TABLES, CHECKS, FILES, NOTES, Table

_VERSIONS = "code_version, lexicon_version, tier, tagger"
_LAST = 2**62
_IS_FRESH = "p.file_id = a.file_id AND a.position BETWEEN p.first_position AND p.last_position"


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
        reach("transaction: begun")
        yield
    except BaseException:
        connection.rollback()
        raise
    reach("transaction: before the commit")
    connection.commit()
    reach("transaction: committed")


def load_batch(connection: duckdb.DuckDBPyConnection, batch: StagedBatch) -> Loaded:
    """Load a staged batch in one transaction. Afterwards `warehouse.settle` brings stories and discovered actors up to date, once for
    any number of batches. Raises ValueError when it brings a row twice."""
    for table in ARTICLE_TABLES:
        _require_once(table, batch)
    names = [f"staged_{name}" for name in batch.frames]
    for name, frame in batch.frames.items():
        connection.register(f"staged_{name}", frame)
    try:
        with transaction(connection):
            return _load(connection, batch)
    finally:
        for name in names:
            connection.unregister(name)


def _require_once(table: Table, batch: StagedBatch) -> None:
    """Of rows of articles nothing in the file itself refuses a second one (see `warehouse.ddl`)."""
    keys = batch.frames[table.name].select(table.key)
    if keys.is_duplicated().any():
        twice = keys.filter(keys.is_duplicated()).row(0)
        raise ValueError(f"batch {batch.manifest.batch_id}: expected each row of {table.name} once, found {twice} twice")


def _load(connection: duckdb.DuckDBPyConnection, batch: StagedBatch) -> Loaded:
    manifest = batch.manifest
    versions = Versions(manifest.code_version, manifest.lexicon_version, manifest.tier, manifest.tagger)
    staged_rows = sum(batch.frames[table.name].height for table in BATCH_TABLES)
    staged_articles = batch.frames["articles"].height
    is_known = bool(connection.execute("SELECT 1 FROM batches WHERE batch_id = ?", [manifest.batch_id]).fetchall())
    if manifest.is_part:
        _choose_part(connection, is_known)
    else:
        _choose_files(connection, versions)
    _choose_places(connection, manifest)
    _choose_articles(connection, versions)
    files, articles = _count(connection, "fresh_files"), _count(connection, "fresh_articles")
    if is_known and not files and not articles:
        return Loaded(manifest.batch_id, True, 0, 0, staged_articles, 0, staged_rows)
    _remove_replaced(connection)
    reach("load: replaced rows removed")
    rows = sum(_insert(connection, table) for table in BATCH_TABLES)
    connection.execute("UPDATE files SET path = p.path, path_bytes = p.path_bytes FROM first_paths AS p WHERE files.file_id = p.file_id")
    close_quarantine(connection, manifest.file_ids, manifest.file_paths, manifest.first_position, manifest.last_position)
    put_aside(connection, batch.frames["quarantine"])
    for table in (CHECKS, NOTES):
        connection.execute(f"INSERT OR REPLACE INTO {table.name} SELECT {_columns(table)} FROM staged_{table.name}")
    reach("load: before the batch's row")
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


def _choose_part(connection: duckdb.DuckDBPyConnection, is_known: bool) -> None:
    """fresh_files: the file of a part that was not loaded yet; whether other parts were does not matter."""
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE fresh_files AS SELECT file_id FROM staged_files WHERE {'false' if is_known else 'true'}"
    )


def _choose_places(connection: duckdb.DuckDBPyConnection, manifest: Manifest) -> None:
    """fresh_places: the articles of fresh files that the batch brings: all, or from the first to the last of a part."""
    first, last = (manifest.first_position, manifest.last_position) if manifest.is_part else (0, _LAST)
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE fresh_places AS "
        "SELECT file_id, $1::BIGINT AS first_position, $2::BIGINT AS last_position FROM fresh_files",
        [first, last],
    )


def _choose_articles(connection: duckdb.DuckDBPyConnection, versions: Versions) -> None:
    """fresh_articles: staged articles that are new, stand under other versions, or come from a later appearance than the staged one.

    Only appearances of the same code compete: those of another did not give the rows that stand there. Their lexicon does not matter, as it
    decides nothing of what is read; but what the batch itself replaces competes no more."""
    connection.execute(
        """
        CREATE OR REPLACE TEMP TABLE fresh_articles AS
        WITH current_batches AS (
            SELECT batch_id FROM batches WHERE code_version = $1 AND tier = $3 AND tagger = $4
        ),
        standing AS (
            SELECT article_id FROM articles SEMI JOIN staged_articles USING (article_id)
            WHERE lexicon_version = $2 AND batch_id IN (FROM current_batches)
        ),
        first_standing AS (
            SELECT article_id, min((file_id, position)) AS place
            FROM appearances SEMI JOIN staged_articles USING (article_id)
            WHERE batch_id IN (FROM current_batches) AND file_id NOT IN (FROM fresh_files) GROUP BY article_id
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
        f"""
        CREATE OR REPLACE TEMP TABLE replaced_articles AS
        SELECT article_id FROM articles SEMI JOIN fresh_articles USING (article_id)
        UNION
        (SELECT article_id FROM appearances AS a SEMI JOIN fresh_places AS p ON ({_IS_FRESH})
         EXCEPT SELECT article_id FROM appearances AS a ANTI JOIN fresh_places AS p ON ({_IS_FRESH})
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
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE first_paths AS SELECT file_id, path, path_bytes FROM files SEMI JOIN fresh_files USING (file_id)"
    )
    if _count(connection, "replaced_articles"):
        connection.execute(
            "DELETE FROM stories WHERE story_id IN (SELECT story_id FROM articles SEMI JOIN replaced_articles USING (article_id))"
        )
        for table in ARTICLE_TABLES:
            connection.execute(f"DELETE FROM {table.name} WHERE article_id IN (FROM replaced_articles)")
    connection.execute(f"DELETE FROM appearances AS a USING fresh_places AS p WHERE {_IS_FRESH}")
    connection.execute("DELETE FROM files WHERE file_id IN (FROM fresh_files)")


def _insert(connection: duckdb.DuckDBPyConnection, table: Table) -> int:
    """Insert the fresh rows of one table; how many."""
    columns = _columns(table)
    chosen = "fresh_files USING (file_id)" if table in (FILES, APPEARANCES) else "fresh_articles USING (article_id)"
    # whatever the worker wrote, an article stands alone until it is compared: `settle` knows it by its story, which has no row yet
    values = columns.replace("story_id", "article_id AS story_id") if table is ARTICLES else columns
    query = f"SELECT {values} FROM staged_{table.name} SEMI JOIN {chosen}"
    reach("load: before the rows of a table")
    ((inserted,),) = connection.execute(f"INSERT INTO {table.name} ({columns}) {query}").fetchall()
    return int(inserted)


def _record_batch(connection: duckdb.DuckDBPyConnection, manifest: Manifest, files: int, articles: int, rows: int) -> None:
    """Write the batch's row, and forget batches without any rows left: their work counts as not done if it is needed again."""
    connection.execute(
        """
        DELETE FROM batches WHERE batch_id = $1 OR (
            batch_id IN (FROM replaced_batches)
            AND batch_id NOT IN (SELECT batch_id FROM files) AND batch_id NOT IN (SELECT batch_id FROM articles)
            AND batch_id NOT IN (SELECT batch_id FROM appearances)
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


def known_batches(connection: duckdb.DuckDBPyConnection) -> set[str]:
    """Ids of the batches that are loaded."""
    return {batch_id for (batch_id,) in connection.execute("SELECT batch_id FROM batches").fetchall()}


def complete_file(connection: duckdb.DuckDBPyConnection, file_id: str, article_count: int) -> None:
    """Enter that all parts of a file are loaded."""
    reach("load: before a file is complete")
    connection.execute("UPDATE files SET article_count = ? WHERE file_id = ?", [article_count, file_id])


def loaded_files(connection: duckdb.DuckDBPyConnection, versions: Versions) -> set[str]:
    """Ids of the files that need no work: read under these versions, or every article in them stands under them (a rebuild does that).

    A file of which parts are missing needs work."""
    rows = connection.execute(
        """
        WITH current_batches AS (
            SELECT batch_id, lexicon_version FROM batches WHERE code_version = $1 AND tier = $3 AND tagger = $4
        )
        SELECT file_id FROM files JOIN current_batches USING (batch_id) WHERE lexicon_version = $2 AND article_count IS NOT NULL
        UNION
        SELECT file_id FROM appearances JOIN articles USING (article_id)
        WHERE file_id NOT IN (SELECT file_id FROM files WHERE article_count IS NULL)
        GROUP BY file_id HAVING bool_and(articles.lexicon_version = $2 AND articles.batch_id IN (SELECT batch_id FROM current_batches))
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
