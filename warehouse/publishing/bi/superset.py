"""A bundle that Superset imports: the published warehouse as a database, a dataset for each view, charts and one dashboard with filters.

Charts and filters stand on the tables of facts, each widened by the archive's own fields and, where the site is served, by a link to the
article.

The form is that of Superset's own exports, version 1.0.0 (https://superset.apache.org/docs/configuration/importing-exporting-datasources).
Ids are made of names, so that importing again replaces what was imported before.
"""

import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import yaml

from warehouse.publishing.bi.charts import CHARTS, DAY, FACTS, Chart
from warehouse.quoting import quote
from warehouse.slugs import slug
from warehouse.sql_heads import tell_grain
from warehouse.sql_views import View, read_views
from warehouse.store import WarehouseError, open_warehouse

#: Opened so that neither SQL Lab nor a chart can write, read other files or undo these settings.
HARDENED = "access_mode=READ_ONLY&enable_external_access=false&lock_configuration=true"
DATABASE, TITLE, SLUG = "Personae", "Personae: who is in the news", "personae"
#: The folder of everything inside the bundle.
BUNDLE_FOLDER = "personae_dashboard"
#: The same bytes for the same warehouse: zip keeps a time for each member, and this is the first it can.
_STAMP = (1980, 1, 1, 0, 0, 0)
_DAY_COLUMNS = ("published_date", "day_date", "month_date", "week_date", "first_date", "last_date")


#: Fields of the archive that become filters: how many at most, and of how many values each. Bare numbers and addresses say nothing to who
#: chooses.
_MOST_FIELDS, _MOST_VALUES = 3, 200
_FIELDS = rf"""
    SELECT field FROM fields_kept GROUP BY field
    HAVING count(*) BETWEEN 2 AND {_MOST_VALUES} AND sum(article_count) >= 2 * count(*)
        AND bool_or(NOT regexp_full_match(value, '[-+.0-9]+'))
        AND NOT bool_or(regexp_matches(value, '^(https?://|www\.)'))
    ORDER BY sum(article_count) DESC, count(*), field LIMIT {_MOST_FIELDS}
"""
#: Heads of the tables of evidence, where the name of a column would not say it to everybody.
_HEADS = {
    "published_date": "day", "actor": "who", "about": "about whom", "act": "does what", "target": "to whom", "told_as": "told as",
    "words": "in these words", "page": "article",
}  # fmt: skip
#: Filters of the dashboard by the columns they set.
_FILTERS = {
    "outlet": "Outlet",
    "actor": "Actor (mentioned, speaking or acting)",
    "actor_kind": "Kind of actor",
    "country": "Country of the actor",
}


@dataclass(frozen=True)
class _Dataset:
    """A view, or, with `sql`, a view widened by the columns of `more`, which maps each to its meaning."""

    view: View
    types: dict[str, str] = field(default_factory=dict)
    sql: str | None = None
    more: dict[str, str] = field(default_factory=dict)


def write_bundle(published: Path, target: Path, address: str | None = None) -> int:
    """Write the bundle for a published warehouse to `target`; how many charts. `address` is where the folder published/ is served, if it
    is. Raises WarehouseError when the warehouse cannot be opened, or was published before there were all of these views."""
    views = [view for view in read_views() if view.is_exported or view.name in FACTS]
    with closing(open_warehouse(published, read_only=True)) as connection:
        there = {name for (name,) in connection.execute("SELECT table_name FROM information_schema.tables").fetchall()}
        lacking = sorted(view.name for view in views if view.name not in there)
        if lacking:
            raise WarehouseError(
                f"{published}: expected the views of this version, found no {', '.join(lacking)}; "
                "publish again: personae rebuild --publish always"
            )
        kept = {f"field_{slug(name).replace('-', '_')}": name for (name,) in connection.execute(_FIELDS).fetchall()}
        types = {view.name: {row[0]: row[1] for row in connection.execute(f"DESCRIBE {view.name}").fetchall()} for view in views}
    datasets = [
        _widened(view, types[view.name], kept, address) if view.name in FACTS else _Dataset(view, types[view.name]) for view in views
    ]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, content in _members(published.resolve(), datasets, kept, address):
            text = yaml.safe_dump(content, sort_keys=False, allow_unicode=True)
            bundle.writestr(zipfile.ZipInfo(f"{BUNDLE_FOLDER}/{name}.yaml", _STAMP), text)
    return len(CHARTS)


