"""`personae explain`: why a mention is what it is."""

import sys
from contextlib import closing
from pathlib import Path

import click

from flows.options import overrides_option, tier_option, warehouse_option
from flows.settings import Tier


@click.command(epilog="Example:  personae explain 3f2a9c1b 118 --warehouse news.duckdb")
@click.argument("article")
@click.argument("start", type=int)
@warehouse_option
@tier_option
@overrides_option
def explain(article: str, start: int, warehouse: Path, tier: Tier, overrides: Path | None) -> None:
    """Say why the mention at START of ARTICLE (its id, or the first digits of it) is what it is: candidates, rules, lexicon rows."""
    from flows.analysis import Analyst
    from flows.verbs.outcome import stopping_cleanly
    from transforms.annotations import Article
    from warehouse.store import open_warehouse

    with stopping_cleanly(), closing(open_warehouse(warehouse, read_only=True)) as connection:
        rows = connection.execute(
            "SELECT article_id, body, title, published_date, outlet FROM articles WHERE starts_with(article_id, ?) LIMIT 2", [article]
        ).fetchall()
    if len(rows) != 1:
        raise click.UsageError(f"expected the id of one article, found {len(rows) or 'none'} that begin with {article!r}")
    article_id, body, title, day, outlet = rows[0]
    (found,) = Analyst.of(tier, overrides).annotate([Article(article_id, body, title, day, outlet)])
    if isinstance(found, str):
        raise click.ClickException(found)
    mentions = [mention for mention in found.mentions if mention.start <= start < mention.end]
    if not mentions:
        raise click.UsageError(f"no mention at {start}; the nearest: {sorted(m.start for m in found.mentions)[:20]}")
    for mention in mentions:
        click.echo(f"“{body[mention.start : mention.end]}” {mention.start}–{mention.end}")
        for name in ("layer", "ner", "kind", "actor_id", "name", "country", "sector", "office", "reading", "role", "voice", "tone", "rule"):
            click.echo(f"  {name:10} {getattr(mention, name)}")
        click.echo(f"  confidence {mention.confidence:.2f}")
        for reason in mention.reasons:
            click.echo(f"    - {reason}")
    sys.exit(0)
