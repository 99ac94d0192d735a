"""`personae rules`: what decides, and how often."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import click

from flows.cli.options import INPUT, overrides_option, tier_option
from flows.settings import Tier


@click.command(epilog="Example:  personae rules archive/")
@click.argument("paths", nargs=-1, type=INPUT)
@click.option("--warehouse", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="Count in the tables of this DuckDB file.")
@tier_option
@overrides_option
def rules(paths: tuple[str, ...], warehouse: Path | None, tier: Tier, overrides: Path | None) -> None:
    """List the rules of the analysis, and how often each decided: on article files or folders, or in a warehouse.

    On files every verdict counts, even if a later rule replaced it; a warehouse holds the last verdict on each row.
    """
    from flows.cli.answers import print_table
    from flows.cli.verbs.outcome import stopping_cleanly
    from transforms.rule_book import rule_rows

    if paths and warehouse:
        raise click.UsageError("expected article files or --warehouse, found both")
    columns, counts = ["table", "rule"], None
    with stopping_cleanly():
        if paths:
            counts = _count_on(paths, tier, overrides)
        elif warehouse is not None:
            counts = _count_in(warehouse)
    columns += ["verdicts"] if counts is not None else []
    rows: Iterator[tuple[Any, ...]] = (
        (table, rule, *(() if counts is None else (counts[table, rule],)), meaning) for table, rule, meaning in rule_rows()
    )
    print_table([*columns, "meaning"], rows, sys.stdout)


def _count_on(paths: Iterable[str], tier: Tier, overrides: Path | None) -> Counter[tuple[str, str]]:
    """Verdicts by table and rule in the articles of files; files and articles that cannot be used are named on standard error."""
    from flows.analysis import Analyst
    from flows.article_lines import article_lines
    from transforms.annotations import Article
    from transforms.rule_book import fired_rules

    def articles() -> Iterator[Article]:
        for line in article_lines(list(paths)):
            if "error" in line:
                click.echo(f"{line['file']}: {line['error']}", err=True)
                continue
            day = date.fromisoformat(line["published_at"][:10]) if line["published_at"] else None
            yield Article(line["id"], line["text"], line["title"], day, line["outlet"])

    counts: Counter[tuple[str, str]] = Counter()
    for found in Analyst.of(tier, overrides).annotate(articles()):
        if isinstance(found, str):
            click.echo(found, err=True)
        else:
            counts.update(fired_rules(found))
    return counts


def _count_in(warehouse: Path) -> Counter[tuple[str, str]]:
    """Rows by table and declared rule."""
    from transforms.rule_book import declared_id
    from warehouse.store import open_warehouse

    counts: Counter[tuple[str, str]] = Counter()
    with closing(open_warehouse(warehouse, read_only=True)) as connection:
        for table in ("mentions", "quotes", "dyads", "credits", "times"):
            for rule, number in connection.execute(f"SELECT rule, count(*) FROM {table} GROUP BY rule").fetchall():
                counts[table, declared_id(table, rule)] += number
    return counts
