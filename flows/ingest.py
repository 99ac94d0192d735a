"""The flow that turns article files into rows of the warehouse."""

from collections.abc import Sequence
from pathlib import Path

from flows.batches import bundle_files, part_large
from flows.orchestration import Outcome, flow, run_flow
from flows.parameters import documented, list_parameters, make_settings
from flows.running import RunReport
from flows.settings import EngineName, Publishing, Settings, Tier
from flows.tasks import begun_run, compute_batches, compute_parts, conclude, find_source_files, publish


@flow(name="ingest", description="Article files in, an actor-mention warehouse out.")
@documented
def ingest(
    paths: list[str],
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
    """Load article files and folders into a warehouse."""
    settings = make_settings(
        warehouse, tier=tier, batch_articles=batch_articles, jobs=jobs, overrides=overrides, engine=engine, dask_address=dask_address,
        mapping=mapping, limits=limits, story_threshold=story_threshold, site_articles=site_articles, publishing=publishing,
        fail_above=fail_above,
    )  # fmt: skip
    with begun_run("ingest", settings) as run:
        files, refused = find_source_files(paths)
        run.put_files_aside(refused)
        small, large = part_large(run.skip_loaded(files), settings)
        run.load_each(compute_batches(list(bundle_files(small, run.versions, settings)), run))
        run.load_each(compute_parts(large, run))
        run.settle()
        run.close_books()
        publish(settings, run.run_id, run.engine)
    return conclude(settings, run.report())


def run_ingest(paths: Sequence[str], settings: Settings) -> RunReport:
    """Run the flow in this process."""
    return run_flow(ingest, [str(path) for path in paths], **list_parameters(ingest.fn, settings))
