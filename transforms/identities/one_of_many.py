"""One member is not the whole: "the Ohio Republican" and "a lifelong Catholic" are persons, "Republicans" is the party; nor are people
the state they live in: "every American" and "Iraqis" are not what "the Americans" and "the Iraqis" agree on."""

from collections.abc import Sequence

from transforms.annotations import Mention, TaggedText
from transforms.language import word_class
from transforms.language.en.inflections import noun_forms
from transforms.language.en.labels import COMPOUND, DETERMINER, SINGULAR_NAME, SINGULAR_NOUN
from transforms.lexicon import Actor, Lexicon

_GROUPS = frozenset({"party", "people"})
_SINGULAR = frozenset({SINGULAR_NAME, SINGULAR_NOUN})
_LANDS = frozenset({"country", "territory"})
#: The body that the people of a country are.
_CITIZENS = "CVL"
#: What stands before somebody of a country: "any American", "a young Macedonian".
_ANYBODY = word_class("identities.anybody")


def read_members(tagged: TaggedText, mentions: Sequence[Mention], lexicon: Lexicon, found: dict[str, Actor]) -> None:
    """Take names of parties and peoples in the singular, with an article of their own, for one unnamed member, put into `found`.

    Names whose plural does not name the same group are names of bodies: "the Likud"."""
    for mention in mentions:
        group = lexicon.actors.get(mention.actor_id or "")
        if mention.layer != "name" or group is None or group.kind not in _GROUPS or mention.last - mention.first > 1:
            continue
        if tagged.tags[mention.head] in _SINGULAR and _has_article(tagged, mention.head) and _is_of_many(tagged, mention, group, lexicon):
            member = Actor(f"GENERIC.members.{group.actor_id}", f"members ({group.name})", "generic", group.country, group.sector)
            found[member.actor_id] = member
            mention.mean(member, "name.one_of_many")


def read_citizens(tagged: TaggedText, mentions: Sequence[Mention], lexicon: Lexicon) -> None:
    """Take the name of a country's people without "the" for its people, in place; with it, it mostly is the state and who acts for it. One
    of them is none of the state either: "any American"."""
    for mention in mentions:
        land = lexicon.actors.get(mention.actor_id or "")
        if mention.layer != "name" or land is None or land.kind not in _LANDS or not _are_people(tagged, mention):
            continue
        citizens = lexicon.actor(f"{land.actor_id}.{_CITIZENS}")
        if citizens is not None:
            mention.decide(citizens.actor_id, "name.citizens", mention.confidence)


def _are_people(tagged: TaggedText, mention: Mention) -> bool:
    if mention.rule == "lexicon.people":
        return not mention.first or tagged.lowers[mention.first - 1] != "the"
    if mention.rule != "lexicon.adjective" or tagged.tags[mention.head] not in _SINGULAR or tagged.deps[mention.head] == COMPOUND:
        return False
    return any(tagged.lowers[child] in _ANYBODY and child < mention.head for child in tagged.children[mention.head])


def _has_article(tagged: TaggedText, head: int) -> bool:
    """Whether the name is no part of another: "the Republican Guard" has its article at the guard."""
    if tagged.deps[head] == COMPOUND:
        return False
    return any(tagged.deps[child] == DETERMINER and child < head for child in tagged.children[head])


def _is_of_many(tagged: TaggedText, mention: Mention, group: Actor, lexicon: Lexicon) -> bool:
    plurals = (form for form in noun_forms(tagged.words[mention.head]) if form != tagged.words[mention.head])
    return any(alias.actor_id == group.actor_id for plural in plurals for alias in lexicon.lookup(plural))
