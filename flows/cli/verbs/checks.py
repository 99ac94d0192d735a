"""`personae checks`: the verdicts of the gate in the last run, and what is in quarantine."""

import sys
from contextlib import closing
from pathlib import Path

import click

from flows.cli.options import warehouse_option

QUARANTINE = """
    SELECT stage, reason, count(*) AS rows, any_value(coalesce(path, table_name)) AS for_example, any_value(detail) AS detail
    FROM quarantine WHERE is_open GROUP BY stage, reason ORDER BY rows DESC"""


@click.command(epilog="Example:  personae checks --warehouse news.duckdb --report checks.html")
@warehouse_option
@click.option("--report", type=click.Path(path_type=Path, dir_okay=False), help="Write everything to this file, as a web page.")
@click.option("--all", "show_all", is_flag=True, help="Show the checks that passed too.")
def checks(warehouse: Path, report: Path | None, show_all: bool) -> None:
    """Show the checks of the last run, and what is set aside and why. Exit code 1 if a check failed or something is set aside."""
    from flows.cli.answers import ask, print_table
    from flows.cli.verbs.outcome import stopping_cleanly

    with stopping_cleanly():
        with ask(warehouse, "FROM last_run_checks" if show_all else "FROM last_run_checks WHERE NOT is_passed") as answer:
            print_table(answer.columns, answer.rows, sys.stdout, "Checks of the last run" if show_all else "Failed checks of the last run")
        with ask(warehouse, "SELECT count(*) FROM last_run_checks WHERE NOT is_passed AND severity <> 'note'") as answer:
            ((failed,),) = answer.rows
        with ask(warehouse, QUARANTINE) as answer:
            aside = list(answer.rows)
            print_table(answer.columns, iter(aside), sys.stdout, "Set aside (try again: personae redrive)")
        if report:
            from expectations.report import write_report
            from warehouse.store import open_warehouse

            with closing(open_warehouse(warehouse, read_only=True)) as connection:
                write_report(connection, report)
            click.echo(f"written: {report}")
    sys.exit(1 if aside or failed else 0)
