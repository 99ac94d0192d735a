"""`personae redrive`: what was set aside, tried again."""

import sys
from pathlib import Path

import click

from flows.cli.options import jobs_option, limits_option, overrides_option, tier_option, warehouse_option
from flows.settings import Settings, Tier
from transforms.limits import Limits


@click.command(epilog="Example:  personae redrive --warehouse news.duckdb")
@warehouse_option
@tier_option
@jobs_option
@overrides_option
@limits_option
def redrive(warehouse: Path, tier: Tier, jobs: int, overrides: Path | None, limits: Limits) -> None:
    """Read again every file with something in quarantine; what is still wrong is set aside anew."""
    from flows.cli.verbs.outcome import report_run, require_warehouse, stopping_cleanly
    from flows.signals import interruptible

    with stopping_cleanly(), interruptible():
        require_warehouse(warehouse)
        from flows.redrive import run_redrive

        sys.exit(report_run(run_redrive(Settings(warehouse, tier, jobs=jobs, overrides=overrides, limits=limits))))
