"""A free actor phrase ("a former CIA official") to an actor with country and sector on a date; nothing when it names no actor.

The phrase is read as one noun phrase: a person named in it is the actor; else a name that is all of it; else the noun of a body, office or
role with the country or organisation that owns it; else a country alone.
"""

from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches

from transforms.annotations import Article, Paragraph
from transforms.folding import fold
from transforms.identities.discovered import discover_organisation, discover_person, discover_place, kind_of_words
from transforms.identities.generics import is_held_by_many
from transforms.identities.links import sector_on
from transforms.identities.offices import (
    LOCAL_HEADS,
    PAST_WORDS,
    VAGUE_OFFICES,
    find_holder,
    find_local_head,
    implied_owner,
    only_owner_on,
    pick_office,
    whose_office,
)
from transforms.identities.outlets import find_outlet
from transforms.identities.persons import known_without_initials, turned_name
from transforms.identities.registered import is_near
from transforms.identities.sports import is_sports_body, speaks_of_sport
from transforms.identities.surnames import RULED, find_holder_named, find_ruled_country
from transforms.language import word_class
from transforms.lexicon import Actor, Alias, Lexicon, NameHit, Noun
from transforms.names.name_words import TITLES
from transforms.taggers import Tagger
from transforms.taggers.rules_tagger import RulesTagger
from warehouse.slugs import slug
from warehouse.vocabulary import STATE_KINDS

_CUTS = word_class("identities.cuts")
_ARTICLES = word_class("identities.articles")
#: Posts that take the sector of the body they serve.
_SERVING = word_class("identities.serving")
_PEOPLE_WORDS = word_class("identities.people_words")
#: Who may own a body or role beside a country that is named as well: "Catholic bishops in Nicaragua".
_STATELESS = frozenset({"people", "religious", "place"})
#: Kinds that own no body or post; but outlets have their journalists, parties their lawmakers.
_NO_OWNERS = frozenset({"", "person", "party", "outlet"})
_OWNERS_BY_SECTOR = {"MED": frozenset({"outlet"}), "LEG": frozenset({"party"})}
#: Shorter words have too many neighbours; the closeness is difflib's ratio.
_LONG_WORD, _CLOSENESS = 6, 0.85
_ORGANISED_LABELS = frozenset({"ORG", "FAC"})
#: Words of the longest name taken from behind a title.
_LONG_NAME = 4
#: Whom somebody is for or against does not own him: "pro-Russian separatists in Donetsk".
_STANCES = ("pro-", "anti-")


@dataclass(frozen=True, slots=True)
class ResolvedActor:
    """Who a phrase means; the fields are those of `resolve` in the text interface."""

    actor_id: str
    name: str
    kind: str
    country: str | None
    sector: str | None
    wikidata: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class _Reading:
    """The phrase in words, with the names and the nouns found in it."""

    text: str
    words: list[str]
    starts: list[int]
    hits: list[NameHit]
    day: date | None
    countries: frozenset[str]
    is_sport: bool  # the context speaks of it


def resolve_phrase(phrase: str, day: date | None, context: str | None, lexicon: Lexicon, tagger: Tagger | None) -> ResolvedActor | None:
    """The actor of a phrase, or None. Without a day a person has the sector of an office still held, else of the last one: that it is over
    is said by days alone. The tagger, if there is one, tells persons and organisations that no dictionary knows."""
    text = " ".join(phrase.split())
    if not text:
        return None
    reading = _read(text, day, context, lexicon)
    for attempt in (_titled_name, _whole_name, _named_person, _name_at_end, _noun_with_owner):
        found = attempt(reading, lexicon)
        if found is not None:
            return found
    outlet_id = find_outlet(text, lexicon)
    if outlet_id is not None:
        return _answer(lexicon.actors[outlet_id], lexicon.actors[outlet_id].sector, "phrase.outlet")
    registered = _registered_person(reading, text, lexicon)
    if registered is not None:
        return registered
    return _unknown_name(reading, lexicon, tagger) or _country_alone(reading, lexicon) or _misspelt_country(reading, lexicon)


