"""What readers found becomes rows: cleaned, dated, each article once, ids made of content alone."""

import re
from datetime import UTC, date, datetime
from hashlib import sha256

import polars as pl
import pytest

from transforms.articles.clean import clean_column
from transforms.articles.folded_texts import fold_words, plain_texts
from transforms.articles.languages import find_language
from transforms.articles.normalise import normalise_articles
from transforms.articles.normalised import LATER_COLUMNS, ArticleFrames
from transforms.readers.outcomes import FileReading, RawArticle, Reading, Rejected
from warehouse import tables

TODAY = date(2024, 6, 1)
SENTENCE = "The ministers of both countries met in the capital on Tuesday and agreed to reopen the border crossing."


def file_of(*articles: RawArticle | Rejected, path: str = "news.json") -> FileReading:
    return FileReading(path, sha256(repr((path, articles)).encode()).hexdigest(), 100, Reading("json", "json", "utf-8", articles))


def normalise(*articles: RawArticle | Rejected, path: str = "news.json") -> ArticleFrames:
    return normalise_articles([file_of(*articles, path=path)], TODAY)


def only(frames: ArticleFrames) -> dict:
    assert frames.articles.height == 1, frames.refusals
    return frames.articles.row(0, named=True)


def test_frames_have_the_columns_of_their_tables():
    frames = normalise(RawArticle(SENTENCE, title="Border to reopen", authors=("Ann Example",)))
    for table, frame in [
        (tables.FILES, frames.files),
        (tables.AUTHORS, frames.authors),
        (tables.PARAGRAPHS, frames.paragraphs),
        (tables.APPEARANCES, frames.appearances),
    ]:
        assert frame.height > 0
        table.conform(frame.with_columns(batch_id=pl.lit("b")))
    later = {"batch_id": "b", "story_id": "s", "outlet_id": None, "is_analysed": True, "lexicon_version": "l"}
    assert set(later) == set(LATER_COLUMNS)
    tables.ARTICLES.conform(frames.articles.with_columns(pl.lit(value).alias(name) for name, value in later.items()))


def test_body_begins_with_the_title_once_and_paragraphs_are_its_spans():
    frames = normalise(RawArticle(f"Border to reopen\r\n\r\nBorder to reopen\r\n\r\n{SENTENCE}\r\n\r\n‘Red lines’\r\n\r\n{SENTENCE}"))
    article = only(frames)
    assert article["body"] == f"Border to reopen\n\n{SENTENCE}\n\n‘Red lines’\n\n{SENTENCE}"
    assert article["title"] == "Border to reopen"
    spans = [(row["kind"], article["body"][row["start_char"] : row["end_char"]]) for row in frames.paragraphs.iter_rows(named=True)]
    assert spans == [("title", "Border to reopen"), ("body", SENTENCE), ("heading", "‘Red lines’"), ("body", SENTENCE)]


def test_a_dateline_is_a_paragraph_of_its_own_on_the_line_of_the_one_it_opens():
    frames = normalise(RawArticle(f"TARSK —  {SENTENCE}\n\nMORE — {SENTENCE}", title="Border"))
    body = only(frames)["body"]
    assert body == f"Border\n\nTARSK — {SENTENCE}\n\nMORE — {SENTENCE}"
    spans = [(row["kind"], body[row["start_char"] : row["end_char"]]) for row in frames.paragraphs.iter_rows(named=True)]
    assert spans == [("title", "Border"), ("dateline", "TARSK —"), ("body", SENTENCE), ("body", f"MORE — {SENTENCE}")]


def test_characters_that_only_get_in_the_way_are_cleaned():
    raw = RawArticle("Zuru\u0308ck in\u00a0Ko\u00adsovo:\u200b the \ufb01rst \ttalks ended on Tuesday.", title="Tal\u00adks\u00a0end")
    article = only(normalise(raw))
    assert article["title"] == "Talks end"
    assert article["body"].endswith("Zurück in Kosovo: the first talks ended on Tuesday.")


