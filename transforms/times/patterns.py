"""The parts of which the patterns of time expressions are built, and the words without which a sentence holds none."""

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
