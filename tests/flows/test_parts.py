"""Large files are read and loaded in parts: the same rows as in one piece, and a killed run goes on where it was."""

import json
from pathlib import Path

import pytest

from flows.batch_work import compute_batch
from flows.batches import bundle_files, hash_file, part_large
from flows.finding import find_files
from flows.reading import ReaderProcess, read_files
from flows.running import Run, recorded_run
from flows.settings import Settings
from tests.flows.conftest import lay_out, load_files
from tests.flows.hostile_files import BODY, zipped
from transforms.readers.outcomes import Reading
from warehouse.hashes import table_hashes
from warehouse.store import open_warehouse


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    """A dump of thirty articles, one of them broken and one printed twice, and an archive of two."""
    lines = [
        json.dumps({"title": f"Border {number}", "text": f"Moscow said on Monday it had {number} notes from Kyiv. {BODY * 12}"})
        for number in range(30)
    ]
    lines[17], lines[23] = '{"title": "cut', lines[3]
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "dump.jsonl").write_text("\n".join(lines))
    (folder / "small.zip").write_bytes(zipped({f"{n}.txt": f"Border\n\nKyiv counted {n} cars. {BODY}".encode() for n in range(2)}))
    return folder


def settings_for(warehouse: Path) -> Settings:
    return lay_out(Settings(warehouse, "fast", batch_articles=10))


def load_in_parts(folder: Path, settings: Settings, kill_after: int | None = None) -> tuple[int, ...]:
    """What the flow `ingest` does, in this thread; how many parts were computed of each large file."""
    computed = []
    with recorded_run("ingest", settings) as run:
        run.load_lexicon()
        run.recover_staged()
        small, large = part_large(run.skip_loaded(map(hash_file, find_files([folder]).files)), settings)
        for batch in bundle_files(small, run.versions, settings):
            run.load_staged(compute_batch(batch, settings, run.versions, run.run_id))
        with ReaderProcess(settings.limits, {}) as reader:
            for file in large:
                computed.append(_load_parts(run, reader, file, kill_after))
                run.complete_file(file)
        run.settle()
    return tuple(computed)


def _load_parts(run: Run, reader: ReaderProcess, file, kill_after: int | None) -> int:
    count = 0
    for part in run.parts_of(file, reader):
        run.load_staged(compute_batch(part, run.settings, run.versions, run.run_id))
        count += 1
        if count == kill_after:
            raise KeyboardInterrupt
    return count


def rows(warehouse: Path, sql: str) -> list[tuple[object, ...]]:
    with open_warehouse(warehouse, read_only=True) as connection:
        return connection.execute(sql).fetchall()


def test_a_failed_part_and_a_killed_run_cost_only_what_they_were_at(dump, tmp_path):
    settings, whole = settings_for(tmp_path / "parts.duckdb"), Settings(tmp_path / "whole.duckdb", "fast")
    with recorded_run("ingest", settings) as run:
        run.load_lexicon()
        (file,) = run.skip_loaded([hash_file(dump / "dump.jsonl")])
        with ReaderProcess(settings.limits, {}) as reader:
            for number, part in enumerate(run.parts_of(file, reader)):
                if number == 1:
                    run.put_batch_aside(part, OSError("disk full"))
                else:
                    run.load_staged(compute_batch(part, settings, run.versions, run.run_id))
        run.complete_file(file)
        run.settle()
    assert rows(settings.warehouse, "SELECT files_seen, files_quarantined, articles_loaded FROM runs") == [(1, 1, 19)]
    assert rows(settings.warehouse, "SELECT reason, position FROM quarantine") == [("batch_failed", 10)]
    with pytest.raises(KeyboardInterrupt):
        load_in_parts(dump / "dump.jsonl", settings, kill_after=1)
    assert rows(settings.warehouse, "SELECT article_count FROM files") == [(None,)]
    assert load_in_parts(dump / "dump.jsonl", settings) == (0,)
    assert rows(settings.warehouse, "SELECT article_count FROM files") == [(30,)]
    load_files([dump / "dump.jsonl"], whole)
    with open_warehouse(settings.warehouse, read_only=True) as one, open_warehouse(whole.warehouse, read_only=True) as other:
        assert table_hashes(one) == table_hashes(other)
    aside = "SELECT reason, position FROM quarantine WHERE is_open"
    assert rows(settings.warehouse, aside) == rows(whole.warehouse, aside) == [("malformed", 17)]


def test_members_of_an_archive_are_known_by_their_place(dump, tmp_path):
    settings = settings_for(tmp_path / "w.duckdb")
    load_files([dump / "small.zip"], settings)
    assert rows(settings.warehouse, "SELECT position, member FROM appearances ORDER BY position") == [(n, f"{n}.txt") for n in range(2)]
    assert rows(settings.warehouse, "SELECT format, article_count FROM files") == [("zip", 2)]


def test_parts_are_the_same_each_time_and_hold_every_article_once(dump):
    whole = next(iter(read_files([dump / "dump.jsonl"])))
    for size in (1, 7, 29, 30, 31):
        parts = list(read_files([dump / "dump.jsonl"], part_articles=size))
        assert [part.is_whole for part in parts] == ([True] if size >= 30 else [False] * len(parts))
        found = [part.reading.articles for part in parts if isinstance(part.reading, Reading)]
        assert isinstance(whole.reading, Reading)
        assert tuple(article for articles in found for article in articles) == whole.reading.articles
        assert {len(articles) for articles in found[:-1]} <= {size}


def end_in_a_transaction(settings: Settings) -> None:
    with recorded_run("ingest", settings) as run:
        run.connection.execute("BEGIN")
        raise OSError("disk full")


def test_the_books_say_what_ended_a_run_in_the_middle_of_a_transaction(tmp_path):
    settings = settings_for(tmp_path / "w.duckdb")
    with pytest.raises(OSError, match="disk full"):
        end_in_a_transaction(settings)
    assert rows(settings.warehouse, "SELECT status, detail FROM runs") == [("failed", "OSError: disk full")]
