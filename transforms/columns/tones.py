"""Tones by the tone words of a sentence: the features and weights of `transforms.tones.tones` without syntax, for all spans at once."""

import numpy as np
import numpy.typing as npt
import polars as pl

from transforms.columns.texts import Numbers
from transforms.columns.vocabulary import WordKind
from transforms.columns.words import Words
from transforms.tones.tones import RARER_NEGATIVE, RARER_POSITIVE, SATURATION, TONE_WEIGHTS

#: Words before a tone word that may negate it, and what is left of it then.
_NEGATED_WITHIN, _NEGATED = 3, -0.6
#: Words to one step of distance, where there is no tree to count steps in; steps of the near and of the middle zone.
_WORDS_A_STEP, _NEAR, _MIDDLE = 3, 2, 4
_ZONES = 6
_BIAS = TONE_WEIGHTS[-1]


def score_tones(words: Words, first: Numbers, last: Numbers) -> tuple[npt.NDArray[np.float64], list[str]]:
    """(tone, -1 to 1, of each span of words; its label)."""
    sums = _sum_zones(words, first, last)
    values = np.tanh(SATURATION * sums)
    weights = np.array([(weight.negative, weight.positive) for weight in TONE_WEIGHTS[:_ZONES]])
    raw = values @ weights + np.array([_BIAS.negative, _BIAS.positive])
    is_touched = (sums != 0).any(axis=1)
    negative, positive = np.exp(raw[:, 0] + RARER_NEGATIVE), np.exp(raw[:, 1] + RARER_POSITIVE)
    tone = np.where(is_touched, np.round((positive - negative) / (1.0 + positive + negative), 3), 0.0)
    label = np.where(~is_touched | (raw.max(axis=1) < 0.0), "neutral", np.where(raw[:, 1] > raw[:, 0], "positive", "negative"))
    return tone, label.tolist()


def _sum_zones(words: Words, first: Numbers, last: Numbers) -> npt.NDArray[np.float64]:
    """Of each span the sums of good and of bad words near it, farther off and elsewhere in its sentence."""
    place = np.flatnonzero(words.told["tone"].is_not_null().to_numpy())
    tone = words.told["tone"].gather(place).to_numpy()
    negates, negated = words.is_kind(WordKind.NEGATION), np.zeros(len(place), np.bool_)
    for back in range(1, _NEGATED_WITHIN + 1):
        negated |= words.beside(place - back, words.sentence[place], negates)
    tone = np.where(negated, _NEGATED * tone, tone)
    told = pl.DataFrame({"sentence": words.sentence[place], "place": place, "tone": tone, "is_harm": words.is_kind(WordKind.HARM)[place]})
    head = last - 1
    spans = pl.DataFrame({"span": np.arange(len(first)), "sentence": words.sentence[head], "first": first, "last": last, "head": head})
    inside = (pl.col("place") >= pl.col("first")) & (pl.col("place") < pl.col("last"))
    pairs = spans.join(told, on="sentence").filter(~inside & ~((pl.col("tone") < 0) & pl.col("is_harm")))
    steps = 1 + (pl.col("place") - pl.col("head")).abs() // _WORDS_A_STEP
    zone = pl.when(steps <= _NEAR).then(0).when(steps <= _MIDDLE).then(2).otherwise(4) + (pl.col("tone") < 0).cast(pl.Int32())
    told_zones = pairs.select((pl.col("span") * _ZONES + zone).alias("cell"), "tone")
    cells = np.bincount(told_zones["cell"].to_numpy(), told_zones["tone"].to_numpy(), minlength=len(first) * _ZONES)
    return cells.reshape(-1, _ZONES)
