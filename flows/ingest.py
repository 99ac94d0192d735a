"""The flow that turns article files into rows of the warehouse."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from prefect import flow

from flows.batches import bundle_files
from flows.running import RunReport, recorded_run
from flows.settings import Settings, Tier
from flows.tasks import compute_batches, find_source_files, leave_summary, publish, task_runner


@flow(name="ingest", description="Article files in, an actor-mention warehouse out.", validate_parameters=True)
def ingest(
    paths: list[str],
    warehouse: Path,
    tier: Tier = "full",
    batch_articles: int = 200,
    jobs: int = 1,
    overrides: Path | None = None,
    mapping: dict[str, str] | None = None,
) -> RunReport:
    """Load article files and folders into a warehouse.

    paths: files and folders · warehouse: the DuckDB file · tier: fast or full · batch_articles: articles a batch aims at ·
    jobs: batches at the same time · overrides: folder with lexicon CSV of the user · mapping: fields of JSON and CSV, ours to theirs.
    """
    settings = Settings(warehouse, tier, batch_articles, jobs, overrides, tuple(sorted((mapping or {}).items())))
    with recorded_run("ingest", settings) as run:
        run.load_lexicon()
        run.recover_staged()
        files, refused = find_source_files(paths)
        run.put_files_aside(refused)
        todo = run.skip_loaded(files)
        for folder in compute_batches(bundle_files(todo, run.versions, settings), run):
            run.load_staged(folder)
        run.settle()
    publish(settings)
    leave_summary(run.report())
    return run.report()


def run_ingest(paths: Sequence[str], settings: Settings, mapping: Mapping[str, str]) -> RunReport:
    """Run the flow in this process."""
    flow_with_jobs = ingest.with_options(task_runner=task_runner(settings.jobs))
    return flow_with_jobs(
        [str(path) for path in paths],
        settings.warehouse,
        settings.tier,
        settings.batch_articles,
        settings.jobs,
        settings.overrides,
        dict(mapping),
    )
