"""One act seen in a clause, and what its words mean between its arguments."""

from typing import NamedTuple

from transforms.acts.events import EventPattern
from transforms.annotations import Mention
from transforms.language import word_class
from transforms.language.en.labels import ADJECTIVE_MODIFIER, COMPOUND, HELPER, PASSIVE_HELPER

Range = tuple[int, int]
MODIFYING = frozenset({HELPER, PASSIVE_HELPER, ADJECTIVE_MODIFIER, COMPOUND})
#: Slots in which both arguments do the same thing.
MUTUAL = word_class("acts.mutual")
#: Acts on persons: with a thing as object the verb means something else ("released a report", "received an order").
PERSONAL = frozenset({"CONSULT", "CONCEDE", "COOPERATE", "AID", "REQUEST"})
#: Acts on those who act: a place inside or beside what they meet is not met itself.
ON_AGENTS = frozenset({"ACCUSE", "SUPPORT", "REJECT", "REQUEST", "AGREE", "CONSULT", "COOPERATE"})
#: Against these a fight is one with weapons.
_FIGHTERS = frozenset({"armed_group", "armed_force", "country", "territory", "people", "police", "place"})
#: The rule by which not giving in is an act of its own, and none that is not done.
REFUSAL = "refusal"
VIOLENT = frozenset({"ASSAULT", "COERCE"})
#: Who fights with words.
TALKERS = frozenset({"person", "party", "outlet", "legislature", "judiciary", "igo", "ngo", "company", "bloc"})

#: Who rules, by himself or through a ministry; who has arms.
POWERS = frozenset({"country", "territory", "government", "igo", "bloc"})
OFFICIAL = POWERS | {"ministry"}
ARMED = frozenset({"armed_force", "armed_group", "police"})

_CONTESTS = word_class("acts.contests")
_CAMPAIGNERS = word_class("acts.campaigners")


class Act(NamedTuple):
    """An act seen in a clause, in token positions; `verb` is the word that carries negation and tense."""

    event: str | None
    tone: float | None
    is_symmetric: bool
    verb: int
    cue: Range
    sources: list[Mention]
    targets: list[Mention]
    rule: str
    confidence: float


def event_between(pattern: EventPattern, sources: list[Mention], targets: list[Mention]) -> str | None:
    """The event of a pattern; between politicians, parties and media an attack is one in words."""
    fight = any if pattern.is_symmetric else all  # who clashes with a politician is no soldier either
    fighters = [*sources, *targets] if pattern.is_symmetric else sources
    is_figurative = pattern.figurative is not None and pattern.event in VIOLENT and bool(sources and targets)
    if not is_figurative or not fight(one.kind in TALKERS or _is_campaigner(one) for one in fighters):
        return pattern.event or None
    if pattern.figurative and any(one.kind in _FIGHTERS for one in [*sources, *targets]):
        return pattern.event
    return pattern.figurative or None


def noun_event_between(pattern: EventPattern, noun: str, sources: list[Mention], targets: list[Mention]) -> str | None:
    """The event of a noun; a fight or battle of those who have no arms is a contest: "a three-way fight between candidates"."""
    is_contest = noun in _CONTESTS and not any(one.kind in _FIGHTERS or one.kind == "government" for one in [*sources, *targets])
    return None if is_contest else event_between(pattern, sources, targets)


def _is_campaigner(mention: Mention) -> bool:
    """Whether unnamed people fight with words and votes, by what they are called: "the front-runner"."""
    parts = (mention.actor_id or "").split(".")
    return parts[0] == "GENERIC" and len(parts) > 1 and parts[1] in _CAMPAIGNERS
