"""Publishing: a verified copy in one step, and exports that a spreadsheet opens without running anything."""

import csv
from contextlib import closing
from shutil import copyfile, copytree

import duckdb
import polars as pl
import pytest

from tests.fresh import open_new
from tests.strategies import NewsArticle, NewsFile
from tests.warehouse.loading import load_bundles
from tests.warehouse.read_published import read_with_duckdb
from warehouse.points import watched
from warehouse.publishing.kept import MANIFEST
from warehouse.publishing.publications import KEPT, is_whole, previous_copies
from warehouse.publishing.publish import PUBLISHED_NAME, PublishError, export_views, publish_warehouse
from warehouse.sql_views import read_views
from warehouse.store import WarehouseLockedError, WarehouseUnreadableError, open_warehouse
from warehouse.tables import TABLES

FILES = [NewsFile((NewsArticle("Ada Wren said “no”.\n\nRussia met nobody."), NewsArticle("Bo Lind met nobody.")))]


@pytest.fixture(scope="module")
def published_once(tmp_path_factory):
    """A folder with a warehouse and its first publication."""
    folder = tmp_path_factory.mktemp("once")
    with closing(open_new(folder / "w.duckdb")) as connection:
        load_bundles(connection, folder / "staging", [FILES])
    publish_warehouse(folder / "w.duckdb", folder / "published")
    return folder


@pytest.fixture
def warehouse(published_once, tmp_path):
    return copyfile(published_once / "w.duckdb", tmp_path / "w.duckdb")


@pytest.fixture
def published(published_once, tmp_path):
    """Where the warehouse was published once."""
    return copytree(published_once / "published", tmp_path / "published")


def test_the_published_copy_says_what_the_warehouse_says(published):
    with closing(duckdb.connect(str(published / PUBLISHED_NAME), read_only=True)) as connection:
        assert connection.execute("SELECT actor_id, article_count FROM top_actors ORDER BY actor_id").fetchall() == [
            ("PER.ada-wren", 1), ("PER.bo-lind", 1), ("RUS", 1),
        ]  # fmt: skip
    assert [path.name for path in published.iterdir() if path.name.startswith(".")] == []


def test_every_exported_view_stands_beside_it_in_both_forms(published):
    folder = published / "views"
    exported = {view.name: view for view in read_views() if view.is_exported}
    assert {path.name for path in folder.iterdir() if path.name != MANIFEST} == {
        f"{name}.{suffix}" for name in exported for suffix in ("csv", "parquet")
    }
    for name, view in exported.items():
        assert pl.read_parquet(folder / f"{name}.parquet").columns == list(view.columns)
        assert (folder / f"{name}.csv").read_text(encoding="utf-8").splitlines()[0] == ",".join(view.columns)


def test_a_reader_of_the_last_copy_is_not_disturbed(warehouse, published):
    with (published / PUBLISHED_NAME).open("rb") as reader:
        before = reader.read(1000)
        publish_warehouse(warehouse, published)
        reader.seek(0)
        assert reader.read(1000) == before


def test_a_copy_with_a_broken_view_is_refused(warehouse, tmp_path):
    with closing(open_warehouse(warehouse)) as connection:
        connection.execute("CREATE OR REPLACE VIEW quality AS SELECT 1 AS measure")
        connection.execute("DROP TABLE checks")
        with pytest.raises(PublishError, match="last_run_checks"):
            export_views(connection, tmp_path / "views")


def test_a_warehouse_in_use_is_not_published(warehouse, tmp_path):
    with closing(open_warehouse(warehouse)), pytest.raises(WarehouseLockedError, match=r"w\.duckdb"):
        publish_warehouse(warehouse, tmp_path / "published")
    assert not (tmp_path / "published").exists()


