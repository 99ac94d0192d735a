"""He, she, it and they without a judge: the antecedent by gender, number, syntax and salience."""

from collections.abc import Sequence
from typing import NamedTuple

from transforms.annotations import Mention, Quote, TaggedText
from transforms.identities.possessors import POSSESSIVES
from transforms.identities.salience import weigh
from transforms.language import word_class
from transforms.language.en.grammar import clause_of
from transforms.language.en.labels import ARGUMENTS, POSSESSOR

_OWN_WORDS = word_class("identities.own_words")
_REFLEXIVE = word_class("syntax.reflexives")
#: Kinds that "it" can stand for; "they" takes them too, as English does with organisations.
_THINGS = frozenset(
    "country territory government ministry agency legislature judiciary armed_force police intelligence armed_group igo bloc ngo party "
    "company religious education organisation outlet place".split()
)
_PLURAL_KINDS = frozenset(
    "agency armed_force armed_group company government judiciary legislature ngo organisation party people police religious".split()
)
#: Sentences back in which a pronoun finds its antecedent.
_WINDOW = 3


class Weighed(NamedTuple):
    """The likeliest antecedent, and how much speaks for it."""

    mention: Mention
    weight: float


def quoted_characters(tagged: TaggedText, quotes: Sequence[Quote]) -> bytearray:
    """Which characters stand in direct speech."""
    inside = bytearray(len(tagged.text) + 1)
    for quote in quotes:
        if quote.kind == "indirect":
            continue
        for start, end in quote.content:
            inside[start:end] = b"\x01" * (end - start)
    return inside


def heaviest_antecedent(
    tagged: TaggedText, mention: Mention, earlier: Sequence[Mention], frequency: dict[str, int], quoted: bytearray, owned: Mention | None
) -> Weighed | None:
    """Of the mentions before a pronoun the one for which most speaks. `frequency` counts mentions by actor, `quoted` says which characters
    stand in direct speech, `owned` is the phrase that the pronoun opens ("their spokesman")."""
    sentence, clause = tagged.sentence_of[mention.first], clause_of(tagged, mention.head)
    is_states = mention.is_plural and owned is not None and _is_of_states(owned)
    best: Weighed | None = None
    for candidate in reversed(earlier):
        distance = sentence - tagged.sentence_of[candidate.first]
        if distance > _WINDOW:
            break
        if candidate.layer == "pronoun" and tagged.lowers[candidate.first] in _OWN_WORDS:
            continue
        if candidate.actor_id is None or candidate.last > mention.first:
            continue
        if not _agrees(mention, candidate) and not (is_states and candidate.kind == "country"):
            continue
        if distance == 0 and _is_bound(tagged, mention, candidate, clause):
            continue
        weight = _weight(tagged, mention, candidate, frequency.get(candidate.actor_id, 0), quoted)
        if best is None or weight > best.weight:
            best = Weighed(candidate, weight)
    return best


def _weight(tagged: TaggedText, mention: Mention, candidate: Mention, times: int, quoted: bytearray) -> float:
    """How much speaks for a candidate whose actor has been mentioned so many times."""
    weight = weigh(tagged, candidate, tagged.sentence_of[mention.first])
    weight += 0.3 * min(times, 4)
    if quoted[candidate.start] and not quoted[mention.start]:
        weight -= 1.5
    if tagged.deps[candidate.head] == tagged.deps[mention.head]:
        weight += 0.6
    if candidate.layer == "pronoun" and tagged.lowers[candidate.first][:2] == tagged.lowers[mention.first][:2]:
        weight += 1.0
    if candidate.kind == "generic" or str(candidate.actor_id).startswith("GENERIC."):
        weight -= 0.5
    return weight


def _is_of_states(nominal: Mention) -> bool:
    """Whether states have such bodies or agents, so that "their" may be a country's: "their spokesman"."""
    return nominal.kind == "generic" and nominal.sector in ("GOV", "MIL", "LEG", "COP", "JUD", "SPY")


def _agrees(mention: Mention, candidate: Mention) -> bool:
    """Gender and number. A person is no "it"; a country is no "he"; organisations are both "it" and "they"."""
    if candidate.layer == "adjectival":
        return False
    is_person = candidate.kind == "person" or (candidate.kind == "generic" and candidate.is_plural is False and candidate.gender != "n")
    if mention.gender in ("f", "m"):
        if candidate.layer == "pronoun":
            return candidate.gender == mention.gender
        return is_person and candidate.gender in (None, mention.gender)
    if mention.is_plural:
        if candidate.layer == "pronoun":
            return candidate.is_plural is True
        return candidate.is_plural is True or candidate.kind in _PLURAL_KINDS or candidate.ner == "NORP"
    if candidate.layer == "pronoun":
        return candidate.gender == "n"
    if candidate.is_plural is True and candidate.layer == "nominal":
        return False
    if candidate.kind == "generic" and candidate.sector in ("REB", "UAF") and candidate.is_plural is False:
        return True  # "the group" of fighters
    return candidate.kind in _THINGS or candidate.gender == "n"


def _is_bound(tagged: TaggedText, mention: Mention, candidate: Mention, clause: int) -> bool:
    """Whether grammar forbids the two to be one: object and subject of one verb, a phrase around the pronoun."""
    if candidate.first <= mention.first < candidate.last:
        return True
    lower = tagged.lowers[mention.first]
    if lower in _REFLEXIVE or lower in POSSESSIVES and tagged.deps[mention.head] == POSSESSOR:
        return False
    if tagged.deps[mention.head] not in ARGUMENTS:
        return False
    same_clause = clause_of(tagged, candidate.head) == clause
    return same_clause and tagged.deps[candidate.head] in ARGUMENTS
