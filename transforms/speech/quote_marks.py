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
_UNQUOTED = frozenset({"heading", "boilerplate", "dateline"})
#: Over so many paragraphs a quotation is looked for that is not opened again in each.
_LINES = 10
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
    text = tagged.text
    marks = [
        [] if paragraph.kind in _UNQUOTED else list(_MARKS.finditer(text, paragraph.start, paragraph.end))
        for paragraph in tagged.paragraphs
    ]
    closed_at = -1  # the paragraph in which a quotation that runs over several ends
    for number, paragraph in enumerate(tagged.paragraphs):
        spans: list[tuple[int, int, bool]] = []
        own = marks[number]
        if number <= closed_at:
            end = own.pop(0).end() if number == closed_at else paragraph.end
            spans.append((paragraph.start, end, number < closed_at))
        spans += _pair(text, own, paragraph.start, paragraph.end) if own else []
        opening = _unclosed(text, own, spans, paragraph.start) if number >= closed_at else None
        closing = _find_far_close(tagged, marks, number, opening) if opening is not None else None
        if opening is not None and closing is not None:
            closed_at = closing
            spans = [*(span for span in spans if span[0] < opening.start()), (opening.start(), paragraph.end, True)]
        for start, end, is_open in spans:
            first, last = reach.tokens(number, start, end)
            if last > first:
                found.append(Quoted(start, end, first, last, number, is_open))
    return found


def _unclosed(text: str, marks: list[re.Match[str]], spans: list[tuple[int, int, bool]], low: int) -> re.Match[str] | None:
    """The last double mark of a paragraph, where it opens a quotation that the paragraph does not close."""
    if not marks or marks[-1][0] in _SINGLE or not _opens(text, marks[-1], low):
        return None
    last = marks[-1]
    is_closing = any(start < last.start() < end for start, end, _ in spans)
    return None if is_closing or last.end() < len(text) and text[last.end() : last.end() + 2].isspace() else last


def _find_far_close(tagged: TaggedText, marks: list[list[re.Match[str]]], number: int, opening: re.Match[str]) -> int | None:
    """The paragraph whose first mark closes what was opened in an earlier one, where each sentence stands on a line of its own: it stands
    behind a full stop or comma, and no other mark stands between."""
    for later in range(number + 1, min(number + _LINES, len(marks))):
        if tagged.paragraphs[later].kind in _UNQUOTED:
            return None
        if marks[later]:
            mark = marks[later][0]
            before = tagged.text[tagged.paragraphs[later].start : mark.start()].rstrip()
            return later if mark[0] in _CLOSERS[opening[0]] and before.endswith((".", ",", "!", "?", "…")) else None
    return None


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
    if sign in _SINGLE and text[end : end + 2].isdigit():
        return False  # a year: "in '08"
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
