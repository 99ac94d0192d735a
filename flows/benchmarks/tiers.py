"""What the tiers cost: `python -m flows.benchmarks.tiers [PATH ...]`, by default on the sample articles.

Each tier works in a process of its own on the same texts, which it sees once: seconds until it is ready, words a second of processor time
after that, and the most memory it held."""

import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from typing import NamedTuple

from flows.cli.answers import print_table
from warehouse.vocabulary import TIERS

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
    ready = _seconds(lambda: _annotate(tier, ["Oslo waited."]))
    work = _seconds(lambda: _annotate(tier, texts))
    return Cost(ready, work, getrusage(RUSAGE_SELF).ru_maxrss / 1024)


def _annotate(tier: str, texts: list[str]) -> None:
    from flows.analysis import Analyst
    from flows.settings import Tier
    from transforms.annotations import Article

    named: dict[str, Tier] = {"fast": "fast", "full": "full", "deep": "deep"}
    for _ in Analyst.of(named[tier]).annotate(Article(str(number), text) for number, text in enumerate(texts)):
        pass


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
    costs = {tier: measure(tier, texts) for tier in TIERS}
    rows = [(tier, f"{cost.ready:.1f}", f"{words / cost.work:,.0f}", f"{cost.memory:.0f}") for tier, cost in costs.items()]
    title = f"{len(texts)} articles, {words:,} words, {datetime.now(UTC):%Y-%m-%d}"
    print_table(["tier", "ready after s", "words/s", "MiB"], iter(rows), sys.stdout, title)


if __name__ == "__main__":
    main()
