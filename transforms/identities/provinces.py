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
_LANDS = frozenset({"GPE", "LOC"})
#: So many names of one country's provinces in a sentence speak of provinces, whatever stands between them.
_MANY = 3


def read_provinces(tagged: TaggedText, mentions: Sequence[Mention], lexicon: Lexicon) -> None:
    """Make provinces of the towns that are enumerated with provinces of their country, in place."""
    by_sentence: dict[int, list[Mention]] = {}
    for mention in mentions:
        if mention.layer == "name" and mention.ner in _LANDS and mention.actor_id is not None:
            by_sentence.setdefault(tagged.sentence_of[mention.first], []).append(mention)
    read: dict[str, str] = {}  # towns that are provinces somewhere in the article
    for places in by_sentence.values():
        states = [place for place in places if lexicon.place_kinds.get(str(place.actor_id)) == "state"]
        if not states or len(places) == len(states):
            continue
        for town in places:
            province = _province_of(town, lexicon) or _province_called(tagged, town, states, lexicon)
            if province is not None and _is_among(tagged, town, states, places, lexicon):
                read[str(town.actor_id)] = province
                town.decide(province, "place.province", 0.7)
    for places in by_sentence.values():
        for town in places:
            is_town = tagged.lowers[max(town.first - 2, 0) : town.first] in (["city", "of"], ["town", "of"])
            if str(town.actor_id) in read and not is_town:
                town.decide(read[str(town.actor_id)], "place.province", 0.6)


def _province_of(town: Mention, lexicon: Lexicon) -> str | None:
    """The province that is called like a town of its country."""
    if lexicon.place_kinds.get(str(town.actor_id)) != "city":
        return None
    actor = lexicon.actors[str(town.actor_id)]
    return _provinces(lexicon).get((fold(actor.name.partition(" (")[0]).lower(), actor.country))


def _province_called(tagged: TaggedText, name: Mention, states: Sequence[Mention], lexicon: Lexicon) -> str | None:
    """The province that an unknown name, or another country's old one ("Formosa"), is where provinces of one country are enumerated."""
    known = lexicon.actors.get(str(name.actor_id))
    form = fold(tagged.text[name.start : name.end]).lower()
    if known is not None and (known.kind != "country" or fold(known.name).lower() == form):
        return None
    countries = {lexicon.actors[str(state.actor_id)].country for state in states}
    return _provinces(lexicon).get((form, countries.pop())) if len(countries) == 1 else None


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
    own = lexicon.actors.get(str(town.actor_id))
    country = own.country if own is not None and own.kind == "place" else None
    known = [state for state in states if country is None or lexicon.actors[str(state.actor_id)].country == country]
    if not known:
        return False
    named = {place.actor_id for place in places if place in known or _province_of(place, lexicon) is not None}
    return len(named) >= _MANY or any(first_joined(tagged, state.head, _AND) == first_joined(tagged, town.head, _AND) for state in known)
