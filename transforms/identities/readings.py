"""Place or power: whether a place name stands for the people who govern or act there, decided by grammar, with the reason."""

from typing import NamedTuple

from transforms.annotations import Mention, TaggedText
from transforms.language import word_class
from transforms.language.en.labels import (
    AGENT,
    APPOSITION,
    ATTRIBUTE,
    DESCRIBERS,
    JOINED,
    NOUN_ADVERB,
    NOUN_TAGS,
    OBJECT,
    OBJECTS,
    PASSIVE_SUBJECT,
    POSSESSOR,
    PREDICATES,
    PREPOSITION_OBJECT,
    SUBJECT,
    UNGOVERNED,
)

#: Words behind which, syntax unknown, a state is hardly the one that acts.
_NO_POWERS_BEHIND = word_class("identities.no_powers_behind")
#: Verbs whose object is a power even where it is a town: "defeated Barcelona".
_MEETING_VERBS = word_class("identities.meeting_verbs")
#: Nouns for several states at once: "allies such as France".
_STATE_NOUNS = word_class("identities.state_nouns")
#: What land and towns do: "Chad lies south of Libya".
_DONE_BY_LAND = word_class("identities.done_by_land")
#: Prepositions behind which a name is somebody one deals with.
_FACING = word_class("identities.facing_prepositions")
#: What is "for" a country as the place one goes to.
_DEPARTURES = word_class("identities.departures")
#: Prepositions of giving and going: which of them it is, the word before tells.
_TRANSFERS = word_class("identities.transfer_prepositions")
#: Prepositions of stance and comparison.
_RELATING = word_class("identities.relating_prepositions")
#: Of these, prepositions of topics: "a quarrel over Kashmir" is about the land.
_TOPICS = word_class("identities.topic_prepositions")
#: What is put "on" those who govern.
_LAID_ON = word_class("identities.laid_on")
_VERSUS = word_class("identities.versus")
_COPULAS = word_class("syntax.copulas")
_HAVING = word_class("syntax.having")
#: Participles behind a hyphen whose first part does it: "the Russia-led alliance".
_LED = word_class("identities.led")


class Reading(NamedTuple):
    """`value` is power or place, `reason` what decided; `is_site` where something stands in, at or around what the name is of."""

    value: str
    reason: str
    is_site: bool = False


#: Of the prepositions of place those that make even a seat of power ("in the Kremlin") a place.
_SITES = word_class("identities.sites")

_LOCATIVE = word_class("identities.locative")
#: Nouns of the mind: "anger in Yerevan" is in the people who govern there.
_ATTITUDES = word_class("identities.attitudes")
#: Nouns of dealings between powers: those named with them act.
_RELATIONS = word_class("identities.relations")
#: Words after which "to", "from" or "for" a state means the state and not its land.
_DONE_TO = word_class("identities.done_to")
#: Nouns of a state as an actor: "the independence of France", "at the request of Cuba".
_OF_STATES = word_class("identities.of_states")
#: What land has: "Russia's coast", "the capital of France".
_LAND = word_class("identities.land")
_GEOGRAPHIC_WORDS = word_class("identities.geographic_words")
_LAND_VERBS = word_class("identities.land_verbs")
_PLACE_PASSIVES = word_class("identities.place_passives")
_MODIFIED_BY_POWERS = word_class("identities.modified_by_powers")


def read_place(tagged: TaggedText, mention: Mention, is_state: bool) -> Reading:
    """`power` or `place` for a place name, and why. A state (or a seat of one) is a power where a town would be a place:
    what is sold to France is sold to those who govern it."""
    head = mention.head
    if _is_dateline(tagged, mention):
        return Reading("place", "dateline")
    before = tagged.lowers[mention.first - 1] if mention.first else ""
    if not tagged.has_syntax:
        is_power = is_state and before not in _LOCATIVE and before not in _NO_POWERS_BEHIND
        return _judge(is_power, f"follows {before!r}")
    if before in _VERSUS:
        return Reading("power", "party of a case or match")
    for _ in range(8):  # joined and added names are judged as what they are joined to
        if tagged.deps[head] not in JOINED or tagged.tags[tagged.heads[head]] not in NOUN_TAGS:
            break
        head = tagged.heads[head]
    return _by_dependency(tagged, head, tagged.deps[head], tagged.heads[head], is_state)


def _judge(is_power: bool, reason: str) -> Reading:
    return Reading("power" if is_power else "place", reason)


_MONTHS = word_class("identities.months")


