"""`python -m flows.benchmarks.site`: how long the site of a large warehouse takes to build, and how large its pages are.

The warehouse is made by SQL inside the real tables: articles of ten sentences, two mentions in each, quotations and acts between actors
of whom few are named often and most seldom.
"""

import sys
import time
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import polars as pl

from warehouse.publishing.site.build import build_site
from warehouse.quoting import quote
from warehouse.store import open_warehouse
from warehouse.tables import BY_NAME, UTC_TIMESTAMP, Column, Table

ARTICLES, ACTORS = 200_000, 3_000
#: Characters of a sentence with the blank behind it, and sentences of an article.
_LENGTH, _SENTENCES = 130, 10
#: A number from 0 to 1 that is the same in every run, and an actor: the cube makes few of them frequent.
_MACROS = f"""
CREATE TEMP MACRO chance(a, b) AS (hash(a, b) % 1000003) / 1000003.0;
CREATE TEMP MACRO somebody(a, b) AS CAST(floor({ACTORS} * chance(a, b) ** 3) AS INTEGER);
CREATE TEMP MACRO actor_of(n) AS 'PER.actor-' || lpad(CAST(n AS VARCHAR), 4, '0');
CREATE TEMP MACRO name_of(n) AS 'Actor ' || lpad(CAST(n AS VARCHAR), 4, '0');
CREATE TEMP MACRO text_id(n) AS md5('article ' || n);
CREATE TEMP MACRO day_of(n) AS DATE '2015-01-01' + CAST(n % 3650 AS INTEGER);
CREATE TEMP MACRO tone_of(a, b) AS CASE WHEN chance(a, b) < 0.6 THEN round(chance(b, a) * 1.6 - 0.8, 3) END;
CREATE TEMP MACRO sentence(i, s) AS rpad(name_of(somebody(i, 2 * s)) || ' said on the day that ' || name_of(somebody(i, 2 * s + 1))
    || ' would have to answer for what had been done', {_LENGTH - 2}, ' and more') || '. '"""
