"""Dictionaries of PETRARCH's form as overrides: names, days, kinds, and lines that are none."""

from pathlib import Path

import pytest

from warehouse.petrarch import Overrides, read_dictionaries, write_overrides
from warehouse.seeds import read_seeds

ACTORS = """\
# an actor file of our own
BORDURIA_\t[BRD]
+BORDURIAN_REPUBLIC
JEAN_DE_LA_ROCHE_\t# minister, then deposed
+J._DE_LA_ROCHE
\t[FRAGOV 990101-031231]
\t[FRAELI >20040101]
PARIS_WATER_BOARD_ [FRABUS]
MARY_SMITH_ [USALEG]
FRONT_OF_THE_HILLS_ [REB 750101-891231]
REPUBLIC_OF_THE_GAULS_ [FRA <581004]
GOOD_NAME_ [FRAGOV 20051231-20050101]
BAD_CODE_ [FR?]
NO_CODE_AT_ALL_
RUSSIA_ [RUS]
OPEN_ [FRA
"""
AGENTS = "RIVER_PILOT {RIVER_PILOTS} [~COP]\nFORESTER [~AGR]\nNOBODY_IN_PARTICULAR [~XYZ]\n"


@pytest.fixture
def found(tmp_path: Path) -> Overrides:
    (tmp_path / "our.actors.txt").write_text(ACTORS)
    (tmp_path / "our.agents.txt").write_text(AGENTS)
    paths = sorted(tmp_path.glob("*.txt"))
    return read_dictionaries(paths, {"FRA", "USA", "RUS"}, {"mary"}, {"russia"})


def rows(found: Overrides, name: str, *columns: str) -> list[tuple[str, ...]]:
    return [tuple(row[column] for column in columns) for row in found.files.get(name, [])]


def test_a_role_limited_in_time_makes_a_person_with_tenures(found: Overrides) -> None:
    assert rows(found, "persons.csv", "actor_id", "name", "country", "sector", "aliases") == [
        ("PER.jean-de-la-roche", "Jean de la Roche", "FRA", "ELI", "J. de la Roche"),
        ("PER.mary-smith", "Mary Smith", "USA", "LEG", ""),
    ]
    assert rows(found, "tenures.csv", "actor_id", "body", "office_id", "valid_from", "valid_to") == [
        ("PER.jean-de-la-roche", "FRA", "PETRARCH.GOV", "1999-01-01", "2003-12-31"),
        ("PER.jean-de-la-roche", "FRA", "PETRARCH.ELI", "2004-01-01", ""),
    ]


def test_other_entries_are_bodies_of_their_role_or_names_of_a_country(found: Overrides) -> None:
    assert rows(found, "actors/petrarch.csv", "name", "kind", "country", "sector", "valid_from") == [
        ("Borduria", "organisation", "", "", ""),
        ("Paris Water Board", "company", "FRA", "BUS", ""),
        ("Front of the Hills", "armed_group", "", "REB", "1975-01-01"),
    ]
    assert rows(found, "aliases.csv", "actor_id", "alias", "valid_to") == [("FRA", "Republic of the Gauls", "1958-10-04")]


def test_agents_are_nouns_for_unnamed_people(found: Overrides) -> None:
    assert rows(found, "role_nouns.csv", "noun", "plural", "sector", "generic_id") == [
        ("river pilot", "river pilots", "COP", "GENERIC.river-pilots"),
        ("forester", "foresters", "AGR", "GENERIC.foresters"),
        ("nobody in particular", "nobody in particulars", "", "GENERIC.nobody-in-particulars"),
    ]


def test_what_the_lexicon_knows_is_left_to_it_and_bad_lines_are_named(found: Overrides) -> None:
    assert found.known == 1
    assert [problem.partition(": ")[0] for problem in found.problems] == [
        "our.actors.txt:12", "our.actors.txt:12", "our.actors.txt:13", "our.actors.txt:13", "our.actors.txt:14", "our.actors.txt:16",
        "our.actors.txt:16",
    ]  # fmt: skip
    assert "first day before the last" in found.problems[0]
    assert "closed brackets" in found.problems[-2]


def test_the_files_are_overrides_that_the_lexicon_takes_whole(found: Overrides, tmp_path: Path) -> None:
    folder = tmp_path / "overrides"
    assert len(write_overrides(found, folder)) == 6
    seeds = read_seeds(folder)
    assert seeds.problems == ()
    assert seeds.frames["tenures"].filter(actor_id="PER.jean-de-la-roche").height == 2
    with pytest.raises(FileExistsError, match="expected no such file"):
        write_overrides(found, folder)
