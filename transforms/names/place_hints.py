"""Which of several places of one name is meant: by the noun beside it, the wider place after it, and the countries of the article."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from transforms.annotations import TaggedText
from transforms.language import word_class, word_values
from transforms.lexicon import Actor, Alias, Lexicon
from transforms.names.name_spans import Span, is_adjective
from transforms.names.name_words import LAWS
from transforms.names.rulers import has_led

#: What shows that a place is one part among others.
_OTHER = word_class("names.other")


def _kinds(value: str) -> frozenset[str]:
    return frozenset(value.split())


#: Nouns that say which sort of place a name is, before "of" or after the name, with the kinds of place that fit.
_NOUN_KINDS = word_values("names.place_nouns", _kinds)
#: Of these, nouns that stand after a name as part of it; "the Georgia country club" is no country.
_AFTER = word_class("names.after")
_PLACE_KINDS = frozenset({"city", "state", "region", "area", "country", "territory"})
_WIDER_KINDS = frozenset({"state", "region", "area", "country", "territory"})
_STATE = frozenset({"state"})
#: Offices and people that states have and the country of the same name has not.
_STATE_TITLES = word_class("names.state_titles")
_STATE_WORDS = word_class("names.state_words")
_BESIDE_PLACES = word_class("names.beside_places")
_DIRECTIONS = word_class("names.types_directions")
#: What stands between the names of an enumeration.
_ENUMERATING = word_class("names.enumerating")
#: What leads from parts to the whole: "other areas of Paris".
_PART_LINKS = word_class("names.part_links")
#: In capitals after a state's name it makes the name of a university and its teams: "Florida State".
_COLLEGES = word_class("names.colleges")
#: A town so many times larger than its namesake is meant even where only the other's country is named.
_DOMINANT = 8


class PlaceHint(NamedTuple):
    """What the words beside a name say: the kinds of place it can be, its country, the noun that says so."""

    kinds: frozenset[str] = frozenset()
    country: str | None = None
    noun: str = ""


#: How many times more often another country may be named where a party's short form still means that of this one.
_NEAR_SHARE = 4


class ArticleLands:
    """The countries of an article, and which places of one name they allow."""

    def __init__(self, tagged: TaggedText, spans: list[Span], lexicon: Lexicon) -> None:
        self._tagged, self._lexicon = tagged, lexicon
        self._at = {span.first: span for span in spans if span.aliases}
        self._ending = {span.last: span for span in spans if span.aliases}
        self._countries: Counter[str] = Counter()
        self._lands: Counter[str] = Counter()  # by towns and regions alone
        self._led: dict[str, set[tuple[Alias, ...]]] = defaultdict(set)  # by country: surnames of persons of whom one led it
        self._introduced: dict[str, PlaceHint] = {}  # by last word: what stood beside a name where it was first printed
        self._settled: dict[int, str] = {}  # by first token: the country of a state or country named behind one of its towns
        self._states: set[str] = set()  # names that are a country's and a state's, and mean the state here
        self._forms: Counter[tuple[Alias, ...]] = Counter()
        self._spelt: dict[str, list[set[str]]] | None = None
        #: Actors that the article names in a form that is theirs alone, and the medium it stands in.
        self.named = {alias.actor_id for span in self._at.values() for alias in span.aliases if alias.is_certain}
        #: The same without those that go by letters alone.
        self.named_in_full = {
            alias.actor_id for span in self._at.values() for alias in span.aliases if alias.is_certain and alias.kind != "acronym"
        }
        #: Whether it names a federal state.
        self.names_states = any(self._kind(alias) == "state" for span in self._at.values() for alias in span.aliases)
        for span in self._at.values():
            self._forms[span.aliases] += 1
            country = self._only_country(span.aliases)
            if country is None:
                persons = {lexicon.actors[alias.actor_id] for alias in span.aliases if alias.actor_id in lexicon.actors}
                if {person.kind for person in persons} == {"person"} and any(has_led(person.actor_id, lexicon) for person in persons):
                    self._led[str(next(iter(persons)).country)].add(span.aliases)
                continue
            self._countries[country] += 1
            if all(lexicon.place_kinds.get(alias.actor_id) or _is_local(alias, lexicon) for alias in span.aliases):
                self._lands[country] += 1

    def spells_otherwise(self, span: Span, actor: Actor) -> bool:
        """Whether the article gives the letters another meaning in words that have none in common with the actor's name: "Congressional
        Review Act (CRA)" is no agency of Canada."""
        word = self._tagged.words[span.first]
        if span.last - span.first > 1 or not word.isupper():
            return False
        own = {part.lower() for part in actor.name.split()}
        return any(own.isdisjoint(spelt) for spelt in self._spelt_out().get(word, ()))

    def spells_a_body(self, span: Span) -> bool:
        """Whether the article spells these letters out, and not as a law."""
        spelt = self._spelt_out().get(self._tagged.words[span.first], ())
        return len(spelt) > 0 and all(LAWS.isdisjoint(words) for words in spelt)

    def _spelt_out(self) -> dict[str, list[set[str]]]:
        """The words that the article shortens, by their initials in brackets."""
        if self._spelt is None:
            self._spelt = {}
            words = self._tagged.words
            brackets = [place for place, word in enumerate(words[:-2]) if word == "(" and place]
            for bracket in brackets:
                letters = words[bracket + 1]
                full = words[max(bracket - len(letters), 0) : bracket]
                is_short = letters.isupper() and letters.isalpha() and len(letters) > 1
                if is_short and "".join(word[0] for word in full) == letters:
                    self._spelt.setdefault(letters, []).append({word.lower() for word in full})
        return self._spelt

    def narrow(self, span: Span) -> tuple[tuple[Alias, ...], PlaceHint]:
        """The aliases of a name that the article allows, and the evidence for its place from those."""
        kinds = {self._kind(alias) for alias in span.aliases}
        if not kinds & _PLACE_KINDS or is_adjective(span):
            return span.aliases, PlaceHint()
        hint = self._hint(span)
        introduced = self._introduced.setdefault(self._tagged.words[span.last - 1], hint)
        hint = introduced if introduced.country and not hint.noun and not hint.country else hint
        allowed = tuple(alias for alias in span.aliases if self._allows(alias, hint))
        if not allowed and hint.country is None and "city" not in kinds:
            return span.aliases, PlaceHint()  # "Russia state media" are no other Russia
        if allowed and hint.country is None and not hint.kinds and all(self._kind(alias) == "city" for alias in allowed):
            fitting = [(alias, self._rival(span, alias)) for alias in allowed]
            allowed = tuple(alias for alias, rival in fitting if rival is None)
            if not allowed:
                hint = PlaceHint(country=fitting[0][1])
        return allowed, hint

    def weight(self, alias: Alias, is_shared: bool) -> float:
        """How much the article's countries speak for a bearer of the name. Where a country shares its name with a state of another, only
        towns and regions speak for the state: every country's news names the United States."""
        actor = self._lexicon.actors.get(alias.actor_id)
        if actor is None or not actor.country:
            return 0.0
        found = self._lands if is_shared and self._kind(alias) != "country" else self._countries
        return min(found[actor.country], 3) * 0.4

    def speak_for(self, alias: Alias) -> bool:
        """Whether the article names the country of the alias in other words."""
        actor = self._lexicon.actors.get(alias.actor_id)
        return actor is not None and self._countries[str(actor.country)] > 0

    def name_leader_beside(self, alias: Alias) -> bool:
        """Whether the article has the surname of somebody else who ever led the country of the alias."""
        actor = self._lexicon.actors.get(alias.actor_id)
        return actor is not None and any(alias not in bearers for bearers in self._led[str(actor.country)])

    @property
    def name_any(self) -> bool:
        """Whether the article names any country, by itself or by what is of it alone."""
        return bool(self._countries)

    def leave_out(self, span: Span, alias: Alias) -> bool:
        """Whether the article names countries, and that of the alias in no other form than this one."""
        actor = self._lexicon.actors.get(alias.actor_id)
        if actor is None or actor.country is None or not any(count for land, count in self._countries.items() if land != actor.country):
            return False
        own = self._forms[span.aliases] if self._only_country(span.aliases) == actor.country else 0
        return self._countries[actor.country] <= own

    def are_near(self, alias: Alias) -> bool:
        """Whether the article names the country of the alias not much less than any other: a "Left" of American news is not Poland's."""
        actor = self._lexicon.actors.get(alias.actor_id)
        most = max(self._countries.values(), default=0)
        return actor is not None and 0 < most <= _NEAR_SHARE * self._countries[str(actor.country)]

    def _only_country(self, aliases: Sequence[Alias]) -> str | None:
        """The country of all actors of the name; None when they are of several, or the form is weak."""
        actors = [self._lexicon.actors.get(alias.actor_id) for alias in aliases if alias.is_certain]
        found = {actor.country for actor in actors if actor is not None}
        return found.pop() if len(found) == 1 and len(actors) == len(aliases) else None

    def _hint(self, span: Span) -> PlaceHint:
        """What stands beside the name: "the U.S. state of Georgia", "Los Angeles, Orange and Kern Counties", "Paris, Texas"."""
        tagged = self._tagged
        if span.first in self._settled:
            return PlaceHint(country=self._settled[span.first])
        before = self._noun_before(span)
        if before is not None:
            return before
        name = tagged.words[span.last - 1]
        if self._state_beside(span) or name in self._states:
            self._states.add(name)
            return PlaceHint(_STATE)
        noun = self._noun_after(span)
        if noun:
            return PlaceHint(_NOUN_KINDS.get(noun, frozenset()), None, noun)
        return PlaceHint(country=self._wider_country(span))

    def _noun_before(self, span: Span) -> PlaceHint | None:
        tagged, first = self._tagged, span.first
        if tagged.lowers[first] in _NOUN_KINDS and tagged.lowers[first + 1] == "of":
            first += 2  # the alias is "state of Georgia"
        for _ in range(6):  # back over the names before it in an enumeration
            if first < 2 or tagged.lowers[first - 1] not in _ENUMERATING or not tagged.words[first - 2][0].isupper():
                break
            first -= 2
            while first > 0 and tagged.words[first - 1][0].isupper():
                first -= 1
        if first < 2 or tagged.lowers[first - 1] != "of":
            return None
        noun = tagged.lowers[first - 2]
        if noun not in _NOUN_KINDS or (first != span.first and not noun.endswith("s")):
            return None
        owner = self._ending.get(first - 2)
        return PlaceHint(_NOUN_KINDS[noun], self._only_country(owner.aliases) if owner is not None else None, noun)

    def _noun_after(self, span: Span) -> str:
        """The noun right after, or in the plural after an enumeration that the name stands in."""
        tagged, last = self._tagged, span.last
        bound = tagged.sentences[tagged.sentence_of[span.first]][1]
        for _ in range(8):
            if last >= bound:
                return ""
            word = tagged.lowers[last]
            if tagged.words[last] in _COLLEGES and last == span.last and tagged.lowers[span.first - 1] not in _BESIDE_PLACES:
                return tagged.words[last]
            if word in _AFTER and (last == span.last or word.endswith("s")):
                return "" if self._opens_office(last) else word
            if word not in _ENUMERATING or last + 1 >= bound or not tagged.words[last + 1][0].isupper():
                return ""
            last += 1
            while last < bound and tagged.words[last][0].isupper() and tagged.lowers[last] not in _AFTER:
                last += 1
        return ""

    def _opens_office(self, position: int) -> bool:
        """Whether "District" and the word behind it are an office or court of the place: "San Francisco District Attorney"."""
        tagged = self._tagged
        behind = tagged.words[position + 1] if position + 1 < len(tagged.words) else ""
        pair = f"{tagged.lowers[position]} {behind.lower()}"
        return tagged.words[position][0].isupper() and behind[:1].isupper() and pair in self._lexicon.nouns

    def _wider_country(self, span: Span) -> str | None:
        """The country of the state or country that stands after a town: "Lagos, Portugal", "Hyderabad in Sindh", "Victoria, the capital of
        Seychelles". Where that has namesakes itself ("Athens, Georgia") it is the one in which there is such a town."""
        tagged, last = self._tagged, span.last
        if last + 1 >= len(tagged.words):
            return None
        if tagged.lowers[last] in _ENUMERATING and tagged.lowers[last + 1] in _OTHER:
            return self._country_around(last + 2)
        if (beyond := self._town_beyond(last)) is not None:
            return self._only_country(beyond.aliases)
        wider = self._wider(span)
        if wider is None:
            return None
        places = [alias for alias in wider.aliases if self._kind(alias) in _WIDER_KINDS]
        countries = {self._lexicon.actors[alias.actor_id].country for alias in places}
        if self._is_country_elsewhere(span, countries) and all(self._kind(alias) == "country" for alias in places):
            return None  # "Sudan, Iran and Libya" are no Sudan of Iran
        known = self._homes_of(span)
        fitting = countries & known
        if len(countries) > 1:
            countries = fitting
        if len(countries) != 1:
            return None
        is_state = any(self._kind(alias) in ("state", "region") for alias in places)
        stands_as_place = span.first > 0 and tagged.lowers[span.first - 1] in _BESIDE_PLACES
        if not fitting and not (tagged.words[last] == "," and (is_state or stands_as_place)):
            return None
        country = countries.pop()
        if country is not None:
            self._settled[wider.first] = country
        return country

    def _is_country_elsewhere(self, span: Span, countries: set[str | None]) -> bool:
        """Whether the name is a country's, and the lexicon has no other place of that name in these countries."""
        own = {self._lexicon.actors[alias.actor_id].country for alias in span.aliases if alias.actor_id in self._lexicon.actors}
        return any(self._kind(alias) == "country" for alias in span.aliases) and own.isdisjoint(countries)

    def _town_beyond(self, last: int) -> Span | None:
        """The town from which it is told where the place lies: "Kingston, south of Brisbane", "Naco, 20 km west of Douglas"."""
        tagged = self._tagged
        if tagged.words[last] != ",":
            return None
        bound = min(tagged.sentences[tagged.sentence_of[last]][1], last + 6) - 1
        link = next((place for place in range(last + 2, bound) if tagged.lowers[place] == "of"), 0)
        beyond = self._at.get(link + 1) if link and tagged.lowers[link - 1] in _DIRECTIONS else None
        return beyond if beyond is not None and all(self._kind(alias) == "city" for alias in beyond.aliases) else None

    def _wider(self, span: Span) -> Span | None:
        """The name of the wider place: between commas, behind "in", or in what says which town it is."""
        tagged, last = self._tagged, span.last
        if tagged.lowers[last] == "in" and self._is_town(span):
            return self._at.get(last + 1)
        if tagged.words[last] != ",":
            return None
        wider = self._at.get(last + 1)
        if wider is not None:
            after = tagged.lowers[wider.last] if wider.last < len(tagged.words) else "."
            return wider if after[0] in ",.;:)-–—(" or after == "'s" else None
        if tagged.lowers[last + 1] not in ("the", "a", "an"):
            return None
        bound = min(tagged.sentences[tagged.sentence_of[span.first]][1], last + 8)
        links = (place for place in range(last + 2, bound - 1) if tagged.lowers[place] in ("of", "in"))
        return next((self._at[link + 1] for link in links if link + 1 in self._at), None)

    def _is_town(self, span: Span) -> bool:
        return any(self._kind(alias) == "city" for alias in span.aliases)

    def _homes_of(self, span: Span) -> set[str | None]:
        """The countries in which a town of the name is known."""
        name = self._tagged.span(span.first, span.last)
        own = {self._lexicon.actors[alias.actor_id].country for alias in span.aliases if alias.actor_id in self._lexicon.actors}
        return {*own, *self._lexicon.towns_of(name)}

    def _state_beside(self, span: Span) -> bool:
        """Whether an office or party that only states have stands beside a name that is a country's as well: "Gov. Kemp of Georgia"."""
        if not {"state", "country"} <= {self._kind(alias) for alias in span.aliases}:
            return False
        tagged, first, last = self._tagged, span.first, span.last
        low = tagged.sentences[tagged.sentence_of[first]][0]
        if first > low and tagged.lowers[first - 1] == "of" and _STATE_TITLES & set(tagged.lowers[max(low, first - 7) : first]):
            return True
        after = last + 1 if tagged.lowers[last : last + 1] == ["'s"] else last
        behind = tagged.lowers[after : after + 3]
        return behind == ["secretary", "of", "state"] or bool(_STATE_WORDS & set(behind[:1]))

    def _country_around(self, position: int) -> str | None:
        """The country of what a place is one part of: "Montmartre and other areas of Paris"."""
        tagged = self._tagged
        for link in range(position + 1, min(position + 4, len(tagged.words) - 1)):
            if tagged.lowers[link] in _PART_LINKS:
                whole = self._at.get(link + 1)
                return self._only_country(whole.aliases) if whole is not None else None
        return None

    def _kind(self, alias: Alias) -> str:
        """The kind of place, or of actor if it is not a place."""
        actor = self._lexicon.actors.get(alias.actor_id)
        return self._lexicon.place_kinds.get(alias.actor_id) or (actor.kind if actor is not None else "")

    def _allows(self, alias: Alias, hint: PlaceHint) -> bool:
        """Whether nothing beside the name keeps it from being this place."""
        actor = self._lexicon.actors.get(alias.actor_id)
        if actor is None or actor.kind not in ("place", "country", "territory", "government"):
            return True
        kind = self._kind(alias)
        if kind in ("state", "government") and hint.noun in _COLLEGES:
            return False
        if hint.kinds and kind not in hint.kinds and kind in ("city", "country", "territory", "government"):
            return False
        return hint.country is None or actor.country is None or actor.country == hint.country

    def _rival(self, span: Span, alias: Alias) -> str | None:
        """The country of the article in which a town of the name is likelier to lie; capitals are always meant."""
        country = self._lexicon.actors[alias.actor_id].country
        if country is None or alias.actor_id in self._lexicon.seat_of or self._countries[country] > self._forms[span.aliases]:
            return None
        sizes = self._lexicon.towns_of(alias.form)
        rivals = [
            other for other in sizes if other != country and self._countries[other] and sizes[other] * _DOMINANT > sizes.get(country, 0)
        ]
        return max(rivals, key=lambda other: self._countries[other], default=None)


def _is_local(alias: Alias, lexicon: Lexicon) -> bool:
    """Whether it is the government of a part of a country; that of a country says nothing of where things happen."""
    actor = lexicon.actors.get(alias.actor_id)
    return alias.kind == "metonym" and actor is not None and actor.actor_id != f"{actor.country}.GOV"


def own_name(name: str, hint: PlaceHint) -> str:
    """The name of a place that the lexicon has not, told from its namesakes by what stands beside it: "Paris, USA", "Orange counties"."""
    if hint.noun:
        return f"{name} {hint.noun[:-3] + 'y' if hint.noun.endswith('ies') else hint.noun.removesuffix('s')}"
    return f"{name}, {hint.country}" if hint.country else name


def is_weak_everywhere(aliases: Sequence[Alias], lexicon: Lexicon) -> bool:
    """Whether a country's name is also another's or an ordinary one (Georgia, Jordan): then no bearer has it for sure."""
    return any(
        not alias.is_certain and lexicon.actors[alias.actor_id].kind == "country" for alias in aliases if alias.actor_id in lexicon.actors
    )
