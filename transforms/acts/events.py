"""The words for what actors do to each other: verb and noun patterns over the PLOVER event types, with where the target stands."""

from collections.abc import Mapping
from typing import NamedTuple

import polars as pl

from transforms.annotations import TaggedText
from transforms.language import word_class, word_values
from transforms.language.en.grammar import pobj_of
from transforms.language.en.inflections import noun_forms, verb_forms
from transforms.language.en.labels import (
    ADVERB,
    BASE_FORM,
    CLAUSE,
    DATIVE,
    INFINITIVE,
    NAME_TAGS,
    OBJECT,
    PARTICLE,
    PASSIVE_SUBJECT,
    PREPOSITION,
    PREPOSITION_OBJECT,
    QUESTION_TAGS,
    RELATIVE_CLAUSE,
)

_PARTICLES = word_class("acts.particles")
#: Words for violence that politicians, parties and media do to each other in words (an accusation) or at the polls (no event).
_FIGURATIVE = word_values("acts.figurative", str)
#: Verbs of bodily violence, whoever does it: politicians assault women, and launch assaults on records.
_BODILY = word_class("acts.bodily")
#: Verbs whose patterns name the infinitive behind them: "called him to thank him"; "ordered him to release" is no order's release.
_CALLING = word_class("acts.calling")
#: Parts of the calendar without a name of their own, and those that have one.
_CALENDAR = word_class("acts.calendar")
_MONTHS = word_class("times.months")
_WEEKDAYS = word_class("times.weekdays")
_PREPOSITIONS = word_class("acts.prepositions")
#: What counts or measures the thing behind it, and what leads to that.
_QUANTITIES = word_class("acts.quantities")
_OF_QUANTITIES = word_class("acts.of_quantities")
#: Dependents of a verb whose own words may belong to its pattern.
_CARRYING = frozenset({OBJECT, PARTICLE, PREPOSITION, ADVERB, DATIVE})


class EventPattern(NamedTuple):
    """One pattern. `rest` are the words a verb needs beside it, each with its forms: a particle, a preposition or its object;
    of a noun, the words right before it.
    `slots` say where the target stands, best first: "object" or a preposition. `tone` is from source to target, -1 to 1."""

    event: str  # vocabulary.EVENTS, or empty for a stance that is no event ("express concern")
    rest: tuple[frozenset[str], ...]
    slots: tuple[str, ...]
    is_symmetric: bool
    tone: float
    needs_target: bool = False  # without a target in its slots the word means something else: "looked", "returned"
    figurative: str | None = None  # what it means between those who fight with words and votes: "attacked his rival", "captured Iowa"


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
        """Patterns of the rows `pattern, part, event, target, needs_target, is_symmetric, tone, forms`.

        `target` lists slots, `forms` inflections that no rule makes."""
        verbs: dict[str, list[EventPattern]] = {}
        nouns: dict[str, list[EventPattern]] = {}
        adjectives: dict[str, EventPattern] = {}
        columns = ("pattern", "part", "event", "target", "needs_target", "is_symmetric", "tone", "forms")
        for text, part, event, target, needs_target, is_symmetric, tone, forms in frame.select(columns).iter_rows():
            words = text.split(" ")
            first, rest = (words[-1], words[:-1]) if part == "noun" else (words[0], words[1:])
            alternatives = tuple(frozenset(noun_forms(word)) for word in rest)
            slots = tuple((target or "").split("|"))
            if part == "verb" and rest and rest[-1] in _PREPOSITIONS:
                slots = (rest[-1], *slots)  # of "stand up for" the target follows the "for"
            is_bodily = part == "verb" and words[0] in _BODILY
            figurative = next((_FIGURATIVE[word] for word in words if word in _FIGURATIVE and not is_bodily), None)
            pattern = EventPattern(event or "", alternatives, slots, is_symmetric == "1", float(tone), needs_target == "1", figurative)
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

    def match(self, tagged: TaggedText, verb: int) -> tuple[EventPattern | None, list[int]]:
        """The longest pattern whose further words stand beside the verb, with the positions of those words; of two of one length the one
        whose words stand nearer: "stood up to Moscow for his voters" is no standing up for Moscow."""
        patterns = self.verbs.get(tagged.lowers[verb])
        if patterns is None:
            return None, []
        if not patterns[0].rest:
            return patterns[0], []
        near = _beside(tagged, verb)
        best: tuple[EventPattern | None, list[int]] = None, []
        for pattern in patterns:
            if best[0] is not None and len(pattern.rest) < len(best[0].rest):
                break
            places = [place for forms in pattern.rest if (place := _find(tagged, near, forms)) is not None]
            if len(places) == len(pattern.rest) and (best[0] is None or sum(places) < sum(best[1])):
                best = pattern, places
        return best

    def match_noun(self, tagged: TaggedText, noun: int) -> EventPattern | None:
        """The longest pattern that ends in this noun: "hunger strike" before "strike"."""
        lowers = tagged.lowers
        for pattern in self.nouns.get(lowers[noun], ()):
            size = len(pattern.rest)
            if size <= noun and all(word in forms for word, forms in zip(lowers[noun - size : noun], pattern.rest, strict=True)):
                return pattern
        return None


