"""`make bench-engines CORPUS=folder`: the command `ingest` as a user types it, by engine and number of jobs, on the same files.

Each run is a process of its own with an empty warehouse and no paragraph tagged before. Then, on the warehouse of the first: the same again
with nothing new, and a rebuild after a correction, with the tags kept and without. Figures are ratios within one call: machines differ and
are noisy. The load of the machine stands in the heading.
"""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from flows.benchmarks.stages import SAMPLES
from flows.cli.answers import print_table
from warehouse.store import open_warehouse

ENGINES = {
    "local": ("--engine", "local"),
    "processes, 1 job": ("--jobs", "1"),
    "processes, 2 jobs": ("--jobs", "2"),
    "dask, 1 worker": ("--engine", "dask", "--jobs", "1"),
    "dask, 2 workers": ("--engine", "dask", "--jobs", "2"),
}
#: A name that much of the news prints means nobody any more: every article with it is analysed again.
CORRECTION = "action,actor_id,alias,value,reason\nban,USA,U.S.,,measured\n"


@dataclass(frozen=True)
class Measured:
    """What a command cost: seconds by the clock and of all its processes' time, the largest resident set of any of them in bytes, and
    seconds and articles between its first and its last batch."""

    wall: float
    cpu: float
    peak: int
    loading: float = 0.0
    articles: int = 0

    @property
    def speed(self) -> float | None:
        """Articles a second once the first batch is loaded: start-up and publishing left out."""
        return self.articles / self.loading if self.loading else None


def measure(command: list[str], environment: dict[str, str]) -> Measured:
    """Run a command to its end. Raises CalledProcessError with what it said."""
    start = time.perf_counter()
    child = subprocess.Popen(command, env=os.environ | environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    assert child.stderr
    said = child.stderr.read()
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in (0, 1):
        raise subprocess.CalledProcessError(child.returncode, command, stderr=said)
    return Measured(time.perf_counter() - start, used.ru_utime + used.ru_stime, _peak(used))


def _peak(used: resource.struct_rusage) -> int:
    """Bytes of the largest process: of a process that was waited for, and of those that it waited for itself."""
    return used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def measure_ingest(paths: list[str], warehouse: Path, options: tuple[str, ...], cache: Path) -> Measured:
    """A first load, with every paragraph tagged."""
    command = [sys.executable, "-m", "flows.cli.app", "ingest", *paths, "--warehouse", str(warehouse), *options]
    measured = measure(command, {"PERSONAE_TAG_MEGABYTES": "0", "PERSONAE_CACHE": str(cache)})
    with closing(open_warehouse(warehouse, read_only=True)) as connection:
        batches = connection.execute("SELECT loaded_at, article_count FROM batches ORDER BY loaded_at").fetchall()
    seconds = (batches[-1][0] - batches[0][0]).total_seconds()
    return Measured(measured.wall, measured.cpu, measured.peak, seconds, sum(count for _, count in batches[1:]))


def rows(paths: list[str], options: tuple[str, ...], folder: Path) -> Iterator[tuple[str, ...]]:
    cache, first = folder / "cache", None
    for name, engine in ENGINES.items():
        measured = measure_ingest(paths, folder / f"{name}.duckdb".replace(" ", "-"), (*options, *engine), cache)
        first = first or measured
        yield _row(name, measured, first)
    personae, warehouse, kept = (
        [sys.executable, "-m", "flows.cli.app"],
        ("--warehouse", str(folder / "local.duckdb")),
        {"PERSONAE_CACHE": str(cache)},
    )
    yield _row("nothing new", measure([*personae, "ingest", *paths, *warehouse, *options], kept), first)
    overrides = folder / "overrides"
    overrides.mkdir()
    (overrides / "corrections.csv").write_text(CORRECTION)
    corrected = [*personae, "rebuild", *warehouse, *options, "--overrides", str(overrides)]
    yield _row("rebuild after a correction, no tags kept", measure(corrected, kept), first)
    (overrides / "corrections.csv").unlink()
    yield _row("rebuild after it is withdrawn, tags kept", measure(corrected, kept), first)


def _row(name: str, measured: Measured, first: Measured | None) -> tuple[str, ...]:
    assert first
    speed, before = measured.speed, first.speed
    return (
        name,
        f"{measured.wall:.1f}",
        f"{measured.cpu:.1f}",
        f"{speed:.2f}" if speed else "",
        f"{speed / before:.2f}" if speed and before else "",
        f"{first.wall / measured.wall:.2f}",
        f"{measured.peak / 1e6:,.0f}",
    )


def main() -> None:
    paths = [word for word in sys.argv[1:] if not word.startswith("--")] or [str(SAMPLES)]
    options = tuple(word for word in sys.argv[1:] if word.startswith("--"))
    heading = ["run", "wall s", "CPU s", "articles/s after the first batch", "÷ local", "wall ÷ local", "peak MB of a process"]
    title = f"{' '.join(paths)}, {datetime.now(UTC):%Y-%m-%d}, load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
    with TemporaryDirectory() as folder:
        print_table(heading, rows(paths, options, Path(folder)), sys.stdout, title)


if __name__ == "__main__":
    main()
