"""Who stands at the ends of an act: its doer, and whom or what it meets."""

from transforms.acts.agents import Agents
from transforms.acts.events import EventPattern, Events
from transforms.annotations import Mention, TaggedText
from transforms.spans import noun_phrase_start
from transforms.syntax import SUBJECTS, agent_of, is_passive, pobj_of, subject_of

#: Acts on a thing that are acts on whose thing it is: "rejected Kyiv's proposal", "bombed the positions of rebels".
_TOUCHING = frozenset({"ACCUSE", "REJECT", "ASSAULT", "COERCE", "SUPPORT", "SANCTION", "THREATEN", "REQUEST", "PROTEST"})
#: Judging a thing is judging whose it is, not whom it is against: "condemned the attack on Israel".
_JUDGING = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
_OWNERS = frozenset({"of", "by", "with", "from", "in"})
#: Acts that need somebody else and no place.
_FACE_TO_FACE = frozenset({"CONSULT", "COOPERATE"})
#: Acts that are told of things for their own sake: "bombed a bridge", "rejected the plan".
_THINGS = frozenset({"ASSAULT", "COERCE", "REJECT"})
#: Acts that places suffer as persons do.
_ON_PLACES = frozenset({"ASSAULT", "COERCE", "PROTEST", "INVESTIGATE"})
#: Acts whose clause tells with what one helps, and not whom: "helped fight Halbritter".
_HELPING = frozenset({"AID", "CONSULT"})
_PHRASAL = frozenset({"prep", "pobj", "dobj", "dative", "poss"})
_WITHIN = frozenset("of by against on with to from in for at".split())
#: Things whose adjective tells who acts with them: "Russian missiles hit", while "Chinese imports hit" is nobody's act.
_INSTRUMENTS = frozenset(
    "attack attacks strike strikes airstrike airstrikes missile missiles rocket rockets shell shells shelling bomb bombs bombing "
    "bombardment fire artillery drone drones plane planes jet jets warplane warplanes aircraft helicopter helicopters ship ships "
    "warship warships tank tanks gunfire raid raids offensive invasion law laws court courts sanctions navy fleet decision ruling "
    "statement".split()
)
_MAKERS = frozenset({"by", "of", "from"})
#: Prepositions whose object is met by an act that names nobody else: "imposed a curfew in Basra".
_WHERE = frozenset("in at on near around against with to into from across over toward towards for".split())
#: Those that lead from any verb to somebody: "relied on Russia", "spoke with them".
_TOWARD = frozenset({"with", "against", "to", "toward", "towards", "on"})
#: Labels of words that measure and date, and are done nothing to.
_NO_THINGS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL"})
_THIRD = frozenset({"it", "he", "she", "they"})
_DEPTH = 4


