"""Watching a folder: what arrives in it is ingested once it is written to the end."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

from watchfiles import Change, DefaultFilter, watch

#: Milliseconds without a change after which what arrived counts as complete.
QUIET_MS = 2000
#: Milliseconds after which a stream of changes is cut, so that a folder that never rests is ingested too.
LONGEST_MS = 60_000


class _Arrivals(DefaultFilter):
    """New and changed files; hidden ones, which copying programs write first, are skipped."""

    def __call__(self, change: Change, path: str) -> bool:
        return (
            change is not Change.deleted and not any(part.startswith(".") for part in Path(path).parts) and super().__call__(change, path)
        )


def wait_for_arrivals(folder: Path, stop: Event | None = None, quiet_ms: int = QUIET_MS) -> Iterator[list[Path]]:
    """Files that arrived, sorted, each time the folder comes to rest; ends when `stop` is set."""
    for changes in watch(folder, watch_filter=_Arrivals(), stop_event=stop, step=quiet_ms, debounce=LONGEST_MS, raise_interrupt=False):
        arrived = sorted({Path(path) for _, path in changes if Path(path).is_file()})
        if arrived:
            yield arrived
