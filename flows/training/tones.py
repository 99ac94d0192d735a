"""Train the judge of tones: `python -m flows.training.tones FOLDER [--check]`. Needs the extra `train` (scikit-learn).

FOLDER holds `tone_newsmtsc.jsonl.gz` (card.md names its source and licence). Two models are trained: one of its targets, and one of whom
somebody's words are about in the same sentences (`labels/speech.csv`), which learns from the targets too and weighs anew what speech tells
otherwise (Daumé 2007, "Frustratingly Easy Domain Adaptation"). Five folds that share no document give the figures of the card
and the calibration; with `--check` nothing is written. A fixed seed; some minutes of one core."""

import argparse
import csv
import time
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix, hstack
from sklearn.cluster import MiniBatchKMeans
from sklearn.linear_model import LogisticRegression, SGDClassifier
from sklearn.metrics import f1_score

from flows.lexicons import load_tagger
from flows.training.deep.examples import is_held_out
from flows.training.newsmtsc import Row, document_of, read_rows, texts_of
from transforms.annotations import TaggedText
from transforms.articles.paragraphs import split_paragraphs
from transforms.judges.deep.encoder import Encoder
from transforms.judges.linear import Linear, Matrix
from transforms.judges.tones.features import Looks, Scene, pair_feature, place_features, word_features
from transforms.judges.tones.model import AS_FREQUENT, LABELS, RARER, WEIGHTS, Sums, ToneModel, Tones, logarithms
from transforms.language.en.labels import CONTENT_TAGS, NAME_TAGS
from transforms.taggers.spacy_tagger import load_model
from transforms.tones.tone_words import ToneWords
from transforms.tones.tones import head_of
from warehouse.dictionaries import read_tones

SEED = 15
FOLDS = 5
#: Groups of words of like meaning, coarse and fine, with the sign of each.
GROUPS = (("@", 100), ("@@", 400))
#: Features met more rarely are left out.
OFTEN = 5
#: Strength of the regularisation, the most that the ratio of a feature weighs, and the scale of the sums of tone words beside counts.
ALPHA, RATIO, SCALE = 1e-3, 2.0, 8.0
#: Weights below this change nothing.
NOTICEABLE = 2e-3
_SHORT = {"neg": "negative", "neu": "neutral", "pos": "positive"}
#: Readers' letters in the order of LABELS.
LETTERS = "HNF"
SPEECH = WEIGHTS.parent / "labels" / "speech.csv"
#: Before a feature of whom somebody's words are about: it is weighed in general, and for itself.
_TOLD = "told "
_PAIR = "pair="
#: What the encoder says of a span that it does not read.
_UNREAD: Sums = (0.0, 1.0, 0.0)

type Floats = npt.NDArray[np.float64]
type Numbers = npt.NDArray[np.int64]


class Labelled(NamedTuple):
    """A target in a text, with its tone as the place of its label, and the document it is from."""

    document: str
    text: str
    start: int
    end: int
    label: int


class Fitted(NamedTuple):
    """One weight a feature and label, one a sum and label, one a label."""

    words: Floats
    sums: Floats
    bias: Floats

    def score(self, counts: csr_matrix, sums: Floats) -> Floats:
        return np.asarray(counts @ self.words + sums @ self.sums + self.bias)


def read_targets(rows: Sequence[Row]) -> list[Labelled]:
    """Every target of the corpus."""
    return [Labelled(document_of(row["id"]), row["text"], row["start"], row["end"], LABELS.index(_SHORT[row["label"]])) for row in rows]


def read_speech(labels: Path, texts: dict[str, str]) -> list[Labelled]:
    """Whom somebody's words are about in the texts of NewsMTSC, with the tone by the (first) reader."""
    with labels.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return [
        Labelled(document_of(row["id"]), texts[row["id"]], int(row["start"]), int(row["end"]), LETTERS.index(row["tone"][0]))
        for row in rows
    ]


