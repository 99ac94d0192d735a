"""Who does what to whom: PLOVER events by verb and noun patterns on dependencies, each with its source and target.

No dyad rather than a nonsense dyad: an end is somebody who can act, a clause without such an end gives nothing, and an act that is
only the content of another act ("threatened to attack") is coded once, as the outer one with the inner one's target.
"""

from bisect import bisect_left
from collections.abc import MutableSequence, Sequence
from datetime import date
from typing import NamedTuple

from transforms.agents import Agents, merge_added
from transforms.annotations import Dyad, Mention, Quote, TaggedText, TimeMark
from transforms.events import EventPattern, Events
from transforms.spans import noun_phrase_start
from transforms.syntax import SUBJECTS, is_negated, is_passive, subject_of, subtree

_NO_ACTS = frozenset({"aux", "auxpass", "amod", "compound"})
_PARTICIPLES = frozenset({"VBN", "VBG", "VB", "VBZ", "VBP"})
#: Verbs that carry an event noun: their subject does it.
_LIGHT_VERBS = frozenset(
    "launch launches launched launching carry carries carried carrying stage stages staged staging mount mounts mounted mounting conduct conducts conducted conducting "
    "make makes made making hold holds held holding sign signs signed signing reach reaches reached reaching begin begins began beginning start starts started "
    "starting open opens opened opening have has had having order orders ordered ordering plan plans planned planning continue continues continued resume resumes "
    "resumed resuming issue issues issued issuing impose imposes imposed imposing announce announces announced announcing wage wages waged waging attend attends attended "
    "join joins joined deliver delivers delivered give gives gave given giving provide provides provided providing offer offers offered offering express expresses "
    "expressed expressing voice voices voiced lead leads led leading face lodge lodges lodged file files filed filing extend extends extended conclude concludes concluded "
    "complete completes completed finalize finalized pursue pursues pursued seek sought seeks do did does pay paid pays undertake undertook commit commits committed "
    "perpetrate perpetrated execute executed perform performed execute exchange exchanged strike struck negotiate negotiated negotiating broker brokered enter entered "
    "intensify intensified step stepped escalate escalated expand expanded declare declared demand demanded urge show showed sent send level leveled levelled".split()
)
#: Verbs that turn what follows into a plan, a wish or a duty.
_OPEN_HEADS = frozenset(
    "want wants wanted plan plans planned planning intend intends intended hope hopes hoped try tries tried trying attempt attempts attempted seek seeks sought "
    "consider considers considered considering expect expected expects prepare prepares prepared preparing wish wishes wished aim aims aimed need needs needed "
    "urge urges urged call calls called ask asks asked ready willing likely able set due going unable".split()
)
#: Verbs in whose clauses nobody does anything to anybody.
_STATES = frozenset(
    "is are was were be been being am 's 're 'm has have had having seems seemed appears appeared becomes became become remains remained means meant includes included including "
    "say says said saying according think thinks thought believe believes believed know knows knew let".split()
)
#: Slots in which both ends do the same thing.
_MUTUAL = frozenset({"with", "between", "object"})
#: Acts on a thing that are acts on whose thing it is: "rejected Kyiv's proposal", "bombed the positions of rebels".
_TOUCHING = frozenset({"ACCUSE", "REJECT", "ASSAULT", "COERCE", "SUPPORT", "SANCTION", "INVESTIGATE", "THREATEN", "REQUEST", "PROTEST"})
_SLOT_RULES = frozenset({"complement", "inside", "where", "thing", "deep"})
_PHRASAL = frozenset({"prep", "pobj", "dobj", "dative", "poss"})
#: Acts that need somebody else and no place.
_FACE_TO_FACE = frozenset({"CONSULT", "COOPERATE"})
#: Acts on persons: with a thing as object the verb means something else ("released a report", "received an order").
_PERSONAL = frozenset({"CONSULT", "CONCEDE", "COOPERATE", "AID", "REQUEST"})
#: Acts that are told of things for their own sake: "bombed a bridge", "rejected the plan".
_THINGS = frozenset({"ASSAULT", "COERCE", "REJECT"})
_WITHIN = frozenset("of by against on with to from in for at".split())
_MAKERS = frozenset({"by", "of", "from"})
#: Prepositions whose object is met by an act that names nobody else: "imposed a curfew in Basra".
_WHERE = frozenset("in at on near around against with to into from across over toward towards for".split())
#: Labels of words that measure and date, and are done nothing to.
_NO_THINGS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL"})
_OWN = frozenset({"its", "his", "her", "their", "our", "my"})
#: Verbs that make idioms with their objects ("took the lead"), or whose objects are in the mind.
_IDIOMATIC = frozenset(
    "make makes made making take takes took taken taking give gives gave given giving get gets got getting put puts putting set sets setting do does did done doing keep keeps "
    "kept keeping hold holds held holding bring brings brought bringing play plays played playing face faces faced facing see sees saw seen seeing find finds found finding "
    "need needs needed want wants wanted afford lose loses lost losing feel feels felt show shows showed shown bear bears bore pay pays paid run runs ran leave leaves left "
    "mark marks marked express expresses expressed pose poses posed raise raises raised draw draws drew call calls called view views viewed regard regards regarded "
    "consider considers considered expect expects expected love loves loved like likes liked hate".split()
)
_THIRD = frozenset({"it", "he", "she", "they"})
_TELLS = frozenset(
    "said says say stated states insisted insists argued argues stressed stresses believes believe believed thinks think claims claimed claim announced announces confirmed confirms "
    "reported reports added warned hopes hoped hope expects fears feared noted told".split()
)
#: Verbs that say how far the act behind them goes; "fail" denies it.
_PHASES = frozenset("fail fails failed failing begin begins began beginning start starts started starting continue continues continued continuing manage managed manages decide decided decides "
                    "stop stops stopped stopping keep keeps kept help helps helped vow go goes going went".split())
