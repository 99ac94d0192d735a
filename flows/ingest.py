"""The flow that turns article files into rows of the warehouse."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from prefect import flow

from flows.batches import bundle_files, part_large
from flows.notices import telling_failure
from flows.orchestration import run_flow
from flows.running import RunReport, recorded_run
from flows.server_runs import tidy_server
from flows.settings import Settings, Tier, default_story_threshold
from flows.tasks import compute_batches, compute_parts, find_source_files, leave_notices, publish
from transforms.limits import Limits


@flow(name="ingest", description="Article files in, an actor-mention warehouse out.", validate_parameters=True)
def ingest(
    paths: list[str],
    warehouse: Path,
    tier: Tier = "full",
    batch_articles: int = 200,
    jobs: int = 1,
    overrides: Path | None = None,
    mapping: dict[str, str] | None = None,
    limits: dict[str, int] | None = None,
    story_threshold: float | None = None,
) -> RunReport:
    """Load article files and folders into a warehouse.

    Args:
        paths: Files and folders with articles.
        warehouse: The DuckDB file that is written.
        tier: fast (lexicon and rules alone) or full (with the tagger).
        batch_articles: Articles a batch aims at.
        jobs: Worker processes, each computing a batch at a time.
        overrides: Folder with your own lexicon CSV files.
        mapping: Fields of JSON and CSV files, ours to theirs, e.g. {"title": "headline"}.
        limits: What reading one file may cost, where it differs from the defaults.
        story_threshold: Share of word shingles in common from which on articles are one story, where it differs from the default.
    """
    settings = Settings(
        warehouse, tier, batch_articles, jobs, overrides, tuple(sorted((mapping or {}).items())), Limits(**limits or {}),
        story_threshold or default_story_threshold(),
    )  # fmt: skip
    with telling_failure(warehouse), recorded_run("ingest", settings) as run:
        tidy_server(settings)
        run.load_lexicon()
        run.recover_staged()
        files, refused = find_source_files(paths)
        run.put_files_aside(refused)
        small, large = part_large(run.skip_loaded(files), settings)
        run.load_each(compute_batches(list(bundle_files(small, run.versions, settings)), run))
        run.load_each(compute_parts(large, run))
        run.settle()
        run.close_books()
        publish(settings, run.run_id)
    leave_notices(settings, run.report())
    return run.report()


def run_ingest(paths: Sequence[str], settings: Settings, mapping: Mapping[str, str]) -> RunReport:
    """Run the flow in this process."""
    return run_flow(
        ingest,
        [str(path) for path in paths],
        settings.warehouse,
        settings.tier,
        settings.batch_articles,
        settings.jobs,
        settings.overrides,
        dict(mapping),
        asdict(settings.limits),
        settings.story_threshold,
    )
