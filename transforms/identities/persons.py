"""Persons: full name, later surname, title and surname, two persons of one surname, persons the lexicon knows."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from transforms.annotations import Article, Mention, TaggedText
from transforms.folding import fold
from transforms.identities.discovered import discover_person
from transforms.identities.near_names import known_misspelt
from transforms.identities.nicknames import known_by_middle_name, known_by_nickname, quoted_names, without_initials
from transforms.identities.nobodies import without_nobodies
from transforms.identities.offices import PAST_WORDS
from transforms.identities.registered import Registered, is_near
from transforms.identities.somebody_else import has_other_number, is_number, is_ranked_below, is_somebody_else
from transforms.identities.surnames import RULING, find_holder_named
from transforms.identities.told_offices import offices_told
from transforms.language import word_class, word_values
from transforms.lexicon import Actor, Alias, Lexicon
from transforms.names.name_words import CAPITAL_PARTICLES, PARTICLES, SUFFIXES, TITLES
from transforms.names.sports_news import is_sports_news

#: Particles that are given names as well.
_GIVEN_TOO = word_class("identities.given_too")
_PRONOUNS = word_values("names.pronouns", str)
POSSESSIVE_MARKS = word_class("syntax.possessive_marks")
#: Nouns for relatives, whose surname alone is somebody else's.
_KIN = word_class("identities.kin")
#: A title within so many tokens before a name belongs to it.
_TITLE_REACH = 3
#: Tokens that a given name and "and" are.
_PAIR = 2
#: A relative's noun within so many tokens behind a name tells of it.
_KIN_REACH = 5
#: Words of the longest name that is looked up with its family name at the other end.
_LONGEST_TURNED = 3
_LANDS = frozenset({"place", "country", "territory"})
#: How sure a bare surname is of a holder of office whom the article does not name in full, with a title before it and without.
_TITLED, _UNTITLED = 0.8, 0.6
#: Years around a tenure in which a bare surname still means its holder.
_REMEMBERED_DAYS = 365 * 12


@dataclass(slots=True)
class _Person:
    """One person of the article: the words of the longest name, the actor, the gender, where last mentioned."""

    words: list[str]
    actor_id: str
    gender: str | None
    last_seen: int
    first_seen: int
    is_known: bool
    is_kin: bool = False  # introduced as somebody's brother, wife, son
    is_in_family: bool = False  # introduced in a sentence that speaks of relatives
    last_alone: int = -1  # where the bare surname last meant this person
    titles: frozenset[str] = frozenset()  # the kinds of offices told beside the full name
    is_guessed: bool = False  # only a bare surname without a title tells who it is


def resolve_persons(
    article: Article, tagged: TaggedText, mentions: list[Mention], lexicon: Lexicon, found: dict[str, Actor], registered: Registered
) -> None:
    """Give every person's name an actor: one for all forms of one person in the article. Discovered actors are put into `found`."""
    names = without_nobodies(tagged, [mention for mention in mentions if mention.ner == "PERSON" and mention.layer == "name"])
    split = [_split(tagged, mention) for mention in names]
    longer = {" ".join(words[-2:]).lower() for words in split if len(words) > 2}
    named = [(mention, _without_particles(words, longer)) for mention, words in zip(names, split, strict=True)]
    people = _People(article, tagged, lexicon, found, registered, _countries_of(mentions, lexicon))
    has_her = any(_PRONOUNS.get(lower, "").startswith("f ") for lower in tagged.lowers)
    people.is_of_one_woman = has_her and not any(len(words) > 1 and lexicon.gender_of_name(words[0]) == "f" for _, words in named)
    for mention, words in named:
        if len(words) > 1:
            people.take_full_name(mention, words)
    by_actor: dict[str, list[_Person]] = defaultdict(list)
    for person in people.all:
        by_actor[person.actor_id].append(person)
    in_order = sorted(named, key=lambda name: _is_heading(tagged, name[0]))  # a headline means whom the text speaks of first
    for mention, words in in_order:
        if len(words) > 1:
            for person in by_actor.get(mention.actor_id or "", ()):
                person.last_seen = mention.start
        else:
            people.take_single_name(mention, words)


