"""Senses of careers, candidacies, trade and private life: who joins a firm or a funeral, runs for a seat, quits a flat or is honoured to
serve does nothing to anybody."""

from transforms.acts.act import ARMED, OFFICIAL
from transforms.acts.clause import Clause, has_clause
from transforms.annotations import Mention, TaggedText
from transforms.language import word_class
from transforms.language.en.labels import (
    ADVERBIAL_CLAUSE,
    APPOSITION,
    CLAUSE,
    COMPOUND,
    DATIVE,
    DETERMINER,
    FIGURE,
    INFINITIVE,
    ING_FORM,
    MARKER,
    OBJECT,
    OBJECT_PREDICATE,
    PREPOSITION,
    UNCLEAR,
)
from transforms.names.nominal_spans import STATEMENTS

_RULING = OFFICIAL | ARMED | {"legislature", "judiciary", "agency"}
_PERSONS = frozenset({"person", "generic", None})
#: Whom one campaigns for; a seat or a country is campaigned for by candidates.
_BACKED = frozenset({"person", "party", "generic", "ngo", "people", None})
_JOINING = word_class("acts.joining")
#: Bodies without names of their own that people join: "the board".
_TEAMS = word_class("acts.teams")
_OCCASION = word_class("acts.occasion")
_CAMPAIGNING = word_class("acts.campaigning")
#: Offices that one runs for.
_OFFICES = word_class("acts.open_offices")
_RELEASING = word_class("acts.releasing")
_FREED = frozenset({"person", "generic", "people", "country", "territory", "armed_force", "armed_group", "police", None})
_CIVIL = frozenset({"person", "party", "company", "organisation", "outlet"})
_QUITTING = word_class("acts.quitting")
_LEAVING = word_class("acts.leaving")
_SURRENDERING = word_class("acts.surrendering")
_FORCES = word_class("acts.forces_and_arms")
_FEELING = word_class("acts.feeling")
_ENCOURAGING = word_class("acts.encouraging")
_CALLING = word_class("acts.calling_names")
_CALLED_ON = word_class("acts.called_on")
_LETTING = word_class("acts.letting")
_AGREEING = word_class("acts.agreeing")
_ABOUT = word_class("acts.agreed_about")
_DENYING = word_class("acts.denying_only")
_INQUIRING = word_class("acts.inquiring")
_ANSWERING = word_class("acts.answering")
_FOR = word_class("acts.asked_for")
_ASKED = frozenset({INFINITIVE, CLAUSE, ADVERBIAL_CLAUSE, DATIVE, UNCLEAR, OBJECT_PREDICATE})
_CUTTING = word_class("acts.cutting")
_RECEIVING = word_class("acts.receiving")
_VOWING = word_class("acts.vowing")
_OWN = word_class("syntax.possessive_determiners")
_KIN = word_class("identities.kin")
_KIND = frozenset({"CONSULT", "COOPERATE", "SUPPORT", "AID", "AGREE"})
_SAVING = word_class("acts.saving")


def is_post(tagged: TaggedText, clause: Clause) -> bool:
    """ "Joined the board", "joined the mayor for the funeral", "is joined by a singer"."""
    if tagged.lowers[clause.verb] not in _JOINING or clause.pattern.rest or any(source.kind in OFFICIAL for source in clause.sources):
        return False
    if clause.targets and all(tagged.lowers[target.head] in _TEAMS for target in clause.targets):
        return True
    if not all(one.kind in _PERSONS for one in (*clause.sources, *clause.targets)):
        return False
    beside = [tagged.lowers[child] for child in tagged.children[clause.verb] if tagged.deps[child] == PREPOSITION]
    return clause.is_passive or (not _OCCASION.isdisjoint(beside) and not has_clause(tagged, clause.verb))


def is_candidacy(tagged: TaggedText, clause: Clause) -> bool:
    """ "Campaigned for a seat in the House", "for mayor"."""
    if tagged.lowers[clause.verb] not in _CAMPAIGNING or not clause.targets:
        return False
    return any(target.kind not in _BACKED or _is_office(tagged, target.head) for target in clause.targets) or clause.slot != "for"


