"""Command line options that several verbs share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from flows.settings import default_limits, default_overrides, default_warehouse
from transforms.limits import Limits

type Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

warehouse_option: Decorator = click.option(
    "--warehouse",
    type=click.Path(path_type=Path, dir_okay=False),
    default=default_warehouse,
    show_default="$PERSONAE_WAREHOUSE or personae.duckdb",
    help="The DuckDB file.",
)
tier_option: Decorator = click.option(
    "--tier",
    type=click.Choice(["fast", "full"]),
    default="full",
    show_default=True,
    help="fast: lexicon and rules alone; full: with the tagger.",
)
overrides_option: Decorator = click.option(
    "--overrides",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=default_overrides,
    show_default="$PERSONAE_OVERRIDES or ./overrides",
    help="Folder with your own lexicon CSV files.",
)
jobs_option: Decorator = click.option(
    "--jobs", type=click.IntRange(1, 256), default=1, show_default=True, help="Batches computed at the same time."
)
limits_option: Decorator = click.option(
    "--limit",
    "limits",
    multiple=True,
    metavar="LIMIT=NUMBER",
    callback=lambda _context, _option, pairs: _change_limits(pairs),
    help="What reading one file may cost, e.g. --limit seconds=120; also $PERSONAE_LIMITS. docs/formats.md lists them.",
)
map_option: Decorator = click.option(
    "--map", "mappings", multiple=True, metavar="OURS=THEIRS",
    help="Field of JSON, tables or XML, e.g. --map title=headline; or a TOML file of such lines. `personae map FILE` shows what fits.",
)  # fmt: skip
keep_option: Decorator = click.option(
    "--keep", metavar="FIELDS", help="Further fields to keep, e.g. --keep topic,bias; otherwise all short ones."
)
generic_option: Decorator = click.option(
    "--generic", is_flag=True, help='Count unnamed people ("a group", "protesters") among the actors too.'
)
excel_option: Decorator = click.option(
    "--excel", "is_excel", is_flag=True,
    help="CSV as Excel opens it: a byte-order mark, a header, commas, no cell that is taken for a formula.",
)  # fmt: skip
input_option: Decorator = click.option(
    "--input", "input_path", type=click.Path(), default=None, help="Read this file instead of standard input."
)
output_option: Decorator = click.option(
    "--output", "output_path", type=click.Path(), default=None, help="Write this file instead of standard output."
)


def _change_limits(pairs: tuple[str, ...]) -> Limits:
    try:
        return default_limits().changed(pairs)
    except ValueError as problem:
        raise click.BadParameter(str(problem)) from problem