def _countries_of(mentions: Sequence[Mention], lexicon: Lexicon) -> frozenset[str]:
    """The countries (ISO3) of all names that are not persons'."""
    actors = (lexicon.actors.get(mention.actor_id) for mention in mentions if mention.actor_id is not None and mention.ner != "PERSON")
    return frozenset(actor.country for actor in actors if actor is not None and actor.country is not None)


class _People:
    """The persons of one article as its names are read, full names before bare surnames."""

    def __init__(
        self,
        article: Article,
        tagged: TaggedText,
        lexicon: Lexicon,
        found: dict[str, Actor],
        registered: Registered,
        countries: frozenset[str],
    ) -> None:
        self.article, self.tagged, self.lexicon, self.found, self.registered = article, tagged, lexicon, found, registered
        self.is_sport = is_sports_news(tagged)  # athletes have the names of politicians
        #: Whether "she" stands in an article that names no woman by a given name.
        self.is_of_one_woman = False
        self.all: list[_Person] = []
        self.by_word: dict[str, list[_Person]] = defaultdict(list)
        #: Countries that the article names.
        self.countries = countries

    def take_full_name(self, mention: Mention, words: list[str]) -> None:
        """The person of that name in the article, in the lexicon, or a new one."""
        gender = _title_gender(self.tagged, mention) or self.lexicon.gender_of_name(words[0])
        if mention.actor_id is not None and has_other_number(mention.actor_id, self.tagged, mention, self.lexicon):
            mention.dismiss("person.somebody_else")
        if mention.actor_id is None:
            plain, turned = known_without_initials(words, self.lexicon), turned_name(words, self.lexicon)
            if plain is not None:
                mention.decide(plain, "person.without_initials")
            elif turned:
                mention.decide(turned[0].actor_id, "person.turned")
            elif not self.is_sport:
                self._take_other_form(mention, words)
        if mention.actor_id is None:
            registered = self.registered.person(mention, words)
            if registered is not None:
                mention.decide(registered.actor_id, "person.registered", 0.8)
            elif (double := by_double_surname(words, self.lexicon)) is not None and self._fits(double):
                mention.decide(double, "person.double_surname", 0.8)
            elif not self.is_sport and (meant := known_misspelt(words, self.lexicon)) is not None and self._is_told(meant, mention):
                mention.decide(meant, "person.misspelt", 0.8)
        known = mention.actor_id
        same = next((person for person in self.by_word[words[-1].lower()] if _is_same_name(words, person.words)), None)
        if same is not None and (known is None or same.actor_id == known or same.actor_id in self.found):
            if known is not None and same.actor_id in self.found:  # the longer name is in the lexicon, the shorter one was not
                known = same.actor_id
            mention.decide(same.actor_id, mention.rule if known else "person.same_name")
            mention.gender = same.gender or gender
            return
        mention.gender = self.lexicon.genders.get(self._identify(mention), gender)
        self._add(mention, words, {words[-1].lower(), words[0].lower(), *_after_particle(words)})

    def _take_other_form(self, mention: Mention, words: list[str]) -> None:
        """Whom the lexicon knows by another form of the given name, or without the first one, unless another office is told beside it."""
        guesses = (("person.nickname", known_by_nickname), ("person.middle_name", known_by_middle_name))
        for rule, guess in guesses:
            known = guess(words, self.lexicon)
            if known is not None and self._is_in_office(known) and not self.registered.is_told_otherwise(known, mention):
                mention.decide(known, rule, 0.8)
                return

    def _is_told(self, actor_id: str, mention: Mention) -> bool:
        """Whether an office of the person's is told beside the name, in an article of their country and days."""
        is_of_then = self.article.day is None or self._is_in_office(actor_id)
        return is_of_then and self._fits(actor_id) and self.registered.is_told(actor_id, mention)

    def _fits(self, actor_id: str) -> bool:
        """Whether the article speaks of the person's country, of which nobody named in it says otherwise."""
        country = self.lexicon.actors[actor_id].country
        return country is None or country in self.countries

    def _is_in_office(self, actor_id: str) -> bool:
        """Whether the article speaks of the person's country, on a day in or near an office: an athlete of another day is a namesake."""
        day, tenures = self.article.day, self.lexicon.tenures_of.get(actor_id, ())
        return day is not None and self._fits(actor_id) and any(is_near(tenure, day) for tenure in tenures)

    def take_single_name(self, mention: Mention, words: list[str]) -> None:
        """A surname after the full name, with a title that may tell the gender; else the office holder of that surname, or somebody new."""
        title_gender = _title_gender(self.tagged, mention)
        is_unknown = is_somebody_else(self.tagged, mention, title_gender, self.lexicon) or self._is_where_somebody_works(mention)
        if is_unknown:
            mention.dismiss("person.somebody_else")
        elif mention.actor_id is not None and self.tagged.lowers[mention.last - 1] in SUFFIXES:
            mention.gender = self.lexicon.genders.get(mention.actor_id)
            if is_number(self.tagged.words[mention.last - 1]):
                self._add(mention, words, {words[0].lower()})  # "Charles III … Charles"
            return  # "Trump Jr." is told from his father
        titled, offices = self._titled_holder(mention, words)
        if titled is not None and has_other_number(titled.actor_id, self.tagged, mention, self.lexicon):
            titled = None
        candidates = [
            person
            for person in self._bearers(mention, words[0].lower() if words else "")
            if not is_ranked_below(person.actor_id, self.tagged, mention, self.lexicon)
        ]
        if titled is not None and not any(self._may_bear(person, offices, mention) for person in candidates):
            candidates = [person for person in candidates if person.actor_id == titled.actor_id]  # "Prime Minister Lee … his son Lee"
        if len(candidates) > 1:
            known_so = {alias.actor_id for alias in self.lexicon.lookup(words[0])}  # Kim Jong Un is "Kim" beside Duyeon Kim
            called_so = [person for person in candidates if person.words[-1].lower() == words[0].lower() or person.actor_id in known_so]
            candidates = called_so or candidates
        if title_gender is not None:
            candidates = [person for person in candidates if person.gender in (None, title_gender)]
        if candidates:
            self._take_bearer(mention, candidates, title_gender)
            return
        if titled is not None:
            mention.decide(titled.actor_id, "person.office_holder", 0.8)
        elif mention.actor_id is None and not self.is_sport:
            told = self._told_bearer(words, title_gender, offices)
            holder = None if is_unknown else _known_surname(self.article, words, self.lexicon)
            if told is not None:
                mention.decide(told, "person.office_holder", 0.8)
            elif holder is not None and self._fits(holder):
                mention.decide(holder, "person.office_holder", _TITLED if title_gender or offices else _UNTITLED)
        gender = title_gender or (self.lexicon.gender_of_name(words[0]) if words else None)
        if mention.actor_id is None and self._is_shared(words):
            mention.gender = gender
            return  # one of the Bushes, and nothing tells which
        mention.gender = self.lexicon.genders.get(self._identify(mention)) or gender
        self._add(mention, words, {words[0].lower() if words else ""})

    def _take_bearer(self, mention: Mention, candidates: list[_Person], title_gender: str | None) -> None:
        """The likeliest of those who bear the surname in the article."""
        before = [person for person in candidates if person.first_seen < mention.start]
        person = max(before, key=_claim_to_surname) if before else min(candidates, key=lambda item: item.first_seen)
        if (ruler := self._ruler_known_so(mention, person, title_gender)) is not None:
            mention.decide(ruler, "person.office_holder", _TITLED)
            mention.gender = self.lexicon.genders.get(ruler)
            return
        person.last_seen = max(person.last_seen, mention.start)
        if title_gender is None:
            person.last_alone = mention.start
        person.gender = person.gender or title_gender
        if person.is_guessed:
            mention.decide(person.actor_id, "person.office_holder", _UNTITLED)
        else:
            mention.decide(person.actor_id, "person.surname", 0.85 if len(candidates) == 1 else 0.6)
        mention.gender = person.gender

    def _is_where_somebody_works(self, mention: Mention) -> bool:
        """Whether "of" leads to the name from that of a person: "Cay Sorrel of Brown" is of the university."""
        lowers, first = self.tagged.lowers, mention.first
        return first > 1 and lowers[first - 1] == "of" and fold(lowers[first - 2]) in self.by_word

    def _ruler_known_so(self, mention: Mention, person: _Person, title_gender: str | None) -> str | None:
        """Who rules on the article's day and is known by the bare surname, where only a relative is named in full: "Trump" after Melania
        Trump; a title of the relative's tells her."""
        known = {alias.actor_id for alias in self.lexicon.lookup(self.tagged.span(mention.first, mention.last))}
        if title_gender is not None or self.article.day is None or len(known) != 1 or person.actor_id in known or not person.is_known:
            return None
        ruler, day = known.pop(), self.article.day
        if self.lexicon.actors[ruler].country != self.lexicon.actors[person.actor_id].country:
            return None  # Theresa May is no relative of a namesake elsewhere
        rules = any(tenure.base in RULING and tenure.holds_on(day) for tenure in self.lexicon.tenures_of.get(ruler, ()))
        return ruler if rules else None

    def _bearers(self, mention: Mention, word: str) -> list[_Person]:
        """Whom the article may call by the word alone: by a given name only those named in full before it, and the publicly known."""
        return [
            person
            for person in self.by_word.get(word, [])
            if person.words[-1].lower() == word or person.first_seen < mention.start or person.is_known or _is_heading(self.tagged, mention)
        ]

    def _may_bear(self, person: _Person, offices: set[str], mention: Mention) -> bool:
        """Whether somebody named before may be called by the title of another who bears it today: who bore it himself, as "President Bush"
        may still be the father, or whom the article introduced with it ("Minister Rui Sorrel … Minister Sorrel"); not his relatives
        ("Ivanka Trump … President Trump")."""
        held = self._held_by(person.actor_id) | person.titles
        return person.first_seen <= mention.start and not offices.isdisjoint(held)

    def _held_by(self, actor_id: str | None) -> set[str]:
        """The kinds of offices that a person ever held."""
        return {tenure.base for tenure in self.lexicon.tenures_of.get(actor_id or "", ())}

    def _shares_surname(self, mention: Mention) -> bool:
        """Whether a given name and "and" stand before the name: "Sasha and Malia Obama" are of one family."""
        words, first = self.tagged.words, mention.first
        if first < _PAIR or self.tagged.lowers[first - 1] != "and" or fold(words[first - 2]).lower() not in self.lexicon.given_names:
            return False
        return words[first - 2].istitle() and not (first > _PAIR and words[first - 3].istitle())

    def _is_shared(self, words: list[str]) -> bool:
        """Whether several persons of the lexicon are known by the surname alone."""
        bearers = {alias.actor_id for alias in self.lexicon.lookup(words[0])} if len(words) == 1 else set()
        return sum(self.lexicon.actors[bearer].kind == "person" for bearer in bearers if bearer in self.lexicon.actors) > 1

    def _told_bearer(self, words: list[str], gender: str | None, offices: set[str]) -> str | None:
        """Who of several persons known by a surname alone is told by a title: "Mrs. Clinton", "Secretary Clinton", "President Clinton"; or
        by "she", where the article names no other woman."""
        known = {alias.actor_id for alias in self.lexicon.lookup(words[-1])} if words else set()
        bearers = [actor_id for actor_id in known if self.lexicon.actors[actor_id].kind == "person"]
        if self.article.day is None and offices:
            bearers = [actor_id for actor_id in bearers if not offices.isdisjoint(self._held_by(actor_id))]
        elif gender is not None or self.is_of_one_woman:
            bearers = [actor_id for actor_id in bearers if self.lexicon.genders.get(actor_id) == (gender or "f")]
        else:
            return None
        return bearers[0] if len(bearers) == 1 else None

    def _titled_holder(self, mention: Mention, words: list[str]) -> tuple[Actor | None, set[str]]:
        """Who of that name holds the office before it on the article's day, and the kinds of that office: "President Bush" of 1990 is the
        father. Without a day, whom the lexicon knows by the bare name, if he ever held it."""
        lowers, last = self.tagged.lowers, mention.first
        if last == 0 or self.tagged.sentence_of[last - 1] != self.tagged.sentence_of[last]:
            return None, set()
        begin = self.tagged.sentences[self.tagged.sentence_of[last]][0]  # "… the Supreme Court" above "President Bush" is no title
        for first, noun in self.lexicon.nouns_ending(lowers, last, begin):
            if noun.offices:
                bases = {office.base for office in noun.offices}
                if self.article.day is None:
                    has_held = mention.actor_id is not None and not bases.isdisjoint(self._held_by(mention.actor_id))
                    return self.lexicon.actors.get(mention.actor_id or "") if has_held else None, bases
                before = self.tagged.words[first - 1] if first else ""
                if before.lower() in PAST_WORDS:
                    return None, bases
                told = self.lexicon.country_words.get(before, set()) | self._countries_behind(mention)
                title, day = lowers[last - 1], self.article.day
                holder = find_holder_named(words, noun.offices, day, told, self.lexicon, title) or find_holder_named(
                    words, noun.offices, day, told or self.countries, self.lexicon, title
                )
                return holder, bases
        return None, set()

    def _countries_behind(self, mention: Mention) -> set[str]:
        """The country named after a name: "President Kim of South Korea"."""
        words, last = self.tagged.words, mention.last
        if last + 1 >= len(words) or self.tagged.lowers[last] != "of":
            return set()
        forms = (" ".join(words[last + 1 : last + 1 + size]) for size in (3, 2, 1))
        aliases = next((aliases for form in forms if (aliases := self.lexicon.lookup(form))), [])
        return {alias.actor_id for alias in aliases if self.lexicon.actors[alias.actor_id].kind == "country"}

    def _identify(self, mention: Mention) -> str:
        """The actor of a name; a new one when nobody is known by it."""
        if mention.actor_id is None:
            actor = discover_person(" ".join(self.tagged.text[mention.start : mention.end].split()), self.article.text)
            self.found.setdefault(actor.actor_id, actor)
            mention.decide(actor.actor_id, "person.discovered")
            return actor.actor_id
        return mention.actor_id

    def _add(self, mention: Mention, words: list[str], keys: set[str]) -> None:
        """Remember a person under the words by which the article can take the name up."""
        actor_id = self._identify(mention)
        is_kin = len(words) > 1 and (_is_relative(self.tagged, mention) or self._shares_surname(mention))
        is_in_family = _speaks_of_kin(self.tagged, mention)
        start, is_known = mention.start, actor_id not in self.found
        is_guessed = mention.rule == "person.office_holder" and mention.confidence == _UNTITLED
        told = offices_told(self.tagged, mention, self.lexicon) if len(words) > 1 else set()
        titles = frozenset(office.base for office in told)
        person = _Person(
            words, actor_id, mention.gender, start, start, is_known, is_kin, is_in_family, titles=titles, is_guessed=is_guessed
        )
        self.all.append(person)
        for key in keys:
            self.by_word[key].append(person)


