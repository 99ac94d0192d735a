"""The words that carry tone: our dictionary of news verbs and words, over VADER's general lexicon.

VADER: Hutto and Gilbert 2014, "VADER: A Parsimonious Rule-based Model for Sentiment Analysis of Social Media Text" (MIT licence).
"""

from dataclasses import dataclass
from functools import cache
from typing import Self

import polars as pl
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from transforms.language import word_class
from transforms.language.en.inflections import noun_forms, verb_forms

#: VADER's valences run from -4 to 4, ours from -1 to 1.
_VADER_RANGE = 4.0
#: VADER words that in news are titles, names or neutral terms.
_NEUTRAL_IN_NEWS = word_class("tones.neutral_in_news")


@dataclass(frozen=True)
class ToneWords:
    """Printed form in lower case -> tone, -1 to 1: of the word itself, and of a verb toward who does it and to whom it is done."""

    tones: dict[str, float]
    toward_subject: dict[str, float]
    toward_object: dict[str, float]

    @classmethod
    def from_frame(cls, frame: pl.DataFrame) -> Self:
        """From rows (word, word_kind, tone, toward_subject, toward_object) of warehouse/seeds/tones.csv, over VADER's lexicon."""
        tones, subjects, objects = dict(_vader_tones()), {}, {}
        for word, kind, tone, subject, target in frame.select("word", "word_kind", "tone", "toward_subject", "toward_object").iter_rows():
            for form in verb_forms(word) if kind == "verb" else noun_forms(word):
                if kind == "verb":
                    subjects[form], objects[form] = subject, target
                    tones.setdefault(form, (subject + target) / 2)
                else:
                    tones[form] = tone
        return cls(tones, subjects, objects)


@cache
def _vader_tones() -> dict[str, float]:
    lexicon: dict[str, float] = SentimentIntensityAnalyzer().lexicon
    return {word: value / _VADER_RANGE for word, value in lexicon.items() if word.isalpha() and word not in _NEUTRAL_IN_NEWS}
