"""The terms that are looked for in a site, with the numbers of their sentences: written one after the other and read back from there."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import numpy as np

from warehouse.publishing.site.postings import Numbers

#: Terms and where the numbers of each end; the numbers of all terms one after the other.
TERM_FILES = _TERMS, _NUMBERS = "terms.json", "numbers.bin"


@dataclass(frozen=True)
class Terms:
    """Terms in order and the numbers of the sentences of each, those of one term after those of the other."""

    terms: Sequence[str]
    ends: Sequence[int]
    numbers: Numbers

    @classmethod
    def read(cls, folder: Path) -> "Terms":
        """Those that were written there."""
        listed = json.loads((folder / _TERMS).read_text(encoding="utf-8"))
        return cls(
            listed["terms"], listed["ends"], np.memmap(folder / _NUMBERS, np.int32, "r") if listed["terms"] else np.empty(0, np.int32)
        )

    @classmethod
    def write(cls, postings: Iterable[tuple[str, Numbers]], folder: Path | None) -> "Terms":
        """Those given; written into a folder, if one is given, and read from there."""
        if folder is None:
            held = BytesIO()
            terms, ends = _append(postings, held)
            return cls(terms, ends, np.frombuffer(held.getbuffer(), np.int32))
        with (folder / _NUMBERS).open("wb") as stream:
            terms, ends = _append(postings, stream)
        (folder / _TERMS).write_text(json.dumps({"terms": terms, "ends": ends}), encoding="utf-8")
        return cls.read(folder)

    def moved(self, moved: Numbers, new: Sequence[tuple[str, Numbers]], folder: Path | None) -> "Terms":
        """With the numbers that sentences have now, and with new ones."""
        return Terms.write(self._merged(moved, dict(new)), folder)

    def _merged(self, moved: Numbers, new: Mapping[str, Numbers]) -> Iterator[tuple[str, Numbers]]:
        place = {term: number for number, term in enumerate(self.terms)}
        for term in sorted({*place, *new}):
            numbers = moved[self.of(place[term])] if term in place else np.empty(0, np.int64)
            numbers = numbers[numbers >= 0]
            if term in new:
                numbers = np.sort(np.concatenate([numbers, new[term]]))
            if len(numbers):
                yield term, numbers

    def of(self, number: int) -> Numbers:
        """The numbers of the sentences of one term."""
        return self.numbers[self.ends[number - 1] if number else 0 : self.ends[number]]

    def renamed(self, rename: Callable[[str], str]) -> Iterator[tuple[str, Numbers]]:
        """The terms under other names, in the order of these."""
        for term, number in sorted((rename(term), number) for number, term in enumerate(self.terms)):
            yield term, self.of(number).astype(np.int64)


def _append(postings: Iterable[tuple[str, Numbers]], stream: BinaryIO) -> tuple[list[str], list[int]]:
    """Write the numbers of all terms one after the other, and say (the terms, where the numbers of each end)."""
    terms: list[str] = []
    ends: list[int] = []
    for term, numbers in postings:
        terms.append(term)
        ends.append((ends[-1] if ends else 0) + len(numbers))
        stream.write(numbers.astype(np.int32).data)
    return terms, ends