def _split(tagged: TaggedText, mention: Mention) -> list[str]:
    """Folded words of the name without suffixes."""
    words = [word for word in fold(tagged.text[mention.start : mention.end]).split() if word not in POSSESSIVE_MARKS]
    while len(words) > 1 and words[-1].lower() in SUFFIXES:
        words.pop()
    return words


def _without_particles(words: list[str], longer: set[str]) -> list[str]:
    """The name without particles before a bare surname ("Della Rovere"). Ben, Al and Van are particles ("Ben Ali") where a longer name of
    the article ends so, else given names ("Ben Carson", "Van Jones")."""
    is_given = len(words) == 2 and words[0] in _GIVEN_TOO and " ".join(words).lower() not in longer
    return words[-1:] if not is_given and all(word in CAPITAL_PARTICLES for word in words[:-1]) else words


def known_without_initials(words: list[str], lexicon: Lexicon) -> str | None:
    """The person of the lexicon whom a name means when its middle initials are left out: "Harry M. Reid"."""
    plain = without_initials(words)
    if len(plain) == len(words):
        return None
    bearers = {alias.actor_id for alias in lexicon.lookup(" ".join(plain)) if alias.is_certain and alias.kind == "name"}
    known = [actor_id for actor_id in bearers if lexicon.actors[actor_id].kind == "person"]
    return known[0] if len(known) == 1 else None


