"""Place or power: whether a place name stands for the people who govern or act there, decided by grammar, with the reason."""

from typing import NamedTuple

from transforms.annotations import Mention, TaggedText
from transforms.language import word_class


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
        is_power = is_state and before not in _LOCATIVE and before not in ("to", "from", "of", ",", "the", "for")
        return _judge(is_power, f"follows {before!r}")
    if before in ("v", "v.", "vs", "vs.", "versus"):
        return Reading("power", "party of a case or match")
    for _ in range(8):  # joined and added names are judged as what they are joined to
        if tagged.deps[head] not in ("conj", "appos") or tagged.tags[tagged.heads[head]][:2] != "NN":
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
    if dep == "nsubj":
        return _as_subject(tagged, outside, is_state)
    if dep == "nsubjpass":
        return Reading("place", f"{word} of a place") if word in _PLACE_PASSIVES else Reading("power", f"{word} is done to it")
    if dep == "agent":
        return Reading("power", "agent of a passive")
    if dep == "pobj":
        return _after_preposition(tagged, outside, is_state)
    if dep == "poss":
        is_power = word not in _LAND if is_state else word in _OF_STATES
        return _judge(is_power, f"has {word}")
    if dep in ("dobj", "dative"):
        is_power = (
            word not in _LAND_VERBS
            if is_state
            else word in ("beat", "defeated", "beating", "defeating", "representing", "represented", "accused", "urged", "told")
        )
        return _judge(is_power, f"object of {word}")
    if dep in ("compound", "nmod", "amod"):
        return _judge(word in _MODIFIED_BY_POWERS, f"modifies {word}")
    if dep == "npadvmod" and word in (
        "led",
        "backed",
        "brokered",
        "supported",
        "sponsored",
        "run",
        "controlled",
        "mediated",
        "funded",
        "allied",
    ):
        return Reading("power", f"{word} by it")
    if dep == "appos":
        return _judge(
            is_state and word in ("countries", "nations", "states", "members", "neighbors", "neighbours", "allies", "powers"),
            f"one of the {word}",
        )
    if dep in ("attr", "ROOT") and is_state:
        return _judge(dep == "attr", f"{dep} of {word}")
    return Reading("place", f"{dep or 'word'} of {word}")


def _as_subject(tagged: TaggedText, verb: int, is_state: bool) -> Reading:
    lower = tagged.lowers[verb]
    if lower in ("is", "was", "are", "were", "be", "been", "being", "'s", "remains", "remained", "remain", "became", "becomes", "become"):
        attribute = next((child for child in tagged.children[verb] if tagged.deps[child] in ("attr", "acomp")), None)
        described = tagged.lowers[attribute] if attribute is not None else "where"
        if not is_state or described in _GEOGRAPHIC_WORDS:
            return Reading("place", f"subject of a description: {described}")
        return Reading("power", f"subject of a description: {described}")
    if lower in ("has", "had", "have", "having"):
        owned = next((child for child in tagged.children[verb] if tagged.deps[child] == "dobj"), None)
        thing = tagged.lowers[owned] if owned is not None else ""
        return _judge(is_state and thing not in _LAND, f"has {thing}")
    if lower in (
        "lies",
        "lie",
        "lay",
        "stretches",
        "borders",
        "spans",
        "covers",
        "sits",
        "stands",
        "experienced",
        "experiences",
        "features",
        "enjoys",
        "boasts",
    ):
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
    if word in ("with", "against", "versus", "vs", "v", "by", "despite", "concerning", "without", "upon", "like", "unlike"):
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
            above not in ("left", "leave", "leaving", "bound", "headed", "departed", "sailed", "embarked", "flight", "visa", "set"),
            reason,
        )
    if word == "of":
        return _judge(above in _OF_STATES or above in _RELATIONS, reason)
    if word in ("to", "from"):
        return _judge(above in _DONE_TO or above in _RELATIONS, reason)
    if word in ("towards", "toward", "over", "among", "under", "as", "than", "about"):
        return _judge(word not in ("over", "about") or above in _RELATIONS, reason)
    if word == "on":
        return _judge(
            above in _RELATIONS
            or above
            in ("pressure", "sanctions", "attack", "attacks", "war", "imposed", "tariffs", "embargo", "blame", "depend", "dependent"),
            reason,
        )
    return Reading("place", reason)


_BETWEEN_LANDS = word_class("identities.between_lands")
_PLAYED = word_class("identities.played")
