"""What the clauses behind a verb say of its act: who is asked to do what, what is promised, warned of, denied or only wondered about."""

from transforms.acts.act_agents import ActAgents
from transforms.acts.events import EventPattern
from transforms.acts.paths import HELPING
from transforms.acts.verb_classes import ANNOUNCED, DUTY, HOSTILE
from transforms.language import word_class
from transforms.language.en.grammar import is_negated
from transforms.language.en.labels import (
    ADVERBIAL_CLAUSE,
    BASE_FORM,
    CLAUSE,
    COMPLEMENTS,
    CONJUNCT,
    INFINITIVE,
    ING_FORM,
    MARKER,
    PERSONAL_PRONOUN,
    PREPOSITION,
    QUESTION_TAGS,
    SUBJECT,
    VERB_TAGS,
)

OPEN_QUESTIONS = word_class("syntax.open_questions")
#: What leads to what is warned of.
_ABOUT = word_class("acts.about")
DATIVE_PREPOSITIONS = word_class("syntax.dative_prepositions")
#: Verbs that, with a denied infinitive behind them, refuse: "vowed never to testify".
_PROMISING = word_class("acts.promising")
_QUESTIONS = word_class("acts.questions")
_QUESTION_CLAUSES = frozenset({CLAUSE, ADVERBIAL_CLAUSE})
_UNFINISHED = frozenset({BASE_FORM, ING_FORM})


class ActClauses(ActAgents):
    """Reads the clauses that complete verbs in one text."""

    def _leads_on(self, pattern: EventPattern | None, complement: int) -> bool:
        """Whether the clause that completes a verb can give the verb's target; "warned that X might fall" is not a threat to X."""
        tagged, is_infinitive = self.tagged, self.tagged.deps[complement] == INFINITIVE
        if pattern is None:
            return is_infinitive
        if pattern.event == "THREATEN" and tagged.deps[complement] == CLAUSE:
            return any(tagged.lowers[child] in DUTY for child in tagged.children[complement]) or self._is_own(complement)
        return not is_infinitive or pattern.event not in HELPING

    def _is_own(self, clause: int) -> bool:
        """Whether a clause says what the speaker himself will do: "warned that it would respond to Israel"."""
        tagged = self.tagged
        is_meant = any(tagged.lowers[child] in ANNOUNCED for child in tagged.children[clause])
        return is_meant and any(tagged.deps[c] == SUBJECT and tagged.tags[c] == PERSONAL_PRONOUN for c in tagged.children[clause])

    def foresees(self, verb: int) -> bool:
        """Whether the clause after a warning says what may happen, not what the speaker will do."""
        children = self.tagged.children[verb]
        if any(self.tagged.deps[child] == PREPOSITION and self.tagged.lowers[child] in _ABOUT for child in children):
            return True
        return any(not self._is_own(clause) for clause in children if self.tagged.deps[clause] == CLAUSE)

    def _is_asked_for(self, clause: int) -> bool:
        """Whether the clause says who should do what: "called for Britain to stay"."""
        tagged = self.tagged
        if tagged.deps[clause] != ADVERBIAL_CLAUSE or tagged.tags[clause] != BASE_FORM:
            return False
        return any(tagged.deps[child] == MARKER and tagged.lowers[child] in DATIVE_PREPOSITIONS for child in tagged.children[clause])

    def promises_harm(self, verb: int) -> bool:
        """Whether what is promised would hurt: "vowed to strike back at the rebels", "vowed to block the nominee"."""
        for child in self.tagged.children[verb]:
            if self.tagged.deps[child] == INFINITIVE and child > verb:
                pattern, _ = self.events.match(self.tagged, child)
                return pattern is not None and (pattern.event in HOSTILE or pattern.event == "REJECT")
        return False

    def promises_not_to(self, verb: int) -> bool:
        """Whether what is promised is not to do something: "vowed never to testify"."""
        tagged = self.tagged
        if tagged.lowers[verb] not in _PROMISING:
            return False
        return any(tagged.deps[child] == INFINITIVE and is_negated(tagged, child) for child in tagged.children[verb])

    def _is_question(self, verb: int) -> bool:
        tagged = self.tagged
        return any(tagged.tags[child] in QUESTION_TAGS or tagged.lowers[child] in OPEN_QUESTIONS for child in tagged.children[verb])

    def asks_question(self, verb: int) -> bool:
        """Whether what is asked is a question: "asked if he was ill", "was asked a question"."""
        deps = self.tagged.deps
        if any(self.tagged.lowers[child] in _QUESTIONS for child in self.tagged.children[verb]):
            return True
        return any(deps[child] in _QUESTION_CLAUSES and child > verb and self._is_question(child) for child in self.tagged.children[verb])

    def spend_content(self, verb: int, has_target: bool, is_denied: bool = False) -> None:
        """Take in what an asking, promising or refusing verb is about, so that it is not coded as if it were done; of a denial also
        what is told as a fact: "denied that it sends weapons"."""
        tagged = self.tagged
        for child in tagged.children[verb]:
            is_aim = has_target and tagged.deps[child] == ADVERBIAL_CLAUSE and tagged.tags[child] == BASE_FORM
            is_meant = tagged.deps[child] in COMPLEMENTS or is_aim
            if is_meant and child > verb and (tagged.tags[child] in _UNFINISHED or (is_denied and tagged.tags[child] in VERB_TAGS)):
                self.spent.add(child)
                self.spent.update(other for other in tagged.children[child] if tagged.deps[other] == CONJUNCT)
                self.spend_content(child, has_target, is_denied)
