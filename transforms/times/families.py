"""The families of time expressions: how the value of each is read; what it looks like stands in the patterns of the language.

Families and their values follow TimeML's TIMEX3 types DATE and TIME (Pustejovsky et al. 2003, "TimeML: Robust Specification of Event and
Temporal Expressions in Text"); durations ("for two years") and sets ("every Monday") are left out.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from transforms.rules import Example, Finding
from transforms.times.reader import TimeReader


@dataclass(frozen=True, slots=True)
class TimeRule(Finding):
    """One family. `value` reads an expression (its groups, the sentence's offset, the sentence) as ISO 8601; None where it has no value."""

    value: Callable[[TimeReader, re.Match[str], int, str], str | None] | None


#: The families of time expressions; where two begin at the same place, the one whose pattern stands first in the file wins.
TIME_RULES: tuple[TimeRule, ...] = (
    TimeRule(
        "time.iso", "2023-04-26.",
        (Example("They left on 2023-04-20.", "2023-04-20", "2023-04-20"),), TimeReader.of_iso,
    ),
    TimeRule(
        "time.slashes", "26/04/2023.",
        (Example("They left on 26/04/2023.", "26/04/2023", "2023-04-26", day="2023-04-26"),), TimeReader.of_slashes,
    ),
    TimeRule(
        "time.dots", "26.04.2023.",
        (Example("They left on 20.04.2023.", "20.04.2023", "2023-04-20", day="2023-04-26"),), TimeReader.of_dots,
    ),
    TimeRule(
        "time.dashes", "26-Apr-23.",
        (Example("The letter is dated 20-Apr-23.", "20-Apr-23", "2023-04-20", day="2023-04-26"),), TimeReader.of_dashes,
    ),
    TimeRule(
        "time.nth_weekday", '"The last Friday of this month".',
        (Example("They left on the first Monday of April.", "the first Monday of April", "2023-04-03", day="2023-04-26"),), TimeReader.of_nth_weekday,
    ),
    TimeRule(
        "time.date", 'A day with its month ("Sept. 30, 1989", "12 May").',
        (Example("They left on April 20, 2023.", "April 20, 2023", "2023-04-20", day="2023-04-26"),), TimeReader.of_date,
    ),
    TimeRule(
        "time.month_year", "A month with its year.",
        (Example("They left in April 2020.", "April 2020", "2020-04", day="2023-04-26"),), TimeReader.of_month_year,
    ),
    TimeRule(
        "time.month", "A month without a year.",
        (Example("They left in April.", "April", "2023-04", day="2023-04-26"),), TimeReader.of_month,
    ),
    TimeRule(
        "time.quarter", "A numbered quarter.",
        (Example("Profit rose in the first quarter.", "the first quarter", "2023-Q1", day="2023-04-26"),), TimeReader.of_quarter,
    ),
    TimeRule(
        "time.clock_day", "A time of day with its day.",
        (Example("They left at 9 a.m. on Monday.", "at 9 a.m. on Monday", "2023-04-24T09:00", day="2023-04-26"),), TimeReader.of_clock_day,
    ),
    TimeRule(
        "time.week_of_day", '"A week on Thursday", "Thursday week".',
        (Example("They leave a week on Thursday.", "a week on Thursday", "2023-05-04", day="2023-04-26"),), TimeReader.of_week_of_day,
    ),
    TimeRule(
        "time.weekday", "A weekday.",
        (Example("They left on Monday.", "Monday", "2023-04-24", day="2023-04-26"),), TimeReader.of_weekday,
    ),
    TimeRule(
        "time.day_name", '"Yesterday", "today", "tomorrow", "overnight".',
        (Example("They left yesterday.", "yesterday", "2023-04-25", day="2023-04-26"),), TimeReader.of_day_name,
    ),
    TimeRule(
        "time.feast", '"Christmas Day".',
        (Example("They left on Christmas Day.", "Christmas Day", "2022-12-25", day="2023-04-26"),), TimeReader.of_feast,
    ),
    TimeRule(
        "time.part", '"This morning".',
        (Example("They left this morning.", "this morning", "2023-04-26", day="2023-04-26"),), TimeReader.of_part,
    ),
    TimeRule(
        "time.ago", '"Two years ago", "three days earlier".',
        (Example("They left two years ago.", "two years ago", "2021", day="2023-04-26"),), TimeReader.of_ago,
    ),
    TimeRule(
        "time.year_earlier", '"A year earlier".',
        (Example("Profit rose from the year-ago quarter.", "the year-ago quarter", "2022-Q1", day="2023-04-26"),), TimeReader.of_year_earlier,
    ),
    TimeRule(
        "time.quarter_of_year", '"The 2022 quarter".',
        (Example("Profit rose in the 2022 quarter.", "the 2022 quarter", "2022-Q1", day="2023-04-26"),), TimeReader.of_quarter_of_year,
    ),
    TimeRule(
        "time.this_quarter", '"Last quarter", "the same period".',
        (Example("Profit rose last quarter.", "last quarter", "2023-Q1", day="2023-04-26"),), TimeReader.of_this_quarter,
    ),
    TimeRule(
        "time.the_quarter", '"The quarter": the one named last.',
        (Example("Profit rose in the first quarter. Sales fell in the quarter.", "the quarter", "2023-Q1", day="2023-04-26"),), TimeReader.of_the_quarter,
    ),
    TimeRule(
        "time.before_last", '"The week before last".',
        (Example("They left the week before last.", "the week before last", "2023-W15", day="2023-04-26"),), TimeReader.of_before_last,
    ),
    TimeRule(
        "time.unit", '"Last week", "next month".',
        (Example("They left last week.", "last week", "2023-W16", day="2023-04-26"),), TimeReader.of_unit,
    ),
    TimeRule(
        "time.mod_unit", '"The end of the year".',
        (Example("They left at the end of the year.", "end of the year", "2023", day="2023-04-26"),), TimeReader.of_mod_unit,
    ),
    TimeRule(
        "time.the_unit", '"The weekend", "the fiscal year".',
        (Example("They left over the weekend.", "the weekend", "2023-W16", day="2023-04-26"),), TimeReader.of_the_unit,
    ),
    TimeRule(
        "time.season_year", '"Spring 2022".',
        (Example("They left in spring 2022.", "spring 2022", "2022", day="2023-04-26"),), TimeReader.of_season_year,
    ),
    TimeRule(
        "time.decade", '"The 1990s"; no value.',
        (Example("They left in the 1990s.", "the 1990s", "", day="2023-04-26"),), None,
    ),
    TimeRule(
        "time.short_decade", '"The nineties"; no value.',
        (Example("They left in the nineties.", "the nineties", "", day="2023-04-26"),), None,
    ),
    TimeRule(
        "time.century", '"The 19th century"; no value.',
        (Example("They left in the 19th century.", "the 19th century", "", day="2023-04-26"),), None,
    ),
    TimeRule(
        "time.day_of_month", '"The 30th".',
        (Example("They must leave by the 30th.", "the 30th", "2023-04-30", day="2023-04-26"),), TimeReader.of_day_of_month,
    ),
    TimeRule(
        "time.year", "A year.",
        (Example("They left in 2019.", "2019", "2019", day="2023-04-26"),), TimeReader.of_year,
    ),
    TimeRule(
        "time.short_year", '"’97".',
        (Example("They left in ’97.", "’97", "1997", day="2023-04-26"),), TimeReader.of_short_year,
    ),
    TimeRule(
        "time.year_end", '"Year-end".',
        (Example("They leave by year-end.", "year-end", "2023", day="2023-04-26"),), TimeReader.of_year_end,
    ),
    TimeRule(
        "time.clock", "A time of day.",
        (Example("They left at 9 a.m.", "9 a.m.", "2023-04-26T09:00", day="2023-04-26"),), TimeReader.of_clock,
    ),
    TimeRule(
        "time.present", '"Now", "currently"; no value.',
        (Example("They are now in town.", "now", "", day="2023-04-26"),), None,
    ),
    TimeRule(
        "time.past", '"Recently"; no value.',
        (Example("They left recently.", "recently", "", day="2023-04-26"),), None,
    ),
    TimeRule(
        "time.future", '"Soon"; no value.',
        (Example("They leave soon.", "soon", "", day="2023-04-26"),), None,
    ),
)  # fmt: skip
