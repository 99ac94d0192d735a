"""Verbal acts: what somebody says that another must do, tells another to do, or says will be done to another."""

from collections.abc import Set

from transforms.acts.act import Act
from transforms.acts.arguments import DETOURS, ActArguments
from transforms.acts.events import Events
from transforms.acts.verb_classes import ANNOUNCED, DUTY, HOSTILE, NOBODY, ORDERS, TELLS, THINKS, WISHES
from transforms.annotations import Mention, TaggedText
from transforms.language import word_class
from transforms.language.en.grammar import is_negated, is_passive, pobj_of, subject_of
from transforms.language.en.labels import (
    ADJECTIVE_COMPLEMENT,
    BASE_FORM,
    CLAUSE,
    HELPER,
    INFINITIVE,
    PASSIVE_SUBJECT,
    PERSONAL_PRONOUN,
    SUBJECT,
    SUBJECTS,
)

TO = word_class("syntax.to")
#: What nobody is asked for: "wanted Trump to win", "said nobody should worry".
_NOT_ASKED = word_class("acts.not_asked")
_GUILTY = word_class("acts.guilty")
_DUTY_OR_PURPOSE = word_class("acts.duty_or_purpose")


class ToldActs:
    """Reads the acts of verbs of telling, wishing and ordering in one text."""

    def __init__(self, tagged: TaggedText, arguments: ActArguments, events: Events) -> None:
        self.tagged = tagged
        self.arguments = arguments
        self.events = events

    def read(self, verb: int) -> Act | None:
        """Saying that somebody must do something, or telling him to do it, is asking for it."""
        tagged = self.tagged
        clause = next((child for child in tagged.children[verb] if tagged.deps[child] == CLAUSE), None)
        if clause is None:
            return self._ordering(verb) if tagged.lowers[verb] in ORDERS else None
        subject = next((child for child in tagged.children[clause] if tagged.deps[child] in SUBJECTS), clause)
        if self._says_guilty(clause):
            sources, targets = self.arguments_of(verb, clause)
            if sources and targets:
                self.arguments.spent.update((verb, clause))
                return Act("ACCUSE", -0.6, False, verb, (verb, verb + 1), sources, targets, "guilt", 0.5)
        # of "warned … should X fall" the helper before its subject makes a condition
        led = (child for child in tagged.children[clause] if tagged.deps[child] != HELPER or child > subject)
        helpers = {tagged.lowers[child] for child in led}
        if helpers & ANNOUNCED:
            return self._announced(verb, clause)
        is_asked = tagged.lowers[clause] not in _NOT_ASKED and tagged.deps[subject] != PASSIVE_SUBJECT  # "X must be hounded" asks X nothing
        if tagged.lowers[verb] in THINKS or not helpers & self._asking_words(verb) or not is_asked:
            return None
        sources, targets = self.arguments_of(verb, clause)
        targets = [target for target in targets if tagged.lowers[target.first] not in NOBODY]
        if not sources or not targets or (tagged.lowers[verb] in WISHES and all(source.kind in (None, "generic") for source in sources)):
            return None  # what many people want, they ask of nobody
        self.arguments.spent.update((verb, clause))
        return Act("REQUEST", -0.1, False, verb, (verb, verb + 1), sources, targets, "duty", 0.5)

    def _says_guilty(self, clause: int) -> bool:
        """Whether a clause says that its subject is responsible for a deed of the dictionary; not who is responsible for roads."""
        tagged = self.tagged
        if is_negated(tagged, clause):
            return False
        for word in tagged.children[clause]:
            if tagged.deps[word] == ADJECTIVE_COMPLEMENT and tagged.lowers[word] in _GUILTY:
                deeds = [deed for child in tagged.children[word] if (deed := pobj_of(tagged, child)) is not None]
                return all(self._is_deed(deed) for deed in deeds)
        return False

    def _is_deed(self, noun: int) -> bool:
        pattern = self.events.match_noun(self.tagged, noun)
        return pattern is not None and bool(pattern.event)

    def _asking_words(self, verb: int) -> Set[str]:
        """The helpers by which the clause behind a verb is asked for."""
        lower = self.tagged.lowers[verb]
        return _DUTY_OR_PURPOSE if lower in ORDERS else DUTY if lower in TELLS else TO

    def _ordering(self, verb: int) -> Act | None:
        """ "Told him to go": the infinitive is requested, not a separate act."""
        tagged, arguments = self.tagged, self.arguments
        infinitive = next(
            (child for child in tagged.children[verb] if tagged.deps[child] == INFINITIVE and tagged.tags[child] == BASE_FORM), None
        )
        if infinitive is None or is_passive(tagged, verb):
            return None
        sources, targets = arguments.sources(subject_of(tagged, verb)), arguments.agents.joint(arguments.object_of(verb))
        targets = [target for target in targets if target not in sources]
        if not sources or not targets:
            return None
        arguments.spent.update((verb, infinitive))
        return Act("REQUEST", -0.1, False, verb, (verb, verb + 1), sources, targets, "duty", 0.6)

    def _announced(self, verb: int, clause: int) -> Act | None:
        """To say that one will attack is to threaten: "said it would crush the rebels"."""
        tagged, arguments = self.tagged, self.arguments
        subject = next((child for child in tagged.children[clause] if tagged.deps[child] == SUBJECT), None)
        pattern, _ = self.events.match(tagged, clause)
        if subject is None or tagged.tags[subject] != PERSONAL_PRONOUN or pattern is None or pattern.event not in HOSTILE:
            return None
        sources = arguments.sources(subject_of(tagged, verb))
        targets, slot = arguments.target(clause, pattern)
        targets = [target for target in targets if target not in sources]
        if not sources or not targets or slot in DETOURS - {"inside"}:
            return None
        arguments.spent.update((verb, clause))
        return Act("THREATEN", -0.6, False, verb, (verb, verb + 1), sources, targets, "announced", 0.5)

    def arguments_of(self, verb: int, clause: int) -> tuple[list[Mention], list[Mention]]:
        """Who speaks, and about whom."""
        tagged, arguments = self.tagged, self.arguments
        subject = next((child for child in tagged.children[clause] if tagged.deps[child] in SUBJECTS), None)
        sources = arguments.sources(subject_of(tagged, verb))
        return sources, [target for target in arguments.agents.joint(subject) if target not in sources and target.layer != "pronoun"]
