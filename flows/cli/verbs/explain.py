"""`personae explain`: why a mention is what it is."""

import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import click

from flows.cli.options import overrides_option, tier_option, warehouse_option
from flows.settings import Tier
from transforms.annotations import Mention
from transforms.lexicon import Lexicon
from warehouse.seeds import Seeds

_SHOWN = ("layer", "ner", "kind", "actor_id", "name", "country", "sector", "office", "reading", "role", "voice", "tone", "rule")


@click.command(epilog="Example:  personae explain 3f2a9c1b 118 --warehouse news.duckdb")
@click.argument("article")
@click.argument("start", type=int)
@warehouse_option
@tier_option
@overrides_option
def explain(article: str, start: int, warehouse: Path, tier: Tier, overrides: Path | None) -> None:
    """Say why the mention at START of ARTICLE (its id, or the first digits) is what it is: its rule and reasons, the actors of that name
    with the source of each lexicon line, the offices held, and what the warehouse holds if that differs."""
    from flows.analysis import Analyst
    from flows.cli.verbs.outcome import stopping_cleanly
    from flows.lexicons import load_lexicon, load_seeds
    from transforms.annotations import Article, Paragraph
    from warehouse.store import open_warehouse
    from warehouse.stored import find_article, read_articles, stored_mentions

    with stopping_cleanly(), closing(open_warehouse(warehouse, read_only=True)) as connection:
        article_id = find_article(connection, article)
        frames = read_articles(connection, [article_id])
        stored = stored_mentions(connection, article_id, start)
    row = frames["articles"].row(0, named=True)
    paragraphs = [Paragraph(*span) for span in frames["paragraphs"].select("start_char", "end_char", "kind").iter_rows()]
    body, day = row["body"], row["published_date"]
    (found,) = Analyst.of(tier, overrides).annotate([Article(article_id, body, row["title"], day, row["outlet"])], [paragraphs])
    if isinstance(found, str):
        raise click.ClickException(found)
    mentions = [mention for mention in found.mentions if mention.start <= start < mention.end]
    if not mentions:
        nearest = sorted((mention.start for mention in found.mentions), key=lambda place: abs(place - start))[:8]
        raise click.UsageError(f"no mention at {start}; mentions start at {', '.join(map(str, sorted(nearest))) or 'no place'}")
    for mention in mentions:
        click.echo(f"“{body[mention.start : mention.end]}” {mention.start}–{mention.end} in an article of {day or 'unknown date'}")
        for name in _SHOWN:
            click.echo(f"  {name:10} {getattr(mention, name)}")
        click.echo(f"  confidence {mention.confidence:.2f}")
        for line in _grounds(mention, body[mention.start : mention.end], load_lexicon(overrides), load_seeds(overrides)):
            click.echo(f"    - {line}")
        differing = [f"{name} {theirs}" for name, theirs in stored.items() if theirs != getattr(mention, name)]
        if differing:
            click.echo(f"  the warehouse holds: {', '.join(differing)}; update it with: personae rebuild")
    sys.exit(0)


def _grounds(mention: Mention, surface: str, lexicon: Lexicon, seeds: Seeds) -> Iterator[str]:
    """What the decision rests on: the reasons given, the lines of the lexicon for the name, the offices of the person."""
    from flows.name_grounds import tell_bearers, tell_offices

    for step in mention.trace:
        yield from step.lines()
    yield from tell_bearers(surface, lexicon, seeds)
    if mention.actor_id is not None:
        yield from tell_offices(mention.actor_id, seeds)
