"""The judge of coreference on our own sentences: the weights that ship, and a small training that must learn from them."""

import copy
import re
from pathlib import Path

import pytest

from flows.dictionaries import load_dictionaries
from flows.lexicons import load_tagger
from flows.training.coreference import collect, prepare
from transforms.annotate import annotate_articles
from transforms.annotations import Annotation, Article
from transforms.document import Document
from transforms.identities.pronouns import link_pronouns
from transforms.judges.coreference.columns import COLUMN, FEATURES
from transforms.judges.coreference.features import weigh
from transforms.judges.coreference.labelled import NOBODY, Labelled, Span, read_articles, read_sentences
from transforms.judges.coreference.model import WEIGHTS, Ranker
from transforms.judges.coreference.scene import Scene, form_of
from transforms.judges.coreference.things import find_things, is_thing
from transforms.judges.coreference.train import Example, fit, measure, read_examples


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


def test_the_weights_that_ship_do_better_than_the_rules_on_the_sentences_they_learned(
    sentences: list[Labelled], documents: list[Document], examples: list[Example]
) -> None:
    judged = measure(Ranker.read(WEIGHTS), examples, enough=0.4)
    by_rules = 0
    for labelled, document, example in zip(sentences, documents, examples, strict=False):
        tagged, mentions = document.tagged, copy.deepcopy(document.mentions)
        link_pronouns(tagged, mentions, document.quotes)
        said = {mention.actor_id for mention in mentions if (mention.start, mention.end) == labelled.pronouns[0][:2]}
        by_rules += bool(example.right and said & example.right)
    assert judged.right > by_rules
    assert judged.right >= 0.9 * judged.linked
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


def test_a_title_before_a_name_is_part_of_what_was_marked() -> None:
    text = "They crowned King Harald in Oslo. He was glad."
    spans = (Span(13, 24, "meant"), Span(34, 36, "meant"))
    labelled = Labelled("gap", "titled", text, spans[1:], spans, is_complete=False)
    (document,) = prepare([labelled], load_dictionaries(), load_tagger("full"))
    (example,) = read_examples(labelled, document, None)
    assert example.right


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("Officials in Ghana met on Monday. The price of bread rose in May. It fell in June.", "It"),
        ("Angela Merkel flew to Ankara. His tie was red.", "His"),
        ("The DUP met in Belfast. His tie was red.", "His"),
        ("UVKX praised the report. She studied in Bonn.", "She"),
        ("The University of Bonn closed a hall. His tie was red.", "His"),
    ],
)
def test_a_pronoun_that_nobody_fits_stays_open(text: str, pronoun: str) -> None:
    (document,) = prepare([Labelled("own", "open", text, (), (), is_complete=True)], load_dictionaries(), load_tagger("full"))
    named = {mention.actor_id for mention in document.mentions if mention.layer == "name"}
    link_pronouns(document.tagged, document.mentions, document.quotes, ranker=Ranker.read(WEIGHTS))
    place = text.index(pronoun)
    assert named
    assert [mention.actor_id for mention in document.mentions if (mention.start, mention.layer) == (place, "pronoun")] in ([], [None])


def test_rivals_are_ordered_from_left_to_right_and_by_what_they_are_in_the_sentence() -> None:
    text = "Angela Merkel met Theresa May on Monday. She left. Merkel stayed."
    (document,) = prepare([Labelled("own", "rivals", text, (), (), is_complete=True)], load_dictionaries(), load_tagger("full"))
    scene = Scene(document.tagged, document.mentions, [])
    case = weigh(scene, next(mention for mention in document.mentions if mention.layer == "pronoun"), 0.0)
    named = ("order", "first of its sentence", "highest of its sentence", "alone", "named in the next sentence")
    rows = {text[c.start : c.end]: [row[COLUMN[name]] for name in named] for c, row in zip(case.candidates, case.rows, strict=False)}
    assert rows["Angela Merkel"] == [0, 1, 1, 0, 1]
    assert rows["Theresa May"] == [pytest.approx(1 / 6), 0, 0, 0, 0]


@pytest.mark.parametrize(
    ("word", "form"), [("his", "he"), ("herself", "she"), ("its", "it"), ("their", "they"), ("we", None), ("mine", None), ("cat", None)]
)
def test_forms_of_the_third_person(word: str, form: str | None) -> None:
    assert form_of(word) == form


