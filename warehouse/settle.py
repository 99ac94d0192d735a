"""What depends on all articles and not on one batch: discovered actors and stories. To be done once after any number of loads."""

import duckdb
import polars as pl

from warehouse.load import transaction
from warehouse.tables import ACTORS, TENURES
from warehouse.vocabulary import NON_ACTOR_KINDS

ASSIGNED = pl.Schema({"article_id": pl.String(), "story_id": pl.String()})
#: By which words the mentions of each unlisted actor name it. Whom only pronouns stand for is called by its id: "his" is nobody's name;
#: so are unnamed people of all sides where no words are those of the id: "Trump supporters" are not all supporters.
_SURFACES = r"""
surfaces AS (
    SELECT
        actor_id,
        CASE WHEN layer_rank = 2 OR (is_of_all_sides AND NOT is_as_id) THEN replace(split_part(actor_id, '.', 2), '-', ' ')
        ELSE surface END AS surface
    FROM (
        FROM unlisted
        SELECT
            *, regexp_matches(actor_id, '^GENERIC\.[^.]+$') AS is_of_all_sides,
            lower(replace(surface, ' ', '-')) = split_part(actor_id, '.', 2) AS is_as_id
    )
    GROUP BY actor_id, surface, layer_rank, is_of_all_sides, is_as_id
    QUALIFY row_number() OVER (
        PARTITION BY actor_id
        ORDER BY
            layer_rank, is_of_all_sides AND NOT is_as_id,
            bool_or(kind = 'person') AND NOT contains(surface, ' '), surface = upper(surface),
            sum(mention_count) DESC, length(surface) DESC, surface
    ) = 1
)
"""


#: Whether something vouches for an unlisted name that views may count it: one told from its namesakes in other articles by a mark in
#: its id ("Anna", "City Council") is nobody known; an organisation's or people's that has no word for such must say or do something, one of
#: a single word twice. Of the rest nine in ten are songs, buildings, products, hashtags and relatives' first names. A person must say or do
#: something, be met by somebody, or be named again: of others most stand in lists of guests. What stands beside the article (captions,
#: signatures) vouches for nobody.
_IS_VOUCHED_FOR = r"""
NOT regexp_matches(actor_id, '\.[0-9a-f]{8}$') AND CASE kind
    WHEN 'organisation' THEN acting_count > (NOT contains(surface, ' '))::INTEGER
    WHEN 'people' THEN acting_count > (NOT contains(surface, ' '))::INTEGER
    WHEN 'person' THEN acting_count + met_count > 0 OR named_count > 1
    ELSE true
END
"""


