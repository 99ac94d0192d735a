"""What depends on all articles: actors that no file of the lexicon lists, and stories."""

from contextlib import closing
from shutil import copyfile

import polars as pl
import pytest

from tests.fresh import open_new
from tests.strategies import NewsArticle, NewsFile
from tests.warehouse.loading import load_bundles, load_files
from warehouse.settle import add_actors, derive_actors, set_stories, story_frames, unlisted_actors
from warehouse.store import open_warehouse
from warehouse.tables import TENURES

FILE = NewsFile((NewsArticle("Ada Wren said “no”.\n\nRussia met nobody."), NewsArticle("Bo Lind met nobody.")))


@pytest.fixture(scope="module")
def settled(tmp_path_factory):
    folder = tmp_path_factory.mktemp("settled")
    with closing(open_new(folder / "w.duckdb")) as opened:
        load_bundles(opened, folder / "staging", [[FILE]])
    return folder / "w.duckdb"


@pytest.fixture
def connection(settled, tmp_path):
    with closing(open_warehouse(copyfile(settled, tmp_path / "w.duckdb"))) as opened:
        yield opened


def composed(actor_id: str, kind: str) -> pl.DataFrame:
    row = {"actor_id": actor_id, "name": "Composed", "kind": kind, "country": "RUS", "sector": "GOV", "parent_id": "RUS", "wikidata": None}
    return pl.DataFrame([{**row, "origin": "composed"}], schema_overrides={"wikidata": pl.String})


def origins(connection) -> dict[str, str]:
    return dict(connection.execute("SELECT actor_id, origin FROM actors").fetchall())


def test_actors_that_the_lexicon_does_not_list_are_known_by_id(connection):
    assert unlisted_actors(connection) == ["PER.ada-wren", "PER.bo-lind"]


def test_a_composed_actor_takes_the_place_of_a_discovered_one_until_it_is_composed_no_longer(connection):
    add_actors(connection, composed("PER.bo-lind", "ministry"))
    derive_actors(connection)
    assert origins(connection)["PER.bo-lind"] == "composed"
    assert unlisted_actors(connection) == ["PER.ada-wren", "PER.bo-lind"]
    add_actors(connection, composed("RUS.GOV.MFA", "ministry"))
    derive_actors(connection)
    assert origins(connection)["PER.bo-lind"] == "discovered"


def test_a_registered_actor_comes_with_its_offices_while_an_article_names_it(connection):
    row = {"actor_id": "PER.bo-lind", "name": "Bo Lind", "kind": "person", "origin": "imported", "gender": "m", "birth_year": 1950}
    tenure = {
        "tenure_id": "ab" * 8,
        "actor_id": "PER.bo-lind",
        "body_id": "RUS",
        "office_id": "FM",
        "office": "foreign minister",
        "source": "x",
    }
    tenures = pl.DataFrame([tenure | dict.fromkeys(TENURES.schema.keys() - tenure.keys())], schema=TENURES.schema)
    add_actors(connection, pl.DataFrame([row]), tenures)
    assert origins(connection)["PER.bo-lind"] == "imported"
    assert connection.execute("SELECT gender, birth_year FROM actors WHERE actor_id = 'PER.bo-lind'").fetchall() == [("m", 1950)]
    assert connection.execute("SELECT office FROM tenures").fetchall() == [("foreign minister",)]
    add_actors(connection, composed("RUS.GOV.MFA", "ministry"))
    assert "PER.bo-lind" not in origins(connection)


@pytest.mark.parametrize(
    ("actor_id", "surface", "name"),
    [
        ("GENERIC.supporters", "Ada supporters", "supporters"),
        ("GENERIC.legal-experts", "Legal experts", "Legal experts"),
        ("GENERIC.villagers.NGA", "Nigerian villagers", "Nigerian villagers"),
    ],
)
def test_unnamed_people_of_all_sides_are_not_called_as_some_of_them(connection, actor_id, surface, name):
    connection.execute("UPDATE mentions SET actor_id = ?, surface = ?, layer = 'nominal', kind = 'generic'", [actor_id, surface])
    derive_actors(connection)
    assert connection.execute("SELECT name FROM actors WHERE actor_id = ?", [actor_id]).fetchall() == [(name,)]


@pytest.mark.parametrize(("kind", "is_political"), [("ministry", True), ("place", False), ("outlet", False)])
def test_places_and_outlets_are_not_political(connection, kind, is_political):
    add_actors(connection, composed("RUS.X", kind))
    assert connection.execute("SELECT is_political FROM actors WHERE actor_id = 'RUS.X'").fetchall() == [(is_political,)]


def test_a_discovered_outlet_is_listed_among_the_outlets_while_it_is_mentioned(connection):
    connection.execute("UPDATE mentions SET kind = 'outlet' WHERE actor_id = 'PER.bo-lind'")
    derive_actors(connection)
    outlets = "SELECT outlet_id FROM outlets WHERE outlet_id = 'PER.bo-lind'"
    assert connection.execute(outlets).fetchall() == [("PER.bo-lind",)]
    connection.execute("UPDATE mentions SET kind = 'person' WHERE actor_id = 'PER.bo-lind'")
    derive_actors(connection)
    assert connection.execute(outlets).fetchall() == []


