"""Names of state bodies: with their country ("Russian Foreign Ministry"), or without, as "Supreme Court" and "House Armed Services
Committee", which are those of the country the article speaks of."""

import re
from dataclasses import dataclass
from datetime import date

from transforms.annotations import Mention, TaggedText
from transforms.identities.homes import Homes
from transforms.identities.owners import Owners
from transforms.identities.surnames import RULED, find_ruled_country
from transforms.language import word_class, word_values
from transforms.lexicon import Actor, Body, Lexicon
from transforms.rules import Example, Rule, first_ruling
from warehouse.slugs import slug

#: Last words of parts of a parliament.
_PARTS = frozenset({"committee", "subcommittee", "caucus", "panel"})
#: What committees of parliaments are called after, and others hardly.
_TOPICS = word_class("identities.committee_topics")
#: Sectors of bodies that a state has once: another court or assembly is told by its name.
_SECTORS = frozenset({"LEG", "JUD", "GOV", "MIL", "COP", "PTY"})
#: Words before a body's noun that change nothing.
_PALE = frozenset({"the", "national", "federal", "country's", "nation's"})
#: Words that the name of a body holds beside its noun and its owner: "Royal", "Federal".
_OWNER_WORDS = word_class("identities.owner_words")
#: Assemblies of states, churches and unions alike.
_ASSEMBLIES = word_class("identities.assemblies")
_LINKING = word_class("identities.small")
_SUBNATIONAL = word_class("identities.subnational")


@dataclass(frozen=True, slots=True)
class Institution:
    """A name that no dictionary knows as a whole, or that bodies of several countries bear, and what is known of the article around it."""

    tagged: TaggedText
    mention: Mention
    homes: Homes
    owners: Owners
    lexicon: Lexicon
    day: date | None = None

    @property
    def words(self) -> list[str]:
        return self.tagged.lowers[self.mention.first : self.mention.last]


def _by_owner(case: Institution) -> Actor | None:
    """The owner stands beside it, and calls it so at home."""
    owner_id = case.owners.of(case.mention, case.mention.first, case.mention.last)
    if owner_id is None or owner_id not in case.lexicon.actors:
        return None
    owner = case.lexicon.actors[owner_id]
    if owner.kind not in ("country", "territory"):
        return None
    return case.lexicon.own_body(owner_id, _noun(case))


def _by_committee(case: Institution) -> Actor | None:
    words = case.words
    chamber = words[0] if words[0] not in ("the", "joint") else words[1]
    if len(words) < 2 or words[-1] not in _PARTS:
        return None
    name = case.tagged.span(case.mention.first, case.mention.last)
    if chamber not in case.lexicon.institutions:
        country = case.homes.country_at(case.mention.first) if " ".join(words[:-1]) in _TOPICS else None
        return Actor(f"ORG.{slug(name)}.{country}", name, "legislature", country, "LEG", f"{country}.LEG") if country else None
    house = case.homes.body_at(case.mention.first, chamber, case.lexicon)
    if house is None:
        return None
    return Actor(f"ORG.{slug(name)}.{house.country}", name, "legislature", house.country, "LEG", house.actor_id)


def _by_ruler(case: Institution) -> Actor | None:
    """A capitalised government named after its leader."""
    if len(case.words) < 2 or case.words[-1] not in RULED:
        return None
    name = case.tagged.words[case.mention.first : case.mention.last - 1]
    country = find_ruled_country(name, case.day, case.lexicon)
    return case.lexicon.compose(country.actor_id, "GOV") if country is not None else None


def _by_court(case: Institution) -> Actor | None:
    """One of many courts: its country is that of the place in its name or the one spoken of, its name its own."""
    if not (_COURTS | {_CIRCUIT}) & set(case.words) or len(case.words) < 2:
        return None
    country = _country_of_place(case, case.homes.country_at(case.mention.first))
    if country is None:
        return None
    circuit = _circuit_of(case) if country == _OF_CIRCUITS else None
    if circuit is None and not _COURTS & set(case.words):
        return None
    if circuit is not None:
        name = f"{circuit} Circuit Court of Appeals"
        return Actor(f"ORG.{slug(name)}.{country}", name, "judiciary", country, "JUD", f"{country}.JUD")
    name = case.tagged.span(case.mention.first, case.mention.last)
    return Actor(f"ORG.{slug(name)}.{country}", name, "judiciary", country, "JUD", f"{country}.JUD")


