"""Whether what is published is what would be published again: then publishing is left out."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from warehouse.places import DEFAULT_NAME
from warehouse.quoting import quote
from warehouse.tables import ARTICLE_TABLES, BATCHES, MIGRATIONS, RUNS, TABLES, Table

#: Hidden names under which things are made before they take their places.
UNFINISHED = ".*.new*"
#: The macro of a published copy that says with which recipe it and what lies beside it were made.
_RECIPE = "publishing_recipe"
#: Rows of articles come and go with batches, and a batch is told by its row: these differ first.
_TELLING = (BATCHES, *(table for table in TABLES if table not in (*ARTICLE_TABLES, BATCHES, RUNS, MIGRATIONS)))


def is_published(connection: duckdb.DuckDBPyConnection, published: Path, recipe: str, parts: tuple[str, ...] = ()) -> bool:
    """Whether the published copy says what the warehouse of the connection says, runs apart, was made with this recipe, and has the `parts`
    (files and folders) beside it, and nothing that a killed run left under hidden names. A copy that cannot be read says nothing."""
    copy = published / DEFAULT_NAME
    if not copy.is_file() or not all((published / part).exists() for part in parts) or any(published.glob(UNFINISHED)):
        return False
    try:
        with _attached(connection, copy):
            if read_recipe(connection, "published.") != recipe:
                return False
            return all(_hash(connection, "", table) == _hash(connection, "published.", table) for table in _TELLING)
    except duckdb.Error:
        return False


def note_recipe(connection: duckdb.DuckDBPyConnection, recipe: str) -> None:
    """Write down in a copy with what it is made."""
    connection.execute(f"CREATE OR REPLACE MACRO {_RECIPE}() AS {quote(recipe)}")


def read_recipe(connection: duckdb.DuckDBPyConnection, catalog: str = "") -> str | None:
    """With what a copy was made; None when it does not say."""
    try:
        ((found,),) = connection.execute(f"SELECT {catalog}{_RECIPE}()").fetchall()
    except duckdb.CatalogException:
        return None
    return str(found)


@contextmanager
def _attached(connection: duckdb.DuckDBPyConnection, copy: Path) -> Iterator[None]:
    connection.execute(f"ATTACH {quote(str(copy))} AS published (READ_ONLY)")
    try:
        yield
    finally:
        connection.execute("DETACH published")


def _hash(connection: duckdb.DuckDBPyConnection, catalog: str, table: Table) -> tuple[int, int]:
    columns = ", ".join(column.name for column in table.columns if table.name == "batches" or not column.of_run)
    ((count, total),) = connection.execute(f"SELECT count(*), coalesce(sum(hash({columns})), 0) FROM {catalog}{table.name}").fetchall()
    return int(count), int(total)
