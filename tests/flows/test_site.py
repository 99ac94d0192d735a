"""The verb `site`: where it writes, what it leaves out when asked to, how it says that it cannot."""

import os
from pathlib import Path
from unittest.mock import patch

import pytest

from flows.benchmarks.site import make_warehouse
from flows.engines import InProcess
from flows.settings import Settings
from flows.tasks import publish
from flows.workers import Workers
from tests.flows.test_verbs import call
from tests.fresh import lay_new


def test_the_site_of_a_warehouse_is_written_where_it_is_asked_for(tmp_path: Path) -> None:
    make_warehouse(lay_new(tmp_path / "news.duckdb"), 3)
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
    make_warehouse(lay_new(settings.warehouse), 3)
    publish(settings, "a run", InProcess())
    assert len(list((settings.published / "site" / "article").iterdir())) == 3
    monkeypatch.setenv("PERSONAE_SITE_ARTICLES", "0")
    publish(Settings(settings.warehouse), "a run", InProcess())
    assert list((settings.published / "site" / "article").iterdir()) == []


def test_a_setting_that_is_no_number_is_named_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PERSONAE_SITE_ARTICLES", "few")
    result = call("ingest", str(tmp_path), "--warehouse", str(tmp_path / "news.duckdb"))
    assert result.exit_code == 2
    assert "expected a number of articles, 0 or more, as PERSONAE_SITE_ARTICLES, found few" in result.output


def test_a_worker_that_is_there_writes_the_same_as_the_run_while_that_answers_the_views(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "news.duckdb", publishing="always")
    make_warehouse(lay_new(settings.warehouse), 3)
    publish(settings, "a run", InProcess())
    made = read_site(settings)
    with Workers(1) as workers, patch.object(workers, "run", wraps=workers.run) as run:
        publish(settings, "a run", workers)
        assert not run.called
        workers.run(os.getpid)
        publish(settings, "a run", workers)
        assert [call.args[0].__name__ for call in run.call_args_list] == ["getpid", "prepare_data"]
    assert read_site(settings) == made


def read_site(settings: Settings) -> dict[str, bytes]:
    """Every page, and what pages load."""
    return {path.name: path.read_bytes() for sort in ("*.html", "*.js") for path in settings.published.rglob(sort)}
