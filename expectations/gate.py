"""The gate: every row of a batch is kept, or set aside with its reason; what deserves a look is noted; a batch that cannot be true stops
the run."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import polars as pl

from expectations.columns import find_fulfilled
from expectations.envelopes import check_envelopes
from expectations.great import BrokenCheckError, CheckResult, run_suite
from expectations.rules import REFERENCES, RULES, Batch, find_targets
from expectations.set_aside import Places, note_rows, quarantine_rows, row_ids, show_row
from expectations.suites import UNCHECKED, rule_name, table_suite
from warehouse.tables import BATCH_TABLES, CHECKS, NOTES, QUARANTINE, Table

type Frames = Mapping[str, pl.DataFrame]
#: In this order references are followed: appearances stand before articles, since an article whose files are all set aside goes with them.
_ORDER = ("files", "appearances", "articles", *(t.name for t in BATCH_TABLES if t.name not in ("files", "appearances", "articles")))
_EXAMPLES = 3


@dataclass(frozen=True)
class Verdict:
    """What became of a batch at the gate.

    kept: the frames without what was set aside · quarantined: rows of QUARANTINE (without run_id and seen_at), one for each row set aside ·
    notes: rows of NOTES (without batch_id) · checks: rows of CHECKS (without run_id and batch_id), one for each expectation ·
    stop: why the run must not go on; None when it may.
    """

    kept: dict[str, pl.DataFrame]
    quarantined: pl.DataFrame
    notes: pl.DataFrame
    checks: pl.DataFrame
    stop: str | None


def check_batch(frames: Frames, today: date) -> Verdict:
    """Hold a batch against everything expected of it. `frames`: all BATCH_TABLES by name; the column batch_id may be missing."""
    drift = _find_drift(frames)
    if drift:
        return _stopped(frames, f"expected the columns that warehouse/tables.py declares, found {drift}; run the tests: make test")
    batch = Batch(frames, today)
    try:
        results = {table.name: check_table(table, batch) for table in BATCH_TABLES}
    except BrokenCheckError as problem:
        return _stopped(frames, f"{problem}; nothing is known about the rows: run make test, then personae ingest again")
    failed = {name: _reasons(found, "quarantine") for name, found in results.items()}
    orphans = _find_orphans(frames, {name: set(reasons) for name, reasons in failed.items()})
    places = Places(frames)
    kept, quarantined, notes = {}, [], []
    for table in BATCH_TABLES:
        frame = frames[table.name]
        out = failed[table.name].keys() | orphans[table.name].keys()
        noted = {row: reasons for row, reasons in _reasons(results[table.name], "note").items() if row not in out}
        ids = row_ids(table, frame) if out or noted else []
        quarantined += list(quarantine_rows(table, frame, ids, failed[table.name], orphans[table.name], places))
        notes += list(note_rows(table, ids, noted))
        kept[table.name] = frame.filter(~pl.int_range(frame.height, eager=True).is_in(sorted(out))) if out else frame
    envelopes = check_envelopes(frames, kept)
    checks = [*_check_rows(frames, results), *(envelope.row() for envelope in envelopes)]
    stops = [envelope.message(_commonest(frames, results[envelope.table])) for envelope in envelopes if not envelope.is_passed]
    return Verdict(
        kept,
        pl.DataFrame(quarantined, schema=QUARANTINE.schema_without("run_id", "seen_at"), orient="row"),
        pl.DataFrame(notes, schema=NOTES.schema_without("batch_id"), orient="row"),
        pl.DataFrame(checks, schema=CHECKS.schema_without("run_id", "batch_id"), orient="row"),
        _first_of(stops),
    )


def check_table(table: Table, batch: Batch) -> list[CheckResult]:
    """The results of all checks of one table of a batch, whose frames fit the tables; rows are asked one by one only for what whole columns
    are not seen to fulfil. Raises BrokenCheckError."""
    suite, rows = table_suite(table), with_rules(table, batch)
    fulfilled = find_fulfilled(suite, rows)
    found = {result.check: result for result in run_suite([check for check in suite if check not in fulfilled], rows)}
    return [found.get(check) or CheckResult(check, rows.height, ()) for check in suite]


def _find_drift(frames: Frames) -> str:
    """What differs between the frames and the declared tables; empty when nothing does."""
    found = []
    if set(frames) != {table.name for table in BATCH_TABLES}:
        found.append(f"tables {sorted(frames)}")
    for table in BATCH_TABLES:
        schema = dict(frames[table.name].schema) if table.name in frames else {}
        expected = dict(table.schema)
        found += [
            f"{table.name}.{name}: {schema.get(name, 'none')} for {expected.get(name, 'none')}"
            for name in (schema.keys() | expected.keys()) - set(UNCHECKED)
            if schema.get(name) != expected.get(name)
        ]
    return ", ".join(sorted(found))


def _commonest(frames: Frames, results: list[CheckResult]) -> str:
    """The check of a table that most rows fail, with one of them; empty when none fails."""
    worst = max(results, key=lambda result: len(result.failed))
    if worst.is_passed:
        return ""
    row = frames[worst.check.table].row(worst.failed[0], named=True)
    return f", mostly because of {worst.check.name!r} ({len(worst.failed)} rows, e.g. {show_row(row)})"


def _first_of(stops: list[str]) -> str | None:
    """The first reason to stop: others mostly follow from it."""
    if not stops:
        return None
    return stops[0] if len(stops) == 1 else f"{stops[0]} (and {len(stops) - 1} more)"


def _stopped(frames: Frames, reason: str) -> Verdict:
    return Verdict(
        {name: frame.clear() for name, frame in frames.items()},
        pl.DataFrame(schema=QUARANTINE.schema_without("run_id", "seen_at")),
        pl.DataFrame(schema=NOTES.schema_without("batch_id")),
        pl.DataFrame(schema=CHECKS.schema_without("run_id", "batch_id")),
        reason,
    )


def with_rules(table: Table, batch: Batch) -> pl.DataFrame:
    """The rows with a column of truth values for each rule."""
    rows = batch.frames[table.name]
    declared = [pl.sql_expr(condition).fill_null(True).alias(rule_name(rule)) for rule, condition in table.rules.items()]
    across = [rule.holds(rows, batch).alias(rule.name) for rule in RULES if rule.table == table.name]
    return rows.with_columns(*declared, *across)


def _reasons(results: list[CheckResult], severity: str) -> dict[int, list[str]]:
    """Row number -> names of the checks of that severity it fails."""
    reasons: dict[int, list[str]] = {}
    for result in results:
        if result.check.severity == severity:
            for row in result.failed:
                reasons.setdefault(row, []).append(result.check.name)
    return reasons


def _find_orphans(frames: Frames, out: Mapping[str, set[int]]) -> dict[str, dict[int, str]]:
    """Of each table, the rows that go because a row they name goes, with the name of the reference; what fails by itself is left out."""
    gone = {name: _rows_at(frames[name], rows) for name, rows in out.items()}
    orphans: dict[str, dict[int, str]] = {name: {} for name in frames}

    def follow(table: str) -> None:
        for reference in REFERENCES:
            if reference.table != table or gone[reference.target].is_empty():
                continue
            is_given = frames[table].select(pl.all_horizontal(pl.col(reference.columns).is_not_null()).alias("given"))["given"]
            leads_nowhere = find_targets(frames[table], reference, gone[reference.target]) & is_given
            for row in leads_nowhere.arg_true():
                if row not in out[table]:
                    orphans[table].setdefault(int(row), reference.name)
        gone[table] = _rows_at(frames[table], out[table] | orphans[table].keys())

    for table in _ORDER:
        follow(table)
        if table == "articles":
            _follow_files(frames, out, orphans, gone)
            follow("appearances")
    return orphans


def _follow_files(frames: Frames, out: Mapping[str, set[int]], orphans: dict[str, dict[int, str]], gone: dict[str, pl.DataFrame]) -> None:
    """Articles all of whose appearances were set aside go too."""
    if gone["appearances"].is_empty():
        return
    kept = frames["appearances"].join(gone["appearances"], on=["file_id", "position"], how="anti")
    ids = frames["articles"]["article_id"]
    homeless = ids.is_in(gone["appearances"]["article_id"].implode()) & ~ids.is_in(kept["article_id"].implode())
    for row in homeless.arg_true():
        if row not in out["articles"]:
            orphans["articles"].setdefault(int(row), "is in a file")
    gone["articles"] = _rows_at(frames["articles"], out["articles"] | orphans["articles"].keys())


def _rows_at(frame: pl.DataFrame, rows: set[int]) -> pl.DataFrame:
    return frame[sorted(rows)] if rows else frame.clear()


def _check_rows(frames: Frames, results: Mapping[str, list[CheckResult]]) -> Iterator[dict[str, object]]:
    for table in BATCH_TABLES:
        for result in results[table.name]:
            examples = row_ids(table, frames[table.name][list(result.failed[:_EXAMPLES])]) if result.failed else []
            yield {
                "table_name": table.name,
                "check_name": result.check.name,
                "severity": result.check.severity,
                "is_passed": result.is_passed,
                "row_count": result.row_count,
                "unexpected_count": len(result.failed),
                "detail": None if result.is_passed else f"e.g. {', '.join(examples)}",
            }
