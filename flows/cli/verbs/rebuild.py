"""`personae rebuild`: stored articles, analysed again."""

import sys

import click

from flows.cli.options import settings_options
from flows.settings import Settings


@click.command(epilog="Example:  personae rebuild --warehouse news.duckdb")
@settings_options(is_reading=False)
def rebuild(settings: Settings) -> None:
    """Analyse stored articles again after a change of lexicon, code, tagger or tier. No file is read again."""
    from flows.cli.verbs.outcome import report_run, require_warehouse, stopping_cleanly
    from flows.readiness import worker_getting_ready
    from flows.signals import interruptible

    with stopping_cleanly(), interruptible():
        require_warehouse(settings.warehouse)
        with worker_getting_ready(settings):
            from flows.rebuild import run_rebuild

            run = run_rebuild(settings)
        sys.exit(report_run(run, settings.overrides))
