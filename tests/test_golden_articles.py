"""Sample articles through the real stages, from file to warehouse, against what people found in them (tests/gold/README.md)."""

import sys
from dataclasses import dataclass
from typing import Any

import pytest

from flows.analysis import Analyst
from flows.finding import find_files
from flows.settings import Settings
from tests.flows.conftest import SAMPLES, load_files
from tests.gold.comparison import (
    Found,
    GoldArticle,
    Tally,
    compare,
    differences,
    figures_table,
    part_spans,
    read_credits,
    read_floors,
    read_gold,
)
from transforms.annotations import Article
from warehouse.store import open_warehouse

type Row = dict[str, Any]

GOLD_NAMES = [name for name in read_floors() if name != "overall"]
BORDER, UPDATE = (
    "Moldova protests to Romania over closed border crossing",
    "UPDATE 1-Moldova protests to Romania over closed border crossing",
)
#: Titles whose credits are not all found yet, and why; strict, so that a mended one must be taken off.
MISSED_CREDITS: dict[str, str] = {}


@dataclass(frozen=True)
class Loaded:
    """The sample articles as the warehouse holds them."""

    articles: dict[str, Row]  # by title
    actors: dict[str, Row]  # by id
    rows: dict[str, dict[str, list[Row]]]  # of a table, by title

    def mentions(self, title: str) -> list[Row]:
        return self.rows["mentions"].get(title, [])

    def actors_of(self, title: str, surface: str) -> list[str | None]:
        """The actor of each mention with that surface, in text order."""
        return [row["actor_id"] for row in self.mentions(title) if row["surface"] == surface]


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    warehouse = tmp_path_factory.mktemp("gold") / "gold.duckdb"
    load_files(find_files([SAMPLES]).files, Settings(warehouse))
    with open_warehouse(warehouse, read_only=True) as connection:

        def rows(table: str, order: str) -> list[Row]:
            return list(connection.sql(f"SELECT * FROM {table} ORDER BY {order}").pl().iter_rows(named=True))

        articles = rows("articles", "article_id")
        titles = {row["article_id"]: row["title"] for row in articles}
        by_title: dict[str, dict[str, list[Row]]] = {}
        for table, order in (
            ("mentions", "start_char, end_char"),
            ("quotes", "start_char"),
            ("credits", "hop"),
            ("paragraphs", "paragraph_no"),
        ):
            by_title[table] = {}
            for row in rows(table, order):
                by_title[table].setdefault(titles[row["article_id"]], []).append(row)
        return Loaded({row["title"]: row for row in articles}, {row["actor_id"]: row for row in rows("actors", "actor_id")}, by_title)


@pytest.fixture(scope="module")
def gold(loaded: Loaded) -> dict[str, GoldArticle]:
    return {article.name: article for article in read_gold({title: row["body"] for title, row in loaded.articles.items()})}


@pytest.fixture(scope="module")
def tallies(loaded: Loaded, gold: dict[str, GoldArticle]) -> dict[str, Tally]:
    each = {name: compare(article, *found_in(loaded, article.title)) for name, article in gold.items()}
    return {**each, "overall": sum(each.values(), Tally())}


def found_in(loaded: Loaded, title: str) -> tuple[list[Found], list[Found]]:
    body = loaded.articles[title]["body"]
    mentions = [
        Found(((row["start_char"], row["end_char"]),), row["surface"], row["layer"], row["actor_id"], row["role"])
        for row in loaded.mentions(title)
    ]
    quotes = [
        Found(part_spans(body, row["start_char"], row["content"]), row["content"], row["kind"], row["speaker_actor_id"])
        for row in loaded.rows["quotes"].get(title, [])
    ]
    return mentions, quotes


@pytest.mark.parametrize("name", GOLD_NAMES)
def test_an_article_is_understood_as_well_as_before(
    name: str, loaded: Loaded, gold: dict[str, GoldArticle], tallies: dict[str, Tally]
) -> None:
    figures = tallies[name].figures()
    worse = [
        f"{figure} {figures[figure]:.2f} is below {floor:.2f}" for figure, floor in read_floors()[name].items() if figures[figure] < floor
    ]
    assert not worse, "\n".join([*worse, *differences(gold[name], *found_in(loaded, gold[name].title))])


