"""Pronouns: he, she, it and they by gender, number, syntax and salience; we and I inside quotations by who speaks."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from transforms.annotations import Mention, Quote, TaggedText
from transforms.identities.possessors import POSSESSIVES, own_by_pronoun
from transforms.identities.salience import weigh
from transforms.judges.coreference.judge import Coreference
from transforms.judges.coreference.model import Ranker
from transforms.language import word_class
from transforms.language.en.grammar import clause_of
from transforms.language.en.labels import (
    ADJECTIVE,
    ARGUMENTS,
    ATTRIBUTE,
    HYPHEN,
    ING_FORM,
    OBJECT,
    PASSIVE_SUBJECT,
    PLURAL_NOUN,
    POSSESSIVE_ENDING,
    POSSESSOR,
    PREPOSITION_OBJECT,
    SINGULAR_NAME,
    SINGULAR_NOUN,
    SUBJECT,
    VERB_TAGS,
)
from transforms.lexicon import Actor, Lexicon
from transforms.rules import Example, Rule, Step, first_ruling

_FIRST_PERSON = word_class("identities.first_person")
_FIRST_PLURAL = word_class("identities.first_plural")
_OWN_WORDS = word_class("identities.own_words")
_REFLEXIVE = word_class("syntax.reflexives")
_PERSONAL_KINDS = frozenset({"person"})
#: Kinds that "it" can stand for; "they" takes them too, as English does with organisations.
_THINGS = frozenset(
    "country territory government ministry agency legislature judiciary armed_force police intelligence armed_group igo bloc ngo party "
    "company religious education organisation outlet place".split()
)
_PLURAL_KINDS = frozenset(
    {
        "people",
        "armed_group",
        "armed_force",
        "police",
        "party",
        "organisation",
        "company",
        "agency",
        "judiciary",
        "ngo",
        "government",
        "legislature",
        "religious",
    }
)
_WINDOW = 3
#: From this probability on the judge's antecedent stands against a thing that is the subject of the clause before.
_SURE = 0.6
#: Weights of things that are no actors by their place in the sentence.
_THING_DEPS = {SUBJECT: 2.0, PASSIVE_SUBJECT: 2.0, OBJECT: 0.9, ATTRIBUTE: 0.3, PREPOSITION_OBJECT: 0.0}
_THING = "pronoun.thing"
_SPEECH_VERBS = word_class("syntax.saying")
#: How a description ends before the organisation: ", a spokesman for the".
_DESCRIPTION_ENDS = word_class("identities.description_ends")
#: Pronouns that are as often things as actors.
_PLURAL_OBJECTS = word_class("identities.plural_objects")


def link_pronouns(
    tagged: TaggedText,
    mentions: list[Mention],
    quotes: list[Quote],
    lexicon: Lexicon | None = None,
    day: date | None = None,
    ranker: Ranker | None = None,
) -> None:
    """Give pronouns their actors, in text order, and with a lexicon the phrases they own theirs ("its troops", and on the article's day
    "his Iranian counterpart"); an "it" that takes up nobody is no mention and is removed."""
    if not tagged.has_syntax:
        return
    quoted = _quoted_tokens(tagged, quotes)
    speakers = {id(quote.speaker) for quote in quotes if quote.speaker is not None}
    earlier: list[Mention] = []
    frequency: dict[str, int] = {}
    waiting: list[Mention] = []
    judge = Coreference(ranker, tagged, mentions, quotes) if ranker is not None else None
    owned = {m.first: m for m in mentions if m.layer == "nominal" and tagged.lowers[m.first] in POSSESSIVES}
    for mention in mentions:
        if mention.layer == "pronoun" and mention.actor_id is None:
            lower = tagged.lowers[mention.first]
            if lower in _FIRST_PERSON or lower in _FIRST_PLURAL:
                waiting.append(mention)
                continue
            if judge is not None:
                _link_by_judge(judge, tagged, mention, lower, earlier)
            else:
                is_owner = mention.first in owned and _is_of_states(owned[mention.first])
                _link_third_person(tagged, mention, lower, earlier, frequency, quoted, is_owner)
            if lexicon is not None and mention.first in owned and mention.actor_id is not None:
                own_by_pronoun(tagged, owned[mention.first], mention, lexicon, day)
        if mention.actor_id is not None:
            frequency[mention.actor_id] = frequency.get(mention.actor_id, 0) + 1
        earlier.append(mention)
    names = {m.actor_id: m for m in mentions if m.layer == "name" and m.actor_id} if waiting else {}
    affiliations = _affiliations(tagged, mentions) if waiting else {}
    quote_at = _quotes_by_character(tagged, quotes) if waiting else ()
    for mention in waiting:
        if quote_at[mention.start]:
            _link_first_person(tagged, mention, quotes[quote_at[mention.start] - 1], names, affiliations, lexicon)
    mentions[:] = [
        m for m in mentions if m.layer != "pronoun" or m.actor_id is not None or id(m) in speakers or not _is_no_actor(tagged, m)
    ]


def _is_no_actor(tagged: TaggedText, mention: Mention) -> bool:
    """Whether an unlinked pronoun stands for a thing; persons' pronouns stand for somebody, even unknown."""
    lower = tagged.lowers[mention.first]
    return mention.gender == "n" or (lower in _PLURAL_OBJECTS and mention.rule == _THING)


