"""`personae show`: the main tables of a warehouse for somebody who has just made it."""

import sys
from pathlib import Path

import click

from flows.cli.options import warehouse_option

#: Title -> question; each answers one of the things people come for.
TABLES = {
    "Who is in the news": """
        SELECT actor_name AS actor, kind, country, mention_count AS mentions, article_count AS articles, story_count AS stories,
               quote_count AS quotes, tone_mean AS tone
        FROM top_actors ORDER BY rank_no LIMIT 12""",
    "Who says what about whom": """
        SELECT speaker_name AS speaker, cue, about_name AS about, content AS words, tone
        FROM who_says_what_about_whom
        WHERE speaker_id IS NOT NULL AND about_id IS NOT NULL AND kind <> 'indirect'
        QUALIFY row_number() OVER (PARTITION BY quote_id ORDER BY mention_count DESC, about_id) = 1
        ORDER BY published_date DESC, quote_id LIMIT 12""",
    "Who does what to whom": """
        SELECT s.name AS source, d.event, t.name AS target, d.cue, d.is_reported AS reported, a.published_date AS published
        FROM dyads AS d JOIN articles AS a USING (article_id)
        JOIN ranked_actors AS s ON s.actor_id = d.source_actor_id JOIN ranked_actors AS t ON t.actor_id = d.target_actor_id
        WHERE d.event IS NOT NULL AND NOT d.is_negated
        ORDER BY d.confidence DESC, d.dyad_id LIMIT 12""",
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
    """Show the main tables of a warehouse: top actors, who says what about whom, who does what to whom, credits, accounting."""
    from flows.cli.answers import ask, print_table
    from flows.cli.verbs.outcome import stopping_cleanly

    with stopping_cleanly():
        for title, question in TABLES.items():
            with ask(warehouse, question) as answer:
                print_table(answer.columns, answer.rows, sys.stdout, title)
            click.echo()
    click.echo(f"More: personae query --warehouse {warehouse}   (the views)   personae describe   (the columns)")
