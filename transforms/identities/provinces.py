"""Towns that are called like their province, where an enumeration speaks of provinces: "Cordoba, Santa Fe and La Pampa"."""

from collections.abc import Sequence
from functools import lru_cache

from transforms.annotations import Mention, TaggedText
from transforms.folding import fold
from transforms.language import word_class
from transforms.language.en.grammar import first_joined
from transforms.language.en.labels import CONJUNCT
from transforms.lexicon import Lexicon

#: What the full names of provinces end in.
_ENDINGS = word_class("identities.province_endings")
_AND = frozenset({CONJUNCT})
#: So many names of one country's provinces in a sentence speak of provinces, whatever stands between them.
_MANY = 3


def read_provinces(tagged: TaggedText, mentions: Sequence[Mention], lexicon: Lexicon) -> None:
    """Make provinces of the towns that are enumerated with provinces of their country, in place."""
    by_sentence: dict[int, list[Mention]] = {}
    for mention in mentions:
        if mention.layer == "name" and mention.actor_id in lexicon.place_kinds:
            by_sentence.setdefault(tagged.sentence_of[mention.first], []).append(mention)
    for places in by_sentence.values():
        states = [place for place in places if lexicon.place_kinds[str(place.actor_id)] == "state"]
        if not states or len(places) == len(states):
            continue
        for town in places:
            province = _province_of(town, lexicon)
            if province is not None and _is_among(tagged, town, states, places, lexicon):
                town.decide(province, "place.province", 0.7)


def _province_of(town: Mention, lexicon: Lexicon) -> str | None:
    """The province that is called like a town of its country."""
    if lexicon.place_kinds[str(town.actor_id)] != "city":
        return None
    actor = lexicon.actors[str(town.actor_id)]
    return _provinces(lexicon).get((fold(actor.name.partition(" (")[0]).lower(), actor.country))


@lru_cache(maxsize=2)
def _provinces(lexicon: Lexicon) -> dict[tuple[str, str | None], str]:
    """Provinces by what is left of their names and by country."""
    actors = (lexicon.actors[place] for place, kind in lexicon.place_kinds.items() if kind == "state" and place in lexicon.actors)
    return {
        (fold(actor.name.removesuffix(f" {ending}")).lower(), actor.country): actor.actor_id
        for actor in actors
        for ending in sorted(_ENDINGS)
        if actor.name.endswith(f" {ending}")
    }


def _is_among(tagged: TaggedText, town: Mention, states: Sequence[Mention], places: Sequence[Mention], lexicon: Lexicon) -> bool:
    """Whether the town is joined to a province of its country, or stands in a sentence that names many of them."""
    country = lexicon.actors[str(town.actor_id)].country
    known = [state for state in states if lexicon.actors[str(state.actor_id)].country == country]
    if not known:
        return False
    named = {place.actor_id for place in places if place in known or _province_of(place, lexicon) is not None}
    return len(named) >= _MANY or any(first_joined(tagged, state.head, _AND) == first_joined(tagged, town.head, _AND) for state in known)
