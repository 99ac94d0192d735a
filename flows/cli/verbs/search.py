"""`personae search`: sentences by their words, speakers, actors, outlets and days."""

import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path

import click

from flows.cli.options import DAY, warehouse_option


@click.command(
    epilog="""\b
Examples:  personae search immigration
           personae search '"border wall" Mexico' --from 2018-01-01 --outlet CNN
           personae search immigration --speaker PER.barack-obama
           personae search immigration --count speaker      (who speaks about it)
           personae search --speaker "Angela Merkel" --actor RUS.GOV --format csv"""
)
@click.argument("words", nargs=-1)
@warehouse_option
@click.option("--speaker", help="Only what this actor says: an id or a name.")
@click.option("--actor", help="Only sentences that name this actor: an id or a name.")
@click.option("--outlet", help="Only articles of this outlet.")
@click.option("--from", "first", type=DAY, help="Only articles of this date or later.")
@click.option("--to", "last", type=DAY, help="Only articles of this date or earlier.")
@click.option(
    "--count", "by", type=click.Choice(["speaker", "outlet", "year", "month"]), help="Count the sentences by this instead of listing them."
)
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="At most this many rows.")
@click.option(
    "--format", "form", type=click.Choice(["text", "csv", "json"]), default="text", show_default=True, help="Format of the sentences."
)
def search(
    words: tuple[str, ...],
    warehouse: Path,
    speaker: str | None,
    actor: str | None,
    outlet: str | None,
    first: datetime | None,
    last: datetime | None,
    by: str | None,
    limit: int,
    form: str,
) -> None:
    """Find the sentences that contain all of WORDS, best match first, each with its speaker, outlet and date.

    Put phrases in quotation marks. A word finds its plural too. Case and accents do not matter."""
    from flows.cli.answers import as_answer, write_answer
    from flows.cli.verbs.outcome import stopping_cleanly
    from warehouse.publishing.asking import find_outlets
    from warehouse.publishing.search import Search, count_sentences, find_actor, find_sentences
    from warehouse.store import open_warehouse

    with stopping_cleanly(), closing(open_warehouse(warehouse, read_only=True)) as connection:
        try:
            asked = Search(
                " ".join(words),
                find_actor(connection, speaker) if speaker else None,
                find_actor(connection, actor) if actor else None,
                find_outlets(connection, outlet) if outlet else (),
                first.date() if first else None,
                last.date() if last else None,
            )
            cursor = count_sentences(connection, asked, by, limit) if by else find_sentences(connection, asked, limit)
        except (KeyError, ValueError) as problem:
            raise click.UsageError(str(problem.args[0])) from problem
        answer = as_answer(cursor)
        if by and form == "text":
            write_answer(answer, "table" if sys.stdout.isatty() else "tsv", sys.stdout)
        elif form == "text":
            _print_hits(answer.columns, list(answer.rows), asked.words)
        else:
            write_answer(answer, form, sys.stdout)


def _print_hits(columns: list[str], rows: list[tuple[object, ...]], words: tuple[str, ...]) -> None:
    """Each sentence with the found words marked, and its source below."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from flows.cli.answers import plain
    from warehouse.publishing.search import forms

    wanted = [form for word in words for form in forms(word)]
    table = Table.grid(padding=(0, 2, 1, 0))
    for number, row in enumerate(rows, 1):
        hit = dict(zip(columns, row, strict=True))
        said = f"{hit['speaker_name']}: " if hit["speaker_name"] else ""
        sentence = Text(plain(said) + plain(" ".join(str(hit["words"]).split())))
        sentence.highlight_words(wanted, "bold reverse", case_sensitive=False)
        parts = (hit["outlet"], hit["published_date"], hit["title"], str(hit["article_id"])[:12])
        source = Text(" · ".join(plain(str(part)) for part in parts if part), style="dim")
        table.add_row(f"{number}.", Text("\n").join([sentence, source]))
    console = Console(width=None if sys.stdout.isatty() else 160, highlight=False)
    console.print(table if rows else "No sentence matches. Try fewer words or filters: personae search --help")
