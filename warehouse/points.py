"""Named points of everything that writes: before and after each file, rename, commit and removal, so that tests can stop the work there.

Nobody watches outside the tests, and then passing a point costs one comparison.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

type Watcher = Callable[[str], None]

_watchers: list[Watcher] = []


def reach(point: str) -> None:
    """Pass the point of this name; a watcher may raise there, or end the process."""
    if _watchers:
        _watchers[-1](point)


@contextmanager
def watched(watcher: Watcher) -> Iterator[None]:
    """Call `watcher` with the name of every point that is passed inside."""
    _watchers.append(watcher)
    try:
        yield
    finally:
        _watchers.remove(watcher)
