"""Phrases of which only a country is known, spelt right or nearly so."""

from difflib import get_close_matches

from transforms.folding import fold
from transforms.identities.phrases.noun_owners import owner_by
from transforms.identities.phrases.phrase import Phrase
from transforms.identities.phrases.resolved import ResolvedActor, resolved
from transforms.language import word_class

_PEOPLE_WORDS = word_class("identities.people_words")
#: Shorter words have too many neighbours; the closeness is difflib's ratio.
_LONG_WORD, _CLOSENESS = 6, 0.85


def country_alone(phrase: Phrase) -> ResolvedActor | None:
    """A country, people or place named in a phrase of whose noun nothing is known."""
    for hit in phrase.hits:
        owner = owner_by(hit, phrase)
        if owner is None or owner.kind == "outlet" or not any(alias.is_strong for alias in hit.aliases):
            continue
        if owner.kind in ("country", "territory"):
            return resolved(owner, "CVL" if _PEOPLE_WORDS & set(phrase.words) else None, "phrase.country")
        return resolved(owner, owner.sector, "phrase.name_inside")
    return None


def misspelt_country(phrase: Phrase) -> ResolvedActor | None:
    """A country or its people in one long word that is a letter or two off ("Kazahks"), when only one country is spelt like it."""
    word, lexicon = fold(phrase.text), phrase.lexicon
    if phrase.hits or len(word) < _LONG_WORD or " " in word or not word[0].isupper():
        return None
    close = get_close_matches(word, lexicon.country_words, n=3, cutoff=_CLOSENESS)
    countries = {owner for form in close for owner in lexicon.country_words[form]}
    return resolved(lexicon.actors[countries.pop()], None, "phrase.misspelt") if len(countries) == 1 else None
