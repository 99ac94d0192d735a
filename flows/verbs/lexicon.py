"""`personae lexicon`: look after the lexicon and one's own overrides."""

import sys
from pathlib import Path

import click

from flows.options import overrides_option


@click.group()
def lexicon() -> None:
    """Check the lexicon and your overrides."""


@lexicon.command(epilog="Example:  personae lexicon check --overrides overrides/")
@overrides_option
def check(overrides: Path | None) -> None:
    """Check every row of the seeds and of your overrides; print counts and what is wrong; exit code 1 if something is."""
    from flows.answers import print_table
    from flows.lexicons import load_seeds

    seeds = load_seeds(overrides)
    print_table(["frame", "rows"], ((name, frame.height) for name, frame in seeds.frames.items()), sys.stdout)
    kinds = seeds.frames["actors"].group_by("kind").len().sort("len", descending=True)
    print_table(["kind of actor", "actors"], kinds.iter_rows(), sys.stdout)
    for problem in seeds.problems:
        click.echo(problem, err=True)
    click.echo(f"lexicon {seeds.version}: {len(seeds.problems)} problems")
    sys.exit(1 if seeds.problems else 0)
