"""`personae redrive`: what was set aside, tried again."""

import sys

import click

from flows.cli.options import settings_options
from flows.settings import Settings


@click.command(epilog="Example:  personae redrive --warehouse news.duckdb")
@settings_options()
def redrive(settings: Settings) -> None:
    """Read every quarantined file again; what still cannot be read stays in quarantine."""
    from flows.cli.verbs.outcome import report_run, require_warehouse, stopping_cleanly
    from flows.signals import interruptible

    with stopping_cleanly(), interruptible():
        require_warehouse(settings.warehouse)
        from flows.redrive import run_redrive

        sys.exit(report_run(run_redrive(settings)))
