"""Single bytes changed in every kind of file that runs keep, and what the next run makes of them: it notices, or it makes the file anew."""

import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

from flows.troubles import explain_trouble
from tests.chaos.kills import WAREHOUSE, Kill, Undisturbed, ended_by
from tests.chaos.looking import Seen, problems_afterwards
from warehouse.places import published_folder
from warehouse.publishing.publications import is_whole
from warehouse.publishing.publish import PUBLISHED_NAME
from warehouse.store import replace_by

#: Kinds of files, and where they lie in the folder of a world that was ended before a staged batch was loaded.
KINDS: Mapping[str, str] = {
    "staged Parquet": "staging/*/*/*.parquet",
    "receipt of a staged batch": "staging/*/*/manifest.json",
    "owner of the staging area": "staging/*/.warehouse",
    "database": WAREHOUSE,
    "log of the database": f"{WAREHOUSE}.wal",
    "published copy": "*.published/personae.duckdb",
    "previous copy": "*.published/previous/*.duckdb",
    "checksums": "*.published/checksums.txt",
    "exported view": "*.published/views/*",
    "what is kept": "*.published/kept/**/*",
    "page of the site": "*.published/site/**/*.html",
    "report": "*.published/report.html",
}
#: The step that is ended before its batches are loaded, with all of the kinds on disk.
STEP = 2


@dataclass(frozen=True)
class Flip:
    """A byte of a file, and what it is combined with."""

    kind: str
    file: str
    place: int
    bits: int

    def __str__(self) -> str:
        return f"{self.kind}: byte {self.place} of {self.file} ^ {self.bits:#04x}"


@dataclass(frozen=True)
class Interrupted:
    """A folder with files of every kind: a run was ended when all of its batches were staged, and none of them loaded."""

    undisturbed: Undisturbed
    folder: Path
    step: int

    @classmethod
    def make(cls, undisturbed: Undisturbed, folder: Path, step: int = STEP) -> "Interrupted":
        undisturbed.start(step, folder)
        with ended_by(Kill("load: replaced rows removed", 1, "cut"), folder):
            undisturbed.world.steps[step](folder / WAREHOUSE)
        return cls(undisturbed, folder, step)

    @property
    def expected(self) -> Seen:
        return self.undisturbed.seen[self.step]

    def go_on(self, warehouse: Path) -> None:
        """The same run once more."""
        self.undisturbed.world.steps[self.step](warehouse)

    def files(self, kind: str) -> list[Path]:
        return sorted(path for path in self.folder.glob(KINDS[kind]) if path.is_file() and path.stat().st_size)


def plan(interrupted: Interrupted, seed: int, count: int) -> list[Flip]:
    """Flips that take turns over the kinds there are; the file, the byte and the bits are drawn."""
    random = Random(seed)
    kinds = [kind for kind in KINDS if interrupted.files(kind)]
    flips = []
    for number in range(count):
        file = random.choice(interrupted.files(kinds[number % len(kinds)]))
        place = random.randrange(file.stat().st_size)
        flips.append(Flip(kinds[number % len(kinds)], str(file.relative_to(interrupted.folder)), place, random.randint(1, 255)))
    return flips


def play(flip: Flip, interrupted: Interrupted, folder: Path) -> tuple[list[str], list[str]]:
    """What became of a flip (mended, refused), and what was wrong with it."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(interrupted.folder, folder)
    warehouse = folder / WAREHOUSE
    copy = published_folder(warehouse) / PUBLISHED_NAME
    content = bytearray((folder / flip.file).read_bytes())
    content[flip.place] ^= flip.bits
    (folder / flip.file).write_bytes(content)
    wrong = []
    if flip.kind == "published copy" and is_whole(copy, copy.parent):
        wrong.append("not noticed")
    before = copy.read_bytes() if copy.exists() else b""
    try:
        interrupted.go_on(warehouse)
    except Exception as problem:  # noqa: BLE001 - whatever it is, it must be explained to people in a sentence
        sentence = explain_trouble(problem)
        if sentence is None or "\n" in sentence:
            wrong.append(f"no sentence for {type(problem).__name__}: {problem}")
        if before and copy.read_bytes() != before:
            wrong.append("refused, and published all the same")
        wrong += _do_as_told(sentence or "", replace_by(copy, warehouse))
        interrupted.go_on(warehouse)
        return ["refused"], wrong + problems_afterwards(warehouse, interrupted.expected)
    found = problems_afterwards(warehouse, interrupted.expected)
    if flip.kind in ("previous copy", "checksums"):
        # it lies there until newer ones take its place, and nobody is told to use it
        found = [problem for problem in found if not problem.startswith("previous copies")]
    return ["mended"], wrong + found


def _do_as_told(sentence: str, doctors: str) -> list[str]:
    """Type the command that a sentence names, or the one that the doctor names to whom it sends; what is wrong with it."""
    commands = re.findall(r"(?:cp|mv) \S+ [^;\s]+(?:; rm -f \S+)?", sentence) + [doctors] * sentence.count("personae doctor --full")
    if len(commands) != 1:
        return [f"no remedy: {sentence}"]
    done = subprocess.run(commands[0], shell=True, capture_output=True, text=True, check=False)
    return [f"remedy: {done.stderr}"] if done.returncode else []
