"""The judge of acts: its sentences, its training, its scorer, and the fallback without weights."""

from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pytest

from tests.transforms.small_world import Reading, tagger
from tests.transforms.told import events
from transforms.acts.act import Act
from transforms.acts.act_reader import Chances
from transforms.acts.agents import Agents
from transforms.judges.acts.ends import joins_nobody
from transforms.judges.acts.features import find_way
from transforms.judges.acts.judge import judge_acts
from transforms.judges.acts.labelled import parse, read_labelled
from transforms.judges.acts.model import WEIGHTS, ActModel, Verdict
from transforms.judges.acts.train import fit, read_examples


def test_marks_and_acts_of_a_sentence_are_read() -> None:
    labelled = parse("1>2 ACCUSE; 1=3 CONSULT!", "[Kyiv] blamed [Moscow] and never met [Minsk].")
    assert [labelled.text[a:b] for a, b in labelled.marks] == ["Kyiv", "Moscow", "Minsk"]
    assert labelled.events == {(0, 1): "ACCUSE", (0, 2): "CONSULT", (2, 0): "CONSULT"}


def test_an_act_of_nobody_is_refused() -> None:
    with pytest.raises(ValueError, match="expected acts like"):
        parse("1>3 ACCUSE", "[Kyiv] blamed [Moscow].")


def test_the_scorer_decides_as_the_library_that_trained_it(tmp_path: Path) -> None:
    examples = read_examples(read_labelled()[:120], events(), tagger())
    model, (vectorizer, link), (act_vectorizer, act) = fit(examples)
    model.save(tmp_path / "weights.npz")
    read = ActModel.read(tmp_path / "weights.npz")
    expected = link.predict_proba(vectorizer.transform([dict.fromkeys(example.link, 1) for example in examples]))[:, 1]
    assert np.allclose([read.link_probability(example.link) for example in examples], expected, atol=0.01)
    chosen = act.predict(act_vectorizer.transform([dict.fromkeys(example.act, 1) for example in examples]))
    assert np.mean([read.judge(0.5, example.act).event == event for example, event in zip(examples, chosen, strict=True)]) > 0.99
    assert fit(examples)[0].link.weights.tolist() == model.link.weights.tolist()


@pytest.mark.parametrize("link", [0.0, 0.1, 0.4, 0.9, 1.0])
@pytest.mark.parametrize("features", [[], ["rule:ACCUSE", "way:blamed"], ["way:met", "vote:CONSULT", "rule:CONSULT"]])
def test_no_event_of_a_pair_is_likelier_than_the_model_says_before_it_looks(link: float, features: list[str]) -> None:
    model = ActModel.read(WEIGHTS)
    assert model.judge(link, features).probability <= model.most(link)


def test_a_pair_without_an_act_of_the_rules_gets_one_from_the_judge() -> None:
    reading = Reading("Iran heaped scorn on Israel.")
    agents = Agents(reading.tagged, reading.mentions)
    no_acts: list[Act] = []
    (act,) = judge_acts(reading.tagged, agents, no_acts, events(), ActModel.read(WEIGHTS))
    assert (act.event, act.sources[0].name, act.targets[0].name, act.rule) == ("ACCUSE", "Iran", "Israel", "judge")


class _Sure(ActModel):
    """A model that gives every pair one act with one probability."""

    def __init__(self, probability: float) -> None:
        self.probability = probability

    def link_probability(self, features: Iterable[str]) -> float:
        return 0.9

    def most(self, link: float) -> float:
        return self.probability

    def judge(self, link: float, features: Iterable[str]) -> Verdict:
        return Verdict("ACCUSE", self.probability)


@pytest.mark.parametrize(
    ("text", "probability", "is_added"),
    [
        ("Russia blamed Armenia.", 0.2, True),
        ("Russia blamed Armenia.", 0.1, False),
        ("Mary Hill blamed Paul Berg.", 0.45, False),
        ("Mary Hill blamed Paul Berg.", 0.55, True),
        ("Russia likes Armenia.", 0.25, False),
        ("Russia likes Armenia.", 0.35, True),
    ],
)
def test_how_sure_the_judge_must_be_hangs_on_whom_and_on_the_words_between(text: str, probability: float, is_added: bool) -> None:
    reading = Reading(text)
    no_acts: list[Act] = []
    judged = judge_acts(reading.tagged, Agents(reading.tagged, reading.mentions), no_acts, events(), _Sure(probability))
    assert bool(judged) is is_added


@pytest.mark.parametrize(
    ("probability", "is_added"),
    [(0.3, False), (0.45, True)],
)
def test_the_judge_must_be_surer_where_the_rules_tell_an_event_between_two(probability: float, is_added: bool) -> None:
    reading = Reading("Russia blamed Armenia after Iran met Israel.")
    agents = Agents(reading.tagged, reading.mentions)
    met = reading.tagged.lowers.index("met")
    iran, israel = agents.at(met - 1), agents.at(met + 1)
    assert iran is not None
    assert israel is not None
    told = Act("CONSULT", None, False, met, (met, met + 1), [iran], [israel], "verb", 0.75)
    judged = judge_acts(reading.tagged, agents, [told], events(), _Sure(probability))
    assert any((act.sources[0].name, act.targets[0].name) == ("Russia", "Armenia") for act in judged) is is_added


@pytest.mark.parametrize(
    ("text", "probability", "read", "is_added"),
    [
        ("Russia likes Armenia.", 0.25, {"ACCUSE": 0.65, "none": 0.35}, True),
        ("Russia likes Armenia.", 0.25, {"ACCUSE": 0.5, "none": 0.5}, False),
        ("Russia likes Armenia.", 0.25, {"ACCUSE": 0.1, "THREATEN": 0.9}, False),
        ("Russia likes Armenia.", 0.15, {"ACCUSE": 0.95, "none": 0.05}, False),
        ("Russia likes Armenia.", 0.25, None, False),
        ("Mary Hill blamed Paul Berg.", 0.3, {"ACCUSE": 0.95, "none": 0.05}, False),
    ],
)
def test_a_reader_of_sentences_confirms_what_the_judge_doubts_of_powers(
    text: str, probability: float, read: Chances | None, is_added: bool
) -> None:
    reading = Reading(text)
    agents, no_acts = Agents(reading.tagged, reading.mentions), list[Act]()
    judged = judge_acts(reading.tagged, agents, no_acts, events(), _Sure(probability), lambda _, pairs: [read for _ in pairs])
    assert bool(judged) is is_added


@pytest.mark.parametrize(
    ("text", "source", "target", "is_joined"),
    [
        ("Iran was blamed by Israel.", "Israel", "Iran", True),
        ("Iran was blamed for the fall of Israel.", "Israel", "Iran", False),
        ("Iran left after Israel resigned.", "Israel", "Iran", False),
        ("Iran ignored it and spoke of Israel.", "Iran", "Israel", False),
    ],
)
def test_who_stands_behind_a_word_or_in_another_clause_is_no_end_of_an_act(text: str, source: str, target: str, is_joined: bool) -> None:
    tagged = Reading(text).tagged
    way = find_way(tagged, tagged.words.index(source), tagged.words.index(target))
    assert way is not None
    assert joins_nobody(tagged, way, way.up[-1]) is not is_joined


def test_the_weights_are_small() -> None:
    assert WEIGHTS.stat().st_size < 3_000_000
