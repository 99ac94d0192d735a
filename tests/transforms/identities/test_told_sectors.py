"""What the words beside a person's name tell of sector and country, and where they tell nothing."""

from datetime import date

import pytest

from tests.transforms.identities.test_namesakes_in_office import WholeReading
from transforms.identities.discovered import discover_organisation

_DAY = date(2015, 3, 3)


@pytest.mark.parametrize(
    ("text", "words", "sector"),
    [
        ("Welsh captain Gareth Sorrel scored as his team won the match in Cardiff.", "Gareth Sorrel", None),
        ("Captain Ines Sorrel led her soldiers out of the barracks while the army withdrew.", "Ines Sorrel", "MIL"),
        ("Officer Dan Sorrel shot the driver, police in Leeds said.", "Dan Sorrel", None),
        ("Navy Lieutenant Femi Sorrel was freed in Lagos.", "Femi Sorrel", "MIL"),
        ("Lena Sorrel, a third year music major, plays the cello in Oslo.", "Lena Sorrel", None),
        ("Gen. Omar Sorrel met the envoys. The rebels said they would hold the town.", "Omar Sorrel", None),
        ("Gen. Omar Sorrel met the envoys. The army said it would hold the town.", "Omar Sorrel", "MIL"),
        ("Liberal veteran Kofi Sorrel lost his seat in Accra.", "Kofi Sorrel", None),
    ],
)
def test_ranks_that_others_have_too_need_armed_forces_in_the_text(text: str, words: str, sector: str | None) -> None:
    assert WholeReading(text, _DAY).one(words).sector == sector


@pytest.mark.parametrize(
    ("text", "words", "sector"),
    [
        ("His campaign manager, Ana Sorrel, thanked the voters in Lima.", "Ana Sorrel", "PTY"),
        ("It failed for Ruth Sorrel, Mr. Baird’s chief strategist.", "Ruth Sorrel", None),
        ("It failed for Ruth Sorrel, the president’s chief strategist.", "Ruth Sorrel", "GOV"),
        ("Former Deputy Chief of Staff Monty Sorrel was told of it.", "Monty Sorrel", "ELI"),
        ("Ann Sorrel, the Kenyan director of national intelligence, spoke.", "Ann Sorrel", "SPY"),
        ("Presidential candidate Awa Sorrel spoke in Dakar.", "Awa Sorrel", "PTY"),
        ("Opposition presidential candidate Awa Sorrel spoke in Dakar.", "Awa Sorrel", "OPP"),
        ("Awa Sorrel is a nominee confirmed by all.", "Awa Sorrel", None),
        ("Jan Sorrel, a veteran politician, resigned in Prague.", "Jan Sorrel", None),
        ("Analyst Mira Sorrel expects lower prices for tin.", "Mira Sorrel", None),
        ("Employee Mira Sorrel showed the new telephone.", "Mira Sorrel", None),
        ("Councillor Bram Sorrel was elected to the Legislative Council in Hong Kong.", "Bram Sorrel", None),
        ("Ottawa city councillor Bram Sorrel was re-elected.", "Bram Sorrel", "GOV"),
        ("Representative Bram Sorrel of Texas voted against the bill.", "Bram Sorrel", "LEG"),
        ("The editor Ida Holm and President Bram Sorrel showed us the printing works in Graz.", "Bram Sorrel", None),
        ("The secretary general of CEV (Conference of Volunteers), Paolo Sorrel, disagreed.", "Paolo Sorrel", None),
        ("Rui Sorrel, chief financial officer and treasurer at the Varden Family Foundation, agreed.", "Rui Sorrel", "NGO"),
        ("Lars Sorrel, the longtime opposition leader, voted in Riga.", "Lars Sorrel", "OPP"),
    ],
)
def test_what_many_are_called_makes_nobody_an_official(text: str, words: str, sector: str | None) -> None:
    assert WholeReading(text, _DAY).one(words).sector == sector


