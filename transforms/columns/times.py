"""Days that are named outright: with their month, by their weekday, "yesterday", "2023-04-26"; read from the day of the article."""

import numpy as np
import polars as pl

from transforms.columns.texts import Flags, Numbers
from transforms.columns.vocabulary import WordKind
from transforms.columns.words import Words

#: A day without a year lies within so many days of the article's.
_HALF_YEAR = 183
#: Letters of a weekday that is no short form: "Sun" and "Sat" are also words.
_SHORTEST_WEEKDAY = 6
#: Words behind a year that it does not count.
_NOT_COUNTED = WordKind.FUNCTION | WordKind.LOCATIVE | WordKind.STARTER | WordKind.DETERMINER
#: Numbers that can be years of which news tells.
_YEARS = (1900, 2099)
_FIGURES = r"^(\d{1,4})(?:st|nd|rd|th)?$"


def find_times(words: Words) -> pl.DataFrame:
    """Named days in text order: article, start, end, value (ISO 8601, null where the article has no day to read it from), rule."""
    marks = [_iso_days(words), _months(words), _years(words), _weekdays(words), _day_names(words)]
    found = pl.concat([mark.cast({"first": pl.Int64(), "last": pl.Int64()}) for mark in marks], how="diagonal")
    first, last = found["first"].to_numpy(), found["last"].to_numpy()
    days = words.texts.articles.select(pl.col("published_date").alias("today")).with_row_index("article").cast({"article": pl.Int64()})
    found = found.with_columns(
        pl.Series("article", words.article[first]), pl.Series("start", words.starts[first]), pl.Series("end", words.ends[last - 1])
    ).join(days, on="article", how="left", maintain_order="left")
    return found.with_columns(_value().alias("value")).filter(pl.col("value").is_not_null() | (pl.col("rule") != "time.iso")).select(
        "article", "start", "end", "value", "rule"
    ).sort("start")  # fmt: skip


def _figures(words: Words) -> Numbers:
    """The number that a word of figures is, also "20th"; -1 of all others."""
    places = np.flatnonzero((words.codes >= ord("0")) & (words.codes <= ord("9")))
    told = words.lowers.gather(places).str.extract(_FIGURES).cast(pl.Int64(), strict=False).fill_null(-1)
    found = np.full(len(words), -1)
    found[places] = told.to_numpy()
    return found


def _at(values: Numbers, places: Numbers, sentence: Numbers, words: Words) -> Numbers:
    """The values at places of the same sentences, -1 elsewhere."""
    inside = (places >= 0) & (places < len(words))
    safe = np.where(inside, places, 0)
    return np.where(inside & (words.sentence[safe] == sentence), values[safe], -1)


def _iso_days(words: Words) -> pl.DataFrame:
    figures, dash = _figures(words), words.is_mark("-") & words.is_stuck
    first = np.flatnonzero((figures >= 1000) & (words.lengths == 4))
    sentence = words.sentence[first]
    month, day = _at(figures, first + 2, sentence, words), _at(figures, first + 4, sentence, words)
    parted = words.beside(first + 1, sentence, dash) & words.beside(first + 3, sentence, dash)
    kept = parted & _between(month, 1, 12) & _between(day, 1, 31)
    return _marks("time.iso", first[kept], first[kept] + 5, figures[first[kept]], month[kept], day[kept])


def _months(words: Words) -> pl.DataFrame:
    """A month with a day before or behind it or with a year; on its own it tells too little, and may be the verb "may"."""
    figures = _figures(words)
    month = np.flatnonzero(words.told["month"].is_not_null().to_numpy() & words.is_capital)
    sentence, number = words.sentence[month], words.told["month"].gather(month).to_numpy()
    over_stop = words.beside(month + 1, sentence, words.is_mark(".") & words.is_stuck) * 1
    before, behind = _at(figures, month - 1, sentence, words), _at(figures, month + 1 + over_stop, sentence, words)
    has_before, has_behind = _between(before, 1, 31), _between(behind, 1, 31)
    day = np.where(has_before, before, np.where(has_behind, behind, -1))
    next_place = month + 1 + over_stop + (has_behind & ~has_before)
    over_comma = words.beside(next_place, sentence, words.is_mark(",")) * (day > 0)
    year = _at(figures, next_place + over_comma, sentence, words)
    has_year = _between(year, 1000, 2200)
    first = month - has_before
    last = np.where(has_year, next_place + over_comma + 1, np.where(day > 0, next_place, -1))
    kept = last > 0
    rule = np.where(day > 0, "time.date", "time.month_year")
    found = _marks("", first[kept], last[kept], np.where(has_year, year, -1)[kept], number[kept], day[kept])
    return found.with_columns(pl.Series("rule", rule[kept].tolist(), dtype=pl.String()))


