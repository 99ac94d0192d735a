"""What is kept from one publication to the next is what would be made anew, whatever happened to the warehouse between the two."""

from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from unittest.mock import patch

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fresh import lay_new, open_new
from tests.strategies import NAMES, VERSIONS, NewsArticle, NewsFile, news_files
from tests.warehouse.loading import load_bundles
from warehouse.points import watched
from warehouse.publishing import changed
from warehouse.publishing.answers import ANSWERS, CATALOG, attach_answers
from warehouse.publishing.changed import Publication
from warehouse.publishing.publish import KEPT_PARTS, publish_warehouse
from warehouse.publishing.site.build import prepare_data
from warehouse.sql_views import read_views
from warehouse.store import open_warehouse
from warehouse.tables import ARTICLE_TABLES, TABLES

type Step = Callable[[duckdb.DuckDBPyConnection, Path], None]

ANEW, KEPT = "answers: a view answered", "answers: a view brought up to date"
_FILES = [NewsFile((NewsArticle("Ada Wren said “no”.\n\nRussia met nobody."), NewsArticle("Bo Lind met nobody.\n\nAda Wren said “no”.")))]


def load(files: list[NewsFile], lexicon: str, connection: duckdb.DuckDBPyConnection, staging: Path) -> None:
    load_bundles(connection, staging, [[file] for file in files], replace(VERSIONS, lexicon_version=lexicon))


def remove(which: int, connection: duckdb.DuckDBPyConnection, staging: Path) -> None:
    """As a file is replaced that no longer holds an article."""
    for (article_id,) in connection.execute("SELECT article_id FROM articles ORDER BY article_id LIMIT 1 OFFSET ?", [which]).fetchall():
        connection.execute("DELETE FROM stories WHERE story_id IN (SELECT story_id FROM articles WHERE article_id = ?)", [article_id])
        for table in (*ARTICLE_TABLES, next(table for table in TABLES if table.name == "appearances")):
            connection.execute(f"DELETE FROM {table.name} WHERE article_id = ?", [article_id])
    load_bundles(connection, staging, [])


def correct(sql: str, name: str, connection: duckdb.DuckDBPyConnection, staging: Path) -> None:
    connection.execute(sql, [name])


_CORRECTIONS = (
    "UPDATE actors SET name = name || ' II' WHERE name LIKE ? || '%'",
    "UPDATE actors SET is_political = NOT is_political WHERE name = ?",
    "UPDATE actors SET country = 'RUS', wikidata = 'Q1' WHERE name = ?",
    "UPDATE mentions SET tone = -0.25 WHERE surface = ?",
    "UPDATE mentions SET role = 'subject', sentence_no = 0 WHERE surface = ?",
    "UPDATE articles SET outlet = 'Another', outlet_id = 'OUTLET.TASS' WHERE contains(body, ?)",
    "UPDATE outlets SET name = 'Tass of ' || ?",
    "UPDATE articles SET published_date = published_date - 1 WHERE contains(body, ?)",
    "UPDATE paragraphs SET kind = 'boilerplate' WHERE paragraph_no = length(?) % 3",
    "DELETE FROM quotes WHERE speaker_actor_id = ?",
)
STEPS: st.SearchStrategy[Step] = st.one_of(
    st.builds(partial, st.just(load), news_files(3), st.sampled_from(("lexicon-1", "lexicon-2"))),
    st.builds(partial, st.just(remove), st.integers(0, 5)),
    st.builds(partial, st.just(correct), st.sampled_from(_CORRECTIONS), st.sampled_from(NAMES)),
)


def publish(warehouse: Path) -> tuple[Path, dict[str, bytes]]:
    """Publish, and what the pages load."""
    published, data = warehouse.parent / "published", {}

    def make(publication: Publication) -> Callable[[], dict[Path, Path]]:
        site, old = prepare_data(publication, published / "site"), published / "site" / "data"
        data.update({path.name: path.read_bytes() for path in (site.hidden / "data").glob("*.js")})
        old.parent.mkdir(exist_ok=True)
        return lambda: {site.hidden / "data": old}

    return publish_warehouse(warehouse, published, prepare_more=make), data


def differing(copy: Path) -> list[str]:
    """The views whose answers are not those of their SQL; means are compared up to their last digits, as sums differ in these."""
    with closing(open_warehouse(copy, read_only=True)) as connection:
        attach_answers(connection, copy.parent / KEPT_PARTS / ANSWERS)
        return [
            view.name
            for view in read_views()
            if view.is_answered
            and connection.sql(_rounded(connection, view.name)).fetchall()
            != connection.sql(_rounded(connection, f"{CATALOG}.{view.name}")).fetchall()
        ]


def _rounded(connection: duckdb.DuckDBPyConnection, name: str) -> str:
    columns = connection.execute(f"DESCRIBE {name}").fetchall()
    shown = ", ".join(f"floor({column} * 1e6 + 0.3719)" if kind == "DOUBLE" else column for column, kind, *_ in columns)
    return f"SELECT {shown} FROM {name} ORDER BY ALL"


