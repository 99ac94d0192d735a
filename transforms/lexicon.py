"""The lexicon in memory: who bears which name, who held which office when, which words make a body, an office or an unnamed agent.

Built from the frames of `warehouse.seeds` without reading files, names and tenures when they are first asked for. Names are found by one
Aho-Corasick automaton over the folded text (code points, overlapping hits), then cut to word boundaries and to the longest hit: a third of
raw hits lie inside words.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

import ahocorasick_rs
import polars as pl

from transforms.corrections import read_corrections
from transforms.folding import fold, fold_with_offsets
from transforms.language import word_class
from transforms.register import Register
from warehouse.naming import body_of


class Actor(NamedTuple):
    actor_id: str
    name: str
    kind: str
    country: str | None = None
    sector: str | None = None
    parent_id: str | None = None
    wikidata: str | None = None


class Alias(NamedTuple):
    actor_id: str
    form: str
    kind: str  # vocabulary.ALIAS_KINDS
    is_strong: bool
    valid_from: date | None = None
    valid_to: date | None = None
    is_shared: bool = False  # a country's own name that is also a person's or another's: Jordan, Chad, Georgia

    @property
    def is_certain(self) -> bool:
        """Whether the form names this actor wherever an article prints it."""
        return self.is_strong and not self.is_shared

    def holds_on(self, day: date | None) -> bool:
        return day is None or ((self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to))


class NameHit(NamedTuple):
    """Characters of a text that spell names of the lexicon."""

    start: int
    end: int
    aliases: tuple[Alias, ...]


class Tenure(NamedTuple):
    person_id: str
    body_id: str
    office_id: str
    office: str
    valid_from: date | None
    valid_to: date | None

    @property
    def base(self) -> str:
        """The kind of office, wherever it is held: HOS of HOS.1."""
        return self.office_id.split(".")[0]

    def holds_on(self, day: date) -> bool:
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


class Body(NamedTuple):
    body_id: str
    kind: str
    sector: str | None
    suffix: str
    parent_suffix: str
    noun: str
    is_owned: bool = False  # meant only with its owner: "Russian warships", not "two warships"


class Office(NamedTuple):
    office_id: str
    name: str
    suffix: str
    sector: str | None
    countries: tuple[str, ...]
    is_held_by_many: bool = False  # several persons hold it at one time: whose they are is known, who is meant is not

    @property
    def base(self) -> str:
        """The kind of office, as of a tenure."""
        return self.office_id.split(".")[0]


class RoleNoun(NamedTuple):
    noun: str
    kind: str
    sector: str | None
    generic_id: str
    is_plural: bool


class CommonNoun(NamedTuple):
    """A noun that refers to an actor named before ("the alliance"): the kinds it can stand for; places as `place:city` and the like."""

    noun: str
    kinds: tuple[str, ...]
    is_plural: bool


class Noun(NamedTuple):
    """What a common noun (phrase) can be; at least one is there."""

    bodies: tuple[Body, ...]
    offices: tuple[Office, ...]
    role: RoleNoun | None
    common: CommonNoun | None

    @property
    def sectors(self) -> set[str | None]:
        """Sectors of the bodies and of the people that it names."""
        return {entry.sector for entry in (self.role, *self.bodies) if entry is not None}


_NOTHING = Noun((), (), None, None)
#: Acronyms that in small letters are ordinary words or names.
_WORDLIKE = word_class("names.wordlike")
_SMALL_WORDS = word_class("names.small_words")


#: What is made of the frames when it is first asked for, takes a second, and is asked for by every article.
_MADE = (
    "_aliases", "register", "_tenures", "_tenures_by_word", "_by_lower", "_longest", "_town_sizes", "towns", "surnames", "country_words",
    "given_names",
)  # fmt: skip
#: What that consists of.
MADE_OF = (Alias, Tenure, Register, date, defaultdict, list, dict, set)
#: Characters that are searched before an automaton is worth making.
FEW = 100_000
#: First letters of names by which it is told how long they can be.
_HEAD = 6
#: Offices that outweigh all others held at the same time.
_HEADS = frozenset({"HOS", "HOG"})


class Lexicon:
    """Look-ups by name, id, office and noun. Raises KeyError when a frame is missing."""

    def __init__(self, frames: Mapping[str, pl.DataFrame]) -> None:
        self._frames = frames
        columns = ("actor_id", "name", "kind", "country", "sector", "parent_id", "wikidata")
        #: Those that are listed; what is composed of their parts is kept apart, so that it can be told what has to be written.
        listed = {row[0]: Actor(*row) for row in frames["actors"].select(columns).iter_rows()}
        registered = frames["register"].select(*columns[:5], pl.lit(None).alias("parent_id"), "wikidata")
        self._registered = {row[0]: Actor(*row) for row in registered.iter_rows() if row[0] not in listed}
        self.actors: Mapping[str, Actor] = MappingProxyType(listed | self._registered)
        self.corrections = read_corrections(frames["corrections"])
        self._composed: dict[str, Actor] = {}
        self._searched = 0
        self.genders: dict[str, str] = {
            actor_id: gender
            for name in ("persons", "register")
            for actor_id, gender in frames[name].select("actor_id", "gender").iter_rows()
            if gender
        }
        self.place_kinds: dict[str, str] = dict(frames["places"].select("actor_id", "place_kind").iter_rows())
        self.seat_of: dict[str, str] = {
            row[0]: row[1] for row in frames["places"].select("actor_id", "government_id").iter_rows() if row[1]
        }
        self.place_of: dict[str, str] = {government: place for place, government in self.seat_of.items()}
        self.nouns: dict[str, Noun] = {}
        self._noun_lengths: dict[str, tuple[int, ...]] = {}  # by the last word of a noun: how many words its nouns have, longest first
        self.bodies: dict[str, Body] = {}  # by suffix
        self.offices: dict[str, Office] = {}
        self._read_nouns(frames["bodies"], frames["offices"], frames["role_nouns"], frames["common_nouns"])
        self._body_ends = {suffix.rpartition(".")[2] for suffix in self.bodies}
        self._leading: dict[str, list[tuple[str, date | None, date | None]]] = defaultdict(list)
        for country, office_id, valid_from, valid_to in frames["leading_offices"].iter_rows():
            self._leading[country].append((office_id, valid_from, valid_to))
        #: By what countries call a body at home, in small letters: the suffix of the body in each country that has one.
        self.institutions: dict[str, dict[str, str]] = defaultdict(dict)
        for country, suffix, nouns in frames["institutions"].select("country", "suffix", "nouns").iter_rows():
            for noun in _cell(nouns):
                self.institutions[_noun_key(noun)][country] = suffix

    # -- names ------------------------------------------------------------------------------------------------------------------

    @cached_property
    def register(self) -> Register:
        return Register(self._frames["register"])

    @cached_property
    def by_form(self) -> dict[str, list[Alias]]:
        """Aliases by the folded forms under which they are printed."""
        return self._aliases[0]

    @cached_property
    def aliases_of(self) -> dict[str, list[Alias]]:
        """Aliases by actor."""
        return self._aliases[1]

    @cached_property
    def _aliases(self) -> tuple[dict[str, list[Alias]], dict[str, list[Alias]]]:
        by_form: dict[str, list[Alias]] = defaultdict(list)
        aliases_of: dict[str, list[Alias]] = defaultdict(list)
        columns = ("actor_id", "alias", "alias_kind", "strength", "valid_from", "valid_to")
        for actor_id, form, kind, strength, valid_from, valid_to in self._frames["aliases"].select(columns).iter_rows():
            actor = self.actors.get(actor_id)
            is_shared = strength == "weak" and actor is not None and actor.kind == "country" and form == actor.name
            alias = Alias(actor_id, form, kind, strength == "strong" or is_shared, valid_from, valid_to, is_shared)
            aliases_of[actor_id].append(alias)
            for spelling in spellings(form, kind):
                known = by_form[spelling]
                if alias not in known:
                    known.append(alias)
        self._put_larger_first(by_form)
        return by_form, aliases_of

    def _put_larger_first(self, by_form: Mapping[str, list[Alias]]) -> None:
        """Of countries with one adjective the one where more people live in towns comes first: "Dominican", "Congolese"."""
        sizes: dict[str, int] = defaultdict(int)
        for towns in self._town_sizes.values():
            for country, population in towns.items():
                sizes[country] += population
        for aliases in by_form.values():
            if len(aliases) > 1 and all(alias.kind in ("adjective", "people") for alias in aliases):
                aliases.sort(key=lambda alias: -sizes[alias.actor_id])

    @cached_property
    def given_names(self) -> dict[str, str]:
        """The gender of those who bear a given name, by its folded form in small letters; empty where it is borne by both."""
        return {fold(name).lower(): gender or "" for name, gender in self._frames["given_names"].select("name", "gender").iter_rows()}

    @cached_property
    def _town_sizes(self) -> dict[str, dict[str, int]]:
        """By town and country the inhabitants of the largest one, the country of the largest last."""
        sizes: dict[str, dict[str, int]] = defaultdict(dict)
        for town, country, population in self._frames["gazetteer"].sort("population").select("name", "country", "population").iter_rows():
            sizes[fold(town).lower()][country] = population
        return sizes

    @cached_property
    def towns(self) -> dict[str, str | None]:
        """The country of the largest town of each name."""
        return {town: next(reversed(sizes)) for town, sizes in self._town_sizes.items()}

    @cached_property
    def automaton(self) -> tuple[ahocorasick_rs.AhoCorasick | None, list[tuple[Alias, ...]], list[int]]:
        forms = list(self.by_form)
        if not forms:
            return None, [], []
        found = ahocorasick_rs.AhoCorasick(forms, matchkind=ahocorasick_rs.MatchKind.Standard)
        return found, [tuple(self.by_form[form]) for form in forms], [len(form) for form in forms]

    def make(self) -> dict[str, object]:
        """What the first article would wait for, so that it can be kept."""
        return {name: getattr(self, name) for name in _MADE}

    def take(self, made: Mapping[str, object]) -> None:
        """Have what a lexicon of the same frames and the same code has made."""
        self.__dict__.update(made)

    def find_names(self, text: str) -> list[NameHit]:
        """The longest names of the lexicon in the text, left to right, whole words only, not overlapping; of two that cross the longer."""
        folded, offsets = fold_with_offsets(text)
        self._searched += len(folded)
        found = self.look_up(folded) if self._searched < FEW else self._match(folded)
        hits: list[NameHit] = []
        opened = reached = 0
        for start, minus_end in sorted((start, -end) for start, end in found):
            if start < reached:
                if -minus_end <= reached or -minus_end - start <= reached - opened:
                    continue
                hits.pop()  # "The State" gives way to "State Bank of Pakistan"
            opened, reached = start, -minus_end
            span = (start, reached) if offsets is None else (offsets[start], offsets[reached - 1] + 1)
            hits.append(NameHit(*span, tuple(self.by_form[folded[start:reached]])))
        return hits

    def _match(self, folded: str) -> Iterator[tuple[int, int]]:
        """Where forms stand as whole words."""
        automaton, size = self.automaton[0], len(folded)
        for _, start, end in automaton.find_matches_as_indexes(folded, overlapping=True) if automaton else ():
            if start and folded[start - 1].isalnum() and folded[start].isalnum():
                continue
            if end < size and folded[end].isalnum() and folded[end - 1].isalnum():
                continue
            yield start, end

    def look_up(self, folded: str) -> Iterator[tuple[int, int]]:
        """Where forms stand as whole words, told by looking up whatever stands between two ends of words: a few texts are read sooner so
        than an automaton is made."""
        flags = [character.isalnum() for character in folded]
        edges = [at for at in range(len(folded) + 1) if not (0 < at < len(folded) and flags[at - 1] and flags[at])]
        for number, start in enumerate(edges):
            head = folded[start : start + _HEAD]
            longest = max(self._longest.get(head[:size], 0) for size in range(1, len(head) + 1)) if head else 0
            for end in edges[number + 1 :]:
                if end - start > longest:
                    break
                if folded[start:end] in self.by_form:
                    yield start, end

    @cached_property
    def _longest(self) -> dict[str, int]:
        """The length of the longest form that begins with certain letters."""
        longest: dict[str, int] = {}
        for form in self.by_form:
            head = form[:_HEAD]
            longest[head] = max(longest.get(head, 0), len(form))
        return longest

    def lookup(self, form: str) -> list[Alias]:
        """Aliases spelt like this, case included."""
        return self.by_form.get(fold(form), [])

    def lookup_any_case(self, form: str) -> list[Alias]:
        """Aliases spelt like this whatever the case; for phrases typed by hand."""
        return self._by_lower.get(fold(form).lower(), [])

    @cached_property
    def _by_lower(self) -> dict[str, list[Alias]]:
        lower: dict[str, list[Alias]] = defaultdict(list)
        for form, aliases in self.by_form.items():
            lower[form.lower()] += [alias for alias in aliases if alias not in lower[form.lower()]]
        return lower

    def kinds_of(self, aliases: Iterable[Alias]) -> set[str]:
        """The kinds of the actors that some aliases name."""
        return {self.actors[alias.actor_id].kind for alias in aliases if alias.actor_id in self.actors}

    def outlets_by_letters(self, letters: str) -> list[Alias]:
        """Aliases of outlets whose letters, without "the" and blanks, are these: "dailystar" of "The Daily Star"."""
        return self._outlets_by_letters.get(letters, [])

    @cached_property
    def _outlets_by_letters(self) -> dict[str, list[Alias]]:
        found: dict[str, list[Alias]] = defaultdict(list)
        for form, aliases in self.by_form.items():
            outlets = [alias for alias in aliases if alias.actor_id.startswith("OUTLET.")]
            if outlets:
                found["".join(filter(str.isalnum, form.lower().removeprefix("the ")))] += outlets
        return found

    def towns_of(self, name: str) -> dict[str, int]:
        """Countries with a town of that name, and how many people live in the largest one there."""
        return self._town_sizes.get(fold(name).lower(), {})

    def is_place(self, name: str) -> bool:
        """Whether a town or place of that name is known; many are also surnames, so this is evidence and no proof."""
        folded = fold(name)
        return folded.lower() in self.towns or any(alias.actor_id.startswith("PLACE.") for alias in self.by_form.get(folded, ()))

    @cached_property
    def surnames(self) -> dict[str, list[str]]:
        """Persons of the lexicon by the last word of their names, lower case."""
        found: dict[str, list[str]] = defaultdict(list)
        for actor_id, aliases in self.aliases_of.items():
            actor = self.actors.get(actor_id)
            if actor is None or actor.kind != "person":
                continue
            for surname in {fold(alias.form).lower().split()[-1] for alias in aliases if alias.form.strip()}:
                found[surname].append(actor_id)
        return found

    @cached_property
    def country_words(self) -> dict[str, set[str]]:
        """Single words that name a country, its people or what is theirs, with the countries that bear them."""
        found: dict[str, set[str]] = defaultdict(set)
        for form, aliases in self.by_form.items():
            for alias in aliases:
                actor = self.actors.get(alias.actor_id)
                if actor is not None and actor.kind in ("country", "territory") and " " not in form and not form.isupper():
                    found[form].add(alias.actor_id)
        return found

    # -- actors -----------------------------------------------------------------------------------------------------------------

    def actor(self, actor_id: str) -> Actor | None:
        """The actor of that id, composed when it is a body of a known country ("RUS.GOV.MFA"); None when unknown."""
        known = self.actors.get(actor_id)
        if known is not None or actor_id.rpartition(".")[2] not in self._body_ends:
            return known
        if actor_id in self._composed:
            return self._composed[actor_id]
        owner_id, suffix = self.split_body(actor_id)
        owner, body = self.actors.get(owner_id), self.bodies.get(suffix)
        if owner is None or body is None:
            return None
        parent = f"{owner_id}.{body.parent_suffix}" if body.parent_suffix else owner_id
        composed = Actor(actor_id, body_of(body.noun, owner.name), body.kind, owner.country, body.sector, parent)
        self._composed[actor_id] = composed
        return composed

    def split_body(self, actor_id: str) -> tuple[str, str]:
        """Owner and suffix of a composed id: ("RUS", "GOV.MFA"), ("IGO.UN", "MIL.PKO"); suffix empty when it is none."""
        parts = actor_id.split(".")
        if parts[-1] not in self._body_ends:
            return actor_id, ""
        for cut in range(1, len(parts)):
            owner, suffix = ".".join(parts[:cut]), ".".join(parts[cut:])
            if owner in self.actors and suffix in self.bodies:
                return owner, suffix
        return actor_id, ""

    def compose(self, owner_id: str, suffix: str) -> Actor | None:
        """The body of an owner: a country, or an organisation that has such bodies ("UN peacekeepers")."""
        if suffix.split(".")[0] == "GOV" and owner_id in self.seat_of:
            seat = self.seat_of[owner_id]  # the premier of a province heads its government, which has no bodies of its own
            return self.actor(f"{seat}{suffix.removeprefix('GOV')}") or self.actors.get(seat)
        return self.actor(f"{owner_id}.{suffix}" if suffix else owner_id)

    def own_body(self, country: str, noun: str) -> Actor | None:
        """The body that a country calls so at home ("senate" in FRA), by the noun in small letters; None where it calls none so."""
        own = self.institutions.get(noun)
        if own is not None:
            return self.compose(country, own[country]) if country in own else None
        known = self.nouns.get(noun)
        return self.compose(country, known.bodies[0].suffix) if known is not None and known.bodies else None

    def is_listed(self, actor_id: str) -> bool:
        """Whether the actor stands in the reviewed files or the users' own, whose rows are all written."""
        return actor_id in self.actors and actor_id not in self._registered

    def is_registered(self, actor_id: str) -> bool:
        """Whether the actor is known from the register alone: its rows are written where an article names it."""
        return actor_id in self._registered

    def country_actor(self, country: str | None) -> Actor | None:
        return self.actors.get(country) if country else None

    # -- offices ----------------------------------------------------------------------------------------------------------------

    @cached_property
    def tenures_of(self) -> dict[str, list[Tenure]]:
        """Tenures by person."""
        return self._tenures[0]

    @cached_property
    def newest(self) -> date:
        """The last day on which the lexicon knows anybody to have come into office: as far as its knowledge goes."""
        return max((tenure.valid_from for held in self.tenures_of.values() for tenure in held if tenure.valid_from), default=date.min)

    @cached_property
    def holders(self) -> dict[tuple[str, str], list[Tenure]]:
        """Tenures by body and office; those of a variant of an office also by the office itself."""
        return self._tenures[1]

    @cached_property
    def _tenures(self) -> tuple[dict[str, list[Tenure]], dict[tuple[str, str], list[Tenure]]]:
        tenures_of: dict[str, list[Tenure]] = defaultdict(list)
        holders: dict[tuple[str, str], list[Tenure]] = defaultdict(list)
        columns = ("actor_id", "body_id", "office_id", "office", "valid_from", "valid_to")
        for name in ("tenures", "register_tenures"):
            for row in self._frames[name].select(columns).iter_rows():
                tenure = Tenure(*row)
                tenures_of[tenure.person_id].append(tenure)
                holders[(tenure.body_id, tenure.office_id)].append(tenure)
                if "." in tenure.office_id:
                    holders[(tenure.body_id, tenure.base)].append(tenure)
        return tenures_of, holders

    def holder(self, body_id: str, office_ids: Iterable[str], day: date | None) -> Tenure | None:
        """Who holds one of the offices on that day: the latest to come in, or None when nobody is known. Without a day nobody is."""
        if day is None:
            return None
        holding = [t for office_id in office_ids for t in self.holders.get((body_id, office_id), ()) if t.holds_on(day)]
        return max(holding, key=lambda tenure: tenure.valid_from or date.min, default=None)

    def leading_office(self, country: str, day: date) -> str:
        """The office whose holder is "the leader" of a country on a day: the head of state's, unless another one is known to lead."""
        for office_id, valid_from, valid_to in self._leading.get(country, ()):
            if (valid_from is None or valid_from <= day) and (valid_to is None or day <= valid_to):
                return office_id
        return "HOS"

    def tenure_on(self, person_id: str, day: date | None) -> Tenure | None:
        """The weightiest office a person holds that day (head of state or government, else the one begun last); None without a day."""
        if day is None:
            return None
        holding = [tenure for tenure in self.tenures_of.get(person_id, ()) if tenure.holds_on(day)]
        return max(holding, key=lambda tenure: (tenure.office_id in _HEADS, tenure.valid_from or date.min), default=None)

    def name_words(self, person_id: str) -> frozenset[str]:
        """The words of a person's names, folded, in lower case."""
        forms = [alias.form for alias in self.aliases_of.get(person_id, ())] or [self.actors[person_id].name]
        return frozenset(word.strip(".,") for form in forms for word in fold(form).lower().split())

    def tenures_named(self, word: str, office_id: str) -> list[Tenure]:
        """Tenures of an office, variants of it included, by persons with that word (folded, lower case) in their names; of an office that
        many hold none by those whom the register has by hand, for most of its holders it has not ("Judge Wood")."""
        return self._tenures_by_word.get((word, office_id), [])

    @cached_property
    def _tenures_by_word(self) -> dict[tuple[str, str], list[Tenure]]:
        found: dict[tuple[str, str], list[Tenure]] = defaultdict(list)
        for person_id, tenures in self.tenures_of.items():
            for word in self.name_words(person_id):
                for tenure in tenures:
                    if person_id not in self.register.reviewed or not self.offices[tenure.office_id].is_held_by_many:
                        found[(word, tenure.base)].append(tenure)
        return found

    # -- nouns ------------------------------------------------------------------------------------------------------------------

    def _read_nouns(self, bodies: pl.DataFrame, offices: pl.DataFrame, role_nouns: pl.DataFrame, common_nouns: pl.DataFrame) -> None:
        found_bodies: dict[str, list[Body]] = defaultdict(list)
        found_offices: dict[str, list[Office]] = defaultdict(list)
        roles: dict[str, RoleNoun] = {}
        for body_id, kind, sector, suffix, parent_suffix, nouns, owned_nouns in bodies.iter_rows():
            for noun in (*_cell(nouns), *(owned := _cell(owned_nouns))):
                body = Body(body_id, kind, sector, suffix, parent_suffix or "", noun, noun in owned)
                self.bodies.setdefault(suffix, body)
                found_bodies[_noun_key(noun)].append(body)
        for office_id, name, suffix, sector, countries, nouns, held_by_many in offices.iter_rows():
            office = Office(office_id, name, suffix or "", sector, tuple(_cell(countries)), held_by_many == "1")
            self.offices[office_id] = office
            for noun in _cell(nouns):
                if office not in found_offices[_noun_key(noun)]:
                    found_offices[_noun_key(noun)].append(office)
        for noun, plural, kind, sector, generic_id in role_nouns.iter_rows():
            roles[_noun_key(noun)] = RoleNoun(noun, kind, sector, generic_id, False)
            if plural and _noun_key(plural) not in roles:
                roles[_noun_key(plural)] = RoleNoun(plural, kind, sector, generic_id, True)
        commons: dict[str, CommonNoun] = {}
        for noun, plural, kinds in common_nouns.iter_rows():
            commons[_noun_key(noun)] = CommonNoun(noun, tuple(_cell(kinds)), False)
            if plural:
                commons[_noun_key(plural)] = CommonNoun(noun, tuple(_cell(kinds)), True)
        parted = _parted_at_hyphens(bodies["nouns"], bodies["owned_nouns"], offices["nouns"], role_nouns["noun"], role_nouns["plural"])
        lengths: dict[str, set[int]] = defaultdict(set)
        for key in {**found_bodies, **found_offices, **roles, **commons}:
            known = Noun(tuple(found_bodies.get(key, ())), tuple(found_offices.get(key, ())), roles.get(key), commons.get(key))
            for form in {key, parted.get(key, key)}:
                self.nouns.setdefault(form, known)
                words = form.split(" ")
                lengths[words[-1]].add(len(words))
        self._noun_lengths = {last: tuple(sorted(sizes, reverse=True)) for last, sizes in lengths.items()}
        self.noun_ends = self._noun_lengths.keys()  # the last words of all nouns

    def noun(self, phrase: str) -> Noun:
        """What a noun phrase without its determiner can be, by its exact words."""
        return self.nouns.get(_noun_key(phrase), _NOTHING)

    def nouns_ending(self, words: Sequence[str], last: int, first: int = 0) -> Iterator[tuple[int, Noun]]:
        """The nouns of one word and more that end with words[last - 1] and begin at `first` or later, the longest first: where each begins,
        and what it can be. `words` are in small letters."""
        for size in self._noun_lengths.get(words[last - 1], ()):
            low = last - size
            noun = self.nouns.get(" ".join(words[low:last])) if low >= first else None
            if noun is not None:
                yield low, noun

    def gender_of_name(self, given_name: str) -> str | None:
        return self.given_names.get(fold(given_name).lower()) or None


