"""Corrections of listed, registered and discovered actors: each is applied, kept, no longer needed, or refused with its line."""

import gzip
from datetime import date
from pathlib import Path

import pytest

from transforms.annotations import Article
from transforms.lexicon import Lexicon
from warehouse.seeds import Seeds, read_seeds

HEAD = "action,actor_id,alias,value,reason,outlet,article_id,valid_from,valid_to\n"
SEEDS = {
    "countries.csv": "actor_id,name,kind,wikidata,adjectives,people,capital,capital_wikidata,aliases,acronyms,weak_aliases,valid_from,valid_to,source\n"
    "FRA,France,country,Q142,French,French,,,,,,,,UN\nRUS,Russia,country,Q159,,,,,,,,,,UN\n",
    "persons.csv": "actor_id,name,country,gender,sector,wikidata,aliases,weak_aliases,source\nPER.ann-a,Ann A,FRA,f,,Q1,,,x\nPER.bo-b,Bo B,FRA,,,Q2,,,x\n",
    "actors/parties.csv": "actor_id,name,kind,country,sector,parent_id,wikidata,aliases,acronyms,weak_aliases,valid_from,valid_to,source\n"
    "FRA.PTY.X,Party X,party,FRA,PTY,,,,,,,,x\n",
    "offices.csv": "office_id,name,suffix,sector,countries,nouns,source\nHOS,president,,GOV,,president,x\n",
    "tenures.csv": "actor_id,body,office_id,valid_from,valid_to,source\nPER.ann-a,FRA,HOS,2001,2005,x\n",
}
REGISTER = {
    "persons.csv.gz": "actor_id,name,country,gender,birth_year,party,wikidata,aliases,source\nPER.cy-c.Q9,Cy C,RUS,m,1950,,Q9,,x\n",
    "organisations.csv.gz": "actor_id,name,kind,country,sector,wikidata,aliases,acronyms,valid_from,valid_to,source\n",
    "tenures.csv.gz": "actor_id,body,office_id,office,valid_from,valid_to,source\nPER.cy-c.Q9,RUS,HOS,,2001-01,,x\n",
}


def corrected(folder: Path, *lines: str, **files: str) -> Seeds:
    """The seeds above with the lines as corrections, and further files of overrides."""
    for name, text in SEEDS.items():
        (folder / "seeds" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "seeds" / name).write_text(text, encoding="utf-8")
    (folder / "seeds" / "imported").mkdir()
    for name, text in REGISTER.items():
        (folder / "seeds" / "imported" / name).write_bytes(gzip.compress(text.encode()))
    own = folder / "own"
    own.mkdir()
    filled = (line + "," * (HEAD.count(",") - line.count(",")) for line in lines)
    (own / "corrections.csv").write_text(HEAD + "\n".join(filled) + "\n", encoding="utf-8")
    for name, text in files.items():
        (own / f"{name}.csv").write_text(text, encoding="utf-8")
    return read_seeds(own, folder / "seeds")


def test_listed_actors_are_set_and_found_by_item(tmp_path: Path) -> None:
    seeds = corrected(
        tmp_path, "kind,PER.bo-b,,organisation,a band", "country,Q1,,RUS,emigrated", "party,Q1,,FRA.PTY.X,joined", "ban,PER.bo-b,,,nobody"
    )
    actors = {row["actor_id"]: row for row in seeds.frames["actors"].iter_rows(named=True)}
    assert seeds.problems == ()
    assert (actors["PER.bo-b"]["kind"], actors["PER.ann-a"]["country"], actors["PER.ann-a"]["party_id"]) == (
        "organisation",
        "RUS",
        "FRA.PTY.X",
    )
    assert seeds.frames["tenures"]["party_id"].to_list() == ["FRA.PTY.X"]
    assert "PER.bo-b" not in set(seeds.frames["aliases"]["actor_id"])


def test_registered_actors_are_changed_in_the_register(tmp_path: Path) -> None:
    seeds = corrected(tmp_path, "country,PER.cy-c.Q9,,FRA,born there", "rename,Q9,,Cyril C,in full")
    assert seeds.problems == ()
    assert seeds.frames["register"].select("name", "country").rows() == [("Cyril C", "FRA")]


