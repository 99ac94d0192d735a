"""Acts that nobody does: those of a condition or its outcome, of what would have been, of novels, films and games, of
rallies for votes, and opinions in polls."""

from collections.abc import Sequence

from transforms.acts.act import Act
from transforms.acts.verb_classes import CONDITIONS, TELLS, THINKS
from transforms.annotations import TaggedText
from transforms.language import word_class
from transforms.language.en.grammar import is_negated, pobj_of, subject_of
from transforms.language.en.labels import (
    ADVERBIAL_CLAUSE,
    CLAUSE,
    CONJUNCT,
    HELPER,
    INFINITIVE,
    NOUN_CLAUSE,
    OBJECT,
    PREPOSITION,
    PREPOSITION_OBJECT,
    RELATIVE_CLAUSE,
)

#: Helpers of what was possible and is past: "would have shelled".
_COUNTERFACTUAL = word_class("acts.counterfactual")
_HAVE = word_class("acts.have")
#: Helpers that stand before the subject of a condition: "had Uganda intervened".
_INVERTED = word_class("acts.inverted")
#: Verbs whose clauses are only thought.
_IMAGINING = word_class("acts.imagining")
#: What is invented, and what leads to it: "in the novel".
_INVENTED = word_class("acts.invented")
_ABOUT = word_class("acts.about")
_INSIDE = word_class("acts.inside_inventions")
#: What campaigners hold for votes, unless it is against somebody.
_RALLIES = word_class("acts.rallies")
_AGAINST = word_class("acts.against")
_CAMPAIGNERS = frozenset({"person", "party"})
#: What shares of people are asked.
_POLLS = word_class("acts.polls")
_SHARES = word_class("acts.shares")
_OPINIONS = frozenset({"SUPPORT", "REQUEST"})
_CROWDS = frozenset({"generic", "people"})
_MODALS = word_class("acts.modals")
_CARRIED = frozenset({CLAUSE, INFINITIVE, CONJUNCT, NOUN_CLAUSE, ADVERBIAL_CLAUSE, RELATIVE_CLAUSE})
_CONDITIONAL = frozenset({ADVERBIAL_CLAUSE, CLAUSE, INFINITIVE})
_DEPTH = 4


def is_imagined(tagged: TaggedText, verb: int) -> bool:
    """Whether a verb describes something unreal: a condition or its outcome, what would have been, an invention."""
    if _is_outcome(tagged, verb):
        return True
    if _is_in_story(tagged, verb):
        return True
    current = verb
    for _ in range(_DEPTH):
        if _is_condition(tagged, current) or _is_invented(tagged, current):
            return True
        head = tagged.heads[current]
        if tagged.deps[current] not in _CARRIED or head == current:
            return False
        if tagged.lowers[head] in _IMAGINING or tagged.lowers[head] in _INVENTED:
            return True
        current = head
    return False


def _is_in_story(tagged: TaggedText, verb: int) -> bool:
    """ "A film about gunmen who storm a base", "imagines a war in which X seizes Y"."""
    noun = tagged.heads[verb]
    if tagged.deps[verb] != RELATIVE_CLAUSE:
        return False
    outer = tagged.heads[noun]
    if tagged.deps[noun] == PREPOSITION_OBJECT:
        return tagged.lowers[outer] in _ABOUT and tagged.lowers[tagged.heads[outer]] in _INVENTED
    return tagged.deps[noun] == OBJECT and tagged.lowers[outer] in _IMAGINING


def _helpers(tagged: TaggedText, verb: int) -> set[str]:
    return {tagged.lowers[child] for child in tagged.children[verb] if tagged.deps[child] == HELPER}


def _is_outcome(tagged: TaggedText, verb: int) -> bool:
    """ "Would have shelled Smara", and "will bomb Adré" where an "unless" or "if" hangs on it; "will not lift it unless" is a refusal."""
    helpers = _helpers(tagged, verb)
    if not helpers.isdisjoint(_COUNTERFACTUAL) and not helpers.isdisjoint(_HAVE):
        return True
    return (
        not helpers.isdisjoint(_MODALS)
        and not is_negated(tagged, verb)
        and any(_is_condition(tagged, child) for child in tagged.children[verb] if tagged.deps[child] == ADVERBIAL_CLAUSE)
    )


