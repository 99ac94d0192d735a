"""Parties of registered persons that the facts do not tell."""

import gzip
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


def test_a_reviewed_party_fills_in_what_the_facts_lack(tmp_path: Path) -> None:
    (tmp_path / "persons.csv.gz").write_bytes(gzip.compress(PERSONS.encode()))
    (tmp_path / "parties.csv").write_text(PARTIES)
    register = read_register(tmp_path, Collector()).frames()["register"]
    told = dict(register.select("actor_id", "party_id").iter_rows())
    assert told == {"PER.ann-example.Q1": "USA.PTY.DEMOCRATIC", "PER.bob-sample.Q2": "USA.PTY.REPUBLICAN"}
