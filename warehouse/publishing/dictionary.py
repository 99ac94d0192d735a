"""The data dictionary: every table, view and column with its meaning, for `personae describe` and for the page docs/dictionary.md."""

from collections.abc import Iterator
from dataclasses import dataclass

from warehouse.ddl import sql_type
from warehouse.nearness import told_near
from warehouse.sql_heads import tell_grain
from warehouse.sql_views import View, read_views
from warehouse.tables import TABLES, Column, Table


@dataclass(frozen=True)
class Entry:
    """One column of one table or view."""

    relation: str
    column: str
    type: str
    constraint: str
    meaning: str


def relation_names() -> list[str]:
    """Names of all views, then of all tables."""
    return [view.name for view in _views()] + [table.name for table in TABLES]


def relation_meanings() -> dict[str, str]:
    """What each view answers, and what one row of each table is."""
    return {view.name: f"{view.question} {view.grain}" for view in _views()} | {table.name: table.grain for table in TABLES}


def describe_relation(name: str) -> list[Entry]:
    """The columns of a table or view; raises KeyError, naming all there are, when there is none of that name."""
    for table in TABLES:
        if table.name == name:
            return [Entry(name, column.name, sql_type(column), _constraint(table, column), column.meaning) for column in table.columns]
    for view in _views():
        if view.name == name:
            return [Entry(name, column, "", "", meaning) for column, meaning in view.columns.items()]
    near = told_near(name, ((known, known) for known in relation_names()))
    raise KeyError(f"no table or view {name!r}{near}; there are {', '.join(relation_names())}")


def dictionary_page() -> str:
    """The data dictionary as Markdown."""
    return "\n".join(_page()) + "\n"


def _views() -> list[View]:
    return sorted(read_views(), key=lambda view: view.name)


def _constraint(table: Table, column: Column) -> str:
    """Key, nullability, closed list, range, reference: what a reader must know to use the column."""
    parts = ["key"] if column.name in table.key else []
    parts += ["may be null"] if column.nullable else []
    parts += ["one of " + ", ".join(column.values)] if column.values else []
    if column.minimum is not None or column.maximum is not None:
        low, high = (f"{bound:g}" if bound is not None else "" for bound in (column.minimum, column.maximum))
        parts.append(f"{low} to {high}" if low and high else f"at least {low}" if low else f"at most {high}")
    if column.references is not None and column.references != f"{table.name}.{column.name}":
        parts.append(f"refers to {column.references}")
    return "; ".join(parts)


def _page() -> Iterator[str]:
    yield "# The data dictionary"
    yield ""
    yield "Look up what a table, view or column means; `personae describe` prints the same, and every warehouse holds it as comments."
    yield "`make docs` makes this page from `warehouse/tables.py` and `warehouse/views/*.sql`."
    yield "All offsets are code points of `articles.body`, half-open; all timestamps are UTC."
    yield ""
    yield "## Views"
    yield ""
    yield "Each view answers one question. Counts come in three ways: `article_count`, `text_count` (verbatim reprints count once) and"
    yield "`story_count` (wire copy and updates count once). Places and outlets are not political actors."
    for view in _views():
        yield from ("", f"### {view.name}", "", f"{view.question} {tell_grain(view.grain)}", "", "| column | meaning |", "| --- | --- |")
        yield from (f"| `{name}` | {_cell(meaning)} |" for name, meaning in view.columns.items())
    yield ""
    yield "## Tables"
    for table in TABLES:
        yield from (
            "",
            f"### {table.name}",
            "",
            tell_grain(table.grain),
            "",
            "| column | type | | meaning |",
            "| --- | --- | --- | --- |",
        )
        for entry in describe_relation(table.name):
            yield f"| `{entry.column}` | {entry.type} | {_cell(entry.constraint)} | {_cell(entry.meaning)} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
