"""Phrases that are one name of the lexicon, or end in one."""

from transforms.identities.persons import turned_name
from transforms.identities.phrases.noun_owners import owner_by
from transforms.identities.phrases.phrase import CUTS, Phrase, kind_of, most_likely
from transforms.identities.phrases.resolved import ResolvedActor, resolved, resolved_person
from transforms.lexicon import Actor, Alias, Lexicon
from warehouse.vocabulary import STATE_KINDS

#: Of these a name at the end is whose the noun before it is, and not what is meant.
_NOT_AT_END = ("country", "territory", "place", "person", "outlet")


def whole_name(phrase: Phrase) -> ResolvedActor | None:
    """The phrase is one name of the lexicon, perhaps with an article or a country beside it ("the PRI Mexico")."""
    lexicon, stripped = phrase.lexicon, phrase.text
    for article in ("the ", "The ", "THE ", "a ", "an "):
        stripped = stripped.removeprefix(article)
    aliases = lexicon.lookup(stripped) or lexicon.lookup(phrase.text) or (lexicon.lookup_any_case(stripped) if len(stripped) > 3 else [])
    aliases = aliases or _joined_names(stripped, lexicon)
    countries = phrase.countries
    if not aliases and len(phrase.hits) == 2:
        first, second = phrase.hits
        covered = (first.end - first.start) + (second.end - second.start) + 1
        if covered >= len(stripped):
            countries = countries | {lexicon.actors[a.actor_id].country or "" for a in second.aliases if a.actor_id in lexicon.actors}
            aliases = list(first.aliases) if not any(kind_of(a, lexicon) == "country" for a in first.aliases) else []
    if not aliases:
        aliases = _name_of_country(stripped, lexicon) or turned_name(stripped.split(), lexicon)
    alias = most_likely(aliases, phrase, countries, phrase.is_sport)
    return _of_alias(alias, aliases, phrase) if alias is not None else None


def _joined_names(text: str, lexicon: Lexicon) -> list[Alias]:
    """What two names with a stroke between them have in common: "AFC/M23", of which only the second is anybody's alone."""
    parts = [lexicon.lookup(part.strip()) for part in text.split("/")] if "/" in text else []
    certain = [aliases for aliases in parts if len({alias.actor_id for alias in aliases if alias.is_certain}) == 1]
    countries = {lexicon.actors[alias.actor_id].country for aliases in certain for alias in aliases if alias.actor_id in lexicon.actors}
    return certain[-1] if len(countries) == 1 and len(parts) == 2 else []


def _name_of_country(text: str, lexicon: Lexicon) -> list[Alias]:
    """What has that name in the country named after it: "Democratic Alliance of South Africa"."""
    name, _, land = text.rpartition(" of ")
    lands = {alias.actor_id for alias in lexicon.lookup(land.removeprefix("the "))} if name else set()
    return [
        alias
        for alias in lexicon.lookup(name)
        if lands and alias.actor_id in lexicon.actors and lexicon.actors[alias.actor_id].country in lands
    ]


def name_at_end(phrase: Phrase) -> ResolvedActor | None:
    """An organisation whose name of several words ends the phrase after modifiers: "Kurdish-led Syrian Democratic Forces"."""
    if not phrase.hits or phrase.hits[-1].end < len(phrase.text) or any(word in CUTS for word in phrase.words):
        return None
    hit = phrase.hits[-1]
    alias = most_likely([alias for alias in hit.aliases if alias.is_strong], phrase, phrase.countries)
    if alias is None or " " not in alias.form or kind_of(alias, phrase.lexicon) in _NOT_AT_END:
        return None
    owner = owner_by(phrase.hits[0], phrase) if len(phrase.hits) > 1 else None
    if owner is not None and owner.kind in STATE_KINDS and phrase.lexicon.actors[alias.actor_id].country not in (None, owner.country):
        return None  # "Chile's Defense Department" is not the American one
    return _of_alias(alias, list(hit.aliases), phrase)


def _of_alias(alias: Alias, aliases: list[Alias], phrase: Phrase) -> ResolvedActor:
    lexicon, actor = phrase.lexicon, phrase.lexicon.actors[alias.actor_id]
    if actor.kind == "person":
        return resolved_person(actor, phrase, "phrase.person")
    if actor.kind == "place":
        seat = next((lexicon.actors[a.actor_id] for a in aliases if a.kind == "metonym" and a.actor_id in lexicon.actors), None)
        if seat is not None:
            return resolved(seat, seat.sector, "phrase.seat")
        return resolved(actor, "CVL" if lexicon.place_kinds.get(actor.actor_id) == "city" else None, "phrase.place")
    return resolved(actor, _sector_of_people(actor, phrase) or actor.sector, "phrase.name")


def _sector_of_people(actor: Actor, phrase: Phrase) -> str | None:
    """What people of a group are by the last word of its name: "Fulani herdsmen" are farmers."""
    noun = phrase.lexicon.nouns.get(phrase.words[-1]) if actor.kind == "people" else None
    return noun.role.sector if noun is not None and noun.role is not None else None
