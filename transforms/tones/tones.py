"""Tone toward a mention, not of the article: what its clause says about it, who does what to whom, and whose words they are.

A weighted sum over the sentence's tone words: near the mention in the dependency tree they count most, in its own reported words least;
the verb it depends on counts by its connotation toward subject or object (Rashkin, Singh and Choi 2016, "Connotation Frames").
The dozen weights per label were fitted once on NewsMTSC (Hamborg and Donnay 2021, MIT licence) and rounded; docs/method.md has the figures.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import exp, sumprod, tanh
from typing import NamedTuple

from transforms.annotations import Article, Mention, TaggedText, TargetTone
from transforms.language import word_class
from transforms.language.en.labels import (
    AGENT,
    APPOSITION,
    CLAUSE_AS_SUBJECT,
    COMPLEMENTS,
    COMPOUND,
    CONJUNCT,
    DATIVE,
    MODIFIERS,
    NEGATION,
    NOUN_MODIFIER,
    OBJECT,
    PASSIVE_SUBJECT,
    PREPOSITION_OBJECT,
    SUBJECT,
    VERB_TAGS,
)
from transforms.rules import Example, Finding
from transforms.tones.cleared import is_cleared
from transforms.tones.tone_words import ToneWords

_NEGATIONS = word_class("tones.negations")
_SPEECH = word_class("syntax.saying")
#: Words of harm: they speak against who does it, not against who suffers it.
_HARMS = word_class("tones.harms")
_SUBJECTS = frozenset((SUBJECT, CLAUSE_AS_SUBJECT))
_OBJECTS = frozenset((OBJECT, PASSIVE_SUBJECT, DATIVE))
_DOERS = frozenset({*MODIFIERS, AGENT})
_BY = word_class("syntax.by")
SATURATION = 1.5
#: Steps in the tree beyond which words are far.
_REACH = 4
_LEANING = frozenset({CONJUNCT, APPOSITION, COMPOUND, NOUN_MODIFIER})


@dataclass(frozen=True, slots=True)
class Weight(Finding):
    """What one feature weighs for a negative and for a positive tone; neutral weighs nothing. An example decides the label of its words."""

    negative: float
    positive: float


#: The features in the order of `ToneJudge.features`. Good and bad are sums of tones, saturated.
TONE_WEIGHTS: tuple[Weight, ...] = (
    Weight(
        "tone.near_good", "Positive words at most two steps away in the dependency tree.",
        (Example("The brilliant Anna Berg left.", "Anna Berg", "positive"),), 1.1, 3.0,
    ),
    Weight("tone.near_bad", "Negative words as near.", (Example("The corrupt Anna Berg left.", "Anna Berg", "negative"),), -2.3, 0.5),
    Weight(
        "tone.middle_good", "Positive words three or four steps away.",
        (Example("Anna Berg wrote of a good friend.", "Anna Berg", "positive"),), 0.5, 2.4,
    ),
    Weight(
        "tone.middle_bad", "Negative words as far away.", (Example("Anna Berg told a terrible lie.", "Anna Berg", "negative"),), -1.7, 0.8,
    ),
    Weight(
        "tone.far_good", "Positive words elsewhere in the sentence.",
        (Example("They saw the house of Anna Berg after the brilliant victory.", "Anna Berg", "positive"),), 0.4, 1.6,
    ),
    Weight(
        "tone.far_bad", "Negative words elsewhere in the sentence.",
        (Example("They saw the house of Anna Berg after the terrible disaster.", "Anna Berg", "negative"),), -1.1, 0.5,
    ),
    Weight(
        "tone.own_good", "Positive words in the speaker's own quotation.",
        (Example("Anna Berg said that the victory was brilliant.", "Anna Berg", "positive"),), -0.1, 2.3,
    ),
    Weight(
        "tone.own_bad", "Negative words in the speaker's own quotation, which say little about the speaker.",
        (Example("Anna Berg said that the crime was terrible.", "Anna Berg", "neutral"),), -1.1, 1.0,
    ),
    Weight(
        "tone.as_subject", "What the verb implies about its subject.",
        (Example("Anna Berg murdered them.", "Anna Berg", "negative"),), -3.6, 3.8,
    ),
    Weight(
        "tone.as_object", "What the verb implies about its object.",
        (Example("They praised Anna Berg.", "Anna Berg", "positive"),), -2.6, 2.8,
    ),
    Weight(
        "tone.speaks", "Speakers are mostly described neutrally.",
        (Example("Anna Berg said that the crime was terrible.", "Anna Berg", "neutral"),), -2.4, -0.9,
    ),
    Weight("tone.is_object", "Being an object is a weak sign.", (Example("They met Anna Berg.", "Anna Berg", "neutral"),), 0.0, -0.3),
    Weight("tone.bias", "Without other signs, the tone is neutral.", (Example("Anna Berg arrived.", "Anna Berg", "neutral"),), -0.7, -0.9),
)  # fmt: skip
_NEGATIVE = tuple(weight.negative for weight in TONE_WEIGHTS)
_POSITIVE = tuple(weight.positive for weight in TONE_WEIGHTS)
#: How much rarer tones are among all mentions of an archive than in NewsMTSC, whose sentences were drawn for their tone, in log odds
#: (Saerens, Latinne and Decaestecker 2002, "Adjusting the outputs of a classifier to new a priori probabilities"): with these the mean
#: over the mentions of our own sample articles (tests/articles) is near zero.
RARER_NEGATIVE, RARER_POSITIVE = -1.6, -0.9


class Verdict(NamedTuple):
    """Probability of positive less that of negative, -1 to 1, and the likeliest of the three labels. By words the probabilities are those
    of a mention drawn from an archive, the label is that of a span somebody asks for."""

    tone: float
    label: str


NEUTRAL = Verdict(0.0, "neutral")
#: Judges spans of characters of a text, one verdict each.
type SpanJudge = Callable[[TaggedText, Sequence[tuple[int, int]]], list[Verdict]]


def score_tones(tagged: TaggedText, mentions: Sequence[Mention], judge: SpanJudge, of_speech: SpanJudge | None = None) -> None:
    """Set the tone of every mention that stands for somebody; places that are only places have none, nor has who speaks of himself.
    `of_speech` judges whom somebody's words are about. Who is cleared by them is not spoken ill of."""
    judged = [mention for mention in mentions if mention.reading != "place" and mention.kind != "place" and not _is_own_voice(mention)]
    for asked, is_told in ((judge, False), (of_speech or judge, True)):
        some = [mention for mention in judged if bool(mention.is_topic) == is_told]
        for mention, verdict in zip(some, asked(tagged, [(mention.start, mention.end) for mention in some]), strict=True):
            mention.tone = 0.0 if verdict.tone < 0 and is_cleared(tagged, mention.head) else verdict.tone


