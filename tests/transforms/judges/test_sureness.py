"""The judge of sureness: what it sets, what it leaves alone, its training, its scorer, and the fallback without weights."""

import csv
import gzip
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from flows.dictionaries import load_dictionaries, load_sureness_judge
from flows.lexicons import load_tagger
from flows.training.excerpts import read_excerpts
from flows.training.sureness import (
    OWN,
    act_examples,
    cross_validate,
    fit,
    measured_figures,
    mention_examples,
    own_examples,
    read_labels,
    speech_examples,
)
from flows.versions import DECIDING, ROOT
from transforms.acts.act_reader import NOTHING
from transforms.annotate import annotate_articles
from transforms.annotations import Annotation, Article
from transforms.judges.acts.labelled import read_labelled
from transforms.judges.sureness.judge import read_between
from transforms.judges.sureness.mention_features import Company, mention_features
from transforms.judges.sureness.mentions import MEASURED, is_judged, share_right
from transforms.judges.sureness.model import PARTS, WEIGHTS, Sureness

#: From here on mentions are counted (the view `thresholds`).
MENTION_FROM = 0.75
TEXT = (
    "President Vladimir Putin accused Ukraine of breaking the truce on Monday.\n\n"
    "“Ukraine has broken every promise that it made to Russia,” Putin told the parliament.\n\n"
    "Ann Lee, who works near the Kremlin, said she had met a man from Turkey."
)


def read(model: Sureness | None) -> Annotation:
    words = replace(load_dictionaries(), sureness=model)
    (annotation,) = annotate_articles([Article("1", TEXT)], words, load_tagger("full"))
    assert isinstance(annotation, Annotation), annotation
    return annotation


def test_it_judges_acts_with_an_event_and_quotations_with_a_speaker() -> None:
    judged, plain = read(load_sureness_judge()), read(None)
    assert [dyad.event for dyad in judged.dyads] == [dyad.event for dyad in plain.dyads]
    for dyad, before in zip(judged.dyads, plain.dyads, strict=True):
        if dyad.event is None:
            assert dyad.confidence == before.confidence
        if dyad.rule == "judge":  # alone no surer than it is
            assert dyad.confidence <= before.confidence
        assert 0 <= dyad.confidence <= 1
    assert any(dyad.confidence != before.confidence for dyad, before in zip(judged.dyads, plain.dyads, strict=True))
    spoken = [quote for quote in judged.quotes if quote.speaker is not None]
    assert len(spoken) > 1
    assert {quote.confidence for quote in spoken}.isdisjoint({0.85})
    assert [mention.actor_id for mention in judged.mentions] == [mention.actor_id for mention in plain.mentions]


def test_a_plain_act_is_surer_than_one_of_private_people() -> None:
    judged = read(load_sureness_judge())
    accused = next(dyad for dyad in judged.dyads if dyad.event == "ACCUSE")
    others = [dyad.confidence for dyad in judged.dyads if dyad.event not in {None, "ACCUSE"}]
    assert others
    assert accused.confidence > max(others)


def test_words_are_about_fewer_than_by_the_rules() -> None:
    judged, plain = (
        {(mention.start, mention.end) for mention in read(model).mentions if mention.is_topic} for model in (load_sureness_judge(), None)
    )
    assert judged < plain
    assert "Ukraine" in {TEXT[start:end] for start, end in judged}


def test_of_a_rule_the_share_that_was_found_right_is_known() -> None:
    said = next(mention for mention in read(None).mentions if TEXT[mention.start : mention.end] == "Putin")
    assert share_right(replace(said, rule="pronoun.it", confidence=0.9)) == 0.2
    assert (
        share_right(replace(said, rule="pronoun.its", confidence=0.79))
        < 0.85
        < share_right(replace(said, rule="pronoun.its", confidence=0.8))
    )
    assert share_right(replace(said, rule="nominal.of_no_such_kind", confidence=0.5)) == share_right(replace(said, rule="nominal.*"))
    assert share_right(replace(said, rule="never.measured", confidence=0.5)) == 0.5
    one, many = (share_right(replace(said, rule="pronoun.speaker", confidence=0.9, is_plural=plural)) for plural in (False, True))
    assert many < 0.85 < one


@pytest.mark.parametrize(
    ("text", "surer", "less"),
    [
        ("Angela Merkel met farmers in Berlin. The Rillware Suite was shown. Merkel praised them.", "Angela Merkel", "Rillware Suite"),
        ("France rejected the plan. Paula Rill met Clara Moll, whom she had told of it. Then it rained on her.", "France", "her"),
    ],
)
def test_a_known_name_is_surer_than_what_may_be_a_product_or_anybody(text: str, surer: str, less: str) -> None:
    (annotation,) = annotate_articles([Article("1", text)], load_dictionaries(), load_tagger("full"))
    assert isinstance(annotation, Annotation)
    sure = {text[mention.start : mention.end]: mention.confidence for mention in annotation.mentions if is_judged(mention)}
    assert sure[surer] > MENTION_FROM
    assert sure.get(less, 0.0) < sure[surer]