def _quotes_by_character(tagged: TaggedText, quotes: Sequence[Quote]) -> Sequence[int]:
    """The number, from 1, of the first quotation that each character stands in; 0 where there is none."""
    numbers = array("i", bytes(4 * len(tagged.text)))
    for number in range(len(quotes), 0, -1):
        for start, end in quotes[number - 1].content:
            numbers[start:end] = array("i", [number]) * (end - start)
    return numbers


def _quoted_tokens(tagged: TaggedText, quotes: list[Quote]) -> bytearray:
    """Which characters stand in direct speech."""
    inside = bytearray(len(tagged.text) + 1)
    for quote in quotes:
        if quote.kind == "indirect":
            continue
        for start, end in quote.content:
            inside[start:end] = b"\x01" * (end - start)
    return inside


def _link_third_person(
    tagged: TaggedText, mention: Mention, lower: str, earlier: list[Mention], frequency: dict[str, int], quoted: bytearray, is_owner: bool
) -> None:
    sentence = tagged.sentence_of[mention.first]
    clause = clause_of(tagged, mention.head)
    best: tuple[float, Mention] | None = None
    for candidate in reversed(earlier):
        distance = sentence - tagged.sentence_of[candidate.first]
        if distance > _WINDOW:
            break
        if candidate.layer == "pronoun" and tagged.lowers[candidate.first] in _OWN_WORDS:
            continue
        if candidate.actor_id is None or candidate.last > mention.first:
            continue
        if not _agrees(mention, candidate) and not (is_owner and mention.is_plural and candidate.kind == "country"):
            continue
        if distance == 0 and _is_bound(tagged, mention, candidate, lower, clause):
            continue
        score = weigh(tagged, candidate, sentence)
        score += 0.3 * min(frequency.get(candidate.actor_id, 0), 4)
        if quoted[candidate.start] and not quoted[mention.start]:
            score -= 1.5
        if tagged.deps[candidate.head] == tagged.deps[mention.head]:
            score += 0.6
        if candidate.layer == "pronoun" and tagged.lowers[candidate.first][:2] == lower[:2]:
            score += 1.0
        if candidate.kind == "generic" or candidate.actor_id.startswith("GENERIC."):
            score -= 0.5
        if best is None or score > best[0]:
            best = (score, candidate)
    thing = thing_weight(tagged, mention, lower, earlier)
    if thing > -9.0 and (best is None or best[0] < thing):
        mention.rule = _THING
        mention.trace.append(Step(_THING, ""))
    if best is None or best[0] < thing:
        return
    _take_up(tagged, mention, best[1], f"pronoun.{lower}", min(0.9, 0.3 + best[0] / 12), f"weight {best[0]:.1f}")


