"""Sport: what sides, players, coaches and sports bodies do has no event; what police, gunmen and states do beside the pitch has one."""

import pytest

from tests.transforms.told import Told


def events_of(text: str) -> set[str]:
    return {dyad.event for dyad in Told(text).dyads if dyad.event is not None}


@pytest.mark.parametrize(
    "text",
    [
        "Russia attacked Armenia from the start and scored twice.",
        "Armenia crushed Russia 52-16 on Saturday.",
        "Russia and Armenia met in the final.",
        "Armenia threatened Russia in the 75th minute.",
        "Russia was banned by FIFA from the tournament.",
        "Armenia asked FIFA for a replay.",
        "Armenia coach Sergei Lavrov blamed Russia for the defeat.",
        "Russia joined Armenia in the semi-finals.",
    ],
)
def test_what_sides_do_has_no_event(text: str) -> None:
    assert events_of(text) == set()


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Gunmen attacked the football team of Armenia.", "ASSAULT"),
        ("Police in Armenia arrested fans after the final.", "COERCE"),
        ("The government of Armenia accused FIFA of corruption.", "ACCUSE"),
        ("Russia attacked Armenia on Monday.", "ASSAULT"),
        ("The senate of Armenia rejected the plan of Russia 52-16.", "REJECT"),
    ],
)
def test_what_others_do_is_an_act_beside_sport(text: str, event: str) -> None:
    assert event in events_of(text)
