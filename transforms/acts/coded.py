"""Acts in clauses: verbs, event nouns and adjectives of the dictionary with their ends, and plain verbs where no event is told."""

from typing import NamedTuple

from transforms.acts.clauses import is_background, is_main, is_unreal
from transforms.acts.ends import ActEnds
from transforms.acts.events import EventPattern, Events
from transforms.acts.words import CONDITIONS, DUTY, IDIOMATIC, LIGHT_VERBS, NO_ACTS, OPEN_HEADS, PHASES, TELLS
from transforms.annotations import Mention, TaggedText
from transforms.syntax import SUBJECTS, agent_of, is_passive, pobj_of, subject_of

_MODIFYING = frozenset({"aux", "auxpass", "amod", "compound"})
#: Slots in which both ends do the same thing.
_MUTUAL = frozenset({"with", "between", "object"})
#: Acts on persons: with a thing as object the verb means something else ("released a report", "received an order").
_PERSONAL = frozenset({"CONSULT", "CONCEDE", "COOPERATE", "AID", "REQUEST"})
#: Ways to a target that are less sure than a slot of the pattern.
_DETOURS = frozenset({"complement", "inside", "where", "thing", "deep"})
_FORCES = frozenset(
    "troops forces force army military navy fleet soldiers fighters peacekeepers police staff employees citizens people country embassy "
    "office party".split()
)
_OWN = frozenset({"its", "his", "her", "their", "our", "my"})
Range = tuple[int, int]


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


def find_acts(tagged: TaggedText, ends: ActEnds, events: Events) -> list[Act]:
    """Acts in text order. Where the main clause of a sentence tells an event, plain verbs and what side clauses recall are left out."""
    finder = _Finder(tagged, ends, events)
    plain: list[int] = []
    nouns: list[int] = []
    found: list[Act] = []
    for position, tag in enumerate(tagged.tags):
        act: Act | None = None
        if tag[:1] == "V":
            pattern, act = finder.of_verb(position)
            if pattern is None and act is None:
                plain.append(position)
        elif tag == "JJ":
            act = finder.of_adjective(position)
        elif tag[:2] == "NN" and tagged.lowers[position] in events.nouns:
            nouns.append(position)
        if act is not None:
            found.append(act)
    for position in nouns:
        act = finder.of_noun(position)
        if act is not None:
            found.append(act)
            ends.spent.add(act.verb)
    found = _without_background(tagged, found)
    whole = {tagged.sentence_of[act.verb] for act in found if act.event and act.sources and act.targets}
    for position in finder.purposes:
        act = finder.purpose(position) if tagged.sentence_of[position] not in whole else None
        if act is not None:
            found.append(act)
    told = {tagged.sentence_of[act.verb] for act in found}
    found += [act for position in plain if tagged.sentence_of[position] not in told and (act := finder.plain(position)) is not None]
    found.sort(key=lambda act: act.cue)
    return found


def _without_background(tagged: TaggedText, acts: list[Act]) -> list[Act]:
    told = {tagged.sentence_of[act.verb] for act in acts if act.sources and act.targets and is_main(tagged, act.verb)}
    return [
        act for act in acts if tagged.sentence_of[act.verb] not in told or not (act.rule == "noun.alone" or is_background(tagged, act.verb))
    ]


