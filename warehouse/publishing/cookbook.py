"""Useful questions, kept as SQL files under `warehouse/publishing/questions/`,
and the page docs/cookbook.md that shows them with the macros."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from warehouse.sql_heads import read_head, tell_grain
from warehouse.sql_macros import read_macros
from warehouse.sql_views import read_views

QUESTION_FOLDER = Path(__file__).parent / "questions"


@dataclass(frozen=True)
class Question:
    """One question with its SQL."""

    name: str
    grain: str
    question: str
    sql: str


@cache
def read_questions(folder: Path = QUESTION_FOLDER) -> dict[str, Question]:
    """Every kept question by name. Raises ValueError when the head of a file lacks something."""
    heads = {path.stem: read_head(path) for path in sorted(folder.glob("*.sql"))}
    return {name: Question(name, head.grain, head.question, head.sql) for name, head in heads.items()}


def list_questions() -> Iterator[tuple[str, str, str]]:
    """(kind, what to type, what it answers) of all views, macros and kept questions."""
    for view in sorted(read_views(), key=lambda view: view.name):
        yield "view", view.name, view.question
    for macro in read_macros():
        yield "macro", macro.example, macro.question
    for question in read_questions().values():
        yield "question", question.name, question.question


def cookbook_page() -> str:
    """The cookbook as Markdown."""
    return "\n".join(_page()) + "\n"


def _page() -> Iterator[str]:
    yield "# Cookbook"
    yield ""
    yield "Made by `make docs` from `warehouse/macros/*.sql` and `warehouse/publishing/questions/*.sql`."
    yield "Look up a ready-made question, run it by its name, or take its SQL. The test suite runs them all."
    yield "`personae query accusations` runs one; `--outlet CNN` or `--from 2023-01-01` narrows it if its rows have an outlet or a date."
    yield "The SQL works in any tool that opens the published warehouse. The [data dictionary](dictionary.md) describes the views it uses;"
    yield "`personae query --list` lists every view, macro and question."
    yield ""
    yield "## Macros"
    yield ""
    yield "Questions with parameters: use them like tables in any SQL. An actor includes its parts:"
    yield "`RUS` includes `RUS.GOV.MFA`. `personae query` runs them by name, and accepts names for ids:"
    yield "`personae query dyad_timeline --actor Serbia --about Kosovo`."
    for macro in read_macros():
        yield from ("", f"### {macro.call}", "", f"{macro.question} {tell_grain(macro.grain)}", "")
        yield from (f"- `{name}`: {meaning}" for name, meaning in macro.parameters.items())
        yield from ("", "```sql", macro.example, "```")
    yield ""
    yield "## Questions"
    for question in read_questions().values():
        yield from ("", f"### {question.name}", "", f"{question.question} {tell_grain(question.grain)}", "", "```sql", question.sql, "```")
