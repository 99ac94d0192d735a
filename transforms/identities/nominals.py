"""Which actor a common-noun phrase means: a body of a country, the holder of an office, an actor named before, or unnamed agents."""

from dataclasses import dataclass, field

from transforms.annotations import Article, Mention, TaggedText
from transforms.identities.offices import PAST_WORDS, VAGUE_OFFICES, find_holder, implied_owner, pick_office
from transforms.identities.owners import Owners
from transforms.identities.salience import most_salient
from transforms.lexicon import Actor, CommonNoun, Lexicon, Noun
from transforms.names.nominal_spans import STATEMENTS
from warehouse.slugs import slug

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_POSSESSIVE = frozenset({"its", "their", "his", "her", "our", "my", "your"})
_INDEFINITE = frozenset({"a", "an", "another", "some", "any", "many", "several", "no", "every", "each", "few", "most", "more", "other"})
_PALE_ADJECTIVES = frozenset(
    {"new", "small", "large", "big", "whole", "entire", "own", "same", "first", "last", "only", "local", "former", "current", "top"}
)
#: Sentences back in which a noun can take up a name.
_WINDOW = 6
_WIDE_WINDOW = 40
#: Kinds that are taken up over any distance: few of them stand in one article.
_LASTING = frozenset({"igo", "bloc", "party", "ministry", "armed_group", "company", "legislature", "judiciary", "outlet"})
#: Bodies of which a text can speak without naming the country; "people" and "schools" are any country's.
_STATE_BODIES = frozenset({"GOV", "MIL", "COP", "LEG", "JUD", "SPY", "OPP", "REB"})
_STATES = frozenset({"country", "territory"})


