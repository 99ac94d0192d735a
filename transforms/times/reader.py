"""Which day, week, month, quarter or year an expression means, one method a family."""

import re
from calendar import monthrange
from datetime import date, timedelta

from transforms.annotations import TaggedText
from transforms.language import word_class, word_values
from transforms.language.en.labels import (
    BASE_FORM,
    COMMON_NOUN_TAGS,
    HELPER,
    HELPERS,
    ING_FORM,
    NUMBER,
    PARTICIPLE,
    PLURAL_NAME,
    PRESENT_TAGS,
    ROOT,
    SINGULAR_NAME,
    SINGULAR_NOUN,
    VERB_TAGS,
)
from transforms.times.patterns import MONTHS, NUMBERS, ORDINALS, WEEKDAYS

_FUTURE_WORDS = word_class("syntax.future")
_PLANS = word_class("times.plans")
_BEING = word_class("times.being")
_SAYING = word_class("syntax.saying")
_TO = word_class("syntax.to")
_POSSESSIVE_MARKS = word_class("syntax.possessive_marks")
_PROGRESSIVE = word_class("syntax.present_helpers")
#: What makes a sentence look ahead where its syntax is unknown.
_ANNOUNCED = word_class("times.announced")
_MONTHS_ALSO_WORDS = word_class("times.months_also_words")
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
_UNIT_LENGTHS = {"day": 1, "week": 7}
_PLACES_OF_A_YEAR = word_class("times.places_of_a_year")
_PLACES_OF_MAY = word_class("times.places_of_may")
_VERBAL = frozenset({HELPER, ROOT})
_COUNTED = frozenset({SINGULAR_NOUN, SINGULAR_NAME, PLURAL_NAME})
_PLANNING = frozenset({*PRESENT_TAGS, *COMMON_NOUN_TAGS})


