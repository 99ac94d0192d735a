"""The verb `search`: what it prints, for people and for programs, and how it says that it cannot."""

import csv
from collections import Counter
from io import StringIO
from pathlib import Path

import pytest

from flows.benchmarks.site import make_warehouse
from tests.flows.test_verbs import call


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> str:
    path: Path = tmp_path_factory.mktemp("search") / "news.duckdb"
    make_warehouse(path, 3)
    return str(path)


def test_sentences_are_printed_with_their_speaker_and_where_they_stand(warehouse: str) -> None:
    result = call("search", "answer", "--limit", "2", "--warehouse", warehouse)
    assert result.exit_code == 0, result.output
    lines = result.output.splitlines()
    assert lines[0].startswith("1.  Actor ")
    assert "would have to answer for what had been done" in lines[0]
    assert "Outlet" in lines[1]
    assert [line[0] for line in lines if line[0].isdigit()] == ["1", "2"]


def test_rows_for_programs_and_a_speaker_by_name(warehouse: str) -> None:
    everything = call("search", "answer", "--format", "csv", "--limit", "50", "--warehouse", warehouse)
    rows = list(csv.DictReader(StringIO(everything.output)))
    speaker = next(row["speaker_name"] for row in rows if row["speaker_name"])
    narrowed = call("search", "answer", "--speaker", speaker, "--format", "csv", "--limit", "50", "--warehouse", warehouse)
    expected = [row["words"] for row in rows if row["speaker_name"] == speaker]
    assert [row["words"] for row in csv.DictReader(StringIO(narrowed.output))] == expected


def test_sentences_are_counted_by_speaker_and_by_year(warehouse: str) -> None:
    rows = list(csv.DictReader(StringIO(call("search", "answer", "--format", "csv", "--limit", "99", "--warehouse", warehouse).output)))
    for by, of in (("speaker", lambda row: row["speaker_name"]), ("year", lambda row: row["published_date"][:4])):
        counted = call("search", "answer", "--count", by, "--format", "csv", "--limit", "99", "--warehouse", warehouse)
        found = {row[by]: int(row["sentence_count"]) for row in csv.DictReader(StringIO(counted.output))}
        assert found == Counter(of(row) for row in rows if of(row))


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("the",), 2, "expected a word to look for, a speaker or an actor, found 'the'"),
        (("answer", "--speaker", "Nobody Whosoever"), 2, "expected the id or name of an actor, found 'Nobody Whosoever'"),
        (("unheard",), 0, "No sentence matches"),
    ],
)
def test_what_cannot_be_found_is_said(warehouse: str, arguments: tuple[str, ...], code: int, told: str) -> None:
    result = call("search", *arguments, "--warehouse", warehouse)
    assert (result.exit_code, told in result.output) == (code, True), result.output
