"""The judge of tones: the weights that ship on sentences of our own, and a small training that must learn from them."""

from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from flows.dictionaries import load_dictionaries
from flows.lexicons import load_tagger
from flows.training.tones import Fitted, Labelled, calibrate, count, fit, fold_in, look, tag, told, twice
from transforms.annotate import annotate_articles
from transforms.annotations import Annotation, Article
from transforms.articles.paragraphs import split_paragraphs
from transforms.judges.tones.model import LABELS, WEIGHTS, Tones, Weighed
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
    assert Tones.read(WEIGHTS).general.judge(ToneWords.from_frame(read_tones()), tagged, [(4, 5)]) == [Verdict(0.0, "neutral")]


def test_a_small_training_learns_and_repeats_itself(targets: list[Labelled], tmp_path: Path) -> None:
    many = targets * 6  # so that features are met often enough to count
    tagged = tag(target.text for target in targets)
    groups = dict(Tones.read(WEIGHTS).general.groups)
    features, sums = look(many, tagged, groups)
    names, counts = count(features)
    labels = np.array([target.label for target in many])
    fitted = fit(counts, sums, labels)
    decisions = fitted.score(counts, sums)
    assert (decisions.argmax(axis=1) == labels).all()
    assert (fit(counts, sums, labels).words == fitted.words).all()

    model = fold_in(names, fitted, calibrate(decisions, labels), groups)
    path = tmp_path / "weights.npz"
    reading = np.zeros((2 * len(LABELS) + 1, len(LABELS)), dtype=np.float32)
    Tones(model, model, reading).save(path)
    again = Tones.read(path).general
    words = ToneWords.from_frame(read_tones())
    for target in targets:
        text, spans = tagged[target.text], [(target.start, target.end)]
        assert again.judge(words, text, spans) == model.judge(words, text, spans)
        assert again.judge(words, text, spans)[0].label == LABELS[target.label]


def test_a_feature_of_speech_weighs_what_it_weighs_in_general_and_for_itself() -> None:
    assert twice([Counter({"word=lied": 2, "pair=he lied": 1})]) == [Counter({"word=lied": 2, "pair=he lied": 1, "told word=lied": 2})]
    weights = np.array([[1.0, 0.0, 0.0], [0.0, 2.0, 0.0], [0.5, 0.5, 0.5]])
    names, fitted = told(["pair=he lied", "told word=lied", "word=lied"], Fitted(weights, np.zeros((1, 3)), np.zeros(3)))
    assert names == ["pair=he lied", "word=lied"]
    assert fitted.words.tolist() == [[1.0, 0.0, 0.0], [0.5, 2.5, 0.5]]


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("“Peter Rill betrayed every voter in this district,” Anna Berg said.", -1),
        ("Anna Berg said that Peter Rill had lied to the committee and cheated its workers.", -1),
        ("“Peter Rill is an honest man and has done a wonderful job,” Anna Berg said.", 1),
        ("Anna Berg said that Peter Rill would travel to the lake district on Tuesday.", 0),
    ],
)
def test_whom_words_are_about_has_the_tone_of_the_words(text: str, sign: int) -> None:
    article = Article("a", text)
    (read,) = annotate_articles([article], load_dictionaries(), load_tagger("full"))
    assert isinstance(read, Annotation)
    (rill,) = [mention for mention in read.mentions if text[mention.start : mention.end] == "Peter Rill"]
    assert rill.is_topic
    assert round(rill.tone or 0.0) == sign


def test_a_reader_of_sentences_can_turn_the_tone() -> None:
    tones, doubtful = Tones.read(WEIGHTS), Weighed((0.1, 0.1, 0.0), is_sufferer=False)
    assert tones.judge_read(doubtful, (0.9, 0.08, 0.02)).label == "negative"
    assert tones.judge_read(doubtful, (0.02, 0.08, 0.9)).label == "positive"


def test_words_of_like_meaning_share_a_group() -> None:
    groups = Tones.read(WEIGHTS).general.groups
    assert set(groups["liar"]) & set(groups["hypocrite"])
    assert not set(groups["liar"]) & set(groups["sailor"])
