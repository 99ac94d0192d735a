"""Bundling: every file in one batch, whatever their order; the same files under the same ids."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from flows.batches import BATCH_BYTES, SourceFile, bundle_files, hash_file, make_batch
from flows.settings import Settings
from warehouse.load import Versions

VERSIONS = Versions("1", "lexicon", "full", "tagger")
FILES = st.lists(
    st.builds(
        SourceFile,
        st.sampled_from([Path("a.html"), Path("b.jsonl")]),
        st.integers(0, 3_000_000),
        st.text("0123456789abcdef", min_size=8, max_size=8),
    ),
    unique_by=lambda file: file.file_id,
    max_size=30,
)


@given(FILES, st.integers(1, 50), st.randoms())
def test_bundles_hold_every_file_once_and_do_not_depend_on_their_order(files: list[SourceFile], size: int, random: object) -> None:
    settings = Settings(Path("w.duckdb"), batch_articles=size)
    batches = list(bundle_files(files, VERSIONS, settings))
    assert sorted(file.file_id for batch in batches for file in batch.files) == sorted(file.file_id for file in files)
    assert list(bundle_files(reversed(files), VERSIONS, settings)) == batches
    for batch in batches:
        assert len(batch.files) == 1 or sum(file.articles_expected for file in batch.files) <= size
        assert len(batch.files) == 1 or sum(file.byte_count for file in batch.files) <= BATCH_BYTES


def test_a_batch_of_other_versions_or_another_try_has_another_id() -> None:
    files = [SourceFile(Path("a.txt"), 1, "ab")]
    ids = {
        make_batch(files, VERSIONS).batch_id,
        make_batch(files, Versions("2", "lexicon", "full", "tagger")).batch_id,
        make_batch(files, Versions("1", "lexicon", "fast", "tagger")).batch_id,
        make_batch(files, VERSIONS, attempt="again").batch_id,
    }
    assert len(ids) == 4


def test_a_file_is_known_by_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"same")
    (tmp_path / "b").write_bytes(b"same")
    assert hash_file(tmp_path / "a").file_id == hash_file(tmp_path / "b").file_id
    assert hash_file(tmp_path / "a").byte_count == 4
