"""Phrases that tell a body, office or role by its noun, of the country or organisation it belongs to."""

from collections.abc import Sequence

from transforms.annotations import Article
from transforms.identities.generics import is_held_by_many
from transforms.identities.offices import LOCAL_HEADS, PAST_WORDS, find_holder, find_local_head, pick_office
from transforms.identities.phrases.named_persons import unknown_person_titled
from transforms.identities.phrases.noun_owners import PARTY_POSTS, owner_hits, owner_of_noun
from transforms.identities.phrases.noun_senses import NounSense, sense_of
from transforms.identities.phrases.phrase import CUTS, NounAt, Phrase, kind_of, nouns_in
from transforms.identities.phrases.resolved import ResolvedActor, resolved
from transforms.language import word_class
from transforms.lexicon import Actor
from warehouse.slugs import slug
from warehouse.vocabulary import STATE_KINDS

#: Posts that take the sector of the body they serve.
_SERVING = word_class("identities.serving")


def noun_with_owner(phrase: Phrase) -> ResolvedActor | None:
    """The body, office or role that the phrase names: the last noun before anything that only says which one is meant."""
    nouns = nouns_in(phrase)
    if not nouns:
        return None
    cut = next((p for p, word in enumerate(phrase.words) if word in CUTS and p > 0), len(phrase.words))
    before_cut = [found for found in nouns if found.last <= cut]
    found = before_cut[-1] if before_cut else nouns[-1]
    regional = _of_region(phrase, found)
    if regional is not None:
        return regional
    owner = owner_of_noun(phrase, found)
    sense = sense_of(found.noun, phrase.name_of(found), owner)
    sense = sense._replace(sector=_sector(phrase, found, before_cut[:-1], owner, sense))
    if PAST_WORDS & set(phrase.words) and (found.noun.offices or _serves(phrase, found)):
        return _former(phrase, found, owner)
    return _of_state(phrase, found, owner, sense) or _of_organisation(phrase, found, owner, sense) or _in_role(phrase, found, owner, sense)


def _of_region(phrase: Phrase, found: NounAt) -> ResolvedActor | None:
    """Who heads a state, province or town, or its government: "the Texas governor", "Ontario's premier", "the Scottish government"."""
    name, noun, lexicon = phrase.name_of(found), found.noun, phrase.lexicon
    is_government = bool(noun.bodies) and noun.bodies[0].suffix == "GOV"
    if not is_government and name not in LOCAL_HEADS:
        return None
    hit = next(iter(owner_hits(phrase, found)), None)
    kinds = {kind_of(alias, lexicon) for alias in hit.aliases} if hit is not None else set()
    places = [alias.actor_id for alias in hit.aliases if alias.actor_id in lexicon.place_kinds] if hit is not None else []
    if not places or "country" in kinds:
        return None
    head = find_local_head(phrase.day, places, name, phrase.words, lexicon)
    if head is not None:
        return resolved(head, "GOV", "phrase.office_on_date")
    state = next((place for place in places if lexicon.place_kinds[place] == "state" and place in lexicon.seat_of), None)
    seat = lexicon.actors.get(lexicon.seat_of.get(state or "", ""))
    is_led = is_government or lexicon.offices["GOVERNOR"] not in noun.offices
    return resolved(seat, seat.sector, "phrase.body") if seat is not None and is_led else None


def _serves(phrase: Phrase, found: NounAt) -> bool:
    return phrase.words[found.last - 1] in _SERVING


def _sector(phrase: Phrase, found: NounAt, inner: Sequence[NounAt], owner: Actor | None, sense: NounSense) -> str | None:
    """The owner's where he is not a state and the post serves him, that of the body named inside ("an army spokesman"), else the noun's."""
    serves, noun = _serves(phrase, found), found.noun
    if owner is not None and owner.sector and owner.kind not in STATE_KINDS and (serves or sense.sector is None):
        return owner.sector
    if owner is not None and owner.kind == "party" and phrase.words[found.last - 1] in PARTY_POSTS:
        return owner.sector
    if owner is not None and owner.kind == "armed_group" and sense.sector == "UAF":
        return owner.sector  # "Boko Haram militants" are aligned
    if serves or (noun.role is not None and not noun.bodies and not noun.offices):
        body = next((entry.noun.bodies[0] for entry in inner if entry.noun.bodies), None)
        return body.sector if body is not None and body.sector else sense.sector
    return sense.sector


def _former(phrase: Phrase, found: NounAt, owner: Actor | None) -> ResolvedActor:
    name, country = phrase.name_of(found), owner.country if owner is not None else None
    return resolved(_unnamed(f"GENERIC.former-{slug(name)}", f"former {name}", "generic", country), "ELI", "phrase.former")


def _unnamed(actor_id: str, name: str, kind: str, country: str | None) -> Actor:
    return Actor(f"{actor_id}.{country}" if country else actor_id, name, kind, country)


def _of_state(phrase: Phrase, found: NounAt, owner: Actor | None, sense: NounSense) -> ResolvedActor | None:
    """The holder of the state's office on the day if he is known, else the body."""
    if owner is None or owner.kind not in STATE_KINDS or (sense.suffix is None and not found.noun.offices):
        return None
    holder = _only_holder(phrase, found, owner)
    if holder is not None:
        return resolved(holder, sense.sector, "phrase.office_on_date")
    body = phrase.lexicon.compose(owner.actor_id, sense.suffix) if sense.suffix is not None else None
    return resolved(body, sense.sector or body.sector, "phrase.body") if body is not None else None


def _of_organisation(phrase: Phrase, found: NounAt, owner: Actor | None, sense: NounSense) -> ResolvedActor | None:
    """The holder of an office of an organisation of states, else the organisation."""
    if owner is None or owner.country is not None or owner.kind not in ("igo", "bloc"):
        return None
    holder = _only_holder(phrase, found, owner)
    return resolved(holder or owner, sense.sector or owner.sector, "phrase.office_on_date" if holder is not None else "phrase.organisation")


def _only_holder(phrase: Phrase, found: NounAt, owner: Actor) -> Actor | None:
    """Who holds the owner's office on the day, where the noun names no body and only one person can hold it."""
    offices = found.noun.offices
    office = pick_office(offices, owner.country, owner.actor_id)
    if office is None or found.noun.bodies or is_held_by_many(office, owner):
        return None
    return find_holder(Article("", "", published_at=phrase.day), owner.actor_id, offices, phrase.words, phrase.lexicon)


def _in_role(phrase: Phrase, found: NounAt, owner: Actor | None, sense: NounSense) -> ResolvedActor:
    """The person whose name follows, else unnamed agents of one kind; "UN peacekeepers in Mali" are of no country."""
    country = owner.country if owner is not None and sense.sector != "IGO" else None
    named = unknown_person_titled(phrase, found.last, country, sense.sector)
    return named or resolved(_unnamed(sense.generic_id, phrase.name_of(found), sense.kind, country), sense.sector, "phrase.role")