UNCLEAN = "\x1b[31mThe\x00 \u202eHeadland\t\u2066Courier\u2069\n\x9b \u200e(daily)\x7f"


@pytest.mark.parametrize("script", ["", " \u05d0\u05d1 \u0633\u200c\u0633\u061c"])
def test_no_word_that_reaches_a_table_can_steer_a_terminal(script):
    words = UNCLEAN + script
    raw = RawArticle(
        f"{words} {SENTENCE}", title=words, authors=(words,), outlet=words, url=f"https://e.org/\x1b[2Ja?{words}", language="e\x1bn",
        fields=((words, words),),
    )  # fmt: skip
    broken = Rejected("malformed", f"found {words}", member="a")
    frames = normalise(raw, broken)
    told = [refusal.rejected.detail for refusal in frames.refusals]
    for frame in (frames.articles, frames.authors, frames.article_fields):
        told += [cell.replace("\n", "") for row in frame.select(pl.col(pl.String())).rows() for cell in row if cell is not None]
    allowed = {"\u200c"} if script else set()  # it shapes letters
    assert {sign for cell in told for sign in cell if not sign.isprintable()} <= allowed
    article = only(frames)
    assert article["outlet"].startswith("[31mThe Headland Courier (daily)")
    assert frames.article_fields["value"].to_list() == [article["outlet"]]


def test_what_is_looked_at_once_is_what_a_second_look_would_leave_alone():
    plain = pl.Series([chr(code) for code in range(0x3000) if re.fullmatch(r"[\n -~¡-ʬЀ-ҁ‐-‧←-⌨─-➿]", chr(code)) and code != 0xAD])
    looked_at_twice, _ = clean_column("e" + plain + "o\u200b")
    assert clean_column("e" + plain + "o")[0] == looked_at_twice


def test_mojibake_is_repaired_and_remarked():
    frames = normalise(RawArticle("â€œWe agreed,â€\u009d the ministerâ€™s office said in MÃ¼nchen on Tuesday."))
    assert only(frames)["body"] == "“We agreed,” the minister’s office said in München on Tuesday."
    assert [remark.reason for remark in frames.remarks] == ["encoding_repaired"]


def test_a_letter_that_was_decoded_twice_too_often_is_itself() -> None:
    frames = normalise(RawArticle("FranÃÂ§ois Hollande met JosÃÂ© Barroso in Brussels on Tuesday, his office said."))
    assert only(frames)["body"] == "François Hollande met José Barroso in Brussels on Tuesday, his office said."


def test_mojibake_that_lost_a_byte_is_repaired_as_well_as_can_be():
    frames = normalise(RawArticle("The realâ€world plan was â€œgoodâ€, he said.Â Nobody in the cityÂ agreed on Tuesday."))
    assert only(frames)["body"] == "The real-world plan was “good”, he said. Nobody in the city agreed on Tuesday."


@pytest.mark.parametrize(
    "text",
    [
        "Ângela and Â Ltd. met on Tuesday in Vâlcea.",
        "Ángel Ñíguez Ão said so on Tuesday in São João.",
        "The naïve façade of the café fell on Tuesday.",
    ],
)
def test_sound_text_is_not_repaired(text):
    frames = normalise(RawArticle(text))
    assert only(frames)["body"] == text
    assert frames.remarks == []


def test_article_of_nothing_but_title_or_boilerplate_is_refused():
    frames = normalise(
        RawArticle("  \n ", title="Border to reopen"),
        RawArticle("Border to reopen\n\n© 2023 Example Media", title="Border to reopen", position=1),
        Rejected("malformed", "expected JSON", 2),
    )
    assert frames.articles.is_empty()
    assert sorted((refusal.rejected.reason, refusal.rejected.position) for refusal in frames.refusals) == [
        ("malformed", 2),
        ("no_body", 0),
        ("no_body", 1),
    ]


