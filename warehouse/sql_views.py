"""The views: one question each, one file each under `warehouse/views/`.

The head of a file is comments: its first line is the grain, `question: …` what it answers, then `column: meaning` for every column.
`export: no` marks a view as large as its tables, made for other views to stand on: it is not written as Parquet and CSV.
`kept: …` says how the answer to a view follows from its last answer and the articles that changed (see `Kept`): published is the same with
it and without it, only sooner.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Literal

import duckdb

from warehouse.code_words import all_in_words
from warehouse.quoting import quote
from warehouse.sql_heads import read_head

VIEW_FOLDER = Path(__file__).parent / "views"


_TEMPORARY = (
    "SELECT view_name, 'VIEW' FROM duckdb_views() WHERE temporary UNION ALL SELECT table_name, 'TABLE' FROM duckdb_tables() WHERE temporary"
)


@dataclass(frozen=True)
class Kept:
    """How the answer to a view follows from its last answer and the articles that changed: its SQL is asked for a part of the rows that it
    stands on, and what it gives takes the place of a part of the last answer.

    `by article`: each row has an article_id and follows from the rows of that article, with their actors, outlets, stories and batches.
    `view(column, …), …`: rows with the same values of these columns follow from the rows of those views that have them too; the columns of
    the first view are columns of the answer.
    `as sums`: all columns are words, or counts of which those of two sets of stories add up; follows from views kept by article alone."""

    how: Literal["article", "keys", "sums"]
    sources: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class View:
    """One view; `columns` maps each column to its meaning."""

    name: str
    grain: str
    question: str
    columns: dict[str, str]
    sql: str
    is_exported: bool = True
    kept: Kept | None = None

    @property
    def is_answered(self) -> bool:
        """Whether its answer is written, or kept for the next time."""
        return self.is_exported or self.kept is not None

    @property
    def words(self) -> frozenset[str]:
        """The words of its SQL, among them the names of what it stands on."""
        return frozenset(re.findall(r"\w+", re.sub(r"--.*|'[^']*'", "", self.sql)))


def create_views(connection: duckdb.DuckDBPyConnection) -> None:
    """Replace all views, with their comments."""
    for view in read_views():
        connection.execute(f"CREATE OR REPLACE VIEW {view.name} AS\n{view.sql}")
        connection.execute(f"COMMENT ON VIEW {view.name} IS {quote(f'{view.question} {view.grain}')}")
        for name, meaning in view.columns.items():
            connection.execute(f"COMMENT ON COLUMN {view.name}.{name} IS {quote(meaning)}")


def answer_once(connection: duckdb.DuckDBPyConnection, asked: Counter[str], answered: str | None = None) -> None:
    """Answer once what is asked more than once: views that several others or questions stand on become temporary tables of their names, the
    others temporary views over these. So the questions run as they are printed, and in a fraction of the time.

    `asked`: how often each view is asked directly; `answered`: a catalog of the connection with tables of answers, which are taken."""
    uses = Counter(asked)
    views = read_views()
    given = {
        name for (name,) in connection.execute("SELECT table_name FROM duckdb_tables() WHERE database_name = ?", [answered]).fetchall()
    }
    for view in reversed(views):
        if uses[view.name] and view.name not in given:
            uses.update(view.words)
    standing = dict(connection.execute(_TEMPORARY).fetchall())
    for view in views:
        if not uses[view.name]:
            continue
        kind = "TABLE" if uses[view.name] > 1 and view.name not in given else "VIEW"
        if standing.get(view.name, kind) != kind:
            connection.execute(f"DROP {standing[view.name]} temp.{view.name}")
        connection.execute(
            f"CREATE OR REPLACE TEMP {kind} {view.name} AS {f'FROM {answered}.{view.name}' if view.name in given else view.sql}"
        )


def count_generic(connection: duckdb.DuckDBPyConnection, is_counted: bool) -> None:
    """Have the views of this connection count unnamed people as actors, or leave them out as by default."""
    connection.execute(f"SET VARIABLE with_generic = {is_counted}")


@cache
def read_views(folder: Path = VIEW_FOLDER) -> tuple[View, ...]:
    """Every view, in an order in which each follows those it uses, including their list, `start_here`."""
    views = {path.stem: _read_view(path) for path in sorted(folder.glob("*.sql"))} | {"codes": _codes()}
    needs = {view.name: sorted(view.words & set(views) - {view.name}) for view in views.values()}
    ordered = [views[name] for name in TopologicalSorter(needs).static_order()]
    return (*ordered, _start_here(ordered))


def _read_view(path: Path) -> View:
    """Raises ValueError when the head lacks the grain or the question."""
    head = read_head(path)
    export, kept = head.named.pop("export", "yes"), head.named.pop("kept", None)
    return View(path.stem, head.grain, head.question, head.named, head.sql, export != "no", _read_kept(kept) if kept else None)


def _read_kept(said: str) -> Kept:
    if said in ("by article", "as sums"):
        return Kept("article" if said == "by article" else "sums")
    return Kept("keys", {name: tuple(re.findall(r"\w+", columns)) for name, columns in re.findall(r"(\w+)\((.*?)\)", said)})


def _codes() -> View:
    rows = ",\n    ".join(f"({', '.join(map(quote, row))})" for row in all_in_words())
    return View(
        "codes",
        "One code of one column.",
        "What do the codes of kinds, sectors, events and labels mean?",
        {"column_name": "The column that holds the code: kind, sector, event or ner.", "code": "The code.", "words": "What it means."},
        f"SELECT column_name, code, words FROM (VALUES\n    {rows}\n) AS listed (column_name, code, words)",
    )


def _start_here(views: list[View]) -> View:
    rows = ",\n    ".join(
        f"({quote(view.name)}, {quote(view.question)}, {quote(view.grain)})" for view in sorted(views, key=lambda view: view.name)
    )
    return View(
        "start_here",
        "One view.",
        "Which views are there, and what does each answer?",
        {"view_name": "Name of the view.", "question": "What it answers.", "grain": "What one row of it is."},
        f"SELECT view_name, question, grain FROM (VALUES\n    {rows}\n) AS listed (view_name, question, grain) ORDER BY view_name",
    )