def _read(text: str, day: date | None, context: str | None, lexicon: Lexicon) -> _Reading:
    tagged = next(RulesTagger().tag([(text, [Paragraph(0, len(text), "body")])]))
    around = [hit for hit in lexicon.find_names(context) if context[hit.start : hit.end] not in text] if context else []
    countries = {lexicon.actors[a.actor_id].country for hit in around for a in hit.aliases if a.is_strong and a.actor_id in lexicon.actors}
    hits = lexicon.find_names(text)
    if not hits and text.islower():
        hits = lexicon.find_names(text.title())
    is_sport = speaks_of_sport((context or "").lower().replace(".", " ").replace(",", " ").split())
    return _Reading(text, tagged.lowers, tagged.starts, hits, day, frozenset(c for c in countries if c), is_sport)


def _answer(actor: Actor, sector: str | None, rule: str) -> ResolvedActor:
    return ResolvedActor(actor.actor_id, actor.name, actor.kind, actor.country, sector, actor.wikidata, rule)


# ---------------------------------------------------------------- names


def _titled_name(reading: _Reading, lexicon: Lexicon) -> ResolvedActor | None:
    """A bare name behind an office: who of that name holds it on the day ("President Bush"), of the country told where several do."""
    nouns = _nouns(reading, lexicon, is_inside_too=True)  # "King Abdullah" is a name of the lexicon
    titles = [(last, noun) for _, last, noun in nouns if noun.offices and last < len(reading.starts)]
    if reading.day is None or not titles or PAST_WORDS & set(reading.words):
        return None
    last, noun = titles[-1]
    name = reading.text[reading.starts[last] :].split(",")[0].split()
    if not all(word[:1].isupper() for word in name):
        return None
    countries = reading.countries | {owner.country or "" for owner in _owners(reading, last, noun, lexicon)}
    title = reading.words[last - 1]
    actor = find_holder_named(name, noun.offices, reading.day, countries, lexicon, title)
    return _answer(actor, _sector_of_person(actor, reading, lexicon), "phrase.holder_named") if actor is not None else None


def _whole_name(reading: _Reading, lexicon: Lexicon) -> ResolvedActor | None:
    """The phrase is one name of the lexicon, perhaps with an article or a country beside it ("the PRI Mexico")."""
    stripped = reading.text
    for article in ("the ", "The ", "THE ", "a ", "an "):
        stripped = stripped.removeprefix(article)
    aliases = lexicon.lookup(stripped) or lexicon.lookup(reading.text) or (lexicon.lookup_any_case(stripped) if len(stripped) > 3 else [])
    aliases = aliases or _joined_names(stripped, lexicon)
    countries = reading.countries
    if not aliases and len(reading.hits) == 2:
        first, second = reading.hits
        covered = (first.end - first.start) + (second.end - second.start) + 1
        if covered >= len(stripped):
            countries = countries | {lexicon.actors[a.actor_id].country or "" for a in second.aliases if a.actor_id in lexicon.actors}
            aliases = list(first.aliases) if not any(_kind(a, lexicon) == "country" for a in first.aliases) else []
    if not aliases:
        aliases = _name_of_country(stripped, lexicon) or turned_name(stripped.split(), lexicon)
    alias = _best(aliases, reading.day, countries, lexicon, reading.is_sport)
    return _of_alias(alias, aliases, reading, lexicon) if alias is not None else None


def _name_of_country(text: str, lexicon: Lexicon) -> list[Alias]:
    """What is so called in the country told behind it: "Democratic Alliance of South Africa"."""
    name, _, land = text.rpartition(" of ")
    lands = {alias.actor_id for alias in lexicon.lookup(land.removeprefix("the "))} if name else set()
    return [
        alias
        for alias in lexicon.lookup(name)
        if lands and alias.actor_id in lexicon.actors and lexicon.actors[alias.actor_id].country in lands
    ]


def _joined_names(text: str, lexicon: Lexicon) -> list[Alias]:
    """What two names with a stroke between them have in common: "AFC/M23", of which only the second is anybody's alone."""
    parts = [lexicon.lookup(part.strip()) for part in text.split("/")] if "/" in text else []
    certain = [aliases for aliases in parts if len({alias.actor_id for alias in aliases if alias.is_certain}) == 1]
    countries = {lexicon.actors[alias.actor_id].country for aliases in certain for alias in aliases if alias.actor_id in lexicon.actors}
    return certain[-1] if len(countries) == 1 and len(parts) == 2 else []


