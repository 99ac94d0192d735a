"""Headlines of two names and what both do, whose verb taggers take for a noun: "Armenia, Azerbaijan exchange fire along border"."""

from collections.abc import Iterator

from transforms.acts.act import Act
from transforms.acts.agents import Agents
from transforms.acts.events import EventPattern, Events
from transforms.annotations import Mention, TaggedText
from transforms.language.en.labels import NAME_TAGS, NOUN_TAGS, VERB_TAGS

#: How far behind the verb the words of its pattern stand: "ink three-year trade deal".
_REACH = 5


def find_pair_acts(tagged: TaggedText, agents: Agents, events: Events) -> Iterator[Act]:
    """One act for each sentence without a verb that begins with two names, a comma between them, and words of an act they do together."""
    for first, last in tagged.sentences:
        if last - first > _REACH and not any(tag in VERB_TAGS for tag in tagged.tags[first:last]):
            act = _read(tagged, agents, events, first, last)
            if act is not None:
                yield act


def _read(tagged: TaggedText, agents: Agents, events: Events, first: int, last: int) -> Act | None:
    one = _name_at(tagged, agents, first, last)
    if one is None or tagged.words[one.last] != ",":
        return None
    other = _name_at(tagged, agents, one.last + 1, last)
    if other is None or tagged.tags[other.last] not in NOUN_TAGS - NAME_TAGS:
        return None
    verb = other.last
    found = _pattern(tagged, events, verb, min(verb + _REACH, last))
    if found is None:
        return None
    pattern, end = found
    return Act(pattern.event, pattern.tone, True, verb, (verb, end), [one], [other], "headline.pair", 0.6)


def _name_at(tagged: TaggedText, agents: Agents, position: int, last: int) -> Mention | None:
    """The name that begins at a word and ends before the last one."""
    named = (agents.by_head.get(head) for head in range(position, last - 1))
    return next((each for each in named if each is not None and each.first == position and each.last < last and each.layer == "name"), None)


def _pattern(tagged: TaggedText, events: Events, verb: int, end: int) -> tuple[EventPattern, int] | None:
    """The pattern of an act of two that the words behind a verb complete, and where they end."""
    for pattern in events.verbs.get(tagged.lowers[verb], ()):
        if not pattern.is_symmetric or not pattern.event or not pattern.rest:
            continue
        places = [next((p for p in range(verb + 1, end) if tagged.lowers[p] in forms), None) for forms in pattern.rest]
        known = [place for place in places if place is not None]
        if len(known) == len(places):
            return pattern, max(known) + 1
    return None
