"""The staging area: whole batches or nothing, and what was damaged is said to be."""

import json
from dataclasses import replace
from pathlib import Path
from random import Random

import polars as pl
import pytest

from tests.strategies import NewsArticle, NewsFile, compute_batch
from warehouse.points import watched
from warehouse.staging import (
    STAGED_TABLES,
    DamagedBatchError,
    claim_staging,
    discard_staged,
    list_staged,
    read_manifest,
    read_staged,
    stage_batch,
    sweep_staging,
)

FILES = [NewsFile((NewsArticle("Ada Wren said “no”."),))]


@pytest.fixture
def staged(tmp_path: Path) -> Path:
    return stage_batch(tmp_path / "staging", *compute_batch(FILES))


def test_a_batch_is_read_back_as_it_was_written(staged):
    manifest, frames = compute_batch(FILES)
    batch = read_staged(staged)
    assert batch.manifest == manifest == read_manifest(staged)
    assert set(batch.frames) == {table.name for table in STAGED_TABLES}
    for name, frame in frames.items():
        assert batch.frames[name].drop("batch_id").equals(frame), name
        assert batch.frames[name]["batch_id"].unique().to_list() in ([], [manifest.batch_id])


def test_run_and_time_are_filled_in_for_what_was_set_aside(tmp_path):
    manifest, frames = compute_batch(FILES)
    row = {
        "quarantine_id": "ab" * 16, "stage": "read", "reason": "empty_file", "detail": "expected text, found none", "path": "news/x.txt",
        "file_id": None, "position": None, "member": None, "article_id": None, "table_name": None, "row_id": None, "is_open": True,
        "path_bytes": b"/news/x.txt",
    }  # fmt: skip
    aside = pl.DataFrame([row], schema_overrides={"position": pl.Int64, "file_id": pl.String, "article_id": pl.String})
    aside = aside.with_columns(pl.col("table_name", "row_id", "member").cast(pl.String))
    batch = read_staged(stage_batch(tmp_path, manifest, {**frames, "quarantine": aside}))
    assert batch.frames["quarantine"].select("run_id", "seen_at").rows() == [(manifest.run_id, manifest.computed_at)]


def test_staged_batches_are_listed_and_leftovers_are_not(staged):
    leftover = staged.parent / ".dead-123"
    leftover.mkdir()
    (leftover / "articles.parquet").write_bytes(b"PAR1")
    assert list_staged(staged.parent) == [staged]
    assert sweep_staging(staged.parent) == 1
    assert list(staged.parent.iterdir()) == [staged]
    discard_staged(staged)
    assert list_staged(staged.parent) == []


def test_no_staging_area_is_an_empty_one(tmp_path):
    assert list_staged(tmp_path / "none") == []
    assert sweep_staging(tmp_path / "none") == 0


def test_staging_a_batch_again_replaces_it(staged):
    manifest, frames = compute_batch(FILES)
    assert stage_batch(staged.parent, replace(manifest, run_id="run-2"), frames) == staged
    assert read_manifest(staged).run_id == "run-2"


def test_a_batch_that_does_not_fit_the_tables_is_not_staged(tmp_path):
    manifest, frames = compute_batch(FILES)
    with pytest.raises(ValueError, match="found \\['nonsense'\\]"):
        stage_batch(tmp_path, manifest, {**frames, "nonsense": frames["files"]})
    with pytest.raises(ValueError, match="unknown \\['colour'\\]"):
        stage_batch(tmp_path, manifest, {**frames, "files": frames["files"].with_columns(colour=1)})
    assert list_staged(tmp_path) == []


def cut_file_short(folder: Path) -> None:
    path = folder / "mentions.parquet"
    path.write_bytes(path.read_bytes()[:-10])


def remove_file(folder: Path) -> None:
    (folder / "quotes.parquet").unlink()


def lose_rows(folder: Path) -> None:
    path = folder / "articles.parquet"
    pl.read_parquet(path).clear().write_parquet(path)


def drop_column(folder: Path) -> None:
    path = folder / "files.parquet"
    pl.read_parquet(path).drop("reader").write_parquet(path)


def cut_manifest_short(folder: Path) -> None:
    path = folder / "manifest.json"
    path.write_text(path.read_text()[:-20])


def remove_manifest(folder: Path) -> None:
    (folder / "manifest.json").unlink()


def rename_manifest_key(folder: Path) -> None:
    path = folder / "manifest.json"
    content = json.loads(path.read_text())
    content["kind"] = content.pop("tier")
    path.write_text(json.dumps(content))


def manifest_of_another_form(folder: Path) -> None:
    (folder / "manifest.json").write_text("[1, 2]")


@pytest.mark.parametrize(
    "damage",
    [
        cut_file_short,
        remove_file,
        lose_rows,
        drop_column,
        cut_manifest_short,
        remove_manifest,
        rename_manifest_key,
        manifest_of_another_form,
    ],
)
def test_a_damaged_batch_names_its_folder_and_the_next_command(staged, damage):
    damage(staged)
    with pytest.raises(DamagedBatchError, match=rf"{staged}: expected a staged batch, found .*rm -r {staged}"):
        read_staged(staged)


def test_every_single_flipped_bit_is_noticed_before_a_decoder_sees_it(staged):
    generator = Random(16)
    for path in sorted(staged.iterdir()):
        written = path.read_bytes()
        for _ in range(12):
            place = generator.randrange(len(written) * 8)
            changed = bytearray(written)
            changed[place // 8] ^= 1 << place % 8
            path.write_bytes(changed)
            with pytest.raises(DamagedBatchError):
                read_staged(staged)
        path.write_bytes(written)
    read_staged(staged)


def test_a_batch_that_is_half_removed_when_the_process_ends_is_no_batch_any_more(staged):
    class Ended(BaseException):
        pass

    def end(point: str) -> None:
        if point == "remove: one file gone":
            raise Ended

    with watched(end), pytest.raises(Ended):
        discard_staged(staged)
    assert list_staged(staged.parent) == []
    assert sweep_staging(staged.parent) == 1


def test_batches_left_by_another_warehouse_of_the_same_name_are_removed(staged):
    assert claim_staging(staged.parent, "first") == 0
    assert claim_staging(staged.parent, "first") == 0
    assert list_staged(staged.parent) == [staged]
    assert claim_staging(staged.parent, "second") == 1
    assert list_staged(staged.parent) == []
    assert sweep_staging(staged.parent) == 0