def _kind(alias: Alias, lexicon: Lexicon) -> str:
    actor = lexicon.actors.get(alias.actor_id)
    return actor.kind if actor is not None else ""


def _best(aliases: list[Alias], day: date | None, countries: frozenset[str], lexicon: Lexicon, is_sport: bool = False) -> Alias | None:
    # of two powers of one town the one of many states is meant more often: Brussels
    prior = {"country": 3.0, "igo": 2.6, "government": 2.5, "person": 1.0}

    def weight(alias: Alias) -> float:
        actor = lexicon.actors[alias.actor_id]
        score = prior.get(actor.kind, 0.5) + (2.0 if alias.is_strong else 0.0) + (0.0 if alias.holds_on(day) else -3.0)
        if is_sports_body(actor):
            score += 6.0 if is_sport else -1.0
        return score + (4.0 if actor.country in countries else 0.0)

    known = [alias for alias in aliases if alias.actor_id in lexicon.actors]
    return max(known, key=weight, default=None)


def _of_alias(alias: Alias, aliases: list[Alias], reading: _Reading, lexicon: Lexicon) -> ResolvedActor:
    actor = lexicon.actors[alias.actor_id]
    if actor.kind == "person":
        return _answer(actor, _sector_of_person(actor, reading, lexicon), "phrase.person")
    if actor.kind == "place":
        seat = next((lexicon.actors[a.actor_id] for a in aliases if a.kind == "metonym" and a.actor_id in lexicon.actors), None)
        if seat is not None:
            return _answer(seat, seat.sector, "phrase.seat")
        return _answer(actor, "CVL" if lexicon.place_kinds.get(actor.actor_id) == "city" else None, "phrase.place")
    return _answer(actor, _sector_of_role(actor, reading, lexicon) or actor.sector, "phrase.name")


def _sector_of_role(actor: Actor, reading: _Reading, lexicon: Lexicon) -> str | None:
    """What people of a group are by the last word of its name: "Fulani herdsmen" are farmers."""
    noun = lexicon.nouns.get(reading.words[-1]) if actor.kind == "people" else None
    return noun.role.sector if noun is not None and noun.role is not None else None


def _sector_of_person(actor: Actor, reading: _Reading, lexicon: Lexicon) -> str | None:
    tenures = lexicon.tenures_of.get(actor.actor_id, [])
    if reading.day is not None:
        return sector_on(actor, Article("", "", published_at=reading.day), lexicon)[0]
    if not tenures:
        return actor.sector
    last = max(tenures, key=lambda tenure: (tenure.valid_to or date.max, tenure.valid_from or date.min))
    office = lexicon.offices.get(last.office_id)
    return (office.sector if office is not None else None) or actor.sector


def _named_person(reading: _Reading, lexicon: Lexicon) -> ResolvedActor | None:
    """A person of the lexicon named after a title, or after a comma."""
    past = bool(PAST_WORDS & set(reading.words))
    for hit in reading.hits:
        persons = [alias for alias in hit.aliases if _kind(alias, lexicon) == "person"]
        before = reading.text[: hit.start].split()
        is_rest_of_name = (
            bool(before) and before[-1][:1].isupper() and before[-1].lower() not in TITLES and before[-1].lower() not in lexicon.nouns
        )
        strong = [alias for alias in persons if alias.is_strong or (len(reading.words) > 1 and not is_rest_of_name)]
        if not strong or hit.end < len(reading.text) - 1 and reading.text[hit.end : hit.end + 1] not in (",", ""):
            continue
        alias = _best(strong, reading.day, reading.countries, lexicon)
        if alias is None:
            continue
        actor = lexicon.actors[alias.actor_id]
        sector = _sector_of_person(actor, reading, lexicon) or _sector_of_title(reading, hit, lexicon)
        return _answer(actor, "ELI" if past and sector == "GOV" else sector, "phrase.person")
    return None


