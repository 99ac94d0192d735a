"""The parameters of the flows: what each means, told once, and the settings they come to."""

import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Any

from flows.settings import Settings
from transforms.limits import Limits

#: What stands beside each field of the form in which Prefect asks for them, and in the documentation.
MEANINGS = {
    "paths": "Files and folders with articles.",
    "warehouse": "The DuckDB file that is written.",
    "tier": "fast (lexicon and rules alone), full (with the tagger) or deep (and with an encoder that judges).",
    "batch_articles": "Articles per batch, about; 200 unless said, 1000 in the tier fast.",
    "jobs": "Workers, each computing a batch at a time.",
    "overrides": "Folder with your own lexicon CSV files.",
    "engine": "Where batches are computed: local (in the process of the run), processes (child processes) or dask (a cluster).",
    "dask_address": "Of the scheduler of a Dask cluster that runs already; without it the engine dask starts workers here.",
    "mapping": 'Fields of JSON, tables and XML, ours to theirs, e.g. {"title": "headline"}.',
    "limits": 'What reading one file may cost, where it differs from the defaults, e.g. {"seconds": 120}.',
    "story_threshold": "Share of word shingles in common from which on articles are one story, where it differs from the default.",
    "site_articles": "Articles that the site shows in full, where it differs from the default.",
    "publishing": "When to publish: always, changed (when what is published would change) or never.",
    "fail_above": "Share of the files or articles set aside above which the run counts as failed, though its rows are loaded.",
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
