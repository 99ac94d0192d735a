"""`personae ingest`: article files into a warehouse."""

import sys
from pathlib import Path

import click

from flows.cli.options import jobs_option, keep_option, limits_option, map_option, overrides_option, tier_option, warehouse_option
from flows.settings import Settings, Tier
from transforms.articles import STORY_THRESHOLD
from transforms.limits import Limits


@click.command(epilog="Example:  personae ingest archive/ more/today.jsonl --warehouse news.duckdb")
@click.argument("paths", nargs=-1, required=True, type=click.Path())
@warehouse_option
@tier_option
@click.option("--batch-articles", type=click.IntRange(1), default=200, show_default=True, help="Articles a batch aims at.")
@jobs_option
@overrides_option
@limits_option
@click.option(
    "--story-threshold", type=click.FloatRange(0, 1, min_open=True), default=STORY_THRESHOLD, show_default=True, show_envvar=True,
    envvar="PERSONAE_STORY_THRESHOLD", help="Share of word shingles in common from which on articles are one story.",
)  # fmt: skip
@map_option
@keep_option
def ingest(
    paths: tuple[str, ...],
    warehouse: Path,
    tier: Tier,
    batch_articles: int,
    jobs: int,
    overrides: Path | None,
    limits: Limits,
    story_threshold: float,
    mappings: tuple[str, ...],
    keep: str | None,
) -> None:
    """Load article files and folders into a warehouse.

    Files that were loaded before under the same versions are passed over; what cannot be used is set aside with its reason (see `personae
    checks`). Afterwards published/ beside the warehouse holds a copy for BI tools, the views as Parquet and CSV, and a report page.
    """
    from flows.cli.verbs.outcome import report_run, stopping_cleanly
    from flows.reading import parse_mapping, with_kept
    from flows.signals import interruptible

    with stopping_cleanly(), interruptible():
        settings = Settings(warehouse, tier, batch_articles, jobs, overrides, limits=limits, story_threshold=story_threshold)
        mapping = with_kept(parse_mapping(mappings), keep)
        from flows.unchanged import ingest_unchanged

        run = ingest_unchanged(paths, settings)
        if run is None:
            from flows.ingest import run_ingest

            run = run_ingest(paths, settings, mapping)
        sys.exit(report_run(run))
