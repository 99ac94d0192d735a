"""The lexicon's own consistency: what the checks find in a lexicon with one fault, and that ours has none."""

from pathlib import Path

import pytest

from tests.transforms.small_world import ACTOR, FILES, write_seeds
from warehouse.lexicon_checks import check_days, check_items, check_names, check_sources, check_tenures, read_shared_offices
from warehouse.seeds import SEED_FOLDER, Seeds, read_seeds


def seeds_with(folder: Path, name: str, *lines: str) -> Seeds:
    return read_seeds(folder=write_seeds(folder, {**FILES, name: [*FILES.get(name, [ACTOR]), *lines]}))


@pytest.fixture(scope="module")
def ours() -> Seeds:
    return read_seeds()


def test_our_own_lexicon_has_no_fault(ours: Seeds) -> None:
    assert ours.problems == ()
    assert check_names(ours.frames)[0] == []
    assert check_tenures(ours.frames, read_shared_offices()) == []
    assert check_days(ours.frames) == []
    assert check_items(ours.frames) == []
    assert list(check_sources(SEED_FOLDER)) == []


def test_a_name_of_two_bodies_is_named(tmp_path: Path) -> None:
    line = "IGO.OTHER,African Union,igo,,IGO,,,,,,,,press"
    (problem,), _ = check_names(seeds_with(tmp_path, "actors/igos.csv", line).frames)
    assert "'African Union': IGO.AU and IGO.OTHER" in problem


@pytest.mark.parametrize(
    ("name", "line", "rule"),
    [
        ("metonyms.csv", "Ankara Palace,TUR.GOV.EXEC,Ankara Palace,,TUR,press", "power or place"),
        ("actors/igos.csv", "IGO.OLD,African Union,igo,,IGO,,,,,,,1990,press", None),
        ("persons.csv", "PER.emmanuel-macron-2,Emmanuel Macron,BEL,m,,,,,press", "namesake persons by title and office"),
    ],
)
def test_names_that_a_rule_tells_apart_are_counted(name: str, line: str, rule: str | None, tmp_path: Path) -> None:
    problems, decided = check_names(seeds_with(tmp_path, name, line).frames)
    assert (rule in decided) == (problems == [])
    assert bool(problems) == (rule is None)


def test_names_of_different_days_are_told_apart_by_the_day(tmp_path: Path) -> None:
    seeds = seeds_with(
        tmp_path, "actors/ngos.csv", "NGO.A,Old Club,ngo,,NGO,,,,,,1950,1999,press", "NGO.B,Old Club,ngo,,NGO,,,,,,2000,,press"
    )
    problems, decided = check_names(seeds.frames)
    assert problems == []
    assert decided["day"] == 1


def test_an_office_held_twice_is_named_unless_the_seeds_say_that_it_is_shared(tmp_path: Path) -> None:
    frames = seeds_with(tmp_path, "tenures.csv", "PER.sergei-lavrov,FRA,HOS,2016,2018,press").frames
    problems = check_tenures(frames)
    assert len(problems) == 2
    assert all("office HOS of FRA" in problem and "PER.sergei-lavrov" in problem for problem in problems)
    shared = [{"body": "FRA", "office_id": "HOS", "valid_from": None, "valid_to": None}]
    assert check_tenures(frames, shared) == []


def test_a_handover_of_some_days_is_none(tmp_path: Path) -> None:
    assert check_tenures(seeds_with(tmp_path, "tenures.csv", "PER.sergei-lavrov,FRA,HOS,2012-04-20,2012-06-01,press").frames) == []


def test_days_in_the_wrong_order_are_named(tmp_path: Path) -> None:
    (problem,) = check_days(seeds_with(tmp_path, "actors/ngos.csv", "NGO.A,Back Club,ngo,,NGO,,,,,,1999,1950,press").frames)[:1]
    assert problem == "actors: NGO.A: expected valid_from before valid_to, found 1999-01-01 and 1950-12-31"


def test_an_actor_that_stands_there_twice_is_named(tmp_path: Path) -> None:
    lines = ("NGO.A,Alder Fund,ngo,,NGO,,Q90000001,,,,,,press", "NGO.B,Alder Foundation,ngo,,NGO,,Q90000001,,,,,,press")
    assert [problem.split(";")[0] for problem in check_items(seeds_with(tmp_path, "actors/ngos.csv", *lines).frames)] == [
        "item Q90000001: NGO.A and NGO.B"
    ]


def test_a_row_without_a_source_is_named_with_its_line(tmp_path: Path) -> None:
    write_seeds(tmp_path, {"actors/ngos.csv": [ACTOR, "NGO.A,Club,ngo,,NGO,,,,,,,,press", "NGO.B,Other Club,ngo,,NGO,,,,,,,,"]})
    assert list(check_sources(tmp_path)) == ["actors/ngos.csv:3: expected a source, found none"]
