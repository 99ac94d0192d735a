"""`make chaos`: hurt the small world many times, and print what came of it. The exit code is 1 when anything was wrong.

python -m tests.chaos [--seed 16] [--kills 1000] [--sigkills 20] [--disks 20] [--flips 300] [--jobs 2]
"""

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import reduce
from multiprocessing import get_context
from operator import add

from tests.chaos import harm
from tests.chaos.harm import Outcome

type Harm = Callable[[int, int, int, int], Outcome]


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="make chaos")
    for name, default in (("seed", 16), ("kills", 1000), ("sigkills", 20), ("disks", 20), ("flips", 300), ("jobs", 2)):
        parser.add_argument(f"--{name}", type=int, default=default)
    asked = parser.parse_args(arguments)
    started = time.monotonic()
    outcomes = [
        _shared(do, asked.seed, count, asked.jobs)
        for do, count in ((harm.kill, asked.kills), (harm.sigkill, asked.sigkills), (harm.fill, asked.disks), (harm.flip, asked.flips))
        if count
    ]
    for outcome in outcomes:
        _tell(outcome)
    print(f"seed {asked.seed}, {time.monotonic() - started:.0f} s")
    return int(any(outcome.wrong for outcome in outcomes))


def _shared(do: Harm, seed: int, count: int, jobs: int) -> Outcome:
    """The harm, done by several processes: those of a pool, so that one that is lost is noticed."""
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        shares = [share.result() for share in [pool.submit(do, seed, count, share, jobs) for share in range(jobs)]]
    return reduce(add, shares)


def _tell(outcome: Outcome) -> None:
    print(f"{outcome.what}: {outcome.done}, wrong {len(outcome.wrong)}")
    for name, count in sorted(outcome.came.items()):
        print(f"    {count:5}  {name}")
    for wrong in outcome.wrong:
        print(f"  WRONG {wrong}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