def _sector_of_title(reading: _Reading, hit: NameHit, lexicon: Lexicon) -> str | None:
    """What the words before the name of a person without a known office say: "military commander Frank Bainimarama" before 2007."""
    before = [entry for entry in _nouns(reading, lexicon) if reading.starts[entry[1] - 1] < hit.start]
    return _what(before[-1][2], "", None)[0] if before else None


def _name_at_end(reading: _Reading, lexicon: Lexicon) -> ResolvedActor | None:
    """An organisation whose name of several words ends the phrase after modifiers: "Kurdish-led Syrian Democratic Forces"."""
    if not reading.hits or reading.hits[-1].end < len(reading.text) or any(word in _CUTS for word in reading.words):
        return None
    hit = reading.hits[-1]
    alias = _best([alias for alias in hit.aliases if alias.is_strong], reading.day, reading.countries, lexicon)
    if alias is None or " " not in alias.form or _kind(alias, lexicon) in ("country", "territory", "place", "person", "outlet"):
        return None
    owner = _owner(reading.hits[0], reading, lexicon) if len(reading.hits) > 1 else None
    if owner is not None and owner.kind in STATE_KINDS and lexicon.actors[alias.actor_id].country not in (None, owner.country):
        return None  # "Chile's Defense Department" is not the American one
    return _of_alias(alias, list(hit.aliases), reading, lexicon)


# ---------------------------------------------------------------- nouns and their owners


def _noun_with_owner(reading: _Reading, lexicon: Lexicon) -> ResolvedActor | None:
    """The body, office or role that the phrase names, of the country or organisation it belongs to."""
    nouns = _nouns(reading, lexicon)
    if not nouns:
        return None
    cut = next((p for p, word in enumerate(reading.words) if word in _CUTS and p > 0), len(reading.words))
    before_cut = [entry for entry in nouns if entry[1] <= cut]
    first, last, noun = before_cut[-1] if before_cut else nouns[-1]
    regional = _of_region(reading, first, last, noun, lexicon)
    if regional is not None:
        return regional
    owner = _owner_of_noun(reading, last, noun, lexicon)
    name, country = " ".join(reading.words[first:last]), owner.country if owner is not None else None
    sector, kind, suffix, generic = _what(noun, name, owner)
    serves = reading.words[last - 1] in _SERVING
    is_state = owner is not None and owner.kind in STATE_KINDS
    if owner is not None and owner.sector and not is_state and (serves or sector is None):
        sector = owner.sector
    elif owner is not None and owner.kind == "armed_group" and sector == "UAF":
        sector = owner.sector  # "Boko Haram militants" are aligned
    elif serves or (noun.role is not None and not noun.bodies and not noun.offices):
        inner = next((entry[2].bodies[0] for entry in before_cut[:-1] if entry[2].bodies), None)
        sector = inner.sector if inner is not None and inner.sector else sector
    if PAST_WORDS & set(reading.words) and (noun.offices or serves):
        return _answer(_unnamed(f"GENERIC.former-{slug(name)}", f"former {name}", country), "ELI", "phrase.former")
    if owner is not None and is_state and (suffix is not None or noun.offices):
        found = _office_or_body(reading, noun, owner, suffix, sector, lexicon)
        if found is not None:
            return found
    if owner is not None and country is None and owner.kind in ("igo", "bloc"):
        office = pick_office(noun.offices, None, owner.actor_id)
        is_one = office is not None and not noun.bodies and not is_held_by_many(office, owner)
        holder = _holder(reading, owner, noun, lexicon) if is_one else None
        return _answer(holder or owner, sector or owner.sector, "phrase.office_on_date" if holder is not None else "phrase.organisation")
    country = None if sector == "IGO" else country  # "UN peacekeepers in Mali"
    return _unknown_person(reading, last, country, sector, lexicon) or _answer(
        _unnamed(generic, name, country)._replace(kind=kind), sector, "phrase.role"
    )


