"""The encoder of the tier deep: its weights, what it says of known sentences, and what is said where it is missing."""

import csv
import gzip
import json
import shutil
import sys
from functools import cache
from itertools import takewhile
from pathlib import Path

import numpy as np
import pytest

from flows.training.deep.acts import NOTHINGS, read_acts
from flows.training.deep.examples import read_news_acts, read_places
from flows.training.deep.figures import one_sentence
from tests.transforms.small_world import small_lexicon, tag
from transforms.annotations import Article, TaggedText
from transforms.document import Document
from transforms.judges.acts.labelled import parse
from transforms.judges.deep.encoder import ENCODER, FOLDER, HEAD_WEIGHTS, Encoder, EncoderError, check_weights
from transforms.judges.deep.judges import judge_tones, read_powers
from transforms.judges.deep.layout import HEADS, markers_of, place_markers
from transforms.pipeline import STAGES, Dictionaries
from warehouse.vocabulary import EVENTS

TONES = {
    "[Anna Berg] was praised for her courage and her wit.": "positive",
    "Critics called [Anna Berg] a corrupt and dishonest liar.": "negative",
    "[Anna Berg] arrived in Oslo on Tuesday.": "neutral",
    "Anna Berg said the disgraced [Mayor Holm] had robbed the poor.": "negative",
    "[Anna Berg] said the disgraced Mayor Holm had robbed the poor.": "neutral",
}


READINGS = {
    "[Beijing] accused its neighbours of meddling.": "power",
    "She was born in [Beijing] in 1962.": "place",
    "The embargo that [Norway] had signed hit the town of Bergen.": "power",
    "The embargo that Norway had signed hit the town of [Bergen].": "place",
}


@cache
def encoder() -> Encoder:
    return Encoder.load()


def marked(sentence: str) -> tuple[TaggedText, tuple[int, int]]:
    before, _, rest = sentence.partition("[")
    inside, _, after = rest.partition("]")
    return one_sentence(before + inside + after), (len(before), len(before) + len(inside))


def test_the_weights_are_those_that_were_measured_and_small() -> None:
    check_weights()
    assert (FOLDER / ENCODER).stat().st_size < 25_000_000


def test_the_weights_hold_the_heads_of_the_layout_and_no_other() -> None:
    with np.load(FOLDER / HEAD_WEIGHTS, allow_pickle=False) as stored:
        assert set(stored) == {f"{head.name}_{part}" for head in HEADS for part in ("weight", "bias")}


@pytest.mark.parametrize(("sentence", "label"), TONES.items())
def test_a_tone_is_toward_the_span_and_not_of_the_sentence(sentence: str, label: str) -> None:
    tagged, span = marked(sentence)
    (verdict,) = judge_tones(encoder())(tagged, [span])
    assert verdict.label == label


@pytest.mark.parametrize(("sentence", "reading"), READINGS.items())
def test_a_name_is_read_as_place_or_power_where_it_stands(sentence: str, reading: str) -> None:
    tagged, span = marked(sentence)
    (power,) = read_powers(encoder())(tagged, [span])
    assert power is not None
    assert (power > 0.8) if reading == "power" else (power < 0.2)


@pytest.mark.parametrize(("power", "actor"), [(0.05, "PLACE.moscow"), (0.6, "RUS.GOV"), (None, "RUS.GOV")])
def test_a_reading_stands_against_the_rules_where_it_is_sure(power: float | None, actor: str) -> None:
    words = Dictionaries(small_lexicon(), None, None, None, None, places=lambda _, spans: [power] * len(spans))
    article = Article("a", "Moscow said that it would wait.")
    document = Document(article, tag(article.text))
    for stage in takewhile(lambda stage: stage.id != "speaker", STAGES):
        stage.run(document, words)
    assert document.mentions[0].actor_id == actor


def test_what_is_answered_does_not_depend_on_what_else_is_asked() -> None:
    text = "Anna Berg said the disgraced Mayor Holm had robbed the poor."
    spans = [((0, 9),), ((29, 39),)]
    alone = [answer for span in spans for answer in encoder().ask("tone", one_sentence(text), [span])]
    assert encoder().ask("tone", one_sentence(text), spans) == alone
    assert all(answer is not None and sum(answer) == pytest.approx(1, abs=0.02) for answer in alone)


def test_what_is_answered_does_not_depend_on_the_article_before() -> None:
    articles = [one_sentence("Anna Berg was praised for her courage."), one_sentence("Anna Berg lied.")]
    alone = [Encoder.load().ask("tone", article, [((0, 9),)]) for article in articles]
    assert [encoder().ask("tone", article, [((0, 9),)]) for article in articles * 2] == alone * 2


