"""Questions in words: names of actors, outlets, media, kinds, fields and days, put into the SQL of a view, a question or a macro.

A macro takes them for its parameters; everything else is narrowed by those of its columns that hold such things.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import duckdb

from warehouse.nearness import told_near
from warehouse.publishing.cookbook import read_questions
from warehouse.publishing.search import find_actor
from warehouse.quoting import quote
from warehouse.sql_macros import Macro, read_macros

#: Columns that tell what an option chooses by, the first that there is.
_ACTORS, _OTHERS = ("actor_id", "speaker_id", "source_id"), ("about_id", "target_id", "other_id")
_OUTLETS, _MEDIA = ("outlet", "first_outlet"), ("medium", "credited_name")
_KINDS, _FIELDS, _DAYS = ("kind", "actor_kind"), ("field",), ("published_date", "month_date", "day_date", "first_date", "year_no")
#: The option that gives a parameter of a macro.
_OPTIONS = {"actor": "--actor", "source": "--actor", "target": "--about", "field_name": "--field"}
#: Characters to either side of a mention, where a macro asks for a width.
_WIDTH = 60


@dataclass(frozen=True)
class Words:
    """What a question is narrowed by: names or ids of actors, names of outlets and of media credited, kinds of actors, a field of the
    archive, days of publication from `first` to `last`."""

    actors: Sequence[str] = ()
    others: Sequence[str] = ()
    outlets: Sequence[str] = ()
    media: Sequence[str] = ()
    kinds: Sequence[str] = ()
    field: str | None = None
    first: date | None = None
    last: date | None = None


def compose(connection: duckdb.DuckDBPyConnection, question: str, words: Words) -> str:
    """The SQL of a question: a name of a view, table, kept question or macro, or SQL itself, narrowed by words.

    Raises KeyError for a name that nobody has, with those that are near, and ValueError when the question cannot be narrowed so."""
    macros = {macro.name: macro for macro in read_macros()}
    if question in macros:
        sql, taken = _call(connection, macros[question], words)
    else:
        kept = read_questions().get(question)
        sql = kept.sql if kept else question.strip().rstrip(";") if len(question.split()) > 1 else f"FROM {question}"
        taken = set()
    conditions = [*_conditions(connection, question, sql, words, taken)]
    return f"FROM ({sql}) WHERE {' AND '.join(conditions)}" if conditions else sql


def _call(connection: duckdb.DuckDBPyConnection, macro: Macro, words: Words) -> tuple[str, set[str]]:
    """Calls of a macro, one for each actor asked for, and the options that they took."""
    given: dict[str, Sequence[str]] = {
        "actor": words.actors, "source": words.actors, "target": words.others, "field_name": [words.field] if words.field else [],
        "width": [str(_WIDTH)],
    }  # fmt: skip
    for name, meaning in macro.parameters.items():
        if not given[name]:
            raise ValueError(f"expected {_OPTIONS[name]} NAME for {macro.name}, found none: {meaning}")
    if len(words.others) > 1 and "target" in macro.parameters:
        raise ValueError(f"expected one --about NAME for {macro.name}, found {len(words.others)}")
    of_actors = {"actor", "source"} & macro.parameters.keys()
    calls = []
    for actor in words.actors if of_actors else [""]:
        values = {name: given[name][0] for name in macro.parameters} | dict.fromkeys(of_actors, actor)
        found = [_argument(connection, name, values[name]) for name in macro.parameters]
        asked = f"{quote(actor)} AS asked, " if len(words.actors) > 1 else ""
        calls.append(f"SELECT {asked}* FROM {macro.name}({', '.join(found)})")
    return " UNION ALL ".join(calls), {_OPTIONS[name] for name in macro.parameters if name in _OPTIONS}


def _argument(connection: duckdb.DuckDBPyConnection, name: str, value: str) -> str:
    if name == "width":
        return value
    return quote(value if name == "field_name" else find_actor(connection, value))


def _conditions(connection: duckdb.DuckDBPyConnection, question: str, sql: str, words: Words, taken: set[str]) -> Iterator[str]:
    listed: list[tuple[str, tuple[str, ...], Sequence[str], Callable[[str, str], str]]] = [
        ("--actor", _ACTORS, words.actors, lambda column, name: _is_actor(column, find_actor(connection, name))),
        ("--about", _OTHERS, words.others, lambda column, name: _is_actor(column, find_actor(connection, name))),
        ("--outlet", _OUTLETS, words.outlets, lambda column, name: f"{column} IN ({_quoted(find_outlets(connection, name))})"),
        ("--medium", _MEDIA, words.media, lambda column, name: f"{column} IN ({_quoted(find_media(connection, name))})"),
        ("--kind", _KINDS, words.kinds, lambda column, kind: f"{column} = {quote(kind)}"),
        ("--field", _FIELDS, [words.field] if words.field else [], lambda column, field: f"{column} = {quote(field)}"),
        ("--from", _DAYS, [words.first.isoformat()] if words.first else [], lambda column, day: f"{column} >= {_day(column, day)}"),
        ("--to", _DAYS, [words.last.isoformat()] if words.last else [], lambda column, day: f"{column} <= {_day(column, day)}"),
    ]
    wanted = [entry for entry in listed if entry[2] and entry[0] not in taken]
    held = [row[0] for row in connection.execute(f"DESCRIBE {sql}").fetchall()] if wanted else []
    for option, columns, values, condition in wanted:
        column = next((name for name in columns if name in held), None)
        if column is None:
            expected = f"one of its columns to be {' or '.join(columns)}"
            raise ValueError(f"{question} cannot be narrowed by {option}: expected {expected}, found {', '.join(held)}")
        yield f"({' OR '.join(condition(column, value) for value in values)})"


def _is_actor(column: str, actor_id: str) -> str:
    """An actor or a part of it; persons, whose ids begin as those of Peru, are parts of nothing."""
    is_part = f"starts_with({column}, {quote(f'{actor_id}.')}) AND NOT regexp_matches({column}, '^PER\\.[a-z]')"
    return f"({column} = {quote(actor_id)} OR ({is_part}))"


def _day(column: str, day: str) -> str:
    """A day as in the column, or its year."""
    return day[:4] if column == "year_no" else f"DATE {quote(day)}"


def _quoted(names: Sequence[str]) -> str:
    return ", ".join(map(quote, names))


def find_outlets(connection: duckdb.DuckDBPyConnection, name: str) -> list[str]:
    """The outlets of the archive that are called so, in the lexicon or by the files. Raises KeyError with those that are near."""
    printed = """SELECT DISTINCT f.outlet, unnest([f.outlet, a.outlet]) AS name
        FROM article_facts AS f JOIN articles AS a ON a.article_id = f.article_id WHERE f.outlet IS NOT NULL"""
    return _find(connection, printed, name, "an outlet of the archive")


def find_media(connection: duckdb.DuckDBPyConnection, name: str) -> list[str]:
    """The media of the lexicon that are called so, or have it for an alias. Raises KeyError with those credited that are near."""
    known = """SELECT coalesce(o.name, c.name) AS outlet, unnest([coalesce(o.name, c.name), l.alias]) AS name
        FROM (SELECT DISTINCT outlet_id FROM credits) AS k
        LEFT JOIN outlets AS o ON o.outlet_id = k.outlet_id LEFT JOIN actors AS c ON c.actor_id = k.outlet_id
        LEFT JOIN aliases AS l ON l.actor_id = k.outlet_id"""
    return _find(connection, known, name, "a medium that is credited")


def _find(connection: duckdb.DuckDBPyConnection, known: str, name: str, what: str) -> list[str]:
    """What is called so among `known`, which has its `outlet` and each `name` of it."""
    named = f"SELECT DISTINCT outlet FROM (SELECT outlet, lower(strip_accents(name)) AS name FROM ({known})) WHERE outlet IS NOT NULL AND "
    found = connection.execute(f"{named} name = lower(strip_accents($1)) ORDER BY outlet", [name]).fetchall()
    if found:
        return [row[0] for row in found]
    near = connection.execute(f"SELECT DISTINCT outlet, name FROM ({known}) WHERE outlet IS NOT NULL AND name IS NOT NULL ORDER BY ALL")
    raise KeyError(f"expected {what}, found {name!r}{told_near(name, near.fetchall())}")
