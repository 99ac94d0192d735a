"""Where and when an article says it was written: datelines at the head of a paragraph, lines that are nothing but dateline or byline."""

import re
from dataclasses import dataclass

from transforms.annotations import Paragraph

_MONTH = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?"
    r"|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day|\.)?"
_DATE = (
    rf"(?:(?:{_WEEKDAY}\s*,?\s*)?(?:{_MONTH}\s*\d{{1,2}}(?:st|nd|rd|th)?\b|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}(?![a-z]))"
    r"(?:\s*,?\s*(?:\d{4}|['’]?\d{2})\b)?|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4})"
)
_TIME = r"(?:(?:at\s+)?\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?(?:\s*\(?(?:[A-Z]{2,5}|local time)\)?)?)"
_DATE_LINE = re.compile(
    rf"(?:(?:published|posted|updated|last (?:updated|modified)|first published|date|issued)\s*(?:on|at)?\s*:?\s*)?"
    rf"(?:{_TIME}\s*,?\s*)?{_DATE}(?:\s*[,|/•·–—-]?\s*(?:at\s+)?{_TIME})?\s*[.|]?\s*$",
    re.I,
)
_ANY_DATE = re.compile(_DATE, re.I)
_NAME = r"[A-ZÀ-ÖØ-Þ][\w.'’-]*"
_BYLINE = re.compile(
    rf"(?:[Bb]y|BY|Reported by|Written by|Author:)\s*:?\s*{_NAME}"
    rf"(?:\s+(?:{_NAME}|-|de|da|van|von|der|bin|al|el|la|and|&|in|for|the)){{0,8}}"
    r"(?:\s*[,|/•·–—-]\s*[^.!?]{2,80})?\s*[|]?\s*$"
)
_PLACE = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’/-]+(?:\s+[A-ZÀ-ÖØ-Þ.'’/-]+){0,3}"
_REGIONS = r"(?:\s*[,/]\s*(?:[A-ZÀ-ÖØ-Þ][\w.'’-]*\.?)(?:\s+(?:of|the|and|[A-ZÀ-ÖØ-Þ][\w.'’-]*)){0,3}?){0,2}"
_MIXED_PLACE = r"[A-ZÀ-ÖØ-Þ][\w.'’-]+(?:[ -](?:de|la|el|al|of|[A-ZÀ-ÖØ-Þ][\w.'’-]+)){0,3}"
_AGENCY = r"\s*[(\[/]\s*(?P<agency>(?![RDI]-)(?:[A-ZÀ-ÖØ-ÞŠČŽ][^()\[\]/]{1,60}?|dpa|epd|apa|afp|ddp))\s*[)\]/]"  # not "(R-Texas)", a party
_ON = rf"(?P<date>(?i:{_DATE}))"
#: An agency known by its initials, "PTI"; states of the USA have two letters.
_INITIALS = r"[A-Z]{3,10}"
_DASH = r"\s*(?:--?|[–—―]|_)\s*"
_DATELINES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\((?P<place>{_MIXED_PLACE}{_REGIONS})\s*,\s*{_ON}\)(?P<agency>){_DASH}",
        rf"{_AGENCY}{_DASH}(?P<place>{_PLACE}{_REGIONS})\s*,\s*{_ON}{_DASH}",
        rf"(?P<place>{_MIXED_PLACE}{_REGIONS})\s*\({_ON}\)(?P<agency>){_DASH}",
        rf"(?P<place>{_MIXED_PLACE}{_REGIONS})\s*[.,]\s*{_ON}\s*\((?P<agency>{_INITIALS}[\w/ ]{{0,12}})\)\s+(?=[A-Z“‘\"'])",
        rf"(?P<place>{_MIXED_PLACE}{_REGIONS})\.\s+{_ON}\.\s+(?P<agency>{_INITIALS})\.\s+",
        rf"(?P<place>{_PLACE}{_REGIONS})\s*[,.]\s*{_ON}{_DASH}(?P<agency>[A-Z]\w+(?:\s[A-Z]\w+)?)\.\s+(?=[A-Z“‘\"'])",
        rf"(?P<place>{_PLACE}{_REGIONS})\s*,\s*{_ON}(?P<agency>)\.\s+(?=[A-Z“‘\"'])",
        rf"(?P<place>{_PLACE}{_REGIONS})\s*\|\s*{_ON}(?P<agency>)\s*\|\s*",
        rf"(?P<place>{_MIXED_PLACE})\s*,\s*(?!USA|UAE|C[EFOT]O\b|MEP|[MOC]BE\b)(?P<agency>{_INITIALS})(?P<date>){_DASH}",
        rf"(?P<place>{_PLACE}{_REGIONS})(?:\s*[,.]?\s*{_ON}\s*[.,]?)?{_AGENCY}(?:{_DASH}|\s*[:.]\s+)",
        rf"(?P<place>{_MIXED_PLACE}{_REGIONS})(?:\s*[,.]?\s*{_ON}\s*[.,]?)?{_AGENCY}(?:{_DASH}|(?<=/)\s*\.\s+)",
        rf"(?P<place>{_PLACE}{_REGIONS})\s*[,.]?\s*{_ON}(?:\s*[,.]?\s*(?P<agency>[A-Z][\w ]{{1,30}}))?(?:{_DASH}|\s*:\s+)",
        rf"(?P<place>{_MIXED_PLACE}{_REGIONS})\s*,\s*{_ON}(?:\s*,\s*(?P<agency>[A-Z][\w ]{{1,30}}))?(?:{_DASH}|\s*:\s+)",
        rf"(?P<place>{_PLACE}{_REGIONS})(?P<date>)(?P<agency>)(?:\s+--?\s+|\s*[–—―]\s*|:\s+)(?=\S)",
        rf"(?P<place>)(?P<date>){_AGENCY}{_DASH}",
        rf"(?P<place>)(?P<agency>[A-Z][\w ]{{1,30}}),\s*{_ON}{_DASH}",
    )
)
#: "Lisbon, 31 January 2022", "Belga / Le Soir, 9 June 2022": names and a date, no verb.
_PLACE_LINE = re.compile(rf"{_NAME}(?:(?:\s*[,/|&]\s*|\s+)(?:{_NAME}|of|the|and|de|du|la|le|l['’])){{0,6}}\s*[,|/]\s*(?i:{_DATE})\s*$")
_BARE_DATELINE = re.compile(
    rf"(?P<place>{_PLACE}{_REGIONS})(?:\s*,?\s*{_ON})?(?:{_AGENCY})?(?:{_DASH})?\s*$"
)  # fmt: skip
#: Words in capitals that head a paragraph as a place does, but are none.
_NO_PLACE = re.compile(
    r"(?:By|Mrs?\.?|Ms\.?|Dr\.?|Sen\.?|Rep\.?|THE(?! HAGUE)|AN?|IN|ON|AT|BY|FOR|BUT|AND|OF|TO|CORRECTION|UPDATED?|WARNING|EXCLUSIVE"
    r"|BREAKING|NOTE|NB|WATCH|READ|ANALYSIS|OPINION"
    r"|EDITORIAL|COMMENT|QUESTION|ANSWER|DEAR|LIVE|VIDEO|PHOTOS?|FACT|MYTH|PROS?|CONS?|SOCCER|FOOTBALL|CRICKET|RUGBY|TENNIS|GOLF|BASEBALL"
    r"|BASKETBALL|HOCKEY|ATHLETICS|CYCLING|BOXING|MOTOR RACING|SKIING|SWIMMING)\b|[A-Z]{1,3}$"
)
#: "WASHINGTON, D.C." keeps its stop.
_ABBREVIATED = re.compile(r"\.\w+\.$")
_SHOUT_LETTERS = 12
_AGENCY_CHARS = 25
_DATELINE_CHARS = 120


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and when a paragraph says it was written, and for which agency, each as printed; `start` to `end` covers its dash too."""

    place: str | None
    date: str | None
    agency: str | None
    start: int
    end: int


def is_dateline(piece: str) -> bool:
    """Whether the paragraph is nothing but place, date, agency or byline."""
    if len(piece) > _DATELINE_CHARS:
        return False
    if _DATE_LINE.match(piece) or _BYLINE.match(piece) or _PLACE_LINE.match(piece):
        return True
    found = _BARE_DATELINE.match(piece)
    return bool(found and (found["date"] or found["agency"]))


def find_dateline(text: str, paragraph: Paragraph) -> Dateline | None:
    """The dateline at the start of a paragraph ("MOSCOW, April 24 (Reuters) - …"), or None."""
    head = text[paragraph.start : min(paragraph.end, paragraph.start + _DATELINE_CHARS)]
    patterns = (_BARE_DATELINE,) if paragraph.kind == "dateline" else _DATELINES
    for pattern in patterns:
        found = pattern.match(head)
        if found and not _NO_PLACE.match(found["place"] or "") and not _is_shouted(head, found):
            agency, date = _part_agency(found["agency"], found["date"])
            place = (found["place"] or "").rstrip(" -–—")
            place = place if _ABBREVIATED.search(place) else place.rstrip(".")
            return Dateline(place or None, date, agency, paragraph.start, paragraph.start + found.end())
    return None


def _part_agency(agency: str | None, date: str | None) -> tuple[str | None, str | None]:
    """Agency and date, also where both stand in the parentheses: "(Marketwire - December 23, 2010)"."""
    dated = _ANY_DATE.search(agency) if agency and not date else None
    if dated and agency:
        return agency[: dated.start()].strip(" -–—,") or None, dated.group()
    return (agency or "").strip() or None, date or None


def _is_shouted(head: str, found: re.Match[str]) -> bool:
    """Whether the text is all capitals, where any words before a dash look like a place."""
    rest = [character for character in head[found.end() :] if character.isalpha()]
    is_sure = found["date"] or (found["agency"] and len(found["agency"]) <= _AGENCY_CHARS)
    return not is_sure and len(rest) >= _SHOUT_LETTERS and all(character.isupper() for character in rest)
