"""`make prefect-check`: a real server, a worker and `serve`. A schedule fires, batches overlap and give the tables of the command line, the
limit of one run holds, colours tell the truth, a failed run is tried again, a cancelled one is gone on from. `serve` is tried on a server
whose database is PostgreSQL, where that is installed.

Not part of `make test`: a schedule fires once a minute. Takes about eight minutes; fails with what was expected and what was found.
"""

import asyncio
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any

import asyncpg
import duckdb
from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.filters import FlowRunFilter, FlowRunFilterDeploymentId, FlowRunFilterId
from prefect.exceptions import ObjectNotFound
from prefect.settings import PREFECT_API_URL, temporary_settings
from prefect.states import AwaitingRetry, Cancelling

from warehouse.tables import TABLES

SAMPLES = Path(__file__).parent.parent / "articles" / "wire"
BIN = Path(sys.executable).parent
SECONDS = 600


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="personae-prefect-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        with prefect_server(folder / "home"):
            with_a_worker(folder)
        with postgresql(folder / "postgresql") as database:
            with prefect_server(folder / "second", **({"PREFECT_API_DATABASE_CONNECTION_URL": database} if database else {})):
                with_serve(folder)
            if database:
                told(f"the second server keeps its books in PostgreSQL: {completed_runs(database)} completed")


@contextmanager
def prefect_server(home: Path, **environment: str) -> Iterator[None]:
    """A Prefect server of its own, which everything in the block uses."""
    port = free_port()
    os.environ |= {
        "PREFECT_HOME": str(home),
        "PREFECT_API_URL": f"http://127.0.0.1:{port}/api",
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "DO_NOT_TRACK": "1",
        **environment,
    }
    with running(home.with_suffix(".log"), BIN / "prefect", "server", "start", "--port", str(port)):
        wait("a server that answers", lambda: answers(port))
        with temporary_settings({PREFECT_API_URL: os.environ["PREFECT_API_URL"]}):
            yield


@contextmanager
def postgresql(folder: Path) -> Iterator[str | None]:
    """The address of a PostgreSQL server with an empty database, as Debian installs it; None where there is none.

    It refuses to run as root, who hands it to the account postgres."""
    initdb = max(Path("/usr/lib/postgresql").glob("*/bin/initdb"), default=shutil.which("initdb"))
    if initdb is None:
        told("PostgreSQL is not installed: SQLite alone is tried")
        yield None
        return
    programs, port = Path(initdb).parent, free_port()
    folder.mkdir()
    folder.parent.chmod(0o755)
    account = "postgres" if os.geteuid() == 0 else None
    if account:
        shutil.chown(folder, account)
    options = ("--pgdata", folder / "data", "--username", "prefect", "--auth", "trust", "--no-sync")
    subprocess.run([str(word) for word in (programs / "initdb", *options)], check=True, stdout=subprocess.DEVNULL, cwd="/", user=account)
    server = (programs / "postgres", "-D", folder / "data", "-p", port, "-k", folder, "-c", "listen_addresses=127.0.0.1", "-c", "fsync=off")
    # ended with the processes of the block still connected: SIGINT, which it calls a fast shutdown
    with running(folder.with_suffix(".log"), *server, ends_at=signal.SIGINT, user=account):
        wait("PostgreSQL to answer", lambda: answers(port))
        yield f"postgresql+asyncpg://prefect@127.0.0.1:{port}/postgres"


def completed_runs(database: str) -> int:
    """How many runs PostgreSQL itself knows to have completed."""

    async def ask() -> int:
        connection = await asyncpg.connect(database.replace("+asyncpg", ""))
        try:
            return int(await connection.fetchval("SELECT count(*) FROM flow_run WHERE state_type = 'COMPLETED'"))
        finally:
            await connection.close()

    found = asyncio.run(ask())
    expect(found > 0, "completed runs in PostgreSQL, found none")
    return found


