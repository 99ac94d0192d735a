"""Whose body, office or people a description means, if the text says so."""

from transforms.annotations import Mention
from transforms.identities.nominals.case import DEFINITE, OF, Surroundings
from transforms.identities.offices import implied_owner
from transforms.identities.surnames import RULED, find_ruled_country
from transforms.language import word_class
from transforms.language.en.labels import OBJECT, SUBJECT
from transforms.lexicon import Actor, Noun

#: Bodies that sit in the capital; troops and police stand in many towns.
_SEATED = ("GOV", "LEG", "JUD")
_SEATED_KINDS = frozenset({"ministry", "legislature", "judiciary", "government"})
_HAVING = word_class("identities.having")
#: Nouns that are also things one has: "the state has intelligence" on something.
_NEVER_BARE = word_class("identities.never_bare")
#: Tokens within which the second of two posts ends.
_LONGEST_POST = 5
#: What leads from a body to the capital it sits in.
_SEAT_LINKS = word_class("identities.seat_links")


def owner_told(around: Surroundings, mention: Mention, noun: Noun, noun_first: int) -> Actor | None:
    """The country or organisation that is named beside the noun, or the only one that can have such an office."""
    ruled = _ruled_by_name(around, mention)
    if ruled is not None:
        return ruled
    named = around.owners.before(mention.first, max(noun_first, mention.head)) or around.owners.after(mention.last, OF)
    named = named or _shared_owner(around, mention)
    if named is None and _is_seated(noun):
        named = _seat(around, mention)
    if named is None and noun.bodies and around.tagged.lowers[mention.head] not in _NEVER_BARE:
        named = _possessor(around, mention)
    if named is None and around.tagged.lowers[mention.head] in RULED:
        ruler = _ruler(around, mention)
        if ruler is not None:
            return ruler
    owner_id = around.owners.owner_id(named) if named is not None else _implied(around, noun)
    return (around.lexicon.actor(owner_id) or around.found.get(owner_id)) if owner_id is not None else None


def _implied(around: Surroundings, noun: Noun) -> str | None:
    """The only owner that such an office can have; an organisation must be named in the article: most prosecutors are of no world court."""
    owner_id = implied_owner(noun.offices)
    actor = around.lexicon.actor(owner_id) if owner_id is not None else None
    if actor is None or not actor.actor_id.startswith("IGO."):
        return owner_id
    return owner_id if any(mention.actor_id == owner_id for mention in around.memory.mentions) else None


def _shared_owner(around: Surroundings, mention: Mention) -> Mention | None:
    """The owner behind the second of two posts: "the President and Vice President of the United States"."""
    lowers, last = around.tagged.lowers, mention.last
    if lowers[last : last + 1] != ["and"] or not around.tagged.words[last - 1][0].isupper():
        return None
    ends = (place for place in range(last + 2, min(last + _LONGEST_POST, len(lowers))) if lowers[place] in OF)
    end = next(ends, None)
    is_post = end is not None and any(True for _ in around.lexicon.nouns_ending(lowers, end, last + 1))
    return around.owners.after(end, OF) if end is not None and is_post else None


def _ruled_by_name(around: Surroundings, mention: Mention) -> Actor | None:
    """The country whose ruler of the day has the name in the phrase, whatever else is called so: Obama is a town, too."""
    tagged = around.tagged
    if tagged.lowers[mention.head] not in RULED:
        return None
    name = [tagged.words[place] for place in range(mention.first, mention.head) if tagged.words[place][:1].isupper()]
    name = [word for word in name if word.lower() not in DEFINITE]
    return find_ruled_country(name, around.article.day, around.lexicon)


def _is_seated(noun: Noun) -> bool:
    if noun.bodies:
        return noun.bodies[0].suffix.split(".")[0] in _SEATED
    return noun.common is not None and not _SEATED_KINDS.isdisjoint(noun.common.kinds)


def _seat(around: Surroundings, mention: Mention) -> Mention | None:
    """The capital in which a body sits: "the defence ministry in Vilnius"."""
    city = around.owners.after(mention.last, _SEAT_LINKS)
    actor = around.actor(city) if city is not None else None
    is_capital = actor is not None and (actor.kind == "government" or around.lexicon.seat_of.get(actor.actor_id) == f"{actor.country}.GOV")
    return city if is_capital else None


def _possessor(around: Surroundings, mention: Mention) -> Mention | None:
    """Who has the body: "NATO has 3,700 peacekeepers"."""
    tagged, verb = around.tagged, around.tagged.heads[mention.head]
    if tagged.deps[mention.head] != OBJECT or tagged.lowers[verb] not in _HAVING:
        return None
    subjects = (child for child in tagged.children[verb] if tagged.deps[child] == SUBJECT)
    return next((around.owners.name_at(subject) for subject in subjects), None)


def _ruler(around: Surroundings, mention: Mention) -> Actor | None:
    """The country of the person whose government it is: "the Biden administration", "Orbán's government"."""
    names = (around.owners.name_at(position) for position in range(mention.first, mention.head))
    person = next((name for name in names if name is not None and name.ner == "PERSON"), None)
    actor = around.actor(person) if person is not None else None
    return around.lexicon.country_actor(actor.country) if actor is not None and actor.country else None