def test_a_description_has_the_gender_of_whom_it_names() -> None:
    text = (
        "The journalist Matthew Keys reported on Sunday that police had come because the screenshot she sent out held the names of friends."
    )
    read = next(iter(annotate_articles([Article("a", text)], load_dictionaries(), load_tagger("full"))))
    assert isinstance(read, Annotation)
    said = {text[m.start : m.end]: m for m in read.mentions}
    assert (said["The journalist"].actor_id, said["The journalist"].gender) == ("PER.matthew-keys", "m")
    assert said["she"].confidence < 0.75  # nobody else is named, and yet she is not counted as him


def test_our_articles_mark_every_pronoun_and_whom_it_takes_up() -> None:
    articles = list(read_articles())
    assert len(articles) > 100
    for article in articles:
        marked = {(span.start, span.end) for span in article.spans}
        found = [match for match in re.finditer(r"[A-Za-z]+", article.text) if form_of(match[0].lower()) is not None]
        assert [match[0] for match in found if match.span() not in marked] == []
        assert not re.search(r"[][{}|]", article.text)
        named = {span.entity for span in article.spans if form_of(article.text[span.start : span.end].lower()) is None}
        assert {pronoun.entity for pronoun in article.pronouns} - named <= {NOBODY}


def _read(text: str, *, spans: tuple[Span, ...] = ()) -> tuple[Labelled, Document]:
    labelled = Labelled("articles", "one", text, tuple(span for span in spans if span.entity == NOBODY), spans, is_complete=True)
    (document,) = prepare([labelled], load_dictionaries(), load_tagger("full"))
    return labelled, document


def test_things_stand_beside_the_actors_that_it_may_take_up() -> None:
    text = "Parliament in Ghana passed the tax bill last week. Critics of the bill say it costs too much."
    _, document = _read(text)
    scene = Scene(document.tagged, document.mentions, [])
    case = weigh(scene, next(mention for mention in document.mentions if mention.layer == "pronoun"), 0.0)
    assert [text[c.start : c.end] for c in case.candidates if is_thing(c)] == ["bill", "bill"]
    assert "Ghana" in [text[c.start : c.end] for c in case.candidates]


def test_a_thing_is_no_part_of_a_mention_and_heads_its_phrase() -> None:
    _, document = _read("The European Commission praised the trade deal last week.")
    assert [document.tagged.text[thing.start : thing.end] for thing in find_things(document.tagged, document.mentions)] == ["deal"]


def test_a_pronoun_that_means_a_thing_is_learned_from_too() -> None:
    text = "Officials in Ghana met on Monday. The price of bread rose in May. It fell in June."
    start = text.index("It")
    (example,) = read_examples(*_read(text, spans=(Span(start, start + 2, NOBODY),)), None)
    assert example.right == frozenset()
    assert [text[c.start : c.end] for c, may in zip(example.case.candidates, example.allowed, strict=False) if may] == ["bread", "price"]
    assert example.allowed[-1]


def test_who_stands_in_a_caption_is_not_taken_up_in_the_text() -> None:
    text = (
        "President Emmanuel Macron spoke in Lyon on Monday.\n\nA shop in Lyon is boarded up. (Photo by Paul Duval/AFP)\n\n"
        "He also promised new schools for the towns along the river."
    )
    _, document = _read(text)
    link_pronouns(document.tagged, document.mentions, document.quotes, ranker=Ranker.read(WEIGHTS))
    said = {text[m.start : m.end]: m.actor_id for m in document.mentions}
    assert said["He"] == "PER.emmanuel-macron"


@pytest.mark.parametrize(
    ("text", "pronoun", "speaker"),
    [
        ('Bo Lind met Karl Berg. "He was late," Berg said.', "He ", "PER.karl-berg"),
        ('Bo Lind met Karl Berg, who wrote that the tour would "only help his rivals".', "his ", "PER.karl-berg"),
    ],
)
def test_nobody_is_a_third_person_in_his_own_words(text: str, pronoun: str, speaker: str) -> None:
    _, document = _read(text)
    link_pronouns(document.tagged, document.mentions, document.quotes, ranker=Ranker.read(WEIGHTS))
    meant = [mention.actor_id for mention in document.mentions if (mention.start, mention.layer) == (text.rindex(pronoun), "pronoun")]
    assert meant
    assert speaker not in meant


def test_whom_a_speaker_names_in_his_words_is_not_who_speaks() -> None:
    text = "Bo Lind won the vote. He was glad, and so was Karl Berg. “Lind has a plan,” he said."
    _, document = _read(text)
    link_pronouns(document.tagged, document.mentions, document.quotes, ranker=Ranker.read(WEIGHTS))
    said = {text[mention.start : mention.end]: mention.actor_id for mention in document.mentions}
    assert (said["he"], said["He"]) == (said["Karl Berg"], said["Lind"])
