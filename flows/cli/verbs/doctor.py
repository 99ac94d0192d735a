"""`personae doctor`: whether this installation works."""

import sys
from collections.abc import Callable
from functools import partial
from importlib.metadata import version
from pathlib import Path

import click

from flows.cli.options import overrides_option, warehouse_option
from flows.exits import EXIT_STOPPED

PACKAGES = ("prefect", "polars", "duckdb", "great-expectations", "spacy", "trafilatura")
_SENTENCE = "Moscow said it would answer."


@click.command(epilog="Example:  personae doctor --warehouse news.duckdb")
@warehouse_option
@overrides_option
def doctor(warehouse: Path, overrides: Path | None) -> None:
    """Check that this installation works: packages, tagger, lexicon, warehouse; exit code 3 if a check fails."""
    checks: dict[str, Callable[[], str]] = {
        "Python": lambda: sys.version.split()[0],
        **{package: partial(version, package) for package in PACKAGES},
        "tagger": _tagger,
        "lexicon": lambda: _lexicon(overrides),
        "analysis": lambda: _analysis(overrides),
        "warehouse": lambda: _warehouse(warehouse),
    }
    failures = 0
    for name, find in checks.items():
        try:
            click.echo(f"ok    {name:20} {find()}")
        except Exception as problem:  # noqa: BLE001 - a doctor reports whatever is wrong and goes on to the next organ
            failures += 1
            click.echo(f"FAIL  {name:20} {type(problem).__name__}: {problem}")
    click.echo("all well" if not failures else f"{failures} of {len(checks)} checks failed; make setup installs what is missing")
    sys.exit(EXIT_STOPPED if failures else 0)


def _tagger() -> str:
    from flows.lexicons import load_tagger

    return load_tagger("full").version


def _lexicon(overrides: Path | None) -> str:
    from flows.lexicons import load_seeds

    seeds = load_seeds(overrides)
    return (
        f"{seeds.version}, {seeds.frames['actors'].height} actors, {seeds.frames['aliases'].height} aliases, {len(seeds.problems)} problems"
    )


def _analysis(overrides: Path | None) -> str:
    from flows.analysis import Analyst
    from transforms.annotations import Article

    (found,) = Analyst.of("full", overrides).annotate([Article("doctor", _SENTENCE)])
    if isinstance(found, str):
        raise ValueError(found)
    return f"{_SENTENCE!r}: {', '.join(f'{mention.actor_id} {mention.role}' for mention in found.mentions)}"


def _warehouse(path: Path) -> str:
    from contextlib import closing

    from warehouse.store import open_warehouse

    if not path.exists():
        return f"{path} is not there yet; make it with: personae ingest FOLDER --warehouse {path}"
    with closing(open_warehouse(path, read_only=True)) as connection:
        row = connection.execute("SELECT count(*) FROM articles").fetchone()
    return f"{path}, {row[0] if row else 0} articles"
