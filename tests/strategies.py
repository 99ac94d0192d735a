"""Test data: rows drawn from the declared tables, and small coherent news files with the batches a worker would make of them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import Any

import polars as pl
from hypothesis import strategies as st

from warehouse import tables
from warehouse.load import Versions
from warehouse.staging import Manifest
from warehouse.tables import Column, Table

SOME_DAY = date(2023, 4, 24)
SOME_MOMENT = datetime(2023, 4, 24, 12, 0, tzinfo=UTC)
VERSIONS = Versions("0.1.0+abc", "lexicon-1", "full", "rules 1")
_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=12)


def values(column: Column) -> st.SearchStrategy[Any]:
    """Values that the declaration of a column allows."""
    drawn = _values_of_type(column)
    return st.none() | drawn if column.nullable else drawn


def _values_of_type(column: Column) -> st.SearchStrategy[Any]:
    if column.values:
        return st.sampled_from(column.values)
    if column.pattern is not None:
        return st.from_regex(column.pattern.removesuffix("$") + r"\Z", alphabet=st.characters(codec="ascii", exclude_categories=("Cc",)))
    if column.dtype == pl.Int64:
        return st.integers(int(column.minimum) if column.minimum is not None else -(2**62), 2**62)
    if column.dtype == pl.Float64:
        return st.floats(column.minimum, column.maximum, allow_nan=False)
    if column.dtype == pl.Boolean:
        return st.booleans()
    if column.dtype == pl.Binary:
        return st.binary(max_size=12)
    if column.dtype == pl.Date:
        return st.dates(date(1900, 1, 1), date(2100, 1, 1))
    if column.dtype == tables.UTC_TIMESTAMP:
        return st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))
    assert column.dtype == pl.String, column.dtype
    return _TEXT


@st.composite
def rows(draw: st.DrawFn, table: Table) -> dict[str, Any]:
    """One row that fulfils the declaration of its table, its rules included."""
    row = {column.name: draw(values(column)) for column in table.columns}
    if "start_char" in row:
        row["start_char"], row["end_char"] = 10, 20
    if table is tables.MENTIONS and row["actor_id"] is not None:
        row["kind"] = row["kind"] or "person"
    if table is tables.QUOTES:
        row["cue_start_char"] = None if row["cue"] is None else 1
    if table is tables.DYADS:
        row["source_mention_id"] = row["source_mention_id"] or "ab" * 16
    if row.get("valid_from") and row.get("valid_to"):
        row["valid_from"], row["valid_to"] = sorted((row["valid_from"], row["valid_to"]))
    return row


def frames(table: Table, max_size: int = 3) -> st.SearchStrategy[pl.DataFrame]:
    """Frames of a table whose keys are unique."""
    drawn = st.lists(rows(table), max_size=max_size, unique_by=lambda row: tuple(row[name] for name in table.key))
    return drawn.map(lambda found: pl.DataFrame(found, schema=table.schema, orient="row"))


def plain_row(table: Table, **given: Any) -> dict[str, Any]:
    """A row with the given values; the others are null where they may be, else the plainest value that the declaration allows."""
    unknown = set(given) - set(table.schema)
    assert not unknown, unknown
    return {column.name: given.get(column.name, None if column.nullable else _plain_value(column)) for column in table.columns}


def _plain_value(column: Column) -> Any:
    if column.values:
        return column.values[0]
    if column.dtype == tables.UTC_TIMESTAMP:
        return SOME_MOMENT
    plain: dict[type[pl.DataType], Any] = {
        pl.Int64: 1,
        pl.Float64: 1.0,
        pl.Boolean: True,
        pl.Date: SOME_DAY,
        pl.String: "ab" * 16,
        pl.Binary: b"ab",
    }
    return plain[column.dtype.base_type()]


@dataclass(frozen=True)
class NewsArticle:
    """An article as it stands in a file; `hour` is told by some files and not by the article's identity."""

    body: str
    hour: int = 12

    @property
    def article_id(self) -> str:
        return sha256(self.body.encode()).hexdigest()[:32]


