"""Which actor a common-noun phrase means: a body of a country, the holder of an office, an actor named before, or unnamed agents."""

from dataclasses import dataclass, field

from transforms.annotations import Article, Mention, TaggedText
from transforms.identities.antecedents import NEAR_WINDOW, WINDOW, Antecedents
from transforms.identities.generics import is_held_by_many, make_generic, noun_of
from transforms.identities.homes import Homes
from transforms.identities.offices import PAST_WORDS, VAGUE_OFFICES, find_holder, find_local_head, implied_owner, pick_office, whose_office
from transforms.identities.owners import Owners
from transforms.identities.surnames import RULED, find_ruled_country
from transforms.language import word_class
from transforms.language.en.labels import ADJECTIVE_MODIFIER, APPOSITION, COMPOUND, OBJECT, SINGULAR_NOUN, SUBJECT
from transforms.lexicon import Actor, Body, CommonNoun, Lexicon, Noun
from transforms.names.nominal_spans import STATEMENTS
from transforms.rules import Example, Rule, first_ruling
from warehouse.vocabulary import STATE_KINDS

_DEFINITE = word_class("syntax.definite")
_POSSESSIVE = word_class("syntax.possessive_determiners")
_INDEFINITE = word_class("syntax.indefinite")
_PALE_ADJECTIVES = word_class("identities.pale_adjectives")
#: Bodies of which a text can speak without naming the country; "people" and "schools" are any country's.
_STATE_BODIES = frozenset({"GOV", "MIL", "COP", "LEG", "JUD", "SPY", "OPP", "REB"})
#: What is named after the person who leads it.
#: Sectors of those who fight for no state.
_FIGHTING = frozenset({"REB", "UAF"})
#: Sectors of those who are often of another country than the one they are in.
_ANYWHERE = frozenset({"MIL", "SPY", "REF", "NGO", "IGO"})
_WITH_BODIES = frozenset({*STATE_KINDS, "igo", "bloc", "place"})
#: Bodies that sit in the capital; troops and police stand in many towns.
_SEATED = ("GOV", "LEG", "JUD")
_HAVING = word_class("identities.having")
#: What tells which one is meant, so that it need not have been named before.
_RESTRICTING = word_class("identities.restricting")
_OF = word_class("syntax.of")
#: What leads from a body to the capital it sits in.
_SEAT_LINKS = word_class("identities.seat_links")
#: What leads from people to the place they are of.
_HOME_LINKS = word_class("identities.home_links")
_OTHERS = word_class("identities.others")
_FOREIGN = word_class("identities.foreign")
_TELLING_APART = frozenset({ADJECTIVE_MODIFIER, COMPOUND})


def _is_seated(noun: Noun) -> bool:
    if noun.bodies:
        return noun.bodies[0].suffix.split(".")[0] in _SEATED
    return noun.common is not None and bool({"ministry", "legislature", "judiciary", "government"} & set(noun.common.kinds))


@dataclass(frozen=True, slots=True)
class Nominal:
    """A phrase, its noun and the noun's first token, its words in lower case, and whose it is where that is told."""

    mention: Mention
    noun: Noun
    first: int
    words: list[str]
    owner: Actor | None

    @property
    def is_definite(self) -> bool:
        return self.words[0] in _DEFINITE


