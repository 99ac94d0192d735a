"""Files to articles in a child process: nothing lost, no file able to cost more than itself."""

import json
import os
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from flows.article_lines import article_lines
from flows.finding import find_files
from flows.mapping import parse_mapping
from flows.reading import ReaderProcess, read_paths
from transforms.articles.file_names import printable
from transforms.limits import Limits
from transforms.readers.outcomes import FileReading, RawArticle, Reading, Rejected

TODAY = date(2024, 6, 1)
TEXT = "Border to reopen\n\nThe ministers of both countries met in the capital on Tuesday.\n\nThey agreed to reopen the crossing.\n"


def reason_of(reading: FileReading) -> str | None:
    return reading.reading.reason if isinstance(reading.reading, Rejected) else None


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b").mkdir()
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b" / "two.jsonl").write_text(f'{json.dumps({"text": TEXT})}\n{{"text": "cut\n')
    (tmp_path / "b" / "empty.txt").write_bytes(b"")
    (tmp_path / "c.bin").write_bytes(bytes(range(256)))
    (tmp_path / ".hidden.txt").write_text(TEXT)
    (tmp_path / "b" / ".git").mkdir()
    (tmp_path / "b" / ".git" / "config.txt").write_text(TEXT)
    return tmp_path


def test_folders_are_searched_in_order_and_hidden_files_told(folder):
    found = find_files([folder])
    assert [str(file.relative_to(folder)) for file in found.files] == ["a.txt", "b/empty.txt", "b/two.jsonl", "c.bin"]
    assert [str(path.relative_to(folder)) for path in found.hidden] == [".hidden.txt", "b/.git"]
    assert found.refused == []


def test_a_file_counts_once_however_often_it_is_named(folder):
    assert len(find_files([folder, folder / "a.txt", str(folder / "b" / ".." / "a.txt")]).files) == 4
    assert find_files([folder / ".hidden.txt"]).files == [folder / ".hidden.txt"]


def test_pipes_loops_and_missing_paths_are_refused_and_block_nothing(folder):
    os.mkfifo(folder / "pipe")
    (folder / "b" / "loop").symlink_to(folder)
    (folder / "dangling.txt").symlink_to(folder / "nowhere")
    found = find_files([folder, folder / "missing"])
    assert len(found.files) == 4
    assert [(Path(refusal.path).name, reason_of(refusal)) for refusal in found.refused] == [
        ("dangling.txt", "unreadable"),
        ("missing", "unreadable"),
        ("pipe", "unreadable"),
    ]


def test_each_file_is_read_or_refused_and_a_cut_line_costs_itself(folder):
    readings = {Path(reading.path).name: reading for reading in read_paths([folder])}
    assert {name: reason_of(reading) for name, reading in readings.items()} == {
        "a.txt": None,
        "empty.txt": "empty_file",
        "two.jsonl": None,
        "c.bin": "binary_file",
    }
    lines = readings["two.jsonl"].reading
    assert isinstance(lines, Reading)
    assert isinstance(lines.articles[0], RawArticle)
    assert isinstance(lines.articles[1], Rejected)
    assert (lines.articles[0].text, lines.articles[1].reason) == (TEXT.strip(), "malformed")


def test_file_id_is_the_hash_of_the_bytes(folder):
    from hashlib import sha256

    reading = next(iter(read_paths([folder / "a.txt"])))
    assert (reading.file_id, reading.byte_count) == (sha256(TEXT.encode()).hexdigest(), len(TEXT))


def test_too_large_files_are_refused_unread(folder):
    (reading,) = read_paths([folder / "a.txt"], Limits(file_bytes=10))
    assert reason_of(reading) == "too_large"


def test_a_reader_that_hangs_before_it_begins_a_file_is_replaced_and_costs_nothing(folder):
    with ReaderProcess(Limits(seconds=5), {}) as reader:
        reader.read(folder / "a.txt")
        assert reader.pid
        hung = reader.pid
        os.kill(hung, signal.SIGSTOP)
        start = time.monotonic()
        assert reason_of(reader.read(folder / "a.txt")) is None
        assert time.monotonic() - start >= 5
        assert reader.pid != hung


def test_memory_is_limited(folder):
    (folder / "large.json").write_text("[" + ",".join(['{"text": "word word"}'] * 400_000) + "]")
    (reading,) = read_paths([folder / "large.json"], Limits(memory_bytes=150 << 20))
    assert reason_of(reading) in ("too_large", "reader_crashed")