def database_uri(published: Path) -> str:
    """The SQLAlchemy address of the published warehouse for duckdb-engine."""
    return f"duckdb:///{published}?{HARDENED}"


def _widened(view: View, types: dict[str, str], kept: Mapping[str, str], address: str | None) -> _Dataset:
    """A table of facts with a column for each kept field and, where the site is served, the link `page`."""
    more = {column: f"The field {name} that the archive keeps of the article." for column, name in kept.items()}
    values = [
        f"(SELECT min(k.value) FROM article_fields AS k WHERE k.article_id = f.article_id AND k.field = {quote(name)}) AS {column}"
        for column, name in kept.items()
    ]
    if address:
        start = f'<a href="{address.rstrip("/")}/site/article/'
        values.append(f"""{quote(start)} || f.article_id || '.html">read</a>' AS page""")
        more["page"] = "The article with everything that was found in it."
    sql = f"SELECT {', '.join(['f.*', *values])} FROM {view.name} AS f"
    return _Dataset(view, {**types, **dict.fromkeys(more, "VARCHAR")}, sql if more else None, more)


def _members(
    published: Path, datasets: Sequence[_Dataset], kept: Mapping[str, str], address: str | None
) -> Iterator[tuple[str, dict[str, Any]]]:
    yield "metadata", {"version": "1.0.0", "type": "Dashboard", "timestamp": "1980-01-01T00:00:00+00:00"}
    yield f"databases/{DATABASE}", _database(published)
    for dataset in datasets:
        yield f"datasets/{DATABASE}/{dataset.view.name}", _dataset(dataset)
    for chart in CHARTS:
        yield f"charts/{chart.slug}", _chart(chart, address)
    yield f"dashboards/{SLUG}", _dashboard(CHARTS, kept)


def _id(*parts: str) -> str:
    return str(uuid5(NAMESPACE_URL, "personae/" + "/".join(parts)))


def _database(published: Path) -> dict[str, Any]:
    return {
        "database_name": DATABASE,
        "sqlalchemy_uri": database_uri(published),
        "cache_timeout": None,
        "expose_in_sqllab": True,
        "allow_run_async": False,
        "allow_ctas": False,
        "allow_cvas": False,
        "allow_dml": False,
        "allow_file_upload": False,
        "extra": {"allows_virtual_table_explore": True},
        "uuid": _id("database"),
        "version": "1.0.0",
    }


def _dataset(dataset: _Dataset) -> dict[str, Any]:
    view = dataset.view
    days = [name for name in view.columns if name in _DAY_COLUMNS]
    return {
        "table_name": view.name,
        "main_dttm_col": days[0] if days else None,
        "description": f"{view.question} {tell_grain(view.grain)}",
        "offset": 0,
        "schema": "main",
        "catalog": None,
        "sql": dataset.sql,
        "filter_select_enabled": True,
        "normalize_columns": False,
        "always_filter_main_dttm": False,
        "uuid": _id("dataset", view.name),
        "metrics": [
            {"metric_name": "row_count", "verbose_name": "Rows", "expression": "count(*)"},
            *(_total(name) for name in view.columns if name.endswith("_count")),
        ],
        "columns": [
            {
                "column_name": name,
                "verbose_name": _head(view.name, name),
                "is_dttm": dataset.types[name] == "DATE",
                "is_active": True,
                "type": dataset.types[name],
                "groupby": True,
                "filterable": True,
                "description": meaning,
            }
            for name, meaning in {**view.columns, **dataset.more}.items()
        ],
        "version": "1.0.0",
        "database_uuid": _id("database"),
    }


def _head(view: str, column: str) -> str:
    if view in FACTS and column in _HEADS:
        return _HEADS[column]
    return column.removeprefix("field_").replace("_", " ")


def _total(column: str) -> dict[str, str]:
    """A sum that tools take for a whole number: DuckDB sums BIGINT to HUGEINT."""
    return {
        "metric_name": f"sum_{column}",
        "verbose_name": column.removesuffix("_count") + "s",
        "expression": f"CAST(sum({column}) AS BIGINT)",
    }


