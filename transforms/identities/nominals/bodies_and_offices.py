"""Descriptions with an owner: his body ("the Russian foreign ministry"), the holder of his office, his fighters."""

from transforms.identities.generics import is_held_by_many, noun_of
from transforms.identities.nominals.case import FIGHTING, INDEFINITE, OF, WITH_BODIES, Meaning, Nominal
from transforms.identities.offices import (
    DEPUTY_WORDS,
    NOT_YET_WORDS,
    PAST_WORDS,
    find_holder,
    find_local_head,
    pick_office,
    stands_for_body,
    whose_office,
)
from transforms.identities.surnames import RULING
from transforms.language import word_class
from transforms.language.en.labels import COMMON_NOUN_TAGS, COMPOUND
from transforms.lexicon import Actor, Lexicon, Noun

_STATE = word_class("identities.state")
#: Nouns for bodies that are something else behind another noun.
OTHERWISE_TOO = word_class("identities.otherwise_too")
#: What makes a ruler one of any day.
_OF_ANY_DAY = word_class("identities.of_any_day")
#: Who wants an office, and how, before "for"; what leads to the office that somebody had.
_SEEKING, _FOR, _AS = word_class("identities.seeking"), word_class("identities.sought_links"), word_class("identities.in_capacity")
_CLERGY, _COURTS, _HIGHEST_COURT = "REL", "JUD", "JUD.SC"
#: Parts of associations and campaigns that are called after where they are.
_PARTS = word_class("identities.parts_somewhere")
#: How sure a ruler is who is named in an article without a day.
_UNDATED = 0.6


#: What tells troops and police that are of no state.
_NOT_OF_STATES = word_class("identities.not_of_states")
ARMED = frozenset({"MIL", "COP"})


def by_owner(case: Nominal) -> Meaning | None:
    """What the noun means for the owner named beside it."""
    noun, owner = case.noun, case.owner
    if owner is None or is_sought(case) or _is_of_a_part(case):
        return None
    if noun.bodies and owner.kind in WITH_BODIES and not (_is_named_state(case) or _is_another_thing(case) or is_of_no_state(case)):
        actor = own_body(owner, noun, case.around.lexicon)
        is_one_of_many = noun.bodies[0].suffix == _CLERGY and case.words[0] in INDEFINITE  # "a Virginia church"
        if actor is not None and not is_one_of_many and not (owner.kind in ("igo", "bloc") and noun.bodies[0].suffix == "GOV"):
            return Meaning(actor.actor_id, "nominal.body", 0.85)
    if owner.kind == "armed_group" and not noun.offices and noun.sectors & {"MIL", *FIGHTING}:
        return Meaning(owner.actor_id, "nominal.fighters", 0.8)
    if noun.offices and not case.mention.is_plural:
        return _local_head(case) or holder_or_body(case, owner, 0.8)
    return None


def is_of_no_state(case: Nominal) -> bool:
    """Whether troops or police are told to be others' than the state's: "militant forces", "those forces" of somebody named before."""
    return case.noun.bodies[0].suffix.split(".")[0] in ARMED and not _NOT_OF_STATES.isdisjoint(case.words[:-1])


def _is_named_state(case: Nominal) -> bool:
    """Whether the words name a part of a country, or how something is: "Washington state", "the state of the army"."""
    tagged, lexicon, before = case.around.tagged, case.around.lexicon, case.first - 1
    if case.words[-1] not in _STATE:
        return False
    if case.words[0] in INDEFINITE:
        return True  # "the creation of a Palestinian state"
    if tagged.lowers[case.mention.last : case.mention.last + 1] == ["of"]:
        return True  # "the state of the U.S. military"
    if before < case.mention.first:
        return False
    return any(lexicon.place_kinds.get(alias.actor_id) == "state" for alias in lexicon.lookup(tagged.words[before]))


def is_sought(case: Nominal) -> bool:
    """Whether an office without an article is what somebody wants or once was: "the candidate for governor", "taxes as governor"."""
    lowers, first = case.around.tagged.lowers, case.mention.first
    if not case.noun.offices or first != case.first or first < 2:
        return False
    return lowers[first - 1] in _AS or (lowers[first - 1] in _FOR and lowers[first - 2] in _SEEKING)


def _is_of_a_part(case: Nominal) -> bool:
    """Whether the office is that of what is only there: "the Texas chapter leader", "the Iowa campaign director"."""
    inside = case.around.tagged.lowers[case.mention.first : case.first]
    return bool(case.noun.offices) and not _PARTS.isdisjoint(inside)


def _is_another_thing(case: Nominal) -> bool:
    """Whether another noun makes of the body's noun something else: a customs union, the regime of sanctions."""
    tagged, mention = case.around.tagged, case.mention
    if case.words[-1] not in OTHERWISE_TOO or case.first != mention.head or not tagged.has_syntax:
        return False
    beside = (place for place in range(mention.first, mention.head) if tagged.heads[place] == mention.head)
    return any(tagged.deps[place] == COMPOUND and tagged.tags[place] in COMMON_NOUN_TAGS for place in beside)


