"""Corpora of Alceste and IRaMuTeQ: before each text, a line of stars or a number, and variables (**** *source_Le_Monde *date_2024-09-11).

After the file and the documentation of tm.plugin.alceste; themes ("-*theme") part a text, and are not words of it.
"""

import re
from collections.abc import Iterator

from transforms.readers.field_names import known_fields
from transforms.readers.outcomes import RawArticle, Rejected
from transforms.readers.records import article_from_record

NAME = "alceste"
_HEAD = re.compile(r"(?m)^(?:\*{4}|\d{4,6})(?P<variables>(?:[^\S\n]+\*[^\s*]+)+)[^\S\n]*$")
_THEME = re.compile(r"(?m)^-\*\S+[^\S\n]*$")
#: Variables that French corpora use beside the names of fields.
_NAMES = {"annee": "year", "année": "year", "mois": "month", "jour": "day", "titre": "title", "journal": "source"}


def is_alceste(text: str) -> bool:
    return bool(_HEAD.match(text.lstrip("\ufeff\r\n ").replace("\r", "")))


def alceste_articles(text: str) -> Iterator[RawArticle | Rejected]:
    """The texts of a corpus, in its order; variables that are not fields of ours are kept."""
    plain = text.replace("\r", "")
    heads = list(_HEAD.finditer(plain))
    ends = [*(head.start() for head in heads[1:]), len(plain)]
    for position, (head, end) in enumerate(zip(heads, ends, strict=True)):
        record = dict(map(_variable, head["variables"].split()))
        record["text"] = _THEME.sub("\n", plain[head.end() : end]).strip()
        yield article_from_record(record, known_fields(record), position)


def _variable(starred: str) -> tuple[str, str]:
    """Name and value of a variable; one without a value is true. Underscores stand for spaces."""
    name, mark, value = starred.lstrip("*").partition("_")
    words = value.replace("_", " ") if not re.fullmatch(r"\d{4}_\d{1,2}_\d{1,2}", value) else value.replace("_", "-")
    return _NAMES.get(name.casefold(), name), words if mark else "true"
