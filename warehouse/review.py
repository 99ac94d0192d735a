"""Doubtful identities of a warehouse, as lines of `corrections.csv` to be completed, those that would change most rows first."""

from collections.abc import Iterator, Mapping

import duckdb

from warehouse.corrections import COLUMNS

#: Of each kind of doubt a query for (rows, actor_id, alias, value, reason); `value` is a guess and may be empty.
_DOUBTS: Mapping[str, str] = {
    "namesakes": """
        SELECT sum(row_count), actor_id, surface, best, 'namesakes: ' || surface || ' also means ' || best
        FROM (
            SELECT surface, actor_id, row_count, first_value(actor_id) OVER (PARTITION BY surface ORDER BY row_count DESC, actor_id) AS best
            FROM named WHERE ner = 'PERSON' AND strpos(surface, ' ') > 0
        )
        WHERE actor_id <> best GROUP BY ALL
    """,
    "two kinds": """
        SELECT least(a.row_count, b.row_count), if(a.row_count < b.row_count, a.actor_id, b.actor_id), NULL,
            if(a.row_count < b.row_count, b.actor_id, a.actor_id), 'two kinds of one name'
        FROM found AS a JOIN found AS b ON a.slug = b.slug AND a.actor_id < b.actor_id
    """,
    "surname alone": """
        SELECT f.row_count, f.actor_id, NULL, max_by(p.actor_id, p.row_count), 'a surname without a first name'
        FROM found AS f
        LEFT JOIN persons AS p ON p.surname = f.slug AND p.actor_id <> f.actor_id
        WHERE starts_with(f.actor_id, 'PER.') AND strpos(f.slug, '-') = 0 GROUP BY ALL
    """,
    "outlets": """
        SELECT least(a.row_count, b.row_count), if(a.row_count < b.row_count, a.actor_id, b.actor_id), NULL,
            if(a.row_count < b.row_count, b.actor_id, a.actor_id), 'an outlet written in two ways'
        FROM outlet_forms AS a JOIN outlet_forms AS b ON a.plain = b.plain AND a.actor_id < b.actor_id
        WHERE a.origin = 'discovered' OR b.origin = 'discovered'
    """,
}
_GROUND = """
    CREATE OR REPLACE TEMP VIEW named AS
    SELECT m.surface, m.ner, m.actor_id, count(*) AS row_count FROM mentions AS m
    WHERE m.layer = 'name' AND m.actor_id IS NOT NULL GROUP BY ALL;
    CREATE OR REPLACE TEMP VIEW counted AS
    SELECT a.actor_id, a.name, a.kind, a.origin, count(*) AS row_count FROM mentions AS m JOIN actors AS a USING (actor_id) GROUP BY ALL;
    CREATE OR REPLACE TEMP VIEW found AS
    SELECT actor_id, row_count, regexp_replace(actor_id, '^[A-Z]+\\.', '') AS slug FROM counted WHERE origin = 'discovered';
    CREATE OR REPLACE TEMP VIEW persons AS
    SELECT actor_id, row_count, lower(regexp_extract(name, '[^ ]+$')) AS surname
    FROM counted WHERE kind = 'person' AND strpos(name, ' ') > 0;
    CREATE OR REPLACE TEMP VIEW outlet_forms AS
    SELECT actor_id, origin, row_count, regexp_replace(lower(name), '^the |\\.(com|org|net|co\\.uk)$|[^a-z0-9]', '', 'g') AS plain
    FROM counted WHERE kind = 'outlet';
"""


def list_doubts(connection: duckdb.DuckDBPyConnection, limit: int) -> Iterator[dict[str, str]]:
    """Lines in the columns of `corrections.csv`, without an action; the reason names the doubt and how many rows it would change."""
    connection.execute(_GROUND)
    union = " UNION ALL ".join(f"({query})" for query in _DOUBTS.values())
    query = f"SELECT * FROM ({union}) AS doubts (rows, actor_id, alias, value, reason) ORDER BY rows DESC, actor_id, value LIMIT ?"
    for rows, actor_id, alias, value, reason in connection.execute(query, [limit]).fetchall():
        told = {"actor_id": actor_id, "alias": alias or "", "value": value or "", "reason": f"{rows} rows: {reason}"}
        yield {column: told.get(column, "") for column in COLUMNS}
