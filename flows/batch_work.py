"""The work of one batch: read, normalise, annotate, fingerprint, gate, stage. Any worker can do it: it knows neither Prefect nor the warehouse file."""

import time
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import polars as pl

from expectations.gate import Verdict, check_batch
from flows.analysis import Analyst
from flows.batches import Batch
from flows.lexicons import load_lexicon
from flows.reading import read_files
from flows.settings import Settings
from transforms.annotations import Annotation, Article, Paragraph
from transforms.articles import ArticleFrames, Refusal, Remark, normalise_articles
from transforms.lexicon import Lexicon
from transforms.readers import Rejected
from transforms.rows import annotation_frames, content_id
from transforms.stories import fingerprint_articles
from warehouse.load import Versions
from warehouse.staging import Manifest, stage_batch
from warehouse.tables import BATCH_TABLES, NOTES, QUARANTINE

#: Languages the taggers know; articles in others are stored and wait.
ANALYSED = ("en",)

class StopRun(Exception):  # noqa: N818 - a decision, not a defect
    """Going on would write something wrong; the message says what was expected and found, and the next command."""


type Frames = dict[str, pl.DataFrame]


def compute_batch(batch: Batch, settings: Settings, versions: Versions, run_id: str) -> Path:
    """Do the work of a batch and return the folder it is staged in."""
    started, today = time.monotonic(), datetime.now(UTC).date()
    readings = list(read_files([file.path for file in batch.files], mapping=dict(settings.mapping)))
    normalised = normalise_articles(readings, today)
    paths = tuple(reading.path for reading in readings)
    ids = tuple(reading.file_id for reading in readings if reading.file_id)
    return stage_articles(batch.batch_id, normalised, settings, versions, run_id, (paths, ids), started)


def stage_stored(batch_id: str, stored: ArticleFrames, settings: Settings, versions: Versions, run_id: str) -> Path:
    """Annotate, gate and stage articles that the warehouse holds already; the folder they are staged in."""
    return stage_articles(batch_id, stored, settings, versions, run_id, ((), ()), time.monotonic())


def stage_articles(
    batch_id: str,
    normalised: ArticleFrames,
    settings: Settings,
    versions: Versions,
    run_id: str,
    files: tuple[tuple[str, ...], tuple[str, ...]],
    started: float,
) -> Path:
    """Annotate, gate and stage articles that are normalised already. `files`: paths and ids of the files they come from."""
    now = datetime.now(UTC)
    frames, failures = annotate_frames(normalised, settings)
    verdict = check_batch(frames, now.date())
    if verdict.stop:
        raise StopRun(verdict.stop)
    manifest = Manifest(
        batch_id=batch_id,
        run_id=run_id,
        tier=settings.tier,
        code_version=versions.code_version,
        lexicon_version=versions.lexicon_version,
        tagger=versions.tagger,
        computed_at=now,
        seconds=round(time.monotonic() - started, 3),
        file_ids=files[1],
        file_paths=files[0],
        **_books(normalised, frames, verdict),
    )
    staged = {
        **verdict.kept,
        "checks": verdict.checks,
        "notes": pl.concat([verdict.notes, _remark_rows(normalised.remarks)]).unique("note_id", maintain_order=True),
        "quarantine": pl.concat([verdict.quarantined, refusal_rows([*normalised.refusals, *failures])]),
    }
    return stage_batch(settings.staging, manifest, staged)


def annotate_frames(normalised: ArticleFrames, settings: Settings) -> tuple[Frames, list[Refusal]]:
    """(frames of all batch tables, without batch_id; articles whose analysis failed, which are in none of them)."""
    lexicon = load_lexicon(settings.overrides)
    annotations, failed = _annotate(normalised, settings)
    failures = [_failure(article_id, message, normalised) for article_id, message in failed.items()]
    is_kept = ~pl.col("article_id").is_in(list(failed))
    articles = _complete(normalised.articles.filter(is_kept), lexicon)
    return {
        "files": normalised.files,
        "articles": articles,
        "authors": normalised.authors.filter(is_kept),
        "paragraphs": normalised.paragraphs.filter(is_kept),
        "appearances": normalised.appearances.filter(is_kept),
        "fingerprints": fingerprint_articles(articles),
        **annotation_frames(annotations),
    }, failures


