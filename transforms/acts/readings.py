"""What an act means beyond its pattern: places that are taken, what one says one will and will not do, and the country whose law did it."""

from collections.abc import Sequence

from transforms.acts.act import ARMED
from transforms.acts.act_agents import ActAgents
from transforms.acts.events import EventPattern
from transforms.acts.verb_classes import ANNOUNCED
from transforms.annotations import Mention, TaggedText
from transforms.language import word_class
from transforms.language.en.grammar import agent_of, is_negated, is_passive, pobj_of, subject_of
from transforms.language.en.labels import (
    ADVERBIAL_CLAUSE,
    CLAUSE,
    CONJUNCT,
    HELPER,
    INFINITIVE,
    OBJECT,
    PARTICIPLE,
    PASSIVE_SUBJECT,
    PAST_FORM,
    PREPOSITION,
)

#: Verbs that take persons into custody and places by force.
_TAKING = word_class("acts.taking")
#: What only the police and courts of a country do.
_BY_LAW = word_class("acts.by_law")
_BY_LAW_WHERE = word_class("acts.by_law_where")
#: What leads to the condition on which one would give in: "will not return until X pays".
UNTIL = word_class("acts.until")
_HAVE = word_class("acts.have")
#: Verbs of protest that with an object only show or gather, and acts that persons alone suffer.
_SHOWING = word_class("acts.showing")
_OF_PERSONS = word_class("acts.of_persons")
#: What headlines tell of a victim without the helper of the passive, and what they so tell with what it is for: "Kelly attacked for".
_VICTIMS = word_class("acts.victims")
_VICTIMS_FOR = word_class("acts.victims_for")
#: "Activist shot dead in Honduras".
_SHOT = word_class("acts.shot")
_DEAD = word_class("acts.dead")
_FOR_WHAT = word_class("acts.for_what")
_ENDINGS = word_class("acts.endings")
#: How troops come into a place, whom they are called, and what leads to the place.
_ADVANCING = word_class("acts.advancing")
_FIGHTERS = word_class("acts.fighters")
_WITH_ARMS = frozenset({"armed_force", "armed_group"})
_ONTO_LAND = word_class("acts.onto_land")
_OF = word_class("syntax.of")
_ENCOURAGING = word_class("acts.encouraging")
_DISMISSING = word_class("acts.dismissing")
_SEEN_AS = word_class("acts.seen_as")
_WITH_POSTS = frozenset({"person", "generic", "government"})
_ATTACKING = word_class("acts.attacking")
_BLAMED_FOR = word_class("acts.blamed_for")
_RETORTING = word_class("acts.retorting")
_TROOPS = word_class("acts.forces_and_arms")
_SACKED = frozenset({OBJECT, PASSIVE_SUBJECT, CONJUNCT})
_PAST_FORMS = frozenset({PARTICIPLE, PAST_FORM})
_SHOWN = frozenset({OBJECT, CLAUSE})
_FORCES = word_class("acts.forces")
_REFLEXIVES = word_class("syntax.reflexives")
_OWN = word_class("syntax.possessive_determiners")
#: Acts whose refusal is an act.
_GIVING_IN = frozenset({"CONCEDE", "RETREAT", "AGREE", "AID", "SUPPORT", "CONSULT", "COOPERATE"})
_DENYING = word_class("acts.denying")
_PLACES = frozenset({"place", "country", "territory"})


def read_conquest(tagged: TaggedText, verb: int, pattern: EventPattern, targets: Sequence[Mention]) -> EventPattern:
    """The pattern, as an assault where places are taken: "captured the town"; to capture a man is coercion."""
    is_conquest = pattern.event == "COERCE" and tagged.lowers[verb] in _TAKING and bool(targets)
    return pattern._replace(event="ASSAULT") if is_conquest and all(target.kind in _PLACES for target in targets) else pattern


def read_advance(arguments: ActAgents, verb: int) -> EventPattern | None:
    """An assault where troops come into a place: "rebels entered Goma", "tanks rolled into Chad"; delegates do so in peace."""
    tagged = arguments.tagged
    if tagged.lowers[verb] not in _ADVANCING or is_passive(tagged, verb):
        return None
    subject = subject_of(tagged, verb)
    sources = arguments.sources(subject)
    heads = {tagged.lowers[position] for position in (subject, *(one.head for one in sources)) if position is not None}
    if not sources or (heads.isdisjoint(_FIGHTERS) and not any(one.kind in _WITH_ARMS for one in sources)):
        return None
    led = [child for child in tagged.children[verb] if tagged.deps[child] == PREPOSITION and tagged.lowers[child] in _ONTO_LAND]
    objects = [child for child in tagged.children[verb] if tagged.deps[child] == OBJECT]
    reached = objects or [inner for child in led if (inner := pobj_of(tagged, child)) is not None]
    met = [one for head in reached for one in arguments.agents.joint(head, with_places=True) or arguments.inside(head, _OF)]
    is_land = bool(met) and all(one.kind in _PLACES for one in met)
    return EventPattern("ASSAULT", (), ("object", *sorted(_ONTO_LAND)), False, -0.8, True) if is_land else None


def read_encouragement(tagged: TaggedText, verb: int, pattern: EventPattern) -> EventPattern:
    """The pattern, as a request where somebody is encouraged to do something."""
    is_asking = tagged.lowers[verb] in _ENCOURAGING and any(tagged.deps[child] == INFINITIVE for child in tagged.children[verb])
    return pattern._replace(event="REQUEST", tone=-0.1) if is_asking and pattern.event == "SUPPORT" else pattern


