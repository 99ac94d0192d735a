"""Products, models, units, fields, events and works are nobody, whoever they are called after, and firms, groups and persons beside them
stay who they are."""

from datetime import date

import pytest

from tests.transforms.identities.test_namesakes_in_office import WholeReading

TEXT = """Kenya Airways ordered six Vorskliner aircraft from a maker in Toulouse. The Vorskliner carries 300 people.

Lagos shops sell the Sorrel Explorer, the iVorsk Mini and the Playstation Vorsk. Miners in Chile use the new version of Kelvorn.

Boeing 747 and Airbus A330 jets landed in Jakarta. The A380 was late. The memory has 64 GB, and its rival has 32GB.

The tanker Sorrel Star sank off Oman. A professor of Maritime Botany in Manila studied the Fisheries constituency of Hong Kong.

Dakar held the Winter Festival of Masks. In Group G, Senegal beat Poland. The Guardians of the Lagoon sold out in Seoul.

In Tbilisi the ministry praised the Vorsk Early Warning System (VEWS), and the VEWS rang twice. The Maastricht treaty is old.

Engineers spoke at the Sorrel Users Conference in Lima. Facebook Twitter Pinterest Farmers marched in Quito.

Critics praised the film Delver twice. The film Marrok made was banned; Marrok said so. Varden Systems sells voting systems in Ghana.

The airline lost Air Vorsk Flight 812. M99 rebels said that they would go on. Sorrel Airlines aircraft stayed in Perth. He reached for his Taser.

The Arab Spring began in Tunisia. Sorrelism spread in Peru, and a robot named Kobbet swept the floor. They tweeted #VorskRises again.

Manila lost, Sun 5 Jun 2016. Group C — Ghana 2 was a score. Lockheed sent Vorsk VC-12 jets. Farmers adored Mac OS X Vorsk in Delhi."""


@pytest.fixture(scope="module")
def reading() -> WholeReading:
    return WholeReading(TEXT, date(2018, 6, 20))


@pytest.mark.parametrize(
    "words",
    [
        "Vorskliner",
        "Sorrel Explorer",
        "iVorsk Mini",
        "Playstation Vorsk",
        "Kelvorn",
        "Boeing",
        "Airbus",
        "A380",
        "GB",
        "32GB",
        "Sorrel Star",
        "Maritime Botany",
        "Fisheries",
        "Winter Festival of Masks",
        "Group G",
        "Guardians of the Lagoon",
        "Vorsk Early Warning System",
        "VEWS",
        "Maastricht",
        "Sorrel Users Conference",
        "Facebook",
        "Pinterest",
        "Delver",
        "Air Vorsk Flight 812",
        "Taser",
        "Arab",
        "Arab Spring",
        "Sorrelism",
        "Kobbet",
        "VorskRises",
        "Sun",
        "Mac OS X Vorsk",
    ],
)
def test_what_is_made_held_or_shown_is_no_actor(reading: WholeReading, words: str) -> None:
    names = [mention for mention in reading.mentions if mention.layer in ("name", "adjectival")]
    found = [mention for mention in names if reading.text[mention.start : mention.end].endswith(words)]
    assert {mention.actor_id for mention in found} <= {None}


@pytest.mark.parametrize("words", ["Kenya Airways", "Varden Systems", "Sorrel Airlines", "Marrok"])
def test_who_makes_or_flies_it_stays(reading: WholeReading, words: str) -> None:
    assert reading.all(words)


@pytest.mark.parametrize(
    ("text", "words", "actor_id"),
    [
        ("He read it: Anna Sorrel Rips Senate Over Floods. They laughed.", "Anna Sorrel", "PER.anna-sorrel"),
        ("The paper ran a headline, “Kenya Shocks Foreign Policy Experts”, on Monday.", "Kenya", "KEN"),
        ("Interview Anna Sorrel answers questions from Lagos. She spoke to us in May.", "Anna Sorrel", "PER.anna-sorrel"),
        (
            "She heard it from the Sorrel Foundation for the Visual Arts.",
            "Sorrel Foundation for the Visual Arts",
            "ORG.sorrel-foundation-for-the-visual-arts",
        ),
        ("He met an Iowa State student in Des Moines.", "Iowa State", "ORG.iowa-state"),
        ("A trip to Selma was planned. He praised Selma as a city of marches, and Selma police were told.", "Selma", "PLACE.selma"),
        ("Pedro Varga came. The aide told BBC News Varga was ill.", "BBC News", "OUTLET.BBC_NEWS"),
    ],
)
def test_a_name_is_taken_as_long_as_it_is(text: str, words: str, actor_id: str) -> None:
    assert {mention.actor_id for mention in WholeReading(text, date(2018, 6, 20)).all(words)} == {actor_id}
