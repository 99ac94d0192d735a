"""Towns that are called like their province, and states that are called otherwise by now."""

import pytest

from flows.analysis import Analyst
from tests.transforms.identities.test_namesakes_in_office import WholeReading
from transforms.annotations import Annotation, Article


@pytest.mark.parametrize(
    ("text", "words", "actor_id"),
    [
        ("Rain fell in Argentina: 83 mm in Cordoba, 50 in Entre Rios and 35 in La Pampa.", "Cordoba", "PLACE.cordoba-province"),
        ("The minister flew from Buenos Aires to La Pampa in Argentina.", "Buenos Aires", "PLACE.buenos-aires"),
        ("The meetings in Cordoba and Buenos Aires were calm in Argentina.", "Cordoba", "PLACE.cordoba"),
    ],
)
def test_a_town_is_its_province_only_among_provinces(text: str, words: str, actor_id: str) -> None:
    assert WholeReading(text, None).one(words).actor_id == actor_id


def test_a_former_state_is_its_heir_without_the_item_of_the_heir() -> None:
    (done,) = Analyst.of("full").annotate([Article("a", "West Germany agreed with France.")])
    assert isinstance(done, Annotation)
    found = {mention.actor_id: mention.wikidata for mention in done.mentions}
    assert found["DEU"] is None
    assert found["FRA"] == "Q142"
