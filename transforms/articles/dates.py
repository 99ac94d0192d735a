"""Printed dates of publication to days and moments, with how exact they are; what is ambiguous stays unknown rather than wrong."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dateutil import parser as dateutil_parser

from transforms.readers.printed_days import month_numbers

#: News is not older than the first newspapers (1605); earlier dates are parsing accidents such as year 1.
EARLIEST = date(1605, 1, 1)
#: Somewhere it is tomorrow already.
_TOMORROW = timedelta(days=1)

type Order = Literal["day_first", "month_first"]

_ISO = re.compile(
    r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?:(?P=mark)(?P<day>\d{1,2}))?(?:[T\s]+(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::?\d{2}(?:[.,]\d+)?)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?(?:\[[\w/+-]+\])?)?$"
)
#: 2023年4月24日 10:15, 2023년 4월 24일
_EASTERN = re.compile(
    r"(?P<year>\d{4})\s*[年년]\s*(?P<month>\d{1,2})\s*[月월]\s*(?:(?P<day>\d{1,2})\s*[日号號일])?"
    r"[^\d:下晚오午]{0,8}(?P<half>下午|晚上|午後|오후)?[^\d:]{0,8}"
    r"(?:(?P<hour>\d{1,2})\s*[:：时時点點시]\s*(?P<minute>\d{2})?.{0,8}(?P<zone>Z)?)?$"
)
#: /Date(1682330400000+0200)/ of .NET; what Python and pandas print; a day of the Apache log
_WRAPPED = re.compile(
    r"^(?:\\?/Date\((?P<epoch>-?\d+)(?:[+-]\d{4})?\)\\?/|(?:pd\.)?Timestamp\('(?P<stamp>[^']+)'.*\)|ISODate\(\"(?P<iso>[^\"]+)\"\))$"
)
_PYTHON = re.compile(r"^datetime\.(?:datetime|date)\((\d+), (\d+), (\d+)(?:, (\d+), (\d+))?.*\)$")
#: 24-Apr-23, 24 Apr 23: a year of two digits behind a month in letters can be read in one way only.
_SHORT_YEAR = re.compile(r"^(?P<day>\d{1,2})(?P<mark>[-/ .])(?P<month>[A-Za-z]{3,9})\.?(?P=mark)(?P<year>\d{2})(?!\d)(?P<rest>.*)$")
_LOG = re.compile(r"^(\d{1,2}/?[A-Za-z]{3}/?\d{4}):(\d{2}:\d{2})")
#: 2023-04-24 10:15 PM
_HALVED = re.compile(r"^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2})[T ]+(\d{1,2}):(\d{2})(?::\d{2})?\s*([ap])\.?m\.?$", re.I)
_PLACE_ZONE = re.compile(r"(?<=\d)\s+(?P<zone>[A-Z][A-Za-z]+/[A-Z][A-Za-z_]+)$")
_LETTERS = re.compile(r"[^\W\d_]{3,}")
#: 10h15, and 10.15.30.000000 of Oracle
_HOUR_MARK = re.compile(r"(?<!\d)(\d{1,2})\s?h\s?(\d{2})(?!\d)", re.I)
_DOTTED_CLOCK = re.compile(r"(?<=\s)(\d{1,2})\.(\d{2})\.(\d{2})(?:\.\d+)?(?!\d)")
_DOTTED_HOUR = re.compile(r"(?<!\d)(\d{1,2})\.(\d{2})(?=\s*(?:Uhr|uur)\b)", re.I)
_WEEKDAY = re.compile(r"^[^\W\d_]{2,12}\.?,?\s+(?=\d)")
_COMPACT = re.compile(
    r"(?P<year>(?:1[6-9]|20)\d{2})(?P<month>0[1-9]|1[0-2])(?P<day>[0-3]\d)(?:T?(?P<hour>\d{2})(?P<minute>\d{2})(?:\d{2})?(?P<zone>Z)?)?$"
)
_NUMERIC = re.compile(r"(?P<one>\d{1,2})(?P<mark>[./-])(?P<two>\d{1,2})[./-](?P<year>\d{4}|\d{2})(?!\d)(?P<rest>.*)$", re.S)
_EPOCH = re.compile(r"\d{9,10}(?:\.\d+)?$|\d{12,13}(?:\.0)?$|\d{15,16}$|\d{18,19}$")
_YEAR_MONTH = re.compile(r"(?P<name>[A-Za-z]{3,9})\.?,?\s+(?P<year>(?:1[6-9]|20)\d{2})$")
_IN_PATH = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d{2})(?:(?P<mark>[-_/.]?)(?P<month>0[1-9]|1[0-2]|(?<=/)(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))(?P=mark)"
    r"(?P<day>0[1-9]|[12]\d|3[01]|(?<=[a-z]/)[1-9]))(?!\d)",
    re.I,
)
_LEAD = re.compile(
    r"^(?:first\s+)?(?:published|posted|updated|date|issued|created|on|last\s+(?:updated|modified))\b\s*(?:on|at)?\s*[:\s]\s*", re.I
)
_NOISE = re.compile(r"\b(?:at|on|of|the|o'clock|uhr|local time)\b|[|•·–—]", re.I)
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b", re.I)
_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_CLOCK = re.compile(r"\d{1,2}(?::\d{2}|\s*[ap]\.?m\b)", re.I)
_YEAR = re.compile(r"(?<!\d)(?:1[6-9]|20)\d{2}(?!\d)")
_MONTH = re.compile(r"(?<![a-z])(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*", re.I)
#: Seconds, milliseconds, microseconds and nanoseconds have 10, 13, 16 and 19 digits, one less before September 2001.
_EPOCH_UNITS = (1, 1_000, 1_000_000, 1_000_000_000)
_MONTHS = 12
_HALF_DAY = 12
_FIRST_OF_LAST_CENTURY = 69  # as POSIX reads years of two digits
_MONTH_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec".split()
#: Hours from UTC of abbreviations that news in English prints and that mean one zone only (IST, AST and the like mean several).
_ZONES: dict[str, tzinfo] = {
    name: timezone(timedelta(hours=hours))
    for name, hours in {
        "UTC": 0, "GMT": 0, "Z": 0, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "WET": 0,
        "BST": 1, "CET": 1, "WEST": 1, "CEST": 2, "EET": 2, "SAST": 2, "EEST": 3, "MSK": 3, "PKT": 5, "HKT": 8, "SGT": 8, "JST": 9,
        "KST": 9, "AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13,
    }.items()
} | {"ET": ZoneInfo("America/New_York"), "CT": ZoneInfo("America/Chicago"), "PT": ZoneInfo("America/Los_Angeles")}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date as far as it was printed: `moment` (in its own time zone) only when a time was; `day` is that of its own time zone too."""

    day: date
    moment: datetime | None
    precision: Literal["minute", "day", "month"]

    @property
    def iso(self) -> str:
        """ISO 8601, as exact as is known."""
        return self.moment.isoformat(timespec="minutes") if self.moment else self.day.isoformat()[: 7 if self.precision == "month" else 10]


