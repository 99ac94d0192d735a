"""A text into its paragraphs, and what each of them is: title, heading, dateline, body or boilerplate.

Nothing is altered: paragraphs are spans of the text as given. Where a text has no blank lines its lines are paragraphs, unless they are
cut at a fixed width. A short line is a heading only in a text that ends its sentences with a stop, and never when it is a sentence itself.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from transforms.annotations import Paragraph
from transforms.articles.boilerplate import is_boilerplate
from transforms.articles.captions import is_author_note, is_caption
from transforms.articles.datelines import Dateline, find_dateline, is_dateline
from transforms.folding import fold

__all__ = ["Dateline", "find_dateline", "split_paragraphs"]

#: The paragraph separator and the form feed.
_PARAGRAPH_ENDS = "\u2029\x0c"
_WORD = re.compile(r"\w+")
#: What may stand after the last stop of a sentence.
_CLOSERS = "\"'”’»)]}  \t\n\r\u00a0*_"
_STOPS = ".!?…。"
_NO_HEADING_ENDS = ".!?…。,;:-–—"
_QUOTED = re.compile(r"[\"'“‘«„].+[\"'”’»“]", re.S)
_LISTED = re.compile(r"[-–—*•·▪►>#|+]|\(?(?:\d{1,3}|[a-z])[.)]\s")
_TITLE_WORDS, _TITLE_CHARS = 28, 200
#: Questions and lines that no blank line follows are titles only when they are shorter still.
_OPEN_TITLE_WORDS = 16
#: Paragraphs at the head among which the title is looked for.
_HEAD_PIECES = 5
_AGENCY_WORDS = 3
_HEADING_WORDS, _HEADING_CHARS = 12, 90
#: Lines of a text cut at a fixed width are about this long and mostly end in mid-sentence.
_WRAP_CHARS = range(40, 100)
#: Captions and notes on authors are looked for in texts of at least so many pieces, notes among so many at either end.
_LONGER_TEXT, _AUTHOR_PIECES = 4, 2
#: A title printed at the head of a one-line text is cut off only when it has at least this many words: "Russia" may begin any sentence.
_JOINED_TITLE_WORDS = 5


def split_paragraphs(text: str, title: str | None) -> list[Paragraph]:
    """The paragraphs of a text in order, none empty; together they hold every character that is not white space."""
    spans, has_blank_lines = _find_spans(text)
    if not spans:
        return []
    title_words = _words(title) if title else []
    spans = _cut_off_title(text, spans, title_words)
    pieces = [text[start:end] for start, end in spans]
    head = _kinds_at_head(pieces, title_words, has_blank_lines)
    stopped = _ends_sentences(pieces)
    kinds: list[str] = []
    for number in range(len(pieces)):
        kinds.append(head.get(number) or _kind_of(pieces, number, stopped, kinds))
    paragraphs = [Paragraph(start, end, kind) for (start, end), kind in zip(spans, kinds, strict=True)]
    return _cut_off_dateline(text, paragraphs)


def _cut_off_dateline(text: str, paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The first body paragraph without its dateline, which becomes a paragraph of its own: "JUBA - Rebels" is not an organisation."""
    number = next((number for number, paragraph in enumerate(paragraphs) if paragraph.kind == "body"), None)
    dateline = None if number is None else find_dateline(text, paragraphs[number])
    if number is None or dateline is None:
        return paragraphs
    first = paragraphs[number]
    end = first.start + len(text[first.start : dateline.end].rstrip())
    rest = dateline.end + len(text[dateline.end : first.end]) - len(text[dateline.end : first.end].lstrip())
    if rest >= first.end:
        return paragraphs
    return [*paragraphs[:number], Paragraph(first.start, end, "dateline"), Paragraph(rest, first.end, "body"), *paragraphs[number + 1 :]]


def _words(text: str) -> list[str]:
    return list(_each_word(text))


