"""Loading: whatever the order, the bundling or the number of times, the same files give the same rows."""

import itertools
import tempfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import duckdb
import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fresh import open_new
from tests.strategies import VERSIONS, NewsArticle, NewsFile, compute_batch, lexicon_frames, news_files
from tests.warehouse.loading import load_bundles, load_files, settle
from warehouse.editions import replace_lexicon
from warehouse.hashes import table_hashes
from warehouse.load import load_batch, loaded_files
from warehouse.staging import read_staged, stage_batch
from warehouse.tables import ARTICLE_TABLES

NEWER = replace(VERSIONS, lexicon_version="lexicon-2")
ADA = NewsArticle("Ada Wren said “no”.")
BO = NewsArticle("Bo Lind met nobody.")


@pytest.fixture
def connection(tmp_path: Path):
    with closing(open_new(tmp_path / "w.duckdb")) as opened:
        yield opened


def hashes_after(bundles, versions=(VERSIONS,)):
    with tempfile.TemporaryDirectory() as folder, closing(open_new(Path(folder) / "w.duckdb")) as opened:
        for version in versions:
            load_bundles(opened, Path(folder) / "staging", bundles, version)
        return table_hashes(opened)


@st.composite
def bundlings(draw):
    """The same files twice: each time in an order and in bundles of its own."""
    files = draw(news_files())
    bundled = []
    for _ in range(2):
        ordered, size = draw(st.permutations(files)), draw(st.integers(1, 3))
        bundled.append([list(bundle) for bundle in itertools.batched(ordered, size)])
    return bundled


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(bundlings())
def test_order_and_size_of_batches_do_not_change_a_row(bundled):
    first, second = bundled
    assert hashes_after(first) == hashes_after(second)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(bundlings())
def test_a_newer_version_leaves_nothing_of_the_older(bundled):
    first, second = bundled
    assert hashes_after(first, (VERSIONS, NEWER)) == hashes_after(second, (NEWER,))


def test_loading_a_batch_twice_changes_nothing(connection, tmp_path):
    files = [NewsFile((ADA, BO))]
    first = load_files(connection, tmp_path, files)
    before = table_hashes(connection)
    again = load_files(connection, tmp_path, files)
    assert (first.articles_loaded, first.is_already_loaded) == (2, False)
    assert (again.articles_loaded, again.articles_duplicate, again.is_already_loaded) == (0, 2, True)
    assert table_hashes(connection) == before
    assert connection.execute("SELECT count(*) FROM batches").fetchall() == [(1,)]


def test_an_article_in_two_files_is_one_article_with_two_appearances(connection, tmp_path):
    load_files(connection, tmp_path, [NewsFile((ADA,))])
    loaded = load_files(connection, tmp_path, [NewsFile((ADA, BO))])
    assert loaded.articles_loaded + loaded.articles_duplicate == 2
    assert connection.execute("SELECT count(*) FROM articles").fetchall() == [(2,)]
    assert connection.execute("SELECT count(*) FROM appearances").fetchall() == [(3,)]


def test_rows_of_a_duplicate_are_those_of_the_first_file_by_id(connection, tmp_path):
    files = sorted((NewsFile((NewsArticle(ADA.body, hour),)) for hour in (1, 2)), key=lambda file: file.file_id)
    for file in reversed(files):
        load_files(connection, tmp_path, [file])
    assert connection.execute("SELECT hour(published_at) FROM articles").fetchall() == [(files[0].articles[0].hour,)]


def test_appearances_of_an_older_version_do_not_compete(connection, tmp_path):
    first, second = sorted((NewsFile((NewsArticle(ADA.body, hour),)) for hour in (1, 2)), key=lambda file: file.file_id)
    load_files(connection, tmp_path, [first, second])
    for file in (second, first):
        load_files(connection, tmp_path, [file], NEWER)
    assert connection.execute("SELECT hour(published_at) FROM articles").fetchall() == [(first.articles[0].hour,)]


def test_every_row_is_accounted_for(connection, tmp_path):
    files = [NewsFile((ADA,)), NewsFile((ADA, BO))]
    for file in files:
        staged = read_staged(stage_batch(tmp_path, *compute_batch([file])))
        loaded = load_batch(connection, staged)
        assert loaded.rows_loaded + loaded.rows_duplicate == staged.manifest.rows_checked
        assert loaded.articles_loaded + loaded.articles_duplicate == len(file.articles)


def test_going_back_to_an_older_version_is_work_again(connection, tmp_path):
    files = [NewsFile((ADA,))]
    for versions in (VERSIONS, NEWER, VERSIONS):
        assert not load_files(connection, tmp_path, files, versions).is_already_loaded
    assert connection.execute("SELECT DISTINCT rule FROM mentions").fetchall() == [("nominal.lexicon-1",)]
    assert connection.execute("SELECT count(*) FROM batches").fetchall() == [(1,)]


