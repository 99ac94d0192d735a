"""The compiled lexicon says what the files say, and a changed file is never met by an old one."""

from datetime import date
from pathlib import Path

import polars as pl

from warehouse.compiled import KEPT, keep_frame, keep_objects, read_compiled
from warehouse.seeds import read_seeds

HEAD = "actor_id,name,country,gender,sector,wikidata,aliases,weak_aliases,source\n"


def write(folder: Path, name: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "persons.csv").write_text(f"{HEAD}PER.a,{name},,f,,,,,x\nPER.b,,,f,,,,,x\n")
    return folder


def test_what_is_compiled_is_what_was_read(tmp_path: Path) -> None:
    folder, cache = write(tmp_path / "seeds", "Ann A"), tmp_path / "cache"
    first, again, read = read_compiled(cache, folder=folder), read_compiled(cache, folder=folder), read_seeds(folder=folder)
    assert (again.version, again.problems) == (first.version, first.problems) == (read.version, read.problems)
    assert again.frames["actors"].equals(read.frames["actors"])
    assert len(list(cache.iterdir())) == 1


def test_a_changed_file_is_read_anew_and_old_editions_go(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    for number in range(KEPT + 2):
        seeds = read_compiled(cache, folder=write(tmp_path / "seeds", f"Ann {number}"))
        assert seeds.frames["actors"]["name"].to_list() == [f"Ann {number}"]
    assert len(list(cache.iterdir())) == KEPT


def test_a_damaged_or_forbidden_cache_is_done_without(tmp_path: Path) -> None:
    folder, cache = write(tmp_path / "seeds", "Ann A"), tmp_path / "cache"
    read_compiled(cache, folder=folder)
    for path in cache.glob("*/*.arrow"):
        path.write_bytes(b"none")
    assert read_compiled(cache, folder=folder).frames["actors"].height == 1
    (actors,) = cache.glob("*/actors.arrow")
    content = actors.read_bytes()
    actors.write_bytes(content.replace(b"Ann A", b"Ann B"))
    assert actors.read_bytes() != content
    assert read_compiled(cache, folder=folder).frames["actors"]["name"].to_list() == ["Ann A"]
    (tmp_path / "file").write_text("no folder")
    assert read_compiled(tmp_path / "file" / "cache", folder=folder).frames["actors"].height == 1


def test_a_frame_is_made_once_and_again_where_its_file_is_damaged(tmp_path: Path) -> None:
    made = []

    def make() -> pl.DataFrame:
        made.append(1)
        return pl.DataFrame({"form": ["lyra"]})

    for _ in range(2):
        assert keep_frame(tmp_path / "kept" / "forms.arrow", make)["form"].to_list() == ["lyra"]
    (tmp_path / "kept" / "forms.arrow").write_bytes(b"none")
    assert keep_frame(tmp_path / "kept" / "forms.arrow", make)["form"].to_list() == ["lyra"]
    (tmp_path / "file").write_text("no folder")
    assert keep_frame(tmp_path / "file" / "forms.arrow", make)["form"].to_list() == ["lyra"]
    assert len(made) == 3


def test_kept_objects_are_those_that_were_made_and_of_no_other_class(tmp_path: Path) -> None:
    kept, made = tmp_path / "names.pickle", []

    def make() -> dict[str, date]:
        made.append(1)
        return {"Lyra": date(2020, 1, 1)}

    for _ in range(2):
        assert keep_objects(kept, make, (date,)) == {"Lyra": date(2020, 1, 1)}
    assert len(made) == 1
    assert keep_objects(kept, make, ()) == {"Lyra": date(2020, 1, 1)}
    assert len(made) == 2
