"""Search over the sentences of a warehouse: all words asked for, ranked by BM25, filtered by speaker, actor, outlet, days.

Words are compared without case and accents, and a word finds its plural. BM25 as in Robertson and Zaragoza, The Probabilistic Relevance
Framework (2009), with the constants usual there; sentences shorter than the mean are not preferred, since fragments say little.
"""

import csv
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import duckdb

from warehouse.nearness import told_near
from warehouse.quoting import quote
from warehouse.sql_views import read_views

STOP_WORDS = Path(__file__).parent / "stop_words.csv"
_K1, _B = 1.2, 0.75
_WORD = re.compile(r"[^\W_]+")
_PHRASE = re.compile(r'"([^"]+)"')
_TOKENS = r"regexp_extract_all(strip_accents(lower(words)), '[\p{L}\p{N}]+')"


@dataclass(frozen=True)
class Search:
    """What is looked for. `speaker` and `actor` are ids; `first` and `last` are days of publication."""

    text: str = ""
    speaker: str | None = None
    actor: str | None = None
    outlets: Sequence[str] = ()
    first: date | None = None
    last: date | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """The words that are looked for, each once."""
        return tuple(dict.fromkeys(word for word in split_words(self.text) if word not in read_stop_words()))

    @property
    def phrases(self) -> tuple[tuple[str, ...], ...]:
        """The words inside quotation marks."""
        return tuple(filter(None, (split_words(phrase) for phrase in _PHRASE.findall(self.text))))


@cache
def read_stop_words(path: Path = STOP_WORDS) -> frozenset[str]:
    """Words that stand in too many sentences to be looked for."""
    with path.open(encoding="utf-8", newline="") as stream:
        return frozenset(row["word"] for row in csv.DictReader(stream))


