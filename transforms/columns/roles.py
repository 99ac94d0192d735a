"""What each mention does in its sentence, and whose words it stands in."""

import numpy as np
import polars as pl

from transforms.columns.words import Words

_PLACES = ("GPE", "LOC", "FAC")


def assign_roles(words: Words, mentions: pl.DataFrame, quotes: pl.DataFrame, dyads: pl.DataFrame, credits: pl.DataFrame) -> pl.DataFrame:
    """The mentions with the columns role, role_rule and voice_actor_id."""
    numbers = pl.int_range(pl.len(), dtype=pl.Int64())
    credited = mentions.select("article", "actor_id", "start").join(
        credits.select("article", "actor_id"), on=["article", "actor_id"], how="semi"
    )
    kinds = words.texts.paragraph_kinds.gather(words.paragraph[mentions["first"].to_numpy()])
    is_dated = (kinds == "dateline") & mentions["ner"].is_in(_PLACES)
    given = (
        (pl.col("start").is_in(credited["start"].implode()) & (pl.col("layer") == "name"), "outlet", "role.credit"),
        (is_dated, "location", "role.dateline"),
        (numbers.is_in(quotes["speaker"].drop_nulls().implode()), "speaker", "role.quote"),
        (numbers.is_in(dyads["source"].implode()), "subject", "role.act"),
        (numbers.is_in(dyads["target"].implode()), "target", "role.act"),
        (pl.col("layer") == "adjectival", "affiliation", "role.adjective"),
        ((pl.col("reading") == "place") | (pl.col("kind") == "place"), "location", "role.without_syntax"),
    )
    role, rule = pl.lit("mentioned"), pl.lit("role.without_syntax")
    for condition, name, its_rule in reversed(given):
        role, rule = pl.when(condition).then(pl.lit(name)).otherwise(role), pl.when(condition).then(pl.lit(its_rule)).otherwise(rule)
    return mentions.with_columns(role.alias("role"), rule.alias("role_rule"), _voices(mentions, quotes))


def _voices(mentions: pl.DataFrame, quotes: pl.DataFrame) -> pl.Series:
    """The speaker of the quotation around each mention."""
    if not quotes.height:
        return pl.Series("voice_actor_id", [None] * mentions.height, dtype=pl.String())
    start = mentions["start"].to_numpy()
    around = np.searchsorted(quotes["start"].to_numpy(), start, side="right") - 1
    safe = np.maximum(around, 0)
    is_inside = (around >= 0) & (mentions["end"].to_numpy() <= quotes["end"].to_numpy()[safe])
    speakers = quotes["speaker_actor_id"].gather(safe)
    return pl.select(pl.when(pl.Series(is_inside)).then(speakers).otherwise(None).alias("voice_actor_id")).to_series()