def _of_region(reading: _Reading, first: int, last: int, noun: Noun, lexicon: Lexicon) -> ResolvedActor | None:
    """Who heads a state, province or town, or its government: "the Texas governor", "Ontario's premier", "the Scottish government"."""
    name = " ".join(reading.words[first:last])
    is_government = bool(noun.bodies) and noun.bodies[0].suffix == "GOV"
    if not is_government and name not in LOCAL_HEADS:
        return None
    for hit in _owner_hits(reading, last, noun, lexicon):
        kinds = {_kind(alias, lexicon) for alias in hit.aliases}
        places = [alias.actor_id for alias in hit.aliases if alias.actor_id in lexicon.place_kinds]
        if not places or "country" in kinds:
            return None
        head = find_local_head(reading.day, places, name, reading.words, lexicon)
        if head is not None:
            return _answer(head, "GOV", "phrase.office_on_date")
        state = next((place for place in places if lexicon.place_kinds[place] == "state" and place in lexicon.seat_of), None)
        seat = lexicon.actors.get(lexicon.seat_of.get(state or "", ""))
        if seat is not None and (is_government or lexicon.offices["GOVERNOR"] not in noun.offices):
            return _answer(seat, seat.sector, "phrase.body")
        return None
    return None


def _unknown_person(reading: _Reading, last: int, country: str | None, sector: str | None, lexicon: Lexicon) -> ResolvedActor | None:
    """The person in no reviewed file whose whole name follows the title: "Borno Governor Babagana Zulum"."""
    if last >= len(reading.starts) or any(
        hit.end == len(reading.text) and any(alias.is_strong for alias in hit.aliases) for hit in reading.hits
    ):
        return None
    name = reading.text[reading.starts[last] :]
    if not 2 <= len(name.split()) <= _LONG_NAME or not all(part[0].isupper() and part[1:].islower() for part in name.split()):
        return None
    known = _registered_person(reading, name, lexicon)
    if known is not None and country in (None, known.country):
        return replace(known, sector=sector or known.sector)
    return _answer(discover_person(name)._replace(country=country), sector, "phrase.person_titled")


def _registered_person(reading: _Reading, name: str, lexicon: Lexicon) -> ResolvedActor | None:
    """The only person of the register with that whole name who is in the news of the day, and of the context where it names countries."""
    bearers = [lexicon.actors[actor_id] for actor_id in lexicon.register.named(name)] if " " in name else []
    persons = [actor for actor in bearers if actor.kind == "person" and (not reading.countries or actor.country in reading.countries)]
    if len(persons) != 1:
        return None
    tenures = lexicon.tenures_of.get(persons[0].actor_id, [])
    if reading.day is not None and not any(is_near(tenure, reading.day) for tenure in tenures):
        return None
    return _answer(persons[0], _sector_of_person(persons[0], reading, lexicon), "phrase.registered")


def _unnamed(actor_id: str, name: str, country: str | None) -> Actor:
    return Actor(f"{actor_id}.{country}" if country else actor_id, name, "generic", country)


def _owner_of_noun(reading: _Reading, last: int, noun: Noun, lexicon: Lexicon) -> Actor | None:
    """The owner named in the phrase, else the only one the office can have, else the country of a town or of the context."""
    ruled = _ruled_country(reading, last, lexicon)
    if ruled is not None:
        return ruled
    owners = _owners(reading, last, noun, lexicon)
    if owners:
        owner = next((owner for owner in owners if owner.country or owner.kind not in _STATELESS), owners[0])
        return whose_office(owner, noun.offices, lexicon) if not noun.bodies else owner
    only = implied_owner(noun.offices) or only_owner_on(noun.offices, reading.day, lexicon)
    if only in lexicon.actors:
        return lexicon.actors[str(only)]
    return _town_country(reading, last, lexicon) or _context_country(reading, lexicon)


def _owners(reading: _Reading, last: int, noun: Noun, lexicon: Lexicon) -> list[Actor]:
    found = (_owner(hit, reading, lexicon) for hit in _owner_hits(reading, last, noun, lexicon))
    return [owner for owner in found if owner is not None]


def _ruled_country(reading: _Reading, last: int, lexicon: Lexicon) -> Actor | None:
    """The country of a government that is called after who leads it: "the Assad regime", "a Biden administration official"."""
    end = next((place for place, word in enumerate(reading.words[:last]) if word in RULED), None)
    if end is None:
        return None
    name = [word for word in reading.text[: reading.starts[end]].split() if word[:1].isupper() and word.lower() not in _ARTICLES]
    return find_ruled_country(name, reading.day, lexicon)