_FAILING = frozenset("fail fails failed failing".split())
_CONDITIONS = frozenset({"if", "unless"})
_DUTY = frozenset({"must", "should", "ought"})
_FUTURE = frozenset({"will", "'ll", "shall", "wo"})
_HYPOTHETICAL = frozenset("would could may might should must can ca cannot ought".split())


class _Act(NamedTuple):
    """An event seen in a clause, in token positions."""

    event: str | None
    tone: float | None
    is_symmetric: bool
    verb: int
    cue: tuple[int, int]
    sources: list[Mention]
    targets: list[Mention]
    rule: str
    confidence: float


def code_dyads(
    tagged: TaggedText, mentions: MutableSequence[Mention], quotes: Sequence[Quote], times: Sequence[TimeMark], events: Events
) -> list[Dyad]:
    """Dyads in text order; mentions of people that nothing else had found are added to `mentions`."""
    if not tagged.has_syntax:
        return _by_order(tagged, mentions, quotes, times, events)
    agents = Agents(tagged, mentions)
    coder = _Coder(tagged, agents, events)
    frame = _Frame(tagged, quotes, times)
    dyads: list[Dyad] = []
    for act in coder.acts():
        dyads += frame.dyads(act)
    used = {id(end) for dyad in dyads for end in (dyad.source, dyad.target)}
    merge_added(mentions, [mention for mention in agents.added if id(mention) in used])
    return dyads


