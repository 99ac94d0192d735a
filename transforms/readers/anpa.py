"""ANPA 1312: the wire text that North American agencies sent to typesetters, one or many messages a file.

Lines that begin with "^" are set apart ("<" at their end: to the left, "=": in the middle): slug, headline, editors' notes, byline. Lines
that begin with a tabulator open a paragraph. A last line names service and time ("AP-WF-08-29-16 1626GMT").
"""

import re
from collections.abc import Mapping

from transforms.readers.outcomes import RawArticle, Reading, Rejected
from transforms.readers.wire_messages import read_messages, without_controls

NAME = "anpa"
_SENT = re.compile(
    r"(?P<agency>[A-Z]{2,8})-\w{1,4}-(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d\d)\s+(?P<hour>\d\d)(?P<minute>\d\d)\s?(?:GMT|UTC|Z)"
)
#: Cycle and category before a slug ("BC-US--"), word count and version behind it.
_SLUG_LEAD = re.compile(r"^(?:\*\d+\S*\s+\^?)?(?:[A-Z]{2}-)?(?:[A-Z]{2,4}--)?")
_SLUG_TAIL = re.compile(r"(?:-ABRIDGED)?(?:,\s*(?:\d+(?:st|nd|rd|th)\s+Ld.*|\d+))*\s*$")
_EDITORIAL = re.compile(r"\(?(?:Eds?|Editors?)\b[.:' ]|(?:With )?AP (?:Photo|Video|Graphic|Audio)s?\b", re.I)
_BYLINE = re.compile(r"by\s+\S", re.I)
#: What a row of a table begins with, and the codes that stand for space between its columns.
_TABLE_ROW = "\x08"
_QUADS = re.compile("[\x1e\x1f]+")
#: Slugs are short; what is longer is none, and patterns need not search it.
_SLUG_CHARS = 200


def read_anpa(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """The articles of a file of ANPA 1312 messages."""
    return read_messages(data, NAME, _article_of)


def _article_of(message: re.Match[str], position: int) -> RawArticle | Rejected:
    lines = [_plain(line) for line in message["text"].split("\n")]
    lines = [line for line in lines if line.strip("\t ^<=")]
    slug = _SLUG_TAIL.sub("", _SLUG_LEAD.sub("", _unset(lines[0])[:_SLUG_CHARS])).strip() if lines else ""
    rest = lines[1:]
    opening = next((n for n, line in enumerate(rest) if not line.startswith("^")), len(rest))
    headline = next((_unset(line) for line in rest[:opening] if line.endswith("<") and not _is_note(line)), None)
    bylines = [n for n, line in enumerate(rest[:opening]) if _BYLINE.match(_unset(line))]
    # what stands under a byline is the author's agency or office
    left_out = {*bylines, *(n + 1 for n in bylines if n + 1 < opening and not _is_agency_line(rest[n]))}
    body = [line for n, line in enumerate(rest) if n not in left_out and not (n < opening and (_unset(line) == headline or _is_note(line)))]
    text = _paragraphs(body)
    if not text:
        return Rejected("no_body", f"expected a message's text, found none under the slug {slug!r}", position, "article")
    sent = _SENT.search(message["end"] or "") or _SENT.search(message["text"])
    return RawArticle(
        text=text,
        position=position,
        title=headline or slug or None,
        published_at=f"20{sent['year']}-{sent['month']}-{sent['day']}T{sent['hour']}:{sent['minute']}Z" if sent else None,
        authors=tuple(_unset(rest[n]) for n in bylines),
        outlet=sent["agency"] if sent else None,
    )


def _plain(line: str) -> str:
    """A line in today's characters: agencies wrote "_" for a dash and two accents for a quotation mark."""
    plain = without_controls(_QUADS.sub(" ", line)).rstrip()
    plain = f"\n{plain}" if line.startswith(_TABLE_ROW) else plain
    return plain.replace(" _ ", " — ").replace("``", '"').replace("''", '"')


def _unset(line: str) -> str:
    """A line without the marks of its setting."""
    return line.lstrip("^").rstrip("<= ").strip()


def _is_note(line: str) -> bool:
    return bool(_EDITORIAL.match(_unset(line)))


def _is_agency_line(line: str) -> bool:
    """Whether a byline names the agency itself ("By The Associated Press"): no line about the author follows."""
    return _unset(line).lower().startswith("by the ")


def _paragraphs(lines: list[str]) -> str:
    """Lines set apart and lines that begin with a tabulator are paragraphs; rows of tables are lines, the rest goes on."""
    blocks: list[str] = []
    for line in lines:
        words = " ".join(_unset(line).split())
        if blocks and line.startswith("\n"):
            blocks[-1] += f"\n{words}"
        elif blocks and not line.startswith(("^", "\t", " ")):
            blocks[-1] += f" {words}"
        elif words:
            blocks.append(words)
    return "\n\n".join(blocks)
