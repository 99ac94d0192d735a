"""What was named before and can be meant again: the actor that a common noun refers to, the country that the text is about there."""

from collections.abc import Callable, Container, Sequence

from transforms.annotations import Mention, TaggedText
from transforms.identities.salience import most_present, most_salient
from transforms.language import word_class, word_values
from transforms.language.en.grammar import clause_of
from transforms.language.en.labels import AGENT, DATIVE, OBJECT, PREPOSITION_OBJECT, SUBJECT, SUBJECTS
from transforms.lexicon import Actor, CommonNoun, Lexicon
from transforms.spans import places_between
from warehouse.vocabulary import STATE_KINDS

#: Sentences back in which a noun can take up a name.
WINDOW = 6
NEAR_WINDOW = 1
WIDE_WINDOW = 40
#: Kinds that are taken up over any distance: few of them stand in one article.
_LASTING = frozenset({"igo", "bloc", "party", "ministry", "armed_group", "company", "legislature", "judiciary", "outlet"})
#: Kinds of which a state has several, each with nouns of its own.
_HOUSES = frozenset({"legislature", "judiciary"})
#: What parts of a house are called.
_PARTS = word_class("identities.parts_of_houses")
_SUBJECTS = SUBJECTS
_ARGUMENTS = frozenset({*_SUBJECTS, OBJECT})
#: A country's supreme court.
_SUPREME = ".JUD.SC"
#: Unnamed fighters of these sectors are a group.
_FIGHTERS = frozenset({"REB", "UAF"})
_VAGUE_PLACES = word_class("identities.vague_places")
#: Nouns that take up only what bears them in its name, or is no state, town or wide region.
_LANDFORMS = word_class("identities.landforms")

#: Nouns for states of one form, with the countries that have it.
FORMS_OF_STATE = word_values("identities.forms_of_state", str.split)
#: Whom a noun means, by which rule, how surely.
type Taken = tuple[str, str, float]
_SET_AGAINST = frozenset({OBJECT, DATIVE, PREPOSITION_OBJECT, AGENT})
_SOURCES = frozenset({PREPOSITION_OBJECT, AGENT})
#: What those do of whom a document is.
_ISSUING = word_class("identities.issuing")