def _office_or_body(
    reading: _Reading, noun: Noun, owner: Actor, suffix: str | None, sector: str | None, lexicon: Lexicon
) -> ResolvedActor | None:
    """The holder of the office on the day if it is known, else the body."""
    office = pick_office(noun.offices, owner.country, owner.actor_id)
    if office is not None and not noun.bodies and not is_held_by_many(office, owner):
        holder = _holder(reading, owner, noun, lexicon)
        if holder is not None:
            return _answer(holder, sector, "phrase.office_on_date")
    body = lexicon.compose(owner.actor_id, suffix) if suffix is not None else None
    return _answer(body, sector or body.sector, "phrase.body") if body is not None else None


def _holder(reading: _Reading, owner: Actor, noun: Noun, lexicon: Lexicon) -> Actor | None:
    return find_holder(Article("", "", published_at=reading.day), owner.actor_id, noun.offices, reading.words, lexicon)


def _nouns(reading: _Reading, lexicon: Lexicon, is_inside_too: bool = False) -> list[tuple[int, int, Noun]]:
    """Nouns of the lexicon outside names, or in them too, left to right, the longest at each place."""
    hits = () if is_inside_too else reading.hits
    covered = {p for p, start in enumerate(reading.starts) for hit in hits if hit.start <= start < hit.end}
    found: list[tuple[int, int, Noun]] = []
    for last, word in enumerate(reading.words, 1):
        forms = dict.fromkeys((word, word.removesuffix("s")))
        ending = (entry for form in forms for entry in lexicon.nouns_ending([*reading.words[: last - 1], form], last))
        told = ((low, noun) for low, noun in ending if noun.bodies or noun.offices or noun.role is not None)
        low, noun = next(((low, noun) for low, noun in told if low < last - 1 or low not in covered), (0, None))
        if noun is not None:
            while found and found[-1][0] >= low:
                found.pop()
            found.append((low, last, noun))
    return found


def _owner_hits(reading: _Reading, last: int, noun: Noun, lexicon: Lexicon) -> list[NameHit]:
    """The names before the noun, the nearest first, and the first one after it."""
    start = reading.starts[last - 1]  # the name may be part of the noun: "White House official"
    barred = _NO_OWNERS - _OWNERS_BY_SECTOR.get((noun.role and noun.role.sector) or "", frozenset())
    owning = [hit for hit in reading.hits if any(alias.is_strong and _kind(alias, lexicon) not in barred for alias in hit.aliases)]
    before = [hit for hit in owning if hit.end <= start and not reading.text[: hit.start].lower().endswith(_STANCES)]
    is_linked = last < len(reading.words) and (reading.words[last] in _CUTS or not reading.text[reading.starts[last]].isalnum())
    after = [hit for hit in owning if is_linked and hit.start >= reading.starts[last]]  # "President Valencia" is of no town
    return [*reversed(before), *after[:1]]


def _owner(hit: NameHit, reading: _Reading, lexicon: Lexicon) -> Actor | None:
    alias = _best(list(hit.aliases), reading.day, reading.countries, lexicon)
    if alias is None:
        return None
    actor = lexicon.actors[alias.actor_id]
    if actor.kind in ("place", "government") and actor.country in lexicon.actors and actor.actor_id != f"{actor.country}.GOV.EXEC":
        return lexicon.country_actor(actor.country)
    return actor


def _town_country(reading: _Reading, last: int, lexicon: Lexicon) -> Actor | None:
    """The country of a town that the phrase names before its noun ("Kano State government"); a name behind a title is a person's."""
    end = reading.starts[last] if last < len(reading.starts) and reading.words[last] not in _CUTS else len(reading.text)
    for word in reading.text[:end].split():
        country = lexicon.towns.get(fold(word).lower().removesuffix("'s")) if word[:1].isupper() else None
        if country is not None and word.lower() not in lexicon.nouns:
            return lexicon.actors.get(country)
    return None


