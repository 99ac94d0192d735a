"""The judge of tones: a linear model over features, scored with numpy alone; `flows/training/tones.py` makes its weights.

Naive Bayes features under logistic regressions, one a label (Wang and Manning 2012, "Baselines and Bigrams"), folded into one matrix; a
softmax over their calibrated sums."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from math import exp
from operator import itemgetter
from pathlib import Path

import numpy as np

from transforms.annotations import TaggedText
from transforms.judges.linear import Linear, Matrix
from transforms.judges.tones.features import Looks, Place, Scene, place_features
from transforms.tones.tone_words import ToneWords
from transforms.tones.tones import NEUTRAL, Verdict, head_of, judge_by_words

#: Names of features and groups, and weights in half precision; read without pickle.
WEIGHTS = Path(__file__).parent / "weights.npz"
#: In the order of the columns.
LABELS = ("negative", "neutral", "positive")
#: How much rarer tones are among the mentions of an archive than in the sentences of NewsMTSC, in log odds (Saerens, Latinne and
#: Decaestecker 2002): with these the mean over the mentions of our own sample articles (tests/articles) is near zero and most are neutral.
RARER_NEGATIVE, RARER_POSITIVE = -2.2, -1.6

type Sums = tuple[float, float, float]

_NOTHING: Sums = (0.0, 0.0, 0.0)


class ToneModel:
    """Tones toward spans. `groups` leads from a word to the groups of words of like meaning that it belongs to."""

    def __init__(self, linear: Linear, of_sums: Matrix, groups: Mapping[str, tuple[str, ...]]) -> None:
        self.linear = linear
        self.of_sums = of_sums
        self.groups = groups
        self._rows: list[Sums] = [tuple(row) for row in linear.weights.tolist()]
        self._bias: Sums = tuple(linear.bias.tolist())
        self._of_sums: list[Sums] = [tuple(row) for row in of_sums.tolist()]
        self._places: dict[Place, Sums] = {}

    def judge(self, words: ToneWords, tagged: TaggedText, spans: Sequence[tuple[int, int]]) -> list[Verdict]:
        """The tone toward each span of characters; a span without any word is neutral. Without syntax the rules judge."""
        if not tagged.has_syntax:
            return judge_by_words(words, tagged, spans)
        scene, sentences, found = Scene(tagged, words, self.groups), dict[int, Sums](), []
        for start, end in spans:
            first, last = bisect_right(tagged.ends, start), bisect_left(tagged.starts, end)
            if first >= last:
                found.append(NEUTRAL)
                continue
            looks = scene.look(first, last, head_of(tagged, first, last))
            if looks.sentence not in sentences:
                sentences[looks.sentence] = self._sum(scene.of_sentence(looks.sentence))
            found.append(_verdict(self.score(looks, sentences[looks.sentence]), looks.is_sufferer))
        return found

    def score(self, looks: Looks, of_sentence: Sums) -> Sums:
        """The three decisions for a target, given what the words of its sentence sum up to."""
        parts = [self._bias, of_sentence, self._sum(looks.relations), *map(self._of_place, looks.places)]
        parts += [
            (value * low, value * middle, value * high)
            for value, (low, middle, high) in zip(looks.sums, self._of_sums, strict=True)
            if value
        ]
        return _total(parts)

    def _of_place(self, place: Place) -> Sums:
        found = self._places.get(place)
        if found is None:
            found = self._sum(place_features(place, self.groups))
            if found != _NOTHING:  # so that what is kept does not outgrow what was learned
                self._places[place] = found
        return found

    def _sum(self, features: Iterable[str]) -> Sums:
        return _total([self._rows[row] for feature in features if (row := self.linear.rows.get(feature)) is not None])

    def save(self, path: Path) -> None:
        """Write the weights; under a megabyte."""
        words = sorted(self.groups)
        parts = {
            **self.linear.parts("words"),
            "sums": self.of_sums.astype(np.float32),
            "grouped": np.frombuffer("\n".join(words).encode(), dtype=np.uint8),
            "groups": np.frombuffer("\n".join(" ".join(self.groups[word]) for word in words).encode(), dtype=np.uint8),
        }
        with path.open("wb") as out:
            np.savez_compressed(out, **parts)  # type: ignore[arg-type] # numpy's stub takes the names for its own flags

    @classmethod
    def read(cls, path: Path) -> "ToneModel":
        """The model of a file of weights."""
        with np.load(path, allow_pickle=False) as parts:
            words, groups = (parts[name].tobytes().decode().split("\n") for name in ("grouped", "groups"))
            return cls(
                Linear.of(parts, "words"), parts["sums"], {word: tuple(names.split()) for word, names in zip(words, groups, strict=True)}
            )


def _total(parts: Sequence[Sums]) -> Sums:
    if not parts:
        return _NOTHING
    low, middle, high = map(sum, zip(*parts, strict=True))
    return low, middle, high


def _verdict(sums: Sums, is_sufferer: bool) -> Verdict:
    """The likeliest label of a span somebody asks for, and the tone of a mention drawn from an archive. What is told against others is not
    told against who suffers it."""
    most = max(sums)
    negative, neutral, positive = (exp(value - most) for value in sums)
    if is_sufferer:
        negative, neutral = 0.0, neutral + negative
    label = max(zip((neutral, negative, positive), (LABELS[1], LABELS[0], LABELS[2]), strict=True), key=itemgetter(0))[1]  # or neutral
    negative, positive = negative * exp(RARER_NEGATIVE), positive * exp(RARER_POSITIVE)
    return Verdict(round((positive - negative) / (negative + neutral + positive), 3), label)