def own_body(owner: Actor, noun: Noun, lexicon: Lexicon) -> Actor | None:
    """The body of an owner by the noun: as it is called at home, where that is another one than anywhere else. The high court of a
    province is one of its courts and not the highest of a country."""
    body = noun.bodies[0]
    if owner.kind == "place" and body.suffix == _HIGHEST_COURT:
        return lexicon.compose(owner.actor_id, _COURTS)
    own = lexicon.institutions.get(body.noun.lower(), {}).get(owner.actor_id, body.suffix)
    return lexicon.compose(owner.actor_id, own)


def _local_head(case: Nominal) -> Meaning | None:
    """The governor or mayor of the state or town that is named: "the Texas governor", "the mayor of London"."""
    around, mention, lexicon = case.around, case.mention, case.around.lexicon
    name = around.owners.before(mention.first, mention.head) or around.owners.after(mention.last, OF)
    if name is None or name.actor_id is None:
        return None
    named = lexicon.place_of.get(name.actor_id, name.actor_id)
    if named not in lexicon.place_kinds:
        return None
    namesakes = (alias.actor_id for alias in lexicon.lookup(around.tagged.text[name.start : name.end]))
    places = [named, *(place for place in namesakes if lexicon.place_kinds.get(place) == "state")]
    noun = " ".join(around.tagged.lowers[noun_of(around.tagged, mention, lexicon)[1] : mention.last])
    head = find_local_head(around.article.day, places, noun, case.words, lexicon)
    return Meaning(head.actor_id, "office.on_date", 0.8) if head is not None else None


def holder_or_body(case: Nominal, owner: Actor, confidence: float) -> Meaning | None:
    """The holder: whoever the article names with that office, else whoever held it that day, else the body the office heads. The mention
    keeps the name of the office in any case."""
    mention, noun, words, lexicon = case.mention, case.noun, case.words, case.around.lexicon
    if _is_any_ruler(case):
        return None
    owner = whose_office(owner, noun.offices, lexicon)
    office = pick_office(noun.offices, owner.country, owner.actor_id)
    if office is None:
        return None
    named = _named_with_it(case, owner)
    if named is not None:
        return Meaning(named, "office.in_article", confidence)
    mention.office = f"{office.name} of {owner.name}"
    if is_held_by_many(office, owner):
        return None
    is_one = words[0] not in INDEFINITE  # "a prosecutor" is not the one
    holder = find_holder(case.around.article, owner.actor_id, noun.offices, words, lexicon) if is_one else None
    if holder is not None:
        return Meaning(holder.actor_id, "office.on_date", confidence)
    named = _only_ruler_named(case, owner) if case.around.article.day is None else None
    if named is not None:
        return Meaning(named, "office.in_article", min(confidence, _UNDATED))
    if not stands_for_body(office, words):
        return None
    has_office = owner.kind in WITH_BODIES and owner.kind != "place"  # the sheriff of a state is not its government
    actor = lexicon.compose(owner.actor_id, office.suffix) if has_office else None
    return Meaning(actor.actor_id, "office.body", 0.4) if actor is not None else None


def _is_any_ruler(case: Nominal) -> bool:
    """Whether a ruler of any day is spoken of: "an American president", "the first black president", "the next prime minister"."""
    if case.mention.is_plural or not any(office.base in RULING for office in case.noun.offices):
        return False
    return case.words[0] in INDEFINITE or not _OF_ANY_DAY.isdisjoint(case.words[: max(case.first - case.mention.first, 0)])


def _only_ruler_named(case: Nominal, owner: Actor) -> str | None:
    """Of an article without a day: the only ruler of the country whom it names, by an office so called ("the Russian leader")."""
    if not case.is_definite or (PAST_WORDS | NOT_YET_WORDS | DEPUTY_WORDS) & set(case.words):
        return None
    lexicon = case.around.lexicon
    ids = {office.base for office in case.noun.offices} & set(RULING)
    named = {mention.actor_id for mention in case.around.memory.mentions if mention.layer == "name" and mention.actor_id is not None}
    rulers = {
        actor_id
        for actor_id in named
        if any(tenure.body_id == owner.actor_id and tenure.base in ids for tenure in lexicon.tenures_of.get(actor_id, ()))
    }
    return rulers.pop() if len(rulers) == 1 else None


def _named_with_it(case: Nominal, owner: Actor) -> str | None:
    """The person to whom the article gives the office."""
    if case.words[0] in INDEFINITE or PAST_WORDS & set(case.words):
        return None
    ids = {entry.office_id for entry in case.noun.offices}
    for person_id, offices in case.around.memory.held.items():
        if any(owner_id == owner.actor_id and office_id in ids for owner_id, office_id in offices):
            return person_id
    return None
