"""The macros and kept questions: each runs on a warehouse of the sample articles, and all but those about faults find something."""

import csv
import io
from contextlib import closing
from pathlib import Path

import pytest

from tests.flows.test_verbs import call
from warehouse.publishing.cookbook import cookbook_page, list_questions, read_questions
from warehouse.sql_macros import read_macros
from warehouse.store import open_warehouse

PAGE = Path(__file__).parent.parent.parent / "docs" / "cookbook.md"
#: Nothing is set aside of the sample articles, and no event of theirs is told by two outlets.
EMPTY = {"set_aside", "contested_events"}
#: Macros over further fields of an archive, of which the sample articles have none.
FIELDLESS = {"articles_by", "actors_by_field", "said_by_field"}


@pytest.mark.parametrize("name", read_questions())
def test_a_kept_question_is_answered_by_its_name(name: str, sample_warehouse: Path) -> None:
    answered = call("query", name, "--format", "csv", "--warehouse", str(sample_warehouse))
    assert answered.exit_code == 0, answered.output
    assert (len(answered.stdout.splitlines()) > 1) == (name not in EMPTY)


@pytest.mark.parametrize("macro", read_macros(), ids=lambda macro: macro.name)
def test_a_macro_answers_its_example(macro, sample_warehouse: Path) -> None:
    with closing(open_warehouse(sample_warehouse, read_only=True)) as connection:
        answer = connection.execute(macro.example)
        columns = [name for name, *_ in answer.description]
        assert bool(answer.fetchall()) == (macro.name not in FIELDLESS)
        assert len(columns) == len(set(columns))


@pytest.mark.parametrize(
    ("asked", "condition"),
    [
        (("said_about", "--actor", "Iran"), "FROM said_about('IRN')"),
        (("who_says_what_about_whom", "--about", "iran"), "FROM who_says_what_about_whom WHERE split_part(about_id, '.', 1) = 'IRN'"),
        (("speakers", "--actor", "Veaceslav Munteanu"), "FROM speakers WHERE actor_name = 'Veaceslav Munteanu'"),
        (("named_with", "--actor", "Moldova", "--kind", "country"), "FROM named_with('MDA') WHERE kind = 'country'"),
        (("dyad_timeline", "--actor", "Serbia", "--about", "Kosovo"), "FROM dyad_timeline('SRB', 'XKX')"),
        (("quoted_words", "--outlet", "los andes"), "FROM quoted_words WHERE outlet = 'Los Andes'"),
        (("actor_days", "--from", "2022-01-01", "--to", "2022-12-31"), "FROM actor_days WHERE year(published_date) = 2022"),
        (("tone_by_outlet", "--actor", "China", "--from", "2022-01-01"), "FROM tone_by_outlet('CHN') WHERE year_no >= 2022"),
        (("FROM outlet_actors", "--actor", "China"), "FROM outlet_actors WHERE split_part(actor_id, '.', 1) = 'CHN'"),
        (("media_credited", "--medium", "reuters"), "SELECT * FROM sources_credited WHERE credited_name = 'Reuters'"),
    ],
)
def test_a_question_is_narrowed_by_words(asked: tuple[str, ...], condition: str, sample_warehouse: Path) -> None:
    answered = call("query", *asked, "--format", "csv", "--warehouse", str(sample_warehouse))
    assert answered.exit_code == 0, answered.output
    with closing(open_warehouse(sample_warehouse, read_only=True)) as connection:
        expected = connection.execute(f"SELECT count(*) FROM ({condition})").fetchall()[0][0]
    assert len(list(csv.reader(io.StringIO(answered.stdout)))) == expected + 1 > 1


def test_a_macro_asked_of_two_actors_tells_which_row_is_whose(sample_warehouse: Path) -> None:
    words = ("--actor", "Russia", "--actor", "China", "--format", "csv")
    header, *rows = csv.reader(call("query", "actor_timeline", *words, "--warehouse", str(sample_warehouse)).stdout.splitlines())
    assert header[0] == "asked"
    assert {row[0] for row in rows} == {"Russia", "China"}


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("tone_by_outlet",), "expected --actor NAME for tone_by_outlet"), (("speakers", "--about", "Russia"), "cannot be narrowed by --about"),
        (("speakers", "--actor", "Moldov"), "near it are"), (("quoted_words", "--outlet", "Andes"), "near it are Los Andes"),
        (("dyad_timeline", "--actor", "Serbia", "--about", "Kosovo", "--about", "Russia"), "expected one --about"),
    ],
)  # fmt: skip
def test_words_that_do_not_fit_are_told(asked: tuple[str, ...], told: str, sample_warehouse: Path) -> None:
    answered = call("query", *asked, "--warehouse", str(sample_warehouse))
    assert answered.exit_code == 2
    assert told in answered.stderr


def test_parts_of_an_actor_count_as_the_actor_and_persons_do_not_count_as_parts_of_peru(sample_warehouse: Path) -> None:
    with closing(open_warehouse(sample_warehouse, read_only=True)) as connection:
        ((whole,),) = connection.execute("SELECT sum(mention_count) FROM actor_timeline('GBR')").fetchall()
        ((alone,),) = connection.execute("SELECT count(*) FROM sure_mentions WHERE actor_id = 'GBR'").fetchall()
        ((parts,),) = connection.execute("SELECT count(*) FROM sure_mentions WHERE starts_with(actor_id, 'GBR.')").fetchall()
        persons = connection.execute("SELECT DISTINCT actor_id FROM words_around('PER', 5) WHERE actor_id LIKE 'PER.%-%'").fetchall()
    assert whole == alone + parts
    assert parts > 0
    assert persons == []


def test_the_list_tells_all_that_can_be_asked() -> None:
    listed = call("query", "--list").stdout
    assert {kind for kind, *_ in list_questions()} == {"view", "macro", "question"}
    assert all(name in listed for name in ("top_actors", "actor_timeline", "accusations"))


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == cookbook_page(), "run: make docs"
    assert call("query", "--cookbook").stdout == cookbook_page()