def _country_of_place(case: Institution, spoken_of: str | None) -> str | None:
    """The country of the place that a name begins with, "Delhi High Court", unless there is one in the country spoken of too."""
    for last in range(min(case.mention.first + _PLACE_WORDS, case.mention.last - 1), case.mention.first, -1):
        actors = [case.lexicon.actors[alias.actor_id] for alias in case.lexicon.lookup(case.tagged.span(case.mention.first, last))]
        countries = {actor.country for actor in actors if actor.kind == "place"}
        if countries:
            return countries.pop() if len(countries) == 1 and spoken_of not in countries else spoken_of
    return spoken_of


def _circuit_of(case: Institution) -> str | None:
    """Which federal court of appeals of the United States is meant, whatever it is called: "the Ninth Circuit", "the U.S. Court of Appeals
    for the D.C. Circuit"."""
    words, lowers, last = case.words, case.tagged.lowers, case.mention.last
    behind = lowers[last : last + _CIRCUIT_REACH]
    if "appeals" in words and behind[:2] == ["for", "the"]:
        words = behind[2:]
        if words[:3] == ["district", "of", "columbia"]:
            return CIRCUITS["dc"]
    first = words[0].replace(".", "")
    if not {_CIRCUIT} & set(words[1:_CIRCUIT_REACH]):
        return None
    return first if _ORDINAL.fullmatch(first) else CIRCUITS.get(first)


def _by_context(case: Institution) -> Actor | None:
    if case.tagged.lowers[case.mention.last : case.mention.last + 1] == ["at"] or _is_of_a_state(case):
        return None  # "Department of Communication at Cornell"
    noun = _noun(case)
    if noun not in case.lexicon.institutions:
        known = case.lexicon.nouns.get(noun)
        if known is None or not known.bodies or known.bodies[0].sector not in _SECTORS or known.bodies[0].is_owned or _is_any(noun):
            return None
    return case.homes.body_at(case.mention.first, noun, case.lexicon)


def _is_of_a_state(case: Institution) -> bool:
    """Whether the body is one of a federal state or town: "the state House", "the Department of Health in New Jersey"."""
    lowers, last = case.tagged.lowers, case.mention.last
    if case.mention.first and lowers[case.mention.first - 1] in _SUBNATIONAL:
        return True
    place = case.owners.name_at(last + 1) if lowers[last : last + 1] == ["in"] and last + 1 < len(lowers) else None
    return place is not None and case.lexicon.place_kinds.get(place.actor_id or "") == "state"


def _is_party(word: str, lexicon: Lexicon) -> bool:
    """Whether a word tells the party that has the majority: "the Republican Senate"."""
    actors = [lexicon.actors[alias.actor_id] for alias in lexicon.lookup(word.capitalize())]
    return bool(actors) and all(actor.kind == "party" for actor in actors)


def _is_any(noun: str) -> bool:
    """Whether a state has many of them, so that the noun alone identifies none: "District Court", "Appeals Court", "General
    Assembly" (of a federal state, a church, the United Nations)."""
    is_one_of_many = noun.split()[-1] in ("court", "tribunal", "committee", "commission") and noun.split()[0] in _MANY
    return is_one_of_many or noun in _ASSEMBLIES


def _by_noun(case: Institution) -> Actor | None:
    """The owner's body by the noun in the name; a name that is known already keeps its actor."""
    body = _body_in(case.tagged, case.mention, case.lexicon) if case.mention.actor_id is None else None
    owner = case.owners.of(case.mention, case.mention.first, case.mention.last) if body is not None else None
    return case.lexicon.compose(owner, body.suffix) if owner and body is not None else None


def _body_in(tagged: TaggedText, mention: Mention, lexicon: Lexicon) -> Body | None:
    """The state body whose noun ends (or, before "of", begins) a name in capitals: "Russian Foreign Ministry"."""
    lowers = tagged.lowers
    for last in range(mention.last, mention.first, -1):
        for first, noun in lexicon.nouns_ending(lowers, last, mention.first):
            if last - first < 2 and mention.last - mention.first < 2:
                continue
            if noun.bodies and (last - first > 1 or last == mention.last):
                rest = lowers[mention.first : first] + [w for w in lowers[last : mention.last] if w not in _LINKING]
                if all(_is_owner_word(word, lexicon) for word in rest):
                    return noun.bodies[0]
    return None


