"""One article as evidence: its text with everything found in it marked in place.

Mentions lie inside each other and across the ends of quotations, so the text is cut at every start and end, and each piece says what
covers it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import batched, groupby, pairwise
from typing import Any, NamedTuple

import duckdb

from warehouse.quoting import quote

type Row = Mapping[str, Any]

_PARTS = {
    "articles": "SELECT article_id, title, body, outlet, published_date, url, language, story_id FROM articles",
    "paragraphs": "SELECT article_id, kind, start_char, end_char FROM paragraphs",
    "sentences": "SELECT article_id, start_char, end_char FROM sentences",
    "mentions": (
        "SELECT m.article_id, m.start_char, m.end_char, m.surface, m.actor_id, c.name AS actor_name, m.office, m.role, m.tone, m.rule, "
        "m.confidence, v.name AS voice_name FROM mentions AS m LEFT JOIN actors AS c ON c.actor_id = m.actor_id "
        "LEFT JOIN actors AS v ON v.actor_id = m.voice_actor_id"
    ),
    "quotes": (
        "SELECT q.article_id, q.start_char, q.end_char, q.kind, q.cue, q.rule, q.content, q.speaker_actor_id AS actor_id, "
        "c.name AS actor_name FROM quotes AS q LEFT JOIN actors AS c ON c.actor_id = q.speaker_actor_id"
    ),
    "credits": (
        "SELECT k.article_id, k.start_char, k.end_char, k.hop, k.cue, k.surface, c.name AS outlet_name "
        "FROM credits AS k LEFT JOIN actors AS c ON c.actor_id = k.outlet_id"
    ),
    "dyads": (
        "SELECT d.article_id, d.cue_start_char AS start_char, d.cue_end_char AS end_char, d.event, d.cue, d.is_negated, d.is_reported, "
        "d.tense, d.rule, s.actor_id AS source_id, s.name AS source_name, t.actor_id AS target_id, t.name AS target_name "
        "FROM dyads AS d LEFT JOIN actors AS s ON s.actor_id = d.source_actor_id LEFT JOIN actors AS t ON t.actor_id = d.target_actor_id "
        "WHERE d.event IS NOT NULL"
    ),
}
#: Articles held at a time.
_HELD = 200
#: What is marked in the text.
_MARKS = ("sentences", "mentions", "quotes", "credits", "dyads")
#: What may be linked to, and the letter before its start in the page's anchors.
_LETTERS = {"mentions": "m", "quotes": "q", "dyads": "a", "sentences": "s"}


class Piece(NamedTuple):
    """A stretch of text under one set of marks; numbers are places in the lists of the article, the innermost mention first."""

    text: str
    mentions: tuple[int, ...]
    quote: int | None
    is_act: bool
    is_credit: bool
    anchors: tuple[str, ...]


@dataclass(frozen=True)
class Stretch:
    """Pieces of one quotation, or of none."""

    quote: int | None
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Block:
    """A paragraph."""

    kind: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True)
class Evidence:
    """One article with what was found in it, in the order of the text."""

    article: Row
    blocks: tuple[Block, ...]
    mentions: Sequence[Row]
    quotes: Sequence[Row]
    credits: Sequence[Row]
    dyads: Sequence[Row]


def evidence_keys(connection: duckdb.DuckDBPyConnection, article_ids: Sequence[str], linked: str) -> dict[str, str]:
    """Of each article asked for a hash of all that its page shows: its evidence, and those of its actors that are in the table `linked`."""
    parts = [f"SELECT article_id, hash({quote(name)}, row_) AS mark FROM ({sql}) AS row_" for name, sql in _PARTS.items()]
    links = f"SELECT DISTINCT article_id, hash('linked', actor_id) FROM mentions SEMI JOIN {linked} USING (actor_id)"
    rows = connection.execute(
        f"SELECT article_id, sum(mark) FROM ({' UNION ALL '.join([*parts, links])}) "
        "SEMI JOIN (SELECT unnest(?) AS article_id) USING (article_id) GROUP BY article_id",
        [list(article_ids)],
    )
    return {article_id: str(mark) for article_id, mark in rows.fetchall()}


def read_evidence(connection: duckdb.DuckDBPyConnection, article_ids: Sequence[str]) -> Iterator[Evidence]:
    """The articles asked for, in their order, a few of them held at a time."""
    for some in batched(article_ids, _HELD):
        yield from _read_some(connection, some)


def _read_some(connection: duckdb.DuckDBPyConnection, article_ids: Sequence[str]) -> Iterator[Evidence]:
    parts = {name: _by_article(connection, sql, article_ids) for name, sql in _PARTS.items()}
    for article_id, (article,) in sorted(parts["articles"].items()):
        rows = {name: parts[name].get(article_id, []) for name in _PARTS}
        yield Evidence(article, tuple(_blocks(article["body"], rows)), rows["mentions"], rows["quotes"], rows["credits"], rows["dyads"])


def _by_article(connection: duckdb.DuckDBPyConnection, sql: str, article_ids: Sequence[str]) -> dict[str, list[Row]]:
    cursor = connection.execute(
        f"FROM ({sql}) SEMI JOIN (SELECT unnest(?) AS article_id) USING (article_id) ORDER BY ALL", [list(article_ids)]
    )
    columns = [entry[0] for entry in cursor.description or ()]
    found: dict[str, list[Row]] = {}
    for values in cursor.fetchall():
        row = dict(zip(columns, values, strict=True))
        found.setdefault(row["article_id"], []).append(row)
    for rows in found.values():
        rows.sort(key=lambda row: (row.get("start_char", 0), -row.get("end_char", 0)))
    return found


def _blocks(body: str, rows: Mapping[str, Sequence[Row]]) -> Iterator[Block]:
    marks = {name: [(row["start_char"], row["end_char"], number) for number, row in enumerate(rows[name])] for name in _MARKS}
    for paragraph in rows["paragraphs"]:
        low, high = paragraph["start_char"], paragraph["end_char"]
        here = {name: [mark for mark in listed if mark[0] < high and mark[1] > low] for name, listed in marks.items()}
        pieces = _pieces(body, low, high, here)
        yield Block(
            paragraph["kind"], tuple(Stretch(quote, tuple(together)) for quote, together in groupby(pieces, key=lambda piece: piece.quote))
        )


def _pieces(body: str, low: int, high: int, marks: Mapping[str, Sequence[tuple[int, int, int]]]) -> Iterator[Piece]:
    """`marks`: start, end and number of those that reach into the paragraph."""
    ends = {max(low, min(end, high)) for listed in marks.values() for mark in listed for end in mark[:2]}
    mentions, quotes = (sorted(marks[name], key=lambda mark: (mark[1] - mark[0], mark[2])) for name in ("mentions", "quotes"))
    starts = [(letter, {mark[0] for mark in marks[name]}) for name, letter in _LETTERS.items()]
    for start, end in pairwise(sorted(ends | {low, high})):
        yield Piece(
            body[start:end],
            tuple([number for first, last, number in mentions if first <= start and last >= end]),
            next((number for first, last, number in quotes if first <= start and last >= end), None),
            any(first <= start and last >= end for first, last, _ in marks["dyads"]),
            any(first <= start and last >= end for first, last, _ in marks["credits"]),
            tuple([f"{letter}-{start}" for letter, begun in starts if start in begun]),
        )
