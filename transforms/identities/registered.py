"""Names of the register: a whole name means a registered actor where the article speaks of its country and nothing else bears the name.

Many people are called alike, so a name that the article does not place means nobody: an unknown actor is better than a wrong one."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from transforms.annotations import Article, Mention, TaggedText
from transforms.folding import fold
from transforms.identities.nicknames import nickname_forms, without_initials
from transforms.identities.told_offices import offices_told
from transforms.language import word_class, word_values
from transforms.lexicon import Actor, Lexicon, Office, Tenure
from transforms.names.sports_news import is_sports_news
from transforms.register import without_legal_form

#: Years before an office in which its later holder is in the news, and after it in which the former one still is.
YEARS_BEFORE, YEARS_AFTER = 3, 25
#: Nobody is in political news younger than that.
YOUNGEST = 18
#: Tokens before and after a name among which a title or an office tells what the person is.
_BEFORE, _AFTER = 4, 8
_POSSESSIVE_MARKS = word_class("syntax.possessive_marks")
_LAWMAKERS = word_class("identities.lawmaker_signs")
_LAWMAKING = "LEG"
#: Sectors whose offices are not held beside others by whoever leads a party or committee.
_APPOINTED = frozenset({"GOV", "JUD", "MIL"})
MANY = frozenset({"LAWMAKER", "AMB", "JUDGE", "MAYOR"})
#: Offices of politics that one person has now and then: an aide is also a strategist and a spokesman.
_CAMPAIGNERS = frozenset({"ADVISER", "SPOKES", "STRATEGIST"})
#: What stands between two names of a list.
_LISTED = re.compile(r"(\( [^()]* \) )?(,|and|, and|&|;)")
#: Names of fewer letters are mostly acronyms of something else.
_SHORTEST = 5
_ORGANISATIONS = frozenset({"party", "company", "ngo", "organisation", "agency", "outlet", "education", "igo"})
#: Legal forms that only some countries have: the General Electric Company plc is not the American one.
_LEGAL_HOMES = word_values("identities.legal_homes", str.split)
#: Kinds whose names are alike from country to country: they need the article's own country.
_NATIONAL = frozenset({"party", "agency"})


class Registered:
    """The register beside one article: its day, and the countries of which it speaks, the most named first."""

    def __init__(self, article: Article, tagged: TaggedText, mentions: Iterable[Mention], lexicon: Lexicon) -> None:
        self._day, self._tagged, self._lexicon = article.day, tagged, lexicon
        self._is_sport = is_sports_news(tagged)
        mentions = list(mentions)
        named = (lexicon.actors.get(mention.actor_id or "") for mention in mentions)
        self._countries = Counter(actor.country for actor in named if actor is not None and actor.country)
        self._names = [mention for mention in mentions if mention.ner == "PERSON" and mention.layer == "name"]
        #: Last words of the names beside which the article puts a title of lawmakers anywhere.
        self._titled = self._find_titled(self._names)

    def person(self, mention: Mention, words: Sequence[str]) -> Actor | None:
        """Who of the register a whole name means; without its middle initials where it has any."""
        if self._is_sport:
            return None
        surface = self._tagged.text[mention.start : mention.end]
        forms = (surface, " ".join(words), " ".join(without_initials(words)))
        found = next((persons for form in forms if (persons := self._persons(form))), None) or self._persons_by_nickname(mention, words)
        fitting = [actor for actor in found if self._is_in_the_news(actor, mention)]
        rivals = [actor for actor in found if actor.country in self._countries]
        return fitting[0] if len(fitting) == len(rivals) == 1 else None

    def organisation(self, surface: str) -> Actor | None:
        """Which organisation a whole name means: one of the lexicon printed with its legal form, else one of the register."""
        plain = without_legal_form(surface)
        listed = {alias.actor_id for alias in self._lexicon.lookup(plain) if alias.is_certain} if plain != fold(surface) else set()
        firms = [self._lexicon.actors[actor_id] for actor_id in listed if self._lexicon.actors[actor_id].kind == "company"]
        homes = _LEGAL_HOMES.get(fold(surface).split()[-1].rstrip(".").lower())
        firms = [firm for firm in firms if homes is None or firm.country in (None, *homes)]
        if firms:
            return firms[0] if len(firms) == 1 else None
        if len(plain) < _SHORTEST or (" " not in plain and (self._is_sport or self._is_common(plain))):
            return None
        found = [self._lexicon.actors[actor_id] for actor_id in self._lexicon.register.named(surface)]
        fitting = [actor for actor in found if actor.kind in _ORGANISATIONS and self._is_of_here(actor)]
        return fitting[0] if len(fitting) == 1 else None

    def _is_common(self, word: str) -> bool:
        """Whether a single word is also a town's or a person's name."""
        lower = word.lower()
        return self._lexicon.is_place(word) or lower in self._lexicon.given_names or lower in self._lexicon.surnames

    def _persons(self, name: str) -> list[Actor]:
        found = [self._lexicon.actors[actor_id] for actor_id in self._lexicon.register.named(name)]
        return [actor for actor in found if actor.kind == "person"]

    def _persons_by_nickname(self, mention: Mention, words: Sequence[str]) -> list[Actor]:
        """Those of the country most named whose given name is the long form of the one printed, or the other way round, and beside whom no
        other office is told."""
        found = {actor.actor_id: actor for form in nickname_forms(words) for actor in self._persons(form)}
        home = {country for country, _ in self._countries.most_common(1)}
        of_here = [actor for actor in found.values() if actor.country in home]
        return [actor for actor in of_here if not self.is_told_otherwise(actor.actor_id, mention)]

    def is_told_otherwise(self, actor_id: str, mention: Mention) -> bool:
        """Whether offices are told beside the name, none of which the person ever held: a state's secretary is no mayor."""
        told, held = offices_told(self._tagged, mention, self._lexicon), self._held_by(actor_id)
        return any(office.sector in _APPOINTED for office in told) and not any(_is_one_of(office, held) for office in told)

    def is_told(self, actor_id: str, mention: Mention) -> bool:
        """Whether an office that the person ever held is told beside the name, if only by a title of lawmakers."""
        held = self._held_by(actor_id)
        is_lawmaker = any(office.sector == _LAWMAKING for office in held) and self._has_title(mention)
        return is_lawmaker or any(_is_one_of(office, held) for office in offices_told(self._tagged, mention, self._lexicon))

    def _held_by(self, actor_id: str) -> list[Office]:
        """The offices that a person ever held."""
        tenures = self._lexicon.tenures_of.get(actor_id, ())
        return [self._lexicon.offices[tenure.office_id] for tenure in tenures if tenure.office_id in self._lexicon.offices]

    def _is_in_the_news(self, actor: Actor, mention: Mention) -> bool:
        """Whether the article speaks of the person's country, and of a day in or near an office of theirs, if any is known; for members of
        parliament and others of whom there are many a title must stand by the name, or by the surname elsewhere in the article, unless
        they are in the register by hand; for a name that many bear, an office of theirs."""
        if actor.country not in self._countries:
            return False
        tenures = self._lexicon.tenures_of.get(actor.actor_id, [])
        born = self._lexicon.register.birth_years.get(actor.actor_id)
        if self._day is not None and born is not None and self._day.year < born + YOUNGEST:
            return False
        if self._day is not None and tenures and not any(is_near(tenure, self._day) for tenure in tenures):
            return False
        if actor.actor_id in self._lexicon.register.common and not self._has_office(mention, {tenure.base for tenure in tenures}):
            return False
        is_one_of_many = actor.actor_id not in self._lexicon.register.reviewed and all(tenure.base in MANY for tenure in tenures)
        begins = [tenure.valid_from for tenure in tenures if tenure.valid_from is not None]
        is_yet_to_come = self._day is not None and len(begins) == len(tenures) > 0 and self._day < min(begins)
        return not (is_one_of_many or is_yet_to_come) or self._tagged.lowers[mention.last - 1] in self._titled

    def _find_titled(self, persons: Sequence[Mention]) -> set[str]:
        """The last words of the names with a title; a title before a list is that of all in it: "Representatives Ann Lee, Bo Hall"."""
        titled: set[str] = set()
        before: Mention | None = None
        for mention in persons:
            is_listed = before is not None and self._tagged.lowers[before.last - 1] in titled and self._goes_on(before, mention)
            if is_listed or self._has_title(mention):
                titled.add(self._tagged.lowers[mention.last - 1])
            before = mention
        return titled

    def _goes_on(self, before: Mention, mention: Mention) -> bool:
        """Whether nothing but a comma, "and" or what stands in brackets parts two names."""
        between = " ".join(self._tagged.lowers[before.last : mention.first])
        return _LISTED.fullmatch(between) is not None

    def _has_title(self, mention: Mention) -> bool:
        if self._is_of_state(mention):
            return True
        return any(self._tagged.lowers[place].rstrip("-") in _LAWMAKERS for place in self._beside(mention))

    def _has_office(self, mention: Mention, bases: set[str]) -> bool:
        """Whether one of the kinds of offices stands beside the name, or beside the same name elsewhere in the article."""
        tagged = self._tagged
        word = tagged.lowers[mention.last - 1]
        same = [name for name in self._names if tagged.lowers[name.last - 1] == word and name.last - name.first > 1]
        nouns = (noun for name in same for place in self._beside(name) for _, noun in self._lexicon.nouns_ending(tagged.lowers, place + 1))
        return any(office.base in bases or {office.base, *bases} <= _CAMPAIGNERS for noun in nouns for office in noun.offices)

    def _beside(self, mention: Mention) -> Iterator[int]:
        """Places of the tokens before and after a name, in its sentence, among which a title or an office tells what the person is."""
        tagged, sentence = self._tagged, self._tagged.sentence_of[mention.first]
        places = (
            *range(max(mention.first - _BEFORE, 0), mention.first),
            *range(mention.last, min(mention.last + _AFTER, len(tagged.words))),
        )
        return (place for place in places if tagged.sentence_of[place] == sentence)

    def _is_of_state(self, mention: Mention) -> bool:
        """Whether a federal state has the person: "Louisiana's Mary Landrieu", "Mary Landrieu of Louisiana"."""
        words, lowers = self._tagged.words, self._tagged.lowers
        before = words[mention.first - 2] if mention.first > 1 and lowers[mention.first - 1] in _POSSESSIVE_MARKS else ""
        behind = words[mention.last + 1] if mention.last + 1 < len(words) and lowers[mention.last] == "of" else ""
        aliases = (*self._lexicon.lookup(before), *self._lexicon.lookup(behind))
        return any(self._lexicon.place_kinds.get(alias.actor_id) == "state" for alias in aliases)

    def _is_of_here(self, actor: Actor) -> bool:
        if actor.country is None:
            return actor.kind == "company" or actor.name.count(" ") > 1  # international ones have names of several words
        if actor.kind in _NATIONAL:
            return [country for country, _ in self._countries.most_common(1)] == [actor.country]
        return actor.country in self._countries or actor.kind == "company"


def _is_one_of(office: Office, held: Sequence[Office]) -> bool:
    """Whether an office is of the kind of one of those held, or is called alike, as that of a deputy is; who led lawmakers was one."""
    words = set(office.name.split())
    return any(
        office.base == other.base or office.sector == other.sector == _LAWMAKING or not words.isdisjoint(other.name.split())
        for other in held
    )


def is_near(tenure: Tenure, day: date) -> bool:
    """Whether the day lies in the office, or so near to it that its holder is in the news."""
    first, last = tenure.valid_from, tenure.valid_to
    return (first is None or first.year - YEARS_BEFORE <= day.year) and (last is None or day.year <= last.year + YEARS_AFTER)
