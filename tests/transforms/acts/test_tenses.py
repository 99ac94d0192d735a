"""What is planned commits or threatens; what was done later is past; what is only supposed is no act."""

import pytest

from tests.transforms.told import Told


def told(text: str) -> set[tuple[str, str]]:
    return {(dyad.event, dyad.tense) for dyad in Told(text).dyads if dyad.event is not None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia plans to attack Armenia.", ("THREATEN", "future")),
        ("Sergei Lavrov is due to meet Armenia.", ("AGREE", "future")),
        ("Russia and Armenia are to meet on Monday.", ("AGREE", "future")),
        ("Russia is set to free Armenia.", ("AGREE", "future")),
        ("Russia to impose sanctions on Armenia", ("THREATEN", "future")),
        ("Sergei Lavrov would later accuse Armenia.", ("ACCUSE", "past")),
    ],
)
def test_plans_commit_and_threaten_and_later_acts_are_past(text: str, expected: tuple[str, str]) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Russia planned to attack Armenia.",
        "A Russian blockade of Armenia would cost billions.",
    ],
)
def test_old_plans_and_acts_of_which_only_the_outcome_is_told_are_hypothetical(text: str) -> None:
    assert {tense for _, tense in told(text)} == {"hypothetical"}


@pytest.mark.parametrize(
    "text",
    [
        "A film about gunmen who attack Armenia opens in June.",
        "The report imagines a war in which Russia attacks Armenia.",
        "Fifty percent of voters say Russia attacked Armenia.",
        "Most voters think that Russia attacked Armenia, according to a poll.",
        "Sergei Lavrov met his wife in Armenia.",
    ],
)
def test_stories_beliefs_and_private_life_are_no_acts(text: str) -> None:
    assert not {(event, tense) for event, tense in told(text) if tense != "hypothetical"}
