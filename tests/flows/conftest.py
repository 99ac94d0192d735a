"""A warehouse made from the sample articles by the real stages, without Prefect; and Prefect with a database of its own."""

from collections.abc import Iterator
from contextlib import closing
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from flows.batch_work import compute_batch
from flows.batches import bundle_files, hash_file
from flows.finding import find_files
from flows.running import recorded_run
from flows.settings import Settings
from tests.fresh import lay_new
from warehouse.store import open_warehouse

SAMPLES = Path(__file__).parent.parent / "articles"


@cache
def _with_lexicon() -> bytes:
    """A warehouse that has the lexicon, and in which no run took place."""
    with TemporaryDirectory() as folder:
        settings = Settings(lay_new(Path(folder) / "w.duckdb"), "fast")
        with recorded_run("ingest", settings) as run:
            run.load_lexicon()
        with closing(open_warehouse(settings.warehouse)) as connection:
            connection.execute("DELETE FROM runs")
        return settings.warehouse.read_bytes()


def lay_out(settings: Settings) -> Settings:
    """Have a new warehouse stand there, with the lexicon if it is the one that ships: each run would bring it in first."""
    if settings.overrides is None:
        settings.warehouse.write_bytes(_with_lexicon())
    else:
        lay_new(settings.warehouse)
    return settings


def load_files(paths: list[Path], settings: Settings) -> None:
    """What the flow `ingest` does, in this thread."""
    if not settings.warehouse.exists():
        lay_out(settings)
    with recorded_run("ingest", settings) as run:
        run.load_lexicon()
        run.recover_staged()
        todo = run.skip_loaded(hash_file(path) for path in paths)
        for batch in bundle_files(todo, run.versions, settings):
            run.load_staged(compute_batch(batch, settings, run.versions, run.run_id))
        run.settle()


@pytest.fixture(scope="session")
def sample_warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample articles in a warehouse, tier full."""
    warehouse = tmp_path_factory.mktemp("samples") / "samples.duckdb"
    load_files(find_files([SAMPLES]).files, Settings(warehouse))
    return warehouse


@pytest.fixture(scope="session")
def fast_warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, tier fast."""
    warehouse = tmp_path_factory.mktemp("fast") / "fast.duckdb"
    load_files(find_files([SAMPLES]).files, Settings(warehouse, "fast"))
    return warehouse


@pytest.fixture(scope="session")
def prefect_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Prefect with a fresh database, thrown away at the end."""
    from prefect.testing.utilities import prefect_test_harness

    with prefect_test_harness(server_startup_timeout=600):
        yield
