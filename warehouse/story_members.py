"""The articles of one story, as they are to be laid side by side."""

from dataclasses import dataclass
from datetime import date

import duckdb

from warehouse.errors import MendableError


class StoryUnknownError(MendableError):
    """No story, or more than one, has such an id."""


@dataclass(frozen=True, slots=True)
class Member:
    """One article of a story: its source, and its sentences (or paragraphs, if it was not analysed) without boilerplate."""

    article_id: str
    text_hash: str
    outlet: str | None
    day: date | None
    title: str | None
    path: str | None
    sentences: list[str]


def find_story(connection: duckdb.DuckDBPyConnection, beginning: str) -> str:
    """The id of the one story that, or an article of which, has an id that begins like this. Raises StoryUnknownError."""
    rows = connection.execute(
        "SELECT DISTINCT story_id FROM articles WHERE starts_with(article_id, $1) OR starts_with(story_id, $1) ORDER BY story_id LIMIT 2",
        [beginning],
    ).fetchall()
    if len(rows) != 1 or not beginning:
        found = "several" if rows else "none"
        raise StoryUnknownError(
            f"expected the first digits of the id of one story or article, found {found} that begin with {beginning!r}; "
            'look ids up with: personae query "SELECT story_id, title, article_count FROM stories ORDER BY article_count DESC"'
        )
    return str(rows[0][0])


def read_members(connection: duckdb.DuckDBPyConnection, story_id: str) -> list[Member]:
    """The articles of a story, the first one first, undated ones last."""
    rows = connection.execute(
        """
        WITH places AS (
            SELECT article_id, min(path || coalesce(' ' || member, '')) AS path
            FROM appearances JOIN files USING (file_id) GROUP BY article_id
        )
        SELECT a.article_id, a.text_hash, a.outlet, a.published_date, a.title, places.path
        FROM articles AS a LEFT JOIN places USING (article_id)
        WHERE a.story_id = ? ORDER BY a.published_date NULLS LAST, a.article_id
        """,
        [story_id],
    ).fetchall()
    texts = _sentences(connection, story_id)
    return [
        Member(article_id, text, outlet, day, title, path, texts.get(article_id, [])) for article_id, text, outlet, day, title, path in rows
    ]


def _sentences(connection: duckdb.DuckDBPyConnection, story_id: str) -> dict[str, list[str]]:
    rows = connection.execute(
        """
        WITH spans AS (
            SELECT article_id, paragraph_no, start_char, end_char FROM sentences
            UNION ALL SELECT article_id, paragraph_no, start_char, end_char FROM paragraphs ANTI JOIN sentences USING (article_id)
        )
        SELECT a.article_id, substr(a.body, s.start_char + 1, s.end_char - s.start_char)
        FROM articles AS a JOIN spans AS s USING (article_id) JOIN paragraphs AS p USING (article_id, paragraph_no)
        WHERE a.story_id = ? AND p.kind NOT IN ('title', 'boilerplate', 'dateline')
        ORDER BY a.article_id, s.start_char
        """,
        [story_id],
    ).fetchall()
    texts: dict[str, list[str]] = {}
    for article_id, sentence in rows:
        texts.setdefault(article_id, []).append(sentence)
    return texts
