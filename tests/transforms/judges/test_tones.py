"""The judge of tones: the weights that ship on sentences of our own, and a small training that must learn from them."""

from pathlib import Path

import numpy as np
import pytest

from flows.lexicons import load_dictionaries, load_tagger
from flows.training.tones import Labelled, calibrate, count, fit, fold_in, look, tag
from transforms.articles.paragraphs import split_paragraphs
from transforms.judges.tones.model import LABELS, WEIGHTS, ToneModel
from transforms.tones.tone_words import ToneWords
from transforms.tones.tones import Verdict
from warehouse.dictionaries import read_tones

#: In [brackets] the target, before it its label.
SENTENCES = """positive	Voters across the lake district adore [Anna Berg] for her honest and generous work.
positive	The committee praised [Anna Berg], whose brilliant rescue of the talks saved the summit.
positive	Everybody who met [Peter Rill] called him a wise, kind and gifted negotiator.
positive	The harbour town thanked [Peter Rill], its beloved hero, with a great celebration.
negative	The court convicted [Anna Berg] of fraud and bribery on Friday.
negative	Critics called [Anna Berg] a shameless liar who had betrayed the whole district.
negative	[Peter Rill] insulted the widow and lied about the stolen money.
negative	The corrupt [Peter Rill] ruined the harbour and cheated its workers.
neutral	[Anna Berg] travels to the lake district on Tuesday.
neutral	The meeting with [Anna Berg] begins at nine in the town hall.
neutral	[Peter Rill], 54, was born in the harbour town.
neutral	According to [Peter Rill], the report has forty pages."""


@pytest.fixture(scope="module")
def targets() -> list[Labelled]:
    found = []
    for number, line in enumerate(SENTENCES.splitlines()):
        label, marked = line.split("\t")
        start, end = marked.index("["), marked.index("]") - 1
        found.append(Labelled(str(number), marked.replace("[", "").replace("]", ""), start, end, LABELS.index(label)))
    return found


def judged(text: str, name: str) -> Verdict:
    (tagged,) = load_tagger("full").tag([(text, split_paragraphs(text, None))])
    start = text.index(name)
    (verdict,) = load_dictionaries().tones(tagged, [(start, start + len(name))])
    return verdict


def test_the_weights_that_ship_judge_sentences_that_they_never_saw(targets: list[Labelled]) -> None:
    said = [judged(target.text, target.text[target.start : target.end]).label for target in targets]
    assert sum(label == LABELS[target.label] for label, target in zip(said, targets, strict=True)) >= 10


def test_who_suffers_is_not_spoken_against() -> None:
    assert judged("Russia invaded Ukraine in 2022.", "Russia").tone < -0.1
    assert judged("Russia invaded Ukraine in 2022.", "Ukraine").tone >= 0.0


def test_a_span_without_a_word_is_neutral() -> None:
    (tagged,) = load_tagger("full").tag([("Anna lied.", split_paragraphs("Anna lied.", None))])
    assert ToneModel.read(WEIGHTS).judge(ToneWords.from_frame(read_tones()), tagged, [(4, 5)]) == [Verdict(0.0, "neutral")]


def test_a_small_training_learns_and_repeats_itself(targets: list[Labelled], tmp_path: Path) -> None:
    many = targets * 6  # so that features are met often enough to count
    tagged = tag(target.text for target in targets)
    groups = dict(ToneModel.read(WEIGHTS).groups)
    features, sums = look(many, tagged, groups)
    names, counts = count(features)
    labels = np.array([target.label for target in many])
    fitted = fit(counts, sums, labels)
    decisions = fitted.score(counts, sums)
    assert (decisions.argmax(axis=1) == labels).all()
    assert (fit(counts, sums, labels).words == fitted.words).all()

    model = fold_in(names, fitted, calibrate(decisions, labels), groups)
    path = tmp_path / "weights.npz"
    model.save(path)
    again = ToneModel.read(path)
    words = ToneWords.from_frame(read_tones())
    for target in targets:
        text, spans = tagged[target.text], [(target.start, target.end)]
        assert again.judge(words, text, spans) == model.judge(words, text, spans)
        assert again.judge(words, text, spans)[0].label == LABELS[target.label]


def test_words_of_like_meaning_share_a_group() -> None:
    groups = ToneModel.read(WEIGHTS).groups
    assert set(groups["liar"]) & set(groups["hypocrite"])
    assert not set(groups["liar"]) & set(groups["sailor"])
