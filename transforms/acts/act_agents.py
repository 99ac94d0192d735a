"""The agent of an act: somebody, or whose troops, weapons and decisions do it."""

from collections.abc import Set

from transforms.acts.agents import Agents
from transforms.acts.events import Events
from transforms.acts.paths import (
    DEPTH,
    FORCES,
    INSTRUMENTS,
    LOOSE,
    MAKERS,
    THIRD,
)
from transforms.annotations import Mention, TaggedText
from transforms.language import word_class
from transforms.language.en.grammar import agent_of, pobj_of, subject_of
from transforms.language.en.labels import (
    CLAUSE,
    CONJUNCT,
    DESCRIBERS,
    INFINITIVE,
    NOUN_CLAUSE,
    PARTICIPLE,
    PERSONAL_PRONOUN,
    POSSESSIVE_PRONOUN,
    POSSESSOR,
    PREPOSITION,
    RELATIVE_CLAUSE,
)
from transforms.names.mentions import PRONOUNS

_WHOSE = word_class("syntax.whose")
#: Who acts for those whose they are.
_ACTING_FOR = word_class("acts.acting_for")
#: Clauses that share their subject with the one they hang on.
_CARRIED_ON = frozenset({CONJUNCT, INFINITIVE})


class ActAgents:
    """Finds the agents of acts in one text. `spent` collects the words that an act already uses: they are not separate acts."""

    def __init__(self, tagged: TaggedText, agents: Agents, events: Events) -> None:
        self.tagged = tagged
        self.agents = agents
        self.events = events
        self.spent: set[int] = set()

    def sources(self, head: int | None) -> list[Mention]:
        """Who does it. A possessor or maker stands in for a thing ("Russia's attack killed", "missiles of the army")."""
        if head is None:
            return []
        found = self._of_whom(head) or self.agents_of(head)
        is_weapon = self.tagged.lowers[head] in INSTRUMENTS
        if any(mention.country or not is_weapon for mention in found) or not (found or self.is_deed(head)):
            return found
        return self.inside(head, MAKERS, 1 if is_weapon else 0) or self._users(head) or found

    def _of_whom(self, head: int) -> list[Mention]:
        """Of "Niger, whose junta detained the envoy" Niger, for whose troops and rulers act for it."""
        tagged = self.tagged
        verb = tagged.heads[head]
        if tagged.deps[verb] != RELATIVE_CLAUSE or not any(tagged.lowers[child] in _WHOSE for child in tagged.children[head]):
            return []
        owners = self.agents.joint(tagged.heads[verb])
        return owners if tagged.lowers[head] in _ACTING_FOR and len(owners) == 1 else []

    def _users(self, weapon: int) -> list[Mention]:
        """Who uses it: "drones launched by the Houthi movement"."""
        told = (
            child
            for child in self.tagged.children[weapon]
            if self.tagged.deps[child] == NOUN_CLAUSE and self.tagged.tags[child] == PARTICIPLE
        )
        return next((found for verb in told if (found := self.agents_of(agent_of(self.tagged, verb)))), [])

    def agents_of(self, head: int | None) -> list[Mention]:
        """Who does it when the phrase itself means somebody."""
        return self.agents.joint(self._named(head)) if head is not None else []

    def _named(self, head: int) -> int:
        """Of "X said it would" the X, unless the pronoun is known to mean somebody else."""
        tagged = self.tagged
        lower = tagged.lowers[head]
        if tagged.tags[head] != PERSONAL_PRONOUN or lower not in THIRD:
            return head
        clause = tagged.heads[head]
        for _ in range(DEPTH):
            if tagged.deps[clause] not in _CARRIED_ON:
                break
            clause = tagged.heads[clause]
        if tagged.deps[clause] != CLAUSE:
            return head
        teller = subject_of(tagged, tagged.heads[clause])
        if teller is None or tagged.tags[teller] == PERSONAL_PRONOUN:
            return head
        pronoun, name = self.agents.at(head), self.agents.at(teller)
        if name is None or (pronoun is not None and pronoun.actor_id not in (None, name.actor_id)):
            return head
        gender, is_plural = PRONOUNS[lower]
        is_same_sort = is_plural or name.kind in (None, "generic") or (name.kind == "person") == (gender in ("f", "m"))
        return teller if is_same_sort else head

    def owners(self, noun: int) -> list[Mention]:
        """Whose act a noun names: "Azerbaijan's blockade", "Israeli strikes"."""
        tagged = self.tagged
        for child in tagged.children[noun]:
            if tagged.deps[child] == POSSESSOR and child < noun:
                return self.agents.joint(child)
        return self._modifier(noun)

    def owners_of(self, head: int | None) -> list[Mention]:
        """Whose troops or weapons the phrase names; nobody's when it names none."""
        return self.owners(head) if head is not None and self.tagged.lowers[head] in FORCES else []

    def agents_beside(self, noun: int) -> list[Mention]:
        """Who is named before a noun as its own: of "struck PKK camps" the PKK."""
        named = (self.agents.by_head.get(child) for child in self.tagged.children[noun] if self.tagged.deps[child] in DESCRIBERS)
        return [mention for mention in named if mention is not None and mention.layer == "name"]

    def _modifier(self, noun: int) -> list[Mention]:
        for child in self.tagged.children[noun]:
            if self.tagged.deps[child] in DESCRIBERS and child < noun:
                mention = self.agents.adjectives.get(child) or self.agents.by_head.get(child)
                found = [mention] if mention is not None else self._modifier(child)  # "Syrian government shelling"
                if found:
                    return found
        return []

    def inside(self, head: int, prepositions: Set[str], depth: int = 1) -> list[Mention]:
        """Actors inside a phrase that is none itself: its possessor, those behind its prepositions, its own adjective."""
        tagged, agents = self.tagged, self.agents
        for child in tagged.children[head]:
            if tagged.deps[child] == POSSESSOR and tagged.tags[child] != POSSESSIVE_PRONOUN:
                found = agents.joint(child)
                if found:
                    return found
        behind = [child for child in tagged.children[head] if tagged.deps[child] == PREPOSITION and tagged.lowers[child] in prepositions]
        modifier = self._modifier(head) if depth else []
        if modifier and all(tagged.lowers[child] in LOOSE for child in behind):
            return modifier
        for child in behind:
            inner = pobj_of(tagged, child)
            found = agents.joint(inner)
            if not found and depth and inner is not None:
                found = self.inside(inner, prepositions, depth - 1)
            if found:
                return found
        return modifier

    def is_deed(self, head: int | None) -> bool:
        """Whether the phrase is somebody's deed or weapon: of "the bombing killed two" nobody is named who did it."""
        return head is not None and (self.tagged.lowers[head] in INSTRUMENTS or self.tagged.lowers[head] in self.events.nouns)
