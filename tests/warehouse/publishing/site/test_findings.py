"""The findings at the head of the site: true to the warehouse, silent where it is thin, written as English is."""

import shutil
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from flows.benchmarks.site import make_warehouse
from tests.fresh import lay_new
from warehouse.publishing.site.answers import answer_views, ask, choose_actors
from warehouse.publishing.site.findings import FINDINGS, MOST, Finding, in_prose, make_findings
from warehouse.publishing.site.links import Links
from warehouse.sql_views import count_generic
from warehouse.store import open_warehouse

QUOTED = "SELECT actor_name, article_count FROM speakers ORDER BY article_count DESC, story_count DESC, quote_count DESC, actor_id LIMIT 1"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("findings") / "news.duckdb"
    make_warehouse(lay_new(path), 60)
    return path


@pytest.fixture
def warehouse(sample: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(sample, tmp_path / "news.duckdb"))


def findings_of(path: Path, *changes: str, with_generic: bool = False) -> list[Finding]:
    with closing(open_warehouse(path)) as connection:
        for change in changes:
            connection.execute(change)
        count_generic(connection, with_generic)
        answer_views(connection)
        actors = choose_actors(connection, 400)
        articles = [row[0] for row in connection.execute("SELECT article_id FROM articles").fetchall()]
        links = Links(frozenset(actors), frozenset(articles), {}, {})
        return make_findings({slug: ask(connection, slug, actors) for slug in FINDINGS}, links)


def by_title(findings: Sequence[Finding]) -> dict[str, Finding]:
    return {finding.title.removeprefix("Among those ").capitalize(): finding for finding in findings}


def test_each_finding_stands_on_words_of_an_article_and_leads_to_their_place(warehouse: Path) -> None:
    findings = findings_of(warehouse)
    with closing(open_warehouse(warehouse, read_only=True)) as connection:
        bodies = [" ".join(body.split()) for (body,) in connection.execute("SELECT body FROM articles").fetchall()]
        name, count = connection.execute(QUOTED).fetchone() or ("", 0)
    assert 1 < len(findings) <= MOST
    for finding in findings:
        assert any(finding.words.removesuffix(" …") in body for body in bodies), finding
        assert finding.href is not None
        assert "#" in finding.href
        assert finding.sentence[0].href is not None
        assert finding.text.endswith(".")
    assert findings[0].text.startswith(f"{name} is quoted in {count} of 60 articles")


def test_who_accuses_whom_counts_the_acts_that_are_not_denied(warehouse: Path) -> None:
    found = by_title(
        findings_of(
            warehouse,
            "DELETE FROM dyads WHERE event = 'ACCUSE'",
            "UPDATE dyads SET event = 'ACCUSE', source_actor_id = 'PER.actor-0001', target_actor_id = 'PER.actor-0002', is_negated = false"
            " WHERE article_id IN (SELECT article_id FROM articles ORDER BY article_id LIMIT 2)",
        )
    )
    with closing(open_warehouse(warehouse, read_only=True)) as connection:
        ((count,),) = connection.execute("SELECT count(*) FROM dyads WHERE event = 'ACCUSE'").fetchall()
        ((one,), (two,)) = connection.execute(
            "SELECT name FROM actors WHERE actor_id IN ('PER.actor-0001', 'PER.actor-0002') ORDER BY actor_id"
        ).fetchall()
    assert found["Accusations"].text == f"{one} accuses {two} in 2 articles, {count} times in all."
    assert "Accusations" not in by_title(findings_of(warehouse, "UPDATE dyads SET is_negated = true"))


def test_strong_tone_is_told_with_its_n_and_weak_tone_not_at_all(warehouse: Path) -> None:
    found = by_title(
        findings_of(
            warehouse,
            "UPDATE mentions SET tone = 0",
            "UPDATE mentions SET tone = -0.5 WHERE actor_id = 'PER.actor-0003'",
            "UPDATE mentions SET tone = 0.4 WHERE actor_id = 'PER.actor-0004'",
        )
    )
    assert "a mean tone of −0.50 on a scale from −1 to +1, over" in found["Harshest tone"].text
    assert "a mean tone of +0.40" in found["Warmest tone"].text
    assert found["Harshest tone"].sentence[0].text in found["Harshest tone"].words
    unnamed = "UPDATE mentions SET layer = 'nominal' WHERE actor_id = 'PER.actor-0003'"
    assert "Harshest tone" not in by_title(findings_of(warehouse, unnamed))
    found = by_title(findings_of(warehouse, "UPDATE mentions SET tone = tone / 2"))
    assert not {"Harshest tone", "Warmest tone"} & set(found)


