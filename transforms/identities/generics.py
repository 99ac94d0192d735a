"""Unnamed agents: the noun of a phrase, and one actor for the agents that a noun and its owner describe."""

from transforms.annotations import Mention, TaggedText
from transforms.identities.offices import LOCAL_HEADS
from transforms.lexicon import Actor, Lexicon, Noun, Office
from warehouse.slugs import slug

_BODIES = frozenset({"country", "territory", "igo", "bloc"})
#: Groups that tell the country of their people: "a Uyghur scholar".
_GROUPS = frozenset({"people", "party", "armed_group"})


def noun_of(tagged: TaggedText, mention: Mention, lexicon: Lexicon) -> tuple[Noun | None, int]:
    """The longest noun of the lexicon that a phrase ends with, and its first token."""
    first, noun = next(lexicon.nouns_ending(tagged.lowers, mention.last, mention.first), (mention.first, None))
    return noun, first


def is_held_by_many(office: Office, owner: Actor) -> bool:
    """Whether an owner has several holders of the office; a state of a country has one governor, a party one leader."""
    if owner.kind == "place":
        return office.is_held_by_many and office.office_id not in LOCAL_HEADS.values()
    if owner.kind not in _BODIES:
        return False
    if owner.kind in ("igo", "bloc") and office.suffix.startswith("GOV"):
        return True  # a "UN envoy" heads no ministry
    return office.is_held_by_many


def make_generic(noun: Noun, modifiers: list[str], owner: Actor | None) -> Actor | None:
    """The actor for unnamed agents: one for one noun, its modifiers where it is not an agent by itself, and its owner."""
    role, common = noun.role, noun.common
    if role is not None:
        actor = Actor(role.generic_id, role.generic_id.removeprefix("GENERIC.").replace("-", " "), "generic", None, role.sector)
    elif noun.bodies:
        body = noun.bodies[0]
        actor = Actor(f"GENERIC.{slug(body.noun)}", body.noun, "generic", None, body.sector)
    elif common is not None:
        is_place = all(kind.startswith("place:") for kind in common.kinds)
        name = " ".join([*modifiers, common.noun]) if "generic" not in common.kinds else common.noun
        actor = Actor(f"GENERIC.{slug(name)}", name, "place" if is_place else "generic")
    elif noun.offices:
        actor = Actor(f"GENERIC.{slug(noun.offices[0].name)}", noun.offices[0].name, "generic", None, noun.offices[0].sector)
    else:
        return None
    if owner is None or (owner.kind not in _BODIES and not (owner.kind in _GROUPS and owner.country)):
        return actor
    sector = owner.sector if noun.offices and owner.kind == "igo" else actor.sector
    return actor._replace(
        actor_id=f"{actor.actor_id}.{owner.actor_id}", name=f"{actor.name} ({owner.name})", country=owner.country, sector=sector
    )
