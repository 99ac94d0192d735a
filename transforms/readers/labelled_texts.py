"""Plain texts that hold several articles, each under a head of its own: lines such as "Title: …", "Date: …", perhaps between rules.

A head counts where at least two known labels stand on lines that follow one another, behind a blank line, a rule or nothing; the label that
begins the first begins all of them.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from transforms.readers.text_heads import HEADER, field_of

RULE = re.compile(r"\s*(?:[-=*_#~]{3,}|[-=*] ?(?:[-=*] ?){4,})\s*")
_FEWEST = 2


def parts_of(text: str) -> list[str]:
    """The articles of a text with their heads, the rules around them left out; the text alone when it holds no second head."""
    lines = text.replace("\r\n", "\n").lstrip("\ufeff").split("\n")
    heads = list(_heads(lines))
    if not heads or any(line.strip() and not RULE.fullmatch(line) for line in lines[: heads[0]]):
        return [text]
    if len(heads) == 1 and not any(RULE.fullmatch(line) for line in lines[: heads[0]]):
        return [text]
    return ["\n".join(_without_rules(lines[start:end])) for start, end in pairwise([*heads, len(lines)])]


def _heads(lines: Sequence[str]) -> Iterator[int]:
    """The lines at which heads begin."""
    first: str | None = None
    for number, line in enumerate(lines):
        if number and lines[number - 1].strip() and not RULE.fullmatch(lines[number - 1]):
            continue
        label = _label_of(line)
        if label is None or (first is not None and label != first):
            continue
        fields = {_field_at(following) for following in lines[number : number + 2 * _FEWEST]} - {None, "text"}
        if len(fields) >= _FEWEST:
            first = label
            yield number


def _label_of(line: str) -> str | None:
    """The label of a line that names a known field and says something of it."""
    found = HEADER.fullmatch(line.strip())
    return found["key"].casefold() if found and found["value"] and field_of(found["key"]) else None


def _field_at(line: str) -> str | None:
    label = _label_of(line)
    return field_of(label) if label else None


def _without_rules(lines: Sequence[str]) -> list[str]:
    """The lines of one article without the rule behind its head and those at its end."""
    end = len(lines)
    while end and (not lines[end - 1].strip() or RULE.fullmatch(lines[end - 1])):
        end -= 1
    rule = next((number for number, line in enumerate(lines[:end]) if _label_of(line) is None), end)
    is_rule = rule < end and RULE.fullmatch(lines[rule])
    return [*lines[:rule], "", *lines[rule + 1 : end]] if is_rule else list(lines[:end])
