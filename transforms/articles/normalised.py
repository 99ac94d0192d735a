"""What becomes of articles that are normalised: rows, refusals and remarks. It stands apart from how, which takes long to import."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Self

import polars as pl

from transforms.articles.file_names import printable
from transforms.readers.outcomes import FileReading, Rejected
from warehouse.tables import ARTICLE_FIELDS, Table

if TYPE_CHECKING:
    from transforms.articles.dates import PrintedDate

type Row = dict[str, Any]
#: Columns of articles that later stages fill: stories, the lexicon of outlets, the choice of tagger.
LATER_COLUMNS = ("batch_id", "story_id", "outlet_id", "is_analysed", "lexicon_version")


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file or article that was set aside, and where it comes from: the path escaped, and the absolute one byte for byte."""

    path: str
    file_id: str | None
    rejected: Rejected
    article_id: str | None = None
    place: bytes | None = None

    @classmethod
    def of(cls, file: FileReading, rejected: Rejected) -> Self:
        """What was refused of a file that was looked at."""
        return cls(printable(file.path), file.file_id, replace(rejected, detail=printable(rejected.detail)), place=file.place)


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about one article that deserves a look but stops nothing."""

    article_id: str
    reason: str
    detail: str


@dataclass(frozen=True)
class ArticleFrames:
    """Rows of the tables of the same names without their batch_id; `articles` also lacks the rest of LATER_COLUMNS.

    Each article is there once, however often it was found; `appearances` counts how often. Articles found = appearances + refusals of
    articles.
    """

    files: pl.DataFrame
    articles: pl.DataFrame
    authors: pl.DataFrame
    paragraphs: pl.DataFrame
    appearances: pl.DataFrame
    article_fields: pl.DataFrame = field(default_factory=lambda: frame_of(ARTICLE_FIELDS, iter(())))
    published: dict[str, "PrintedDate"] = field(default_factory=dict)  # by article_id, in the article's own time zone
    refusals: list[Refusal] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    plain_texts: dict[str, str] = field(default_factory=dict)  # by article_id, as `plain_texts` gives them; of stored ones none


def frame_of(table: Table, rows: Iterator[Row]) -> pl.DataFrame:
    """Rows of a table without their batch_id."""
    return pl.DataFrame(list(rows), schema=table.schema_without("batch_id"), orient="row")
