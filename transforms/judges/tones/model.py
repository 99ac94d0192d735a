"""The judge of tones: a linear model over features, scored with numpy alone; `flows/training/tones.py` makes its weights.

Naive Bayes features under logistic regressions, one a label (Wang and Manning 2012, "Baselines and Bigrams"), folded into one matrix; a
softmax over their calibrated sums. There are two: of any span, and of whom somebody's words are about."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from math import exp, log
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

import numpy as np

from transforms.annotations import TaggedText
from transforms.judges.kept import Kept
from transforms.judges.linear import Linear, Matrix
from transforms.judges.tones.features import Looks, Scene, Seen, pair_feature, place_features, word_features
from transforms.tones.tone_words import ToneWords
from transforms.tones.tones import NEUTRAL, Verdict, head_of, judge_by_words

#: Names of features and groups, and weights in half precision; read without pickle.
WEIGHTS = Path(__file__).parent / "weights.npz"
#: In the order of the columns.
LABELS = ("negative", "neutral", "positive")
#: How much rarer tones are among the mentions of an archive than in the sentences of NewsMTSC, in log odds (Saerens, Latinne and
#: Decaestecker 2002): with these the mean over the mentions of our own sample articles (tests/articles) is near zero and most are neutral.
RARER = (-2.2, -1.6)
#: Whom quoted words are about was drawn from what the program finds, so that tones are as frequent there as in an archive.
AS_FREQUENT = (0.0, 0.0)
#: Words in a place whose sums are kept at a time.
_WORDS = 1 << 15
#: Where a word may stand that is looked at for itself.
_PLACES = ("word", "near", "middle", "left", "right")
#: No answer of a reader of sentences counts for less.
_LEAST = 0.01

type Sums = tuple[float, float, float]

_NOTHING: Sums = (0.0, 0.0, 0.0)


class Weighed(NamedTuple):
    """The three decisions for a target, and whether it only suffers what is told."""

    sums: Sums
    is_sufferer: bool


class ToneModel:
    """Tones toward spans. `groups` leads from a word to the groups of words of like meaning that it belongs to; `rarer` says how much rarer
    negative and positive tones are among mentions than where the model was trained, in log odds."""

    def __init__(self, linear: Linear, of_sums: Matrix, groups: Mapping[str, tuple[str, ...]], rarer: tuple[float, float] = RARER) -> None:
        self.linear = linear
        self.of_sums = of_sums
        self.groups = groups
        self.rarer = rarer
        self._rows: list[Sums] = [tuple(row) for row in linear.weights.tolist()]
        self._bias: Sums = tuple(linear.bias.tolist())
        self._of_sums: list[Sums] = [tuple(row) for row in of_sums.tolist()]
        self._of_word = Kept(self._sum_word, _WORDS)
        self._of_place = {place: Kept(partial(self._sum_place, place), _WORDS).__getitem__ for place in _PLACES}
        self._of_pair = dict(self._read_pairs())
        self._what = {name.rpartition("=")[0] for name in linear.rows}

    def judge(self, words: ToneWords, tagged: TaggedText, spans: Sequence[tuple[int, int]]) -> list[Verdict]:
        """The tone toward each span of characters; a span without any word is neutral. Without syntax the rules judge."""
        if not tagged.has_syntax:
            return judge_by_words(words, tagged, spans)
        return [NEUTRAL if seen is None else verdict(*seen, self.rarer) for seen in self.weigh(words, tagged, spans)]

    def weigh(self, words: ToneWords, tagged: TaggedText, spans: Sequence[tuple[int, int]]) -> Iterator[Weighed | None]:
        """What each span of a text with syntax sums up to; None for one without any word."""
        scene, sentences = Scene(tagged, words, self.groups), dict[int, Sums]()
        for start, end in spans:
            first, last = bisect_right(tagged.ends, start), bisect_left(tagged.starts, end)
            if first >= last:
                yield None
                continue
            looks = scene.look(first, last, head_of(tagged, first, last))
            if looks.sentence not in sentences:
                sentences[looks.sentence] = self._sum_sentence(scene, looks.sentence)
            yield Weighed(self.score(looks, sentences[looks.sentence]), looks.is_sufferer)

    def score(self, looks: Looks, of_sentence: Sums) -> Sums:
        """The three decisions for a target, given what the words of its sentence sum up to."""
        parts = [self._bias, of_sentence, *map(self._of_word.__getitem__, looks.words), *self._known(looks.relations)]
        for place, forms in looks.close.items():
            parts += map(self._of_place[place], forms)
        parts += [
            (value * low, value * middle, value * high)
            for value, (low, middle, high) in zip(looks.sums, self._of_sums, strict=True)
            if value
        ]
        return _total(parts)

    def _sum_sentence(self, scene: Scene, sentence: int) -> Sums:
        pairs = filter(None, map(self._of_pair.get, scene.pairs_of(sentence)))
        return _total([*map(self._of_place["word"], scene.forms(sentence)), *pairs])

    def _read_pairs(self) -> Iterator[tuple[tuple[str, str], Sums]]:
        start = pair_feature(("", "")).rstrip()
        for name, row in self.linear.rows.items():
            if name.startswith(start):
                one, _, other = name.removeprefix(start).partition(" ")
                yield (one, other), self._rows[row]

    def _sum_place(self, place: str, form: str) -> Sums:
        return _total([*self._known(place_features(place, form, self.groups))])

    def _sum_word(self, seen: Seen) -> Sums:
        return _total([*self._known(word_features(seen, self.groups))]) if seen[0] in self._what else _NOTHING

    def _known(self, features: Iterable[str]) -> Iterator[Sums]:
        """The weights of the features that were learned."""
        rows = self.linear.rows
        return (self._rows[rows[feature]] for feature in features if feature in rows)


class Tones(NamedTuple):
    """What is learned of tones: `general` for any span, `speech` for whom somebody's words are about. `reading` (7 x 3) weighs for the
    latter its own three decisions, the logarithms of the three probabilities that a reader of sentences gives, and an offset."""

    general: ToneModel
    speech: ToneModel
    reading: Matrix

    def judge_read(self, seen: Weighed, said: Sums) -> Verdict:
        """The tone of whom somebody's words are about, with what a reader of sentences says of it."""
        evidence = np.array([*seen.sums, *logarithms(said), 1.0])
        low, middle, high = (evidence @ self.reading).tolist()
        return verdict((low, middle, high), seen.is_sufferer, self.speech.rarer)

    def save(self, path: Path) -> None:
        """Write the weights; under two megabytes."""
        groups = self.general.groups
        words = sorted(groups)
        parts = {
            **self.general.linear.parts("words"),
            **self.speech.linear.parts("speech"),
            "words_sums": self.general.of_sums.astype(np.float32),
            "speech_sums": self.speech.of_sums.astype(np.float32),
            "reading": self.reading.astype(np.float32),
            "grouped": np.frombuffer("\n".join(words).encode(), dtype=np.uint8),
            "groups": np.frombuffer("\n".join(" ".join(groups[word]) for word in words).encode(), dtype=np.uint8),
        }
        with path.open("wb") as out:
            np.savez_compressed(out, **parts)  # type: ignore[arg-type] # numpy's stub takes the names for its own flags

    @classmethod
    def read(cls, path: Path) -> "Tones":
        """The models of a file of weights."""
        with np.load(path, allow_pickle=False) as parts:
            words, named = (parts[name].tobytes().decode().split("\n") for name in ("grouped", "groups"))
            groups = {word: tuple(names.split()) for word, names in zip(words, named, strict=True)}
            return cls(
                ToneModel(Linear.of(parts, "words"), parts["words_sums"], groups),
                ToneModel(Linear.of(parts, "speech"), parts["speech_sums"], groups, AS_FREQUENT),
                parts["reading"],
            )


def logarithms(said: Sums) -> Sums:
    """Of three probabilities, none taken for less than a hundredth."""
    low, middle, high = (log(max(share, _LEAST)) for share in said)
    return low, middle, high


def _total(parts: Sequence[Sums]) -> Sums:
    if not parts:
        return _NOTHING
    low, middle, high = map(sum, zip(*parts, strict=True))
    return low, middle, high


def verdict(sums: Sums, is_sufferer: bool, rarer: tuple[float, float]) -> Verdict:
    """The likeliest label of a span somebody asks for, and the tone of a mention drawn from an archive. What is told against others is not
    told against who suffers it."""
    most = max(sums)
    negative, neutral, positive = (exp(value - most) for value in sums)
    if is_sufferer:
        negative, neutral = 0.0, neutral + negative
    label = max(zip((neutral, negative, positive), (LABELS[1], LABELS[0], LABELS[2]), strict=True), key=itemgetter(0))[1]  # or neutral
    negative, positive = negative * exp(rarer[0]), positive * exp(rarer[1])
    return Verdict(round((positive - negative) / (negative + neutral + positive), 3), label)
