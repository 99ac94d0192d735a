"""Things: what is talked of and is no actor. "It" and "they" may take them up, so they stand beside the actors as rivals."""

from collections.abc import Sequence

from transforms.annotations import Mention, TaggedText
from transforms.language import word_class
from transforms.language.en.labels import COMPOUND, DESCRIBERS, NOUN_ADVERB, NOUN_TAGS, PLURAL_TAGS, QUANTIFIER

#: The rule under which a pronoun means no actor.
THING = "pronoun.thing"
#: What the ids of things among actors begin with; no actor's id holds a space.
_ID = "a thing: "
#: Nouns that only tell another word apart, or when: "the *trade* deal", "last *week*".
_NO_HEADS = frozenset({*DESCRIBERS, COMPOUND, NOUN_ADVERB, QUANTIFIER})
_DAYS = word_class("names.days")


def is_thing(mention: Mention) -> bool:
    """Whether it is one of `find_things`."""
    return mention.actor_id is not None and mention.actor_id.startswith(_ID)


def find_things(tagged: TaggedText, mentions: Sequence[Mention]) -> list[Mention]:
    """Nouns that head a phrase and are part of no mention, in text order; a noun that comes again is one thing."""
    taken = {position for mention in mentions for position in range(mention.first, mention.last)}
    return [
        Mention(
            tagged.starts[position], tagged.ends[position], position, position + 1, position, "nominal", "",
            actor_id=f"{_ID}{tagged.lowers[position]}", gender="n", is_plural=tag in PLURAL_TAGS,
        )
        for position, tag in enumerate(tagged.tags)
        if tag in NOUN_TAGS
        and position not in taken
        and tagged.deps[position] not in _NO_HEADS
        and tagged.words[position] not in _DAYS
    ]  # fmt: skip