class _Coder:
    """Finds the acts of one text."""

    def __init__(self, tagged: TaggedText, agents: Agents, events: Events) -> None:
        self.tagged = tagged
        self.agents = agents
        self.events = events
        self.spent: set[int] = set()  # words that are part of an act already coded

    def acts(self) -> list[_Act]:
        tagged, events = self.tagged, self.events
        found: list[_Act] = []
        nouns: list[int] = []
        plain: list[int] = []
        for position, tag in enumerate(tagged.tags):
            if tag[:1] == "V":
                if tagged.lowers[position] in _TELLS:
                    act = self._telling(position)
                    if act is not None and act.event is not None:
                        found.append(act)
                        continue
                if tagged.deps[position] in _NO_ACTS and tag in _PARTICIPLES or position in self.spent or self._is_unreal(position):
                    continue
                pattern, cue = self._match(position)
                if pattern is None:
                    plain.append(position)
                    continue
                act = self._of_verb(position, pattern, cue)
                if act is not None:
                    found.append(act)
            elif tag == "JJ" and tagged.lowers[position] in events.adjectives:
                act = self._of_adjective(position, events.adjectives[tagged.lowers[position]])
                if act is not None:
                    found.append(act)
            elif tag[:2] == "NN" and tagged.lowers[position] in events.nouns:
                nouns.append(position)
        for position in nouns:
            pattern = self._noun_pattern(position) if position not in self.spent else None
            if pattern is not None:
                act = self._of_noun(position, pattern)
                if act is not None:
                    found.append(act)
                    self.spent.add(act.verb)
        found = self._without_background(found)
        told = {tagged.sentence_of[act.verb] for act in found}
        for position in plain:
            if position in self.spent or tagged.sentence_of[position] in told:
                continue  # where a sentence tells an event, its other verbs are background
            act = self._plain(position)
            if act is not None:
                found.append(act)
        found.sort(key=lambda act: act.cue)
        return found

    # -- verbs ------------------------------------------------------------------------------------------------------------------

    def _of_verb(self, verb: int, pattern: EventPattern, cue: tuple[int, int]) -> _Act | None:
        tagged = self.tagged
        passive = is_passive(tagged, verb)
        reduced = not passive and tagged.tags[verb] == "VBN" and tagged.deps[verb] == "acl"
        source_head = self._agent(verb) if passive or reduced else subject_of(tagged, verb)
        slot = "object"
        if reduced:
            targets = self.agents.joint(tagged.heads[verb])
        elif passive:
            targets = self._passive_target(verb, pattern)
        else:
            targets, slot = self._target(verb, pattern)
        sources = self._sources(source_head)
        targets = [target for target in targets if target not in sources and not self._is_own(target)]
        if pattern.is_symmetric and slot not in pattern.slots and len(sources) > 1 and not any(tagged.deps[child] == "xcomp" for child in tagged.children[verb]):
            sources, targets, slot = sources[:1], sources[1:], "with"
        if not sources and not (targets and (passive or reduced)):
            return None
        if not (sources and targets) and not self._is_main(verb):
            return None  # half an act in a side clause says too little
        if not targets and "object" in pattern.slots and pattern.event in _PERSONAL and self._thing_of(verb):
            return self._plain(verb)
        symmetric = pattern.is_symmetric and slot in _MUTUAL
        return _Act(pattern.event or None, pattern.tone, symmetric, verb, cue, sources, targets, f"verb.{slot}" if slot in _SLOT_RULES else "verb", 0.75 if targets and sources else 0.5)

    def _is_own(self, target: Mention) -> bool:
        """Whether it is the source's own: "sent its troops"."""
        return target.layer == "nominal" and self.tagged.lowers[target.first] in _OWN and target.last - target.first > 1

    def _without_background(self, acts: list[_Act]) -> list[_Act]:
        """Where the main clause tells who did what to whom, what its relative, participial and time clauses recall is background."""
        tagged = self.tagged
        told = {tagged.sentence_of[act.verb] for act in acts if act.sources and act.targets and self._is_main(act.verb)}
        return [act for act in acts if tagged.sentence_of[act.verb] not in told or not (act.rule == "noun.alone" or self._is_background(act.verb))]

    def _is_background(self, verb: int) -> bool:
        tagged = self.tagged
        for _ in range(6):
            dep, head = tagged.deps[verb], tagged.heads[verb]
            if dep in ("relcl", "acl", "pcomp"):
                return True
            if dep == "advcl":
                return any(tagged.deps[child] in ("mark", "advmod") and child < verb for child in tagged.children[verb]) or tagged.tags[verb] in ("VBD", "VBZ", "VBP")
            if head == verb:
                return False
            verb = head
        return False

    def _is_unreal(self, verb: int) -> bool:
        """Whether the verb only says what another act is for ("sent envoys to end the war") or hangs on ("if it attacks")."""
        tagged = self.tagged
        if tagged.deps[verb] == "advcl" and any(tagged.lowers[child] in _CONDITIONS for child in tagged.children[verb]):
            return True
        if tagged.deps[verb] not in ("advcl", "acl") or tagged.tags[verb] != "VB":
            return False
        return any(tagged.lowers[child] == "to" and tagged.deps[child] == "aux" for child in tagged.children[verb])

    def _is_main(self, verb: int) -> bool:
        """Whether the clause stands on its own: the sentence's root, joined to it, or told by a verb of saying."""
        tagged = self.tagged
        for _ in range(4):
            dep = tagged.deps[verb]
            if dep == "ROOT":
                return True
            if dep not in ("conj", "ccomp") and not (dep == "xcomp" and tagged.lowers[tagged.heads[verb]] in _PHASES | _OPEN_HEADS):
                return False
            verb = tagged.heads[verb]
        return False

    def _match(self, verb: int) -> tuple[EventPattern | None, tuple[int, int]]:
        """The longest pattern whose further words stand beside the verb, and the span of its words."""
        tagged = self.tagged
        for pattern in self.events.verbs.get(tagged.lowers[verb], ()):
            if not pattern.rest:
                return pattern, (verb, verb + 1)
            near = [child for child in tagged.children[verb] if child > verb]
            near += [inner for child in near if tagged.deps[child] in ("dobj", "prt", "prep", "advmod") for inner in tagged.children[child] if inner > verb]
            if is_passive(tagged, verb):
                near += [child for child in tagged.children[verb] if tagged.deps[child] == "nsubjpass"]
            words = [next((p for p in near if tagged.lowers[p] in forms), None) for forms in pattern.rest]
            if all(word is not None for word in words):
                places = [word for word in words if word is not None]
                self.spent.update(places)
                last = max([verb, *places]) + 1
                return pattern, (verb, last if last - verb <= 6 else verb + 1)
        return None, (verb, verb + 1)

    def _agent(self, verb: int) -> int | None:
        tagged = self.tagged
        for child in tagged.children[verb]:
            if tagged.deps[child] == "agent" or (tagged.deps[child] == "prep" and tagged.lowers[child] == "by"):
                return next((c for c in tagged.children[child] if tagged.deps[c] == "pobj"), None)
        return None

    def _sources(self, head: int | None) -> list[Mention]:
        """Who does it. A possessor or maker stands in for a thing ("Russia's attack killed", "missiles of the army")."""
        if head is None:
            return []
        head = self._named(head)
        found = self.agents.joint(head)
        return found or self._inside(head, _MAKERS)

    def _named(self, head: int) -> int:
        """Of "X said it would" the X, when the pronoun is not known to mean somebody else."""
        tagged = self.tagged
        if tagged.tags[head] != "PRP" or tagged.lowers[head] not in _THIRD:
            return head
        clause = tagged.heads[head]
        for _ in range(3):
            if tagged.deps[clause] == "ccomp":
                break
            if tagged.deps[clause] not in ("conj", "xcomp"):
                return head
            clause = tagged.heads[clause]
        if tagged.deps[clause] != "ccomp":
            return head
        teller = subject_of(tagged, tagged.heads[clause])
        if teller is None or tagged.tags[teller] == "PRP":
            return head
        pronoun, name = self.agents.at(head), self.agents.at(teller)
        if name is None or pronoun is not None and pronoun.actor_id not in (None, name.actor_id):
            return head
        if (name.kind == "person") != (tagged.lowers[head] in ("he", "she")) and name.kind not in (None, "generic") and tagged.lowers[head] != "they":
            return head
        return teller

    def _inside(self, head: int, prepositions: frozenset[str], depth: int = 1) -> list[Mention]:
        """Actors inside a phrase that is none itself: its possessor, those behind its prepositions, its own adjective."""
        tagged, agents = self.tagged, self.agents
        children = tagged.children[head]
        for child in children:
            if tagged.deps[child] == "poss" and tagged.tags[child] != "PRP$":
                found = agents.joint(child)
                if found:
                    return found
        for child in children:
            if tagged.deps[child] == "prep" and tagged.lowers[child] in prepositions:
                for inner in tagged.children[child]:
                    if tagged.deps[inner] == "pobj":
                        found = agents.joint(inner) or (self._inside(inner, prepositions, depth - 1) if depth else [])
                        if found:
                            return found
        for child in children:
            if tagged.deps[child] in ("amod", "compound", "nmod") and depth:
                adjective = agents.adjectives.get(child) or agents.by_head.get(child)
                if adjective is not None:
                    return [adjective]
        return []

    def _target(self, verb: int, pattern: EventPattern | None) -> tuple[list[Mention], str]:
        """Whom an active verb meets, and the slot where it stands. Without a pattern any object or complement counts."""
        tagged, joint = self.tagged, self.agents.joint
        objects: list[int] = []
        prepositions: list[int] = []
        complement: int | None = None
        for child in tagged.children[verb]:
            dep = tagged.deps[child]
            if dep in ("dobj", "dative") and tagged.lowers[child] not in ("to", "for"):
                objects.append(child)
            elif dep in ("prep", "dative") and child > verb:
                prepositions.append(child)
            elif dep == "prt":
                prepositions += [inner for inner in tagged.children[child] if tagged.deps[inner] == "prep"]
            elif dep in ("xcomp", "ccomp") and child > verb and complement is None:
                complement = child
        for child in [*objects, *(inner for outer in prepositions for inner in tagged.children[outer] if tagged.deps[inner] == "pobj")]:
            prepositions += [inner for inner in tagged.children[child] if tagged.deps[inner] == "prep" and inner > verb]
        slots = pattern.slots if pattern is not None else ("object",)
        for slot in slots:
            if slot == "object":
                for child in objects:
                    found = joint(child)
                    if found:
                        return found, slot
                continue
            if slot in ("to", "for"):
                for child in objects:
                    found = joint(child) if tagged.deps[child] == "dative" else []
                    if found:
                        return found, slot
            for preposition in prepositions:
                if tagged.lowers[preposition] != slot:
                    continue
                for inner in tagged.children[preposition]:
                    if tagged.deps[inner] == "pobj":
                        found = joint(inner) or self._inside(inner, _WITHIN)
                        if found:
                            return found, slot
                    elif tagged.deps[inner] == "pcomp" and complement is None:
                        complement = inner
        if complement is not None and (pattern is not None or tagged.deps[complement] == "xcomp"):
            found = self._of_complement(complement)
            if found:
                return found, "complement"
        if "object" in slots and (pattern is None or pattern.event in _TOUCHING):
            for child in objects:
                found = self._inside(child, _WITHIN, 0 if pattern is None else 1)
                if found:
                    return found, "inside"
        for preposition in prepositions if pattern is None or pattern.event not in _FACE_TO_FACE else ():
            if tagged.lowers[preposition] in _WHERE:
                for inner in tagged.children[preposition]:
                    found = joint(inner) if tagged.deps[inner] == "pobj" else []
                    if found:
                        return found, "where"
        if pattern is not None and pattern.event not in _FACE_TO_FACE:
            found = self._deep(verb)
            if found:
                return found, "deep"
        if pattern is not None and pattern.event in _THINGS and objects and not pattern.rest:
            return self._thing(objects[0]), "thing"
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

    def _of_complement(self, verb: int) -> list[Mention]:
        """Whom the inner act of "threatened to attack X" would meet: it is not coded again. Of "said that X must go" it is X."""
        tagged = self.tagged
        if tagged.deps[verb] == "ccomp":
            subject = next((child for child in tagged.children[verb] if tagged.deps[child] in SUBJECTS), None)
            if subject is not None:
                return self.agents.joint(subject) if tagged.tags[subject] != "PRP" else []
        if tagged.tags[verb][:1] != "V":
            return []
        self.spent.add(verb)
        self.spent.update(child for child in tagged.children[verb] if tagged.deps[child] == "conj")
        pattern, _ = self._match(verb)
        return self._target(verb, pattern)[0]

    def _passive_target(self, verb: int, pattern: EventPattern) -> list[Mention]:
        tagged = self.tagged
        subject = next((child for child in tagged.children[verb] if tagged.deps[child] == "nsubjpass"), None)
        if subject is None:
            subject = subject_of(tagged, verb)
        if subject is None:
            return []
        if "object" in pattern.slots:
            found = self.agents.joint(subject) or self._inside(subject, _WITHIN)
            return found or (self._thing(subject) if self._agent(verb) is not None else [])
        for child in [*tagged.children[verb], *tagged.children[subject]]:
            if tagged.deps[child] == "prep" and tagged.lowers[child] in pattern.slots:
                for inner in tagged.children[child]:
                    found = self.agents.joint(inner) if tagged.deps[inner] == "pobj" else []
                    if found:
                        return found
        return []

    def _plain(self, verb: int) -> _Act | None:
        """An act that is no PLOVER event: kept when somebody does it to somebody or, in a main clause, to something."""
        tagged = self.tagged
        lower, dep = tagged.lowers[verb], tagged.deps[verb]
        if lower in _TELLS:
            return self._telling(verb)
        if lower in _STATES or lower in _OPEN_HEADS or lower in _PHASES or dep == "acl" and tagged.tags[verb] == "VBN":
            return None
        passive = is_passive(tagged, verb)
        if passive:
            subject = next((child for child in tagged.children[verb] if tagged.deps[child] == "nsubjpass"), None)
            sources, targets = self._sources(self._agent(verb)), self.agents.joint(subject) or self._thing(subject)
        else:
            subject = subject_of(tagged, verb)
            sources = self.agents.joint(self._named(subject)) if subject is not None else []
            targets = self._target(verb, None)[0] if sources else []
            if not targets and sources and lower not in _IDIOMATIC:
                targets = self._thing_of(verb)
        targets = [target for target in targets if target not in sources]
        if not (sources and targets) and (not self._is_main(verb) or lower in _IDIOMATIC or not (sources or targets)):
            return None
        return _Act(None, None, False, verb, (verb, verb + 1), sources, targets, "clause", 0.4)

    def _telling(self, verb: int) -> _Act | None:
        """Who speaks of whom or what. Saying that somebody must do something is asking for it."""
        tagged = self.tagged
        clause = next((child for child in tagged.children[verb] if tagged.deps[child] == "ccomp"), None)
        if clause is None:
            return None
        is_duty = any(tagged.lowers[child] in _DUTY for child in tagged.children[clause])
        subject = next((child for child in tagged.children[clause] if tagged.deps[child] in SUBJECTS), None)
        sources, targets = self._sources(subject_of(tagged, verb)), self.agents.joint(subject)
        targets = [target for target in targets if target not in sources and target.layer != "pronoun"]
        if not sources:
            return None
        if is_duty and targets:
            self.spent.add(clause)
            return _Act("REQUEST", -0.1, False, verb, (verb, verb + 1), sources, targets, "duty", 0.5)
        return _Act(None, None, False, verb, (verb, verb + 1), sources, targets, "telling", 0.35)

    def _thing_of(self, verb: int) -> list[Mention]:
        """The object of an act when it is nobody."""
        return self._thing(next((child for child in self.tagged.children[verb] if self.tagged.deps[child] == "dobj"), None))

    def _thing(self, head: int | None) -> list[Mention]:
        """A thing that is acted upon, as an end that is no mention of anybody."""
        tagged = self.tagged
        if head is None or tagged.tags[head][:2] != "NN" or self.agents.labels.get(head) in _NO_THINGS:
            return []
        first = noun_phrase_start(tagged, head)
        return [Mention(tagged.starts[first], tagged.ends[head], first, head + 1, head, "nominal", "dyad.thing", confidence=0.3)]

    def _of_adjective(self, adjective: int, pattern: EventPattern) -> _Act | None:
        """"X is critical of Y", "X is ready to help Y"."""
        if self.tagged.deps[adjective] != "acomp":
            return None
        sources = self._sources(subject_of(self.tagged, adjective))
        targets, _ = self._target(adjective, pattern)
        targets = [target for target in targets if target not in sources]
        if not sources or not targets:
            return None
        return _Act(pattern.event or None, pattern.tone, False, self.tagged.heads[adjective], (adjective, adjective + 1), sources, targets, "adjective", 0.5)

    # -- nouns ------------------------------------------------------------------------------------------------------------------

    def _of_noun(self, noun: int, pattern: EventPattern) -> _Act | None:
        tagged = self.tagged
        dep, verb = tagged.deps[noun], tagged.heads[noun]
        if dep in ("compound", "amod"):
            return None
        sources: list[Mention] = []
        targets: list[Mention] = []
        found_slot = ""
        carried = dep in ("dobj", "nsubjpass") and tagged.lowers[verb] in _LIGHT_VERBS
        prepositions = [child for child in tagged.children[noun] if tagged.deps[child] in ("prep", "agent") and child > noun]
        if carried:
            prepositions += [child for child in tagged.children[verb] if tagged.deps[child] in ("prep", "agent", "dative") and child > noun]
            if dep == "dobj":
                targets = [mention for child in tagged.children[verb] if tagged.deps[child] == "dative" for mention in self.agents.joint(child)]
        for child in prepositions:
            low = tagged.lowers[child]
            inner = next((c for c in tagged.children[child] if tagged.deps[c] == "pobj"), None)
            if inner is None:
                continue
            if low == "between" and pattern.is_symmetric:
                both = self.agents.joint(inner)
                if len(both) > 1:
                    return _Act(pattern.event or None, pattern.tone, True, noun, (noun, noun + 1), both[:1], both[1:], "noun.between", 0.7)
            elif low == "by" and not sources:
                sources = self._sources(inner)
            elif low in pattern.slots and not targets:
                targets, found_slot = self.agents.joint(inner) or self._inside(inner, _WITHIN), low
        if not sources:
            sources = self._owners(noun)
        if not sources and carried and dep == "dobj":
            sources = self._sources(subject_of(tagged, verb))
        targets = [target for target in targets if target not in sources]
        if not targets and carried and pattern.is_symmetric and len(sources) > 1:
            sources, targets, found_slot = sources[:1], sources[1:], "with"
        if not sources or not (targets or carried and self._is_main(verb)):
            return None
        cue = (verb, noun + 1) if carried and 0 < noun - verb <= 5 else (noun, noun + 1)
        symmetric = pattern.is_symmetric and found_slot in _MUTUAL
        rule = "noun" if carried else "noun.alone"
        return _Act(pattern.event or None, pattern.tone, symmetric, verb if carried else noun, cue, sources, targets, rule, 0.65 if targets else 0.45)

    def _noun_pattern(self, noun: int) -> EventPattern | None:
        """The longest pattern that ends in this noun: "hunger strike" before "strike"."""
        lowers = self.tagged.lowers
        for pattern in self.events.nouns[lowers[noun]]:
            size = len(pattern.rest)
            if all(word in forms for word, forms in zip(lowers[noun - size : noun], pattern.rest, strict=False)):
                return pattern
        return None

    def _owners(self, noun: int) -> list[Mention]:
        """Whose act the noun names: "Azerbaijan's blockade", "Israeli strikes"."""
        tagged, agents = self.tagged, self.agents
        for child in tagged.children[noun]:
            if tagged.deps[child] == "poss" and child < noun:
                return agents.joint(child)
        for child in tagged.children[noun]:
            if tagged.deps[child] in ("amod", "compound", "nmod") and child < noun:
                mention = agents.adjectives.get(child) or agents.by_head.get(child)
                if mention is not None:
                    return [mention]
        return []


