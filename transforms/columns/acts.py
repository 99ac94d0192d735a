"""Acts by the order of words alone: a name, a verb of an event, a name, close together in one sentence."""

import numpy as np
import polars as pl

from transforms.columns.texts import Numbers
from transforms.columns.words import Words

#: Words that may stand between the source and the verb, and between the verb and the target.
_TO_VERB, _TO_TARGET = 2, 3
_NO_ACTORS = ("place", "outlet")
_CONFIDENCE = 0.4


def find_acts(words: Words, mentions: pl.DataFrame) -> pl.DataFrame:
    """Dyads in text order: article, sentence, source and target (numbers of mentions), event (null for a stance), tone, cue, rule."""
    actors = mentions.with_row_index("number").filter(
        (pl.col("layer") == "name") & pl.col("actor_id").is_not_null() & ~pl.col("kind").is_in(_NO_ACTORS)
        & (pl.col("reading").is_null() | (pl.col("reading") != "place"))
    )  # fmt: skip
    first, last = actors["first"].to_numpy(), actors["last"].to_numpy()
    number, sentence = actors["number"].cast(pl.Int64()).to_numpy(), actors["sentence"].to_numpy()
    verb = _first_verb(words, last, sentence)
    following = np.searchsorted(first, verb + 1)
    target = np.minimum(following, max(len(first) - 1, 0))
    near = (
        (verb >= 0)
        & (following < len(first))
        & (first[target] <= verb + 1 + _TO_TARGET)
        & (sentence[target] == sentence)
        & (target != np.arange(len(first)))
    )
    source, target, verb = number[near], number[target[near]], verb[near]
    found = pl.DataFrame({
        "article": words.article[verb], "sentence": words.sentence[verb], "source": source, "target": target,
        "cue_start": words.starts[verb], "cue_end": words.ends[verb],
    }).with_columns(
        words.told["event"].gather(verb).replace("", None).alias("event"), words.told["event_tone"].gather(verb).alias("tone"),
        pl.lit("order").alias("rule"), pl.lit(_CONFIDENCE).alias("confidence"), pl.lit("past").alias("tense"),
    )  # fmt: skip
    ids = mentions["actor_id"]
    is_other = ids.gather(source) != ids.gather(target)
    return found.filter(is_other)


def _first_verb(words: Words, last: Numbers, sentence: Numbers) -> Numbers:
    """The first verb of an event right behind each name; -1 where none is."""
    is_verb = words.told["event_tone"].is_not_null().to_numpy()
    found = np.full(len(last), -1)
    for ahead in range(_TO_VERB, -1, -1):
        found = np.where(words.beside(last + ahead, sentence, is_verb), last + ahead, found)
    return found
