"""A bare name that is not the known person's: the words beside it give it to somebody else."""

import re

from transforms.annotations import Mention, TaggedText
from transforms.folding import fold
from transforms.language import word_class
from transforms.lexicon import Lexicon
from transforms.names.name_words import CAPITAL_PARTICLES

#: What leads to a name that nobody knows yet: "a man named Jiang".
_CALLED = word_class("names.called")
#: First words of the names of storms, battles and hunts.
_EVENT_STARTS = word_class("names.event_starts")
#: Titles before a surname that no known politician has: of those who serve, not command.
_LOW_RANKS, _ARMED = word_class("identities.low_ranks"), frozenset({"MIL", "COP", "REB", "SPY"})
#: Numbers of rulers of one name.
_NUMBER = re.compile(r"(?=.)X{0,2}(?:IX|IV|V?I{0,3})")


def is_somebody_else(tagged: TaggedText, mention: Mention, title_gender: str | None, lexicon: Lexicon) -> bool:
    """Whether a single name that the lexicon knows belongs to somebody else: introduced as unknown, with a title of the other gender,
    with a low rank ("Sgt. Hunt"), or with another number than the ruler's ("Queen Elizabeth I")."""
    known = mention.actor_id
    if known is None:
        return False
    gender = lexicon.genders.get(known)
    before = tagged.lowers[mention.first - 1] if mention.first else ""
    if (
        before in _CALLED
        or before in _EVENT_STARTS
        or _is_half_a_name(tagged, mention)
        or is_ranked_below(known, tagged, mention, lexicon)
        or (title_gender and gender and title_gender != gender)
    ):
        return True
    return has_other_number(known, tagged, mention, lexicon)


def is_ranked_below(actor_id: str, tagged: TaggedText, mention: Mention, lexicon: Lexicon) -> bool:
    """Whether a title before the name says that it is nobody the lexicon knows, unless one of those who bear arms."""
    actor = lexicon.actors.get(actor_id)
    title = next((word for word in reversed(tagged.lowers[max(mention.first - 2, 0) : mention.first]) if word != "."), "")
    return actor is not None and actor.sector not in _ARMED and title in _LOW_RANKS


def _is_half_a_name(tagged: TaggedText, mention: Mention) -> bool:
    """Whether a hyphen ties the name to a particle before it: the "Shalom" of "Ben-Shalom"."""
    hyphen = mention.first - 1
    if hyphen < 1 or tagged.words[hyphen] not in ("-", "‑") or tagged.words[hyphen - 1] not in CAPITAL_PARTICLES:
        return False
    return tagged.ends[hyphen - 1] == tagged.starts[hyphen] and tagged.ends[hyphen] == tagged.starts[mention.first]


def has_other_number(actor_id: str, tagged: TaggedText, mention: Mention, lexicon: Lexicon) -> bool:
    """Whether the name ends in a ruler's number, or one follows it, and the actor has another; one whom only his office makes the
    bearer of the name must have it."""
    number = next((word for word in tagged.words[mention.last - 1 : mention.last + 1] if is_number(word)), "")
    if not number:
        return False
    own = {word for alias in lexicon.aliases_of.get(actor_id, ()) for word in fold(alias.form).split() if is_number(word)}
    return number not in own and (bool(own) or mention.actor_id is None)


def is_number(word: str) -> bool:
    """Whether a word is a ruler's number."""
    return _NUMBER.fullmatch(word) is not None
