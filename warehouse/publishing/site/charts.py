"""What the charts draw: counts small enough to stand in the page, which adds them up again for every choice of days and country."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from warehouse.publishing.site.answers import Answer
from warehouse.publishing.site.links import Links

#: Most periods that a chart counts by, and the least part of them that must hold news: sparser ones would be mostly gaps.
_PERIODS, _FILLED = 215, 0.5
_COUNTED = ("mention_count", "article_count", "tone_sum", "tone_count", "quote_count", "story_count")
#: Pairs drawn in each graph: more cannot be told apart.
_SAID, _TOGETHER = 30, 50


def count_periods(answers: Mapping[str, Answer], actors: Sequence[str], links: Links) -> Mapping[str, Any]:
    """Counts by period and actor. A cell is period, actor, mentions, articles, sum of tones, mentions with a tone, quotations,
    stories that named the actor then for the first time."""
    cube, voices = answers["cube"].rows, answers["voices"].rows
    days = sorted(row["published_date"] for row in (*cube, *voices))
    period = period_of(days)
    periods = _without_gaps(days, period)
    column = {day: number for number, day in enumerate(periods)}
    index = {actor_id: number for number, actor_id in enumerate(actors)}
    cells: dict[tuple[int, int], list[float]] = {}
    for row in cube:
        if row["actor_id"] in index:
            cell = cells.setdefault((column[period(row["published_date"])], index[row["actor_id"]]), [0] * len(_COUNTED))
            for number, name in enumerate(_COUNTED):
                cell[number] += row[name]
    quotes = [0] * len(periods)
    for row in voices:
        quotes[column[period(row["published_date"])]] += row["quote_count"]
    return {
        "grain": period.__name__.removeprefix("_"),
        "periods": periods,
        "actors": [links.node(actor_id) for actor_id in actors],
        "quotes": quotes,
        "cells": [[*place, *(round(number, 2) for number in cell)] for place, cell in sorted(cells.items())],
    }


def join_actors(answers: Mapping[str, Answer], links: Links) -> Mapping[str, Any]:
    """The two graphs: who speaks about whom in which tone, and who is named with whom."""
    said, together = answers["who_about_whom"].rows[:_SAID], answers["named_together"].rows[:_TOGETHER]
    ids = dict.fromkeys(row[end] for row in (*said, *together) for end in ("actor_id", "other_id"))
    place = {actor_id: number for number, actor_id in enumerate(ids)}
    return {
        "actors": [links.node(actor_id) for actor_id in ids],
        "said": [
            [place[row["actor_id"]], place[row["other_id"]], row["quote_count"], _rounded(row["tone_mean"]), row["tone_count"]]
            for row in said
        ],
        "together": [[place[row["actor_id"]], place[row["other_id"]], row["story_count"]] for row in together],
    }


def _rounded(tone: float | None) -> float | None:
    return None if tone is None else round(tone, 2)


def _day(day: date) -> date:
    return day


@cache
def _week(day: date) -> date:
    return day - timedelta(days=day.weekday())


@cache
def _month(day: date) -> date:
    return day.replace(day=1)


@cache
def _year(day: date) -> date:
    return day.replace(month=1, day=1)


def period_of(days: Sequence[date]) -> Callable[[date], date]:
    """How days, in order, are put together so that a chart stays readable: not at all, by week from Monday, by month, by year.

    The finest that neither is too long to read nor draws an archive of few days as a row of empty ones."""
    return next((period for period in (_day, _week, _month) if _is_readable(days, period)), _year)


def _is_readable(days: Sequence[date], period: Callable[[date], date]) -> bool:
    count = len(_without_gaps(days, period))
    return count <= _PERIODS and len(set(map(period, days))) >= _FILLED * count


def _without_gaps(days: Sequence[date], period: Callable[[date], date]) -> list[date]:
    """Every period from the first day to the last: a time without news is drawn as one, not left out."""
    if not days:
        return []
    length = (days[-1] - days[0]).days
    return sorted({period(days[0] + timedelta(days=number)) for number in range(length + 1)})


def as_json(value: object) -> str:
    """JSON that can stand inside a page: no character of it ends a script or opens a tag."""
    text = json.dumps(value, ensure_ascii=False, default=_plain, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _plain(value: object) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()
    raise TypeError(f"expected a value that JSON holds, found {type(value).__name__}")
