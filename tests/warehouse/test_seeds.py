"""Seed files become frames; what is wrong in them is named and costs no run; users' files come second."""

from datetime import date
from pathlib import Path

import pytest

from tests.transforms.small_world import FILES, small_seeds, write_seeds
from warehouse.lexicon_checks import check_sources
from warehouse.seed_rows import first_day, last_day
from warehouse.seeds import read_seeds
from warehouse.slugs import slug


def aliases_of(seeds: object, actor_id: str) -> set[str]:
    frame = seeds.frames["aliases"]  # type: ignore[attr-defined]
    return set(frame.filter(frame["actor_id"] == actor_id)["alias"])


def test_the_small_seeds_are_read_without_problems() -> None:
    assert small_seeds().problems == ()


def test_the_seeds_that_ship_are_read_and_every_alias_has_its_actor() -> None:
    seeds = read_seeds()
    actors = set(seeds.frames["actors"]["actor_id"])
    assert set(seeds.frames["aliases"]["actor_id"]) <= actors
    assert set(seeds.frames["tenures"]["actor_id"]) <= actors


def test_a_capital_is_a_place_and_a_seat_of_the_government() -> None:
    aliases = small_seeds().frames["aliases"].filter(small_seeds().frames["aliases"]["alias"] == "Moscow")
    assert set(zip(aliases["actor_id"], aliases["alias_kind"], strict=True)) == {("PLACE.moscow", "name"), ("RUS.GOV", "metonym")}


def test_missing_files_are_empty_ones(tmp_path: Path) -> None:
    seeds = read_seeds(folder=tmp_path)
    assert seeds.frames["actors"].is_empty()
    assert seeds.problems == ()


@pytest.mark.parametrize(
    ("file", "line", "message"),
    [
        ("actors/igos.csv", "IGO.X,X,alliance,,IGO,,,,,,,,x", "kind of actor"),
        ("actors/igos.csv", "IGO.X,X,igo,,WAR,,,,,,,,x", "PLOVER sector"),
        ("actors/igos.csv", "IGO.X,X,igo", "fields"),
        ("tenures.csv", "PER.sergei-lavrov,RUS,FM,2005,2004,x", "before"),
        ("tenures.csv", "PER.nobody,RUS,FM,2005,2006,x", "no such person"),
        ("metonyms.csv", "Nowhere,XXX.GOV,,,,x", "no actor"),
    ],
)
def test_a_bad_row_is_named_and_left_out(tmp_path: Path, file: str, line: str, message: str) -> None:
    seeds = read_seeds(folder=write_seeds(tmp_path, {**FILES, file: [*FILES[file], line]}))
    assert any(message in problem for problem in seeds.problems), seeds.problems
    assert seeds.version == small_seeds().version


def test_a_file_in_another_encoding_is_named_with_its_line_and_left_out(tmp_path: Path) -> None:
    folder, own = write_seeds(tmp_path / "seeds"), tmp_path / "own"
    own.mkdir()
    (own / "metonyms.csv").write_bytes("alias,actor_id,place_name,country,place_wikidata,source\nÉlysée,FRA.GOV,,,,x\n".encode("cp1252"))
    seeds = read_seeds(own, folder)
    assert seeds.problems == ("metonyms.csv:2: expected UTF-8, found the byte 0xc9; save the file as CSV UTF-8",)
    assert list(check_sources(own)) == []


def test_users_files_override_and_corrections_come_last(tmp_path: Path) -> None:
    folder, own = write_seeds(tmp_path / "seeds"), tmp_path / "own"
    own.mkdir()
    (own / "persons.csv").write_text(
        "actor_id,name,country,gender,sector,wikidata,aliases,weak_aliases,source\nPER.new-one,New One,ARM,f,OPP,,,,mine\n",
        encoding="utf-8",
    )
    (own / "corrections.csv").write_text(
        "action,actor_id,alias,value,reason\n"
        "ban,IGO.EU,EU,,means something else here\n"
        "rename,RUS,,Russian Federation,house style\n"
        "recode,IGO.CSTO,,MIL,it is a military alliance\n"
        "merge,PER.sergei-lavrov,,PER.new-one,a test\n"
        "split,FRA,French,ARM,a test\n"
        "ban,,No such alias,,a test\n",
        encoding="utf-8",
    )
    seeds = read_seeds(overrides=own, folder=folder)
    actors = {row["actor_id"]: row for row in seeds.frames["actors"].iter_rows(named=True)}
    assert "EU" not in aliases_of(seeds, "IGO.EU")
    assert (actors["RUS"]["name"], actors["IGO.CSTO"]["sector"]) == ("Russian Federation", "MIL")
    assert "PER.sergei-lavrov" not in actors
    assert {"Sergei Lavrov", "Lavrov"} <= aliases_of(seeds, "PER.new-one")
    assert "French" in aliases_of(seeds, "ARM")
    assert "French" not in aliases_of(seeds, "FRA")
    assert set(seeds.frames["tenures"]["actor_id"]) >= {"PER.new-one"}
    assert [problem for problem in seeds.problems if "No such alias" in problem] == list(seeds.problems)
    assert actors["PER.new-one"]["origin"] == "override"


