"""Bylines that print surnames first, beside those that only look so."""

import pytest

from transforms.readers.bylines import author_names


@pytest.mark.parametrize(
    ("bylines", "names"),
    [
        (["Marr, Ilse; Adeyi, Tom"], ["Ilse Marr", "Tom Adeyi"]),
        (["Marr, Ilse, Adeyi, Tom"], ["Ilse Marr", "Tom Adeyi"]),
        (["Marr, Ilse"], ["Ilse Marr"]),
        (["van der Berg, Jan"], ["Jan van der Berg"]),
        (["By Ilse Marr", "Marr, Ilse"], ["Ilse Marr"]),
        (["Ilse Marr, Tom Adeyi"], ["Ilse Marr", "Tom Adeyi"]),
        (["Reuters, AP"], ["Reuters", "AP"]),
        (["MARR, ILSE"], ["Ilse Marr"]),
        (["Marr, I."], ["I. Marr"]),
    ],
)
def test_names_stand_first_name_first(bylines, names):
    assert author_names(bylines) == names


@pytest.mark.parametrize(
    "byline",
    [
        "Ilse Marr/Tom Adeyi",
        "Von Ilse Marr und Tom Adeyi",
        "Door Ilse Marr en Tom Adeyi",
        "Av Ilse Marr och Tom Adeyi",
        "Par Ilse Marr et Tom Adeyi",
        "Authors: Ilse Marr; Tom Adeyi",
        "Ilse Marr (text) and Tom Adeyi (photos) for The Bote",
        "Written by Ilse Marr and Tom Adeyi on 24 April 2023",
    ],
)
def test_names_are_parted_in_several_languages(byline):
    assert author_names([byline], "The Bote") == ["Ilse Marr", "Tom Adeyi"]


def test_a_name_behind_an_address_is_the_author():
    assert author_names(["marr@bote.example (Ilse Marr)"]) == ["Ilse Marr"]
