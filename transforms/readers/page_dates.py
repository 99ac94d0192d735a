"""The day of an article among all the dates that its page holds: those it states, those it prints beside the headline, that of its address.

Stated dates are often in UTC, where it is another day already than at the outlet. The day of an article is that of the outlet's own
calendar: of the date as printed, of the address, or of the same moment stated once more in another zone.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from itertools import islice

from lxml import etree, html

from transforms.articles.dates import EARLIEST, PrintedDate, date_in_path, parse_date

#: Days after the stated date up to which another one beside the headline counts: the outlet has published the article anew under it.
_ANEW_DAYS = 10
#: How many marked elements of a kind, and how many elements after the headline, are looked at.
_MARKED = 6
#: Elements marked as the day of publication in microdata, or by what they are called.
_PUBLISHED = etree.XPath(
    "descendant-or-self::*[contains(@itemprop, 'datePublished') or @pubdate or (self::time and contains(@class, 'published'))]"
)
_NEAR_ELEMENTS = 150
_DATE_CHARS = 80
_DATE_MARKS = re.compile(r"date|time|publish|posted|pubd")
_UPDATE = re.compile(r"\b(?:updated?|modified|reviewed|edited)\b", re.I)
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_IN_UTC = re.compile(r"(?:Z|UTC|GMT|[+-]00:?00)\s*(?:\(.*\))?$")
_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)
_QUARTER = timedelta(minutes=15)
_ZONES = (timedelta(hours=-12), timedelta(hours=14))

type Dated = tuple[str, PrintedDate]


def choose_date(stated: list[str], displayed: str | None, updated: str | None, address: str | None) -> tuple[str | None, str | None]:
    """The date of publication, as printed or in ISO 8601 in the outlet's zone, and where it stood: metadata, text or path.

    `stated`: dates of the page's data, best first; `displayed`: the date beside the headline; `updated`: the one there that is said to be
    of an update; `address`: the page's.
    """
    given = [(value, found) for value in stated if (found := _possible(value))]
    in_address = date_in_path(address)
    best = _best(given, in_address)
    shown = _possible(displayed)
    if best is None:
        if shown:
            return displayed, "text"
        return (in_address.day.isoformat(), "path") if in_address else (None, None)
    if shown and shown.day != best[1].day and -1 <= (shown.day - best[1].day).days <= _ANEW_DAYS:
        return _in_zone_of(best[1], shown) or displayed, "text"
    anew = _possible(updated)
    if not shown and anew and (anew.day - best[1].day).days > _ANEW_DAYS:
        # a page that shows the day of its rewriting alone, weeks later, holds the text of that day
        return updated, "text"
    return _in_own_zone(best, given, in_address), "metadata"


def _possible(printed: str | None) -> PrintedDate | None:
    """The date; None when there is none, or one before there were newspapers (templates state the year 1)."""
    found = parse_date(printed)
    return found if found and found.day >= EARLIEST else None


def _best(given: list[Dated], in_address: PrintedDate | None) -> Dated | None:
    """The first date; where the address has a day, the first that agrees with it, as others may be those of a film or a picture."""
    if in_address:
        agreeing = next((dated for dated in given if abs((dated[1].day - in_address.day).days) <= 1), None)
        if agreeing:
            return agreeing
    return given[0] if given else None


def _in_own_zone(best: Dated, given: list[Dated], in_address: PrintedDate | None) -> str:
    """The best date in the outlet's zone, as far as other dates of the page show it."""
    printed, found = best
    if not found.moment or found.moment.utcoffset():
        return printed
    for other, twin in given:
        if not twin.moment or not _IN_UTC.search(printed):
            continue
        if twin.moment == found.moment and twin.moment.utcoffset():
            return other
        if twin.moment != found.moment and not _IN_UTC.search(other) and (moment := _in_zone_of(found, twin)):
            return moment
    if in_address and in_address.day != found.day:
        return _in_zone_of(found, in_address) or printed
    return printed


def _in_zone_of(stated: PrintedDate, local: PrintedDate) -> str | None:
    """The moment stated in UTC, in the zone in which it is the local date; None when it is not the same moment in any zone.

    Of a day alone the nearest zone is taken in which the moment falls on it: what is sure is the moment and the day."""
    if not stated.moment or stated.moment.utcoffset() or (local.moment and local.moment.utcoffset()):
        return None
    if local.moment:
        offset = local.moment - stated.moment
        is_zone = not offset % _QUARTER and _ZONES[0] <= offset <= _ZONES[1]
        return stated.moment.astimezone(timezone(offset)).isoformat(timespec="minutes") if is_zone else None
    midnight = datetime.combine(local.day, datetime.min.time(), UTC)
    if local.day < stated.day:
        offset = -((stated.moment - midnight - _DAY) // _HOUR + 1) * _HOUR
    else:
        offset = -((stated.moment - midnight) // _HOUR) * _HOUR
    return stated.moment.astimezone(timezone(offset)).isoformat(timespec="minutes") if _ZONES[0] <= offset <= _ZONES[1] else None


# Pages may be nested without end: walks below take time in proportion to the page, and stop early.


def marked_dates(tree: html.HtmlElement) -> Iterator[str]:
    """Dates marked as published in microdata or `time` elements, best first."""
    for element in _PUBLISHED(tree)[:_MARKED]:
        value = element.get("datetime") or element.get("content") or words_in(element)
        if value.strip():
            yield value.strip()[:_DATE_CHARS]
    times = [element for element in islice(tree.iter("time"), _NEAR_ELEMENTS) if (element.get("datetime") or "").strip()]
    inside = (element for element in times if any(outer.tag in ("article", "header", "main") for outer in element.iterancestors()))
    first = next(inside, times[0] if times else None)
    if first is not None:
        yield first.get("datetime").strip()


def printed_dates(tree: html.HtmlElement) -> tuple[str | None, str | None]:
    """The date printed beside the headline, and the one that is said to be of an update when it stands there alone."""
    headline = next(tree.iter("h1"), None)
    for element in islice(_following(headline), _NEAR_ELEMENTS):
        marks = f"{element.get('class')} {element.get('data-testid')} {element.get('itemprop')}".lower()
        if element.tag != "time" and not _DATE_MARKS.search(marks):
            continue
        words = words_in(element)
        if len(words) <= _DATE_CHARS and _YEAR.search(words):
            is_update = _UPDATE.search(words) or "update" in marks or "modif" in marks
            return (None, words) if is_update else (words, None)
    return None, None


def _following(element: html.HtmlElement | None) -> Iterator[html.HtmlElement]:
    """The elements in and behind one, in the order of the page."""
    if element is None:
        return
    yield from element.iterdescendants(etree.Element)
    while element is not None:
        for sibling in element.itersiblings(etree.Element):
            yield from sibling.iter(etree.Element)
        element = element.getparent()


def words_in(element: html.HtmlElement) -> str:
    """The words under an element; neighbours without white space between them stay apart."""
    return " ".join(" ".join(element.itertext()).split())