def turned_name(words: list[str], lexicon: Lexicon) -> list[Alias]:
    """The person of the lexicon whose family name is printed at the other end ("Orbán Viktor"); nothing where several are."""
    if not 2 <= len(words) <= _LONGEST_TURNED:
        return []
    forms = {" ".join([words[-1], *words[:-1]]), " ".join([*words[1:], words[0]])}
    found = [alias for form in forms for alias in lexicon.lookup(form) if alias.is_certain]
    persons = {alias.actor_id for alias in found}
    is_one = len(persons) == 1 and lexicon.actors[found[0].actor_id].kind == "person"
    return found[:1] if is_one else []


def by_double_surname(words: list[str], lexicon: Lexicon) -> str | None:
    """The only person of the lexicon whose name goes on to end with these two words, neither a given name: "Wasserman Schultz"."""
    if len(words) != 2 or words[0].lower() in lexicon.given_names:
        return None
    end = f" {' '.join(words)}"
    bearers = lexicon.surnames.get(words[-1].lower(), ())
    known = [bearer for bearer in bearers if any(fold(alias.form).endswith(end) for alias in lexicon.aliases_of[bearer])]
    return known[0] if len(known) == 1 else None


def _after_particle(words: list[str]) -> list[str]:
    """Further words under which the person is referred to: a double surname's parts ("Ruiz" of "Carlos Ruiz Perez"), "de Silva"."""
    return [word.lower() for word in words[1:-1] if len(word) > 2 and word.lower() not in PARTICLES and "." not in word]


