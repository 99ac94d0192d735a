"""`make prefect-check`: a real server, a deployed ingest, a worker. A schedule fires, a failing run says why, the limit of one run holds.

Not part of `make test`: a schedule fires once a minute. Takes about four minutes; fails with what was expected and what was found.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

SAMPLES = Path(__file__).parent.parent / "articles" / "wire"
BIN = Path(sys.executable).parent
SECONDS = 240


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="personae-prefect-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        port = free_port()
        os.environ |= {
            "PREFECT_HOME": str(folder / "home"),
            "PREFECT_API_URL": f"http://127.0.0.1:{port}/api",
            "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
            "DO_NOT_TRACK": "1",
        }
        inbox, warehouse = folder / "inbox", folder / "news.duckdb"
        inbox.mkdir()
        for path in sorted(SAMPLES.glob("*.txt"))[:2]:
            shutil.copy(path, inbox)
        with running(folder / "server.log", BIN / "prefect", "server", "start", "--port", str(port)):
            wait("a server that answers", lambda: answers(port))
            deploy = ("deploy", inbox, "--warehouse", warehouse, "--tier", "fast", "--pool", "check", "--cron", "* * * * *")
            subprocess.run([BIN / "personae", *map(str, deploy)], check=True, stdout=subprocess.DEVNULL)
            with running(folder / "worker.log", BIN / "prefect", "worker", "start", "--pool", "check"):
                check(warehouse)


def check(warehouse: Path) -> None:
    from prefect.client.orchestration import get_client

    with get_client(sync_client=True) as client:
        deployment = client.read_deployment_by_name("ingest/news.duckdb")

        def runs(*types: str) -> list[object]:
            return [run for run in client.read_flow_runs(limit=200) if run.state is not None and run.state.type.value in types]

        (first,) = wait("a scheduled run that completed", lambda: [run for run in runs("COMPLETED") if run.auto_scheduled][:1])
        told(f"the schedule fired: {first.name} {first.state.name}")
        for schedule in deployment.schedules:
            client.update_deployment_schedule(deployment.id, schedule.id, active=False)
        wait("no scheduled run under way", lambda: not runs("RUNNING", "PENDING"))
        started = [client.create_flow_run_from_deployment(deployment.id) for _ in range(3)]
        most = 0

        def all_done() -> bool:
            nonlocal most
            most = max(most, len(runs("RUNNING")))
            return all(client.read_flow_run(run.id).state.is_final() for run in started)

        wait("three runs started by hand to end", all_done)
        expect(most == 1, f"one run at a time, found {most}")
        told("of three runs started at once never more than one ran")
        warehouse.write_text("no database at all")
        broken = client.create_flow_run_from_deployment(deployment.id)
        state = wait("a run on a broken warehouse to end", lambda: (s := client.read_flow_run(broken.id).state).is_final() and s)
        expect(state.type.value in ("FAILED", "CRASHED"), f"a failed run, found {state.name}")
        expect(warehouse.name in str(state.message), f"the reason in the run's state, found {state.message!r}")
        told(f"a failing run says why: {str(state.message)[:160]}")


@contextmanager
def running(log: Path, *command: object) -> Iterator[None]:
    """A process while the block lasts; its output is shown when the block fails."""
    with log.open("w") as output:
        process = subprocess.Popen([str(word) for word in command], stdout=output, stderr=subprocess.STDOUT)
        try:
            yield
        except BaseException:
            sys.stderr.write("".join(log.read_text().splitlines(keepends=True)[-25:]))
            raise
        finally:
            process.terminate()
            process.wait(30)


def wait[Found](what: str, ask: Callable[[], Found]) -> Found:
    """What `ask` answers once it is something; gives up after SECONDS."""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        if found := ask():
            return found
        time.sleep(0.5)
    raise AssertionError(f"expected {what} within {SECONDS} seconds")


def answers(port: int) -> bool:
    with socket.socket() as caller:
        return caller.connect_ex(("127.0.0.1", port)) == 0


def free_port() -> int:
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        return int(holder.getsockname()[1])


def expect(is_so: bool, what: str) -> None:
    if not is_so:
        raise AssertionError(f"expected {what}")


def told(what: str) -> None:
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
