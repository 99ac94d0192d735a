"""The fast tier gives the names that it finds the ids that the full tier gives them."""

from contextlib import closing
from pathlib import Path

import polars as pl

from flows.columns import load_columns
from transforms.columns.rows import marks_frames
from warehouse.store import open_warehouse


def test_of_the_same_names_the_tiers_say_the_same(sample_warehouse: Path) -> None:
    with closing(open_warehouse(sample_warehouse, read_only=True)) as connection:
        articles = connection.sql("SELECT article_id, body, published_date, outlet FROM articles WHERE is_analysed").pl()
        paragraphs = connection.sql("SELECT * EXCLUDE batch_id FROM paragraphs").pl()
        full = connection.sql("SELECT mention_id, surface, actor_id, rule FROM mentions WHERE layer = 'name' AND actor_id IS NOT NULL").pl()
    fast = marks_frames(load_columns().annotate(articles, paragraphs))["mentions"].filter(layer="name")
    both = full.join(fast.select("mention_id", fast_id="actor_id"), on="mention_id")
    assert both.height > 0.7 * full.height
    assert both.filter(pl.col("actor_id") == pl.col("fast_id")).height > 0.95 * both.height