@dataclass
class Nominals:
    """The state of one article while its nominals are resolved in text order."""

    article: Article
    tagged: TaggedText
    lexicon: Lexicon
    owners: Owners
    found: dict[str, Actor]
    held: dict[str, set[tuple[str, str]]]
    titles: dict[str, set[str]]
    earlier: list[Mention] = field(default_factory=list)
    armed_groups: set[str] = field(default_factory=set)  # that were named
    last_body: dict[str, str] = field(default_factory=dict)  # by suffix: the body of that sort named last
    last_phrase: dict[str, str] = field(default_factory=dict)  # by last word: whom a phrase that ended so meant
    last_modifiers: dict[str, list[str]] = field(default_factory=dict)
    last_holder: dict[str, str] = field(default_factory=dict)  # by office: the person named last who has it
    last_home: dict[str, Actor] = field(default_factory=dict)  # by the last word of a phrase for unnamed agents: where they are
    last_titled: dict[str, str] = field(default_factory=dict)  # by the last word of a title: the person named last who bears it

    def resolve(self, mentions: list[Mention]) -> None:
        """Give each nominal its actor; mentions must be in text order."""
        names = [mention for mention in mentions if mention.layer == "name" and mention.actor_id is not None]
        self.homes = Homes(self.article, self.tagged, mentions, self.lexicon)
        self.antecedents = Antecedents(self.tagged, self.lexicon, self.earlier, names, self._actor)
        for mention in mentions:
            if mention.layer == "nominal":
                self._resolve(mention)
            if mention.layer != "pronoun":
                self._remember(mention)

    def _remember(self, mention: Mention) -> None:
        self.earlier.append(mention)
        actor = self._actor(mention)
        if actor is not None and actor.kind == "armed_group":
            self.armed_groups.add(actor.actor_id)
        if mention.actor_id is None:
            return
        if "." in mention.actor_id and mention.layer != "adjectival":
            self.last_body[self.lexicon.split_body(mention.actor_id)[1]] = mention.actor_id
        if mention.layer == "nominal" and not mention.actor_id.startswith("GENERIC."):
            self.last_phrase[self.tagged.lowers[mention.last - 1]] = mention.actor_id
        for _, office_id in self.held.get(mention.actor_id, ()):
            self.last_holder[office_id] = mention.actor_id
        for title in self.titles.get(mention.actor_id, ()):
            self.last_titled[title] = mention.actor_id

    def _resolve(self, mention: Mention) -> None:
        if mention.actor_id is not None:
            return
        noun, first = noun_of(self.tagged, mention, self.lexicon)
        words = self.tagged.lowers[mention.first : mention.last]
        if noun is None:
            if words[-1] in STATEMENTS:
                self._take_issuer(mention, words)
            return
        ruling = first_ruling(NOMINAL_RULES, self, Nominal(mention, noun, first, words, self._owner(mention, noun, first)))
        if ruling is not None:
            mention.trace[-1] = mention.trace[-1]._replace(declined=ruling.declined)

    def _take_named(self, mention: Mention, noun: Noun) -> bool:
        """ "The state of Georgia", "the city of Lyon" are the place named."""
        if noun.common is None or not any(kind.startswith("place:") or kind == "country" for kind in noun.common.kinds):
            return False
        name = self.owners.after(mention.last, _OF)
        actor = self._actor(name) if name is not None else None
        if actor is None or name is None or name.layer != "name" or actor.kind not in ("place", "country", "territory"):
            return False
        return name.head == name.last - 1 and self._decide(mention, actor.actor_id, "nominal.named", 0.8)

    def _take_apposition(self, mention: Mention, noun: Noun) -> bool:
        """The name that stands beside: "a lawyer, Kendrick Moxon", "Valeska Paris, an Australian woman"."""
        tagged = self.tagged
        if not tagged.has_syntax:
            return False
        beside = [
            child
            for child in tagged.children[mention.head]
            if tagged.deps[child] == APPOSITION and mention.last <= child < mention.last + 9
        ]
        if tagged.deps[mention.head] == APPOSITION and tagged.heads[mention.head] < mention.first:
            beside.append(tagged.heads[mention.head])
        for position in beside:
            name = self.owners.name_at(position)
            if name is None or name.actor_id is None or name.head != position or mention.is_plural:
                continue
            is_personal = bool(noun.offices) or noun.role is not None or (noun.common is not None and "generic" in noun.common.kinds)
            if (name.ner == "PERSON") == is_personal:
                return self._decide(mention, name.actor_id, "nominal.apposition", 0.8)
        return False

    def _is_plain(self, mention: Mention, noun_first: int) -> bool:
        """Whether nothing but pale adjectives tells which one is meant, so that it must have been named before."""
        between = self.tagged.lowers[mention.first + 1 : noun_first]
        follows = self.tagged.lowers[mention.last] if mention.last < len(self.tagged.words) else ""
        return all(word in _PALE_ADJECTIVES for word in between) and follows not in _RESTRICTING

    def _owner(self, mention: Mention, noun: Noun, noun_first: int) -> Actor | None:
        ruled = self._ruled_by_name(mention)
        if ruled is not None:
            return ruled
        named = self.owners.before(mention.first, max(noun_first, mention.head)) or self.owners.after(mention.last, _OF)
        if named is None and _is_seated(noun):
            named = self._seat(mention)
        if named is None and noun.bodies:
            named = self._possessor(mention)
        if named is None and self.tagged.lowers[mention.head] in RULED:
            ruler = self._ruler(mention)
            if ruler is not None:
                return ruler
        owner_id = self.owners.owner_id(named) if named is not None else implied_owner(noun.offices)
        return (self.lexicon.actor(owner_id) or self.found.get(owner_id)) if owner_id is not None else None

    def _seat(self, mention: Mention) -> Mention | None:
        """The capital in which a body sits: "the defence ministry in Vilnius"."""
        city = self.owners.after(mention.last, _SEAT_LINKS)
        actor = self._actor(city) if city is not None else None
        is_capital = actor is not None and (
            actor.kind == "government" or self.lexicon.seat_of.get(actor.actor_id) == f"{actor.country}.GOV"
        )
        return city if is_capital else None

    def _ruled_by_name(self, mention: Mention) -> Actor | None:
        """The country whose ruler of the day has the name in the phrase, whatever else is called so: Obama is a town, too."""
        tagged = self.tagged
        if tagged.lowers[mention.head] not in RULED:
            return None
        name = [tagged.words[place] for place in range(mention.first, mention.head) if tagged.words[place][:1].isupper()]
        name = [word for word in name if word.lower() not in _DEFINITE]
        return find_ruled_country(name, self.article.day, self.lexicon)

    def _ruler(self, mention: Mention) -> Actor | None:
        """The country of the person whose government it is: "the Biden administration", "Orbán's government"."""
        names = (self.owners.name_at(position) for position in range(mention.first, mention.head))
        person = next((name for name in names if name is not None and name.ner == "PERSON"), None)
        actor = self._actor(person) if person is not None else None
        return self.lexicon.country_actor(actor.country) if actor is not None and actor.country else None

    def _possessor(self, mention: Mention) -> Mention | None:
        """Who has the body: "NATO has 3,700 peacekeepers"."""
        tagged, verb = self.tagged, self.tagged.heads[mention.head]
        if tagged.deps[mention.head] != OBJECT or tagged.lowers[verb] not in _HAVING:
            return None
        subjects = (child for child in tagged.children[verb] if tagged.deps[child] == SUBJECT)
        return next((self.owners.name_at(subject) for subject in subjects), None)

    def _decide(self, mention: Mention, actor_id: str, rule: str, confidence: float) -> bool:
        mention.decide(actor_id, rule, confidence)
        return True

    # -- with an owner ----------------------------------------------------------------------------------------------------------

    def _take_owned(self, mention: Mention, noun: Noun, owner: Actor, words: list[str]) -> bool:
        if noun.bodies and owner.kind in _WITH_BODIES:
            actor = self._own_body(owner, noun)
            if actor is not None and not (owner.kind in ("igo", "bloc") and noun.bodies[0].suffix == "GOV"):
                return self._decide(mention, actor.actor_id, "nominal.body", 0.85)
        if owner.kind == "armed_group" and not noun.offices and noun.sectors & {"MIL", *_FIGHTING}:
            return self._decide(mention, owner.actor_id, "nominal.fighters", 0.8)
        if noun.offices and not mention.is_plural:
            return self._take_local_head(mention, words) or self._take_office(mention, noun, owner, words, 0.8)
        return False

    def _take_local_head(self, mention: Mention, words: list[str]) -> bool:
        """The governor or mayor of the state or town that is named: "the Texas governor", "the mayor of London"."""
        name = self.owners.before(mention.first, mention.head) or self.owners.after(mention.last, _OF)
        if name is None or name.actor_id is None:
            return False
        named = self.lexicon.place_of.get(name.actor_id, name.actor_id)
        if named not in self.lexicon.place_kinds:
            return False
        namesakes = (alias.actor_id for alias in self.lexicon.lookup(self.tagged.text[name.start : name.end]))
        places = [named, *(place for place in namesakes if self.lexicon.place_kinds.get(place) == "state")]
        noun = " ".join(self.tagged.lowers[noun_of(self.tagged, mention, self.lexicon)[1] : mention.last])
        head = find_local_head(self.article.day, places, noun, words, self.lexicon)
        return head is not None and self._decide(mention, head.actor_id, "office.on_date", 0.8)

    def _own_body(self, owner: Actor, noun: Noun) -> Actor | None:
        """The body of an owner by the noun: as it is called at home, where that is another one than anywhere else."""
        body = noun.bodies[0]
        own = self.lexicon.institutions.get(body.noun.lower(), {}).get(owner.actor_id, body.suffix)
        return self.lexicon.compose(owner.actor_id, own)

    def _take_office(self, mention: Mention, noun: Noun, owner: Actor, words: list[str], confidence: float) -> bool:
        """The holder: whoever the article names with that office, else whoever held it that day, else the body the office heads."""
        owner = whose_office(owner, noun.offices, self.lexicon)
        office = pick_office(noun.offices, owner.country, owner.actor_id)
        if office is None:
            return False
        ids = {entry.office_id for entry in noun.offices}
        for person_id, offices in self.held.items():
            if words[0] not in _INDEFINITE and any(owner_id == owner.actor_id and office_id in ids for owner_id, office_id in offices):
                return self._decide(mention, person_id, "office.in_article", confidence)
        if is_held_by_many(office, owner):
            mention.office = f"{office.name} of {owner.name}"
            return False
        holder = find_holder(self.article, owner.actor_id, noun.offices, words, self.lexicon)
        mention.office = f"{office.name} of {owner.name}"
        if holder is not None:
            return self._decide(mention, holder.actor_id, "office.on_date", confidence)
        if PAST_WORDS & set(words) or not office.suffix:
            return False
        actor = self.lexicon.compose(owner.actor_id, office.suffix) if owner.kind in _WITH_BODIES else None
        return actor is not None and self._decide(mention, actor.actor_id, "office.body", 0.4)

    # -- without ----------------------------------------------------------------------------------------------------------------

    def _take_up(self, mention: Mention, common: CommonNoun, bodies: tuple[Body, ...], owner: Actor | None) -> bool:
        taken = self.antecedents.taken_up(mention, common, owner, tuple(body.suffix for body in bodies))
        return taken is not None and self._decide(mention, *taken)

    def _take_group(self, mention: Mention, noun_first: int) -> bool:
        """ "The militants" are those of the only armed group that the article has named."""
        if len(self.armed_groups) != 1 or not self._is_plain(mention, noun_first):
            return False
        return self._decide(mention, next(iter(self.armed_groups)), "nominal.fighters", 0.6)

    def _take_implied(self, mention: Mention, noun: Noun, words: list[str]) -> bool:
        """A body or office of nobody named: of the actor that had one before, else of the country that acts here."""
        if noun.bodies and (noun.bodies[0].suffix.split(".")[0] not in _STATE_BODIES or self._lacks_owner(noun.bodies[0], words)):
            return False
        if noun.bodies:
            again = self.last_body.get(noun.bodies[0].suffix) or self.last_phrase.get(words[-1])
            if again is not None:
                return self._decide(mention, again, "nominal.body_again", 0.6)
        holders = [self.last_holder[office.office_id] for office in noun.offices if office.office_id in self.last_holder]
        if holders and not mention.is_plural:
            return self._decide(mention, holders[0], "office.in_article", 0.7)
        if self._is_told_apart(mention):
            return False
        is_bare = mention.last - mention.first == 1 and mention.is_plural
        country = self._country_having(mention, noun) or self.antecedents.country_here(mention, NEAR_WINDOW if is_bare else WINDOW)
        if country is None:
            return False
        if noun.bodies:
            actor = self._own_body(country, noun)
            return actor is not None and self._decide(mention, actor.actor_id, "nominal.body_of_context", 0.5)
        return not mention.is_plural and words[0] == "the" and self._take_office(mention, noun, country, words, 0.5)

    def _country_having(self, mention: Mention, noun: Noun) -> Actor | None:
        """The country spoken of here, of those that have a body so called: not every one has a senate."""
        having = self.lexicon.institutions.get(noun.bodies[0].noun.lower()) if noun.bodies else None
        return self.lexicon.country_actor(self.homes.country_at(mention.first, having)) if having is not None else None

    def _lacks_owner(self, body: Body, words: list[str]) -> bool:
        """Whether a thing such as a warship could be anybody's: it is no "the warships" taken up again."""
        return body.is_owned and (words[0] != "the" or body.suffix not in self.last_body)

    def _is_told_apart(self, mention: Mention) -> bool:
        """Whether another noun says which ones are meant: "the news helicopters" are no country's."""
        tagged = self.tagged
        inside = range(mention.first, mention.head)
        return (
            tagged.has_syntax
            and any(
                tagged.heads[position] == mention.head and tagged.deps[position] == COMPOUND and tagged.tags[position] == SINGULAR_NOUN
                for position in inside
            )
            and noun_of(tagged, mention, self.lexicon)[1] == mention.head
        )

    def _take_issuer(self, mention: Mention, words: list[str]) -> None:
        """ "The statement" is its issuer."""
        issuer = self.antecedents.issuer(mention) if words[0] in _DEFINITE else None
        if issuer is not None:
            self._decide(mention, issuer, "nominal.issuer", 0.5)

    # -- nobody in particular ---------------------------------------------------------------------------------------------------

    def _modifiers(self, mention: Mention) -> list[str]:
        """What tells one unnamed group or place from another: "religious" schools. Without any, those named last by the noun are meant."""
        tagged, head = self.tagged, mention.head
        words = [
            tagged.lowers[child]
            for child in tagged.children[head]
            if mention.first <= child < head and tagged.deps[child] in _TELLING_APART and tagged.words[child].isalpha()
        ]
        words = [word for word in words if word not in _INDEFINITE and word not in _PALE_ADJECTIVES]
        noun = tagged.lowers[head]
        if words:
            self.last_modifiers[noun] = words
        return words or (self.last_modifiers.get(noun, []) if tagged.lowers[mention.first] in _DEFINITE else [])

    def _take_generic(self, mention: Mention, noun: Noun, owner: Actor | None) -> bool:
        """Unnamed agents: one actor for one noun (and country)."""
        if self.tagged.lowers[mention.first] in _OTHERS:
            return False
        is_thing = noun.role is None and not noun.bodies and noun.common is not None
        if (
            owner is None
            and not is_thing
            and not noun.sectors & _ANYWHERE
            and _FOREIGN.isdisjoint(self.tagged.lowers[mention.first : mention.last])
        ):
            owner = self._home(mention)
        actor = make_generic(noun, self._modifiers(mention) if is_thing else [], owner)
        if actor is None:
            return False
        self.found.setdefault(actor.actor_id, actor)
        return self._decide(mention, actor.actor_id, "nominal.generic", 0.4)

    def _home(self, mention: Mention) -> Actor | None:
        """The country that unnamed agents are of by the place they are in: "protesters in Iran", and "the protesters" after them."""
        last_word = self.tagged.lowers[mention.last - 1]
        if self.tagged.lowers[mention.first] in _DEFINITE and last_word in self.last_home:
            return self.last_home[last_word]
        place = self.owners.after(mention.last, _HOME_LINKS)
        actor = self._actor(place) if place is not None else None
        if actor is None or actor.kind not in ("country", "territory", "place", "government") or not actor.country:
            self.last_home.pop(last_word, None)
            return None
        home = self.lexicon.country_actor(actor.country)
        if home is not None:
            self.last_home[last_word] = home
        return home

    def _actor(self, mention: Mention) -> Actor | None:
        if mention.actor_id is None:
            return None
        return self.lexicon.actor(mention.actor_id) or self.found.get(mention.actor_id)

    # -- the rules, each True where it has decided ------------------------------------------------------------------------------

    def by_apposition(self, case: Nominal) -> bool | None:
        return self._take_apposition(case.mention, case.noun) or None

    def by_name_behind(self, case: Nominal) -> bool | None:
        return (case.is_definite and self._take_named(case.mention, case.noun)) or None

    def by_owner(self, case: Nominal) -> bool | None:
        return (case.owner is not None and self._take_owned(case.mention, case.noun, case.owner, case.words)) or None

    def by_antecedent(self, case: Nominal) -> bool | None:
        common, is_plain = case.noun.common, case.is_definite and self._is_plain(case.mention, case.first)
        return (common is not None and is_plain and self._take_up(case.mention, common, case.noun.bodies, case.owner)) or None

    def by_only_group(self, case: Nominal) -> bool | None:
        is_group = case.is_definite and case.mention.is_plural and case.owner is None and bool(case.noun.sectors & _FIGHTING)
        return (is_group and self._take_group(case.mention, case.first)) or None

    def by_title(self, case: Nominal) -> bool | None:
        titled = self.last_titled.get(case.words[-1])
        if titled is None or not case.is_definite or case.mention.is_plural or case.owner is not None:
            return None
        return self._decide(case.mention, titled, "office.titled_so", 0.7)

    def by_country_here(self, case: Nominal) -> bool | None:
        words = case.words
        is_open = words[0] not in _INDEFINITE and words[0] not in _POSSESSIVE and words[-1] not in VAGUE_OFFICES
        is_body = bool(case.noun.bodies or case.noun.offices)
        return (case.owner is None and is_open and is_body and self._take_implied(case.mention, case.noun, words)) or None

    def by_kind(self, case: Nominal) -> bool | None:
        return self._take_generic(case.mention, case.noun, case.owner) or None


