"""Tokens and sentences by rule, no names and no syntax: what phrases are read with."""

import re
from collections.abc import Iterable, Iterator

from transforms.annotations import TaggedText
from transforms.language import word_class
from transforms.taggers import Text
from transforms.taggers.vocabulary import Vocabulary

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}|\d+(?:[.,:]\d+)*%?|[^\W\d_]+(?=['’](?:s|S|re|ve|ll|d|m)\b)|['’](?:s|S|re|ve|ll|d|m)\b|\w+(?:['’]\w+)*|\.{2,}|[^\w\s]"
)
_ABBREVIATIONS = word_class("tagging.abbreviations")
#: Words with which a sentence goes on after an acronym that ends in a stop.
_STARTERS = word_class("tagging.starters")
_ENDS = frozenset(".!?…")
_CLOSERS = frozenset("\"'”’)]")


RULES_VERSION = "rules 1"


class RulesTagger:
    """Tokens and sentences by rule. As good as any for counting."""

    @property
    def version(self) -> str:
        return RULES_VERSION

    @property
    def vocabulary(self) -> Vocabulary:
        return Vocabulary()

    def tag(self, texts: Iterable[Text]) -> Iterator[TaggedText]:
        for text, paragraphs in texts:
            tagged = TaggedText(text, paragraphs, [], [], [], [], [], [], [], [], [], [], False)
            for number, paragraph in enumerate(paragraphs):
                _tag_paragraph(tagged, number, paragraph.start, paragraph.end)
            yield tagged


def _tag_paragraph(tagged: TaggedText, number: int, start: int, end: int) -> None:
    first = len(tagged.words)
    spans = [match.span() for match in _TOKEN.finditer(tagged.text, start, end)]
    tagged.words += [tagged.text[low:high] for low, high in spans]
    tagged.starts += [low for low, _ in spans]
    tagged.ends += [high for _, high in spans]
    count = len(spans)
    tagged.tags += [""] * count
    tagged.deps += [""] * count
    tagged.heads += range(first, first + count)
    for low, high in _sentences(tagged.words, first, first + count):
        tagged.sentence_of += [len(tagged.sentences)] * (high - low)
        tagged.sentences.append((low, high))
        tagged.paragraph_of.append(number)


def _sentences(words: list[str], first: int, last: int) -> Iterator[tuple[int, int]]:
    low, position = first, first
    while position < last:
        word = words[position]
        position += 1
        before = words[position - 2] if position - 2 >= low else ""
        is_initial = len(before) == 1 and before.isupper() and before != "I"  # "George W. Bush"
        if word[-1] not in _ENDS or (word == "." and (before.lower() in _ABBREVIATIONS or is_initial)):
            continue
        while position < last and words[position] in _CLOSERS:
            position += 1
        if position < last and words[position][0].islower():
            continue
        is_acronym = word[-1] == "." and len(word) > 1 and word[0] != "."
        if is_acronym and position < last and words[position].lower() not in _STARTERS:
            continue  # "U.S. Army"
        yield low, position
        low = position
    if low < last:
        yield low, last
