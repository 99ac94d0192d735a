"""What a worker loads before there is work for it; naming it loads nothing, so that a worker can be started first of all."""

from contextlib import AbstractContextManager, nullcontext

from flows.settings import Settings
from flows.workers import worker_ahead


def worker_getting_ready(settings: Settings) -> AbstractContextManager[None]:
    """Have a worker get ready while the run itself does, where the engine of the settings takes it."""
    return worker_ahead(settings.jobs, get_ready, settings) if settings.engine == "processes" else nullcontext()


def get_ready(settings: Settings) -> None:
    """Load what every batch needs, in a process that is to compute batches."""
    from flows import batch_work
    from flows.analysis import Analyst
    from flows.reading import start_reader

    assert batch_work  # imported to be there
    start_reader(settings.limits, dict(settings.mapping))
    Analyst.of(settings.tier, settings.overrides)
