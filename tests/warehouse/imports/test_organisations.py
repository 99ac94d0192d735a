"""Organisations of the facts get the kind that their names tell, and a country only where they are of one."""

import pytest

from warehouse.imports.organisations import organisation_rows


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("Intergovernmental Oceanographic Commission of UNESCO", "government", ("igo", "", "IGO")),
        ("Iranian National Commission for UNESCO", "government", ("agency", "FRA", "GOV")),
        ("International Association of Fire Fighters", "nonprofit", ("ngo", "", "NGO")),
        ("International Trade Administration", "government", ("agency", "FRA", "GOV")),
    ],
)
def test_what_many_countries_keep_is_of_none(name: str, kind: str, expected: tuple[str, str, str]) -> None:
    fact = {"wikidata": "Q1", "name": name, "aliases": "", "acronyms": "", "kind": kind, "country": "FRA", "source": "ROR"}
    (row,) = organisation_rows([fact], set())
    assert (row["kind"], row["country"], row["sector"]) == expected
