"""People who are told by their group, their ruler or the office they share."""

from datetime import date

import pytest

from tests.transforms.identities.test_namesakes_in_office import WholeReading
from tests.transforms.wider_world import WiderReading


@pytest.mark.parametrize("words", ["Allied Front fighters", "ADF militants"])
def test_fighters_of_a_group_are_the_group(words: str) -> None:
    reading = WiderReading(f"{words} killed two soldiers in Chad. The militants fled.")
    assert reading.actor(words) == reading.actor("The militants") == "ARMED.ADF"


def test_the_militants_of_two_groups_are_nobody_in_particular() -> None:
    reading = WiderReading("FACT militants fought Allied Front militants. The militants fled.")
    assert reading.actor("The militants") not in ("ARMED.FACT", "ARMED.ADF")


def test_an_acronym_before_fighters_is_that_of_the_group() -> None:
    reading = WiderReading("ADF fighters fled. The ADF bought new ships for Germany.")
    assert [m.actor_id for m in reading.all("ADF")] == ["ARMED.ADF", "DEU.MIL.ADF"]


def test_people_of_a_party_have_its_country() -> None:
    mention = WiderReading("Labour lawmakers voted against the bill in Britain.").one("Labour lawmakers")
    assert (mention.country, mention.sector) == ("GBR", "LEG")


def test_the_government_of_a_person_is_that_of_the_country() -> None:
    reading = WiderReading("The Macron government resigned.")
    assert reading.actor("The Macron government") == "FRA.GOV"


@pytest.mark.parametrize(("other", "person"), [("French", "PER.emmanuel-macron"), ("Chadian", "GENERIC.counterparts.TCD")])
def test_a_counterpart_has_the_same_office_elsewhere(other: str, person: str) -> None:
    text = f"Anna Berg spoke by telephone with her {other} counterpart."
    assert WiderReading(text, date(2018, 5, 1)).link().actor(f"her {other} counterpart") == person


def test_the_team_is_the_one_told_apart_before() -> None:
    reading = WholeReading("The Afghan team won a prize in Rome. Reporters met the team on Monday.", None)
    assert reading.one("the team").actor_id == reading.one("The Afghan team").actor_id


def test_an_acronym_before_its_name_is_told_by_its_letters() -> None:
    reading = WholeReading("UUV closed a hall. Students of the University of Upper Vorland protested.", None)
    assert reading.one("UUV").actor_id == reading.one("University of Upper Vorland").actor_id


def test_an_acronym_that_fits_two_names_is_neither() -> None:
    reading = WholeReading("UUV is open. The University of Upper Vorland met the University of Under Valony.", None)
    assert reading.one("UUV").actor_id == "ORG.uuv"