@dataclass(frozen=True)
class NewsFile:
    articles: tuple[NewsArticle, ...]

    @property
    def file_id(self) -> str:
        return sha256(repr(self.articles).encode()).hexdigest()


NAMES = ("Ada Wren", "Bo Lind", "Russia", "Élan Party")
_SENTENCES = tuple(f"{name} {verb}." for name in NAMES for verb in ("met nobody", "said “no”"))


def news_files(max_files: int = 5) -> st.SearchStrategy[list[NewsFile]]:
    """Files that share some of their articles, word by word or but for the hour."""
    bodies = st.lists(st.sampled_from(_SENTENCES), min_size=1, max_size=3).map("\n\n".join)
    articles = st.builds(NewsArticle, bodies, st.sampled_from((0, 12)))
    return st.lists(st.builds(NewsFile, st.lists(articles, max_size=3).map(tuple)), max_size=max_files, unique_by=lambda file: file.file_id)


def batch_id_of(files: Iterable[NewsFile], versions: Versions = VERSIONS) -> str:
    return sha256(repr((sorted(file.file_id for file in files), versions)).encode()).hexdigest()[:32]


def compute_batch(
    files: Sequence[NewsFile], versions: Versions = VERSIONS, run_id: str = "run-1"
) -> tuple[Manifest, dict[str, pl.DataFrame]]:
    """What a worker makes of a bundle of files: each article once, from its first appearance by file id and position."""
    found: dict[str, list[dict[str, Any]]] = {table.name: [] for table in tables.BATCH_TABLES}
    seen: set[str] = set()
    read = 0
    for file in sorted(files, key=lambda file: file.file_id):
        found["files"].append(_file_row(file))
        for position, article in enumerate(file.articles):
            read += 1
            found["appearances"].append({"article_id": article.article_id, "file_id": file.file_id, "position": position, "member": None})
            if article.article_id not in seen:
                seen.add(article.article_id)
                _add_article(article, versions, found)
    batch = {
        table.name: pl.DataFrame(
            found[table.name], schema={name: dtype for name, dtype in table.schema.items() if name != "batch_id"}, orient="row"
        )
        for table in tables.BATCH_TABLES
    }
    manifest = Manifest(
        batch_id=batch_id_of(files, versions),
        run_id=run_id,
        tier=versions.tier,
        code_version=versions.code_version,
        lexicon_version=versions.lexicon_version,
        tagger=versions.tagger,
        computed_at=SOME_MOMENT,
        seconds=0.5,
        file_ids=tuple(file.file_id for file in files),
        file_paths=tuple(f"/news/{file.file_id[:8]}.json" for file in files),
        articles_read=read,
        articles_duplicate=read - len(seen),
        rows_checked=sum(frame.height for frame in batch.values()),
    )
    return manifest, batch


def _file_row(file: NewsFile) -> dict[str, Any]:
    return {
        "file_id": file.file_id,
        "path": f"/news/{file.file_id[:8]}.json",
        "byte_count": 10,
        "format": "json",
        "encoding": None,
        "reader": "json",
        "article_count": len(file.articles),
        "path_bytes": f"/news/{file.file_id[:8]}.json".encode(),
    }


def _add_article(article: NewsArticle, versions: Versions, found: dict[str, list[dict[str, Any]]]) -> None:
    body, article_id = article.body, article.article_id
    text_hash = sha256(body.lower().encode()).hexdigest()[:32]
    day = SOME_DAY - timedelta(days=len(body) % 3)
    found["articles"].append(
        {
            "article_id": article_id,
            "title": None,
            "body": body,
            "outlet": "The Daily Test",
            "outlet_id": None,
            "published_at": datetime(day.year, day.month, day.day, article.hour, tzinfo=UTC),
            "published_date": day,
            "published_precision": "minute",
            "published_from": "metadata",
            "language": "en",
            "url": None,
            "text_hash": text_hash,
            "story_id": article_id,
            "word_count": len(body.split()),
            "is_analysed": True,
            "lexicon_version": versions.lexicon_version,
        }
    )
    found["authors"].append({"article_id": article_id, "position": 0, "author": "A. Writer"})
    found["article_fields"].append({"article_id": article_id, "field": "topic", "value": "trade"})
    found["fingerprints"].append(
        {"article_id": article_id, "band_no": 0, "band_hash": len(body) % 4} | {f"value_{number}": len(body) % 4 for number in range(4)}
    )
    start = 0
    for number, paragraph in enumerate(body.split("\n\n")):
        span = {"article_id": article_id, "paragraph_no": number, "start_char": start, "end_char": start + len(paragraph)}
        found["paragraphs"].append({**span, "kind": "body"})
        found["sentences"].append({**span, "sentence_no": number})
        _add_marks(article_id, body, span, versions, found)
        start += len(paragraph) + 2