def _is_same_name(words: list[str], other: list[str]) -> bool:
    """Whether two full names can be one person's: same last word and first words that agree, initials included."""
    if words[-1].lower() != other[-1].lower():
        return False
    first, second = words[0].lower().rstrip("."), other[0].lower().rstrip(".")
    if first == second or second in quoted_names(words) or first in quoted_names(other):
        return True
    return (len(first) == 1 or len(second) == 1) and first[0] == second[0]


def _claim_to_surname(person: _Person) -> tuple[bool, int, bool, int]:
    """Whom a bare surname means: nobody's relative before relatives, who bore it last, else who is publicly known, else who was named
    last; of a family the one of whom the article spoke first."""
    return (not person.is_kin, person.last_alone, person.is_known, -person.first_seen if person.is_in_family else person.last_seen)


def _speaks_of_kin(tagged: TaggedText, mention: Mention) -> bool:
    """Whether the sentence has a noun for a relative: "Bryan Rojas said his brother was ill"."""
    low, high = tagged.sentences[tagged.sentence_of[mention.first]]
    return not _KIN.isdisjoint(tagged.lowers[low:high])


def _is_relative(tagged: TaggedText, mention: Mention) -> bool:
    """Whether somebody is introduced as a relative: "his brother, Bryan Rojas", "Anna Rojas, the gunman's wife"."""
    lowers, first, last = tagged.lowers, mention.first, mention.last
    before = first - 2 if first > 1 and lowers[first - 1] == "," else first - 1
    if before >= 0 and lowers[before] in _KIN:
        return True
    if last >= len(lowers) or lowers[last] != ",":
        return False
    end = tagged.sentences[tagged.sentence_of[mention.first]][1]
    behind = next((p for p in range(last + 1, min(last + 1 + _KIN_REACH, end)) if lowers[p] in _KIN), None)
    return behind is not None and "," not in lowers[last + 1 : behind]