def test_a_registered_actor_is_merged_into_a_listed_one(tmp_path: Path) -> None:
    seeds = corrected(tmp_path, "merge,Q9,,PER.bo-b,the same man")
    assert seeds.frames["register"].is_empty()
    assert seeds.frames["register_tenures"].is_empty()
    assert "Cy C" in seeds.frames["aliases"].filter(actor_id="PER.bo-b")["alias"].to_list()


def test_discovered_actors_and_limited_corrections_wait_for_articles(tmp_path: Path) -> None:
    seeds = corrected(
        tmp_path,
        "merge,ORG.house,,FRA.PTY.X,our desk",
        "split,,Ann,PER.ann-a,our desk,The Gazette,,2001,2002-02",
        "kind,ORG.stone,,company,our desk",
    )
    assert seeds.problems == ()
    kept = Lexicon(seeds.frames).corrections
    assert [(row.action, row.actor_id, row.surface, row.value) for row in kept] == [
        ("merge", "ORG.house", None, "FRA.PTY.X"),
        ("split", None, "Ann", "PER.ann-a"),
        ("kind", "ORG.stone", None, "company"),
    ]
    assert (kept[1].outlet, kept[1].valid_from, kept[1].valid_to) == ("The Gazette", date(2001, 1, 1), date(2002, 2, 28))
    assert Article("a", "x").day is None


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("unite,PER.ann-a,,PER.bo-b,x", "expected an action of merge, split, ban, rename, recode, kind, country, party, found 'unite'"),
        ("merge,PER.nobody.X,,PER.bo-b,x", "expected a known actor_id, found 'PER.nobody.X'"),
        ("merge,PER.ann-a,,FIRM.NONE,x", "expected a known actor_id, found 'FIRM.NONE' as value"),
        ("kind,PER.ann-a,,human,x", "found 'human'"),
        ("country,PER.ann-a,,FR,x", "expected a country"),
        ("party,PER.ann-a,,PER.bo-b,x", "expected the actor_id of a party as value, found 'PER.bo-b'"),
        ("rename,PER.ann-a,,Ann,x,The Gazette", "expected no outlet"),
        ("ban,,,,x", "expected an actor_id for ban"),
        ("merge,Q77,,PER.bo-b,x", "found 'Q77' of 0"),
        ("merge,PER.ann-a,,PER.ann-a,x", "expected another actor as value, found 'PER.ann-a' itself"),
    ],
)
def test_a_wrong_line_is_refused_and_nothing_else_is_lost(tmp_path: Path, line: str, message: str) -> None:
    seeds = corrected(tmp_path, line, "rename,PER.bo-b,,Robert B,x")
    assert len(seeds.problems) == 1
    assert seeds.problems[0].startswith("corrections.csv:2:")
    assert message in seeds.problems[0]
    assert "Robert B" in seeds.frames["actors"]["name"].to_list()


def test_what_the_lexicon_now_says_itself_is_no_longer_needed(tmp_path: Path) -> None:
    seeds = corrected(tmp_path, "country,PER.ann-a,,FRA,x", "merge,PER.ann-a-b,,PER.ann-a,x", "merge,ORG.party-x,,FRA.PTY.X,x")
    assert seeds.problems == ()
    assert [note.split(": ", 2)[0] for note in seeds.notes] == ["corrections.csv:2", "corrections.csv:4"]


def test_unknown_files_columns_and_offices_are_named(tmp_path: Path) -> None:
    seeds = corrected(
        tmp_path,
        person="actor_id,name\n",
        tenures="actor_id,body,office_id,valid_from,valid_to,source\nPER.ann-a,FRA,HOZ,2001,,x\n",
        aliases="actor_id,alias,alias_kind,strenght,valid_from,valid_to,source\nPER.ann-a,Annie,name,strong,,,x\n",
    )
    told = "\n".join(seeds.problems)
    assert "person.csv: no file of this name is read" in told
    assert "expected an office_id of offices.csv (HOS), found 'HOZ'" in told
    assert "aliases.csv:1: unknown 'strenght', no 'strength'" in told


def test_a_person_declared_again_keeps_item_and_gender(tmp_path: Path) -> None:
    persons = "actor_id,name,country,gender,sector,wikidata,aliases,weak_aliases,source\nPER.ann-a,Ann Anders,FRA,,,,,,ours\n"
    frames = corrected(tmp_path, persons=persons).frames
    assert frames["actors"].filter(actor_id="PER.ann-a").select("name", "wikidata", "gender").row(0) == ("Ann Anders", "Q1", "f")
