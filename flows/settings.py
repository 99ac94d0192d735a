"""Settings of a run, each with its default and the environment variable that sets it."""

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, get_args

from transforms.articles import STORY_THRESHOLD
from transforms.limits import DEFAULT_LIMITS, Limits
from warehouse.places import DEFAULT_NAME, published_folder, staging_folder
from warehouse.publishing.site import TOP_ARTICLES

Tier = Literal["fast", "full", "deep"]
_COLUMN_BATCH, _TAGGED_BATCH = 1000, 200
#: When a run publishes: always, when there is something new, or never.
Publishing = Literal["always", "changed", "never"]
EngineName = Literal["local", "processes", "dask"]


def default_story_threshold() -> float:
    """PERSONAE_STORY_THRESHOLD, else what suits news. Raises ValueError."""
    named = os.environ.get("PERSONAE_STORY_THRESHOLD")
    threshold = float(named) if named else STORY_THRESHOLD
    if not 0 < threshold <= 1:
        raise ValueError(f"expected a share above 0 and up to 1 as PERSONAE_STORY_THRESHOLD, found {named}")
    return threshold


def default_site_articles() -> int:
    """PERSONAE_SITE_ARTICLES, else what the site shows by itself. Raises ValueError."""
    named = os.environ.get("PERSONAE_SITE_ARTICLES")
    try:
        articles = int(named) if named else TOP_ARTICLES
    except ValueError:
        articles = -1
    if articles < 0:
        raise ValueError(f"expected a number of articles, 0 or more, as PERSONAE_SITE_ARTICLES, found {named}")
    return articles


def default_publishing() -> Publishing:
    """PERSONAE_PUBLISH (always, changed or never), else changed. Raises ValueError."""
    named = os.environ.get("PERSONAE_PUBLISH") or "changed"
    found = next((each for each in get_args(Publishing) if each == named), None)
    if found is None:
        raise ValueError(f"expected always, changed or never as PERSONAE_PUBLISH, found {named}")
    return found  # type: ignore[no-any-return]


def default_fail_above() -> float:
    """PERSONAE_FAIL_ABOVE, else a half. Raises ValueError."""
    named = os.environ.get("PERSONAE_FAIL_ABOVE")
    share = float(named) if named else 0.5
    if not 0 <= share <= 1:
        raise ValueError(f"expected a share from 0 to 1 as PERSONAE_FAIL_ABOVE, found {named}")
    return share


@dataclass(frozen=True)
class Settings:
    """What a run needs to know.

    warehouse: the DuckDB file that only flows write ·
    tier: `fast` (lexicon and rules), `full` (names and syntax by the tagger) or `deep` (and an encoder, docs/tiers.md) ·
    batch_articles: target number of articles per batch; None: as many as suit the tier ·
    jobs: worker processes, each of which computes one batch at a time ·
    engine: where batches are computed: `local` (in the process of the run, one after another), `processes` (in `jobs` child processes) or
    `dask` (on a cluster: a local one of up to `jobs` workers, or the one at dask_address) · dask_address: address of a Dask scheduler ·
    overrides: folder of the user's own lexicon CSV · mapping: field names of JSON and CSV files (ours to theirs) ·
    limits: limits for reading one file · story_threshold: share of word shingles that makes articles one story ·
    site_articles: how many articles the site of the run shows in full · publishing: `always`, `changed` (if the published files would
    change) or `never` · fail_above: share of files or articles set aside above which a run on a Prefect server counts as failed.
    """

    warehouse: Path
    tier: Tier = "full"
    batch_articles: int | None = None
    jobs: int = 1
    overrides: Path | None = None
    mapping: tuple[tuple[str, str], ...] = ()
    limits: Limits = DEFAULT_LIMITS
    story_threshold: float = field(default_factory=default_story_threshold)
    site_articles: int = field(default_factory=default_site_articles)
    publishing: Publishing = field(default_factory=default_publishing)
    engine: EngineName = "processes"
    dask_address: str | None = None
    fail_above: float = field(default_factory=default_fail_above)

    def __post_init__(self) -> None:
        if self.dask_address and self.engine != "dask":
            raise ValueError(f"expected --engine dask with the address of a Dask scheduler, found --engine {self.engine}")

    @property
    def articles_a_batch(self) -> int:
        """Articles a batch aims at: columns are the cheaper the longer they are, a tagger's documents the sooner done."""
        return self.batch_articles or (_COLUMN_BATCH if self.tier == "fast" else _TAGGED_BATCH)

    @property
    def staging(self) -> Path:
        """Where computed batches wait to be loaded."""
        return staging_folder(self.warehouse)

    @property
    def published(self) -> Path:
        """Where BI tools and people read: a copy of the warehouse, the views as Parquet and CSV, the report."""
        return published_folder(self.warehouse)


