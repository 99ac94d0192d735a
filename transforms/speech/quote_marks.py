"""Quote marks of all typographies paired into the spans they enclose: straight and curly, single and double, guillemets, low-high marks,
spans left open at the end of a paragraph, spans whose opening mark is missing, and quotations reopened in the next paragraph."""

import re
from typing import NamedTuple

from transforms.annotations import TaggedText

_MARKS = re.compile(r"``|''|[\"“”„‟«»‘’‹›]|(?<![\w'])'(?=\w)|(?<=[\w.,!?…])'(?!\w)")
#: What closes a span, by what opens it; the first that comes ends it.
_CLOSERS = {"''": "''", "“": '”“"', "„": '“”"', "‟": "”", '"': '"”', "«": "»", "»": "«", "‹": "›", "›": "‹", "``": "''", "‘": "’", "'": "'"}
_DOUBLE_OPENERS = frozenset({"“", "„", "‟", "«", "‹", "``"})
_SINGLE = frozenset({"‘", "'", "’"})
#: A single-quoted span longer than this is rather an apostrophe gone astray.
_LONGEST_SINGLE = 600


class Quoted(NamedTuple):
    """A span in quote marks, marks included: characters `start` to `end`, tokens `first` to `last` (exclusive), its paragraph.
    `is_open`: the closing mark is missing, as where the next paragraph goes on quoting."""

    start: int
    end: int
    first: int
    last: int
    paragraph: int
    is_open: bool


def pair_marks(tagged: TaggedText) -> list[Quoted]:
    """The outermost quoted spans of the text in order; headings are left out, for their marks quote nobody here and now."""
    found: list[Quoted] = []
    reach = _ParagraphTokens(tagged)
    for number, paragraph in enumerate(tagged.paragraphs):
        if paragraph.kind in ("heading", "boilerplate", "dateline"):
            continue
        marks = list(_MARKS.finditer(tagged.text, paragraph.start, paragraph.end))
        if not marks:
            continue
        for start, end, is_open in _pair(tagged.text, marks, paragraph.start, paragraph.end):
            first, last = reach.tokens(number, start, end)
            if last > first:
                found.append(Quoted(start, end, first, last, number, is_open))
    return found


class _ParagraphTokens:
    """Token positions of character spans, paragraph by paragraph."""

    def __init__(self, tagged: TaggedText) -> None:
        self.tagged = tagged
        self.position = 0

    def tokens(self, paragraph: int, start: int, end: int) -> tuple[int, int]:
        starts, ends = self.tagged.starts, self.tagged.ends
        position = self.position
        while position < len(starts) and ends[position] <= start:
            position += 1
        first = position
        while position < len(starts) and starts[position] < end:
            position += 1
        self.position = first
        return first, position


def _pair(text: str, marks: list[re.Match[str]], low: int, high: int) -> list[tuple[int, int, bool]]:
    spans: list[tuple[int, int, bool]] = []
    number, reached = 0, low
    while number < len(marks):
        mark = marks[number]
        sign = mark[0]
        if mark.start() < reached or not _opens(text, mark, low):
            if sign in ("”", "''") and mark.start() >= reached and not spans:
                spans.append((low, mark.end(), False))  # the opening mark was lost: the paragraph began inside the quotation
                reached = mark.end()
            number += 1
            continue
        close = _find_close(text, marks, number)
        if close is not None:
            spans.append((mark.start(), close.end(), False))
            reached = close.end()
        elif sign not in _SINGLE and (sign != '"' or mark.start() == low):
            spans.append((mark.start(), high, True))
            reached = high
        number += 1
    return spans


def _opens(text: str, mark: re.Match[str], low: int) -> bool:
    sign, start, end = mark[0], mark.start(), mark.end()
    if sign in ("’", "”"):
        return False
    if sign == "''":
        return (
            end < len(text)
            and not text[end].isspace()
            and (start == low or not text[start - 1].isalnum() and text[start - 1] not in ".,!?…")
        )
    if sign == "»":
        return end < len(text) and text[end].isalnum() and (start == low or text[start - 1].isspace())
    if sign == "‘":
        return end < len(text) and not text[end].isspace()
    if sign == "'":
        return start == low or not text[start - 1].isalnum()
    return sign in _DOUBLE_OPENERS or sign == '"'


def _find_close(text: str, marks: list[re.Match[str]], number: int) -> re.Match[str] | None:
    opening = marks[number]
    sign = opening[0]
    closers = _CLOSERS[sign]
    fallback: re.Match[str] | None = None
    for mark in marks[number + 1 :]:
        if sign in ("``", "''"):
            if mark[0] in ("''", '"'):
                return mark
            continue
        if mark[0] not in closers or len(mark[0]) > 1:
            continue
        if sign == "“" and mark[0] == "“" and mark.end() < len(text) and text[mark.end()].isalnum():
            return None if text[mark.start() - 1].isspace() else mark
        if sign not in _SINGLE:
            return mark
        if mark.start() - opening.start() > _LONGEST_SINGLE:
            return fallback
        if mark.end() < len(text) and text[mark.end()].isalnum():
            continue  # an apostrophe inside a word
        if text[mark.start() - 1] in ".,!?…" or text[mark.start() - 1] != "s":
            return mark
        fallback = fallback or mark  # after an "s" it may be a possessive: take it only if no better one follows
    return fallback
