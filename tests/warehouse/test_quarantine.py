"""What was set aside is entered once, opened again when it comes back, and closed when its file was loaded."""

from contextlib import closing
from dataclasses import replace

import polars as pl
import pytest

from tests.fresh import open_new
from tests.strategies import SOME_MOMENT, VERSIONS, NewsArticle, NewsFile, compute_batch
from warehouse.load import load_batch
from warehouse.quarantine import close_quarantine, open_quarantine, put_aside
from warehouse.staging import read_staged, stage_batch
from warehouse.tables import QUARANTINE

FILE = NewsFile((NewsArticle("Ada Wren said “no”."),))


@pytest.fixture
def connection(tmp_path):
    with closing(open_new(tmp_path / "w.duckdb")) as opened:
        yield opened


def entry(**changes: object) -> pl.DataFrame:
    row = {
        "quarantine_id": "ab" * 16, "run_id": "run-1", "stage": "article", "reason": "no_body", "detail": "expected a body, found none",
        "path": "a.json", "path_bytes": b"/news/a.json", "file_id": FILE.file_id, "position": 0, "is_open": True, "seen_at": SOME_MOMENT,
    } | changes  # fmt: skip
    return pl.DataFrame([{name: row.get(name) for name in QUARANTINE.schema}], schema=QUARANTINE.schema, orient="row")


def test_the_same_thing_set_aside_twice_is_one_open_entry_of_the_later_run(connection):
    put_aside(connection, entry())
    put_aside(connection, entry(run_id="run-2"))
    assert open_quarantine(connection)["run_id"].to_list() == ["run-2"]


def test_what_comes_back_after_it_was_closed_is_open_again(connection):
    put_aside(connection, entry())
    close_quarantine(connection, [FILE.file_id], [])
    assert open_quarantine(connection).is_empty()
    put_aside(connection, entry())
    assert open_quarantine(connection).height == 1


def test_a_file_that_could_not_be_read_is_known_by_its_path_alone(connection):
    put_aside(connection, entry(file_id=None))
    close_quarantine(connection, [], ["/news/b.json"])
    assert open_quarantine(connection).height == 1
    close_quarantine(connection, [], ["/news/a.json"])
    assert open_quarantine(connection).is_empty()


def test_a_file_that_was_mended_closes_what_its_old_bytes_left_open(connection):
    put_aside(connection, entry())
    close_quarantine(connection, ["cd" * 32], ["/news/b.json"])
    assert open_quarantine(connection).height == 1
    close_quarantine(connection, ["cd" * 32], ["/news/a.json"])
    assert open_quarantine(connection).is_empty()


def test_loading_a_file_closes_what_was_open_for_it_and_enters_what_is_still_wrong(connection, tmp_path):
    put_aside(connection, pl.concat([entry(), entry(quarantine_id="cd" * 16, position=1)]))
    manifest, frames = compute_batch([FILE])
    load_batch(connection, read_staged(stage_batch(tmp_path, manifest, {**frames, "quarantine": entry(run_id="run-2")})))
    assert open_quarantine(connection).select("quarantine_id", "run_id").rows() == [("ab" * 16, "run-2")]
    assert connection.execute("SELECT count(*) FROM quarantine").fetchall() == [(2,)]


def test_a_batch_loaded_already_opens_nothing_again(connection, tmp_path):
    manifest, frames = compute_batch([FILE])
    staged = read_staged(stage_batch(tmp_path, manifest, {**frames, "quarantine": entry()}))
    load_batch(connection, staged)
    close_quarantine(connection, [FILE.file_id], [])
    assert load_batch(connection, staged).is_already_loaded
    assert open_quarantine(connection).is_empty()
    newer = replace(VERSIONS, code_version="0.2.0")
    manifest, frames = compute_batch([FILE], newer)
    load_batch(connection, read_staged(stage_batch(tmp_path, manifest, {**frames, "quarantine": entry()})))
    assert open_quarantine(connection).height == 1
