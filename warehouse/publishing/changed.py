"""Which articles changed between two copies of a warehouse: whatever was made of the others may be kept.

Not what the run did is asked, but what the two copies say: so it does not matter who changed what, and how often nothing was published.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb

from warehouse.quoting import quote
from warehouse.tables import ACTORS, ARTICLE_TABLES, ARTICLES, BATCHES, OUTLETS, STORIES, Column, Table

#: The temporary table of the articles that changed, came or went.
CHANGED = "changed_articles"
#: Tables whose rows are known by their key to the articles that refer to them.
TOLD_BY_ARTICLES = (ACTORS, OUTLETS, STORIES, BATCHES)
#: Of more articles than this share it is quicker to make all again.
_MOST = 0.1

type Totals = Mapping[str, tuple[int, int]]


@dataclass(frozen=True)
class Publication:
    """A copy that is about to be published: the one in whose place it is put, hashes of its tables, and the folders of what is kept for
    the next one, the last one's and its own."""

    copy: Path
    before: Path
    totals: Totals
    old: Path
    new: Path


def find_changed(connection: duckdb.DuckDBPyConnection, before: Path, known: Totals, found: Totals) -> bool:
    """Fill the table CHANGED with the articles whose rows differ between the copy `before` and the connection's, those that refer to an
    actor, outlet, story or batch whose row differs, and all that share a story or a text with one of them. A change of the lexicon itself
    concerns more than can be told.

    `known` and `found` are the hashes of all tables, as `read_everything` gives them, of what was published before and of the connection's.
    False when they cannot be told or are too many to be worth it; then there is no such table."""
    if not known or not before.is_file():
        return False
    try:
        with _attached(connection, before):
            _collect(connection, known, found)
            ((count, total),) = connection.execute(f"SELECT (SELECT count(*) FROM {CHANGED}), (SELECT count(*) FROM articles)").fetchall()
            if count <= _MOST * total and _accounts_for_all(connection, known, found):
                return True
    except (_UntoldError, duckdb.Error):  # the latter of a copy that is damaged, or of another version
        pass
    connection.execute(f"DROP TABLE IF EXISTS temp.{CHANGED}")
    return False


@contextmanager
def only_articles(connection: duckdb.DuckDBPyConnection, chosen: str) -> Iterator[None]:
    """Inside, tables of articles hold those alone that the table `chosen` names."""
    for table in ARTICLE_TABLES:
        connection.execute(f"CREATE TEMP VIEW {table.name} AS FROM warehouse.{table.name} SEMI JOIN {chosen} USING (article_id)")
    try:
        yield
    finally:
        for table in ARTICLE_TABLES:
            connection.execute(f"DROP VIEW temp.{table.name}")


def _collect(connection: duckdb.DuckDBPyConnection, known: Totals, found: Totals) -> None:
    columns = ", ".join(column.name for column in ARTICLES.columns if column.name != "body")  # if a text differs, so does its hash
    connection.execute(f"CREATE OR REPLACE TEMP TABLE {CHANGED} AS SELECT DISTINCT article_id FROM ({_differing(ARTICLES, columns)})")
    for target in TOLD_BY_ARTICLES:
        if known.get(target.name) == found[target.name]:
            continue
        if _hash(connection, f"FROM before.{target.name}") != known[target.name]:
            raise _UntoldError
        (key,) = target.key
        told = ", ".join(column.name for column in target.columns if column.name == key or not column.of_run)
        connection.execute(f"CREATE OR REPLACE TEMP TABLE changed_keys AS SELECT DISTINCT {key} FROM ({_differing(target, told)})")
        if target is ACTORS:
            _refuse_lexicon(connection)
        for table, column in _references(target):
            for catalog in ("", "before."):
                connection.execute(
                    f"INSERT INTO {CHANGED} SELECT DISTINCT article_id FROM {catalog}{table.name} AS t "
                    f"WHERE t.{column.name} IN (FROM changed_keys) AND t.article_id NOT IN (FROM {CHANGED})"
                )
        connection.execute("DROP TABLE changed_keys")
    while _add_siblings(connection):
        pass


class _UntoldError(Exception):
    """Rows of the lexicon differ, or the copy before is not the one that is known."""


def _refuse_lexicon(connection: duckdb.DuckDBPyConnection) -> None:
    for catalog in ("", "before."):
        query = f"SELECT 1 FROM {catalog}actors SEMI JOIN changed_keys USING (actor_id) WHERE origin IN ('lexicon', 'override') LIMIT 1"
        if connection.execute(query).fetchall():
            raise _UntoldError


def _differing(table: Table, columns: str) -> str:
    """Rows that only one of the copies has."""
    now, then = f"SELECT {columns} FROM {table.name}", f"SELECT {columns} FROM before.{table.name}"
    return f"(({now}) EXCEPT ({then})) UNION ALL (({then}) EXCEPT ({now}))"


def _references(target: Table) -> Iterator[tuple[Table, Column]]:
    (key,) = target.key
    for table in ARTICLE_TABLES:
        for column in table.columns:
            # the batch of a row of an article is the article's
            if column.references == f"{target.name}.{key}" and (target is not BATCHES or table is ARTICLES):
                yield table, column


def _add_siblings(connection: duckdb.DuckDBPyConnection) -> int:
    """How many share a story or a text with those there are, and were added."""
    pairs = "(SELECT article_id, story_id, text_hash FROM articles UNION SELECT article_id, story_id, text_hash FROM before.articles)"
    ((added,),) = connection.execute(
        f"""
        INSERT INTO {CHANGED}
        WITH standing AS MATERIALIZED (FROM {pairs}),
        inside AS (SELECT story_id, text_hash FROM standing SEMI JOIN {CHANGED} USING (article_id))
        SELECT DISTINCT article_id FROM standing
        WHERE (story_id IN (SELECT story_id FROM inside) OR text_hash IN (SELECT text_hash FROM inside))
            AND article_id NOT IN (FROM {CHANGED})
        """
    ).fetchall()
    return int(added)


def _accounts_for_all(connection: duckdb.DuckDBPyConnection, known: Totals, found: Totals) -> bool:
    """Whether nothing but the rows of these articles differs: then the hashes of all other rows are the same before and now."""
    for table in ARTICLE_TABLES:
        now, then = (_hash(connection, f"FROM {catalog}{table.name} SEMI JOIN {CHANGED} USING (article_id)") for catalog in ("", "before."))
        rests = [
            tuple(whole - part for whole, part in zip(*pair, strict=True)) for pair in ((known[table.name], then), (found[table.name], now))
        ]
        if rests[0] != rests[1]:
            return False
    return True


def _hash(connection: duckdb.DuckDBPyConnection, rows: str) -> tuple[int, int]:
    """As `read_everything` of a whole table."""
    ((count, total),) = connection.execute(f"SELECT count(*), coalesce(sum(hash(row_)), 0) FROM ({rows}) AS row_").fetchall()
    return int(count), int(total)


@contextmanager
def _attached(connection: duckdb.DuckDBPyConnection, before: Path) -> Iterator[None]:
    connection.execute(f"ATTACH {quote(str(before))} AS before (READ_ONLY)")
    try:
        yield
    finally:
        connection.execute("DETACH before")
