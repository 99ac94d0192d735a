"""Moments as news formats write them (20140829T134951+0000, 2014-08-29T13:49:51.000Z) to ISO 8601."""

import re
from collections.abc import Iterable

_STAMP = re.compile(
    r"(?P<day>\d{4}-?\d{2}-?\d{2})(?:[T\s]*(?P<hour>\d{2}):?(?P<minute>\d{2})(?::?\d{2}(?:[.,]\d+)?)?\s*(?P<zone>Z|[+-]\d{2}:?\d{2})?)?"
)


def first_stamp(values: Iterable[str | None]) -> str | None:
    """The first of the values that is a moment or a day, in ISO 8601 to the minute; without a zone where none was written."""
    return next((stamp for value in values if value and (stamp := _iso(value.strip()))), None)


def _iso(value: str) -> str | None:
    found = _STAMP.fullmatch(value)
    if not found:
        return None
    digits = found["day"].replace("-", "")
    day = f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"
    if not found["hour"]:
        return day
    zone = found["zone"] or ""
    return f"{day}T{found['hour']}:{found['minute']}{zone if len(zone) != 5 else f'{zone[:3]}:{zone[3:]}'}"
