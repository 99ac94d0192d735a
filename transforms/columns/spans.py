"""Spans of a text: where forms stand as whole words, and which of those that overlap stay."""

from collections.abc import Sequence
from itertools import chain

import ahocorasick_rs
import numpy as np

from transforms.columns.texts import Flags, Folded, Numbers


def find_forms(automaton: ahocorasick_rs.AhoCorasick, text: str, folded: Folded) -> tuple[Numbers, Numbers, Numbers]:
    """(numbers of forms, starts, ends) of the forms that stand in the folded text as whole words; where they overlap all of them.

    `text`: the folded text or its small letters. Starts and ends are those of the text that was folded."""
    found: Sequence[tuple[int, int, int]] = automaton.find_matches_as_indexes(text, overlapping=True)
    return place_forms(np.fromiter(chain.from_iterable(found), np.int64, 3 * len(found)).reshape(-1, 3), folded)


def place_forms(found: Numbers, folded: Folded) -> tuple[Numbers, Numbers, Numbers]:
    """The same of rows of number, start and end in the folded text, whole words or not."""
    numbers, starts, ends = found[:, 0], found[:, 1], found[:, 2]
    alnum = folded.is_alnum
    last = len(alnum) - 1
    is_inside = (starts > 0) & alnum[np.maximum(starts - 1, 0)] & alnum[np.minimum(starts, last)]
    is_inside |= (ends <= last) & alnum[np.minimum(ends, last)] & alnum[ends - 1]
    kept = ~is_inside
    return numbers[kept], folded.place(starts[kept]), _ends(folded, ends[kept])


def _ends(folded: Folded, ends: Numbers) -> Numbers:
    """Behind the character that the last folded one comes from: what is dropped behind it belongs to no name."""
    return ends if folded.offsets is None else folded.offsets[ends - 1] + 1


def choose_longest(starts: Numbers, ends: Numbers) -> Numbers:
    """The places of the spans that stay, in text order: none inside another, of equal ones the first given, of crossing ones the longer."""
    order = np.lexsort((-ends, starts))
    starts, ends = starts[order], ends[order]
    stays = np.concatenate([[True], ends[1:] > np.maximum.accumulate(ends)[:-1]]) if len(order) else np.zeros(0, np.bool_)
    order, starts, ends = order[stays], starts[stays], ends[stays]
    chosen: Numbers = order[_longer_of_crossing(starts, ends)]
    return chosen


def _longer_of_crossing(starts: Numbers, ends: Numbers) -> Flags:
    """Few names cross ("The State" and "State Bank of Pakistan"), so these are looked at one by one."""
    alive = np.ones(len(starts), np.bool_)
    for place in (np.flatnonzero(starts[1:] < ends[:-1]) + 1).tolist():
        before = place - 1
        while not alive[before]:
            before -= 1
        if starts[place] >= ends[before]:
            continue
        is_longer = ends[place] - starts[place] > ends[before] - starts[before]
        alive[before if is_longer else place] = False
    return alive


def mark_covered(size: int, firsts: Numbers, lasts: Numbers) -> Flags:
    """Of `size` places those that lie in one of the spans."""
    steps = np.zeros(size + 1, np.int64)
    np.add.at(steps, firsts, 1)
    np.add.at(steps, lasts, -1)
    return np.cumsum(steps)[:-1] > 0
