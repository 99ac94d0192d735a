"""The labelled sentences the judge of acts is trained on."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

#: Sentences of the project's own; nothing of them comes from a corpus.
FOLDER = Path(__file__).parent / "sentences"
_MARK = re.compile(r"\[([^\]]*)\]")
_ACT = re.compile(r"(\d)([>=])(\d) ([A-Z]+)[!?]?")


class Labelled(NamedTuple):
    """A sentence, the character spans of those who are marked in it, and the event from one to another by their numbers (from 0).
    Ordered pairs without an event are none."""

    text: str
    marks: list[tuple[int, int]]
    events: dict[tuple[int, int], str]


def read_labelled(folder: Path = FOLDER) -> list[Labelled]:
    """All sentences of a folder of CSV files with the columns acts, genre and sentence, by file name and line.

    `acts` is "1>2 ACCUSE; 1=3 CONSULT!": the first mark accuses the second; the first and the third did not consult each other.
    Acts that are denied (`!`) or unreal (`?`) are acts here: negation and tense are told by rules.
    A ValueError names the file and the line that cannot be read."""
    return [labelled for path in sorted(folder.glob("*.csv")) for labelled in _read_file(path)]


def _read_file(path: Path) -> Iterator[Labelled]:
    with path.open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines), 2):
            try:
                yield parse(row["acts"], row["sentence"])
            except ValueError as problem:
                raise ValueError(f"{path.name} line {number}: {problem}") from problem


def parse(acts: str, marked: str) -> Labelled:
    """One row as a labelled sentence."""
    marks: list[tuple[int, int]] = []
    pieces: list[str] = []
    end = size = 0
    for mark in _MARK.finditer(marked):
        before, inner = marked[end : mark.start()], mark[1]
        pieces += (before, inner)
        size += len(before)
        marks.append((size, size + len(inner)))
        size += len(inner)
        end = mark.end()
    events: dict[tuple[int, int], str] = {}
    for act in filter(None, acts.split("; ")):
        found = _ACT.fullmatch(act)
        if found is None or not {int(found[1]), int(found[3])} <= set(range(1, len(marks) + 1)):
            raise ValueError(f'expected acts like "1>2 ACCUSE" of {len(marks)} marks, found "{act}"')
        pair = (int(found[1]) - 1, int(found[3]) - 1)
        for source, target in (pair, pair[::-1]) if found[2] == "=" else (pair,):
            events[source, target] = found[4]
    return Labelled("".join([*pieces, marked[end:]]), marks, events)
