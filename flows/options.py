"""Command line options that several verbs share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from flows.settings import default_overrides, default_warehouse

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
input_option: Decorator = click.option(
    "--input", "input_path", type=click.Path(), default=None, help="Read this file instead of standard input."
)
output_option: Decorator = click.option(
    "--output", "output_path", type=click.Path(), default=None, help="Write this file instead of standard output."
)
