"""Tables of an older file whose conditions are no longer those declared (a closed list got more words), made again with the same rows.

DuckDB can neither drop nor change a CHECK, so the table is written once more; this happens only when a file takes a migration.
"""

import duckdb

from warehouse.ddl import comment_on, create_table
from warehouse.tables import TABLES

_EXPECTED = "expected_tables"


def renew_tables(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Rewrite every table whose constraints differ from the declared ones, each in one transaction; returns their names."""
    ((present,),) = connection.execute("SELECT current_database()").fetchall()
    connection.execute(f"ATTACH ':memory:' AS {_EXPECTED}")
    try:
        connection.execute(f"USE {_EXPECTED}")
        for table in TABLES:
            connection.execute(create_table(table))
        connection.execute(f"USE {present}")
        expected, found = _constraints(connection, _EXPECTED), _constraints(connection, present)
    finally:
        connection.execute(f"USE {present}")
        connection.execute(f"DETACH {_EXPECTED}")
    changed = [table for table in TABLES if found.get(table.name, set()) != expected[table.name]]
    for table in changed:
        connection.begin()
        try:
            connection.execute(f"ALTER TABLE {table.name} RENAME TO renewed_{table.name}")
            connection.execute(create_table(table))
            connection.execute(f"INSERT INTO {table.name} BY NAME SELECT * FROM renewed_{table.name}")
            connection.execute(f"DROP TABLE renewed_{table.name}")
            for statement in comment_on(table):
                connection.execute(statement)
            connection.commit()
        except BaseException:
            connection.rollback()
            raise
    return [table.name for table in changed]


def _constraints(connection: duckdb.DuckDBPyConnection, catalog: str) -> dict[str, set[tuple[str, str]]]:
    """Of each table its constraints: columns that may not be empty by their names, the others by their text."""
    rows = connection.execute(
        """
        SELECT table_name, constraint_type, CASE constraint_type WHEN 'NOT NULL' THEN constraint_column_names[1] ELSE constraint_text END
        FROM duckdb_constraints() WHERE database_name = ?
        """,
        [catalog],
    ).fetchall()
    constraints: dict[str, set[tuple[str, str]]] = {}
    for table, kind, text in rows:
        constraints.setdefault(table, set()).add((kind, text))
    return constraints
