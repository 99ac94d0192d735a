"""Recognise a run with nothing to do before anything heavy is loaded: no Prefect, no tagger, no checks."""

from collections.abc import Sequence
from contextlib import closing

from flows.lexicons import find_versions, load_seeds
from flows.orchestration import may_use_server
from flows.running import RunReport, recorded_run, why_unpublished
from flows.settings import Settings
from flows.sources import find_sources
from warehouse.editions import edition_in_use
from warehouse.load import loaded_files
from warehouse.places import is_run_at_work
from warehouse.staging import list_staged
from warehouse.store import open_warehouse


def ingest_unchanged(paths: Sequence[str], settings: Settings) -> RunReport | None:
    """Enter a run that found every file loaded and what is published as it is to be; None, and nothing entered, where there is work.

    Runs that stand on a Prefect server are to be seen there, so none of these is taken."""
    if may_use_server() or not settings.warehouse.is_file() or is_run_at_work(settings.warehouse) or list_staged(settings.staging):
        return None
    files, refused = find_sources(paths)
    if refused or not _is_known({file.file_id for file in files}, settings):
        return None
    with recorded_run("ingest", settings) as run:
        run.skip_loaded(files)
        run.close_books()
    return run.report()


def _is_known(file_ids: set[str], settings: Settings) -> bool:
    """Whether all of these files are loaded under the versions of today, and nothing is to be published."""
    with closing(open_warehouse(settings.warehouse, read_only=True)) as connection:
        return (
            edition_in_use(connection) == load_seeds(settings.overrides).version
            and file_ids <= loaded_files(connection, find_versions(settings))
            and why_unpublished(connection, settings) is not None
        )
