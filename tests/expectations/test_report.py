"""The report page: what the last run did, readable without a network, with nothing of the articles taken for HTML."""

import re
from contextlib import closing
from dataclasses import replace
from html.parser import HTMLParser

import polars as pl
import pytest

from expectations.gate import check_batch
from expectations.report import render_report, write_report
from tests.fresh import open_new
from tests.strategies import SOME_DAY, VERSIONS, NewsArticle, NewsFile, compute_batch
from warehouse.load import load_batch
from warehouse.runs import Counts, finish_run, start_run
from warehouse.staging import read_staged, stage_batch

HOSTILE = "<script>alert('x')</script>"


@pytest.fixture
def connection(tmp_path):
    with closing(open_new(tmp_path / "w.duckdb")) as opened:
        yield opened


def run_once(connection, tmp_path, author: str) -> None:
    manifest, frames = compute_batch([NewsFile((NewsArticle("Ada Wren said “no”."),))])
    frames["authors"] = frames["authors"].with_columns(author=pl.lit(author), position=pl.lit(-1, dtype=pl.Int64))
    verdict = check_batch(frames, SOME_DAY)
    manifest = replace(manifest, rows_quarantined=verdict.quarantined.height)
    staged = {**verdict.kept, "checks": verdict.checks, "notes": verdict.notes, "quarantine": verdict.quarantined}
    start_run(connection, tmp_path / "w.duckdb", manifest.run_id, "ingest", VERSIONS)
    loaded = load_batch(connection, read_staged(stage_batch(tmp_path / "staging", manifest, staged)))
    counts = Counts(1, loaded.files_loaded, 0, 0, 1, 1, 0, 0, manifest.rows_checked, loaded.rows_loaded, 0, verdict.quarantined.height)
    finish_run(connection, manifest.run_id, counts)


class Reader(HTMLParser):
    """Collects the tags of a page and its text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.links: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("src", "href")]

    def handle_data(self, data):
        self.text += data


def read_page(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    return reader


def test_the_page_tells_what_was_set_aside_and_that_the_accounts_balance(connection, tmp_path):
    run_once(connection, tmp_path, "A. Writer")
    text = re.sub(r"\s+", " ", read_page(render_report(connection)).text)
    assert "ingest: completed" in text
    assert text.count("balanced") == 3
    assert "not balanced" not in text
    assert "position is within its range" in text
    assert "failed_expectation" in text
    assert "has at least 20 words" in text


def test_what_comes_from_files_is_text_and_never_html(connection, tmp_path):
    run_once(connection, tmp_path, HOSTILE)
    page = read_page(render_report(connection))
    assert HOSTILE.replace("'", "\\'") in page.text or HOSTILE in page.text
    assert "script" not in page.tags


def test_the_page_asks_the_network_for_nothing(connection, tmp_path):
    run_once(connection, tmp_path, "A. Writer")
    target = write_report(connection, tmp_path / "report" / "report.html")
    page = target.read_text(encoding="utf-8")
    assert read_page(page).links == []
    assert "http" not in page.replace("http-equiv", "")
    assert "url(" not in page
    assert [path.name for path in target.parent.iterdir()] == ["report.html"]


def test_a_warehouse_without_runs_has_a_page_that_says_what_to_do(connection):
    assert "personae ingest FOLDER" in read_page(render_report(connection)).text
