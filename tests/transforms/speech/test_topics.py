"""Whom somebody's words are about, and whom they only name in passing."""

import pytest

from tests.transforms.identities.test_namesakes_in_office import WholeReading
from tests.transforms.told import Told
from transforms.speech.topics import mark_topics


@pytest.mark.parametrize(
    ("words", "name", "is_topic"),
    [
        ("Russia breaks its promises", "Russia", True),
        ("Sergei Lavrov betrayed Armenia", "Armenia", True),
        ("the road was closed by Russia", "Russia", True),
        ("the deal with Armenia was dead", "Armenia", True),
        ("Lavrov's tariffs failed", "Lavrov", True),
        ("the Lavrov administration has failed", "Lavrov", True),
        ("the collapse of Armenia surprised nobody", "Armenia", True),
        ("the price would fall after the NATO summit", "NATO", False),
        ("the Armenian winter was long", "Armenian", False),
        ("states like Armenia pay more", "Armenia", False),
        ("it was central to the inquiry of NATO", "NATO", False),
        ("the letter was in Lavrov's house", "Lavrov", False),
        ("she learned a lot at NATO", "NATO", False),
        ("the treaty was a worse deal than Lavrov's", "Lavrov", False),
        ("it was late, as Lavrov wrote", "Lavrov", False),
        ("that was a debate between Russia and Armenia", "Armenia", False),
        ("it was a town hall with Lavrov", "Lavrov", False),
    ],
)
def test_words_are_about_whom_they_tell_something_of(words: str, name: str, is_topic: bool) -> None:
    told = Told(f"Azerbaijan said that {words}.")
    assert {mention.is_topic for mention in told.mentions if told.words(mention) == name} == {is_topic}


def test_outside_of_somebodys_words_nobody_asks() -> None:
    told = Told("Russia left. Azerbaijan said that the talks had failed.")
    assert {mention.is_topic for mention in told.mentions} == {None}


def test_nobodys_words_are_about_the_platform_they_stand_on() -> None:
    reading = WholeReading("The mayor attacked her on Twitter.", None)
    twitter = reading.one("Twitter")
    twitter.voice = "PER.berg"
    mark_topics(reading.tagged, [twitter])
    assert twitter.is_topic is False