_EACH_SENTENCE = f"FROM range($articles) AS a (i), range({_SENTENCES}) AS b (s)"
_EACH_MENTION = f"FROM range($articles) AS a (i), range({2 * _SENTENCES}) AS b (m)"
_TABLES = {
    "batches": "SELECT md5('batch') AS batch_id, 'bench' AS run_id",
    "runs": "SELECT 'bench' AS run_id, 'ingest' AS flow, 'completed' AS status",
    "actors": f"""SELECT actor_of(n) AS actor_id, name_of(n) AS name, 'person' AS kind, true AS is_political, 'GOV' AS sector,
        ['USA', 'FRA', 'RUS', 'CHN', 'IND', 'BRA', 'DEU'][n % 7 + 1] AS country, 'lexicon' AS origin FROM range({ACTORS}) AS r (n)""",
    "stories": """SELECT text_id(n) AS story_id, 'Headline ' || n AS title, day_of(n) AS first_date, 3 AS article_count, 3 AS text_count
        FROM range(0, $articles, 3) AS r (n)""",
    "articles": f"""SELECT text_id(i) AS article_id, 'Headline ' || i AS title, string_agg(sentence(i, s), '' ORDER BY s) AS body,
        'Outlet ' || i % 40 AS outlet, day_of(i) AS published_date, 'day' AS published_precision, 'en' AS language,
        md5('text ' || i) AS text_hash, text_id(i - i % 3) AS story_id, 200 AS word_count, true AS is_analysed
        {_EACH_SENTENCE} GROUP BY i""",
    "paragraphs": f"""SELECT text_id(i) AS article_id, s // 5 AS paragraph_no, 'body' AS kind, s * {_LENGTH} AS start_char,
        (s + 5) * {_LENGTH} - 1 AS end_char {_EACH_SENTENCE} WHERE s % 5 = 0""",
    "sentences": f"""SELECT text_id(i) AS article_id, s AS sentence_no, s // 5 AS paragraph_no, s * {_LENGTH} AS start_char,
        (s + 1) * {_LENGTH} - 1 AS end_char {_EACH_SENTENCE}""",
    "mentions": f"""SELECT md5(i || ' ' || m) AS mention_id, text_id(i) AS article_id, m // 2 AS sentence_no, m // 10 AS paragraph_no,
        m // 2 * {_LENGTH} + m % 2 * 32 AS start_char, m // 2 * {_LENGTH} + m % 2 * 32 + 10 AS end_char,
        name_of(somebody(i, m)) AS surface, 'name' AS layer, 'PERSON' AS ner, 'person' AS kind, actor_of(somebody(i, m)) AS actor_id,
        CASE m % 2 WHEN 0 THEN 'speaker' ELSE 'target' END AS role, tone_of(i, m) AS tone, 'lexicon.name' AS rule,
        CASE WHEN m % 2 = 1 THEN actor_of(somebody(i, m - 1)) END AS voice_actor_id, round(chance(m, i), 2) AS confidence
        {_EACH_MENTION}""",
    "quotes": f"""SELECT md5('quote ' || i || ' ' || s) AS quote_id, text_id(i) AS article_id, s AS sentence_no, 'indirect' AS kind,
        s * {_LENGTH} + 27 AS start_char, (s + 1) * {_LENGTH} - 2 AS end_char, substr(sentence(i, s), 28, 101) AS content,
        1 AS part_count, 'said' AS cue, s * {_LENGTH} + 11 AS cue_start_char, s * {_LENGTH} + 15 AS cue_end_char,
        'asserting' AS cue_class, actor_of(somebody(i, 2 * s)) AS speaker_actor_id, 'verb.clause' AS rule, 0.9 AS confidence
        {_EACH_SENTENCE} WHERE s % 2 = 0""",
    "dyads": f"""SELECT md5('dyad ' || i || ' ' || s) AS dyad_id, text_id(i) AS article_id, s AS sentence_no,
        md5(i || ' ' || 2 * s) AS source_mention_id, actor_of(somebody(i, 2 * s)) AS source_actor_id,
        md5(i || ' ' || (2 * s + 1)) AS target_mention_id, actor_of(somebody(i, 2 * s + 1)) AS target_actor_id,
        ['ACCUSE', 'SUPPORT', 'REQUEST', 'THREATEN'][i % 4 + 1] AS event, 'said' AS cue, s * {_LENGTH} + 11 AS cue_start_char,
        s * {_LENGTH} + 15 AS cue_end_char, i % 9 = 0 AS is_negated, 'past' AS tense, 'verb' AS rule, 0.8 AS confidence
        {_EACH_SENTENCE} WHERE s % 3 = 1""",
}  # fmt: skip


def make_warehouse(path: Path, articles: int) -> None:
    """Fill a new warehouse; columns that the site does not read hold the plainest value their table allows."""
    with closing(open_warehouse(path)) as connection:
        connection.execute(_MACROS)
        for name, query in _TABLES.items():
            _fill(connection, BY_NAME[name], query.replace("$articles", str(articles)))


def _fill(connection: duckdb.DuckDBPyConnection, table: Table, query: str) -> None:
    given = {name for name, *_ in connection.execute(f"DESCRIBE {query}").fetchall()}
    columns = [column.name if column.name in given else f"{_plain(column)} AS {column.name}" for column in table.columns]
    connection.execute(f"INSERT INTO {table.name} BY NAME SELECT {', '.join(columns)} FROM ({query})")


def _plain(column: Column) -> str:
    if column.nullable:
        return "NULL"
    if column.values:
        return quote(column.values[0])
    if column.dtype == UTC_TIMESTAMP:
        return "TIMESTAMPTZ '2024-12-31 12:00:00Z'"
    return "md5('batch')" if column.dtype == pl.String else "0"


def main() -> None:
    """Make the warehouse, build the site, print what it took."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    with TemporaryDirectory() as name:
        folder = Path(name)
        started = time.perf_counter()
        make_warehouse(folder / "large.duckdb", count)
        made = time.perf_counter()
        summary = build_site(folder / "large.duckdb", folder / "site")
        built = time.perf_counter()
        total = sum(path.stat().st_size for path in (folder / "site").rglob("*") if path.is_file())
        sys.stdout.write(
            f"{count:,} articles made in {made - started:.0f} s; site of {summary.actors} actors and {summary.articles:,} articles "
            f"built in {built - made:.1f} s; largest page {summary.largest / 2**20:.2f} MiB, {total / 2**20:.0f} MiB in all\n"
        )


if __name__ == "__main__":
    main()