def _annotate(normalised: ArticleFrames, settings: Settings) -> tuple[list[Annotation], dict[str, str]]:
    """Annotations of the articles in languages that are analysed, and what went wrong by article id."""
    spans: dict[str, list[Paragraph]] = {}
    for article_id, kind, start, end in normalised.paragraphs.select("article_id", "kind", "start_char", "end_char").iter_rows():
        spans.setdefault(article_id, []).append(Paragraph(start, end, kind))
    articles = [
        Article(row["article_id"], row["body"], row["title"], row["published_date"], row["outlet"])
        for row in normalised.articles.filter(_is_analysed()).iter_rows(named=True)
    ]
    analyst = Analyst.of(settings.tier, settings.overrides)
    annotations, failed = [], {}
    for article, found in zip(articles, analyst.annotate(articles, [spans[a.article_id] for a in articles]), strict=True):
        if isinstance(found, str):
            failed[article.article_id] = found
        else:
            annotations.append(found)
    return annotations, failed


def _is_analysed() -> pl.Expr:
    return pl.col("language").is_null() | pl.col("language").is_in(ANALYSED)


def _complete(articles: pl.DataFrame, lexicon: Lexicon) -> pl.DataFrame:
    """Articles with the columns that reading alone cannot fill. Until stories are compared, each is a story of its own."""
    outlets = {name: find_outlet(name, lexicon) for name in articles["outlet"].unique() if name}
    return articles.with_columns(
        pl.col("outlet").replace_strict(outlets, default=None, return_dtype=pl.String()).alias("outlet_id"),
        pl.col("article_id").alias("story_id"),
        _is_analysed().alias("is_analysed"),
    )


def find_outlet(name: str, lexicon: Lexicon) -> str | None:
    """The outlet in the lexicon that bears this name."""
    for alias in lexicon.lookup_any_case(name):
        actor = lexicon.actor(alias.actor_id)
        if actor is not None and actor.kind == "outlet":
            return actor.actor_id
    return None


def _failure(article_id: str, message: str, normalised: ArticleFrames) -> Refusal:
    place = normalised.appearances.filter(pl.col("article_id") == article_id).row(0, named=True)
    path = normalised.files.filter(pl.col("file_id") == place["file_id"])["path"].item(0)
    return Refusal(path, place["file_id"], Rejected("annotation_failed", message, place["position"], "annotate"), article_id)


def _books(normalised: ArticleFrames, frames: Frames, verdict: Verdict) -> Mapping[str, int]:
    """What became of everything the files held. An article counts once for each appearance."""
    refused_files = {refusal.path for refusal in normalised.refusals if refusal.rejected.position is None}
    refused_articles = sum(refusal.rejected.position is not None for refusal in normalised.refusals)
    found, kept = normalised.appearances.height, verdict.kept["appearances"].height
    rows = sum(frames[table.name].height for table in BATCH_TABLES)
    return {
        "files_quarantined": len(refused_files),
        "articles_read": found + refused_articles,
        "articles_duplicate": kept - verdict.kept["articles"].height,
        "articles_quarantined": refused_articles + found - kept,
        "rows_checked": rows,
        "rows_quarantined": rows - sum(verdict.kept[table.name].height for table in BATCH_TABLES),
    }


def refusal_rows(refusals: Sequence[Refusal]) -> pl.DataFrame:
    """Rows of `quarantine` for files and articles, without run_id and seen_at."""
    return pl.DataFrame([_refusal_row(refusal) for refusal in refusals], schema=_without(QUARANTINE.schema, "run_id", "seen_at"), orient="row")


def _refusal_row(refusal: Refusal) -> dict[str, object]:
    rejected = refusal.rejected
    return {
        "quarantine_id": content_id(refusal.path, refusal.file_id, rejected.stage, rejected.reason, rejected.position),
        "stage": rejected.stage,
        "reason": rejected.reason,
        "detail": rejected.detail,
        "path": refusal.path,
        "file_id": refusal.file_id,
        "position": rejected.position,
        "article_id": refusal.article_id,
        "table_name": None,
        "row_id": None,
        "is_open": True,
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
    return pl.DataFrame(rows, schema=_without(NOTES.schema, "batch_id"), orient="row")


def _without(schema: pl.Schema, *names: str) -> dict[str, pl.DataType]:
    return {name: dtype for name, dtype in schema.items() if name not in names}