class _Frame:
    """What surrounds an act: whose words, when, whether it happens at all."""

    def __init__(self, tagged: TaggedText, quotes: Sequence[Quote], times: Sequence[TimeMark]) -> None:
        self.tagged = tagged
        self.spoken = [(start, end, quote) for quote in quotes for start, end in quote.content]
        self.spoken.sort(key=lambda part: part[:2])
        self.days = [(mark.start, mark.end, day) for mark in times if (day := _day(mark.value)) is not None]

    def dyads(self, act: _Act) -> list[Dyad]:
        tagged = self.tagged
        quote = self._quote_at(tagged.starts[act.verb])
        cue = (tagged.starts[act.cue[0]], tagged.ends[act.cue[1] - 1])
        negated, tense, day = is_negated(tagged, act.verb) or tagged.deps[act.verb] == "xcomp" and tagged.lowers[tagged.heads[act.verb]] in _FAILING, _tense(tagged, act.verb), self._day_of(act.verb)
        voice = quote.speaker.actor_id if quote is not None and quote.speaker is not None else None
        pairs: list[tuple[Mention | None, Mention | None]] = [
            (source, target) for source in act.sources or [None] for target in act.targets or [None] if source is not target
        ]
        if act.is_symmetric and act.sources and act.targets:
            pairs += [(target, source) for source, target in pairs]
        tone = act.tone
        if tone is not None and negated:
            tone = -tone / 2
        return [
            Dyad(source, target, act.event, cue, negated, quote is not None, tense, act.rule, act.confidence,
                 tagged.sentence_of[act.verb], voice, tone, day)
            for source, target in pairs
        ]  # fmt: skip

    def _quote_at(self, start: int) -> Quote | None:
        """The innermost quotation that holds a character."""
        best: Quote | None = None
        for low, high, quote in self.spoken:
            if low > start:
                break
            if start < high:
                best = quote
        return best

    def _day_of(self, verb: int) -> date | None:
        """The day named in the act's own clause."""
        if not self.days:
            return None
        first, last = subtree(self.tagged, verb)
        low, high = self.tagged.starts[first], self.tagged.ends[last - 1]
        return next((day for start, end, day in self.days if low <= start and end <= high), None)