def _each_word(text: str) -> Iterator[str]:
    """The words of a text as they are compared, one at a time: most texts differ in the first."""
    return (fold(found.group()).casefold() for found in _WORD.finditer(text))


def _reads(piece: str, words: list[str]) -> bool:
    """Whether a piece consists of just these words."""
    return all(one == other for one, other in zip_longest(_each_word(piece), words))


def _find_spans(text: str) -> tuple[list[tuple[int, int]], bool]:
    """Spans of the paragraphs, and whether blank lines part them."""
    blocks = _find_blocks(text)
    is_wrapped = _is_wrapped(text, [line for lines in blocks for line in lines[:-1]])
    spans = [span for lines in blocks for span in (_join_lines(text, lines) if is_wrapped else lines)]
    return spans, len(blocks) > 1


def _find_blocks(text: str) -> list[list[tuple[int, int]]]:
    """Spans of the lines without the white space around them, in blocks, which blank lines or characters that end a paragraph part."""
    blocks: list[list[tuple[int, int]]] = [[]]
    at = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words:
            start = at + len(line) - len(line.lstrip())
            blocks[-1].append((start, start + len(words)))
        if blocks[-1] and (not words or line[-1] in _PARAGRAPH_ENDS):
            blocks.append([])
        at += len(line)
    return [lines for lines in blocks if lines]


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    end = start + len(piece.strip())
    return (start, end) if start < end else None


def _is_wrapped(text: str, inner: Sequence[tuple[int, int]]) -> bool:
    """Whether ends of lines inside blocks mean nothing: the lines are about equally long and most end in mid-sentence."""
    longest = max((end - start for start, end in inner), default=0)
    if longest not in _WRAP_CHARS:
        return False
    full = sum(end - start >= longest * 0.7 for start, end in inner)
    open_ended = sum(text[start:end].rstrip(_CLOSERS)[-1:] not in _STOPS for start, end in inner)
    return full >= 0.6 * len(inner) and open_ended >= 0.6 * len(inner)


