"""`personae map`: which field of a file is taken for what."""

import gzip
import sys
from pathlib import Path

import click

from flows.cli.options import map_option

#: Bytes looked at: some hundred records.
_HEAD_BYTES = 2_000_000


@click.command("map", epilog="Example:  personae map archive/news.jsonl --map text=story")
@click.argument("path", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@map_option
def map(path: Path, mappings: tuple[str, ...]) -> None:
    """Which field of a JSON file or table is taken for what, how full it is, and what else may do.

    The last line is the --map option that says the same; change it where it is wrong, or keep it in a TOML file for --map FILE.toml.
    """
    from flows.mapping import parse_mapping
    from transforms.articles.file_names import printable
    from transforms.readers.field_report import report_fields
    from transforms.readers.outcomes import Rejected

    try:
        mapping = parse_mapping(mappings)
    except ValueError as problem:
        raise click.BadParameter(str(problem)) from problem
    name = path.name.removesuffix(".gz")
    with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as stream:
        head = stream.read(_HEAD_BYTES)
    whole_lines = head[: head.rfind(b"\n") + 1] if len(head) == _HEAD_BYTES else head
    uses = report_fields(whole_lines or head, name, mapping)
    if isinstance(uses, Rejected):
        click.echo(f"{uses.reason}: {printable(uses.detail)}")
        sys.exit(1)
    for use in uses:
        others = f"; also {', '.join(use.candidates)}" if use.candidates else ""
        click.echo(printable(f"{use.field:<13}{use.taken or '-':<24}{use.filled:>6.0%}{others}"))
    taken = ",".join(f"{use.field}={use.taken}" for use in uses if use.taken)
    click.echo(f"--map {taken!r}" if taken else "--map text=FIELD")