def _day(value: str | None) -> date | None:
    if value is None or len(value) < 10 or value[4] != "-" or value[5] in "WQ":
        return None
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def _tense(tagged: TaggedText, verb: int) -> str:
    lowers = tagged.lowers
    helpers = {lowers[child] for child in tagged.children[verb] if tagged.deps[child] in ("aux", "auxpass")}
    marks = {lowers[child] for child in tagged.children[verb] if tagged.deps[child] == "mark"}
    if helpers & _FUTURE:
        return "future"
    if helpers & _HYPOTHETICAL or marks & {"if", "unless"}:
        return "hypothetical"
    head = tagged.heads[verb]
    if "to" in helpers:
        if tagged.deps[verb] == "xcomp" and lowers[head] in _OPEN_HEADS or tagged.deps[verb] in ("acl", "advcl"):
            return "hypothetical"
        return _tense(tagged, head) if tagged.deps[verb] == "xcomp" and head != verb else "hypothetical"
    if helpers & {"has", "have", "had", "was", "were"} or tagged.tags[verb] in ("VBD", "VBN"):
        return "past"
    if tagged.tags[verb] in ("VBZ", "VBP"):
        return "present"
    if tagged.deps[verb] in ("advcl", "conj", "xcomp", "pcomp") and head != verb and tagged.tags[head][:1] == "V":
        return _tense(tagged, head)
    return "present" if helpers & {"is", "are", "am", "'s", "'re"} else "past"


def _by_order(
    tagged: TaggedText, mentions: Sequence[Mention], quotes: Sequence[Quote], times: Sequence[TimeMark], events: Events
) -> list[Dyad]:
    """Without syntax: a name, at most two words, an event verb, at most three words, a name, in one sentence."""
    frame = _Frame(tagged, quotes, times)
    actors = [mention for mention in mentions if mention.layer == "name" and mention.kind not in ("place", "outlet") and mention.reading != "place"]
    firsts = [mention.first for mention in actors]
    dyads: list[Dyad] = []
    for number, source in enumerate(actors):
        sentence = tagged.sentences[tagged.sentence_of[source.first]]
        for position in range(source.last, min(source.last + 3, sentence[1])):
            patterns = [pattern for pattern in events.verbs.get(tagged.lowers[position], ()) if not pattern.rest and "object" in pattern.slots]
            if not patterns:
                continue
            following = bisect_left(firsts, position + 1, number)
            if following < len(actors) and firsts[following] <= position + 4 and firsts[following] < sentence[1]:
                act = _Act(patterns[0].event, patterns[0].tone, False, position, (position, position + 1), [source], [actors[following]], "order", 0.4)
                dyads += frame.dyads(act)
            break
    return dyads
