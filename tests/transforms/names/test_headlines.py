"""Headlines are read as sentences: names stay, ordinary words become small, and no character moves."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.analysis import Analyst
from flows.lexicons import load_lexicon
from transforms.annotations import Annotation, Article, Paragraph
from transforms.answers import annotation_line
from transforms.names.headlines import recase_headlines
from transforms.taggers.vocabulary import Vocabulary, read_vocabulary


def read(text: str, day: date | None = date(2025, 9, 24)) -> str:
    return recase_headlines(text, [Paragraph(0, len(text), "body")], load_lexicon(), read_vocabulary(), day)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("EU Imposes Fresh Sanctions On Belarus Over Balloon Incursions", "EU imposes fresh sanctions on Belarus over balloon incursions"),
        ("KENYA RECALLS ENVOY FROM SUDAN AS ROW DEEPENS", "Kenya recalls envoy from Sudan as row deepens"),
        ("Trump Says U.S. Will Hit Iran Again If Work Resumes", "Trump says U.S. will hit Iran again if work resumes"),
        ("Zambia Rejects IMF Demand To Cut Fuel Subsidies", "Zambia rejects IMF demand to cut fuel subsidies"),
        ("Peru Supreme Court Blocks Pension Law", "Peru Supreme Court blocks pension law"),
        ("US MUST PAY UN DUES, GUTERRES TELLS REPORTERS", "US must pay UN dues, Guterres tells reporters"),
        ("Facebook Twitter Pinterest Kamala Harris", "Facebook Twitter Pinterest Kamala Harris"),
        ("Indonesia votes as Prabowo leads", "Indonesia votes as Prabowo leads"),
    ],
)
def test_a_headline_is_read_as_a_sentence(printed: str, expected: str) -> None:
    assert read(printed) == expected


def test_what_the_body_prints_counts_first() -> None:
    head = "Minister Sorrel Fires Angry Aide Over Missing Grant"
    text = f"{head}\n\nThe minister dismissed an aide on Monday, and Grant, who was missing, was angry. A dog was sorrel."
    paragraphs = [Paragraph(0, len(head), "title"), Paragraph(len(head) + 2, len(text), "body")]
    read_as = recase_headlines(text, paragraphs, load_lexicon(), read_vocabulary())
    assert read_as[: len(head)] == "Minister sorrel fires angry aide over missing Grant"
    assert read_as[len(head) :] == text[len(head) :]


@given(st.text(st.sampled_from("AaßİŁ ’.-ÉéKN\n"), max_size=60), st.booleans())
def test_no_character_moves(text: str, knows_words: bool) -> None:
    vocabulary = read_vocabulary() if knows_words else Vocabulary()
    assert len(recase_headlines(text, [Paragraph(0, len(text), "title")], load_lexicon(), vocabulary)) == len(text)


def test_offsets_and_words_are_those_of_the_text_as_printed() -> None:
    text = "RUTO ASKS PARLIAMENT TO SCRAP LEVY\n\nKenya’s President William Ruto asked parliament to withdraw the bill."
    (done,) = Analyst.of("full").annotate([Article("a", text, published_at=date(2024, 6, 26))])
    assert isinstance(done, Annotation)
    found = {mention["text"]: mention["actor_id"] for mention in annotation_line(done)["mentions"]}
    assert (found["RUTO"], found["William Ruto"]) == ("PER.william-ruto", "PER.william-ruto")


@pytest.mark.parametrize(
    ("text", "surface", "actor_id"),
    [
        ("Trump and Macron spoke on Monday.", "Trump", "PER.donald-trump"),
        ("Xi and Tinubu spoke on Monday.", "Xi", "PER.xi-jinping"),
        ("“It is over,” Merz told Albanese.", "Albanese", "PER.anthony-albanese"),
    ],
)
def test_the_bare_surname_of_a_ruler_is_found_where_the_tagger_sees_none(text: str, surface: str, actor_id: str) -> None:
    (done,) = Analyst.of("full").annotate([Article("a", text, published_at=date(2025, 11, 10))])
    assert isinstance(done, Annotation)
    assert actor_id in [m.actor_id for m in done.mentions if text[m.start : m.end] == surface]
