"""What a noun makes of whoever a phrase means: a body, the holder of an office, or unnamed agents."""

from typing import NamedTuple

from transforms.identities.offices import VAGUE_OFFICES, pick_office
from transforms.lexicon import Actor, Noun
from warehouse.slugs import slug
from warehouse.vocabulary import STATE_KINDS


class NounSense(NamedTuple):
    """Sector and kind, the suffix of the body that is meant or headed, and the id of unnamed agents."""

    sector: str | None
    kind: str
    suffix: str | None
    generic_id: str


def sense_of(noun: Noun, name: str, owner: Actor | None) -> NounSense:
    """The sense of a noun, printed as `name`, with its owner: a body goes before an office, an office before a role."""
    if noun.bodies:
        body = noun.bodies[0]
        return NounSense(body.sector, body.kind, body.suffix, f"GENERIC.{slug(body.noun)}")
    office = pick_office(noun.offices, owner.country if owner else None, owner.actor_id if owner else None)
    if office is None and noun.offices and owner is not None and owner.kind not in STATE_KINDS:
        office = noun.offices[0]  # an office of the organisation above or below
    if office is not None and (office.suffix or noun.role is None) and not (owner is None and name in VAGUE_OFFICES):
        return NounSense(office.sector, "person", office.suffix or None, f"GENERIC.{slug(office.name)}")
    if noun.role is not None:
        return NounSense(noun.role.sector, "generic", None, noun.role.generic_id)
    return NounSense(None, "generic", None, "GENERIC.agents")
