"""The bundle for Superset: whole, hardened, the same each time, and about views and columns that exist. `make superset-check` imports it."""

import zipfile
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.fresh import lay_new, open_new
from tests.warehouse.test_views import identify, insert
from warehouse.publishing.bi.charts import CHARTS, DAY, FACTS
from warehouse.publishing.bi.superset import write_bundle
from warehouse.publishing.publish import publish_warehouse
from warehouse.sql_views import read_views
from warehouse.store import WarehouseError, open_warehouse


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bi")
    return publish_warehouse(lay_new(folder / "w.duckdb"), folder / "published")


@pytest.fixture(scope="module")
def members(published: Path) -> dict[str, Any]:
    write_bundle(published, published.parent / "bundle.zip")
    with zipfile.ZipFile(published.parent / "bundle.zip") as bundle:
        return {name.partition("/")[2].removesuffix(".yaml"): yaml.safe_load(bundle.read(name)) for name in bundle.namelist()}


def test_the_same_warehouse_gives_the_same_bytes(published: Path) -> None:
    first, second = published.parent / "a.zip", published.parent / "b.zip"
    assert write_bundle(published, first) == write_bundle(published, second) == len(CHARTS)
    assert first.read_bytes() == second.read_bytes()


def test_the_database_is_opened_so_that_nothing_but_it_can_be_read(members: dict[str, Any], published: Path) -> None:
    database = members["databases/Personae"]
    address, _, options = database["sqlalchemy_uri"].partition("?")
    assert address == f"duckdb:///{published.resolve()}"
    assert set(options.split("&")) == {"access_mode=READ_ONLY", "enable_external_access=false", "lock_configuration=true"}
    assert not database["allow_dml"]
    assert not database["allow_file_upload"]


def test_every_view_is_a_dataset_whose_columns_are_explained(members: dict[str, Any]) -> None:
    for view in read_views():
        if view.is_exported or view.name in FACTS:
            dataset = members[f"datasets/Personae/{view.name}"]
            assert {column["column_name"]: column["description"] for column in dataset["columns"]} == view.columns


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.slug)
def test_a_chart_asks_only_for_columns_of_its_facts_and_notices_the_filter_of_days(chart: Any, members: dict[str, Any]) -> None:
    (view,) = [view for view in read_views() if view.name == chart.view]
    asked = {name for key in ("all_columns", "groupby", "groupbyRows", "groupbyColumns") for name in chart.params.get(key, ())}
    asked |= {chart.params[name] for name in ("x_axis",) if name in chart.params}
    asked |= {known["subject"] for known in chart.params["adhoc_filters"] if "subject" in known}
    assert asked <= set(view.columns)
    assert {"subject": DAY, "operator": "TEMPORAL_RANGE"}.items() <= chart.params["adhoc_filters"][0].items()
    assert members[f"charts/{chart.slug}"]["dataset_uuid"] == members[f"datasets/Personae/{chart.view}"]["uuid"]


def test_every_filter_sets_a_column_that_all_facts_have(members: dict[str, Any]) -> None:
    filters = members["dashboards/personae"]["metadata"]["native_filter_configuration"]
    columns = [entry["targets"][0]["column"]["name"] for entry in filters if entry["filterType"] == "filter_select"]
    assert {"outlet", "actor", "actor_kind", "country"} <= set(columns)
    for name in FACTS:
        assert {DAY, *columns} <= {column["column_name"] for column in members[f"datasets/Personae/{name}"]["columns"]}


def test_the_archives_own_fields_become_filters_and_articles_are_linked_where_they_are_served(tmp_path: Path) -> None:
    with closing(open_new(tmp_path / "w.duckdb")) as connection:
        insert(connection, "batches", {"batch_id": "ab" * 16})
        for number, topic in enumerate(("trade", "war", "trade", "war")):
            insert(connection, "articles", {"article_id": identify(number), "batch_id": "ab" * 16})
            # a number, an address and an id of its own for each article tell a reader nothing
            for field, value in (("Topic area", topic), ("code", len(topic)), ("site", f"https://{topic}.example"), ("id", f"a{number}")):
                insert(connection, "article_fields", {"article_id": identify(number), "field": field, "value": value})
    published = publish_warehouse(tmp_path / "w.duckdb", tmp_path / "published")
    write_bundle(published, tmp_path / "bundle.zip", "https://news.example.org/personae/")
    with zipfile.ZipFile(tmp_path / "bundle.zip") as bundle:
        told = {name: yaml.safe_load(bundle.read(name)) for name in bundle.namelist()}
    dashboard = told["personae_dashboard/dashboards/personae.yaml"]
    assert [entry["name"] for entry in dashboard["metadata"]["native_filter_configuration"][5:]] == ["Topic area"]
    sql = told["personae_dashboard/datasets/Personae/mention_facts.yaml"]["sql"]
    with closing(open_warehouse(published, read_only=True)) as connection:
        described = connection.execute(f"DESCRIBE {sql}").fetchall()
    assert [name for name, *_ in described][-2:] == ["field_topic_area", "page"]
    assert "https://news.example.org/personae/site/article/" in sql
    assert "page" in told["personae_dashboard/charts/said.yaml"]["params"]["all_columns"]


def test_the_dashboard_places_every_chart_once_in_rows_of_twelve_columns(members: dict[str, Any]) -> None:
    layout = members["dashboards/personae"]["position"]
    placed = [entry["meta"]["uuid"] for entry in layout.values() if isinstance(entry, dict) and entry["type"] == "CHART"]
    assert sorted(placed) == sorted(members[f"charts/{chart.slug}"]["uuid"] for chart in CHARTS)
    for entry in layout.values():
        if isinstance(entry, dict) and entry["type"] == "ROW":
            assert sum(layout[child]["meta"]["width"] for child in entry["children"]) <= 12


def test_a_copy_that_was_published_before_there_was_a_view_is_refused_with_the_next_step(published: Path, tmp_path: Path) -> None:
    older = tmp_path / "personae.duckdb"
    older.write_bytes(published.read_bytes())
    with closing(open_warehouse(older)) as connection:
        connection.execute("DROP VIEW codes")
    with pytest.raises(WarehouseError, match=r"found no codes; publish again: personae rebuild --publish always"):
        write_bundle(older, tmp_path / "bundle.zip")