def _is_office(tagged: TaggedText, head: int) -> bool:
    """Whether an office is named that nobody holds: "for mayor of Toronto"."""
    known = [tagged.deps[child] for child in tagged.children[head]]
    return head > 0 and DETERMINER not in known and tagged.lowers[head] in _OFFICES


def is_product(tagged: TaggedText, clause: Clause) -> bool:
    """ "The firm released its new phone": nobody is set free."""
    is_release = clause.pattern.event == "CONCEDE" and not clause.pattern.rest and tagged.lowers[clause.verb] in _RELEASING
    if not is_release or not clause.targets:
        return False
    is_firm = bool(clause.sources) and all(source.kind == "company" for source in clause.sources)
    freed = _FREED - {None} if is_firm else _FREED
    return all(target.kind not in freed or tagged.lowers[target.head] in STATEMENTS for target in clause.targets)


def is_exit(tagged: TaggedText, clause: Clause) -> bool:
    """ "The firm retreats from China", "she moved out in July": nobody of them has troops."""
    if clause.pattern.event != "RETREAT" or tagged.lowers[clause.verb] not in _QUITTING:
        return False
    if tagged.lowers[clause.verb] in _LEAVING and not clause.pattern.rest:
        return not _is_evacuation(tagged, clause)
    if not clause.sources or (clause.noun is not None and tagged.lowers[clause.noun] in _FORCES):
        return False
    if tagged.lowers[clause.verb] in _SURRENDERING:
        return clause.noun is not None and clause.slot == "deep"  # "surrendered some of its credibility"
    return all(source.kind in _CIVIL for source in clause.sources)


def _is_evacuation(tagged: TaggedText, clause: Clause) -> bool:
    """ "Troops left the country"."""
    is_land = all(target.kind in ("place", "country", "territory") for target in clause.targets)
    has_troops = any(source.kind == "armed_force" or tagged.lowers[source.head] in _FORCES for source in clause.sources)
    return is_land and has_troops and not clause.is_passive


def is_feeling(tagged: TaggedText, clause: Clause) -> bool:
    """ "She is honoured to serve", "was encouraged by the talks"."""
    is_felt = clause.pattern.event == "SUPPORT" and clause.is_passive and tagged.lowers[clause.verb] in _FEELING
    is_asked = tagged.lowers[clause.verb] in _ENCOURAGING and has_clause(tagged, clause.verb)  # "was encouraged to apply"
    return is_felt and not clause.sources and not is_asked


def is_naming(tagged: TaggedText, clause: Clause) -> bool:
    """ "Called the judge a great man", "was called to the bar": nobody is called on."""
    verb = clause.verb
    if tagged.lowers[verb] not in _CALLING or clause.pattern.event != "REQUEST" or clause.pattern.rest:
        return False
    beside = tagged.children[verb]
    if any(tagged.lowers[child] in _CALLED_ON for child in beside):
        return False
    is_named = any(tagged.deps[child] in (OBJECT, OBJECT_PREDICATE, CLAUSE) for child in beside)
    return (is_named or clause.is_passive) and not any(tagged.deps[child] in (INFINITIVE, DATIVE) for child in beside)


def is_result(tagged: TaggedText, clause: Clause) -> bool:
    """ "They split the vote, allowing him to win", "he allowed that it was late": who rules nothing permits nothing."""
    verb = clause.verb
    if clause.pattern.event != "CONCEDE" or tagged.lowers[verb] not in _LETTING or any(one.kind in _RULING for one in clause.sources):
        return False
    told = (child for said in tagged.children[verb] if tagged.deps[said] == CLAUSE for child in tagged.children[said])
    return tagged.tags[verb] == ING_FORM or any(tagged.deps[child] == MARKER for child in told)


