"""What an act means beyond its pattern: places that are taken, what one says one will and will not do, and the country whose law did it."""

from collections.abc import Sequence

from transforms.acts.act import ARMED, Act
from transforms.acts.act_agents import ActAgents
from transforms.acts.events import EventPattern
from transforms.acts.verb_classes import ANNOUNCED, HAVING, TELLS
from transforms.annotations import Mention, TaggedText
from transforms.language import word_class
from transforms.language.en.grammar import agent_of, first_joined, governing_verb, is_negated, is_passive, pobj_of, subject_of, tense_of
from transforms.language.en.labels import (
    ADJECTIVE_COMPLEMENT,
    ADVERBIAL_CLAUSE,
    AGENT,
    BASE_FORM,
    CLAUSE,
    CONJUNCT,
    HELPER,
    INFINITIVE,
    ING_FORM,
    NOUN_CLAUSE,
    NOUN_TAGS,
    OBJECT,
    PARTICIPLE,
    PASSIVE_SUBJECT,
    PAST_FORM,
    PREPOSITION,
    PREPOSITION_CLAUSE,
    PREPOSITION_OBJECT,
    PRESENT_TAGS,
    SUBJECTS,
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
_FOR_WHAT = word_class("acts.for_what")
_ENDINGS = word_class("acts.endings")
_ENCOURAGING = word_class("acts.encouraging")
_DISMISSING = word_class("acts.dismissing")
_SEEN_AS = word_class("acts.seen_as")
_JOINED = frozenset({CONJUNCT})
_WITH_POSTS = frozenset({"person", "generic", "government"})
_ATTACKING = word_class("acts.attacking")
_BLAMED_FOR = word_class("acts.blamed_for")
_RETORTING = word_class("acts.retorting")
_TROOPS = word_class("acts.forces_and_arms")
_SACKED = frozenset({OBJECT, PASSIVE_SUBJECT, CONJUNCT})
#: Acts that are arranged beforehand.
_ARRANGED = frozenset({"CONSULT", "COOPERATE", "AGREE"})
#: What says of a meeting that it is still to come, and what leads to one.
_TO_COME = word_class("acts.to_come")
_LEADING_TO = word_class("acts.leading_to")
#: Verbs behind which nothing is done yet: "looking at allowing", "proposed to expel".
_CONSIDERED = word_class("acts.considered")
_CLEAR = word_class("acts.clear")
_UNCLEAR = word_class("acts.unclear")
_WHETHER = word_class("acts.whether")
#: Nouns whose clause says what may be so, or is not: "the possibility that", "the myth that".
_SUPPOSED = word_class("acts.supposed")
_TOLD = frozenset({CLAUSE, NOUN_CLAUSE})
_BY_DOING = word_class("acts.by_doing")
_OPEN_TENSES = frozenset({"future", "hypothetical"})
_UNFINISHED = frozenset({BASE_FORM, ING_FORM})
_COMPLETING = frozenset({INFINITIVE, PREPOSITION_CLAUSE})
_PAST_FORMS = frozenset({PARTICIPLE, PAST_FORM})
_SHOWN = frozenset({OBJECT, CLAUSE})
_FORCES = word_class("acts.forces")
_REFLEXIVES = word_class("syntax.reflexives")
_OWN = word_class("syntax.possessive_determiners")
#: Acts whose refusal is an act.
_GIVING_IN = frozenset({"CONCEDE", "RETREAT", "AGREE", "AID", "SUPPORT", "CONSULT", "COOPERATE"})
_DENYING = word_class("acts.denying")
#: Who plans a meeting has not met.
_PLANNING = word_class("acts.planning")
_PLACES = frozenset({"place", "country", "territory"})
#: What an act still to come is: PLOVER takes cooperation in the future tense for the commitment to it, and conflict for the threat of it.
_INTENTIONS = {
    **dict.fromkeys(("CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"), "AGREE"),
    **dict.fromkeys(("PROTEST", "SANCTION", "COERCE", "ASSAULT"), "THREATEN"),
}


def read_conquest(tagged: TaggedText, verb: int, pattern: EventPattern, targets: Sequence[Mention]) -> EventPattern:
    """The pattern, as an assault where places are taken: "captured the town"; to capture a man is coercion."""
    is_conquest = pattern.event == "COERCE" and tagged.lowers[verb] in _TAKING and bool(targets)
    return pattern._replace(event="ASSAULT") if is_conquest and all(target.kind in _PLACES for target in targets) else pattern


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
    if not is_sacked or any(target.kind not in _WITH_POSTS or tagged.deps[target.head] not in _SACKED for target in targets):
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


def tense_of_act(tagged: TaggedText, act: Act) -> str:
    """The tense of an act; one of a noun is to come where the noun says so or its clause leads to it: "a planned summit of",
    "sets the stage for a meeting between"; what one only considers or proposes doing is hypothetical."""
    verb = act.verb
    if tagged.tags[verb] in NOUN_TAGS:
        if any(tagged.lowers[child] in _TO_COME for child in tagged.children[verb]):
            return "future"
        return _tense_around(tagged, verb) if act.event in _ARRANGED else "past"
    outer = tagged.heads[verb]
    if tagged.deps[verb] == PREPOSITION_CLAUSE:
        outer = tagged.heads[outer]
    if tagged.tags[verb] in _UNFINISHED and tagged.deps[verb] in _COMPLETING and tagged.lowers[outer] in _CONSIDERED:
        return "hypothetical"
    if _is_to_be_done(tagged, verb) or (act.event in _ARRANGED and tagged.lowers[verb] in _PLANNING):
        return "hypothetical"
    if tagged.tags[verb] == ING_FORM and tagged.deps[verb] == PREPOSITION_CLAUSE and tagged.lowers[tagged.heads[verb]] in _BY_DOING:
        told = tense_of(tagged, governing_verb(tagged, outer))  # "will fall back on warning them"
        return told if told in _OPEN_TENSES else tense_of(tagged, verb)
    if (tagged.deps[verb] == CLAUSE and _is_open(tagged, outer)) or _is_supposed(tagged, verb):
        return "hypothetical"
    if tagged.tags[verb] == ING_FORM and tagged.deps[verb] == NOUN_CLAUSE and tagged.deps[outer] == OBJECT:
        told = tense_of(tagged, tagged.heads[outer])  # "has a week to file a petition asking for a retrial"
        return told if told in _OPEN_TENSES else "past"
    return tense_of(tagged, verb)


def _is_to_be_done(tagged: TaggedText, verb: int) -> bool:
    """ "We have to speak to him", "until they meet him"."""
    if tagged.deps[verb] == INFINITIVE:
        head = tagged.heads[verb]
        return tagged.tags[verb] == BASE_FORM and tagged.lowers[head] in HAVING and tagged.tags[head] in PRESENT_TAGS
    is_present = tagged.deps[verb] == ADVERBIAL_CLAUSE and tagged.tags[verb] in PRESENT_TAGS
    return is_present and any(tagged.lowers[child] in UNTIL for child in tagged.children[verb])


def _is_supposed(tagged: TaggedText, verb: int) -> bool:
    """Whether a clause says what may be so: "the possibility that he received help", "the question is whether he met them"; or what is
    denied."""
    while True:
        if any(tagged.lowers[child] in _WHETHER for child in tagged.children[verb] if child < verb):
            return True
        head = tagged.heads[verb]
        if tagged.deps[verb] in _TOLD and (tagged.lowers[head] in _SUPPOSED or _is_denied(tagged, head)):
            return True
        if tagged.deps[verb] != CONJUNCT or head == verb:
            return False
        verb = head


def _is_denied(tagged: TaggedText, noun: int) -> bool:
    """Whether a noun is denied: "disputed reports that he asked for it"."""
    return tagged.deps[noun] == OBJECT and tagged.lowers[tagged.heads[noun]] in _DENYING


def _is_open(tagged: TaggedText, outer: int) -> bool:
    """Whether what a clause tells is said not to be known: "it is not clear that they met", "it is unclear whether"."""
    beside = [outer, *(child for child in tagged.children[outer] if tagged.deps[child] == ADJECTIVE_COMPLEMENT)]
    return any(
        tagged.lowers[word] in _UNCLEAR or (tagged.lowers[word] in _CLEAR and is_negated(tagged, tagged.heads[word])) for word in beside
    )


def _tense_around(tagged: TaggedText, noun: int) -> str:
    """The tense of what is arranged, by the clause around it: "the talks will begin on Monday", "ahead of a summit"."""
    told = tense_of(tagged, governing_verb(tagged, noun))
    if _is_carried(tagged, noun) and told in _OPEN_TENSES:
        return told
    if not _is_led_to(tagged, noun):
        return "past"
    return "future" if told == "present" else told


def _is_carried(tagged: TaggedText, noun: int) -> bool:
    """Whether a verb tells of what is arranged: "talks will begin", "will be followed by talks", "sought to arrange talks"."""
    if tagged.deps[noun] in SUBJECTS or tagged.deps[tagged.heads[noun]] == AGENT:
        return True
    return tagged.deps[noun] == OBJECT


def _is_led_to(tagged: TaggedText, noun: int) -> bool:
    """Whether a noun stands behind what leads to it: "set the stage for a meeting", "ahead of their talks"."""
    preposition = first_joined(tagged, tagged.heads[noun], _JOINED)
    outer = tagged.heads[preposition]
    above = (preposition, outer, *(child for child in tagged.children[outer] if tagged.deps[child] == OBJECT))
    return tagged.deps[noun] == PREPOSITION_OBJECT and not _LEADING_TO.isdisjoint(tagged.lowers[position] for position in above)


def as_intended(tagged: TaggedText, act: Act) -> Act:
    """The act as what its source commits to or threatens, where it is still to come: "will meet", "said it would bomb"."""
    event = _INTENTIONS.get(act.event or "")
    if event is None or is_negated(tagged, act.verb) or not (tense_of_act(tagged, act) == "future" or _is_announced(tagged, act.verb)):
        return act
    if event == "AGREE" and not act.sources:
        return act  # of "she will be exonerated" nobody is named who commits himself to it
    return act._replace(event=event)


def _is_announced(tagged: TaggedText, verb: int) -> bool:
    """Whether somebody says that it would be done: "said it would release them"."""
    while tagged.deps[verb] == CONJUNCT:
        verb = tagged.heads[verb]
    helpers = {tagged.lowers[child] for child in tagged.children[verb] if tagged.deps[child] == HELPER}
    is_told = tagged.deps[verb] == CLAUSE and tagged.lowers[tagged.heads[verb]] in TELLS
    return is_told and not helpers.isdisjoint(ANNOUNCED) and helpers.isdisjoint(_HAVE)
