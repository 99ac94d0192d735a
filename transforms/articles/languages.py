"""Which language a text is in, by its English words or py3langid; too short texts are not guessed at."""

import re

#: Letters below which a guess is worth nothing.
MIN_LETTERS = 100
_SAMPLE_CHARS = 1200
_LETTERS = re.compile(r"[^\W\d_]")
#: Words of English that no other language with Latin letters has in common use. A sixth of its prose is made of them: where they are that
#: common the model need not be asked, which takes fifty times as long.
_ENGLISH = frozenset(
    "the and that with from this which have were their been they said would but not who its about after because before could did does first"
    " how into most new only other our over people she should some than then there these those through two under what when where while you"
    " your".split()
)
_ENGLISH_SHARE = 0.1
_CODE = re.compile(r"([a-zA-Z]{2,3})(?:[-_].*)?$")


def find_language(text: str, declared: str | None = None) -> str | None:
    """ISO 639-1 code; None when the text is too short to tell. What the file declares counts only for such short texts: pages of news sites
    often carry their template's language."""
    sample = text[:_SAMPLE_CHARS]
    is_long = len(sample) == _SAMPLE_CHARS
    if is_long and _is_english(sample):
        return "en"
    if len(_LETTERS.findall(sample)) < MIN_LETTERS:
        return declared_language(declared)
    if not is_long and _is_english(sample):
        return "en"
    from py3langid.langid import classify  # takes 0.2 s to load, which verbs without articles need not spend

    return str(classify(sample)[0])


def _is_english(sample: str) -> bool:
    words = sample.lower().split()
    return sum(map(_ENGLISH.__contains__, words)) >= _ENGLISH_SHARE * len(words)


def declared_language(declared: str | None) -> str | None:
    """The code in "en-GB", "en_US" or "EN"; None for anything else."""
    found = _CODE.match(declared.strip()) if declared else None
    return found[1].lower() if found else None
