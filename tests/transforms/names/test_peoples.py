"""Names of peoples, lands and acronyms as they stand in the text, with their types."""

from datetime import date

import pytest

from tests.transforms.identities.test_namesakes_in_office import WholeReading

TEXT = """Most British Indians voted in Leicester. Chinese Indonesian traders closed their shops. The British Indian border talks failed.

The Amazon lost its trees to deforestation in Brazil. The firm Amazon hired workers. He went back to mainland China.

He is a former President of AIMZM. AIMZM was working. China talks to Western countries. Five Arab countries agreed. Life on Earth goes on.

But Sunak's success is not typical of Britain. He belongs to the Conservative party of Britain."""


@pytest.fixture(scope="module")
def reading() -> WholeReading:
    return WholeReading(TEXT, date(2022, 9, 2))


@pytest.mark.parametrize(
    ("words", "ner"),
    [
        ("British Indians", "NORP"), ("Chinese Indonesian", "NORP"), ("China", "GPE"), ("AIMZM", "ORG"), ("Western", "NORP"), ("Arab", "NORP"),
        ("Earth", "LOC"), ("Sunak", "PERSON"), ("Conservative party", "ORG"),
    ],
)  # fmt: skip
def test_the_whole_name_has_its_type(reading: WholeReading, words: str, ner: str) -> None:
    assert {mention.ner for mention in reading.all(words)} == {ner}


def test_what_two_peoples_have_with_each_other_is_of_both(reading: WholeReading) -> None:
    assert reading.all("British")[-1].actor_id == "GBR"


def test_with_its_article_the_forest_is_meant_and_not_the_firm(reading: WholeReading) -> None:
    assert [mention.actor_id for mention in reading.all("Amazon")] == ["PLACE.amazon", "FIRM.AMAZON"]
