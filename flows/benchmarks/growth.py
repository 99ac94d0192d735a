"""`python -m flows.benchmarks.growth 10000 100000`: what one more batch costs in warehouses of these sizes, each in its own process.

The warehouses are filled by SQL (`flows.benchmarks.site`), the batch of 200 articles is computed from made-up ones in the fast tier.
Seconds are of the processor, all threads together, so that a busy machine changes them little; memory is the most the process ever held.
"""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from flows.batch_work import compute_batch
from flows.batches import bundle_files
from flows.benchmarks.corpus import write_corpus
from flows.benchmarks.site import make_warehouse
from flows.cli.answers import print_table
from flows.engines import choose_engine
from flows.lexicons import find_versions
from flows.pages import prepare_pages
from flows.running import Run
from flows.settings import Settings
from flows.sources import find_sources
from warehouse.load import load_batch
from warehouse.publishing.changed import Publication
from warehouse.publishing.publish import publish_warehouse
from warehouse.staging import read_staged
from warehouse.store import open_warehouse

_BATCH = 200
_STEPS = ("load", "settle", "copy and views", "pages")


class Clock:
    """Processor seconds by name of a step."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def on(self, step: str) -> Iterator[None]:
        start = time.process_time()
        yield
        self.seconds[step] = self.seconds.get(step, 0.0) + time.process_time() - start


def measure(articles: int, folder: Path) -> dict[str, float]:
    """Fill a warehouse, publish it, and load, settle and publish one more batch: the processor seconds of each step of the latter."""
    settings, clock = Settings(folder / "large.duckdb", "fast"), Clock()
    write_corpus(folder / "more", range(_BATCH))
    make_warehouse(settings.warehouse, articles)
    publish_warehouse(settings.warehouse, settings.published, "bench", partial(partial, prepare_pages, settings))
    versions = find_versions(settings)
    (batch,) = bundle_files(find_sources([str(folder / "more")])[0], versions, settings)
    staged = read_staged(compute_batch(batch, settings, versions, "bench"))
    with closing(open_warehouse(settings.warehouse)) as connection:
        run = Run("bench", settings, versions, connection, choose_engine(settings))
        run.load_lexicon()
        with clock.on("load"):
            load_batch(connection, staged)
        with clock.on("settle"):
            run.settle()

    def timed_pages(publication: Publication) -> dict[Path, Path]:
        with clock.on("pages"):
            return prepare_pages(settings, publication)

    with clock.on("copy and views"):
        publish_warehouse(settings.warehouse, settings.published, "bench", partial(partial, timed_pages))
    clock.seconds["copy and views"] -= clock.seconds["pages"]
    return clock.seconds


def main(arguments: list[str]) -> None:
    """Print a table of the sizes asked for."""
    if len(arguments) == 1:
        with TemporaryDirectory() as folder:
            seconds = measure(int(arguments[0]), Path(folder))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
        sys.stdout.write(" ".join([*(f"{seconds[step]:.2f}" for step in _STEPS), str(peak)]))
        return
    rows = []
    for articles in arguments:
        command = [sys.executable, "-m", "flows.benchmarks.growth", articles]
        done = subprocess.run(command, check=True, capture_output=True, text=True, env=dict(os.environ))
        rows.append((f"{int(articles):,}", *done.stdout.split()))
    print_table(["articles", *_STEPS, "MiB at most"], iter(rows), sys.stdout, "one batch of 200 articles more, processor seconds")


if __name__ == "__main__":
    main(sys.argv[1:])
