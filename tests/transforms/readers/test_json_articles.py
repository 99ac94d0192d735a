"""JSON in the shapes that dumps have; what is broken costs itself only."""

import json

import pytest

from transforms.readers.formats import read_bytes
from transforms.readers.json_articles import read_json, read_json_lines
from transforms.readers.outcomes import RawArticle, Reading, Rejected

TEXT = "The ministers met on Tuesday."


def articles_of(value: object, mapping: dict[str, str] | None = None) -> list[RawArticle | Rejected]:
    reading = read_json(json.dumps(value).encode(), mapping or {})
    assert isinstance(reading, Reading)
    return list(reading.articles)


def article_of(record: dict, mapping: dict[str, str] | None = None) -> RawArticle:
    article = articles_of(record, mapping)[0]
    assert isinstance(article, RawArticle), article
    return article


@pytest.mark.parametrize(
    "record",
    [
        {"title": "Border", "text": TEXT, "published_at": "2023-04-24", "authors": ["Ann Example"], "outlet": "Example News", "url": "https://e.org/1"},
        {"headline": "Border", "articleBody": TEXT, "datePublished": "2023-04-24", "author": {"name": "Ann Example"},
         "publisher": {"@type": "Organization", "name": "Example News"}, "link": "https://e.org/1"},
        {"Title": "Border", "Content": TEXT, "pubDate": "2023-04-24", "byline": "Ann Example", "source": {"id": None,
         "name": "Example News"}, "URL": "https://e.org/1"},
        {"title_text": "Border", "maintext": TEXT, "date_publish": "2023-04-24", "authors": [{"name": "Ann Example"}],
         "source_domain": "Example News", "url": "https://e.org/1"},
        {"webTitle": "Border", "article_text": f"<p>{TEXT}</p>", "webPublicationDate": "2023-04-24", "creator": "Ann Example",
         "publication": "Example News", "webUrl": "https://e.org/1"},
    ],
)  # fmt: skip
def test_fields_of_common_dumps_are_found(record):
    article = article_of(record)
    assert (article.title, article.text, article.published_at) == ("Border", TEXT, "2023-04-24")
    assert (article.authors, article.outlet, article.url) == (("Ann Example",), "Example News", "https://e.org/1")


def test_mapping_overrides_detection_and_reaches_into_objects():
    record = {"text": "not this", "raw": {"full": TEXT}, "h": "Border", "title": "not this"}
    article = article_of(record, {"text": "raw.full", "title": "h"})
    assert (article.title, article.text) == ("Border", TEXT)


@pytest.mark.parametrize(
    "wrap",
    [
        lambda records: records,
        lambda records: {"articles": records},
        lambda records: {"status": "ok", "response": {"numFound": 2, "docs": records}},
        lambda records: {"id-1": records[0], "id-2": records[1]},
        lambda records: {"export": records, "made": "2023"},
    ],
)
def test_lists_are_found_where_dumps_keep_them(wrap):
    found = articles_of(wrap([{"text": TEXT}, {"text": "Second."}]))
    assert [article.text for article in found] == [TEXT, "Second."]
    assert [article.position for article in found] == [0, 1]


def test_markup_in_fields_becomes_text():
    article = article_of(
        {"title": "Q&amp;A: <em>Border</em>", "body": "<p>The minister&rsquo;s plan.</p><script>x()</script><p>It is &lt; 5 pages.</p>"}
    )
    assert (article.title, article.text) == ("Q&A: Border", "The minister’s plan.\n\nIt is < 5 pages.")


def test_text_with_a_lone_angle_or_ampersand_stays_as_it_is():
    assert article_of({"text": "Profits < 5 % at R&D > all."}).text == "Profits < 5 % at R&D > all."


def test_paragraph_lists_are_joined():
    assert article_of({"paragraphs": ["One.", "", "Two."]}).text == "One.\n\nTwo."


def test_article_without_body_costs_itself_only():
    found = articles_of([{"title": "Border", "text": None}, {"text": TEXT}, "text", {"title": "x"}])
    assert [item.reason if isinstance(item, Rejected) else item.text for item in found] == ["no_body", TEXT, "malformed", "no_body"]
    assert "--map text=" in found[3].detail


def test_line_cut_in_half_costs_that_line_only():
    whole = json.dumps({"title": "Border", "text": TEXT})
    reading = read_json_lines("\n".join([whole, whole[:25], whole, "", "[1]"]).encode(), {})
    assert isinstance(reading, Reading)
    assert [item.reason if isinstance(item, Rejected) else item.text for item in reading.articles] == [TEXT, "malformed", TEXT, "malformed"]
    assert [item.position for item in reading.articles] == [0, 1, 2, 3]


def test_list_cut_in_half_keeps_what_is_before_the_cut():
    data = json.dumps([{"text": TEXT}, {"text": "Second."}, {"text": "Third."}])[:-15].encode()
    reading = read_json(data, {})
    assert isinstance(reading, Reading)
    assert [item.reason if isinstance(item, Rejected) else item.text for item in reading.articles] == [TEXT, "Second.", "malformed"]


def test_lone_surrogates_are_replaced_and_pairs_joined():
    reading = read_bytes(b'{"title": "\\ud83d\\ude00 and \\ud83d", "text": "The ministers met.", "author": "Ann \\udc00"}', "a.json")
    assert isinstance(reading, Reading)
    article = reading.articles[0]
    assert isinstance(article, RawArticle)
    assert (article.title, article.authors) == ("\U0001f600 and \ufffd", ("Ann \ufffd",))


def test_deep_nesting_is_refused_and_harmless():
    refused = read_json(b"[" * 200_000 + b"]" * 200_000, {})
    assert isinstance(refused, Rejected)
    assert refused.reason == "too_deep"
