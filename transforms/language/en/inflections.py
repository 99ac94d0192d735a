"""English inflection forward, from a base form to the printed forms: dictionaries list base forms, and no lemmatizer undoes them."""

from transforms.language.word_rows import read_word_rows

_ROWS = read_word_rows()
_IRREGULAR = {row.word: row.value.split() for row in _ROWS["inflections.irregular"]}
_VOWELS = "aeiou"
#: Verbs of two syllables and more that double their last letter, their last syllable being stressed.
_DOUBLING = frozenset(row.word for row in _ROWS["inflections.doubling"])


def verb_forms(base: str) -> tuple[str, ...]:
    """The base and its forms; of a phrasal verb ("back down") the first word is inflected."""
    first, _, rest = base.partition(" ")
    forms = (first, *(_IRREGULAR[first] if first in _IRREGULAR else _regular_forms(first)))
    return tuple(f"{form} {rest}" if rest else form for form in dict.fromkeys(forms))


def _regular_forms(base: str) -> tuple[str, ...]:
    if base.endswith("e"):
        ing = base + "ing" if base.endswith(("ee", "ye", "oe")) else base[:-1] + "ing"
        return base + "s", base + "d", (base[:-2] + "ying" if base.endswith("ie") else ing)
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ies", base[:-1] + "ied", base + "ing"
    stem = base + base[-1] if _doubles(base) else base
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh")) else "s"), stem + "ed", stem + "ing"


def _doubles(base: str) -> bool:
    if base in _DOUBLING:
        return True
    vowels = sum(letter in _VOWELS for letter in base)
    return vowels == 1 and len(base) > 2 and base[-1] not in "aeiouwxyhs" and base[-2] in _VOWELS and base[-3] not in _VOWELS


def noun_forms(base: str) -> tuple[str, ...]:
    """A noun and its regular plural."""
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base, base[:-1] + "ies"
    return base, base + ("es" if base.endswith(("s", "x", "z", "ch", "sh")) else "s")
