"""The charts of the dashboard: each shows one view, and its title says what is counted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


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


def _total(column: str, label: str = "") -> dict[str, Any]:
    """A metric of a view: the sum of a count, a whole number."""
    return {
        "expressionType": "SQL",
        "sqlExpression": f"CAST(sum({column}) AS BIGINT)",
        "label": label or column.removesuffix("_count") + "s",
        "optionName": f"sum_{column}",
        "hasCustomLabel": True,
    }


def _known(column: str) -> dict[str, Any]:
    return {"expressionType": "SIMPLE", "clause": "WHERE", "subject": column, "operator": "IS NOT NULL", "comparator": None}


def _number(slug: str, title: str, view: str, metric: dict[str, Any], note: str) -> Chart:
    params = {"metric": metric, "subheader": "", "y_axis_format": ",d", "adhoc_filters": [], "header_font_size": 0.4}
    return Chart(slug, title, view, "big_number_total", params, note, width=3, height=20)


def _bars(slug: str, title: str, view: str, by: str, metrics: Sequence[dict[str, Any]], note: str, known: Sequence[str] = ()) -> Chart:
    params = {
        "x_axis": by,
        "metrics": list(metrics),
        "groupby": [],
        "orientation": "horizontal",
        "row_limit": 15,
        "order_desc": True,
        "timeseries_limit_metric": metrics[0],
        "x_axis_sort": metrics[0]["label"],
        "x_axis_sort_asc": True,
        "adhoc_filters": [_known(name) for name in known],
        "show_legend": len(metrics) > 1,
        "rich_tooltip": True,
        "truncateXAxis": True,
        "y_axis_format": ",d",
        "stack": "Stack" if len(metrics) > 1 else None,
    }
    return Chart(slug, title, view, "echarts_timeseries_bar", params, note)


def _table(
    slug: str, title: str, view: str, columns: Sequence[str], note: str, known: Sequence[str] = (), order: str = "", width: int = 12
) -> Chart:
    params = {
        "query_mode": "raw",
        "all_columns": list(columns),
        "order_by_cols": [f'["{order}", false]'] if order else [],
        "row_limit": 500,
        "server_pagination": False,
        "include_search": True,
        "page_length": 20,
        "table_timestamp_format": "%Y-%m-%d",
        "adhoc_filters": [_known(name) for name in known],
        "allow_render_html": False,
    }
    return Chart(slug, title, view, "table", params, note, width=width, height=56)


CHARTS = (
    _number("articles", "Articles with a day", "days", _total("article_count"), "Articles whose day of publication is known."),
    _number(
        "actors",
        "Political actors",
        "top_actors",
        {**_total("story_count"), "sqlExpression": "count(*)", "label": "actors"},
        "Actors that are mentioned.",
    ),
    _number(
        "quotes", "Quotations with a named speaker", "speakers", _total("quote_count"), 'Unnamed people such as "officials" are left out.'
    ),
    _number(
        "dyads", "Acts between actors", "dyad_months", _total("dyad_count"), "Acts of an event type with a named actor at one end at least."
    ),
    Chart(
        "attention",
        "Who is in the news: stories by month",
        "actor_days",
        "echarts_area",
        {
            "x_axis": "published_date",
            "time_grain_sqla": "P1M",
            "metrics": [_total("story_count")],
            "groupby": ["actor_name"],
            "limit": 10,
            "timeseries_limit_metric": _total("story_count"),
            "adhoc_filters": [_known("published_date")],
            "row_limit": 10000,
            "rich_tooltip": True,
            "show_legend": True,
            "stack": "Stack",
            "opacity": 0.4,
            "y_axis_format": ",d",
            "x_axis_time_format": "%b %Y",
        },
        "Stories that mention the ten most mentioned actors; reprints and updates of a story count once a day.",
        width=12,
        height=56,
    ),
    _bars("top", "Most mentioned actors", "top_actors", "actor_name", [_total("story_count")], "By stories that mention them."),
    _bars(
        "speaking",
        "Who speaks and who is spoken about",
        "quoted_shares",
        "actor_name",
        [_total("speaking_count", "speaks"), _total("spoken_about_count", "is spoken about")],
        "Quotations by the actor, and quotations of others that mention it.",
    ),
    _table(
        "says",
        "Who says what about whom",
        "who_says_what_about_whom",
        ["published_date", "outlet", "speaker_name", "cue", "cue_class", "about_name", "tone", "content", "article_id"],
        "One political actor inside one quotation.",
        known=["speaker_id", "about_id"],
        order="published_date",
    ),
    _bars(
        "events",
        "What they do: events by type",
        "dyad_months",
        "event",
        [_total("dyad_count")],
        "PLOVER event types; negated acts are counted too.",
        known=["event"],
    ),
    _table(
        "pairs",
        "Who does what to whom",
        "dyad_months",
        ["month_date", "source_name", "event", "target_name", "dyad_count", "reported_count", "tone_mean"],
        "Acts by month with source and target.",
        known=["source_id", "target_id", "event"],
        order="dyad_count",
        width=6,
    ),
    _bars(
        "credited",
        "Media that others credit",
        "sources_credited",
        "credited_name",
        [_total("credit_count")],
        "Credits of a medium by another.",
    ),
    _table(
        "outlets",
        "Which outlet writes about whom",
        "outlet_actors",
        ["outlet", "actor_name", "article_count", "story_count", "article_share", "tone_mean"],
        "Tone is that of the outlet's own words.",
        known=["outlet"],
        order="article_count",
        width=6,
    ),
    _table(
        "checks",
        "Did the last run fulfil what is expected",
        "last_run_checks",
        ["table_name", "check_name", "severity", "is_passed", "row_count", "unexpected_count"],
        "Failed checks first.",
    ),
)
