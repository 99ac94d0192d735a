"""`personae ingest`: article files into a warehouse."""

import sys

import click

from flows.cli.options import settings_options
from flows.settings import Settings


@click.command(epilog="Example:  personae ingest archive/ more/today.jsonl --warehouse news.duckdb")
@click.argument("paths", nargs=-1, required=True, type=click.Path())
@settings_options()
def ingest(paths: tuple[str, ...], settings: Settings) -> None:
    """Load article files and folders, here or behind addresses (s3://bucket/folder), into a warehouse.

    Files already loaded with the same versions are skipped; what cannot be used is set aside with its reason (see `personae
    checks`). Afterwards published/ beside the warehouse holds a copy for BI tools, the views as Parquet and CSV, and a report page.
    """
    from flows.cli.verbs.outcome import report_run, stopping_cleanly
    from flows.readiness import worker_getting_ready
    from flows.signals import interruptible

    with stopping_cleanly(), interruptible(), worker_getting_ready(settings):
        from flows.unchanged import ingest_unchanged

        run = ingest_unchanged(paths, settings)
        if run is None:
            # Prefect takes longer to load than it takes to see that there is something to do
            from flows.ingest import run_ingest

            run = run_ingest(paths, settings)
        code = report_run(run, settings.overrides)
        if not run.counts.files_seen:
            click.echo(f"Found no file in {', '.join(paths)}.", err=True)
        sys.exit(code)
