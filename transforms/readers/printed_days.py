"""Days as export files print them, in the languages of the news databases (5 juillet 2019, January 11, 2010 Monday), to ISO 8601."""

import re
from datetime import date
from functools import cache

from babel.dates import get_month_names

#: Languages in which the databases label their exports.
_LANGUAGES = ("en", "fr", "de", "es", "it", "nl", "pt")
#: Further languages whose months are read by their whole names; Croatian ones are those of other months in Polish.
_OTHER_LANGUAGES = ("ca", "sv", "da", "nb", "fi", "ro", "hu", "pl", "cs", "sk", "sl", "bg", "uk", "ru", "el", "tr", "id", "ar")
_DAY_FIRST = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})(?:er|\.|º)?\s+(?:de\s+)?(?P<month>[^\W\d_]{3,12})\.?,?\s+(?:de\s+)?(?P<year>(?:18|19|20)\d{2})(?!\d)"
)
_MONTH_FIRST = re.compile(r"(?<![^\W\d_])(?P<month>[^\W\d_]{3,12})\.?\s+(?P<day>\d{1,2}),?\s+(?P<year>(?:18|19|20)\d{2})(?!\d)")
_IN_SIGNS = re.compile(r"(?<!\d)(?P<year>(?:18|19|20)\d{2})\s*[年년]\s*(?P<month>\d{1,2})\s*[月월]\s*(?P<day>\d{1,2})\s*[日일]")


def printed_day(text: str) -> str | None:
    """The first day that is printed in a text with the name of its month, or in the signs of East Asia; None when there is none."""
    found = sorted(
        (match for form in (_DAY_FIRST, _MONTH_FIRST, _IN_SIGNS) for match in form.finditer(text)), key=lambda match: match.start()
    )
    for match in found:
        month = int(match["month"]) if match["month"].isdecimal() else month_numbers().get(match["month"].casefold())
        if month is None:
            continue
        try:
            return date(int(match["year"]), month, int(match["day"])).isoformat()
        except ValueError:
            continue
    return None


@cache
def month_numbers() -> dict[str, int]:
    """Numbers of months by their names, short and long, as they stand in dates and alone."""
    others = {
        name.casefold(): number
        for language in reversed(_OTHER_LANGUAGES)
        for context in ("stand-alone", "format")
        for number, name in get_month_names("wide", context, language).items()
    }
    return others | {
        name.rstrip(".").casefold(): number
        for language in reversed(_LANGUAGES)
        for width in ("abbreviated", "wide")
        for number, name in get_month_names(width, locale=language).items()
    }
