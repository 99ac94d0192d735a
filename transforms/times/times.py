"""Dates and times: where an article names one, and which day, week, month, quarter or year it means.

Expressions are resolved against the day of the article; weekdays and months without a year look back or ahead by the tense of their clause.
Values are ISO 8601 (quarters as 2023-Q2); null where the expression has no calendar value ("recently") or the article has no day.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from transforms.annotations import Article, TaggedText, TimeMark
from transforms.language import word_class
from transforms.times.patterns import MONTHS, NUMBERS, ORDINALS, TRIGGERS, WEEKDAYS, compile_patterns

_ANY, _RULES = compile_patterns()
_RULE_NAMES = tuple(_RULES)
_DIGITS = re.compile(r"\d{4}|\d\s?[ap]\.?m|\d/\d", re.IGNORECASE)
_FUTURE_WORDS = word_class("times.future_words")
_PLANS = word_class("times.plans")
_BEING = word_class("times.being")
_SAYING = word_class("times.saying")
_UNIT_LENGTHS = {"day": 1, "week": 7}
_PLACES_OF_A_YEAR = word_class("times.places_of_a_year")
_PLACES_OF_MAY = word_class("times.places_of_may")


def find_times(article: Article, tagged: TaggedText) -> list[TimeMark]:
    """Expressions of dates and times in text order, with their values."""
    reader = _TimeReader(article.day, tagged)
    marks: list[TimeMark] = []
    for first, last in tagged.sentences:
        sentence = tagged.text[tagged.starts[first] : tagged.ends[last - 1]]
        if TRIGGERS.isdisjoint(tagged.lowers[first:last]) and not _DIGITS.search(sentence):
            continue
        offset = tagged.starts[first]
        for found in _ANY.finditer(sentence):
            rule = _RULE_NAMES[int(str(found.lastgroup)[1:])]
            groups = _RULES[rule].match(sentence, found.start())
            if groups and reader.accepts(rule, groups, offset):
                value = reader.value(rule, groups, offset, sentence)
                marks.append(TimeMark(offset + groups.start(), offset + groups.end(), value, rule))
    return marks


class _TimeReader:
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
        if rule == "time.month" and groups["month"] in ("May", "March", "Mar") and not groups["which"]:
            position = self.token_at.get(offset + groups.start("month"))
            if self.tagged.has_syntax and position is not None:
                is_name = any(name.first <= position < name.last and name.label == "PERSON" for name in self.tagged.names)
                return self.tagged.tags[position] == "NNP" and self.tagged.deps[position] not in ("aux", "ROOT") and not is_name
            return bool(before) and before[-1] in _PLACES_OF_MAY
        if rule == "time.year":
            if groups.end() - groups.start() > 4:
                return True
            position = self.token_at.get(start)
            if position is None:
                return False
            if self.tagged.has_syntax and self.tagged.deps[position] == "nummod":
                head = self.tagged.heads[position]
                return self.tagged.tags[head] in ("NN", "NNP", "NNPS") or head < position
            return bool(before) and before[-1].lstrip("(") in _PLACES_OF_A_YEAR or text[start - 1 : start] in "(," or end == len(text)
        return True

    def value(self, rule: str, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        """ISO value, or None."""
        kind = rule.removeprefix("time.")
        resolve: Callable[[re.Match[str], int, str], str | None] | None = getattr(self, f"_{kind}", None)
        return resolve(groups, offset, sentence) if resolve else None

    # ------------------------------------------------------------ calendar dates

    def _iso(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        return groups["iso"]

    def _slashes(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        """American order unless the numbers forbid it."""
        month, day, year = (int(part) for part in groups["slashes"].split("/"))
        if month > 12:
            month, day = day, month
        return _iso_day(year + (1900 if 50 <= year < 100 else 2000 if year < 50 else 0), month, day)

    def _date(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        month = _month_number(groups["month"] or groups["month_b"])
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

    def _month_year(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        year = int(groups["year"]) if groups["year"] else self._shifted_year(groups["which"])
        return f"{year:04d}-{_month_number(groups['month']):02d}" if year else None

    def _month(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        if self.day is None:
            return None
        month, which = _month_number(groups["month"]), (groups["which"] or "").lower()
        year = self.day.year
        if which == "next" or (not which and self._is_future(offset + groups.start("month"), sentence)):
            year += month < self.day.month or (which == "next" and month == self.day.month)
        elif which not in ("this", "this coming"):
            year -= month > self.day.month or (which == "last" and month == self.day.month)
        return f"{year:04d}-{month:02d}"

    def _weekday(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        if self.day is None:
            return None
        which = (groups["which"] or "").lower()
        start = offset + groups.start("weekday")
        return self._weekday_value(groups["weekday"], which, start, sentence).isoformat()

    def _weekday_value(self, printed: str, which: str, start: int, sentence: str) -> date:
        assert self.day is not None
        number = next(n for n, name in enumerate(WEEKDAYS) if name.startswith(printed.lower().rstrip(".")[:3]))
        back = (self.day.weekday() - number) % 7
        if which in ("next", "this coming") or (not which and self._is_future(start, sentence)):
            return self.day + timedelta(days=7 - back if back or which else 0)
        if which == "this":
            return self.day - timedelta(days=self.day.weekday() - number)
        return self.day - timedelta(days=back or (7 if which.endswith(("last", "past", "previous")) else 0))

    def _clock_day(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        if self.day is None:
            return None
        if groups["weekday"]:
            day = self._weekday_value(groups["weekday"], "", offset + groups.start("weekday"), sentence)
        else:
            day = self.day + timedelta(days={"yesterday": -1, "today": 0, "tomorrow": 1}[groups["name"].lower()])
        return day.isoformat() + _clock(groups["clock"])

    def _clock(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        return self.day.isoformat() + _clock(groups["clock"]) if self.day else None

    def _day_name(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        if self.day is None:
            return None
        shifts = {"yesterday": -1, "last night": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}
        return (self.day + timedelta(days=shifts.get(groups["name"].lower(), 0))).isoformat()

    def _part(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        return self.day.isoformat() if self.day else None

    # ------------------------------------------------------------ quarters

    def _quarter(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
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
        if of or which.endswith("year's"):
            said = of or which
            year = self.day.year - said.startswith(("last", "the previous")) + said.startswith("next")
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

    def _the_quarter(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        quarter = self._last_quarter()
        return self._remember(*quarter, offset) if quarter else None

    def _this_quarter(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        which, quarter = groups["which"].lower(), self._last_quarter()
        if quarter is None or self.day is None:
            return None
        if which in ("this", "current"):
            return f"{self.day.year:04d}-Q{(self.day.month + 2) // 3}"
        if groups["of"] or which in ("same", "corresponding", "comparable"):
            return f"{quarter[0] - 1:04d}-Q{quarter[1]}"
        if which == "previous":
            quarter = (quarter[0], quarter[1] - 1) if quarter[1] > 1 else (quarter[0] - 1, 4)
        if which == "next":
            quarter = (self.day.year, self.day.month // 3 + 1) if self.day.month < 10 else (self.day.year + 1, 1)
        return f"{quarter[0]:04d}-Q{quarter[1]}"

    def _quarter_of_year(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        quarter = self._last_quarter()
        return f"{groups['year']}-Q{quarter[1]}" if quarter else groups["year"]

    # ------------------------------------------------------------ so long ago

    def _year_earlier(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        """A year before the quarter just reported on, else a year before the article."""
        if self.day is None:
            return None
        if groups["ordinal"]:
            quarter = (self._last_quarter() or (self.day.year, 0))[0], ORDINALS[groups["ordinal"].lower()]
            return f"{quarter[0] - 1:04d}-Q{quarter[1]}"
        is_about_quarters = self.quarter is not None and offset - self.quarter_at < 1500 or groups[0].lower().endswith("quarter")
        quarter_before = self._last_quarter() if is_about_quarters else None
        return f"{quarter_before[0] - 1:04d}-Q{quarter_before[1]}" if quarter_before else f"{self.day.year - 1:04d}"

    def _ago(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        number, unit = groups["number"].lower(), groups["unit"].lower()
        count = int(number) if number.isdigit() else NUMBERS.get(number)
        sign = 1 if groups["dir"].lower() in ("from now", "hence") else -1
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

    def _unit(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        which, unit = groups["which"].lower(), groups["unit"].lower()
        if self.day is None:
            return None
        if unit in ("spring", "summer", "autumn", "fall", "winter", "decade", "century"):
            return None
        if which in ("that", "same", "following", "previous", "prior"):
            return self._anchored(which, unit)
        count = -1 if which in ("last", "past", "this past") else 1 if which in ("next", "coming", "this coming") else 0
        if unit == "weekend":
            return _iso_week(self.day + timedelta(days=7 * (count if which != "this past" else -1 if self.day.weekday() < 5 else 0)))
        return self._shifted(unit, count)

    def _anchored(self, which: str, unit: str) -> str | None:
        """ "that year", "the following year": seen from the year named last."""
        if unit != "year" or self.year is None:
            return self._shifted(unit, -1) if unit == "year" and which in ("previous", "prior") else None
        return f"{self.year + {'following': 1, 'previous': -1, 'prior': -1}.get(which, 0):04d}"

    def _mod_unit(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        if self.day is None or groups["unit"].lower() in ("decade", "century"):
            return None
        if groups["unit"].lower() == "month" and groups[0].lower().startswith("end"):
            return self.day.replace(day=monthrange(self.day.year, self.day.month)[1]).isoformat()
        return self._shifted(groups["unit"].lower(), 0)

    def _the_unit(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        if self.day is None or groups["unit"].lower() == "summer":
            return None
        if groups["unit"].lower() == "weekend":
            ahead = self._is_future(offset + groups.start("unit"), sentence) or self.day.weekday() > 4
            return _iso_week(self.day - timedelta(days=0 if ahead else 7))
        return f"{self.day.year:04d}"

    # ------------------------------------------------------------ years and more

    def _season_year(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        return self._year(groups, offset, sentence)

    def _year(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        self.year = int(groups["year"])
        return groups["year"]

    def _year_end(self, groups: re.Match[str], offset: int, sentence: str) -> str | None:
        return f"{self.day.year:04d}" if self.day else None

    def _shifted_year(self, which: str) -> int | None:
        return self.day.year + {"this": 0, "last": -1, "next": 1}[which.lower()] if self.day else None

    # ------------------------------------------------------------ tense

    def _is_future(self, start: int, sentence: str) -> bool:
        """Whether the clause around a character looks ahead: will, plans to, is due, or a plain present ("meets on Monday")."""
        position = self.token_at.get(start)
        if position is None or not self.tagged.has_syntax:
            offset = sentence.lower()
            return any(word in _FUTURE_WORDS or word in ("due", "scheduled", "upcoming", "expected") for word in offset.split())
        tagged = self.tagged
        if tagged.lowers[position + 1 : position + 2] == ["'s"]:
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
        return tag[:1] == "V" and (tag != "VBN" or self.tagged.lowers[position] not in _PLANS)

    def _verb_is_future(self, verb: int, is_near: bool) -> bool:
        tagged, tag = self.tagged, self.tagged.tags[verb]
        helpers = [tagged.lowers[child] for child in tagged.children[verb] if tagged.deps[child] in ("aux", "auxpass")]
        if not _FUTURE_WORDS.isdisjoint(helpers):
            return True
        if tag == "VB":
            head = tagged.heads[verb]
            return "to" in helpers and (tagged.lowers[head] in _PLANS or tagged.tags[head] in ("VBZ", "VBP", "NN", "NNS"))
        if tag == "VBG":
            return not {"is", "are", "'s", "'re", "am"}.isdisjoint(helpers)
        if tag in ("VBZ", "VBP"):
            return is_near and tagged.lowers[verb] not in _SAYING and tagged.lowers[verb] not in _BEING
        return False


def _month_number(printed: str) -> int:
    return next(number for number, name in enumerate(MONTHS, 1) if name.startswith(printed.lower()[:3]))


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
    if lowered in ("noon", "midnight"):
        return "T12:00" if lowered == "noon" else "T24:00"
    digits = re.match(r"(\d{1,2}?):?(\d\d)?(?=\D|$)", lowered)
    if not digits:
        return ""
    hour, minute = int(digits[1]), int(digits[2] or 0)
    if re.search(r"\dp|\d pm| pm", lowered) and hour < 12:
        hour += 12
    elif re.search(r"\d ?am", lowered) and hour == 12:
        hour = 0
    return f"T{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else ""
