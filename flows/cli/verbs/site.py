"""`personae site`: the pages of a warehouse, built by hand."""

from pathlib import Path

import click

from flows.cli.options import generic_option, warehouse_option
from flows.settings import Settings
from warehouse.publishing.site import SITE_NAME, TOP_ACTORS, TOP_ARTICLES


@click.command(
    epilog="""\b
Examples:  personae site --warehouse news.duckdb
           personae site --warehouse news.duckdb --output public --articles 0     (no full texts)"""
)
@warehouse_option
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    show_default="published/site",
    help="The folder to write; an older site in it is replaced.",
)
@click.option(
    "--top-actors",
    type=click.IntRange(0),
    default=TOP_ACTORS,
    show_default=True,
    help="How many actors, those in most stories, get a page.",
)
@click.option(
    "--articles",
    type=click.IntRange(0),
    default=TOP_ARTICLES,
    envvar="PERSONAE_SITE_ARTICLES",
    show_default=True,
    show_envvar=True,
    help="How many articles are shown in full; 0 for none.",
)
@generic_option
def site(warehouse: Path, output: Path | None, top_actors: int, articles: int, generic: bool) -> None:
    """Write a warehouse as pages that open from disk, without a server or network: who is in the news, with the evidence.

    Every run also does so, in published/site beside the warehouse."""
    from flows.cli.verbs.outcome import stopping_cleanly
    from warehouse.publishing.site.build import build_site

    with stopping_cleanly():
        folder = output or Settings(warehouse).published / SITE_NAME
        summary = build_site(warehouse, folder, top_actors, articles, generic)
    click.echo(f"{summary.actors} actors and {summary.articles} articles in {folder}")
    click.echo(f"Next, in any browser: {folder.resolve() / 'index.html'}")
