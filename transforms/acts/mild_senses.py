"""Senses in which words of force, warning, retreat and consent are mild: who destroys a rival wins, who warns of rain threatens nobody."""

from transforms.acts.act import ARMED, OFFICIAL, TALKERS
from transforms.acts.clause import Clause, has_clause
from transforms.annotations import TaggedText
from transforms.language import word_class
from transforms.language.en.grammar import subject_of
from transforms.language.en.labels import (
    BASE_FORM,
    CLAUSE,
    INFINITIVE,
    PARTICIPLE,
    PREPOSITION,
    PREPOSITION_OBJECT,
    PRESENT_TAGS,
    PRONOUN_TAGS,
)

#: Who is destroyed or occupied in earnest also where a politician does it.
_SUFFERERS = OFFICIAL | ARMED | {"place"}
_CRUSHING = word_class("acts.crushing")
_BESIEGING = word_class("acts.besieging")
_MUSTERING = word_class("acts.mustering")
_FORCES = word_class("acts.forces_and_arms")
_WARNING = word_class("acts.warnings")
_LETTING = word_class("acts.letting")
_AGREEING = word_class("acts.agreeing")
_ADMITTING = word_class("acts.admitting")
_RETURNING = word_class("acts.returning")
#: What is taken back or taken out, and moves no troops: "withdrew a subpoena", "pulled out a win".
_TAKEN_BACK = word_class("acts.taken_back")
_SUSPECTING = word_class("acts.suspecting")
_QUESTIONING = word_class("acts.questioning")
_SELLING = word_class("acts.selling")
#: What is asked for and done to whom it names: "called for the expulsion of diplomats".
_HARMS = word_class("acts.harms")
_ASKED_FOR = word_class("acts.asked_for")


def is_figure(tagged: TaggedText, clause: Clause) -> bool:
    """ "The candidate destroyed his rivals", "Lawrence occupies a safe district"."""
    is_talk = bool(clause.sources) and all(source.kind in TALKERS for source in clause.sources)
    return is_talk and tagged.lowers[clause.verb] in _CRUSHING and not any(target.kind in _SUFFERERS for target in clause.targets)


def is_company(tagged: TaggedText, clause: Clause) -> bool:
    """ "Carson was surrounded by supporters": who besieges is armed."""
    is_siege = any(source.kind in ARMED or source.kind in OFFICIAL for source in clause.sources)
    return tagged.lowers[clause.verb] in _BESIEGING and not is_siege


def is_rally(tagged: TaggedText, clause: Clause) -> bool:
    """ "Progressives mobilized to overturn the rule": nobody of them has troops."""
    if tagged.lowers[clause.verb] not in _MUSTERING or clause.pattern.rest or clause.pattern.event != "MOBILIZE":
        return False
    has_troops = clause.noun is not None and tagged.lowers[clause.noun] in _FORCES
    return not has_troops and bool(clause.sources) and not any(source.kind in OFFICIAL | ARMED for source in clause.sources)


def is_caution(tagged: TaggedText, clause: Clause) -> bool:
    """ "The weather service warned of frost": nobody has power or arms, and nobody says what he will do himself."""
    if tagged.lowers[clause.verb] not in _WARNING or clause.pattern.event != "THREATEN":
        return False
    if any(one.kind in OFFICIAL | ARMED for one in [*clause.sources, *clause.targets]):
        return False
    return not any(_is_own_plan(tagged, child) for child in tagged.children[clause.verb])


def _is_own_plan(tagged: TaggedText, clause: int) -> bool:
    """Whether a clause says what "he" or "it" will do."""
    subject = subject_of(tagged, clause) if tagged.deps[clause] == CLAUSE else None
    return subject is not None and tagged.tags[subject] in PRONOUN_TAGS


def is_feature(tagged: TaggedText, clause: Clause) -> bool:
    """ "State law allows one party to tape it": what holds is nobody's concession."""
    return clause.pattern.event == "CONCEDE" and tagged.lowers[clause.verb] in _LETTING and tagged.tags[clause.verb] in PRESENT_TAGS


