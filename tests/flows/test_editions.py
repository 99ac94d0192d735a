"""A change of the lexicon: what is analysed again is what it can change, and the outcome is as if all had been."""

import shutil
from pathlib import Path

import pytest

from flows.batch_work import compute_stored
from flows.finding import find_files
from flows.given import stored_frames
from flows.rebuild import make_rebuild_batch
from flows.running import recorded_run
from flows.settings import Settings
from tests.flows.conftest import SAMPLES, load_files
from warehouse.hashes import table_hashes
from warehouse.store import open_warehouse
from warehouse.stored import read_articles, stale_articles

ACTOR = "actor_id,name,kind,country,sector,parent_id,wikidata,aliases,acronyms,weak_aliases,valid_from,valid_to,source\n"
CORRECTION = "action,actor_id,alias,value,reason\n"
CHANGES = {
    "a new organisation with an acronym": ("actors/ngos.csv", f"{ACTOR}NGO.UPCH,Chilean Dockworkers' Union,ngo,CHL,LAB,,,,UPCH,,,,our desk\n"),
    "a name taken away, and an actor that is something else": (
        "corrections.csv", f"{CORRECTION}ban,,Kremlin,,the word is common here\nrecode,SRB.GOV,,MIL,our codebook\n"
    ),
    "a person in an office": (
        "tenures.csv", "actor_id,body,office_id,valid_from,valid_to,source\nPER.angela-merkel,COD,HOS,2022-06-01,2026,our desk\n"
    ),
    "a word for unnamed people": ("role_nouns.csv", "noun,plural,kind,sector,generic_id,source\ndocker,dockers,generic,LAB,GENERIC.dockers,our desk\n"),
}  # fmt: skip

#: Names in the samples of actors that no dictionary lists.
SURFACES = ["Rosario Cáceres", "Ion Ciobanu", "Behrouz Daneshvar"]


def hashes(warehouse: Path) -> dict[str, tuple[int, int]]:
    with open_warehouse(warehouse, read_only=True) as connection:
        return table_hashes(connection)


def bring_up_to_date(settings: Settings) -> tuple[int, int]:
    """What the flow `rebuild` does, in this thread; how many articles were analysed again, and how many there are."""
    with recorded_run("rebuild", settings) as run:
        run.load_lexicon()
        stale = stale_articles(run.connection, run.versions)
        if stale:
            batch = make_rebuild_batch(stale, stored_frames(read_articles(run.connection, stale)), run)
            run.load_staged(compute_stored(batch, settings, run.versions, run.run_id))
        run.settle()
        ((articles,),) = run.connection.execute("SELECT count(*) FROM articles").fetchall()
    return len(stale), articles


def write_overrides(folder: Path, *changes: tuple[str, str]) -> Path:
    for name, text in changes:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


@pytest.fixture(scope="module")
def changed(fast_warehouse: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Settings, int, int]:
    """A warehouse into which all changes were brought; how many articles were analysed again, and how many there are."""
    folder = tmp_path_factory.mktemp("editions")
    overrides = write_overrides(folder / "overrides", *CHANGES.values())
    settings = Settings(Path(shutil.copy(fast_warehouse, folder / "changed.duckdb")), "fast", overrides=overrides)
    return settings, *bring_up_to_date(settings)


def test_only_articles_that_a_change_concerns_are_analysed_again_and_nothing_is_missed(
    fast_warehouse: Path, changed: tuple[Settings, int, int], tmp_path: Path
) -> None:
    settings, again, articles = changed
    assert len(CHANGES) < again < articles
    fresh = Settings(tmp_path / "fresh.duckdb", "fast", overrides=settings.overrides)
    load_files(find_files([SAMPLES]).files, fresh)
    assert hashes(settings.warehouse) == hashes(fresh.warehouse)
    assert hashes(settings.warehouse)["mentions"] != hashes(fast_warehouse)["mentions"]


def test_going_back_to_the_lexicon_of_before_brings_back_what_was_there(
    fast_warehouse: Path, changed: tuple[Settings, int, int], tmp_path: Path
) -> None:
    settings, there, _ = changed
    warehouse = Path(shutil.copy(settings.warehouse, tmp_path / "w.duckdb"))
    back, _ = bring_up_to_date(Settings(warehouse, "fast"))
    assert there == back > 0
    assert hashes(warehouse) == hashes(fast_warehouse)


def test_articles_that_a_change_does_not_concern_count_as_loaded_for_ingest(fast_warehouse: Path, tmp_path: Path) -> None:
    nobody = ("actors/ngos.csv", f"{ACTOR}NGO.NOWHERE,Society Nobody Wrote About,ngo,,NGO,,,,,,,,our desk\n")
    overrides = write_overrides(tmp_path / "overrides", nobody)
    warehouse = tmp_path / "w.duckdb"
    shutil.copy(fast_warehouse, warehouse)
    load_files(find_files([SAMPLES]).files, Settings(warehouse, "fast", overrides=overrides))
    with open_warehouse(warehouse, read_only=True) as connection:
        newest = connection.execute("SELECT files_loaded, articles_read FROM runs ORDER BY started_at DESC LIMIT 1").fetchall()
    assert newest == [(0, 0)]


def test_corrections_of_discovered_actors_hold_after_a_rebuild_and_after_the_same_files_again(fast_warehouse: Path, tmp_path: Path) -> None:
    lines = (
        "merge,PER.ion-ciobanu,,PER.rosario-caceres,one desk for both",
        "ban,PER.behrouz-daneshvar,,,a made-up name",
        "rename,PER.rosario-caceres,,Rosario C. Díaz,as she signs",
        "party,PER.rosario-caceres,,CHL.PTY.PS,her party",
        "recode,PER.rosario-caceres,,LAB,she leads a union",
    )
    overrides = write_overrides(tmp_path / "overrides", ("corrections.csv", CORRECTION + "".join(f"{line}\n" for line in lines)))
    settings = Settings(tmp_path / "w.duckdb", "fast", overrides=overrides)
    shutil.copy(fast_warehouse, settings.warehouse)
    again, articles = bring_up_to_date(settings)
    assert 0 < again < articles
    corrected = hashes(settings.warehouse)
    with open_warehouse(settings.warehouse, read_only=True) as connection:
        named = connection.execute(
            "SELECT surface, actor_id FROM mentions WHERE layer = 'name' AND surface IN (SELECT unnest(?))", [SURFACES]
        )
        actor_of = dict(named.fetchall())
        listed = "SELECT name, kind, sector, party_id FROM actors WHERE actor_id = ?"
        (caceres,) = connection.execute(listed, ["PER.rosario-caceres"]).fetchall()
    assert actor_of == dict(zip(SURFACES, ("PER.rosario-caceres", "PER.rosario-caceres", None), strict=True))
    assert caceres == ("Rosario C. Díaz", "person", "LAB", "CHL.PTY.PS")
    load_files(find_files([SAMPLES]).files, settings)
    assert hashes(settings.warehouse) == corrected
