"""What looks like a name and is nobody's makes no actor, and what stands beside a name is no part of it."""

from datetime import date

import pytest

from tests.transforms.identities.test_namesakes_in_office import WholeReading

TEXT = """DNC Chair Tom Perez met Alabama Probate Judge Nick Williams.

BK: The Kenyan minister signed Decree 45 and HB 2. The Director of National Intelligence left.

Hurricane Maria struck Puerto Rico in the United States; category four Maria went on. WAAAAR is coming.

Bill Gates spoke. The Gateses gave money. The National Defense Authorization Act (NDAA) passed, and the NDAA is long.

The Bell Ringing Ceremony was fine. JEANINE PIRRO (HOST): So it was. Russell had five RBI in the game, and the RBI count grew.

San Francisco District Attorney Ann Rill and Harris County District Attorney Kim Ogg agreed. The 9th Circuit ruled.

Pope Francis visits Central African Republic Replay More Videos. He spoke at Madison Square Garden. Wasserman Schultz came.

Tory MPs left. Musican Dave Grohl sang. The U.S. Private Sector Job Quality Index fell. They marched on NE Grand. The CNN Electoral Map shows it; the electoral map is red and a map is long.

He is a professor in the Department of Communication at Cornell University. House Intelligence Chairman Devin Nunes agreed.

They met at the Al Rill Memorial Dinner. Somebody wants a U.S. of E., which is far. Facebook Twitter Pinterest The ban is new. It cost US $ 80 million, and Uganda paid HK $ 3 million.

The KithRill app is free; KithRill is new. They saw the musical Sorrelton twice. She wore a Minnie Mouse hat. Trump said that Helper went along, but he warns Helper; a helper is a firm. Democratic National Committee Chair and others waved. The Voting Rights Sorrel Act passed, and VRSA was long. They went to HealthRill.gov again. Photo by Saul Rillert AFP of the house. EARHALT (CO-HOST) spoke."""


@pytest.fixture(scope="module")
def reading() -> WholeReading:
    return WholeReading(TEXT, date(2015, 11, 2))


@pytest.mark.parametrize(
    ("words", "actor_id"),
    [
        ("DNC", "USA.PTY.DNC"),
        ("San Francisco", "PLACE.san-francisco"),
        ("Harris County", "PLACE.harris-county"),
        ("9th Circuit", "ORG.9th-circuit-court-of-appeals.USA"),
        ("Central African Republic", "CAF"),
        ("Madison Square Garden", "PLACE.madison-square-garden"),
        ("Wasserman Schultz", "PER.debbie-wasserman-schultz"),
        ("Dave Grohl", "PER.dave-grohl"),
        ("Saul Rillert", "PER.saul-rillert"),
        ("House Intelligence", "USA.LEG.LOWER.INTELLIGENCE"),
        ("Department of Communication", "ORG.department-of-communication"),
    ],
)
def test_a_name_is_read_without_what_stands_beside_it(reading: WholeReading, words: str, actor_id: str) -> None:
    assert reading.one(words).actor_id == actor_id


@pytest.mark.parametrize(
    "words",
    [
        "BK",
        "Decree 45",
        "HB 2",
        "National Intelligence",
        "Maria",
        "WAAAAR",
        "Al Rill Memorial Dinner",
        "E.",
        "Facebook Twitter Pinterest",
        "US",
        "HK",
        "KithRill",
        "Sorrelton",
        "Minnie Mouse",
        "Helper",
        "VRSA",
        "HealthRill.gov",
        "Democratic National Committee Chair",
        "Gateses",
        "NDAA",
        "Bell Ringing Ceremony",
        "HOST",
        "Tory MPs",
        "NE Grand",
        "Electoral Map",
        "Job Quality Index",
        "Future Perfect",
    ],
)
def test_no_actor_is_made_of_what_names_nobody(reading: WholeReading, words: str) -> None:
    names = [mention for mention in reading.mentions if mention.layer == "name"]
    found = [mention for mention in names if reading.text[mention.start : mention.end].endswith(words)]
    assert {mention.actor_id for mention in found} <= {None}


def test_letters_of_a_body_need_its_country(reading: WholeReading) -> None:
    assert "IND.GOV.CB" not in {mention.actor_id for mention in reading.mentions}
    assert WholeReading("The RBI cut rates in Mumbai. Indian banks fell.", date(2015, 11, 2)).one("RBI").actor_id == "IND.GOV.CB"


def test_a_single_word_is_another_person_in_another_article() -> None:
    first, again, other = (
        WholeReading(text, date(2015, 11, 2)).one("Geller").actor_id
        for text in ("Mr Geller said so.", "Mr Geller  said so.", "Mr Geller denied it.")
    )
    assert first == again != other


def test_options_of_a_form_are_mentioned_by_nobody() -> None:
    reading = WholeReading("Select your country: Croatia Cuba Cyprus Denmark Djibouti Egypt\n\nCroatia and Cuba voted.", date(2015, 11, 2))
    names = [(mention.actor_id, mention.start) for mention in reading.mentions if mention.layer == "name"]
    assert names == [("HRV", reading.text.rindex("Croatia")), ("CUB", reading.text.rindex("Cuba"))]


def test_a_firm_with_an_ordinary_name_is_no_person(reading: WholeReading) -> None:
    text = "Trump spoke. He said that Carrier went along with it. They keep Carrier here. He warned them. It is a carrier of goods."
    assert {mention.actor_id for mention in WholeReading(text, date(2016, 11, 2)).all("Carrier")} == {"FIRM.CARRIER"}
