"""The words for what actors do to each other: verb and noun patterns over the PLOVER event types, with where the target stands."""

from collections.abc import Mapping
from typing import NamedTuple

import polars as pl

from transforms.inflections import noun_forms, verb_forms


class EventPattern(NamedTuple):
    """One pattern. `rest` are the words a verb needs beside it, each with its forms: a particle, a preposition or its object.
    `slots` say where the target stands, best first: "object" or a preposition. `tone` is from source to target, -1 to 1."""

    event: str  # vocabulary.EVENTS
    rest: tuple[frozenset[str], ...]
    slots: tuple[str, ...]
    is_symmetric: bool
    tone: float


class Events:
    """Patterns by the printed forms of their first word, in lower case."""

    def __init__(self, verbs: Mapping[str, list[EventPattern]], nouns: Mapping[str, EventPattern]) -> None:
        self.verbs = verbs
        self.nouns = nouns
        self.forms = frozenset((*verbs, *nouns))

    @classmethod
    def from_frame(cls, frame: pl.DataFrame) -> "Events":
        """Patterns of the rows `pattern, part, event, target, is_symmetric, tone, forms`; `forms` lists inflections that no rule makes."""
        verbs: dict[str, list[EventPattern]] = {}
        nouns: dict[str, EventPattern] = {}
        columns = ("pattern", "part", "event", "target", "is_symmetric", "tone", "forms")
        for text, part, event, target, is_symmetric, tone, forms in frame.select(columns).iter_rows():
            first, *rest = text.split(" ")
            alternatives = tuple(frozenset(noun_forms(word)) for word in rest)
            pattern = EventPattern(event, alternatives, tuple((target or "").split("|")), is_symmetric == "1", float(tone))
            if part == "noun":
                for form in noun_forms(first):
                    nouns.setdefault(form, pattern)
                continue
            for form in (first, *forms.split("|")) if forms else verb_forms(first):
                verbs.setdefault(form, []).append(pattern)
        for patterns in verbs.values():
            patterns.sort(key=lambda pattern: -len(pattern.rest))  # the longer pattern is tried first
        return cls(verbs, nouns)
