"""What a run leaves in Prefect: its books, checks and quarantine as artifacts, and events that automations can act upon."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
from prefect.artifacts import create_link_artifact, create_markdown_artifact, create_table_artifact
from prefect.events import emit_event

from flows.orchestration import is_with_server
from flows.running import RunReport
from flows.summaries import summary_markdown

SET_ASIDE = "personae.set-aside"
FAILED = "personae.run-failed"
#: Share of a run's files or articles that may be set aside before the event is sent.
ALERT_SHARE = 0.05
_ROWS = 100


def leave_artifacts(report: RunReport, connection: duckdb.DuckDBPyConnection, page: Path) -> None:
    """The run's books, its checks, what it set aside, and the way to the published page. `connection`: to the published copy."""
    create_markdown_artifact(key="run-summary", markdown=summary_markdown(report), description="What went in and what came out")
    checks = "SELECT table_name, check_name, severity, is_passed, row_count, unexpected_count, detail FROM last_run_checks"
    aside = "SELECT stage, reason, path, detail FROM quarantine WHERE run_id = ? ORDER BY stage, reason, path"
    create_table_artifact(key="run-checks", table=_rows(connection, checks), description="Expectations of the run, failed ones first")
    create_table_artifact(
        key="run-quarantine", table=_rows(connection, aside, report.run_id), description="What the run set aside, and why"
    )
    create_link_artifact(key="published-page", link=page.resolve().as_uri(), link_text=page.name, description="The published page")


def _rows(connection: duckdb.DuckDBPyConnection, query: str, *values: object) -> list[dict[str, Any]]:
    answer = connection.execute(f"{query} LIMIT {_ROWS}", list(values))
    names = [name for name, *_ in answer.description or ()]
    return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]


def tell_set_aside(report: RunReport) -> None:
    """Send an event when more was set aside than may be."""
    counts = report.counts
    shares = {
        "files": counts.files_quarantined / max(counts.files_seen, 1),
        "articles": counts.articles_quarantined / max(counts.articles_read, 1),
    }
    if max(shares.values()) > ALERT_SHARE:
        _tell(SET_ASIDE, report.warehouse, run_id=report.run_id, **{f"{what}_share": round(share, 4) for what, share in shares.items()})


@contextmanager
def telling_failure(warehouse: Path) -> Iterator[None]:
    """Send an event when what is inside fails, with what stopped it, if the run stands on a server."""
    try:
        yield
    except Exception as problem:
        if is_with_server():
            _tell(FAILED, warehouse, detail=f"{type(problem).__name__}: {problem}")
        raise


def _tell(event: str, warehouse: Path, **payload: object) -> None:
    resource = {"prefect.resource.id": f"personae.warehouse.{warehouse.name}", "prefect.resource.name": str(warehouse.resolve())}
    emit_event(event=event, resource=resource, payload=payload)
