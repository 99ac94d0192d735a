"""The report page of the last run: accounts, checks, quarantine, notes, quality.

One HTML file that needs no network, no script and no other file.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from warehouse.runs import IDENTITIES

TEMPLATE = Path(__file__).parent / "report.html.j2"
#: Rows of the quarantine that the page lists; the rest is a query away.
LISTED_ROWS = 200

type Row = dict[str, Any]


@dataclass(frozen=True)
class Account:
    """One balance of a run: what went in, and where it went."""

    whole: str
    count: int
    parts: tuple[tuple[str, int], ...]

    @property
    def is_balanced(self) -> bool:
        return self.count == sum(count for _, count in self.parts)


def write_report(connection: duckdb.DuckDBPyConnection, path: Path) -> Path:
    """Write the page of the last run to `path`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    hidden = path.with_name(f".{path.name}.new")
    hidden.write_text(render_report(connection), encoding="utf-8")
    hidden.replace(path)
    return path


def render_report(connection: duckdb.DuckDBPyConnection) -> str:
    """The page of the last run as HTML; of a warehouse without runs, a page that says so."""
    runs = _rows(connection, "SELECT * FROM runs ORDER BY started_at DESC, run_id LIMIT 1")
    run = runs[0] if runs else None
    environment = Environment(
        loader=FileSystemLoader(TEMPLATE.parent), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template(TEMPLATE.name).render(
        run=run,
        accounts=_accounts(run) if run else [],
        checks=_rows(connection, "SELECT * FROM last_run_checks"),
        reasons=_rows(
            connection,
            "SELECT stage, reason, coalesce(table_name, '') AS table_name, count(*) AS row_count FROM quarantine WHERE is_open "
            "GROUP BY stage, reason, coalesce(table_name, '') ORDER BY row_count DESC, stage, reason, table_name",
        ),
        set_aside=_rows(
            connection,
            "SELECT stage, reason, path, position, table_name, row_id, detail FROM quarantine WHERE is_open AND reason <> 'orphan' "
            f"ORDER BY path, position, table_name, row_id LIMIT {LISTED_ROWS}",
        ),
        notes=_rows(
            connection,
            "SELECT table_name, reason, count(*) AS row_count FROM notes GROUP BY ALL ORDER BY row_count DESC, table_name, reason",
        ),
        quality=_rows(connection, "SELECT * FROM quality"),
        listed_rows=LISTED_ROWS,
    )


def _accounts(run: Row) -> list[Account]:
    return [
        Account(_words(whole), run[whole], tuple((_words(part.split("_", 1)[1]), run[part]) for part in parts))
        for whole, parts in IDENTITIES
    ]


def _words(name: str) -> str:
    return name.replace("_", " ")


def _rows(connection: duckdb.DuckDBPyConnection, query: str) -> list[Row]:
    result = connection.execute(query)
    names = [column[0] for column in result.description]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]
