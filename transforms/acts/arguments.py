"""The patient of an act: whom or what it meets."""

from collections.abc import Set

from transforms.acts.act import ARMED, VIOLENT
from transforms.acts.act_clauses import DATIVE_PREPOSITIONS, ActClauses
from transforms.acts.events import EventPattern
from transforms.acts.paths import (
    AIMED,
    AIMS,
    AIRED,
    ASIDE,
    AT_SOMEBODY,
    BESIDE,
    CLOSE,
    DEPTH,
    FACE_TO_FACE,
    FOR_PERSONS,
    FORCES,
    GIVEN,
    JUDGING,
    NO_THINGS,
    NOWHERE,
    OF_SUBJECTS,
    ON_PLACES,
    OPINIONS,
    OWNERS,
    PHRASAL,
    SAID,
    SOMEWHERE,
    THINGS,
    TOUCHING,
    TOWARD,
    UNSURE,
    WHERE,
    WITHIN,
)
from transforms.acts.verb_classes import AGAINST
from transforms.annotations import Mention
from transforms.language import word_class
from transforms.language.en.grammar import agent_of, is_passive, noun_phrase_start, pobj_of, subject_of, subtree
from transforms.language.en.labels import (
    BASE_FORM,
    CLAUSE,
    COMPLEMENTS,
    CONJUNCT,
    DATIVE,
    NOUN_CLAUSE,
    NOUN_TAGS,
    OBJECT,
    OBJECT_PREDICATE,
    OBJECTS,
    PARTICIPLE,
    PASSIVE_SUBJECT,
    PERSONAL_PRONOUN,
    POSSESSIVE_PRONOUN,
    POSSESSOR,
    PREPOSITION,
    PREPOSITION_CLAUSE,
    PRONOUN_TAGS,
    SINGULAR_NAME,
    SUBJECTS,
    VERB_PARTICLES,
    VERB_TAGS,
)

#: Nouns that name whom they lie between.
_BORDERS = word_class("acts.borders")
_ACCORDING = word_class("speech.according")
#: Media where something is said stand behind this preposition: "his insult on Twitter" insults nobody there.
_ONTO = word_class("acts.roles_on")
#: What leads from an unnamed place to where it lies.
_AROUND = word_class("acts.around_prepositions")
_PLATFORMS = word_class("acts.platforms")
#: Where something is said: whoever stands behind them is told it, and no act meets him.
_TALKS = word_class("acts.talks")
#: Ways to a target that are less sure than a slot of the pattern.
DETOURS = frozenset({"complement", "inside", "where", "thing", "deep"})
_PREPOSITIONAL = frozenset({PREPOSITION, DATIVE})
_LANDS = frozenset({"country", "territory"})
#: What somebody may refuse to answer, and what leads to who sent it.
_REQUESTS = word_class("acts.requests")
_FROM = word_class("acts.requests_from")
_EACH_OTHER = word_class("acts.each_other")
#: Acts that nobody does against somebody.
_FRIENDLY = frozenset({"AGREE", "SUPPORT", "COOPERATE", "CONSULT", "AID"})


