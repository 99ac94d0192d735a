"""Pronouns: he, she, it and they by a judge, else by weights; we and I inside quotations by who speaks."""

from datetime import date

from transforms.annotations import Mention, Quote, TaggedText
from transforms.identities.first_person import link_first_person
from transforms.identities.possessors import POSSESSIVES, own_by_pronoun
from transforms.identities.things import NOTHING, goes_on_with_thing, thing_weight
from transforms.identities.third_person import heaviest_antecedent, quoted_characters
from transforms.judges.coreference.judge import Coreference
from transforms.judges.coreference.model import Ranker
from transforms.judges.coreference.things import THING
from transforms.language import word_class
from transforms.language.en.labels import CLAUSE, NOUN_TAGS, POSSESSOR, PREPOSITION_OBJECT, RELATIVE_CLAUSE, SUBJECT
from transforms.lexicon import Lexicon
from transforms.rules import Step

_OWN_WORDS = word_class("identities.own_words")
#: From this probability on the judge's antecedent stands against a thing that is the subject of the clause before.
_SURE = 0.6
_NEUTER = "n"
#: How sure a pronoun is whose sentence leaves it no choice; what opens the clause about a person.
_BOUND, _WHO = 0.9, word_class("names.who")
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
    "his Iranian counterpart"); an "it" that refers to nobody is not a mention and is removed."""
    if not tagged.has_syntax:
        return
    quoted = quoted_characters(tagged, quotes)
    speakers = {id(quote.speaker) for quote in quotes if quote.speaker is not None}
    earlier: list[Mention] = []
    frequency: dict[str, int] = {}
    waiting: list[Mention] = []
    judge = Coreference(ranker, tagged, mentions, quotes) if ranker is not None else None
    owned = {m.first: m for m in mentions if m.layer == "nominal" and tagged.lowers[m.first] in POSSESSIVES}
    _share_genders(mentions)
    for mention in mentions:
        if mention.layer == "pronoun" and mention.actor_id is None:
            if tagged.lowers[mention.first] in _OWN_WORDS:
                waiting.append(mention)
                continue
            if (bound := _who_tells(tagged, mention, earlier) or _whose_it_is(tagged, mention, earlier)) is not None:
                _take_up(tagged, mention, bound, _BOUND, "by the syntax alone")
            elif judge is not None:
                _link_by_judge(judge, tagged, mention, earlier)
            else:
                _link_by_weight(tagged, mention, earlier, frequency, quoted, owned.get(mention.first))
            if lexicon is not None and mention.first in owned and mention.actor_id is not None:
                own_by_pronoun(tagged, owned[mention.first], mention, lexicon, day)
        if mention.actor_id is not None:
            frequency[mention.actor_id] = frequency.get(mention.actor_id, 0) + 1
        earlier.append(mention)
    link_first_person(tagged, waiting, mentions, quotes, lexicon)
    mentions[:] = [
        m for m in mentions if m.layer != "pronoun" or m.actor_id is not None or id(m) in speakers or not _is_no_actor(tagged, m)
    ]


def _share_genders(mentions: list[Mention]) -> None:
    """Descriptions have the gender of the person they name: in "the mayor, Matthew Keys", the mayor is no "she"."""
    told = {mention.actor_id: mention.gender for mention in mentions if mention.actor_id is not None and mention.gender in ("f", "m")}
    for mention in mentions:
        if mention.gender is None and mention.actor_id is not None:
            mention.gender = told.get(mention.actor_id)


def _who_tells(tagged: TaggedText, mention: Mention, earlier: list[Mention]) -> Mention | None:
    """Whom "he" means in what somebody says of himself in a relative clause: "lost it to Trump, who said he wanted it"."""
    verb = tagged.heads[mention.head]
    telling = tagged.heads[verb]
    if tagged.deps[mention.head] != SUBJECT or tagged.deps[verb] != CLAUSE or tagged.deps[telling] != RELATIVE_CLAUSE:
        return None
    if not any(tagged.deps[child] == SUBJECT and tagged.lowers[child] in _WHO for child in tagged.children[telling]):
        return None
    told = tagged.heads[telling]
    named = next((m for m in reversed(earlier) if m.first <= told < m.last and m.layer == "name" and m.actor_id is not None), None)
    return named if named is not None and named.kind == "person" and named.gender == mention.gender else None


def _whose_it_is(tagged: TaggedText, mention: Mention, earlier: list[Mention]) -> Mention | None:
    """Whom a possessive means in what somebody named does to his own: "the Soviet Union's murder of its people"."""
    thing = tagged.heads[mention.head]
    preposition = tagged.heads[thing]
    doing = tagged.heads[preposition]
    if tagged.deps[mention.head] != POSSESSOR or tagged.deps[thing] != PREPOSITION_OBJECT or tagged.tags[doing] not in NOUN_TAGS:
        return None
    owner = next((child for child in tagged.children[doing] if tagged.deps[child] == POSSESSOR), None)
    named = next((m for m in reversed(earlier) if owner is not None and m.first <= owner < m.last and m.layer == "name"), None)
    if named is None or named.actor_id is None:
        return None
    is_person = named.kind == "person"
    return named if (is_person and named.gender == mention.gender) or (not is_person and mention.gender == _NEUTER) else None


def _is_no_actor(tagged: TaggedText, mention: Mention) -> bool:
    """Whether an unlinked pronoun stands for a thing; persons' pronouns stand for somebody, even unknown."""
    lower = tagged.lowers[mention.first]
    return mention.gender == "n" or (lower in _PLURAL_OBJECTS and mention.rule == THING)


def _link_by_judge(judge: Coreference, tagged: TaggedText, mention: Mention, earlier: list[Mention]) -> None:
    found = judge.find_antecedent(mention, thing_weight(tagged, mention, earlier))
    if found.probability < _SURE and goes_on_with_thing(tagged, mention, earlier):
        _take_as_thing(mention, "the subject of the clause before is a thing")
    elif found.mention is not None and judge.is_enough(mention, found):
        _take_up(tagged, mention, found.mention, found.probability, "by the judge")
    elif found.nobody > found.probability and mention.gender not in ("f", "m"):
        _take_as_thing(mention, f"nobody, probability {found.nobody:.2f}")


def _link_by_weight(
    tagged: TaggedText, mention: Mention, earlier: list[Mention], frequency: dict[str, int], quoted: bytearray, owned: Mention | None
) -> None:
    best = heaviest_antecedent(tagged, mention, earlier, frequency, quoted, owned)
    thing = thing_weight(tagged, mention, earlier)
    if best is not None and best.weight >= thing:
        _take_up(tagged, mention, best.mention, min(0.9, 0.3 + best.weight / 12), f"weight {best.weight:.1f}")
    elif thing > NOTHING:
        _take_as_thing(mention)


def _take_as_thing(mention: Mention, note: str = "") -> None:
    """The pronoun more likely stands for a thing."""
    mention.rule = THING
    mention.trace.append(Step(THING, "", note=note))


def _take_up(tagged: TaggedText, mention: Mention, antecedent: Mention, confidence: float, why: str) -> None:
    """The pronoun means whom the antecedent means."""
    printed, rule = tagged.text[antecedent.start : antecedent.end], f"pronoun.{tagged.lowers[mention.first]}"
    mention.follow(antecedent, rule, confidence, f"takes up {printed!r} at {antecedent.start}, {why}")
    mention.office = antecedent.office
    mention.gender = mention.gender or antecedent.gender
