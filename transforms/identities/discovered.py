"""Actors in no dictionary: an id made of kind and normalised name, the same in every run, and what the name itself says about them."""

import re
from collections.abc import Collection
from functools import lru_cache
from hashlib import blake2b

from transforms.folding import fold
from transforms.language import word_class, word_values
from transforms.lexicon import Actor, Lexicon
from transforms.names.branches import BRANCHING, PARTY_ORGANS
from transforms.names.name_words import ORGANISATION_WORDS, WORDS_AFTER_IN
from warehouse.slugs import slug
from warehouse.vocabulary import STATE_KINDS

_SMALL = word_class("identities.small")
_OWNER_LINKS = word_class("identities.owner_links")
#: Whom associations unite, which tells their sector.
_MEMBERS = word_values("identities.members_of_bodies", str)
#: Members of trade unions, by whom a "union" is told from other unions.
_WORKERS = word_class("identities.workers")
#: Words that make a body only at the end of its name or before "of": "Rights Watch", but "Project Maven".
_LAST_ONLY = word_class("identities.last_words")
#: Subjects whose institutes teach, and words of police and fire brigades beside "department".
_TAUGHT, _WATCHES = word_class("identities.taught"), word_values("identities.watches", str)
_DEPARTMENTS, _INSTITUTES = word_class("identities.departments"), word_class("identities.institutes")
#: Parts of ministries that are called like parts of armies, and what stands beside those.
_UNITS_TOO, _MILITARY = word_class("identities.units_too"), word_class("identities.military_units")
#: What firms and clubs call themselves as armies do, and what stands beside where it is an army: "Apple Corps", "Marine Corps".
_FORCES_TOO, _OF_FORCES = word_class("identities.forces_too"), word_class("identities.words_of_forces")
_PEOPLED = frozenset({"adjective", "people"})
#: What leads from people to what they stand for.
_CAUSE_LINKS = word_class("identities.cause_links")
#: Words of names of bodies that every town, county or parliament has.
_ANYBODYS = word_class("identities.anybodys_bodies")
_MARK_BYTES = 4
#: Kinds of bodies that have campuses, and that have organs; words of the longest country's name.
_TEACHING, _PARTIES, _LONGEST_LAND = frozenset({"education"}), frozenset({"party"}), 3
#: What a broadcaster in the United States is called, and what media do.
_CALL_LETTERS, _STATIONS_DO = re.compile(r"[KW][A-Z]{3}(?:-(?:TV|FM|AM))?"), word_class("identities.stations_do")


def discover_person(name: str, text: str = "") -> Actor:
    """A person; one who goes by a single word is told from those of other articles by the article's text."""
    mark = f".{_mark(text)}" if text and " " not in name else ""
    return Actor(f"PER.{slug(name)}{mark}", name, "person")


@lru_cache(maxsize=8)
def _mark(text: str) -> str:
    """Few signs for a text, the same for reprints that differ in blanks and case."""
    return blake2b(" ".join(text.lower().split()).encode("utf-8", "surrogatepass"), digest_size=_MARK_BYTES).hexdigest()


def discover_place(name: str, lexicon: Lexicon) -> Actor:
    """A place; its country when a town of that name is known."""
    return Actor(f"PLACE.{slug(name)}", name, "place", lexicon.towns.get(fold(name).lower()))


def discover_namesake(name: str, country: str | None) -> Actor:
    """A place that is not the one known by its name ("Paris, USA"); its own name tells them apart."""
    return Actor(f"PLACE.{slug(name)}", name, "place", country)


def discover_people(name: str) -> Actor:
    """A people or creed; singular and plural are one actor."""
    singular = name[:-1] if name.endswith("s") and not name.endswith(("ss", "us", "is")) else name
    return Actor(f"PEOPLE.{slug(singular)}", name, "people")


def discover_organisation(name: str, lexicon: Lexicon, text: str = "") -> Actor:
    """Kind and sector by the words of the name; country by an adjective or country in it. What every town has ("City Council") is told
    from those of other articles by the article's text."""
    country = country_in(name, lexicon)
    head = _head_of_branch(name, lexicon)
    if head is not None:
        actor_id = f"{'OUTLET' if head.kind == 'outlet' else 'ORG'}.{slug(name)}"
        return Actor(actor_id, name, head.kind, country or head.country, head.sector, parent_id=head.actor_id)
    kind, sector = ("outlet", "MED") if _is_station(name, text) else kind_of_words(name, has_land=country is not None)
    mark = f".{_mark(text)}" if text and all(word in _ANYBODYS for word in name.lower().split()) else ""
    return Actor(f"{'OUTLET' if kind == 'outlet' else 'ORG'}.{slug(name)}{mark}", name, kind, country, sector)


