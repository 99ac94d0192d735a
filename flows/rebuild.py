"""The flow that analyses stored articles again after a change of lexicon, code, tagger or tier; no file is read again."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from flows.batches import Batch
from flows.given import give_frames, stored_frames
from flows.orchestration import Outcome, flow, run_flow
from flows.parameters import documented, list_parameters, make_settings
from flows.running import Run, RunReport
from flows.settings import EngineName, Publishing, Settings, Tier
from flows.tasks import begun_run, compute_again, conclude, publish
from transforms.articles.normalised import ArticleFrames
from transforms.rows import content_id
from warehouse.changes import list_changes, remember_mentions
from warehouse.stored import read_articles, stale_articles


@flow(name="rebuild", description="Stored articles, analysed again with the lexicon and code of today.")
@documented
def rebuild(
    warehouse: Path,
    tier: Tier = "full",
    batch_articles: int | None = None,
    jobs: int = 1,
    overrides: Path | None = None,
    engine: EngineName = "processes",
    dask_address: str | None = None,
    story_threshold: float | None = None,
    site_articles: int | None = None,
    publishing: Publishing | None = None,
    fail_above: float | None = None,
) -> Outcome:
    """Analyse again the stored articles whose rows were made with another lexicon, code, tagger or tier."""
    settings = make_settings(
        warehouse, tier=tier, batch_articles=batch_articles, jobs=jobs, overrides=overrides, engine=engine, dask_address=dask_address,
        story_threshold=story_threshold, site_articles=site_articles, publishing=publishing,
        fail_above=fail_above,
    )  # fmt: skip
    with begun_run("rebuild", settings) as run:
        stale = stale_articles(run.connection, run.versions)
        remember_mentions(run.connection, stale)
        run.load_each(compute_again(_batches(run, stale), run))
        run.settle()
        run.changes = tuple(list_changes(run.connection))
        run.close_books()
        publish(settings, run.run_id, run.engine)
    return conclude(settings, run.report())


def _batches(run: Run, ids: Sequence[str]) -> Iterator[Batch]:
    """Bundles of stale articles."""
    size = run.settings.articles_a_batch
    for start in range(0, len(ids), size):
        bundle = list(ids[start : start + size])
        stored = stored_frames(read_articles(run.connection, bundle))
        yield make_rebuild_batch(bundle, stored, run)


def make_rebuild_batch(article_ids: list[str], stored: ArticleFrames, run: Run) -> Batch:
    """A batch of no files, named by its articles and versions, which is given stored articles."""
    versions = run.versions
    batch_id = content_id("rebuild", *article_ids, versions.code_version, versions.lexicon_version, versions.tagger, versions.tier)
    return Batch(batch_id, (), give_frames(run.settings.staging, batch_id, stored))


def run_rebuild(settings: Settings) -> RunReport:
    """Run the flow in this process."""
    return run_flow(rebuild, **list_parameters(rebuild.fn, settings))
