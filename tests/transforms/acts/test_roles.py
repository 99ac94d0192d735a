"""What each mention does in its sentence, and whose words it stands in."""

import pytest

from tests.transforms.told import Told


@pytest.mark.parametrize(
    ("text", "words", "role"),
    [
        ("Armenia said that the war was over.", "Armenia", "speaker"),
        ("Armenia attacked Azerbaijan.", "Armenia", "subject"),
        ("Armenia attacked Azerbaijan.", "Azerbaijan", "target"),
        ("Azerbaijan was attacked by Armenia.", "Armenia", "subject"),
        ("Azerbaijan was attacked by Armenia.", "Azerbaijan", "target"),
        ("The talks took place in Armenia.", "Armenia", "location"),
        ("Armenian troops arrived.", "Armenian", "affiliation"),
        ("Armenia's army arrived.", "Armenia", "affiliation"),
        ("An official told AFP that the road was closed.", "AFP", "outlet"),
        ("Tensions between Armenia and Azerbaijan grew.", "Azerbaijan", "target"),
    ],
)
def test_roles(text: str, words: str, role: str) -> None:
    assert Told(text).role(words) == role


def test_a_mention_inside_somebodys_words_has_his_voice() -> None:
    told = Told("Sergei Lavrov said that Armenia was weak. Azerbaijan left.")
    voices = {told.words(mention): mention.voice for mention in told.mentions}
    assert voices["Armenia"] == "PER.sergei-lavrov"
    assert voices["Azerbaijan"] is None
    assert voices["Sergei Lavrov"] is None


@pytest.mark.parametrize(
    ("text", "words", "role"),
    [
        ("Azerbaijan-Armenia tensions grew.", "Armenia", "target"),
        ("The Russia-led alliance met.", "Russia", "subject"),
        ("Armenia has relied on Russia for decades.", "Russia", "target"),
        ("The removal of Lavrov angered Armenia.", "Lavrov", "target"),
        ("The comments from Lavrov came late.", "Lavrov", "speaker"),
        ("Russia expressed concern about Armenia.", "Russia", "speaker"),
        ("Russia put pressure on Armenia.", "Armenia", "target"),
        ("Lavrov flew to Armenia.", "Armenia", "location"),
    ],
)
def test_roles_of_nouns_modifiers_and_recipients(text: str, words: str, role: str) -> None:
    assert Told(text).role(words) == role
