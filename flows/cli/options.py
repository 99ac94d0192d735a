"""Command line options that several verbs share."""

import os
from collections.abc import Callable
from dataclasses import fields
from functools import wraps
from pathlib import Path
from typing import Any

import click

from flows.mirror import is_address
from flows.settings import Settings, default_limits, default_overrides, default_warehouse
from transforms.articles import STORY_THRESHOLD
from transforms.limits import Limits

type Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


class _Input(click.Path):
    """A file or folder, absolute and there; or an address, unchanged: only asking its store would tell whether it is there."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ANN401
        return value if is_address(value) else os.path.abspath(os.fsdecode(super().convert(value, param, ctx)))  # noqa: PTH100


#: What deployments and counts are made of.
INPUT = _Input(exists=True)
#: A day as people type it.
DAY = click.DateTime(["%Y-%m-%d"])

warehouse_option: Decorator = click.option(
    "--warehouse",
    type=click.Path(path_type=Path, dir_okay=False),
    default=default_warehouse,
    show_default="$PERSONAE_WAREHOUSE or personae.duckdb",
    help="The DuckDB file.",
)
tier_option: Decorator = click.option(
    "--tier",
    type=click.Choice(["fast", "full", "deep"]),
    default="full",
    show_default=True,
    help="fast: lexicon and rules; full: also the tagger; deep: also an encoder (docs/tiers.md).",
)
overrides_option: Decorator = click.option(
    "--overrides",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=default_overrides,
    show_default="$PERSONAE_OVERRIDES or ./overrides",
    help="Folder of your own lexicon CSV files.",
)
batch_option: Decorator = click.option(
    "--batch-articles", type=click.IntRange(1), default=None, help="Articles per batch, roughly; by default 200, in the tier fast 1000."
)
jobs_option: Decorator = click.option(
    "--jobs", type=click.IntRange(1, 256), default=1, show_default=True, help="Batches to compute at the same time."
)
engine_option: Decorator = click.option(
    "--engine", type=click.Choice(["local", "processes", "dask"]), default="processes", show_default=True, show_envvar=True,
    envvar="PERSONAE_ENGINE", help="Where to compute batches: in this process, in child processes or on a Dask cluster.",
)  # fmt: skip
dask_option: Decorator = click.option(
    "--dask-address", default=None, metavar="ADDRESS", show_envvar=True, envvar="PERSONAE_DASK_ADDRESS",
    help="Scheduler of a running cluster, e.g. tcp://host:8786; without one, workers start here.",
)  # fmt: skip
fail_option: Decorator = click.option(
    "--fail-above", type=click.FloatRange(0, 1), default=0.5, show_default=True, show_envvar=True, envvar="PERSONAE_FAIL_ABOVE",
    help="A run on a Prefect server fails if more than this share of files or articles is set aside.",
)  # fmt: skip
publish_option: Decorator = click.option(
    "--publish", "publishing", type=click.Choice(["always", "changed", "never"]), default="changed", show_default=True, show_envvar=True,
    envvar="PERSONAE_PUBLISH", help="When to publish: always, if something changed, or never.",
)  # fmt: skip
story_option: Decorator = click.option(
    "--story-threshold", type=click.FloatRange(0, 1, min_open=True), default=STORY_THRESHOLD, show_default=True, show_envvar=True,
    envvar="PERSONAE_STORY_THRESHOLD", help="Articles that share at least this fraction of their word shingles are one story.",
)  # fmt: skip
limits_option: Decorator = click.option(
    "--limit",
    "limits",
    multiple=True,
    metavar="LIMIT=NUMBER",
    callback=lambda _context, _option, pairs: _change_limits(pairs),
    help="Limits for reading one file, e.g. --limit seconds=120; also $PERSONAE_LIMITS (docs/formats.md).",
)
map_option: Decorator = click.option(
    "--map", "mappings", multiple=True, metavar="OURS=THEIRS",
    help="Which field is which, e.g. --map title=headline, or a TOML file of such lines; `personae map FILE` suggests them.",
)  # fmt: skip
keep_option: Decorator = click.option(
    "--keep", metavar="FIELDS", help="Other fields to keep, e.g. --keep topic,bias; all short ones by default."
)
generic_option: Decorator = click.option("--generic", is_flag=True, help='Count unnamed people ("a group", "protesters") as actors too.')
excel_option: Decorator = click.option(
    "--excel", "is_excel", is_flag=True,
    help="CSV for Excel: a byte-order mark, a header, commas, no cell that reads as a formula.",
)  # fmt: skip
input_option: Decorator = click.option(
    "--input", "input_path", type=click.Path(), default=None, help="Read this file instead of standard input."
)
output_option: Decorator = click.option(
    "--output", "output_path", type=click.Path(), default=None, help="Write this file instead of standard output."
)


def settings_options(is_reading: bool = True) -> Decorator:
    """The options that come to the settings of a run, which the command is given as `settings`; `is_reading`: those about files too."""

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(command)
        def called(mappings: tuple[str, ...] = (), keep: str | None = None, **given: Any) -> Any:  # noqa: ANN401
            from flows.mapping import parse_mapping, with_kept

            names = [field.name for field in fields(Settings) if field.name in given]
            try:
                mapping = with_kept(parse_mapping(mappings), keep)
                settings = Settings(mapping=tuple(sorted(mapping.items())), **{name: given.pop(name) for name in names})
            except ValueError as problem:
                raise click.UsageError(str(problem)) from problem
            return command(settings=settings, **given)

        call: Callable[..., Any] = called
        options = [warehouse_option, tier_option, batch_option, jobs_option, engine_option, dask_option, overrides_option]
        options += [limits_option, map_option, keep_option] if is_reading else []
        for option in reversed([*options, story_option, publish_option, fail_option]):
            call = option(call)
        return call

    return decorate


def _change_limits(pairs: tuple[str, ...]) -> Limits:
    try:
        return default_limits().changed(pairs)
    except ValueError as problem:
        raise click.BadParameter(str(problem)) from problem
