"""The judge of coreference on our own sentences: the weights that ship, and a small training that must learn from them."""

from pathlib import Path

import pytest

from flows.lexicons import load_dictionaries, load_tagger
from flows.training.coreference import collect, prepare
from transforms.annotations import Article
from transforms.document import Document
from transforms.identities.pronouns import link_pronouns
from transforms.judges.coreference.features import FEATURES, FORM_OF
from transforms.judges.coreference.labelled import Labelled, read_sentences
from transforms.judges.coreference.model import WEIGHTS, Ranker
from transforms.judges.coreference.train import Example, fit, measure


@pytest.fixture(scope="module")
def sentences() -> list[Labelled]:
    return list(read_sentences())


@pytest.fixture(scope="module")
def documents(sentences: list[Labelled]) -> list[Document]:
    return prepare(sentences, load_dictionaries(), load_tagger("full"))


@pytest.fixture(scope="module")
def examples(sentences: list[Labelled], documents: list[Document]) -> list[Example]:
    return collect(sentences, documents, None)


def test_marks_become_spans(sentences: list[Labelled]) -> None:
    first = sentences[0]
    assert first.text.startswith("Prime Minister Sheikh Hasina told")
    assert [first.text[span.start : span.end] for span in (*first.pronouns, *first.spans)] == ["she", "Sheikh Hasina", "she"]


def test_the_weights_that_ship_beat_the_rules(sentences: list[Labelled], documents: list[Document], examples: list[Example]) -> None:
    judged = measure(Ranker.read(WEIGHTS), examples)
    assert judged.right / judged.linked >= 0.85
    assert judged.linked >= 0.9 * judged.asked


def test_a_small_training_learns(examples: list[Example]) -> None:
    ranker = fit(examples[::2])
    held = measure(ranker, examples[1::2], enough=0.0)
    nearest = sum(bool(e.right) and str(e.case.candidates[0].actor_id) in e.right for e in examples[1::2] if e.case.candidates and e.right)
    assert held.right > nearest
    assert fit(examples[::2]).inner.tolist() == ranker.inner.tolist()


def test_probabilities_add_up_and_survive_the_file(examples: list[Example], tmp_path: Path) -> None:
    ranker = fit(examples[:10])
    ranker.save(tmp_path / "weights.npz")
    for example in examples[:5]:
        chances = Ranker.read(tmp_path / "weights.npz").probabilities(example.case.rows)
        assert chances.sum() == pytest.approx(1, abs=1e-5)
        assert chances == pytest.approx(ranker.probabilities(example.case.rows), abs=0.01)


def test_rows_name_every_candidate_and_nobody(examples: list[Example]) -> None:
    for example in examples:
        assert example.case.rows.shape == (len(example.case.candidates) + 1, len(FEATURES))
        assert example.case.rows[:-1, FEATURES.index("nobody")].max(initial=0) == 0
        assert example.case.rows[-1, FEATURES.index("nobody")] == 1


def test_where_nobody_is_likely_enough_the_pronoun_stays_open() -> None:
    text = "It is raining in the hills. The talks dragged on, and it was late."
    document = prepare([Labelled("own", "weather", text, (), (), is_complete=True)], load_dictionaries(), load_tagger("full"))[0]
    link_pronouns(document.tagged, document.mentions, document.quotes, ranker=Ranker.read(WEIGHTS))
    assert [m for m in document.mentions if document.tagged.lowers[m.first] in FORM_OF] == []
    assert document.article == Article("weather", text)
