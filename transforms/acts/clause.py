"""A verb of the dictionary with who stands beside it, as the tests of its senses see it."""

from typing import NamedTuple

from transforms.acts.events import EventPattern
from transforms.annotations import Mention, TaggedText
from transforms.language.en.labels import CLAUSE, INFINITIVE

_CLAUSES = frozenset({CLAUSE, INFINITIVE})


class Clause(NamedTuple):
    """A verb with its arguments; `noun` is the head of its object, of a passive that of its subject, and `slot` where the target stands."""

    verb: int
    pattern: EventPattern
    sources: list[Mention]
    targets: list[Mention]
    is_passive: bool
    noun: int | None
    slot: str


def has_clause(tagged: TaggedText, verb: int) -> bool:
    """Whether a clause or an infinitive completes the verb."""
    return any(tagged.deps[child] in _CLAUSES for child in tagged.children[verb])
