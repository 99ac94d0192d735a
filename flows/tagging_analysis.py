"""The analysis of the tiers full and deep."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import polars as pl

from flows.analysis import Analyst, Frames
from transforms.annotate import annotate_articles
from transforms.annotations import Annotation, Article, Paragraph
from transforms.pipeline import STAGES, Dictionaries, Stage
from transforms.rows import annotation_frames
from transforms.taggers import Tagger


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
