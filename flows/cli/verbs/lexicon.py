"""`personae lexicon`: look after the lexicon and one's own overrides."""

import sys
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flows.cli.options import overrides_option, warehouse_option

if TYPE_CHECKING:
    import polars as pl

type Frames = Mapping[str, pl.DataFrame]


@click.group()
def lexicon() -> None:
    """Check the lexicon and your overrides, find missing names, review identities, compare editions, import dictionaries."""


@lexicon.command(epilog="Example:  personae lexicon check --overrides overrides/")
@overrides_option
def check(overrides: Path | None) -> None:
    """Check every row of the lexicon and of your overrides for unusable values, names that two actors share without a rule, offices held
    twice, dates in the wrong order and missing sources. Prints counts; exit code 1 if something is wrong."""
    from flows.cli.answers import print_table
    from flows.lexicons import find_unknown_classes, load_seeds
    from warehouse import lexicon_checks as checks
    from warehouse.seeds import SEED_FOLDER

    seeds = load_seeds(overrides)
    print_table(["frame", "rows"], ((name, frame.height) for name, frame in seeds.frames.items()), sys.stdout)
    print_table(["kind of actor", "lexicon", "with an id", "register", "with an id"], checks.count_kinds(seeds.frames), sys.stdout)
    names, decided = checks.check_names(seeds.frames)
    print_table(["what tells actors of one name apart", "pairs"], iter(decided.most_common()), sys.stdout)
    problems = [
        *seeds.problems,
        *find_unknown_classes(seeds),
        *names,
        *checks.check_tenures(seeds.frames, checks.read_shared_offices()),
        *checks.check_days(seeds.frames),
        *checks.check_items(seeds.frames),
        *(problem for folder in (SEED_FOLDER, overrides) if folder for problem in checks.check_sources(folder)),
    ]
    for problem in problems:
        click.echo(problem, err=True)
    for note in seeds.notes:
        click.echo(note)
    click.echo(f"lexicon {seeds.version}: {len(problems)} problems")
    sys.exit(1 if problems else 0)


@lexicon.command(epilog="Example:  personae lexicon gaps --warehouse news.duckdb --limit 20")
@warehouse_option
@click.option("--limit", type=click.IntRange(1), default=30, show_default=True, help="At most this many names.")
def gaps(warehouse: Path, limit: int) -> None:
    """List names the lexicon lacks, ranked by articles times outlets, each with a line to paste into your own files."""
    from flows.cli.answers import print_table
    from flows.cli.verbs.outcome import stopping_cleanly
    from warehouse.gaps import rank_gaps
    from warehouse.store import open_warehouse

    with stopping_cleanly(), closing(open_warehouse(warehouse, read_only=True)) as connection:
        found = list(rank_gaps(connection, limit))
    print_table(["name", "label", "mentions", "articles", "outlets"], (gap[:5] for gap in found), sys.stdout)
    click.echo("Lines for your overrides; fill in country (ISO 3166-1 alpha-3), sector and what else you know:")
    for file in sorted({gap.file for gap in found}):
        click.echo(f"{file}:")
        for gap in found:
            if gap.file == file:
                click.echo(f"  {gap.line}")


@lexicon.command(epilog="Example:  personae lexicon review --warehouse news.duckdb > overrides/corrections.csv")
@warehouse_option
@click.option("--limit", type=click.IntRange(1), default=200, show_default=True, help="At most this many lines.")
def review(warehouse: Path, limit: int) -> None:
    """List doubtful identities as lines for your corrections.csv, those that would change most rows first: namesakes, names found as two
    kinds, surnames without a first name, outlets spelt in several ways. Fill in the action (and value) where you know it; lines without
    an action are skipped."""
    import csv

    from flows.cli.verbs.outcome import stopping_cleanly
    from warehouse.corrections import COLUMNS
    from warehouse.review import list_doubts
    from warehouse.store import open_warehouse

    with stopping_cleanly(), closing(open_warehouse(warehouse, read_only=True)) as connection:
        writer = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(list_doubts(connection, limit))


