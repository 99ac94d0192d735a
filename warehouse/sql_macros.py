"""The macros: questions with parameters, one file each under `warehouse/macros/`, that SQL asks like tables: FROM actor_timeline('RUS').

The head of a file is comments as in the views: the grain, `question: …`, then one line for each parameter in their order, and
`example: …`, a call that the tests run.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import duckdb

from warehouse.quoting import quote
from warehouse.sql_heads import read_head

MACRO_FOLDER = Path(__file__).parent / "macros"


@dataclass(frozen=True)
class Macro:
    """One macro; `parameters` maps each to its meaning."""

    name: str
    grain: str
    question: str
    parameters: dict[str, str]
    example: str
    sql: str

    @property
    def call(self) -> str:
        return f"{self.name}({', '.join(self.parameters)})"


def create_macros(connection: duckdb.DuckDBPyConnection) -> None:
    """Replace all macros, with their comments. The views they use must exist."""
    for macro in read_macros():
        connection.execute(f"CREATE OR REPLACE MACRO {macro.call} AS TABLE\n{macro.sql}")
        connection.execute(f"COMMENT ON MACRO TABLE {macro.name} IS {quote(f'{macro.question} {macro.grain}')}")


@cache
def read_macros(folder: Path = MACRO_FOLDER) -> tuple[Macro, ...]:
    """Every macro, by name."""
    return tuple(_read_macro(path) for path in sorted(folder.glob("*.sql")))


def _read_macro(path: Path) -> Macro:
    """Raises ValueError when the head lacks the grain, the question or the example."""
    head = read_head(path)
    example = head.named.pop("example", "")
    if not example:
        raise ValueError(f"{path.name}: expected a line 'example: …'")
    return Macro(path.stem, head.grain, head.question, head.named, example, head.sql)