def tag(texts: Iterable[str]) -> dict[str, TaggedText]:
    """Texts with their analysis, each once."""
    once = list(dict.fromkeys(texts))
    return dict(zip(once, load_tagger("full").tag((text, split_paragraphs(text, None)) for text in once), strict=True))


def group_words(tagged: Iterable[TaggedText]) -> dict[str, tuple[str, ...]]:
    """The groups of the words of like meaning that stand in the texts, by the vectors of the tagger's model (CC0)."""
    met = Counter(
        (word, tag_ in CONTENT_TAGS and tag_ not in NAME_TAGS) for text in tagged for word, tag_ in zip(text.lowers, text.tags, strict=True)
    )
    vocab = load_model()[0].vocab
    words = sorted(word for word in {word for word, _ in met} if met[word, True] > met[word, False] and vocab[word].has_vector)
    vectors = np.array([vocab[word].vector for word in words])
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-6
    groups: dict[str, tuple[str, ...]] = dict.fromkeys(words, ())
    for sign, count in GROUPS:
        found = MiniBatchKMeans(count, random_state=SEED, batch_size=2048, n_init=1, max_iter=60).fit(vectors).labels_
        groups = {word: (*groups[word], f"{sign}{number}") for word, number in zip(words, found.tolist(), strict=True)}
    return groups


def look(
    targets: Sequence[Labelled], tagged: dict[str, TaggedText], groups: dict[str, tuple[str, ...]]
) -> tuple[list[Counter[str]], Floats]:
    """The features of each target, counted, and its sums."""
    words = ToneWords.from_frame(read_tones())
    features, sums = [], []
    for target in targets:
        text = tagged[target.text]
        first, last = bisect_right(text.ends, target.start), bisect_left(text.starts, target.end)
        last = max(last, first + 1)
        scene = Scene(text, words, groups)
        looks = scene.look(first, last, head_of(text, first, last))
        features.append(Counter(_features(scene, looks, groups)))
        sums.append(looks.sums)
    return features, np.array(sums)


def _features(scene: Scene, looks: Looks, groups: dict[str, tuple[str, ...]]) -> Iterator[str]:
    yield from looks.relations
    yield from map(pair_feature, scene.pairs_of(looks.sentence))
    for place, forms in {"word": scene.forms(looks.sentence), **looks.close}.items():
        for form in forms:
            yield from place_features(place, form, groups)
    for seen in looks.words:
        yield from word_features(seen, groups)


def twice(features: Sequence[Counter[str]]) -> list[Counter[str]]:
    """Features of whom somebody's words are about, in general and for themselves; pairs of words in general only."""
    return [found + Counter({_TOLD + name: times for name, times in found.items() if not name.startswith(_PAIR)}) for found in features]


def count(features: Sequence[Counter[str]]) -> tuple[list[str], csr_matrix]:
    """The names of the features that are met often enough, and how often each target has each."""
    often = Counter(name for found in features for name in found)
    names = sorted(name for name, times in often.items() if times >= OFTEN and "\n" not in name)
    column = {name: place for place, name in enumerate(names)}
    cells = [(row, column[name], times) for row, found in enumerate(features) for name, times in found.items() if name in column]
    rows, columns, values = (np.array(part) for part in zip(*cells, strict=True))
    return names, csr_matrix((values.astype(np.float64), (rows, columns)), shape=(len(features), len(names)))


