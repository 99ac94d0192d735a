"""IPTC 7901 (https://iptc.org/std/IPTC7901/): the plain wire text of agencies such as dpa and AFP, one or many messages a file.

The header names service, number, priority, category and length; then a keyword line; STX; headline, often over lines of routing words, to
a line that ends in "="; the text, its lines cut at the width of a teleprinter; ETX, and the time at which it was sent.
"""

import re
from collections.abc import Mapping

from transforms.readers.outcomes import RawArticle, Reading, Rejected
from transforms.readers.wire_messages import read_messages, without_controls
from transforms.readers.xml_paragraphs import join_wrapped

NAME = "iptc7901"
#: "eca062 4 i 211 ccccb   dpa 061": the agency stands before its own number.
_AGENCY = re.compile(r"\s([A-Za-z]{2,8})\s+\d{2,6}\s*$")
_SENT = re.compile(
    r"(?P<day>\d{2})(?P<hour>\d{2})(?P<minute>\d{2})\s+(?P<zone>GMT|UTC|Z)?\s*(?P<month>[A-Z][A-Za-z]{2})\w*\s+(?P<year>\d{2,4})"
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_BYLINE = re.compile(r"(?:by|von|par|por)\s+\S", re.I)
#: Lines over a headline that route a message: "REFILE", "1ST LEAD", "(Achtung)".
_ROUTING = re.compile(r"\(.*\)|(?:\d+(?:ST|ND|RD|TH)\s+)?[A-Z]{3,}(?:[ -][A-Z]+){0,2}\s*:?")
_MAX_HEADLINE_LINES = 8


def read_iptc7901(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """The articles of a file of IPTC 7901 messages."""
    return read_messages(data, NAME, _article_of)


def _article_of(message: re.Match[str], position: int) -> RawArticle | Rejected:
    lines = [without_controls(line).rstrip() for line in message["text"].replace("\r\n", "\n").split("\n")]
    head, body = _split_head(lines)
    title = " ".join(line for line in head if not _BYLINE.match(line))
    text = _paragraphs(body)
    if not text:
        return Rejected("no_body", f"expected a message's text, found none under the headline {title!r}", position, "article")
    header = without_controls(message["header"]).strip().split("\n")[0]
    agency = _AGENCY.search(header)
    published = _sent(message["end"] or "")
    return RawArticle(
        text=text,
        position=position,
        title=title or None,
        published_at=published,
        authors=tuple(line for line in head if _BYLINE.match(line)),
        outlet=agency[1] if agency else None,
    )


def _split_head(lines: list[str]) -> tuple[list[str], list[str]]:
    """The lines of the headline and bylines without routing words, and those of the text."""
    end = next((n for n, line in enumerate(lines[:_MAX_HEADLINE_LINES]) if line.endswith("=")), None)
    if end is None:
        return [], lines
    head = [line.removesuffix("=").strip() for line in lines[: end + 1]]
    kept = [line for line in head if line and not _ROUTING.fullmatch(line)]
    return kept or [line for line in head if line][-1:], lines[end + 1 :]


def _paragraphs(lines: list[str]) -> str:
    """Paragraphs begin after an empty line, or indented by three spaces."""
    blocks: list[list[str]] = [[]]
    for line in lines:
        if not line.strip() or line.startswith("   "):
            blocks.append([])
        blocks[-1].append(" ".join(line.split()))
    return "\n\n".join(block for lines in blocks if (block := join_wrapped(lines)))


def _sent(end: str) -> str | None:
    """ "131137 GMT Nov 13": day, hour and minute, month, year of this or the last century."""
    found = _SENT.search(end)
    month = found["month"].lower() if found else ""
    if not found or month not in _MONTHS:
        return None
    year = int(found["year"])
    century = 0 if year > 99 else 2000 if year < 70 else 1900
    return f"{century + year}-{_MONTHS.index(month) + 1:02}-{found['day']}T{found['hour']}:{found['minute']}Z"