@dataclass
class Nominals:
    """The state of one article while its nominals are resolved in text order."""

    article: Article
    tagged: TaggedText
    lexicon: Lexicon
    owners: Owners
    found: dict[str, Actor]
    held: dict[str, set[tuple[str, str]]]
    earlier: list[Mention] = field(default_factory=list)
    last_body: dict[str, str] = field(default_factory=dict)  # by suffix: the body of that sort named last
    last_modifiers: dict[str, list[str]] = field(default_factory=dict)
    last_holder: dict[str, str] = field(default_factory=dict)  # by office: the person named last who has it

    def resolve(self, mentions: list[Mention]) -> None:
        """Give each nominal its actor; mentions must be in text order."""
        for mention in mentions:
            if mention.layer == "nominal":
                self._resolve(mention)
            if mention.layer != "pronoun":
                self._remember(mention)

    def _remember(self, mention: Mention) -> None:
        self.earlier.append(mention)
        if mention.actor_id is None:
            return
        if "." in mention.actor_id and mention.layer != "adjectival":
            self.last_body[self.lexicon.split_body(mention.actor_id)[1]] = mention.actor_id
        for _, office_id in self.held.get(mention.actor_id, ()):
            self.last_holder[office_id] = mention.actor_id

    def _resolve(self, mention: Mention) -> None:
        if mention.actor_id is not None:
            return
        noun, first = self._noun_of(mention)
        words = self.tagged.lowers[mention.first : mention.last]
        if noun is None:
            if words[-1] in STATEMENTS:
                self._take_issuer(mention, words)
            return
        if self._take_apposition(mention, noun):
            return
        owner = self._owner(mention, noun, first)
        if owner is not None and self._take_owned(mention, noun, owner, words):
            return
        is_definite = words[0] in _DEFINITE
        if is_definite and noun.common is not None and self._is_plain(mention, first) and self._take_up(mention, noun.common):
            return
        is_open = words[0] not in _INDEFINITE and words[0] not in _POSSESSIVE and words[-1] not in VAGUE_OFFICES
        if owner is None and is_open and (noun.bodies or noun.offices) and self._take_implied(mention, noun, words):
            return
        self._take_generic(mention, noun, owner)

    def _take_apposition(self, mention: Mention, noun: Noun) -> bool:
        """The name that stands beside: "a lawyer, Kendrick Moxon", "Valeska Paris, an Australian woman"."""
        tagged = self.tagged
        if not tagged.has_syntax:
            return False
        beside = [
            child for child in tagged.children[mention.head] if tagged.deps[child] == "appos" and mention.last <= child < mention.last + 9
        ]
        if tagged.deps[mention.head] == "appos" and tagged.heads[mention.head] < mention.first:
            beside.append(tagged.heads[mention.head])
        for position in beside:
            name = self.owners.name_at(position)
            if name is None or name.actor_id is None or name.head != position or mention.is_plural:
                continue
            is_personal = bool(noun.offices) or noun.role is not None or (noun.common is not None and "generic" in noun.common.kinds)
            if (name.ner == "PERSON") == is_personal:
                return self._settle(mention, name.actor_id, "nominal.apposition", 0.8)
        return False

    def _is_plain(self, mention: Mention, noun_first: int) -> bool:
        """Whether nothing but pale adjectives tells which one is meant, so that it must have been named before."""
        between = self.tagged.lowers[mention.first + 1 : noun_first]
        follows = self.tagged.lowers[mention.last] if mention.last < len(self.tagged.words) else ""
        return all(word in _PALE_ADJECTIVES for word in between) and follows not in ("of", "that", "who", "which", "whose")

    def _noun_of(self, mention: Mention) -> tuple[Noun | None, int]:
        lowers = self.tagged.lowers
        for size in self.lexicon.noun_lengths.get(lowers[mention.last - 1], ()):
            first = mention.last - size
            if first >= mention.first:
                noun = self.lexicon.nouns.get(" ".join(lowers[first : mention.last]))
                if noun is not None:
                    return noun, first
        return None, mention.first

    def _owner(self, mention: Mention, noun: Noun, noun_first: int) -> Actor | None:
        named = self.owners.before(mention.first, max(noun_first, mention.head)) or self.owners.after(mention.last, frozenset({"of"}))
        owner_id = self.owners.owner_id(named) if named is not None else implied_owner(noun.offices)
        return (self.lexicon.actor(owner_id) or self.found.get(owner_id)) if owner_id is not None else None

    def _settle(self, mention: Mention, actor_id: str, rule: str, confidence: float) -> bool:
        mention.actor_id, mention.rule, mention.confidence = actor_id, rule, confidence
        return True

    # -- with an owner ----------------------------------------------------------------------------------------------------------

    def _take_owned(self, mention: Mention, noun: Noun, owner: Actor, words: list[str]) -> bool:
        if noun.bodies and owner.kind in ("country", "territory", "igo", "bloc", "place"):
            actor = self.lexicon.compose(owner.actor_id, noun.bodies[0].suffix)
            if actor is not None and not (owner.kind in ("igo", "bloc") and noun.bodies[0].suffix == "GOV"):
                return self._settle(mention, actor.actor_id, "nominal.body", 0.85)
        if noun.offices and not mention.is_plural:
            return self._take_office(mention, noun, owner, words, 0.8)
        return False

    def _take_office(self, mention: Mention, noun: Noun, owner: Actor, words: list[str], confidence: float) -> bool:
        """The holder: whoever the article names with that office, else whoever held it that day, else the body the office heads."""
        office = pick_office(noun.offices, owner.country, owner.actor_id)
        if office is None:
            return False
        ids = {entry.office_id for entry in noun.offices}
        for person_id, offices in self.held.items():
            if any(owner_id == owner.actor_id and office_id in ids for owner_id, office_id in offices):
                return self._settle(mention, person_id, "office.in_article", confidence)
        holder = find_holder(self.article, owner.actor_id, noun.offices, words, self.lexicon)
        mention.office = f"{office.name} of {owner.name}"
        if holder is not None:
            return self._settle(mention, holder.actor_id, "office.on_date", confidence)
        if PAST_WORDS & set(words) or not office.suffix:
            return False
        actor = self.lexicon.compose(owner.actor_id, office.suffix)
        return actor is not None and self._settle(mention, actor.actor_id, "office.body", 0.4)

    # -- without ----------------------------------------------------------------------------------------------------------------

    def _take_up(self, mention: Mention, common: CommonNoun) -> bool:
        """The actor named before that the noun can stand for ("the alliance")."""
        kinds = set(common.kinds)
        places = {kind.split(":")[1] for kind in kinds if kind.startswith("place:")}

        def fits(candidate: Mention) -> bool:
            actor = self._actor(candidate)
            if actor is None or candidate.layer == "pronoun" or actor.actor_id.startswith("GENERIC."):
                return False
            if actor.kind == "place":
                return bool(places) and self._place_fits(actor, places, candidate)
            return actor.kind in kinds and candidate.is_plural is not True

        if mention.is_plural or "generic" in kinds:
            return False
        window = _WIDE_WINDOW if kinds & _LASTING else _WINDOW
        taken = most_salient(self.tagged, self.earlier, mention.first, fits, window)
        if taken is None and kinds & _STATES:
            country = self._country_here(mention, _WIDE_WINDOW)
            return country is not None and self._settle(mention, country.actor_id, "nominal.country_of_context", 0.4)
        return taken is not None and self._settle(mention, str(taken[0].actor_id), f"nominal.{common.noun.replace(' ', '_')}", 0.6)

    def _place_fits(self, actor: Actor, kinds: set[str], candidate: Mention) -> bool:
        kind = self.lexicon.place_kinds.get(actor.actor_id)
        if kind is None:
            return (
                ("city" in kinds and candidate.ner == "GPE")
                or ("region" in kinds and candidate.ner == "LOC")
                or ("landmark" in kinds and candidate.ner == "FAC")
            )
        groups = {"city": "city", "landmark": "landmark"}
        return groups.get(kind, "region") in kinds

    def _take_implied(self, mention: Mention, noun: Noun, words: list[str]) -> bool:
        """A body or office of nobody named: of the actor that had one before, else of the country that acts here."""
        if noun.bodies and noun.bodies[0].suffix.split(".")[0] not in _STATE_BODIES:
            return False
        if noun.bodies:
            again = self.last_body.get(noun.bodies[0].suffix)
            if again is not None:
                return self._settle(mention, again, "nominal.body_again", 0.6)
        holders = [self.last_holder[office.office_id] for office in noun.offices if office.office_id in self.last_holder]
        if holders and not mention.is_plural:
            return self._settle(mention, holders[0], "office.in_article", 0.7)
        country = self._country_here(mention)
        if country is None:
            return False
        if noun.bodies:
            actor = self.lexicon.compose(country.actor_id, noun.bodies[0].suffix)
            return actor is not None and self._settle(mention, actor.actor_id, "nominal.body_of_context", 0.5)
        return not mention.is_plural and words[0] == "the" and self._take_office(mention, noun, country, words, 0.5)

    def _country_here(self, mention: Mention, window: int = _WINDOW) -> Actor | None:
        """The country that is most present at this point: its own name, its government or a body of it."""

        def fits(candidate: Mention) -> bool:
            actor = self._actor(candidate)
            return (
                actor is not None and actor.country in self.lexicon.actors and actor.kind not in ("person", "outlet", "generic", "company")
            )

        taken = most_salient(self.tagged, self.earlier, mention.first, fits, window)
        actor = self._actor(taken[0]) if taken is not None else None
        return self.lexicon.country_actor(actor.country) if actor is not None else None

    def _take_issuer(self, mention: Mention, words: list[str]) -> None:
        """ "The statement" is its issuer: who spoke last."""
        if words[0] not in _DEFINITE:
            return

        def fits(candidate: Mention) -> bool:
            actor = self._actor(candidate)
            return (
                actor is not None
                and actor.kind not in ("place", "generic")
                and self.tagged.deps[candidate.head] in ("nsubj", "pobj", "agent")
            )

        taken = most_salient(self.tagged, self.earlier, mention.first, fits, 2)
        if taken is not None:
            self._settle(mention, str(taken[0].actor_id), "nominal.issuer", 0.5)

    # -- nobody in particular ---------------------------------------------------------------------------------------------------

    def _modifiers(self, mention: Mention) -> list[str]:
        """What tells one unnamed group or place from another: "religious" schools. Without any, those named last by the noun are meant."""
        tagged, head = self.tagged, mention.head
        words = [
            tagged.lowers[child]
            for child in tagged.children[head]
            if mention.first <= child < head and tagged.deps[child] in ("amod", "compound") and tagged.words[child].isalpha()
        ]
        words = [word for word in words if word not in _INDEFINITE and word not in _PALE_ADJECTIVES]
        noun = tagged.lowers[head]
        if words:
            self.last_modifiers[noun] = words
        return words or (self.last_modifiers.get(noun, []) if tagged.lowers[mention.first] in _DEFINITE else [])

    def _take_generic(self, mention: Mention, noun: Noun, owner: Actor | None) -> None:
        """Unnamed agents: one actor for one noun (and country)."""
        if self.tagged.lowers[mention.first] == "another":
            return
        role, common = noun.role, noun.common
        if role is not None:
            actor = Actor(role.generic_id, role.generic_id.removeprefix("GENERIC.").replace("-", " "), "generic", None, role.sector)
        elif noun.bodies:
            body = noun.bodies[0]
            actor = Actor(f"GENERIC.{slug(body.noun)}", body.noun, "generic", None, body.sector)
        elif common is not None:
            is_place = all(kind.startswith("place:") for kind in common.kinds)
            name = " ".join([*self._modifiers(mention), common.noun]) if "generic" not in common.kinds else common.noun
            actor = Actor(f"GENERIC.{slug(name)}", name, "place" if is_place else "generic")
        elif noun.offices:
            actor = Actor(f"GENERIC.{slug(noun.offices[0].name)}", noun.offices[0].name, "generic", None, noun.offices[0].sector)
        else:
            return
        if owner is not None and owner.country and owner.kind in _STATES:
            actor = actor._replace(
                actor_id=f"{actor.actor_id}.{owner.actor_id}", name=f"{actor.name} ({owner.name})", country=owner.country
            )
        self.found.setdefault(actor.actor_id, actor)
        self._settle(mention, actor.actor_id, "nominal.generic", 0.4)

    def _actor(self, mention: Mention) -> Actor | None:
        if mention.actor_id is None:
            return None
        return self.lexicon.actor(mention.actor_id) or self.found.get(mention.actor_id)
