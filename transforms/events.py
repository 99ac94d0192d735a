"""The words for what actors do to each other: verb and noun patterns over the PLOVER event types, with where the target stands."""

from collections.abc import Mapping
from typing import NamedTuple

import polars as pl

from transforms.inflections import noun_forms, verb_forms


_PREPOSITIONS = frozenset("for on at with against by behind around to".split())


class EventPattern(NamedTuple):
    """One pattern. `rest` are the words a verb needs beside it, each with its forms: a particle, a preposition or its object;
    of a noun, the words right before it.
    `slots` say where the target stands, best first: "object" or a preposition. `tone` is from source to target, -1 to 1."""

    event: str  # vocabulary.EVENTS, or empty for a stance that is no event ("express concern")
    rest: tuple[frozenset[str], ...]
    slots: tuple[str, ...]
    is_symmetric: bool
    tone: float


class Events:
    """Patterns by the printed forms of their first word, in lower case."""

    def __init__(
        self, verbs: Mapping[str, list[EventPattern]], nouns: Mapping[str, list[EventPattern]], adjectives: Mapping[str, EventPattern]
    ) -> None:
        self.verbs = verbs
        self.nouns = nouns
        self.adjectives = adjectives

    @classmethod
    def from_frame(cls, frame: pl.DataFrame) -> "Events":
        """Patterns of the rows `pattern, part, event, target, is_symmetric, tone, forms`; `forms` lists inflections that no rule makes."""
        verbs: dict[str, list[EventPattern]] = {}
        nouns: dict[str, list[EventPattern]] = {}
        adjectives: dict[str, EventPattern] = {}
        columns = ("pattern", "part", "event", "target", "is_symmetric", "tone", "forms")
        for text, part, event, target, is_symmetric, tone, forms in frame.select(columns).iter_rows():
            words = text.split(" ")
            first, rest = (words[-1], words[:-1]) if part == "noun" else (words[0], words[1:])
            alternatives = tuple(frozenset(noun_forms(word)) for word in rest)
            slots = tuple((target or "").split("|"))
            if part == "verb" and rest and rest[-1] in _PREPOSITIONS:
                slots = (rest[-1], *slots)  # of "stand up for" the target follows the "for"
            pattern = EventPattern(event or "", alternatives, slots, is_symmetric == "1", float(tone))
            if part == "adjective":
                adjectives[first] = pattern
                continue
            if part == "noun":
                for form in noun_forms(first):
                    nouns.setdefault(form, []).append(pattern)
                continue
            for form in (first, *forms.split("|")) if forms else verb_forms(first):
                verbs.setdefault(form, []).append(pattern)
        for patterns in (*verbs.values(), *nouns.values()):
            patterns.sort(key=lambda pattern: -len(pattern.rest))  # the longer pattern is tried first
        return cls(verbs, nouns, adjectives)