def test_no_child_is_left_behind(folder):
    with ReaderProcess(Limits(), {}) as reader:
        reader.read(folder / "a.txt")
        pid = reader.pid
    assert pid
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_the_child_knows_nothing_of_warehouse_tagger_and_orchestration():
    code = (
        "import sys, flows.reader_process, transforms.readers.html, transforms.readers.json_articles, transforms.readers.delimited, "
        "transforms.readers.markdown, transforms.readers.text; "
        "print([name for name in ('prefect', 'duckdb', 'great_expectations', 'spacy', 'polars', 'pandas') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    assert done.stdout.strip() == "[]"


def test_lines_of_read_are_those_of_the_contract(folder):
    (folder / "page.html").write_text(
        '<html lang="en"><head><title>Border</title><meta property="article:published_time" content="2023-04-24T22:15:00-05:00">'
        '<meta name="author" content="Ann Example"><meta property="og:site_name" content="Example News">'
        f'<link rel="canonical" href="https://e.org/b"></head><body><article><h1>Border</h1>{"<p>The ministers met in Minsk.</p>" * 9}'
        "</article></body></html>"
    )
    lines = {(Path(line["file"]).name, line.get("position")): line for line in article_lines([folder], today=TODAY)}
    assert set(lines) == {
        ("a.txt", None),
        ("c.bin", None),
        ("empty.txt", None),
        ("page.html", None),
        ("two.jsonl", None),
        ("two.jsonl", 1),
    }
    text = lines["a.txt", None]
    assert text["title"] == "Border to reopen"
    assert text["text"] == "The ministers of both countries met in the capital on Tuesday.\n\nThey agreed to reopen the crossing."
    assert (text["published_at"], text["published_precision"], text["authors"], text["encoding"]) == (None, "unknown", [], "utf-8")
    page = lines["page.html", None]
    assert (page["published_at"], page["published_precision"]) == ("2023-04-24T22:15-05:00", "minute")
    assert (page["authors"], page["outlet"], page["url"], page["format"]) == (["Ann Example"], "Example News", "https://e.org/b", "html")
    assert lines["empty.txt", None]["reason"] == "empty_file"
    assert lines["two.jsonl", 1]["reason"] == "malformed"


def test_names_of_any_bytes_are_read_and_shown_escaped(tmp_path):
    name = os.fsdecode(b"new\nline-\xff.txt")
    (tmp_path / name).write_text(TEXT)
    (line,) = article_lines([tmp_path], today=TODAY)
    assert line["title"] == "Border to reopen"
    assert line["file"].endswith("new\\nline-\\xff.txt")
    json.dumps(line).encode("utf-8")


def test_ordinary_names_are_shown_as_they_are():
    assert printable("archive/Zürich – 2023.txt") == "archive/Zürich – 2023.txt"


def test_mappings_are_parsed_and_errors_say_what_was_expected():
    assert parse_mapping(["title=headline,text=raw.full", "url=link"]) == {"title": "headline", "text": "raw.full", "url": "link"}
    for wrong in ("title", "headline=title", "title="):
        with pytest.raises(ValueError, match="expected FIELD=THEIRS"):
            parse_mapping([wrong])


def test_links_inside_a_folder_may_lead_to_what_stands_in_it_and_nowhere_else(folder, tmp_path_factory):
    other = tmp_path_factory.mktemp("other")
    (other / "secret.txt").write_text(TEXT)
    (folder / "b" / "inside.txt").symlink_to(folder / "a.txt")
    (folder / "b" / "outside.txt").symlink_to(other / "secret.txt")
    (folder / "b" / "folder").symlink_to(other)
    found = find_files([folder])
    assert folder / "b" / "inside.txt" in found.files
    assert [(Path(refusal.path).name, reason_of(refusal)) for refusal in found.refused] == [
        ("folder", "outside_folder"),
        ("outside.txt", "outside_folder"),
    ]
    assert find_files([folder / "b" / "outside.txt"]).files == [folder / "b" / "outside.txt"]


def test_a_file_beyond_the_size_of_one_is_read_when_it_holds_many(folder):
    lines = "\n".join(json.dumps({"text": f"{number}. {TEXT}"}) for number in range(300))
    (folder / "large.jsonl").write_text(lines)
    limits = Limits(file_bytes=10_000, line_bytes=10_000)
    (whole,) = read_paths([folder / "large.jsonl"])
    (blocks,) = read_paths([folder / "large.jsonl"], limits)
    assert isinstance(blocks.reading, Reading)
    assert isinstance(whole.reading, Reading)
    assert (blocks.reading.articles, blocks.file_id, blocks.byte_count) == (whole.reading.articles, whole.file_id, len(lines))


def test_limits_come_from_the_command_line_and_the_environment(folder, monkeypatch):
    from click.testing import CliRunner

    from flows.cli.verbs.read import read

    (folder / "deep.json").write_text('{"text": "The ministers met.", "x": [[[[]]]]}')
    call = ["--limit", "json_depth=3", str(folder / "deep.json")]
    assert json.loads(CliRunner().invoke(read, call).stdout)["reason"] == "too_deep"
    monkeypatch.setenv("PERSONAE_LIMITS", "json_depth=2")
    assert json.loads(CliRunner().invoke(read, call[2:]).stdout)["reason"] == "too_deep"
    wrong = CliRunner().invoke(read, ["--limit", "speed=3", str(folder)])
    assert wrong.exit_code == 2
    assert "expected LIMIT=NUMBER" in wrong.output
