"""How verbs that run flows end: a table of the books, or one plain message instead of a stack of calls."""

import atexit
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flows.exits import EXIT_SET_ASIDE, EXIT_STOPPED
from flows.troubles import explain_trouble

if TYPE_CHECKING:
    from flows.running import RunReport


@atexit.register
def _hide_leak_report() -> None:
    """Prefect's idle threads hold DuckDB's classes until the interpreter is gone, and its bindings then print a page about "leaks" that no
    user can act on. Registered before Prefect's own exit handlers, so it runs after them, when everything is said."""
    sys.stderr.flush()
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)


# Prefect logs each state of each task; runs from the command line show our own lines instead, unless asked otherwise
os.environ.setdefault("PREFECT_LOGGING_LEVEL", "CRITICAL")


@contextmanager
def stopping_cleanly() -> Iterator[None]:
    """Turn errors that users can mend, and those of the machine, into one sentence on standard error and exit code 3."""
    try:
        yield
    except Exception as problem:
        if type(problem) is ValueError:
            raise click.UsageError(str(problem)) from problem
        sentence = explain_trouble(problem)
        if sentence is None:
            raise
        click.echo(f"personae: {sentence}", err=True)
        sys.exit(EXIT_STOPPED)


def require_warehouse(path: Path) -> None:
    """Raises WarehouseMissingError: verbs that work on what is stored make no new warehouse."""
    from warehouse.store import WarehouseMissingError

    if not path.is_file():
        raise WarehouseMissingError(
            f"{path}: expected a warehouse, found no such file; make one with: personae ingest FOLDER --warehouse {path}"
        )


def report_run(report: "RunReport", overrides: Path | None = None) -> int:
    """Print the books of a run; the exit code they call for. Raises BrokenPipeError where nobody listens any more, be it a closed pipe or
    a closed terminal: the run itself is completed then."""
    try:
        _print_books(report)
        _print_problems(overrides)
    except OSError as problem:
        raise BrokenPipeError from problem
    counts = report.counts
    return EXIT_SET_ASIDE if counts.files_quarantined or counts.articles_quarantined else 0


def _print_books(report: "RunReport") -> None:
    from rich.console import Console
    from rich.table import Table

    from flows.summaries import summary_rows

    table = Table(title=f"{report.warehouse}", title_justify="left")
    table.add_column("in")
    table.add_column("number", justify="right")
    table.add_column("out")
    for what, number, became in summary_rows(report):
        table.add_row(what, f"{number:,}", became)
    Console().print(table)
    _print_changes(report)
    if report.remark:
        click.echo(f"{report.remark[0].upper()}{report.remark[1:]}.")
    counts = report.counts
    aside = counts.files_quarantined + counts.articles_quarantined + counts.rows_quarantined
    if aside:
        click.echo(f"Set aside: {aside}. Why: personae checks --warehouse {report.warehouse}")
    click.echo(f"Next: personae show --warehouse {report.warehouse}")


def _print_problems(overrides: Path | None) -> None:
    """That lines of the user's files were left out: whoever corrects something would wait for it in vain."""
    if overrides is None:
        return
    from flows.lexicons import load_seeds

    if problems := load_seeds(overrides).problems:
        click.echo(f"Left out of {overrides}: {len(problems)}. Why: personae lexicon check --overrides {overrides}", err=True)


#: Kinds of change that a rebuild prints; the others are counted.
_SHOWN = 20


def _print_changes(report: "RunReport") -> None:
    """What a rebuild made different, the most rows first."""
    if not report.changes:
        return
    from flows.cli.answers import print_table

    shown = (
        (*("nobody" if value is None else value for value in change[:3]), change.rule or "gone", *change[4:]) for change in report.changes
    )
    print_table(["words", "before", "now", "by rule", "rows", "articles"], islice(shown, _SHOWN), sys.stdout)
    if len(report.changes) > _SHOWN:
        rest = report.changes[_SHOWN:]
        click.echo(f"and {sum(change.row_count for change in rest):,} rows of {len(rest):,} other kinds")
