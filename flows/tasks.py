"""The Prefect tasks that flows are made of: thin wrappers that give the work its name, its retries and its place in the run."""

from collections.abc import Callable, Generator, Iterable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from functools import partial
from pathlib import Path

from flows.batch_calls import compute_batch, compute_stored
from flows.batches import Batch, SourceFile
from flows.engines import Engine
from flows.given import take_back
from flows.orchestration import RETRIES, Outcome, is_of_server, is_with_server, task
from flows.pages import begin_pages, expect_data, expect_pages
from flows.progress import Progress
from flows.reading import ReaderProcess
from flows.running import Run, RunReport, publishing_recipe, recorded_run, why_unpublished
from flows.settings import Settings
from flows.sources import find_sources
from transforms.articles.normalised import Refusal
from warehouse.errors import MendableError
from warehouse.load import Versions
from warehouse.store import warehouse_id


@contextmanager
def begun_run(flow: str, settings: Settings) -> Generator[Run]:
    """The frame of every flow run: record it in `runs`, report failures, load the lexicon, recover staged batches of killed runs."""
    with _telling_failure(settings.warehouse), recorded_run(flow, settings) as run:
        if is_with_server():
            from flows.server_runs import tidy_server

            tidy_server(settings.warehouse, warehouse_id(run.connection))
        run.load_lexicon()
        run.recover_staged()
        yield run


def _telling_failure(warehouse: Path) -> AbstractContextManager[None]:
    if not is_with_server():
        return nullcontext()
    from flows.notices import telling_failure

    return telling_failure(warehouse)


@task("find files", retries=RETRIES)
def find_source_files(paths: Sequence[str]) -> tuple[list[SourceFile], list[Refusal]]:
    """The files under the paths with the hashes of their bytes, and what could not be opened."""
    return find_sources(paths)


@task("compute batch", "batch-{batch.batch_id}", RETRIES)
def compute(batch: Batch, settings: Settings, versions: Versions, run_id: str, engine: Engine) -> Path:
    """Have a worker read, annotate, gate and stage one batch; the folder it is staged in."""
    return engine.run(compute_batch, batch, settings, versions, run_id)


@task("analyse again", "batch-{batch.batch_id}")
def analyse_again(batch: Batch, settings: Settings, versions: Versions, run_id: str, engine: Engine) -> Path:
    """Have a worker annotate, gate and stage stored articles; the folder they are staged in."""
    return engine.run(compute_stored, batch, settings, versions, run_id)


def compute_batches(batches: Sequence[Batch], run: Run) -> Generator[Path]:
    """Staged folders of files, as batches are done."""
    return _as_done(((_submit(compute, batch, run), batch) for batch in batches), run, len(batches))


def compute_parts(files: Sequence[SourceFile], run: Run, attempt: str = "") -> Generator[Path]:
    """Staged folders of the parts of large files, as they are done.

    The files are read here, by one child process and only as fast as their parts are computed; a part that is loaded is skipped."""
    with ReaderProcess(run.settings.limits, dict(run.settings.mapping)) as reader:
        for file in files:
            parts = run.parts_of(file, reader, attempt)
            yield from _as_done(((_submit(compute, part, run), part) for part in parts), run)
            run.complete_file(file)


def compute_again(batches: Iterable[Batch], run: Run) -> Generator[Path]:
    """Staged folders of stored articles, as batches are done."""
    return _as_done(((_submit(analyse_again, batch, run), batch) for batch in batches), run)


def _submit(work: Callable[..., Path], batch: Batch, run: Run) -> Future[Path]:
    return run.engine.submit(work, batch, settings=run.settings, versions=run.versions, run_id=run.run_id, engine=run.engine)


def _as_done(submitted: Iterable[tuple[Future[Path], Batch]], run: Run, total: int | None = None) -> Generator[Path]:
    """Staged folders as they are done; no more are under way than keep the workers busy, so that what they hold stays small."""
    under_way: dict[Future[Path], Batch] = {}
    with Progress("batches", total) as progress:
        for future, batch in submitted:
            under_way[future] = batch
            if len(under_way) >= run.engine.ahead:
                run.get_ready()
                yield from _next_done(under_way, run)
                progress.advance()
        if len(under_way) >= run.settings.jobs:  # else it would be a worker that is not there yet
            expect_data(run.settings, run.engine)
        if under_way:
            run.get_ready()
            expect_pages(run.settings)
        while under_way:
            yield from _next_done(under_way, run)
            progress.advance()


def _next_done(under_way: dict[Future[Path], Batch], run: Run) -> Generator[Path]:
    """The staged folder that is done next. A batch that fails sets its files aside; one that must not go on stops the run."""
    future = next(iter(wait(under_way, return_when=FIRST_COMPLETED).done))
    batch, problem = under_way.pop(future), future.exception()
    if batch.given:
        take_back(batch.given)
    if problem is None:
        yield future.result()
    elif isinstance(problem, MendableError | OSError) or not isinstance(problem, Exception) or is_of_server(problem):
        raise problem  # an input that cannot be read was refused; what fails here is the disk that batches are staged on
    else:
        run.put_batch_aside(batch, problem)


@task("publish", retries=RETRIES)
def publish(settings: Settings, run_id: str, engine: Engine) -> None:
    """Put a copy of the closed warehouse, its views, its report and its site where people and BI tools read: all of them or none.

    Nothing is done where the settings ask for nothing, or what stands there says the same already."""
    from warehouse.publishing.publish import publish_warehouse
    from warehouse.store import open_warehouse

    with closing(open_warehouse(settings.warehouse, read_only=True)) as connection:
        if why_unpublished(connection, settings):
            return
    pages = partial(begin_pages, settings, engine)
    publish_warehouse(settings.warehouse, settings.published, run_id, pages, publishing_recipe(settings))


def conclude(settings: Settings, report: RunReport) -> Outcome:
    """What a flow comes to; on a server its state, which tells what was set aside, behind artifacts and an event when it is much."""
    if not is_with_server():
        return report
    from flows.notices import final_state, leave_artifacts, tell_set_aside
    from warehouse.store import open_warehouse

    with closing(open_warehouse(settings.warehouse, read_only=True)) as connection:
        leave_artifacts(report, connection, settings.published)
    tell_set_aside(report)
    return final_state(report, settings.fail_above)