def _cell(values: str | None) -> list[str]:
    return [value.strip() for value in (values or "").split("|") if value.strip()]


def _noun_key(noun: str) -> str:
    """Nouns are matched token by token, in lower case: apostrophes stand apart as in the tokens, hyphens are blanks."""
    return " ".join(fold(noun).lower().replace("'", " '").split())


def _parted_at_hyphens(*columns: pl.Series) -> dict[str, str]:
    """Nouns with a hyphen, by their keys, as taggers part them: "secretary - general"."""
    nouns = (noun for column in columns for cell in column for noun in _cell(cell) if "-" in noun)
    return {_noun_key(noun): " - ".join(map(_noun_key, noun.split("-"))) for noun in nouns}


def spellings(form: str, kind: str) -> Iterator[str]:
    """The folded forms under which an alias is printed: as it is, in capitals, in title case; acronyms with and without dots."""
    folded = fold(form)
    yield folded
    if kind == "acronym":
        letters = folded.replace(".", "")
        if letters.isalpha() and letters.isupper():
            yield letters
            if 2 <= len(letters) <= 3:
                yield "".join(f"{letter}." for letter in letters)
                yield ".".join(letters)
                yield " . ".join(letters) + " ."
            if len(letters) >= 4 and letters.lower() not in _WORDLIKE:
                yield letters.title()
        return
    if len(folded) > 3 and not folded.isupper():
        yield folded.upper()
    words = folded.split(" ")
    if len(words) > 1 and words[-1] == "Party":
        yield " ".join([*words[:-1], "party"])
    if not _SMALL_WORDS.isdisjoint(words[1:]):
        yield " ".join(word if not word.islower() else word.capitalize() for word in words)