def test_nothing_is_compared_twice(connection, tmp_path):
    articles, fingerprints = story_frames(connection)
    assert articles.is_empty()
    assert fingerprints.is_empty()
    load_files(connection, tmp_path, [NewsFile((NewsArticle("Russia said “no”."),))])
    articles, _ = story_frames(connection)
    assert articles["article_id"].to_list() == [NewsArticle("Russia said “no”.").article_id]


def test_a_story_that_lost_its_last_article_loses_its_row(connection):
    ids = connection.execute("SELECT article_id FROM articles ORDER BY article_id").fetchall()
    first = ids[0][0]
    set_stories(connection, pl.DataFrame({"article_id": [article_id for (article_id,) in ids], "story_id": [first] * len(ids)}))
    assert connection.execute("SELECT story_id, article_count, text_count FROM stories").fetchall() == [(first, 2, 2)]


def test_whom_only_pronouns_stand_for_is_not_called_by_a_pronoun(connection):
    connection.execute("UPDATE mentions SET layer = 'pronoun', surface = 'his' WHERE actor_id = 'PER.bo-lind'")
    derive_actors(connection)
    assert connection.execute("SELECT name FROM actors WHERE actor_id = 'PER.bo-lind'").fetchall() == [("bo lind",)]


@pytest.mark.parametrize(
    ("surfaces", "name"),
    [
        (["Lind", "Lind", "Bo Lind"], "Bo Lind"),
        (["BO LIND", "BO LIND", "Bo Lind"], "Bo Lind"),
        (["Bo Lind", "Bo K. Lind", "Bo Lind"], "Bo Lind"),
    ],
)
def test_a_discovered_person_goes_by_the_full_name_in_small_letters(connection, surfaces, name):
    connection.execute("CREATE TEMP TABLE one AS SELECT * REPLACE ('person' AS kind) FROM mentions WHERE actor_id = 'PER.bo-lind' LIMIT 1")
    connection.execute("DELETE FROM mentions WHERE actor_id = 'PER.bo-lind'")
    for number, surface in enumerate(surfaces):
        row = "SELECT * REPLACE (repeat($1, 16) AS mention_id, $2 AS surface) FROM one"
        connection.execute(f"INSERT INTO mentions {row}", [f"a{number}", surface])
    derive_actors(connection)
    assert connection.execute("SELECT name FROM actors WHERE actor_id = 'PER.bo-lind'").fetchall() == [(name,)]


@pytest.mark.parametrize(
    ("kind", "actor_id", "surface", "role", "sector", "is_political"),
    [
        ("person", "PER.ann-orr", "Ann Orr", "mentioned", None, False),
        ("person", "PER.ann-orr", "Ann Orr", "target", None, True),
        ("person", "PER.anna.0a1b2c3d", "Anna", "speaker", None, False),
        ("organisation", "ORG.freedom-ring", "Freedom Ring", "mentioned", None, False),
        ("organisation", "ORG.varden-circle", "Varden Circle", "speaker", None, True),
        ("organisation", "ORG.zoom", "Zoom", "subject", None, False),
        ("organisation", "ORG.city-council.0a1b2c3d", "City Council", "speaker", None, False),
        ("people", "PEOPLE.roh", "Roh", "mentioned", None, False),
        ("ngo", "ORG.cork-growers-association", "Cork Growers Association", "mentioned", "NGO", True),
    ],
)
def test_unlisted_names_count_where_something_vouches_for_them(connection, kind, actor_id, surface, role, sector, is_political):
    connection.execute(
        "UPDATE mentions SET kind = ?, actor_id = ?, surface = ?, role = ?, sector = ?, layer = 'name' WHERE mention_id = "
        "(SELECT min(mention_id) FROM mentions WHERE actor_id = 'PER.bo-lind')",
        [kind, actor_id, surface, role, sector],
    )
    derive_actors(connection)
    assert connection.execute("SELECT is_political FROM actors WHERE actor_id = ?", [actor_id]).fetchall() == [(is_political,)]


def test_a_person_who_is_named_again_counts(connection):
    for expected in (False, True):
        row = "SELECT * REPLACE (md5(uuid()::VARCHAR) AS mention_id, 'PER.ann-orr' AS actor_id, 'Ann Orr' AS surface, 'person' AS kind, 'mentioned' AS role)"
        connection.execute(f"INSERT INTO mentions {row} FROM mentions WHERE actor_id = 'PER.bo-lind' LIMIT 1")
        derive_actors(connection)
        assert connection.execute("SELECT is_political FROM actors WHERE actor_id = 'PER.ann-orr'").fetchall() == [(expected,)]
