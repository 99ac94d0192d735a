"""Which phrases stand for somebody who can act or be acted upon: mentions, names of persons and bodies, and nouns for people."""

from collections.abc import MutableSequence, Sequence

from transforms.acts.act import POWERS
from transforms.acts.agent_nouns import GATHERING, NO_PEOPLE, PEOPLE, PEOPLE_ENDINGS
from transforms.annotations import NOBODY, Mention, TaggedText
from transforms.articles.datelines import find_dateline
from transforms.language import ends_in, word_class
from transforms.language.en.grammar import antecedent_of, noun_phrase_start, pobj_of
from transforms.language.en.labels import (
    ADJECTIVE,
    APPOSITION,
    CONJUNCT,
    FIGURE,
    MODIFIERS,
    NAME_TAGS,
    NOUN_TAGS,
    NUMBER,
    OBJECT,
    PASSIVE_SUBJECT,
    PLURAL_NAME,
    PLURAL_NOUN,
    POSSESSOR,
    PREPOSITION_OBJECT,
    SUBJECT,
)
from transforms.names.name_words import LAWS, NAME_LABELS, NO_ACTORS
from transforms.names.nominal_spans import STATEMENTS
from transforms.rules import Step

_ACTING_LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_NOMINAL = frozenset({SUBJECT, PASSIVE_SUBJECT, OBJECT, PREPOSITION_OBJECT})
#: Letters an unknown name has at least.
_SHORTEST = 3
#: Parts of a person that are also people.
_BODIES = word_class("acts.bodies")
#: What leads from a plural to those who share it: "troops of X and Y".
_SHARE_LINKS = word_class("acts.share_links")
#: What stands for people when it is counted: "four others".
_COUNTED = word_class("acts.counted")
#: Numbers that stand for things as often as for people.
_NO_COUNTS = word_class("acts.no_counts")
#: What a capitalised noun may be labelled and still act.
_OPEN_LABELS = frozenset({None, "LOC", "FAC"})
_PLURALS = frozenset({PLURAL_NOUN, PLURAL_NAME, FIGURE})
#: Where a number in figures stands for people: "killed 20".
_FIGURE_SLOTS = frozenset({PASSIVE_SUBJECT, OBJECT})
#: Where one in words does.
_NUMBER_SLOTS = frozenset({SUBJECT, PASSIVE_SUBJECT, OBJECT})