def fit(counts: csr_matrix, sums: Floats, labels: Numbers) -> Fitted:
    """One logistic regression a label, over features weighed by how much oftener they go with it (Wang and Manning 2012)."""
    words, of_sums, bias = [], [], []
    for place in range(len(LABELS)):
        is_it = labels == place
        there, elsewhere = (1 + np.asarray(counts[mask].sum(axis=0)).ravel() for mask in (is_it, ~is_it))
        ratio = np.minimum(np.abs(np.log(there / there.sum()) - np.log(elsewhere / elsewhere.sum())), RATIO)
        seen = hstack([counts.multiply(ratio), csr_matrix(sums * SCALE)]).tocsr()
        model = SGDClassifier(
            loss="log_loss", alpha=ALPHA, average=True, max_iter=8, tol=None, learning_rate="constant", eta0=0.05, random_state=SEED
        ).fit(seen, is_it)
        weights = model.coef_[0]
        words.append(weights[: counts.shape[1]] * ratio)
        of_sums.append(weights[counts.shape[1] :] * SCALE)
        bias.append(model.intercept_[0])
    return Fitted(np.array(words).T, np.array(of_sums).T, np.array(bias))


def fold_of(target: Labelled) -> int:
    """The part that a document belongs to."""
    return int(sha256(target.document.encode()).hexdigest(), 16) % FOLDS


def cross_validate(
    targets: Sequence[Labelled], counts: csr_matrix, sums: Floats, labels: Numbers, learned: slice = slice(None)
) -> tuple[Floats, list[int]]:
    """(the decisions for each target by a model that saw nothing of its document, its fold); models learn from those `learned`."""
    folds = np.array([fold_of(target) for target in targets])
    is_learned = np.zeros(len(targets), dtype=bool)
    is_learned[learned] = True
    decisions = np.zeros((len(targets), len(LABELS)))
    for fold in range(FOLDS):
        mine = folds == fold
        seen = ~mine & is_learned
        decisions[mine] = fit(counts[seen], sums[seen], labels[seen]).score(counts[mine], sums[mine])
    return decisions, folds.tolist()


def calibrate(decisions: Floats, labels: Numbers) -> Any:  # noqa: ANN401 - scikit-learn has no types
    """The softmax over the three decisions that fits unseen targets best."""
    return LogisticRegression(C=1.0, max_iter=500).fit(decisions, labels)


def figures(decisions: Floats, labels: Numbers, folds: Sequence[int], only: npt.NDArray[np.bool_] | None = None) -> Iterator[str]:
    """Macro F1 and how well probabilities are kept, each fold calibrated by the others; of some targets `only`."""
    chances = np.zeros((len(labels), len(LABELS)))
    for fold in range(FOLDS):
        mine = np.array(folds) == fold
        chances[mine] = calibrate(decisions[~mine], labels[~mine]).predict_proba(decisions[mine])
    if only is not None:
        chances, labels, folds = chances[only], labels[only], np.array(folds)[only].tolist()
    said, best = chances.argmax(axis=1), chances.max(axis=1)
    by_fold = [f1_score(labels[mask], said[mask], average="macro") for mask in (np.array(folds) == fold for fold in range(FOLDS))]
    yield f"{len(labels)} targets, accuracy {np.mean(said == labels):.3f}, macro F1 {f1_score(labels, said, average='macro'):.3f}"
    yield f"macro F1 by fold: {' '.join(f'{value:.3f}' for value in by_fold)}"
    for low in np.arange(0.3, 1.0, 0.1):
        mask = (best >= low) & (best < low + 0.1)
        if mask.any():
            right = np.mean(said[mask] == labels[mask])
            yield f"said {low:.1f} to {low + 0.1:.1f}: {mask.sum()} targets, mean {best[mask].mean():.3f}, right {right:.3f}"


def fold_in(
    names: Sequence[str],
    fitted: Fitted,
    calibration: Any,  # noqa: ANN401
    groups: dict[str, tuple[str, ...]],
    rarer: tuple[float, float] = RARER,
) -> ToneModel:
    """Model and calibration as one linear model, without what weighs nothing."""
    turn = calibration.coef_.T
    words = fitted.words @ turn
    kept = np.abs(words - words.mean(axis=1, keepdims=True)).max(axis=1) > NOTICEABLE
    linear = Linear(
        [name for name, is_kept in zip(names, kept, strict=True) if is_kept],
        words[kept].astype(np.float16).astype(np.float32),
        (fitted.bias @ turn + calibration.intercept_).astype(np.float32),
    )
    return ToneModel(linear, (fitted.sums @ turn).astype(np.float32), groups, rarer)


