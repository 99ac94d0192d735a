"""Folding brings spellings together and never loses where a character stood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.folding import fold, fold_with_offsets


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("Türkiye’s", "Turkiye's"),
        ("Erdoğan", "Erdogan"),
        ("Nagorno-Karabakh", "Nagorno Karabakh"),
        ("Łódź", "Lodz"),
        ("Élysée", "Elysee"),
        ("Strauß", "Strauss"),
    ],
)
def test_accents_apostrophes_and_hyphens_do_not_matter(printed: str, folded: str) -> None:
    assert fold(printed) == folded


def test_a_combining_accent_folds_like_a_precomposed_letter() -> None:
    assert fold("Elyse\u0301e") == fold("Elys\u00e9e")


@given(st.text())
def test_each_folded_character_knows_its_place(text: str) -> None:
    folded, offsets = fold_with_offsets(text)
    places = range(len(text) + 1) if offsets is None else offsets
    assert len(places) == len(folded) + 1
    assert all(fold(text[places[i]]) and folded[i] in fold(text[places[i]]) for i in range(len(folded)))