def _join_lines(text: str, lines: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Paragraphs of a block of fixed width: an indented line after the end of a sentence begins a new one."""
    spans = [lines[0]]
    for start, end in lines[1:]:
        first, last = spans[-1]
        is_indented = text[start - 1] != "\n" and text[:last].rstrip(_CLOSERS)[-1:] in _STOPS
        if is_indented:
            spans.append((start, end))
            continue
        spans[-1] = (first, end)
    return spans


def _cut_off_title(text: str, spans: list[tuple[int, int]], title_words: list[str]) -> list[tuple[int, int]]:
    """The spans, with the title at the head of a first paragraph that goes on after it made a paragraph of its own."""
    start, end = spans[0]
    if len(title_words) < _JOINED_TITLE_WORDS:
        return spans
    position = start
    for wanted in title_words:
        found = _WORD.search(text, position, end)
        if not found or fold(found.group()).casefold() != wanted:
            return spans
        position = found.end()
    following = _WORD.search(text, position, end)
    if not following or not (following.group()[0].isupper() or following.group()[0].isdigit()):
        return spans
    gap = text[position : following.start()]
    if not any(character.isspace() for character in gap):
        return spans
    cut = position + next((number for number, character in enumerate(gap) if character.isspace()), 0)
    for stop in _STOPS:  # a stop that stands apart, as in texts of tokens, still belongs to the title
        if gap.lstrip().startswith(stop):
            cut = position + gap.index(stop) + 1
    rest = _trim(text, cut, end)
    return [(start, cut), rest, *spans[1:]] if rest else spans


def _kinds_at_head(pieces: Sequence[str], title_words: list[str], has_blank_lines: bool) -> dict[int, str]:
    """The title's paragraphs, be it printed once or twice, and the lines of place, date and agency that may stand above it."""
    kinds: dict[int, str] = {}
    for number, piece in enumerate(pieces[:_HEAD_PIECES]):
        if title_words and _reads(piece, title_words):
            kinds[number] = "title"
        elif "title" in kinds.values():
            return kinds
        elif is_boilerplate(piece):
            kinds[number] = "boilerplate"
        elif is_dateline(piece) or (kinds and _is_agency_line(pieces, number, has_blank_lines)):
            kinds[number] = "dateline"
        elif not title_words and _looks_like_title(pieces[number:], has_blank_lines):
            kinds[number] = "title"
            title_words = _words(piece)
        elif not title_words:
            return {}
    return kinds if "title" in kinds.values() else {}


def _is_agency_line(pieces: Sequence[str], number: int, has_blank_lines: bool) -> bool:
    """Whether a line of a word or two stands between a dateline and a title."""
    return len(pieces[number].split()) <= _AGENCY_WORDS and _looks_like_title(pieces[number + 1 :], has_blank_lines)


def _looks_like_title(pieces: Sequence[str], has_blank_lines: bool) -> bool:
    first = pieces[0] if pieces else ""
    words = len(first.split())
    if len(pieces) < 2 or len(first) > _TITLE_CHARS or words > _TITLE_WORDS or "\n" in first:
        return False
    if is_dateline(first) or is_boilerplate(first) or _LISTED.match(first) or not _WORD.search(first):
        return False
    end = first.rstrip(_CLOSERS)[-1:]
    if end in ".。…,;:" or (words > _OPEN_TITLE_WORDS and (end in _STOPS or not has_blank_lines)):
        return False
    return any(len(piece) > len(first) and _is_stopped(piece) for piece in pieces[1:6])


def _ends_sentences(pieces: Sequence[str]) -> bool:
    """Whether the text ends its sentences with a stop: only then does a line without one say anything."""
    long_ones = [piece for piece in pieces if len(piece) > _HEADING_CHARS]
    return 2 * sum(map(_is_stopped, long_ones)) > len(long_ones)


def _is_stopped(piece: str) -> bool:
    return piece.rstrip(_CLOSERS)[-1:] in (*_STOPS, ":")


def _kind_of(pieces: Sequence[str], number: int, stopped: bool, before: Sequence[str]) -> str:
    piece = pieces[number]
    if is_boilerplate(piece) or _stands_beside(pieces, number):
        return "boilerplate"
    if is_dateline(piece):
        return "dateline"
    if stopped and _is_heading_like(piece) and _heads_something(pieces, number, before):
        return "heading"
    return "body"


def _stands_beside(pieces: Sequence[str], number: int) -> bool:
    """Whether a piece stands under a picture, or tells at the head or foot of a longer text who its author is."""
    if len(pieces) < _LONGER_TEXT:
        return False
    is_at_end = number < _AUTHOR_PIECES or number >= len(pieces) - _AUTHOR_PIECES
    return is_caption(pieces[number]) or (is_at_end and is_author_note(pieces[number]))


def _is_heading_like(piece: str) -> bool:
    if len(piece) > _HEADING_CHARS or len(piece.split()) > _HEADING_WORDS or "\n" in piece:
        return False
    if piece[-1] in _NO_HEADING_ENDS or piece.rstrip(_CLOSERS)[-1:] in (*_NO_HEADING_ENDS, "") or _LISTED.match(piece):
        return False
    first = next((character for character in piece if character.isalnum()), "")
    if first.islower() or not any(character.isalpha() for character in piece):
        return False
    opens = piece[0] in "\"'“‘«„"
    return not opens or bool(_QUOTED.fullmatch(piece))


def _heads_something(pieces: Sequence[str], number: int, before: Sequence[str]) -> bool:
    """Whether a sentence follows: a row of short lines is a list, not a row of headings."""
    if number + 1 == len(pieces) or (len(before) > 1 and before[-1] == before[-2] == "heading"):
        return False
    following = pieces[number + 1 : number + 3]
    return any(len(piece) > len(pieces[number]) and _is_stopped(piece) for piece in following)
