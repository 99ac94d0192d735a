"""The flow that tries again what was set aside, after the file, the lexicon or the program was mended."""

from collections.abc import Iterator
from pathlib import Path

from prefect import flow

from flows.batches import Batch, bundle_files, make_batch
from flows.running import Run, RunReport, recorded_run
from flows.settings import Settings, Tier
from flows.tasks import compute_batches, find_source_files, leave_summary, publish, task_runner
from warehouse.stored import quarantined_paths


@flow(name="redrive", description="What was set aside, tried again.")
def redrive(warehouse: Path, tier: Tier = "full", batch_articles: int = 200, jobs: int = 1, overrides: Path | None = None) -> RunReport:
    """Read again every file with something in quarantine; what is still wrong is set aside anew."""
    settings = Settings(warehouse, tier, batch_articles, jobs, overrides)
    with recorded_run("redrive", settings) as run:
        run.load_lexicon()
        run.recover_staged()
        files, refused = find_source_files([str(path) for path in quarantined_paths(run.connection)])
        run.put_files_aside(refused)
        for folder in compute_batches(_further_tries(bundle_files(files, run.versions, settings), run), run):
            run.load_staged(folder)
        run.settle()
    publish(settings)
    leave_summary(run.report())
    return run.report()


def _further_tries(batches: Iterator[Batch], run: Run) -> Iterator[Batch]:
    """The same bundles under ids of their own, so that they do not count as loaded already."""
    for batch in batches:
        yield make_batch(batch.files, run.versions, attempt=run.run_id)


def run_redrive(settings: Settings) -> RunReport:
    """Run the flow in this process."""
    flow_with_jobs = redrive.with_options(task_runner=task_runner(settings.jobs))
    return flow_with_jobs(settings.warehouse, settings.tier, settings.batch_articles, settings.jobs, settings.overrides)