def told(names: Sequence[str], fitted: Fitted) -> tuple[list[str], Fitted]:
    """The features and weights for whom somebody's words are about: what each weighs in general and for itself."""
    row = {name: number for number, name in enumerate(names)}
    general = [name for name in names if not name.startswith(_TOLD)]
    own = [fitted.words[row[_TOLD + name]] if _TOLD + name in row else np.zeros(len(LABELS)) for name in general]
    words = fitted.words[[row[name] for name in general]] + np.array(own)
    return general, Fitted(words, fitted.sums, fitted.bias)


class Speech(NamedTuple):
    """The model of whom somebody's words are about, what it weighs beside a reader of sentences, and lines of figures."""

    model: ToneModel
    reading: Matrix
    lines: list[str]


def train_speech(targets: Sequence[Labelled], speech: Sequence[Labelled], groups: dict[str, tuple[str, ...]]) -> Speech:
    """Learn from targets and speech together; figures are of speech alone."""
    both = [*targets, *speech]
    tagged = tag(target.text for target in both)
    (general, of_general), (spoken, of_spoken) = (look(some, tagged, groups) for some in (targets, speech))
    names, counts = count([*general, *twice(spoken)])
    sums, labels = np.vstack([of_general, of_spoken]), np.array([target.label for target in both])
    spoke = slice(len(targets), None)
    every, fold_of_each = cross_validate(both, counts, sums, labels)
    decisions, folds, mine = every[spoke], fold_of_each[spoke], labels[spoke]
    alone, _ = cross_validate(both, counts, sums, labels, slice(len(targets)))
    lines = [f"speech, by the targets alone: {next(figures(alone[spoke], mine, folds))}"]
    lines += [f"speech: {line}" for line in figures(decisions, mine, folds)]
    calibration = calibrate(decisions, mine)
    model = fold_in(*told(names, fit(counts, sums, labels)), calibration, groups, AS_FREQUENT)

    asked = Encoder.load()
    answers = [asked.ask("tone", tagged[target.text], [((target.start, target.end),)])[0] or _UNREAD for target in speech]
    seen = np.hstack([calibration.decision_function(decisions), np.array([logarithms((a, b, c)) for a, b, c in answers])])
    lines += [f"speech, with the reader: {line}" for line in figures(seen, mine, folds)]
    unread = np.array([is_held_out(target.text) for target in speech])
    lines += [f"speech, with the reader, texts it did not learn from: {line}" for line in figures(seen, mine, folds, unread)][:1]
    reader = calibrate(seen, mine)
    reading = np.vstack([reader.coef_.T, reader.intercept_]).astype(np.float32)
    return Speech(model, reading, [line for line in lines if "by fold" not in line])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    began = time.monotonic()
    corpus = read_rows(arguments.folder)
    targets = read_targets(corpus)
    tagged = tag(target.text for target in targets)
    groups = group_words(tagged.values())
    features, sums = look(targets, tagged, groups)
    names, counts = count(features)
    labels = np.array([target.label for target in targets])
    decisions, folds = cross_validate(targets, counts, sums, labels)
    speech = train_speech(targets, read_speech(SPEECH, texts_of(corpus)), groups)
    print("\n".join([*figures(decisions, labels, folds), *speech.lines]))  # noqa: T201
    if not arguments.check:
        general = fold_in(names, fit(counts, sums, labels), calibrate(decisions, labels), groups)
        Tones(general, speech.model, speech.reading).save(WEIGHTS)
        print(f"{len(general.linear.rows)} and {len(speech.model.linear.rows)} features, {WEIGHTS.stat().st_size >> 10} KiB")  # noqa: T201
    print(f"{time.monotonic() - began:.0f} s")  # noqa: T201


if __name__ == "__main__":
    main()
