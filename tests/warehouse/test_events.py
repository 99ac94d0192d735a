"""The view of events: which stories are versions of one, whom each quotes and whom it leaves out."""

import random
from collections.abc import Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from tests.fresh import open_new
from tests.strategies import plain_row
from warehouse.tables import BY_NAME

BATCH = "cd" * 16
#: Day, actors named, speakers and tones toward Ada of each story. Everybody names Xenia, so she tells nothing.
STORIES = (
    (date(2024, 5, 1), "ada bob cyd xenia", "cyd", -0.6),
    (date(2024, 5, 3), "ada bob xenia", "ada", 0.2),
    (date(2024, 6, 3), "ada bob xenia", "ada", 0.0),
    *((date(2024, 5, day), f"xenia other{day}", "xenia", None) for day in range(1, 8)),
)


def insert(connection: duckdb.DuckDBPyConnection, table: str, **given: Any) -> None:
    row = plain_row(BY_NAME[table], **given)
    connection.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join('?' for _ in row)})", list(row.values()))


def test_stories_of_the_same_days_and_rare_actors_are_versions_of_one_event(tmp_path: Path) -> None:
    with closing(open_new(tmp_path / "news.duckdb")) as connection:
        insert(connection, "batches", batch_id=BATCH)
        for actor in sorted({actor for _, actors, *_ in STORIES for actor in actors.split()}):
            insert(connection, "actors", actor_id=f"PER.{actor}", name=actor.capitalize(), kind="person", is_political=True)
        for number, (day, actors, speaker, tone) in enumerate(STORIES):
            _insert_story(connection, number, day, actors.split(), speaker, tone)
        rows = connection.execute(
            "SELECT outlet, version_count, outlet_count, actor_name, speakers, left_out, tone_mean, round(tone_range, 2), tone_count"
            " FROM events ORDER BY published_date"
        ).fetchall()
    assert rows == [
        ("Outlet 0", 2, 2, "Ada", "Cyd", None, -0.6, 0.8, 5),
        ("Outlet 1", 2, 2, "Ada", "Ada", "Cyd", 0.2, 0.8, 5),
    ]


def test_the_order_of_rows_decides_nothing(tmp_path: Path) -> None:
    """Two versions are as central as each other but for the last digit of a sum, which the order of the summands decides."""
    rng = random.Random(5)
    stories = [(date(2024, 1 + pair // 9, 1 + 3 * (pair % 9)), [*rng.sample(range(40), 6), 100 + pair, 200 + pair]) for pair in range(30)]
    twice = [story for story in stories for _ in range(2)]
    found = [_events_of(tmp_path / f"{seed}.duckdb", twice, seed) for seed in range(2)]
    assert len(found[0]) > 20
    assert found[0] == found[1]


def _events_of(path: Path, stories: Sequence[tuple[date, list[int]]], seed: int) -> list[tuple[str, str]]:
    """Event and story, from a warehouse whose mentions stand in an order of their own."""
    mentions = [(number, actor) for number, (_, actors) in enumerate(stories) for actor in actors]
    random.Random(seed).shuffle(mentions)
    with closing(open_new(path)) as connection:
        insert(connection, "batches", batch_id=BATCH)
        for actor in sorted({actor for _, actor in mentions}):
            insert(connection, "actors", actor_id=f"PER.{actor}", name=f"Actor {actor}", kind="person", is_political=True)
        for number, (day, _) in enumerate(stories):
            insert(
                connection, "articles", article_id=f"{number:032x}", story_id=f"{number:032x}", text_hash=f"{number:032x}", published_date=day,
                outlet=f"Outlet {number}", batch_id=BATCH,
            )  # fmt: skip
        for place, (number, actor) in enumerate(mentions):
            insert(
                connection, "mentions", mention_id=f"{place:032x}", article_id=f"{number:032x}", actor_id=f"PER.{actor}", kind="person",
                layer="name", start_char=place, end_char=place + 1, reading=None, tone=None, batch_id=BATCH,
            )  # fmt: skip
        return connection.execute("SELECT event_id, story_id FROM events ORDER BY ALL").fetchall()


def _insert_story(
    connection: duckdb.DuckDBPyConnection, number: int, day: date, actors: list[str], speaker: str, tone: float | None
) -> None:
    article = f"{number:032x}"
    insert(
        connection, "articles", article_id=article, story_id=article, text_hash=article, published_date=day, outlet=f"Outlet {number}", batch_id=BATCH
    )  # fmt: skip
    places = [(actor, place) for place, actor in enumerate(actors)] + [("ada", 10 + place) for place in range(4) if "ada" in actors]
    for actor, place in places:
        insert(
            connection, "mentions", mention_id=f"{100 * number + place:032x}", article_id=article, actor_id=f"PER.{actor}", kind="person",
            layer="name", start_char=place, end_char=place + 1, reading=None, tone=tone if actor == "ada" else None, batch_id=BATCH,
        )  # fmt: skip
    insert(
        connection,
        "quotes",
        quote_id=article,
        article_id=article,
        speaker_actor_id=f"PER.{speaker}",
        start_char=50,
        end_char=60,
        batch_id=BATCH,
    )
