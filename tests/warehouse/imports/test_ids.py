"""Imported ids: only sure ones are kept, and reviewed ids win."""

from pathlib import Path

from warehouse.imports.ids import same_organisations, sure_matches
from warehouse.seeds import read_seeds


def test_only_sure_and_unclaimed_ids_are_kept() -> None:
    rows = [("A", "Q1", "0.99"), ("B", "Q2", "0.7"), ("C", "Q3", "0.99"), ("D", "Q3", "0.99")]
    found = sure_matches({"actor_id": a, "wikidata": q, "evidence": "name; FRA", "confidence": c} for a, q, c in rows)
    assert found == [{"actor_id": "A", "wikidata": "Q1", "source": "Wikidata (CC0): name; FRA"}]


def test_an_imported_id_fills_a_gap_and_never_replaces(tmp_path: Path) -> None:
    (tmp_path / "persons.csv").write_text(
        "actor_id,name,country,gender,sector,wikidata,aliases,weak_aliases,source\nPER.a,Ann A,,f,,,,,x\nPER.b,Bo B,,m,,Q2,,,x\n"
    )
    (tmp_path / "imported").mkdir()
    (tmp_path / "imported" / "wikidata.csv").write_text("actor_id,wikidata,source\nPER.a,Q1,x\nPER.b,Q9,x\n")
    actors = read_seeds(folder=tmp_path).frames["actors"]
    assert dict(actors.select("actor_id", "wikidata").iter_rows()) == {"PER.a": "Q1", "PER.b": "Q2"}


def _body(actor_id: str, name: str, kind: str, country: str, aliases: str = "") -> dict[str, str]:
    return {"actor_id": actor_id, "name": name, "kind": kind, "country": country, "aliases": aliases}


def _fact(item: str, name: str, kind: str, country: str = "", aliases: str = "") -> dict[str, str]:
    return {"wikidata": item, "name": name, "kind": kind, "country": country, "aliases": aliases}


def test_organisations_of_one_name_kind_and_country_are_one() -> None:
    ours = [
        _body("CAN.COP", "Royal Canadian Mounted Police", "police", "CAN"),
        _body("JPN.GOV.CB", "Bank of Japan", "agency", "JPN", "The Bank of Japan"),
        _body("KOR.COP", "Alba Guard", "police", "KOR"),
        _body("FRA.GOV.CB", "Bravo Bank", "agency", "FRA"),
        _body("NGO.C", "Corda Union", "ngo", "DEU"),
        _body("FIRM.E", "Echo Telecom", "company", "SWE"),
    ]
    theirs = [
        _fact("Q1", "Royal Canadian Mounted Police", "government"),
        _fact("Q2", "Bank for Japan", "government", "JPN"),
        _fact("Q3", "Vive", "government", aliases="Alba Guard"),  # a former name of something else
        _fact("Q4", "Bravo Bank", "government"),
        _fact("Q5", "BB", "government", aliases="Bravo Bank"),  # two claim it
        _fact("Q6", "Corda Union", "nonprofit", "AUT"),
        _fact("Q7", "Echo Telecom", "company"),  # a brand
    ]
    found = same_organisations(ours, theirs, {})
    assert {row["actor_id"]: row["wikidata"] for row in found} == {"CAN.COP": "Q1", "JPN.GOV.CB": "Q2"}
    assert same_organisations(ours, theirs, {"X": "Q1", "JPN.GOV.CB": "Q9"}) == []
