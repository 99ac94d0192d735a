"""Whose the noun of a phrase is: the owner is named in it, implied by the office, or told by a town or the context."""

from transforms.folding import fold
from transforms.identities.offices import implied_owner, only_owner_on, whose_office
from transforms.identities.phrases.phrase import ARTICLES, CUTS, NounAt, Phrase, kind_of, most_likely
from transforms.identities.surnames import RULED, find_ruled_country
from transforms.language import word_class
from transforms.lexicon import Actor, NameHit

#: Who may own a body or role beside a country that is named as well: "Catholic bishops in Nicaragua".
_STATELESS = frozenset({"people", "religious", "place"})
#: Kinds that own no body or post; but outlets have their journalists, parties their lawmakers.
_NO_OWNERS = frozenset({"", "person", "party", "outlet"})
_OWNERS_BY_SECTOR = {"MED": frozenset({"outlet"}), "LEG": frozenset({"party"})}
#: Names of towns that say something else in the name of a body: "Federal Intelligence Service", "Liberal Party".
_NO_TOWNS = word_class("identities.no_towns")
#: Whom somebody is for or against does not own him: "pro-Russian separatists in Donetsk".
_STANCES = ("pro-", "anti-")


def owner_of_noun(phrase: Phrase, found: NounAt) -> Actor | None:
    """The owner named in the phrase, else the only one the office can have, else the country of a town or of the context."""
    ruled = _ruled_country(phrase, found.last)
    if ruled is not None:
        return ruled
    owners, noun = owners_named(phrase, found), found.noun
    if owners:
        owner = next((owner for owner in owners if owner.country or owner.kind not in _STATELESS), owners[0])
        return whose_office(owner, noun.offices, phrase.lexicon) if not noun.bodies else owner
    only = implied_owner(noun.offices) or only_owner_on(noun.offices, phrase.day, phrase.lexicon)
    if only in phrase.lexicon.actors:
        return phrase.lexicon.actors[str(only)]
    return town_country(phrase, found.last) or context_country(phrase)


def _ruled_country(phrase: Phrase, last: int) -> Actor | None:
    """The country of a government that is called after who leads it: "the Assad regime", "a Biden administration official"."""
    end = next((place for place, word in enumerate(phrase.words[:last]) if word in RULED), None)
    if end is None:
        return None
    name = [word for word in phrase.text[: phrase.starts[end]].split() if word[:1].isupper() and word.lower() not in ARTICLES]
    return find_ruled_country(name, phrase.day, phrase.lexicon)


def owners_named(phrase: Phrase, found: NounAt) -> list[Actor]:
    """Those whom names in the phrase tell as owners of the noun, the nearest first."""
    owners = (owner_by(hit, phrase) for hit in owner_hits(phrase, found))
    return [owner for owner in owners if owner is not None]


def owner_hits(phrase: Phrase, found: NounAt) -> list[NameHit]:
    """The names before the noun, the nearest first, and the first one after it."""
    last, role = found.last, found.noun.role
    start = phrase.starts[last - 1]  # the name may be part of the noun: "White House official"
    barred = _NO_OWNERS - _OWNERS_BY_SECTOR.get((role and role.sector) or "", frozenset())
    owning = [hit for hit in phrase.hits if any(alias.is_strong and kind_of(alias, phrase.lexicon) not in barred for alias in hit.aliases)]
    before = [hit for hit in owning if hit.end <= start and not phrase.text[: hit.start].lower().endswith(_STANCES)]
    is_linked = last < len(phrase.words) and (phrase.words[last] in CUTS or not phrase.text[phrase.starts[last]].isalnum())
    after = [hit for hit in owning if is_linked and hit.start >= phrase.starts[last]]  # "President Valencia" is of no town
    return [*reversed(before), *after[:1]]


def owner_by(hit: NameHit, phrase: Phrase) -> Actor | None:
    """Whom a name tells as owner: of a place or government its country."""
    alias = most_likely(list(hit.aliases), phrase, phrase.countries)
    if alias is None:
        return None
    actor = phrase.lexicon.actors[alias.actor_id]
    is_countrys = actor.kind in ("place", "government") and actor.country in phrase.lexicon.actors
    return phrase.lexicon.country_actor(actor.country) if is_countrys and actor.actor_id != f"{actor.country}.GOV.EXEC" else actor


def town_country(phrase: Phrase, last: int) -> Actor | None:
    """The country of a town that the phrase names before its noun ("Kano State government"); a name behind a title is a person's."""
    end = phrase.starts[last] if last < len(phrase.starts) and phrase.words[last] not in CUTS else len(phrase.text)
    for word in phrase.text[:end].split():
        country = phrase.lexicon.towns.get(fold(word).lower().removesuffix("'s")) if word[:1].isupper() else None
        if country is not None and word.lower() not in phrase.lexicon.nouns and word.lower() not in _NO_TOWNS:
            return phrase.lexicon.actors.get(country)
    return None


def context_country(phrase: Phrase) -> Actor | None:
    """The only country of the context."""
    return phrase.lexicon.actors.get(next(iter(phrase.countries))) if len(phrase.countries) == 1 else None
