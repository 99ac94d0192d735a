"""The words that report what somebody says or thinks: verbs, nouns, adjectives and phrases, with the frames they take."""

from collections.abc import Mapping
from typing import NamedTuple

import polars as pl

from transforms.language.en.inflections import noun_forms, verb_forms


class Cue(NamedTuple):
    """One reporting word. `particle` is the second word of a phrasal verb ("point out") or empty; `frames` name what can follow as
    content: clause, quote, object, infinitive, gerund, naming (object and complement), deed (somebody, and for
    doing what: "attacked him for losing"), addressee (who is told), raising ("seems"), or a preposition."""

    base: str
    particle: str
    part: str  # verb, noun, adjective or phrase
    cue_class: str  # vocabulary.CUE_CLASSES
    frames: frozenset[str]


class Cues:
    """Cues by their printed forms in lower case. Raises polars' ColumnNotFoundError when the frame lacks a column."""

    def __init__(self, verbs: Mapping[str, list[Cue]], nouns: Mapping[str, Cue], adjectives: Mapping[str, Cue]) -> None:
        self.verbs = verbs
        self.nouns = nouns
        self.adjectives = adjectives
        self.forms = frozenset((*verbs, *nouns, *adjectives))

    @classmethod
    def from_frame(cls, frame: pl.DataFrame) -> "Cues":
        """Cues of the rows `cue, part, cue_class, frames, forms`; `forms` lists inflections that no rule makes."""
        verbs: dict[str, list[Cue]] = {}
        nouns: dict[str, Cue] = {}
        adjectives: dict[str, Cue] = {}
        for text, part, cue_class, frames, forms in frame.select("cue", "part", "cue_class", "frames", "forms").iter_rows():
            base, _, particle = text.partition(" ")
            cue = Cue(base, particle, part, cue_class, frozenset((frames or "").split("|")) - {""})
            if part == "verb":
                for form in (base, *forms.split("|")) if forms else verb_forms(base):
                    verbs.setdefault(form, []).append(cue)
            elif part == "noun":
                for form in noun_forms(base):
                    nouns.setdefault(form, cue)
            elif part == "adjective":
                adjectives[base] = cue
        for entries in verbs.values():
            entries.sort(key=lambda cue: not cue.particle)  # the longer form is tried first
        return cls(verbs, nouns, adjectives)
