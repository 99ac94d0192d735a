"""Given names in their long and short forms: "Matt Whitaker" is Matthew Whitaker where nobody of the shorter name is known."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from transforms.folding import fold
from transforms.language import word_values
from transforms.lexicon import Lexicon


def _long_forms(value: str) -> tuple[str, ...]:
    return tuple(value.split())


#: Words of a name that has a second given name.
_WITH_MIDDLE = 3
#: What a nickname stands in.
_QUOTES = "\"'()"
#: Short forms, with the long ones they can stand for.
_NICKNAMES = word_values("identities.nicknames", _long_forms)


@cache
def _short_forms() -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for short, longs in _NICKNAMES.items():
        for long in longs:
            found[long].append(short)
    return found


def without_initials(words: Sequence[str]) -> list[str]:
    """The words of a name but for the initials in its middle."""
    return [word for place, word in enumerate(words) if place in (0, len(words) - 1) or len(word.rstrip(".")) > 1]


def quoted_names(words: Sequence[str]) -> list[str]:
    """The nicknames in quote marks inside a name, in small letters: "Marvin \"Kirk\" Cox"."""
    return [word.strip(_QUOTES).lower() for word in words[1:-1] if word[0] in _QUOTES and word[-1] in _QUOTES]


def nickname_forms(words: Sequence[str]) -> list[str]:
    """The names that differ from these words in the form of the given name alone, initials in the middle left out; of a name with a
    nickname in quote marks those with and without it."""
    if len(words) < 2:
        return []
    given = words[0].lower()
    quoted = quoted_names(words)
    if quoted:
        return [f"{quoted[0].capitalize()} {words[-1]}", f"{words[0]} {words[-1]}"]
    rest = without_initials(words)[1:]
    return [" ".join([form.capitalize(), *rest]) for form in (*_NICKNAMES.get(given, ()), *_short_forms().get(given, ()))]


def known_by_middle_name(words: Sequence[str], lexicon: Lexicon) -> str | None:
    """The only person of the lexicon who goes by the second of three names or its short form: "Addison Mitchell McConnell"."""
    if len(words) < _WITH_MIDDLE or len(words[1].rstrip(".")) == 1:
        return None
    bearers = {alias.actor_id for alias in lexicon.lookup(" ".join(words[1:])) if alias.is_certain}
    known = [actor_id for actor_id in bearers if lexicon.actors[actor_id].kind == "person"]
    return known[0] if len(bearers) == len(known) == 1 else known_by_nickname(words[1:], lexicon)


def known_by_nickname(words: Sequence[str], lexicon: Lexicon) -> str | None:
    """The only person of the lexicon whose name differs from these words in the form of the given name alone. The name is the one under
    which the world knows the person: General Charles Q. Brown is no Charlie Brown."""
    bearers = {alias.actor_id: form for form in nickname_forms(words) for alias in lexicon.lookup(form) if alias.is_certain}
    known = [actor_id for actor_id, form in bearers.items() if fold(lexicon.actors[actor_id].name) == form]
    return known[0] if len(bearers) == 1 and known and lexicon.actors[known[0]].kind == "person" else None