class ActArguments(ActClauses):
    """Finds the arguments of acts in one text, agents and patients."""

    def target(self, verb: int, pattern: EventPattern | None, depth: int = 0) -> tuple[list[Mention], str]:
        """Whom an active verb meets, and the slot where it stands. Without a pattern any object or complement counts."""
        objects, prepositions, complement = self._dependents(verb)
        if pattern is not None and pattern.event == "CONSULT" and not pattern.rest:
            prepositions = [
                p for p in prepositions if self.tagged.heads[p] == verb or self.tagged.deps[self.tagged.heads[p]] in VERB_PARTICLES
            ]
        slots = pattern.slots if pattern is not None else ("object",)
        owner = self._bidder(pattern, objects)
        if owner:
            return owner, "inside"
        given = self._promised(verb, pattern, objects, prepositions)
        if given:
            return given, "to"
        for slot in slots:
            is_own = pattern is not None and bool(pattern.rest) and slot in pattern.rest[-1]  # the "to" of "stand up to"
            if slot == "to" and "object" in slots and not objects and not is_own:
                continue  # "returned to Cairo" gives nothing back to anybody
            found = self.at_slot(slot, objects, prepositions)
            if not found and slot == "object" and pattern is not None and pattern.event in ON_PLACES:
                found = self._places(objects, prepositions)
            if found:
                return found, slot
        if complement is None and pattern is not None:
            behind = (p for p in prepositions if self.tagged.lowers[p] in slots)
            complement = next((c for p in behind for c in self.tagged.children[p] if self.tagged.deps[c] == PREPOSITION_CLAUSE), None)
        if complement is not None and self._leads_on(pattern, complement):
            found = self._of_complement(complement, pattern.event if pattern is not None else "", depth)
            found = found or self._asker(pattern, complement)
            if found:
                return found, "complement"
        return self._fallback(verb, pattern, objects, prepositions, depth)

    def _places(self, objects: list[int], prepositions: list[int]) -> list[Mention]:
        """The places that are hit: an unnamed one stands for where it lies, "shelled villages in eastern Afghanistan"."""
        for child in objects:
            places = self.agents.joint(child, with_places=True)
            if not places:
                continue
            if any(place.layer != "nominal" for place in places):
                return places
            owners = [owner for owner in self.agents_beside(child) if owner.kind in ARMED]
            if owners:
                return owners
            beside = [p for p in prepositions if p == child + 1 and self.tagged.lowers[p] in _AROUND]
            around = (self.agents.joint(pobj_of(self.tagged, p)) for p in beside)
            return next((found for found in around if found), places)
        return []

    def _bidder(self, pattern: EventPattern | None, objects: list[int]) -> list[Mention]:
        """Whose offer or demand is taken or refused: "accepted Baku's proposal for a commission"."""
        if pattern is None or not pattern.rest or pattern.event not in ("AGREE", "REJECT"):
            return []
        beside = [child for noun in objects for child in self.tagged.children[noun]]
        owners = (child for child in beside if self.tagged.deps[child] == POSSESSOR and self.tagged.tags[child] != POSSESSIVE_PRONOUN)
        return next((found for bidder in owners if (found := self.agents.joint(bidder))), []) or self._makers(objects)

    def _promised(self, verb: int, pattern: EventPattern | None, objects: list[int], prepositions: list[int]) -> list[Mention]:
        """Who is promised something, also where what is promised can act: "offered to Kenya a battalion and three ships"."""
        if pattern is None or pattern.event != "AGREE" or pattern.rest or not {"object", "to"} <= set(pattern.slots) or not objects:
            return []
        return self.at_slot("to", [], [p for p in prepositions if self.tagged.heads[p] == verb])

    def _asker(self, pattern: EventPattern | None, complement: int) -> list[Mention]:
        """Whose request one refuses to deal with: "refused to respond to a request from the paper"."""
        tagged = self.tagged
        if pattern is None or pattern.event != "REJECT":
            return []
        objects, prepositions, _ = self._dependents(complement)
        behind = (inner for outer in prepositions if (inner := pobj_of(tagged, outer)) is not None)
        asked = (noun for noun in (*objects, *behind) if tagged.lowers[noun] in _REQUESTS)
        beside = (child for noun in asked for child in tagged.children[noun])
        senders = (child for child in beside if tagged.lowers[child] in _FROM or tagged.deps[child] == POSSESSOR)
        return next((found for child in senders if (found := self.agents.joint(pobj_of(tagged, child) or child))), [])

    def _makers(self, nouns: list[int]) -> list[Mention]:
        """Who made what is judged or taken: "threats made by the government", "a proposal submitted by a firm"."""
        tagged = self.tagged
        led = (child for noun in nouns for child in tagged.children[noun] if tagged.deps[child] == NOUN_CLAUSE)
        made = (child for child in led if tagged.tags[child] == PARTICIPLE)
        return next((found for verb in made if (found := self.agents.joint(agent_of(tagged, verb)))), [])

    def meets_others(self, verb: int) -> bool:
        """Whether agents who are joined meet somebody else than each other: "met with, and prayed for, the president"."""
        return any(self.tagged.lowers[child] == "with" and self.tagged.deps[child] == PREPOSITION for child in self.tagged.children[verb])

    def meets_each_other(self, verb: int) -> bool:
        """Whether agents do to one another what the verb says: "blamed each other", "imposed sanctions on one another"."""
        objects, prepositions, _ = self._dependents(verb)
        met = [*objects, *(inner for outer in prepositions if (inner := pobj_of(self.tagged, outer)) is not None)]
        pairs = {" ".join(self.tagged.lowers[first : first + 2]) for word in met for first in (word - 1, word)}
        return not _EACH_OTHER.isdisjoint(pairs)

    def _dependents(self, verb: int) -> tuple[list[int], list[int], int | None]:
        """Objects, prepositions (those inside objects and inside other prepositions' objects too) and the clause that completes a verb."""
        tagged = self.tagged
        objects: list[int] = []
        prepositions: list[int] = []
        complement: int | None = None
        for child in tagged.children[verb]:
            dep = tagged.deps[child]
            if dep in OBJECTS and tagged.lowers[child] not in DATIVE_PREPOSITIONS:
                objects.append(child)
            elif dep == OBJECT_PREDICATE and child in self.agents.by_head and tagged.tags[child] == SINGULAR_NAME and not objects:
                objects.append(child)  # "called Lavrov to discuss the talks"
            elif dep in _PREPOSITIONAL and child > verb:
                prepositions.append(child)
            elif dep in VERB_PARTICLES:
                prepositions += [inner for inner in tagged.children[child] if tagged.deps[inner] == PREPOSITION]
            elif (dep in COMPLEMENTS or self._is_asked_for(child)) and child > verb and complement is None:
                complement = child
        near = [outer for outer in prepositions if tagged.lowers[outer] not in ASIDE]
        behind = [inner for outer in near if (inner := pobj_of(tagged, outer)) is not None]
        led = [
            child
            for noun in objects
            for child in tagged.children[noun]
            if tagged.deps[child] == NOUN_CLAUSE and tagged.tags[child] == PARTICIPLE
        ]
        deeper = [inner for noun in objects for outer in tagged.children[noun] if (inner := pobj_of(tagged, outer)) is not None]
        joined = [child for noun in objects for child in tagged.children[noun] if tagged.deps[child] == CONJUNCT]
        for noun in [*objects, *joined, *led, *deeper, *behind]:  # "the ban imposed on X" is a ban on X
            prepositions += [child for child in tagged.children[noun] if tagged.deps[child] == PREPOSITION and child > verb]
        return objects, prepositions, complement

    def at_slot(self, slot: str, objects: list[int], prepositions: list[int]) -> list[Mention]:
        """Who stands as object or behind a preposition."""
        tagged, joint = self.tagged, self.agents.joint
        for child in objects:
            if slot == "object" or (slot in DATIVE_PREPOSITIONS and tagged.deps[child] == DATIVE):
                found = joint(child)
                if found:
                    return found
        for preposition in prepositions:
            if tagged.lowers[preposition] != slot or tagged.lowers[tagged.heads[preposition]] in _ACCORDING:
                continue
            inner = pobj_of(tagged, preposition) or self._shared_object(preposition)
            beyond = self._beyond_border(inner, prepositions)
            found = (
                joint(inner) or joint(beyond) or (self.inside(inner, WITHIN) if inner is not None else []) or joint(inner, with_places=True)
            )
            if slot in _ONTO:
                found = [mention for mention in found if mention.kind != "outlet" and self.tagged.lowers[mention.head] not in _PLATFORMS]
            if found:
                return found
        return []

    def _shared_object(self, preposition: int) -> int | None:
        """The object that a preposition shares with that of the next verb: "met with and prayed over Trump"."""
        tagged = self.tagged
        joined = (child for child in tagged.children[tagged.heads[preposition]] if tagged.deps[child] == CONJUNCT)
        behind = (p for verb in joined for p in tagged.children[verb] if tagged.deps[p] == PREPOSITION)
        return next((noun for p in behind if (noun := pobj_of(tagged, p)) is not None), None)

    def _beyond_border(self, noun: int | None, prepositions: list[int]) -> int | None:
        """Of "along the border with Libya" Libya, wherever the parser hung it."""
        if noun is None or self.tagged.lowers[noun] not in _BORDERS:
            return None
        behind = [*(child for child in self.tagged.children[noun]), *prepositions]
        return next((pobj_of(self.tagged, p) for p in behind if p > noun and self.tagged.lowers[p] == "with"), None)

    def _of_complement(self, verb: int, event: str, depth: int) -> list[Mention]:
        """Whom the inner act of "threatened to attack X" would meet: it is not coded again. Of "warned that X must go" it is X."""
        tagged = self.tagged
        if self._is_question(verb) and event != "INVESTIGATE":
            return []  # "asked what X thought" asks nothing of X; a probe into whether X did it is into X
        if tagged.deps[verb] == CLAUSE or self._is_asked_for(verb) or (event == "INVESTIGATE" and tagged.deps[verb] == PREPOSITION_CLAUSE):
            if event not in OF_SUBJECTS:
                return []
            subject = next((child for child in tagged.children[verb] if tagged.deps[child] in SUBJECTS), None)
            if subject is not None and not (event == "THREATEN" and self._is_own(verb)):
                return self.agents.joint(subject) if tagged.tags[subject] != PERSONAL_PRONOUN else []
        if tagged.tags[verb] not in VERB_TAGS or depth > DEPTH:
            return []
        self.spent.add(verb)
        self.spent.update(child for child in tagged.children[verb] if tagged.deps[child] == CONJUNCT)
        pattern, _ = self.events.match(tagged, verb)
        found, slot = self.target(verb, pattern, depth + 1)
        return found if slot not in UNSURE and not any(tagged.tags[target.head] in PRONOUN_TAGS for target in found) else []

    def _fallback(
        self, verb: int, pattern: EventPattern | None, objects: list[int], prepositions: list[int], depth: int
    ) -> tuple[list[Mention], str]:
        """Whom an act meets that names nobody in its slots: whose thing its object is, where it is done, the thing itself."""
        event = pattern.event if pattern is not None else None
        if pattern is None or pattern.rest or ("object" in pattern.slots and event in TOUCHING):
            for child in objects:
                reach = CLOSE if pattern is None else OWNERS if event in JUDGING else WITHIN
                found = self.inside(child, reach, 0 if pattern is None else 1)
                if found:
                    return found, "inside"
        found, slot = self._behind(verb, pattern, objects)
        if found:
            return found, slot
        if event in FACE_TO_FACE or (pattern is not None and pattern.needs_target):
            return [], ""
        found = self._aimed_at(verb, pattern, objects, prepositions) if pattern is not None else []
        if found:
            return found, "aim"
        reach = _reach(pattern)
        for preposition in prepositions:
            is_near = pattern is not None or self.tagged.heads[preposition] == verb
            beside = {self.tagged.lowers[self.tagged.heads[preposition]], self.tagged.lowers[preposition - 1]}
            is_shown = event == "PROTEST" and self.tagged.lowers[preposition] == "to"  # "demonstrate to X that …"
            is_told = event in AIRED or is_shown or bool(beside & _TALKS)
            if self.tagged.lowers[preposition] in reach and is_near and not is_told:
                inner = pobj_of(self.tagged, preposition)
                is_nowhere = inner is not None and self.tagged.lowers[inner] in NOWHERE
                found = [] if is_nowhere else self.agents.joint(inner, with_places=pattern is not None)
                if pattern is None and not depth:
                    found = [mention for mention in found if mention.reading != "place" and mention.kind != "place"]  # "flew to Armenia"
                if found:
                    return found, "where" if pattern is not None else "toward"
        if pattern is None:
            return [], ""
        found = self._deep(verb) if event not in AIRED and event != "PROTEST" else []
        if found:
            return found, "deep"
        if event in OPINIONS:
            behind = (pobj_of(self.tagged, p) for p in prepositions if self.tagged.lowers[p] in pattern.slots)
            return next((thing for inner in behind if (thing := self.thing(inner))), []), "thing"
        if (
            event in THINGS
            and objects
            and self.tagged.lowers[objects[0]] not in SAID
            and not any(self.tagged.lowers[objects[0]] in forms for forms in pattern.rest)
        ):
            return self.thing(objects[0]), "thing"
        return [], ""

    def _is_blow(self, verb: int, pattern: EventPattern) -> bool:
        """Whether the armed strike, who may meet a thing: "Israeli aircraft struck a depot"; prices hit markets too."""
        subject = subject_of(self.tagged, verb)
        if pattern.event not in VIOLENT or pattern.rest or subject is None:
            return False
        is_arm = self.tagged.lowers[subject] in FORCES
        return any(source.kind in ARMED or (is_arm and source.country) for source in self.sources(subject))

    def _behind(self, verb: int, pattern: EventPattern | None, objects: list[int]) -> tuple[list[Mention], str]:
        """Who stands further behind the objects: who made what is judged, and who is given something; or what the armed strike."""
        tagged = self.tagged
        if pattern is not None and pattern.needs_target and objects and self._is_blow(verb, pattern):
            return self.thing(objects[0]), "thing"
        if pattern is not None and pattern.event in JUDGING:
            joined = [child for noun in objects for child in tagged.children[noun] if tagged.deps[child] == CONJUNCT]
            found = self._makers([*objects, *joined])
            if found:
                return found, "inside"
        return self._receiver(verb, pattern, objects), "to"

    def _receiver(self, verb: int, pattern: EventPattern | None, objects: list[int]) -> list[Mention]:
        """Who is given what is told at length, wherever the parser hung it: "returned a bell cast for a king in 1702 to Korea"."""
        if pattern is None or pattern.event not in GIVEN or "to" not in pattern.slots or not objects:
            return []
        tagged = self.tagged
        first, last = max(objects) + 1, subtree(tagged, verb)[1]
        led = (p for p in reversed(range(first, last)) if tagged.lowers[p] == "to" and tagged.deps[p] in _PREPOSITIONAL)
        led = (p for p in led if tagged.lowers[tagged.heads[p]] not in _ACCORDING)
        behind = (p for p in led if self.object_of(tagged.heads[p]) in (None, *objects))  # not of "a road linking X to Y"
        return next((found for p in behind if (found := self.agents.joint(pobj_of(tagged, p)))), [])

    def _aimed_at(self, verb: int, pattern: EventPattern, objects: list[int], prepositions: list[int]) -> list[Mention]:
        """Whom the same kind of act is meant for: "earmarked millions to help Haiti", "went on strike to protest against the minister"."""
        tagged = self.tagged
        nouns = [*objects, *(behind for outer in prepositions if (behind := pobj_of(tagged, outer)) is not None)]
        for holder in [verb, *nouns]:
            for child in tagged.children[holder]:
                if child < verb or tagged.tags[child] != BASE_FORM or tagged.deps[child] not in AIMS:
                    continue
                inner, _ = self.events.match(tagged, child)
                if inner is None or (pattern.event, inner.event) not in AIMED and pattern.event != inner.event:
                    continue
                found, slot = self.target(child, inner, DEPTH)
                if found and slot not in UNSURE:
                    return found
        return []

    def _deep(self, verb: int) -> list[Mention]:
        """The first country further down in the objects and prepositional phrases of an act, clauses left out."""
        tagged = self.tagged
        stack = [child for child in reversed(tagged.children[verb]) if child > verb and tagged.deps[child] in PHRASAL]
        while stack:
            position = stack.pop()
            known = self.agents.by_head.get(position)
            if known is not None and known.layer == "name" and known.kind in _LANDS:
                return [known]
            if tagged.lowers[position] not in _TALKS:
                stack += [child for child in reversed(tagged.children[position]) if tagged.deps[child] in PHRASAL]
        return []

    def passive_target(self, verb: int, pattern: EventPattern) -> list[Mention]:
        """Whom a passive verb meets: its subject, or who stands in a slot beside it."""
        tagged = self.tagged
        subject = self.passive_subject(verb)
        if subject is None:
            return []
        is_given = bool(DATIVE_PREPOSITIONS & set(pattern.slots)) and self.object_of(verb) is not None  # "Ethiopia was given a loan"
        if ("object" in pattern.slots or is_given) and (found := self.agents.joint(subject)):
            return found
        prepositions = [child for child in (*tagged.children[verb], *tagged.children[subject]) if tagged.deps[child] == PREPOSITION]
        beside = next((found for slot in pattern.slots if (found := self.at_slot(slot, [], prepositions))), [])
        if beside or "object" not in pattern.slots:
            return beside
        if pattern.event in JUDGING and (made := self._makers([subject])):
            return made  # "a truce offered by X was refused"
        if pattern.event in FOR_PERSONS:
            return []
        return self.inside(subject, WITHIN) or (
            self.thing(subject) if agent_of(tagged, verb) is not None and tagged.heads[subject] == verb else []
        )

    def passive_subject(self, verb: int) -> int | None:
        """Head of the subject phrase of a passive."""
        tagged = self.tagged
        for _ in range(DEPTH):
            subject = next((child for child in tagged.children[verb] if tagged.deps[child] == PASSIVE_SUBJECT), None)
            if subject is not None or tagged.deps[verb] != CONJUNCT:
                break
            verb = tagged.heads[verb]  # "was arrested and deported"
        return subject if subject is not None or not is_passive(tagged, verb) else subject_of(tagged, verb)

    def object_of(self, verb: int) -> int | None:
        """Head of a verb's object."""
        return next((child for child in self.tagged.children[verb] if self.tagged.deps[child] == OBJECT), None)

    def thing(self, head: int | None) -> list[Mention]:
        """A thing that is acted upon, and those joined to it: arguments that are not mentions."""
        tagged = self.tagged
        found: list[Mention] = []
        while head is not None and len(found) < DEPTH:
            if tagged.tags[head] in NOUN_TAGS and self.agents.labels.get(head) not in NO_THINGS:
                first = noun_phrase_start(tagged, head)
                place = (tagged.starts[first], tagged.ends[head], first, head + 1, head)
                found.append(Mention(*place, "nominal", "dyad.thing", confidence=0.3))
            head = next((child for child in tagged.children[head] if tagged.deps[child] == CONJUNCT), None)
        return found


def _reach(pattern: EventPattern | None) -> Set[str]:
    """The prepositions behind which an act meets somebody whom its slots do not name. A single word of coercion ("banned", "shuttered")
    tells too little of the place where it is used."""
    if pattern is None:
        return TOWARD
    if pattern.event in SOMEWHERE and (pattern.rest or pattern.event != "COERCE"):
        return WHERE - BESIDE if pattern.event == "ASSAULT" else WHERE
    return AT_SOMEBODY - AGAINST if pattern.event in _FRIENDLY else AT_SOMEBODY