#: Whom a description means, in the order in which it is asked. Each decides by a rule of its own id or of one told in its sentence.
NOMINAL_RULES: tuple[Rule[[Nominals, Nominal], bool], ...] = (
    Rule(
        "nominal.apposition", "The name that stands beside it.",
        (Example("They met a lawyer, Anna Berg, in May.", "a lawyer", "PER.anna-berg"),), Nominals.by_apposition,
    ),
    Rule(
        "nominal.named", "The place whose name follows \"of\".",
        (Example("They left the city of Lyon.", "the city", "PLACE.lyon"),), Nominals.by_name_behind,
    ),
    Rule(
        "nominal.body", "The body, office or fighters of the owner that is told.",
        (Example("The Russian foreign ministry answered.", "The Russian foreign ministry", "RUS.GOV.MFA"),), Nominals.by_owner,
    ),
    Rule(
        "nominal.*", "The actor named before that the noun takes up.",
        (Example("NATO met on Monday. The alliance sent troops.", "The alliance", "IGO.NATO"),), Nominals.by_antecedent,
    ),
    Rule(
        "nominal.fighters", "The only armed group that the text has named.",
        (Example("Boko Haram attacked a village. The militants fled.", "The militants", "ARMED.BOKOHARAM"),), Nominals.by_only_group,
    ),
    Rule(
        "office.titled_so", "The person to whom the text has given the title.",
        (Example("Labour Minister Anna Berg spoke. The minister left.", "The minister", "PER.anna-berg"),), Nominals.by_title,
    ),
    Rule(
        "nominal.body_of_context", "A body or office of the owner that had one before, else of the country that acts here.",
        (Example("Russia attacked. The foreign ministry was silent.", "The foreign ministry", "RUS.GOV.MFA"),),
        Nominals.by_country_here,
    ),
    Rule(
        "nominal.generic", "Unnamed agents of one kind.",
        (Example("Analysts were surprised.", "Analysts", "GENERIC.analysts"),), Nominals.by_kind,
    ),
)  # fmt: skip
