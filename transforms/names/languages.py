"""Adjectives of countries that are languages where they stand: "non-English speakers", "he speaks Russian", "a book in French"."""

from transforms.annotations import TaggedText
from transforms.language import word_class
from transforms.language.en.labels import OBJECT, PREPOSITION_OBJECT, SINGULAR_NAME, SINGULAR_NOUN
from transforms.names.name_spans import Span

_NOUNS = word_class("names.language_nouns")
_VERBS = word_class("names.language_verbs")
_LINKS = word_class("names.language_links")
_SINGULARS = frozenset({SINGULAR_NAME, SINGULAR_NOUN})
_SPOKEN = frozenset({PREPOSITION_OBJECT, OBJECT})


def is_language(tagged: TaggedText, span: Span) -> bool:
    """Whether the words beside the adjective make it a language."""
    words, last = tagged.lowers, span.last
    if last < len(words) and words[last] == "-":
        last += 1
    if last < len(words) and words[last] in _NOUNS:
        return True
    before = words[span.first - 1] if span.first else ""
    if before in _VERBS:
        return True
    is_noun = not tagged.has_syntax or tagged.tags[span.first] in _SINGULARS and tagged.deps[span.first] in _SPOKEN
    return before in _LINKS and tagged.has_syntax and is_noun and (last >= len(words) or not tagged.words[last][0].isupper())
