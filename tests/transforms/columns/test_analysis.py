"""The fast tier: what it says about texts, and that it says the same in any batch."""

from datetime import date

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from flows.column_analysis import ColumnAnalyst
from flows.columns import load_columns
from transforms.annotations import Annotation, Article
from transforms.articles.paragraphs import split_paragraphs
from transforms.columns.analysis import Columns, Marks
from transforms.columns.rows import marks_frames

_DAY = date(2018, 5, 1)
_PIECES = [
    "Emmanuel Macron", "Macron", "the French president", "Russia’s foreign ministry", "Türkiye", "Straße", "ﬁnal 😀", "U.S.", "Mr. Xi said",
    "“We will not go back there,” said", "(Reuters) -", "attacked", "Ukraine", "on Monday", "12 May 2017", ". ", "\n\n", "a bad ally", "e\u0301",
    "’s", "Anna Berg", "George W. Bush",
]  # fmt: skip


def rows(texts: list[str], day: date | None = _DAY) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Rows of articles and paragraphs for texts."""
    ids = [f"{number:032x}" for number in range(len(texts))]
    spans = [
        (key, no, p.kind, p.start, p.end) for key, text in zip(ids, texts, strict=True) for no, p in enumerate(split_paragraphs(text, None))
    ]
    names = {"article_id": pl.String(), "paragraph_no": pl.Int64(), "kind": pl.String(), "start_char": pl.Int64(), "end_char": pl.Int64()}
    articles = pl.DataFrame({"article_id": ids, "body": texts}).with_columns(
        pl.lit(day, pl.Date()).alias("published_date"), pl.lit(None, pl.String()).alias("outlet")
    )
    return articles, pl.DataFrame(spans, schema=names, orient="row")


def mentions_of(text: str, day: date | None = _DAY) -> dict[str, dict[str, object]]:
    frame = marks_frames(load_columns().annotate(*rows([text], day)))["mentions"]
    return {row["surface"]: row for row in frame.iter_rows(named=True)}


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.sampled_from(_PIECES), max_size=10).map(" ".join), min_size=1, max_size=3))
def test_every_row_stands_where_it_says(texts: list[str]) -> None:
    articles, paragraphs = rows(texts)
    frames, bodies = marks_frames(load_columns().annotate(articles, paragraphs)), dict(articles.select("article_id", "body").iter_rows())
    for table, column in (("mentions", "surface"), ("credits", "surface"), ("times", "surface"), ("quotes", "content")):
        for row in frames[table].iter_rows(named=True):
            assert bodies[row["article_id"]][row["start_char"] : row["end_char"]] == row[column]
    assert frames["mentions"]["mention_id"].is_unique().all()
    sentences = frames["sentences"].select("article_id", "sentence_no", low="start_char", high="end_char")
    inside = frames["mentions"].join(sentences, on=["article_id", "sentence_no"])
    assert inside.height == frames["mentions"].height
    assert inside.filter((pl.col("start_char") < pl.col("low")) | (pl.col("end_char") > pl.col("high"))).is_empty()


def test_what_is_said_of_an_article_does_not_depend_on_its_batch() -> None:
    texts = [
        "Angela Merkel met Macron. Merkel left.",
        "Anna Berg spoke. Berg was calm. “We will go home now,” she said.",
        "Berg left France.",
    ]
    articles, paragraphs = rows(texts)
    together = marks_frames(load_columns().annotate(articles, paragraphs))
    alone = [marks_frames(load_columns().annotate(articles[number], paragraphs)) for number in range(len(texts))]
    for name, frame in together.items():
        assert_frame_equal(frame, pl.concat([frames[name] for frames in alone]))


@pytest.mark.parametrize(
    ("text", "surface", "actor_id"),
    [
        ("Macron left. Emmanuel Macron had met them.", "Macron", "PER.emmanuel-macron"),
        ("Anna Berg spoke. Berg was calm.", "Berg", "PER.anna-berg"),
        ("Charlotte Photos were lost; the photos were ours.", "Charlotte Photos", None),
        ("The Armenian foreign ministry answered.", "The Armenian foreign ministry", "ARM.GOV.MFA"),
        ("They met the president of Germany.", "the president", "PER.frank-walter-steinmeier"),
        ("The French president left.", "The French president", "PER.emmanuel-macron"),
        ("A former French president left.", "French president", None),
        ("Spain is late. The prime minister left.", "The prime minister", "PER.mariano-rajoy"),
        ("Moscow said it would answer.", "Moscow", "RUS.GOV"),
        ("They met in Moscow.", "Moscow", "PLACE.moscow"),
        ("They met in the Kremlin.", "Kremlin", "PLACE.moscow-kremlin"),
        ("Matt Whitaker spoke in the United States.", "Matt Whitaker", "PER.matthew-whitaker"),
        ("Afghanistan Albania Algeria Andorra Angola", "Albania", None),
        ("They paid US$5 million to CNN.com and to BBC.", "CNN", None),
    ],
)  # fmt: skip
def test_names_and_descriptions_mean_whom_the_article_tells(text: str, surface: str, actor_id: str | None) -> None:
    found = mentions_of(text)
    assert (found[surface]["actor_id"] if surface in found else None) == actor_id


def test_a_title_tells_the_country_and_office_of_a_person_no_dictionary_knows() -> None:
    found = mentions_of("Turkish Foreign Minister Anna Berg left. Later Berg spoke.")
    assert [(found[name]["country"], found[name]["sector"], found[name]["office"]) for name in ("Anna Berg", "Berg")] == [
        ("TUR", "GOV", "foreign minister of Türkiye")
    ] * 2


def test_who_is_called_by_his_office_is_who_held_it_on_the_day() -> None:
    assert mentions_of("President Bush spoke.", date(1990, 5, 1))["Bush"]["actor_id"] == "PER.george-h-w-bush"


def test_an_enumeration_is_read_as_its_first_name() -> None:
    found = mentions_of("The war in Iraq, Iran and Syria went on. Russia and China agreed.")
    assert {name: row["reading"] for name, row in found.items()} == {
        "Iraq": "place", "Iran": "place", "Syria": "place", "Russia": "power", "China": "power"
    }  # fmt: skip


def test_quotations_have_the_speaker_beside_their_cue_and_voices_follow() -> None:
    text = (
        "“We will not pay for France,” said Angela Merkel. Boris Johnson said: “It is a very good deal for all.”\n\n"
        "“Nobody has asked us about it,” he said. It was a “deal” of sorts."
    )
    frames = marks_frames(load_columns().annotate(*rows([text])))
    assert frames["quotes"].select("content", "speaker_actor_id").rows() == [
        ("“We will not pay for France,”", "PER.angela-merkel"),
        ("“It is a very good deal for all.”", "PER.boris-johnson"),
        ("“Nobody has asked us about it,”", None),
    ]
    roles = dict(frames["mentions"].select("surface", "role").iter_rows())
    assert (roles["Angela Merkel"], roles["Boris Johnson"]) == ("speaker", "speaker")
    assert frames["mentions"].filter(surface="France")["voice_actor_id"].to_list() == ["PER.angela-merkel"]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("LONDON (Reuters) - The town fell.", "dateline"),
        ("The town fell, according to Reuters.", "according_to"),
        ("The town fell, citing Reuters.", "citing"),
        ("Anna Berg told Reuters that the town fell.", "told"),
        ("Reuters reported that the town fell.", "reported"),
    ],
)
def test_media_are_credited_by_the_words_beside_them(text: str, cue: str) -> None:
    credits = marks_frames(load_columns().annotate(*rows([text])))["credits"]
    assert credits.select("hop", "outlet_id", "cue", "rule").rows() == [(1, "OUTLET.REUTERS", cue, f"credit.{cue}")]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("April 20, 2018", "2018-04-20"), ("20 April", "2018-04-20"), ("Dec. 30", "2017-12-30"), ("April 2016", "2016-04"),
        ("Monday", "2018-04-30"), ("yesterday", "2018-04-30"), ("2018-04-20", "2018-04-20"), ("Tuesday", "2018-05-01"),
    ],
)  # fmt: skip
def test_days_are_read_from_the_day_of_the_article(words: str, value: str) -> None:
    times = marks_frames(load_columns().annotate(*rows([f"They may leave {words}, and Sun readers marched."])))["times"]
    assert times.select("surface", "value").rows() == [(words, value)]


def test_a_year_is_no_number() -> None:
    times = marks_frames(
        load_columns().annotate(*rows(["In 2016 they left. It fell in 2017. They stood in 2000 villages in 2018-04-20."]))
    )["times"]
    assert times.select("value", "rule").rows() == [("2016", "time.year"), ("2017", "time.year"), ("2018-04-20", "time.iso")]


def test_an_act_is_a_name_a_verb_and_a_name_in_this_order() -> None:
    dyads = marks_frames(
        load_columns().annotate(*rows(["Russia attacked Ukraine. In Russia people attacked. Spain met people of France."]))
    )["dyads"]
    assert dyads.select("source_actor_id", "event", "cue", "target_actor_id").rows() == [("RUS", "ASSAULT", "attacked", "UKR")]


class Tripping(Columns):
    """Columns that trip over one word."""

    def __init__(self) -> None:
        self.inner = load_columns()

    def annotate(self, articles: pl.DataFrame, paragraphs: pl.DataFrame) -> Marks:
        if articles["body"].str.contains("trap").any():
            raise RuntimeError("trap")
        return self.inner.annotate(articles, paragraphs)


def test_an_article_that_fails_costs_no_other() -> None:
    articles, paragraphs = rows(["Anna Berg left.", "A trap.", "Anna Berg stayed."])
    frames, failed = ColumnAnalyst(Tripping()).frames(articles, paragraphs)
    assert failed == {articles["article_id"][1]: "expected to analyse the text, found RuntimeError: trap"}
    assert frames["mentions"]["article_id"].to_list() == [articles["article_id"][0], articles["article_id"][2]]
    told = list(
        ColumnAnalyst(Tripping()).annotate([Article("a", "Anna Berg left."), Article("b", "A trap."), Article("c", "Anna Berg stayed.")])
    )
    assert [isinstance(each, Annotation) for each in told] == [True, False, True]


def test_tones_of_spans_asked_for_and_of_mentions() -> None:
    text = "The brilliant Anna Berg left. Boris Lund told a terrible lie."
    (done,) = ColumnAnalyst(load_columns()).annotate([Article("a", text, targets=((14, 23), (30, 40), (3, 4)))])
    assert isinstance(done, Annotation)
    assert [target.label for target in done.targets] == ["positive", "negative", "neutral"]
    tones = {text[mention.start : mention.end]: mention.tone for mention in done.mentions}
    assert (tones["Anna Berg"] or 0) > 0 > (tones["Boris Lund"] or 0)