def test_what_lies_behind_the_last_piece_is_not_answered() -> None:
    text = "so " * 300 + "Anna Berg left."
    assert encoder().ask("tone", one_sentence(text), [((900, 909),), ((0, 2),)])[0] is None
    assert judge_tones(encoder())(one_sentence(text), [(900, 909)])[0] == (0.0, "neutral")


def test_markers_stand_at_the_first_and_last_piece_of_a_span_and_belong_to_one_head() -> None:
    offsets = [(0, 0), (0, 4), (4, 6), (7, 9), (0, 0)]
    assert place_markers(offsets, [(0, 6), (7, 9)]) == [1, 2, 3, 3]
    assert place_markers(offsets, [(10, 12)]) is None
    markers = [marker for head in HEADS for marker in markers_of(head)]
    assert len(set(markers)) == len(markers) == sum(2 * len(head.spans) for head in HEADS)
    assert max(markers) < 100  # word pieces behind are of texts


def test_missing_or_other_weights_are_refused_with_the_next_command(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match=r"expected the weights of the tier deep, found none; .* make train-deep"):
        Encoder.load(tmp_path)
    folder = shutil.copytree(FOLDER, tmp_path / "deep")
    (folder / HEAD_WEIGHTS).write_bytes(b"other")
    with pytest.raises(EncoderError, match="expected the sha256"):
        Encoder.load(folder)


def test_without_the_extra_the_sentence_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(EncoderError, match=r"pip install 'personae\[deep\]'"):
        Encoder.load()


def test_own_sentences_of_places_and_powers_are_many_and_balanced() -> None:
    examples = list(read_places(sorted((FOLDER / "sentences").glob("*.csv"))))
    assert len({(example.text, example.spans) for example in examples}) == len(examples) >= 500
    assert 0.4 < sum(example.answer == "power" for example in examples) / len(examples) < 0.6
    assert all(example.text[start:end].strip("[]{}") for example in examples for start, end in example.spans)
    assert not any(set("[]{}") & set(example.text) for example in examples)


def test_acts_are_learned_from_what_would_be_asked_bystanders_and_all() -> None:
    marked = "[The Kenyan government] accused [Somalia] on Friday, and Uganda watched."
    examples = list(read_acts([parse("1>2 ACCUSE", marked)]))
    told = {tuple(example.text[start:end] for start, end in example.spans): example.answer for example in examples}
    assert told["The Kenyan government", "Somalia"] == "ACCUSE"
    assert told["Somalia", "The Kenyan government"] == told["Uganda", "Somalia"] == "none"
    assert len(told) == len(examples) == 1 + NOTHINGS


def test_a_mark_that_the_program_does_not_see_is_learned_as_it_is_marked() -> None:
    told = {
        tuple(one.text[start:end] for start, end in one.spans): one.answer
        for one in read_acts([parse("1>2 ASSAULT", "[A bomb] killed [two men].")])
    }
    assert told == {("A bomb", "two men"): "ASSAULT", ("two men", "A bomb"): "none"}


def test_labelled_news_is_learned_with_its_way_back(tmp_path: Path) -> None:
    text = "Anna Berg met Mayor Holm, who accused her of theft."
    with gzip.open(tmp_path / "news.jsonl.gz", "wt", encoding="utf-8") as lines:
        lines.write(json.dumps({"id": "a", "text": text}) + "\n")
    labels = tmp_path / "labels.csv"
    rows = ["a,0,9,14,24,CONSULT", "a,14,24,38,41,ACCUSE", "a,0,9,38,41,"]
    labels.write_text("\n".join(["id,source_start,source_end,target_start,target_end,event", *rows]), encoding="utf-8")
    examples = list(read_news_acts(labels, tmp_path / "news.jsonl.gz"))
    told = {tuple(text[start:end] for start, end in one.spans): one.answer for one in examples}
    assert told == {
        ("Anna Berg", "Mayor Holm"): "CONSULT", ("Mayor Holm", "Anna Berg"): "CONSULT",
        ("Mayor Holm", "her"): "ACCUSE", ("her", "Mayor Holm"): "none", ("Anna Berg", "her"): "none",
    }  # fmt: skip
    assert len(examples) == len(told)
    assert all(one.is_news and one.text == text for one in examples)


def test_labels_of_news_are_many_and_of_known_events() -> None:
    with (FOLDER / "labels" / "newsmtsc_acts.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert {row["event"] for row in rows} <= {"", *EVENTS}
    assert len({tuple(row.values())[:5] for row in rows}) == len(rows) >= 1500
