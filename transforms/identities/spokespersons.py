"""For whom an unnamed spokesperson speaks: "an army spokesman", "a spokeswoman for Hamas" and "its spokesman" are the voice of a body.

Run last, when names, phrases and pronouns have their actors, since each of them can tell the body.
"""

from collections.abc import Sequence

from transforms.annotations import Article, Mention, TaggedText
from transforms.identities.generics import noun_of
from transforms.identities.salience import most_present
from transforms.language import word_class
from transforms.language.en.grammar import pobj_of
from transforms.lexicon import Actor, Lexicon
from warehouse.vocabulary import STATE_KINDS

_OFFICE = "SPOKES"
_LINKS = word_class("identities.spokespersons_links")
#: Bodies that a spokesman cannot be the voice of.
_NO_BODIES = word_class("identities.no_bodies")
#: Articles of one spokesperson among others.
_ONE_OF_MANY = word_class("identities.one_of_many")
#: Nouns that are no body of themselves, and mean one named before.
_MINISTRIES = word_class("identities.ministries")
_SELF = "nominal.spokesperson"
_WINDOW = 6


def speak_for_bodies(article: Article, tagged: TaggedText, mentions: Sequence[Mention], lexicon: Lexicon) -> None:
    """Give unnamed spokespersons, and the pronouns that take them up, the body they speak for; a known holder where just one is meant.

    `mentions` are in text order and change in place."""
    if not any(_is_spokesperson(tagged, mention, lexicon) for mention in mentions):
        return
    voices = _Voices(article, tagged, mentions, lexicon)
    current: dict[str, Mention] = {}  # by the generic actor that pronouns took up
    for place, mention in enumerate(mentions):
        generic = mention.actor_id
        if generic is None or not generic.startswith("GENERIC."):
            continue
        if _is_spokesperson(tagged, mention, lexicon):
            actor = voices.body(mention, place)
            if actor is not None:
                _settle(mention, actor, _SELF)
                current[generic] = mention
            else:
                current.pop(generic, None)
        elif mention.layer == "pronoun" and generic in current:
            voice = lexicon.actor(current[generic].actor_id or "")
            if voice is not None:
                _settle(mention, voice, mention.rule)


def _is_spokesperson(tagged: TaggedText, mention: Mention, lexicon: Lexicon) -> bool:
    if mention.layer != "nominal" or mention.is_plural or mention.actor_id is None or not mention.actor_id.startswith("GENERIC."):
        return False
    noun, _ = noun_of(tagged, mention, lexicon)
    return noun is not None and any(office.office_id == _OFFICE for office in noun.offices)


def _settle(mention: Mention, actor: Actor, rule: str) -> None:
    mention.mean(actor, rule, 0.7)


class _Voices:
    """Looks up, around a spokesperson, the body that is named."""

    def __init__(self, article: Article, tagged: TaggedText, mentions: Sequence[Mention], lexicon: Lexicon) -> None:
        self.article, self.tagged, self.mentions, self.lexicon = article, tagged, mentions, lexicon
        self.at: dict[int, list[Mention]] = {}
        for mention in mentions:
            self.at.setdefault(mention.head, []).append(mention)

    def body(self, mention: Mention, place: int) -> Actor | None:
        """The body in the phrase itself, behind "for", or of whose "its" it is; for "the spokesman" alone, nobody."""
        return self._holder(mention, self._behind(mention) or self._inside(mention, place))

    def _holder(self, mention: Mention, body: Actor | None) -> Actor | None:
        """The one spokesperson that a body has on the article's day ("the Kremlin spokesman"), else the body."""
        if body is None or self.tagged.lowers[mention.first] in _ONE_OF_MANY:
            return body
        tenure = self.lexicon.holder(body.actor_id, [_OFFICE], self.article.day)
        person = self.lexicon.actors.get(tenure.person_id) if tenure is not None else None
        gender = self.lexicon.genders.get(person.actor_id) if person is not None else None
        return body if person is None or (mention.gender in ("f", "m") and gender not in (None, mention.gender)) else person

    def _behind(self, mention: Mention) -> Actor | None:
        """ "A spokesman for the Pentagon"."""
        tagged = self.tagged
        for child in tagged.children[mention.head]:
            if child > mention.head and tagged.lowers[child] in _LINKS and (inner := pobj_of(tagged, child)) is not None:
                return self._of(inner)
        return None

    def _of(self, head: int) -> Actor | None:
        for named in self.at.get(head, ()):
            actor = self.lexicon.actor(named.actor_id) if named.actor_id is not None else None
            if actor is not None and (body := self._as_body(actor)) is not None:
                return body
        return None

    def _as_body(self, actor: Actor) -> Actor | None:
        """The actor as a voice: a country speaks by its government."""
        if actor.kind in STATE_KINDS:
            return self.lexicon.compose(actor.actor_id, "GOV")
        return actor if actor.kind not in _NO_BODIES else None

    def _inside(self, mention: Mention, place: int) -> Actor | None:
        """ "An Israeli army spokesman", "a ministry spokeswoman", "its spokesman": a body's noun with its owner, a name, an owner alone."""
        named: Actor | None = None
        for position in range(mention.head - 1, mention.first - 1, -1):
            for other in self.at.get(position, ()):
                actor = self.lexicon.actor(other.actor_id) if other is not mention and other.actor_id is not None else None
                named = named or actor
        found = self._body_noun(mention)
        if found is not None:
            suffix, noun = found
            if named is not None and named.kind not in _NO_BODIES:
                owner = named.country if named.kind not in ("igo", "bloc") else named.actor_id
                return self.lexicon.compose(owner, suffix) if owner is not None else self._as_body(named)
            return self._again(mention, place, suffix, noun)
        return self._as_body(named) if named is not None else None

    def _body_noun(self, mention: Mention) -> tuple[str, str] | None:
        """Suffix and last word of the longest noun of a body before the head: "foreign ministry" of "foreign ministry spokesman"."""
        lowers = self.tagged.lowers
        for last in range(mention.head, mention.first, -1):
            for _, noun in self.lexicon.nouns_ending(lowers, last, mention.first):
                if noun.bodies:
                    return noun.bodies[0].suffix, lowers[last - 1]
                if noun.common is not None and lowers[last - 1] in _MINISTRIES:
                    return "GOV", lowers[last - 1]
        return None

    def _again(self, mention: Mention, place: int, suffix: str, noun: str) -> Actor | None:
        """The body of that sort named before, else that of the country of which the sentences before speak most."""
        for earlier in reversed(self.mentions[:place]):
            if earlier.actor_id is None or earlier.layer == "adjectival":
                continue
            if self.lexicon.split_body(earlier.actor_id)[1] == suffix or (noun in _MINISTRIES and earlier.kind == "ministry"):
                return self.lexicon.actor(earlier.actor_id)

        def country_of(candidate: Mention) -> str | None:
            return candidate.country if candidate.kind not in ("person", "outlet", "generic", "company") else None

        country = most_present(self.tagged, self.mentions[:place], mention.first, country_of, _WINDOW)
        is_known = country is not None and country in self.lexicon.actors
        return self.lexicon.compose(str(country), suffix) if is_known and noun not in _MINISTRIES else None