def _link_by_judge(judge: Coreference, tagged: TaggedText, mention: Mention, lower: str, earlier: list[Mention]) -> None:
    found = judge.find_antecedent(mention, thing_weight(tagged, mention, lower, earlier))
    if found.probability < _SURE and _goes_on_with_thing(tagged, mention, lower, earlier):
        mention.rule = _THING
        mention.trace.append(Step(_THING, "", note="the subject of the clause before is a thing"))
    elif found.mention is not None and found.is_enough():
        _take_up(tagged, mention, found.mention, f"pronoun.{lower}", found.probability, "by the judge")
    elif found.nobody > found.probability and mention.gender not in ("f", "m"):
        mention.rule = _THING
        mention.trace.append(Step(_THING, "", note=f"nobody, probability {found.nobody:.2f}"))


def _goes_on_with_thing(tagged: TaggedText, mention: Mention, lower: str, earlier: list[Mention]) -> bool:
    """Whether "it" is the subject right after a clause whose subject is a thing: "the situation is not easy, it requires patience"."""
    if lower != "it" or tagged.deps[mention.head] != SUBJECT:
        return False
    low, _ = tagged.sentences[tagged.sentence_of[mention.first]]
    subject = next((p for p in range(mention.first - 1, low - 1, -1) if tagged.deps[p] in (SUBJECT, PASSIVE_SUBJECT)), None)
    if subject is None or tagged.tags[subject] != SINGULAR_NOUN:
        return False
    return not any(candidate.first >= low and candidate.last > subject for candidate in earlier)


def _take_up(tagged: TaggedText, mention: Mention, antecedent: Mention, rule: str, confidence: float, why: str) -> None:
    """The pronoun means whom the antecedent means."""
    printed = tagged.text[antecedent.start : antecedent.end]
    mention.follow(antecedent, rule, confidence, f"takes up {printed!r} at {antecedent.start}, {why}")
    mention.office = antecedent.office
    mention.gender = mention.gender or antecedent.gender


def thing_weight(tagged: TaggedText, mention: Mention, lower: str, earlier: list[Mention]) -> float:
    """How present a thing that is no actor is at the pronoun ("the situation is not easy, it requires"); -9 for nothing, "he" and "she"."""
    if mention.gender in ("f", "m") or _SPEECH_VERBS & {tagged.lowers[tagged.heads[mention.head]]}:
        return -9.0
    heads = {candidate.head for candidate in earlier[-30:]}
    sentence = tagged.sentence_of[mention.first]
    low = tagged.sentences[max(sentence - 1, 0)][0]
    tag = PLURAL_NOUN if mention.is_plural else SINGULAR_NOUN
    weight = -9.0
    for position in range(low, mention.first):
        if tagged.tags[position] != tag or position in heads or tagged.deps[position] not in _THING_DEPS:
            continue
        score = 3.5 - 1.3 * (sentence - tagged.sentence_of[position])
        score += (
            0.5 * (tagged.sentence_of[position] == sentence)
            + _THING_DEPS[tagged.deps[position]]
            + (0.6 if tagged.deps[position] == tagged.deps[mention.head] else 0.0)
        )
        weight = max(weight, score)
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


def _is_bound(tagged: TaggedText, mention: Mention, candidate: Mention, lower: str, clause: int) -> bool:
    """Whether grammar forbids the two to be one: object and subject of one verb, a phrase around the pronoun."""
    if candidate.first <= mention.first < candidate.last:
        return True
    if lower in _REFLEXIVE or lower in POSSESSIVES and tagged.deps[mention.head] == POSSESSOR:
        return False
    if tagged.deps[mention.head] not in ARGUMENTS:
        return False
    same_clause = clause_of(tagged, candidate.head) == clause
    return same_clause and tagged.deps[candidate.head] in ARGUMENTS


def _affiliations(tagged: TaggedText, mentions: list[Mention]) -> dict[str, Mention]:
    """For whom persons speak, where a name in their title tells it: "State Department spokesman Jeff Rathke", "Harry Kane of England"."""
    found: dict[str, Mention] = {}
    names = [mention for mention in mentions if mention.layer == "name" and mention.actor_id is not None]
    for before, after in pairwise(names):
        if tagged.sentence_of[before.first] != tagged.sentence_of[after.first] or (before.ner == "PERSON") == (after.ner == "PERSON"):
            continue
        between = range(before.last, after.first)
        if after.ner == "PERSON" and 0 < len(between) <= 5 and all(tagged.tags[p] in _TITLE_TAGS for p in between):
            found.setdefault(str(after.actor_id), before)
        elif before.ner == "PERSON" and after.ner == "ORG" and _is_description(tagged, before.last, after.first):
            found.setdefault(str(before.actor_id), after)
    return found


