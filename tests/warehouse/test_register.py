"""The two folders of the register: facts with the parties that they do not tell, and people in the register by hand."""

import gzip
from datetime import date
from pathlib import Path

from warehouse.register import read_register
from warehouse.seed_rows import Collector

PERSONS = """actor_id,name,country,gender,birth_year,party,wikidata,aliases,source
PER.ann-example.Q1,Ann Example,USA,f,1960,,Q1,,facts
PER.bob-sample.Q2,Bob Sample,USA,m,1961,USA.PTY.REPUBLICAN,Q2,,facts
"""
PARTIES = """actor_id,party,source
PER.ann-example.Q1,USA.PTY.DEMOCRATIC,general knowledge
PER.bob-sample.Q2,USA.PTY.DEMOCRATIC,general knowledge
"""
BY_HAND = """actor_id,name,country,gender,birth_year,party,sector,wikidata,aliases,source
PER.cara-specimen.usa,Cara Specimen,USA,f,,,CVL,,,general knowledge
"""
TENURES = """actor_id,body,office_id,valid_from,valid_to,source
PER.cara-specimen.usa,USA,JOURNALIST,2001,,general knowledge
"""


def test_a_reviewed_party_fills_in_what_the_facts_lack(tmp_path: Path) -> None:
    folder = tmp_path / "imported"
    folder.mkdir()
    (folder / "persons.csv.gz").write_bytes(gzip.compress(PERSONS.encode()))
    (folder / "parties.csv").write_text(PARTIES)
    register = read_register(tmp_path, Collector()).frames()["register"]
    told = dict(register.select("actor_id", "party_id").iter_rows())
    assert told == {"PER.ann-example.Q1": "USA.PTY.DEMOCRATIC", "PER.bob-sample.Q2": "USA.PTY.REPUBLICAN"}
    assert not register["is_reviewed"].any()


def test_people_by_hand_stand_beside_the_facts(tmp_path: Path) -> None:
    folder = tmp_path / "register"
    folder.mkdir()
    (folder / "persons.csv").write_text(BY_HAND)
    (folder / "tenures.csv").write_text(TENURES)
    found = Collector()
    found.rows["offices"][("JOURNALIST",)] = {"office_id": "JOURNALIST", "name": "journalist"}
    found.rows["actors"][("USA",)] = {"actor_id": "USA"}
    frames = read_register(tmp_path, found).frames()
    assert frames["register"].select("actor_id", "sector", "is_reviewed").rows() == [("PER.cara-specimen.usa", "CVL", True)]
    assert frames["register_tenures"].select("office", "valid_from").rows() == [("journalist", date(2001, 1, 1))]