@pytest.mark.parametrize("formulas", [("=1+1", "+1"), ("-1", "@SUM(A1)"), ("\tx", "\rx")])
def test_text_that_a_spreadsheet_would_run_is_disarmed(warehouse, tmp_path, formulas):
    named = dict(zip(("RUS", "PER.bo-lind"), formulas, strict=True))
    with closing(open_warehouse(warehouse)) as connection:
        for actor_id, formula in named.items():
            connection.execute("UPDATE actors SET name = ? WHERE actor_id = ?", [formula, actor_id])
        connection.execute("UPDATE mentions SET tone = -0.5")
        export_views(connection, tmp_path)
    with (tmp_path / "actor_days.csv").open(encoding="utf-8", newline="") as stream:
        rows = {row["actor_id"]: row for row in csv.DictReader(stream)}
    assert [rows[actor_id]["actor_name"] for actor_id in named] == [f"'{formula}" for formula in formulas]
    assert rows["PER.ada-wren"]["actor_name"] == "Ada Wren"
    assert rows["RUS"]["tone_mean"] == "-0.5"
    exact = dict(pl.read_parquet(tmp_path / "actor_days.parquet").select("actor_id", "actor_name").iter_rows())
    assert {actor_id: exact[actor_id] for actor_id in named} == named


def test_a_stranger_reads_every_relation_and_finds_every_comment(published):
    assert set(read_with_duckdb(str(published / PUBLISHED_NAME))) == {table.name for table in TABLES} | {view.name for view in read_views()}


def test_a_stranger_notices_a_comment_that_is_missing(warehouse):
    with closing(open_warehouse(warehouse)) as connection:
        connection.execute("COMMENT ON COLUMN mentions.tone IS NULL")
    with pytest.raises(AssertionError, match=r"mentions\.tone"):
        read_with_duckdb(str(warehouse))


def test_a_warehouse_with_a_corrupt_block_is_not_published_and_the_good_copies_stay(warehouse, published):
    target = publish_warehouse(warehouse, published)
    good = target.read_bytes()
    content = bytearray(warehouse.read_bytes())
    for place in range(3 * 4096 + 100, len(content), 262144):
        content[place] ^= 1
    warehouse.write_bytes(content)
    with pytest.raises((PublishError, WarehouseUnreadableError)):
        publish_warehouse(warehouse, published)
    assert target.read_bytes() == good
    assert is_whole(target, published)
    assert len(previous_copies(published)) == 1


def test_what_cannot_be_prepared_with_a_copy_leaves_all_as_it_was(warehouse, published):
    before = {path: path.read_bytes() for path in published.rglob("*") if path.is_file()}
    with closing(open_warehouse(warehouse)) as connection:
        connection.execute("UPDATE actors SET name = 'Somebody else'")

    def fail(copy):
        raise PublishError(f"no pages of {copy}")

    with pytest.raises(PublishError, match="no pages"):
        publish_warehouse(warehouse, published, prepare_more=fail)
    assert {path: path.read_bytes() for path in published.rglob("*") if path.is_file()} == before


def test_a_damaged_copy_is_not_kept_when_a_whole_one_takes_its_place(warehouse, published):
    copy = published / PUBLISHED_NAME
    copy.write_bytes(copy.read_bytes()[:-1])
    publish_warehouse(warehouse, published)
    assert is_whole(copy, published)
    assert previous_copies(published) == []


def test_views_are_written_anew_only_where_their_rows_changed(warehouse, published):
    before = {path.name: path.stat().st_ino for path in (published / "views").iterdir()}
    (published / "views" / "days.csv").write_text("damaged", encoding="utf-8")
    with closing(open_warehouse(warehouse)) as connection:
        connection.execute("UPDATE mentions SET tone = 0.25")
    publish_warehouse(warehouse, published)
    same = {path.name for path in (published / "views").iterdir() if path.stat().st_ino == before[path.name]}
    assert {"top_actors.csv", "actor_days.parquet", "days.csv", "days.parquet"}.isdisjoint(same)
    assert {"speakers.csv", "speakers.parquet", "start_here.csv", "fields_kept.parquet"} <= same
    with (published / "views" / "days.csv").open(encoding="utf-8", newline="") as stream:
        assert "day_date" in next(csv.reader(stream))


def test_a_run_that_ends_once_its_copy_is_in_place_leaves_no_copy_too_many(warehouse, published):
    for _ in range(KEPT):
        publish_warehouse(warehouse, published)

    def end(point):
        if point == "publish: published":
            raise KeyboardInterrupt

    with watched(end), pytest.raises(KeyboardInterrupt):
        publish_warehouse(warehouse, published)
    assert len(previous_copies(published)) == KEPT
