"""Acts in clauses: verbs, event nouns and adjectives of the dictionary with their arguments, and plain verbs without an event."""

from transforms.acts.act import MODIFYING, MUTUAL, ON_AGENTS, PERSONAL, REFUSAL, VIOLENT, Act, Range, event_between
from transforms.acts.arguments import DETOURS, ActArguments
from transforms.acts.clause import Clause
from transforms.acts.events import EventPattern, Events
from transforms.acts.matches import without_matches
from transforms.acts.noun_acts import NounActs
from transforms.acts.pair_headlines import find_pair_acts
from transforms.acts.paths import THINGS
from transforms.acts.readings import (
    is_end_backed,
    is_of_victim,
    is_own_force,
    is_refusal,
    read_advance,
    read_blame,
    read_conquest,
    read_dismissal,
    read_encouragement,
    read_retort,
    reads_as_other,
    who_is_waited_for,
    whose_law,
)
from transforms.acts.senses import denies_a_deed, names_no_act
from transforms.acts.told_acts import ToldActs
from transforms.acts.unreal import is_imagined, without_campaigns, without_polls
from transforms.acts.verb_classes import (
    CONDITIONS,
    IDIOMATIC,
    NO_ACTS,
    OF_POWERS,
    OPEN_HEADS,
    ORDERS,
    PHASES,
    STATES_OF_BEING,
    TELLS,
    TRADES,
    WARNINGS,
    WISHES,
    WITH_ONE_VOICE,
)
from transforms.annotations import Mention, TaggedText
from transforms.language import word_class
from transforms.language.en.grammar import agent_of, is_background, is_main, is_passive, is_unreal, subject_of
from transforms.language.en.labels import (
    ADJECTIVE,
    ADJECTIVE_COMPLEMENT,
    BASE_FORM,
    CLAUSE,
    INFINITIVE,
    NOUN_CLAUSE,
    NOUN_TAGS,
    OBJECT,
    PARTICIPLE,
    PAST_FORM,
    PREPOSITION,
    PRESENT_TAGS,
    SUBJECT,
    VERB_TAGS,
)

#: Acts of troops, which are acts of whose troops they are: "Russian troops were deployed".
_MOVING = frozenset({"MOBILIZE", "RETREAT"})
#: What is given is a thing, also where it has the name of its crew: "donated coast guard ships".
_GIVING = word_class("acts.giving")
#: What an agreement is about: "agreed to talks", "agreed that"; "Ann agreed" agrees with an opinion.
_AGREED = frozenset({INFINITIVE, CLAUSE, OBJECT, PREPOSITION})
_REFLEXIVES = word_class("syntax.reflexives")
#: Who resists a call to do something does not do it.
_RESISTING = word_class("acts.resisting")
#: What leads from agreeing to what is agreed.
_ABOUT = word_class("acts.agreed_about")
#: Acts that consist in what is asked, promised, refused or threatened: their infinitives and clauses are no acts of their own.
_SPOKEN = frozenset({"REQUEST", "THREATEN", "AGREE", "REJECT"})
#: Who deals in things: what firms and media do to things is told for its own sake, what powers do to them only as an event.
_FIRMS = frozenset({"company", "organisation"})
_DEALERS = frozenset({None, "company", "organisation", "outlet"})


def find_acts(tagged: TaggedText, arguments: ActArguments, events: Events) -> list[Act]:
    """Acts in text order. If the main clause of a sentence has an event, plain verbs and acts of side clauses are left out."""
    finder, noun_acts = _Finder(tagged, arguments, events), NounActs(tagged, arguments, events)
    plain: list[int] = []
    nouns: list[int] = []
    found: list[Act] = []
    for position, tag in enumerate(tagged.tags):
        act: Act | None = None
        if tag in VERB_TAGS and position not in arguments.agents.labels:  # "Meet the Press" meets nobody
            pattern, act = finder.of_verb(position)
            if pattern is None and act is None:
                plain.append(position)
        elif tag == ADJECTIVE:
            act = finder.of_adjective(position)
        elif tag in NOUN_TAGS and tagged.lowers[position] in events.nouns:
            nouns.append(position)
        if act is not None:
            found.append(act)
    for position in nouns:
        act = noun_acts.read(position)
        if act is not None:
            found.append(act)
            arguments.spent.add(act.verb)
    found = _without_background(tagged, found)
    whole = {tagged.sentence_of[act.verb] for act in found if act.event and act.sources and act.targets}
    for position in finder.purposes:
        act = finder.purpose(position) if tagged.sentence_of[position] not in whole else None
        if act is not None:
            found.append(act)
    told = {tagged.sentence_of[act.verb] for act in found}
    for position in plain:
        act = finder.plain(position)
        if act is not None and (tagged.sentence_of[position] not in told or _is_deal(act)):
            found.append(act)
    found += find_pair_acts(tagged, arguments.agents, events)
    found = without_polls(tagged, without_campaigns(tagged, without_matches(tagged, found)))
    return sorted(found, key=lambda act: act.cue)