def default_warehouse() -> Path:
    """PERSONAE_WAREHOUSE, else personae.duckdb in the working folder."""
    return Path(os.environ.get("PERSONAE_WAREHOUSE", DEFAULT_NAME))


def default_cache() -> Path:
    """PERSONAE_CACHE, else the folder personae among the user's caches: where the compiled lexicon is kept."""
    named = os.environ.get("PERSONAE_CACHE")
    return Path(named) if named else Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "personae"


def default_tag_megabytes() -> int:
    """PERSONAE_TAG_MEGABYTES: what tagged paragraphs may take on disk, in millions of bytes; 0 keeps none. Raises ValueError."""
    named = os.environ.get("PERSONAE_TAG_MEGABYTES")
    if not named:
        return 1000
    if not named.isdecimal():
        raise ValueError(f"expected a number of megabytes, 0 or more, as PERSONAE_TAG_MEGABYTES, found {named}")
    return int(named)


def default_overrides() -> Path | None:
    """PERSONAE_OVERRIDES, else the folder overrides/ in the working folder if there is one."""
    named = os.environ.get("PERSONAE_OVERRIDES")
    if named:
        return Path(named)
    return Path("overrides") if Path("overrides").is_dir() else None


def default_tone_backend() -> str | None:
    """PERSONAE_TONE_BACKEND: module:function of an installed model that judges tones; none by default."""
    return os.environ.get("PERSONAE_TONE_BACKEND") or None


def named_stages() -> dict[str, str]:
    """PERSONAE_STAGE_ACTS, PERSONAE_STAGE_SPEAKER, …: id of a stage of the analysis to the module:function that replaces it."""
    prefix = "PERSONAE_STAGE_"
    return {name.removeprefix(prefix).lower(): value for name, value in sorted(os.environ.items()) if name.startswith(prefix) and value}


def default_prefect() -> Literal["server", "none"] | None:
    """PERSONAE_PREFECT: server (runs stand on the Prefect server that is configured, and stop without it) or none; by default a server is
    used where one is configured. Raises ValueError."""
    named = os.environ.get("PERSONAE_PREFECT")
    if not named:
        return None
    if named not in ("server", "none"):
        raise ValueError(f"expected server or none as PERSONAE_PREFECT, found {named}")
    return "server" if named == "server" else "none"


def default_prefect_days() -> int | None:
    """PERSONAE_PREFECT_DAYS: days after their end after which the next run removes the runs of its warehouse from the Prefect server; none
    are removed by default. Raises ValueError."""
    named = os.environ.get("PERSONAE_PREFECT_DAYS")
    if not named:
        return None
    if not named.isdecimal():
        raise ValueError(f"expected a number of days, 0 or more, as PERSONAE_PREFECT_DAYS, found {named}")
    return int(named)


def default_published_address() -> str | None:
    """PERSONAE_PUBLISHED_ADDRESS: where the folder published/ is served, e.g. https://news.example.org/personae; links lead there."""
    return os.environ.get("PERSONAE_PUBLISHED_ADDRESS") or None


def default_limits() -> Limits:
    """The limits of reading, changed as PERSONAE_LIMITS says ("seconds=120,members=50000"). Raises ValueError."""
    return DEFAULT_LIMITS.changed([os.environ.get("PERSONAE_LIMITS", "")])