def test_whatever_named_a_merged_actor_names_the_other(tmp_path: Path) -> None:
    files = {
        **FILES,
        "actors/igos.csv": [*FILES["actors/igos.csv"], "IGO.EU.BODY,Body,igo,,IGO,IGO.EU,,,,,,,official site"],
        "tenures.csv": [*FILES["tenures.csv"], "PER.sergei-lavrov,IGO.EU,FM,1999-01-01,1999-12-31,made up"],
    }
    own = tmp_path / "own"
    own.mkdir()
    (own / "corrections.csv").write_text("action,actor_id,alias,value,reason\nmerge,IGO.EU,,IGO.CSTO,a test\n", encoding="utf-8")
    seeds = read_seeds(overrides=own, folder=write_seeds(tmp_path / "seeds", files))
    actors = {row["actor_id"]: row for row in seeds.frames["actors"].iter_rows(named=True)}
    assert "IGO.EU" not in actors
    assert actors["IGO.EU.BODY"]["parent_id"] == "IGO.CSTO"
    assert set(seeds.frames["tenures"]["body_id"]) <= set(actors)
    assert seeds.problems == ()


def test_a_tenure_declares_the_body_it_is_of_and_none_is_of_nobody(tmp_path: Path) -> None:
    tenures = [
        "PER.sergei-lavrov,RUS.GOV.MFA,FM,1999-01-01,1999-12-31,made up",
        "PER.sergei-lavrov,NO.SUCH,FM,1998-01-01,1998-12-31,made up",
    ]
    seeds = read_seeds(folder=write_seeds(tmp_path, {**FILES, "tenures.csv": [*FILES["tenures.csv"], *tenures]}))
    assert "RUS.GOV.MFA" in set(seeds.frames["actors"]["actor_id"])
    assert set(seeds.frames["tenures"]["body_id"]) <= set(seeds.frames["actors"]["actor_id"])
    assert seeds.problems == ("tenure of 'PER.sergei-lavrov': no body 'NO.SUCH'",)


def test_the_version_changes_with_the_facts_and_not_with_their_order(tmp_path: Path) -> None:
    turned = {name: [lines[0], *reversed(lines[1:])] for name, lines in FILES.items()}
    changed = {**FILES, "given_names.csv": [*FILES["given_names.csv"], "Zed,m"]}
    assert read_seeds(folder=write_seeds(tmp_path / "a", turned)).version == small_seeds().version
    assert read_seeds(folder=write_seeds(tmp_path / "b", changed)).version != small_seeds().version


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-12", date(2023, 12, 1), date(2023, 12, 31)),
        ("2023-04-25", date(2023, 4, 25), date(2023, 4, 25)),
        ("", None, None),
    ],
)
def test_partial_dates_span_their_whole_time(text: str, first: date | None, last: date | None) -> None:
    assert (first_day(text), last_day(text)) == (first, last)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Nikol Pashinyan", "nikol-pashinyan"),
        ("Recep Tayyip Erdoğan", "recep-tayyip-erdogan"),
        ("N'Djamena", "ndjamena"),
        ("...", "unnamed"),
    ],
)
def test_slugs_are_plain_and_stable(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_names_in_other_scripts_do_not_share_one_slug() -> None:
    assert slug("Москва") != slug("Київ")


def test_parents_that_are_not_there_are_named_and_left_out_and_nothing_else(tmp_path: Path) -> None:
    head, rows = "actor_id,name,kind,country,sector,parent_id,wikidata,aliases,acronyms,weak_aliases,valid_from,valid_to,source", []
    for actor_id, parent_id in (("OUTLET.one", "OUTLET.nobody"), ("OUTLET.two", "IGO.EU"), ("OUTLET.three", "OUTLET.one")):
        rows.append(f"{actor_id},{actor_id[7:].title()} Gazette,outlet,FRA,MED,{parent_id},,,,,,,our desk")
    own = tmp_path / "own" / "actors"
    own.mkdir(parents=True)
    (own / "outlets.csv").write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    seeds = read_seeds(overrides=own.parent, folder=write_seeds(tmp_path / "seeds", FILES))
    assert seeds.problems == (
        "actor 'OUTLET.one': no parent 'OUTLET.nobody'",
        "outlet 'OUTLET.two': expected an outlet as its parent, found 'IGO.EU'",
    )
    outlets = {row["outlet_id"]: row["parent_id"] for row in seeds.frames["outlets"].iter_rows(named=True)}
    assert {name: outlets[name] for name in ("OUTLET.one", "OUTLET.two", "OUTLET.three")} == {
        "OUTLET.one": None, "OUTLET.two": None, "OUTLET.three": "OUTLET.one",
    }  # fmt: skip
