"""Dates and times: where an article names one, and which day, week, month, quarter or year it means.

Expressions are resolved against the day of the article; weekdays and months without a year look back or ahead by the tense of their clause.
Values are ISO 8601 (quarters as 2023-Q2); null where the expression has no calendar value ("recently") or the article has no day.
"""

import re
from collections.abc import Iterator, Sequence

from transforms.annotations import Article, TaggedText, TimeMark
from transforms.times.admission import Admission
from transforms.times.families import TIME_RULES
from transforms.times.patterns import BEGINNING, TimePatterns, time_patterns
from transforms.times.reader import TimeReader
from transforms.times.tense import Tense

_BY_ID = {rule.id: rule for rule in TIME_RULES}
#: Where an expression may begin: at a figure, an apostrophe before figures, or a word; its first letters are kept, and those behind it.
_STARTS = re.compile(rf"(?<![\w$£€#/.-])(?:[\d'’]|([^\W\d_]{{1,{BEGINNING}}})[^\W\d_]*(?=\W{{0,2}}([\d'’]|[^\W\d_]{{1,{BEGINNING}}})?))")
_DIGIT = re.compile(r"\d")
_FIGURES = frozenset("0123456789'’")
#: Characters of the longest trigger, and between the start of an expression and the first word or figure of which each holds one.
_LONGEST_WORD, _REACH = 12, 40
_DIGITS = re.compile(r"\d{4}|\d\s?[ap]\.?m|\d/\d|\d-[a-z]{3}|['’]\d\d|\d(?:st|nd|rd|th)", re.IGNORECASE)


def find_times(article: Article, tagged: TaggedText) -> list[TimeMark]:
    """Expressions of dates and times in text order, with their values."""
    patterns = time_patterns()
    ids = tuple(patterns.rules)
    admission, reader = Admission(tagged), TimeReader(article.day, tagged.text, Tense(tagged))
    marks: list[TimeMark] = []
    for first, last in tagged.sentences:
        landmarks = _landmarks(tagged, first, last, patterns)
        if not landmarks:
            continue
        offset = tagged.starts[first]
        sentence = tagged.text[offset : tagged.ends[last - 1]]
        for found in _expressions(sentence, landmarks, patterns):
            rule_id = ids[int(str(found.lastgroup)[1:])]
            rule, groups = _BY_ID[rule_id], patterns.rules[rule_id].match(sentence, found.start())
            if groups and admission.accepts(rule.id, groups, offset):
                value = rule.value(reader, groups, offset, sentence) if rule.value is not None else None
                marks.append(TimeMark(offset + groups.start(), offset + groups.end(), value, rule.id))
    return marks


def _landmarks(tagged: TaggedText, first: int, last: int, patterns: TimePatterns) -> list[int]:
    """Where in a sentence, in characters from its start, words and figures stand of which each expression holds one."""
    offset, lowers, triggers = tagged.starts[first], tagged.lowers, patterns.triggers
    found = [tagged.starts[place] - offset for place in range(first, last) if lowers[place] in triggers or _DIGIT.search(lowers[place])]
    if found and triggers.isdisjoint(lowers[first:last]) and not _DIGITS.search(tagged.text[offset : tagged.ends[last - 1]]):
        return []
    return found


def _expressions(sentence: str, landmarks: Sequence[int], patterns: TimePatterns) -> Iterator[re.Match[str]]:
    """Matches of any rule from left to right, none inside another; looked for only where one can begin, which most words rule out."""
    end = place = 0
    for start in _STARTS.finditer(sentence):
        begin = start.start()
        while place < len(landmarks) and landmarks[place] + _LONGEST_WORD < begin:
            place += 1
        if place == len(landmarks):
            return
        if begin < end or landmarks[place] > begin + _REACH or not _may_begin(start, patterns):
            continue
        if found := patterns.any.match(sentence, begin):
            yield found
            end = found.end()


def _may_begin(start: re.Match[str], patterns: TimePatterns) -> bool:
    """Whether a word is one of the patterns', and a time by itself or before another of their words, or before a figure."""
    first, second = start[1], start[2]
    if not first:
        return True
    if first.lower() not in patterns.beginnings:
        return False
    return start[0].lower() in patterns.triggers or (second is not None and (second in _FIGURES or second.lower() in patterns.beginnings))
