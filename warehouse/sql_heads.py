"""The comments at the head of the SQL files of views, macros and questions: what they answer, written once and shown everywhere."""

import re
from dataclasses import dataclass
from pathlib import Path

_LINE = re.compile(r"--\s*(?:(\w+):\s)?(.*)")


@dataclass(frozen=True)
class Head:
    """The grain, the question, everything else by its name, and the SQL that follows."""

    grain: str
    question: str
    named: dict[str, str]
    sql: str


def tell_grain(grain: str) -> str:
    """The grain as a sentence: "Each row is one actor on one day."."""
    return f"Each row is {grain[0].lower()}{grain[1:]}"


def read_head(path: Path) -> Head:
    """Raises ValueError when the head lacks the grain or the question."""
    lines = path.read_text(encoding="utf-8").splitlines()
    body = next(number for number, line in enumerate(lines) if not line.startswith("--"))
    named: dict[str, str] = {}
    plain: list[str] = []
    for line in lines[:body]:
        match = _LINE.fullmatch(line)
        if match is None or not match[2]:
            raise ValueError(f"{path.name}: expected '-- name: meaning', found {line!r}")
        if match[1]:
            named[match[1]] = match[2]
        else:
            plain.append(match[2])
    question = named.pop("question", "")
    if len(plain) != 1 or not question:
        raise ValueError(f"{path.name}: expected a line with the grain, then one with 'question: …'")
    return Head(plain[0], question, named, "\n".join(lines[body:]))
