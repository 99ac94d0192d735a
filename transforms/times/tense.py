"""Whether the clause around a day looks ahead to it, or tells it in the past.

A weekday or a day without its year is read by its clause (Pustejovsky et al. 2003 leave the choice to the annotator's reading; HeidelTime
takes the tense of the verb before it, Strötgen and Gertz 2010): what is planned, promised, bounded ("until Monday") or told in the plain
present ("polls open on Sunday") lies ahead.
"""

from transforms.annotations import TaggedText
from transforms.language import word_class
from transforms.language.en.labels import (
    BASE_FORM,
    COMMON_NOUN_TAGS,
    DESCRIBERS,
    HELPERS,
    ING_FORM,
    NEGATION,
    NOUN_ADVERB,
    PARTICIPLE,
    PASSIVE_HELPER,
    PAST_FORM,
    PREPOSITION,
    PREPOSITION_OBJECT,
    PRESENT_TAGS,
    ROOT,
    SUBJECT,
    SUBJECTS,
    VERB_TAGS,
)

_FUTURE_WORDS = word_class("syntax.future")
_PLANS = word_class("times.plans")
_BEING = word_class("times.being")
_SAYING = word_class("syntax.saying")
_TO = word_class("syntax.to")
_POSSESSIVE_MARKS = word_class("syntax.possessive_marks")
_PROGRESSIVE = word_class("syntax.present_helpers")
_PERFECT = word_class("times.perfect")
_MODALS = word_class("times.modals")
_DOUBTFUL_MODALS = word_class("times.doubtful_modals")
#: What makes a sentence look ahead where its syntax is unknown.
_ANNOUNCED = word_class("times.announced")
#: "ahead of", "in the run-up to"; "until".
_RUN_UP = word_class("times.run_up")
_LIMITS = word_class("times.limits")
_OF = word_class("syntax.of")
_PURPOSES = word_class("times.purposes")
_PUT_OFF = word_class("times.put_off")
_ALLOWING = word_class("times.allow")
_DIRECTING = word_class("times.directing")
#: What takes place on a day that is known before: an election, a summit.
_SCHEDULED = word_class("times.scheduled")
_TOLD_TAGS = frozenset({PAST_FORM, PARTICIPLE})
_PLANNING = frozenset({*PRESENT_TAGS, *COMMON_NOUN_TAGS})
#: Steps from a day to its verb in "on Monday"; farther off a plain present tells nothing.
_NEAR = 2
_MOST_STEPS = 8