def derive_actors(connection: duckdb.DuckDBPyConnection, corrections: pl.DataFrame | None = None) -> int:
    """Write the actors that mentions name and the lexicon does not know; how many there are.

    They follow from the mentions alone, whatever the order in which these came: the name is the surface printed most often (names before
    descriptions, pronouns never; of unnamed people of all sides the words of their id; a person's full name before the surname, small
    letters before capitals; of equals the longest, then the first by code points), kind, country and sector are those seen most often.
    `corrections`: rows of the users' corrections of such actors, which set name and party."""
    kinds = ", ".join(f"'{kind}'" for kind in NON_ACTOR_KINDS)
    with transaction(connection):
        connection.execute("DELETE FROM outlets WHERE outlet_id IN (SELECT actor_id FROM actors WHERE origin = 'discovered')")
        connection.execute("DELETE FROM actors WHERE origin = 'discovered'")
        connection.execute(
            """
            CREATE OR REPLACE TEMP TABLE unlisted AS
            SELECT
                actor_id, surface, CASE layer WHEN 'name' THEN 0 WHEN 'pronoun' THEN 2 ELSE 1 END AS layer_rank,
                m.kind, country, sector, count(*) AS mention_count, count(*) FILTER (is_reported) AS reported_count,
                count(*) FILTER (is_reported AND layer = 'name' AND role IN ('speaker', 'subject')) AS name_acts,
                count(*) FILTER (is_reported AND role = 'target') AS met
            FROM (
                SELECT mentions.*, p.kind IS DISTINCT FROM 'boilerplate' AND role <> 'outlet' AS is_reported
                FROM mentions LEFT JOIN paragraphs AS p USING (article_id, paragraph_no)
            ) AS m
            WHERE actor_id IS NOT NULL AND actor_id NOT IN (SELECT actor_id FROM actors)
            GROUP BY ALL
            """
        )
        connection.execute(
            f"""
            INSERT INTO actors (actor_id, name, kind, is_political, country, sector, origin)
            WITH {_SURFACES},
            {_most_frequent("kind")}, {_most_frequent("country")}, {_most_frequent("sector")},
            acts AS (
                SELECT actor_id, sum(name_acts) AS acting_count, sum(met) AS met_count, sum(reported_count) AS named_count
                FROM unlisted GROUP BY actor_id
            )
            SELECT actor_id, surface, kind, kind NOT IN ({kinds}) AND ({_IS_VOUCHED_FOR}), country, sector, 'discovered'
            FROM surfaces JOIN kinds USING (actor_id) JOIN acts USING (actor_id)
            LEFT JOIN countrys USING (actor_id) LEFT JOIN sectors USING (actor_id)
            """
        )
        for column, action in (("name", "rename"), ("party_id", "party")):
            rows = () if corrections is None else corrections.filter(action=action).select("value", "actor_id").iter_rows()
            for row in rows:
                connection.execute(f"UPDATE actors SET {column} = ? WHERE actor_id = ? AND origin = 'discovered'", row)
        connection.execute(
            """
            INSERT INTO outlets (outlet_id, name, country)
            SELECT actor_id, name, country FROM actors WHERE origin = 'discovered' AND kind = 'outlet'
            """
        )
        ((count,),) = connection.execute("SELECT count(*) FROM actors WHERE origin = 'discovered'").fetchall()
    return int(count)


def add_actors(connection: duckdb.DuckDBPyConnection, rows: pl.DataFrame, tenures: pl.DataFrame | None = None) -> None:
    """Write actors that are composed from parts of the lexicon or stand in its register, and the offices of the latter; one that was taken
    for discovered is replaced.

    `rows`: columns of ACTORS, is_political set here, others may be missing; `tenures`: columns of TENURES."""
    is_political = ~pl.col("kind").is_in(NON_ACTOR_KINDS)
    missing = [pl.lit(None, dtype=dtype).alias(name) for name, dtype in ACTORS.schema.items() if name not in rows.columns]
    with transaction(connection):
        connection.execute("DELETE FROM tenures WHERE actor_id IN (SELECT actor_id FROM actors WHERE origin = 'imported')")
        connection.execute("DELETE FROM outlets WHERE outlet_id IN (SELECT actor_id FROM actors WHERE origin = 'imported')")
        connection.execute("DELETE FROM actors WHERE origin IN ('composed', 'imported')")
        for table, frame in (
            (ACTORS, rows.with_columns(*missing).with_columns(is_political.alias("is_political"))),
            (TENURES, TENURES.empty() if tenures is None else tenures),
        ):
            connection.register("known", table.conform(frame))
            columns = ", ".join(column.name for column in table.columns)
            connection.execute(f"INSERT OR REPLACE INTO {table.name} ({columns}) SELECT {columns} FROM known")
            connection.unregister("known")
        connection.execute(
            """
            INSERT OR REPLACE INTO outlets (outlet_id, name, country, wikidata)
            SELECT actor_id, name, country, wikidata FROM actors WHERE origin = 'imported' AND kind = 'outlet'
            """
        )