def _context_country(reading: _Reading, lexicon: Lexicon) -> Actor | None:
    """The only country of the context."""
    return lexicon.actors.get(next(iter(reading.countries))) if len(reading.countries) == 1 else None


def _what(noun: Noun, name: str, owner: Actor | None) -> tuple[str | None, str, str | None, str]:
    """Sector, kind, suffix of the body, id of the unnamed agents."""
    if noun.bodies:
        body = noun.bodies[0]
        return body.sector, body.kind, body.suffix, f"GENERIC.{slug(body.noun)}"
    office = pick_office(noun.offices, owner.country if owner else None, owner.actor_id if owner else None)
    if office is None and noun.offices and owner is not None and owner.kind not in STATE_KINDS:
        office = noun.offices[0]  # an office of the organisation above or below
    if office is not None and (office.suffix or noun.role is None) and not (owner is None and name in VAGUE_OFFICES):
        return office.sector, "person", office.suffix or None, f"GENERIC.{slug(office.name)}"
    if noun.role is not None:
        return noun.role.sector, "generic", None, noun.role.generic_id
    return None, "generic", None, "GENERIC.agents"


# ---------------------------------------------------------------- the unknown


def _unknown_name(reading: _Reading, lexicon: Lexicon, tagger: Tagger | None) -> ResolvedActor | None:
    """A person or organisation in no dictionary: by its words, else by the tagger."""
    words = [word for word in reading.text.split() if word.lower() not in _ARTICLES]
    named = [word for word in words if word[:1].isupper() and word.lower() not in TITLES]
    if not named:
        return None
    if fold(" ".join(words)).lower() in lexicon.towns:
        place = discover_place(" ".join(words), lexicon)
        return _answer(place, "CVL", "phrase.town")
    kind, sector = kind_of_words(" ".join(named))
    if kind != "organisation" or sector is not None:
        actor = discover_organisation(" ".join(words), lexicon)
        home = _town_country(reading, len(reading.words), lexicon) if actor.country is None else None
        return _answer(actor._replace(country=home.country) if home is not None else actor, actor.sector, "phrase.organisation_words")
    if tagger is None:
        return None
    tagged = next(iter(tagger.tag([(reading.text, [Paragraph(0, len(reading.text), "body")])])))
    for name in tagged.names:
        surface = tagged.span(name.first, name.last)
        if name.label == "PERSON" and fold(surface.split()[0]).lower() in lexicon.given_names:
            known = known_without_initials(fold(surface).split(), lexicon)
            if known is not None:
                actor = lexicon.actors[known]
                return _answer(actor, _sector_of_person(actor, reading, lexicon), "phrase.person")
            return _answer(discover_person(surface), None, "phrase.person_unknown")
        if name.label in _ORGANISED_LABELS:
            actor = discover_organisation(surface, lexicon)
            home = _context_country(reading, lexicon) if actor.country is None else None
            actor = actor._replace(country=home.country) if home is not None else actor
            return _answer(actor, actor.sector, "phrase.organisation_unknown")
    return None


def _country_alone(reading: _Reading, lexicon: Lexicon) -> ResolvedActor | None:
    """A country, people or place named in a phrase of whose noun nothing is known."""
    for hit in reading.hits:
        owner = _owner(hit, reading, lexicon)
        if owner is None or owner.kind == "outlet" or not any(alias.is_strong for alias in hit.aliases):
            continue
        if owner.kind in ("country", "territory"):
            return _answer(owner, "CVL" if _PEOPLE_WORDS & set(reading.words) else None, "phrase.country")
        return _answer(owner, owner.sector, "phrase.name_inside")
    return None


def _misspelt_country(reading: _Reading, lexicon: Lexicon) -> ResolvedActor | None:
    """A country or its people in one long word that is a letter or two off ("Kazahks"), when only one country is spelt like it."""
    word = fold(reading.text)
    if reading.hits or len(word) < _LONG_WORD or " " in word or not word[0].isupper():
        return None
    close = get_close_matches(word, lexicon.country_words, n=3, cutoff=_CLOSENESS)
    countries = {owner for form in close for owner in lexicon.country_words[form]}
    if len(countries) != 1:
        return None
    return _answer(lexicon.actors[countries.pop()], None, "phrase.misspelt")
