"""Warehouses to build sites of."""

from contextlib import closing
from pathlib import Path

from flows.benchmarks.site import make_warehouse
from tests.fresh import lay_new
from warehouse.store import open_warehouse

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\u2028&amp;\"'"
ADDRESS = "https://news.example/a?b=c&d"


def make_hostile(path: Path, articles: int = 30) -> Path:
    """A warehouse whose articles, actors and addresses say things that would be alive if they were ever written as markup.

    One article has an address that may be followed, one has no day."""
    make_warehouse(lay_new(path), articles)
    with closing(open_warehouse(path)) as connection:
        connection.execute("UPDATE actors SET name = ? WHERE actor_id IN ('PER.actor-0000', 'PER.actor-0001')", [HOSTILE])
        connection.execute("UPDATE articles SET title = ?, outlet = ?, url = 'javascript:alert(3)'", [HOSTILE, HOSTILE])
        connection.execute("UPDATE articles SET url = ? WHERE article_id = (SELECT min(article_id) FROM articles)", [ADDRESS])
        # as long as what it replaces, so that every place in the text stays where it is
        connection.execute(
            "UPDATE articles SET body = replace(body, ' said on the day ', ' <script> <b>so, ') WHERE hash(article_id) % 2 = 0"
        )
        connection.execute(
            "INSERT INTO article_fields BY NAME SELECT article_id, 'side' AS field,"
            " CASE WHEN row_number() OVER (ORDER BY article_id) % 2 = 0 THEN 'left' ELSE ? END AS value, batch_id FROM articles",
            [HOSTILE],
        )
        connection.execute(
            "INSERT INTO article_fields BY NAME SELECT article_id, 'number' AS field,"
            " 'number ' || row_number() OVER (ORDER BY article_id) AS value, batch_id FROM articles"
        )
        connection.execute("UPDATE stories SET title = ?", [HOSTILE])
        connection.execute("UPDATE articles SET published_date = NULL WHERE article_id = (SELECT max(article_id) FROM articles)")
    return path
