"""Whose body a phrase with a possessive pronoun means: "its foreign ministry", "their troops" belong to whoever it refers to."""

from datetime import date

from transforms.annotations import Mention, TaggedText
from transforms.identities.generics import make_generic, noun_of
from transforms.language import word_class
from transforms.lexicon import Actor, Lexicon

_COUNTERPARTS = word_class("identities.counterparts")
POSSESSIVES = word_class("syntax.possessive_determiners")
_STATE, _SHOWN, _LEADING = word_class("identities.state"), word_class("identities.acts_shown"), word_class("identities.leading_bodies")
#: Actors that act for their country, so that "its" and "his" bodies are the country's.
_OF_STATES = frozenset({"government", "ministry", "agency", "legislature", "armed_force", "place"})


def own_by_pronoun(tagged: TaggedText, nominal: Mention, pronoun: Mention, lexicon: Lexicon, day: date | None) -> None:
    """Give a phrase that opens with a linked possessive pronoun the body of its owner, in place; of persons' things nothing is known.
    A counterpart is whoever holds the owner's office elsewhere on the article's day: "his Iranian counterpart"."""
    noun, _ = noun_of(tagged, nominal, lexicon)
    if noun is None or nominal.actor_id is None or not nominal.actor_id.startswith("GENERIC."):
        return
    if tagged.lowers[nominal.head] in _COUNTERPARTS:
        counterpart = None if nominal.is_plural else _counterpart(nominal.country, pronoun, lexicon, day)
        if counterpart is not None:
            note = f"has the office of {pronoun.name} in {nominal.country}"
            _decide(nominal, counterpart, "office.counterpart", pronoun.confidence, note)
        return
    owner = _owner(pronoun, lexicon)
    if owner is None or _is_no_body(tagged, nominal, pronoun):
        return
    actor: Actor | None = None
    if noun.bodies and not (owner.kind == "igo" and noun.bodies[0].suffix.startswith("GOV")):
        actor, rule = lexicon.compose(owner.actor_id, noun.bodies[0].suffix), "nominal.possessed_body"
    if actor is None and (noun.bodies or noun.offices or noun.role is not None):
        actor, rule = make_generic(noun, [], owner), "nominal.possessed"
    if actor is None:
        return
    _decide(nominal, actor, rule, pronoun.confidence, f"of {owner.name}, which {tagged.words[nominal.first]!r} takes up")


def _is_no_body(tagged: TaggedText, nominal: Mention, pronoun: Mention) -> bool:
    """Whether the noun tells where somebody is from, what he does or who leads a force: "his home state", "his opposition to the plan",
    the leadership of an army."""
    word, behind = tagged.lowers[nominal.head], tagged.lowers[nominal.last : nominal.last + 1]
    if word in _STATE or (word in _SHOWN and behind == ["to"]):
        return True
    return word in _LEADING and pronoun.kind in ("armed_force", "person")  # "his leadership" is what he does


def _decide(nominal: Mention, actor: Actor, rule: str, confidence: float, note: str) -> None:
    nominal.mean(actor._replace(sector=actor.sector or nominal.sector), rule, confidence, note)


def _counterpart(country: str | None, pronoun: Mention, lexicon: Lexicon, day: date | None) -> Actor | None:
    """The person with the same office in another country."""
    tenure = lexicon.tenure_on(pronoun.actor_id, day) if pronoun.actor_id is not None else None
    if tenure is None or country is None or country == pronoun.country:
        return None
    same = lexicon.holder(country, [tenure.office_id], day)
    return lexicon.actors.get(same.person_id) if same is not None else None


def _owner(pronoun: Mention, lexicon: Lexicon) -> Actor | None:
    """The state or international organisation behind what the pronoun refers to."""
    actor = lexicon.actor(pronoun.actor_id) if pronoun.actor_id is not None else None
    if actor is not None and actor.kind in ("country", "territory", "igo"):
        return actor
    acts_for_state = pronoun.kind in _OF_STATES or (pronoun.kind == "person" and pronoun.sector == "GOV")
    return lexicon.country_actor(pronoun.country) if acts_for_state else None