@settings(max_examples=2, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(STEPS, min_size=2, max_size=4))
def test_what_is_kept_is_what_would_be_made_anew(steps: list[Step]) -> None:
    with TemporaryDirectory() as folder, patch.object(changed, "_MOST", 1.0):
        warehouse, staging = lay_new(Path(folder) / "w.duckdb"), Path(folder) / "staging"
        for number, step in enumerate([partial(load, _FILES, "lexicon-1"), *steps]):
            with closing(open_warehouse(warehouse)) as connection:
                step(connection, staging)
            copy, data = publish(warehouse)
            assert differing(copy) == [], f"after step {number}"
        anew = Path(folder) / "anew" / "w.duckdb"
        anew.parent.mkdir()
        anew.write_bytes(warehouse.read_bytes())
        assert publish(anew)[1] == data


def points_of(warehouse: Path) -> set[str]:
    """What a publication goes by."""
    seen: set[str] = set()
    with watched(seen.add):
        publish(warehouse)
    return seen


@pytest.fixture(scope="module")
def published_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kept")
    with closing(open_new(folder / "w.duckdb")) as connection:
        load(_FILES, "lexicon-1", connection, folder / "staging")
    publish(folder / "w.duckdb")
    return folder


@pytest.fixture
def warehouse(published_once: Path, tmp_path: Path) -> Path:
    copytree(published_once, tmp_path, dirs_exist_ok=True)
    return tmp_path / "w.duckdb"


def add_one(warehouse: Path) -> None:
    with closing(open_warehouse(warehouse)) as connection:
        load([NewsFile((NewsArticle("Élan Party met nobody."),))], "lexicon-1", connection, warehouse.parent / "staging")


def test_one_article_more_is_added_to_what_is_kept(warehouse: Path) -> None:
    add_one(warehouse)
    with patch.object(changed, "_MOST", 1.0):
        assert KEPT in points_of(warehouse)
    assert differing(warehouse.parent / "published" / "personae.duckdb") == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda published: (published / KEPT_PARTS / ANSWERS).write_bytes(b"damaged"),
        lambda published: (published / KEPT_PARTS / "made_of.json").unlink(),
        lambda published: (published / "personae.duckdb").unlink(),
        lambda published: (published / "personae.duckdb").write_bytes(b"damaged"),
    ],
)
def test_what_is_damaged_or_missing_is_made_anew(warehouse: Path, spoil: Callable[[Path], object]) -> None:
    add_one(warehouse)
    spoil(warehouse.parent / "published")
    with patch.object(changed, "_MOST", 1.0):
        assert KEPT not in points_of(warehouse)
    assert differing(warehouse.parent / "published" / "personae.duckdb") == []


@pytest.mark.parametrize(
    "sql",
    ["UPDATE actors SET name = 'Rossiya' WHERE actor_id = 'RUS'", "UPDATE mentions SET tone = -1.0"],
    ids=["the lexicon", "most articles"],
)
def test_where_too_much_changed_all_is_made_anew(warehouse: Path, sql: str) -> None:
    with closing(open_warehouse(warehouse)) as connection:
        connection.execute(sql)
    assert KEPT not in points_of(warehouse)
    assert differing(warehouse.parent / "published" / "personae.duckdb") == []


@pytest.mark.parametrize("sql", ["UPDATE mentions SET tone = 0.75", "UPDATE actors SET name = 'Ada W.' WHERE actor_id = 'PER.ada-wren'"])
def test_another_copy_than_the_one_published_is_no_base(warehouse: Path, sql: str) -> None:
    """Rows that changed in both: nobody can tell from the two copies what the answers were made of."""
    copy = warehouse.parent / "published" / "personae.duckdb"
    with closing(duckdb.connect(str(copy))) as connection:
        connection.execute(sql)
    with closing(open_warehouse(warehouse)) as connection:
        connection.execute(sql)
    with patch.object(changed, "_MOST", 1.0):
        assert KEPT not in points_of(warehouse)
    assert differing(copy) == []


def test_views_that_are_kept_stand_on_what_tells_which_articles_changed() -> None:
    views = {view.name: view for view in read_views()}
    untold = {table.name for table in TABLES} - {table.name for table in (*ARTICLE_TABLES, *changed.TOLD_BY_ARTICLES)}
    by_article = {name for name, view in views.items() if view.kept and view.kept.how == "article"}

    def stands_on(name: str) -> set[str]:
        return {name}.union(*(stands_on(word) for word in views[name].words & views.keys() - {name}), views[name].words & untold)

    for view in views.values():
        if view.kept:
            assert stands_on(view.name) & untold == set(), f"{view.name}: rows of this table are not told by articles"
            assert set(view.kept.sources) <= by_article
        if view.kept and view.kept.how == "sums":
            tables = {table.name for table in TABLES} - {"articles"}
            assert view.words & (tables | views.keys()) - {view.name} <= by_article


def test_a_publication_that_ends_early_leaves_what_was_kept(warehouse: Path) -> None:
    add_one(warehouse)
    kept = warehouse.parent / "published" / KEPT_PARTS
    before = {path: path.read_bytes() for path in kept.rglob("*") if path.is_file()}
    for point in (KEPT, ANEW, "answers: before the checkpoint", "sentences: before the list", "views: one written"):

        def end(reached: str, last: str = point) -> None:
            if reached == last:
                raise KeyboardInterrupt

        with watched(end), patch.object(changed, "_MOST", 1.0), suppress(KeyboardInterrupt):
            publish(warehouse)
            pytest.fail(f"expected to reach {point}")
        assert {path: path.read_bytes() for path in kept.rglob("*") if path.is_file()} == before
    publish(warehouse)
    assert differing(warehouse.parent / "published" / "personae.duckdb") == []
