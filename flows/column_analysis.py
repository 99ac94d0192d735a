"""The analysis of the tier fast."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import batched

import polars as pl

from flows.analysis import Analyst, Frames
from flows.logs import tell
from transforms.annotations import Annotation, Article, Paragraph
from transforms.articles.paragraphs import split_paragraphs
from transforms.columns.analysis import Columns
from transforms.columns.annotations import annotate_columns
from transforms.columns.rows import marks_frames

#: Articles that a verb analyses together in columns: it waits for no more, and prints as it goes.
_CHUNK = 64


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
