"""Names that the lexicon should learn, the most useful first, each with a line ready for the user's own files."""

from collections.abc import Iterator
from typing import NamedTuple

import duckdb

from warehouse.slugs import slug

#: By label: the file a new name belongs into, its kind there, and the first part of its id.
_PLACES = {"PERSON": ("persons.csv", "", "PER"), "NORP": ("actors/peoples.csv", "people", "PEOPLE"), "GPE": ("places.csv", "", "PLACE")}
_OTHER = ("actors/ngos.csv", "ngo", "ORG")
#: What many articles print in one and the same sentence is furniture of a page ("Replay More Videos"); capitals alone are no place ("LLC").
#: A person is printed in full once and by surname later: what the discovered actor is called at its longest is the name to learn.
_RANKED = """
    SELECT * EXCLUDE (sentence_count) FROM (SELECT
        arg_max(m.surface, length(m.surface)) AS surface, mode(m.ner) AS ner,
        count(*) AS mention_count, count(DISTINCT m.article_id) AS article_count,
        count(DISTINCT coalesce(a.outlet, '')) AS outlet_count,
        count(DISTINCT substr(a.body, s.start_char + 1, s.end_char - s.start_char)) AS sentence_count
    FROM mentions AS m
    JOIN articles AS a ON a.article_id = m.article_id
    JOIN sentences AS s ON s.article_id = m.article_id AND s.sentence_no = m.sentence_no
    JOIN batches AS b ON b.batch_id = a.batch_id
    LEFT JOIN actors AS c ON c.actor_id = m.actor_id
    WHERE m.layer = 'name' AND m.ner IN ('PERSON', 'ORG', 'NORP', 'GPE', 'LOC') AND (m.actor_id IS NULL OR c.origin = 'discovered')
        AND NOT (m.ner IN ('GPE', 'LOC') AND regexp_full_match(m.surface, '[A-Z.]{2,5}'))
    GROUP BY coalesce(m.actor_id, m.surface))
    WHERE article_count = 1 OR sentence_count > 1
    ORDER BY article_count * outlet_count DESC, mention_count DESC, surface
    LIMIT ?
"""


class Gap(NamedTuple):
    """One name, how often it is printed, and the line that would make it known; the reader fills in what the news do not tell."""

    surface: str
    ner: str
    mention_count: int
    article_count: int
    outlet_count: int
    file: str
    line: str


def rank_gaps(connection: duckdb.DuckDBPyConnection, limit: int) -> Iterator[Gap]:
    """Names the lexicon does not know, by articles times outlets that print them."""
    for surface, ner, mentions, articles, outlets in connection.execute(_RANKED, [limit]).fetchall():
        file, kind, prefix = _PLACES.get(ner, _OTHER)
        yield Gap(surface, ner, mentions, articles, outlets, file, _line(surface, file, kind, prefix))


def _line(surface: str, file: str, kind: str, prefix: str) -> str:
    """A row in the columns of the file (docs/lexicon.md), with the id and the name filled in."""
    name = f'"{surface.replace(chr(34), chr(34) * 2)}"' if {",", '"'} & set(surface) else surface
    actor_id = f"{prefix}.{slug(surface)}"
    if file == "persons.csv":
        return f"{actor_id},{name},,,,,,,our desk"
    if file == "places.csv":
        return f"{actor_id},{name},city,,,,,,0,our desk"
    return f"{actor_id},{name},{kind},,,,,,,,,,our desk"
