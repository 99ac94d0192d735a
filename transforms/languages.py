"""Which language a text is in, by py3langid; too short texts are not guessed at."""

import re
from functools import cache
from typing import Any

#: Letters below which a guess is worth nothing.
MIN_LETTERS = 60
_SAMPLE_CHARS = 2000
_LETTERS = re.compile(r"[^\W\d_]")
_CODE = re.compile(r"([a-zA-Z]{2,3})(?:[-_].*)?$")


def find_language(text: str, declared: str | None = None) -> str | None:
    """ISO 639-1 code; None when the text is too short to tell. What the file declares counts only for such short texts: pages of news sites
    often carry their template's language."""
    sample = text[:_SAMPLE_CHARS]
    if len(_LETTERS.findall(sample)) < MIN_LETTERS:
        return declared_language(declared)
    code, _ = _identifier().classify(sample.casefold() if sample.isupper() else sample)
    return str(code)


def declared_language(declared: str | None) -> str | None:
    """The code in "en-GB", "en_US" or "EN"; None for anything else."""
    found = _CODE.match(declared.strip()) if declared else None
    return found[1].lower() if found else None


@cache
def _identifier() -> Any:  # noqa: ANN401 - py3langid has no types
    from py3langid import langid  # a second of loading that only flows with articles need

    return langid.LanguageIdentifier.from_pickled_model(langid.MODEL_FILE) if hasattr(langid, "MODEL_FILE") else langid
