"""How runs end: asked to by a signal, killed, or with a worker or reader killed under them. Nothing is lost, nothing stays behind."""

import errno
import gc
import io
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import duckdb
import pytest
from click.testing import CliRunner

import flows.reading
from flows.cli.app import personae
from flows.cli.verbs.outcome import report_run
from flows.lifeline import sweep_orphans
from flows.progress import Progress
from flows.reading import ReaderProcess, read_files, reader_environment
from flows.running import RunReport
from flows.signals import Interrupted, interruptible
from flows.workers import WorkerLostError, Workers, worker_ahead
from tests.flows.conftest import SAMPLES
from transforms.limits import DEFAULT_LIMITS
from transforms.readers.outcomes import Reading
from warehouse.runs import Counts

HOME = Path(__file__).parent.parent.parent
ENDS_WITHIN = 10.0


def wait_for[Found](ask: Callable[[], Found], seconds: float = 90) -> Found:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := ask():
            return found
        time.sleep(0.05)
    raise AssertionError("expected something that did not come")


def children(parent: int) -> list[int]:
    """Ids of all processes below one."""
    found: list[int] = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == parent and fields[0] != "Z":
            pid = int(status.parent.name)
            found += [pid, *children(pid)]
    return found


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@contextmanager
def ingesting(folder: Path, jobs: int) -> Iterator[tuple[subprocess.Popen[str], Path]]:
    """A run over many small articles, which would take minutes."""
    inbox, warehouse = folder / "in", folder / "w.duckdb"
    if not inbox.exists():
        inbox.mkdir()
        text = (SAMPLES / "wire" / "strike_talks.txt").read_text(encoding="utf-8")
        for number in range(400):
            (inbox / f"{number:03}.txt").write_text(
                f"Report {number}\n\n{text}\n\n" + f"Moscow told Kyiv {number} times. " * 40, encoding="utf-8"
            )
    command = [sys.executable, "-m", "flows.cli.app", "ingest", str(inbox), "--tier", "fast", "--warehouse", str(warehouse)]
    options = ["--batch-articles", "2", "--jobs", str(jobs)]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    process = subprocess.Popen(
        [*command, *options], env=environment, cwd=HOME, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
    )
    try:
        wait_for(lambda: process.poll() is not None or any((folder / "staging").rglob("manifest.json")))
        yield process, warehouse
    finally:
        process.kill()
        process.wait()
        if process.stderr:
            process.stderr.close()


def books(warehouse: Path) -> tuple[list[tuple[str, str]], int, int]:
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        runs = connection.execute("SELECT status, coalesce(detail, '') FROM runs ORDER BY started_at").fetchall()
        (counts,) = connection.execute("SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM quarantine)").fetchall()
    return runs, *counts


@pytest.mark.parametrize(("number", "jobs"), [(signal.SIGINT, 2), (signal.SIGTERM, 1), (signal.SIGHUP, 1)])
def test_a_run_that_is_asked_to_end_does_so_in_one_sentence_and_its_books_say_why(
    tmp_path: Path, number: signal.Signals, jobs: int
) -> None:
    if signal.getsignal(number) is signal.SIG_IGN:
        pytest.skip(f"{number.name} is ignored here, as under nohup, and so it is by a run that is started here")
    with ingesting(tmp_path, jobs) as (process, warehouse):
        below = children(process.pid)
        assert below
        started = time.monotonic()
        process.send_signal(number)
        _, said = process.communicate(timeout=60)
        assert time.monotonic() - started < ENDS_WITHIN
    assert process.returncode == 128 + number
    told = [line for line in said.splitlines() if line and not line.startswith("batches:")]
    assert told == [f"personae: interrupted by {number.name}; what is loaded stays, and the same command continues from there"]
    wait_for(lambda: not any(map(is_alive, below)))  # the kernel ends them, a moment later
    runs, _, quarantined = books(warehouse)
    assert runs == [("failed", f"interrupted by {number.name}")]
    assert quarantined == 0


def test_nothing_lives_on_when_a_run_is_killed(tmp_path: Path) -> None:
    with ingesting(tmp_path, 2) as (process, _):
        below = children(process.pid)
        assert len(below) >= 2
        process.kill()
        process.wait()
        wait_for(lambda: not any(map(is_alive, below)), 5)


def test_children_whose_parent_is_gone_are_killed_by_the_next_run_and_no_others() -> None:
    nobody = str(2**22 + 1)  # more than Linux counts processes
    command = [sys.executable, "-c", "import time; time.sleep(60)", "-m", "flows.worker_process", "9"]
    with subprocess.Popen([*command, nobody]) as orphan, subprocess.Popen([*command, str(os.getpid())]) as child:
        try:
            wait_for(lambda: all(b"flows.worker_process" in command_of(each.pid) for each in (orphan, child)))
            assert sweep_orphans() == 1
            assert orphan.wait(5) == -signal.SIGKILL
            assert child.poll() is None
        finally:
            orphan.kill()
            child.kill()


def receive_a_signal_elsewhere() -> None:
    """Wait, while another thread receives a signal after which waits go on, as polars has it with Ctrl-C."""

    def receive() -> None:
        time.sleep(0.5)
        signal.siginterrupt(signal.SIGTERM, False)
        signal.pthread_kill(threading.get_ident(), signal.SIGTERM)

    with interruptible():
        threading.Thread(target=receive).start()
        threading.Event().wait(6)


