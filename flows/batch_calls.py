"""The work of a batch by its name: what it takes is imported where it is done, not where it is asked for."""

from pathlib import Path

from flows.batches import Batch
from flows.settings import Settings
from warehouse.load import Versions


def compute_batch(batch: Batch, settings: Settings, versions: Versions, run_id: str) -> Path:
    """As `flows.batch_work.compute_batch`."""
    from flows import batch_work

    return batch_work.compute_batch(batch, settings, versions, run_id)


def compute_stored(batch: Batch, settings: Settings, versions: Versions, run_id: str) -> Path:
    """As `flows.batch_work.compute_stored`."""
    from flows import batch_work

    return batch_work.compute_stored(batch, settings, versions, run_id)
