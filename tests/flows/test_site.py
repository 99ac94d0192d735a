"""The verb `site`: where it writes, what it leaves out when asked to, how it says that it cannot."""

from pathlib import Path

import pytest

from flows.benchmarks.site import make_warehouse
from flows.settings import Settings
from flows.tasks import publish
from tests.flows.test_verbs import call


def test_the_site_of_a_warehouse_is_written_where_it_is_asked_for(tmp_path: Path) -> None:
    make_warehouse(tmp_path / "news.duckdb", 3)
    chosen = ("--output", str(tmp_path / "public"), "--top-actors", "2", "--articles", "0")
    result = call("site", "--warehouse", str(tmp_path / "news.duckdb"), *chosen)
    assert result.exit_code == 0, result.output
    assert "2 actors and 0 articles" in result.output
    assert str(tmp_path / "public" / "index.html") in result.output.replace("\n", "")
    assert len(list((tmp_path / "public" / "actor").iterdir())) == 2
    assert list((tmp_path / "public" / "article").iterdir()) == []


def test_a_warehouse_that_is_not_there_is_named_in_one_line(tmp_path: Path) -> None:
    result = call("site", "--warehouse", str(tmp_path / "none.duckdb"))
    assert result.exit_code == 3
    assert "none.duckdb: expected a warehouse, found no such file" in result.output
    assert not (tmp_path / "published").exists()


def test_runs_leave_full_texts_out_of_the_site_where_the_environment_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(tmp_path / "news.duckdb")
    make_warehouse(settings.warehouse, 3)
    publish(settings, "a run")
    assert len(list((settings.published / "site" / "article").iterdir())) == 3
    monkeypatch.setenv("PERSONAE_SITE_ARTICLES", "0")
    publish(Settings(settings.warehouse), "a run")
    assert list((settings.published / "site" / "article").iterdir()) == []


def test_a_setting_that_is_no_number_is_named_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PERSONAE_SITE_ARTICLES", "few")
    result = call("ingest", str(tmp_path), "--warehouse", str(tmp_path / "news.duckdb"))
    assert result.exit_code == 2
    assert "expected a number of articles, 0 or more, as PERSONAE_SITE_ARTICLES, found few" in result.output
