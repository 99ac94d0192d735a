"""JSON and JSON Lines: one article, a list of them, or an object that holds such a list; what is cut off costs itself only."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from transforms.limits import current_limits
from transforms.readers.encodings import decode_bytes
from transforms.readers.outcomes import RawArticle, Reading, Rejected
from transforms.readers.records import article_from_record, detect_fields

NAME = "json"
#: Where dumps keep their list, best first; else any list of objects will do.
_CONTAINERS = ("articles", "items", "documents", "docs", "results", "entries", "stories", "records", "data", "response", "hits", "news")
_SHOWN = 60
_MAX_DEPTH = 4


def read_json(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """Articles from one JSON value; of a list cut in half, those before the cut."""
    decoded = decode_bytes(data)
    if isinstance(decoded, Rejected):
        return decoded
    items = list(_records_of(decoded.text))
    if len(items) == 1 and isinstance(items[0], Rejected):
        return items[0]
    return Reading("json", NAME, decoded.encoding, tuple(_articles(items, mapping)))


def read_json_lines(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """One article a line; a line that cannot be read costs that line."""
    decoded = decode_bytes(data)
    if isinstance(decoded, Rejected):
        return decoded
    lines = (line for line in decoded.text.split("\n") if line.strip())
    return Reading("jsonl", NAME, decoded.encoding, tuple(_articles(map(parse_json, lines), mapping)))


def parse_json(text: str) -> Any:  # noqa: ANN401 - a value of JSON may be anything
    """The value of a JSON text, or a Rejected."""
    allowed = current_limits().json_depth
    too_deep = Rejected("too_deep", f"expected JSON nested at most {allowed} deep, found deeper nesting")
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
    return Rejected(
        "malformed", f"expected JSON, found {found!r} at character {at}: {problem}" if found else f"expected JSON, found its end: {problem}"
    )


def _records_of(text: str) -> Iterator[Any]:
    """The records of a JSON text, with a Rejected where it breaks off."""
    values = list(parse_values(text))
    if len(values) == 1 and not isinstance(values[0], Rejected):
        yield from _records(values[0], 0)
    else:
        yield from values


def parse_values(text: str) -> Iterator[Any]:
    """The value of a JSON text; of a list that breaks off its whole items, and a Rejected behind them."""
    value = parse_json(text)
    if isinstance(value, Rejected) and text.lstrip()[:1] == "[":
        yield from _salvage(text)
    yield value


def _records(value: Any, depth: int) -> Iterator[Any]:  # noqa: ANN401
    if isinstance(value, list):
        yield from value
        return
    inner = _contained(value) if isinstance(value, dict) and depth < _MAX_DEPTH else None
    if inner is None:
        yield value
        return
    yield from _records(inner, depth + 1)


def _contained(value: dict[str, Any]) -> Any:  # noqa: ANN401
    """The list of records inside an object, or None when the object is a record itself."""
    by_name = {key.casefold(): inner for key, inner in value.items()}
    for name in _CONTAINERS:
        inner = by_name.get(name)
        if isinstance(inner, dict) or _is_records(inner):
            return inner
    if "text" in detect_fields(value, {}):
        return None
    if len(value) > 1 and all(isinstance(inner, dict) for inner in value.values()):
        return list(value.values())  # {"id-1": {…}, "id-2": {…}}
    return next((inner for inner in value.values() if _is_records(inner)), None)


def _is_records(value: Any) -> bool:  # noqa: ANN401
    return isinstance(value, list) and bool(value) and all(isinstance(item, dict) for item in value)


def _salvage(text: str) -> Iterator[Any]:
    """The whole items of a list that breaks off."""
    decoder = json.JSONDecoder(strict=False)
    position = text.index("[") + 1
    while position < len(text):
        while position < len(text) and text[position] in " \t\r\n,":
            position += 1
        try:
            item, position = decoder.raw_decode(text, position)
        except (ValueError, RecursionError):
            return
        yield item


def _articles(items: Iterable[Any], mapping: Mapping[str, str]) -> Iterator[RawArticle | Rejected]:
    for position, item in enumerate(items):
        if isinstance(item, Rejected):
            yield Rejected(item.reason, item.detail, position)
        elif not isinstance(item, dict):
            yield Rejected("malformed", f"expected a JSON object with an article, found {type(item).__name__}", position)
        else:
            yield article_from_record(item, detect_fields(item, mapping), position)
