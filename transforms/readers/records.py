"""Records of named fields (JSON objects, rows of tables) as articles: what each field holds, the first of its names that is filled."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from transforms.readers.field_names import MAYBE_ADDRESSES, kept_names, plain_name
from transforms.readers.outcomes import RawArticle, Rejected
from transforms.readers.values import address, authors_in_text, body_of, clean_words, names_in, printed_moment, scalar, short_words

type Record = Mapping[str, Any]
type Fields = Mapping[str, Sequence[str]]

#: Further fields are kept up to this length without being asked for, and when they are.
_SHORT, _KEPT = 200, 2_000
_MOST_FURTHER = 60
#: Lines of Elasticsearch's bulk format between the articles.
_ACTIONS = frozenset(("index", "create", "update", "delete"))
#: What pandas calls a column without a name.
_UNNAMED = "Unnamed:"
_ADDRESS = re.compile(r"(?:https?:)?//[^\s/]+\.[^\s]+$", re.I)
_DOMAIN = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}$", re.I)
_STOP = re.compile(r"[,.;:?!](?=\s|$)")
_LOOSE_STOP = re.compile(r"\s[,.;:?!](?=\s|$)")
_CUT_OFF = re.compile(r"(?:…|\.\.\.|\[\+?\d+ chars\]|\[…\])\s*$")
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?$")
#: A year or the number of a month or day alone is no day.
_PART = re.compile(r"\d{1,4}(?:\.0)?$")
#: Days as spreadsheets count them, 1954 to 2064.
_DAY_ZERO, _SERIAL = datetime(1899, 12, 30), re.compile(r"[2-5]\d{4}(?:\.\d+)?")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}$")
#: Fields of the National Library of Australia's newspapers.
_TROVE = frozenset(("heading", "title", "articleText"))
#: The number of a record of Dow Jones, and the names of the two parts of its text.
_NUMBER, _PARTS = frozenset(("an", "AN")), (("snippet", "body"), ("lp", "td"))
#: A reference in the Citation Style Language, and the text of one.
_REFERENCE, _ABSTRACT = frozenset(("container-title", "issued", "abstract")), ("abstract",)
#: The beginning of a whole page, and names under which what it says joins a record.
_WHOLE_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).){0,500}-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S)
_OUR_NAMES = {
    name: "published_at" if name == "date_published" else name
    for name in ("title", "date_published", "authors", "outlet", "url", "language")
}
#: What stands under "medium" and the like and names no outlet.
_KINDS_OF_MEDIA = frozenset("article news print online web video audio text newspaper blog radio tv magazine website".split())
_SAMPLE = 2_000
_MIN_WORDS = 15
#: A text that begins like another and is this much shorter is its beginning.
_MUCH = 1.5
_TEASER = 400


def article_from_record(record: Record, fields: Fields, position: int, mapping: Mapping[str, str] | None = None) -> RawArticle | Rejected:
    """The article in a record; `fields` says which names may hold what (see `detect_fields`), `mapping` which further ones to keep."""
    text_name, text = _text_in_parts(record) or _text(record, fields.get("text", _ABSTRACT if record.keys() >= _REFERENCE else ()))
    page = _page_in(lookup(record, text_name)) if text_name else None
    if isinstance(page, Rejected):
        return replace(page, position=position)
    if page is not None:
        record, text = _with_page(record, fields, page), page.text
        fields = {**fields, **{field: (*fields.get(field, ()), name) for name, field in _OUR_NAMES.items()}}
    if not text:
        return Rejected("no_body", f"expected a field with the article's text, found {_describe(record, fields)}", position, "article")
    printed = printed_day_of(record, fields.get("published_at", ()))
    article = RawArticle(
        text=text,
        position=position,
        title=next(_filled(record, _titles(record, fields), clean_words), None),
        published_at=printed,
        authors=next((names for value in _values(record, fields.get("authors", ())) if (names := tuple(names_in(value)))), ())
        or authors_in_text(lookup(record, text_name)),
        outlet=outlet_of(record, fields.get("outlet", ())) or _newspaper_of(record),
        url=_url(record, fields.get("url", ())),
        language=next(_filled(record, fields.get("language", ()), scalar), None),
    )
    used = {text_name, *fields.get("authors", ())}
    return replace(article, fields=tuple(_further(record, article, used, kept_names(mapping or {}))))


def _page_in(value: Any) -> RawArticle | Rejected | None:  # noqa: ANN401
    """The article of a whole web page that a field holds; None of any other value."""
    if not isinstance(value, str) or not _WHOLE_PAGE.match(value):
        return None
    from transforms.readers.html import read_html

    reading = read_html(b"\xef\xbb\xbf" + value.encode("utf-8", "replace"), {})
    return reading if isinstance(reading, Rejected) else reading.articles[0]


def _with_page(record: Record, fields: Fields, page: RawArticle) -> Record:
    """The record with what its page says, as far as it says nothing itself."""
    said = {"title": page.title, "date_published": page.published_at, "authors": list(page.authors), "outlet": page.outlet, "url": page.url}
    said["language"] = page.language
    lacking = {name: words for name, words in said.items() if not any(_filled(record, fields.get(_OUR_NAMES[name], ()), scalar))}
    return {**record, **lacking}


def _describe(record: Record, fields: Fields) -> str:
    """What a record without a text holds, and the next step."""
    if "text" in fields:
        return f"an empty field {fields['text'][0]!r}"
    held = ", ".join(sorted(map(str, record))[:12]) or "none"
    if len(record) == 1 and _ACTIONS & record.keys():
        return "the action of a bulk file, which holds no article"
    if {"title", "url"} <= fields.keys():
        return f"the fields {held}: of a list of articles without their texts; fetch these by their addresses, or use --map text=FIELD"
    return f"the fields {held}; `personae map FILE` shows what may do, --map text=FIELD names it"


def lookup(record: Record, name: str) -> Any:  # noqa: ANN401 - a value of JSON may be anything
    """The value under a name; "source.name" reaches into nested objects."""
    if name in record:
        return record[name]
    value: Any = record
    for part in name.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value


def _values(record: Record, names: Sequence[str]) -> Iterator[Any]:
    return (lookup(record, name) for name in names)


def _filled(record: Record, names: Sequence[str], words_of: Any) -> Iterator[str]:  # noqa: ANN401
    """The words under each name that holds any."""
    return (words for value in _values(record, names) if (words := words_of(value)))


def _text(record: Record, names: Sequence[str]) -> tuple[str, str]:
    """The name and text of the best body: the first that is filled, unless it is a prepared copy or the beginning of another."""
    bodies = ((name, body) for name in names if (body := body_of(lookup(record, name)).strip()))
    first = next(bodies, None)
    if first is None:
        return "", ""
    others = list(bodies)
    if not others:  # most records have one text, and then nothing else is to be known of it
        return first
    is_copy, is_cut = _is_prepared(first[1]), len(first[1]) < _TEASER or bool(_CUT_OFF.search(first[1]))
    beginning = _CUT_OFF.sub("", first[1])
    for name, body in others if is_copy or is_cut else ():
        if is_copy and len(body) > len(first[1]) / 2 and not _is_prepared(body):
            return name, body
        if is_cut and len(body) > _MUCH * len(beginning) and _letters(body).startswith(_letters(beginning)[:40]):
            return name, body
    return first


def _titles(record: Record, fields: Fields) -> Sequence[str]:
    """The names that may hold the title; in the records of Trove the title is the newspaper's and the heading the article's."""
    return ("heading",) if record.keys() >= _TROVE else fields.get("title", ())


def _newspaper_of(record: Record) -> str | None:
    return clean_words(record["title"]) if record.keys() >= _TROVE else None


def _text_in_parts(record: Record) -> tuple[str, str] | None:
    """The text of a record of Dow Jones, which keeps its first paragraphs apart; None of all others."""
    plain = {plain_name(str(name)): name for name in record} if _NUMBER & record.keys() else {}
    for first, rest in _PARTS:
        if first in plain and rest in plain:
            parts = [body_of(record[plain[name]]).strip() for name in (first, rest)]
            return (plain[rest], "\n\n".join(filter(None, parts))) if all(parts) and not parts[1].startswith(parts[0]) else None
    return None


def _is_prepared(text: str) -> bool:
    """Whether a text was prepared for machines: its stops stand apart, or it has none, or no capitals."""
    sample = text[:_SAMPLE]
    stops = len(_STOP.findall(sample))
    if stops >= 2 and len(_LOOSE_STOP.findall(sample)) > stops / 2:
        return True
    return len(sample.split()) > _MIN_WORDS and sample.isascii() and (not stops or sample.islower())


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text[:200])).casefold()


def printed_day_of(record: Record, names: Sequence[str]) -> str | None:
    """The first day that is filled, with the time of day where another field holds that; else year, month and day of their own."""
    days = list(_filled(record, names, printed_moment))
    days = [_day_of_serial(words) if _SERIAL.fullmatch(words) else words for words in days]
    printed = next((words for words in days if not _CLOCK.match(words) and not _PART.match(words)), None)
    if printed is None:
        apart = next((value for value in _values(record, names) if isinstance(value, Mapping)), record)
        return _day_in_parts({plain_name(str(name)): value for name, value in apart.items()})
    if not _DAY.match(printed):
        return printed
    longer = next((words for words in days if words.startswith(printed) and len(words) > len(printed)), None)
    clock = next((words for words in days if _CLOCK.match(words)), None)
    return longer or (f"{printed} {clock}" if clock else printed)


def _day_of_serial(words: str) -> str:
    """A day as spreadsheets count them, from the end of 1899."""
    moment = _DAY_ZERO + timedelta(days=float(words))
    return moment.isoformat() if "." in words else moment.date().isoformat()


def _day_in_parts(record: Record) -> str | None:
    parts = []
    for name in ("year", "month", "day"):
        words = (scalar(record.get(name)) or "").removesuffix(".0")
        if not words.isdecimal():
            break
        parts.append(words.zfill(2))
    return "-".join(parts) if len(parts) > 1 else None


def outlet_of(record: Record, names: Sequence[str]) -> str | None:
    """The first name of an outlet, else the first address of one, without what is not part of a host's name."""
    found = list(_filled(record, names, clean_words))
    named = next((words for words in found if not is_address(words) and words.casefold() not in _KINDS_OF_MEDIA), None)
    return named or next((host for words in found if (host := host_of(words))), None)


