"""Settings of a run, each with its default and the environment variable that sets it."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from transforms.limits import DEFAULT_LIMITS, Limits

Tier = Literal["fast", "full"]


@dataclass(frozen=True)
class Settings:
    """What a run needs to know.

    warehouse: the DuckDB file that only flows write · tier: `fast` (lexicon and rules) or `full` (names and syntax by the tagger) ·
    batch_articles: articles a batch aims at · jobs: batches computed at the same time, each in a process of its own when above 1 ·
    overrides: folder with the user's own lexicon CSV · mapping: field names of JSON and CSV files (ours to theirs) ·
    limits: what reading one file may cost.
    """

    warehouse: Path
    tier: Tier = "full"
    batch_articles: int = 200
    jobs: int = 1
    overrides: Path | None = None
    mapping: tuple[tuple[str, str], ...] = ()
    limits: Limits = DEFAULT_LIMITS

    @property
    def staging(self) -> Path:
        """Where computed batches wait to be loaded."""
        return self.warehouse.parent / "staging" / self.warehouse.stem

    @property
    def published(self) -> Path:
        """Where BI tools and people read: a copy of the warehouse, the views as Parquet and CSV, the report."""
        return self.warehouse.parent / "published"


def default_warehouse() -> Path:
    """PERSONAE_WAREHOUSE, else personae.duckdb in the working folder."""
    return Path(os.environ.get("PERSONAE_WAREHOUSE", "personae.duckdb"))


def default_overrides() -> Path | None:
    """PERSONAE_OVERRIDES, else the folder overrides/ in the working folder if there is one."""
    named = os.environ.get("PERSONAE_OVERRIDES")
    if named:
        return Path(named)
    return Path("overrides") if Path("overrides").is_dir() else None


def default_limits() -> Limits:
    """The limits of reading, changed as PERSONAE_LIMITS says ("seconds=120,members=50000"). Raises ValueError."""
    return DEFAULT_LIMITS.changed([os.environ.get("PERSONAE_LIMITS", "")])