def is_shared_view(tagged: TaggedText, clause: Clause) -> bool:
    """ "Agreed with her": no deal is told."""
    verb = clause.verb
    if clause.pattern.event != "AGREE" or clause.pattern.rest or tagged.lowers[verb] not in _AGREEING or clause.slot != "with":
        return False
    return not any(tagged.deps[child] == INFINITIVE or tagged.lowers[child] in _ABOUT for child in tagged.children[verb])


def is_denial(tagged: TaggedText, clause: Clause) -> bool:
    """ "He denied the claims": nobody is refused anything; what a power denies is told by somebody against it."""
    is_denied = clause.pattern.event == "REJECT" and tagged.lowers[clause.verb] in _DENYING and not clause.targets
    return is_denied and not any(source.kind in OFFICIAL for source in clause.sources)


def is_resolve(tagged: TaggedText, clause: Clause) -> bool:
    """ "Vowed to stay in the race": nobody is promised anything."""
    is_vow = clause.pattern.event == "AGREE" and not clause.pattern.rest and tagged.lowers[clause.verb] in _VOWING
    return is_vow and all(target.rule == "dyad.thing" for target in clause.targets)


def is_inquiry(tagged: TaggedText, clause: Clause) -> bool:
    """ "Ann asked Bob on Sunday: …", "he was asked to comment": a question asks for no more than words."""
    verb = clause.verb
    if clause.pattern.event != "REQUEST" or clause.pattern.rest or tagged.lowers[verb] not in _INQUIRING:
        return False
    asked = [child for child in tagged.children[verb] if child > verb and (tagged.deps[child] in _ASKED or tagged.lowers[child] in _FOR)]
    if clause.is_passive and not clause.sources and any(tagged.lowers[child] in _ANSWERING for child in asked):
        return True
    return not asked and clause.noun is not None and bool(clause.targets) and clause.slot == "object"


def is_interruption(tagged: TaggedText, clause: Clause) -> bool:
    """ "Kennedy cut him off": persons have no aid to cut off."""
    is_cut = clause.pattern.event == "SANCTION" and tagged.lowers[clause.verb] in _CUTTING and bool(clause.sources and clause.targets)
    return is_cut and all(one.kind == "person" or one.layer == "pronoun" for one in (*clause.sources, *clause.targets))


def is_prize(tagged: TaggedText, clause: Clause) -> bool:
    """ "Received the key to the city", "received over 80,000": nobody is met."""
    is_received = clause.pattern.event == "CONSULT" and tagged.lowers[clause.verb] in _RECEIVING and not clause.pattern.rest
    is_thing = [target.kind == "place" or tagged.tags[target.head] == FIGURE for target in clause.targets]
    return is_received and bool(is_thing) and all(is_thing)


def is_family(tagged: TaggedText, clause: Clause) -> bool:
    """ "Met his wife at a dance", "joined her brother": nothing public is done."""
    if clause.pattern.event not in _KIND or not clause.targets:
        return False
    return all(_is_own_kin(tagged, target) for target in clause.targets)


def _is_own_kin(tagged: TaggedText, target: Mention) -> bool:
    """Not so "met Kim's father"."""
    is_kin = tagged.lowers[target.head] in _KIN or _is_named_kin(tagged, target.head)
    return is_kin and tagged.lowers[target.first] in _OWN


def _is_named_kin(tagged: TaggedText, head: int) -> bool:
    """Of "his wife Ann" the wife."""
    beside = (child for child in tagged.children[head] if tagged.deps[child] in (COMPOUND, APPOSITION))
    return any(tagged.lowers[child] in _KIN for child in (*beside, tagged.heads[head] if tagged.deps[head] == APPOSITION else head))


def is_rescue_in_words(tagged: TaggedText, clause: Clause) -> bool:
    """ "The minister works to save her career"."""
    is_saving = clause.pattern.event == "AID" and tagged.lowers[clause.verb] in _SAVING
    return is_saving and bool(clause.sources) and not any(source.kind in OFFICIAL | ARMED for source in clause.sources)