def _head_of_branch(name: str, lexicon: Lexicon) -> Actor | None:
    """Of whom a name is a part: the firm, charity or medium of "Nedbank Namibia", the university of "University of Michigan, Dearborn", the
    party of "Politburo of the Labour Party"."""
    university, _, campus = name.partition(", ")
    if campus:
        return _only_one({alias.actor_id for alias in lexicon.lookup(university)}, _TEACHING, lexicon)
    organ, _, party = name.partition(" of ")
    if organ.lower().split()[-1:] and organ.lower().split()[-1] in PARTY_ORGANS:
        return _only_one({alias.actor_id for alias in lexicon.lookup(party.removeprefix("the "))}, _PARTIES, lexicon)
    words = name.split()
    for last in range(max(len(words) - _LONGEST_LAND, 1), len(words)):
        lands = lexicon.kinds_of(alias for alias in lexicon.lookup(" ".join(words[last:])) if alias.is_certain)
        if lands and lands <= STATE_KINDS:
            head = " ".join(words[:last])
            return _only_one({alias.actor_id for alias in lexicon.lookup(head)} or {*lexicon.register.named(head)}, BRANCHING, lexicon)
    return None


def _only_one(ids: Collection[str], kinds: Collection[str], lexicon: Lexicon) -> Actor | None:
    """The actor, if there is but one, of these kinds."""
    heads = [lexicon.actors[actor_id] for actor_id in ids]
    return heads[0] if len(heads) == 1 and heads[0].kind in kinds else None


def _is_station(name: str, text: str) -> bool:
    """Whether call letters report something: the stations of the United States are called so ("according to WKYT")."""
    if not _CALL_LETTERS.fullmatch(name):
        return False
    words = "|".join(sorted(_STATIONS_DO))
    return re.search(rf"\baccording to {name}\b|\b{name}(?:,| radio| television)? (?:{words})\b", text) is not None


def kind_of_words(name: str, *, has_land: bool = False) -> tuple[str, str | None]:
    """Kind and sector by the words of a name. `has_land`: it names a country, whose forces those so called may be."""
    words = [word.strip(".,") for word in name.lower().replace("-", " ").split()]
    if (len(words) > 2 and words[-2] == "in" and words[-1] in WORDS_AFTER_IN) or (len(words) == 1 and words[0].endswith("news")):
        return "outlet", "MED"
    for position, word in enumerate(words[:-1]):
        if words[position + 1] in _OWNER_LINKS and word in ORGANISATION_WORDS and word not in _UNITS_TOO:
            return told_by(word, words)
    cause = next((place for place, word in enumerate(words) if word in _CAUSE_LINKS), len(words))
    if 0 < cause < len(words) and words[cause - 1].endswith("s") and not any(word in ORGANISATION_WORDS for word in words[:cause]):
        return "ngo", "NGO"  # "Nebraskans for Jobs & Energy Independence"
    for word in reversed(words[:cause] if any(word in ORGANISATION_WORDS for word in words[:cause]) else words):
        if word in ORGANISATION_WORDS:
            if word in _LAST_ONLY and word != words[-1] and cause == len(words):
                continue
            kind, sector = told_by(word, words)
            if word in _UNITS_TOO and _MILITARY.isdisjoint(words) and not any(word[0].isdigit() for word in words):
                return "agency", "GOV"  # "Criminal Division", but "82nd Airborne Division"
            if word in _FORCES_TOO and not has_land and not _is_of_forces(word, words):
                return "organisation", None
            members = next((_MEMBERS[name.rstrip("'’")] for name in words if name.rstrip("'’") in _MEMBERS), None)
            return kind, members if members is not None and sector == "NGO" else sector
    return "organisation", None


def _is_of_forces(word: str, words: list[str]) -> bool:
    """Whether a word for armies is one's: at the head of the name, or with another such word or a number beside it."""
    is_numbered = any(other[:1].isdigit() for other in words)
    return words[0] == word or is_numbered or not _OF_FORCES.isdisjoint(other.removesuffix("'s") for other in words if other != word)


def told_by(word: str, words: list[str]) -> tuple[str, str | None]:
    """Kind and sector by a word for organisations, and by the words beside it where it alone says too much: the police are a department,
    institutes teach, publish or govern, and most unions are not of workers."""
    kind, sector = ORGANISATION_WORDS[word]
    if word in _DEPARTMENTS:
        watch = next((_WATCHES[other] for other in words if other in _WATCHES), "agency GOV")
        kind, _, sector = watch.partition(" ")
    elif word in _INSTITUTES:
        kind, sector = ("education", "EDU") if not _TAUGHT.isdisjoint(words) else ("organisation", None)
    elif sector == "LAB":
        is_labour = any(other.rstrip("'’s") in _WORKERS or other.rstrip("'’") in _WORKERS for other in words)
        members = next((_MEMBERS[other.rstrip("'’")] for other in words if other.rstrip("'’") in _MEMBERS), None)
        sector = "LAB" if is_labour or word in _WORKERS else members
    return kind, sector


def country_in(name: str, lexicon: Lexicon) -> str | None:
    """The country implied by an adjective, name or place inside a longer name."""
    for hit in lexicon.find_names(name):
        if hit.start > 0 and hit.end == len(name) and _PEOPLED.issuperset(alias.kind for alias in hit.aliases):
            continue  # what is cooked or spoken there: "Happy Bowl Thai"
        for alias in hit.aliases:
            actor = lexicon.actors.get(alias.actor_id)
            if alias.is_certain and actor is not None and actor.country and actor.kind in ("country", "territory", "place", "government"):
                return actor.country
    return None


def initials(name: str) -> str:
    """The capitals an acronym of the name would have: "Collective Security Treaty Organization" gives CSTO."""
    return "".join(word[0] for word in fold(name).replace("'", " ").split() if word[0].isalpha() and word.lower() not in _SMALL).upper()
