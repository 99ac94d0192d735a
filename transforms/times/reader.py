"""Which day, week, month, quarter or year an expression means, one method a family."""

import re
from calendar import monthrange
from datetime import date, timedelta

from transforms.language import word_class, word_values
from transforms.times.patterns import MONTHS, NUMBERS, ORDINALS, WEEKDAYS
from transforms.times.tense import Tense

#: Which of several units is meant: last, recent, this, current, coming, next, previous, following, same, that.
_WHICH = word_values("times.which", str)
#: Units by what they are counted in; "season" and "long" ones have no calendar value.
_UNITS = word_values("times.units", str)
#: Days and years away from the article's.
_DAY_SHIFTS = word_values("times.day_names", int)
_YEAR_SHIFTS = word_values("times.years", int)
_AHEAD = word_class("times.ahead")
_CLOCK_NAMES = word_values("times.clock_names", str)
_ENDS = word_class("times.ends")
_QUARTERS = word_class("times.quarters")
_UNIT_LENGTHS = {"day": 1, "week": 7, "fortnight": 14}
#: "First" to "fifth" of a month's weekdays, "last" counted from its end.
_NTH = word_values("times.nth", int)
_FEASTS = word_values("times.feasts", str)
_AFTER_NEXT = word_class("times.after_next")
_WEEKS_AHEAD = word_class("times.weeks_ahead")
_SLASHES = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/(?:\d{4}|\d\d)(?!\d)")


