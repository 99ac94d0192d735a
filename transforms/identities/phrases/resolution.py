"""The ways to read a phrase, in the order in which they are tried."""

from collections.abc import Callable
from datetime import date

from transforms.identities.outlets import find_outlet
from transforms.identities.phrases.countries import country_alone, misspelt_country
from transforms.identities.phrases.described import noun_with_owner
from transforms.identities.phrases.named_persons import named_person, registered_person, titled_name
from transforms.identities.phrases.phrase import Phrase, read_phrase
from transforms.identities.phrases.resolved import ResolvedActor, resolved
from transforms.identities.phrases.unknown_names import name_by_tagger, name_by_words
from transforms.identities.phrases.whole_names import name_at_end, whole_name
from transforms.lexicon import Actor, Lexicon
from transforms.names.name_words import SHIP_CLASSES, SHIPS
from transforms.taggers import Tagger


def resolve_phrase(phrase: str, day: date | None, context: str | None, lexicon: Lexicon, tagger: Tagger | None) -> ResolvedActor | None:
    """The actor of a phrase, or None. Without a day a person has the sector of an office still held, else of the last one: that it is over
    is said by days alone. The tagger, if there is one, tells persons and organisations that no dictionary knows."""
    text = " ".join(phrase.split())
    if not text:
        return None
    read = read_phrase(text, day, context, lexicon, tagger)
    return next((found for way in WAYS if (found := way(read)) is not None), None)


def _warship(phrase: Phrase) -> ResolvedActor | None:
    """A warship by the letters before its name, which are its navy's, or by its class where one navy alone has ships of it."""
    country = SHIPS.get(phrase.words[0]) if len(phrase.words) > 1 and phrase.text.split()[0].isupper() else None
    country = country or _navy_of_class(phrase)
    if country is None:
        return None
    return resolved(Actor(f"GENERIC.warship.{country}", "warship", "generic", country), "MIL", "phrase.warship")


def _navy_of_class(phrase: Phrase) -> str | None:
    """The country whose navy has the ships of a class: "an Arleigh Burke-class destroyer"."""
    name, mark, _ = phrase.text.lower().replace(" class", "-class").partition("-class")
    words = name.split()
    return next(
        (SHIP_CLASSES[" ".join(words[first:])] for first in range(len(words)) if mark and " ".join(words[first:]) in SHIP_CLASSES), None
    )


def _outlet(phrase: Phrase) -> ResolvedActor | None:
    """A medium whose name an archive extends with a section or format."""
    outlet = phrase.lexicon.actors.get(find_outlet(phrase.text, phrase.lexicon) or "")
    return resolved(outlet, outlet.sector, "phrase.outlet") if outlet is not None else None


def _registered(phrase: Phrase) -> ResolvedActor | None:
    return registered_person(phrase, phrase.text)


#: Each answers, or leaves the phrase to the next; the ids that they answer by are declared in `transforms.identities.findings`.
WAYS: tuple[Callable[[Phrase], ResolvedActor | None], ...] = (
    _warship,
    titled_name,
    whole_name,
    named_person,
    name_at_end,
    noun_with_owner,
    _outlet,
    _registered,
    name_by_words,
    name_by_tagger,
    country_alone,
    misspelt_country,
)
