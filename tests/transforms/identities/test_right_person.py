"""Persons whom strict reading found mistaken: by a title alone, a slip of the pen, another's nickname, a family, a race for office."""

from datetime import date

import pytest

from tests.transforms.identities.test_namesakes_in_office import WholeReading

_DAY = date(2019, 11, 20)


def _told(text: str, words: str, day: date | None = _DAY) -> tuple[str | None, str | None, str | None]:
    """Actor, country and sector of the last mention of the words."""
    mention = WholeReading(text, day).all(words)[-1]
    return mention.actor_id, mention.country, mention.sector


@pytest.mark.parametrize(
    ("text", "words", "country", "sector"),
    [
        (
            "Adm. Carl Rill, commander of the U.S. Pacific Command, spoke. Chinese officials and Chinese diplomats were angry with China.",
            "Carl Rill", "USA", "MIL",
        ),
        (
            "Rear Adm. Lucas Orme, head of the Kenya Navy, met Chinese officers and Chinese diplomats. China gave ships.",
            "Lucas Orme", "KEN", "MIL",
        ),
        ("Tobias Rill, a former soldier from Leeds, spoke.", "Tobias Rill", "GBR", None),
        ("Ana Lisk, a former reporter, ran for mayor in Lisbon.", "Ana Lisk", None, None),
        ("Rui Marat, a former policeman, ran for mayor in Recife.", "Rui Marat", None, None),
        ("Ola Bergseth, a former justice minister of Norway, said no.", "Ola Bergseth", "NOR", "ELI"),
        ("The late television presenter Jim Savory was rich.", "Jim Savory", None, "MED"),
        ("Mira Quill, an editor at Amazon, praised the book.", "Mira Quill", "USA", "MED"),
        ("Carl Duster, the National Rifle Association's chief lobbyist, said no.", "Carl Duster", "USA", "NGO"),
        ("Owen Drasky, a CIA contractor, was arrested in Lahore.", "Owen Drasky", "USA", None),
        ("Ravi Mender, a data scientist, moved to Pune.", "Ravi Mender", None, None),
        ("The Republican leader of the House, Kevin Radley, agreed in the United States.", "Kevin Radley", "USA", "LEG"),
    ],
)  # fmt: skip
def test_what_stands_beside_a_name_tells_its_country_and_sector(text: str, words: str, country: str | None, sector: str | None) -> None:
    assert _told(text, words)[1:] == (country, sector)


@pytest.mark.parametrize(
    ("text", "words", "actor_id"),
    [
        ("Sen. Kristen Gillibrand (D-N.Y.) brought in a bill.", "Kristen Gillibrand", "PER.kirsten-gillibrand"),
        ("Premier Benjamen Netanyahu of Israel met him.", "Benjamen Netanyahu", "PER.benjamin-netanyahu"),
        ("Rep. Alexandra Ocasio-Cortez spoke in Washington.", "Alexandra Ocasio-Cortez", "PER.alexandria-ocasio-cortez"),
        ("Kristen Gillibrand, a nurse from Perth, sang.", "Kristen Gillibrand", "PER.kristen-gillibrand"),  # nothing tells her office
        ("Senator Simon Kuznets, a farmer, spoke in the United States.", "Simon Kuznets", "PER.simon-kuznets"),
    ],
)
def test_a_slip_in_a_given_name_is_mended_where_the_office_is_told(text: str, words: str, actor_id: str) -> None:
    assert _told(text, words)[0] == actor_id


def test_a_nickname_is_no_evidence_against_the_office_told() -> None:
    text = "James Kenney, the environment secretary of New Mexico, said that firms in the United States must pay."
    assert _told(text, "James Kenney")[0] == "PER.james-kenney"
    assert _told("Matt Whitaker, the acting attorney general, spoke in the United States.", "Matt Whitaker")[0] == "PER.matthew-whitaker"


def test_who_is_introduced_with_the_title_bears_it_again() -> None:
    text = (
        "In Asunción, Paraguay told Anti-corruption Minister René Fernández to act. Argentina was silent. "
        "Anti-corruption Minister Fernández said that Argentina had the plane."
    )
    assert _told(text, "Fernández", date(2022, 6, 20))[0] == "PER.rene-fernandez"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mikko Koskela was caught in Turku. The Koskela brothers were tried.", "Koskela"),
        ("Amina Danjuma spoke in Jos. The Danjuma family left Nigeria.", "Danjuma"),
        ("Lucía Paz won in Quito. The Paz sisters danced.", "Paz"),
        ("They prayed to our Lord Jesus Christ in Manila.", "Jesus Christ"),
        ("He swore by the Prophet Muhammad in Amman.", "Prophet Muhammad"),
    ],
)
def test_families_and_gods_are_no_person_of_the_news(text: str, words: str) -> None:
    assert _told(text, words)[0] is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Michigan Gov. Rick Snyder left. The governor's race in Michigan was close.", "The governor"),
        ("Boris Johnson is the prime minister. London mayor's race begins.", "London mayor"),
        ("Donald Trump smiled. She entered the president's election in the United States.", "the president"),
    ],
)
def test_an_office_for_which_people_run_has_no_holder(text: str, words: str) -> None:
    assert (_told(text, words)[0] or "").startswith("GENERIC.")
