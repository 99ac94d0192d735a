"""`personae watch`: ingest what arrives in a folder."""

from pathlib import Path

import click

from flows.cli.options import settings_options
from flows.settings import Settings


@click.command(epilog="Example:  personae watch inbox/ --warehouse news.duckdb")
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@settings_options()
def watch(folder: Path, settings: Settings) -> None:
    """Ingest FOLDER, then each file that arrives in it, until interrupted."""
    from flows.cli.verbs.outcome import report_run, stopping_cleanly
    from flows.ingest import run_ingest
    from flows.signals import interruptible
    from flows.watching import wait_for_arrivals

    with stopping_cleanly(), interruptible():
        report_run(run_ingest([str(folder)], settings))
        click.echo(f"watching {folder}; stop with Ctrl-C", err=True)
        for arrived in wait_for_arrivals(folder):
            click.echo(f"{len(arrived)} arrived", err=True)
            # the whole folder, not only what was told: a file that came while the run before was at work must not be missed
            report_run(run_ingest([str(folder)], settings))
