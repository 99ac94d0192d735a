"""JSON and JSON Lines: one article, many in any of the shapes that dumps have, or values one after another; what is cut off costs itself
only."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from transforms.limits import current_limits
from transforms.readers.encodings import decode_bytes
from transforms.readers.field_names import known_fields, mapped_fields, missing_fields
from transforms.readers.json_shapes import levelled, records_in, rows_of_columns
from transforms.readers.outcomes import RawArticle, Reading, Rejected
from transforms.readers.records import article_from_record
from transforms.readers.signs import COMMENT_LINES

NAME = "json"
#: What stands between values that follow one another: white space, commas, the record separator of RFC 7464.
_BETWEEN = " \t\r\n,\x1e"
_SHOWN = 60
#: A value that a script is called with, or that it assigns: callback({…}); window.data = […];
_CALLED = re.compile(r"\s*(?:(?:var|let|const)\s+)?[A-Za-z_$][\w.$]*\s*(?:\(|=)\s*(?P<value>[\[{].*[\]}])\s*\)?\s*;?\s*", re.S)
#: A comma before the end of a list or object, and strings, in which one is none.
_TRAILING = re.compile(r'("(?:[^"\\]|\\.)*")|,(\s*[}\]])', re.S)


def read_json(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """Articles from one JSON value; from a truncated list, those before the cut."""
    decoded = decode_bytes(data)
    if isinstance(decoded, Rejected):
        return decoded
    items = list(records_of(decoded.text))
    if len(items) == 1 and isinstance(items[0], Rejected):
        return items[0]
    return Reading("json", NAME, decoded.encoding, tuple(_articles(items, mapping)))


def read_json_lines(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """One article per line; an unreadable line costs only itself."""
    decoded = decode_bytes(data)
    if isinstance(decoded, Rejected):
        return decoded
    values: Iterable[Any] = map(parse_json, (line for line in decoded.text.split("\n") if line.strip()))
    if decoded.text.lstrip().startswith("["):  # a list a line: of records, or of cells under a header
        values = list(values)
        values = records_in(values) if all(isinstance(value, list) for value in values) else values
    return Reading("jsonl", NAME, decoded.encoding, tuple(_articles(values, mapping)))


def parse_json(text: str) -> Any:  # noqa: ANN401 - a value of JSON may be anything
    """The value of a JSON text, or a Rejected."""
    allowed = current_limits().json_depth
    too_deep = Rejected("too_deep", f"expected JSON nested at most {allowed} deep, found deeper nesting; raise --limit json_depth")
    try:
        value = json.loads(text, strict=False)
    except ValueError as problem:
        return _malformed(problem, text)
    except RecursionError:
        return too_deep
    return too_deep if _is_deeper(value, allowed) else value


def _is_deeper(value: Any, depth: int) -> bool:  # noqa: ANN401
    """Whether lists and objects stand in each other more than `depth` times; level by level, as a call for each would overflow."""
    level = [value]
    while level and depth >= 0:
        depth -= 1
        level = [
            inner for outer in level if isinstance(outer, dict | list) for inner in (outer.values() if isinstance(outer, dict) else outer)
        ]
    return bool(level)


def _malformed(problem: ValueError, text: str) -> Rejected:
    at = problem.pos if isinstance(problem, json.JSONDecodeError) else 0
    found = text[at : at + _SHOWN]
    if found.startswith("'"):
        return Rejected("malformed", f"expected JSON, found {found!r} as Python prints it; write it with json.dump() instead of str()")
    return Rejected(
        "malformed", f"expected JSON, found {found!r} at character {at}: {problem}" if found else f"expected JSON, found its end: {problem}"
    )


def records_of(text: str) -> Iterator[Any]:
    """The records of a JSON text, with a Rejected where it breaks off; a script around it is skipped."""
    text = COMMENT_LINES.sub("", text, count=1)
    called = _CALLED.fullmatch(text)
    values = list(parse_values(called["value"] if called else text))
    if len(values) == 1 and not isinstance(values[0], Rejected):
        yield from records_in(values[0])
    else:
        yield from values


def parse_values(text: str) -> Iterator[Any]:
    """The value of a JSON text, or each of those that stand one after another; of what breaks off its whole items, and a Rejected behind
    them."""
    value = parse_json(text)
    if isinstance(value, Rejected) and value.reason == "malformed" and _TRAILING.search(text):
        mended = parse_json(_TRAILING.sub(lambda found: found[1] or found[2], text))
        value = value if isinstance(mended, Rejected) else mended
    if not isinstance(value, Rejected):
        yield value
        return
    start = len(text) - len(text.lstrip(_BETWEEN))
    if text[start : start + 1] == "[":
        yield from _salvage(text, start + 1)
        yield value
        return
    end = start
    for item, item_end in _values_from(text, start):
        yield item
        end = item_end
    if rest := text[end:].strip(_BETWEEN):
        yield value if end == start else parse_json(rest)


def _salvage(text: str, start: int) -> Iterator[Any]:
    """The whole items of a list that breaks off."""
    return (item for item, _ in _values_from(text, start))


def _values_from(text: str, position: int) -> Iterator[tuple[Any, int]]:
    """The values that stand one after another from a position on, each with its end."""
    decoder = json.JSONDecoder(strict=False)
    while position < len(text):
        while position < len(text) and text[position] in _BETWEEN:
            position += 1
        try:
            item, position = decoder.raw_decode(text, position)
        except (ValueError, RecursionError):
            return
        if _is_deeper(item, current_limits().json_depth):
            return
        yield item, position


def _articles(items: Iterable[Any], mapping: Mapping[str, str]) -> Iterator[RawArticle | Rejected]:
    records = [row for item in items for row in _rows_of(item)]
    missing = _missing(records, mapping)
    for position, item in enumerate(records):
        if isinstance(item, Rejected):
            yield Rejected(item.reason, item.detail, position)
        elif not isinstance(item, dict):
            yield Rejected("malformed", f"expected a JSON object with an article, found {type(item).__name__}", position)
        elif missing:
            yield Rejected("no_body", missing, position, "article")
        else:
            record = levelled(item)
            fields = known_fields(record) | mapped_fields((*record, *item), mapping)
            yield article_from_record(item | record if mapping else record, fields, position, mapping)


def _rows_of(item: Any) -> Iterable[Any]:  # noqa: ANN401
    """The rows of an item that is a whole table; any other as it is."""
    return (rows_of_columns(item) if isinstance(item, dict) else None) or (item,)


def _missing(records: Iterable[Any], mapping: Mapping[str, str]) -> str | None:
    """In words, which field of the mapping no record has; None when each field is somewhere, or nothing is mapped."""
    names = {name: None for record in records if isinstance(record, dict) for name in (*record, *levelled(record))} if mapping else {}
    return missing_fields(names, mapping) if names else None