def _is_owner_word(word: str, lexicon: Lexicon) -> bool:
    return word in _OWNER_WORDS or bool(lexicon.lookup(word.capitalize()) or lexicon.lookup(word.upper()))


#: Federal courts of appeals by the first word of their names, the country that has them, and tokens within which the name ends.
CIRCUITS = word_values("identities.circuits", str)
_CIRCUIT, _OF_CIRCUITS, _CIRCUIT_REACH = "circuit", "USA", 6
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_COURTS = frozenset({"court", "courts", "tribunal"})
#: Words of the longest place that a court is called after.
_PLACE_WORDS = 3
_MANY = word_class("identities.courts_of_many")


def _noun(case: Institution) -> str:
    """The words of the name without those that change nothing."""
    words = case.words
    while (
        len(words) > 1
        and (words[0] in _PALE or _is_party(words[0], case.lexicon))
        and " ".join(words) not in case.lexicon.institutions
        and " ".join(words) not in case.lexicon.nouns
    ):
        words = words[1:]
    return " ".join(words)


#: Which body a name in capitals means, in the order in which they are asked.
INSTITUTION_RULES: tuple[Rule[[Institution], Actor], ...] = (
    Rule(
        "institution.owned", "The body of that name in the country named beside it.",
        (
            Example("Kenya's National Assembly voted on Monday.", "National Assembly", "KEN.LEG.LOWER"),
            Example("Slovenia's National Assembly voted on Monday.", "National Assembly", "SVN.LEG.LOWER"),
        ),
        _by_owner,
    ),
    Rule(
        "institution.committee", "A committee of the legislature of the country under discussion.",
        (
            Example(
                "American lawmakers met. The Senate Judiciary Subcommittee heard a witness.", "Senate Judiciary Subcommittee",
                "ORG.senate-judiciary-subcommittee.USA",
            ),
        ),
        _by_committee,
    ),
    Rule(
        "institution.ruled", "A capitalised government named after its leader.",
        (Example("The Obama Administration answered.", "Obama Administration", "USA.GOV", day="2014-03-01"),), _by_ruler,
    ),
    Rule(
        "institution.of_context", "The body of that name in the country under discussion.",
        (
            Example("Lagos was calm after the Nigerian vote. The Supreme Court sacked a governor.", "Supreme Court", "NGA.JUD.SC"),
            Example("Dilma Rousseff left Brazil. The Chamber of Deputies had voted.", "Chamber of Deputies", "BRA.LEG.LOWER"),
            Example("In Canada, the House of Commons voted on Monday.", "House of Commons", "CAN.LEG.LOWER"),
            Example("John Boehner spoke in Washington. The House passed the bill.", "House", "USA.LEG.LOWER"),
            Example("Cyril Ramaphosa lost. The Constitutional Court ruled against him.", "Constitutional Court", "ZAF.JUD.CC"),
        ),
        _by_context,
    ),
    Rule(
        "institution.court", "One of the many courts of the country under discussion.",
        (Example("Nigeria was calm. The Federal District Court ruled.", "Federal District Court", "ORG.federal-district-court.NGA"),),
        _by_court,
    ),
    Rule(
        "body.name", "A state body's proper name, made of a country and a noun for the body.",
        (Example("The Ukrainian Defence Ministry answered.", "Ukrainian Defence Ministry", "UKR.GOV.MOD"),), _by_noun,
    ),
)  # fmt: skip
#: How sure those are that are surer than the rest.
_SURER = {"institution.owned": 0.8, "body.name": 0.8}


def take_institution(case: Institution, found: dict[str, Actor]) -> None:
    """Give a body of a state its actor, in place; parts of parliaments are put into `found`."""
    ruling = first_ruling(INSTITUTION_RULES, case)
    if ruling is None:
        return
    if case.lexicon.actor(ruling.verdict.actor_id) is None:
        found.setdefault(ruling.verdict.actor_id, ruling.verdict)
    case.mention.decide(ruling.verdict.actor_id, ruling.rule.id, _SURER.get(ruling.rule.id, 0.7))
