"""How well edited copies of an article are found to be the same story: the sample articles, each edited in the ways in which texts travel.

`python -m flows.benchmarks.stories` prints precision, recall and F1 over pairs of articles for each kind of edit, and for all together;
`python -m flows.benchmarks.stories --articles 100000` clusters made-up articles batch by batch in a warehouse, with time and memory.
"""

import random
import re
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from itertools import accumulate, batched
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click
import duckdb
import polars as pl

from flows.benchmarks.stages import SAMPLES
from flows.cli.answers import print_table
from flows.reading import read_paths
from transforms.articles import STORY_THRESHOLD
from transforms.articles.normalise import normalise_articles
from transforms.articles.normalised import ArticleFrames
from transforms.articles.stories import cluster_stories, fingerprint_articles
from transforms.readers.outcomes import FileReading, RawArticle, Reading
from transforms.rows import content_id
from warehouse.settle import set_stories, story_frames
from warehouse.store import open_warehouse
from warehouse.tables import ARTICLES, FINGERPRINTS

type Paragraphs = list[str]
type Edit = Callable[[Paragraphs, random.Random], Paragraphs]

_TODAY = date(2100, 1, 1)
_DATELINE = re.compile(r"^[A-Z][A-Z ,]{3,40}(?:, \w+ \d+)?(?: \([^)]*\))? [-–—]+ ")
_WORD = re.compile(r"[a-z]{5,}")


@dataclass(frozen=True, slots=True)
class Copy:
    """An article made of another one, or the original itself; those of one `story` belong together."""

    story: str
    edit: str
    article: RawArticle


def _cut(text: Paragraphs, _: random.Random) -> Paragraphs:
    return text[: max(1, round(len(text) * 0.6))]


def _reorder(text: Paragraphs, chance: random.Random) -> Paragraphs:
    return [text[0], *chance.sample(text[1:], len(text) - 1)]


def _new_lead(text: Paragraphs, _: random.Random) -> Paragraphs:
    return [
        "What had begun as a rumour in the corridors became official before the week was over, and hardly anybody was surprised.",
        *text[1:],
    ]


def _tag_agency(text: Paragraphs, _: random.Random) -> Paragraphs:
    return [f"OSLO, April 24 (Example News) - {text[0]}", *text[1:], "(Reporting by Ann Example; Editing by Bob Sample)"]


def _mistype(text: Paragraphs, chance: random.Random) -> Paragraphs:
    """Two letters swapped in one of forty words."""

    def swap(found: re.Match[str]) -> str:
        word = found.group()
        place = chance.randrange(1, len(word) - 2)
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :] if chance.random() < 0.04 else word

    return [_WORD.sub(swap, paragraph) for paragraph in text]


def _requote(text: Paragraphs, _: random.Random) -> Paragraphs:
    table = str.maketrans({"“": "«", "”": "»", '"': "'", "’": "'", "‘": "‚", "–": "-", "—": "--", "\u00a0": " "})
    return [paragraph.translate(table) for paragraph in text]


def _frame_page(text: Paragraphs, _: random.Random) -> Paragraphs:
    middle = len(text) // 2
    head, foot = ["Share on Facebook", "Read more: Five things to know"], ["Sign up for our newsletter", "© 2023 Example Media"]
    return [*head, *text[:middle], "Advertisement", *text[middle:], *foot]


def _move_dateline(text: Paragraphs, _: random.Random) -> Paragraphs:
    return [f"GENEVA, May 2 (Sample Press) — {_DATELINE.sub('', text[0])}", *text[1:]]


def _append_update(text: Paragraphs, _: random.Random) -> Paragraphs:
    update = (
        "In a statement sent out later in the evening, a spokeswoman said that no further comment would be made before the next meeting."
    )
    return [*text, update, "UPDATE: This article was updated with a statement."]


def _shorten(text: Paragraphs, _: random.Random) -> Paragraphs:
    """The last sentence of every third paragraph cut off, as by an editor who needs space."""
    return [re.sub(r"(?<=[.!?”]) [^.!?]+[.!?]”?$", "", words) if number % 3 == 1 else words for number, words in enumerate(text)]


EDITS: dict[str, Edit] = {
    "other headline": lambda text, _: text,
    "cut": _cut,
    "paragraphs reordered": _reorder,
    "new lead": _new_lead,
    "agency tag": _tag_agency,
    "typing errors": _mistype,
    "other quote marks": _requote,
    "boilerplate around it": _frame_page,
    "other dateline": _move_dateline,
    "update appended": _append_update,
    "sentences shortened": _shorten,
}


def edited_copies(originals: ArticleFrames, same: Sequence[set[str]] = ()) -> list[Copy]:
    """Each original and its edited copies. `same`: titles of originals that are one story, as two of the samples are on purpose."""
    copies = []
    for article_id, title, body in originals.articles.sort("article_id").select("article_id", "title", "body").iter_rows():
        text = body.removeprefix(title or "").strip().split("\n\n")
        story = next((min(titles) for titles in same if title in titles), article_id)
        copies.append(Copy(story, "original", RawArticle("\n\n".join(text), title=title)))
        for name, edit in EDITS.items():
            words = "\n\n".join(edit(text, random.Random(article_id + name)))
            copies.append(Copy(story, name, RawArticle(words, title=f"What others print: {name}", outlet=f"The {name} Gazette")))
    return copies


