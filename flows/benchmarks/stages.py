"""`make bench`: articles and words per second of each stage, and the whole against bare `nlp.pipe` on the same texts, in one process.

Processor time of this process and of the readers it has ended, which other work on the machine changes little; ratios within one run change
less still. Each text is seen once, since repeated texts run up to twice as fast; only what the store of tags gives back was seen before.
`--tier=fast` measures the fast tier, which has nothing to compare with.
"""

import os
import resource
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import polars as pl

from flows.batch_work import compute_batch
from flows.batches import bundle_files, hash_file
from flows.cli.answers import print_table
from flows.finding import find_files
from flows.garbage import collect_seldom
from flows.running import recorded_run
from flows.settings import Settings, Tier
from transforms.acts import dyads
from transforms.annotate import annotate_tagged
from transforms.annotations import Article, TaggedText
from transforms.articles.paragraphs import split_paragraphs
from transforms.columns.rows import marks_frames
from transforms.identities import pronouns
from transforms.pipeline import STAGES
from warehouse.store import open_warehouse

if TYPE_CHECKING:
    from flows.tagging_analysis import TaggingAnalyst

#: What is learned within the stages acts, coreference and tone, and counted there too.
_JUDGES = "learned judges among these"
SAMPLES = Path(__file__).parents[2] / "tests" / "articles"


class Clock:
    """Seconds of processor time spent, by name."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)

    @contextmanager
    def on(self, name: str) -> Iterator[None]:
        start = _processor_seconds()
        yield
        self.seconds[name] += _processor_seconds() - start

    def timed(self, name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def measure(*arguments: Any, **more: Any) -> Any:  # noqa: ANN401 - stands in for any stage
            with self.on(name):
                return work(*arguments, **more)

        return measure

    @contextmanager
    def patched(self, name: str, module: ModuleType, function: str) -> Iterator[None]:
        """Time a function that a module calls by its name."""
        with patch.object(module, function, self.timed(name, getattr(module, function))):
            yield


def _processor_seconds() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def measure_analysis(texts: list[tuple[str, str | None]], folder: Path, clock: Clock) -> None:
    """Bare nlp.pipe, our tagging, tags given back by their store, and each stage on the same texts, in this order."""
    from flows.dictionaries import load_dictionaries
    from flows.tag_store import TagStore
    from flows.tagging_analysis import TaggingAnalyst
    from transforms.taggers.spacy_tagger import SpacyTagger, load_model

    tagger = SpacyTagger(TagStore(folder / "tags.sqlite", most_bytes=1_000_000_000), cache_size=0)
    analyst, (bare, _) = TaggingAnalyst(load_dictionaries(), tagger), load_model(unused=())
    with clock.on("bare nlp.pipe"):
        for _ in bare.pipe(text for text, _ in texts):
            pass
    paragraphs = [split_paragraphs(text, title) for text, title in texts]
    with clock.on("tagging"):
        tagged = list(tagger.tag(zip((text for text, _ in texts), paragraphs, strict=True)))
    with clock.on("tags given back"):
        for _ in tagger.tag(zip((text for text, _ in texts), paragraphs, strict=True)):
            pass
    _measure_stages(texts, tagged, analyst, clock)


def measure_fast(texts: list[tuple[str, str | None]], clock: Clock) -> None:
    """The fast tier on the same texts, all at once: its columns, and rows made of them."""
    from flows.columns import load_columns

    columns, ids = load_columns(), [str(number) for number in range(len(texts))]
    articles = pl.DataFrame({"article_id": ids, "body": [text for text, _ in texts]}).with_columns(
        pl.lit(None, pl.Date()).alias("published_date"), pl.lit(None, pl.String()).alias("outlet")
    )
    spans = [
        (key, number, part.kind, part.start, part.end)
        for key, (text, title) in zip(ids, texts, strict=True)
        for number, part in enumerate(split_paragraphs(text, title))
    ]
    names = ("article_id", "paragraph_no", "kind", "start_char", "end_char")
    paragraphs = pl.DataFrame(spans, schema=names, orient="row")
    with clock.on("columns"):
        marks = columns.annotate(articles, paragraphs)
    with clock.on("rows"):
        marks_frames(marks)


def _measure_stages(texts: list[tuple[str, str | None]], tagged: list[TaggedText], analyst: "TaggingAnalyst", clock: Clock) -> None:
    timed = [replace(stage, run=clock.timed(stage.id, stage.run)) for stage in STAGES]
    dictionaries = replace(analyst.dictionaries, tones=clock.timed(_JUDGES, analyst.dictionaries.tones))
    with clock.patched(_JUDGES, dyads, "judge_acts"), clock.patched(_JUDGES, pronouns, "_link_by_judge"):
        for number, ((text, title), tags) in enumerate(zip(texts, tagged, strict=True)):
            annotate_tagged(Article(str(number), text, title), tags, dictionaries, timed)


def measure_whole(paths: list[Path], folder: Path, clock: Clock, tier: Tier) -> None:
    """Files to loaded rows: one batch of all files, in this process."""
    settings = Settings(folder / "bench.duckdb", tier)
    with recorded_run("ingest", settings) as run:
        run.load_lexicon()
        for batch in bundle_files(map(hash_file, paths), run.versions, settings):
            with clock.on("read, analyse, gate, stage"):
                staged = compute_batch(batch, settings, run.versions, run.run_id)
            with clock.on("load"):
                run.load_staged(staged)
        with clock.on("settle"):
            run.settle()


def main() -> None:
    os.environ["PERSONAE_TAG_MEGABYTES"] = "0"  # nothing is to be found tagged already
    collect_seldom()  # as the command and its workers do
    tier: Tier = "fast" if "--tier=fast" in sys.argv else "full"
    clock, paths = Clock(), find_files([word for word in sys.argv[1:] if not word.startswith("--")] or [SAMPLES]).files
    with TemporaryDirectory() as folder:
        measure_whole(paths, Path(folder), clock, tier)
        with closing(open_warehouse(Path(folder) / "bench.duckdb", read_only=True)) as connection:
            texts = connection.execute("SELECT body, title FROM articles WHERE is_analysed ORDER BY article_id").fetchall()
        if tier == "fast":
            measure_fast(texts, clock)
        else:
            measure_analysis(texts, Path(folder), clock)
    words = sum(len(text.split()) for text, _ in texts)
    tagging = clock.seconds.get("tagging")
    bare = clock.seconds.get("bare nlp.pipe")
    rows = [(name, *_figures(seconds, len(texts), words, tagging, bare)) for name, seconds in clock.seconds.items()]
    load = f"load {os.getloadavg()[0]:.0f} on {os.cpu_count()} cores"
    title = f"{len(texts)} articles, {words:,} words, {datetime.now(UTC):%Y-%m-%d}, {load}"
    print_table(["stage", "ms", "articles/s", "words/s", "÷ tagging", "÷ bare nlp.pipe"], iter(rows), sys.stdout, title)


def _figures(seconds: float, articles: int, words: int, tagging: float | None, bare: float | None) -> tuple[str, ...]:
    return (
        f"{seconds * 1000:.0f}",
        f"{articles / seconds:.0f}",
        f"{words / seconds:,.0f}",
        f"{seconds / tagging:.3f}" if tagging else "",
        f"{seconds / bare:.3f}" if bare else "",
    )


if __name__ == "__main__":
    main()
