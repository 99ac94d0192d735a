"""Whom somebody's words are about, and whom they only name in passing: "Iran lies" is about Iran, "an NBA player" not about the NBA."""

from collections.abc import Sequence

from transforms.annotations import Mention, TaggedText
from transforms.language import word_class
from transforms.language.en.grammar import first_joined
from transforms.language.en.labels import (
    ADVERB,
    AGENT,
    ATTRIBUTE,
    DESCRIBERS,
    JOINED,
    MARKER,
    NOUN_ADVERB,
    OBJECTS,
    POSSESSOR,
    PREPOSITION_OBJECT,
    ROOT,
    SUBJECTS,
)

#: What persons and states act by: "the Obama administration failed" is about Obama.
_ACTED_BY = word_class("speech.acted_by")
#: Prepositions by which something is only compared, listed, or placed in space and time: "states like Ohio", "at the United Nations".
_PASSING = word_class("speech.passing")
#: Behind these a phrase is what is told of, as an object is: "the attack on the ministry's staff".
_AIMS = word_class("acts.target_prepositions")
#: Who talks on an occasion, and what leads to who does.
_OCCASIONS = word_class("speech.talks")
_BETWEEN = word_class("speech.between_whom")
#: How words cite others: "as Twain wrote".
_AS = word_class("speech.as")
_SAYING = word_class("syntax.saying")
_OPENING = frozenset({MARKER, ADVERB})
_OF = word_class("syntax.of")
#: Where words are put rather than what they are about: "wrote on Twitter".
_PLATFORMS = word_class("speech.platforms")
_ON = "on"
_ARGUMENTS = frozenset({*SUBJECTS, *OBJECTS, ATTRIBUTE, ROOT})


def mark_topics(tagged: TaggedText, mentions: Sequence[Mention]) -> None:
    """Set `is_topic` of every mention in somebody's words in place; without syntax nobody knows."""
    if not tagged.has_syntax:
        return
    for mention in mentions:
        if mention.voice is not None:
            mention.is_topic = _is_topic(tagged, mention)


def _is_topic(tagged: TaggedText, mention: Mention) -> bool:
    if mention.layer == "adjectival":
        return False
    head = first_joined(tagged, mention.head, JOINED)
    dep, above = tagged.deps[head], tagged.heads[head]
    if _is_cited(tagged, head) or _stands_on_occasion(tagged, head):
        return False
    if dep == POSSESSOR:
        return _is_told_of(tagged, above)
    if dep in DESCRIBERS:
        return tagged.lowers[above] in _ACTED_BY and _is_told_of(tagged, above)
    if dep != PREPOSITION_OBJECT:
        return dep != NOUN_ADVERB
    if tagged.lowers[above] in _OF:
        return _is_told_of(tagged, tagged.heads[above])
    if tagged.lowers[above] == _ON and tagged.lowers[head] in _PLATFORMS:
        return False
    return tagged.deps[above] == AGENT or tagged.lowers[above] not in _PASSING


def _is_cited(tagged: TaggedText, head: int) -> bool:
    """Whether the words only say who said so before: "as Mark Twain said, it is late"."""
    verb = tagged.heads[head]
    if tagged.deps[head] not in SUBJECTS or tagged.lowers[verb] not in _SAYING:
        return False
    return any(tagged.lowers[child] in _AS and tagged.deps[child] in _OPENING for child in tagged.children[verb] if child < verb)


def _stands_on_occasion(tagged: TaggedText, head: int) -> bool:
    """Whether a name only tells whose talk it was: "a town hall with Hill", "the debate between Hill and Berg"."""
    link = tagged.heads[head]
    is_led = tagged.deps[head] == PREPOSITION_OBJECT and tagged.lowers[link] in _BETWEEN
    return is_led and tagged.lowers[tagged.heads[link]] in _OCCASIONS


def _is_told_of(tagged: TaggedText, noun: int) -> bool:
    """Whether a verb tells something of a noun, and so of whose it is."""
    noun = first_joined(tagged, noun, JOINED)
    dep, above = tagged.deps[noun], tagged.heads[noun]
    return dep in _ARGUMENTS or dep == PREPOSITION_OBJECT and (tagged.deps[above] == AGENT or tagged.lowers[above] in _AIMS)
