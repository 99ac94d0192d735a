"""The work of one batch: read, normalise, annotate, fingerprint, gate, stage.

Any worker can do it: it knows neither Prefect nor the warehouse file.
"""

import os
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import polars as pl

from expectations.gate import Verdict, check_batch
from flows.analysis import Analyst
from flows.batches import Batch
from flows.given import read_frames, read_given
from flows.lexicons import load_lexicon, load_seeds
from flows.mirror import fetch_copy
from flows.reading import read_files
from flows.refusals import refusal_rows
from flows.settings import Settings
from flows.stops import StopRun
from transforms.articles.file_names import printable
from transforms.articles.normalise import normalise_articles
from transforms.articles.normalised import ArticleFrames, Refusal, Remark
from transforms.articles.stories import fingerprint_articles
from transforms.identities.outlets import find_outlet
from transforms.lexicon import Lexicon
from transforms.readers.outcomes import FileReading, Rejected
from transforms.rows import content_id
from warehouse.load import Versions
from warehouse.staging import Manifest, stage_batch
from warehouse.tables import BATCH_TABLES, NOTES

#: Languages the taggers know; articles in others are stored and wait.
ANALYSED = ("en",)

type Frames = dict[str, pl.DataFrame]


def compute_batch(batch: Batch, settings: Settings, versions: Versions, run_id: str) -> Path:
    """Do the work of a batch of files, or of a part of one, and return the folder it is staged in. Raises StopRun."""
    started, now = time.monotonic(), datetime.now(UTC)
    readings = [read_given(batch.given)] if batch.given else list(_read(batch, settings))
    normalised = normalise_articles(readings, now.date())
    frames, failures = annotate_frames(normalised, settings)
    verdict = pass_gate(frames, now)
    manifest = replace(
        _manifest(batch, versions, run_id, now, started),
        file_ids=tuple(reading.file_id for reading in readings if reading.file_id),
        file_paths=tuple(os.fsdecode(reading.place) if reading.place else reading.path for reading in readings),
        **_books(normalised, frames, verdict),
        first_position=batch.first_position,
        last_position=batch.last_position,
    )
    return stage_batch(settings.staging, manifest, _staged(verdict, normalised.remarks, [*normalised.refusals, *failures]))


def _read(batch: Batch, settings: Settings) -> Iterator[FileReading]:
    places = [fetch_copy(file.address) if file.address else file.place or file.path for file in batch.files]
    for file, reading in zip(batch.files, read_files(places, settings.limits, dict(settings.mapping)), strict=True):
        yield replace(reading, path=file.address or str(file.path))


def compute_stored(batch: Batch, settings: Settings, versions: Versions, run_id: str) -> Path:
    """Analyse the stored articles that the batch is given, and return the folder they are staged in. Raises StopRun.

    Their files and appearances are needed at the gate; in the warehouse they stay as they are."""
    assert batch.given
    started, now, stored = time.monotonic(), datetime.now(UTC), read_frames(batch.given)
    frames, failures = annotate_frames(stored, settings)
    verdict = pass_gate(frames, now)
    staying = {name: verdict.kept[name].clear() for name in ("files", "appearances")}
    again = [table.name for table in BATCH_TABLES if table.name not in staying]
    kept = verdict.kept["articles"].height
    manifest = replace(
        _manifest(batch, versions, run_id, now, started),
        articles_read=stored.articles.height,
        articles_quarantined=stored.articles.height - kept,
        rows_checked=_row_count(frames, again),
        rows_quarantined=_row_count(frames, again) - _row_count(verdict.kept, again),
    )
    return stage_batch(settings.staging, manifest, {**_staged(verdict, [], failures), **staying})


def pass_gate(frames: Frames, now: datetime) -> Verdict:
    """What became of the rows at the gate; raises StopRun when the batch as a whole cannot be true."""
    verdict = check_batch(frames, now.date())
    if verdict.stop:
        raise StopRun(verdict.stop)
    return verdict


def _manifest(batch: Batch, versions: Versions, run_id: str, now: datetime, started: float) -> Manifest:
    """What a batch is, before it is said what became of it."""
    return Manifest(batch.batch_id, run_id, **asdict(versions), computed_at=now, seconds=round(time.monotonic() - started, 3))


