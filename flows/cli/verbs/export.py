"""`personae export`: what is stored, in the forms of other systems."""

import sys
from contextlib import closing
from pathlib import Path

import click

from flows.cli.options import warehouse_option


@click.command(
    epilog="""\b
Examples:  personae export                                     (lists the exports)
           personae export polecat --output events.csv
           personae export gkg --output today.gkg.csv --warehouse published/personae.duckdb"""
)
@click.argument("name", required=False)
@warehouse_option
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="The file to write; .parquet gives Parquet.")
def export(name: str | None, warehouse: Path, output: Path | None) -> None:
    """Write dyads as rows of POLECAT, articles as rows of GDELT's GKG 2.1, or mentions as one flat table."""
    from flows.cli.answers import print_table
    from flows.cli.verbs.outcome import stopping_cleanly
    from warehouse.publishing.exports import read_exports, write_export
    from warehouse.store import open_warehouse

    if name is None:
        print_table(
            ["export", "one row", "what it answers"], ((key, head.grain, head.question) for key, head in read_exports().items()), sys.stdout
        )
        return
    if name not in read_exports():
        raise click.UsageError(f"expected one of {', '.join(read_exports())}, found {name!r}")
    if output is None:
        raise click.UsageError("expected a file to write, found none: --output FILE")
    with stopping_cleanly(), closing(open_warehouse(warehouse, read_only=True)) as connection:
        click.echo(f"{write_export(connection, name, output)} rows in {output}")
