"""The pages as somebody who has just come reads them: their blocks of code, and a folder with a shell in which to type them."""

import json
import os
import re
import selectors
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import chdir, nullcontext
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from unittest.mock import patch

from click.testing import CliRunner

from flows.cli.app import personae
from flows.dictionaries import build_dictionaries
from flows.engines import InProcess
from flows.lexicons import build_lexicon, load_seeds

ROOT = Path(__file__).parent.parent.parent.parent
#: Pages made by code; what they quote is tested where it is made.
GENERATED = ("dictionary.md", "cookbook.md", "reference.md")
PAGES = [ROOT / "README.md", *(page for page in sorted((ROOT / "docs").glob("*.md")) if page.name not in GENERATED)]

_FENCE = re.compile(r"^```(\w*)\s*$")
_MARK = re.compile(r"^<!-- (not run|output varies|exits 1)(?:: (.+))? -->$")

#: What stands for the console script: it hands the call to the test's process, since a new one would load its libraries for seconds.
_SHIM = f"""#!{sys.executable} -IS
import json, os, socket, sys
with socket.socket(socket.AF_UNIX) as line:
    line.connect(os.environ["NEWCOMER_SOCKET"])
    call = {{"words": sys.argv[1:], "folder": os.getcwd(), "stdin": sys.stdin.read(),
            "environment": {{name: value for name, value in os.environ.items() if name.startswith("PERSONAE_")}}}}
    line.sendall(json.dumps(call).encode())
    line.shutdown(socket.SHUT_WR)
    answer = json.loads(b"".join(iter(lambda: line.recv(65536), b"")))
sys.stdout.write(answer["stdout"])
sys.stderr.write(answer["stderr"])
sys.stdout.flush()
sys.exit(answer["code"])
"""


@dataclass(frozen=True)
class Block:
    """One block of code of a page: its marks by name with their reasons, and the output the page shows for it."""

    page: Path
    line: int
    language: str
    code: str
    marks: Mapping[str, str]
    output: str | None = None

    @property
    def place(self) -> str:
        return f"{self.page.name}:{self.line}"


def read_blocks(page: Path) -> list[Block]:
    """The blocks of a page; a block of `text` right behind one of bash is that one's output."""
    found: list[Block] = []
    marks: dict[str, str] = {}
    follows = False
    lines = iter(enumerate(page.read_text(encoding="utf-8").splitlines(), 1))
    for number, line in lines:
        mark, fence = _MARK.match(line), _FENCE.match(line)
        if mark:
            marks[mark[1]] = mark[2] or ""
        elif fence:
            code = _read(lines)
            if fence[1] == "text" and follows and found:
                last = found.pop()
                code = code if "output varies" not in marks else ""
                found.append(Block(last.page, last.line, last.language, last.code, last.marks, code))
            else:
                found.append(Block(page, number, fence[1], code, marks))
            follows, marks = fence[1] == "bash", {}
        elif line.strip():
            follows, marks = False, {}
    return found


def _read(lines: Iterator[tuple[int, str]]) -> str:
    code = []
    for _, line in lines:
        if line.startswith("```"):
            break
        code.append(line)
    return "\n".join(code)


class Newcomer:
    """Somebody with a shell in a folder; what is exported in one block holds in the next."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        scripts = folder / ".venv" / "bin"
        scripts.mkdir(parents=True)
        shim = scripts / "personae"
        shim.write_text(_SHIM, encoding="utf-8")
        shim.chmod(0o755)
        (scripts / "activate").write_text(f'export PATH="{scripts}:$PATH"\n', encoding="utf-8")
        (scripts / "python").symlink_to(sys.executable)
        shutil.copytree(ROOT / "tests" / "articles", folder / "tests" / "articles")
        self._overrides = ""
        self._socket = folder / ".line"
        self._state = folder / ".state"
        self._state.write_text(f'. "{scripts}/activate"\nexport PERSONAE_PREFECT=none\n', encoding="utf-8")

    def type(self, script: str) -> subprocess.CompletedProcess[str]:
        """What bash answers; it stops at the first command that fails."""
        typed = f'. "{self._state}"\n{script}\nexport -p > "{self._state}"'
        with socket.socket(socket.AF_UNIX) as line, selectors.DefaultSelector() as selector, TemporaryFile() as said, chdir(self.folder):
            line.bind(".line")  # by its short name: the path of a socket may have a hundred characters
            line.listen()
            selector.register(line, selectors.EVENT_READ)
            environment = {name: value for name, value in os.environ.items() if not name.startswith("PERSONAE_")}
            environment["NEWCOMER_SOCKET"] = ".line"
            with subprocess.Popen(
                ["bash", "-e", "-c", typed], stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT, env=environment
            ) as shell:
                while shell.poll() is None:
                    if selector.select(timeout=0.02):
                        self._forget_lexicon()
                        answer(line)
            self._socket.unlink()
            said.seek(0)
            output = said.read().decode()
        return subprocess.CompletedProcess(script, shell.returncode, output)

    def _forget_lexicon(self) -> None:
        """A process keeps the lexicon it has read; a command typed after the overrides changed must not see the old one."""
        files = sorted(path for path in (self.folder / "overrides").rglob("*.csv"))
        overrides = "\n".join(path.read_text(encoding="utf-8") for path in files)
        if overrides != self._overrides:
            self._overrides = overrides
            forget_lexicon()

    def leave(self) -> None:
        """Leave nothing in the process that the next test could take for its own."""
        if self._overrides:
            forget_lexicon()


def forget_lexicon() -> None:
    for load in (load_seeds, build_lexicon, build_dictionaries):
        load.cache_clear()


def answer(line: socket.socket) -> None:
    """Carry out one call of the shim; batches too are computed in this process."""
    caller, _ = line.accept()
    engine, ahead = patch("flows.running.choose_engine", lambda _: InProcess()), patch("flows.readiness.worker_ahead", lambda *_: nullcontext())
    with caller, engine, ahead:
        call = json.loads(b"".join(iter(lambda: caller.recv(65536), b"")))
        with chdir(call["folder"]):
            result = CliRunner().invoke(personae, call["words"], input=call["stdin"], env=call["environment"], prog_name="personae")
        stderr = result.stderr
        if result.exception and not isinstance(result.exception, SystemExit):
            stderr += repr(result.exception)
        caller.sendall(json.dumps({"stdout": result.stdout, "stderr": stderr, "code": result.exit_code}).encode())