def _add_marks(article_id: str, body: str, span: dict[str, Any], versions: Versions, found: dict[str, list[dict[str, Any]]]) -> None:
    sentence = body[span["start_char"] : span["end_char"]]
    name = next(name for name in NAMES if sentence.startswith(name))
    start, number = span["start_char"], span["paragraph_no"]
    mention_id = sha256(f"{article_id} {start}".encode()).hexdigest()[:32]
    slug = re.sub(r"\W+", "-", name.lower())
    found["mentions"].append(
        {
            "mention_id": mention_id, "article_id": article_id, "sentence_no": number, "paragraph_no": number,
            "start_char": start, "end_char": start + len(name), "surface": name, "layer": "name", "ner": "PERSON",
            "kind": "country" if name == "Russia" else ("person", "party")[len(body) % 2],
            "actor_id": "RUS" if name == "Russia" else f"PER.{slug}", "country": "RUS" if len(body) % 5 else None, "sector": None,
            "office": None, "reading": "power" if name == "Russia" else None, "role": "speaker", "voice_actor_id": None,
            "tone": 0.5, "rule": f"nominal.{versions.lexicon_version}", "confidence": 0.9,
        }
    )  # fmt: skip
    if "“" not in sentence:
        return
    opening = start + sentence.index("“")
    cue = start + sentence.index("said")
    found["quotes"].append(
        {
            "quote_id": sha256(f"{article_id} quote {opening}".encode()).hexdigest()[:32], "article_id": article_id, "sentence_no": number,
            "kind": "direct", "start_char": opening, "end_char": opening + 4, "content": body[opening : opening + 4], "part_count": 1,
            "cue": "said", "cue_start_char": cue, "cue_end_char": cue + 4, "cue_class": "neutral", "speaker_start_char": start,
            "speaker_end_char": start + len(name), "speaker_mention_id": mention_id,
            "speaker_actor_id": "RUS" if name == "Russia" else f"PER.{slug}", "rule": "verb.clause", "confidence": 0.9,
        }
    )  # fmt: skip


def lexicon_frames() -> dict[str, pl.DataFrame]:
    """A lexicon of one country, one outlet and one town."""
    actors = [
        {"actor_id": "RUS", "name": "Russia", "kind": "country", "is_political": True, "country": "RUS", "origin": "lexicon"},
        {"actor_id": "OUTLET.TASS", "name": "TASS", "kind": "outlet", "is_political": False, "country": "RUS", "origin": "lexicon"},
        {"actor_id": "PLACE.moscow", "name": "Moscow", "kind": "place", "is_political": False, "country": "RUS", "origin": "lexicon"},
    ]
    alias = {"actor_id": "RUS", "alias": "Russia", "alias_kind": "name", "strength": "strong", "source": "general knowledge"}
    outlet = {"outlet_id": "OUTLET.TASS", "name": "TASS", "country": "RUS"}
    return {
        "actors": _complete(tables.ACTORS, actors),
        "aliases": _complete(tables.ALIASES, [alias]),
        "tenures": tables.TENURES.empty(),
        "memberships": tables.MEMBERSHIPS.empty(),
        "outlets": _complete(tables.OUTLETS, [outlet]),
    }


def _complete(table: Table, found: list[dict[str, Any]]) -> pl.DataFrame:
    return pl.DataFrame([{name: row.get(name) for name in table.schema} for row in found], schema=table.schema, orient="row")
