"""What the pages search and compare: every actor, article and sentence of the warehouse, in chunks that a browser loads as it needs them.

Things are known by their places: an actor by its rank, an article by its number in time, a sentence by its number among all. Numbers that
only rise are written as differences, which pack well.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import polars as pl

from warehouse.code_words import in_words
from warehouse.publishing.changed import Publication
from warehouse.publishing.kept import KeptFiles
from warehouse.publishing.search import read_stop_words
from warehouse.publishing.site.answers import MEASURES, Row
from warehouse.publishing.site.chunks import DATA, write_chunk
from warehouse.publishing.site.links import page_name
from warehouse.publishing.site.postings import Numbers, pack_postings
from warehouse.publishing.site.sentences import Sentences
from warehouse.publishing.site.terms import Terms
from warehouse.sql_heads import read_head

#: Actors that are compared and drawn: those of the most articles.
COMPARED = 20_000
#: Numbers in one chunk of the index: what one search loads, and waits for.
_NUMBERS = 40_000
#: Rows held at a time of what is written one after the other.
_FETCHED = 5000


@dataclass(frozen=True)
class Lists:
    """What is left to be written when all other chunks are: the lists of actors and articles, which name the pages of each."""

    actors: Sequence[Row]
    articles: Sequence[Row]
    fields: Sequence[Row]
    countries: Mapping[str, str]
    firsts: Sequence[int]
    shards: Sequence[str]
    texts: Sequence[int]

    def write(self, folder: Path, actor_pages: Iterable[str], article_pages: Iterable[str]) -> None:
        """`actor_pages`, `article_pages`: ids of those that have a page."""
        write_chunk(folder, "actors", describe_actors(self.actors, actor_pages, self.countries))
        listed = describe_articles(self.articles, self.fields, article_pages, self.firsts, self.shards, self.texts)
        write_chunk(folder, "articles", listed)

    def write_beside(self, folder: Path) -> None:
        """The same for the pages that the folder holds."""
        self.write(
            folder, _with_page(folder / "actor", self.actors, "actor_id"), _with_page(folder / "article", self.articles, "article_id")
        )


def _with_page(folder: Path, rows: Sequence[Row], name: str) -> list[str]:
    written = {path.name for path in folder.glob("*.html")}
    return [row[name] for row in rows if f"{page_name(row[name])}.html" in written]


def write_data(
    connection: duckdb.DuckDBPyConnection,
    folder: Path,
    old: Path,
    actor_pages: Iterable[str],
    article_pages: Iterable[str],
    with_texts: bool,
    publication: Publication | None = None,
) -> None:
    """Write all chunks into the folder of a site; without texts no sentence is among them. `old` and `publication` as for `write_index`."""
    write_index(connection, folder, old, with_texts, publication).write(folder, actor_pages, article_pages)


def write_index(
    connection: duckdb.DuckDBPyConnection, folder: Path, old: Path, with_texts: bool, publication: Publication | None = None
) -> Lists:
    """Write all chunks but the lists, which it returns. Chunks of sentences come from the site in `old` where they are right;
    `publication`: where what is kept of the last index is."""
    connection.execute(f"CREATE OR REPLACE TEMP TABLE searched_actors AS {_sql('everybody')}")
    actors, articles = _rows(connection, "FROM searched_actors ORDER BY actor_no"), _rows(connection, _sql("dated_articles"))
    names = dict(connection.execute("SELECT actor_id, name FROM actors WHERE kind = 'country'").fetchall())
    actor_no, article_no = _numbers(actors, "actor_id"), _numbers(articles, "article_id")
    firsts: list[int] = []
    shards: list[str] = []
    texts: list[int] = []
    frames = _frame(connection, "actors_in_articles"), _frame(connection, "pairs_in_articles")
    fields = _rows(connection, _sql("few_valued_fields"))
    if with_texts:
        sentences = Sentences(connection, _sql, [row["article_id"] for row in articles], publication)
        firsts = sentences.firsts
        shards = _write_terms(sentences.terms(partial(_postings, connection)), folder, firsts[-1], actor_no)
        speakers = sentences.speakers(partial(_frame, connection, "speakers_of_passages"))
        write_chunk(folder, "speakers", name_speakers(speakers.iter_rows(), actor_no))
        texts = _write_texts(sentences, folder, old)
        sentences.close()
    connection.execute("DROP TABLE searched_actors")
    compared = {actor_id: number for actor_id, number in actor_no.items() if number < COMPARED}
    write_chunk(folder, "facts", count_actors(frames[0], article_no, compared))
    write_chunk(folder, "pairs", count_pairs(frames[1], article_no, compared))
    return Lists(actors, articles, fields, names, firsts, shards, texts)


def describe_actors(rows: Sequence[Row], pages: Iterable[str], countries: Mapping[str, str]) -> Mapping[str, Any]:
    """Actors by rank, one list a property; `page` holds the files of those that have one, `words` what codes mean."""
    number = _numbers(rows, "actor_id")
    columns = {
        "id": "actor_id",
        "party": "party_name",
        "articles": "article_count",
        **{n: n for n in ("name", "kind", "country", "sector", "gender")},
    }
    return {
        **{short: [row[name] for row in rows] for short, name in columns.items()},
        "page": {number[actor_id]: f"actor/{page_name(actor_id)}.html" for actor_id in sorted(pages) if actor_id in number},
        "words": {
            "country": {code: countries[code] for code in sorted({row["country"] for row in rows} & set(countries))},
            **{name: {code: in_words(code, name) for code in sorted({row[name] for row in rows} - {None})} for name in ("kind", "sector")},
        },
    }


def describe_articles(
    rows: Sequence[Row], fields: Sequence[Row], pages: Iterable[str], firsts: Sequence[int], shards: Sequence[str], texts: Sequence[int]
) -> Mapping[str, Any]:
    """Articles in the order of time, one list a property, and where the index and the sentences of each are.

    `first` is the number of its first sentence; `shards` the first term of each chunk of the index, `texts` the first sentence
    of each chunk of sentences."""
    number = _numbers(rows, "article_id")
    outlets = sorted({row["outlet"] for row in rows if row["outlet"]})
    place = {outlet: position for position, outlet in enumerate(outlets)}
    story = {row["story_id"]: position for position, row in enumerate(rows)}
    return {
        "title": [row["title"] for row in rows],
        "day": [row["published_date"].isoformat() if row["published_date"] else None for row in rows],
        "outlets": outlets,
        "outlet": [place.get(row["outlet"], -1) for row in rows],
        "quotes": [row["quote_count"] for row in rows],
        "story": [story[row["story_id"]] for row in rows],
        "fields": _describe_fields(fields, number),
        "page": {number[article_id]: f"article/{page_name(article_id)}.html" for article_id in sorted(pages) if article_id in number},
        "first": _differences(firsts),
        "shards": shards,
        "texts": texts,
        "stops": sorted(read_stop_words()),
    }


def _describe_fields(rows: Sequence[Row], number: Mapping[str, int]) -> Mapping[str, Any]:
    found: dict[str, dict[str, Any]] = {}
    for row in rows:
        if row["article_id"] in number:
            field = found.setdefault(row["field"], {"values": [], "of": [-1] * len(number)})
            if row["value"] not in field["values"]:
                field["values"].append(row["value"])
            field["of"][number[row["article_id"]]] = field["values"].index(row["value"])
    return found


def count_actors(rows: pl.DataFrame, article_no: Mapping[str, int], actor_no: Mapping[str, int]) -> Mapping[str, Any]:
    """Counts of actors in articles by column, in the order of articles; sums of tones in hundredths."""
    counted = rows.select(
        _number("article_id", article_no, "article"), _number("actor_id", actor_no, "actor"),
        pl.col("mention_count").alias("mentions"), pl.col("quote_count").alias("quotes"), _hundredths("tone_sum", "tone"),
        pl.col("tone_count").alias("judged"), _hundredths("own_sum", "own"), pl.col("own_count").alias("ownJudged"),
    )  # fmt: skip
    return _columns(counted.drop_nulls(["article", "actor"]).sort("article", "actor"))


def count_pairs(rows: pl.DataFrame, article_no: Mapping[str, int], actor_no: Mapping[str, int]) -> Mapping[str, Any]:
    """Counts of pairs of actors in articles by column; SPEAK is speaking about somebody, every other relation a PLOVER event type."""
    kept = rows.filter(
        pl.col("actor_id").is_in(actor_no.keys()), pl.col("other_id").is_in(actor_no.keys()), pl.col("article_id").is_in(article_no.keys())
    )
    relations = sorted({*kept["relation"], "SPEAK"})
    counted = kept.select(
        _number("article_id", article_no, "article"), _number("relation", {name: no for no, name in enumerate(relations)}, "relation"),
        _number("actor_id", actor_no, "from"), _number("other_id", actor_no, "to"), pl.col("pair_count").alias("count"),
        _hundredths("tone_sum", "tone"), pl.col("tone_count").alias("judged"),
    )  # fmt: skip
    return {"relations": relations, **_columns(counted.sort("article", "relation", "from", "to"))}


def _columns(counted: pl.DataFrame) -> dict[str, list[int]]:
    found: dict[str, list[int]] = counted.cast(pl.Int64()).to_dict(as_series=False)
    return found | {"article": _differences(found["article"])}


def _number(name: str, numbers: Mapping[str, int], alias: str) -> pl.Expr:
    return pl.col(name).replace_strict(dict(numbers), default=None, return_dtype=pl.Int64()).alias(alias)


def _hundredths(name: str, alias: str) -> pl.Expr:
    return (100 * pl.col(name)).round().alias(alias)


def _write_terms(found: Terms, folder: Path, total: int, actor_no: Mapping[str, int]) -> list[str]:
    """Write the terms with the sentences, of `total`, that hold them, in chunks; the first term of each."""
    stops = read_stop_words()
    terms = (row for row in found.renamed(partial(_with_numbers, actor_no)) if row[0] not in stops)
    firsts: list[str] = []
    for shard in parted(terms, lambda row: len(row[1]) + 4, _NUMBERS):
        write_chunk(folder, f"index-{len(firsts)}", pack_postings(shard, total))
        firsts.append(shard[0][0])
    return firsts


def _with_numbers(actor_no: Mapping[str, int], term: str) -> str:
    """A term with the numbers of actors instead of their ids; a word has no space."""
    what, *parts = term.split(" ")
    return " ".join([what, *(str(actor_no.get(part, part)) for part in parts)])


def _postings(connection: duckdb.DuckDBPyConnection) -> Iterator[tuple[str, Numbers]]:
    """The terms in order, each with the numbers of its sentences; as columns, since of numbers there are many."""
    for batch in connection.sql(_sql("terms_of_passages")).to_arrow_reader(_FETCHED):
        frame = pl.DataFrame(batch)
        ends = frame["passage_nos"].list.len().cum_sum().to_numpy()
        numbers, ends = _once(frame["passage_nos"].list.sort().explode().to_numpy(), ends)
        yield from ((term, numbers[start:end]) for term, start, end in zip(frame["term"], (0, *ends), ends, strict=False))


def _once(numbers: Numbers, ends: Numbers) -> tuple[Numbers, Numbers]:
    """Ascending numbers of several terms without those that stand there again, and where those of each term end then."""
    is_first = np.diff(numbers, prepend=-1) != 0
    is_first[ends[:-1]] = True
    return numbers[is_first], np.cumsum(is_first)[ends - 1]


def _write_texts(sentences: Sentences, folder: Path, old: Path) -> list[int]:
    """Write the sentences with their places in the text, in chunks; the first sentence of each chunk.

    An article stands whole in one chunk, so that a sentence can be shown between its neighbours."""
    chunks = sentences.chunks()
    names = [f"texts-{number}" for number in range(len(chunks))]
    (folder / DATA).mkdir(exist_ok=True)
    files = KeptFiles(old / DATA, folder / DATA)
    written = [
        (chunk, name) for chunk, name in zip(chunks, names, strict=True) if not files.keep_wherever(f"texts-{chunk.key}", f"{name}.js")
    ]
    texts = sentences.texts([chunk for chunk, _ in written])
    for chunk, name in written:
        articles = islice(texts, len(chunk.article_ids))
        write_chunk(folder, name, [[" ".join(words.split()), start] for _, rows in articles for words, start in rows])
        files.note(f"texts-{chunk.key}", f"{name}.js")
    files.write_manifest()
    return sentences.firsts_of(chunks)


def name_speakers(rows: Iterable[tuple[int, str | None]], actor_no: Mapping[str, int]) -> Mapping[str, Any]:
    """The sentences that hold quoted words, and the rank of the speaker of each, -1 when nobody knows who speaks."""
    found = [(passage, actor_no.get(speaker or "", -1)) for passage, speaker in rows]
    return {"passage": _differences([passage for passage, _ in found]), "speaker": [speaker for _, speaker in found]}


def parted[Item](items: Iterable[Item], weigh: Callable[[Item], int], most: int) -> Iterator[list[Item]]:
    """Items in their order, in lists that weigh as much as `most`, or little more."""
    part: list[Item] = []
    weight = 0
    for item in items:
        part.append(item)
        weight += weigh(item)
        if weight >= most:
            yield part
            part, weight = [], 0
    if part:
        yield part


def _differences(numbers: Sequence[int]) -> list[int]:
    return [after - before for before, after in pairwise((0, *numbers))]


def _numbers(rows: Sequence[Row], name: str) -> dict[str, int]:
    return {row[name]: number for number, row in enumerate(rows)}


def _sql(name: str) -> str:
    return read_head(MEASURES / f"{name}.sql").sql


def _rows(connection: duckdb.DuckDBPyConnection, sql: str) -> list[Row]:
    cursor = connection.execute(sql)
    columns = [entry[0] for entry in cursor.description or ()]
    return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]


def _frame(connection: duckdb.DuckDBPyConnection, name: str) -> pl.DataFrame:
    found: pl.DataFrame = connection.sql(_sql(name)).pl()
    return found


def _stream(connection: duckdb.DuckDBPyConnection, name: str) -> Iterator[tuple[Any, ...]]:
    return _fetch(connection.execute(_sql(name)))


def _fetch(cursor: duckdb.DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    while block := cursor.fetchmany(_FETCHED):
        yield from block