def _is_description(tagged: TaggedText, first: int, last: int) -> bool:
    """Whether the tokens between person and organisation read like ", a spokesman for the"."""
    if not 2 < last - first <= 9 or tagged.words[first] != ",":
        return False
    return tagged.lowers[last - 1] in _DESCRIPTION_ENDS and not any(tagged.tags[p] in VERB_TAGS for p in range(first, last))


_TITLE_TAGS = frozenset({SINGULAR_NOUN, PLURAL_NOUN, SINGULAR_NAME, ADJECTIVE, POSSESSIVE_ENDING, HYPHEN, ING_FORM})


@dataclass(frozen=True, slots=True)
class _Spoken:
    """A pronoun of the first person in somebody's words: who speaks, and for whom, where a title tells it."""

    pronoun: Mention
    speaker: Mention
    ours: Mention | None
    lexicon: Lexicon | None


def _link_first_person(
    tagged: TaggedText,
    mention: Mention,
    quote: Quote,
    names: dict[str, Mention],
    affiliations: dict[str, Mention],
    lexicon: Lexicon | None,
) -> None:
    """Inside a quotation "I" is its speaker; "we" is the speaker's organisation, of which a person speaks."""
    if quote.speaker is None or quote.speaker.actor_id is None:
        return
    speaker = quote.speaker
    ruling = first_ruling(SPEAKER_RULES, _Spoken(mention, speaker, affiliations.get(str(speaker.actor_id)), lexicon))
    assert ruling is not None  # the last rule takes every pronoun
    actor = ruling.verdict
    known = names.get(actor.actor_id)
    if known is not None and known.name:
        actor = actor._replace(name=known.name, wikidata=known.wikidata)
    note = f"speaker of the quotation is {tagged.text[speaker.start : speaker.end]!r}"
    mention.mean(actor, ruling.rule.id, 0.7, note)
    mention.gender = speaker.gender


def _by_affiliation(case: _Spoken) -> Actor | None:
    is_joint = case.pronoun.is_plural and case.speaker.kind == "person"
    if not is_joint or case.ours is None or case.ours.actor_id is None:
        return None
    return case.ours.meant if case.ours.actor_id == case.speaker.actor_id else case.ours.meant._replace(wikidata=None)


def _by_office(case: _Spoken) -> Actor | None:
    speaker = case.speaker
    is_official = speaker.kind == "person" and speaker.sector in ("GOV", "MIL") and bool(speaker.office)
    if not case.pronoun.is_plural or not is_official or not speaker.country or case.lexicon is None:
        return None
    return case.lexicon.actor(f"{speaker.country}.GOV")


def _by_speaker(case: _Spoken) -> Actor | None:
    return case.speaker.meant


#: Whom "I" and "we" mean in somebody's words, in the order in which it is asked; the last rule takes what is left.
SPEAKER_RULES: tuple[Rule[[_Spoken], Actor], ...] = (
    Rule(
        "pronoun.speakers_body", '"We" in a quotation: the body for which its speaker speaks.',
        (Example('"We will answer," said State Department spokesman Jeff Rathke.', "We", "USA.GOV.MFA"),), _by_affiliation,
    ),
    Rule(
        "pronoun.speakers_government", '"We" in a quotation: the government of a speaker who holds an office.',
        (Example('"We will answer," French President Emmanuel Macron said.', "We", "FRA.GOV", day="2023-04-26"),), _by_office,
    ),
    Rule(
        "pronoun.speaker", '"I" or "we" in a quotation: its speaker.',
        (Example('"I will answer," Emmanuel Macron said.', "I", "PER.emmanuel-macron"),), _by_speaker,
    ),
)  # fmt: skip
