"""Given names in their long and short forms: "Matt Whitaker" is Matthew Whitaker where nobody of the shorter name is known."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from transforms.language import word_values
from transforms.lexicon import Lexicon


def _long_forms(value: str) -> tuple[str, ...]:
    return tuple(value.split())


#: Short forms, with the long ones they can stand for.
_NICKNAMES = word_values("identities.nicknames", _long_forms)


@cache
def _short_forms() -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for short, longs in _NICKNAMES.items():
        for long in longs:
            found[long].append(short)
    return found


def nickname_forms(words: Sequence[str]) -> list[str]:
    """The names that differ from these words in the form of the given name alone, initials in the middle left out."""
    if len(words) < 2:
        return []
    given = words[0].lower()
    rest = [word for place, word in enumerate(words[1:], 1) if place == len(words) - 1 or len(word.rstrip(".")) > 1]
    return [" ".join([form.capitalize(), *rest]) for form in (*_NICKNAMES.get(given, ()), *_short_forms().get(given, ()))]


def known_by_nickname(words: Sequence[str], lexicon: Lexicon) -> str | None:
    """The only person of the lexicon whose name differs from these words in the form of the given name alone."""
    aliases = [alias for form in nickname_forms(words) for alias in lexicon.lookup(form)]
    known = {alias.actor_id for alias in aliases if alias.is_certain and lexicon.actors[alias.actor_id].kind == "person"}
    return known.pop() if len(known) == 1 else None