def _without_background(tagged: TaggedText, acts: list[Act]) -> list[Act]:
    told = {tagged.sentence_of[act.verb] for act in acts if act.sources and act.targets and is_main(tagged, act.verb)}
    return [
        act
        for act in acts
        if tagged.sentence_of[act.verb] not in told or _is_whole(act) or not (_is_aside(tagged, act) or is_background(tagged, act.verb))
    ]


def _is_deal(act: Act) -> bool:
    """Whether firms do it: their acts without a type are kept beside others."""
    return bool(act.sources and act.targets) and all(source.kind in _FIRMS for source in act.sources)


def _is_whole(act: Act) -> bool:
    return bool(act.event and act.sources and act.targets)


def _is_aside(tagged: TaggedText, act: Act) -> bool:
    """Whether an act is only mentioned: not so the subject of "Russia's shelling of Odesa killed four"."""
    return act.rule == "noun.alone" and not (tagged.deps[act.verb] == SUBJECT and act.event in VIOLENT)


class _Finder:
    """Reads one word as an act."""

    def __init__(self, tagged: TaggedText, arguments: ActArguments, events: Events) -> None:
        self.tagged = tagged
        self.arguments = arguments
        self.events = events
        self.told_acts = ToldActs(tagged, arguments, events)
        self.purposes: list[int] = []

    # -- verbs ------------------------------------------------------------------------------------------------------------------

    def of_verb(self, verb: int) -> tuple[EventPattern | None, Act | None]:
        """The dictionary's pattern of a verb and its act; neither for verbs that may be plain acts."""
        tagged = self.tagged
        if tagged.lowers[verb] in TELLS | WISHES | ORDERS:
            act = self.told_acts.read(verb)
            if act is not None:
                return None, act
        imagined = is_imagined(tagged, verb)
        is_modifier = tagged.deps[verb] in MODIFYING and tagged.tags[verb] != PAST_FORM
        if verb in self.arguments.spent or imagined or is_unreal(tagged, verb) or is_modifier:
            if verb not in self.arguments.spent and not imagined and tagged.tags[verb] == BASE_FORM and self._is_done_for(verb):
                self.purposes.append(verb)
            self.arguments.spent.add(verb)
            return None, None
        pattern, places = self.events.match(tagged, verb)
        if pattern is None:
            pattern = read_advance(self.arguments, verb)
        if pattern is None:
            return None, None
        if pattern.event == "REQUEST" and self.arguments.asks_question(verb):
            pattern = pattern._replace(event="")  # to ask whether is not to ask for
        self.arguments.spent.update(places)
        return pattern, self._event(verb, pattern, _cue(verb, places))

    def _is_done_for(self, verb: int) -> bool:
        """Whether something was done for the act of an infinitive; "a call to expel them", "must act to help" tell of no act."""
        head = self.tagged.heads[verb]
        if head == verb or self.tagged.tags[head] not in VERB_TAGS or self.tagged.lowers[head] in _RESISTING:
            return False
        return not is_unreal(self.tagged, head)

    def purpose(self, verb: int) -> Act | None:
        """What an act is for, where the act itself meets nobody: "sent a shipment to help Ethiopia"."""
        pattern, places = self.events.match(self.tagged, verb)
        if pattern is None or not pattern.event or any(self.tagged.lowers[child] in CONDITIONS for child in self.tagged.children[verb]):
            return None
        if pattern.event == "REQUEST" and self.arguments.asks_question(verb):
            return None
        act = self._event(verb, pattern, _cue(verb, places))
        is_told = act is not None and act.event and act.sources and (act.targets or act.event == "PROTEST")
        return act._replace(rule="purpose", confidence=0.5) if act is not None and is_told else None

    def _event(self, verb: int, pattern: EventPattern, cue: Range) -> Act | None:
        tagged, arguments = self.tagged, self.arguments
        pattern = self._as_promised(verb, pattern)
        clause = self._clause(verb, pattern)
        if names_no_act(tagged, clause):
            if pattern.event == "REJECT":
                arguments.spend_content(verb, False, True)  # "denied that he threatened her"
            return self.plain(verb)
        sources, targets, passive, slot = clause.sources, clause.targets, clause.is_passive, clause.slot
        pattern, targets, refused = self._reread(verb, pattern, sources, targets)
        if pattern.event in _SPOKEN:
            arguments.spend_content(verb, bool(targets), pattern.event == "REJECT")
        is_joint = slot not in pattern.slots and len(sources) > 1 and not arguments.meets_others(verb)
        if pattern.is_symmetric and is_joint and not self._does_more(verb, pattern):
            sources, targets, slot = sources[:1], sources[1:], "with"
        if pattern.event == "AID" and (self._only_moves(verb, pattern, slot, passive) or _only_arrives(sources, targets)):
            pattern = pattern._replace(event="")  # to send somebody somewhere is no aid
        if passive and not sources and pattern.event in _MOVING:
            sources = arguments.owners_of(arguments.passive_subject(verb))
        by_law = whose_law(arguments, verb) if passive and not sources else []
        sources = sources or by_law
        if passive and not sources and pattern.is_symmetric and len(targets) > 1:
            sources, targets, slot = targets[:1], targets[1:], "with"
        sources, targets, both_ways = self._each_other(verb, sources, targets)
        is_whole = bool(sources and targets)
        is_suffered = bool(targets) and (passive or arguments.is_deed(subject_of(tagged, verb)))
        noun = tagged.heads[verb]
        is_headline = _is_reduced(tagged, verb) and tagged.heads[noun] == noun  # "Two soldiers killed in Kidal"
        if not is_whole and not ((is_main(tagged, verb) or is_headline) and (sources or is_suffered)):
            return None  # half an act in a side clause says too little
        if not targets and tagged.lowers[verb] in WARNINGS and arguments.foresees(verb):
            pattern = pattern._replace(event="")  # to warn that supplies could fall short threatens nobody
        if not targets and not pattern.rest and self._is_talk(verb, pattern):
            pattern = pattern._replace(event="")
        is_thing = pattern.event in PERSONAL and not pattern.rest and bool(arguments.thing(arguments.object_of(verb)))
        if not targets and (pattern.needs_target or is_thing):
            return self.plain(verb)
        rule = REFUSAL if refused else "law" if by_law else f"verb.{slot}" if slot in DETOURS else "verb"
        confidence = 0.5 if by_law or not is_whole else 0.6 if slot in DETOURS else 0.75
        is_symmetric = both_ways or (pattern.is_symmetric and slot in MUTUAL and not self._is_stance(verb, pattern, slot))
        return Act(event_between(pattern, sources, targets), pattern.tone, is_symmetric, verb, cue, sources, targets, rule, confidence)

    def _each_other(self, verb: int, sources: list[Mention], targets: list[Mention]) -> tuple[list[Mention], list[Mention], bool]:
        """Sources, targets, and whether two do it to one another: "India and Pakistan blamed each other"."""
        if len(sources) != 2 or targets or not self.arguments.meets_each_other(verb):
            return sources, targets, False
        return sources[:1], sources[1:], True

    def _as_promised(self, verb: int, pattern: EventPattern) -> EventPattern:
        """The pattern of a promise by what is promised: to do harm threatens, not to do something refuses."""
        if pattern.event == "AGREE" and self.arguments.promises_not_to(verb):
            return pattern._replace(event="REJECT", tone=-0.5, is_symmetric=False)
        if pattern.event == "AGREE" and self.arguments.promises_harm(verb):
            return pattern._replace(event="THREATEN", tone=-0.6, is_symmetric=False)
        return pattern

    def _clause(self, verb: int, pattern: EventPattern) -> Clause:
        """Who does it to whom, of a passive too."""
        tagged, arguments = self.tagged, self.arguments
        reduced = _is_reduced(tagged, verb)
        passive = reduced or is_passive(tagged, verb)
        slot = "object"
        if reduced:
            targets = arguments.agents.joint(tagged.heads[verb])
        elif passive:
            targets = arguments.passive_target(verb, pattern)
        else:
            targets, slot = arguments.target(verb, pattern)
        sources = arguments.sources(agent_of(tagged, verb) if passive else subject_of(tagged, verb))
        is_aside = slot not in pattern.slots and pattern.event in ON_AGENTS
        met = [target for target in targets if target not in sources and self._is_met(target, is_aside)]
        if targets and not met and is_aside and not passive and pattern.event in THINGS:
            met, slot = arguments.thing(arguments.object_of(verb)), "thing"  # of "condemned the Quetta attack" the attack
        targets = met
        if sources and not passive and is_of_victim(tagged, verb, slot):
            sources, targets, passive = [], sources, True
        if denies_a_deed(tagged, verb):
            targets = []
        noun = arguments.passive_subject(verb) if passive else arguments.object_of(verb)
        return Clause(verb, pattern, sources, targets, passive, noun, slot)

    def _is_met(self, target: Mention, is_aside: bool) -> bool:
        """Whether an act can meet somebody: not the source's own, himself, nor a place aside ("mocked his Denver speech")."""
        if is_own_force(self.tagged, target) or self.tagged.lowers[target.head] in _REFLEXIVES:
            return False
        return not (is_aside and target.kind == "place")

    def _reread(
        self, verb: int, pattern: EventPattern, sources: list[Mention], targets: list[Mention]
    ) -> tuple[EventPattern, list[Mention], bool]:
        """The pattern as its arguments and helpers give it, the targets, and whether the act is a refusal."""
        pattern = read_dismissal(self.tagged, verb, read_conquest(self.tagged, verb, pattern, targets), targets)
        pattern = read_blame(self.tagged, verb, pattern)
        pattern = read_retort(self.tagged, verb, read_encouragement(self.tagged, verb, pattern), sources)
        if sources and is_refusal(self.tagged, verb, pattern):
            targets = targets or who_is_waited_for(self.arguments, verb)
            return pattern._replace(event="REJECT", tone=-0.5, is_symmetric=False), targets, True
        if is_end_backed(self.tagged, pattern, self.arguments.object_of(verb)):
            pattern = pattern._replace(event="REJECT", tone=-0.5)
        if reads_as_other(self.tagged, verb, pattern, targets):
            pattern = pattern._replace(event="")
        if self.tagged.lowers[verb] in OF_POWERS and targets and all(target.kind in ("person", "generic", None) for target in targets):
            pattern = pattern._replace(event="")
        return pattern, targets, False

    def _only_moves(self, verb: int, pattern: EventPattern, slot: str, passive: bool) -> bool:
        """Whether somebody is sent somewhere, and not something to somebody."""
        moved = self.arguments.passive_subject(verb) if passive else self.arguments.object_of(verb)
        is_open = (passive or slot in ("to", "for")) and not pattern.rest and "to" in pattern.slots
        return is_open and self.tagged.lowers[verb] not in _GIVING and bool(self.arguments.agents_of(moved))

    def _is_talk(self, verb: int, pattern: EventPattern) -> bool:
        """Whether the verb only acknowledges that something is so, agrees to nothing, or takes back a thing: no support, no retreat."""
        deps, children = self.tagged.deps, self.tagged.children[verb]
        if pattern.event == "SUPPORT":
            return any(deps[child] == CLAUSE for child in children)
        if pattern.event == "AGREE":
            return not any(deps[child] in _AGREED for child in children)
        return pattern.event == "RETREAT" and any(deps[child] == OBJECT for child in children)

    def _does_more(self, verb: int, pattern: EventPattern) -> bool:
        """Whether joint agents do together what the infinitive says, and not the act to each other; agreeing is both."""
        if self.tagged.lowers[verb] in WITH_ONE_VOICE:
            return True
        return pattern.event != "AGREE" and any(self.tagged.deps[child] == INFINITIVE for child in self.tagged.children[verb])

    def _is_stance(self, verb: int, pattern: EventPattern, slot: str) -> bool:
        """Whether "agree with X (that …)" shares an opinion of X's, who need not share it back; "agreed with X on Y" is mutual."""
        tagged, children = self.tagged, self.tagged.children[verb]
        if pattern.event != "AGREE" or pattern.rest:
            return False
        if tagged.tags[verb] in PRESENT_TAGS or any(tagged.deps[child] == CLAUSE for child in children):
            return True
        is_deal = any(tagged.deps[child] == INFINITIVE or tagged.lowers[child] in _ABOUT for child in children)
        return slot == "with" and not is_deal

    def plain(self, verb: int) -> Act | None:
        """An act that is no PLOVER event: somebody does it to somebody or something, or a main clause tells only one of the two."""
        tagged, arguments = self.tagged, self.arguments
        lower = tagged.lowers[verb]
        if verb in arguments.spent:
            return None
        clause = next((child for child in tagged.children[verb] if tagged.deps[child] == CLAUSE), None) if lower in TELLS else None
        if clause is not None:
            sources, targets = self.told_acts.arguments_of(verb, clause)
            targets = [target for target in targets if target.kind not in (None, "generic")]
            return Act(None, None, False, verb, (verb, verb + 1), sources, targets, "telling", 0.35) if sources else None
        if (
            lower in NO_ACTS
            or lower in OPEN_HEADS
            or lower in PHASES
            or (tagged.deps[verb] == NOUN_CLAUSE and tagged.tags[verb] == PARTICIPLE)
        ):
            return None
        if is_passive(tagged, verb):
            subject = arguments.passive_subject(verb)
            sources = arguments.sources(agent_of(tagged, verb))
            is_told = bool(sources) or lower in TRADES
            targets = arguments.agents.joint(subject) or (self._thing(verb, sources, subject) if is_told else [])
            if not sources and lower in STATES_OF_BEING:
                return None
        else:
            sources = [
                source for source in arguments.agents_of(subject_of(tagged, verb)) if source.actor_id is not None or source.layer == "name"
            ]
            targets = arguments.target(verb, None)[0] if sources else []
            if sources and not targets and lower not in IDIOMATIC:
                targets = self._thing(verb, sources, arguments.object_of(verb))
        targets = [target for target in targets if target not in sources]
        targets = [target for target in targets if tagged.lowers[target.head] not in _REFLEXIVES]
        if not (sources and targets) and (lower in IDIOMATIC or not (sources or targets) or not is_main(tagged, verb)):
            return None
        return Act(None, None, False, verb, (verb, verb + 1), sources, targets, "clause", 0.4)

    def _thing(self, verb: int, sources: list[Mention], head: int | None) -> list[Mention]:
        is_told = self.tagged.lowers[verb] in TRADES or all(source.kind in _DEALERS for source in sources)
        return self.arguments.thing(head) if is_told else []

    # -- adjectives and nouns ---------------------------------------------------------------------------------------------------

    def of_adjective(self, adjective: int) -> Act | None:
        """ "X is critical of Y", "X is ready to help Y"."""
        tagged = self.tagged
        pattern = self.events.adjectives.get(tagged.lowers[adjective])
        if pattern is None or tagged.deps[adjective] != ADJECTIVE_COMPLEMENT:
            return None
        if pattern.event == "AGREE" and not self._promises_act(adjective):
            return None  # "ready to sleep", "willing to say so to them"
        sources = self.arguments.sources(subject_of(tagged, adjective))
        targets = [target for target in self.arguments.target(adjective, pattern)[0] if target not in sources]
        if not sources or not targets:
            return None
        cue = (adjective, adjective + 1)
        if pattern.event == "AGREE" and self.arguments.promises_harm(adjective):
            pattern = pattern._replace(event="THREATEN", tone=-0.6)  # "prepared to shoot"
        return Act(pattern.event or None, pattern.tone, False, tagged.heads[adjective], cue, sources, targets, "adjective", 0.5)

    def _promises_act(self, adjective: int) -> bool:
        """Whether the infinitive behind an adjective is an act of the dictionary."""
        promised = (child for child in self.tagged.children[adjective] if self.tagged.deps[child] == INFINITIVE)
        patterns = (self.events.match(self.tagged, verb)[0] for verb in promised)
        return any(pattern is not None and pattern.event for pattern in patterns)


def _is_reduced(tagged: TaggedText, verb: int) -> bool:
    """Whether it is a passive without its helper: "soldiers killed in Kidal"."""
    if tagged.tags[verb] != PARTICIPLE or tagged.deps[verb] != NOUN_CLAUSE:
        return False
    noun = tagged.heads[verb]  # a whole sentence with an object was misread: "The air force carried out three strikes in Mosul."
    is_whole = tagged.heads[noun] == noun and any(tagged.deps[child] == OBJECT and child > verb for child in tagged.children[verb])
    return not is_whole or tagged.lowers[verb] in _GIVING


def _only_arrives(sources: list[Mention], targets: list[Mention]) -> bool:
    """Whether nobody sends something to a place: "the draft was sent to Washington"."""
    return not sources and bool(targets) and all(target.kind == "place" for target in targets)


def _cue(verb: int, places: list[int]) -> Range:
    """The verb and its further words, if they stand close to it."""
    last = max([verb, *places]) + 1
    return verb, last if last - verb <= 6 else verb + 1
