"""`personae doctor`: whether this installation works."""

import sys
from collections.abc import Callable, Sequence
from functools import partial
from importlib.metadata import version
from pathlib import Path

import click

from flows.cli.options import overrides_option, warehouse_option
from flows.exits import EXIT_STOPPED
from warehouse.places import DEFAULT_NAME, published_folder
from warehouse.publishing.publications import is_whole, previous_copies

PACKAGES = ("prefect", "polars", "duckdb", "great-expectations", "spacy", "trafilatura")
_SENTENCE = "Moscow said it would answer."


@click.command(epilog="Example:  personae doctor --warehouse news.duckdb")
@warehouse_option
@overrides_option
@click.option("--full", is_flag=True, help="Read every row of the warehouse and every byte of its published copy.")
def doctor(warehouse: Path, overrides: Path | None, full: bool) -> None:
    """Check that this installation works: packages, tagger, lexicon, judge, warehouse; exit code 3 if a check fails."""
    checks: dict[str, Callable[[], str]] = {
        "Python": lambda: sys.version.split()[0],
        **{package: partial(version, package) for package in PACKAGES},
        "tagger": _tagger,
        "lexicon": lambda: _lexicon(overrides),
        "analysis": lambda: _analysis(overrides),
        "judge of acts": _judge,
        "readers": _readers,
        "warehouse": lambda: _warehouse(warehouse),
    }
    if full:
        checks |= {"rows": lambda: _rows(warehouse), "published copy": lambda: _published(warehouse)}
    failures = 0
    for name, find in checks.items():
        try:
            click.echo(f"ok    {name:20} {find()}")
        except Exception as problem:  # noqa: BLE001 - a doctor reports whatever is wrong and goes on to the next organ
            failures += 1
            click.echo(f"FAIL  {name:20} {type(problem).__name__}: {problem}")
    click.echo(
        "all well"
        if not failures
        else f"{failures} of {len(checks)} checks failed; each says what is wrong. make setup installs missing packages"
    )
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


def _judge() -> str:
    from flows.dictionaries import load_act_judge

    return "at work" if load_act_judge() else "missing: rules alone code acts"


def _readers() -> str:
    from flows.reading import ReaderProcess
    from transforms.limits import DEFAULT_LIMITS

    with ReaderProcess(DEFAULT_LIMITS, {}) as reader:
        return f"a separate process parses files, confined by: {', '.join(reader.walls())}"


def _warehouse(path: Path) -> str:
    from contextlib import closing

    from warehouse.store import open_warehouse

    if not path.exists():
        return f"{path} does not exist yet; make it with: personae ingest FOLDER --warehouse {path}"
    with closing(open_warehouse(path, read_only=True)) as connection:
        row = connection.execute("SELECT count(*) FROM articles").fetchone()
    return f"{path}, {row[0] if row else 0} articles"


def _rows(path: Path) -> str:
    from contextlib import closing

    import duckdb

    from warehouse.hashes import read_everything
    from warehouse.store import open_warehouse

    folder = published_folder(path)
    with closing(open_warehouse(path, read_only=True)) as connection:
        try:
            tables = read_everything(connection)
        except duckdb.Error as problem:
            copies = [folder / DEFAULT_NAME, *previous_copies(folder)]
            raise ValueError(f"expected every row to be readable, found: {problem}; {_remedy(copies, folder, path)}") from None
    return f"{sum(count for count, _ in tables.values()):,} in {len(tables)} tables"


def _published(path: Path) -> str:
    folder = published_folder(path)
    copy, previous = folder / DEFAULT_NAME, previous_copies(folder)
    if not copy.is_file():
        return f"none in {folder} yet"
    if not is_whole(copy, folder):
        raise ValueError(f"expected {copy} as it was published, found other bytes; {_remedy(previous, folder, copy)}")
    return f"{copy}, and {len(previous)} before it"


def _remedy(copies: Sequence[Path], folder: Path, target: Path) -> str:
    """The command that puts the newest whole one of some copies in a file's place."""
    from warehouse.store import replace_by

    found = next((copy for copy in copies if copy.is_file() and is_whole(copy, folder)), None)
    if found is None:
        return "no intact copy is left: ingest the files again"
    return f"restore the last intact copy: {replace_by(found, target)}"
