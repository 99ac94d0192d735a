"""Acts told at length: who comes into a place by force, answers with an act, is its victim, or is told of before a long aside."""

import pytest

from tests.transforms.told import Told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels entered Armenia on Monday.", ("ASSAULT", "Rebels", "Armenia")),
        ("Russian tanks rolled into Armenia.", ("ASSAULT", "Russian", "Armenia")),
        ("Russia responded with strikes on Armenia.", ("ASSAULT", "Russia", "Armenia")),
        ("Sergei Lavrov, after talks with Armenia, accused Ukraine of lies.", ("CONSULT", "Sergei Lavrov", "Armenia")),
        ("Sergei Lavrov's arrest by Armenia was a surprise.", ("COERCE", "Armenia", "Sergei Lavrov")),
        ("Russia has given Armenia hundreds of tanks.", ("AID", "Russia", "Armenia")),
        ("Russia froze two billion euros in aid to Armenia.", ("SANCTION", "Russia", "Armenia")),
        ("Sergei Lavrov, whom Russia fired in May, was late.", ("SANCTION", "Russia", "Sergei Lavrov")),
        (
            "Russia, long criticised at home for its quiet diplomacy, has in recent days urged Armenia to leave, two diplomats said.",
            ("REQUEST", "Russia", "Armenia"),
        ),
        ("A truce offered by Russia was rejected by Armenia.", ("REJECT", "Armenia", "Russia")),
    ],
)
def test_an_act_is_found_with_both_ends(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in Told(text).done()


@pytest.mark.parametrize("text", ["The delegates entered Armenia on Monday.", "Sergei Lavrov took Armenia by surprise."])
def test_who_comes_in_peace_attacks_nobody(text: str) -> None:
    assert "ASSAULT" not in {event for event, _, _ in Told(text).done()}
