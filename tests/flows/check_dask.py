"""`make dask-check`: a real scheduler and two worker processes in another folder; every engine gives equal tables, row by row.

Not part of `make test`, which tries the same with workers that are threads. Takes about three minutes; fails with what was expected and found.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import duckdb

from tests.flows.check_prefect import BIN, answers, compare, expect, free_port, running, told, wait
from tests.flows.conftest import SAMPLES

OVERRIDE = (
    "actor_id,name,kind,country,sector,parent_id,wikidata,aliases,acronyms,weak_aliases,valid_from,valid_to,source\n"
    "NGO.UPCH,Chilean Dockworkers' Union,ngo,CHL,LAB,,,,UPCH,,,,our desk\n"
)
TIER = sys.argv[1] if len(sys.argv) > 1 else "full"


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="personae-dask-", ignore_cleanup_errors=True) as name:
        folder, port = Path(name), free_port()
        address = f"tcp://127.0.0.1:{port}"
        (folder / "overrides" / "actors").mkdir(parents=True)
        (folder / "overrides" / "actors" / "ngos.csv").write_text(OVERRIDE)
        engines = {
            "local": ("--engine", "local"),
            "processes": ("--engine", "processes", "--jobs", "2"),
            "here": ("--engine", "dask", "--jobs", "2"),
            "cluster": ("--engine", "dask", "--dask-address", address),
        }
        with ExitStack() as stack:
            command = (BIN / "dask", "scheduler", "--host", "127.0.0.1", "--port", port, "--no-dashboard")
            stack.enter_context(running(folder / "scheduler.log", *command))
            wait("a scheduler that answers", lambda: answers(port))
            for number in (1, 2):
                stack.enter_context(worker(folder, f"worker-{number}", address))
            for engine, options in engines.items():
                ingest(folder, engine, *options)
                told(f"{engine}: {rows_of(folder, engine)} mentions")
            for engine in list(engines)[1:]:
                compare(folder / "local.duckdb", folder / f"{engine}.duckdb")
            told(f"equal tables, row by row: {', '.join(engines)}")
        refuse_another_model(folder)


@contextmanager
def worker(folder: Path, name: str, address: str, **environment: str) -> Iterator[None]:
    """A worker process that stands in a folder of its own, sees no lexicon of the run, and keeps its caches apart."""
    home = folder / name
    home.mkdir()
    variables = {"PERSONAE_CACHE": str(home / "cache"), "PYTHONPATH": os.pathsep.join(sys.path), **environment}
    command = (BIN / "dask", "worker", address, "--nthreads", "1", "--no-dashboard", "--local-directory", home)
    with running(folder / f"{name}.log", "env", "-C", home, *(f"{key}={value}" for key, value in variables.items()), *command):
        yield


def ingest(folder: Path, name: str, *options: str) -> subprocess.CompletedProcess[str]:
    paths = (SAMPLES / "wire", SAMPLES / "exports")
    words = ("ingest", *paths, "--warehouse", folder / f"{name}.duckdb", "--tier", TIER, "--batch-articles", "2", *options)
    overrides = ("--overrides", folder / "overrides")
    done = subprocess.run([BIN / "personae", *map(str, words + overrides)], capture_output=True, text=True, check=False)
    expect(done.returncode == 0 or "refused" in name, f"{name} to end well, found {done.returncode}: {done.stderr[-2000:]}")
    return done


def rows_of(folder: Path, name: str) -> int:
    with duckdb.connect(folder / f"{name}.duckdb", read_only=True) as connection:
        ((count,),) = connection.execute("SELECT count(*) FROM mentions WHERE actor_id IS NOT NULL").fetchall()
    return int(count)


def refuse_another_model(folder: Path) -> None:
    """A cluster whose worker judges tones by another model is refused by name, and nothing is loaded."""
    port = free_port()
    address = f"tcp://127.0.0.1:{port}"
    with running(folder / "other.log", BIN / "dask", "scheduler", "--host", "127.0.0.1", "--port", port, "--no-dashboard"):
        wait("a scheduler that answers", lambda: answers(port))
        with worker(folder, "stranger", address, PERSONAE_TONE_BACKEND="statistics:mean"):
            done = ingest(folder, "refused", "--engine", "dask", "--dask-address", address)
    expect(done.returncode == 3, f"the run to be stopped, found {done.returncode}")
    # the tier fast has no judge of tones to replace, and says so
    named = ("PERSONAE_TONE_BACKEND", "found fast") if TIER == "fast" else ("with tagger", "statistics:mean")
    expect(all(words in done.stderr for words in named), f"{' and '.join(named)} to be named, found {done.stderr}")
    told(f"a worker with another model is refused: {done.stderr.strip()[:200]}")


if __name__ == "__main__":
    main()