def unlisted_actors(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Ids that mentions carry and the lexicon's tables lack: actors composed from parts ("RUS.GOV.MFA") or discovered in articles."""
    rows = connection.execute(
        """
        SELECT DISTINCT actor_id FROM (
            SELECT actor_id FROM mentions UNION SELECT voice_actor_id FROM mentions UNION SELECT speaker_actor_id FROM quotes
            UNION SELECT source_actor_id FROM dyads UNION SELECT target_actor_id FROM dyads UNION SELECT voice_actor_id FROM dyads
        ) AS named
        WHERE actor_id IS NOT NULL AND actor_id NOT IN (SELECT actor_id FROM actors WHERE origin IN ('lexicon', 'override'))
        ORDER BY actor_id
        """
    ).fetchall()
    return [actor_id for (actor_id,) in rows]


def story_frames(connection: duckdb.DuckDBPyConnection) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The articles whose stories may change, and their fingerprints.

    An article whose story has no row was not compared yet. With it go all members of the stories of those articles that share its text or a
    band with it: no article outside can become their neighbour, so clustering these alone gives what clustering all would give.
    Frames: article_id, published_date, text_hash; and rows of FINGERPRINTS without batch_id. Both empty when nothing is new."""
    connection.execute(
        """
        CREATE OR REPLACE TEMP TABLE uncompared AS
        SELECT article_id FROM articles ANTI JOIN stories USING (story_id)
        """
    )
    connection.execute(
        """
        CREATE OR REPLACE TEMP TABLE affected AS
        WITH bands AS (SELECT DISTINCT band_no, band_hash FROM fingerprints SEMI JOIN uncompared USING (article_id)),
        texts AS (SELECT DISTINCT text_hash FROM articles SEMI JOIN uncompared USING (article_id)),
        neighbours AS (
            SELECT article_id FROM fingerprints SEMI JOIN bands USING (band_no, band_hash)
            UNION SELECT article_id FROM articles SEMI JOIN texts USING (text_hash)
        ),
        touched AS (SELECT DISTINCT story_id FROM articles SEMI JOIN neighbours USING (article_id))
        SELECT article_id FROM articles SEMI JOIN touched USING (story_id)
        UNION SELECT article_id FROM uncompared
        """
    )
    articles = connection.sql(
        "SELECT article_id, published_date, text_hash FROM articles SEMI JOIN affected USING (article_id) ORDER BY article_id"
    ).pl()
    fingerprints = connection.sql(
        "SELECT * EXCLUDE (batch_id) FROM fingerprints SEMI JOIN affected USING (article_id) ORDER BY article_id, band_no"
    ).pl()
    return articles, fingerprints


def set_stories(connection: duckdb.DuckDBPyConnection, assigned: pl.DataFrame) -> None:
    """Give each article its story (columns article_id, story_id) and bring the rows of the stories concerned up to date."""
    connection.register("assigned", assigned.select(pl.col(name).cast(dtype) for name, dtype in ASSIGNED.items()))
    try:
        with transaction(connection):
            connection.execute(
                """
                CREATE OR REPLACE TEMP TABLE touched_stories AS
                SELECT story_id FROM articles SEMI JOIN assigned USING (article_id) UNION SELECT story_id FROM assigned
                """
            )
            connection.execute(
                """
                UPDATE articles SET story_id = assigned.story_id FROM assigned
                WHERE articles.article_id = assigned.article_id AND articles.story_id <> assigned.story_id
                """
            )
            connection.execute("DELETE FROM stories WHERE story_id IN (FROM touched_stories)")
            connection.execute(
                """
                INSERT INTO stories (story_id, title, first_date, article_count, text_count)
                SELECT a.story_id, any_value(a.title) FILTER (a.article_id = a.story_id), min(a.published_date), count(*),
                       count(DISTINCT a.text_hash)
                FROM articles AS a SEMI JOIN touched_stories USING (story_id) GROUP BY a.story_id
                """
            )
    finally:
        connection.unregister("assigned")


def _most_frequent(column: str) -> str:
    """A common table expression `<column>s`: the column's most frequent value of each unlisted actor, of equals the first."""
    return f"""{column}s AS (
        SELECT actor_id, {column} FROM unlisted WHERE {column} IS NOT NULL GROUP BY actor_id, {column}
        QUALIFY row_number() OVER (PARTITION BY actor_id ORDER BY sum(mention_count) DESC, {column}) = 1
    )"""
