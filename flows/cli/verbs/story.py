"""`personae story`: the articles of one story side by side, with the sentences that differ."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from flows.cli.options import warehouse_option

if TYPE_CHECKING:
    from warehouse.story_members import Member


@click.command(epilog="Example:  personae story 3f2a9c1b --warehouse news.duckdb")
@click.argument("identifier", metavar="ID")
@warehouse_option
@click.option("--members", type=click.IntRange(1), default=20, show_default=True, help="How many texts to compare with the first.")
def story(identifier: str, warehouse: Path, members: int) -> None:
    """Show the articles of a story side by side. ID is the id of the story or of any of its articles, or its first digits.

    First come all of its articles, then the sentences in which each other text differs from the first.
    """
    from flows.cli.answers import print_table
    from flows.cli.verbs.outcome import stopping_cleanly
    from warehouse.store import open_warehouse
    from warehouse.story_members import find_story, read_members

    with stopping_cleanly(), closing(open_warehouse(warehouse, read_only=True)) as connection:
        story_id = find_story(connection, identifier)
        found = read_members(connection, story_id)
    texts: dict[str, int] = {}
    for member in found:
        texts.setdefault(member.text_hash, len(texts) + 1)
    rows = ((texts[m.text_hash], m.outlet, m.day and m.day.isoformat(), m.title, m.path, m.article_id[:12]) for m in found)
    columns = ["text", "outlet", "date", "title", "path", "article"]
    print_table(columns, rows, sys.stdout, f"Story {story_id}: {len(found)} articles, {len(texts)} texts")
    distinct = list({member.text_hash: member for member in reversed(found)}.values())[::-1]
    for number, member in enumerate(distinct[1 : members + 1], 2):
        _print_differences(distinct[0], member, number, sys.stdout)
    if len(distinct) > members + 1:
        click.echo(f"… {len(distinct) - members - 1} more texts; to compare them too: --members {len(distinct)}")


def _print_differences(first: "Member", other: "Member", number: int, stream: IO[str]) -> None:
    """The complete sentences that only one of two texts has, the first text's on the left."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from transforms.articles.differences import differing_sentences

    pairs = differing_sentences(first.sentences, other.sentences)
    console = Console(file=stream, width=None if stream.isatty() else 160)
    table = Table(title=f"1 and {number}: {len(pairs)} sentences differ", title_justify="left", title_style="bold", show_lines=True)
    for name in _heads(1, first), _heads(number, other):
        table.add_column(Text(name), ratio=1, overflow="fold")
    for pair in _printable(pairs):
        # Text, not markup: what articles say must not format a terminal
        table.add_row(*map(Text, pair))
    console.print(table)


def _heads(number: int, member: "Member") -> str:
    return _plain(f"{number} · {member.outlet or member.title or member.article_id[:12]}")


def _printable(pairs: Sequence[tuple[str | None, str | None]]) -> Iterator[tuple[str, str]]:
    for one, other in pairs:
        yield _plain(one or ""), _plain(other or "")


def _plain(words: str) -> str:
    return "".join(sign if sign.isprintable() else " " for sign in words)