def _is_heading(tagged: TaggedText, mention: Mention) -> bool:
    """Whether a name stands above the text, which gives it in full later."""
    return tagged.paragraphs[tagged.paragraph_of[tagged.sentence_of[mention.first]]].kind in ("title", "heading")


def _known_surname(article: Article, words: list[str], lexicon: Lexicon) -> str | None:
    """The only person of the lexicon with that surname who held an office near the article's day."""
    known_so = {alias.actor_id for alias in lexicon.lookup(words[-1])} if words else set()
    if article.day is None or not words or len([actor_id for actor_id in known_so if lexicon.actors[actor_id].kind == "person"]) > 1:
        return None  # a Bush of a day on which none governs
    if any(lexicon.actors[actor_id].kind in _LANDS for actor_id in known_so):
        return None  # "Austin" and "Jordan" alone are places or namesakes
    day = article.day.toordinal()
    near = [
        person_id
        for person_id in lexicon.surnames.get(words[-1].lower(), ())
        if any(
            (tenure.valid_from is None or tenure.valid_from.toordinal() <= day + 365)
            and (tenure.valid_to is None or tenure.valid_to.toordinal() >= day - _REMEMBERED_DAYS)
            for tenure in lexicon.tenures_of.get(person_id, ())
        )
    ]
    return near[0] if len(near) == 1 else None


def _title_gender(tagged: TaggedText, mention: Mention) -> str | None:
    for position in range(mention.first - 1, max(mention.first - 1 - _TITLE_REACH, -1), -1):
        if tagged.sentence_of[position] != tagged.sentence_of[mention.first]:
            return None
        if tagged.lowers[position] in TITLES:
            if TITLES[tagged.lowers[position]] is not None:
                return TITLES[tagged.lowers[position]]
            continue
        return None
    return None
