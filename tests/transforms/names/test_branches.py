"""Branches, campuses, organs, firms and cases: names whose parts are names of others."""

from datetime import date

import pytest

from tests.transforms.identities.test_namesakes_in_office import WholeReading

_DAY = date(2019, 11, 20)


@pytest.mark.parametrize(
    ("text", "words", "country", "sector"),
    [
        ("Nedbank Namibia said that it would lend more.", "Nedbank Namibia", "NAM", "BUS"),
        ("Claro Nicaragua raised its prices on Monday.", "Claro Nicaragua", "NIC", "BUS"),
        ("Greenpeace India said that the dam would harm birds.", "Greenpeace India", "IND", "NGO"),
        ("Amnesty International Nigeria was glad.", "Amnesty International Nigeria", "NGA", "NGO"),
        ("She left the University of Michigan, Dearborn, in May.", "University of Michigan, Dearborn", "USA", "EDU"),
        (
            "The Political Bureau of the Communist Party of Vietnam met.",
            "Political Bureau of the Communist Party of Vietnam", "VNM", "PTY",
        ),
        ("Customers of Telecom Namibia complained.", "Telecom Namibia", "NAM", "BUS"),
        ("Talmex S.A. sold its plant in Lima.", "Talmex S.A.", None, "BUS"),
        ("They met the Swedish retailer Larvikko in May.", "Larvikko", "SWE", "BUS"),
        ("Brovenko, a manufacturer of tractors, closed in Minsk.", "Brovenko", None, "BUS"),
        ("In Accra, Fidelix (a Ghanaian insurer) paid.", "Fidelix", "GHA", "BUS"),
    ],
)  # fmt: skip
def test_a_body_in_a_country_or_town_is_one_of_its_own(text: str, words: str, country: str | None, sector: str) -> None:
    mention = WholeReading(text, _DAY).one(words)
    assert (mention.ner, mention.country, mention.sector) == ("ORG", country, sector)


@pytest.mark.parametrize(
    ("text", "words", "actor_id"),
    [
        ("Boeing China sales rose in May.", "Boeing", "FIRM.BOEING"),
        ("Oxfam, Kenya and Mali agreed.", "Oxfam", "NGO.OXFAM"),
        ("UNICEF Kenya gave food.", "UNICEF", "IGO.UN.UNICEF"),
        ("She chose between the University of Virginia, Duke and Yale.", "University of Virginia", "UNI.VIRGINIA"),
        ("Toyota, Brazil and Peru agreed.", "Brazil", "BRA"),
    ],
)
def test_what_only_stands_beside_a_body_is_no_part_of_it(text: str, words: str, actor_id: str) -> None:
    assert WholeReading(text, _DAY).all(words)[-1].actor_id == actor_id


def test_lands_joined_by_a_hyphen_can_open_the_name_of_a_body() -> None:
    read = WholeReading("He spoke to the American-Arab Anti-Discrimination League in Detroit.", _DAY)
    assert [mention.ner for mention in read.all("American-Arab Anti-Discrimination League")] == ["ORG"]
    assert not read.all("Arab")


def test_mountains_are_places() -> None:
    read = WholeReading("The northern Sierra Nevada has seen little rain. Sierra Nevada foothills burned.", _DAY)
    assert {mention.kind for mention in read.all("Sierra Nevada")} == {"place"}


def test_a_party_stands_for_its_case() -> None:
    text = (
        "The court ruled in Trump v. Mazars last week. In Mazars, a judge said that the House had no power. Arguments in Mazars are weak. "
        "The court will not rehear Mazars. Then Mazars gave the papers to the House."
    )
    read = WholeReading(text, _DAY)
    assert [mention.start for mention in read.all("Mazars") if mention.actor_id] == [text.index("Mazars"), text.index("Mazars gave")]


def test_a_person_before_a_chamber_is_no_chamber() -> None:
    read = WholeReading("Mo Cowan Senate appointment draws praise in Boston. Mo Cowan said that he was glad.", _DAY)
    assert {mention.ner for mention in read.all("Mo Cowan")} == {"PERSON"}


def test_a_state_in_a_list_is_nobody_who_did_something() -> None:
    assert WholeReading("Britain, France, and Spain, who fought a war, won.", _DAY).one("Spain").actor_id == "ESP"


@pytest.mark.parametrize(
    ("text", "words", "ner", "country"),
    [
        ("Iris Pang, an economist for Greater China at financial services firm Ostrelia, was calm.", "Ostrelia", "ORG", None),
        ("Cuba also freed Alan Grosz, an American contractor.", "Alan Grosz", "PERSON", "USA"),
        ("Kivo, a company spokesman said, was closed.", "Kivo", "ORG", None),
    ],
)
def test_no_country_is_told_of_a_firm_by_what_stands_farther_off(text: str, words: str, ner: str, country: str | None) -> None:
    mention = WholeReading(text, _DAY).one(words)
    assert (mention.ner, mention.country) == (ner, country)