def with_a_worker(folder: Path) -> None:
    inbox, warehouse = make_inbox(folder / "inbox", 4), folder / "news.duckdb"
    options = ("--tier", "fast", "--batch-articles", "1", "--jobs", "2", "--limit", "seconds=50", "--cron", "* * * * *")
    command = (BIN / "personae", "deploy", inbox, "--warehouse", warehouse, *options, "--pool", "check")
    subprocess.run([str(word) for word in command], check=True, stdout=subprocess.DEVNULL)
    with running(folder / "worker.log", BIN / "prefect", "worker", "start", "--pool", "check"), get_client(sync_client=True) as client:
        check = Check(client, "ingest/news.duckdb")
        check.schedule_fires_and_two_batches_are_computed_at_once()
        check.the_tables_are_those_of_the_command_line(inbox, warehouse)
        check.one_run_at_a_time()
        check.a_run_with_most_files_broken_is_not_green(inbox)
        check.a_cancelled_run_is_gone_on_from(folder)
        check.a_failed_run_says_why_and_is_tried_again(warehouse)


def with_serve(folder: Path) -> None:
    """Without any worker: `serve` runs what its schedule asks for, and ends when it is interrupted."""
    inbox, warehouse = make_inbox(folder / "served", 1), folder / "served.duckdb"
    options = ("--warehouse", warehouse, "--tier", "fast", "--cron", "* * * * *")
    with running(folder / "serve.log", BIN / "personae", "serve", inbox, *options) as process, get_client(sync_client=True) as client:
        check = Check(client, "ingest/served.duckdb", "a deployment that is served")
        (run,) = wait("a run of serve that completed", lambda: check.runs("COMPLETED")[:1])
        told(f"serve ran {run.name}: {run.state.name}")
        process.send_signal(signal.SIGINT)
        wait("serve to end when it is interrupted", lambda: process.poll() is not None)


class Check:
    """What is held of one deployment."""

    def __init__(self, client: SyncPrefectClient, name: str, what: str = "a deployment") -> None:
        def find() -> Any:
            try:
                return client.read_deployment_by_name(name)
            except ObjectNotFound:
                return None

        self.client = client
        self.deployment = wait(what, find)

    def runs(self, *types: str) -> list[Any]:
        wanted = FlowRunFilter(deployment_id=FlowRunFilterDeploymentId(any_=[self.deployment.id]))
        found = self.client.read_flow_runs(flow_run_filter=wanted, limit=200)
        return [run for run in found if run.state is not None and run.state.type.value in types]

    def start(self, **parameters: object) -> Any:
        return self.client.create_flow_run_from_deployment(self.deployment.id, parameters=parameters)

    def end_of(self, run: Any, *types: str) -> Any:
        """The final state of a run, of one of the types when some are given."""

        def state() -> Any:
            found = self.client.read_flow_run(run.id).state
            return found if found.is_final() and (not types or found.type.value in types) else None

        return wait(f"{run.name} to end {' or '.join(types)}", state)

    def schedule_fires_and_two_batches_are_computed_at_once(self) -> None:
        (first,) = wait("a scheduled run that completed", lambda: [run for run in self.runs("COMPLETED") if run.auto_scheduled][:1])
        for schedule in self.deployment.schedules:
            self.client.update_deployment_schedule(self.deployment.id, schedule.id, active=False)
        told(f"the schedule fired: {first.name} {first.state.name}")
        tasks = self.client.read_task_runs(flow_run_filter=FlowRunFilter(id=FlowRunFilterId(any_=[first.id])))
        times = sorted((task.start_time, task.end_time) for task in tasks if task.name.startswith("batch-"))
        expect(len(times) == 4, f"four batches, found {len(times)}")
        expect(any(later[0] < earlier[1] for earlier, later in pairwise(times)), f"two batches at once with two jobs, found {times}")
        told("two of its batches were computed at once")

    def the_tables_are_those_of_the_command_line(self, inbox: Path, warehouse: Path) -> None:
        wait("no scheduled run under way", lambda: not self.runs("RUNNING", "PENDING"))
        typed = warehouse.with_name("typed.duckdb")
        command = (BIN / "personae", "ingest", inbox, "--warehouse", typed, "--tier", "fast", "--batch-articles", "1", "--jobs", "2")
        environment = {**os.environ, "PERSONAE_PREFECT": "none"}
        subprocess.run([str(word) for word in command], check=True, stdout=subprocess.DEVNULL, env=environment)
        told(f"{compare(warehouse, typed)} rows, equal to those of the command line")

    def one_run_at_a_time(self) -> None:
        wait("no scheduled run under way", lambda: not self.runs("RUNNING", "PENDING"))
        started = [self.start() for _ in range(3)]
        most = 0

        def all_done() -> bool:
            nonlocal most
            most = max(most, len(self.runs("RUNNING")))
            return all(self.client.read_flow_run(run.id).state.is_final() for run in started)

        wait("three runs started by hand to end", all_done)
        expect(most == 1, f"one run at a time, found {most}")
        told("of three runs started at once never more than one ran")

    def a_run_with_most_files_broken_is_not_green(self, inbox: Path) -> None:
        broken = inbox.with_name("broken")
        broken.mkdir()
        shutil.copy(sorted(SAMPLES.glob("*.txt"))[5], broken)
        for number in range(3):
            (broken / f"{number}.txt").write_bytes(b" " * number)
        state = self.end_of(self.start(paths=[str(broken)]))
        expect((state.type.value, state.name) == ("FAILED", "TooMuchSetAside"), f"a failed run, found {state.name}: {state.message}")
        told(f"three of four files broken: {state.name}: {state.message}")
        state = self.end_of(self.start(paths=[str(broken)], fail_above=1))
        expect((state.type.value, state.name) == ("COMPLETED", "SomeSetAside"), f"a run that tells so, found {state.name}")

    def a_cancelled_run_is_gone_on_from(self, folder: Path) -> None:
        parameters = {"paths": [str(SAMPLES.parent)], "warehouse": str(folder / "cancelled.duckdb"), "jobs": 1}
        run = self.start(**parameters)
        wait("a run under way", lambda: self.client.read_flow_run(run.id).state.type.value == "RUNNING")
        self.client.set_flow_run_state(run.id, Cancelling())
        state = self.end_of(run)
        expect(state.type.value == "CANCELLED", f"a cancelled run, found {state.name}: {state.message}")
        again = self.start(**parameters)
        state = self.end_of(again)
        expect(state.type.value == "COMPLETED", f"the next run to go on from there, found {state.name}: {state.message}")
        told("a cancelled run ended, and the next one went on from there")

    def a_failed_run_says_why_and_is_tried_again(self, warehouse: Path) -> None:
        whole = warehouse.read_bytes()
        warehouse.write_text("no database at all")
        run = self.start()
        state = self.end_of(run)
        expect(state.type.value in ("FAILED", "CRASHED"), f"a failed run, found {state.name}")
        expect(warehouse.name in str(state.message), f"the reason in the run's state, found {state.message!r}")
        told(f"a failing run says why: {str(state.message)[:160]}")
        warehouse.write_bytes(whole)
        self.client.set_flow_run_state(run.id, AwaitingRetry(), force=True)
        self.end_of(run, "COMPLETED")
        told("the same run, tried again after the warehouse was mended, completed")


