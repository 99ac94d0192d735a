"""Readable ids out of names."""

import re
import unicodedata

#: Letters that Unicode does not take apart into a plain letter and an accent.
_PLAIN = str.maketrans(
    {
        "ß": "ss",
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "Đ": "D",
        "ı": "i",
        "æ": "ae",
        "Æ": "Ae",
        "œ": "oe",
        "ə": "a",
        "Ə": "A",
        "þ": "th",
        "ð": "d",
    }
)


def slug(name: str) -> str:
    """The name in ASCII lower case with hyphens: 'Nikol Pashinyan' gives 'nikol-pashinyan', the same in every run.

    A name without any Latin letter keeps its own letters, so that two such names never share one id.
    """
    plain = unicodedata.normalize("NFKD", name.translate(_PLAIN))
    ascii_words = re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode().lower().replace("'", ""))
    words = ascii_words or re.findall(r"\w+", name.lower())
    return "-".join(words) or "unnamed"
