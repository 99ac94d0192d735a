"""The bundle for Superset: whole, hardened, the same each time, and about views and columns that exist. `make superset-check` imports it."""

import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml

from warehouse.publishing.bi.charts import CHARTS
from warehouse.publishing.bi.superset import write_bundle
from warehouse.publishing.publish import publish_warehouse
from warehouse.sql_views import read_views
from warehouse.store import open_warehouse


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bi")
    open_warehouse(folder / "w.duckdb").close()
    return publish_warehouse(folder / "w.duckdb", folder / "published")


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
        if view.is_exported:
            dataset = members[f"datasets/Personae/{view.name}"]
            assert {column["column_name"]: column["description"] for column in dataset["columns"]} == view.columns


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.slug)
def test_a_chart_asks_only_for_columns_of_its_view(chart: Any, members: dict[str, Any]) -> None:
    (view,) = [view for view in read_views() if view.name == chart.view]
    asked = {*chart.params.get("all_columns", ()), *chart.params.get("groupby", ())}
    asked |= {chart.params[name] for name in ("x_axis",) if name in chart.params}
    asked |= {known["subject"] for known in chart.params.get("adhoc_filters", ())}
    assert asked <= set(view.columns)
    assert members[f"charts/{chart.slug}"]["dataset_uuid"] == members[f"datasets/Personae/{chart.view}"]["uuid"]


def test_the_dashboard_places_every_chart_once_in_rows_of_twelve_columns(members: dict[str, Any]) -> None:
    layout = members["dashboards/personae"]["position"]
    placed = [entry["meta"]["uuid"] for entry in layout.values() if isinstance(entry, dict) and entry["type"] == "CHART"]
    assert sorted(placed) == sorted(members[f"charts/{chart.slug}"]["uuid"] for chart in CHARTS)
    for entry in layout.values():
        if isinstance(entry, dict) and entry["type"] == "ROW":
            assert sum(layout[child]["meta"]["width"] for child in entry["children"]) <= 12