@pytest.mark.parametrize(
    ("text", "words", "sector"),
    [
        ("Petra Sorrel, a Utah State freshman, liked the speech.", "Petra Sorrel", None),
        ("Police found Ivo Sorrel, a thief from a city prison, in Split.", "Ivo Sorrel", "CRM"),
        ("The president met the minister (Photo: Ida Sorrel).", "Ida Sorrel", None),
        ("The mayor's daughter Ida Sorrel lives in Turin.", "Ida Sorrel", "CVL"),
        ("The book by Le Monde's Ida Sorrel was praised.", "Ida Sorrel", "MED"),
    ],
)
def test_a_noun_beside_a_name_is_the_persons_only_where_it_heads_what_he_is_called(text: str, words: str, sector: str | None) -> None:
    assert WholeReading(text, _DAY).one(words).sector == sector


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Nora Sorrel, a former ambassador to Romania, spoke.", "Nora Sorrel", None),
        ("Nora Sorrel, Peru's ambassador to Romania, spoke.", "Nora Sorrel", "PER"),
        ("Nora Sorrel, a lieutenant colonel who served in Iraq, spoke.", "Nora Sorrel", None),
        ("Iraq sent Colonel Nora Sorrel to the border.", "Nora Sorrel", "IRQ"),
    ],
)
def test_where_somebody_was_sent_is_not_his_country(text: str, words: str, country: str | None) -> None:
    assert WholeReading(text, _DAY).one(words).country == country


def test_who_held_an_office_is_called_a_friend_without_becoming_a_civilian() -> None:
    reading = WholeReading("Theresa May is a great friend of the town.", None)
    assert reading.one("Theresa May").sector is None


@pytest.mark.parametrize(
    ("name", "kind", "sector", "country"),
    [
        ("Cherry Corps", "organisation", None, None),
        ("Renewal Project Force", "organisation", None, None),
        ("Suva Navy Yard", "organisation", None, "FJI"),
        ("Third Army Corps", "armed_force", "MIL", None),
        ("Kenyan Corps", "armed_force", "MIL", "KEN"),
        ("Rapid Reaction Force", "armed_force", "MIL", None),
        ("Golden Spoon Thai", "organisation", None, None),
        ("Thai Golden Spoon", "organisation", None, "THA"),
    ],
)
def test_words_of_armies_and_lands_say_no_more_than_they_tell(name: str, kind: str, sector: str | None, country: str | None) -> None:
    actor = discover_organisation(name, WholeReading.lexicon())
    assert (actor.kind, actor.sector, actor.country) == (kind, sector, country)


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Judge Sorrel acquitted the runner. “It is over,” Mr. Pistorius said.", "Sorrel", None),
        ("Judge Sorrel acquitted the runner. “It is over,” the Kenyan government said.", "Sorrel", "KEN"),
    ],
)
def test_a_bare_surname_alone_does_not_tell_where_an_official_is_at_home(text: str, words: str, country: str | None) -> None:
    assert WholeReading(text, None).one(words).country == country


def test_an_office_stands_for_the_body_only_where_it_heads_a_government() -> None:
    told = {
        "The Sudanese finance minister resigned.": "SDN.GOV.MOF",
        "The fired Sudanese finance minister left.": None,
        "The Sudanese army chief resigned.": None,
    }
    for text, actor_id in told.items():
        bodies = {mention.actor_id for mention in WholeReading(text, None).mentions if mention.rule == "office.body"}
        assert bodies == ({actor_id} if actor_id else set()), text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The African Union met. They belong to the bloc to which most of them owe money.", "the bloc"),
        ("Nestlé paid. She joined the company prosecuting the thieves.", "the company"),
    ],
)
def test_what_is_told_right_behind_a_noun_was_not_named_before(text: str, words: str) -> None:
    taken = [m for m in WholeReading(text, _DAY).mentions if m.rule.startswith("nominal.") and text[m.start : m.end] == words]
    assert all(str(mention.actor_id).startswith("GENERIC.") for mention in taken)
