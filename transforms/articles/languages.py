"""Which language a text is in, by py3langid; too short texts are not guessed at."""

import re

#: Letters below which a guess is worth nothing.
MIN_LETTERS = 100
_SAMPLE_CHARS = 1200
_LETTERS = re.compile(r"[^\W\d_]")
_CODE = re.compile(r"([a-zA-Z]{2,3})(?:[-_].*)?$")


def find_language(text: str, declared: str | None = None) -> str | None:
    """ISO 639-1 code; None when the text is too short to tell. What the file declares counts only for such short texts: pages of news sites
    often carry their template's language."""
    sample = text[:_SAMPLE_CHARS]
    if len(_LETTERS.findall(sample)) < MIN_LETTERS:
        return declared_language(declared)
    from py3langid.langid import classify  # takes 0.2 s to load, which verbs without articles need not spend

    return str(classify(sample)[0])


def declared_language(declared: str | None) -> str | None:
    """The code in "en-GB", "en_US" or "EN"; None for anything else."""
    found = _CODE.match(declared.strip()) if declared else None
    return found[1].lower() if found else None
