"""The shapes in which JSON keeps records: lists under some name, columns, rows under a header, records wrapped in objects."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from transforms.readers.field_names import detect_fields, plain_name
from transforms.readers.outcomes import Rejected
from transforms.readers.values import body_of, clean_words, scalar

type Object = dict[str, Any]

#: Where dumps keep their list, best first; else any list of objects will do.
_CONTAINERS = (
    "articles", "items", "documents", "docs", "results", "entries", "stories", "records", "data", "response", "hits", "news", "objects",
    "posts", "rows", "value", "@graph",
)  # fmt: skip
#: Objects beside the text that describe the article.
DESCRIPTIONS = frozenset(
    (
        "metadata", "meta", "thread", "links", "info", "properties", "header", "headers", "articlemetadata", "html", "head", "docinfo",
        "articleinfo", "issueinfo", "metadatainfo", "bibliographic", "docdata", "sourceinfo", "embedded",
    )
)  # fmt: skip
_HEADERS, _ROWS = ("columns", "header", "headers", "fields"), ("data", "rows", "values")
#: Fields beside the text that make an object a record.
_TELLING = frozenset(("title", "published_at", "url"))
_SURELY_TELLING = frozenset(("published_at", "url"))
#: What makes an object with a list of items a feed (https://www.jsonfeed.org/version/1.1/).
_FEED = frozenset(("home_page_url", "feed_url"))
_OUR_NAMES = {"outlet": "outlet", "authors": "authors", "language": "language", "published_at": "publication_date"}
_MAX_DEPTH = 8
_MAX_WRAPPED = 3


def records_in(value: Any, depth: int = 0) -> Iterator[Any]:  # noqa: ANN401 - a value of JSON may be anything
    """The records in a value."""
    if isinstance(value, list):
        if value and all(map(_is_records, value)) and depth < _MAX_DEPTH:
            for item in value:
                yield from records_in(item, depth + 1)
            return
        if _is_records(value) and depth < _MAX_DEPTH and not any(_leads_nowhere(item) for item in value):
            for item in value:
                yield from records_in(item, depth + 1)
            return
        yield from _under_header(value[0], value[1:]) if _is_header(value) else value
        return
    table = _table(value) if isinstance(value, dict) else None
    if table is not None:
        yield from table
        return
    inner = _contained(value) if isinstance(value, dict) and depth < _MAX_DEPTH else None
    if inner is None:
        yield value
        return
    shared = _shared(value)
    for record in records_in(inner, depth + 1):
        yield _with_shared(record, shared) if shared and isinstance(record, dict) else record


def _shared(value: Object) -> Object:
    """What an object that holds a list of records says of all: outlet and language; of a feed its title and authors too, of an issue its
    day."""
    feed = next((part for part in (value, value.get("feed")) if isinstance(part, dict) and _FEED & part.keys()), {})
    fields = detect_fields(value, {})
    outlet = clean_words(feed.get("title")) or next(
        (value[name] for name in fields.get("outlet", ()) if isinstance(value[name], str)), None
    )
    shared = {"outlet": outlet, "authors": feed.get("authors") or feed.get("author")}
    shared["language"] = next((value[name] for name in fields.get("language", ()) if isinstance(value[name], str)), None)
    if outlet and not feed:
        shared["published_at"] = next((value[name] for name in fields.get("published_at", ()) if isinstance(value[name], str)), None)
    return {name: words for name, words in shared.items() if words}


def _with_shared(record: Object, shared: Object) -> Object:
    """The record with what is said of all, as far as it says nothing itself."""
    level = levelled(record)
    own = {field for field, names in detect_fields(level, {}).items() if any(_is_filled(level[name], field) for name in names)}
    lacking = {_OUR_NAMES[field]: words for field, words in shared.items() if field not in own}
    return {**lacking, **record}


def _leads_nowhere(item: Object) -> bool:
    """Whether an object in a list is a record, rather than one that holds a list of them."""
    telling = [name for field, names in detect_fields(item, {}).items() if field in _SURELY_TELLING for name in names]
    says_itself = any(not isinstance(item[name], dict) or _contained(item[name]) is None for name in telling)
    return _has_text(item) or _leads_to_text(item, 1) or says_itself or _contained(item) is None


def levelled(record: Object) -> Object:
    """The record with what stands in objects one level down: the object with the text, and those that describe it."""
    for _ in range(_MAX_WRAPPED):
        inner = _wrapped(record)
        if inner is None:
            break
        outer = {name: value for name, value in record.items() if value is not inner}
        record = outer | {name: value for name, value in inner.items() if name not in outer or _is_filled(value)}
    for part in list(_descriptions(record, 0)):
        filled = {field for field, names in detect_fields(record, {}).items() if any(_is_filled(record[name], field) for name in names)}
        lacking = [(name, field) for field, names in detect_fields(part, {}).items() if field not in filled for name in names]
        record = record | {
            name: part[name] for name, field in lacking if not _is_filled(record.get(name), field) and _is_filled(part[name])
        }
    return record


def _descriptions(record: Object, depth: int) -> Iterator[Object]:
    """The objects that describe a record, and those in them."""
    for name, part in record.items() if depth < _MAX_WRAPPED else ():
        if isinstance(part, dict) and plain_name(name) in DESCRIPTIONS:
            yield part
            yield from _descriptions(part, depth + 1)


def _wrapped(record: Object) -> Object | None:
    """The object one level down that has the text, or leads to it; None when the record has it itself, or nobody."""
    if _has_text(record):
        return None
    parts = [part for part in record.values() if isinstance(part, dict)]
    return next((part for part in parts if _has_text(part)), None) or next((part for part in parts if _leads_to_text(part, 1)), None)


def _leads_to_text(record: Object, depth: int) -> bool:
    inner = [part for part in record.values() if isinstance(part, dict)]
    return any(map(_has_text, inner)) or (depth < _MAX_WRAPPED and any(_leads_to_text(part, depth + 1) for part in inner))


def _is_header(value: list[Any]) -> bool:
    """Whether the first of some lists names the columns of the others."""
    return len(value) > 1 and _is_names(value[0]) and isinstance(value[1], list) and "text" in detect_fields(value[0], {})


def _is_names(value: Any) -> bool:  # noqa: ANN401
    return isinstance(value, list) and len(value) > 1 and all(isinstance(name, str) for name in value)


def _under_header(names: Sequence[str], rows: Sequence[Any]) -> Iterator[Any]:
    return (dict(zip(names, row, strict=False)) if isinstance(row, list) else row for row in rows)


def _table(value: Object) -> Iterator[Any] | None:
    """The records of an object that keeps them as rows under a header, or column by column; None when it is not a table."""
    header = next((value[name] for name in _HEADERS if _is_names(value.get(name))), None)
    rows = next((value[name] for name in _ROWS if isinstance(value.get(name), list)), None)
    if header and rows and all(isinstance(row, list) for row in rows):
        return _under_header(header, rows)
    return rows_of_columns(value)


def rows_of_columns(value: Object) -> Iterator[Any] | None:
    """The rows of an object that keeps its records column by column, a Rejected when columns do not pair; None when it does not.

    Lists beside a title, date or address that is one, not a list of them, are the paragraphs and names of one article."""
    lists = {name: column for name, column in value.items() if isinstance(column, list)}
    objects = {name: column for name, column in value.items() if isinstance(column, dict)}
    fields = detect_fields(value, {})
    main = [names[0] for field, names in fields.items() if field == "text" or field in _TELLING]
    if "text" not in fields or len(value) < 2:
        return None
    if len(main) > 1 and all(len(lists.get(name, ())) > 1 for name in main):
        return _paired({name: lists[name] for name in main}, value)
    if len(lists) == len(value) and len({len(column) for column in lists.values()}) == 1:
        return (dict(zip(value, row, strict=True)) for row in zip(*lists.values(), strict=True))
    keys = dict.fromkeys(key for column in objects.values() for key in column)
    if len(objects) == len(value) and (all(key.isdigit() for key in keys) or all(len(column) == len(keys) for column in objects.values())):
        return ({name: column.get(key) for name, column in objects.items()} for key in keys)
    return None


def _paired(main: Mapping[str, list[Any]], value: Object) -> Iterator[Any]:
    """The rows of columns that must be of one length; other lists of that length are columns too, and the rest goes for each row."""
    counts = {len(column) for column in main.values()}
    if len(counts) > 1:
        found = ", ".join(f"{len(column):,} under {name!r}" for name, column in main.items())
        yield Rejected("malformed", f"expected columns of one length, found {found}")
        return
    (count,) = counts
    for row in range(count):
        yield {name: part[row] if isinstance(part, list) and len(part) == count else part for name, part in value.items()}


def _contained(value: Object) -> Any:  # noqa: ANN401
    """The list of records inside an object, or None when the object is a record itself."""
    by_name = {key.casefold(): inner for key, inner in value.items()}
    has_text = _has_text(value)
    for name in _CONTAINERS:
        inner = by_name.get(name)
        if isinstance(inner, list) and _is_records(inner) and (not has_text or name in _CONTAINERS[:4]):
            return _with_texts(inner) if name == "@graph" else inner
        if isinstance(inner, dict) and not has_text and (_contained(inner) is not None or _table(inner) is not None):
            return inner
    if has_text or any(not _is_records(value[name]) for name in detect_fields(value, {}).get("text", ())):
        return None
    if len(value) > 1 and all(isinstance(inner, dict) for inner in value.values()):
        return [_with_address(inner, key) for key, inner in value.items()]  # {"id-1": {…}, "id-2": {…}}
    lists = [inner for inner in value.values() if _is_records(inner)]
    with_texts = [inner for inner in lists if any(map(_has_text, inner))]
    tables = (inner for inner in value.values() if isinstance(inner, dict) and (_table(inner) is not None or _contained(inner) is not None))
    if len(with_texts) > 1:
        return [record for inner in with_texts for record in inner]  # {"train": […], "test": […]}
    return next(iter(with_texts or lists), None) or next(tables, None)


def _with_address(record: Object, key: str) -> Object:
    """A record that is kept under its address with that."""
    return record if "://" not in key or "url" in detect_fields(record, {}) else {"url": key, **record}


def _with_texts(nodes: list[Object]) -> list[Object]:
    """The nodes of a graph that have a text; all when none has."""
    return [node for node in nodes if _has_text(node)] or nodes


def _is_records(value: Any) -> bool:  # noqa: ANN401
    return isinstance(value, list) and bool(value) and all(isinstance(item, dict) for item in value)


def _has_text(value: Mapping[str, Any]) -> bool:
    return any(_is_text(value[name]) for name in detect_fields(value, {}).get("text", ()))


def _is_text(value: Any) -> bool:  # noqa: ANN401
    """Whether a value is a body rather than a record that has one, or a list of records."""
    if isinstance(value, dict) and any(_TELLING & detect_fields(part, {}).keys() for part in (value, *_descriptions(value, 0))):
        return False
    if _is_records(value) and all(_has_text(item) and _SURELY_TELLING & detect_fields(item, {}).keys() for item in value):
        return False
    return scalar(value) is not None if isinstance(value, str) else bool(body_of(value).strip())


def _is_filled(value: Any, field: str = "") -> bool:  # noqa: ANN401
    """Whether a value says something of a field; the number of an author is not a name."""
    if field == "authors" and isinstance(value, int):
        return False
    return bool(value) and (not isinstance(value, str) or scalar(value) is not None)
