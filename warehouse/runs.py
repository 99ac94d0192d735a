"""The runs: started, finished or failed, and held to the accounting identity."""

from dataclasses import astuple, dataclass, fields
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from warehouse.errors import MendableError
from warehouse.load import Versions
from warehouse.points import reach
from warehouse.store import completed_runs, end_killed_runs


class AccountingError(MendableError):
    """What went in is not what came out; going on would hide a loss."""


@dataclass(frozen=True)
class Counts:
    """What a run saw and what became of it; counts of parts of a run add up."""

    files_seen: int = 0
    files_loaded: int = 0
    files_already_loaded: int = 0
    files_quarantined: int = 0
    articles_read: int = 0
    articles_loaded: int = 0
    articles_duplicate: int = 0
    articles_quarantined: int = 0
    rows_checked: int = 0
    rows_loaded: int = 0
    rows_duplicate: int = 0
    rows_quarantined: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(*(mine + theirs for mine, theirs in zip(astuple(self), astuple(other), strict=True)))


#: Of each: what goes in, and the parts that must make it up.
IDENTITIES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("files_seen", ("files_loaded", "files_already_loaded", "files_quarantined")),
    ("articles_read", ("articles_loaded", "articles_duplicate", "articles_quarantined")),
    ("rows_checked", ("rows_loaded", "rows_duplicate", "rows_quarantined")),
)
_NAMES = tuple(field.name for field in fields(Counts))


def check_accounting(counts: Counts) -> None:
    """Raises AccountingError unless everything that went in was loaded, was there already, or was set aside."""
    broken = [
        f"{whole} is {getattr(counts, whole)}, but {' + '.join(parts)} is "
        f"{' + '.join(str(getattr(counts, part)) for part in parts)} = {sum(getattr(counts, part) for part in parts)}"
        for whole, parts in IDENTITIES
        if getattr(counts, whole) != sum(getattr(counts, part) for part in parts)
    ]
    if broken:
        raise AccountingError(f"expected the accounts to balance, found: {'; '.join(broken)}; see them with: personae checks")


def start_run(connection: duckdb.DuckDBPyConnection, warehouse: Path, run_id: str, flow: str, versions: Versions) -> None:
    """Enter a run as running. Runs still marked so belong to processes that were killed, for only one run can be at work: they are entered
    as what they are."""
    end_killed_runs(connection, warehouse)
    reach("runs: before a start")
    connection.execute(
        f"INSERT INTO runs (run_id, flow, status, started_at, code_version, lexicon_version, tier, tagger, {', '.join(_NAMES)}) "
        f"VALUES (?, ?, 'running', ?, ?, ?, ?, ?, {', '.join('0' for _ in _NAMES)})",
        [run_id, flow, datetime.now(UTC), *astuple(versions)],
    )
    reach("runs: started")


def close_books(connection: duckdb.DuckDBPyConnection, run_id: str, counts: Counts) -> None:
    """Enter the counts of a run whose data is loaded; raises AccountingError. It stays running until its last step is done."""
    check_accounting(counts)
    _enter(connection, run_id, "running", None, counts, None)


def finish_run(connection: duckdb.DuckDBPyConnection, run_id: str, counts: Counts, remark: str | None = None) -> None:
    """Enter a run as completed with its counts, after its last step, and why it published nothing; raises AccountingError, and the run is
    marked as failed then."""
    try:
        check_accounting(counts)
    except AccountingError as problem:
        _enter(connection, run_id, "failed", datetime.now(UTC), counts, str(problem))
        raise
    _enter(connection, run_id, "completed", datetime.now(UTC), counts, remark)


def fail_run(connection: duckdb.DuckDBPyConnection, warehouse: Path, run_id: str, detail: str, counts: Counts | None = None) -> None:
    """Enter a run as failed, with what stopped it and how far it came; as completed when it was stopped after it was published."""
    published_at = completed_runs(connection, warehouse).get(run_id)
    status, said = ("failed", detail) if published_at is None else ("completed", None)
    _enter(connection, run_id, status, published_at or datetime.now(UTC), counts or Counts(), said)


def _enter(
    connection: duckdb.DuckDBPyConnection, run_id: str, status: str, finished_at: datetime | None, counts: Counts, detail: str | None
) -> None:
    assignments = ", ".join(f"{name} = ?" for name in _NAMES)
    reach("runs: before an entry")
    connection.execute(
        f"UPDATE runs SET status = ?, finished_at = ?, detail = ?, {assignments} WHERE run_id = ?",
        [status, finished_at, detail, *astuple(counts), run_id],
    )
    reach("runs: entered")
