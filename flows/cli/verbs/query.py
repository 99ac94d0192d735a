"""`personae query`: SQL, or the name of a view, against a warehouse opened read-only."""

import sys
from datetime import datetime
from pathlib import Path

import click

from flows.cli.options import DAY, excel_option, generic_option, warehouse_option
from warehouse.vocabulary import ACTOR_KINDS


@click.command(
    epilog="""\b
Examples:  personae query                                   (lists the views)
           personae query --list                            (views, macros and ready-made questions)
           personae query top_actors --limit 20
           personae query top_actors --generic              (unnamed people count too)
           personae query who_accuses_whom
           personae query quoted_by_outlet --outlet CNN --outlet "Fox News"
           personae query tone_by_outlet --actor "Angela Merkel" --actor "Emmanuel Macron"
           personae query named_with --actor "United States" --kind country
           personae query dyad_timeline --actor Serbia --about Kosovo
           personae query "SELECT outlet, count(*) FROM articles GROUP BY outlet" --format csv
           personae query top_actors --excel --output actors.csv"""
)
@click.argument("question", required=False)
@warehouse_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "tsv", "json", "parquet"]),
    default=None,
    show_default="table on a terminal, tsv into a pipe, csv into a file",
    help="Format of the rows.",
)
@excel_option
@click.option(
    "--actor", "actors", multiple=True, metavar="NAME", help="Only this actor and its parts: a name or an id. May be given again."
)
@click.option("--about", "others", multiple=True, metavar="NAME", help="Only rows about this actor or acting on it.")
@click.option("--outlet", "outlets", multiple=True, metavar="NAME", help="Only this outlet.")
@click.option("--medium", "media", multiple=True, metavar="NAME", help="Only rows that credit this medium.")
@click.option(
    "--kind", "kinds", multiple=True, type=click.Choice(ACTOR_KINDS), metavar="KIND", help="Only actors of this kind: country, person …"
)
@click.option("--field", metavar="NAME", help="The archive's own field to group by: topic, section …")
@click.option("--from", "first", type=DAY, help="Only this date or later.")
@click.option("--to", "last", type=DAY, help="Only this date or earlier.")
@click.option("--limit", type=click.IntRange(1), default=None, help="At most this many rows.")
@generic_option
@click.option("--list", "is_list", is_flag=True, help="List all views, macros and ready-made questions.")
@click.option("--cookbook", is_flag=True, help="Print the ready-made questions with their SQL, as Markdown.")
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="Write this file instead of standard output.")
def query(
    question: str | None,
    warehouse: Path,
    form: str | None,
    is_excel: bool,
    actors: tuple[str, ...],
    others: tuple[str, ...],
    outlets: tuple[str, ...],
    media: tuple[str, ...],
    kinds: tuple[str, ...],
    field: str | None,
    first: datetime | None,
    last: datetime | None,
    limit: int | None,
    generic: bool,
    is_list: bool,
    cookbook: bool,
    output: Path | None,
) -> None:
    """Ask a warehouse: by the name of a view, ready-made question or macro, narrowed by options, or in SQL. Without a question, list the
    views.

    A query changes nothing. While a run writes the file, ask the published copy instead.
    """
    from flows.cli.answers import EXCEL_ENCODING, ask, print_table, write_answer, write_parquet
    from flows.cli.verbs.outcome import stopping_cleanly
    from warehouse.publishing.asking import Words
    from warehouse.publishing.cookbook import cookbook_page, list_questions

    if is_list or cookbook:
        if is_list:
            print_table(["kind", "ask", "what it answers"], list_questions(), sys.stdout)
        if cookbook:
            click.echo(cookbook_page(), nl=False)
        return
    question = question or "start_here"
    words = Words(actors, others, outlets, media, kinds, field, first.date() if first else None, last.date() if last else None)
    if form == "parquet" and output is None:
        raise click.UsageError("--format parquet needs a file: --output FILE")
    if is_excel and form not in (None, "table", "csv"):
        raise click.UsageError(f"--excel writes CSV, but --format asks for {form}")
    with stopping_cleanly():
        if form == "parquet" and output is not None:
            write_parquet(warehouse, question, limit, output, generic, words)
            return
        encoding = EXCEL_ENCODING if is_excel else "utf-8"
        with (
            ask(warehouse, question, limit, generic, words) as answer,
            click.open_file(str(output or "-"), "w", encoding=encoding) as stream,
        ):
            write_answer(answer, "csv" if is_excel else form or _fitting(output), stream)


def _fitting(output: Path | None) -> str:
    """The format that suits the reader of the output."""
    return "csv" if output else "table" if sys.stdout.isatty() else "tsv"
