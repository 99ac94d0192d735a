"""What a run leaves in Prefect: its books, checks and quarantine as artifacts, and events that automations can act upon."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
from prefect import State
from prefect.artifacts import create_link_artifact, create_markdown_artifact, create_table_artifact
from prefect.events import emit_event
from prefect.states import Completed, Failed

from flows.orchestration import is_with_server
from flows.running import REPORT_NAME, RunReport
from flows.settings import default_published_address
from flows.summaries import summary_markdown
from warehouse.publishing.site import SITE_NAME
from warehouse.runs import Counts

SET_ASIDE = "personae.set-aside"
FAILED = "personae.run-failed"
#: Share of a run's files or articles that may be set aside before the event is sent.
ALERT_SHARE = 0.05
_ROWS = 100


def leave_artifacts(report: RunReport, connection: duckdb.DuckDBPyConnection, published: Path) -> None:
    """The run's books, its checks, what it set aside, and the ways to site and report. `connection`: to the published copy."""
    create_markdown_artifact(key="run-summary", markdown=summary_markdown(report), description="What went in and what came out")
    checks = "SELECT table_name, check_name, severity, is_passed, row_count, unexpected_count, detail FROM last_run_checks"
    aside = "SELECT stage, reason, path, detail FROM quarantine WHERE run_id = ? ORDER BY stage, reason, path"
    create_table_artifact(key="run-checks", table=_rows(connection, checks), description="Checks of the run, failed ones first")
    create_table_artifact(
        key="run-quarantine", table=_rows(connection, aside, report.run_id), description="What the run set aside, and why"
    )
    base = (default_published_address() or published.resolve().as_uri()).rstrip("/")
    create_link_artifact(key="published-site", link=f"{base}/{SITE_NAME}/index.html", link_text="site", description="The published site")
    create_link_artifact(key="published-report", link=f"{base}/{REPORT_NAME}", link_text="report", description="The published report")


def _rows(connection: duckdb.DuckDBPyConnection, query: str, *values: object) -> list[dict[str, Any]]:
    answer = connection.execute(f"{query} LIMIT {_ROWS}", list(values))
    names = [name for name, *_ in answer.description or ()]
    return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]


def final_state(report: RunReport, fail_above: float) -> RunReport | State[RunReport]:
    """The state in which a run ends that loaded what could be loaded: completed, completed with something set aside, or failed when the
    share of that is above `fail_above`. The report itself where nothing is to be told."""
    counts = report.counts
    aside = {"files": counts.files_quarantined, "articles": counts.articles_quarantined, "rows": counts.rows_quarantined}
    if not any(aside.values()):
        return report
    said = ", ".join(f"{count} {what}" for what, count in aside.items() if count)
    message = f"Set aside: {said}, of {counts.files_seen} files and {counts.articles_read} articles. Why: artifact run-quarantine"
    if max(_shares(counts).values()) > fail_above:
        return Failed(name="TooMuchSetAside", message=f"{message}. More than the allowed share of {fail_above:g}", data=report)
    return Completed(name="SomeSetAside", message=message, data=report)


def _shares(counts: Counts) -> dict[str, float]:
    """Shares of the files and of the articles of a run that were set aside."""
    return {
        "files": counts.files_quarantined / max(counts.files_seen, 1),
        "articles": counts.articles_quarantined / max(counts.articles_read, 1),
    }


def tell_set_aside(report: RunReport) -> None:
    """Send an event when more was set aside than may be."""
    shares = _shares(report.counts)
    if max(shares.values()) > ALERT_SHARE:
        _tell(SET_ASIDE, report.warehouse, run_id=report.run_id, **{f"{what}_share": round(share, 4) for what, share in shares.items()})


@contextmanager
def telling_failure(warehouse: Path) -> Iterator[None]:
    """If the block fails, send an event with the cause, provided that the run is on a server."""
    try:
        yield
    except Exception as problem:
        if is_with_server():
            _tell(FAILED, warehouse, detail=f"{type(problem).__name__}: {problem}")
        raise


def _tell(event: str, warehouse: Path, **payload: object) -> None:
    resource = {"prefect.resource.id": f"personae.warehouse.{warehouse.name}", "prefect.resource.name": str(warehouse.resolve())}
    emit_event(event=event, resource=resource, payload=payload)
