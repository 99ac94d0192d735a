"""Names joined by hyphens are several, double surnames are one, and a hyphen does not hide an acronym with stops."""

from datetime import date

import pytest

from tests.transforms.identities.test_namesakes_in_office import WholeReading


@pytest.mark.parametrize(
    ("sentence", "day", "expected"),
    [
        ("The Sarkozy-Hollande debate was long.", date(2012, 5, 3), ["PER.nicolas-sarkozy", "PER.francois-hollande"]),
        ("The Netanyahu-Gantz government fell.", date(2020, 12, 23), ["PER.benjamin-netanyahu", "PER.benny-gantz"]),
        ("The Moon-Kim summit went well.", date(2018, 4, 27), ["PER.moon-jae-in", "PER.kim-jong-un"]),
        ("The U.S.-Iran-Saudi rivalry goes on.", date(2016, 2, 1), ["USA", "IRN", "SAU"]),
        ("The U.S.-led coalition struck after U.N.-brokered talks.", date(2016, 2, 1), ["USA", "IGO.UN"]),
        ("Franco-German relations are good.", date(2016, 2, 1), ["FRA", "DEU"]),
        ("They want to repeal the Dodd-Frank Act.", date(2016, 2, 1), []),
        (
            "Annegret Kramp-Karrenbauer met Alexandria Ocasio-Cortez.", date(2019, 4, 1),
            ["PER.annegret-kramp-karrenbauer", "PER.alexandria-ocasio-cortez"],
        ),
    ],
)  # fmt: skip
def test_each_member_of_a_joined_name_is_mentioned(sentence: str, day: date, expected: list[str]) -> None:
    names = [mention for mention in WholeReading(sentence, day).mentions if mention.layer in ("name", "adjectival")]
    assert [mention.actor_id for mention in names] == expected


def test_a_single_name_may_end_the_text() -> None:
    assert WholeReading("They told of the Sarkozy-Hollande debate to Mrs Sorrel", date(2012, 5, 3)).one("Sorrel").ner == "PERSON"
