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
_HOSTILE, _FRIENDLY = "#E8A39B", "#A5CFAE"


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


def _metric(sql: str, label: str) -> dict[str, Any]:
    return {"expressionType": "SQL", "sqlExpression": sql, "label": label, "optionName": f"metric_{label}", "hasCustomLabel": True}


def _distinct(column: str, label: str) -> dict[str, Any]:
    return _metric(f"CAST(count(DISTINCT {column}) AS BIGINT)", label)


_STORIES, _QUOTED = _distinct("story_id", "stories"), _distinct("quote_id", "quotations")
_ACTED = _metric("CAST(count(*) AS BIGINT)", "acts")
_TONE = _metric(f"CASE WHEN count(tone) >= {_FEWEST} THEN round(avg(tone), 2) END", "tone")


def _known(*columns: str) -> list[dict[str, Any]]:
    """Conditions of a chart: these columns are known, and any day."""
    told = [
        {"expressionType": "SIMPLE", "clause": "WHERE", "subject": name, "operator": "IS NOT NULL", "comparator": None} for name in columns
    ]
    return [dict(_ANY_DAY), *told]


def _number(slug: str, title: str, view: str, metric: dict[str, Any], note: str) -> Chart:
    params = {"metric": metric, "subheader": "", "y_axis_format": ",d", "adhoc_filters": _known(), "header_font_size": 0.4}
    return Chart(slug, title, view, "big_number_total", params, note, width=3, height=20)


def _bars(slug: str, title: str, view: str, by: str, metric: dict[str, Any], note: str, width: int = 6) -> Chart:
    params = {
        "x_axis": by, "metrics": [metric], "groupby": [], "orientation": "horizontal", "row_limit": 12, "order_desc": True,
        "timeseries_limit_metric": metric, "x_axis_sort": metric["label"], "x_axis_sort_asc": True, "adhoc_filters": _known(by),
        "show_legend": False, "rich_tooltip": True, "truncateXAxis": True, "y_axis_format": ",d", "show_value": True,
    }  # fmt: skip
    return Chart(slug, title, view, "echarts_timeseries_bar", params, note, width=width)


def _months(slug: str, title: str, view: str, by: str, metric: dict[str, Any], note: str) -> Chart:
    """Columns for the months that have rows: between them nothing is drawn, so that no coverage is made up."""
    params = {
        "x_axis": DAY, "time_grain_sqla": "P1M", "metrics": [metric], "groupby": [by], "limit": 8, "timeseries_limit_metric": metric,
        "adhoc_filters": _known(by, DAY), "row_limit": 10000, "rich_tooltip": True, "show_legend": True, "stack": "Stack",
        "y_axis_format": ",d", "x_axis_time_format": "%b %Y", "order_desc": True,
    }  # fmt: skip
    return Chart(slug, title, view, "echarts_timeseries_bar", params, note, width=12)


def _matrix(slug: str, title: str, view: str, rows: str, columns: str, metrics: Sequence[dict[str, Any]], note: str) -> Chart:
    colours = [
        {"column": "tone", "operator": "<", "targetValue": -_STRONG, "colorScheme": _HOSTILE},
        {"column": "tone", "operator": ">", "targetValue": _STRONG, "colorScheme": _FRIENDLY},
    ]
    params = {
        "groupbyRows": [rows], "groupbyColumns": [columns], "metrics": list(metrics), "metricsLayout": "COLUMNS", "row_limit": 10000,
        "series_limit": 12, "series_limit_metric": metrics[-1], "order_desc": True, "aggregateFunction": "Sum", "rowOrder": "value_z_to_a",
        "colOrder": "value_z_to_a", "valueFormat": "SMART_NUMBER", "adhoc_filters": _known(rows, columns),
        "conditional_formatting": colours if len(metrics) == 1 and metrics[0]["label"] == "tone" else [],
    }  # fmt: skip
    return Chart(slug, title, view, "pivot_table_v2", params, note, width=12, height=64)


def _evidence(slug: str, title: str, view: str, columns: Sequence[str], note: str, known: Sequence[str]) -> Chart:
    """The rows themselves, the newest first; `page`, where the site is served, leads to the article with everything marked."""
    params = {
        "query_mode": "raw", "all_columns": list(columns), "order_by_cols": [f'["{DAY}", false]'], "row_limit": 500,
        "server_pagination": False, "include_search": True, "page_length": 20, "table_timestamp_format": "%Y-%m-%d",
        "adhoc_filters": _known(*known), "allow_render_html": True,
    }  # fmt: skip
    return Chart(slug, title, view, "table", params, note, width=12, height=64)


CHARTS = (
    _number("articles", "Articles", MENTIONS, _distinct("article_id", "articles"), "Articles that name a political actor."),
    _number("actors", "Actors", MENTIONS, _distinct("actor_id", "actors"), "Political actors that are mentioned."),
    _number("quotes", "Quotations", QUOTATIONS, _QUOTED, 'Of named speakers; unnamed people such as "officials" are left out.'),
    _number("acts", "Acts", ACTS, _ACTED, "Acts of an event type with a named actor at one end at least."),
    _months(
        "attention", "Who is in the news, month by month", MENTIONS, "actor", _STORIES,
        "Stories that mention the eight most mentioned actors; reprints and updates of a story count once.",
    ),
    _bars("top", "Most mentioned", MENTIONS, "actor", _STORIES, "By stories that mention them."),
    _bars("speaking", "Most quoted", QUOTATIONS, "actor", _QUOTED, "By quotations."),
    _matrix(
        "outlets", "Which outlet writes about whom", MENTIONS, "actor", "outlet", [_STORIES],
        "Stories of an outlet that mention an actor.",
    ),
    _matrix(
        "tones", "In which tone who speaks about whom", QUOTATIONS, "actor", "about", [_TONE],
        f"Mean tone of a speaker's words about an actor, -1 to 1; empty where fewer than {_FEWEST} were judged.",
    ),
    _bars("genders", "Women and men among the quoted", QUOTATIONS, "gender", _QUOTED, "Of persons whose gender is known.", width=4),
    _bars("parties", "Parties of the quoted", QUOTATIONS, "party", _QUOTED, "Of persons whose party is known on the day.", width=8),
    _months("types", "What they do, month by month", ACTS, "act", _ACTED, "PLOVER event types; acts that are denied count too."),
    _bars("acting", "Who acts most", ACTS, "actor", _ACTED, "By acts."),
    _bars("targets", "Who is acted upon most", ACTS, "target", _ACTED, "By acts."),
    _evidence(
        "said", "Who says what about whom: the words", QUOTATIONS,
        ("published_date", "outlet", "actor", "about", "speech_act", "tone", "words", "headline"),
        "One actor inside one quotation.", ("actor", "about"),
    ),
    _evidence(
        "done", "Who does what to whom: the sentences", ACTS,
        ("published_date", "outlet", "actor", "act", "target", "is_negated", "is_reported", "words", "headline"),
        "One act.", ("actor", "target"),
    ),
)  # fmt: skip
