"""Dates and times: where an article names one, and which day, week, month, quarter or year it means.

Expressions are resolved against the day of the article; weekdays and months without a year look back or ahead by the tense of their clause.
Values are ISO 8601 (quarters as 2023-Q2); null where the expression has no calendar value ("recently") or the article has no day.
"""

import re
from collections.abc import Iterator

from transforms.annotations import Article, TaggedText, TimeMark
from transforms.times.admission import Admission
from transforms.times.families import TIME_RULES
from transforms.times.patterns import BEGINNING, TimePatterns, time_patterns
from transforms.times.reader import TimeReader
from transforms.times.tense import Tense

_BY_ID = {rule.id: rule for rule in TIME_RULES}
#: Where an expression may begin: at a figure, an apostrophe before figures, or a word, of which the first letters are kept.
_STARTS = re.compile(rf"(?<![\w$£€#/.-])(?:[\d'’]|([^\W\d_]{{1,{BEGINNING}}}))")
_DIGITS = re.compile(r"\d{4}|\d\s?[ap]\.?m|\d/\d|\d-[a-z]{3}|['’]\d\d|\d(?:st|nd|rd|th)", re.IGNORECASE)


def find_times(article: Article, tagged: TaggedText) -> list[TimeMark]:
    """Expressions of dates and times in text order, with their values."""
    patterns = time_patterns()
    ids = tuple(patterns.rules)
    admission, reader = Admission(tagged), TimeReader(article.day, tagged.text, Tense(tagged))
    marks: list[TimeMark] = []
    for first, last in tagged.sentences:
        sentence = tagged.text[tagged.starts[first] : tagged.ends[last - 1]]
        if patterns.triggers.isdisjoint(tagged.lowers[first:last]) and not _DIGITS.search(sentence):
            continue
        offset = tagged.starts[first]
        for found in _expressions(sentence, patterns):
            rule_id = ids[int(str(found.lastgroup)[1:])]
            rule, groups = _BY_ID[rule_id], patterns.rules[rule_id].match(sentence, found.start())
            if groups and admission.accepts(rule.id, groups, offset):
                value = rule.value(reader, groups, offset, sentence) if rule.value is not None else None
                marks.append(TimeMark(offset + groups.start(), offset + groups.end(), value, rule.id))
    return marks


def _expressions(sentence: str, patterns: TimePatterns) -> Iterator[re.Match[str]]:
    """Matches of any rule from left to right, none inside another; looked for only where one can begin, which most words rule out."""
    end = 0
    for start in _STARTS.finditer(sentence):
        if start.start() < end or (start[1] and start[1].lower() not in patterns.beginnings):
            continue
        if found := patterns.any.match(sentence, start.start()):
            yield found
            end = found.end()
