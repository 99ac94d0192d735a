"""Dumps of databases as SQL (mysqldump, pg_dump, SQLite): the rows of each table that has a column of texts, by INSERT or COPY."""

import re
from collections.abc import Iterator, Mapping, Sequence

from transforms.readers.encodings import decode_bytes
from transforms.readers.field_names import detect_fields
from transforms.readers.outcomes import RawArticle, Reading, Rejected
from transforms.readers.records import article_from_record
from transforms.readers.signs import Sample

NAME = "sql"
_START = re.compile(r"\s*(?:--|/\*|#|SET\b|DROP\b|CREATE\b|INSERT\b|BEGIN\b|PRAGMA\b|START TRANSACTION|USE\b|COPY\b)", re.I)
_STATEMENT = re.compile(
    r"^[ \t]*(?:CREATE TABLE (?:IF NOT EXISTS )?(?P<created>[^\s(]+)\s*\("
    r"|INSERT (?:IGNORE )?INTO (?P<into>[^\s(]+)\s*(?:\((?P<names>[^()]*)\)\s*)?"
    r"VALUES\s*"
    r"|COPY (?P<copied>[^\s(]+) \((?P<columns>[^()]*)\) FROM stdin;[ \t]*\n)",
    re.I | re.M,
)
_COLUMN = re.compile(r"^\s*[`\"\[]?(?P<name>[^\W\d]\w*)[`\"\]]?\s+\w", re.M)
_NO_COLUMNS = frozenset(("primary", "key", "unique", "constraint", "index", "fulltext", "foreign", "check"))
_VALUE = re.compile(
    r"\s*(?:(?:_\w+\s*|[EN])?'(?P<words>(?:[^'\\]|\\.|'')*)'(?:::\w+)?|(?P<bare>[^\s,()']+(?:\([^()]*\))?))\s*(?P<end>[,)])", re.S
)
_ROW = re.compile(r"\s*,?\s*\(")
_ESCAPES = {"n": "\n", "r": "\r", "t": "\t", "0": "", "Z": ""}
_ESCAPED = re.compile(r"\\(.)|''", re.S)
_COPY_ESCAPED = re.compile(r"\\(.)")
#: States of posts of blogs that never were public, and kinds that are no articles.
_STATE, _KIND = "post_status", "post_type"


def is_sql_dump(sample: Sample) -> bool:
    """Whether a file begins as SQL does and fills a table."""
    return (
        bool(_START.match(sample.head))
        and bool(_STATEMENT.search(sample.head))
        and ("INSERT" in sample.head.upper() or "COPY" in sample.head)
    )


def read_sql_dump(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """The rows of the tables with texts; a refusal when there is no such table."""
    decoded = decode_bytes(data)
    if isinstance(decoded, Rejected):
        return decoded
    articles: list[RawArticle | Rejected] = []
    headers: dict[str, None] = {}
    for names, values in _rows(decoded.text.replace("\r\n", "\n")):
        fields = detect_fields(names, mapping)
        headers[", ".join(names)] = None
        if "text" in fields and len(fields) > 1:
            articles.append(_article(dict(zip(names, values, strict=False)), fields, len(articles), mapping))
    if not articles:
        shown = "; ".join(headers)[:200] or "none"
        return Rejected("no_body", f"expected a table with a column of texts, found {shown!r}; --map text=COLUMN names it", stage="article")
    return Reading(NAME, NAME, decoded.encoding, tuple(articles))


def _article(
    record: Mapping[str, str | None], fields: Mapping[str, Sequence[str]], position: int, mapping: Mapping[str, str]
) -> RawArticle | Rejected:
    state, kind = record.get(_STATE), record.get(_KIND)
    if (state and state != "publish") or (kind and kind not in ("post", "page")):
        return Rejected("no_article", f"expected a published post, found one of the state {state} and type {kind}", position, "article")
    return article_from_record(record, fields, position, mapping)


def _rows(text: str) -> Iterator[tuple[Sequence[str], list[str | None]]]:
    """The columns and values of each row, table by table as they come."""
    columns: dict[str, list[str]] = {}
    at = 0
    while statement := _STATEMENT.search(text, at):
        at = statement.end()
        if statement["created"]:
            end = text.find(";", at)
            named = (found["name"] for found in _COLUMN.finditer(text, at, end if end >= 0 else len(text)))
            columns[_bare(statement["created"])] = [name for name in named if name.casefold() not in _NO_COLUMNS]
        elif statement["copied"]:
            end = text.find("\n\\.", at)
            for line in text[at : end if end >= 0 else len(text)].split("\n"):
                yield (
                    _names(statement["columns"]),
                    [None if cell == "\\N" else _COPY_ESCAPED.sub(_unescaped, cell) for cell in line.split("\t")],
                )
            at = max(at, end)
        else:
            names = _names(statement["names"]) if statement["names"] else columns.get(_bare(statement["into"]), [])
            for values, end in _tuples(text, at):
                yield names, values
                at = end


def _tuples(text: str, at: int) -> Iterator[tuple[list[str | None], int]]:
    """The rows of an INSERT with the place behind each."""
    while found := _ROW.match(text, at):
        values: list[str | None] = []
        at = found.end()
        while value := _VALUE.match(text, at):
            at = value.end()
            values.append(_ESCAPED.sub(_unescaped, value["words"]) if value["words"] is not None else _scalar(value["bare"]))
            if value["end"] == ")":
                break
        else:
            return
        yield values, at


def _unescaped(found: re.Match[str]) -> str:
    sign = found[1]
    return _ESCAPES.get(sign, sign) if sign else "'"


def _scalar(bare: str) -> str | None:
    return None if bare.upper() in ("NULL", "DEFAULT") else bare


def _bare(name: str) -> str:
    return name.rpartition(".")[2].strip('`"[]').casefold()


def _names(printed: str) -> list[str]:
    return [name.strip().strip('`"[]') for name in printed.split(",")]
