"""What a view costs on one very long article: rows handled, counted by DuckDB itself, for a clock would tell of the machine."""

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.fresh import open_new
from tests.strategies import plain_row
from warehouse.tables import ACTORS, ARTICLES, BATCHES, MENTIONS, Table

ARTICLE, BATCH = "ab" * 16, "cd" * 16


def insert(connection: duckdb.DuckDBPyConnection, table: Table, **given: Any) -> None:
    row = plain_row(table, **given)
    connection.execute(f"INSERT INTO {table.name} ({', '.join(row)}) VALUES ({', '.join('?' for _ in row)})", list(row.values()))


def handled(folder: Path, sentences: int, actors: int) -> int:
    """Rows that all steps of the view hand on, for an article with one actor after the other in its sentences, three in each."""
    with closing(open_new(folder / f"{sentences}-{actors}.duckdb")) as connection:
        insert(connection, BATCHES, batch_id=BATCH)
        insert(connection, ARTICLES, article_id=ARTICLE, batch_id=BATCH)
        insert(connection, ACTORS, actor_id="A0", name="A0", kind="person", is_political=True)
        insert(connection, MENTIONS, mention_id="0" * 32, article_id=ARTICLE, actor_id="A0", kind="person", start_char=0, end_char=1)
        connection.execute(f"INSERT INTO actors SELECT actors.* REPLACE ('A' || i AS actor_id) FROM actors, range(1, {actors}) AS r(i)")
        connection.execute(
            "INSERT INTO mentions SELECT mentions.* REPLACE (lpad(i::VARCHAR, 32, '0') AS mention_id, i // 3 AS sentence_no, "
            f"'A' || (i % {actors}) AS actor_id) FROM mentions, range(1, {3 * sentences}) AS r(i)"
        )
        ((_, plan),) = connection.execute("EXPLAIN (ANALYZE, FORMAT json) SELECT count(*) FROM co_mentions").fetchall()
    return sum(count for step in json.loads(plan)["operator"] for count in _cardinalities(step))


def _cardinalities(step: dict[str, Any]) -> Iterator[int]:
    yield int(step.get("intermediate_rows", 0))
    for child in step.get("children", []):
        yield from _cardinalities(child)


def test_an_article_twice_as_long_costs_twice_as_much(tmp_path: Path) -> None:
    assert handled(tmp_path, 4000, 10) < 2.2 * handled(tmp_path, 2000, 10)


def test_an_article_that_names_twice_as_many_actors_costs_no_more_pairs(tmp_path: Path) -> None:
    assert handled(tmp_path, 4000, 2000) == pytest.approx(handled(tmp_path, 4000, 1000), rel=0.3)
