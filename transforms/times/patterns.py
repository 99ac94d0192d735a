"""The grammar of time expressions: one regular expression per family, in order of precedence.

Families and their values follow TimeML's TIMEX3 types DATE and TIME (Pustejovsky et al. 2003, "TimeML: Robust Specification of Event and
Temporal Expressions in Text"); durations ("for two years") and sets ("every Monday") are left out.
"""

import re

from transforms.language import word_values

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ORDINALS = word_values("times.ordinals", int)
NUMBERS = word_values("times.numbers", int)
#: Words without which no sentence holds a time expression (four-digit numbers and clock times apart).
TRIGGERS = frozenset(
    [
        *MONTHS,
        *WEEKDAYS,
        *(month[:3] for month in MONTHS),
        *(f"{month[:3]}." for month in MONTHS),
        "sept",
        "sept.",
        *(d[:3] for d in WEEKDAYS),
    ]
    + "today yesterday tomorrow tonight overnight now currently current recently recent soon previously formerly lately nowadays".split()
    + "day days night week weeks weekend month months year years quarter quarters period decade century centuries summer winter spring".split()
    + "autumn fall morning afternoon evening noon midnight moment past future year-end once earlier ago nineties eighties seventies sixties".split()
)

MONTH = (
    r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?"
    r"|Nov(?:ember|\.)?|Dec(?:ember|\.)?|JANUARY|FEBRUARY|MARCH|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)(?!\w)"
)
WEEKDAY = (
    r"(?P<weekday>(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.|"
    r"MONDAY|TUESDAY|WEDNESDAY|THURSDAY|FRIDAY|SATURDAY|SUNDAY)(?!\w)"
)
YEAR = r"(?P<year>(?:1[0-9]|20)\d\d)(?![\d%]|[.,]\d|-\d|\w)"
DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?![\d%:]|[.,]\d|\w)"
PART = r"(?P<part>(?i:morning|afternoon|evening|night|noon|midday|midnight))"
MOD = (
    r"(?:(?i:earlier|early|later|late|mid|sometime|around|about|just|only|(?:the )?(?:very )?(?:end|beginning|start|middle|close) of)"
    r"(?:[ -](?i:in|on))?[ -])?"
)
CLOCK = r"(?P<clock>(?:[01]?\d|2[0-3])(?::[0-5]\d)?\s?(?:[ap]\.?m\.?|[AP]\.?M\.?)(?:\s(?:[ECMP][SD]T|GMT|UTC|local time))?|(?:[01]\d|2[0-3]):?[0-5]\d (?:GMT|UTC)|(?i:noon|midnight))"
UNIT = r"(?P<unit>(?i:day|week|weekend|month|year|decade|century|quarter|summer|spring|autumn|fall|winter))"
NUMBER = (
    r"(?P<number>\d{1,3}|(?i:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty"
    r"|a few|several|many|some|a couple of|a dozen))"
)
QUARTER = r"(?P<ordinal>(?i:first|second|third|fourth|1st|2nd|3rd|4th))(?: |-)(?i:fiscal )?(?i:quarter)|(?P<q>Q[1-4])"

