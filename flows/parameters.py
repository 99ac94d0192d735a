"""The parameters of the flows: what each means, defined once, and the settings they make."""

import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Any

from flows.settings import Settings
from transforms.limits import Limits

#: What stands beside each field of the form in which Prefect asks for them, and in the documentation.
MEANINGS = {
    "paths": "Files and folders of articles.",
    "warehouse": "The DuckDB file to write.",
    "tier": "fast (lexicon and rules only), full (with the tagger) or deep (with the tagger and an encoder).",
    "batch_articles": "Articles per batch, roughly; by default 200, in the tier fast 1000.",
    "jobs": "Workers, each of which computes one batch at a time.",
    "overrides": "Folder of your own lexicon CSV files.",
    "engine": "Where to compute batches: local (in the process of the run), processes (child processes) or dask (a cluster).",
    "dask_address": "Scheduler of a running Dask cluster; without one, the engine dask starts workers here.",
    "mapping": 'Fields of JSON, tables and XML, ours to theirs, e.g. {"title": "headline"}.',
    "limits": 'Limits for reading one file that differ from the defaults, e.g. {"seconds": 120}.',
    "story_threshold": "Articles that share at least this fraction of their word shingles are one story, if not the default.",
    "site_articles": "How many articles the site shows in full, if not the default.",
    "publishing": "When to publish: always, changed (if the published files would change) or never.",
    "fail_above": "The run counts as failed if more than this share of files or articles is set aside; its rows are loaded all the same.",
}


def documented[**P, R](flow: Callable[P, R]) -> Callable[P, R]:
    """The function with the meaning of each of its parameters in its docstring, where Prefect looks for it. Raises KeyError."""
    lines = [f"    {name}: {MEANINGS[name]}" for name in inspect.signature(flow).parameters]
    flow.__doc__ = "\n".join([inspect.getdoc(flow) or "", "", "Args:", *lines])
    return flow


def make_settings(warehouse: Path, **given: Any) -> Settings:  # noqa: ANN401 - as many types as parameters
    """Settings out of parameters of a flow; what is None has its default. Raises ValueError."""
    told = {name: value for name, value in given.items() if value is not None}
    if "mapping" in told:
        told["mapping"] = tuple(sorted(told["mapping"].items()))
    if "limits" in told:
        told["limits"] = Limits(**told["limits"])
    return Settings(warehouse, **told)


def list_parameters(flow: Callable[..., Any], settings: Settings) -> dict[str, Any]:
    """The other way round: what a flow has to be called with to have these settings, as far as it takes them."""
    told = {**vars(settings), "mapping": dict(settings.mapping), "limits": settings.limits.differences()}
    return {name: told[name] for name in inspect.signature(flow).parameters if name in told}