LATE, EARLY = "DATE '2024-03-01'", "DATE '2024-01-01'"
HALVED = f"UPDATE articles SET published_date = CASE WHEN story_id <= (SELECT quantile_disc(story_id, 0.5) FROM stories) THEN {LATE} ELSE {EARLY} END"
NOBODY = "UPDATE mentions SET actor_id = 'PER.actor-0007' WHERE actor_id = 'PER.actor-0009'"


def name_first(day: str, count: int) -> str:
    """Have one actor named in the first sentence of so many articles of a day."""
    chosen = f"SELECT article_id FROM articles WHERE published_date = {day} ORDER BY article_id LIMIT {count}"
    return f"UPDATE mentions SET actor_id = 'PER.actor-0009' WHERE start_char = 0 AND article_id IN ({chosen})"


def test_who_rose_is_measured_against_the_days_before(warehouse: Path) -> None:
    found = by_title(findings_of(warehouse, HALVED, NOBODY, name_first(LATE, 20), name_first(EARLY, 2)))
    with closing(open_warehouse(warehouse, read_only=True)) as connection:
        ((late,),) = connection.execute(f"SELECT count(*) FROM articles WHERE published_date = {LATE}").fetchall()
    told = f"is named in 20 of the {late} articles of the last thirty days ({round(2000 / late)}%), against 2 of {60 - late} before"
    assert told in found["On the rise"].text


def test_a_rise_that_chance_explains_is_none(warehouse: Path) -> None:
    assert "On the rise" not in by_title(findings_of(warehouse, HALVED, NOBODY, name_first(LATE, 7), name_first(EARLY, 2)))


def test_an_archive_of_few_days_has_no_past_to_rise_against(warehouse: Path) -> None:
    assert "On the rise" not in by_title(
        findings_of(warehouse, f"UPDATE articles SET published_date = {LATE}", NOBODY, name_first(LATE, 20))
    )


def test_media_that_share_the_first_place_are_not_called_first(warehouse: Path) -> None:
    credit = (
        "INSERT INTO credits BY NAME SELECT article_id, {hop} AS hop, '{medium}' AS outlet_id, 0 AS start_char, 5 AS end_char, 'x' AS surface,"
        " 'via' AS cue, 'rule' AS rule, batch_id FROM articles ORDER BY article_id LIMIT {count}"
    )
    named = "INSERT INTO outlets BY NAME SELECT '{0}' AS outlet_id, '{0} Wire' AS name"
    changes = [named.format(medium) for medium in ("North", "South")]
    first = findings_of(warehouse, *changes, credit.format(hop=1, medium="North", count=4), credit.format(hop=2, medium="South", count=3))
    assert ("Credited most", "North Wire is credited as a source in 4 of 60 articles.") in [(one.title, one.text) for one in first]
    tied = findings_of(warehouse, credit.format(hop=3, medium="South", count=4))
    assert "Among those credited most" in [finding.title for finding in tied]


def test_unnamed_people_make_no_finding_even_when_they_are_counted(warehouse: Path) -> None:
    assert findings_of(warehouse, "UPDATE actors SET kind = 'generic'", with_generic=True) == []


def test_a_thin_archive_makes_no_finding(tmp_path: Path) -> None:
    make_warehouse(tmp_path / "news.duckdb", 1)
    assert findings_of(tmp_path / "news.duckdb") == []


@pytest.mark.parametrize(
    ("name", "kind", "printed"),
    [
        ("Sergei Lavrov", "person", "Sergei Lavrov"),
        ("Jane House", "person", "Jane House"),
        ("Iran", "country", "Iran"),
        ("United States", "country", "the United States"),
        ("Government of the United Kingdom", "government", "the Government of the United Kingdom"),
        ("European Union", "igo", "the European Union"),
        ("Interior ministry of Romania", "ministry", "the Interior ministry of Romania"),
        ("the West", "bloc", "the West"),
        ("The Greens (Austria)", "party", "The Greens (Austria)"),
        ("NATO", "igo", "NATO"),
        ("Republican Party (United States)", "party", "the Republican Party (United States)"),
    ],
)
def test_names_take_the_article_that_english_gives_them(name: str, kind: str, printed: str) -> None:
    assert in_prose(name, kind) == printed