class TimeReader:
    """Resolves the expressions of one article; remembers the last quarter named, which "the quarter" and "a year earlier" refer to."""

    def __init__(self, day: date | None, tagged: TaggedText) -> None:
        self.day = day
        self.tagged = tagged
        self.token_at = {start: position for position, start in enumerate(tagged.starts)}
        self.quarter: tuple[int, int] | None = None
        self.quarter_at = -1000
        self.year: int | None = None

    def accepts(self, rule: str, groups: re.Match[str], offset: int) -> bool:
        """Whether the words are a time here: "may" and "march" are verbs too, a four-digit number can count things."""
        text, start, end = self.tagged.text, offset + groups.start(), offset + groups.end()
        before = text[max(0, start - 12) : start].lower().split()
        if rule == "time.month" and groups["month"] in _MONTHS_ALSO_WORDS and not groups["which"]:
            position = self.token_at.get(offset + groups.start("month"))
            if self.tagged.has_syntax and position is not None:
                is_name = any(name.first <= position < name.last and name.label == "PERSON" for name in self.tagged.names)
                return self.tagged.tags[position] == SINGULAR_NAME and self.tagged.deps[position] not in _VERBAL and not is_name
            return bool(before) and before[-1] in _PLACES_OF_MAY
        if rule == "time.year":
            if groups.end() - groups.start() > 4:
                return True
            position = self.token_at.get(start)
            if position is None:
                return False
            if self.tagged.has_syntax and self.tagged.deps[position] == NUMBER:
                head = self.tagged.heads[position]
                return self.tagged.tags[head] in _COUNTED or head < position
            return bool(before) and before[-1].lstrip("(") in _PLACES_OF_A_YEAR or text[start - 1 : start] in "(," or end == len(text)
        return True

    # ------------------------------------------------------------ calendar dates

    def of_iso(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        return groups["iso"]

    def of_slashes(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        """American order unless the numbers forbid it."""
        month, day, year = (int(part) for part in groups["slashes"].split("/"))
        if month > 12:
            month, day = day, month
        return _iso_day(year + (1900 if 50 <= year < 100 else 2000 if year < 50 else 0), month, day)

    def of_date(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        month = MONTHS[groups["month"] or groups["month_b"]]
        day = int(groups["day"] or groups["day_b"])
        year = groups["year"] or groups["year_b"]
        value = _iso_day(int(year), month, day) if year else self._nearest_day(month, day, offset + groups.start(), sentence)
        return value and value + _clock(groups["clock"])

    def _nearest_day(self, month: int, day: int, start: int, sentence: str) -> str | None:
        """The day of that name nearest to the article, but not far ahead of a clause in the past tense."""
        if self.day is None:
            return None
        years = [year for year in (self.day.year - 1, self.day.year, self.day.year + 1) if _iso_day(year, month, day)]
        days = [date(year, month, day) for year in years]
        if not self._is_future(start, sentence):
            days = [candidate for candidate in days if (candidate - self.day).days <= 90]
        today = self.day
        return min(days, key=lambda candidate: abs((candidate - today).days)).isoformat() if days else None

    def of_month_year(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        year = int(groups["year"]) if groups["year"] else self._shifted_year(_which(groups))
        return f"{year:04d}-{MONTHS[groups['month']]:02d}" if year else None

    def of_month(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        if self.day is None:
            return None
        month, which = MONTHS[groups["month"]], _which(groups)
        year = self.day.year
        if which == "next" or (not which and self._is_future(offset + groups.start("month"), sentence)):
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
        if which in ("next", "coming") or (not which and self._is_future(start, sentence)):
            return self.day + timedelta(days=7 - back if back or which else 0)
        if which == "this":
            return self.day - timedelta(days=self.day.weekday() - number)
        return self.day - timedelta(days=back or (7 if which in ("last", "recent", "previous") else 0))

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
        if self._is_future(offset + groups.start(), sentence):
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
            ahead = self._is_future(offset + groups.start("unit"), sentence) or self.day.weekday() > 4
            return _iso_week(self.day - timedelta(days=0 if ahead else 7))
        return f"{self.day.year:04d}"

    # ------------------------------------------------------------ years and more

    def of_season_year(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        return self.of_year(groups, offset, sentence)

    def of_year(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        self.year = int(groups["year"])
        return groups["year"]

    def of_year_end(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        return f"{self.day.year:04d}" if self.day else None

    def _shifted_year(self, which: str) -> int | None:
        return self.day.year + {"last": -1, "next": 1}.get(which, 0) if self.day else None

    # ------------------------------------------------------------ tense

    def _is_future(self, start: int, sentence: str) -> bool:
        """Whether the clause around a character looks ahead: will, plans to, is due, or a plain present ("meets on Monday")."""
        position = self.token_at.get(start)
        if position is None or not self.tagged.has_syntax:
            return not _ANNOUNCED.isdisjoint(sentence.lower().split())
        tagged = self.tagged
        if not _POSSESSIVE_MARKS.isdisjoint(tagged.lowers[position + 1 : position + 2]):
            return False
        hops = 0
        while hops < 8 and not self._is_verb(position):
            if tagged.lowers[position] in _PLANS:
                return True
            if tagged.heads[position] == position:
                return False
            position, hops = tagged.heads[position], hops + 1
        return self._verb_is_future(position, is_near=hops <= 2)

    def _is_verb(self, position: int) -> bool:
        tag = self.tagged.tags[position]
        return tag in VERB_TAGS and (tag != PARTICIPLE or self.tagged.lowers[position] not in _PLANS)

    def _verb_is_future(self, verb: int, is_near: bool) -> bool:
        tagged, tag = self.tagged, self.tagged.tags[verb]
        helpers = [tagged.lowers[child] for child in tagged.children[verb] if tagged.deps[child] in HELPERS]
        if not _FUTURE_WORDS.isdisjoint(helpers):
            return True
        if tag == BASE_FORM:
            head = tagged.heads[verb]
            return not _TO.isdisjoint(helpers) and (tagged.lowers[head] in _PLANS or tagged.tags[head] in _PLANNING)
        if tag == ING_FORM:
            return not _PROGRESSIVE.isdisjoint(helpers)
        if tag in PRESENT_TAGS:
            return is_near and tagged.lowers[verb] not in _SAYING and tagged.lowers[verb] not in _BEING
        return False


def _which(groups: re.Match[str]) -> str:
    """Which unit the words before it choose; empty where none stand there."""
    printed = (groups["which"] or "").lower()
    return _WHICH.get(printed) or _WHICH.get(printed.partition(" ")[2], "")


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
