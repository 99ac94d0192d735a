"""Which printed forms a change of the lexicon concerns, and in which texts they stand."""

from functools import cache
from pathlib import Path

import polars as pl
import pytest

from tests.transforms.small_world import FILES, small_seeds, write_seeds
from transforms.lexicon_forms import changed_forms, find_touched, list_forms
from warehouse.seeds import read_seeds


@cache
def known() -> pl.DataFrame:
    return list_forms(small_seeds().frames)


def changed_by(folder: Path, name: str, *lines: str, without: str = "") -> list[str]:
    """Forms changed by lines added to a seed file, and by leaving out the line that begins with `without`."""
    kept = [line for line in FILES[name] if not (without and line.startswith(without))]
    return changed_forms(known(), list_forms(read_seeds(folder=write_seeds(folder, {**FILES, name: [*kept, *lines]})).frames))


def test_two_editions_that_say_the_same_in_another_order_differ_in_nothing(tmp_path: Path) -> None:
    files = {name: [lines[0], *reversed(lines[1:])] for name, lines in FILES.items()}
    assert changed_forms(known(), list_forms(read_seeds(folder=write_seeds(tmp_path, files)).frames)) == []


@pytest.mark.parametrize(
    ("name", "line", "concerned", "not_concerned"),
    [
        (
            "actors/igos.csv",
            "IGO.OAS,Organization of American States,igo,,IGO,,,,OAS,,,,UN",
            {"organization of american states", "oas"},
            "cia",
        ),
        ("persons.csv", "PER.ann-lee,Ann Lee,USA,f,,,,,press", {"ann lee", "lee"}, "ann"),
        ("tenures.csv", "PER.emmanuel-macron,FRA,FM,2016,2017,press", {"macron", "emmanuel macron", "france", "french", "paris"}, "russia"),
        ("role_nouns.csv", "envoy,envoys,generic,GOV,GENERIC.envoys,press", {"envoy", "envoys"}, "official"),
        ("bodies.csv", "CB,agency,GOV,GOV.CB,GOV,monetary authority,press", {"monetary authority", "monetary authorities"}, "government"),
        ("given_names.csv", "Zoë,f", {"zoe"}, "anna"),
    ],
)
def test_a_new_line_concerns_the_forms_it_speaks_of(name: str, line: str, concerned: set[str], not_concerned: str, tmp_path: Path) -> None:
    changed = changed_by(tmp_path, name, line)
    assert concerned <= set(changed)
    assert not_concerned not in changed


def test_a_country_that_is_no_more_concerns_all_that_stands_on_it(tmp_path: Path) -> None:
    changed = set(changed_by(tmp_path, "countries.csv", without="FRA"))
    assert {"france", "french", "paris", "hollande"} <= changed
    assert changed.isdisjoint({"russia", "kremlin", "lavrov", "afp"} - {"afp"})


@pytest.mark.parametrize(
    "text",
    [
        "The OAS met.",
        "the O.A.S. met",
        "OAS-led talks",
        "OAS’s seat",
        "An Organization of\nAmerican States mission",
        "Ministries of the oas",
    ],
)
def test_a_form_is_found_whatever_case_dots_and_ends_it_is_printed_with(text: str) -> None:
    assert list(find_touched([("a", text)], ["oas", "organization of american states"])) == ["a"]


@pytest.mark.parametrize("text", ["oasis", "toas", "Organization of states", ""])
def test_a_form_inside_another_word_is_none(text: str) -> None:
    assert list(find_touched([("a", text)], ["oas", "organization of american states"])) == []


def test_a_plural_counts_as_the_form_itself() -> None:
    assert list(find_touched([("a", "two Houthis"), ("b", "two Houthistan")], ["houthi"])) == ["a"]


def test_the_party_of_a_person_concerns_no_article_and_a_correction_what_it_names(tmp_path: Path) -> None:
    membership = ["actor_id,party,valid_from,valid_to,source", "PER.emmanuel-macron,USA.PTY.REP,2016,,made up"]
    folder = write_seeds(tmp_path / "seeds", {**FILES, "memberships.csv": membership})
    assert read_seeds(folder=folder).frames["memberships"].height == 1
    assert changed_forms(known(), list_forms(read_seeds(folder=folder).frames)) == []
    own = tmp_path / "own"
    own.mkdir()
    (own / "corrections.csv").write_text(
        "action,actor_id,alias,value,reason\nban,PER.j-k-harkin,,,x\nsplit,,Stone,FRA,x\n", encoding="utf-8"
    )
    assert changed_forms(known(), list_forms(read_seeds(own, folder).frames)) == ["j k harkin", "jk harkin", "stone"]
