"""A warehouse made from the sample articles by the real stages, without Prefect; and Prefect with a database of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.batch_work import compute_batch
from flows.batches import bundle_files, hash_file
from flows.finding import find_files
from flows.running import recorded_run
from flows.settings import Settings

SAMPLES = Path(__file__).parent.parent / "articles"


def load_files(paths: list[Path], settings: Settings) -> None:
    """What the flow `ingest` does, in this thread."""
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
def prefect_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Prefect with a fresh database, thrown away at the end."""
    from prefect.testing.utilities import prefect_test_harness

    with prefect_test_harness(server_startup_timeout=600):
        yield
