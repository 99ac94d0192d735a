"""Names that several bear, names inside longer names, and words that only look like names."""

from datetime import date

import pytest

from tests.transforms.wider_world import WiderReading


def test_the_state_of_a_country_is_told_from_the_country_of_that_name() -> None:
    reading = WiderReading("Georgia’s parliament met in Tbilisi. Lawmakers of the U.S. state of Georgia laughed.")
    assert [m.actor_id for m in reading.all("Georgia")] == ["GEO", "PLACE.georgia-usa"]
    assert reading.one("the U.S. state").actor_id == "PLACE.georgia-usa"


def test_a_town_before_another_country_is_not_the_known_one() -> None:
    reading = WiderReading("She was born in Paris, Texas, and died in Paris, France.")
    american, french = reading.all("Paris")
    assert (american.wikidata, american.country) == (None, "USA")
    assert (french.actor_id, french.wikidata) == ("PLACE.paris", "Q90")


def test_a_town_that_the_article_introduced_keeps_its_country() -> None:
    reading = WiderReading("She was born in Paris, Texas. Later she left Paris.")
    assert len({m.actor_id for m in reading.all("Paris")}) == 1


def test_a_county_is_not_the_town_of_its_name() -> None:
    reading = WiderReading("Clinics opened in Los Angeles and Kern Counties. A flight left for Los Angeles.")
    county, town = reading.all("Los Angeles")
    assert (county.wikidata, town.wikidata) == (None, "Q65")


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Argentina sold wheat. Farmers in Santa Fe were glad.", "ARG"),
        ("Texas sold wheat. Farmers in Santa Fe were glad.", "USA"),
    ],
)
def test_of_two_towns_the_one_in_a_country_of_the_article_is_meant(text: str, country: str) -> None:
    assert WiderReading(text).one("Santa Fe").country == country


def test_one_part_of_a_city_lies_where_the_city_lies() -> None:
    mention = WiderReading("Police cleared camps from Stalingrad and other areas of Paris.").one("Stalingrad")
    assert (mention.country, mention.wikidata) == ("FRA", None)


def test_the_name_of_a_state_before_state_in_capitals_is_a_university() -> None:
    reading = WiderReading("He studied law at Georgia State before he moved to Texas.")
    assert "Q1428" not in {m.wikidata for m in reading.mentions}


@pytest.mark.parametrize("text", ["Jordan Smith and Anna Berg met. Jordan said he was glad.", "Chad Miller paid. Chad is rich."])
def test_a_given_name_is_no_country(text: str) -> None:
    assert not {m.actor_id for m in WiderReading(text).mentions} & {"JOR", "TCD"}


@pytest.mark.parametrize(("text", "country"), [("Jordan’s president met the envoy.", "JOR"), ("He lives in Chad near the lake.", "TCD")])
def test_a_country_with_a_given_name_is_one_where_states_or_places_stand(text: str, country: str) -> None:
    assert country in {m.actor_id for m in WiderReading(text).mentions}


def test_a_person_in_the_name_of_an_airport_is_not_mentioned() -> None:
    reading = WiderReading("The plane landed at Charles de Gaulle airport on Monday.")
    assert "PER.charles-de-gaulle" not in {m.actor_id for m in reading.mentions}


def test_a_corridor_is_one_name() -> None:
    reading = WiderReading("Troops closed the Armenia corridor near Baku.")
    assert reading.one("Armenia corridor").ner == "LOC"
    assert not reading.all("Armenia")


@pytest.mark.parametrize("text", ["Many non-English speakers came.", "She spoke Polish at home.", "The book appeared in French."])
def test_a_language_is_no_actor(text: str) -> None:
    assert not {m.actor_id for m in WiderReading(text).mentions} & {"PLACE.england", "POL", "FRA"}


def test_an_adjective_that_is_a_thing_in_the_article_is_no_country() -> None:
    reading = WiderReading("Her nail polish is new. She loves Ruby Polish by Rose. The polish shines.")
    assert "POL" not in {m.actor_id for m in reading.mentions}


def test_a_piece_of_a_word_is_no_name() -> None:
    reading = WiderReading("The players Tonga'uiha and T-Pole scored.")
    assert not {m.actor_id for m in reading.mentions} & {"TON", "POL"}


def test_the_field_of_a_minister_is_no_party() -> None:
    reading = WiderReading("Britain’s Labour Minister resigned, and Labour cheered.", date(2023, 5, 1))
    assert [m.actor_id for m in reading.all("Labour")] == ["GBR.PTY.LABOUR"]
    assert reading.actor("Britain’s Labour Minister") == "GBR.GOV.MOLAB"


def test_a_noun_at_the_end_of_a_longer_name_is_no_body() -> None:
    reading = WiderReading("The United States sent books. The Great Library of Congress opened in Texas.")
    assert "USA.LEG" not in {m.actor_id for m in reading.mentions}


def test_force_without_an_article_is_nobody() -> None:
    assert not WiderReading("They took the town by force.").all("force")


def test_a_surname_with_its_particle_is_one_name() -> None:
    reading = WiderReading("Joost van Dam spoke in Berlin. Van Dam said he was glad.")
    assert reading.actor("Van Dam") == reading.actor("Joost van Dam")


def test_a_single_word_is_a_person_only_with_evidence() -> None:
    sentences = "It rained in Berlin. Buses stopped. Shops closed early. The market fell."
    with_kin = WiderReading(f"{sentences} His brother Kwezi came home. Kwezi was tired.")
    assert {m.ner for m in with_kin.all("Kwezi")} == {"PERSON"}
    without = WiderReading(f"{sentences} Mining at the Talabira coal block began. The Talabira blocks are large.")
    assert "PERSON" not in {m.ner for m in without.all("Talabira")}


def test_people_do_not_bear_their_countrys_item() -> None:
    reading = WiderReading("Britons voted while British troops left Britain.")
    assert (reading.one("Britons").actor_id, reading.one("Britons").wikidata) == ("GBR", None)
    assert reading.one("Britain").wikidata == "Q145"


def test_a_province_that_acts_keeps_its_item() -> None:
    mention = WiderReading("Quebec rejected the plan.").one("Quebec")
    assert (mention.actor_id, mention.reading, mention.wikidata) == ("CAN-QC.GOV", "power", "Q176")


def test_sides_of_a_match_are_teams() -> None:
    reading = WiderReading("A song was played during the Georgia versus Texas football game.")
    assert {reading.actor("Georgia"), reading.actor("Texas")}.isdisjoint({"GEO", "PLACE.georgia-usa", "USA-TX", "USA-TX.GOV"})


def test_a_town_that_speaks_is_the_company_named_after_it() -> None:
    reading = WiderReading("Hanover Insurance Co raised its dividend. As a result of the split, Hanover said it would pay more.")
    assert reading.actor("Hanover") == reading.actor("Hanover Insurance Co")


def test_a_capital_of_two_states_is_that_of_the_day() -> None:
    assert WiderReading("Belgrade rejected the plan.", date(2022, 4, 5)).actor("Belgrade") == "SRB.GOV"
