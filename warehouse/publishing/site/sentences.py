"""The sentences of a site by number, and the terms that are looked for in them: kept from one publication to the next.

Sentences are numbered in the order of their articles. One article more shifts the numbers of all sentences after it, not their order: so
the numbers that are kept are moved along, those in articles that changed fall away, and the new ones of these are sorted in. Chunks of
sentences end where the ids of articles say, so that one article more changes the chunk that it is in and no other.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from itertools import accumulate, groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple

import duckdb
import numpy as np
import polars as pl

from warehouse.points import reach
from warehouse.publishing.changed import CHANGED, Publication, find_changed, only_articles
from warehouse.publishing.kept import KeptFiles
from warehouse.publishing.site.answers import MEASURES, answer_views
from warehouse.publishing.site.postings import Numbers
from warehouse.publishing.site.terms import TERM_FILES, Terms
from warehouse.sql_views import read_views

#: Characters of a chunk of sentences on average; and the most, in a few long articles more.
CHARACTERS, _MOST_CHARACTERS = 200_000, 800_000
#: What is kept: of each article how many sentences and characters it has and a hash of them; the terms; sentences with their speakers;
#: hashes of the tables that all this was made of.
_ARTICLES, _SPEAKERS, _TOTALS = "articles.parquet", "speakers.parquet", "totals.json"
_FILES = (_ARTICLES, *TERM_FILES, _SPEAKERS, _TOTALS)
_SPOKEN = pl.Schema({"passage_no": pl.Int64(), "speaker_id": pl.String()})
_COUNTED = pl.Schema({"article_id": pl.String(), "passage_count": pl.Int64(), "char_count": pl.Int64(), "mark": pl.String()})
#: Rows held at a time.
_FETCHED = 5000


class Chunk(NamedTuple):
    """Articles whose sentences stand in one file, and what these are made of."""

    article_ids: Sequence[str]
    key: str


@dataclass
class Sentences:
    """The sentences of the articles asked for, in their order; the table `site_passages` has those that are new here."""

    connection: duckdb.DuckDBPyConnection
    sql: Callable[[str], str]
    article_ids: Sequence[str]
    publication: Publication | None = None
    _counted: pl.DataFrame = field(init=False)

    def __post_init__(self) -> None:
        self._files = self._keep_files()
        self._is_kept = self._files is not None and self._find_changed(self._files.old)
        if self._is_kept:
            with self._only(CHANGED):
                self._place()
            changed = self.connection.sql(f"FROM {CHANGED}").pl()["article_id"]
            kept = pl.read_parquet(self._old / _ARTICLES).filter(~pl.col("article_id").is_in(changed.implode()))
            self._counted = pl.concat([kept, self._count()])
        else:
            self._place()
            self._counted = self._count()
        order = pl.DataFrame({"article_id": self.article_ids}, schema={"article_id": pl.String()})
        self._counted = order.join(self._counted, on="article_id", how="left", maintain_order="left").with_columns(
            pl.col("passage_count", "char_count").fill_null(0)
        )
        self._number()

    @property
    def _old(self) -> Path:
        assert self._files
        return self._files.old

    @cached_property
    def firsts(self) -> list[int]:
        """The number of each article's first sentence, and at the end of how many sentences there are."""
        return list(accumulate(self._counted["passage_count"], initial=0))

    def terms(self, new_terms: Callable[[], Iterator[tuple[str, Numbers]]]) -> Terms:
        """The terms in order, each with the numbers of its sentences; `new_terms` are those of the table `site_passages`."""
        folder = self._files.new if self._files else None
        if not self._is_kept:
            return Terms.write(new_terms(), folder)
        with self._only(CHANGED):
            found = list(new_terms())
        return Terms.read(self._old).moved(self._moved, found, folder)

    def speakers(self, new_speakers: Callable[[], pl.DataFrame]) -> pl.DataFrame:
        """Sentences that hold quoted words and the first of their speakers: passage_no, speaker_id."""
        if not self._is_kept:
            frame = new_speakers().cast(_SPOKEN)
        else:
            with self._only(CHANGED):
                found = new_speakers().cast(_SPOKEN)
            kept = pl.read_parquet(self._old / _SPEAKERS)
            kept = kept.with_columns(passage_no=pl.Series(self._moved[kept["passage_no"].to_numpy()], dtype=pl.Int64()))
            frame = pl.concat([kept.filter(pl.col("passage_no") >= 0), found]).sort("passage_no")
        if self._files:
            frame.write_parquet(self._files.new / _SPEAKERS)
        return frame

    def chunks(self) -> list[Chunk]:
        """The articles that have sentences, in chunks."""
        rows = self._counted.filter(pl.col("passage_count") > 0).select("article_id", "char_count", "mark").iter_rows()
        return [Chunk([row[0] for row in part], _hash((self._version, part))) for part in _parted(rows)]

    def firsts_of(self, chunks: Sequence[Chunk]) -> list[int]:
        """The number of the first sentence of each chunk."""
        first = dict(zip(self.article_ids, self.firsts, strict=False))
        return [first[chunk.article_ids[0]] for chunk in chunks]

    def texts(self, chunks: Sequence[Chunk]) -> Iterator[tuple[str, list[tuple[str, int]]]]:
        """The articles of these chunks in order, each with its sentences and their places in the text."""
        article_ids = [article_id for chunk in chunks for article_id in chunk.article_ids]
        if self._is_kept:
            self._place_others(article_ids)
        wanted = pl.DataFrame({"article_id": article_ids}, schema={"article_id": pl.String()}).with_row_index("number")
        self.connection.register("wanted", wanted)
        cursor = self.connection.execute(
            "SELECT article_id, words, start_char FROM placed_passages JOIN wanted USING (article_id) ORDER BY number, place"
        )
        for article_id, rows in groupby(_fetch(cursor), key=itemgetter(0)):
            yield article_id, [(words, start) for _, words, start in rows]
        self.connection.unregister("wanted")

    def close(self) -> None:
        """Note what is kept for the next publication."""
        self.connection.execute("DROP VIEW site_passages; DROP TABLE first_passages; DROP TABLE placed_passages")
        if self._files and self.publication:
            self._counted.write_parquet(self._files.new / _ARTICLES)
            (self._files.new / _TOTALS).write_text(json.dumps(self.publication.totals), encoding="utf-8")
            reach("sentences: before the list")
            self._files.note(self._version, *_FILES)
            self._files.write_manifest()

    def _keep_files(self) -> KeptFiles | None:
        if self.publication is None:
            return None
        (self.publication.new / "sentences").mkdir(parents=True)
        return KeptFiles(self.publication.old / "sentences", self.publication.new / "sentences")

    def _find_changed(self, old: Path) -> bool:
        assert self._files
        assert self.publication
        if not self._files.has(self._version, *_FILES):
            return False
        known = {name: (count, total) for name, (count, total) in json.loads((old / _TOTALS).read_text(encoding="utf-8")).items()}
        return find_changed(self.connection, self.publication.before, known, self.publication.totals)

    @cached_property
    def _version(self) -> str:
        """Of whatever this is made of besides rows."""
        asked = [self.sql(name) for name in ("passages_of_site", "terms_of_passages", "speakers_of_passages", "everybody")]
        code = [Path(__file__).with_name(name).read_bytes() for name in ("sentences.py", "terms.py")]
        return sha256(repr((duckdb.__version__, read_views(), asked, code)).encode()).hexdigest()

    @contextmanager
    def _only(self, chosen: str) -> Iterator[None]:
        """Inside, all that is asked is asked of those articles."""
        with only_articles(self.connection, chosen):
            answer_views(self.connection, (MEASURES,))
            yield

    def _place(self) -> None:
        self.connection.execute(f"CREATE OR REPLACE TEMP TABLE placed_passages AS {self.sql('passages_of_site')}")

    def _place_others(self, article_ids: Sequence[str]) -> None:
        """Have the sentences of unchanged articles too, which stand in one chunk with changed ones."""
        self.connection.execute(
            f"CREATE OR REPLACE TEMP TABLE other_articles AS SELECT unnest(?) AS article_id EXCEPT FROM {CHANGED}", [list(article_ids)]
        )
        with self._only("other_articles"):
            self.connection.execute(f"INSERT INTO placed_passages {self.sql('passages_of_site')}")
        self.connection.execute("DROP TABLE other_articles")

    def _count(self) -> pl.DataFrame:
        found: pl.DataFrame = self.connection.sql(
            "SELECT article_id, count(*) AS passage_count, sum(length(words)) AS char_count, "
            "sum(hash(place, words, start_char))::VARCHAR AS mark FROM placed_passages GROUP BY article_id"
        ).pl()
        return found.cast(_COUNTED)

    def _number(self) -> None:
        numbered = self._counted.select("article_id", pl.Series("first_no", self.firsts[:-1], pl.Int64()))
        self.connection.register("numbered", numbered)
        self.connection.execute("CREATE OR REPLACE TEMP TABLE first_passages AS FROM numbered SEMI JOIN placed_passages USING (article_id)")
        self.connection.unregister("numbered")
        self.connection.execute(
            "CREATE OR REPLACE TEMP VIEW site_passages AS SELECT f.first_no + p.place AS passage_no, p.* "
            "FROM placed_passages AS p JOIN first_passages AS f USING (article_id)"
        )

    @cached_property
    def _moved(self) -> Numbers:
        """By the number that a sentence had the one that it has now; -1 for those of articles that changed or are gone."""
        before = pl.read_parquet(self._old / _ARTICLES)
        now = self._counted.select("article_id", pl.Series("now", self.firsts[:-1], pl.Int64()))
        changed = self.connection.sql(f"FROM {CHANGED}").pl().with_columns(is_changed=pl.lit(value=True))
        joined = before.join(now, on="article_id", how="left", maintain_order="left").join(
            changed, on="article_id", how="left", maintain_order="left"
        )
        counts = joined["passage_count"].to_numpy()
        starts = np.cumsum(counts) - counts
        is_gone = (joined["is_changed"].fill_null(value=False) | joined["now"].is_null()).to_numpy()
        moved = np.arange(counts.sum()) + np.repeat(joined["now"].fill_null(0).to_numpy() - starts, counts)
        moved[np.repeat(is_gone, counts)] = -1
        found: Numbers = moved.astype(np.int64)
        return found


def _parted(rows: Iterable[tuple[str, int, str]]) -> Iterator[list[tuple[str, int, str]]]:
    """Articles with their numbers of characters in their order, in parts that end where the id of an article says so: after each character
    as probably as after any other, so that parts are as long as they should be on average whatever stands before or after them."""
    part: list[tuple[str, int, str]] = []
    weight = 0
    for row in rows:
        part.append(row)
        weight += row[1]
        if int(row[0][:8], 16) / 16**8 < row[1] / CHARACTERS or weight >= _MOST_CHARACTERS:
            yield part
            part, weight = [], 0
    if part:
        yield part


def _hash(rows: object) -> str:
    return sha256(repr(rows).encode()).hexdigest()[:32]


def _fetch(cursor: duckdb.DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    while block := cursor.fetchmany(_FETCHED):
        yield from block