def _is_condition(tagged: TaggedText, verb: int) -> bool:
    """ "If it attacks", "had Uganda intervened", "were Kenya to arrest him"."""
    if tagged.deps[verb] not in _CONDITIONAL:
        return False
    children = tagged.children[verb]
    if tagged.deps[verb] == ADVERBIAL_CLAUSE and any(tagged.lowers[child] in CONDITIONS for child in children):
        return True
    subject = subject_of(tagged, verb)
    if subject is None or subject > verb and tagged.lowers[verb] not in _INVERTED:
        return False
    led = verb if subject > verb else next((child for child in children if tagged.deps[child] == HELPER), verb)
    is_first = led == tagged.sentences[tagged.sentence_of[verb]][0] or tagged.deps[verb] == ADVERBIAL_CLAUSE
    return led < subject and tagged.lowers[led] in _INVERTED and is_first


def _is_invented(tagged: TaggedText, verb: int) -> bool:
    """ "In the novel, X invades Y"; "the war game had X attacking Y"."""
    for child in tagged.children[verb]:
        inner = pobj_of(tagged, child) if tagged.deps[child] == PREPOSITION and tagged.lowers[child] in _INSIDE else None
        if inner is not None and tagged.lowers[inner] in _INVENTED:
            return True
    head = tagged.heads[verb]
    if tagged.deps[verb] not in (CLAUSE, INFINITIVE) or head == verb:
        return False
    subject = subject_of(tagged, head)
    return subject is not None and tagged.lowers[subject] in _INVENTED


def without_campaigns(tagged: TaggedText, acts: Sequence[Act]) -> list[Act]:
    """The acts; a rally that a politician or party holds for votes is not a protest unless it is against somebody."""
    return [act._replace(event=None, rule="clause", confidence=0.4) if _is_campaign(tagged, act) else act for act in acts]


def without_polls(tagged: TaggedText, acts: Sequence[Act]) -> list[Act]:
    """The acts; what shares of people favour or want is an opinion."""
    return [act._replace(event=None, rule="clause", confidence=0.4) if _is_polled(tagged, act) else act for act in acts]


def _is_polled(tagged: TaggedText, act: Act) -> bool:
    """ "Forty percent of voters support him"."""
    if _is_believed(tagged, act.verb):
        return True
    if act.event not in _OPINIONS or not act.sources:
        return False
    low, high = tagged.sentences[tagged.sentence_of[act.verb]]
    is_crowd = all(one.kind in _CROWDS or (one.kind == "country" and one.layer == "pronoun") for one in act.sources)
    return is_crowd and not _POLLS.isdisjoint(tagged.lowers[low:high])


def _is_believed(tagged: TaggedText, verb: int) -> bool:
    """ "Most Democrats think that Russia helped him, according to the survey": what people who are asked believe is no news of it."""
    head = tagged.heads[verb]
    if tagged.deps[verb] != CLAUSE or tagged.lowers[head] not in TELLS:
        return False
    subject = subject_of(tagged, head)
    low, high = tagged.sentences[tagged.sentence_of[verb]]
    is_share = subject is not None and tagged.lowers[subject] in _SHARES
    return is_share or (tagged.lowers[head] in THINKS and not _POLLS.isdisjoint(tagged.lowers[low:high]))


def _is_campaign(tagged: TaggedText, act: Act) -> bool:
    if act.event != "PROTEST" or _RALLIES.isdisjoint(tagged.lowers[act.cue[0] : act.cue[1]]) or not act.sources:
        return False
    low, high = tagged.sentences[tagged.sentence_of[act.verb]]
    return all(source.kind in _CAMPAIGNERS for source in act.sources) and _AGAINST.isdisjoint(tagged.lowers[low:high])