class TimeReader:
    """Resolves the expressions of one article; remembers the last quarter named, which "the quarter" and "a year earlier" refer to."""

    def __init__(self, day: date | None, text: str, tense: Tense) -> None:
        self.day = day
        self.tense = tense
        self.is_day_first = _is_day_first(text)
        self.quarter: tuple[int, int] | None = None
        self.quarter_at = -1000
        self.year: int | None = None

    # ------------------------------------------------------------ calendar dates

    def of_iso(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        return groups["iso"]

    def of_slashes(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        """American order, unless the numbers or another such date of the article forbid it."""
        month, day, year = (int(part) for part in groups["slashes"].split("/"))
        if month > 12 or (self.is_day_first and day <= 12):
            month, day = day, month
        return _with_clock(_iso_day(_full_year(year), month, day), groups["clock"])

    def of_dots(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        day, month, year = (int(part) for part in groups["dots"].split("."))
        return _with_clock(_iso_day(year, month, day), groups["clock"])

    def of_dashes(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        month = next(number for name, number in MONTHS.items() if name[:3].lower() == groups["month"][:3].lower())
        return _iso_day(_full_year(int(groups["year"])), month, int(groups["day"]))

    def of_date(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        month = MONTHS[groups["month"] or groups["month_b"]]
        day = int(groups["day"] or groups["first"] or groups["day_b"])
        year = groups["year"] or groups["year_b"]
        if year:
            return _with_clock(_iso_day(int(year), month, day), groups["clock"])
        start = offset + groups.start("month" if groups["month"] else "month_b")
        return _with_clock(self._nearest_day(month, day, _which(groups), start, sentence), groups["clock"])

    def of_feast(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        month, _, day = _FEASTS[groups["feast"]].partition("-")
        if groups["year"]:
            return _iso_day(int(groups["year"]), int(month), int(day))
        return self._nearest_day(int(month), int(day), "", offset + groups.start(), sentence)

    def _nearest_day(self, month: int, day: int, which: str, start: int, sentence: str) -> str | None:
        """The day of that name nearest to the article; not after it where the clause tells it in the past, nor far ahead where it does
        not look ahead."""
        if self.day is None:
            return None
        today = self.day
        years = [year for year in (today.year - 1, today.year, today.year + 1) if _iso_day(year, month, day)]
        days = [date(year, month, day) for year in years]
        if which == "next":
            days = [candidate for candidate in days if candidate > today]
        elif which == "last":
            days = [candidate for candidate in days if candidate < today]
        elif not self.tense.is_ahead(start, sentence):
            most = 0 if self.tense.is_past(start) else 90
            days = [candidate for candidate in days if (candidate - today).days <= most]
        return min(days, key=lambda candidate: abs((candidate - today).days)).isoformat() if days else None

    def of_day_of_month(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        """ "The 30th": of the month named, else the first such day to come where the clause looks ahead, else the last one."""
        if self.day is None:
            return None
        which, day = _which(groups), int(groups["day"])
        if groups["which"]:
            year, month = self._month_away({"last": -1, "next": 1}.get(which, 0))
            return _iso_day(year, month, day)
        sign = 1 if self.tense.is_ahead(offset + groups.start("day"), sentence) else -1
        candidates = (_iso_day(*self._month_away(sign * count), day) for count in range(3))
        today = self.day.isoformat()
        return next((found for found in candidates if found and (found >= today if sign > 0 else found <= today)), None)

    def of_nth_weekday(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        """ "The last Friday of this month", "the first Monday in May"."""
        if groups["month"]:
            found = f"{groups['year']}-{MONTHS[groups['month']]:02d}" if groups["year"] else self.of_month(groups, offset, sentence)
        elif self.day is None:
            found = None
        else:
            year, month = self._month_away({"last": -1, "next": 1}.get(_which(groups), 0))
            found = f"{year:04d}-{month:02d}"
        if found is None:
            return None
        year, month = (int(part) for part in found.split("-"))
        nth, weekday = _NTH[groups["nth"].lower()], WEEKDAYS[groups["weekday"]]
        days = [date(year, month, day) for day in range(1, monthrange(year, month)[1] + 1)]
        fitting = [day.isoformat() for day in days if day.weekday() == weekday]
        return fitting[nth - 1 if nth > 0 else nth] if nth <= len(fitting) else None

    def _month_away(self, count: int) -> tuple[int, int]:
        assert self.day is not None
        months = self.day.year * 12 + self.day.month - 1 + count
        return months // 12, months % 12 + 1

    def of_month_year(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        year = int(groups["year"]) if groups["year"] else self._shifted_year(_which(groups))
        return f"{year:04d}-{MONTHS[groups['month']]:02d}" if year else None

    def of_month(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        if self.day is None:
            return None
        month, which = MONTHS[groups["month"]], _which(groups)
        year = self.day.year
        if which == "next" or (not which and self.tense.is_ahead(offset + groups.start("month"), sentence, is_day=False)):
            year += month < self.day.month or (which == "next" and month == self.day.month)
        elif which not in ("this", "coming"):
            year -= month > self.day.month or (which == "last" and month == self.day.month)
        return f"{year:04d}-{month:02d}"

    def of_weekday(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        if self.day is None:
            return None
        start = offset + groups.start("weekday")
        return self._weekday_value(groups["weekday"], _which(groups), start, sentence).isoformat()

    def _weekday_value(self, printed: str, which: str, start: int, sentence: str) -> date:
        assert self.day is not None
        number = WEEKDAYS[printed]
        back = (self.day.weekday() - number) % 7
        ahead = self.day + timedelta(days=7 - back)
        if which in ("next", "coming"):
            return ahead
        if which == "this":
            return self._this_weekday(number, start, sentence)
        if not which and self.tense.is_ahead(start, sentence):
            return ahead if back else self.day
        return self.day - timedelta(days=back or (7 if which in ("last", "recent", "previous") else 0))

    def _this_weekday(self, number: int, start: int, sentence: str) -> date:
        """That of this week, or of the one that the tense of the clause asks for."""
        assert self.day is not None
        day = self.day - timedelta(days=self.day.weekday() - number)
        if day < self.day and self.tense.is_ahead(start, sentence):
            return day + timedelta(days=7)
        if day > self.day and self.tense.is_past(start):
            return day - timedelta(days=7)
        return day

    def of_week_of_day(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        """ "A week on Thursday", "Thursday week", "two weeks from today", "a week last Tuesday"."""
        if self.day is None:
            return None
        printed = groups["weekday"] or groups["weekday_b"]
        direction = (groups["dir"] or "").lower()
        is_ahead = groups["weekday_b"] is not None or direction in _WEEKS_AHEAD
        weeks = NUMBERS[groups["number"].lower()] if groups["number"] else 1
        if printed is None:
            day = self.day + timedelta(days=_DAY_SHIFTS[groups["name"].lower()])
        else:
            back = (self.day.weekday() - WEEKDAYS[printed]) % 7
            day = self.day + timedelta(days=(7 - back if is_ahead else -back))
        return (day + timedelta(days=7 * weeks * (1 if is_ahead else -1))).isoformat()

    def of_clock_day(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        if self.day is None:
            return None
        if groups["weekday"]:
            day = self._weekday_value(groups["weekday"], "", offset + groups.start("weekday"), sentence)
        else:
            day = self.day + timedelta(days=_DAY_SHIFTS[groups["name"].lower()])
        return day.isoformat() + _clock(groups["clock"])

    def of_clock(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        return self.day.isoformat() + _clock(groups["clock"]) if self.day else None

    def of_day_name(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        if self.day is None:
            return None
        return (self.day + timedelta(days=_DAY_SHIFTS[groups["name"].lower()])).isoformat()

    def of_part(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        return self.day.isoformat() if self.day else None

    # ------------------------------------------------------------ quarters

    def of_quarter(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        number = ORDINALS[(groups["ordinal"] or groups["q"]).lower()]
        which, of = (groups["which"] or "").lower(), (groups["of"] or "").lower()
        if which.isdigit() or groups["year"]:
            return self._remember(int(which) if which.isdigit() else int(groups["year"]), number, offset)
        if self.day is None:
            return None
        year = self.day.year - (date(self.day.year, 3 * number - 2, 1) > self.day)
        if self.tense.is_ahead(offset + groups.start(), sentence, is_day=False):
            # results of a quarter are announced for some months after it ended
            year = self.day.year + (3 * number + 4 < self.day.month)
        if (of or which) in _YEAR_SHIFTS:
            year = self.day.year + _YEAR_SHIFTS[of or which]
        elif which:
            return f"{year - 1:04d}-Q{number}"
        return self._remember(year, number, offset)

    def _remember(self, year: int, number: int, offset: int) -> str:
        self.quarter, self.quarter_at = (year, number), offset
        return f"{year:04d}-Q{number}"

    def _last_quarter(self) -> tuple[int, int] | None:
        """The quarter named last, else the one that ended before the article's day."""
        if self.quarter or self.day is None:
            return self.quarter
        number = (self.day.month - 1) // 3
        return (self.day.year, number) if number else (self.day.year - 1, 4)

    def of_the_quarter(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        quarter = self._last_quarter()
        return self._remember(*quarter, offset) if quarter else None

    def of_this_quarter(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        which, quarter = _which(groups), self._last_quarter()
        if quarter is None or self.day is None:
            return None
        if which in ("this", "current"):
            return f"{self.day.year:04d}-Q{(self.day.month + 2) // 3}"
        if groups["of"] or which == "same":
            return f"{quarter[0] - 1:04d}-Q{quarter[1]}"
        if which == "previous":
            quarter = (quarter[0], quarter[1] - 1) if quarter[1] > 1 else (quarter[0] - 1, 4)
        if which == "next":
            quarter = (self.day.year, self.day.month // 3 + 1) if self.day.month < 10 else (self.day.year + 1, 1)
        return f"{quarter[0]:04d}-Q{quarter[1]}"

    def of_quarter_of_year(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        quarter = self._last_quarter()
        return f"{groups['year']}-Q{quarter[1]}" if quarter else groups["year"]

    # ------------------------------------------------------------ so long ago

    def of_year_earlier(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        """A year before the quarter just reported on, else a year before the article."""
        if self.day is None:
            return None
        if groups["ordinal"]:
            quarter = (self._last_quarter() or (self.day.year, 0))[0], ORDINALS[groups["ordinal"].lower()]
            return f"{quarter[0] - 1:04d}-Q{quarter[1]}"
        is_about_quarters = self.quarter is not None and offset - self.quarter_at < 1500 or groups[0].lower().split()[-1] in _QUARTERS
        quarter_before = self._last_quarter() if is_about_quarters else None
        return f"{quarter_before[0] - 1:04d}-Q{quarter_before[1]}" if quarter_before else f"{self.day.year - 1:04d}"

    def of_ago(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        number, unit = groups["number"].lower(), _UNITS[groups["unit"].lower()]
        count = int(number) if number.isdigit() else NUMBERS.get(number)
        sign = 1 if groups["dir"].lower() in _AHEAD else -1
        if self.day is None or count is None:
            return None
        if unit == "year" and count == 1 and sign < 0:
            return self._year_earlier_of(groups, offset)
        return self._shifted(unit, sign * count)

    def _year_earlier_of(self, groups: re.Match[str], offset: int) -> str | None:
        assert self.day is not None
        if self.quarter is not None and offset - self.quarter_at < 1500:
            return f"{self.quarter[0] - 1:04d}-Q{self.quarter[1]}"
        return f"{self.day.year - 1:04d}"

    def _shifted(self, unit: str, count: int) -> str | None:
        """The unit so many units away from the article's, as precise as the unit says."""
        assert self.day is not None
        if unit in _UNIT_LENGTHS:
            try:
                day = self.day + timedelta(days=count * _UNIT_LENGTHS[unit])
            except OverflowError:
                return None
            return day.isoformat() if unit == "day" else _iso_week(day)
        if unit == "month":
            months = self.day.year * 12 + self.day.month - 1 + count
            return f"{months // 12:04d}-{months % 12 + 1:02d}"
        if unit == "year":
            return f"{self.day.year + count:04d}" if self.day.year + count > 0 else None
        if unit == "quarter":
            quarters = self.day.year * 4 + (self.day.month - 1) // 3 + count
            return f"{quarters // 4:04d}-Q{quarters % 4 + 1}"
        return None

    def of_before_last(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        unit = _UNITS[groups["unit"].lower()]
        return self._shifted("week" if unit == "weekend" else unit, 2 if groups["dir"].lower() in _AFTER_NEXT else -2) if self.day else None

    def of_unit(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        which, unit = _which(groups), _UNITS[groups["unit"].lower()]
        if self.day is None:
            return None
        if unit in ("season", "long"):
            return None
        if which in ("that", "same", "following", "previous"):
            return self._anchored(which, unit)
        count = -1 if which in ("last", "recent") else 1 if which in ("next", "coming") else 0
        if unit == "weekend":
            return _iso_week(self.day + timedelta(days=7 * (count if which != "recent" else -1 if self.day.weekday() < 5 else 0)))
        return self._shifted(unit, count)

    def _anchored(self, which: str, unit: str) -> str | None:
        """ "that year", "the following year": seen from the year named last."""
        if unit != "year" or self.year is None:
            return self._shifted(unit, -1) if unit == "year" and which == "previous" else None
        return f"{self.year + {'following': 1, 'previous': -1}.get(which, 0):04d}"

    def of_mod_unit(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        unit = _UNITS[groups["unit"].lower()]
        if self.day is None or unit == "long":
            return None
        if unit == "month" and groups[0].lower().split()[0] in _ENDS:
            return self.day.replace(day=monthrange(self.day.year, self.day.month)[1]).isoformat()
        return self._shifted(unit, 0)

    def of_the_unit(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        unit = _UNITS[groups["unit"].lower()]
        if self.day is None or unit == "season":
            return None
        if unit == "weekend":
            ahead = self.tense.is_ahead(offset + groups.start("unit"), sentence) or self.day.weekday() > 4
            return _iso_week(self.day - timedelta(days=0 if ahead else 7))
        return f"{self.day.year:04d}"

    # ------------------------------------------------------------ years and more

    def of_season_year(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        return self.of_year(groups, offset, sentence)

    def of_year(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        self.year = int(groups["year"])
        return groups["year"]

    def of_short_year(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        """ "’97": of the hundred years that end with the one after the article's."""
        if self.day is None:
            return None
        last = self.day.year + 1
        self.year = last - (last - int(groups["short"])) % 100
        return f"{self.year:04d}"

    def of_year_end(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        return f"{self.day.year:04d}" if self.day else None

    def _shifted_year(self, which: str) -> int | None:
        return self.day.year + {"last": -1, "next": 1}.get(which, 0) if self.day else None


def _which(groups: re.Match[str]) -> str:
    """Which unit the words before it choose; empty where none stand there."""
    printed = (groups["which"] or "").lower()
    return _WHICH.get(printed) or _WHICH.get(printed.partition(" ")[2], "")


def _is_day_first(text: str) -> bool:
    """Whether a date with slashes in the text can only be read day first, as all of one text are then."""
    return any(int(first) > 12 >= int(second) for first, second in _SLASHES.findall(text))


def _full_year(year: int) -> int:
    return year + (1900 if 50 <= year < 100 else 2000 if year < 50 else 0)


def _with_clock(day: str | None, clock: str | None) -> str | None:
    return day and day + _clock(clock)


def _iso_day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _iso_week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def _clock(printed: str | None) -> str:
    """THH:MM of a printed clock time, "" of none."""
    if not printed:
        return ""
    lowered = printed.lower().replace(".", "")
    if lowered in _CLOCK_NAMES:
        return _CLOCK_NAMES[lowered]
    digits = re.match(r"(\d{1,2}?):?(\d\d)?(?=\D|$)", lowered)
    if not digits:
        return ""
    hour, minute = int(digits[1]), int(digits[2] or 0)
    if re.search(r"\dp|\d pm| pm", lowered) and hour < 12:
        hour += 12
    elif re.search(r"\d ?am", lowered) and hour == 12:
        hour = 0
    return f"T{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else ""
