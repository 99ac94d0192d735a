"""The flow that tries again what was set aside, after the file, the lexicon or the program was mended."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from prefect import flow

from flows.batches import Batch, bundle_files, make_batch, part_large
from flows.notices import telling_failure
from flows.orchestration import run_flow
from flows.running import Run, RunReport, recorded_run
from flows.server_runs import tidy_server
from flows.settings import Settings, Tier
from flows.tasks import compute_batches, compute_parts, find_source_files, leave_notices, publish
from transforms.limits import Limits
from warehouse.stored import quarantined_paths


@flow(name="redrive", description="What was set aside, tried again.")
def redrive(
    warehouse: Path,
    tier: Tier = "full",
    batch_articles: int = 200,
    jobs: int = 1,
    overrides: Path | None = None,
    limits: dict[str, int] | None = None,
) -> RunReport:
    """Read again every file with something in quarantine; what is still wrong is set aside anew.

    Args:
        warehouse: The DuckDB file that is written.
        tier: fast (lexicon and rules alone) or full (with the tagger).
        batch_articles: Articles a batch aims at.
        jobs: Worker processes, each computing a batch at a time.
        overrides: Folder with your own lexicon CSV files.
        limits: What reading one file may cost, where it differs from the defaults.
    """
    settings = Settings(warehouse, tier, batch_articles, jobs, overrides, limits=Limits(**limits or {}))
    with telling_failure(warehouse), recorded_run("redrive", settings) as run:
        tidy_server(settings)
        run.load_lexicon()
        run.recover_staged()
        files, refused = find_source_files([str(path) for path in quarantined_paths(run.connection)])
        run.put_files_aside(refused)
        small, large = part_large(files, settings)
        run.load_each(compute_batches(list(_further_tries(bundle_files(small, run.versions, settings), run)), run))
        run.load_each(compute_parts(large, run, attempt=run.run_id))
        run.settle()
        run.close_books()
        publish(settings, run.run_id)
    leave_notices(settings, run.report())
    return run.report()


def _further_tries(batches: Iterator[Batch], run: Run) -> Iterator[Batch]:
    """The same bundles under ids of their own, so that they do not count as loaded already."""
    for batch in batches:
        yield make_batch(batch.files, run.versions, attempt=run.run_id)


def run_redrive(settings: Settings) -> RunReport:
    """Run the flow in this process."""
    return run_flow(
        redrive, settings.warehouse, settings.tier, settings.batch_articles, settings.jobs, settings.overrides, asdict(settings.limits)
    )