@lexicon.command(epilog="Example:  personae lexicon why Bush")
@click.argument("name")
@click.option(
    "--warehouse", type=click.Path(path_type=Path, dir_okay=False), help="Also say what the name means there, and by which rules."
)
@overrides_option
def why(name: str, warehouse: Path | None, overrides: Path | None) -> None:
    """Show which rows, sources and corrections make NAME what it is, and what it means in a warehouse by which rules."""
    from flows.cli.answers import print_table
    from flows.cli.verbs.outcome import stopping_cleanly
    from flows.lexicons import load_lexicon, load_seeds
    from flows.name_grounds import tell_name
    from warehouse.nearness import told_near
    from warehouse.store import open_warehouse
    from warehouse.stored import meanings_of

    words = load_lexicon(overrides)
    lines = list(tell_name(name, words, load_seeds(overrides)))
    if not lines:
        near = told_near(name, ((f"{alias.form} ({alias.actor_id})", form) for form, aliases in words.by_form.items() for alias in aliases))
        lines = [f"{name!r} is in no lexicon file; if an article names it, its kind and words make up its id{near}"]
    for line in lines:
        click.echo(line)
    if warehouse is not None:
        with stopping_cleanly(), closing(open_warehouse(warehouse, read_only=True)) as connection:
            print_table(["actor", "rule", "mentions", "articles"], meanings_of(connection, name), sys.stdout)


@lexicon.command(epilog="Example:  personae lexicon diff ours overrides/ --warehouse news.duckdb")
@click.argument("old")
@click.argument("new")
@click.option(
    "--warehouse", type=click.Path(path_type=Path, dir_okay=False), help="Say how many articles of this warehouse the changes touch."
)
def diff(old: str, new: str, warehouse: Path | None) -> None:
    """Compare two editions of the lexicon. OLD and NEW are each the word `ours` (the lexicon as installed), a folder of overrides (applied
    to ours), or a warehouse (the edition that last wrote it)."""
    from flows.cli.answers import print_table
    from flows.cli.verbs.outcome import stopping_cleanly
    from warehouse.lexicon_diff import compare

    with stopping_cleanly():
        before, after = _edition(old), _edition(new)
        print_table(["table", "change", "row", "what"], compare(before, after), sys.stdout)
        if warehouse is not None:
            if "places" not in before or "places" not in after:
                raise click.UsageError("--warehouse needs two editions from files: `ours` or folders of overrides")
            click.echo(f"{_touched(before, after, warehouse)} articles of {warehouse} are affected; update them with: personae rebuild")


def _edition(name: str) -> Frames:
    """The frames of an edition by its name on the command line."""
    from flows.lexicons import load_seeds
    from warehouse.store import open_warehouse
    from warehouse.tables import BY_NAME

    path = Path(name)
    if name == "ours" or path.is_dir():
        return load_seeds(None if name == "ours" else path).frames
    with closing(open_warehouse(path, read_only=True)) as connection:
        wanted = "WHERE origin IN ('lexicon', 'override')"
        return {
            table: BY_NAME[table].conform(connection.sql(f"FROM {table} {wanted if table == 'actors' else ''}").pl())
            for table in ("actors", "aliases", "tenures")
        }


def _touched(before: Frames, after: Frames, warehouse: Path) -> int:
    """How many stored articles the difference of two editions concerns."""
    from transforms.lexicon_forms import changed_forms, find_touched, list_forms
    from warehouse.store import open_warehouse

    forms = changed_forms(list_forms(before), list_forms(after))
    with closing(open_warehouse(warehouse, read_only=True)) as connection:
        texts = connection.execute("SELECT article_id, concat_ws(chr(10), body, outlet) FROM articles").fetchall()
    return sum(1 for _ in find_touched(texts, forms))


@lexicon.command("import", epilog="Example:  personae lexicon import Phoenix.Countries.actors.txt Phoenix.agents.txt --output overrides/")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--output", type=click.Path(path_type=Path, file_okay=False), required=True, help="The folder of overrides to write.")
def import_dictionaries(files: tuple[Path, ...], output: Path) -> None:
    """Turn PETRARCH, TABARI or Phoenix dictionaries of actors and agents into overrides, with their dates. Entries that the lexicon already
    has are left out. Lines that are not understood are listed; exit code 1 if there are any."""
    import polars as pl

    from flows.cli.answers import print_table
    from flows.lexicons import load_seeds
    from warehouse.petrarch import read_dictionaries, write_overrides

    frames = load_seeds(None).frames
    countries = set(frames["actors"].filter(pl.col("kind").is_in(["country", "territory"]))["actor_id"])
    known = {alias.lower() for alias in frames["aliases"]["alias"]} | {noun.lower() for noun in frames["role_nouns"]["noun"]}
    found = read_dictionaries(files, countries, {name.lower() for name in frames["given_names"]["name"]}, known)
    try:
        write_overrides(found, output)
    except FileExistsError as problem:
        raise click.UsageError(str(problem)) from problem
    print_table(["file", "rows"], ((name, len(rows)) for name, rows in sorted(found.files.items())), sys.stdout)
    for line in found.problems:
        click.echo(line, err=True)
    click.echo(f"{found.known} entries were already known, {len(found.problems)} lines not understood")
    click.echo(f"Next: personae lexicon check --overrides {output}")
    sys.exit(1 if found.problems else 0)