def test_refused_files_are_kept_with_their_path():
    refused = FileReading("a.pdf", "0" * 64, 9, Rejected("unknown_format", "found a PDF document"))
    frames = normalise_articles([refused], TODAY)
    assert frames.files.is_empty()
    assert [(refusal.path, refusal.rejected.reason) for refusal in frames.refusals] == [("a.pdf", "unknown_format")]


def test_ids_depend_on_content_and_not_on_order_file_or_position():
    one, other = RawArticle(SENTENCE, title="One"), RawArticle(f"{SENTENCE} So be it.", title="Other", position=1)
    forward = normalise_articles([file_of(one, path="a.json"), file_of(other, path="b.json")], TODAY)
    backward = normalise_articles([file_of(other, path="b.json"), file_of(one, path="a.json")], TODAY)
    for name in ("files", "articles", "authors", "paragraphs", "appearances"):
        assert getattr(forward, name).sort(pl.all()).equals(getattr(backward, name).sort(pl.all())), name


def test_same_article_in_two_files_is_one_article_with_two_appearances():
    raw = RawArticle(SENTENCE, title="Border to reopen")
    frames = normalise_articles([file_of(raw, path="a.json"), file_of(raw, path="b.json")], TODAY)
    assert frames.articles.height == 1
    assert frames.appearances.height == 2
    assert frames.paragraphs.height == 2


def test_found_articles_are_appearances_and_refusals():
    frames = normalise(*(RawArticle(SENTENCE if number % 2 else "", position=number) for number in range(10)))
    assert frames.appearances.height + len(frames.refusals) == 10


def test_reprints_share_their_text_hash_whatever_their_headline_and_punctuation():
    frames = normalise(
        RawArticle(f"“{SENTENCE}”\n\nRead more: elsewhere", title="Border to reopen"),
        RawArticle(f'"{SENTENCE.upper()}"', title="Crossing opens again", position=1),
        RawArticle(f"{SENTENCE} Not.", position=2),
    )
    hashes = frames.articles["text_hash"].to_list()
    assert len(hashes) == 3
    assert len(set(hashes)) == 2


def test_texts_fold_alike_whether_all_their_letters_are_those_of_ascii():
    texts = [f"He{chr(code)} Said" for code in range(0x2000, 0x2800)]
    folded = pl.DataFrame({"text": texts}).select(fold_words(pl.col("text"))).to_series().to_list()
    articles = pl.DataFrame({"article_id": texts, "body": texts})
    spans = [{"article_id": text, "kind": "body", "paragraph_no": 0, "start_char": 0, "end_char": len(text)} for text in texts]
    assert plain_texts(articles, pl.DataFrame(spans)) == folded


@pytest.mark.parametrize(
    ("raw", "path", "day", "precision", "origin"),
    [
        (
            RawArticle(SENTENCE, published_at="2023-04-24T22:15:00-05:00", published_from="metadata"),
            "n.json",
            date(2023, 4, 24),
            "minute",
            "metadata",
        ),
        (RawArticle(SENTENCE, published_at="April 2023"), "n.json", date(2023, 4, 1), "month", "metadata"),
        (RawArticle(f"MOSCOW, April 24, 2023 (Reuters) - {SENTENCE}"), "n.json", date(2023, 4, 24), "day", "dateline"),
        (RawArticle(f"Border to reopen\n\n24 April 2023\n\n{SENTENCE}"), "n.json", date(2023, 4, 24), "day", "text"),
        (RawArticle(SENTENCE, url="https://example.org/2023/04/24/border"), "n.json", date(2023, 4, 24), "day", "path"),
        (RawArticle(SENTENCE), "2023/04/24/border.txt", date(2023, 4, 24), "day", "path"),
        (
            RawArticle(SENTENCE, published_at="2031-01-01", url="https://example.org/2023/04/24/b"),
            "n.json",
            date(2023, 4, 24),
            "day",
            "path",
        ),
        (RawArticle(SENTENCE, published_at="2031-01-01"), "n.json", None, "unknown", None),
        (RawArticle(SENTENCE, published_at="last Tuesday"), "n.json", None, "unknown", None),
        (RawArticle(f"MOSCOW, April 24 (Reuters) - {SENTENCE}"), "n.json", None, "unknown", None),
        (RawArticle(SENTENCE), "n.json", None, "unknown", None),
    ],
)
def test_date_comes_from_the_best_source_with_its_precision(raw, path, day, precision, origin):
    article = only(normalise(raw, path=path))
    assert (article["published_date"], article["published_precision"], article["published_from"]) == (day, precision, origin)


