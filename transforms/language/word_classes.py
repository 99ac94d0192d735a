"""Word classes by name, and what a user changes in them.

A module asks for its classes once, when it is imported, and keeps what it gets; `override` changes the same objects in place, so that
a look-up costs what it costs in a set. Whoever derives something from a class (a pattern, a union) does so in the files, with `@class`,
or in a function.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from difflib import get_close_matches
from typing import Any, NamedTuple

from transforms.language.en.inflections import noun_forms, verb_forms
from transforms.language.word_rows import WordRow, read_word_rows
from warehouse.errors import MendableError

_FORMS = {"verb": verb_forms, "noun": noun_forms}


class UnknownClassError(MendableError):
    """A word class that the language does not have."""


class WordChange(NamedTuple):
    """A user's row: `word` joins the class, or leaves it where `drop` is set."""

    word_class: str
    word: str
    forms: str = ""
    value: str = ""
    drop: bool = False


class WordClasses:
    """The classes of one language."""

    def __init__(self, rows: Mapping[str, Sequence[WordRow]]) -> None:
        self._rows = rows
        self._words: dict[str, set[str]] = {}
        self._values: dict[tuple[str, Callable[[str], Any]], dict[str, Any]] = {}
        self._changes: tuple[WordChange, ...] = ()

    def words(self, name: str) -> Set[str]:
        """The words of a class with their forms. Raises UnknownClassError."""
        if name not in self._words:
            self._words[name] = {word for word, _ in self._spread(name)}
        return self._words[name]

    def values[Value](self, name: str, read: Callable[[str], Value]) -> Mapping[str, Value]:
        """What a class says of each of its words, as `read` takes it, in the order of the file. Raises UnknownClassError."""
        key = (name, read)
        if key not in self._values:
            self._values[key] = self._read(name, read)
        return self._values[key]

    def override(self, changes: Iterable[WordChange]) -> None:
        """Change the classes as a user's rows say, and only so: what an earlier call changed is undone. Raises UnknownClassError."""
        asked = tuple(changes)
        if asked == self._changes:
            return
        for change in asked:
            self._rows_of(change.word_class)
        self._changes = asked
        for name, words in self._words.items():
            words.clear()
            words.update(word for word, _ in self._spread(name))
        for (name, read), values in self._values.items():
            values.clear()
            values.update(self._read(name, read))

    def changes(self) -> tuple[WordChange, ...]:
        """What is changed at present: a key for whatever is derived from classes, such as a compiled pattern."""
        return self._changes

    def _read[Value](self, name: str, read: Callable[[str], Value]) -> dict[str, Value]:
        return {word: read(value) for word, value in self._spread(name)}

    def _spread(self, name: str) -> Iterator[tuple[str, str]]:
        mine = [change for change in self._changes if change.word_class == name]
        dropped = {change.word for change in mine if change.drop}
        joined = (WordRow(change.word, change.forms, change.value) for change in mine if not change.drop)
        for row in (*self._rows_of(name), *joined):
            if row.word in dropped:
                continue
            yield from ((word, value) for word, value in self._spread_row(row) if word not in dropped)

    def _spread_row(self, row: WordRow) -> Iterator[tuple[str, str]]:
        if row.word.startswith("@"):
            yield from self._spread(row.word[1:])
        else:
            yield from ((form, row.value) for form in (_FORMS[row.forms](row.word) if row.forms else (row.word,)))

    def _rows_of(self, name: str) -> Sequence[WordRow]:
        if name not in self._rows:
            near = get_close_matches(name, self._rows, n=3) or [*sorted(self._rows)[:3], "…"]
            raise UnknownClassError(f"expected a word class ({', '.join(near)}), found {name!r}")
        return self._rows[name]


_ENGLISH = WordClasses(read_word_rows())


def ends_in(word: str, endings: Set[str]) -> bool:
    """Whether a word ends in one of the endings of a class, which have two to five letters."""
    return word[-3:] in endings or word[-2:] in endings or word[-4:] in endings or word[-5:] in endings


word_class = _ENGLISH.words
word_values = _ENGLISH.values
override_words = _ENGLISH.override
changed_words = _ENGLISH.changes
