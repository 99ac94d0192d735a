"""Reprints, cuts and updates of one text are one story; different texts are not, whatever order they come in."""

import random
from datetime import date
from hashlib import sha256

import polars as pl
import pytest

from transforms.articles.normalise import normalise_articles
from transforms.articles.stories import VALUE_COLUMNS, cluster_stories, fingerprint_articles
from transforms.readers.outcomes import FileReading, RawArticle, Reading
from warehouse import tables

TODAY = date(2024, 6, 1)
PLACES = "Vienna Geneva Minsk Astana Doha Oslo Ankara Tbilisi Cairo Nairobi Lima Quito Bern Riga Seoul Hanoi".split()
ACTORS = "minister envoy president spokesman general ambassador delegation committee council parliament mayor judge".split()
VERBS = "announced rejected welcomed criticised postponed signed discussed presented questioned confirmed suspended defended".split()
THINGS = "agreement budget proposal timetable ceasefire election treaty inquiry report reform embargo summit convoy loan".split()
ENDS = "on Monday|after long talks|despite protests|in a letter|before the vote|for the third time|without delay|at the border".split("|")


def text_of(seed: int, sentences: int = 24) -> list[str]:
    """Paragraphs of an article of its own: the same seed gives the same text."""
    chance = random.Random(seed)
    return [
        f"The {chance.choice(ACTORS)} of {chance.choice(PLACES)} {chance.choice(VERBS)} the {chance.choice(THINGS)} {chance.choice(ENDS)}, "
        f"and the {chance.choice(ACTORS)} from {chance.choice(PLACES)} "
        f"{chance.choice(VERBS)} a {chance.choice(THINGS)} {chance.choice(ENDS)}."
        for _ in range(sentences)
    ]


EDITS = {
    "same": lambda text: text,
    "cut at the end": lambda text: text[:18],
    "new lead": lambda text: ["An entirely new first paragraph tells what has happened since then in the region.", *text[1:]],
    "agency tag": lambda text: [
        f"OSLO, April 24 (Example News) - {text[0]}",
        *text[1:],
        "(Reporting by Ann Example; Editing by Bob Sample)",
    ],
    "added end": lambda text: [*text, *text_of(999, 4)],
    "other quote marks and case": lambda text: [paragraph.replace("the", "‘the’").upper() for paragraph in text],
    "typing errors": lambda text: [paragraph.replace("delegation", "delegaton").replace("Monday", "Monnday") for paragraph in text],
    "moved paragraph": lambda text: [*text[6:], *text[:6]],
}


def frames_of(*texts: list[str], days: list[str] | None = None) -> tuple[pl.DataFrame, pl.DataFrame]:
    articles = tuple(
        RawArticle("\n\n".join(text), number, title=f"Headline number {number}", published_at=days[number] if days else None)
        for number, text in enumerate(texts)
    )
    file = FileReading("news.json", sha256(b"news").hexdigest(), 1, Reading("json", "json", "utf-8", articles))
    frames = normalise_articles([file], TODAY)
    ordered = frames.appearances.sort("position").join(frames.articles, on="article_id", how="left", maintain_order="left")
    return ordered, fingerprint_articles(frames.articles, frames.paragraphs)


@pytest.mark.parametrize("edit", EDITS)
def test_an_edited_text_stays_in_its_story(edit):
    articles, fingerprints = frames_of(text_of(1), EDITS[edit](text_of(1)), text_of(2))
    stories = dict(cluster_stories(articles, fingerprints).iter_rows())
    one, edited, other = (stories[article_id] for article_id in articles["article_id"])
    assert one == edited
    assert other != one


def test_different_texts_are_different_stories():
    articles, fingerprints = frames_of(*(text_of(seed) for seed in range(60)))
    assert cluster_stories(articles, fingerprints)["story_id"].n_unique() == 60


def test_stories_depend_neither_on_order_nor_on_rows_of_fingerprints():
    articles, fingerprints = frames_of(*(edit(text_of(seed)) for seed in range(6) for edit in EDITS.values()))
    expected = cluster_stories(articles, fingerprints).sort("article_id")
    shuffled = cluster_stories(articles.sample(fraction=1, shuffle=True, seed=3), fingerprints.sample(fraction=1, shuffle=True, seed=4))
    assert shuffled.sort("article_id").equals(expected)
    assert expected["story_id"].n_unique() == 6


def test_story_has_the_id_of_its_earliest_article():
    articles, fingerprints = frames_of(text_of(1), text_of(1)[1:], text_of(1)[:-1], days=["2023-05-02", "2023-05-01", "unknown"])
    stories = cluster_stories(articles, fingerprints)
    assert stories["story_id"].unique().to_list() == [articles["article_id"][1]]


def test_short_texts_are_one_story_only_word_by_word():
    articles, fingerprints = frames_of(["Talks ended without result."], ["Talks ended, without result!"], ["Talks ended with a result."])
    first, second, third = (dict(cluster_stories(articles, fingerprints).iter_rows())[article_id] for article_id in articles["article_id"])
    assert first == second != third


def test_fingerprints_conform_and_are_the_same_every_time():
    articles, fingerprints = frames_of(text_of(1), text_of(2))
    again = frames_of(text_of(1), text_of(2))[1]
    assert fingerprints.equals(again)
    tables.FINGERPRINTS.conform(fingerprints.with_columns(batch_id=pl.lit("b")))
    assert fingerprints.group_by("article_id").len()["len"].unique().to_list() == [32]
    # A change of these numbers changes every story id and needs a rebuild of stored fingerprints.
    first = fingerprints.filter(pl.col("article_id") == articles["article_id"][0], pl.col("band_no") == 0)
    assert first.select(VALUE_COLUMNS).row(0) == (32932605, 1899916, 685583, 2839899)


def test_nothing_to_cluster_gives_nothing():
    articles, fingerprints = frames_of(text_of(1))
    assert cluster_stories(articles.clear(), fingerprints.clear()).is_empty()
    assert fingerprint_articles(articles.clear(), tables.PARAGRAPHS.empty()).is_empty()
