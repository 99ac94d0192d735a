"""Names that look known and are somebody else's, or a place's: no actor rather than a wrong one."""

from datetime import date

import pytest

from tests.transforms.identities.test_namesakes_in_office import WholeReading

_DAY = date(2015, 5, 5)


@pytest.mark.parametrize(
    ("text", "words", "actor_id"),
    [
        ("Mills ran day and night in Clinton during the boom. A Clinton baker remembered it.", "Clinton", "PLACE.clinton"),
        ("There was little confidence in Clinton after the vote in Iowa.", "Clinton", "PER.hillary-clinton"),
        ("Bill Clinton spoke. The mood in Clinton was good.", "Clinton", "PER.bill-clinton"),
        ("Ruth Hall, 31, of Columbia, won the race.", "Columbia", "ORG.columbia"),
        ("Students at Columbia marched for peace.", "Columbia", "UNI.COLUMBIA"),
        ("In Virginia the General Assembly passed the budget.", "General Assembly", "ORG.general-assembly"),
        ("The General Assembly passed the resolution on Gaza.", "General Assembly", "IGO.UN.GA"),
        ("A tram hit two girls in Kingston, south of Brisbane, on Monday.", "Kingston", "PLACE.kingston-aus"),
        ("Canada was angry. Washington had imposed tariffs on Ottawa.", "Ottawa", "CAN.GOV"),
    ],
)
def test_common_names_are_what_the_words_beside_them_say(text: str, words: str, actor_id: str) -> None:
    read = WholeReading(text, _DAY)
    assert read.one(words).actor_id == actor_id


@pytest.mark.parametrize(
    ("text", "words", "not_meant"),
    [
        ("Police in Shenzhen held a man surnamed Jiang.", "Jiang", "PER.jiang-zemin"),
        ("Mrs. Lincoln, who runs the bakery, was glad.", "Lincoln", "PER.abraham-lincoln"),
        ("In Britain Sgt. Hunt was praised by his town.", "Hunt", "PER.jeremy-hunt"),
        ("Constable Johnson was hurt in Leeds.", "Johnson", "PER.boris-johnson"),
        ("A shot was fired, said Detective Cameron of London.", "Cameron", "PER.david-cameron"),
        ("Queen Elizabeth I signed the charter in London.", "Elizabeth", "PER.queen-elizabeth-ii"),
        ("King Charles II came back to London in 1660.", "Charles II", "PER.king-charles-iii"),
        ("Richard Spencer, who leads a club in Texas, spoke.", "Richard Spencer", "PER.richard-v-spencer.Q29342932"),
    ],
)
def test_a_namesake_is_not_the_known_person(text: str, words: str, not_meant: str) -> None:
    assert WholeReading(text, _DAY).one(words).actor_id != not_meant


def test_a_ruler_keeps_his_number() -> None:
    read = WholeReading("King Charles III spoke in London. Charles thanked the crowd.", date(2023, 5, 6))
    assert read.one("Charles").actor_id == read.one("Charles III").actor_id == "PER.king-charles-iii"


def test_a_firm_ends_before_the_letters_of_its_shares() -> None:
    read = WholeReading("Sorrel Brothers Inc SRB said on Monday that it had sold its mills in Ohio.", _DAY)
    assert read.one("Sorrel Brothers Inc").actor_id == "ORG.sorrel-brothers-inc"
