"""Descriptions of bodies at which level of which country."""

from datetime import date

import pytest

from tests.transforms.identities.test_namesakes_in_office import WholeReading
from transforms.identities.discovered import kind_of_words

TEXT = """Israeli officials were at the meeting in Jerusalem. Both the President and Vice President of the United States spoke.

Congress met in Washington. The group gave money in races for state legislatures. It was a cut across the board.

There was stiff opposition in Congress. Mueller's investigators were silent. Robert Mueller led them, and Trump's presidency went on."""


@pytest.fixture(scope="module")
def reading() -> WholeReading:
    return WholeReading(TEXT, date(2019, 3, 5))


def test_two_posts_share_the_owner_behind_the_second(reading: WholeReading) -> None:
    assert reading.one("the President").actor_id == "PER.donald-trump"


def test_bodies_below_the_state_are_not_its_own(reading: WholeReading) -> None:
    assert reading.one("state legislatures").actor_id != "USA.LEG"


def test_a_known_name_is_told_without_what_stands_before() -> None:
    text = "They fought the Marxist Revolutionary Armed Forces of Colombia."
    assert "ARMED.FARC" in {mention.actor_id for mention in WholeReading(text, date(2016, 3, 5)).mentions}


def test_what_is_done_is_no_body(reading: WholeReading) -> None:
    spans = {reading.text[mention.start : mention.end]: mention.actor_id for mention in reading.mentions}
    assert spans.get("stiff opposition") != "USA.OPP"
    assert "the board" not in spans


def test_an_officials_staff_is_his_countrys(reading: WholeReading) -> None:
    assert reading.one("Mueller's investigators").actor_id == "USA.COP"
    assert reading.one("Trump's presidency").actor_id == "USA.GOV.EXEC"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Nebraskans for Jobs & Energy Independence", "ngo"),
        ("Citizens Against Gas", "ngo"),
        ("Center for Energy Studies", "organisation"),
        ("Varden Energy", "company"),
        ("Criminal Division", "agency"),
        ("State Division of Human Rights", "agency"),
        ("82nd Airborne Division", "armed_force"),
        ("3rd Division", "armed_force"),
    ],
)
def test_a_group_is_not_what_it_stands_for(name: str, kind: str) -> None:
    assert kind_of_words(name)[0] == kind
