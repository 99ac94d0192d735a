"""The seam to a language: word classes as data, grammar as functions. `en/` is English, and the first.

Code holds structure, not vocabulary: a list of words stands in a CSV file of the language's folder, with its source,
and a user can add to it or take from it without touching code (docs/lexicon.md).
"""

from transforms.language.word_classes import UnknownClassError, WordChange, changed_words, ends_in, override_words, word_class, word_values

__all__ = ["UnknownClassError", "WordChange", "changed_words", "ends_in", "override_words", "word_class", "word_values"]
