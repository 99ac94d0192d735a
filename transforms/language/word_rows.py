"""The rows of a language's files of words, as they stand: `word_class,word,forms,value,source`."""

import csv
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

ENGLISH = Path(__file__).parent / "en"


class WordRow(NamedTuple):
    """A word of a class. `word` may be `@` and another class, all of whose words belong too; `forms` is empty, or `verb` or `noun`
    where the inflected forms belong as well; `value` is what the class says of the word, if it says something."""

    word: str
    forms: str = ""
    value: str = ""


@cache
def read_word_rows(folder: Path = ENGLISH) -> Mapping[str, Sequence[WordRow]]:
    """Rows by class, in the order of the files."""
    classes: dict[str, list[WordRow]] = {}
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                classes.setdefault(row["word_class"], []).append(WordRow(row["word"], row["forms"], row["value"]))
    return classes