def test_all_articles_together_are_understood_as_well_as_before(tallies: dict[str, Tally], capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        sys.stdout.write(f"\n{figures_table(tallies.items())}\n")
    floors = read_floors()
    assert set(floors) == set(tallies)
    figures = tallies["overall"].figures()
    assert {figure: figures[figure] for figure, floor in floors["overall"].items() if figures[figure] < floor} == {}


def credit_cases() -> list[Any]:
    cases = []
    for title, expected in read_credits().items():
        reason = MISSED_CREDITS.get(title)
        cases.append(pytest.param(title, expected, marks=[pytest.mark.xfail(reason=reason, strict=True)] if reason else [], id=title))
    return cases


@pytest.mark.parametrize(("title", "expected"), credit_cases())
def test_just_the_credited_media_are_credited_in_their_order(title: str, expected: list[tuple[str, str, bool]], loaded: Loaded) -> None:
    found = loaded.rows["credits"].get(title, [])
    may_miss = {outlet for outlet, _, is_optional in expected if is_optional}
    assert [(row["outlet_id"], row["surface"]) for row in found if row["outlet_id"] not in may_miss] == [
        (outlet, surface) for outlet, surface, is_optional in expected if not is_optional
    ]
    assert [row["hop"] for row in found] == list(range(1, len(found) + 1))


def test_no_other_article_credits_a_medium(loaded: Loaded) -> None:
    assert set(loaded.rows["credits"]) <= {title for title, expected in read_credits().items() if expected}


def test_a_title_printed_twice_is_stored_once(loaded: Loaded) -> None:
    assert loaded.articles[BORDER]["body"].count(BORDER) == 1


def test_a_heading_in_quote_marks_is_said_by_who_says_it_in_the_text(loaded: Loaded) -> None:
    (heading,) = [row for row in loaded.rows["paragraphs"][BORDER] if row["kind"] == "heading"]
    assert loaded.articles[BORDER]["body"][heading["start_char"] : heading["end_char"]] == "‘Nobody told us’"
    inside = [
        row for row in loaded.rows["quotes"][BORDER] if row["start_char"] < heading["end_char"] and row["end_char"] > heading["start_char"]
    ]
    (repeated,) = [row for row in loaded.rows["quotes"][BORDER] if "Nobody told us" in row["content"] and row not in inside]
    assert [(row["start_char"], row["end_char"]) for row in inside] == [(heading["start_char"], heading["end_char"])]
    assert inside[0]["speaker_mention_id"] == repeated["speaker_mention_id"] is not None


def test_agence_france_presse_is_a_medium_and_nobody_french() -> None:
    text = "A militia leader told Agence France-Presse (AFP) in Bangui that his men had crossed the river. “We swam,” he told AFP."
    (annotation,) = Analyst.of("full").annotate([Article("afp", text)])
    assert not isinstance(annotation, str)
    kinds = {mention.kind for mention in annotation.mentions if mention.country == "FRA"}
    assert kinds == {"outlet"}
    assert [credit.mention.actor_id for credit in annotation.credits] == ["OUTLET.AFP"]


def test_the_medium_that_published_is_known_by_its_name(loaded: Loaded) -> None:
    assert loaded.articles["Parliament in Colombo rejects emergency rule"]["outlet_id"] == "OUTLET.AFP"


def test_media_and_places_are_no_political_actors(loaded: Loaded) -> None:
    named = [row for rows in loaded.rows["mentions"].values() for row in rows if row["kind"] in ("outlet", "place")]
    ids = {row["actor_id"] for row in named if row["actor_id"]}
    assert {"OUTLET.REUTERS", "OUTLET.moldova-today", "PLACE.tbilisi"} <= ids
    assert {actor_id for actor_id in ids if loaded.actors[actor_id]["is_political"]} == set()


def test_two_persons_of_one_surname_are_kept_apart(loaded: Loaded) -> None:
    title = "Wilsons clash in debate over flood money"
    assert loaded.actors_of(title, "Wilson") == ["PER.tom-wilson", "PER.carol-wilson"]
    assert loaded.actors_of(title, "she") == ["PER.carol-wilson"]
    title = "Parliament in Colombo rejects emergency rule"
    assert loaded.actors_of(title, "Gotabaya Rajapaksa") == ["PER.gotabaya-rajapaksa"]
    assert loaded.actors_of(title, "Mahinda Rajapaksa") == ["PER.mahinda-rajapaksa"]


def test_a_turkey_is_no_country(loaded: Loaded) -> None:
    title = "Bird flu: turkey farms in Norfolk told to keep flocks indoors"
    assert [row["surface"] for row in loaded.mentions(title) if row["country"] == "TUR"] == []
    assert set(loaded.actors_of("Finland applies to join NATO", "Turkey")) == {"TUR"}


def test_georgia_on_the_black_sea_is_the_country(loaded: Loaded) -> None:
    assert loaded.actors_of("Georgia lawmakers withdraw 'foreign agents' bill", "Georgia")[:3] == ["GEO"] * 3


def test_the_us_state_of_georgia_is_not_the_country(loaded: Loaded) -> None:
    assert loaded.actors_of("Georgia lawmakers withdraw 'foreign agents' bill", "Georgia")[3] in ("PLACE.georgia-usa", "USA-GA.GOV")


def test_wire_copy_and_its_update_are_one_story_and_nothing_else_is(loaded: Loaded) -> None:
    stories = {title: row["story_id"] for title, row in loaded.articles.items()}
    assert stories[BORDER] == stories[UPDATE]
    assert len(set(stories.values())) == len(stories) - 1


def test_paragraphs_that_two_versions_share_say_the_same(loaded: Loaded) -> None:
    first, update = said_by_paragraph(loaded, BORDER), said_by_paragraph(loaded, UPDATE)
    shared = set(first) & set(update)
    assert len(shared) == 9
    assert {text: first[text] for text in shared} == {text: update[text] for text in shared}


def said_by_paragraph(loaded: Loaded, title: str) -> dict[str, list[tuple[str, str, str | None, str]]]:
    """Surface, layer, actor and role of each mention, by the text of its paragraph."""
    said: dict[str, list[tuple[str, str, str | None, str]]] = {}
    for paragraph in loaded.rows["paragraphs"][title]:
        start, end = paragraph["start_char"], paragraph["end_char"]
        text = loaded.articles[title]["body"][start:end]
        inside = [row for row in loaded.mentions(title) if start <= row["start_char"] and row["end_char"] <= end]
        said[text] = [(row["surface"], row["layer"], row["actor_id"], row["role"]) for row in inside]
    return said