def test_moment_is_stored_in_utc():
    article = only(normalise(RawArticle(SENTENCE, published_at="2023-04-24T22:15:00-05:00")))
    assert article["published_at"] == datetime(2023, 4, 25, 3, 15, tzinfo=UTC)


def test_numeric_dates_of_one_file_explain_each_other():
    frames = normalise(
        RawArticle(SENTENCE, published_at="04/05/2023"), RawArticle(f"{SENTENCE} Later.", published_at="24/05/2023", position=1)
    )
    assert sorted(frames.articles["published_date"].to_list()) == [date(2023, 5, 4), date(2023, 5, 24)]


def test_refused_dates_are_remarked():
    frames = normalise(RawArticle(SENTENCE, published_at="2031-01-01"))
    assert [(remark.reason, remark.article_id) for remark in frames.remarks] == [("date_refused", only(frames)["article_id"])]


def test_authors_are_names_in_order_without_by():
    frames = normalise(RawArticle(SENTENCE, authors=("By Ann Example and Bob Sample, Example News",), outlet="Example News"))
    assert frames.authors.sort("position")["author"].to_list() == ["Ann Example", "Bob Sample"]


def test_byline_paragraph_names_the_author_when_nothing_else_does():
    frames = normalise(RawArticle(f"Border to reopen\n\nBy Ann Example\n\n{SENTENCE}"))
    assert frames.authors["author"].to_list() == ["Ann Example"]


def test_language_is_found_and_left_open_for_short_texts():
    german = (
        "Die Minister beider Länder trafen sich am Dienstag in der Hauptstadt und einigten sich darauf, den Grenzübergang wieder zu öffnen."
    )
    frames = normalise(
        RawArticle(f"{SENTENCE} {SENTENCE}"), RawArticle(german, language="en-GB", position=1), RawArticle("Talks end.", position=2)
    )
    assert dict(frames.articles.select("body", "language").iter_rows()) == {
        f"{SENTENCE} {SENTENCE}": "en",
        german: "de",
        "Talks end.": None,
    }


def test_language_is_told_by_english_words_and_else_by_a_model():
    dutch = (
        "De minister van Buitenlandse Zaken zei dinsdag dat de grens van het land weer open is, was en blijft voor wie in de stad werkt. "
    )
    assert find_language(f"{SENTENCE} " * 20) == "en"
    assert find_language(dutch * 10, "en") == "nl"


def test_no_files_give_empty_frames():
    frames = normalise_articles([], TODAY)
    assert frames.articles.is_empty()
    assert frames.files.schema == {name: dtype for name, dtype in tables.FILES.schema.items() if name != "batch_id"}


def test_an_archive_of_the_web_is_neither_outlet_nor_address():
    saved = "https://web.archive.org/web/20230424101500/https://www.courier.example/grain"
    article = only(normalise(RawArticle(SENTENCE, title="Grain", outlet="web.archive.org", url=saved)))
    assert (article["outlet"], article["url"]) == ("courier.example", "https://www.courier.example/grain")


def test_further_fields_have_rows_of_their_own_on_one_line():
    frames = normalise(RawArticle(SENTENCE, title="Grain", fields=(("topic", "trade\n\x1bgrain"), ("empty", " "))))
    assert frames.article_fields.select("field", "value").rows() == [("topic", "trade grain")]
