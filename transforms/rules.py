"""Declared rules: whatever gives a row its id says so in one place, with a sentence and with examples that a test executes.

Where a stage decides, it owns one ordered tuple of rules, asks each in turn and takes the first verdict; a function that has nothing
to say about a case returns None, and the next rule is asked. Where a stage scans or weighs, its functions give ids themselves, and the ids
are declared beside them as findings. `transforms.rule_book` gathers both.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple


class Example(NamedTuple):
    """What a rule decides: `words` of `text` get the `decision`, in whatever terms the stage decides (a label, the id of an actor).

    `day` is the article's in ISO 8601, `tier` the tier in which the example holds."""

    text: str
    words: str
    decision: str
    day: str = ""
    tier: Literal["full", "fast", "deep"] = "full"


@dataclass(frozen=True, slots=True)
class Finding:
    """An id that a function gives to what it finds; `*` in the id stands for a word that is taken from the text or the dictionary."""

    id: str
    doc: str
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Rule[**Case, Verdict](Finding):
    """One way to decide a case; how sure a verdict is, its function says with it."""

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