def is_address(words: str) -> bool:
    """Whether words are an address or a host's name rather than a name."""
    return " " not in words and bool(_ADDRESS.match(words) or _DOMAIN.match(words))


def host_of(words: str) -> str | None:
    """The host in an address, lower case, without "www."; None when there is none."""
    try:
        host = urlsplit(words if "//" in words else f"//{words}").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _url(record: Record, names: Sequence[str]) -> str | None:
    """The first address with a path, else whatever stands where one should; fields that rarely hold one count only when they do."""
    found = list(_filled(record, names, address))
    maybe = [name for name in record if plain_name(str(name)) in MAYBE_ADDRESSES]
    full = (words for words in (*found, *_filled(record, maybe, address)) if _ADDRESS.match(words) and _has_path(words))
    return next(full, None) or next(iter(found), None)


def _has_path(words: str) -> bool:
    try:
        parts = urlsplit(words)
    except ValueError:
        return False
    return len(parts.path) > 1 or bool(parts.query)


def _further(record: Record, article: RawArticle, used: set[str], kept: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Fields that are none of ours with their words: those asked for, else all that are short and say something else, one level deep."""
    if kept:
        yield from ((name, words) for name in dict.fromkeys(kept) if (words := short_words(lookup(record, name), _KEPT)))
        return
    said = {article.title, article.published_at, article.outlet, article.url, article.language}
    shown = ((name, words) for name, words in _short_fields(record, used) if words not in said)
    found = ((name, words) for name, words in shown if not _SERIAL.fullmatch(words) or _day_of_serial(words) not in said)
    yield from islice(found, _MOST_FURTHER)


def _short_fields(record: Record, used: set[str]) -> Iterator[tuple[str, str]]:
    for name, value in record.items():
        if name in used or not name or name.startswith(_UNNAMED):
            continue
        if words := short_words(value, _SHORT):
            yield name, words
        inner = value.items() if isinstance(value, Mapping) else ()
        yield from ((f"{name}.{key}", words) for key, part in inner if (words := short_words(part, _SHORT)))
