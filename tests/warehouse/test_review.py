"""Doubtful identities are listed as lines of corrections, those of most rows first."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest

from tests.fresh import open_new
from tests.strategies import plain_row
from warehouse.changes import list_changes, remember_mentions
from warehouse.corrections import COLUMNS
from warehouse.gaps import rank_gaps
from warehouse.review import list_doubts
from warehouse.stored import meanings_of
from warehouse.tables import BY_NAME

ACTORS = {
    "PER.bob-dole": ("Bob Dole", "person", "lexicon"),
    "PER.bob-dole.Q9": ("Bob Dole", "person", "imported"),
    "PER.dole": ("Dole", "person", "discovered"),
    "ORG.dole": ("Dole", "organisation", "discovered"),
    "OUTLET.GAZETTE": ("The Gazette", "outlet", "lexicon"),
    "OUTLET.gazette-com": ("Gazette.com", "outlet", "discovered"),
    "ORG.replay": ("Replay More Videos", "organisation", "discovered"),
}
MENTIONS = [
    *(("Bob Dole", "PERSON", "PER.bob-dole"),) * 3,
    *(("Bob Dole", "PERSON", "PER.bob-dole.Q9"),) * 2,
    *(("Dole", "PERSON", "PER.dole"),) * 5,
    ("Dole", "ORG", "ORG.dole"),
    *(("The Gazette", "ORG", "OUTLET.GAZETTE"),) * 4,
    *(("Gazette.com", "ORG", "OUTLET.gazette-com"),) * 3,
    *(("Replay More Videos", "ORG", "ORG.replay"),) * 6,
]


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with closing(open_new(tmp_path / "w.duckdb")) as opened:

        def insert(table: str, rows: list[dict[str, Any]]) -> None:
            frame = pl.DataFrame([plain_row(BY_NAME[table], **row) for row in rows], schema=BY_NAME[table].schema, orient="row")
            opened.register("incoming", frame)
            opened.execute(f"INSERT INTO {table} SELECT * FROM incoming")

        insert("actors", [{"actor_id": key, "name": name, "kind": kind, "origin": origin} for key, (name, kind, origin) in ACTORS.items()])
        insert("batches", [{"batch_id": "ab" * 16}])
        articles = [{"article_id": f"{number:032x}", "body": f"{number} said.\n\nReplay.", "batch_id": "ab" * 16} for number in range(2)]
        insert("articles", articles)
        spans = [(0, 0, 7), (1, 9, 16)]
        insert(
            "sentences",
            [
                {"article_id": row["article_id"], "sentence_no": no, "start_char": a, "end_char": b}
                for row in articles
                for no, a, b in spans
            ],
        )
        insert(
            "mentions",
            [
                {
                    "mention_id": f"{number:032x}", "article_id": f"{number % 2:032x}", "sentence_no": surface.startswith("Replay"),
                    "surface": surface, "ner": ner, "layer": "name", "actor_id": actor_id, "kind": "person", "rule": "tagger", "start_char": 0, "end_char": 1,
                }
                for number, (surface, ner, actor_id) in enumerate(MENTIONS)
            ],
        )  # fmt: skip
        yield opened


def test_doubts_are_ready_to_fill_in(connection: duckdb.DuckDBPyConnection) -> None:
    lines = list(list_doubts(connection, 10))
    assert tuple(lines[0]) == COLUMNS
    assert [(line["action"], line["actor_id"], line["alias"], line["value"], line["reason"]) for line in lines] == [
        ("", "PER.dole", "", "PER.bob-dole", "5 rows: a surname without a first name"),
        ("", "OUTLET.gazette-com", "", "OUTLET.GAZETTE", "3 rows: an outlet written in two ways"),
        ("", "PER.bob-dole.Q9", "Bob Dole", "PER.bob-dole", "2 rows: namesakes: Bob Dole also means PER.bob-dole"),
        ("", "ORG.dole", "", "PER.dole", "1 rows: two kinds of one name"),
    ]


def test_furniture_of_pages_is_no_gap(connection: duckdb.DuckDBPyConnection) -> None:
    assert [gap.surface for gap in rank_gaps(connection, 10)] == ["Dole", "Gazette.com", "Dole"]


def test_a_name_means_by_which_rules(connection: duckdb.DuckDBPyConnection) -> None:
    assert list(meanings_of(connection, "bob dole")) == [("PER.bob-dole", "tagger", 3, 2), ("PER.bob-dole.Q9", "tagger", 2, 2)]


def test_a_rebuild_tells_what_it_changed(connection: duckdb.DuckDBPyConnection) -> None:
    remember_mentions(connection, [f"{number:032x}" for number in range(2)])
    connection.execute("UPDATE mentions SET actor_id = 'PER.bob-dole', rule = 'user.correction' WHERE actor_id = 'PER.dole'")
    connection.execute("UPDATE mentions SET actor_id = NULL, rule = 'user.correction' WHERE actor_id = 'ORG.replay'")
    assert list_changes(connection) == [
        ("Replay More Videos", "ORG.replay", None, "user.correction", 6, 2),
        ("Dole", "PER.dole", "PER.bob-dole", "user.correction", 5, 2),
    ]