def _is_own_voice(mention: Mention) -> bool:
    return mention.voice is not None and mention.voice == mention.actor_id


def score_targets(article: Article, tagged: TaggedText, judge: SpanJudge) -> list[TargetTone]:
    """Tones toward the spans the caller asked for, whatever they name."""
    verdicts = judge(tagged, article.targets)
    return [TargetTone(start, end, verdict.tone, verdict.label) for (start, end), verdict in zip(article.targets, verdicts, strict=True)]


def judge_by_words(words: ToneWords, tagged: TaggedText, spans: Sequence[tuple[int, int]]) -> list[Verdict]:
    """Tones by the words of the sentence; a span without any word is neutral."""
    judge = ToneJudge(tagged, words)
    found = []
    for start, end in spans:
        first, last = bisect_right(tagged.ends, start), bisect_left(tagged.starts, end)
        found.append(judge.judge(first, last, head_of(tagged, first, last)) if first < last else NEUTRAL)
    return found


def head_of(tagged: TaggedText, first: int, last: int) -> int:
    """The token of a span that hangs on something outside it."""
    for position in range(first, last):
        above = tagged.heads[position]
        if above == position or not first <= above < last:
            return position
    return last - 1


class ToneJudge:
    """Tones of spans in one article."""

    def __init__(self, tagged: TaggedText, words: ToneWords) -> None:
        self.tagged = tagged
        self.words = words
        self._sentence_tones: dict[int, list[tuple[int, float]]] = {}
        self._steps: dict[int, dict[int, int]] = {}

    def judge(self, first: int, last: int, head: int) -> Verdict:
        """Tone toward a span of tokens with that head."""
        if not self._tones_of(self.tagged.sentence_of[head]) and not self.governor(head)[1]:
            return NEUTRAL
        values = self.features(first, last, head)
        if not any(values[:10]):
            return NEUTRAL
        negative, positive = sumprod(_NEGATIVE, values), sumprod(_POSITIVE, values)
        label = "neutral" if max(negative, positive) < 0.0 else "positive" if positive > negative else "negative"
        negative, positive = exp(negative + RARER_NEGATIVE), exp(positive + RARER_POSITIVE)
        return Verdict(round((positive - negative) / (1.0 + positive + negative), 3), label)

    def features(self, first: int, last: int, head: int) -> list[float]:
        """Feature values of a target span, in the order of TONE_WEIGHTS."""
        tagged = self.tagged
        verb, relation = self.governor(head)
        tones = self._tones_of(tagged.sentence_of[head])
        distances = self._distances(head, [position for position, _ in tones]) if tones else {}
        own = self._own_words(verb) if relation == "subject" and tagged.lowers[verb] in _SPEECH else (0, 0)
        sums = [0.0] * 8
        for position, tone in tones:
            if first <= position < last or (position == verb and relation):
                continue
            if tone < 0 and tagged.lowers[position] in _HARMS and not self._does(head, position):
                continue
            distance = distances.get(position, 9)
            zone = 6 if own[0] <= position < own[1] else 0 if distance <= 2 else 2 if distance <= 4 else 4
            sums[zone + (tone < 0)] += tone
        negated = self._is_negated(verb) if relation else False
        sign = -0.5 if negated else 1.0
        low = tagged.lowers[verb]
        as_subject = sign * self.words.toward_subject.get(low, 0.0) if relation == "subject" else 0.0
        as_object = sign * self.words.toward_object.get(low, 0.0) if relation == "object" else 0.0
        saturated = (value and tanh(SATURATION * value) for value in sums)
        return [*saturated, as_subject, as_object, float(own != (0, 0)), float(relation == "object"), 1.0]

    def governor(self, head: int) -> tuple[int, str]:
        """(the verb a head depends on, "subject", "object" or "" for anything else)."""
        tagged = self.tagged
        position = head
        for _ in range(4):
            dep, above = tagged.deps[position], tagged.heads[position]
            if dep in _SUBJECTS:
                return above, "subject"
            if dep in _OBJECTS:
                return above, "object"
            if dep == PREPOSITION_OBJECT:
                upper = tagged.heads[above]
                if tagged.deps[above] == AGENT:
                    return upper, "subject"
                return (upper, "object") if tagged.tags[upper] in VERB_TAGS else (upper, "")
            if dep not in _LEANING or above == position:
                return above, ""
            position = above
        return position, ""

    def _does(self, head: int, harm: int) -> bool:
        """Whether somebody does the harm that a noun tells: "Russia's bombing", "the killings by the militia"; not "Gaza's dead"."""
        tagged = self.tagged
        if tagged.lowers[harm] not in self.words.toward_subject:
            return False
        above = tagged.heads[head]
        if tagged.deps[head] == PREPOSITION_OBJECT:
            return tagged.lowers[above] in _BY and tagged.heads[above] == harm
        return above == harm and tagged.deps[head] in _DOERS

    def _distances(self, head: int, positions: Sequence[int]) -> dict[int, int]:
        """Steps in the dependency tree from the head; of the positions, without a tree, by the words between."""
        if not self.tagged.has_syntax:
            return {position: 1 + abs(position - head) // 3 for position in positions}
        return self.steps(head)

    def steps(self, head: int) -> dict[int, int]:
        """Steps in the dependency tree from a word to those within reach."""
        found = self._steps.get(head)
        if found is None:
            found = self._steps[head] = self._walk(head)
        return found

    def _walk(self, head: int) -> dict[int, int]:
        heads, children = self.tagged.heads, self.tagged.children
        steps, frontier = {head: 0}, [head]
        for step in range(1, _REACH + 1):
            following = []
            for position in frontier:
                for neighbour in (heads[position], *children[position]):
                    if neighbour not in steps:
                        steps[neighbour] = step
                        following.append(neighbour)
            frontier = following
        return steps

    def _own_words(self, verb: int) -> tuple[int, int]:
        """Token span of what the subject of a speech verb says: the clause it governs."""
        for child in self.tagged.children[verb]:
            if self.tagged.deps[child] in COMPLEMENTS:
                return self._subtree(child)
        return (0, 0)

    def _subtree(self, position: int) -> tuple[int, int]:
        low = high = position
        stack = [position]
        while stack:
            current = stack.pop()
            low, high = min(low, current), max(high, current)
            stack += self.tagged.children[current]
        return (low, high + 1)

    def _tones_of(self, sentence: int) -> list[tuple[int, float]]:
        """(position, tone after negation) of the sentence's tone words."""
        found = self._sentence_tones.get(sentence)
        if found is None:
            first, last = self.tagged.sentences[sentence]
            lowers, tones = self.tagged.lowers, self.words.tones
            found = []
            for position in range(first, last):
                tone = tones.get(lowers[position])
                if tone:
                    is_negated = any(lowers[before] in _NEGATIONS for before in range(max(first, position - 3), position))
                    found.append((position, -0.6 * tone if is_negated else tone))
            self._sentence_tones[sentence] = found
        return found

    def _is_negated(self, verb: int) -> bool:
        return any(self.tagged.deps[child] == NEGATION for child in self.tagged.children[verb])
