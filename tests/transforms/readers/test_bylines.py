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
    ],
)
def test_names_stand_first_name_first(bylines, names):
    assert author_names(bylines) == names
