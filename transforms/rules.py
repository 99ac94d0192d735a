"""Declared rules: a deciding stage owns one ordered tuple of them, asks each in turn and takes the first verdict.

A rule carries what a reader needs in order to check it: an id that the tables hold, one sentence, sentences with the decision they
must give (a test executes all of them), and the function that gives it. A function that has nothing to say
about a case returns None, and the next rule is asked.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Example(NamedTuple):
    """What a rule decides: `words` of `text` get the `decision`, in whatever terms the stage decides (a label, the id of an actor)."""

    text: str
    words: str
    decision: str


@dataclass(frozen=True, slots=True)
class Rule[**Case, Verdict]:
    """One way to decide a case; how sure a verdict is, its function says with it."""

    id: str
    doc: str
    examples: tuple[Example, ...]
    apply: Callable[Case, Verdict | None]


class Step(NamedTuple):
    """One entry of a mention's trace: a verdict, what it replaced, and the rules of the same tuple that had declined before.

    `rule` is empty where all of them declined."""

    rule: str
    verdict: str
    replaced: str = ""
    declined: tuple[str, ...] = ()
    note: str = ""

    def lines(self) -> Iterator[str]:
        """The step as `personae explain` prints it."""
        instead = f", instead of {self.replaced}" if self.replaced else ""
        because = f": {self.note}" if self.note else ""
        yield f"{self.rule or 'no rule'} → {self.verdict or 'nothing'}{instead}{because}"
        if self.declined:
            yield f"  declined before: {', '.join(self.declined)}"


@dataclass(frozen=True, slots=True)
class Ruling[**Case, Verdict]:
    """The first verdict on a case, the rule that gave it, and the ids of those that declined."""

    rule: Rule[Case, Verdict]
    verdict: Verdict
    declined: tuple[str, ...]


def first_ruling[**Case, Verdict](
    rules: Sequence[Rule[Case, Verdict]], *case: Case.args, **named: Case.kwargs
) -> Ruling[Case, Verdict] | None:
    """Ask the rules in their order; None when all decline."""
    for number, rule in enumerate(rules):
        verdict = rule.apply(*case, **named)
        if verdict is not None:
            return Ruling(rule, verdict, tuple(declined.id for declined in rules[:number]))
    return None