class ActEnds:
    """Looks for the ends of acts in one text. `spent` collects the words that an act has taken in: they are no acts of their own."""

    def __init__(self, tagged: TaggedText, agents: Agents, events: Events) -> None:
        self.tagged = tagged
        self.agents = agents
        self.events = events
        self.spent: set[int] = set()

    # -- who does it ------------------------------------------------------------------------------------------------------------

    def sources(self, head: int | None) -> list[Mention]:
        """Who does it. A possessor or maker stands in for a thing ("Russia's attack killed", "missiles of the army")."""
        if head is None:
            return []
        return self.doers(head) or self._inside(head, _MAKERS, 1 if self.tagged.lowers[head] in _INSTRUMENTS else 0)

    def doers(self, head: int | None) -> list[Mention]:
        """Who does it when the phrase itself means somebody."""
        return self.agents.joint(self._named(head)) if head is not None else []

    def _named(self, head: int) -> int:
        """Of "X said it would" the X, when the pronoun is not known to mean somebody else."""
        tagged = self.tagged
        lower = tagged.lowers[head]
        if tagged.tags[head] != "PRP" or lower not in _THIRD:
            return head
        clause = tagged.heads[head]
        for _ in range(_DEPTH):
            if tagged.deps[clause] not in ("conj", "xcomp"):
                break
            clause = tagged.heads[clause]
        if tagged.deps[clause] != "ccomp":
            return head
        teller = subject_of(tagged, tagged.heads[clause])
        if teller is None or tagged.tags[teller] == "PRP":
            return head
        pronoun, name = self.agents.at(head), self.agents.at(teller)
        if name is None or (pronoun is not None and pronoun.actor_id not in (None, name.actor_id)):
            return head
        is_same_sort = lower == "they" or name.kind in (None, "generic") or (name.kind == "person") == (lower in ("he", "she"))
        return teller if is_same_sort else head

    def owners(self, noun: int) -> list[Mention]:
        """Whose act a noun names: "Azerbaijan's blockade", "Israeli strikes"."""
        tagged = self.tagged
        for child in tagged.children[noun]:
            if tagged.deps[child] == "poss" and child < noun:
                return self.agents.joint(child)
        return self._modifier(noun)

    def _modifier(self, noun: int) -> list[Mention]:
        for child in self.tagged.children[noun]:
            if self.tagged.deps[child] in ("amod", "compound", "nmod") and child < noun:
                mention = self.agents.adjectives.get(child) or self.agents.by_head.get(child)
                if mention is not None:
                    return [mention]
        return []

    def _inside(self, head: int, prepositions: frozenset[str], depth: int = 1) -> list[Mention]:
        """Actors inside a phrase that is none itself: its possessor, those behind its prepositions, its own adjective."""
        tagged, agents = self.tagged, self.agents
        for child in tagged.children[head]:
            if tagged.deps[child] == "poss" and tagged.tags[child] != "PRP$":
                found = agents.joint(child)
                if found:
                    return found
        for child in tagged.children[head]:
            if tagged.deps[child] == "prep" and tagged.lowers[child] in prepositions:
                inner = pobj_of(tagged, child)
                found = agents.joint(inner)
                if not found and depth and inner is not None:
                    found = self._inside(inner, prepositions, depth - 1)
                if found:
                    return found
        return self._modifier(head) if depth else []

    # -- whom it meets ----------------------------------------------------------------------------------------------------------

    def target(self, verb: int, pattern: EventPattern | None, depth: int = 0) -> tuple[list[Mention], str]:
        """Whom an active verb meets, and the slot where it stands. Without a pattern any object or complement counts."""
        objects, prepositions, complement = self._dependents(verb)
        slots = pattern.slots if pattern is not None else ("object",)
        for slot in slots:
            if slot == "to" and "object" in slots and not objects:
                continue  # "returned to Cairo" gives nothing back to anybody
            found = self.at_slot(slot, objects, prepositions)
            if not found and slot == "object" and pattern is not None and pattern.event in _ON_PLACES:
                found = [mention for child in objects for mention in self.agents.joint(child, with_places=True)]
            if found:
                return found, slot
        if complement is None and pattern is not None:
            behind = (p for p in prepositions if self.tagged.lowers[p] in slots)
            complement = next((c for p in behind for c in self.tagged.children[p] if self.tagged.deps[c] == "pcomp"), None)
        if complement is not None and self._leads_on(pattern, self.tagged.deps[complement]):
            found = self._of_complement(complement, depth)
            if found:
                return found, "complement"
        return self._fallback(verb, pattern, objects, prepositions)

    def _leads_on(self, pattern: EventPattern | None, dep: str) -> bool:
        """Whether the clause that completes a verb can tell whom the verb meets."""
        if pattern is None:
            return dep == "xcomp"
        return dep != "xcomp" or pattern.event not in _HELPING

    def _dependents(self, verb: int) -> tuple[list[int], list[int], int | None]:
        """Objects, prepositions (those inside objects and inside other prepositions' objects too) and the clause that completes a verb."""
        tagged = self.tagged
        objects: list[int] = []
        prepositions: list[int] = []
        complement: int | None = None
        for child in tagged.children[verb]:
            dep = tagged.deps[child]
            if dep in ("dobj", "dative") and tagged.lowers[child] not in ("to", "for"):
                objects.append(child)
            elif dep in ("prep", "dative") and child > verb:
                prepositions.append(child)
            elif dep in ("prt", "advmod"):
                prepositions += [inner for inner in tagged.children[child] if tagged.deps[inner] == "prep"]
            elif dep in ("xcomp", "ccomp") and child > verb and complement is None:
                complement = child
        behind = [inner for outer in prepositions if (inner := pobj_of(tagged, outer)) is not None]
        for noun in [*objects, *behind]:
            prepositions += [child for child in tagged.children[noun] if tagged.deps[child] == "prep" and child > verb]
        return objects, prepositions, complement

    def at_slot(self, slot: str, objects: list[int], prepositions: list[int]) -> list[Mention]:
        """Who stands as object or behind a preposition."""
        tagged, joint = self.tagged, self.agents.joint
        for child in objects:
            if slot == "object" or (slot in ("to", "for") and tagged.deps[child] == "dative"):
                found = joint(child)
                if found:
                    return found
        for preposition in prepositions:
            if tagged.lowers[preposition] != slot:
                continue
            inner = pobj_of(tagged, preposition)
            found = joint(inner) or (self._inside(inner, _WITHIN) if inner is not None else []) or joint(inner, with_places=True)
            if found:
                return found
        return []

    def _of_complement(self, verb: int, depth: int) -> list[Mention]:
        """Whom the inner act of "threatened to attack X" would meet: it is not coded again. Of "warned that X must go" it is X."""
        tagged = self.tagged
        if any(tagged.tags[child] in ("WP", "WRB", "WDT") or tagged.lowers[child] in ("whether", "if") for child in tagged.children[verb]):
            return []  # "asked what X thought" asks nothing of X
        if tagged.deps[verb] == "ccomp":
            subject = next((child for child in tagged.children[verb] if tagged.deps[child] in SUBJECTS), None)
            if subject is not None:
                return self.agents.joint(subject) if tagged.tags[subject] != "PRP" else []
        if tagged.tags[verb][:1] != "V" or depth > _DEPTH:
            return []
        self.spent.add(verb)
        self.spent.update(child for child in tagged.children[verb] if tagged.deps[child] == "conj")
        pattern, _ = self.events.match(tagged, verb)
        return self.target(verb, pattern, depth + 1)[0]

    def _fallback(self, verb: int, pattern: EventPattern | None, objects: list[int], prepositions: list[int]) -> tuple[list[Mention], str]:
        """Whom an act meets that names nobody in its slots: whose thing its object is, where it is done, the thing itself."""
        event = pattern.event if pattern is not None else None
        if pattern is None or pattern.rest or ("object" in pattern.slots and event in _TOUCHING):
            for child in objects:
                found = self._inside(child, _OWNERS if event in _JUDGING else _WITHIN, 0 if pattern is None else 1)
                if found:
                    return found, "inside"
        if event in _FACE_TO_FACE or (pattern is not None and pattern.needs_target):
            return [], ""
        reach = _WHERE if pattern is not None else _TOWARD
        for preposition in prepositions:
            if self.tagged.lowers[preposition] in reach:
                found = self.agents.joint(pobj_of(self.tagged, preposition), with_places=pattern is not None)
                if found:
                    return found, "where"
        if pattern is None:
            return [], ""
        found = self._deep(verb)
        if found:
            return found, "deep"
        if event in _THINGS and objects and not any(self.tagged.lowers[objects[0]] in forms for forms in pattern.rest):
            return self.thing(objects[0]), "thing"
        return [], ""

    def _deep(self, verb: int) -> list[Mention]:
        """The first name further down in the objects and prepositional phrases of an act, clauses left out."""
        tagged = self.tagged
        stack = [child for child in reversed(tagged.children[verb]) if child > verb and tagged.deps[child] in _PHRASAL]
        while stack:
            position = stack.pop()
            known = self.agents.by_head.get(position)
            if known is not None and known.layer == "name":
                return [known]
            stack += [child for child in reversed(tagged.children[position]) if tagged.deps[child] in _PHRASAL]
        return []

    def passive_target(self, verb: int, pattern: EventPattern) -> list[Mention]:
        """Whom a passive verb meets: its subject, or who stands in a slot beside it."""
        tagged = self.tagged
        subject = self.passive_subject(verb)
        if subject is None:
            return []
        if "object" in pattern.slots:
            found = self.agents.joint(subject) or self._inside(subject, _WITHIN)
            return found or (self.thing(subject) if agent_of(tagged, verb) is not None else [])
        prepositions = [child for child in (*tagged.children[verb], *tagged.children[subject]) if tagged.deps[child] == "prep"]
        return next((found for slot in pattern.slots if (found := self.at_slot(slot, [], prepositions))), [])

    def passive_subject(self, verb: int) -> int | None:
        """Head of the phrase a passive is told of."""
        tagged = self.tagged
        for _ in range(_DEPTH):
            subject = next((child for child in tagged.children[verb] if tagged.deps[child] == "nsubjpass"), None)
            if subject is not None or tagged.deps[verb] != "conj":
                break
            verb = tagged.heads[verb]  # "was arrested and deported"
        return subject if subject is not None or not is_passive(tagged, verb) else subject_of(tagged, verb)

    def object_of(self, verb: int) -> int | None:
        """Head of a verb's object."""
        return next((child for child in self.tagged.children[verb] if self.tagged.deps[child] == "dobj"), None)

    def thing(self, head: int | None) -> list[Mention]:
        """A thing that is acted upon, and those joined to it: ends that are no mentions of anybody and join no list of mentions."""
        tagged = self.tagged
        found: list[Mention] = []
        while head is not None and len(found) < _DEPTH:
            if tagged.tags[head][:2] == "NN" and self.agents.labels.get(head) not in _NO_THINGS:
                first = noun_phrase_start(tagged, head)
                place = (tagged.starts[first], tagged.ends[head], first, head + 1, head)
                found.append(Mention(*place, "nominal", "dyad.thing", confidence=0.3))
            head = next((child for child in tagged.children[head] if tagged.deps[child] == "conj"), None)
        return found
