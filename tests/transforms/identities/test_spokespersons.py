"""An unnamed spokesperson is the voice of a body; a known one is meant only where the body has just one."""

from datetime import date

import pytest

from tests.transforms.wider_world import WiderReading
from transforms.annotations import Article
from transforms.identities.spokespersons import speak_for_bodies

DAY = date(2023, 5, 1)


def voices(text: str) -> WiderReading:
    reading = WiderReading(text, DAY)
    reading.link()
    speak_for_bodies(Article("a", text, published_at=DAY), reading.tagged, reading.mentions, reading.lexicon())
    return reading


@pytest.mark.parametrize(
    ("text", "words", "actor_id"),
    [
        ("A Russian defence ministry spokesman denied it.", "A Russian defence ministry spokesman", "RUS.GOV.MOD"),
        ("A spokesman for the European Union denied it.", "A spokesman", "IGO.EU"),
        ("A spokesman for the Armenian foreign ministry denied it.", "A spokesman", "ARM.GOV.MFA"),
        ("France's defence ministry left. A ministry spokesman denied it.", "A ministry spokesman", "FRA.GOV.MOD"),
        ("Armenia sent aid. Its spokesman denied it.", "Its spokesman", "ARM.GOV"),
        ("A CSTO spokesman denied it.", "A CSTO spokesman", "IGO.CSTO"),
        ("Russia left. A police spokesman denied it.", "A police spokesman", "RUS.COP"),
    ],
)
def test_the_body_is_told_inside_the_phrase_behind_it_or_before_it(text: str, words: str, actor_id: str) -> None:
    mention = voices(text).one(words)
    assert (mention.actor_id, mention.rule) == (actor_id, "nominal.spokesperson")


def test_he_who_takes_up_a_spokesman_speaks_for_the_same_body() -> None:
    assert voices("A CSTO spokesman denied it. He said that it was late.").actor("He") == "IGO.CSTO"


def test_a_spokesman_of_nobody_named_stays_unnamed() -> None:
    mention = voices("A spokesman denied it.").one("A spokesman")
    assert mention.actor_id is not None
    assert mention.actor_id.startswith("GENERIC.")


@pytest.mark.parametrize(
    ("text", "words", "actor_id"),
    [
        ("The Kremlin spokesman denied it.", "The Kremlin spokesman", "PER.dmitry-peskov"),
        ("The Kremlin spokeswoman denied it.", "The Kremlin spokeswoman", "RUS.GOV.EXEC"),
        ("A Kremlin spokesman denied it.", "A Kremlin spokesman", "RUS.GOV.EXEC"),
    ],
)
def test_the_one_holder_of_the_day_is_meant_by_a_definite_phrase_of_his_gender(text: str, words: str, actor_id: str) -> None:
    assert voices(text).actor(words) == actor_id
