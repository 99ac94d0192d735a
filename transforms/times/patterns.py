"""The grammar of time expressions: one regular expression a rule, in order of precedence, from the files of the language.

Families and their values follow TimeML's TIMEX3 types DATE and TIME (Pustejovsky et al. 2003, "TimeML: Robust Specification of Event and
Temporal Expressions in Text"); durations ("for two years") and sets ("every Monday") are left out.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from transforms.language import WordChange, changed_words, word_class, word_values
from transforms.language.patterns import read_patterns

#: Printed forms to their numbers, Monday being 0.
MONTHS = word_values("times.months", int)
WEEKDAYS = word_values("times.weekdays", int)
ORDINALS = word_values("times.ordinals", int)
NUMBERS = word_values("times.numbers", int)
#: Words without which no sentence holds a time expression, beside months and weekdays (four-digit numbers and clock times apart).
_TRIGGERS = word_class("times.triggers")


#: Letters by which it is seen that no expression begins at a word.
BEGINNING = 3
_PATTERN_WORDS = re.compile(r"(?<!\\)[A-Za-z]+")


class TimePatterns(NamedTuple):
    """A pattern that finds any expression, its last group named r0, r1, … for the rules in order; a pattern of each rule with its own
    groups; the words in lower case without which no sentence holds one; the first BEGINNING letters of all words of the patterns, with one
    of which each expression begins that begins with a letter."""

    any: re.Pattern[str]
    rules: dict[str, re.Pattern[str]]
    triggers: frozenset[str]
    beginnings: frozenset[str]


def time_patterns() -> TimePatterns:
    """Those of the word classes as they are now."""
    return _compile(changed_words())


@lru_cache(maxsize=1)
def _compile(_: tuple[WordChange, ...]) -> TimePatterns:
    patterns = read_patterns("times")
    nameless = [re.sub(r"\(\?P<\w+>", "(?:", source) for source in patterns.values()]
    branches = "|".join(f"(?P<r{number}>{source})" for number, source in enumerate(nameless))
    triggers = frozenset(word.lower() for word in (*_TRIGGERS, *MONTHS, *WEEKDAYS))
    words = (word.lower() for source in nameless for word in _PATTERN_WORDS.findall(source))
    return TimePatterns(
        re.compile(rf"(?<![\w$£€#/.-])(?:{branches})"),
        {rule: re.compile(source) for rule, source in patterns.items()},
        triggers,
        frozenset(word[:BEGINNING] for word in words),
    )
