"""The flow that analyses stored articles again after a change of lexicon, code, tagger or tier; no file is read again."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from prefect import flow

from flows.batches import Batch
from flows.notices import telling_failure
from flows.orchestration import run_flow
from flows.running import Run, RunReport, recorded_run
from flows.server_runs import tidy_server
from flows.settings import Settings, Tier
from flows.tasks import compute_again, leave_notices, publish
from transforms.articles.normalise import ArticleFrames
from transforms.rows import content_id
from warehouse.changes import list_changes, remember_mentions
from warehouse.load import Versions
from warehouse.stored import read_articles, stale_articles


@flow(name="rebuild", description="Stored articles, analysed again with the lexicon and code of today.")
def rebuild(warehouse: Path, tier: Tier = "full", batch_articles: int = 200, jobs: int = 1, overrides: Path | None = None) -> RunReport:
    """Analyse again the stored articles whose rows were made with another lexicon, code, tagger or tier.

    Args:
        warehouse: The DuckDB file that is written.
        tier: fast (lexicon and rules alone) or full (with the tagger).
        batch_articles: Articles a batch aims at.
        jobs: Worker processes, each computing a batch at a time.
        overrides: Folder with your own lexicon CSV files.
    """
    settings = Settings(warehouse, tier, batch_articles, jobs, overrides)
    with telling_failure(warehouse), recorded_run("rebuild", settings) as run:
        tidy_server(settings)
        run.load_lexicon()
        run.recover_staged()
        stale = stale_articles(run.connection, run.versions)
        remember_mentions(run.connection, stale)
        run.load_each(compute_again(_batches(run, stale), run))
        run.settle()
        run.changes = tuple(list_changes(run.connection))
        run.close_books()
        publish(settings, run.run_id)
    leave_notices(settings, run.report())
    return run.report()


def _batches(run: Run, ids: Sequence[str]) -> Iterator[tuple[Batch, ArticleFrames]]:
    """Bundles of stale articles, with their frames."""
    size = run.settings.batch_articles
    for start in range(0, len(ids), size):
        bundle = list(ids[start : start + size])
        frames = read_articles(run.connection, bundle)
        yield (
            make_rebuild_batch(bundle, run.versions),
            ArticleFrames(
                frames["files"],
                frames["articles"],
                frames["authors"],
                frames["paragraphs"],
                frames["appearances"],
                frames["article_fields"],
            ),
        )


def make_rebuild_batch(article_ids: list[str], versions: Versions) -> Batch:
    """A batch of no files, named by its articles and versions."""
    return Batch(content_id("rebuild", *article_ids, versions.code_version, versions.lexicon_version, versions.tagger, versions.tier), ())


def run_rebuild(settings: Settings) -> RunReport:
    """Run the flow in this process."""
    return run_flow(rebuild, settings.warehouse, settings.tier, settings.batch_articles, settings.jobs, settings.overrides)
