"""The ordinary words of English, as the model's own tables of lemmas know them: what a headline in capitals or title case hides."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from transforms.taggers.models import find_model

#: Parts of speech whose words are hardly ever names; nouns often are.
_NO_NAMES = ("verb", "adj", "adv")
_INDEX, _IRREGULAR, _RULES = "lemma_index", "lemma_exc", "lemma_rules"


class Vocabulary:
    """Asks of words in small letters; an empty one knows none.

    tables: by part of speech the lemmas, the irregular forms, and the pairs of endings that make other forms of lemmas."""

    def __init__(self, tables: Mapping[str, Mapping[str, Any]] | None = None, function_words: frozenset[str] = frozenset()) -> None:
        index, self._irregular, self._rules = ((tables or {}).get(name, {}) for name in (_INDEX, _IRREGULAR, _RULES))
        self._lemmas: dict[str, frozenset[str]] = {part: frozenset(index.get(part, ())) for part in (*_NO_NAMES, "noun")}
        self._function_words = function_words

    def is_function_word(self, word: str) -> bool:
        """Whether it is one of the small words that bind others."""
        return word in self._function_words

    def is_hardly_name(self, word: str) -> bool:
        """Whether it is a form of a verb, an adjective or an adverb."""
        return any(self._is_form(word, part) for part in _NO_NAMES)

    def is_noun(self, word: str) -> bool:
        """Whether it is a form of a noun; towns and countries are among them."""
        return self._is_form(word, "noun")

    def _is_form(self, word: str, part: str) -> bool:
        lemmas = self._lemmas[part]
        if word in lemmas or word in self._irregular.get(part, ()):
            return True
        return any(
            len(word) > len(old) and word.endswith(old) and word[: -len(old)] + new in lemmas for old, new in self._rules.get(part, ())
        )


@cache
def read_vocabulary() -> Vocabulary:
    """The words of the installed model; none where it brings no tables of lemmas. Raises ModuleNotFoundError without a model."""
    from spacy.lang.en.stop_words import STOP_WORDS  # heavy: only for the tier that needs it
    from spacy.lookups import Lookups

    source = find_model().source
    folder = Path(source) if Path(source).exists() else Path(str(__import__(source).__file__)).parent
    found = next(folder.rglob("lemmatizer/lookups/lookups.bin"), None)
    if found is None:
        return Vocabulary()
    lookups = Lookups().from_bytes(found.read_bytes())
    return Vocabulary({name: lookups.get_table(name) for name in (_INDEX, _IRREGULAR, _RULES)}, frozenset(STOP_WORDS))
