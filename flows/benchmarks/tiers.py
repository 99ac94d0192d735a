"""What the tiers cost: `python -m flows.benchmarks.tiers [PATH ...]`, by default on the sample articles.

Each tier, and bare `nlp.pipe` with all components, works in a process of its own on the same texts, which it sees once: seconds until it
is ready, words a second of processor time after that, that speed by the one of `nlp.pipe`, and the most memory it held. Machines differ and
are noisy: what holds are the ratios of one call."""

import os
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from typing import TYPE_CHECKING, NamedTuple

from flows.cli.answers import print_table
from warehouse.vocabulary import TIERS

if TYPE_CHECKING:
    from spacy.language import Language

BARE = "bare nlp.pipe"
SAMPLES = Path(__file__).parents[2] / "tests" / "articles"


class Cost(NamedTuple):
    """Seconds until ready, seconds of work after that, mebibytes at most."""

    ready: float
    work: float
    memory: float


def measure(tier: str, texts: list[str]) -> Cost:
    """The cost of one tier, in a process that has done nothing before."""
    with get_context("spawn").Pool(1) as pool:
        return pool.apply(_measure, (tier, texts))


def _measure(tier: str, texts: list[str]) -> Cost:
    os.environ["PERSONAE_TAG_MEGABYTES"] = "0"  # nothing is to be found tagged already
    ready = _seconds(lambda: _annotate(tier, ["Oslo waited."]))
    work = _seconds(lambda: _annotate(tier, texts))
    return Cost(ready, work, getrusage(RUSAGE_SELF).ru_maxrss / 1024)


def _annotate(tier: str, texts: list[str]) -> None:
    if tier == BARE:
        for _ in _bare().pipe(texts):
            pass
        return
    from flows.analysis import Analyst
    from flows.settings import Tier
    from transforms.annotations import Article

    named: dict[str, Tier] = {"fast": "fast", "full": "full", "deep": "deep"}
    for _ in Analyst.of(named[tier]).annotate(Article(str(number), text) for number, text in enumerate(texts)):
        pass


@cache
def _bare() -> "Language":
    from transforms.taggers.spacy_tagger import load_model

    return load_model(unused=())[0]


def _seconds(work: Callable[[], None]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def read_texts(paths: list[str]) -> list[str]:
    """Bodies of whatever files of articles."""
    from flows.article_lines import article_lines

    return [line["text"] for line in article_lines(paths) if line.get("text")]


def main() -> None:
    """Print a row for each tier."""
    texts = read_texts(sys.argv[1:] or [str(SAMPLES)])
    words = sum(len(text.split()) for text in texts)
    costs = {tier: measure(tier, texts) for tier in (BARE, *TIERS)}
    bare = costs[BARE].work
    rows = [
        (tier, f"{cost.ready:.1f}", f"{words / cost.work:,.0f}", f"{bare / cost.work:.2f}", f"{cost.memory:.0f}")
        for tier, cost in costs.items()
    ]
    title = f"{len(texts)} articles, {words:,} words, {datetime.now(UTC):%Y-%m-%d}"
    print_table(["tier", "ready after s", "words/s", "÷ nlp.pipe", "MiB"], iter(rows), sys.stdout, title)


if __name__ == "__main__":
    main()