def split_words(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared: without case, accents and punctuation."""
    plain = "".join(sign for sign in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(sign))
    return tuple(_WORD.findall(plain))


def forms(word: str) -> tuple[str, ...]:
    """A word and its plural, or its singular."""
    if len(word) < 3 or word[0].isdigit():
        return (word,)
    return (word, word[:-1]) if word.endswith("s") else (word, f"{word}s")


def find_sentences(connection: duckdb.DuckDBPyConnection, search: Search, limit: int) -> duckdb.DuckDBPyConnection:
    """A cursor over the sentences found, the best first: published_date, outlet, speaker_name, words, title, article_id, start_char, score.

    Sentences printed word for word by several articles come once, in the earliest. Raises ValueError when nothing is looked for."""
    _require_question(search)
    return connection.execute(_sql(search, limit))


#: What hits can be counted by, and the expression for it.
COUNTED_BY = {
    "speaker": "speaker_name",
    "outlet": "outlet",
    "year": "CAST(year(published_date) AS VARCHAR)",
    "month": "strftime(published_date, '%Y-%m')",
}


def count_sentences(connection: duckdb.DuckDBPyConnection, search: Search, by: str, limit: int) -> duckdb.DuckDBPyConnection:
    """A cursor over how many sentences are found by speaker, outlet, year or month, the most first: it, sentence_count, article_count.

    Raises ValueError as `find_sentences`, KeyError when they cannot be counted by that."""
    _require_question(search)
    order = by if by in ("year", "month") else f"sentence_count DESC, {by}"
    return connection.execute(
        f"SELECT {COUNTED_BY[by]} AS {by}, count(*) AS sentence_count, count(DISTINCT article_id) AS article_count"
        f" FROM ({_sql(search, None)}) WHERE {COUNTED_BY[by]} IS NOT NULL GROUP BY ALL ORDER BY {order} LIMIT {limit}"
    )


def _require_question(search: Search) -> None:
    if not search.words and not search.speaker and not search.actor:
        raise ValueError(f"expected a word to look for, a speaker or an actor, found {search.text!r}, which occurs in every article")


def find_actor(connection: duckdb.DuckDBPyConnection, name: str) -> str:
    """The id of the actor of that id, name or alias; of several the one mentioned most. Raises KeyError with those that are near."""
    rows = connection.execute(
        """
        SELECT c.actor_id FROM actors AS c LEFT JOIN mentions AS m ON m.actor_id = c.actor_id
        WHERE c.actor_id = $1 OR lower(strip_accents(c.name)) = lower(strip_accents($1))
            OR c.actor_id IN (SELECT actor_id FROM aliases WHERE lower(strip_accents(alias)) = lower(strip_accents($1)))
        GROUP BY c.actor_id ORDER BY c.actor_id = $1 DESC, count(m.mention_id) DESC, c.actor_id LIMIT 1
        """,
        [name],
    ).fetchall()
    if rows:
        return str(rows[0][0])
    known = connection.execute(
        """
        SELECT n.label, n.name FROM (
            SELECT c.actor_id, c.actor_id || ' (' || c.name || ')' AS label, unnest([c.name, c.actor_id, l.alias]) AS name
            FROM actors AS c LEFT JOIN aliases AS l ON l.actor_id = c.actor_id
        ) AS n JOIN (SELECT actor_id, count(*) AS times FROM mentions GROUP BY actor_id) AS m ON m.actor_id = n.actor_id
        WHERE n.name IS NOT NULL ORDER BY m.times DESC, n.label, n.name
        """
    ).fetchall()
    raise KeyError(f"expected the id or name of an actor, found {name!r}{told_near(name, known)}")


def _sql(search: Search, limit: int | None) -> str:
    numbers = range(len(search.words))
    counts = "".join(f", {_hits(word)} AS hits_{number}" for number, word in enumerate(search.words))
    held = "".join(f", count(*) FILTER (hits_{number} > 0) AS held_{number}" for number in numbers)
    score = " + ".join(_score(number) for number in numbers) or "0.0"
    # a warehouse of an older version has no such view
    passages = next(view.sql for view in read_views() if view.name == "passages")
    return f"""
        WITH passages AS ({passages}),
        candidates AS MATERIALIZED (
            SELECT p.*, {_TOKENS} AS tokens FROM passages AS p WHERE {_allowed(search)}
        ),
        counted AS (SELECT *, len(tokens) AS length{counts} FROM candidates),
        known AS (
            SELECT (SELECT count(*) FROM sentences) AS total, avg(length) AS mean_length{held} FROM counted
        )
        SELECT
            c.published_date, c.outlet, s.name AS speaker_name, c.words, c.title, c.article_id, c.start_char, round({score}, 2) AS score
        FROM counted AS c
        CROSS JOIN known AS k
        LEFT JOIN quotes AS q
            ON q.article_id = c.article_id AND q.start_char < c.end_char AND q.end_char > c.start_char{_spoken(search)}
        LEFT JOIN actors AS s ON s.actor_id = q.speaker_actor_id
        WHERE {_wanted(search)}
        QUALIFY row_number() OVER (PARTITION BY c.words ORDER BY c.published_date NULLS LAST, c.article_id, c.start_char, q.start_char) = 1
        ORDER BY score DESC, c.published_date DESC NULLS LAST, c.article_id, c.start_char
        {f"LIMIT {limit}" if limit else ""}"""


def _hits(word: str) -> str:
    """How often a word occurs in a sentence."""
    return f"len(list_filter(tokens, lambda token: {' OR '.join(f'token = {quote(form)}' for form in forms(word))}))"


def _score(number: int) -> str:
    """What one word adds to the score of a sentence."""
    weight = f"ln(1 + (k.total - k.held_{number} + 0.5) / (k.held_{number} + 0.5))"
    length = f"{1 - _B} + {_B} * greatest(c.length, k.mean_length) / k.mean_length"
    return f"{weight} * c.hits_{number} * {_K1 + 1} / (c.hits_{number} + {_K1} * ({length}))"


def _allowed(search: Search) -> str:
    """The sentences that come into question: how many hold a word is counted among these."""
    conditions = [f"p.outlet IN ({', '.join(map(quote, search.outlets))})"] if search.outlets else []
    conditions += [f"p.published_date >= DATE {quote(search.first.isoformat())}"] if search.first else []
    conditions += [f"p.published_date <= DATE {quote(search.last.isoformat())}"] if search.last else []
    if search.words:
        shortest = (min(forms(word), key=len) for word in search.words)
        conditions.append(f"({' OR '.join(f'contains(strip_accents(lower(p.words)), {quote(part)})' for part in shortest)})")
    return " AND ".join(conditions) or "true"


def _wanted(search: Search) -> str:
    conditions = [f"c.hits_{number} > 0" for number in range(len(search.words))]
    conditions += [f"contains(' ' || array_to_string(c.tokens, ' ') || ' ', {quote(f' {" ".join(phrase)} ')})" for phrase in search.phrases]
    conditions += [f"q.speaker_actor_id = {quote(search.speaker)}"] if search.speaker else []
    if search.actor:
        conditions.append(
            "EXISTS (FROM mentions AS m WHERE m.article_id = c.article_id AND m.start_char >= c.start_char AND m.end_char <= c.end_char"
            f" AND m.actor_id = {quote(search.actor)})"
        )
    return " AND ".join(conditions)


def _spoken(search: Search) -> str:
    return f" AND q.speaker_actor_id = {quote(search.speaker)}" if search.speaker else ""
