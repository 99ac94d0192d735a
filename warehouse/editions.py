"""The lexicon in the warehouse: its tables, and which articles agree with the edition in use.

An article says the same under two editions when no form is printed in it whose meaning changed (`transforms.lexicon_forms`): it is carried
over to the new one without being analysed again; the others are stale until a rebuild."""

from collections.abc import Callable, Iterator, Mapping

import duckdb
import polars as pl

from warehouse.load import transaction
from warehouse.tables import ACTORS, LEXICON_FORMS, LEXICON_TABLES, Table

#: Which rows of the lexicon's tables `settle` derives from what articles name.
_DERIVED = {
    "actors": "origin IN ('imported', 'composed', 'discovered')",
    "tenures": "actor_id IN (SELECT actor_id FROM actors WHERE origin = 'imported')",
    "outlets": "outlet_id IN (SELECT actor_id FROM actors WHERE origin IN ('imported', 'discovered'))",
}
#: Articles held at a time while they are searched for changed forms.
_CHUNK = 1000
#: Given the forms of the edition before: pairs of id and text of articles in, ids of those that the new edition can change out.
type FindTouched = Callable[[pl.DataFrame, Iterator[tuple[str, str]]], Iterator[str]]


def edition_in_use(connection: duckdb.DuckDBPyConnection) -> str | None:
    """The version of the lexicon whose forms are stored; None in a new warehouse."""
    rows = connection.execute("SELECT lexicon_version FROM lexicon_forms LIMIT 1").fetchall()
    return str(rows[0][0]) if rows else None


def replace_lexicon(connection: duckdb.DuckDBPyConnection, frames: Mapping[str, pl.DataFrame]) -> list[str]:
    """Replace the actors, aliases, tenures and outlets of the lexicon by those given, in the tables that hold others; the names of these.

    Actors discovered in articles stay unless the lexicon knows them now. Raises ValueError when a frame does not fit its table."""
    replaced = []
    with transaction(connection):
        for table in LEXICON_TABLES:
            connection.register("incoming", table.conform(frames[table.name]))
            if not _holds(connection, table):
                _replace(connection, table)
                replaced.append(table.name)
            connection.unregister("incoming")
    return replaced


def _replace(connection: duckdb.DuckDBPyConnection, table: Table) -> None:
    """Only rows that differ are written: each costs a place in the index and in the log."""
    columns, key = ", ".join(column.name for column in table.columns), ", ".join(table.key)
    of_lexicon = "(origin <> 'discovered' OR actor_id IN (SELECT actor_id FROM incoming))" if table is ACTORS else "true"
    same = f"SELECT {columns} FROM {table.name} INTERSECT SELECT {columns} FROM incoming"
    connection.execute(f"CREATE OR REPLACE TEMP TABLE staying AS {same}")
    connection.execute(f"DELETE FROM {table.name} WHERE {of_lexicon} AND ({key}) NOT IN (SELECT ({key}) FROM staying)")
    connection.execute(f"INSERT INTO {table.name} ({columns}) SELECT {columns} FROM incoming ANTI JOIN staying USING ({key})")
    connection.execute("DROP TABLE staying")


def _holds(connection: duckdb.DuckDBPyConnection, table: Table) -> bool:
    """Whether the table holds the incoming rows, and of others only those that are derived from articles."""
    row = f"({', '.join(column.name for column in table.columns)})"
    derived = _DERIVED.get(table.name, "false")
    asked = "SELECT count(*), coalesce(sum(hash({row})), 0) FROM {source}"
    (incoming,) = connection.execute(asked.format(row=row, source="incoming")).fetchall()
    (standing,) = connection.execute(asked.format(row=row, source=f"{table.name} WHERE NOT ({derived})")).fetchall()
    return bool(incoming == standing)


def change_edition(connection: duckdb.DuckDBPyConnection, version: str, forms: pl.DataFrame, find_touched: FindTouched) -> int:
    """Put the forms of another edition in the place of those in use, and carry over the articles it cannot change; how many were.

    `forms`: columns form and fingerprint."""
    before = edition_in_use(connection)
    known = LEXICON_FORMS.conform(connection.sql("SELECT * FROM lexicon_forms").pl())
    touched = list(find_touched(known, _texts(connection, before))) if before else []
    connection.register("touched", pl.DataFrame({"article_id": touched}, {"article_id": pl.String()}))
    connection.register("incoming", LEXICON_FORMS.conform(forms.with_columns(pl.lit(version).alias("lexicon_version"))))
    try:
        with transaction(connection):
            connection.execute("DELETE FROM lexicon_forms WHERE form NOT IN (SELECT form FROM incoming)")
            connection.execute(
                "UPDATE lexicon_forms SET fingerprint = incoming.fingerprint FROM incoming "
                "WHERE lexicon_forms.form = incoming.form AND lexicon_forms.fingerprint <> incoming.fingerprint"
            )
            connection.execute("UPDATE lexicon_forms SET lexicon_version = ?", [version])
            connection.execute(
                "INSERT INTO lexicon_forms SELECT form, fingerprint, lexicon_version FROM incoming ANTI JOIN lexicon_forms USING (form)"
            )
            ((carried,),) = connection.execute(
                "UPDATE articles SET lexicon_version = ? WHERE lexicon_version = ? AND article_id NOT IN (SELECT article_id FROM touched)",
                [version, before],
            ).fetchall()
    finally:
        connection.unregister("touched")
        connection.unregister("incoming")
    return int(carried)


def _texts(connection: duckdb.DuckDBPyConnection, version: str | None) -> Iterator[tuple[str, str]]:
    """Ids and texts of the articles that agree with an edition. Names of outlets are looked up too, so they count as text."""
    ids = connection.execute("SELECT article_id FROM articles WHERE lexicon_version = ? ORDER BY article_id", [version]).fetchall()
    for start in range(0, len(ids), _CHUNK):
        chunk = [article_id for (article_id,) in ids[start : start + _CHUNK]]
        query = "SELECT article_id, concat_ws(chr(10), body, outlet) FROM articles WHERE article_id IN (SELECT unnest(?))"
        yield from connection.execute(query, [chunk]).fetchall()