def parse_date(printed: str | None, order: Order | None = None) -> PrintedDate | None:
    """The date that a string prints; None when it prints none, or one that can be read in two ways.

    `order` decides dates such as 04/05/2023; see `find_order`. A time without a zone is taken as UTC, and midnight exactly as no time.
    """
    if not printed:
        return None
    words = _LEAD.sub("", " ".join(printed.split()))[:80]
    named = _PLACE_ZONE.search(words)
    try:
        found = _parse(_in_english(_unwrapped(words[: named.start()] if named else words)), order)
        return _in_zone(found, ZoneInfo(named["zone"])) if found and named else found
    except (ValueError, OverflowError, ZoneInfoNotFoundError):  # the 31st of February, year 99999, Atlantis/Capital
        return None


def _in_zone(found: PrintedDate, zone: ZoneInfo) -> PrintedDate:
    """A moment whose hour is that of a place."""
    if found.moment is None:
        return found
    moment = found.moment.replace(tzinfo=zone)
    return _at(found.day, found.moment.time(), timezone(moment.utcoffset() or timedelta(0)))


def find_order(printed: Iterable[str | None]) -> Order | None:
    """Whether a file's numeric dates have the day or the month first, if any of them shows it; None when none does or they disagree."""
    orders: set[Order] = set()
    for value in printed:
        found = _NUMERIC.match(value.strip()) if value else None
        if found and int(found["one"]) > 12 >= int(found["two"]):
            orders.add("day_first")
        elif found and int(found["two"]) > 12 >= int(found["one"]):
            orders.add("month_first")
    return orders.pop() if len(orders) == 1 else None


def date_in_path(path: str | None) -> PrintedDate | None:
    """The day that an address or file name carries (/2023/04/24/, /2023/apr/24/, 2023-04-24_…); None when it carries none or two."""
    days = {(found["year"], _month_number(found["month"]), found["day"]) for found in _IN_PATH.finditer(path or "")}
    if len(days) != 1:
        return None
    year, month, day = days.pop()
    try:
        return PrintedDate(date(int(year), month, int(day)), None, "day")
    except ValueError:
        return None


def _month_number(printed: str) -> int:
    return int(printed) if printed.isdigit() else _MONTH_NAMES.index(printed.lower()) + 1


def is_possible(found: PrintedDate | None, today: date) -> bool:
    """Whether an article can have been published then: not before there were newspapers, not in the future."""
    return found is not None and EARLIEST <= found.day <= today + _TOMORROW


