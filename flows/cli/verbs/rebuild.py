"""`personae rebuild`: stored articles, analysed again."""

import sys
from pathlib import Path

import click

from flows.cli.options import jobs_option, overrides_option, tier_option, warehouse_option
from flows.settings import Settings, Tier


@click.command(epilog="Example:  personae rebuild --warehouse news.duckdb")
@warehouse_option
@tier_option
@jobs_option
@overrides_option
def rebuild(warehouse: Path, tier: Tier, jobs: int, overrides: Path | None) -> None:
    """Analyse stored articles again whose rows were made with another lexicon, code, tagger or tier; no file is read again."""
    from flows.cli.verbs.outcome import report_run, require_warehouse, stopping_cleanly
    from flows.signals import interruptible

    with stopping_cleanly(), interruptible():
        require_warehouse(warehouse)
        from flows.rebuild import run_rebuild

        sys.exit(report_run(run_rebuild(Settings(warehouse, tier, jobs=jobs, overrides=overrides))))
