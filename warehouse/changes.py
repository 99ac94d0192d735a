"""What a rebuild changed: names and descriptions that mean somebody else than before, counted by what they were and are now."""

from collections.abc import Iterable
from typing import NamedTuple

import duckdb
import polars as pl


class Change(NamedTuple):
    """Rows of one surface that changed alike; ids are null for nobody, `rule` is the one that decides now, null where the row is gone."""

    surface: str
    before: str | None
    after: str | None
    rule: str | None
    row_count: int
    article_count: int


def remember_mentions(connection: duckdb.DuckDBPyConnection, article_ids: Iterable[str]) -> None:
    """Keep the mentions of articles that are about to be analysed again, for `list_changes`."""
    connection.register("again", pl.DataFrame({"article_id": list(article_ids)}, {"article_id": pl.String()}))
    connection.execute(
        """
        CREATE OR REPLACE TEMP TABLE mentions_before AS
        SELECT m.mention_id, m.article_id, m.surface, m.actor_id, m.kind, m.country, m.sector, a.name
        FROM mentions AS m SEMI JOIN again USING (article_id) LEFT JOIN actors AS a USING (actor_id)
        """
    )
    connection.unregister("again")


def list_changes(connection: duckdb.DuckDBPyConnection) -> list[Change]:
    """What is different now of the mentions that were remembered, the most rows first."""
    rows = connection.execute(
        """
        WITH now AS (
            SELECT m.mention_id, m.article_id, m.surface, m.actor_id, m.kind, m.country, m.sector, a.name, m.rule
            FROM mentions AS m SEMI JOIN mentions_before USING (article_id) LEFT JOIN actors AS a USING (actor_id)
        )
        SELECT
            coalesce(n.surface, b.surface), b.actor_id, n.actor_id, n.rule, count(*) AS row_count,
            count(DISTINCT coalesce(n.article_id, b.article_id)) AS article_count
        FROM now AS n FULL JOIN mentions_before AS b USING (mention_id)
        WHERE (n.actor_id, n.kind, n.country, n.sector, n.name) IS DISTINCT FROM
            (b.actor_id, b.kind, b.country, b.sector, coalesce(b.name, n.name))  -- rows of composed actors are written anew
        GROUP BY ALL ORDER BY row_count DESC, 1, 2, 3, 4
        """
    ).fetchall()
    return [Change(*row) for row in rows]
