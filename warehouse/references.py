"""Every reference between tables leads somewhere: what foreign keys would promise, asked once for the whole warehouse before a publish."""

from collections.abc import Iterator
from dataclasses import dataclass

import duckdb

from warehouse.tables import TABLES


@dataclass(frozen=True)
class BrokenReference:
    """Values of a column that name nothing: how many rows carry them, and one of them."""

    table: str
    column: str
    references: str
    row_count: int
    example: str

    def __str__(self) -> str:
        return f"{self.table}.{self.column}: {self.row_count} rows refer to no {self.references}, e.g. {self.example!r}"


def find_broken_references(connection: duckdb.DuckDBPyConnection) -> list[BrokenReference]:
    """All references that lead nowhere, column by column. Tables about runs are left out: what they tell may outlive what it is about."""
    listed = list(_references())
    # as one question, so that small tables are read beside each other
    query = " UNION ALL ".join(_count_broken(number, *reference) for number, reference in enumerate(listed))
    broken = []
    for number, count, example in sorted(connection.execute(query).fetchall()):
        if count:
            table, column, target = listed[number]
            broken.append(BrokenReference(table, column, target, int(count), str(example)))
    return broken


def _count_broken(number: int, table: str, column: str, target: str) -> str:
    target_table, target_column = target.split(".")
    return (
        f"SELECT {number}, count(*), CAST(min({column}) AS VARCHAR) FROM {table} WHERE {column} IS NOT NULL "
        f"AND {column} NOT IN (SELECT {target_column} FROM {target_table})"
    )


def _references() -> Iterator[tuple[str, str, str]]:
    for table in TABLES:
        if table.is_about_runs:
            continue
        for column in table.columns:
            if column.references is not None and column.references != f"{table.name}.{column.name}":
                yield table.name, column.name, column.references
