"""`personae bi`: bundles for BI tools."""

from pathlib import Path

import click

from flows.cli.options import warehouse_option
from flows.settings import Settings, default_published_address


@click.group()
def bi() -> None:
    """Write files for BI tools to import."""


@bi.command(epilog="Example:  personae bi superset --warehouse news.duckdb --output personae-superset.zip")
@warehouse_option
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("personae-superset.zip"),
    show_default=True,
    help="The bundle to write.",
)
@click.option(
    "--address", help="Where the folder published/ is served; tables link to the articles there. [default: $PERSONAE_PUBLISHED_ADDRESS]"
)
def superset(warehouse: Path, output: Path, address: str | None) -> None:
    """Write a dashboard that Apache Superset imports, over the published copy of the warehouse; docs/bi.md says how."""
    from flows.cli.verbs.outcome import stopping_cleanly
    from warehouse.publishing.bi.superset import BUNDLE_FOLDER, database_uri, write_bundle
    from warehouse.publishing.publish import PUBLISHED_NAME

    with stopping_cleanly():
        published = Settings(warehouse).published / PUBLISHED_NAME
        charts = write_bundle(published, output, address or default_published_address())
    click.echo(f"{charts} charts in {output}, over {database_uri(published.resolve())}")
    click.echo(f"Next, where Superset runs: python -m zipfile -e {output} . && superset import-directory --overwrite {BUNDLE_FOLDER}")
