"""Outlets are known by the names that they go by, whatever a collection adds."""

import pytest

from transforms.articles.outlet_names import outlet_forms


@pytest.mark.parametrize(
    ("printed", "known"),
    [
        ("Fox Online News", "Fox News"),
        ("CNN (Web News)", "CNN"),
        ("New York Times - News", "New York Times"),
        ("Wall Street Journal - News", "Wall Street Journal"),
        ("NPR Online News", "NPR"),
        ("Fox News (Online)", "Fox News"),
        ("Fox News Opinion", "Fox News"),
        ("The Times (London)", "The Times"),
        ("Reuters News", "Reuters"),
        ("AP Online", "AP"),
        ("https://www.bbc.co.uk/news", "bbc"),
        ("nytimes.com", "nytimes"),
    ],
)
def test_what_collections_add_is_taken_off(printed, known):
    forms = list(outlet_forms(printed))
    assert forms[0] == printed
    assert known in forms


@pytest.mark.parametrize("name", ["Sun News", "Daily News", "Business World", "News", "Guest Writer"])
def test_what_belongs_to_a_name_stays(name):
    assert list(outlet_forms(name)) == [name]
