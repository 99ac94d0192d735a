"""What a tagger leaves of offices, suffixes and glued lines becomes nobody."""

from datetime import date

import pytest

from tests.transforms.identities.test_namesakes_in_office import WholeReading


@pytest.fixture(scope="module")
def reading() -> WholeReading:
    text = (
        "House Minority Leader Nancy Pelosi spoke in Washington. President Trump Donald John TrumpGOP senators balk. "
        "Trump Jr. wrote it, and Eric H. Holder Jr. agreed. The Obama Administration fought the Keystone XL pipeline. "
        "The Senate Democratic leader left. The Senate Judiciary Subcommittee met; the Judiciary Subcommittee voted. "
        "The ranch is owned by Frances Parker. Vivian meets Cay Rivvers, a young sculptor."
    )
    return WholeReading(text, date(2014, 3, 3))


@pytest.mark.parametrize(
    ("words", "actor_id"),
    [
        ("Nancy Pelosi", "PER.nancy-pelosi"),
        ("Trump Jr.", "PER.donald-trump-jr"),
        ("Eric H. Holder Jr.", "PER.eric-holder"),
        ("Obama Administration", "USA.GOV"),
        ("Cay Rivvers", "PER.cay-rivvers"),
        ("Judiciary Subcommittee", "ORG.senate-judiciary-subcommittee.USA"),
    ],
)
def test_the_rest_of_the_name_is_found(reading: WholeReading, words: str, actor_id: str) -> None:
    assert reading.one(words).actor_id == actor_id


def test_no_actor_is_made_of_what_is_left(reading: WholeReading) -> None:
    made = {mention.actor_id for mention in reading.mentions if mention.actor_id}
    assert not made & {"ORG.house-minority", "PER.trump-donald-john-trumpgop", "PER.jr", "PER.keystone-xl", "PEOPLE.democratic"}
