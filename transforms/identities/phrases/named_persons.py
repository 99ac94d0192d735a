"""Phrases that name a person: behind an office or title, before a comma, or by a whole name of the register."""

from dataclasses import replace

from transforms.identities.discovered import discover_person
from transforms.identities.offices import PAST_WORDS
from transforms.identities.phrases.noun_owners import owners_named
from transforms.identities.phrases.noun_senses import sense_of
from transforms.identities.phrases.phrase import Phrase, kind_of, most_likely, nouns_in
from transforms.identities.phrases.resolved import ResolvedActor, resolved, resolved_person, sector_of_person
from transforms.identities.registered import is_near
from transforms.identities.surnames import find_holder_named
from transforms.lexicon import NameHit
from transforms.names.name_words import TITLES

#: Words of the longest name taken from behind a title.
_LONG_NAME = 4


def titled_name(phrase: Phrase) -> ResolvedActor | None:
    """A bare name behind an office: who of that name holds it on the day ("President Bush"), of the country told where several do."""
    nouns = nouns_in(phrase, is_inside_too=True)  # "King Abdullah" is a name of the lexicon
    titles = [found for found in nouns if found.noun.offices and found.last < len(phrase.starts)]
    if phrase.day is None or not titles or PAST_WORDS & set(phrase.words):
        return None
    title = titles[-1]
    name = phrase.text[phrase.starts[title.last] :].split(",")[0].split()
    if not all(word[:1].isupper() for word in name):
        return None
    countries = phrase.countries | {owner.country or "" for owner in owners_named(phrase, title)}
    actor = find_holder_named(name, title.noun.offices, phrase.day, countries, phrase.lexicon, phrase.words[title.last - 1])
    return resolved_person(actor, phrase, "phrase.holder_named") if actor is not None else None


def named_person(phrase: Phrase) -> ResolvedActor | None:
    """A person of the lexicon named after a title, or before a comma."""
    past = bool(PAST_WORDS & set(phrase.words))
    for hit in phrase.hits:
        persons = [alias for alias in hit.aliases if kind_of(alias, phrase.lexicon) == "person"]
        is_whole = len(phrase.words) > 1 and not _is_rest_of_name(phrase, hit)
        strong = [alias for alias in persons if alias.is_strong or is_whole]
        if not strong or hit.end < len(phrase.text) - 1 and phrase.text[hit.end : hit.end + 1] not in (",", ""):
            continue
        alias = most_likely(strong, phrase, phrase.countries)
        if alias is None:
            continue
        actor = phrase.lexicon.actors[alias.actor_id]
        sector = sector_of_person(actor, phrase) or _sector_of_title(phrase, hit)
        return resolved(actor, "ELI" if past and sector == "GOV" else sector, "phrase.person")
    return None


def _is_rest_of_name(phrase: Phrase, hit: NameHit) -> bool:
    """Whether a word of a name that is not a title stands before."""
    before = phrase.text[: hit.start].split()
    if not before or not before[-1][:1].isupper():
        return False
    return before[-1].lower() not in TITLES and before[-1].lower() not in phrase.lexicon.nouns


def _sector_of_title(phrase: Phrase, hit: NameHit) -> str | None:
    """What the words before the name of a person without a known office say: "military commander Frank Bainimarama" before 2007."""
    before = [found for found in nouns_in(phrase) if phrase.starts[found.last - 1] < hit.start]
    return sense_of(before[-1].noun, "", None).sector if before else None


def registered_person(phrase: Phrase, name: str) -> ResolvedActor | None:
    """The only person of the register with that whole name who is in the news of the day, and of the context where it names countries.
    A name that many bear means nobody by itself."""
    lexicon = phrase.lexicon
    bearers = [lexicon.actors[actor_id] for actor_id in lexicon.register.named(name)] if " " in name else []
    persons = [actor for actor in bearers if actor.kind == "person" and (not phrase.countries or actor.country in phrase.countries)]
    if len(persons) != 1 or (persons[0].actor_id in lexicon.register.common and name == phrase.text):
        return None
    tenures = lexicon.tenures_of.get(persons[0].actor_id, [])
    if phrase.day is not None and tenures and not any(is_near(tenure, phrase.day) for tenure in tenures):
        return None
    return resolved_person(persons[0], phrase, "phrase.registered")


def unknown_person_titled(phrase: Phrase, last: int, country: str | None, sector: str | None) -> ResolvedActor | None:
    """The person in no reviewed file whose whole name follows a title that ends before word `last`: "Borno Governor Musa Dankabo"."""
    if last >= len(phrase.starts) or any(
        hit.end == len(phrase.text) and any(alias.is_strong for alias in hit.aliases) for hit in phrase.hits
    ):
        return None
    name = phrase.text[phrase.starts[last] :]
    if not 2 <= len(name.split()) <= _LONG_NAME or not all(part[0].isupper() and part[1:].islower() for part in name.split()):
        return None
    known = registered_person(phrase, name)
    if known is not None and country in (None, known.country):
        return replace(known, sector=sector or known.sector)
    return resolved(discover_person(name)._replace(country=country), sector, "phrase.person_titled")
