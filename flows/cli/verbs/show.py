"""`personae show`: the main tables of a warehouse for somebody who has just made it."""

import sys
from contextlib import closing
from pathlib import Path

import click

from flows.cli.options import warehouse_option

#: Title -> question; each answers one of the things people come for.
TABLES = {
    "Who is in the news": """
        SELECT actor_name AS actor, t.kind, coalesce(c.name, t.country) AS country, mention_count AS mentions, article_count AS articles,
               story_count AS stories, quote_count AS quotes, tone_mean AS tone
        FROM top_actors AS t LEFT JOIN actors AS c ON c.actor_id = t.country ORDER BY rank_no LIMIT 12""",
    "Who says what about whom": """
        SELECT speaker_name AS speaker, cue, about_name AS about, content AS words, tone
        FROM who_says_what_about_whom
        WHERE speaker_id IS NOT NULL AND about_id IS NOT NULL AND kind <> 'indirect'
        QUALIFY row_number() OVER (PARTITION BY quote_id ORDER BY mention_count DESC, about_id) = 1
            AND row_number() OVER (PARTITION BY speaker_id ORDER BY published_date DESC, quote_id, about_id) = 1
        ORDER BY count(*) OVER (PARTITION BY speaker_id) DESC, published_date DESC, quote_id LIMIT 12""",
    "Who does what to whom": """
        SELECT s.name AS source, d.event, t.name AS target, d.cue, d.is_reported AS reported, a.published_date AS published
        FROM sure_acts AS d JOIN articles AS a USING (article_id)
        JOIN ranked_actors AS s ON s.actor_id = d.source_actor_id JOIN ranked_actors AS t ON t.actor_id = d.target_actor_id
        WHERE NOT d.is_negated AND s.actor_id <> t.actor_id
        QUALIFY row_number() OVER (PARTITION BY s.actor_id, t.actor_id ORDER BY d.confidence DESC, d.dyad_id) = 1
        ORDER BY count(*) OVER (PARTITION BY s.actor_id, t.actor_id) DESC, d.confidence DESC, d.dyad_id LIMIT 12""",
    "Which media are credited": """
        SELECT credited_name AS medium, sum(credit_count)::BIGINT AS credits, sum(article_count)::BIGINT AS articles
        FROM sources_credited GROUP BY credited_name ORDER BY credits DESC, medium LIMIT 8""",
    "Accounting of the last run": """
        SELECT files_seen, files_loaded, files_already_loaded AS already, files_quarantined AS set_aside, articles_read, articles_loaded,
               articles_duplicate AS duplicates, articles_quarantined AS articles_set_aside, rows_loaded, rows_quarantined AS rows_set_aside
        FROM runs ORDER BY started_at DESC LIMIT 1""",
}


@click.command(epilog="Example:  personae show --warehouse news.duckdb")
@warehouse_option
def show(warehouse: Path) -> None:
    """Show the main tables of a warehouse (top actors, who says what about whom, who does what to whom, credits, accounting) and,
    last, what stands out, in sentences."""
    from flows.cli.answers import ask, print_table
    from flows.cli.verbs.outcome import stopping_cleanly

    with stopping_cleanly():
        for title, question in TABLES.items():
            with ask(warehouse, question) as answer:
                print_table(answer.columns, answer.rows, sys.stdout, title)
            click.echo()
        _print_findings(warehouse)
    click.echo(f"More: personae query --warehouse {warehouse}   (the views)   personae describe   (the columns)")


def _print_findings(warehouse: Path) -> None:
    """The findings of the site's first page, each with the words it rests on."""
    from rich.console import Console
    from rich.text import Text

    from flows.cli.answers import plain
    from warehouse.publishing.site.answers import ask
    from warehouse.publishing.site.findings import FINDINGS, make_findings
    from warehouse.publishing.site.links import Links
    from warehouse.store import open_warehouse

    with closing(open_warehouse(warehouse, read_only=True)) as connection:
        answers = {slug: ask(connection, slug, []) for slug in FINDINGS}
    console = Console(width=None if sys.stdout.isatty() else 160, highlight=False)
    console.print(Text("What stands out", style="bold"), end="\n\n")
    findings = make_findings(answers, Links(frozenset(), frozenset(), {}, {}))
    if not findings:
        console.print("The archive is too small for findings: no number is large enough.", end="\n\n")
    for finding in findings:
        console.print(Text(plain(finding.text), style="bold"))
        console.print(Text(plain(f"   {finding.words} ({finding.source})"), style="dim"), end="\n\n")