def _is_dateline(tagged: TaggedText, mention: Mention) -> bool:
    """Whether the name opens a sentence as the place of report: "MOSCOW, April 24 (Reuters) —"."""
    low, high = tagged.sentences[tagged.sentence_of[mention.first]]
    if mention.first != low:
        return False
    after = tagged.words[mention.last] if mention.last < high else ""
    if tagged.words[low].isupper() and (after[:1].isdigit() or after in ("", "(") or after[:3] in _MONTHS):
        return True
    if not tagged.words[low].isupper() and after not in ("(", ","):
        return False
    return any(tagged.words[position] in ("—", "--", "–", "-") for position in range(mention.last, min(mention.last + 9, high)))


def _by_dependency(tagged: TaggedText, head: int, dep: str, outside: int, is_state: bool) -> Reading:
    word = tagged.lowers[outside]
    if dep == SUBJECT:
        return _as_subject(tagged, outside, is_state)
    if dep == PASSIVE_SUBJECT:
        return Reading("place", f"{word} of a place") if word in _PLACE_PASSIVES else Reading("power", f"{word} is done to it")
    if dep == AGENT:
        return Reading("power", "agent of a passive")
    if dep == PREPOSITION_OBJECT:
        return _after_preposition(tagged, outside, is_state)
    if dep == POSSESSOR:
        is_power = word not in _LAND if is_state else word in _OF_STATES
        return _judge(is_power, f"has {word}")
    if dep in OBJECTS:
        is_power = word not in _LAND_VERBS if is_state else word in _MEETING_VERBS
        return _judge(is_power, f"object of {word}")
    if dep in DESCRIBERS:
        return _judge(word in _MODIFIED_BY_POWERS, f"modifies {word}")
    if dep == NOUN_ADVERB and word in _LED:
        return Reading("power", f"{word} by it")
    if dep == APPOSITION:
        return _judge(
            is_state and word in _STATE_NOUNS,
            f"one of the {word}",
        )
    if dep in UNGOVERNED and is_state:
        return _judge(dep == ATTRIBUTE, f"{dep} of {word}")
    return Reading("place", f"{dep or 'word'} of {word}")


def _as_subject(tagged: TaggedText, verb: int, is_state: bool) -> Reading:
    lower = tagged.lowers[verb]
    if lower in _COPULAS:
        attribute = next((child for child in tagged.children[verb] if tagged.deps[child] in PREDICATES), None)
        described = tagged.lowers[attribute] if attribute is not None else "where"
        if not is_state or described in _GEOGRAPHIC_WORDS:
            return Reading("place", f"subject of a description: {described}")
        return Reading("power", f"subject of a description: {described}")
    if lower in _HAVING:
        owned = next((child for child in tagged.children[verb] if tagged.deps[child] == OBJECT), None)
        thing = tagged.lowers[owned] if owned is not None else ""
        return _judge(is_state and thing not in _LAND, f"has {thing}")
    if lower in _DONE_BY_LAND:
        return Reading("place", f"subject of {lower}")
    return Reading("power", f"subject of {lower}")


def _after_preposition(tagged: TaggedText, preposition: int, is_state: bool) -> Reading:
    word = tagged.lowers[preposition]
    above = tagged.lowers[tagged.heads[preposition]]
    reason = f"{above} {word} it"
    if word == "in" and above in _ATTITUDES:
        return Reading("power", reason)
    if word in _LOCATIVE:
        return Reading("place", f"{word} it", word in _SITES)
    if word in _FACING:
        return Reading("power", reason)
    if word == "between":
        return _judge(
            above in _RELATIONS or above in _MODIFIED_BY_POWERS or (is_state and above not in _BETWEEN_LANDS),
            reason,
        )
    if not is_state:
        is_power = above in _RELATIONS or (word == "of" and above in _OF_STATES) or (word == "for" and above in _PLAYED)
        return _judge(is_power, reason)
    if word == "for":
        return _judge(
            above not in _DEPARTURES,
            reason,
        )
    if word == "of":
        return _judge(above in _OF_STATES or above in _RELATIONS, reason)
    if word in _TRANSFERS:
        return _judge(above in _DONE_TO or above in _RELATIONS, reason)
    if word in _RELATING:
        return _judge(word not in _TOPICS or above in _RELATIONS, reason)
    if word == "on":
        return _judge(
            above in _RELATIONS or above in _LAID_ON,
            reason,
        )
    return Reading("place", reason)


_BETWEEN_LANDS = word_class("identities.between_lands")
_PLAYED = word_class("identities.played")
