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


#: What a row may say of its forms.
_FORMS = ("", "verb", "noun")


@cache
def read_word_rows(folder: Path = ENGLISH) -> Mapping[str, Sequence[WordRow]]:
    """Rows by class, in the order of the files. Raises ValueError with file and line of a row that is none, or that names no source."""
    classes: dict[str, list[WordRow]] = {}
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.reader(file)
            next(rows)
            for row in rows:
                if len(row) != 5 or row[2] not in _FORMS or not row[4]:
                    expected = "word_class,word,forms (verb, noun or nothing),value,source"
                    raise ValueError(f"{path.name}, line {rows.line_num}: expected {expected}, found {','.join(row)!r}")
                classes.setdefault(row[0], []).append(WordRow(*row[1:4]))
    return classes