def measure_copies(copies: Sequence[Copy], threshold: float = STORY_THRESHOLD) -> tuple[float, float, float]:
    """Precision, recall and F1 over pairs of copies of the same story."""
    frames = normalise_articles([_file_of([copy.article for copy in copies])], _TODAY)
    assert frames.appearances.height == len(copies), frames.refusals
    stories = dict(cluster_stories(frames.articles, fingerprint_articles(frames.articles, frames.paragraphs), threshold).iter_rows())
    found = [stories[article_id] for article_id in frames.appearances.sort("position")["article_id"]]
    wanted = [copy.story for copy in copies]
    together, put, right = (_pairs(Counter(keys)) for keys in (zip(wanted, found, strict=True), found, wanted))
    precision, recall = together / max(put, 1), together / max(right, 1)
    return precision, recall, 2 * precision * recall / (precision + recall)


def _file_of(articles: Sequence[RawArticle]) -> FileReading:
    placed = tuple(replace(article, position=number) for number, article in enumerate(articles))
    return FileReading("copies", sha256(b"copies").hexdigest(), 1, Reading("text", "text", "utf-8", placed))


def _pairs(sizes: Counter[Any]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes.values())


def read_samples() -> list[Copy]:
    """The sample articles in English with their copies."""
    originals = normalise_articles(list(read_paths([SAMPLES])), _TODAY)
    alone = fingerprint_articles(originals.articles, originals.paragraphs)
    stories = cluster_stories(originals.articles, alone).join(originals.articles.select("article_id", "title"), on="article_id")
    reprints = stories.group_by("story_id").agg("title").filter(pl.col("title").list.len() > 1)
    return edited_copies(originals, [set(titles) for titles in reprints["title"].to_list()])


def cluster_in_batches(folder: Path, articles: int, batches: int = 10) -> Iterator[tuple[int, int, float, int]]:
    """Made-up articles, a fifth of them copies of others, into a warehouse batch by batch: after each the articles in it, those compared,
    the seconds its clustering took, and the most memory this process ever held, in MiB."""
    chance = random.Random(1)
    vocabulary = [
        "".join(chance.choices("bcdfglmnprst", k=1)[0] + chance.choices("aeiou", k=1)[0] for _ in range(3)) for _ in range(20_000)
    ]
    weights = list(accumulate(1 / (rank + 10) for rank in range(len(vocabulary))))
    with closing(open_warehouse(folder / "stories.duckdb")) as connection:
        for number, seeds in enumerate(batched(range(articles), -(-articles // batches)), 1):
            connection.execute(
                "SET memory_limit = '300MB'"
            )  # what is above it is this process's own, and what a run needs beside its cache
            _insert_articles(connection, [_made_up(seed, vocabulary, weights) for seed in seeds])
            start = time.perf_counter()
            rows, fingerprints = story_frames(connection)
            set_stories(connection, cluster_stories(rows, fingerprints))
            seconds = time.perf_counter() - start
            yield min(number * len(seeds), articles), rows.height, seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10


def _made_up(seed: int, vocabulary: Sequence[str], weights: Sequence[float]) -> str:
    """A text of 200 words; each fifth is one of the texts before it without its first words."""
    original = random.Random(seed).randrange(seed) if seed % 5 == 4 else seed
    words = random.Random(f"text {original}").choices(vocabulary, cum_weights=weights, k=200)
    return " ".join([f"n{seed}", *(words[30:] if original != seed else words)])


def _insert_articles(connection: duckdb.DuckDBPyConnection, texts: Sequence[str]) -> None:
    ids = [content_id(text) for text in texts]
    made = {"article_id": ids, "story_id": ids, "text_hash": ids, "body": list(texts), "batch_id": ids[0], "published_precision": "unknown"}
    given = {"word_count": 201, "is_analysed": False, "lexicon_version": "none"}
    missing = {name: None for name in ARTICLES.schema if name not in made | given}
    articles = ARTICLES.conform(pl.DataFrame({**made, **given, **missing}).select(pl.col(n).cast(t) for n, t in ARTICLES.schema.items()))
    spans = pl.DataFrame({"article_id": ids, "paragraph_no": 0, "kind": "body", "start_char": 0, "end_char": [len(text) for text in texts]})
    fingerprints = fingerprint_articles(articles, spans).with_columns(batch_id=pl.lit(ids[0]))
    for name, frame in (("articles", articles), ("fingerprints", FINGERPRINTS.conform(fingerprints))):
        connection.register("made_up", frame)
        connection.execute(f"INSERT INTO {name} BY NAME SELECT * FROM made_up")
        connection.unregister("made_up")


@click.command()
@click.option("--articles", type=int, default=0, help="Cluster so many made-up articles instead of measuring the samples.")
def main(articles: int) -> None:
    """How well and how fast articles are clustered into stories."""
    if articles:
        with TemporaryDirectory() as folder:
            sizes = ((f"{n:,}", f"{m:,}", f"{s:.1f}", f"{mib:,}") for n, m, s, mib in cluster_in_batches(Path(folder), articles))
            print_table(["articles", "compared", "seconds", "MiB at most"], sizes, sys.stdout, "a batch after the other")
        return
    copies = read_samples()
    kinds = {name: [copy for copy in copies if copy.edit in ("original", name)] for name in EDITS} | {"all together": copies}
    rows = ((name, f"{len(found)}", *(f"{figure:.3f}" for figure in measure_copies(found))) for name, found in kinds.items())
    print_table(["edit", "articles", "precision", "recall", "F1"], rows, sys.stdout, f"threshold {STORY_THRESHOLD}")


if __name__ == "__main__":
    main()
