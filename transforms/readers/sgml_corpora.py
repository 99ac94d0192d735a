"""Corpora in the SGML of TREC and the Linguistic Data Consortium: AP, LA Times, WSJ and FT of TREC, AQUAINT, Gigaword, ACE, Sogou.

Many articles a file, each between <DOC> and </DOC>, without a root or a declaration; end tags may be left out, and bare "&" and "<" may
stand in the words. One pass over the tags tells which words stand in which element, as no parser of XML takes these files. The elements are
those in general use for these corpora; no description was at hand when this was written.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from html import unescape

from transforms.readers.encodings import decode_bytes
from transforms.readers.outcomes import RawArticle, Reading, Rejected
from transforms.readers.printed_days import printed_day
from transforms.readers.sgml_records import read_records
from transforms.readers.signs import Sample
from transforms.readers.wire_messages import without_controls
from transforms.readers.xml_trees import find_root

NAME = "sgml_corpus"
_START = re.compile(r"<DOC(?=[\s>])([^<>]*)>", re.I)
_END = re.compile(r"</DOC\s*>", re.I)
#: Some copies of Gigaword have a root around its articles.
_ROOT_OF_CORPUS = re.compile(r"\s*(?:<\?xml[^<>]*>\s*)?<\w+>\s*<DOC\s[^<>]*\bid\s*=")
_TAG = re.compile(r"<(/?)([A-Z][\w.-]*)(?:\s[^<>]*)?/?>", re.I)
#: Elements that hold a field, in the order of preference.
_NUMBERS = ("DOCNO", "DOCID")
_TITLES = ("HEADLINE", "HEAD", "HL", "CONTENTTITLE", "TITLE", "TI")
_DAYS = ("DATE_TIME", "DATETIME", "DATE", "DD", "DATE1", "PUBDATE", "FILEID")
_AUTHORS = ("BYLINE", "AUTHOR")
_OUTLETS = ("PUB", "SO", "NAME")
_BODIES = ("TEXT", "CONTENT")
_FIELDS = frozenset((*_NUMBERS, *_TITLES, *_DAYS, *_AUTHORS, *_OUTLETS, *_BODIES, "URL", "NAME", "POSTER", "POSTDATE", "LEADPARA", "LP"))
#: Elements inside a field that begin a new paragraph; all others stand between words.
_BREAKS = frozenset(("P", "BR", "TURN", "POST", "S", "LP", "LEADPARA"))
#: What shows the corpora: besides <DOC> their names for the number, or an identifier, and a text.
_SIGNS = re.compile(r"<DOC\s[^<>]*\bid\s*=|<(?:DOCNO|DOCID)\b", re.I)
_TEXT_SIGNS = re.compile(r"<(?:TEXT|CONTENT|BODY|HEADLINE|HEAD|HL)\b", re.I)
_DIGITS = re.compile(
    r"(?<!\d)(?P<year>(?:18|19|20)\d{2}|\d{2})[-/.]?(?P<month>\d{2})[-/.]?(?P<day>\d{2})(?!\d{2})(?:\D?(?P<clock>\d{2}:\d{2}))?"
)
_MONTH_FIRST = re.compile(r"(?<!\d)(?P<month>\d{1,2})[-/](?P<day>\d{1,2})[-/](?P<year>(?:19|20)?\d{2})(?!\d)")
_INDENT = re.compile(r"\n\s*\n|\n(?=[ \t]{2,}\S)")
#: The end of a line between words of a script that parts none.
_CUT_LINE = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef]) (?=[\u3000-\u9fff\uff00-\uffef])")
_BY = re.compile(r"\s*by\b", re.I)
#: What stands before the headline in the Financial Times, and marks in those of the Wall Street Journal, whose last line is the byline.
_SHOWN_DAY = re.compile(r"FT\s+\d{1,2} [A-Z]{3} \d{2} / ")
_LINE_MARK = re.compile(r"\s*@\s*-*\s*")
#: The edition in the name of the Wall Street Journal.
_EDITION = re.compile(r"\s*\([A-Z]\)$")
#: What the Foreign Broadcast Information Service puts before the words of a text.
_TEXT_MARK = re.compile(r".{0,200}?\[(?:Text|Excerpts?)\]\s*", re.S)


def is_sgml_corpus(sample: Sample) -> bool:
    root = (find_root(sample.head) or ("", ""))[0]
    is_corpus = root.upper() == "DOC" or bool(_ROOT_OF_CORPUS.match(sample.head))
    return is_corpus and bool(_SIGNS.search(sample.head)) and bool(_TEXT_SIGNS.search(sample.head))


def read_sgml_corpus(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """The articles of a corpus file in order; a refusal for each that breaks off or has no words."""
    decoded = decode_bytes(data, "cp1252")
    if isinstance(decoded, Rejected):
        return decoded
    return Reading(NAME, NAME, decoded.encoding, tuple(read_records(decoded.text, _START, _END, "</DOC>", _article_of)))


def _article_of(start: re.Match[str], markup: str, position: int) -> RawArticle | Rejected:
    fields = _fields_of(markup)
    title, signed_by = _headline(_first(fields, _TITLES))
    body = _TEXT_MARK.sub("", "\n\n".join(part for name in ("LP", "LEADPARA", *_BODIES) for part in fields.get(name, ())), count=1)
    if not body:
        return Rejected("no_body", f"expected words in TEXT, found none under the title {title!r}", position, "article")
    identity = _identity(start[1], fields)
    published = next((day for name in _DAYS for words in fields.get(name, ()) if (day := _day(words))), None) or _day_in(identity)
    bylines = fields.get("BYLINE") or fields.get("AUTHOR") or signed_by
    outlet = _first(fields, _OUTLETS)
    signed = [line for line in bylines if _BY.match(line)] or bylines[:1]
    return RawArticle(
        text=body,
        position=position,
        title=title,
        published_at=published,
        authors=tuple(" ".join(line.split()) for line in signed),
        outlet=_EDITION.sub("", outlet) if outlet else None,
        url=_first(fields, ("URL",)),
    )


def _headline(printed: str | None) -> tuple[str | None, list[str]]:
    """The headline without the marks of its lines, and the byline that stands under it."""
    lines = [line for line in _LINE_MARK.split(_SHOWN_DAY.sub("", printed or "")) if line]
    signed = next((place for place, line in enumerate(lines) if place and _BY.match(line)), len(lines))
    return " ".join(lines[:signed]) or printed, lines[signed : signed + 1]


def _fields_of(markup: str) -> dict[str, list[str]]:
    """The words of each field, paragraphs apart; a field ends at its end tag or where the next one begins."""
    pieces: dict[str, list[list[str]]] = {}
    current: str | None = None
    at = 0
    for tag in _TAG.finditer(markup):
        name = tag[2].upper()
        if current:
            pieces[current][-1].append(markup[at : tag.start()])
            if name in _BREAKS:
                pieces[current][-1].append("\n\n")
        if name in _FIELDS and not (tag[1] and name != current):
            current = None if tag[1] else name
            if current:
                pieces.setdefault(current, []).append([])
        at = tag.end()
    if current:
        pieces[current][-1].append(markup[at:])
    return {name: words for name, parts in pieces.items() if (words := [text for part in parts if (text := _paragraphs("".join(part)))])}


def _paragraphs(words: str) -> str:
    """Paragraphs are apart by tags or blank lines, or indented."""
    plain = without_controls(unescape(words).replace("\r", ""))
    return "\n\n".join(block for part in _INDENT.split(plain) if (block := _CUT_LINE.sub("", " ".join(part.split()))))


def _first(fields: Mapping[str, Sequence[str]], names: Sequence[str]) -> str | None:
    return next((" ".join(fields[name][0].split()) for name in names if name in fields), None)


def _identity(attributes: str, fields: Mapping[str, Sequence[str]]) -> str:
    """The number of an article, which in most corpora holds its day."""
    found = re.search(r"\b(?:id|docid)\s*=\s*[\"']?([^\"'\s>]+)", attributes, re.I)
    return found[1] if found else _first(fields, _NUMBERS) or ""


def _day(words: str) -> str | None:
    return printed_day(words) or _day_in(words)


def _day_in(words: str) -> str | None:
    """A day in figures, year first (20050424, 880424) or, with strokes, month first as the American wires do (12/01/87); ISO 8601."""
    for form in (_MONTH_FIRST, _DIGITS):
        for found in form.finditer(words):
            year = int(found["year"]) + (0 if len(found["year"]) == 4 else 1900 if int(found["year"]) > 50 else 2000)
            try:
                day = date(year, int(found["month"]), int(found["day"])).isoformat()
            except ValueError:
                continue
            clock = found.groupdict().get("clock")
            return f"{day}T{clock}" if clock else day
    return None
