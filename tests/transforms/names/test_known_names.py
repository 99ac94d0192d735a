"""Names that the lexicon knows, in places and letters that hide them; and words that look like names and are nobody."""

from datetime import date

import pytest

from tests.transforms.identities.test_namesakes_in_office import WholeReading

DAY = date(2019, 9, 9)


@pytest.mark.parametrize(
    ("sentence", "surface", "expected"),
    [
        ("Paul Ryan of Wisconsin, who is often named, spoke.", "Wisconsin", "PLACE.wisconsin"),
        ("You brought up Kagame in Rwanda, who has done much.", "Rwanda", "RWA"),
        ("Prosecutors in Kansas, who spent months on it, left.", "Kansas", "PLACE.kansas"),
        ("He was cheered on FOX News last night.", "FOX News", "OUTLET.FOX_NEWS"),
        ("They heard it on CBS NEWS at noon.", "CBS NEWS", "OUTLET.CBS_NEWS"),
    ],
)
def test_a_known_name_is_known_before_who_and_in_capitals(sentence: str, surface: str, expected: str) -> None:
    assert WholeReading(sentence, DAY).one(surface).actor_id == expected


@pytest.mark.parametrize(
    ("sentence", "surface"),
    [
        ("Hurricane Matthew killed hundreds in Haiti.", "Hurricane Matthew"),
        ("We thank John KerryObama for it.", "John KerryObama"),
        ("The Clintons left, and Bush stayed.", "Bush"),
    ],
)
def test_events_glued_names_and_shared_surnames_are_nobody(sentence: str, surface: str) -> None:
    reading = WholeReading(sentence, DAY)
    assert {mention.actor_id for mention in reading.mentions if surface in reading.text[mention.start : mention.end]} <= {None}