class _Finder:
    """Reads one word as an act."""

    def __init__(self, tagged: TaggedText, ends: ActEnds, events: Events) -> None:
        self.tagged = tagged
        self.ends = ends
        self.events = events
        self.purposes: list[int] = []

    # -- verbs ------------------------------------------------------------------------------------------------------------------

    def of_verb(self, verb: int) -> tuple[EventPattern | None, Act | None]:
        """The dictionary's pattern of a verb and its act; neither for verbs that may be plain acts."""
        tagged = self.tagged
        if tagged.lowers[verb] in TELLS:
            act = self._asking(verb)
            if act is not None:
                return None, act
        if verb in self.ends.spent or is_unreal(tagged, verb) or (tagged.deps[verb] in _MODIFYING and tagged.tags[verb] != "VBD"):
            if verb not in self.ends.spent and tagged.tags[verb] == "VB":
                self.purposes.append(verb)
            self.ends.spent.add(verb)
            return None, None
        pattern, places = self.events.match(tagged, verb)
        if pattern is None:
            return None, None
        self.ends.spent.update(places)
        return pattern, self._event(verb, pattern, _cue(verb, places))

    def purpose(self, verb: int) -> Act | None:
        """What an act is for, where the act itself meets nobody: "sent a shipment to help Ethiopia"."""
        pattern, places = self.events.match(self.tagged, verb)
        if pattern is None or not pattern.event or any(self.tagged.lowers[child] in CONDITIONS for child in self.tagged.children[verb]):
            return None
        act = self._event(verb, pattern, _cue(verb, places))
        return act._replace(rule="purpose", confidence=0.5) if act is not None and act.sources and act.targets else None

    def _event(self, verb: int, pattern: EventPattern, cue: Range) -> Act | None:
        tagged, ends = self.tagged, self.ends
        reduced = tagged.tags[verb] == "VBN" and tagged.deps[verb] == "acl"
        passive = reduced or is_passive(tagged, verb)
        slot = "object"
        if reduced:
            targets = ends.agents.joint(tagged.heads[verb])
        elif passive:
            targets = ends.passive_target(verb, pattern)
        else:
            targets, slot = ends.target(verb, pattern)
        sources = ends.sources(agent_of(tagged, verb) if passive else subject_of(tagged, verb))
        targets = [target for target in targets if target not in sources and not self._is_own(target)]
        targets = [target for target in targets if not tagged.lowers[target.head].endswith(("self", "selves"))]
        if pattern.is_symmetric and slot not in pattern.slots and len(sources) > 1 and not self._has_complement(verb):
            sources, targets, slot = sources[:1], sources[1:], "with"
        is_whole = bool(sources and targets)
        if not is_whole and not (is_main(tagged, verb) and (sources or (targets and passive))):
            return None  # half an act in a side clause says too little
        if not targets and (pattern.needs_target or (pattern.event in _PERSONAL and ends.thing(ends.object_of(verb)))):
            return self.plain(verb)
        rule = f"verb.{slot}" if slot in _DETOURS else "verb"
        confidence = 0.5 if not is_whole else 0.6 if slot in _DETOURS else 0.75
        is_symmetric = pattern.is_symmetric and slot in _MUTUAL
        return Act(pattern.event or None, pattern.tone, is_symmetric, verb, cue, sources, targets, rule, confidence)

    def _is_own(self, target: Mention) -> bool:
        """Whether it is the source's own: "sent its troops"; "his counterpart" is somebody else."""
        lowers = self.tagged.lowers
        return target.layer == "nominal" and lowers[target.first] in _OWN and lowers[target.head] in _FORCES

    def _has_complement(self, verb: int) -> bool:
        return any(self.tagged.deps[child] == "xcomp" for child in self.tagged.children[verb])

    def _asking(self, verb: int) -> Act | None:
        """Saying that somebody must do something is asking for it."""
        tagged = self.tagged
        clause = next((child for child in tagged.children[verb] if tagged.deps[child] == "ccomp"), None)
        if clause is None or not any(tagged.lowers[child] in DUTY for child in tagged.children[clause]):
            return None
        sources, targets = self._told_ends(verb, clause)
        if not sources or not targets:
            return None
        self.ends.spent.update((verb, clause))
        return Act("REQUEST", -0.1, False, verb, (verb, verb + 1), sources, targets, "duty", 0.5)

    def _told_ends(self, verb: int, clause: int) -> tuple[list[Mention], list[Mention]]:
        """Who tells, and of whom."""
        tagged, ends = self.tagged, self.ends
        subject = next((child for child in tagged.children[clause] if tagged.deps[child] in SUBJECTS), None)
        sources = ends.sources(subject_of(tagged, verb))
        return sources, [target for target in ends.agents.joint(subject) if target not in sources and target.layer != "pronoun"]

    def plain(self, verb: int) -> Act | None:
        """An act that is no PLOVER event: somebody does it to somebody or something, or a main clause tells only one of the two."""
        tagged, ends = self.tagged, self.ends
        lower = tagged.lowers[verb]
        if verb in ends.spent:
            return None
        clause = next((child for child in tagged.children[verb] if tagged.deps[child] == "ccomp"), None) if lower in TELLS else None
        if clause is not None:
            sources, targets = self._told_ends(verb, clause)
            return Act(None, None, False, verb, (verb, verb + 1), sources, targets, "telling", 0.35) if sources else None
        if lower in NO_ACTS or lower in OPEN_HEADS or lower in PHASES or (tagged.deps[verb] == "acl" and tagged.tags[verb] == "VBN"):
            return None
        if is_passive(tagged, verb):
            subject = ends.passive_subject(verb)
            sources, targets = ends.sources(agent_of(tagged, verb)), ends.agents.joint(subject) or ends.thing(subject)
        else:
            sources = ends.doers(subject_of(tagged, verb))
            targets = ends.target(verb, None)[0] if sources else []
            if sources and not targets and lower not in IDIOMATIC:
                targets = ends.thing(ends.object_of(verb))
        targets = [target for target in targets if target not in sources]
        if not (sources and targets) and (lower in IDIOMATIC or not (sources or targets) or not is_main(tagged, verb)):
            return None
        return Act(None, None, False, verb, (verb, verb + 1), sources, targets, "clause", 0.4)

    # -- adjectives and nouns ---------------------------------------------------------------------------------------------------

    def of_adjective(self, adjective: int) -> Act | None:
        """ "X is critical of Y", "X is ready to help Y"."""
        tagged = self.tagged
        pattern = self.events.adjectives.get(tagged.lowers[adjective])
        if pattern is None or tagged.deps[adjective] != "acomp":
            return None
        sources = self.ends.sources(subject_of(tagged, adjective))
        targets = [target for target in self.ends.target(adjective, pattern)[0] if target not in sources]
        if not sources or not targets:
            return None
        cue = (adjective, adjective + 1)
        return Act(pattern.event or None, pattern.tone, False, tagged.heads[adjective], cue, sources, targets, "adjective", 0.5)

    def of_noun(self, noun: int) -> Act | None:
        """ "Azerbaijan's blockade of Karabakh", "talks between X and Y", "X launched an attack on Y"."""
        tagged, ends = self.tagged, self.ends
        pattern = self.events.match_noun(tagged, noun)
        dep, verb = tagged.deps[noun], tagged.heads[noun]
        if pattern is None or noun in ends.spent or dep in _MODIFYING:
            return None
        is_carried = dep in ("dobj", "nsubjpass") and tagged.lowers[verb] in LIGHT_VERBS
        beside = [*tagged.children[noun], *(tagged.children[verb] if is_carried else ())]
        sources: list[Mention] = []
        targets: list[Mention] = []
        slot = ""
        if is_carried and dep == "dobj":
            targets = [m for child in tagged.children[verb] if tagged.deps[child] == "dative" for m in ends.agents.joint(child)]
        for child in beside:
            if child < noun or tagged.deps[child] not in ("prep", "agent", "dative"):
                continue
            lower, inner = tagged.lowers[child], pobj_of(tagged, child)
            if lower == "between" and pattern.is_symmetric:
                both = ends.agents.joint(inner)
                if len(both) > 1:
                    return Act(pattern.event or None, pattern.tone, True, noun, (noun, noun + 1), both[:1], both[1:], "noun.between", 0.7)
            elif lower == "by" and not sources:
                sources = ends.sources(inner)
            elif lower in pattern.slots and not targets:
                targets, slot = ends.at_slot(lower, [], [child]), lower
        sources = sources or ends.owners(noun)
        if not sources and is_carried and dep == "dobj":
            sources = ends.sources(subject_of(tagged, verb))
        targets = [target for target in targets if target not in sources]
        if not targets and is_carried and pattern.is_symmetric and len(sources) > 1:
            sources, targets, slot = sources[:1], sources[1:], "with"
        if not sources or not (targets or (is_carried and is_main(tagged, verb))):
            return None
        is_symmetric = pattern.is_symmetric and slot in _MUTUAL
        cue = (verb, noun + 1) if is_carried and 0 < noun - verb <= 5 else (noun, noun + 1)
        rule, confidence = "noun" if is_carried else "noun.alone", 0.65 if targets else 0.45
        return Act(pattern.event or None, pattern.tone, is_symmetric, verb if is_carried else noun, cue, sources, targets, rule, confidence)


def _cue(verb: int, places: list[int]) -> Range:
    """The verb and its further words, if they stand close to it."""
    last = max([verb, *places]) + 1
    return verb, last if last - verb <= 6 else verb + 1
