"""Text analysis as flows and verbs use it: with the dictionaries, and the tagger or the columns, of the process."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from pathlib import Path

import polars as pl

from flows.settings import Tier
from transforms.annotations import Annotation, Article, Paragraph

type Frames = dict[str, pl.DataFrame]


class Analyst(ABC):
    """What says something about articles; what a tier takes is imported when it is asked for, since few processes need all of it."""

    @staticmethod
    def of(tier: Tier, overrides: Path | None = None) -> "Analyst":
        """The analyst of a tier, its parts loaded once in a process."""
        if tier == "fast":
            from flows.column_analysis import ColumnAnalyst
            from flows.columns import load_columns

            return ColumnAnalyst(load_columns(overrides))
        from flows.dictionaries import load_dictionaries, load_stages
        from flows.lexicons import load_tagger
        from flows.tagging_analysis import TaggingAnalyst

        return TaggingAnalyst(load_dictionaries(overrides, tier), load_tagger(tier), load_stages())

    @abstractmethod
    def annotate(self, articles: Iterable[Article], paragraphs: Iterable[list[Paragraph]] | None = None) -> Iterator[Annotation | str]:
        """What is said about each article, in order; a message where the analysis failed. `paragraphs`: those of each article where they
        are known; found in the text otherwise."""

    @abstractmethod
    def frames(self, articles: pl.DataFrame, paragraphs: pl.DataFrame) -> tuple[Frames, dict[str, str]]:
        """(frames of the tables that text analysis fills, without batch_id; what went wrong, by article id).

        articles: rows of article_id, title, body, published_date, outlet · paragraphs: their rows of PARAGRAPHS."""