def _staged(verdict: Verdict, remarks: Sequence[Remark], refusals: Sequence[Refusal]) -> Frames:
    """Everything to stage: what the gate kept, and what to record about the rest."""
    return {
        **verdict.kept,
        "checks": verdict.checks,
        "notes": pl.concat([verdict.notes, _remark_rows(remarks)]).unique("note_id", maintain_order=True),
        "quarantine": pl.concat([verdict.quarantined, refusal_rows(refusals)]),
    }


def _row_count(frames: Mapping[str, pl.DataFrame], tables: Iterable[str]) -> int:
    return sum(frames[name].height for name in tables)


def annotate_frames(normalised: ArticleFrames, settings: Settings) -> tuple[Frames, list[Refusal]]:
    """(frames of all batch tables, without batch_id; articles whose analysis failed, which are in none of them)."""
    lexicon = load_lexicon(settings.overrides)
    analysed = normalised.articles.filter(_is_analysed())
    found, failed = Analyst.of(settings.tier, settings.overrides).frames(analysed, normalised.paragraphs)
    failures = [_failure(article_id, message, normalised) for article_id, message in failed.items()]
    is_kept = ~pl.col("article_id").is_in(list(failed))
    articles, paragraphs = normalised.articles.filter(is_kept), normalised.paragraphs.filter(is_kept)
    articles = _complete(articles, lexicon, load_seeds(settings.overrides).version)
    return {
        "files": normalised.files,
        "articles": articles,
        "authors": normalised.authors.filter(is_kept),
        "article_fields": normalised.article_fields.filter(is_kept),
        "paragraphs": paragraphs,
        "appearances": normalised.appearances.filter(is_kept),
        "fingerprints": fingerprint_articles(articles, paragraphs, normalised.plain_texts),
        **found,
    }, failures


def _is_analysed() -> pl.Expr:
    return pl.col("language").is_null() | pl.col("language").is_in(ANALYSED)


def _complete(articles: pl.DataFrame, lexicon: Lexicon, lexicon_version: str) -> pl.DataFrame:
    """Articles with the columns that reading cannot fill. Until stories are compared, each article is its own story."""
    outlets = {name: find_outlet(name, lexicon) for name in articles["outlet"].unique() if name}
    return articles.with_columns(
        pl.col("outlet").replace_strict(outlets, default=None, return_dtype=pl.String()).alias("outlet_id"),
        pl.col("article_id").alias("story_id"),
        _is_analysed().alias("is_analysed"),
        pl.lit(lexicon_version).alias("lexicon_version"),
    )


def _failure(article_id: str, message: str, normalised: ArticleFrames) -> Refusal:
    place = normalised.appearances.filter(pl.col("article_id") == article_id).row(0, named=True)
    file = normalised.files.filter(pl.col("file_id") == place["file_id"]).row(0, named=True)
    rejected = Rejected("annotation_failed", printable(message), place["position"], "annotate", place["member"])
    return Refusal(file["path"], place["file_id"], rejected, article_id, file["path_bytes"])


def _books(normalised: ArticleFrames, frames: Frames, verdict: Verdict) -> dict[str, Any]:
    """What became of everything the files held. An article counts once for each appearance."""
    refused_files = {refusal.place or refusal.path for refusal in normalised.refusals if refusal.rejected.position is None}
    refused_articles = sum(refusal.rejected.position is not None for refusal in normalised.refusals)
    found, kept = normalised.appearances.height, verdict.kept["appearances"].height
    names = [table.name for table in BATCH_TABLES]
    return {
        "files_quarantined": len(refused_files),
        "articles_read": found + refused_articles,
        "articles_duplicate": kept - verdict.kept["articles"].height,
        "articles_quarantined": refused_articles + found - kept,
        "rows_checked": _row_count(frames, names),
        "rows_quarantined": _row_count(frames, names) - _row_count(verdict.kept, names),
    }


def _remark_rows(remarks: Sequence[Remark]) -> pl.DataFrame:
    """Rows of `notes`, without batch_id."""
    rows = [
        {
            "note_id": content_id(remark.article_id, remark.reason, remark.detail),
            "table_name": "articles",
            "row_id": remark.article_id,
            "reason": remark.reason,
            "detail": remark.detail,
        }
        for remark in remarks
    ]
    return pl.DataFrame(rows, schema=NOTES.schema_without("batch_id"), orient="row")
