"""Imported ids: only sure ones are kept, and reviewed ids win."""

from pathlib import Path

from warehouse.imports.ids import sure_matches
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
