"""Whether words that look like a time are one: no day stands inside a name, "may" and "march" are verbs too, a number can count things."""

import re

from transforms.annotations import TaggedText
from transforms.language import word_class
from transforms.language.en.labels import (
    COMMON_NOUN_TAGS,
    COMPOUND,
    HELPER,
    NOUN_MODIFIER,
    NUMBER,
    PLURAL_NAME,
    PREPOSITION_OBJECT,
    ROOT,
    SINGULAR_NAME,
    SINGULAR_NOUN,
    SUBJECT,
)

_MONTHS = word_class("times.months")
_WEEKDAYS = word_class("times.weekdays")
_MONTHS_ALSO_WORDS = word_class("times.months_also_words")
_PLACES_OF_A_YEAR = word_class("times.places_of_a_year")
_PLACES_OF_MAY = word_class("times.places_of_may")
_PLACES_OF_A_DAY = word_class("times.places_of_a_day")
#: "Black September", "Bloody Sunday".
_NAME_ADJECTIVES = word_class("times.name_adjectives")
_BODIES_OF_A_DAY = word_class("times.bodies_of_a_day")
#: What is told apart by a number of four digits.
_NUMBERED_THINGS = word_class("times.numbered_things")
_HONORIFICS = word_class("times.honorifics")
_SAYING = word_class("syntax.saying")
#: So many characters behind an expression are looked at for the body that it names.
_BEHIND = 20
_DAY_PART = re.compile(r" (?:Night|Morning|Evening|Afternoon)$")
_VERBAL = frozenset({HELPER, ROOT})
_COUNTED = frozenset({SINGULAR_NOUN, SINGULAR_NAME, PLURAL_NAME})
_NAMES = frozenset({SINGULAR_NAME, PLURAL_NAME})
#: How a month hangs on a name that it is part of: "the July Charter", "the April 6 Youth Movement".
_PARTS_OF_NAMES = frozenset({COMPOUND, NOUN_MODIFIER})
_PERSON = "PERSON"
_MARCH_FOR = re.compile(r" (?:for|on) (?:[A-Z]\w+ ?)+")


def is_called(tagged: TaggedText, position: int) -> bool:
    """Whether a month or weekday is somebody's name here: "Mrs May", "April said"."""
    if position and tagged.lowers[position - 1] in _HONORIFICS:
        return True
    is_alone = position + 1 < len(tagged.words) and tagged.lowers[position + 1] in _SAYING
    return is_alone and tagged.deps[position] == SUBJECT and tagged.heads[position] == position + 1


class Admission:
    """The judgement of one article's expressions."""

    def __init__(self, tagged: TaggedText) -> None:
        self.tagged = tagged
        self._token_at = {start: position for position, start in enumerate(tagged.starts)}

    def accepts(self, rule: str, groups: re.Match[str], offset: int) -> bool:
        """Whether the words of a rule's match are a time in the sentence that begins at `offset`."""
        if self._is_in_name(groups, offset):
            return False
        match rule:
            case "time.month" if groups["month"] in _MONTHS_ALSO_WORDS and not groups["which"]:
                return self._is_month(groups, offset)
            case "time.year":
                return self._is_year(groups, offset)
            case "time.short_year":
                return self._word_before(offset + groups.start()) in _PLACES_OF_A_YEAR
            case "time.day_of_month":
                return self._is_day_of_month(groups, offset)
            case _:
                return True

    def _is_in_name(self, groups: re.Match[str], offset: int) -> bool:
        start, end = offset + groups.start(), offset + groups.end()
        position = next((at for at in self._tokens(start, end) if self._names_a_day(at)), None)
        if position is None:
            return False
        words = self.tagged.words
        if position and words[position - 1] in _NAME_ADJECTIVES and self.tagged.starts[position] == start:
            return True
        if is_called(self.tagged, position) or self._names_a_body(start, end) or self._opens_a_title(start, end):
            return True
        if any(name.first <= position < name.last and name.label == _PERSON for name in self.tagged.names):
            return True
        if not self.tagged.has_syntax:
            return False
        head = self.tagged.heads[position]
        return (
            self.tagged.deps[position] in _PARTS_OF_NAMES
            and head > position
            and self.tagged.starts[head] >= end
            and self.tagged.tags[head] in _NAMES
            and words[head][:1].isupper()
            and words[head] not in _WEEKDAYS
        )

    def _names_a_body(self, start: int, end: int) -> bool:
        """Whether a group or party right behind is named after the day: "the 17 November group"."""
        is_definite = "the " in (self.tagged.text[max(0, start - 4) : start].lower(), self.tagged.text[start : start + 4].lower())
        behind = self.tagged.text[end : end + _BEHIND].split(maxsplit=1)
        return is_definite and behind != [] and behind[0].lower().rstrip(".,;'’s") in _BODIES_OF_A_DAY

    def _opens_a_title(self, start: int, end: int) -> bool:
        """Whether a part of the day in capitals goes on as a title: "Saturday Night Live"."""
        behind = self._token_at.get(end + 1)
        is_title = _DAY_PART.search(self.tagged.text, start, end) is not None
        return is_title and behind is not None and self.tagged.words[behind][0].isupper() and self.tagged.words[behind] not in _MONTHS

    def _tokens(self, start: int, end: int) -> list[int]:
        return [self._token_at[at] for at in range(start, end) if at in self._token_at]

    def _names_a_day(self, position: int) -> bool:
        word = self.tagged.words[position]
        return word in _MONTHS or word in _WEEKDAYS

    def _word_before(self, start: int) -> str:
        before = self.tagged.text[max(0, start - 12) : start].lower().split()
        return before[-1] if before else ""

    def _is_month(self, groups: re.Match[str], offset: int) -> bool:
        """Whether "May" or "March" is the month."""
        position = self._token_at.get(offset + groups.start("month"))
        before = self._word_before(offset + groups.start())
        if before not in _PLACES_OF_MAY and _MARCH_FOR.match(self.tagged.text, offset + groups.end()):
            return False
        if self.tagged.has_syntax and position is not None:
            return self.tagged.tags[position] == SINGULAR_NAME and self.tagged.deps[position] not in _VERBAL
        return before in _PLACES_OF_MAY

    def _is_year(self, groups: re.Match[str], offset: int) -> bool:
        """Whether four digits are a year, not a count."""
        text, start, end = self.tagged.text, offset + groups.start(), offset + groups.end()
        if self._word_before(start) in _NUMBERED_THINGS and text[start - 1 : start] == " ":
            return False  # "Agenda 2030", "flight 1990"
        if groups.end() - groups.start() > 4:
            return True
        position = self._token_at.get(start)
        if position is None:
            return False
        if self.tagged.has_syntax and self.tagged.deps[position] == NUMBER:
            head = self.tagged.heads[position]
            return self.tagged.tags[head] in _COUNTED or head < position
        return self._word_before(start).lstrip("(") in _PLACES_OF_A_YEAR or text[start - 1 : start] in "(," or end == len(text)

    def _is_day_of_month(self, groups: re.Match[str], offset: int) -> bool:
        """ "By the 30th", not "the 30th anniversary"."""
        if self._word_before(offset + groups.start()) not in _PLACES_OF_A_DAY:
            return False
        if groups["which"]:
            return True
        position = self._token_at.get(offset + groups.start("day"))
        if self.tagged.has_syntax and position is not None:
            after = self.tagged.tags[position + 1 : position + 2]
            return self.tagged.deps[position] == PREPOSITION_OBJECT and not COMMON_NOUN_TAGS.intersection(after)
        return not self.tagged.text[offset + groups.end() :].lstrip()[:1].isalpha()
