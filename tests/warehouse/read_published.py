"""Reads a published warehouse as a stranger's tool would: with the DuckDB installed, and through SQLAlchemy if duckdb-engine is there.

Needs nothing of this project, so that it runs in an environment with an older DuckDB:

    uv venv old && uv pip install --python old duckdb==1.5.6 duckdb-engine "sqlalchemy<2.1"
    old/bin/python tests/warehouse/read_published.py published/personae.duckdb
"""

import importlib.util
import sys

import duckdb

LISTED = """
    SELECT table_name AS name, comment FROM duckdb_tables() WHERE NOT internal
    UNION ALL SELECT view_name, comment FROM duckdb_views() WHERE NOT internal
    ORDER BY name
"""
BARE_COLUMNS = "SELECT table_name || '.' || column_name FROM duckdb_columns() WHERE NOT internal AND coalesce(comment, '') = ''"


def read_with_duckdb(path: str) -> list[str]:
    """Names of all tables and views, each read to its end; raises AssertionError when one lacks its comment or a column's."""
    connection = duckdb.connect(path, read_only=True)
    try:
        relations = connection.execute(LISTED).fetchall()
        for name, _ in relations:
            connection.execute(f'SELECT * FROM "{name}"').fetchall()
        bare = [name for name, comment in relations if not comment] + [name for (name,) in connection.execute(BARE_COLUMNS).fetchall()]
    finally:
        connection.close()
    assert relations, f"{path}: expected tables, found none"
    assert not bare, f"{path}: expected a comment everywhere, found none on {', '.join(bare)}"
    return [name for name, _ in relations]


def read_with_sqlalchemy(path: str) -> list[str]:
    """The same through SQLAlchemy, as BI tools do it."""
    import sqlalchemy

    engine = sqlalchemy.create_engine(f"duckdb:///{path}", connect_args={"read_only": True})
    with engine.connect() as connection:
        inspector = sqlalchemy.inspect(connection)
        names = sorted({*inspector.get_table_names(), *inspector.get_view_names()})
        for name in names:
            connection.execute(sqlalchemy.text(f'SELECT * FROM "{name}"')).fetchall()
            bare = [column["name"] for column in inspector.get_columns(name) if not column.get("comment")]
            assert not bare, f"{path}: expected a comment on every column of {name}, found none on {', '.join(bare)}"
    engine.dispose()
    return names


if __name__ == "__main__":
    found = read_with_duckdb(sys.argv[1])
    print(f"duckdb {duckdb.__version__}: {len(found)} tables and views read")  # noqa: T201 - it is a command
    if importlib.util.find_spec("duckdb_engine"):
        print(f"sqlalchemy: {len(read_with_sqlalchemy(sys.argv[1]))} tables and views read")  # noqa: T201