def make_inbox(folder: Path, count: int) -> Path:
    folder.mkdir()
    for path in sorted(SAMPLES.glob("*.txt"))[:count]:
        shutil.copy(path, folder)
    return folder


def compare(one: Path, other: Path) -> int:
    """Hold that two warehouses have the same rows in every table about the news; how many they are."""
    rows = 0
    with duckdb.connect() as connection:
        connection.execute(f"ATTACH '{one}' AS one (READ_ONLY)")
        connection.execute(f"ATTACH '{other}' AS other (READ_ONLY)")
        for table in TABLES:
            if table.is_about_runs:
                continue
            columns = ", ".join(column.name for column in table.columns if not column.of_run)
            sides = [f"SELECT {columns} FROM {name}.{table.name}" for name in ("one", "other")]
            for first, second in (sides, sides[::-1]):
                extra = connection.execute(f"({first}) EXCEPT ALL ({second}) LIMIT 1").fetchall()
                expect(not extra, f"the same rows of {table.name} in {one.name} and {other.name}, found {extra}")
            rows += connection.execute(f"SELECT count(*) FROM one.{table.name}").fetchall()[0][0]
    return rows


@contextmanager
def running(
    log: Path, *command: object, ends_at: signal.Signals = signal.SIGTERM, user: str | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    """A process while the block lasts, of this user or another, ended by a signal; its output is shown when the block fails."""
    with log.open("w") as output:
        process = subprocess.Popen([str(word) for word in command], stdout=output, stderr=subprocess.STDOUT, user=user)
        try:
            yield process
        except BaseException:
            sys.stderr.write("".join(log.read_text().splitlines(keepends=True)[-25:]))
            raise
        finally:
            process.send_signal(ends_at)
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