def _parse(words: str, order: Order | None) -> PrintedDate | None:
    if _EPOCH.match(words):
        seconds = float(words) / _EPOCH_UNITS[(len(words.split(".")[0]) - 9) // 3]
        moment = datetime.fromtimestamp(seconds, UTC)
        return PrintedDate(moment.date(), moment.replace(microsecond=0), "minute")
    for pattern in (_ISO, _COMPACT, _EASTERN):
        if found := pattern.match(words):
            return _from_parts(found.groupdict())
    if found := _NUMERIC.match(words):
        return _from_numeric(found, order)
    if found := _YEAR_MONTH.match(words):
        return _month_of(found["name"], found["year"])
    if found := _SHORT_YEAR.match(words):
        words = f"{found['day']} {found['month']} {_full_year(int(found['year']))}{found['rest']}"
    return _from_words(words)


def _full_year(year: int) -> int:
    return year + (2000 if year < _FIRST_OF_LAST_CENTURY else 1900)


def _unwrapped(words: str) -> str:
    """A date without what programs print around it."""
    if found := _WRAPPED.match(words):
        return found["epoch"] or found["stamp"] or found["iso"]
    if found := _PYTHON.match(words):
        year, month, day, hour, minute = found.groups()
        return f"{year}-{month}-{day}" + (f" {hour}:{minute.zfill(2)}" if hour else "")
    if found := _HALVED.match(words):
        hour = int(found[2]) % _HALF_DAY + (_HALF_DAY if found[4] in "pP" else 0)
        return f"{found[1]} {hour:02}:{found[3]}"
    return _LOG.sub(r"\1 \2", words)


def _in_english(words: str) -> str:
    """A date with the months of other languages in English, its time of day with colons, and no day of the week before the day."""
    words = _LETTERS.sub(_month_in_english, words)
    words = _HOUR_MARK.sub(r"\1:\2", _DOTTED_CLOCK.sub(r"\1:\2:\3", _DOTTED_HOUR.sub(r"\1:\2", words)))
    without = _WEEKDAY.sub("", words)
    return without if _MONTH.search(without) else words


def _month_in_english(found: re.Match[str]) -> str:
    number = month_numbers().get(found[0].casefold())
    return _MONTH_NAMES[number - 1] if number else found[0]


def _from_parts(parts: dict[str, str | None]) -> PrintedDate | None:
    year, month = int(parts["year"] or 0), int(parts["month"] or 0)
    if not parts["day"]:
        return PrintedDate(date(year, month, 1), None, "month")
    day = date(year, month, int(parts["day"]))
    if not parts["hour"]:
        return PrintedDate(day, None, "day")
    hour = int(parts["hour"])
    clock = time(hour + _HALF_DAY if parts.get("half") and hour < _HALF_DAY else hour, int(parts["minute"] or 0))
    return _at(day, clock, _zone(parts["zone"]))


def _zone(printed: str | None) -> timezone:
    if not printed or printed in ("Z", "UTC", "GMT"):
        return UTC
    digits = printed[1:].replace(":", "").ljust(4, "0")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-offset if printed[0] == "-" else offset)


def _at(day: date, clock: time, zone: timezone) -> PrintedDate:
    if clock == time(0, 0):
        return PrintedDate(day, None, "day")
    return PrintedDate(day, datetime.combine(day, clock, zone), "minute")


def _from_numeric(found: re.Match[str], order: Order | None) -> PrintedDate | None:
    one, two, year = int(found["one"]), int(found["two"]), int(found["year"])
    if len(found["year"]) == 2:
        if found["mark"] != "." and two <= _MONTHS:
            return None  # 04-05-06 has six readings, 24/04/23 two
        year = _full_year(year)
    if one > 12 or found["mark"] == ".":
        order = "day_first"
    elif two > 12:
        order = "month_first"
    if order is None and one != two:
        return None
    day, month = (one, two) if order == "day_first" else (two, one)
    if not _CLOCK.search(found["rest"]):
        return PrintedDate(date(year, month, day), None, "day")
    clock = _NOISE.sub(" ", found["rest"]).lstrip(" ,-T")
    parsed = dateutil_parser.parse(clock, tzinfos=_tzinfo, default=datetime(year, month, day))
    return _at(parsed.date(), parsed.time().replace(second=0, microsecond=0), _fixed(parsed))


def _month_of(name: str, year: str) -> PrintedDate | None:
    short = name[:3].lower()
    return PrintedDate(date(int(year), _MONTH_NAMES.index(short) + 1, 1), None, "month") if short in _MONTH_NAMES else None


def _from_words(words: str) -> PrintedDate | None:
    """Dates with the month in letters: "Mon, 24 Apr 2023 10:15:00 +0200", "April 24, 2023 10.15 a.m. ET"."""
    if not (_MONTH.search(words) and _YEAR.search(words) and _DAY.search(words)):
        return None
    plain = _ORDINAL.sub("", _NOISE.sub(" ", words))
    parsed = dateutil_parser.parse(plain, tzinfos=_tzinfo, default=datetime(2000, 1, 1), fuzzy=True)
    if str(parsed.year) not in words:
        return None
    if not _CLOCK.search(plain):
        return PrintedDate(parsed.date(), None, "day")
    return _at(parsed.date(), parsed.time().replace(second=0, microsecond=0), _fixed(parsed))


def _tzinfo(name: str | None, offset: int | None) -> tzinfo | None:
    return timezone(timedelta(seconds=offset)) if offset is not None else _ZONES.get((name or "").upper())


def _fixed(parsed: datetime) -> timezone:
    offset = parsed.utcoffset()
    return timezone(offset) if offset is not None else UTC