def test_the_first_mention_of_an_actor_knows_the_others() -> None:
    judged = read(None)
    company = Company(judged.tagged, judged.mentions)
    putin = [mention for mention in company.mentions if mention.actor_id == "PER.vladimir-putin"]
    assert company.before(putin[0]) is None
    assert company.together(putin[0]).times == len(putin)
    assert all(company.place(mention) == company.mentions.index(mention) for mention in putin)
    assert {"is first:True|name", "words:2|person"} <= set(mention_features(putin[0], company, 0.9))


def test_judged_mentions_are_found_again() -> None:
    judged = read(None)
    mention = next(mention for mention in judged.mentions if is_judged(mention))
    row = {"id": "a", "start": str(mention.start), "end": str(mention.end), "actor_id": str(mention.actor_id), "drawn_from": "2.0"}
    described = {"kind": str(mention.kind), "country": mention.country or "", "sector": "LEG" if mention.sector != "LEG" else "GOV"}
    assert not list(mention_examples([row | described | {"verdict": "K"}], {"a": judged}))  # which was mended since
    (found,) = mention_examples([{**row, "verdict": "A"}, {**row, "actor_id": "PER.another", "verdict": "R"}], {"a": judged})
    assert (found.document, found.right, found.weight) == ("a", 0.5, 2.0)


def test_measured_shares_are_weighed_by_the_rules_that_mentions_had_when_they_were_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flows.training.sureness.MANY", 1)
    judged = read(None)
    rows = [
        {"id": "a", "start": str(mention.start), "end": str(mention.end), "actor_id": str(mention.actor_id), "drawn_from": "1.0"}
        | ({"rule": "pronoun.it", "verdict": "W"} if number % 2 else {"rule": "person.same_name", "verdict": "R"})
        for number, mention in enumerate(mention for mention in judged.mentions if is_judged(mention))
    ]
    whole, *of_rules = measured_figures(rows, {"a": judged})
    assert whole == f"mention, by the measured shares alone: {len(rows)} rows, AUC 1.000"
    assert f"mention of pronoun.it: measured 0.20, right 0.00 of {len(rows) // 2} rows" in of_rules


def test_i_is_as_sure_as_the_speaker_and_unnamed_people_are_as_before() -> None:
    text = "“I will win,” Angela Merkel told reporters in Berlin. Protesters booed."
    (annotation,) = annotate_articles([Article("1", text)], load_dictionaries(), load_tagger("full"))
    assert isinstance(annotation, Annotation)
    speaker = next(mention for mention in annotation.mentions if mention.rule == "pronoun.speaker")
    assert speaker.actor_id == "PER.angela-merkel"
    (quote,) = annotation.quotes
    assert speaker.confidence <= quote.confidence
    for mention in annotation.mentions:
        if mention.actor_id and mention.actor_id.startswith("GENERIC."):
            assert mention.confidence < MENTION_FROM, mention.rule


def test_every_measured_rule_is_one_that_there_is() -> None:
    ids = Path(__file__).parents[3] / "warehouse" / "rule_ids.csv"
    rules = {row["rule"] for row in csv.DictReader(ids.read_text(encoding="utf-8").splitlines())}
    families = {rule.partition(".")[0] for rule in rules}
    for row in csv.DictReader(MEASURED.read_text(encoding="utf-8").splitlines()):
        family = row["rule"].partition(".")[0]
        assert row["rule"] in rules or f"{family}.*" in rules or (row["rule"] == f"{family}.*" and family in families), row["rule"]
        assert 0 <= float(row["share_right"]) <= 1
        assert int(row["judged_count"]) > 3


def test_its_training_tells_right_from_wrong_and_is_repeatable(tmp_path: Path) -> None:
    examples = list(own_examples(read_labelled()[:300]))
    linear = fit("act", examples)
    right = np.array([example.right for example in examples])
    Sureness(dict.fromkeys(PARTS, linear), (1.0, 0.5, 0.25, 0.0)).save(tmp_path / "weights.npz")
    model = Sureness.read(tmp_path / "weights.npz")
    said = np.array([model.judge("act", example.features) for example in examples])
    assert said[right == 1].mean() > said[right == 0].mean() + 0.1
    assert said.mean() == pytest.approx(right.mean(), abs=0.05)
    assert fit("act", examples).weights.tolist() == linear.weights.tolist()
    held_out = cross_validate(
        "act", [one._replace(weight=1.0, features=[name for name in one.features if name != OWN]) for one in examples]
    )
    assert len(held_out[0]) == len(examples)