class Tense:
    """The tenses of one article."""

    def __init__(self, tagged: TaggedText) -> None:
        self.tagged = tagged
        self._token_at = {start: position for position, start in enumerate(tagged.starts)}

    def token_at(self, start: int) -> int | None:
        """The token that begins at a character."""
        return self._token_at.get(start)

    def is_ahead(self, start: int, sentence: str, *, is_day: bool = True) -> bool:
        """Whether the clause around a character looks ahead; without syntax, whether the sentence announces something. "For" sets a day,
        but reports on a longer time ("profits for the quarter")."""
        position = self.token_at(start)
        if position is None or not self.tagged.has_syntax:
            return not _ANNOUNCED.isdisjoint(sentence.lower().split())
        way = self._way(position)
        words = [self.tagged.lowers[step] for step in way]
        if not _RUN_UP.isdisjoint(words):
            return True
        if not _POSSESSIVE_MARKS.isdisjoint(self.tagged.lowers[position + 1 : position + 2]):
            is_scheduled = len(words) > 1 and words[1] in _SCHEDULED
            return is_scheduled and self._is_verb(way[-1]) and self._verb_is_ahead(way[-1], is_near=True)
        if any(self._plans(step) for step in way[:-1]):
            return True
        return self._is_bound(way, is_day) or self._end_is_ahead(way)

    def is_past(self, start: int) -> bool:
        """Whether the clause around a character tells in the past what came on that day: its verb's own day, or that of its subject."""
        position = self.token_at(start)
        if position is None or not self.tagged.has_syntax:
            return False
        way = self._way(position)
        verb, hangs = way[-1], [self.tagged.deps[step] for step in way[:-1]]
        path = [dep for dep in hangs if dep not in DESCRIBERS and dep not in (PREPOSITION, PREPOSITION_OBJECT, NOUN_ADVERB)]
        nouns_between = [step for step in way[1:-1] if self.tagged.tags[step] in COMMON_NOUN_TAGS]
        if not all(dep in SUBJECTS for dep in path) or (nouns_between and not path):
            return False
        return self._is_told(verb)

    # ------------------------------------------------------------ the way from a day to its verb

    def _way(self, position: int) -> list[int]:
        """The token, its head, and so on, up to the first verb or the root."""
        tagged, way = self.tagged, [position]
        while not self._is_verb(way[-1]) and tagged.heads[way[-1]] != way[-1] and len(way) <= _MOST_STEPS:
            way.append(tagged.heads[way[-1]])
        return way

    def _is_verb(self, position: int) -> bool:
        tag = self.tagged.tags[position]
        return tag in VERB_TAGS and (tag != PARTICIPLE or self.tagged.lowers[position] not in _PLANS)

    def _plans(self, position: int) -> bool:
        return self.tagged.lowers[position] in _PLANS

    def _is_bound(self, way: list[int], is_day: bool) -> bool:
        """Whether the day bounds or is set by what is told: "has until Monday", "was put off to Monday", "a rally for Monday"."""
        tagged = self.tagged
        links = (step for step in way[1:5] if tagged.deps[step] == PREPOSITION)
        link = next((step for step in links if step in way[1:3] and tagged.lowers[step] not in _OF or tagged.lowers[step] in _LIMITS), None)
        if link is None:
            return False
        verb, word = way[-1], tagged.lowers[link]
        if word in _PURPOSES:
            return is_day
        if not self._is_verb(verb):
            return word in _LIMITS
        if tagged.lowers[verb] in _PUT_OFF:
            return word in _LIMITS or word in _TO
        is_passive = any(tagged.deps[child] == PASSIVE_HELPER for child in tagged.children[verb])
        return (
            word in _LIMITS and (is_passive or tagged.lowers[verb] in _ALLOWING or not self._is_told(verb)) and not self._is_negated(verb)
        )

    def _end_is_ahead(self, way: list[int]) -> bool:
        end = way[-1]
        if self._is_verb(end):
            return self._verb_is_ahead(end, is_near=len(way) <= _NEAR + 1)
        if self._plans(end):
            return True
        # a plain present that was taken for an adjective or a noun: "polls open on Sunday"
        tagged = self.tagged
        subjects = (child for child in tagged.children[end] if tagged.deps[child] == SUBJECT)
        return tagged.deps[end] == ROOT and any(child < end for child in subjects)

    # ------------------------------------------------------------ verbs

    def _verb_is_ahead(self, verb: int, is_near: bool) -> bool:
        """will, plans to, is due, or a plain present ("meets on Monday")."""
        tagged, tag, helpers = self.tagged, self.tagged.tags[verb], self._helpers(verb)
        if not _FUTURE_WORDS.isdisjoint(helpers):
            return True
        if not _MODALS.isdisjoint(helpers) and _PERFECT.isdisjoint(helpers):
            return _DOUBTFUL_MODALS.isdisjoint(helpers) or not self._is_negated(verb)
        if tag == BASE_FORM or not _TO.isdisjoint(helpers):
            return not _TO.isdisjoint(helpers) and self._is_wanted(tagged.heads[verb])
        if tag == ING_FORM:
            return not _PROGRESSIVE.isdisjoint(helpers)
        if tag == PARTICIPLE:
            return is_near and not _PROGRESSIVE.isdisjoint(helpers) and _PERFECT.isdisjoint(helpers)
        if tag in PRESENT_TAGS and tagged.lowers[verb] in _BEING:
            return is_near and self._is_appointed(verb)
        return tag in PRESENT_TAGS and is_near and tagged.lowers[verb] not in _SAYING

    def _is_appointed(self, verb: int) -> bool:
        """ "He is due in court on Tuesday", "the vote is on Sunday"."""
        tagged = self.tagged
        return any(
            tagged.lowers[child] in _PLANS or (tagged.deps[child] == SUBJECT and tagged.lowers[child] in _SCHEDULED)
            for child in tagged.children[verb]
        )

    def _is_wanted(self, head: int) -> bool:
        """Whether an infinitive at this head is still to come: "plans to", "is to", "ordered him to"; "Chile to vote"."""
        tagged = self.tagged
        if tagged.lowers[head] in _PLANS or tagged.lowers[head] in _DIRECTING or tagged.tags[head] in _PLANNING:
            return True
        return tagged.deps[head] == ROOT and tagged.tags[head] not in _TOLD_TAGS

    def _is_told(self, verb: int) -> bool:
        tag, helpers = self.tagged.tags[verb], self._helpers(verb)
        if any(not words.isdisjoint(helpers) for words in (_MODALS, _FUTURE_WORDS, _TO)):
            return False
        return tag == PAST_FORM or (tag == PARTICIPLE and _PROGRESSIVE.isdisjoint(helpers))

    def _helpers(self, verb: int) -> list[str]:
        return [self.tagged.lowers[child] for child in self.tagged.children[verb] if self.tagged.deps[child] in HELPERS]

    def _is_negated(self, verb: int) -> bool:
        return any(self.tagged.deps[child] == NEGATION for child in self.tagged.children[verb])
