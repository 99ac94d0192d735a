"""The words and sentences of joined texts: one entry a word in every array, punctuation included."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import polars as pl
import pyarrow as pa

from transforms.columns.texts import ALNUM, BLANK, LOWER, UPPER, Flags, Numbers, Texts, look_up, lower_code, to_text
from transforms.columns.vocabulary import Vocabulary, WordKind
from transforms.folding import fold

_STOPS = frozenset(".!?…")
_CLOSERS = frozenset("\"'”’)]")
#: Closing marks that may follow the stop of a sentence.
_MOST_CLOSERS = 3


@dataclass(frozen=True)
class Words:
    """Words of all texts in order: stretches of letters and figures, and single other characters.

    starts, ends: in the joined text · kinds: bits of WordKind · paragraph, article: their numbers."""

    texts: Texts
    starts: Numbers
    ends: Numbers
    lowers: pl.Series
    told: pl.DataFrame  # what the vocabulary says of each word
    paragraph: Numbers
    article: Numbers

    @classmethod
    def split(cls, texts: Texts, vocabulary: Vocabulary) -> "Words":
        """The words of the texts; characters outside of paragraphs are blank."""
        starts, ends = _word_spans(texts.classes)
        paragraph = np.searchsorted(texts.paragraph_starts, starts, side="right") - 1
        lowers = _lower_words(texts, starts, ends)
        return cls(texts, starts, ends, lowers, vocabulary.tell(lowers), paragraph, texts.paragraph_article[paragraph])

    def __len__(self) -> int:
        return len(self.starts)

    @cached_property
    def kinds(self) -> npt.NDArray[np.uint64]:
        return self.told["kinds"].to_numpy()

    def is_one_of(self, kinds: WordKind) -> Flags:
        """Whether it is of any of these kinds."""
        return _has(self.kinds, int(kinds))

    def is_kind(self, kind: WordKind) -> Flags:
        return _has(self.kinds, int(kind))

    @cached_property
    def lengths(self) -> Numbers:
        return self.ends - self.starts

    @cached_property
    def is_word(self) -> Flags:
        """Whether it is made of letters and figures."""
        return _has(self.texts.classes[self.starts], ALNUM)

    @cached_property
    def is_capital(self) -> Flags:
        """Whether it begins with a capital."""
        return _has(self.texts.classes[self.starts], UPPER)

    @cached_property
    def is_title_case(self) -> Flags:
        """Whether a capital is followed by a small letter."""
        second = np.minimum(self.starts + 1, len(self.texts.classes) - 1)
        return self.is_capital & (self.lengths > 1) & _has(self.texts.classes[second], LOWER)

    @cached_property
    def is_small(self) -> Flags:
        """Whether it begins with a small letter."""
        return _has(self.texts.classes[self.starts], LOWER)

    @cached_property
    def codes(self) -> npt.NDArray[np.uint32]:
        """The first character of each word: of punctuation the whole."""
        return self.texts.codes[self.starts]

    def is_mark(self, marks: str) -> Flags:
        """Whether it is one of these characters, none of which is a letter."""
        found = np.zeros(len(self), np.bool_)
        for mark in marks:
            found |= self.codes == ord(mark)
        return found

    @cached_property
    def is_stuck(self) -> Flags:
        """Whether nothing stands between it and the word before."""
        return np.concatenate([[False], self.starts[1:] == self.ends[:-1]]) if len(self) else np.zeros(0, np.bool_)

    @cached_property
    def sentences(self) -> "Sentences":
        return _find_sentences(self)

    @cached_property
    def sentence(self) -> Numbers:
        """The number of the sentence of each word."""
        return np.searchsorted(self.sentences.firsts, np.arange(len(self)), side="right") - 1

    @cached_property
    def previous(self) -> Numbers:
        """The word before it in its sentence, itself where there is none."""
        places = np.arange(len(self))
        return np.maximum(places - 1, self.sentences.firsts[self.sentence])

    def beside(self, places: Numbers, sentence: Numbers, flags: Flags) -> Flags:
        """Of places of words whether they stand in these sentences and have the flag; nothing outside of the texts has."""
        inside = (places >= 0) & (places < len(self))
        safe = np.where(inside, places, 0)
        return np.asarray(inside & (self.sentence[safe] == sentence) & flags[safe]) if len(self) else inside

    def first_of(self, starts: Numbers) -> Numbers:
        """The words at or behind which spans begin."""
        return np.searchsorted(self.ends, starts, side="right")

    def last_of(self, ends: Numbers) -> Numbers:
        """The words before which spans end, exclusive."""
        return np.searchsorted(self.starts, ends, side="left")


@dataclass(frozen=True)
class Sentences:
    """Sentences by their first and last (exclusive) words."""

    firsts: Numbers
    lasts: Numbers


def _has(bits: npt.NDArray[np.unsignedinteger], bit: int) -> Flags:
    return np.asarray((bits & bit) != 0)


def _word_spans(classes: npt.NDArray[np.uint8]) -> tuple[Numbers, Numbers]:
    is_alnum = _has(classes, ALNUM)
    follows = np.concatenate([[False], is_alnum[:-1]])
    is_start = ~_has(classes, BLANK) & ~(is_alnum & follows)
    starts = np.flatnonzero(is_start)
    ends = starts + 1
    goes_on = np.concatenate([is_alnum[1:], [False]])
    ends[is_alnum[starts]] = np.flatnonzero(is_alnum & ~goes_on) + 1
    return starts, ends


def _lower_words(texts: Texts, starts: Numbers, ends: Numbers) -> pl.Series:
    """The words folded, in small letters: cut out of the bytes of the text at once, the stretches between them being every other one."""
    lower = look_up(texts.codes, _fold_lower, np.uint32)
    sizes = 1 + (lower >= 0x80).astype(np.int64) + (lower >= 0x800) + (lower >= 0x10000)
    at = np.concatenate([[0], np.cumsum(sizes)])
    edges = np.empty(2 * len(starts) + 1, np.int64)
    edges[0:-1:2], edges[1:-1:2], edges[-1] = at[starts], at[ends], at[-1]
    data = pa.py_buffer(to_text(lower).encode("utf-8", "replace"))
    pieces = pa.LargeStringArray.from_buffers(2 * len(starts), pa.py_buffer(edges), data)
    return pl.Series("word", pieces).gather_every(2)


def _fold_lower(character: str) -> int:
    """Of letters that fold to more than one the first."""
    return lower_code((fold(character) or character)[0])


def _find_sentences(words: Words) -> Sentences:
    """A sentence ends with its paragraph, and at a stop that no abbreviation, initial or acronym asks for unless a small letter follows."""
    count = len(words)
    places = np.arange(count)
    is_stop = words.is_mark("".join(_STOPS))
    is_stop &= ~np.append(is_stop[1:] & words.is_stuck[1:], False) if count else is_stop
    after = places + 1
    for _ in range(_MOST_CLOSERS):
        safe = np.minimum(after, max(count - 1, 0))
        after = np.where((after < count) & words.is_mark("".join(_CLOSERS))[safe], after + 1, after) if count else after
    ends = after[is_stop]
    stops = places[is_stop]
    safe = np.minimum(ends, max(count - 1, 0))
    is_end = (ends < count) & ~words.is_small[safe] & ~words.is_stuck[safe] if count else np.zeros(0, np.bool_)
    before = np.maximum(stops - 1, 0)
    touches = words.is_stuck[stops] & (words.codes[stops] == ord("."))
    is_letter = (words.lengths[before] == 1) & words.is_capital[before]
    is_acronym = is_letter & words.is_stuck[before] & (words.codes[np.maximum(before - 1, 0)] == ord("."))
    goes_on = words.is_kind(WordKind.ABBREVIATION)[before] | (is_letter & ~is_acronym & (words.codes[before] != ord("I")))
    goes_on |= is_acronym & ~words.is_kind(WordKind.STARTER)[safe]
    is_end &= ~(touches & goes_on)
    begins = np.concatenate([[True], words.paragraph[1:] != words.paragraph[:-1]]) if count else np.zeros(0, np.bool_)
    begins[ends[is_end]] = True
    firsts = np.flatnonzero(begins)
    return Sentences(firsts, np.append(firsts[1:], count)[: len(firsts)])
