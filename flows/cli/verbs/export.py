"""`personae export`: what is stored, in the forms of other systems."""

import sys
from contextlib import closing
from pathlib import Path

import click

from flows.cli.options import excel_option, warehouse_option


@click.command(
    epilog="""\b
Examples:  personae export                                     (lists the exports)
           personae export polecat --output events.txt
           personae export mentions --excel --output mentions.csv
           personae export network --output network.gexf      (Gephi; also .graphml and .csv)
           personae export co_mentions --output together.graphml
           personae export gkg --output today.gkg.csv --warehouse published/personae.duckdb"""
)
@click.argument("name", required=False)
@warehouse_option
@excel_option
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write: .parquet for Parquet, .graphml or .gexf for a graph.",
)
def export(name: str | None, warehouse: Path, is_excel: bool, output: Path | None) -> None:
    """Write dyads as rows of POLECAT, articles as rows of GDELT's GKG 2.1, mentions as one flat table, or two networks: who speaks about
    or acts on whom, and who is named with whom.

    docs/exports.md explains each column, and says which stay empty."""
    from flows.cli.answers import print_table, write_excel
    from flows.cli.verbs.outcome import stopping_cleanly
    from warehouse.publishing.exports import ask_export, count_left_out, is_graph, read_exports, write_export
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
    if is_graph(output) and "graph" not in read_exports()[name].named:
        raise click.UsageError(
            f"{output.suffix} holds a graph, and {name} is a table; for a graph: personae export network --output {output}"
        )
    if is_excel and output.suffix == ".parquet":
        raise click.UsageError("--excel writes CSV, but --output names a .parquet file: choose another --output FILE")
    with stopping_cleanly(), closing(open_warehouse(warehouse, read_only=True)) as connection:
        rows = write_excel(ask_export(connection, name), output) if is_excel else write_export(connection, name, output)
        left_out, reason = count_left_out(connection, name)
    click.echo(f"{rows} rows in {output}")
    if left_out:
        click.echo(f"{left_out} left out: {reason}")