def is_opinion(tagged: TaggedText, clause: Clause) -> bool:
    """ "Experts agree that prices will rise"."""
    if tagged.lowers[clause.verb] not in _AGREEING or tagged.tags[clause.verb] not in PRESENT_TAGS or clause.pattern.event != "AGREE":
        return False
    return any(tagged.deps[child] == CLAUSE for child in tagged.children[clause.verb])


def is_admission(tagged: TaggedText, clause: Clause) -> bool:
    """ "Acknowledged trying to deceive her", "acknowledged the pressure", "acknowledges the abuse of nuns"."""
    if tagged.lowers[clause.verb] not in _ADMITTING or clause.pattern.event != "SUPPORT":
        return False
    return has_clause(tagged, clause.verb) or not clause.targets or clause.slot != "object"


def is_way_back(tagged: TaggedText, clause: Clause) -> bool:
    """ "He returned to the White House": nothing is given back."""
    return clause.pattern.event == "CONCEDE" and tagged.lowers[clause.verb] in _RETURNING and clause.noun is None


def is_taken_back(tagged: TaggedText, clause: Clause) -> bool:
    """ "Withdrew a subpoena", "pulled out a handgun"."""
    return clause.pattern.event == "RETREAT" and clause.noun is not None and tagged.lowers[clause.noun] in _TAKEN_BACK


def is_guess(tagged: TaggedText, clause: Clause) -> bool:
    """ "I suspect the president was trying to make a point"."""
    if tagged.lowers[clause.verb] not in _SUSPECTING or clause.is_passive:
        return False
    return not clause.targets or any(tagged.deps[child] == CLAUSE for child in tagged.children[clause.verb])


def is_doubt(tagged: TaggedText, clause: Clause) -> bool:
    """ "Questioned whether the army would do it"."""
    if clause.pattern.event != "INVESTIGATE" or tagged.lowers[clause.verb] not in _QUESTIONING:
        return False
    return any(tagged.deps[child] == CLAUSE for child in tagged.children[clause.verb])


def is_shop(tagged: TaggedText, clause: Clause) -> bool:
    """ "Ranchers sell meat to their neighbours": trade is cooperation where a power trades."""
    if clause.pattern.event != "COOPERATE" or tagged.lowers[clause.verb] not in _SELLING or not (clause.sources and clause.targets):
        return False
    return not any(one.kind in OFFICIAL | ARMED for one in [*clause.sources, *clause.targets])


def is_wanted(tagged: TaggedText, clause: Clause) -> bool:
    """Whether whom a call names is what it calls for, or what it calls for would be done to him: "called for a coalition", "for charges
    against the officer". Nobody of them is asked."""
    verb = clause.verb
    asked = [child for child in tagged.children[verb] if tagged.deps[child] == PREPOSITION and tagged.lowers[child] in _ASKED_FOR]
    is_call = clause.pattern.event == "REQUEST" and bool(asked) and bool(clause.targets) and not clause.is_passive
    if not is_call or any(_is_infinitive(tagged, child) for head in (verb, *asked) for child in tagged.children[head]):
        return False
    return all(_is_met_by(tagged, target.head, asked) for target in clause.targets)


def _is_infinitive(tagged: TaggedText, child: int) -> bool:
    """Whether it says what somebody shall do: "for Ukraine to leave", "to be admitted"."""
    return tagged.deps[child] == INFINITIVE or tagged.tags[child] == BASE_FORM or tagged.tags[child] == PARTICIPLE


def _is_met_by(tagged: TaggedText, head: int, asked: list[int]) -> bool:
    """Whether somebody stands right behind the "for" of a call, or behind a harm that stands there."""
    if tagged.deps[head] == PREPOSITION_OBJECT and tagged.heads[head] in asked:
        return not any(tagged.tags[child] == BASE_FORM for child in tagged.children[head])
    is_harm = False
    while tagged.heads[head] != head and head not in asked:
        head = tagged.heads[head]
        is_harm = is_harm or tagged.lowers[head] in _HARMS
    return is_harm and head in asked
