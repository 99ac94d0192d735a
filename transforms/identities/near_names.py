"""Names that are nearly those of known persons: one slip in the given name, "Kristen" for "Kirsten"."""

from collections.abc import Sequence

from transforms.folding import fold
from transforms.lexicon import Lexicon

#: Words of the shortest name with a given one, and letters of the shortest given name of which one is a slip rather than another name.
_WHOLE, _SHORTEST_GIVEN = 2, 5


def known_misspelt(words: Sequence[str], lexicon: Lexicon) -> str | None:
    """The only person of the lexicon with these surnames whose given name is one slip away: "Kristen" for "Kirsten"."""
    if len(words) < _WHOLE or len(words[0]) < _SHORTEST_GIVEN:
        return None
    given, rest = words[0].lower(), [word.lower() for word in words[1:]]
    bearers = [
        bearer
        for bearer in lexicon.surnames.get(rest[-1], ())
        if (own := fold(lexicon.actors[bearer].name).lower().split())[1:] == rest and _is_slip(given, own[0])
    ]
    return bearers[0] if len(bearers) == 1 and _is_of_one_gender(given, bearers[0], lexicon) else None


def _is_of_one_gender(given: str, actor_id: str, lexicon: Lexicon) -> bool:
    """Whether the printed name can be one of the person's gender."""
    printed, known = lexicon.gender_of_name(given), lexicon.genders.get(actor_id)
    return printed is None or known is None or printed == known


def _is_slip(printed: str, meant: str) -> bool:
    """Whether one letter too many, too few or wrong, or two in the wrong order, part two words that begin alike."""
    if printed == meant or printed[0] != meant[0] or abs(len(printed) - len(meant)) > 1 or len(meant) < _SHORTEST_GIVEN:
        return False
    same = next(
        (place for place, pair in enumerate(zip(printed, meant, strict=False)) if pair[0] != pair[1]), min(len(printed), len(meant))
    )
    left, right = printed[same:], meant[same:]
    is_one_off = left[1:] == right[1:] or left[1:] == right or left == right[1:]
    return is_one_off or (left[:2] == right[1::-1] and left[2:] == right[2:])
