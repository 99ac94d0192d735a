"""Labels and descriptions of items: signs lead to no branch, and ids only to what the description calls the same thing of the same country."""

import json
from pathlib import Path

from warehouse.imports.labels import Countries, Label, labelled, read_labels, same_labels


def _country(actor_id: str, name: str, adjectives: str = "") -> dict[str, str]:
    return {"actor_id": actor_id, "name": name, "adjectives": adjectives, "people": "", "aliases": "", "acronyms": ""}


_COUNTRIES = Countries(
    [
        _country("NOR", "Norway", "Norwegian"),
        _country("PAK", "Pakistan", "Pakistani"),
        _country("PHL", "Philippines", "Philippine"),
        _country("USA", "United States", "American"),
    ]
)


def test_a_text_names_a_country_only_if_it_names_no_other() -> None:
    assert _COUNTRIES.named("executive department of the Philippines") == "PHL"
    assert _COUNTRIES.named("Norwegian bank with Pakistani owners") == ""
    assert _COUNTRIES.named("Latin American drink") == ""


def _sign(item: str, name: str, source: str = "name-suggestion-index@1", country: str = "") -> dict[str, str]:
    return {"wikidata": item, "name": name, "aliases": "", "country": country, "source": source}


def test_a_sign_is_called_by_the_label_of_its_item() -> None:
    labels = {
        "Q1": Label("Fjordbank Pakistan", "Pakistani bank"),
        "Q2": Label("Department of Reefs", "executive department of the Philippines"),
        "Q3": Label("Elv Energi AS", "Norwegian company"),
    }
    rows = [_sign("Q1", "Fjordbank"), _sign("Q2", "Department of Reefs"), _sign("Q3", "Elven Energi"), _sign("Q1", "Fjordbank", "ROR/x")]
    found = [(row["name"], row["aliases"], row["country"]) for row in labelled(rows, labels, _COUNTRIES)]
    assert found == [
        ("Fjordbank Pakistan", "", "PAK"),
        ("Department of Reefs", "", "PHL"),
        ("Elv Energi AS", "Elven Energi", "NOR"),
        ("Fjordbank", "", ""),
    ]


def _ours(actor_id: str, name: str, kind: str, country: str, aliases: str = "") -> dict[str, str]:
    return {"actor_id": actor_id, "name": name, "kind": kind, "country": country, "aliases": aliases}


def test_a_label_gives_an_id_where_the_description_says_the_same_thing() -> None:
    labels = {
        "Q1": Label("Elv Energi, Inc.", "Norwegian energy company"),
        "Q2": Label("Tindefjell", "Norwegian shoe brand"),
        "Q3": Label("Reef Guard", "coast guard of the Philippines"),
        "Q4": Label("Bergheim", "city in Ohio, United States"),
        "Q5": Label("Nordmark Province", "province of Norway"),
        "Q6": Label("Reef Guard", "Pakistani charity"),
    }
    ours = [
        _ours("FIRM.ELV", "Elv Energi", "company", "NOR"),
        _ours("FIRM.TIND", "Tindefjell", "company", "NOR"),  # a brand of another firm
        _ours("PHL.MIL.REEF", "Philippine Reef Guard", "armed_force", "PHL", "Reef Guard"),
        _ours("PLACE.bergheim", "Bergheim", "place", "USA"),  # one of several towns
        _ours("PLACE.nordmark", "Nordmark", "place", "NOR", "Nordmark Province"),
    ]
    found = {row["actor_id"]: row["wikidata"] for row in same_labels(ours, labels, _COUNTRIES, {})}
    assert found == {"FIRM.ELV": "Q1", "PHL.MIL.REEF": "Q3", "PLACE.nordmark": "Q5"}
    assert "FIRM.ELV" not in {row["actor_id"] for row in same_labels(ours, labels, _COUNTRIES, {"FIRM.OTHER": "Q1"})}


def test_labels_in_other_letters_are_left_out(tmp_path: Path) -> None:
    items = {"Q1": {"label": "Elv", "description": "river"}, "Q2": {"label": "Эльв"}, "Q3": {}}
    path = tmp_path / "wikidata.json"
    path.write_text(json.dumps({"wikidata": items}), encoding="utf-8")
    assert read_labels(path) == {"Q1": Label("Elv", "river")}
