"""Large files are loaded in parts: in whatever order these come, the same rows; complete only when all are there."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import duckdb
import polars as pl
import pytest

from tests.fresh import open_new
from tests.strategies import VERSIONS, NewsArticle, NewsFile, compute_batch
from warehouse.ddl import create_table
from warehouse.hashes import table_hashes
from warehouse.load import Versions, complete_file, known_batches, load_batch, loaded_files
from warehouse.quarantine import open_quarantine
from warehouse.renewal import renew_tables
from warehouse.staging import read_staged, stage_batch
from warehouse.tables import FILES, QUARANTINE

BODIES = [f"Ada Wren said “no” for the {number}. time." for number in range(6)]
FILE = NewsFile(tuple(NewsArticle(body) for body in BODIES))
NEWER = replace(VERSIONS, code_version="0.2.0+abc")


@pytest.fixture
def connection(tmp_path: Path):
    with closing(open_new(tmp_path / "w.duckdb")) as opened:
        yield opened


def load_part(connection: duckdb.DuckDBPyConnection, folder: Path, first: int, last: int, versions: Versions = VERSIONS, refused=()):
    """Load the articles of FILE from one to another."""
    manifest, frames = compute_batch([FILE], versions)
    places = frames["appearances"].filter(pl.col("position").is_between(first, last))
    kept = {
        name: frame.filter(pl.col("article_id").is_in(places["article_id"].to_list())) if "article_id" in frame.columns else frame
        for name, frame in frames.items()
    }
    kept["appearances"] = places
    kept["files"] = frames["files"].with_columns(article_count=pl.lit(None, dtype=pl.Int64))
    if refused:
        kept["quarantine"] = pl.DataFrame(
            list(refused), schema={n: t for n, t in QUARANTINE.schema.items() if n not in ("run_id", "seen_at")}
        )
    batch_id = f"{hash((first, last, versions)) & (2**64 - 1):032x}"
    part = replace(manifest, batch_id=batch_id, first_position=first, last_position=last)
    return load_batch(connection, read_staged(stage_batch(folder, part, kept)))


def test_parts_in_any_order_give_the_rows_of_the_whole(connection, tmp_path):
    for first, last in ((4, 5), (0, 1), (2, 3)):
        loaded = load_part(connection, tmp_path, first, last)
        assert loaded.articles_loaded == 2
    assert loaded_files(connection, VERSIONS) == set()
    complete_file(connection, FILE.file_id, 6)
    assert loaded_files(connection, VERSIONS) == {FILE.file_id}
    with closing(open_new(tmp_path / "whole.duckdb")) as other:
        manifest, frames = compute_batch([FILE])
        load_batch(other, read_staged(stage_batch(tmp_path, manifest, frames)))
        assert table_hashes(other) == table_hashes(connection)


def test_a_part_that_is_loaded_twice_changes_nothing(connection, tmp_path):
    load_part(connection, tmp_path, 0, 2)
    load_part(connection, tmp_path, 3, 5)
    before = table_hashes(connection)
    again = load_part(connection, tmp_path, 0, 2)
    assert (again.is_already_loaded, again.articles_loaded) == (True, 0)
    assert table_hashes(connection) == before
    assert len(known_batches(connection)) == 2


def test_a_part_of_a_newer_version_replaces_that_part_only(connection, tmp_path):
    load_part(connection, tmp_path, 0, 2)
    load_part(connection, tmp_path, 3, 5)
    load_part(connection, tmp_path, 0, 2, NEWER)
    rows = "SELECT code_version, count(*) FROM {} JOIN batches USING (batch_id) GROUP BY ALL ORDER BY ALL"
    for table in ("appearances", "articles"):
        found = connection.execute(rows.format(table)).fetchall()
        assert found == [(VERSIONS.code_version, 3), (NEWER.code_version, 3)]


def test_a_part_closes_what_was_set_aside_in_it_and_nothing_else(connection, tmp_path):
    def aside(position: int) -> dict[str, object]:
        row = dict.fromkeys(QUARANTINE.schema) | {
            "quarantine_id": f"{position:032x}", "stage": "read", "reason": "malformed", "detail": "x", "path": "x.jsonl",
            "file_id": FILE.file_id, "position": position, "is_open": True,
        }  # fmt: skip
        return {name: value for name, value in row.items() if name not in ("run_id", "seen_at")}

    load_part(connection, tmp_path, 0, 2, refused=[aside(2)])
    load_part(connection, tmp_path, 3, 5, refused=[aside(4)])
    assert open_quarantine(connection)["position"].to_list() == [2, 4]
    load_part(connection, tmp_path, 3, 5, NEWER)
    assert open_quarantine(connection)["position"].to_list() == [2]


def test_an_older_table_with_fewer_words_takes_the_new_ones_and_keeps_its_rows(connection, tmp_path):
    manifest, frames = compute_batch([FILE])
    load_batch(connection, read_staged(stage_batch(tmp_path, manifest, frames)))
    before = table_hashes(connection)
    connection.execute("ALTER TABLE files RENAME TO old")
    older = create_table(FILES).replace("'warc'", "'forgotten'")
    assert older != create_table(FILES)
    connection.execute(older)
    connection.execute("INSERT INTO files FROM old")
    connection.execute("DROP TABLE old")
    assert renew_tables(connection) == ["files"]
    assert table_hashes(connection) == before
    connection.execute("UPDATE files SET format = 'warc', article_count = NULL")
    with pytest.raises(duckdb.ConstraintException):
        connection.execute("UPDATE files SET format = 'forgotten'")
    assert renew_tables(connection) == []
