"""The flow that tries again what was set aside, after the file, the lexicon or the program was mended."""

from collections.abc import Iterator
from pathlib import Path

from flows.batches import Batch, bundle_files, make_batch, part_large
from flows.orchestration import Outcome, flow, run_flow
from flows.parameters import documented, list_parameters, make_settings
from flows.running import Run, RunReport
from flows.settings import EngineName, Publishing, Settings, Tier
from flows.tasks import begun_run, compute_batches, compute_parts, conclude, find_source_files, publish
from warehouse.stored import quarantined_paths


@flow(name="redrive", description="What was set aside, tried again.")
@documented
def redrive(
    warehouse: Path,
    tier: Tier = "full",
    batch_articles: int | None = None,
    jobs: int = 1,
    overrides: Path | None = None,
    engine: EngineName = "processes",
    dask_address: str | None = None,
    mapping: dict[str, str] | None = None,
    limits: dict[str, int] | None = None,
    story_threshold: float | None = None,
    site_articles: int | None = None,
    publishing: Publishing | None = None,
    fail_above: float | None = None,
) -> Outcome:
    """Read every quarantined file again; what still cannot be read stays in quarantine."""
    settings = make_settings(
        warehouse, tier=tier, batch_articles=batch_articles, jobs=jobs, overrides=overrides, engine=engine, dask_address=dask_address,
        mapping=mapping, limits=limits, story_threshold=story_threshold, site_articles=site_articles, publishing=publishing,
        fail_above=fail_above,
    )  # fmt: skip
    with begun_run("redrive", settings) as run:
        files, refused = find_source_files(quarantined_paths(run.connection))
        run.put_files_aside(refused)
        small, large = part_large(files, settings)
        run.load_each(compute_batches(list(_further_tries(bundle_files(small, run.versions, settings), run)), run))
        run.load_each(compute_parts(large, run, attempt=run.run_id))
        run.settle()
        run.close_books()
        publish(settings, run.run_id, run.engine)
    return conclude(settings, run.report())


def _further_tries(batches: Iterator[Batch], run: Run) -> Iterator[Batch]:
    """The same bundles under ids of their own, so that they do not count as loaded already."""
    for batch in batches:
        yield make_batch(batch.files, run.versions, attempt=run.run_id)


def run_redrive(settings: Settings) -> RunReport:
    """Run the flow in this process."""
    return run_flow(redrive, **list_parameters(redrive.fn, settings))
