"""The Prefect tasks that flows are made of: thin wrappers that give the work its name, its retries and its place in the run."""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import closing
from pathlib import Path
from typing import Any

from prefect import task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State, TaskRun
from prefect.futures import PrefectFuture, as_completed
from prefect.task_runners import ProcessPoolTaskRunner, TaskRunner, ThreadPoolTaskRunner
from prefect.tasks import Task

from flows.batch_work import compute_batch, compute_stored
from flows.batches import Batch, SourceFile, hash_file
from flows.finding import find_files
from flows.notices import leave_artifacts, tell_set_aside
from flows.progress import Progress
from flows.reading import ReaderProcess
from flows.running import Run, RunReport
from flows.settings import Settings
from flows.stops import StopRun
from transforms.articles.file_names import printable
from transforms.articles.normalise import ArticleFrames, Refusal
from transforms.readers import Rejected
from warehouse.load import Versions

REPORT_NAME = "report.html"
RETRIES = 2
RETRY_SECONDS = 2
#: Batches under way for each worker: one that it works on, and those that wait for it.
AHEAD = 3


async def is_transient(task_: Task[..., object], run: TaskRun, state: State[object]) -> bool:
    """Retry what the file system or network refused for a moment, never an error of format or of our own."""
    try:
        await state.aresult()
    except OSError:
        return True
    except BaseException:  # noqa: BLE001 - the state's own error is asked for, and any other is none of ours to retry
        return False
    return False


def task_runner(jobs: int) -> TaskRunner[Any]:
    """Where batches are computed: a thread for one job, processes for more."""
    return ProcessPoolTaskRunner(max_workers=jobs) if jobs > 1 else ThreadPoolTaskRunner(max_workers=1)


@task(name="find files", cache_policy=NO_CACHE, retries=RETRIES, retry_delay_seconds=RETRY_SECONDS, retry_condition_fn=is_transient)
def find_source_files(paths: Sequence[str]) -> tuple[list[SourceFile], list[Refusal]]:
    """The files under the paths with the hashes of their bytes, and what could not be opened."""
    found = find_files(paths)
    files, refused = [], [Refusal(printable(each.path), None, each.reading) for each in found.refused if isinstance(each.reading, Rejected)]
    for path in found.files:
        try:
            files.append(hash_file(path))
        except OSError as problem:
            refused.append(
                Refusal(printable(str(path)), None, Rejected("unreadable", f"expected a readable file, found: {problem.strerror}"))
            )
    return files, refused


@task(
    name="compute batch",
    task_run_name="batch-{batch.batch_id}",
    cache_policy=NO_CACHE,
    retries=RETRIES,
    retry_delay_seconds=RETRY_SECONDS,
    retry_condition_fn=is_transient,
)
def compute(batch: Batch, settings: Settings, versions: Versions, run_id: str) -> Path:
    """Read, annotate, gate and stage one batch; the folder it is staged in."""
    return compute_batch(batch, settings, versions, run_id)


@task(name="analyse again", task_run_name="batch-{batch.batch_id}", cache_policy=NO_CACHE)
def analyse_again(batch: Batch, frames: ArticleFrames, settings: Settings, versions: Versions, run_id: str) -> Path:
    """Annotate, gate and stage stored articles; the folder they are staged in."""
    return compute_stored(batch, frames, settings, versions, run_id)


def compute_batches(batches: Sequence[Batch], run: Run) -> Iterator[Path]:
    """Staged folders of files, as batches are done."""
    return _as_done(((compute.submit(batch, run.settings, run.versions, run.run_id), batch) for batch in batches), run, len(batches))


def compute_parts(files: Sequence[SourceFile], run: Run, attempt: str = "") -> Iterator[Path]:
    """Staged folders of the parts of large files, as they are done.

    The files are read here, by one child process and only as fast as their parts are computed; a part that is loaded is passed over."""
    with ReaderProcess(run.settings.limits, dict(run.settings.mapping)) as reader:
        for file in files:
            parts = run.parts_of(file, reader, attempt)
            yield from _as_done(((compute.submit(part, run.settings, run.versions, run.run_id), part) for part in parts), run)
            run.complete_file(file)


def compute_again(batches: Iterable[tuple[Batch, ArticleFrames]], run: Run) -> Iterator[Path]:
    """Staged folders of stored articles, as batches are done."""
    return _as_done(
        ((analyse_again.submit(batch, frames, run.settings, run.versions, run.run_id), batch) for batch, frames in batches), run
    )


def _as_done(submitted: Iterator[tuple[PrefectFuture[Path], Batch]], run: Run, total: int | None = None) -> Iterator[Path]:
    """Staged folders as they are done; no more are under way than keep the workers busy, so that what they hold stays small."""
    under_way: dict[PrefectFuture[Path], Batch] = {}
    with Progress("batches", total) as progress:
        for future, batch in submitted:
            under_way[future] = batch
            if len(under_way) >= AHEAD * run.settings.jobs:
                yield from _next_done(under_way, run)
                progress.advance()
        while under_way:
            yield from _next_done(under_way, run)
            progress.advance()


def _next_done(under_way: dict[PrefectFuture[Path], Batch], run: Run) -> Iterator[Path]:
    """The staged folder that is done next. A batch that fails sets its files aside; one that must not go on stops the run."""
    future = next(iter(as_completed(list(under_way))))
    batch, outcome = under_way.pop(future), future.result(raise_on_failure=False)
    if isinstance(outcome, StopRun | KeyboardInterrupt | CancelledError):
        raise outcome
    if isinstance(outcome, Path):
        yield outcome
    else:
        run.put_batch_aside(batch, outcome)


@task(name="publish", cache_policy=NO_CACHE, retries=RETRIES, retry_delay_seconds=RETRY_SECONDS, retry_condition_fn=is_transient)
def publish(settings: Settings, run_id: str) -> None:
    """Copy the closed warehouse, its views and its report to where people and BI tools read."""
    from expectations.report import write_report
    from warehouse.publish import publish_warehouse
    from warehouse.store import open_warehouse

    copy = publish_warehouse(settings.warehouse, settings.published, run_id)
    with closing(open_warehouse(copy, read_only=True)) as connection:
        write_report(connection, settings.published / REPORT_NAME)


@task(name="build site", cache_policy=NO_CACHE)
def publish_site(settings: Settings) -> None:
    """Write the pages of the published copy beside it."""
    from warehouse.publish import PUBLISHED_NAME
    from warehouse.site.build import SITE_NAME, build_site

    build_site(settings.published / PUBLISHED_NAME, settings.published / SITE_NAME, top_articles=settings.site_articles)


def leave_notices(settings: Settings, report: RunReport) -> None:
    """What a run leaves in Prefect besides its states: artifacts, and an event when much was set aside."""
    from warehouse.publish import PUBLISHED_NAME
    from warehouse.store import open_warehouse

    with closing(open_warehouse(settings.published / PUBLISHED_NAME, read_only=True)) as connection:
        leave_artifacts(report, connection, settings.published / REPORT_NAME)
    tell_set_aside(report)
