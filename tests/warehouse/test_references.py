"""References that lead nowhere are found, whichever table they stand in."""

from contextlib import closing
from shutil import copyfile

import pytest

from tests.fresh import open_new
from tests.strategies import NewsArticle, NewsFile
from tests.warehouse.loading import load_bundles
from warehouse.references import find_broken_references
from warehouse.store import open_warehouse


@pytest.fixture(scope="module")
def settled(tmp_path_factory):
    folder = tmp_path_factory.mktemp("settled")
    with closing(open_new(folder / "w.duckdb")) as opened:
        load_bundles(opened, folder / "staging", [[NewsFile((NewsArticle("Ada Wren said “no”.\n\nRussia met nobody."),))]])
    return folder / "w.duckdb"


@pytest.fixture
def connection(settled, tmp_path):
    with closing(open_warehouse(copyfile(settled, tmp_path / "w.duckdb"))) as opened:
        yield opened


def test_a_warehouse_that_was_loaded_and_settled_is_whole(connection):
    assert find_broken_references(connection) == []


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("DELETE FROM actors WHERE actor_id = 'PER.ada-wren'", ["mentions.actor_id", "quotes.speaker_actor_id"]),
        ("DELETE FROM stories", ["articles.story_id"]),
        ("DELETE FROM files", ["appearances.file_id"]),
        ("UPDATE articles SET outlet_id = 'OUTLET.X'", ["articles.outlet_id"]),
        ("UPDATE quotes SET speaker_mention_id = repeat('c', 32)", ["quotes.speaker_mention_id"]),
    ],
)
def test_a_reference_that_leads_nowhere_is_named_with_an_example(connection, statement, found):
    connection.execute(statement)
    broken = find_broken_references(connection)
    assert [f"{reference.table}.{reference.column}" for reference in broken] == found
    assert all(str(reference).startswith(f"{name}: 1 rows refer to no ") for reference, name in zip(broken, found, strict=True))