def read_retort(tagged: TaggedText, verb: int, pattern: EventPattern, sources: Sequence[Mention]) -> EventPattern:
    """The pattern, as an assault where the armed fire back; others do it in words."""
    is_retort = pattern.event == "ACCUSE" and tagged.lowers[verb] in _RETORTING
    is_armed = any(source.kind in ARMED or tagged.lowers[source.head] in _TROOPS for source in sources)
    return pattern._replace(event="ASSAULT", tone=-1) if is_retort and is_armed else pattern


def read_blame(tagged: TaggedText, verb: int, pattern: EventPattern) -> EventPattern:
    """The pattern, as an accusation where somebody is attacked for something: "was attacked for his answers"."""
    is_blow = pattern.event == "ASSAULT" and pattern.figurative == "ACCUSE" and not pattern.rest and tagged.lowers[verb] in _ATTACKING
    is_blamed = any(tagged.deps[child] == PREPOSITION and tagged.lowers[child] in _BLAMED_FOR for child in tagged.children[verb])
    return pattern._replace(event="ACCUSE", tone=-0.7) if is_blow and is_blamed else pattern


def read_dismissal(tagged: TaggedText, verb: int, pattern: EventPattern, targets: Sequence[Mention]) -> EventPattern:
    """The pattern, as a sanction where persons lose their posts: "dismissed three officers"; who is dismissed as a liar is rejected."""
    is_seen = any(tagged.deps[child] == PREPOSITION and tagged.lowers[child] in _SEEN_AS for child in tagged.children[verb])
    is_sacked = tagged.lowers[verb] in _DISMISSING and not is_seen and bool(targets)
    is_lost = [tagged.deps[target.head] in _SACKED or tagged.heads[verb] == target.head for target in targets]
    if not is_sacked or not all(is_lost) or any(target.kind not in _WITH_POSTS for target in targets):
        return pattern
    return pattern._replace(event="SANCTION", tone=-0.6)


def reads_as_other(tagged: TaggedText, verb: int, pattern: EventPattern, targets: Sequence[Mention]) -> bool:
    """Whether a verb means something else with what it is said of: "demonstrated hostility", "killed the bill",
    "positioned herself"."""
    if pattern.rest:
        return False
    if any(tagged.deps[child] == OBJECT and tagged.lowers[child] in _REFLEXIVES for child in tagged.children[verb]):
        return True
    if tagged.lowers[verb] in _SHOWING and any(tagged.deps[child] in _SHOWN for child in tagged.children[verb]):
        return True
    return tagged.lowers[verb] in _OF_PERSONS and bool(targets) and all(target.rule == "dyad.thing" for target in targets)


def is_end_backed(tagged: TaggedText, pattern: EventPattern, noun: int | None) -> bool:
    """Whether the end of something is backed: "supports the repeal of his bill"."""
    return pattern.event == "SUPPORT" and noun is not None and tagged.lowers[noun] in _ENDINGS


def is_of_victim(tagged: TaggedText, verb: int, slot: str) -> bool:
    """Whether a headline names the object of a passive without its auxiliary: "Journalist killed in Tripoli"."""
    lower = tagged.lowers[verb]
    is_blamed = lower in _VICTIMS_FOR and any(tagged.lowers[child] in _FOR_WHAT for child in tagged.children[verb] if child == verb + 1)
    is_done = (lower in _OF_PERSONS or lower in _VICTIMS or is_blamed) and tagged.tags[verb] in _PAST_FORMS
    is_done = is_done or (lower in _SHOT and any(tagged.lowers[child] in _DEAD for child in tagged.children[verb]))
    is_meeting = any(tagged.deps[child] in (OBJECT, HELPER, CLAUSE) for child in tagged.children[verb])
    return is_done and slot != "object" and not is_meeting


def is_own_force(tagged: TaggedText, target: Mention) -> bool:
    """Whether it is the source's own: "sent its troops"; "his counterpart" is somebody else."""
    lowers = tagged.lowers
    return target.layer == "nominal" and lowers[target.first] in _OWN and lowers[target.head] in _FORCES


def is_refusal(tagged: TaggedText, verb: int, pattern: EventPattern) -> bool:
    """Whether one says that one will not give in: "will not lift the embargo"; "would not have lifted it" is not a refusal."""
    if pattern.event not in _GIVING_IN or not is_negated(tagged, verb):
        return False
    helpers = {tagged.lowers[child] for child in tagged.children[verb] if tagged.deps[child] == HELPER}
    return not helpers.isdisjoint(ANNOUNCED) and helpers.isdisjoint(_HAVE)


def who_is_waited_for(arguments: ActAgents, verb: int) -> list[Mention]:
    """Of "will not return until the ministry pays" and "until they are paid by the ministry" the ministry."""
    tagged = arguments.tagged
    for clause in tagged.children[verb]:
        if tagged.deps[clause] == ADVERBIAL_CLAUSE and any(tagged.lowers[child] in UNTIL for child in tagged.children[clause]):
            doer = agent_of(tagged, clause) if is_passive(tagged, clause) else subject_of(tagged, clause)
            return arguments.agents_of(doer)
    return []


def whose_law(arguments: ActAgents, verb: int) -> list[Mention]:
    """The country whose police or courts did what nobody is named for: "was arrested in Niger", "were expelled from Tajikistan"."""
    tagged = arguments.tagged
    if tagged.lowers[verb] not in _BY_LAW:
        return []
    for child in tagged.children[verb]:
        if tagged.deps[child] == PREPOSITION and tagged.lowers[child] in _BY_LAW_WHERE:
            found = arguments.agents.joint(pobj_of(tagged, child), with_places=True)
            if len(found) == 1 and found[0].kind == "country":
                return found
    return []