#: rule id -> pattern. Earlier rules win where two begin at the same place.
PATTERNS: dict[str, str] = {
    "time.iso": r"(?P<iso>\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?)(?!\d)",
    "time.slashes": r"(?P<slashes>\d{1,2}/\d{1,2}/(?:\d{4}|\d\d))(?!\d)",
    "time.date": (
        f"{MOD}(?:{CLOCK}(?:,| on)? )?(?:{WEEKDAY},? (?:the )?)?"
        f"(?:{MONTH} {DAY}(?:,? {YEAR})?|(?P<day_b>[0-3]?\\d)(?:st|nd|rd|th)?(?: of)? (?P<month_b>(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Sept|Nov|Dec)ember"
        f"|October|(?:Jan|Feb|Apr|Aug|Sept?|Oct|Nov|Dec)\\.?)(?!\\w)(?:,? (?P<year_b>(?:1[5-9]|20)\\d\\d)(?!\\d))?)(?: {PART})?"
    ),
    "time.month_year": f"{MOD}{MONTH}(?:,| of)? (?:{YEAR}|(?P<which>(?i:this|last|next)) (?i:year))",
    "time.month": f"{MOD}(?:(?P<which>(?i:last|this past|this coming|this|next|past)) )?{MONTH}",
    "time.quarter": (
        f"(?:(?i:the|its|their|a) )?(?:(?P<which>(?i:this year's|last year's|next year's|year-ago|year-earlier|comparable year-ago|(?:1[5-9]|20)\\d\\d)) )?"
        f"{MOD}(?:(?i:fiscal)[ -])?(?:{QUARTER})(?: (?i:of )?(?:(?i:fiscal )?{YEAR}|(?P<of>(?i:this|last|next|the current|the previous) year)))?"
    ),
    "time.clock_day": f"(?:(?i:around|about|at) )?{CLOCK}(?:,| on)? (?:{WEEKDAY}|(?P<name>(?i:today|yesterday|tomorrow)))",
    "time.weekday": (
        f"{MOD}(?:(?P<which>(?i:last|this past|this coming|this|next|(?:the )?(?:previous|following))) )?{WEEKDAY}(?: (?i:{PART}))?"
    ),
    "time.day_name": rf"{MOD}(?P<name>(?i:the day before yesterday|the day after tomorrow|today|yesterday|tomorrow|tonight|overnight|last night))(?!\w)(?: {PART})?",
    "time.part": rf"(?:(?i:earlier|later|late|early) )?(?P<which>(?i:this)) {PART}(?!\w)",
    "time.ago": (
        rf"(?:(?i:nearly|almost|about|over|more than|just|some|only) )?{NUMBER}[ -](?P<unit>(?i:day|week|month|year|decade|quarter|centurie?))y?s?"
        rf"(?: (?i:or (?:so|two)))?[ -](?P<dir>(?i:ago|earlier|before|previously|from now|hence))(?!\w)(?: (?i:quarter|period))?"
    ),
    "time.year_earlier": r"(?:(?i:the|a|an|comparable) )*(?P<dir>(?i:year-ago|year-earlier|year ago|year earlier))(?: (?P<ordinal>(?i:first|second|third|fourth)))?(?: (?i:quarter|period))?",
    "time.quarter_of_year": r"(?i:the )(?P<year>(?:1[5-9]|20)\d\d) (?:(?i:quarter|period))(?!\w)",
    "time.this_quarter": (
        r"(?:(?i:the|its|their) )?(?P<which>(?i:latest|current|this|last|past|previous|next|same|corresponding|comparable|that|recent|most recent)) "
        r"(?i:fiscal )?(?i:quarter|period)(?!\w)(?: (?P<of>(?i:last year|a year (?:ago|earlier)|the previous year)))?"
    ),
    "time.the_quarter": r"(?i:the quarter)(?!\w)",
    "time.unit": (
        rf"{MOD}(?:(?i:the) )?(?P<which>(?i:last|this past|this coming|this|next|past|previous|following|coming|same|current|that|prior|latest)) "
        rf"(?:(?i:fiscal|calendar) )?{UNIT}(?!\w|-)(?! \d)"
    ),
    "time.mod_unit": r"(?:(?i:early|earlier|late|later|middle|mid|end|beginning|start|rest|remainder) (?:(?i:in|of) )?)(?i:the )(?P<unit>(?i:day|week|month|year|decade|century))(?!\w)",
    "time.the_unit": r"(?i:the (?:current )?(?:full |fiscal |whole )?)(?P<unit>(?i:weekend|year|summer|fiscal year))(?!\w|-)",
    "time.season_year": rf"{MOD}(?:(?i:the )?)(?P<season>(?i:spring|summer|autumn|fall|winter))(?: (?i:of))? {YEAR}",
    "time.decade": r"(?:(?i:the )?(?:(?i:early|mid|late)(?: |-))?)(?P<decade>(?:1[5-9]|20)\d0)['’]?s(?!\w)",
    "time.short_decade": r"(?i:the )(?:(?i:early|mid|late)(?: |-))?(?P<short>['’]\d0s|(?i:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))(?!\w)",
    "time.century": r"(?:(?i:the )?(?:(?i:early|mid|late) )?)(?P<century>\d\d?(?:st|nd|rd|th)|(?i:sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first))[ -](?i:century)",
    "time.year": rf"{MOD}(?:(?:(?i:the year|fiscal|the fiscal year|calendar))[ -])?(?:(?i:mid|early|late)-)?{YEAR}",
    "time.year_end": r"(?i:year[- ]end)(?!\w)",
    "time.clock": f"(?:(?i:around|about) )?{CLOCK}",
    "time.present": r"(?P<ref>(?i:right now|now|currently|nowadays|these days|at the moment|at present))(?!\w)",
    "time.past": r"(?P<ref>(?i:recently|lately|previously|formerly|the (?:recent )?past|(?:in )?recent (?:years|months|weeks|days|decades)|recent))(?!\w)(?! [a-z]* ?(?:\d|two|three|four|five|six|seven|eight|nine|ten|few|several)\b)",
    "time.future": r"(?P<ref>(?i:soon|the (?:near |foreseeable |distant )?future|(?:the )?coming (?:years|months|weeks|days|quarters)))(?!\w)",
}


def compile_patterns() -> tuple[re.Pattern[str], dict[str, re.Pattern[str]]]:
    """(a pattern that finds any expression, its last group named r0, r1, … for the rules in order; a pattern of each rule with its own groups)."""
    nameless = (re.sub(r"\(\?P<\w+>", "(?:", source) for source in PATTERNS.values())
    branches = "|".join(f"(?P<r{number}>{source})" for number, source in enumerate(nameless))
    return re.compile(rf"(?<![\w$£€#/.-])(?:{branches})"), {rule: re.compile(source) for rule, source in PATTERNS.items()}
