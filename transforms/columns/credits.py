"""Which media an article credits, by the words right before and behind their names."""

import numpy as np
import polars as pl

from transforms.columns.texts import Flags, Numbers
from transforms.columns.vocabulary import WordKind
from transforms.columns.words import Words

#: Words of a cue's surroundings that are passed over.
_REACH = 4
#: The cues of `transforms.speech.credits` in the order in which it asks for them; each has a rule of its name.
_SLOTS = ("dateline", "according_to", "reporting", "citing", "told", "via", "reported")


def find_credits(words: Words, mentions: pl.DataFrame, houses: pl.DataFrame) -> pl.DataFrame:
    """Credited media in text order, each once an article: article, mention (its number), actor_id, hop (from 1), cue, rule.

    `houses`: (article, actor_id) of the media that print the article, which it does not credit."""
    named = mentions.with_row_index("mention").filter((pl.col("kind") == "outlet") & (pl.col("layer") == "name"))
    named = named.join(houses, on=["article", "actor_id"], how="anti")
    slots = _slots(words, named["first"].to_numpy(), named["last"].to_numpy())
    cue = pl.coalesce(pl.when(pl.Series(slots[name])).then(pl.lit(name)) for name in _SLOTS)
    found = named.select("article", "mention", "actor_id", cue.alias("cue")).filter(pl.col("cue").is_not_null())
    found = found.with_columns(pl.concat_str(pl.lit("credit."), "cue").alias("rule"))
    found = found.unique(["article", "actor_id"], keep="first", maintain_order=True)
    return found.with_columns(pl.int_range(1, pl.len() + 1).over("article").alias("hop"))


def _slots(words: Words, first: Numbers, last: Numbers) -> dict[str, Flags]:
    """By cue, whether a name stands in its slot."""
    sentence = words.sentence[first]
    passed = words.is_kind(WordKind.BETWEEN) | words.is_mark("('’")
    before, after = first - 1, last
    for _ in range(_REACH):
        before = np.where(words.beside(before, sentence, passed), before - 1, before)
        after = np.where(words.beside(after, sentence, passed | words.is_mark("),")), after + 1, after)
    kind_before = {kind: words.beside(before, sentence, words.is_kind(kind)) for kind in WordKind}
    is_word = {word: (words.lowers == word).to_numpy() for word in ("to", "by")}
    in_brackets = words.beside(first - 1, sentence, words.is_mark("(")) & words.beside(last, sentence, words.is_mark(")"))
    dashed = in_brackets & words.beside(last + 1, sentence, words.is_mark("-–—:"))
    of_dateline = (words.texts.paragraph_kinds == "dateline").to_numpy()[words.paragraph[first]]
    return {
        "dateline": of_dateline | dashed,
        "according_to": words.beside(before, sentence, is_word["to"])
        & words.beside(before - 1, sentence, words.is_kind(WordKind.ACCORDING)),
        "reporting": kind_before[WordKind.REPORTING],
        "citing": kind_before[WordKind.CITING],
        "told": kind_before[WordKind.TOLD],
        "via": kind_before[WordKind.VIA],
        "reported": words.beside(after, sentence, words.is_kind(WordKind.REPORTED))
        | (words.beside(before, sentence, is_word["by"]) & words.beside(before - 1, sentence, words.is_kind(WordKind.REPORTED_BY))),
    }
