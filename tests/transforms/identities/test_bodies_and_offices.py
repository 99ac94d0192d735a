"""Whose body, office or people a phrase means: owners by city, pronoun and title, offices of many holders, nouns that take up names."""

from datetime import date

import pytest

from tests.transforms.identities.test_namesakes_in_office import WholeReading
from tests.transforms.wider_world import WiderReading

DAY = date(2023, 5, 1)


@pytest.mark.parametrize(
    ("text", "words", "actor_id", "country"),
    [
        ("France’s ambassador left Baku.", "France’s ambassador", "GENERIC.ambassador.FRA", "FRA"),
        ("The Russian governor left.", "The Russian governor", "GENERIC.governor.RUS", "RUS"),
        ("A UN envoy arrived in Baku.", "A UN envoy", "GENERIC.envoy.IGO.UN", None),
    ],
)
def test_an_office_of_many_holders_is_nobody_in_particular(text: str, words: str, actor_id: str, country: str | None) -> None:
    mention = WiderReading(text, DAY).one(words)
    assert (mention.actor_id, mention.country, mention.kind) == (actor_id, country, "generic")


def test_an_office_of_many_holders_is_the_person_titled_so_in_the_article() -> None:
    reading = WiderReading("Labour Minister Anna Berg resigned. Governor Joe Brown won. The minister wept. The governor laughed.", DAY)
    assert reading.actor("The minister") == reading.actor("Anna Berg")
    assert reading.actor("The governor") == reading.actor("Joe Brown")


@pytest.mark.parametrize(
    ("text", "words", "actor_id"),
    [
        ("Russia left. The defence ministry in Vilnius said so.", "The defence ministry", "LTU.GOV.MOD"),
        ("Russia left. The parliament in Yerevan agreed.", "The parliament", "ARM.LEG"),
        ("Russia left. Soldiers in Vilnius said so.", "Soldiers", "RUS.MIL"),
    ],
)
def test_a_body_in_a_capital_is_of_that_country(text: str, words: str, actor_id: str) -> None:
    assert WiderReading(text, DAY).actor(words) == actor_id


def test_a_possessive_pronoun_tells_whose_body_it_is() -> None:
    reading = WiderReading("Armenia sent aid. Its foreign ministry said its troops would stay. Their spokesman agreed.", DAY).link()
    assert reading.actor("Its foreign ministry") == "ARM.GOV.MFA"
    assert reading.actor("its troops") == "ARM.MIL"
    spokesman = reading.one("Their spokesman")
    assert (spokesman.kind, spokesman.country) == ("generic", "ARM")


def test_a_group_can_be_fighters_nobody_named() -> None:
    reading = WiderReading("The rebels attacked. The group said that its fight went on.").link()
    assert reading.actor("The group") == reading.actor("The rebels") == reading.actor("its")


def test_a_kingdom_is_the_country_named_before() -> None:
    assert WiderReading("Saudi Arabia signed. The kingdom pumps oil.").actor("The kingdom") == "SAU"


def test_a_country_is_not_what_it_is_set_against() -> None:
    reading = WiderReading("Russia sold gas to Armenia. The small country depends on Russia.")
    assert reading.actor("The small country") == "ARM"


def test_a_land_form_takes_up_no_state() -> None:
    reading = WiderReading("He drove to Texas. Snow fell on the mountain.")
    assert reading.actor("the mountain") != "USA-TX"


def test_helicopters_of_the_news_are_no_air_force() -> None:
    reading = WiderReading("The United States watched. The news helicopters came, and the helicopters left.")
    assert reading.actor("The news helicopters") != "USA.MIL.AIR"
    assert reading.actor("the helicopters") == "USA.MIL.AIR"


def test_a_body_named_by_its_phrase_before_is_meant_again() -> None:
    reading = WiderReading("French peacekeepers left Armenia. Azerbaijan was glad, and the peacekeepers too.")
    assert reading.actor("the peacekeepers") == "FRA.MIL.PKO"


def test_an_official_without_a_country_is_of_the_one_of_which_the_article_speaks() -> None:
    alone = WiderReading("Armenia voted. The Armenian parliament met. Governor Joe Brown won in Armenia.", DAY)
    assert alone.one("Joe Brown").country == "ARM"
    between = WiderReading("Armenia and Lithuania voted. Governor Joe Brown won.", DAY)
    assert between.one("Joe Brown").country is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He leads a pro-Russian political party in Riga.", "a pro-Russian political party"),
        ("Almost every Iranian-backed militia took part in the attack.", "Almost every Iranian-backed militia"),
        ("A deeply unpopular pro-Soviet regime fell in Kabul.", "A deeply unpopular pro-Soviet regime"),
        ("The U.S.-backed forces took Raqqa in October.", "The U.S.-backed forces"),
    ],
)
def test_who_is_for_or_behind_a_body_does_not_own_it(text: str, words: str) -> None:
    assert str(WholeReading(text).one(words).actor_id).startswith("GENERIC")


@pytest.mark.parametrize(
    ("before", "issuer"),
    [
        ("President Obama spoke for an hour.", "PER.barack-obama"),
        ("A joint letter by three mayors stressed that President Obama should resign.", None),
    ],
)
def test_a_statement_stands_for_who_spoke_and_not_for_whom_it_tells_of(before: str, issuer: str | None) -> None:
    assert WholeReading(f"{before} The statement said that nobody would wait.", date(2012, 5, 1)).one("The statement").actor_id == issuer
