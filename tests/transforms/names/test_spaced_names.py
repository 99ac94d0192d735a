"""Names whose parts stand apart, begin with a particle or end in small letters."""

from datetime import date

import pytest

from tests.transforms.identities.test_namesakes_in_office import WholeReading

_DAY = date(2023, 5, 5)


@pytest.mark.parametrize(
    ("text", "words", "actor_id"),
    [
        ("Yoon Suk - yeol , the president , spoke in Seoul .", "Yoon Suk - yeol", "PER.yoon-suk-yeol"),
        ("Today , Moshe Ya ’ alon spoke , it was said .", "Moshe Ya ’ alon", "PER.moshe-yaalon"),
        ("Today , Anyang Nyong ’ o spoke in Kisumu , it was said .", "Anyang Nyong ’ o", "PER.anyang-nyong-o"),
        ("Cheng Yat - long , a trader , agreed .", "Cheng Yat - long", "PER.cheng-yat-long"),
        ("Tom Lund - who won , they say - left , too .", "Tom Lund", "PER.tom-lund"),
        ("The gift , from the People ' s Republic of China , was opened .", "People ' s Republic of China", "CHN"),
        ("Yoon Suk-yeol spoke in Seoul.", "Yoon Suk-yeol", "PER.yoon-suk-yeol"),
        ("The late president Park Geun-hye was there.", "Park Geun-hye", "PER.park-geun-hye"),
        ("Sayyid Tariq Al Busaidi left Muscat.", "Sayyid Tariq Al Busaidi", "PER.sayyid-tariq-al-busaidi"),
        ("It is late. Al Hajri added that the plan was ready in Doha.", "Al Hajri", "PER.al-hajri"),
        ("It is late. De Freitas thinks the law is bad.", "De Freitas", "PER.de-freitas"),
        ("It is late. Anderson-Pyrz says the vote failed.", "Anderson-Pyrz", "PER.anderson-pyrz"),
    ],
)
def test_a_name_to_its_end(text: str, words: str, actor_id: str) -> None:
    mention = WholeReading(text, _DAY).one(words)
    assert (mention.layer, mention.ner) == ("name", "GPE" if actor_id == "CHN" else "PERSON")
    assert (mention.actor_id or "").startswith(actor_id)


def test_half_a_name_is_no_people() -> None:
    assert not [mention for mention in WholeReading("Park Geun-hye spoke in Seoul.", _DAY).mentions if mention.ner == "NORP"]


@pytest.mark.parametrize(
    ("text", "words", "actor_id"),
    [
        ("The UP police of India spoke in Lucknow.", "UP", "PLACE.uttar-pradesh"),
        ("Fire crews in KZN, South Africa, fought the flames.", "KZN", "PLACE.kwazulu-natal"),
        ("In Yellowknife, Canada, the NWT government agreed.", "NWT", "PLACE.northwest-territories"),
        ("Colombia voted. The UP said no in Bogotá.", "UP", "COL.PTY.UP"),
    ],
)
def test_letters_of_a_state_are_read_where_its_country_is_spoken_of(text: str, words: str, actor_id: str) -> None:
    assert WholeReading(text, _DAY).one(words).actor_id == actor_id