def _chart(chart: Chart, address: str | None) -> dict[str, Any]:
    dataset = _id("dataset", chart.view)
    params = {"granularity_sqla": DAY, "time_range": "No filter", **chart.params}
    if address and "all_columns" in params:
        params["all_columns"] = [*params["all_columns"], "page"]
    return {
        "slice_name": chart.title,
        "description": chart.note,
        "viz_type": chart.viz_type,
        "params": {"viz_type": chart.viz_type, "datasource": f"{dataset}__table", **params},
        "cache_timeout": None,
        "uuid": _id("chart", chart.slug),
        "version": "1.0.0",
        "dataset_uuid": dataset,
    }


def _dashboard(charts: Sequence[Chart], kept: Mapping[str, str]) -> dict[str, Any]:
    named = {column: name.replace("_", " ").capitalize() for column, name in kept.items()}
    filters = [_days_filter(), *(_choice(column, title) for column, title in {**_FILTERS, **named}.items())]
    return {
        "dashboard_title": TITLE,
        "description": "Made by personae bi superset; import again to bring it up to date.",
        "slug": SLUG,
        "published": True,
        "uuid": _id("dashboard"),
        "position": _positions(charts),
        "metadata": {"color_scheme": "supersetColors", "refresh_frequency": 0, "native_filter_configuration": filters},
        "version": "1.0.0",
    }


def _days_filter() -> dict[str, Any]:
    return {
        "id": "NATIVE_FILTER-days",
        "name": "Days of publication",
        "filterType": "filter_time",
        "targets": [{}],
        "defaultDataMask": {"filterState": {"value": "No filter"}},
        "controlValues": {},
        "cascadeParentIds": [],
        "scope": {"rootPath": ["ROOT_ID"], "excluded": []},
        "type": "NATIVE_FILTER",
    }


def _choice(column: str, title: str) -> dict[str, Any]:
    """A filter that offers the values of a column of the mentions, and holds for all facts, which have it too."""
    return {
        "id": f"NATIVE_FILTER-{column}",
        "name": title,
        "filterType": "filter_select",
        "targets": [{"datasetUuid": _id("dataset", FACTS[0]), "column": {"name": column}}],
        "defaultDataMask": {"extraFormData": {}, "filterState": {}, "ownState": {}},
        "controlValues": {"multiSelect": True, "enableEmptyFilter": False, "searchAllOptions": True, "inverseSelection": False},
        "cascadeParentIds": [],
        "scope": {"rootPath": ["ROOT_ID"], "excluded": []},
        "type": "NATIVE_FILTER",
    }


def _positions(charts: Sequence[Chart]) -> dict[str, Any]:
    """The layout: rows of charts in their order, twelve columns wide."""
    rows: list[list[Chart]] = [[]]
    for chart in charts:
        if sum(known.width for known in rows[-1]) + chart.width > 12:
            rows.append([])
        rows[-1].append(chart)
    names = [f"ROW-{number}" for number in range(len(rows))]
    layout: dict[str, Any] = {
        "DASHBOARD_VERSION_KEY": "v2",
        "ROOT_ID": {"id": "ROOT_ID", "type": "ROOT", "children": ["GRID_ID"]},
        "GRID_ID": {"id": "GRID_ID", "type": "GRID", "children": names, "parents": ["ROOT_ID"]},
        "HEADER_ID": {"id": "HEADER_ID", "type": "HEADER", "meta": {"text": TITLE}},
    }
    for name, row in zip(names, rows, strict=True):
        children = [f"CHART-{chart.slug}" for chart in row]
        layout[name] = {
            "id": name,
            "type": "ROW",
            "children": children,
            "parents": ["ROOT_ID", "GRID_ID"],
            "meta": {"background": "BACKGROUND_TRANSPARENT"},
        }
        for child, chart in zip(children, row, strict=True):
            layout[child] = {
                "id": child,
                "type": "CHART",
                "children": [],
                "parents": ["ROOT_ID", "GRID_ID", name],
                "meta": {
                    "width": chart.width,
                    "height": chart.height,
                    "chartId": 0,
                    "sliceName": chart.title,
                    "uuid": _id("chart", chart.slug),
                },
            }
    return layout
