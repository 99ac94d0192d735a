"""One spelling for matching: accents, kinds of apostrophe, hyphens and spaces folded, each folded character knowing where it came from."""

import unicodedata
from functools import lru_cache

_ONE_TO_ONE = {
    "’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "`": "'", "´": "'",
    "-": " ", "‐": " ", "‑": " ", "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\n": " ", "\t": " ", "\r": " ",
    "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ə": "a", "Ə": "A", "ð": "d",
}  # fmt: skip
_TO_MORE = {"ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "þ": "th", "ﬁ": "fi", "ﬂ": "fl"}
#: Characters of a text that is looked up again and again; longer ones are not kept.
_NAME = 60
_DROPPED = ("\u200b", "\u00ad", "\ufeff")


def _fold_character(character: str) -> str:
    if unicodedata.combining(character):
        return ""
    plain = "".join(part for part in unicodedata.normalize("NFD", character) if not unicodedata.combining(part))
    return plain if len(plain) == 1 else character


class _Table(dict[int, str]):
    """A translation table that works out each character when it is first seen."""

    def __missing__(self, code: int) -> str:
        folded = _fold_character(chr(code))
        self[code] = folded
        return folded


_TABLE = _Table({ord(key): value for key, value in {**_ONE_TO_ONE, **_TO_MORE, **dict.fromkeys(_DROPPED, "")}.items()})


def fold(text: str) -> str:
    """The text as aliases are matched: 'Türkiye’s' and "Turkiye's" fold alike; case stays."""
    return _fold_name(text) if len(text) <= _NAME else text.translate(_TABLE)


@lru_cache(1 << 16)
def _fold_name(text: str) -> str:
    return text.translate(_TABLE)


def fold_with_offsets(text: str) -> tuple[str, list[int] | None]:
    """The folded text and, for each of its characters and its end, the position in `text`; None when positions are the same."""
    folded = text.translate(_TABLE)
    if len(folded) == len(text) and (text.isascii() or all(len(_TABLE[ord(character)]) == 1 for character in set(text))):
        return folded, None
    offsets: list[int] = []
    for position, character in enumerate(text):
        offsets += [position] * len(_TABLE[ord(character)])
    offsets.append(len(text))
    return folded, offsets
