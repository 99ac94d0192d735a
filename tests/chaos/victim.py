"""A process that does one step of the world and is killed at a point: by SIGKILL, so that nothing of it can clean up.

python -m tests.chaos.victim INBOX FOLDER STEP POINT PASSING
"""

import os
import signal
import sys
from pathlib import Path

from tests.chaos.kills import WAREHOUSE
from tests.chaos.world import World, quick_runs
from warehouse.points import watched


def main() -> None:
    inbox, folder, step, point, passing = sys.argv[1:]
    left = int(passing)

    def kill(passed: str) -> None:
        nonlocal left
        left -= passed == point
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)

    with quick_runs(), watched(kill):
        World(Path(inbox)).steps[int(step)](Path(folder) / WAREHOUSE)


if __name__ == "__main__":
    main()