def _years(words: Words) -> pl.DataFrame:
    """A year behind "in" and the like, unless it counts what follows: "in 2000 villages"."""
    figures = _figures(words)
    first = np.flatnonzero(_between(figures, *_YEARS) & (words.lengths == 4))
    sentence = words.sentence[first]
    leads = words.beside(first - 1, sentence, words.is_one_of(WordKind.LOCATIVE | WordKind.TOWARD_PLACE))
    counts = words.beside(first + 1, sentence, words.is_small & ~words.is_one_of(_NOT_COUNTED))
    counts |= words.beside(first + 1, sentence, words.is_mark("-–.") & words.is_stuck) & ~words.beside(first + 1, sentence, _ends(words))
    first = first[leads & ~counts]
    nothing = np.full(len(first), -1)
    return _marks("time.year", first, first + 1, figures[first], nothing, nothing)


def _ends(words: Words) -> Flags:
    """Whether a word is the last of its sentence."""
    found = np.zeros(len(words), np.bool_)
    found[words.sentences.lasts - 1] = True
    return found


def _weekdays(words: Words) -> pl.DataFrame:
    first = np.flatnonzero(words.told["weekday"].is_not_null().to_numpy() & words.is_capital)
    is_short = words.lengths[first] < _SHORTEST_WEEKDAY
    first = first[~is_short | words.beside(first + 1, words.sentence[first], words.is_mark(".") & words.is_stuck)]
    found = _marks("time.weekday", first, first + 1, *(np.full(len(first), -1),) * 3)
    return found.with_columns(words.told["weekday"].gather(first).alias("weekday"))


def _day_names(words: Words) -> pl.DataFrame:
    first = np.flatnonzero(words.told["day_shift"].is_not_null().to_numpy())
    found = _marks("time.day_name", first, first + 1, *(np.full(len(first), -1),) * 3)
    return found.with_columns(words.told["day_shift"].gather(first).alias("shift"))


def _between(values: Numbers, low: int, high: int) -> Flags:
    return np.asarray((values >= low) & (values <= high))


def _marks(rule: str, first: Numbers, last: Numbers, year: Numbers, month: Numbers, day: Numbers) -> pl.DataFrame:
    return pl.DataFrame(
        {"first": first, "last": last, "year": year, "month": month, "day": day, "rule": [rule] * len(first)},
        schema={**dict.fromkeys(("first", "last", "year", "month", "day"), pl.Int64()), "rule": pl.String()},
    )


def _value() -> pl.Expr:
    today = pl.col("today")
    back = (today.dt.weekday().cast(pl.Int64()) - 1 - pl.col("weekday")) % 7
    of_weekday = today - pl.duration(days=back)
    of_name = today + pl.duration(days=pl.col("shift"))
    has_day, has_year = pl.col("day") > 0, pl.col("year") > 0
    in_year = [_day_of(today.dt.year() + shift) for shift in (0, -1, 1)]
    near = pl.coalesce(pl.when((day - today).abs() <= pl.duration(days=_HALF_YEAR)).then(day) for day in in_year)
    of_date = pl.when(has_year).then(_day_of(pl.col("year"))).otherwise(near)
    of_month = pl.when(has_year & ~has_day & (pl.col("month") > 0)).then(
        pl.format("{}-{}", "year", pl.col("month").cast(pl.String()).str.zfill(2))
    )
    day = (
        pl.when(pl.col("rule") == "time.weekday").then(of_weekday).when(pl.col("rule") == "time.day_name").then(of_name).otherwise(of_date)
    )
    of_year = pl.when(pl.col("rule") == "time.year").then(pl.col("year").cast(pl.String()))
    return pl.coalesce(of_year, of_month.otherwise(None), day.dt.to_string("%Y-%m-%d"))


def _day_of(year: pl.Expr) -> pl.Expr:
    """The day of the month in a year, null where there is none."""
    printed = pl.format("{}-{}-{}", year, pl.col("month"), pl.col("day"))
    return printed.str.to_date("%Y-%m-%d", strict=False)
