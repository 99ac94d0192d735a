"""Which actor is meant: names, offices on their day, nominals, metonyms and pronouns."""

from datetime import date

import pytest

from tests.transforms.small_world import Reading
from transforms.annotations import Quote

DAY = date(2023, 4, 25)


def test_a_surname_is_the_person_named_in_full_before() -> None:
    reading = Reading("Expert Arkady Dubnov spoke on Monday. Dubnov said Moscow was weak.")
    assert reading.one("Dubnov").actor_id == reading.one("Arkady Dubnov").actor_id == "PER.arkady-dubnov"


def test_a_surname_in_the_headline_is_the_person_named_below() -> None:
    reading = Reading("Dubnov warns of war\n\nArkady Dubnov, an analyst, warned of war.", title="Dubnov warns of war")
    assert reading.one("Dubnov").actor_id == "PER.arkady-dubnov"


def test_two_persons_of_one_surname_are_told_apart_by_title() -> None:
    reading = Reading("Bill Clinton and Hillary Clinton arrived. Mrs. Clinton waved. Mr. Clinton smiled.")
    women, men = [m.actor_id for m in reading.all("Clinton")]
    assert (women, men) == ("PER.hillary-clinton", "PER.bill-clinton")


def test_a_country_can_be_a_surname() -> None:
    reading = Reading("Director Neil Jordan made a new film. “I wanted to tell it,” Jordan said.")
    assert reading.one("Jordan").actor_id == "PER.neil-jordan"


@pytest.mark.parametrize(
    ("day", "person"),
    [(date(2016, 3, 1), "PER.francois-hollande"), (date(2018, 3, 1), "PER.emmanuel-macron"), (None, "FRA.GOV.EXEC")],
)
def test_an_office_means_its_holder_on_the_day_of_the_article(day: date | None, person: str) -> None:
    assert Reading("The French president arrived in Baku.", day).one("The French president").actor_id == person


def test_a_former_president_is_not_the_government() -> None:
    mention = Reading("The former French president arrived in Baku.", date(2018, 3, 1)).one("The former French president")
    assert mention.actor_id not in ("PER.emmanuel-macron", "FRA.GOV.EXEC")


def test_the_sector_of_a_person_is_that_of_the_day() -> None:
    in_office = Reading("François Hollande spoke.", date(2016, 3, 1)).one("François Hollande")
    later = Reading("François Hollande spoke.", date(2020, 3, 1)).one("François Hollande")
    assert (in_office.sector, in_office.office) == ("GOV", "president of France")
    assert (later.sector, later.office) == ("ELI", None)


def test_a_title_tells_country_and_sector_of_a_person_in_no_dictionary() -> None:
    mention = Reading("Kremlin spokesman Dmitry Testov said so.").one("Dmitry Testov")
    assert (mention.actor_id, mention.country, mention.sector) == ("PER.dmitry-testov", "RUS", "GOV")


def test_bodies_are_composed_with_the_country_named_or_acting() -> None:
    text = "Russia sent a note. The foreign ministry said Moscow’s troops would stay. The Ministry of Foreign Affairs of Armenia disagreed."
    reading = Reading(text, DAY)
    assert reading.one("The foreign ministry").actor_id == "RUS.GOV.MFA"
    assert reading.one("Moscow’s troops").actor_id == "RUS.MIL"
    assert reading.one("Ministry of Foreign Affairs of Armenia").actor_id == "ARM.GOV.MFA"


def test_a_common_noun_takes_up_the_actor_it_can_stand_for() -> None:
    reading = Reading("Armenia belongs to the CSTO. It may quit the pact. The country hosts a base.")
    assert reading.one("the pact").actor_id == "IGO.CSTO"
    assert reading.one("The country").actor_id == "ARM"


def test_unnamed_agents_are_generic() -> None:
    mention = Reading("Analysts say so.").one("Analysts")
    assert (mention.actor_id, mention.kind) == ("GENERIC.analysts", "generic")


@pytest.mark.parametrize(
    ("text", "reading", "actor_id"),
    [
        ("Moscow brokered a truce.", "power", "RUS.GOV"),
        ("He flew to Moscow on Monday.", "place", "PLACE.moscow"),
        ("There was irritation in Yerevan.", "power", "ARM.GOV"),
        ("They met in Yerevan.", "place", "PLACE.yerevan"),
        ("PARIS, April 24 (AFP) — Talks began.", "place", "PLACE.paris"),
        ("Talks with Ankara failed.", "power", "TUR.GOV"),
    ],
)
def test_a_capital_is_a_power_or_a_place_by_its_sentence(text: str, reading: str, actor_id: str) -> None:
    (mention,) = [m for m in Reading(text).mentions if m.reading is not None]
    assert (mention.reading, mention.actor_id) == (reading, actor_id)


def test_an_agency_named_for_a_country_is_no_actor_of_that_country() -> None:
    reading = Reading("He told Agence France-Presse (AFP) so.")
    assert {m.actor_id for m in reading.mentions if m.layer == "name"} == {"OUTLET.AFP"}


def test_pronouns_follow_gender_number_and_syntax() -> None:
    reading = Reading("Mary Smith met John Brown in Baku. She thanked him. Armenia said it would go.").link()
    assert reading.one("She").actor_id == "PER.mary-smith"
    assert reading.one("him").actor_id == "PER.john-brown"
    assert reading.one("it").actor_id == "ARM"


def test_a_thing_named_last_keeps_it_from_being_an_actor() -> None:
    reading = Reading("Armenia complained. The situation is not easy, it requires effort.").link()
    assert not reading.all("it")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("“We see it, and I know it,” Sergei Lavrov said.", DAY),
        ("“We see it, and I know it,” Armenian Foreign Minister Anna Berg said.", None),
    ],
)
def test_we_in_a_ministers_quotation_is_the_government(text: str, day: date | None) -> None:
    reading = Reading(text, day)
    speaker = next(m for m in reading.mentions if m.ner == "PERSON")
    quote = Quote("direct", [(0, text.index("”") + 1)], None, None, speaker, None, "test", 1.0)
    reading.link(quote)
    assert reading.one("We").actor_id == f"{speaker.country}.GOV"
    assert reading.one("I").actor_id == speaker.actor_id


def test_a_description_beside_a_name_is_the_person_named() -> None:
    reading = Reading("An analyst, Arkady Dubnov, disagreed.", DAY)
    assert reading.one("An analyst").actor_id == "PER.arkady-dubnov"


def test_a_noun_told_apart_by_its_words_takes_up_nobody() -> None:
    reading = Reading("Armenia left the CSTO. The northern mountain country stayed.", DAY)
    assert reading.one("The northern mountain country").actor_id != "ARM"


@pytest.mark.parametrize(
    ("name", "actor_id"),
    [
        ("Emmanuel J. Macron", "PER.emmanuel-macron"),
        ("Emmanuel Jean Macron", "PER.emmanuel-jean-macron"),
        ("Sergei V. K. Lavrov", "PER.sergei-lavrov"),
    ],
)
def test_middle_initials_do_not_hide_who_is_meant(name: str, actor_id: str) -> None:
    reading = Reading(f"{name} left. {name.split()[-1]} came back.", date(2023, 5, 1))
    assert reading.one(name).actor_id == reading.one(name.split()[-1]).actor_id == actor_id


def test_every_verdict_on_a_mention_is_kept_with_what_it_replaced() -> None:
    moscow = Reading("Moscow said it would answer.").one("Moscow")
    (power,) = [step for step in moscow.trace if step.rule == "metonym.power"]
    assert (power.verdict, power.replaced) == ("RUS.GOV", "PLACE.moscow")
