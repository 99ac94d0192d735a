"""What the pages show: questions kept as SQL files, asked once for all actors of the site, and answered as tables."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import Any

import duckdb

from warehouse.publishing.answers import ANSWERS, CATALOG, attach_answers
from warehouse.publishing.changed import Publication
from warehouse.quoting import quote
from warehouse.sql_heads import read_head
from warehouse.sql_views import answer_once

#: Questions whose rows are shown, and those whose rows are searched and compared.
QUERIES, MEASURES = Path(__file__).parent / "queries", Path(__file__).parent / "measures"
#: The table of the actors that have a page, and how queries ask for them.
ACTORS = "site_actors"
_OF_ACTORS = f"IN (SELECT actor_id FROM {ACTORS})"
#: The view that ranks them.
_RANKING = "top_actors"
#: Columns that hold the article a row is evidence from: the first that there is. A story has the id of its first article.
_ARTICLES = ("article_id", "story_id")

type Row = Mapping[str, Any]


@dataclass(frozen=True)
class Answer:
    """One table of a page: the question, what a row is, the SQL that gives these very rows, and the rows by column."""

    slug: str
    question: str
    grain: str
    sql: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...] = field(repr=False)

    def article_ids(self) -> Iterator[str]:
        """The articles that the rows rest on; of a story its first one."""
        name = next((name for name in _ARTICLES if name in self.columns), None)
        if name:
            yield from (str(row[name]) for row in self.rows if row[name] is not None)


def answer_views(
    connection: duckdb.DuckDBPyConnection, folders: Sequence[Path] = (QUERIES, MEASURES), publication: Publication | None = None
) -> None:
    """Answer once what several questions of these folders ask, as `answer_once`; `publication`: where the views are answered already."""
    asked = chain.from_iterable(folder.glob("*.sql") for folder in folders)
    uses = Counter(chain.from_iterable(set(re.findall(r"\w+", path.read_text(encoding="utf-8"))) for path in asked))
    uses[_RANKING] += 1
    if publication:
        attach_answers(connection, publication.new / ANSWERS)
    answer_once(connection, uses, CATALOG if publication else None)


def choose_actors(connection: duckdb.DuckDBPyConnection, count: int) -> list[str]:
    """Ids of the actors that get a page, the most stories first; kept in a temporary table for the queries."""
    connection.execute(f"CREATE OR REPLACE TEMP TABLE {ACTORS} AS SELECT actor_id, rank_no FROM {_RANKING} WHERE rank_no <= {int(count)}")
    return [actor_id for (actor_id,) in connection.execute(f"SELECT actor_id FROM {ACTORS} ORDER BY rank_no").fetchall()]


def ask(connection: duckdb.DuckDBPyConnection, slug: str, actors: Sequence[str]) -> Answer:
    """Answer the question of that name, for the site's actors if it is about actors."""
    cursor = connection.execute(_sql(slug, actors))
    columns = tuple(entry[0] for entry in cursor.description or ())
    rows = tuple(dict(zip(columns, row, strict=True)) for row in cursor.fetchall())
    return replace(word(slug, actors), columns=columns, rows=rows)


def word(slug: str, actors: Sequence[str]) -> Answer:
    """The question kept under that name, as SQL, without its answer."""
    head = read_head(QUERIES / f"{slug}.sql")
    return Answer(slug, head.question, head.grain, _for_actors(_sql(slug, actors), actors), (), ())


def _sql(slug: str, actors: Sequence[str]) -> str:
    return read_head(QUERIES / f"{slug}.sql").sql.strip().replace("$actors", str(len(actors)))


def by_actor(answer: Answer, actors: Sequence[str]) -> dict[str, Answer]:
    """The answer split by actor, each part with the SQL for that actor alone."""
    rows: dict[str, list[Row]] = {actor_id: [] for actor_id in actors}
    for row in answer.rows:
        rows[row["actor_id"]].append(row)
    everybody = f"IN ({_listed(actors)})"
    return {
        actor_id: Answer(
            answer.slug,
            answer.question,
            answer.grain,
            answer.sql.replace(everybody, f"IN ({quote(actor_id)})"),
            answer.columns,
            tuple(found),
        )
        for actor_id, found in rows.items()
    }


def _for_actors(sql: str, actors: Sequence[str]) -> str:
    """SQL that runs in any tool: it names the actors instead of asking the temporary table of the site."""
    return sql.replace(_OF_ACTORS, f"IN ({_listed(actors)})")


def _listed(actors: Sequence[str]) -> str:
    return ", ".join(map(quote, actors)) or "NULL"