def test_a_signal_that_another_thread_receives_wakes_the_one_that_waits() -> None:
    started = time.monotonic()
    with pytest.raises(Interrupted, match="SIGTERM"):
        receive_a_signal_elsewhere()
    assert time.monotonic() - started < 5


class Gone(io.StringIO):
    """A terminal that was closed."""

    def write(self, _: str) -> int:
        raise OSError(errno.EIO, "Input/output error")


def test_a_closed_terminal_stops_no_work_and_is_no_error_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Gone())
    with Progress("batches", 1) as progress:
        progress.advance()
    assert progress.done == 1
    monkeypatch.setattr(sys, "stdout", Gone())
    with pytest.raises(BrokenPipeError):
        report_run(RunReport("r", Path("w.duckdb"), Counts()))


def test_a_run_asks_for_room_before_it_begins(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=1_000_000))
    called = CliRunner().invoke(personae, ["ingest", str(SAMPLES), "--warehouse", str(tmp_path / "w.duckdb")])
    assert called.exit_code == 3
    (line,) = called.output.splitlines()
    assert line.startswith(f"personae: {tmp_path}: expected 100.0 MB of free space to load and publish, found 1.0 MB")
    assert list(tmp_path.iterdir()) == []


def answer_twice(number: int) -> int:
    return 2 * number


def die_once(marker: str) -> int:
    """Kills its process at the first call."""
    if not Path(marker).exists():
        Path(marker).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return 7


def tell_pid(path: str) -> None:
    Path(path).write_text(str(os.getpid()))


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def refuse() -> None:
    raise PermissionError(13, "not here")


def test_a_killed_worker_costs_nothing_but_the_work_that_kills_each_of_them(tmp_path: Path) -> None:
    with Workers(1) as workers:
        assert workers.run(answer_twice, 4) == 8
        os.kill(workers.pids()[0], signal.SIGKILL)
        assert workers.run(answer_twice, 5) == 10
        assert workers.run(die_once, str(tmp_path / "marker")) == 7
        with pytest.raises(WorkerLostError, match="signal 9"):
            workers.run(die)
        with pytest.raises(PermissionError, match="not here"):
            workers.run(refuse)
        assert workers.submit(workers.run, answer_twice, 6).result() == 12
        pids = workers.pids()
    assert not any(map(is_alive, pids))


def test_a_worker_that_has_done_much_gives_way_to_another() -> None:
    with Workers(1) as workers:
        first = workers.run(os.getpid)
        workers.renew()
        assert workers.run(os.getpid) == first
        for _ in range(5):
            workers.run(os.getpid)
        workers.renew()
        assert not is_alive(first)
        assert workers.run(os.getpid) != first


@pytest.mark.parametrize("seconds", [0, "none"], ids=["well", "badly"])
def test_a_worker_started_ahead_is_the_first_that_works_however_its_preparation_ends(seconds: object) -> None:
    with worker_ahead(1, time.sleep, seconds), Workers(1) as workers:
        (ahead,) = workers.pids()
        assert workers.run(os.getpid) == workers.run(os.getpid) == ahead


def test_a_worker_started_ahead_ends_where_nothing_takes_it(tmp_path: Path) -> None:
    told = tmp_path / "pid"
    with worker_ahead(1, tell_pid, str(told)):
        while not told.is_file() or not told.read_text():
            time.sleep(0.01)
    assert not is_alive(int(told.read_text()))
    with Workers(1) as workers:
        assert workers.pids() == []


def test_a_reader_killed_between_two_files_costs_neither() -> None:
    files = sorted((SAMPLES / "wire").glob("*.txt"))[:2]
    with ReaderProcess(DEFAULT_LIMITS, {}) as reader:
        assert isinstance(reader.read(files[0]).reading, Reading)
        assert reader.pid
        os.kill(reader.pid, signal.SIGKILL)
        wait_for(lambda: not is_alive(reader.pid or 0))
        assert isinstance(reader.read(files[1]).reading, Reading)


def test_readers_that_are_kept_read_on_and_end_where_a_file_breaks_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flows.reading, "_KEPT", kept := flows.reading._Kept(is_asked_for=True))
    files, pids = sorted((SAMPLES / "wire").glob("*.txt"))[:2], set()
    for file in files:
        (found,) = read_files([file])
        assert isinstance(found.reading, Reading)
        pids |= {reader.pid for reader in kept.readers.values()}
    assert len(pids) == 1
    half_read = read_files(files)
    next(half_read)
    half_read.close()
    assert [reader.pid for reader in kept.readers.values()] == [None]


def test_a_reader_sees_nothing_of_the_environment_that_it_does_not_need(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("API_TOKEN", "secret")
    assert "API_TOKEN" not in reader_environment()
    with ReaderProcess(DEFAULT_LIMITS, {}) as reader:
        reader.start()
        seen = wait_for(lambda: Path(f"/proc/{reader.pid}/environ").read_bytes() if b"reader_process" in command_of(reader.pid) else b"")
    assert b"secret" not in seen


def command_of(pid: int | None) -> bytes:
    return Path(f"/proc/{pid}/cmdline").read_bytes()


def test_workers_look_for_circular_garbage_seldom() -> None:
    with Workers(1) as workers:
        youngest, *_ = workers.run(gc.get_threshold)
    assert youngest > 100 * gc.get_threshold()[0]
