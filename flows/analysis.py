"""Text analysis as flows and verbs use it: with the dictionaries, and the tagger or the columns, of the process."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import batched
from pathlib import Path

import polars as pl

from flows.lexicons import load_columns, load_dictionaries, load_stages, load_tagger
from flows.logs import tell
from flows.settings import Tier
from transforms.annotate import annotate_articles
from transforms.annotations import Annotation, Article, Paragraph
from transforms.articles.paragraphs import split_paragraphs
from transforms.columns.analysis import Columns
from transforms.columns.annotations import annotate_columns
from transforms.columns.rows import marks_frames
from transforms.pipeline import STAGES, Dictionaries, Stage
from transforms.rows import annotation_frames
from transforms.taggers import Tagger

type Frames = dict[str, pl.DataFrame]
#: Articles that a verb analyses together in columns: it waits for no more, and prints as it goes.
_CHUNK = 64


class Analyst(ABC):
    """What says something about articles."""

    @staticmethod
    def of(tier: Tier, overrides: Path | None = None) -> "Analyst":
        """The analyst of a tier, its parts loaded once in a process."""
        if tier == "fast":
            return ColumnAnalyst(load_columns(overrides))
        return TaggingAnalyst(load_dictionaries(overrides, tier), load_tagger(tier), load_stages())

    @abstractmethod
    def annotate(self, articles: Iterable[Article], paragraphs: Iterable[list[Paragraph]] | None = None) -> Iterator[Annotation | str]:
        """What is said about each article, in order; a message where the analysis failed. `paragraphs`: those of each article where they
        are known; found in the text otherwise."""

    @abstractmethod
    def frames(self, articles: pl.DataFrame, paragraphs: pl.DataFrame) -> tuple[Frames, dict[str, str]]:
        """(frames of the tables that text analysis fills, without batch_id; what went wrong, by article id).

        articles: rows of article_id, title, body, published_date, outlet · paragraphs: their rows of PARAGRAPHS."""


@dataclass(frozen=True)
class TaggingAnalyst(Analyst):
    """The tiers full and deep: dictionaries, a tagger and the stages at work, one article after the other."""

    dictionaries: Dictionaries
    tagger: Tagger
    stages: tuple[Stage, ...] = STAGES

    def annotate(self, articles: Iterable[Article], paragraphs: Iterable[list[Paragraph]] | None = None) -> Iterator[Annotation | str]:
        return annotate_articles(articles, self.dictionaries, self.tagger, paragraphs, self.stages)

    def frames(self, articles: pl.DataFrame, paragraphs: pl.DataFrame) -> tuple[Frames, dict[str, str]]:
        failed: dict[str, str] = {}
        return annotation_frames(self._annotate_rows(articles, paragraphs, failed)), failed

    def _annotate_rows(self, rows: pl.DataFrame, paragraphs: pl.DataFrame, failed: dict[str, str]) -> Iterator[Annotation]:
        spans: dict[str, list[Paragraph]] = {}
        for article_id, kind, start, end in paragraphs.select("article_id", "kind", "start_char", "end_char").iter_rows():
            spans.setdefault(article_id, []).append(Paragraph(start, end, kind))
        columns = ("article_id", "body", "title", "published_date", "outlet")
        articles = [Article(*row) for row in rows.select(columns).iter_rows()]
        for article, found in zip(articles, self.annotate(articles, [spans[a.article_id] for a in articles]), strict=True):
            if isinstance(found, str):
                failed[article.article_id] = found
            else:
                yield found


@dataclass(frozen=True)
class ColumnAnalyst(Analyst):
    """The tier fast: all articles of a batch at once; those of a batch that fails one by one, so that one costs no other."""

    columns: Columns

    def annotate(self, articles: Iterable[Article], paragraphs: Iterable[list[Paragraph]] | None = None) -> Iterator[Annotation | str]:
        known = iter(paragraphs) if paragraphs is not None else None
        for chunk in batched(articles, _CHUNK):
            spans = [next(known) if known is not None else split_paragraphs(article.text, article.title) for article in chunk]
            yield from self._annotate_chunk(chunk, spans)

    def _annotate_chunk(self, articles: Sequence[Article], paragraphs: Sequence[list[Paragraph]]) -> list[Annotation | str]:
        try:
            return list(annotate_columns(articles, paragraphs, self.columns))
        except Exception as problem:  # noqa: BLE001 - whatever a step trips over in one article must not cost the others theirs
            if len(articles) == 1:
                return [_tell(problem)]
            tell("articles analysed one by one", articles=len(articles), problem=_tell(problem))
        return [found for each in zip(articles, paragraphs, strict=True) for found in self._annotate_chunk([each[0]], [each[1]])]

    def frames(self, articles: pl.DataFrame, paragraphs: pl.DataFrame) -> tuple[Frames, dict[str, str]]:
        try:
            return marks_frames(self.columns.annotate(articles, paragraphs)), {}
        except Exception as problem:  # noqa: BLE001 - likewise
            if articles.height == 1:
                nothing, _ = self.frames(articles.clear(), paragraphs.clear())
                return nothing, {articles["article_id"][0]: _tell(problem)}
            tell("articles analysed one by one", articles=articles.height, problem=_tell(problem))
        parts = [self.frames(articles[row], paragraphs) for row in range(articles.height)]
        found = {name: pl.concat([frames[name] for frames, _ in parts]) for name in parts[0][0]}
        return found, {article_id: message for _, failed in parts for article_id, message in failed.items()}


def _tell(problem: Exception) -> str:
    return f"expected to analyse the text, found {type(problem).__name__}: {problem}"
