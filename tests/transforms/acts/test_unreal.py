"""What is not done: conditions and their outcomes, inventions, matches, refusals."""

import pytest

from tests.transforms.told import Told


def acts(text: str) -> list[tuple[str | None, str | None, str | None]]:
    return [done for done in Told(text).done() if done[0] is not None]


@pytest.mark.parametrize(
    "text",
    [
        "Had Armenia agreed, Russia would have attacked Azerbaijan.",
        "Russia will attack Armenia unless it pays.",
        "In the novel, Russia attacks Armenia.",
        "The film had Russia attacking Armenia.",
        "Armenia thrashed Russia in a World Cup qualifier.",
    ],
)
def test_what_nobody_does_has_no_event(text: str) -> None:
    assert acts(text) == []


def test_police_who_beat_football_fans_are_no_side_of_a_match() -> None:
    assert "ASSAULT" in {event for event, _, _ in acts("Police beat football fans outside the stadium in Armenia.")}


@pytest.mark.parametrize(
    "text",
    ["Armenia stopped short of accusing Russia.", "Armenia left without accusing Russia.", "Armenia decided against accusing Russia."],
)
def test_what_is_left_undone_is_denied(text: str) -> None:
    assert {dyad.is_negated for dyad in Told(text).dyads if dyad.event == "ACCUSE"} <= {True}


def test_to_decide_on_an_act_is_not_to_leave_it_undone() -> None:
    assert {dyad.is_negated for dyad in Told("Armenia decided to expel Russia.").dyads} <= {False}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia will not release Armenia.", ("REJECT", "Russia", "Armenia")),
        ("Russia will not lift the embargo until Armenia pays.", ("REJECT", "Russia", "Armenia")),
        ("Armenia, whose army detained Sergei Lavrov, was late.", ("COERCE", "Armenia", "Sergei Lavrov")),
    ],
)
def test_refusals_and_armies_of_whom_it_is_told(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in acts(text)
    assert not any(dyad.is_negated for dyad in Told(text).dyads if dyad.event == expected[0])


def test_a_rally_for_votes_is_no_protest() -> None:
    assert "PROTEST" not in {event for event, _, _ in acts("Bernie Sanders held a rally in Armenia.")}
    assert "PROTEST" in {event for event, _, _ in acts("Bernie Sanders held a rally against Russia.")}
