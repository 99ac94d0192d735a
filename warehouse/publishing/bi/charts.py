"""The charts of the dashboard: each shows one table of facts, and its title says what is counted.

Every chart stands on a table with the same columns for day, outlet, country and actor, so that every filter holds for every chart.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

MENTIONS, QUOTATIONS, ACTS = "mention_facts", "quotation_facts", "act_facts"
FACTS = (MENTIONS, QUOTATIONS, ACTS)
#: The column of days; a chart without a condition on it would not notice the filter of days.
DAY = "published_date"
_ANY_DAY = {"clause": "WHERE", "expressionType": "SIMPLE", "subject": DAY, "operator": "TEMPORAL_RANGE", "comparator": "No filter"}
#: Tones this far from 0 are coloured; a mean of fewer judged mentions says nothing.
_STRONG, _FEWEST = 0.1, 3
#: Cells of a matrix: most rows have most columns, or few of them.
_DENSE, _SPARSE = 60, 30
_HOSTILE, _FRIENDLY = "#E8A39B", "#A5CFAE"


type Metric = dict[str, Any]


@dataclass(frozen=True)
class Chart:
    """One chart; `params` are those of its type in Superset, `width` of twelve columns, `height` in rows of 8 px."""

    slug: str
    title: str
    view: str
    viz_type: str
    params: Mapping[str, Any]
    note: str
    width: int = 6
    height: int = 56


def _metric(sql: str, label: str) -> Metric:
    return {"expressionType": "SQL", "sqlExpression": sql, "label": label, "optionName": f"metric_{label}", "hasCustomLabel": True}


def _distinct(column: str, label: str) -> Metric:
    return _metric(f"CAST(count(DISTINCT {column}) AS BIGINT)", label)


_STORIES, _QUOTED = _distinct("story_id", "stories"), _distinct("quote_id", "quotations")
_ACTED = _metric("CAST(count(*) AS BIGINT)", "acts")
_TONE = _metric(f"CASE WHEN count(tone) >= {_FEWEST} THEN round(avg(tone), 2) END", "tone")
_OWN_TONE = _metric(
    f"CASE WHEN count(tone) FILTER (WHERE voice IS NULL) >= {_FEWEST} THEN round(avg(tone) FILTER (WHERE voice IS NULL), 2) END", "tone"
)


def _known(*columns: str) -> list[dict[str, Any]]:
    """Conditions of a chart: these columns are known, and any day."""
    told = [
        {"expressionType": "SIMPLE", "clause": "WHERE", "subject": name, "operator": "IS NOT NULL", "comparator": None} for name in columns
    ]
    return [dict(_ANY_DAY), *told]


def _where(sql: str) -> dict[str, Any]:
    return {"clause": "WHERE", "expressionType": "SQL", "sqlExpression": sql}


def _number(slug: str, title: str, view: str, metric: Metric, note: str) -> Chart:
    params = {"metric": metric, "subheader": "", "y_axis_format": ",d", "adhoc_filters": _known(), "header_font_size": 0.4}
    return Chart(slug, title, view, "big_number_total", params, note, width=3, height=20)


def _bars(slug: str, title: str, view: str, by: str, metric: Metric, note: str, width: int = 6) -> Chart:
    params = {
        "x_axis": by, "metrics": [metric], "groupby": [], "orientation": "horizontal", "row_limit": 12, "order_desc": True,
        "timeseries_limit_metric": metric, "x_axis_sort": metric["label"], "x_axis_sort_asc": True, "adhoc_filters": _known(by),
        "show_legend": False, "rich_tooltip": True, "truncateXAxis": True, "y_axis_format": ",d", "show_value": True,
    }  # fmt: skip
    return Chart(slug, title, view, "echarts_timeseries_bar", params, note, width=width)


def _months(slug: str, title: str, view: str, by: str, metric: Metric, note: str) -> Chart:
    """Columns for the months that have rows: between them nothing is drawn, so that no coverage is made up."""
    params: dict[str, Any] = {
        "x_axis": DAY, "time_grain_sqla": "P1M", "metrics": [metric], "groupby": [by], "limit": 8, "timeseries_limit_metric": metric,
        "adhoc_filters": _known(by), "row_limit": 10000, "rich_tooltip": True, "show_legend": True, "stack": "Stack",
        "y_axis_format": ",d", "x_axis_time_format": "smart_date", "order_desc": True, "legendType": "plain", "legendOrientation": "right",
        "legendMargin": 230,
    }  # fmt: skip
    # not as a simple condition: Superset leaves those on the column of time away, and a column of the undated would stretch the axis
    params["adhoc_filters"] += [_where(f"{DAY} IS NOT NULL")]
    return Chart(slug, title, view, "echarts_timeseries_bar", params, note, width=12)


def _matrix(
    slug: str,
    title: str,
    view: str,
    ends: tuple[str, str],
    metric: Metric,
    by: dict[str, Any],
    cells: int,
    note: str,
    only: str = "",
) -> Chart:
    """The cells that `by` is highest for, as many as can be read at once; `only` is a condition in SQL."""
    is_tone = metric["label"] == "tone"
    rows, columns = ends
    colours = [
        {"column": "tone", "operator": "<", "targetValue": -_STRONG, "colorScheme": _HOSTILE},
        {"column": "tone", "operator": ">", "targetValue": _STRONG, "colorScheme": _FRIENDLY},
    ]
    params = {
        "groupbyRows": [rows], "groupbyColumns": [columns], "metrics": [metric], "metricsLayout": "COLUMNS", "row_limit": cells,
        "series_limit_metric": by, "order_desc": True, "aggregateFunction": "Sum", "rowOrder": "key_a_to_z" if is_tone else "value_z_to_a",
        "colOrder": "key_a_to_z" if is_tone else "value_z_to_a", "valueFormat": "+.2f" if is_tone else ",d",
        "adhoc_filters": [*_known(rows, columns), *([_where(only)] if only else [])], "conditional_formatting": colours if is_tone else [],
    }  # fmt: skip
    return Chart(slug, title, view, "pivot_table_v2", params, note, width=12, height=76)


def _evidence(slug: str, title: str, view: str, columns: Sequence[str], note: str, known: Sequence[str]) -> Chart:
    """The rows themselves, the newest first; `page`, where the site is served, leads to the article with everything marked."""
    params = {
        "query_mode": "raw", "all_columns": list(columns), "order_by_cols": [f'["{DAY}", false]'], "row_limit": 10000,
        "server_pagination": True, "server_page_length": 10, "include_search": True, "table_timestamp_format": "%Y-%m-%d",
        "column_config": {"tone": {"d3NumberFormat": "+.2f"}}, "show_cell_bars": False, "color_pn": False,
        "adhoc_filters": _known(*known), "allow_render_html": True,
    }  # fmt: skip
    return Chart(slug, title, view, "table", params, note, width=12, height=112)


CHARTS = (
    _number("articles", "Articles", MENTIONS, _distinct("article_id", "articles"), "Articles that name a political actor."),
    _number("actors", "Actors", MENTIONS, _distinct("actor_id", "actors"), "Political actors that are mentioned."),
    _number("quotes", "Quotations", QUOTATIONS, _QUOTED, 'Of named speakers; unnamed people such as "officials" are left out.'),
    _number("acts", "Acts", ACTS, _ACTED, "Acts of an event type with a named actor at one end at least."),
    _months(
        "attention", "Who is in the news, in stories a month", MENTIONS, "actor", _STORIES,
        "Stories that mention the eight most mentioned actors; reprints and updates of a story count once.",
    ),
    _bars("top", "Most mentioned, in stories", MENTIONS, "actor", _STORIES, "By stories that mention them."),
    _bars("speaking", "Most quoted, in quotations", QUOTATIONS, "actor", _QUOTED, "By quotations."),
    _matrix(
        "outlets", "Which outlet writes about whom, in stories", MENTIONS, ("actor", "outlet"), _STORIES, _STORIES, _DENSE,
        f"Stories of an outlet that mention an actor: the {_DENSE} highest numbers.",
    ),
    _matrix(
        "outlet_tones", "In what tone which outlet writes about whom", MENTIONS, ("outlet", "actor"), _OWN_TONE, _STORIES, _DENSE,
        f"Mean tone in the outlet's own words, -1 to 1: the {_DENSE} pairs with most stories; empty below {_FEWEST} judged.",
    ),
    _matrix(
        "tones", "In what tone who speaks about whom", QUOTATIONS, ("actor", "about"), _TONE, _QUOTED, _SPARSE,
        f"Mean tone of a speaker's words about an actor, -1 to 1: the {_SPARSE} pairs with most quotations; empty below {_FEWEST} judged.",
    ),
    _bars("genders", "Women and men quoted, in quotations", QUOTATIONS, "gender", _QUOTED, "Of persons whose gender is known.", width=4),
    _bars("parties", "Parties of those quoted, in quotations", QUOTATIONS, "party", _QUOTED, "Where it is known on the day.", width=8),
    _months("types", "What they do, in acts a month", ACTS, "act", _ACTED, "PLOVER event types; acts that are denied count too."),
    _matrix(
        "accusing", "Who accuses whom, in acts", ACTS, ("actor", "target"), _ACTED, _ACTED, _SPARSE,
        f"Accusations that are not denied: the {_SPARSE} highest numbers.", "event = 'ACCUSE' AND NOT is_negated",
    ),
    _bars("acting", "Who acts most, in acts", ACTS, "actor", _ACTED, "By acts."),
    _bars("targets", "Who is acted upon most, in acts", ACTS, "target", _ACTED, "By acts."),
    _evidence(
        "said", "Who says what about whom: the words", QUOTATIONS,
        ("published_date", "outlet", "actor", "about", "tone", "words", "headline"),
        "One actor inside one quotation.", ("actor", "about"),
    ),
    _evidence(
        "done", "Who does what to whom: the sentences", ACTS,
        ("published_date", "outlet", "actor", "act", "target", "told_as", "words", "headline"),
        "One act.", ("actor", "target"),
    ),
)  # fmt: skip