def test_an_article_that_a_newer_version_no_longer_finds_is_gone(connection, tmp_path):
    file = NewsFile((ADA, BO))
    load_bundles(connection, tmp_path, [[file]])
    manifest, frames = compute_batch([file], NEWER)
    kept = {
        name: frame.filter(frame["article_id"] == ADA.article_id) if "article_id" in frame.columns else frame
        for name, frame in frames.items()
    }
    load_batch(connection, read_staged(stage_batch(tmp_path, manifest, kept)))
    settle(connection)
    for table in ARTICLE_TABLES:
        assert connection.execute(f"SELECT count(*) FROM {table.name} WHERE article_id = ?", [BO.article_id]).fetchall() == [(0,)]
    assert connection.execute("SELECT story_id FROM stories").fetchall() == [(ADA.article_id,)]


def test_a_rebuild_from_stored_articles_replaces_their_rows_and_keeps_their_files(connection, tmp_path):
    file = NewsFile((ADA,))
    load_files(connection, tmp_path, [file])
    manifest, frames = compute_batch([file], NEWER)
    rebuilt = {name: frame for name, frame in frames.items() if name not in ("files", "appearances")}
    loaded = load_batch(connection, read_staged(stage_batch(tmp_path, manifest, rebuilt)))
    assert (loaded.articles_loaded, loaded.files_loaded) == (1, 0)
    assert connection.execute("SELECT DISTINCT rule FROM mentions").fetchall() == [("nominal.lexicon-2",)]
    assert loaded_files(connection, NEWER) == {file.file_id}


def test_files_count_as_loaded_under_their_own_versions_only(connection, tmp_path):
    file, empty = NewsFile((ADA,)), NewsFile(())
    load_files(connection, tmp_path, [file, empty])
    assert loaded_files(connection, VERSIONS) == {file.file_id, empty.file_id}
    assert loaded_files(connection, NEWER) == set()


def test_a_batch_that_fails_half_way_leaves_nothing(connection, tmp_path):
    manifest, frames = compute_batch([NewsFile((ADA,))])
    broken = frames["mentions"].with_columns(role=frames["mentions"]["role"].replace("speaker", "no such role"))
    staged = read_staged(stage_batch(tmp_path, manifest, {**frames, "mentions": broken}))
    with pytest.raises(duckdb.ConstraintException, match="role"):
        load_batch(connection, staged)
    assert all(count == 0 for count, _ in table_hashes(connection).values())
    assert connection.execute("SELECT count(*) FROM batches").fetchall() == [(0,)]


def test_a_batch_that_brings_a_row_of_an_article_twice_is_refused_as_a_whole(connection, tmp_path):
    manifest, frames = compute_batch([NewsFile((ADA,))])
    staged = read_staged(stage_batch(tmp_path, manifest, {**frames, "mentions": pl.concat([frames["mentions"], frames["mentions"][:1]])}))
    with pytest.raises(ValueError, match="expected each row of mentions once"):
        load_batch(connection, staged)
    assert all(count == 0 for count, _ in table_hashes(connection).values())


def test_discovered_actors_are_named_by_their_commonest_surface(connection, tmp_path):
    load_bundles(connection, tmp_path, [[NewsFile((ADA, BO))]])
    rows = connection.execute(
        "SELECT actor_id, name, kind, is_political FROM actors WHERE origin = 'discovered' ORDER BY actor_id"
    ).fetchall()
    assert rows == [("PER.ada-wren", "Ada Wren", "party", True), ("PER.bo-lind", "Bo Lind", "party", True)]


def test_the_lexicon_takes_over_an_actor_it_learns(connection, tmp_path):
    load_bundles(connection, tmp_path, [[NewsFile((ADA,))]])
    frames = lexicon_frames()
    learnt = frames["actors"].head(1).with_columns(actor_id=frames["actors"]["actor_id"].head(1).replace("RUS", "PER.ada-wren"))
    replace_lexicon(connection, {**frames, "actors": frames["actors"].vstack(learnt)})
    assert connection.execute("SELECT origin FROM actors WHERE actor_id = 'PER.ada-wren'").fetchall() == [("lexicon",)]
    assert connection.execute("SELECT count(*) FROM outlets").fetchall() == [(1,)]


def test_a_story_is_named_for_its_earliest_article_however_it_came(connection, tmp_path):
    articles = [NewsArticle(body) for body in ("Bo Lind met nobody.", "Ada Wren said “no”.", "Ada Wren met nobody.")]
    alike = [article for article in articles if len(article.body) % 4 == 3]
    assert len(alike) == 2
    for article in alike:
        load_bundles(connection, tmp_path, [[NewsFile((article,))]])
    rows = connection.execute("SELECT article_count, text_count FROM stories").fetchall()
    assert rows == [(2, 2)]
