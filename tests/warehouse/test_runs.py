"""The books: what went in came out, and a run that was killed does not stay 'running'."""

from contextlib import closing
from dataclasses import fields, replace
from pathlib import Path

import pytest

from tests.fresh import open_new
from tests.strategies import VERSIONS
from warehouse.runs import AccountingError, Counts, check_accounting, fail_run, finish_run, start_run
from warehouse.tables import RUNS

NOWHERE = Path("w.duckdb")
BALANCED = Counts(6, 1, 2, 3, 15, 4, 5, 6, 24, 7, 8, 9)


@pytest.fixture
def connection(tmp_path):
    with closing(open_new(tmp_path / "w.duckdb")) as opened:
        yield opened


def status(connection, run_id):
    return connection.execute("SELECT status, detail FROM runs WHERE run_id = ?", [run_id]).fetchall()[0]


@pytest.mark.parametrize("name", [field.name for field in fields(Counts)])
def test_one_that_is_missing_anywhere_is_noticed(name):
    check_accounting(BALANCED)
    with pytest.raises(AccountingError, match=name):
        check_accounting(replace(BALANCED, **{name: getattr(BALANCED, name) + 1}))


def test_parts_of_a_run_add_up():
    assert Counts(files_seen=1, rows_loaded=2) + Counts(files_seen=3) == Counts(files_seen=4, rows_loaded=2)


def test_counts_are_columns_of_runs():
    assert {field.name for field in fields(Counts)} <= set(RUNS.schema)


def test_a_run_that_ends_well_is_completed_with_its_counts(connection):
    start_run(connection, NOWHERE, "r1", "ingest", VERSIONS)
    assert status(connection, "r1") == ("running", None)
    finish_run(connection, "r1", BALANCED)
    assert status(connection, "r1") == ("completed", None)
    assert connection.execute("SELECT files_seen, rows_quarantined, finished_at IS NOT NULL FROM runs").fetchall() == [(6, 9, True)]


def test_a_run_whose_books_do_not_balance_fails_and_says_so(connection):
    start_run(connection, NOWHERE, "r1", "ingest", VERSIONS)
    with pytest.raises(AccountingError):
        finish_run(connection, "r1", replace(BALANCED, files_seen=7))
    found, detail = status(connection, "r1")
    assert found == "failed"
    assert "files_seen is 7, but files_loaded + files_already_loaded + files_quarantined is 1 + 2 + 3 = 6" in detail


def test_a_run_that_was_stopped_keeps_how_far_it_came(connection):
    start_run(connection, NOWHERE, "r1", "ingest", VERSIONS)
    fail_run(connection, NOWHERE, "r1", "a bound was violated", Counts(files_seen=1))
    assert status(connection, "r1") == ("failed", "a bound was violated")
    assert connection.execute("SELECT files_seen FROM runs").fetchall() == [(1,)]


def test_a_run_that_was_killed_counts_as_failed_once_the_next_one_starts(connection):
    start_run(connection, NOWHERE, "killed", "ingest", VERSIONS)
    start_run(connection, NOWHERE, "next", "ingest", VERSIONS)
    assert status(connection, "killed") == ("failed", "its process ended without a message")
    assert status(connection, "next") == ("running", None)