def _find(tagged: TaggedText, near: list[int], forms: frozenset[str]) -> int | None:
    """The first of the words that has one of the forms; of "gave him a lead in the polls" the "in" is not a particle, nor is the "back" of
    "shot him in the back"."""
    for position in near:
        lower = tagged.lowers[position]
        if (
            lower in forms
            and not (
                tagged.tags[position] == BASE_FORM
                and tagged.deps[position] in (INFINITIVE, CLAUSE)
                and tagged.lowers[tagged.heads[position]] not in _CALLING
            )
            and not _is_dated(tagged, position)
            and not (lower in _PARTICLES and _is_phrase(tagged, position))
        ):
            return position
    return None


def _is_phrase(tagged: TaggedText, position: int) -> bool:
    """Whether it is a preposition with its object, or the object of one."""
    if tagged.deps[position] == PREPOSITION_OBJECT:
        return True
    return tagged.deps[position] == PREPOSITION and pobj_of(tagged, position) is not None


def _is_dated(tagged: TaggedText, position: int) -> bool:
    """Whether a preposition only dates: "called on Friday" is not a call on anybody."""
    inner = pobj_of(tagged, position) if tagged.deps[position] == PREPOSITION else None
    return inner is not None and (tagged.lowers[inner] in _CALENDAR or tagged.words[inner] in _MONTHS or tagged.words[inner] in _WEEKDAYS)


def _counted(tagged: TaggedText, preposition: int) -> int | None:
    """What is counted: of "hundreds of drones" the drones, of "two billion euros in aid" the aid."""
    is_counted = tagged.deps[preposition] == PREPOSITION and tagged.lowers[tagged.heads[preposition]] in _QUANTITIES
    return pobj_of(tagged, preposition) if is_counted and tagged.lowers[preposition] in _OF_QUANTITIES else None


def _behind(tagged: TaggedText, child: int) -> int | None:
    """What a phrase that the parser hung on a name names: it belongs to the verb, "stripped Ann Lee of her immunity"."""
    return pobj_of(tagged, child) if tagged.deps[child] == PREPOSITION else None


def _beside(tagged: TaggedText, verb: int) -> list[int]:
    """Words that can belong to a verb's pattern: its dependents after it, theirs, and the subject of a passive."""
    deps, children = tagged.deps, tagged.children
    near = [child for child in children[verb] if child > verb]
    near += [inner for child in near if deps[child] in _CARRYING for inner in children[child] if inner > verb]
    near += [inner for child in near if (inner := _counted(tagged, child)) is not None]
    named = [child for child in children[verb] if deps[child] == OBJECT and tagged.tags[child] in NAME_TAGS]
    near += [inner for name in named for child in children[name] if (inner := _behind(tagged, child)) is not None]
    if deps[verb] == RELATIVE_CLAUSE and any(deps[child] == OBJECT and tagged.tags[child] in QUESTION_TAGS for child in children[verb]):
        near.append(tagged.heads[verb])  # "the deal that X signed"
    return near + [child for child in children[verb] if deps[child] == PASSIVE_SUBJECT]