def test_rows_that_were_judged_are_found_again() -> None:
    text = "Anna Berg said Ukraine had broken the truce. Russia accused Ukraine of lies."
    words = replace(load_dictionaries(), sureness=None)
    (annotation,) = annotate_articles([Article("1", text)], words, load_tagger("full"))
    assert isinstance(annotation, Annotation)
    accused = next(dyad for dyad in annotation.dyads if dyad.event == "ACCUSE")
    assert accused.source is not None
    assert accused.target is not None
    spans = {"source_start": accused.source.start, "source_end": accused.source.end, "target_start": accused.target.start,
             "target_end": accused.target.end, "cue_start": accused.cue[0]}  # fmt: skip
    row = {name: str(value) for name, value in spans.items()} | {"id": "a_1_2_3", "event": "ACCUSE", "verdicts": "A"}
    (act,) = act_examples([row, {**row, "event": "ASSAULT"}], {"a_1_2_3": annotation})
    assert (act.document, act.right) == ("a_1_2", 0.5)
    said = text.index("Ukraine had")
    told = {"id": "a_1_2_3", "said_start": str(said), "said_end": str(text.index(". Russia")), "about_start": str(said),
            "about_end": str(said + len("Ukraine")), "speech": "Y", "about": "P", "tone": "Y"}  # fmt: skip
    (quotation,), (topic,) = speech_examples([told], {"a_1_2_3": annotation})
    assert (quotation.right, topic.right) == (1.0, 0.0)


def test_excerpts_are_made_text_again(tmp_path: Path) -> None:
    sentences = {1: "Rill met Moll.", 2: "Moll smiled.", 5: "It rained."}
    rows = [{"id": f"allsides_7_8_{number}_Rill_0_4", "text": text} for number, text in sentences.items()]
    tokens = ["“", "We", "ca", "n’t", "wait", ",", "”", "Rill", "’s", "14", "-", "year", "-", "old", "son", "said", "."]
    whole = {"id": "GUM_news_rill", "tokens": [*tokens, "Good", "."], "sent": [1] * len(tokens) + [2, 2]}
    for name, lines in {"tone_newsmtsc": rows, "gum_coref": [whole, {**whole, "id": "GUM_court_rill"}], "events_meantime": []}.items():
        with gzip.open(tmp_path / f"{name}.jsonl.gz", "wt", encoding="utf-8") as out:
            out.write("\n".join(map(json.dumps, lines)))
    assert read_excerpts(tmp_path) == {
        "allsides_7_8": "Rill met Moll. Moll smiled.\n\nIt rained.",
        "GUM_news_rill": "“We can’t wait,” Rill’s 14-year-old son said. Good.",
    }


def test_every_label_has_a_verdict_that_the_card_explains() -> None:
    assert set("".join(row["verdicts"] for row in read_labels("acts.csv"))) == set("RANTEUI")
    says = read_labels("says.csv")
    assert set("".join(row["speech"] for row in says)) == set("YSNB")
    assert set("".join(row["about"] for row in says)) == set("YPWJ")
    mentions = read_labels("identities.csv")
    assert {row["verdict"] for row in mentions} == set("RAWKJ")
    assert all(row["rule"] for row in mentions)


def test_the_weights_stay_small() -> None:
    assert WEIGHTS.stat().st_size < 200_000


def test_without_weights_the_rules_say_how_sure_they_are(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert load_sureness_judge(tmp_path / "weights.npz") is None
    assert "rows are as sure as their rules" in caplog.text


def test_a_reader_of_sentences_has_its_say_on_acts_between_two() -> None:
    model = load_sureness_judge()
    assert model is not None
    assert model.judge_read(0.7, 0.95, 0.01) > model.judge_read(0.7, 0.3, 0.6)
    assert 0 <= model.judge_read(0.0, 0.0, 1.0) < model.judge_read(1.0, 1.0, 0.0) <= 1
    plain = read(model)
    asked = read_between(plain.tagged, plain.dyads, lambda _, spans: [{"ACCUSE": 0.9, NOTHING: 0.1} for _ in spans])
    assert {dyad.event for dyad, _ in asked} == {dyad.event for dyad in plain.dyads if dyad.event and dyad.source and dyad.target}


def test_other_measured_shares_are_another_version_of_the_program() -> None:
    assert MEASURED in {path for pattern in DECIDING for path in ROOT.glob(pattern)}
