"""A hash of each table's rows, to tell whether two warehouses say the same."""

import duckdb

from warehouse.quoting import quote
from warehouse.tables import TABLES


def table_hashes(connection: duckdb.DuckDBPyConnection) -> dict[str, tuple[int, int]]:
    """Of each table about the news (none about runs): number of rows, and a hash that depends on the rows and not on their order.

    Columns that say when or by which run are left out. Comparable within one version of DuckDB."""
    hashes = {}
    for table in TABLES:
        if table.is_about_runs:
            continue
        columns = ", ".join(column.name for column in table.columns if not column.of_run)
        ((count, total),) = connection.execute(f"SELECT count(*), coalesce(sum(hash({columns})), 0) FROM {table.name}").fetchall()
        hashes[table.name] = (int(count), int(total))
    return hashes


def read_everything(connection: duckdb.DuckDBPyConnection) -> dict[str, tuple[int, int]]:
    """Read every column of every row; of each table the number of rows and a hash of them. Raises duckdb.Error on a damaged block."""
    # as one question, so that small tables are read beside each other
    parts = [f"SELECT {quote(table.name)}, count(*), coalesce(sum(hash(row_)), 0) FROM {table.name} AS row_" for table in TABLES]
    found = {name: (int(count), int(total)) for name, count, total in connection.execute(" UNION ALL ".join(parts)).fetchall()}
    return {table.name: found[table.name] for table in TABLES}
