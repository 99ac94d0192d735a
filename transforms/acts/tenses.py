"""When an act is done: what is told as done, planned, announced or threatened, and what nobody says was done."""

from transforms.acts.act import Act
from transforms.acts.readings import UNTIL
from transforms.acts.verb_classes import ANNOUNCED, HAVING, TELLS
from transforms.annotations import TaggedText
from transforms.language import word_class
from transforms.language.en.grammar import first_joined, governing_verb, is_headline_plan, is_negated, tense_of
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
    POSSESSOR,
    PREPOSITION_CLAUSE,
    PREPOSITION_OBJECT,
    PRESENT_TAGS,
    SUBJECTS,
)

_JOINED = frozenset({CONJUNCT})
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
#: Who plans a meeting has not met.
_PLANNING = word_class("acts.planning")
#: What an act still to come is: PLOVER takes cooperation in the future tense for the commitment to it, and conflict for the threat of it.
_INTENTIONS = {
    **dict.fromkeys(("CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"), "AGREE"),
    **dict.fromkeys(("PROTEST", "SANCTION", "COERCE", "ASSAULT"), "THREATEN"),
}
_DENYING = word_class("acts.denying")
_HAVE = word_class("acts.have")
#: Verbs and adjectives of what one means to do or has arranged, and the "are" of "are to meet".
_INTENDING = word_class("acts.intending")
#: What says that something was done after what is told.
_LATER = word_class("acts.later")
_ANY = word_class("acts.any")
_NOW = word_class("syntax.present_helpers")


def tense_of_act(tagged: TaggedText, act: Act) -> str:
    """The tense of an act; one of a noun is to come where the noun says so or its clause leads to it: "a planned summit of",
    "sets the stage for a meeting between"; what one only considers or proposes doing is hypothetical."""
    verb = act.verb
    if tagged.tags[verb] in NOUN_TAGS:
        if any(tagged.lowers[child] in _TO_COME for child in tagged.children[verb]):
            return "future"
        if _is_of_any(tagged, verb):
            return "hypothetical"
        return _tense_around(tagged, verb) if act.event in _ARRANGED else "past"
    if _is_intended(tagged, verb):
        return "future"
    if _is_later(tagged, verb):
        return "past"
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


def _is_intended(tagged: TaggedText, verb: int) -> bool:
    """Whether somebody intends an act now, or it is arranged: "plans to bomb", "are to meet"; what he "planned to" do may be over."""
    head = tagged.heads[verb]
    if is_headline_plan(tagged, verb):
        return True
    is_led = tagged.deps[verb] == INFINITIVE and tagged.tags[verb] == BASE_FORM and not is_negated(tagged, head)
    if not is_led or tagged.lowers[head] not in _INTENDING:
        return False
    told = tagged.heads[head] if tagged.deps[head] == ADJECTIVE_COMPLEMENT else head
    is_now = any(tagged.lowers[child] in _NOW for child in tagged.children[told] if child < told)
    return is_now or tense_of(tagged, told) == "present"


def _is_later(tagged: TaggedText, verb: int) -> bool:
    """Whether it was done after what is told: "would later apologize"; not what somebody said would be done later."""
    words = {tagged.lowers[child] for child in tagged.children[verb] if child < verb}
    is_told = tagged.deps[verb] == CLAUSE or any(tagged.deps[child] == ADVERBIAL_CLAUSE for child in tagged.children[verb])
    return "would" in words and not words.isdisjoint(_LATER) and words.isdisjoint(_HAVE) and not is_told


def _is_of_any(tagged: TaggedText, noun: int) -> bool:
    """Whether only the outcome of such an act is told: "a blockade of Taiwan would cost trillions"."""
    beside = {tagged.lowers[child] for child in tagged.children[noun]}
    is_any = not beside.isdisjoint(_ANY) and not any(tagged.deps[child] == POSSESSOR for child in tagged.children[noun])
    return is_any and tagged.deps[noun] in SUBJECTS and tense_of(tagged, tagged.heads[noun]) == "hypothetical"


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