class Antecedents:
    """Looks back from a mention; `earlier` grows in text order while an article is read, `names` are all its names."""

    def __init__(
        self,
        tagged: TaggedText,
        lexicon: Lexicon,
        earlier: Sequence[Mention],
        names: Sequence[Mention],
        actor_of: Callable[[Mention], Actor | None],
    ) -> None:
        self.tagged, self.lexicon, self.earlier, self.names, self.actor_of = tagged, lexicon, earlier, names, actor_of

    def taken_up(self, mention: Mention, common: CommonNoun, owner: Actor | None, suffixes: tuple[str, ...] = ()) -> Taken | None:
        """The actor named before that the noun can stand for ("the alliance"), of the owner if one is told ("the ministry in Ankara").
        `suffixes`: the bodies of a state that are called so; "the senate" refers to no lower house."""
        kinds, noun = set(common.kinds), common.noun
        if mention.is_plural or "generic" in kinds:
            return None
        opposed = self._opposed(mention)
        places = {kind.split(":")[1] for kind in kinds if kind.startswith("place:")}
        is_state = bool(kinds & STATE_KINDS) and not places

        so_called = FORMS_OF_STATE.get(noun)

        def may_be(actor: Actor) -> bool:
            is_owners = (owner is None or actor.country == owner.country) and not _is_part_of_house(actor, noun)
            return actor.actor_id not in opposed and is_owners and (so_called is None or actor.country in so_called)

        def fits(candidate: Mention) -> bool:
            actor = self.actor_of(candidate)
            if actor is None or candidate.layer == "pronoun":
                return False
            if actor.actor_id.startswith("GENERIC."):
                return actor.sector in _FIGHTERS and "armed_group" in kinds and candidate.is_plural is True
            if not may_be(actor) or self._is_of_state(actor):
                return False  # a state's government is not "the administration"
            if actor.kind == "place":
                return bool(places) and self._place_fits(actor, places, candidate, noun)
            if suffixes and actor.kind in _HOUSES and not self.lexicon.split_body(actor.actor_id)[1].startswith(suffixes):
                return False
            return actor.kind in kinds and candidate.is_plural is not True

        rule = f"nominal.{noun.replace(' ', '_')}"
        if noun == "court" and (supreme := self._supreme_court(mention, may_be)):
            return supreme, rule, 0.7
        if not places and not kinds & STATE_KINDS and "government" not in kinds and (named := self._named_so(mention, noun, may_be)):
            return named, rule, 0.7
        window = WIDE_WINDOW if kinds & _LASTING else NEAR_WINDOW if noun in _VAGUE_PLACES else WINDOW
        taken = self._salient(mention, fits, window)
        if taken is not None and is_state and not opposed and noun == "country":
            country = self.country_here(mention, window)
            return country.actor_id if country is not None else taken, rule, 0.5
        if taken is None and is_state:
            country = self.country_here(mention, WIDE_WINDOW, so_called)
            return (country.actor_id, "nominal.country_of_context", 0.4) if country is not None else None
        return (taken, rule, 0.6) if taken is not None else None

    def _named_so(self, mention: Mention, noun: str, may_be: Callable[[Actor], bool]) -> str | None:
        """Whose own name has the noun as a word: "the bank" is the Central Bank, "the bureau" the Federal Bureau; "the Senate" is not its
        committee."""

        def is_named_so(candidate: Mention) -> bool:
            actor = self.actor_of(candidate) if candidate.layer == "name" else None
            is_body = actor is not None and actor.kind not in ("person", "place", "generic")
            return actor is not None and is_body and noun in actor.name.lower().split() and may_be(actor)

        return self._salient(mention, is_named_so, WIDE_WINDOW)

    def _supreme_court(self, mention: Mention, may_be: Callable[[Actor], bool]) -> str | None:
        """The court that is called "the Court" with a capital."""

        def is_supreme(candidate: Mention) -> bool:
            actor = self.actor_of(candidate)
            return actor is not None and actor.actor_id.endswith(_SUPREME) and may_be(actor)

        is_capital = self.tagged.words[mention.last - 1][0].isupper()
        return self._salient(mention, is_supreme, WIDE_WINDOW) if is_capital else None

    def country_here(self, mention: Mention, window: int = WINDOW, allowed: Container[str] | None = None) -> Actor | None:
        """The country, of the allowed ones, that is most present at this point: its own name, its government or a body of it."""

        def country_of(candidate: Mention) -> str | None:
            actor = self.actor_of(candidate)
            if actor is None or actor.country not in self.lexicon.actors or actor.kind in ("person", "outlet", "generic", "company"):
                return None
            return actor.country if allowed is None or actor.country in allowed else None

        country = most_present(self.tagged, self.earlier, mention.first, country_of, window)
        return self.lexicon.country_actor(country) if country is not None else None

    def _is_of_state(self, actor: Actor) -> bool:
        """Whether an actor is the government of a federal state or province."""
        place = self.lexicon.place_of.get(actor.actor_id, "")
        return actor.kind == "government" and self.lexicon.place_kinds.get(place) == "state"

    def issuer(self, mention: Mention) -> str | None:
        """Who issued a document: who spoke last, and not who was only told of: "mayors said that Hill should go"."""

        def fits(candidate: Mention) -> bool:
            actor = self.actor_of(candidate)
            return actor is not None and actor.kind not in ("place", "generic") and self._speaks(candidate)

        return self._salient(mention, fits, 2)

    def _speaks(self, candidate: Mention) -> bool:
        """Whether it says something, or stands behind a preposition, as who issued a document does: "a statement from the ministry"."""
        dep = self.tagged.deps[candidate.head]
        return dep in _SOURCES or (dep == SUBJECT and self.tagged.lowers[self.tagged.heads[candidate.head]] in _ISSUING)

    def _salient(self, mention: Mention, fits: Callable[[Mention], bool], window: int) -> str | None:
        taken = most_salient(self.tagged, self.earlier, mention.first, fits, window)
        return taken[0].actor_id if taken is not None else None

    def _opposed(self, mention: Mention) -> set[str]:
        """Actors that the phrase is set against as subject to object: in "the small country depends on Romania" it is not Romania."""
        tagged = self.tagged
        if not tagged.has_syntax or tagged.deps[mention.head] not in _ARGUMENTS:
            return set()
        is_subject = tagged.deps[mention.head] in _SUBJECTS
        others = _SET_AGAINST if is_subject else _SUBJECTS
        sentence, clause = tagged.sentence_of[mention.first], clause_of(tagged, mention.head)
        first, last = places_between(self.names, *tagged.sentences[sentence])
        return {
            str(name.actor_id)
            for name in self.names[first:last]
            if tagged.deps[name.head] in others and clause_of(tagged, name.head) == clause
        }

    def _place_fits(self, actor: Actor, kinds: set[str], candidate: Mention, noun: str) -> bool:
        kind = self.lexicon.place_kinds.get(actor.actor_id)
        if noun in _LANDFORMS and kind not in ("water", "landmark", "area"):
            return noun in actor.name.lower()
        if kind is None:
            return (
                ("city" in kinds and candidate.ner == "GPE")
                or ("region" in kinds and candidate.ner == "LOC")
                or ("landmark" in kinds and candidate.ner == "FAC")
            )
        groups = {"city": "city", "landmark": "landmark"}
        return groups.get(kind, "region") in kinds


def _is_part_of_house(actor: Actor, noun: str) -> bool:
    """Whether the actor is a committee, and the noun the house that it belongs to."""
    return actor.kind == "legislature" and noun not in _PARTS and actor.name.lower().split()[-1] in _PARTS
