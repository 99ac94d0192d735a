"""Names are found whole, longest first, in the case they are written in; bodies and offices are composed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.transforms.small_world import small_lexicon
from transforms.lexicon import FEW


def found(text: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in small_lexicon().find_names(text)]


@given(
    st.lists(
        st.sampled_from(("Russia", "U.S.", "US", "the ", " ", "-", "Collective Security Treaty Organization", "State", "’s", "x", "\n"))
    )
)
def test_few_texts_are_searched_as_many_are(parts: list[str]) -> None:
    text, lexicon = "".join(parts), small_lexicon()
    lexicon._searched = 0
    found = lexicon.find_names(text)
    lexicon._searched = FEW
    assert found == lexicon.find_names(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Russia-led talks", ["Russia"]),
        ("Azerbaijan-Armenia tensions", ["Azerbaijan", "Armenia"]),
        ("the Collective Security Treaty Organization", ["Collective Security Treaty Organization"]),
        ("Turkiye and TÜRKIYE’s", ["Turkiye", "TÜRKIYE"]),
        ("tell us who came to the chad valley", []),
        ("Nagorno Karabakh", ["Nagorno Karabakh"]),
        ("the U.S. and the US", ["U.S.", "US"]),
        ("Russiagate, Parisian", []),
        ("United\nStates", ["United\nStates"]),
    ],
)
def test_names_are_found_as_they_are_printed(text: str, names: list[str]) -> None:
    assert found(text) == names


def test_offsets_count_code_points_behind_letters_that_fold_to_more_or_fewer() -> None:
    text = "Straße e\u0301 😀 Türkiye"
    assert found(text) == ["Türkiye"]


@given(
    st.text(alphabet="Rusia -'’éЯ😀\n", max_size=40),
    st.sampled_from(["Russia", "Moscow", "CSTO"]),
    st.text(alphabet=" .,-\n😀é", max_size=10),
)
def test_a_name_between_blanks_is_always_found(before: str, name: str, after: str) -> None:
    text = f"{before} | {name} | {after}"
    assert name in found(text)


def test_a_body_of_a_known_country_is_composed_with_its_parents() -> None:
    actor = small_lexicon().actor("RUS.MIL.PKO")
    assert actor is not None
    assert (actor.kind, actor.country, actor.sector, actor.parent_id) == ("armed_force", "RUS", "MIL", "RUS.MIL")


@pytest.mark.parametrize("actor_id", ["XXX.GOV", "RUS.NOTHING", "PER.nobody", ""])
def test_an_unknown_id_is_nobody(actor_id: str) -> None:
    assert small_lexicon().actor(actor_id) is None


@pytest.mark.parametrize(
    ("day", "person"),
    [(date(2016, 5, 1), "PER.francois-hollande"), (date(2018, 5, 1), "PER.emmanuel-macron"), (date(2010, 1, 1), None), (None, None)],
)
def test_an_office_is_held_by_who_held_it_that_day(day: date | None, person: str | None) -> None:
    tenure = small_lexicon().holder("FRA", ["HOS"], day)
    assert (tenure.person_id if tenure else None) == person
