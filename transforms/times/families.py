"""The families of time expressions: what each looks like and how its value is read.

Families and their values follow TimeML's TIMEX3 types DATE and TIME (Pustejovsky et al. 2003, "TimeML: Robust Specification of Event and
Temporal Expressions in Text"); durations ("for two years") and sets ("every Monday") are left out.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from transforms.rules import Example, Finding
from transforms.times.patterns import CLOCK, DAY, MOD, MONTH, NUMBER, PART, QUARTER, UNIT, WEEKDAY, YEAR
from transforms.times.reader import TimeReader


@dataclass(frozen=True, slots=True)
class TimeRule(Finding):
    """One family. `value` reads an expression (its groups, the sentence's offset, the sentence) as ISO 8601; None where it has no value."""

    value: Callable[[TimeReader, re.Match[str], int, str], str | None] | None
    pattern: str


#: The families of time expressions. Earlier rules win where two begin at the same place.
TIME_RULES: tuple[TimeRule, ...] = (
    TimeRule(
        "time.iso", "2023-04-26.",
        (Example("They left on 2023-04-20.", "2023-04-20", "2023-04-20"),), TimeReader.of_iso,
        r"(?P<iso>\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?)(?!\d)",
    ),
    TimeRule(
        "time.slashes", "26/04/2023.",
        (Example("They left on 26/04/2023.", "26/04/2023", "2023-04-26", day="2023-04-26"),), TimeReader.of_slashes,
        r"(?P<slashes>\d{1,2}/\d{1,2}/(?:\d{4}|\d\d))(?!\d)",
    ),
    TimeRule(
        "time.date", 'A day with its month ("Sept. 30, 1989", "12 May").',
        (Example("They left on April 20, 2023.", "April 20, 2023", "2023-04-20", day="2023-04-26"),), TimeReader.of_date,
        (
        f"{MOD}(?:{CLOCK}(?:,| on)? )?(?:{WEEKDAY},? (?:the )?)?"
        f"(?:{MONTH} {DAY}(?:,? {YEAR})?|(?P<day_b>[0-3]?\\d)(?:st|nd|rd|th)?(?: of)? (?P<month_b>(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Sept|Nov|Dec)ember"
        f"|October|(?:Jan|Feb|Apr|Aug|Sept?|Oct|Nov|Dec)\\.?)(?!\\w)(?:,? (?P<year_b>(?:1[5-9]|20)\\d\\d)(?!\\d))?)(?: {PART})?"
    ),
    ),
    TimeRule(
        "time.month_year", "A month with its year.",
        (Example("They left in April 2020.", "April 2020", "2020-04", day="2023-04-26"),), TimeReader.of_month_year,
        f"{MOD}{MONTH}(?:,| of)? (?:{YEAR}|(?P<which>(?i:this|last|next)) (?i:year))",
    ),
    TimeRule(
        "time.month", "A month without a year.",
        (Example("They left in April.", "April", "2023-04", day="2023-04-26"),), TimeReader.of_month,
        f"{MOD}(?:(?P<which>(?i:last|this past|this coming|this|next|past)) )?{MONTH}",
    ),
    TimeRule(
        "time.quarter", "A numbered quarter.",
        (Example("Profit rose in the first quarter.", "the first quarter", "2023-Q1", day="2023-04-26"),), TimeReader.of_quarter,
        (
        f"(?:(?i:the|its|their|a) )?(?:(?P<which>(?i:this year's|last year's|next year's|year-ago|year-earlier|comparable year-ago|(?:1[5-9]|20)\\d\\d)) )?"
        f"{MOD}(?:(?i:fiscal)[ -])?(?:{QUARTER})(?: (?i:of )?(?:(?i:fiscal )?{YEAR}|(?P<of>(?i:this|last|next|the current|the previous) year)))?"
    ),
    ),
    TimeRule(
        "time.clock_day", "A time of day with its day.",
        (Example("They left at 9 a.m. on Monday.", "at 9 a.m. on Monday", "2023-04-24T09:00", day="2023-04-26"),), TimeReader.of_clock_day,
        f"(?:(?i:around|about|at) )?{CLOCK}(?:,| on)? (?:{WEEKDAY}|(?P<name>(?i:today|yesterday|tomorrow)))",
    ),
    TimeRule(
        "time.weekday", "A weekday.",
        (Example("They left on Monday.", "Monday", "2023-04-24", day="2023-04-26"),), TimeReader.of_weekday,
        (
        f"{MOD}(?:(?P<which>(?i:last|this past|this coming|this|next|(?:the )?(?:previous|following))) )?{WEEKDAY}(?: (?i:{PART}))?"
    ),
    ),
    TimeRule(
        "time.day_name", '"Yesterday", "today", "tomorrow", "overnight".',
        (Example("They left yesterday.", "yesterday", "2023-04-25", day="2023-04-26"),), TimeReader.of_day_name,
        rf"{MOD}(?P<name>(?i:the day before yesterday|the day after tomorrow|today|yesterday|tomorrow|tonight|overnight|last night))(?!\w)(?: {PART})?",
    ),
    TimeRule(
        "time.part", '"This morning".',
        (Example("They left this morning.", "this morning", "2023-04-26", day="2023-04-26"),), TimeReader.of_part,
        rf"(?:(?i:earlier|later|late|early) )?(?P<which>(?i:this)) {PART}(?!\w)",
    ),
    TimeRule(
        "time.ago", '"Two years ago", "three days earlier".',
        (Example("They left two years ago.", "two years ago", "2021", day="2023-04-26"),), TimeReader.of_ago,
        (
        rf"(?:(?i:nearly|almost|about|over|more than|just|some|only) )?{NUMBER}[ -](?P<unit>(?i:day|week|month|year|decade|quarter|centurie?))y?s?"
        rf"(?: (?i:or (?:so|two)))?[ -](?P<dir>(?i:ago|earlier|before|previously|from now|hence))(?!\w)(?: (?i:quarter|period))?"
    ),
    ),
    TimeRule(
        "time.year_earlier", '"A year earlier".',
        (Example("Profit rose from the year-ago quarter.", "the year-ago quarter", "2022-Q1", day="2023-04-26"),), TimeReader.of_year_earlier,
        r"(?:(?i:the|a|an|comparable) )*(?P<dir>(?i:year-ago|year-earlier|year ago|year earlier))(?: (?P<ordinal>(?i:first|second|third|fourth)))?(?: (?i:quarter|period))?",
    ),
    TimeRule(
        "time.quarter_of_year", '"The 2022 quarter".',
        (Example("Profit rose in the 2022 quarter.", "the 2022 quarter", "2022-Q1", day="2023-04-26"),), TimeReader.of_quarter_of_year,
        r"(?i:the )(?P<year>(?:1[5-9]|20)\d\d) (?:(?i:quarter|period))(?!\w)",
    ),
    TimeRule(
        "time.this_quarter", '"Last quarter", "the same period".',
        (Example("Profit rose last quarter.", "last quarter", "2023-Q1", day="2023-04-26"),), TimeReader.of_this_quarter,
        (
        r"(?:(?i:the|its|their) )?(?P<which>(?i:latest|current|this|last|past|previous|next|same|corresponding|comparable|that|recent|most recent)) "
        r"(?i:fiscal )?(?i:quarter|period)(?!\w)(?: (?P<of>(?i:last year|a year (?:ago|earlier)|the previous year)))?"
    ),
    ),
    TimeRule(
        "time.the_quarter", '"The quarter": the one named last.',
        (Example("Profit rose in the first quarter. Sales fell in the quarter.", "the quarter", "2023-Q1", day="2023-04-26"),), TimeReader.of_the_quarter,
        r"(?i:the quarter)(?!\w)",
    ),
    TimeRule(
        "time.unit", '"Last week", "next month".',
        (Example("They left last week.", "last week", "2023-W16", day="2023-04-26"),), TimeReader.of_unit,
        (
        rf"{MOD}(?:(?i:the) )?(?P<which>(?i:last|this past|this coming|this|next|past|previous|following|coming|same|current|that|prior|latest)) "
        rf"(?:(?i:fiscal|calendar) )?{UNIT}(?!\w|-)(?! \d)"
    ),
    ),
    TimeRule(
        "time.mod_unit", '"The end of the year".',
        (Example("They left at the end of the year.", "end of the year", "2023", day="2023-04-26"),), TimeReader.of_mod_unit,
        r"(?:(?i:early|earlier|late|later|middle|mid|end|beginning|start|rest|remainder) (?:(?i:in|of) )?)(?i:the )(?P<unit>(?i:day|week|month|year|decade|century))(?!\w)",
    ),
    TimeRule(
        "time.the_unit", '"The weekend", "the fiscal year".',
        (Example("They left over the weekend.", "the weekend", "2023-W16", day="2023-04-26"),), TimeReader.of_the_unit,
        r"(?i:the (?:current )?(?:full |fiscal |whole )?)(?P<unit>(?i:weekend|year|summer|fiscal year))(?!\w|-)",
    ),
    TimeRule(
        "time.season_year", '"Spring 2022".',
        (Example("They left in spring 2022.", "spring 2022", "2022", day="2023-04-26"),), TimeReader.of_season_year,
        rf"{MOD}(?:(?i:the )?)(?P<season>(?i:spring|summer|autumn|fall|winter))(?: (?i:of))? {YEAR}",
    ),
    TimeRule(
        "time.decade", '"The 1990s"; no value.',
        (Example("They left in the 1990s.", "the 1990s", "", day="2023-04-26"),), None,
        r"(?:(?i:the )?(?:(?i:early|mid|late)(?: |-))?)(?P<decade>(?:1[5-9]|20)\d0)['’]?s(?!\w)",
    ),
    TimeRule(
        "time.short_decade", '"The nineties"; no value.',
        (Example("They left in the nineties.", "the nineties", "", day="2023-04-26"),), None,
        r"(?i:the )(?:(?i:early|mid|late)(?: |-))?(?P<short>['’]\d0s|(?i:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))(?!\w)",
    ),
    TimeRule(
        "time.century", '"The 19th century"; no value.',
        (Example("They left in the 19th century.", "the 19th century", "", day="2023-04-26"),), None,
        r"(?:(?i:the )?(?:(?i:early|mid|late) )?)(?P<century>\d\d?(?:st|nd|rd|th)|(?i:sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first))[ -](?i:century)",
    ),
    TimeRule(
        "time.year", "A year.",
        (Example("They left in 2019.", "2019", "2019", day="2023-04-26"),), TimeReader.of_year,
        rf"{MOD}(?:(?:(?i:the year|fiscal|the fiscal year|calendar))[ -])?(?:(?i:mid|early|late)-)?{YEAR}",
    ),
    TimeRule(
        "time.year_end", '"Year-end".',
        (Example("They leave by year-end.", "year-end", "2023", day="2023-04-26"),), TimeReader.of_year_end,
        r"(?i:year[- ]end)(?!\w)",
    ),
    TimeRule(
        "time.clock", "A time of day.",
        (Example("They left at 9 a.m.", "9 a.m.", "2023-04-26T09:00", day="2023-04-26"),), TimeReader.of_clock,
        f"(?:(?i:around|about) )?{CLOCK}",
    ),
    TimeRule(
        "time.present", '"Now", "currently"; no value.',
        (Example("They are now in town.", "now", "", day="2023-04-26"),), None,
        r"(?P<ref>(?i:right now|now|currently|nowadays|these days|at the moment|at present))(?!\w)",
    ),
    TimeRule(
        "time.past", '"Recently"; no value.',
        (Example("They left recently.", "recently", "", day="2023-04-26"),), None,
        r"(?P<ref>(?i:recently|lately|previously|formerly|the (?:recent )?past|(?:in )?recent (?:years|months|weeks|days|decades)|recent))(?!\w)(?! [a-z]* ?(?:\d|two|three|four|five|six|seven|eight|nine|ten|few|several)\b)",
    ),
    TimeRule(
        "time.future", '"Soon"; no value.',
        (Example("They leave soon.", "soon", "", day="2023-04-26"),), None,
        r"(?P<ref>(?i:soon|the (?:near |foreseeable |distant )?future|(?:the )?coming (?:years|months|weeks|days|quarters)))(?!\w)",
    ),
)  # fmt: skip