class Agents:
    """Finds the mention of a phrase by its head, and adds one where people are meant that nothing else found."""

    def __init__(self, tagged: TaggedText, mentions: MutableSequence[Mention]) -> None:
        self.tagged = tagged
        self._by_span = {(mention.first, mention.last): mention for mention in reversed(mentions)}
        self.by_head: dict[int, Mention] = {}
        self.covering: dict[int, Mention] = {}
        self.adjectives: dict[int, Mention] = {}
        self.labels: dict[int, str] = {}
        self.added: list[Mention] = []
        self.loud: dict[int, bool] = {}
        self.datelines = [
            (line.start, line.end) for paragraph in tagged.paragraphs if (line := find_dateline(tagged.text, paragraph)) is not None
        ]
        for mention in mentions:
            if self._heads_article(mention.start):
                continue
            if mention.layer == "adjectival":
                self.adjectives[mention.head] = mention
                continue
            known = self.by_head.get(mention.head)
            if known is None or mention.last - mention.first > known.last - known.first:
                self.by_head[mention.head] = mention
            for position in range(mention.first, mention.last):
                self.covering.setdefault(position, mention)
        for name in tagged.names:
            for position in range(name.first, name.last):
                self.labels[position] = name.label

    def _heads_article(self, start: int) -> bool:
        """Whether a place or medium only says where and for whom it was written: nobody who acts."""
        return any(low <= start < high for low, high in self.datelines)

    def at(self, head: int | None, with_places: bool = False) -> Mention | None:
        """The mention that the phrase with this head is; a new nominal when it means people but nobody marked it; else None.

        Nominals of places ("the border") count only `with_places`."""
        if head is None:
            return None
        head = antecedent_of(self.tagged, head)
        known = self.by_head.get(head) or self.covering.get(head)
        if known is not None:
            return known if self._can_act(known, with_places) else None
        lower = self.tagged.lowers[head]
        if self._heads_article(self.tagged.starts[head]):
            return None
        if lower in GATHERING:
            inner = self._gathered(head)
            if inner is not None:
                return (
                    self.by_head.get(inner) or self.covering.get(inner) or (self._add(head, inner) if self._means_people(inner) else None)
                )
        return self._add(head, head) if self._means_people(head) else None

    def _can_act(self, mention: Mention, with_places: bool) -> bool:
        """Not so nominals of places and statements whose issuer nobody knows."""
        if mention.layer != "nominal":
            return True
        if self._is_body(mention.head):
            return False
        if mention.kind == "place":
            return with_places
        return mention.actor_id is not None or self.tagged.lowers[mention.head] not in STATEMENTS

    def _gathered(self, head: int) -> int | None:
        """Who is counted: "dozens of protesters"."""
        children, lowers = self.tagged.children, self.tagged.lowers
        of = next((child for child in children[head] if child > head and lowers[child] == "of"), None)
        return next((child for child in children[of] if self.tagged.deps[child] == PREPOSITION_OBJECT), None) if of is not None else None

    def _means_people(self, head: int) -> bool:
        tag = self.tagged.tags[head]
        if self.tagged.lowers[head] in NO_ACTORS:
            return False
        if tag in NOUN_TAGS or (tag == ADJECTIVE and self.tagged.lowers[head] in PEOPLE and self.tagged.deps[head] in _NOMINAL):
            label = self.labels.get(head)
            lower = self.tagged.lowers[head]
            if tag == PLURAL_NOUN and ends_in(lower, PEOPLE_ENDINGS) and lower not in NO_PEOPLE:
                return True
            if self._is_body(head):
                return False
            if lower in _COUNTED and any(self.tagged.deps[child] == NUMBER for child in self.tagged.children[head]):
                return True  # "killed two and wounded four others"
            return lower in PEOPLE or label in _ACTING_LABELS or (label in _OPEN_LABELS and self._is_unknown_name(head))
        return (
            tag == FIGURE
            and self.tagged.deps[head] in (_FIGURE_SLOTS if self.tagged.lowers[head][0].isdigit() else _NUMBER_SLOTS)
            and self.labels.get(head) not in ("MONEY", "PERCENT", "DATE", "TIME", "QUANTITY")
            and self.tagged.lowers[head] not in _NO_COUNTS
        )

    def _is_body(self, head: int) -> bool:
        """Whether a part of somebody is meant: "shook her head"."""
        return self.tagged.lowers[head] in _BODIES and any(self.tagged.deps[child] == POSSESSOR for child in self.tagged.children[head])

    def _is_unknown_name(self, head: int) -> bool:
        """Whether a capital shows a name that the tagger did not mark: not at the start of a sentence, nor where all words have one."""
        word = self.tagged.words[head]
        is_capital = self.tagged.tags[head] in NAME_TAGS or word.isupper()
        if not is_capital or not word.replace("-", "").isalnum() or word[0].isdigit() or len(word) < _SHORTEST:
            return False
        if word.lower() in LAWS:
            return False
        return head > self.tagged.sentences[self.tagged.sentence_of[head]][0] and not self._is_loud(head)

    def _is_loud(self, head: int) -> bool:
        """Whether the sentence capitalises most of its words, as headlines do: a capital then makes no name."""
        number = self.tagged.sentence_of[head]
        if number not in self.loud:
            first, last = self.tagged.sentences[number]
            words = [word for word in self.tagged.words[first:last] if len(word) > 3 and word.isalpha()]
            self.loud[number] = len(words) > 3 and sum(word[0].isupper() for word in words) > 0.8 * len(words)
        return self.loud[number]

    def _add(self, head: int, inner: int) -> Mention:
        tagged = self.tagged
        first, last = noun_phrase_start(tagged, head), max(head, inner) + 1
        same = self._by_span.get((first, last))
        if same is not None:  # an adjective that the parser takes for an argument: no span is written twice
            self.by_head[head] = same
            return same
        label = self.labels.get(inner)
        label = label if label in NAME_LABELS else None  # a "Family" that the tagger takes for a date is none
        if label in _ACTING_LABELS or tagged.tags[inner] in NAME_TAGS:
            layer, kind, rule = "name", "", "dyad.name"
        else:
            layer, kind, rule, label = "nominal", "generic", "dyad.people", None
        mention = Mention(tagged.starts[first], tagged.ends[last - 1], first, last, head, layer, rule, ner=label, confidence=0.4)
        mention.describe(NOBODY._replace(kind=kind))
        mention.is_plural = tagged.tags[inner] in _PLURALS
        mention.trace.append(Step(rule, layer))
        self.by_head[head] = mention
        self.added.append(mention)
        return mention

    def _sharers(self, head: int, mention: Mention) -> list[Mention]:
        """The other powers whose people a plural means: of "U.S. and Philippine troops", which are those of the Philippines, the U.S."""
        tagged = self.tagged
        if mention.layer != "nominal" or tagged.tags[head] != PLURAL_NOUN or mention.actor_id is None:
            return []
        named: list[Mention] = []
        for child in tagged.children[head]:
            is_before = child < head and tagged.deps[child] in MODIFIERS
            inner = child if is_before else pobj_of(tagged, child) if tagged.lowers[child] in _SHARE_LINKS else None
            while inner is not None:
                power = self.adjectives.get(inner) or self.by_head.get(inner)
                if power is not None and power.actor_id is not None and power.kind in POWERS:
                    named.append(power)
                inner = next((other for other in tagged.children[inner] if tagged.deps[other] == CONJUNCT), None)
        owner = next((power for power in named if power.actor_id in mention.actor_id.split(".") or power.country == mention.country), None)
        return [power for power in named if power is not owner] if owner is not None else []

    def joint(self, head: int | None, with_places: bool = False) -> list[Mention]:
        """The mention of a phrase and of those joined to it by "and"."""
        found: list[Mention] = []
        while head is not None and len(found) < 4:
            mention = self.at(head, with_places)
            if mention is not None and mention not in found:
                found += [mention, *(other for other in self._sharers(head, mention) if other not in found)]
            if self.tagged.lowers[head] in GATHERING and (inner := self._gathered(head)) is not None:
                head = inner  # "a number of Syrians, Iraqis and Afghans"
            head = self._joined(head)
        return found

    def _joined(self, head: int) -> int | None:
        """Who is joined to a phrase, or to the name that ends it: "the agency Glavkosmos and a ministry"."""
        deps, children = self.tagged.deps, self.tagged.children
        named = (child for child in children[head] if deps[child] == APPOSITION and child == head + 1)
        return next((child for holder in (head, *named) for child in children[holder] if deps[child] == CONJUNCT), None)


def merge_added(mentions: MutableSequence[Mention], added: Sequence[Mention]) -> None:
    """Put new mentions into the list where they belong in text order."""
    if added:
        merged = sorted([*mentions, *added], key=lambda mention: (mention.start, -mention.end))
        mentions[:] = merged
