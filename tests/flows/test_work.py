"""The work of batches and runs on real files, without Prefect: the books, sameness, recovery."""

import shutil
from pathlib import Path

import pytest

from flows.batch_work import compute_batch, compute_stored
from flows.batches import bundle_files, hash_file
from flows.finding import find_files
from flows.given import stored_frames
from flows.rebuild import make_rebuild_batch
from flows.running import recorded_run
from flows.settings import Settings
from tests.flows.conftest import SAMPLES, lay_out, load_files
from warehouse import staging
from warehouse.hashes import table_hashes
from warehouse.store import open_warehouse
from warehouse.stored import read_articles, stale_articles


def hashes(warehouse: Path) -> dict[str, tuple[int, int]]:
    with open_warehouse(warehouse, read_only=True) as connection:
        return table_hashes(connection)


def one(warehouse: Path, sql: str) -> tuple[object, ...]:
    with open_warehouse(warehouse, read_only=True) as connection:
        row = connection.execute(sql).fetchone()
    assert row is not None
    return row


def test_order_and_size_of_batches_and_a_second_run_change_nothing(tmp_path: Path) -> None:
    files = find_files([SAMPLES]).files
    first, second = Settings(tmp_path / "a.duckdb", "fast"), Settings(tmp_path / "b.duckdb", "fast", batch_articles=5)
    load_files(files, first)
    load_files(files[::-1][:9], second)
    load_files(files, second)
    assert hashes(first.warehouse) == hashes(second.warehouse)
    before = hashes(first.warehouse)
    load_files(files, first)
    assert hashes(first.warehouse) == before
    assert one(first.warehouse, "SELECT files_loaded, files_already_loaded FROM runs ORDER BY started_at DESC LIMIT 1") == (0, len(files))


def test_broken_files_are_set_aside_with_their_reason_and_the_rest_is_loaded(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    shutil.copy(SAMPLES / "wire" / "strike_talks.txt", folder / "good.txt")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "half.jsonl").write_text(
        '{"title": "T", "text": "Moscow said on Monday it would answer the note from Kyiv."}\n{"title": "cut", "te'
    )
    (folder / "bare.json").write_text('{"title": "No body at all", "text": ""}')
    settings = Settings(tmp_path / "w.duckdb", "fast")
    load_files(find_files([folder]).files, settings)
    with open_warehouse(settings.warehouse, read_only=True) as connection:
        aside = dict(connection.execute("SELECT parse_filename(path), reason FROM quarantine").fetchall())
        assert connection.execute("SELECT count(*) FROM articles").fetchone() == (2,)
    assert aside.keys() == {"empty.txt", "binary.txt", "half.jsonl", "bare.json"}
    assert aside["empty.txt"] == "empty_file"
    assert aside["binary.txt"] == "binary_file"
    assert aside["half.jsonl"] == "malformed"


def test_what_a_killed_run_left_staged_is_loaded_by_the_next(tmp_path: Path) -> None:
    settings = lay_out(Settings(tmp_path / "w.duckdb", "fast"))
    files = find_files([SAMPLES / "wire"]).files

    def die_before_loading() -> None:
        with recorded_run("ingest", settings) as run:
            for batch in bundle_files([hash_file(path) for path in files], run.versions, settings):
                compute_batch(batch, settings, run.versions, run.run_id)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        die_before_loading()
    assert one(settings.warehouse, "SELECT status, detail FROM runs") == ("failed", "KeyboardInterrupt: ")
    load_files(files, settings)
    assert one(settings.warehouse, "SELECT count(*) FROM articles") == (len(files),)
    assert one(settings.warehouse, "SELECT files_loaded, files_already_loaded FROM runs ORDER BY started_at DESC LIMIT 1") == (
        0,
        len(files),
    )
    assert staging.list_staged(settings.staging) == []


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    settings = Settings(tmp_path_factory.mktemp("undisturbed") / "w.duckdb", "fast")
    load_files(find_files([SAMPLES / "wire"]).files, settings)
    return settings.warehouse


@pytest.fixture(scope="module")
def computed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a warehouse whose run ended before the batch that it computed was loaded."""
    settings = lay_out(Settings(tmp_path_factory.mktemp("computed") / "w.duckdb", "fast"))
    with recorded_run("ingest", settings) as run:
        run.recover_staged()
        for batch in bundle_files([hash_file(path) for path in find_files([SAMPLES / "wire"]).files], run.versions, settings):
            compute_batch(batch, settings, run.versions, run.run_id)
    return settings.warehouse.parent


@pytest.mark.parametrize("damage", ["half removed", "flipped bit", "empty folder"])
def test_a_damaged_staged_batch_is_computed_again_and_stops_nothing(tmp_path: Path, computed: Path, undisturbed: Path, damage: str) -> None:
    shutil.copytree(computed, tmp_path, dirs_exist_ok=True)
    settings = Settings(tmp_path / "w.duckdb", "fast")
    (folder,) = staging.list_staged(settings.staging)
    if damage == "half removed":
        (folder / "manifest.json").unlink()
    elif damage == "flipped bit":
        content = bytearray((folder / "mentions.parquet").read_bytes())
        content[len(content) // 2] ^= 1
        (folder / "mentions.parquet").write_bytes(content)
    else:
        shutil.rmtree(folder)
        folder.mkdir()
    load_files(find_files([SAMPLES / "wire"]).files, settings)
    assert hashes(settings.warehouse) == hashes(undisturbed)
    assert staging.list_staged(settings.staging) == []


def test_stored_articles_analysed_again_in_another_tier_replace_their_rows(tmp_path: Path) -> None:
    fast, full = Settings(tmp_path / "w.duckdb", "fast"), Settings(tmp_path / "w.duckdb", "full")
    load_files(find_files([SAMPLES / "wire"]).files, fast)
    articles = one(fast.warehouse, "SELECT count(*) FROM articles")
    with recorded_run("rebuild", full) as run:
        ids = stale_articles(run.connection, run.versions)
        batch = make_rebuild_batch(ids, stored_frames(read_articles(run.connection, ids)), run)
        run.load_staged(compute_stored(batch, full, run.versions, run.run_id))
        run.settle()
        assert stale_articles(run.connection, run.versions) == []
    assert one(full.warehouse, "SELECT count(*) FROM articles") == articles == (len(ids),)
    assert one(full.warehouse, "SELECT count(*) FROM appearances") == articles
    expected = Settings(tmp_path / "other.duckdb", "full")
    load_files(find_files([SAMPLES / "wire"]).files, expected)
    assert hashes(full.warehouse) == hashes(expected.warehouse)


def test_every_mention_reproduces_its_surface_and_no_outlet_or_place_is_political(sample_warehouse: Path) -> None:
    wrong = "SELECT count(*) FROM mentions JOIN articles USING (article_id) WHERE substr(body, start_char + 1, end_char - start_char) <> surface"
    assert one(sample_warehouse, wrong) == (0,)
    assert one(sample_warehouse, "SELECT count(*) FROM actors WHERE is_political AND kind IN ('place', 'outlet')") == (0,)
    assert one(sample_warehouse, "SELECT count(*) > 300 FROM mentions") == (True,)


def test_a_run_bounds_what_it_holds_of_the_warehouse_in_memory(tmp_path: Path) -> None:
    with recorded_run("ingest", Settings(tmp_path / "news.duckdb", tier="fast", engine="local")) as run:
        ((limit,),) = run.connection.execute("SELECT current_setting('memory_limit')").fetchall()
    assert limit == "667.5 MiB"
