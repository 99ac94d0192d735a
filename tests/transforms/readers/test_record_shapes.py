"""The shapes in which interfaces and dumps keep records, each a small file of our own after its public description."""

import json

import pytest

from transforms.readers.formats import read_bytes
from transforms.readers.outcomes import RawArticle, Reading, Rejected

TEXT = "The ministers met on Tuesday. They agreed on a price for grain, officials said."
SECOND = "The council put off its vote. Costs were unclear, the mayor said."
DAY = "2023-04-24T10:00:00Z"
URL = "https://news.example/grain"


def read(value: object, name: str = "a.json", mapping: dict[str, str] | None = None) -> list[RawArticle | Rejected]:
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    reading = read_bytes(data, name, mapping)
    assert isinstance(reading, Reading), reading
    return list(reading.articles)


def only(value: object, name: str = "a.json", mapping: dict[str, str] | None = None) -> RawArticle:
    (article,) = read(value, name, mapping)
    assert isinstance(article, RawArticle), article
    return article


@pytest.mark.parametrize(
    "value",
    [
        pytest.param({"_index": "n", "_id": "1", "_source": {"title": "Grain", "text": TEXT, "date": DAY, "publisher": "Courier", "url": URL}}, id="es"),
        pytest.param({"response": {"status": "ok", "content": {"id": "w/1", "webTitle": "Grain", "webPublicationDate": DAY, "webUrl": URL,
            "fields": {"bodyText": TEXT, "publication": "Courier"}}}}, id="guardian"),
        pytest.param({"data": [{"type": "article", "id": "1", "attributes": {"headline": "Grain", "body": TEXT, "published_at": DAY,
            "source": "Courier", "url": URL}}]}, id="json-api"),
        pytest.param({"url": URL, "article": {"headline": "Grain", "articleBody": TEXT, "datePublished": DAY, "publisher": "Courier"}}, id="zyte"),
        pytest.param({"objects": [{"type": "article", "title": "Grain", "text": TEXT, "date": DAY, "siteName": "Courier", "pageUrl": URL}]}, id="diffbot"),
        pytest.param({"articles": {"results": [{"uri": "7", "title": "Grain", "body": TEXT, "date": "2023-04-24", "dateTime": DAY, "url": URL,
            "source": {"uri": "courier.example", "title": "Courier"}}]}}, id="event-registry"),
        pytest.param({"title": "Grain", "body": {"summary": [], "sections": [{"headline": [], "paragraphs": TEXT.split(". ", 1)[:1] and [TEXT]}]},
            "publishing_date": DAY, "publisher": "Courier", "html": {"responded_url": URL}}, id="fundus"),
        pytest.param({"_id": {"$oid": "5"}, "title": "Grain", "text": TEXT, "date": {"$date": {"$numberLong": "1682330400000"}}, "url": URL,
            "outlet": "Courier"}, id="mongo"),
        pytest.param({"title": ["Grain"], "text": [TEXT], "date": [DAY], "outlet": ["Courier"], "url": [URL]}, id="columns"),
        pytest.param({"title": {"0": "Grain"}, "text": {"0": TEXT}, "date": {"0": DAY}, "outlet": {"0": "Courier"}, "url": {"0": URL}}, id="pandas"),
        pytest.param({"columns": ["title", "text", "date", "outlet", "url"], "index": [0], "data": [["Grain", TEXT, DAY, "Courier", URL]]}, id="split"),
        pytest.param({"posts": [{"thread": {"site_full": "www.courier.example", "site": "Courier", "title_full": "Grain"}, "url": URL, "title": "Grain",
            "published": DAY, "text": TEXT, "crawled": "2023-05-01"}], "next": "/x"}, id="webz"),
        pytest.param({"stories": [{"title": "Grain", "body": TEXT, "published_at": DAY, "source": {"id": 1, "name": "Courier", "domain": "c.example"},
            "links": {"permalink": URL, "clusters": "x"}, "summary": {"sentences": ["S."]}}]}, id="aylien"),
        pytest.param({"searchresult": {"documents": 1, "document": [{"header": {"text": "Grain"}, "summary": {"text": "S."}, "body": {"text": TEXT},
            "unix_timestamp": 1682330400000, "url": URL, "site_name": "Courier"}]}}, id="opoint"),
        pytest.param({"data": {"items": [{"meta": {"score": 1}, "item": {"headline": "Grain", "versioncreated": DAY, "url": URL, "provider": "Courier",
            "body_nitf": f"<nitf><body><body.head/><body.content><block><p>{TEXT}</p></block></body.content></body></nitf>"}}]}}, id="agency"),
        pytest.param({"@odata.count": 1, "value": [{"Title": "Grain", "Date": DAY, "Publisher": "Courier Press", "Source": {"Id": "C", "Name": "Courier"},
            "WebNewsUrl": URL, "Document": {"Content": '<?xml version="1.0"?><entry xmlns="urn:a"><id>1</id><title>Grain</title><content><articleDoc>'
            f"<bodyText><p>{TEXT}</p></bodyText></articleDoc></content></entry>"}}]}, id="lexis-interface"),
        pytest.param([{"title": "Grain", "plaintext": TEXT, "publishing_date": DAY, "html": {"requested_url": URL, "source_info": {"publisher":
            "Courier"}}}], id="fundus-source"),
        pytest.param({"id": "1", "pubtime": DAY, "medium_name": "Courier", "head": "Grain", "content": f"<tx><p>{TEXT}</p></tx>", "url": URL},
            id="swissdox"),
        pytest.param({"data": {"articles": {"edges": [{"node": {"title": "Grain", "body": TEXT, "publishedAt": DAY, "url": URL, "source": "Courier"}}]}}},
            id="graphql"),
        pytest.param({"zone": [{"name": "newspaper", "records": {"article": [{"heading": "Grain", "title": {"id": "1", "value": "Courier"},
            "date": DAY, "articleText": f"<p>{TEXT}</p>", "url": URL}]}}]}, id="trove"),
        pytest.param(f"show({json.dumps({'title': 'Grain', 'text': TEXT, 'date': DAY, 'outlet': 'Courier', 'url': URL})});".encode(), id="jsonp"),
        pytest.param([["title", "text", "date", "outlet", "url"], ["Grain", TEXT, DAY, "Courier", URL]], id="rows"),
    ],
)  # fmt: skip
def test_fields_are_found_in_each_shape(value):
    article = only(value)
    assert (article.title, article.text, article.outlet, article.url) == ("Grain", TEXT, "Courier", URL)
    assert article.published_at in (DAY, "1682330400000")


def test_both_parts_of_a_text_of_dow_jones_are_read():
    assert only({"an": "X1", "title": "Grain", "snippet": "First words.", "body": TEXT}).text == f"First words.\n\n{TEXT}"
    assert only({"id": "X1", "title": "Grain", "snippet": "First words.", "body": TEXT}).text == TEXT


def test_authors_that_a_text_marks_are_no_words_of_it():
    article = only({"head": "Grain", "pubtime": DAY, "content": f"<tx><ld><p>Lead.</p></ld><p>{TEXT}</p><au>Ann Bor</au></tx>"})
    assert (article.text, article.authors) == (f"Lead.\n\n{TEXT}", ("Ann Bor",))


def test_columns_of_several_articles_are_not_glued():
    found = read({"title": ["Grain", "Vote"], "text": [TEXT, SECOND]})
    assert [article.text for article in found if isinstance(article, RawArticle)] == [TEXT, SECOND]


def test_objects_one_after_another_are_articles_each_and_what_breaks_off_is_refused():
    whole = json.dumps({"title": "Grain", "text": TEXT}, indent=1)
    found = read(f"{whole}\n{whole}\n{whole[:30]}".encode())
    assert [item.reason if isinstance(item, Rejected) else item.title for item in found] == ["Grain", "Grain", "malformed"]


@pytest.mark.parametrize("nothing", [None, "", "NULL", "\\N", "nan", "None", [], "inf"])
def test_the_first_filled_name_counts_and_words_for_nothing_are_none(nothing):
    article = only(
        {"text": nothing, "maintext": TEXT, "title": nothing, "headline": "Grain", "url": nothing, "author": nothing, "source": nothing}
    )
    assert (article.text, article.title, article.url, article.authors, article.outlet) == (TEXT, "Grain", None, (), None)


def test_numbers_that_are_none_are_no_title():
    assert only(b'{"title": NaN, "text": "The ministers met."}').title is None


@pytest.mark.parametrize(
    "copy",
    ["The ministers met on Tuesday . They agreed on a price for grain , officials said .", "the ministers met on tuesday they agreed on a price for "
     "grain officials said so the markets rose"],
)  # fmt: skip
def test_a_copy_prepared_for_machines_loses_against_the_text(copy):
    assert only({"content": copy, "story": TEXT}).text == TEXT


def test_the_beginning_of_a_text_loses_against_the_whole():
    assert only({"content": "The ministers met on Tues… [+2300 chars]", "full_text": TEXT}).text == TEXT


def test_of_parts_that_say_what_they_are_the_paragraphs_are_the_text():
    parts = [{"type": "title", "content": "Grain"}, {"type": "byline", "content": "By Ann"}, None, {"type": "image", "fullcaption": "A quay"},
             {"type": "sanitized_html", "subtype": "paragraph", "content": TEXT}, {"type": "author_info", "name": "Ann", "bio": "Ann writes."}]  # fmt: skip
    assert only({"title": "Grain", "contents": parts}).text == TEXT


@pytest.mark.parametrize(
    ("record", "outlet"),
    [
        ({"publisher": "courier.example", "sitename": "Velmora Courier"}, "Velmora Courier"),
        ({"source": "https://www.courier.example/a/b"}, "courier.example"),
        ({"thread": {"site_full": "www.courier.example", "site": "courier.example"}}, "courier.example"),
        ({"source": {"uri": "courier.example", "title": "Velmora Courier"}}, "Velmora Courier"),
    ],
)
def test_outlets_are_names_rather_than_addresses(record, outlet):
    assert only({"text": TEXT, **record}).outlet == outlet


@pytest.mark.parametrize(
    "record",
    [
        {"links": {"permalink": URL}}, {"source": URL}, {"mainEntityOfPage": {"@id": URL}}, {"responded_url": URL, "requested_url": URL + "?x"},
        {"url": None, "canonical_link": URL}, {"source_url": "https://news.example", "url": URL},
    ],
)  # fmt: skip
def test_addresses_are_those_of_the_article(record):
    assert only({"text": TEXT, **record}).url == URL


@pytest.mark.parametrize(
    ("authors", "expected"),
    [
        ([["Ann Example"]], ("Ann Example",)),
        ([{"firstname": "Ann", "lastname": "Example"}], ("Ann Example",)),
        ({"0": "Ann Example", "1": "Bob Sample"}, ("Ann Example", "Bob Sample")),
        ("['Ann Example', 'Bob Sample']", ("Ann Example", "Bob Sample")),
        ('[{"name": "Ann Example"}]', ("Ann Example",)),
        ("Ann Example|Bob Sample", ("Ann Example", "Bob Sample")),
        ("[]", ()),
    ],
)
def test_authors_are_found_in_whatever_holds_them(authors, expected):
    assert only({"text": TEXT, "authors": authors}).authors == expected


def test_a_day_keeps_the_hour_that_another_field_holds():
    assert only({"text": TEXT, "date": "2023-04-24", "time": "10:15"}).published_at == "2023-04-24 10:15"
    assert only({"text": TEXT, "year": 2023.0, "month": "4", "day": 24}).published_at == "2023-04-24"
    assert only({"text": TEXT, "year": 2023}).published_at is None


def test_an_outlet_is_never_the_object_that_wraps_the_record():
    record = {"_source": {"title": "Grain", "text": TEXT}}
    article = only(record, mapping={"title": "_source.title", "text": "_source.text"})
    assert (article.title, article.outlet) == ("Grain", None)


def test_a_mapped_field_that_no_record_has_is_refused_by_name():
    (refused,) = read({"headline": "Grain", "text": TEXT}, mapping={"title": "headlin"})
    assert isinstance(refused, Rejected)
    assert "'headlin'" in refused.detail
    assert "--map title=headline" in refused.detail


def test_fields_that_are_not_ours_are_kept_when_they_are_short():
    record = {
        "title": "Grain",
        "text": TEXT,
        "topic": "trade",
        "bias": 0,
        "tags": ["a", "b"],
        "paid": True,
        "long": "x " * 500,
        "place": {"city": "Tarsk"},
    }
    assert only(record).fields == (("topic", "trade"), ("bias", "0"), ("tags", "a; b"), ("paid", "true"), ("place.city", "Tarsk"))
    assert only(record, mapping={"keep": "bias, place.city, none"}).fields == (("bias", "0"), ("place.city", "Tarsk"))


A, B = {"title": "Grain", "text": TEXT}, {"title": "Vote", "text": SECOND}


@pytest.mark.parametrize(
    "value",
    [
        pytest.param([[A], [B]], id="lists in a list"),
        pytest.param({"train": [A], "test": [B]}, id="lists under names"),
        pytest.param(
            {"export": {"batches": [{"id": 1, "pages": [{"items": [A]}]}, {"id": 2, "pages": [{"items": [B]}]}]}}, id="lists in lists"
        ),
        pytest.param(
            {"db": [{"meta": {"version": "5"}, "data": {"posts": [A, B], "users": [{"id": 1, "name": "Bor"}]}}]}, id="tables of a blog"
        ),
    ],
)
def test_no_list_of_records_is_lost(value: object) -> None:
    first, second = read(value)
    assert isinstance(first, RawArticle)
    assert isinstance(second, RawArticle)
    assert [(first.title, first.text), (second.title, second.text)] == [("Grain", TEXT), ("Vote", SECOND)]


def test_what_is_said_of_all_holds_for_each() -> None:
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Courier", "home_page_url": "https://courier.example", "language": "en",
            "authors": [{"name": "Anna Bor"}], "items": [{"title": "Grain", "content_text": TEXT}]}  # fmt: skip
    article = only(feed)
    assert (article.outlet, article.authors, article.language) == ("Courier", ("Anna Bor",), "en")
    issue = {"newspaper": "Gazette", "date": "2023-04-24", "articles": [A, {**B, "newspaper": "Echo"}]}
    assert [(article.outlet, article.published_at) for article in read(issue) if isinstance(article, RawArticle)] == [
        ("Gazette", "2023-04-24"),
        ("Echo", "2023-04-24"),
    ]
    assert only({"date": "2023-05-01", "articles": [A]}).published_at is None  # the day of an export


def test_records_under_their_addresses() -> None:
    first, second = read({"https://n.example/1": A, "https://n.example/2": B})
    assert isinstance(first, RawArticle)
    assert isinstance(second, RawArticle)
    assert (first.url, second.url) == ("https://n.example/1", "https://n.example/2")


@pytest.mark.parametrize("word", ["art_", "doc_", "Article", "news "])
def test_names_may_say_what_the_records_are(word: str) -> None:
    article = only([{f"{word}title": "Grain", f"{word}text": TEXT, f"{word}date": "2023-04-24", f"{word}source": "Courier"}])
    assert (article.title, article.text, article.published_at, article.outlet) == ("Grain", TEXT, "2023-04-24", "Courier")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ({"nodeType": "document", "content": [{"nodeType": "paragraph", "content": [{"nodeType": "text", "value": "One "},
            {"nodeType": "hyperlink", "content": [{"nodeType": "text", "value": "line"}]}, {"nodeType": "text", "value": "."}]},
            {"nodeType": "paragraph", "content": [{"nodeType": "text", "value": "Two."}]}]}, "One line.\n\nTwo."),
        ([{"type": "unstyled", "text": "One line."}, {"type": "atomic", "text": " "}, {"type": "blockquote", "text": "Two."}], "One line.\n\nTwo."),
        ([{"_type": "block", "children": [{"_type": "span", "text": "One "}, {"_type": "span", "text": "line."}]}, {"_type": "image", "alt": "Boat"}],
            "One line."),
    ],
)  # fmt: skip
def test_pieces_of_a_line_stay_on_it(body: object, text: str) -> None:
    assert only([{"title": "Grain", "body": body}]).text == text


@pytest.mark.parametrize(
    ("printed", "published_at"),
    [
        ([2023, 4, 24, 10, 5], "2023-04-24T10:05"),
        ({"date-parts": [[2023, 4]]}, "2023-04"),
        ({"seconds": 1682331300, "nanoseconds": 0}, "1682331300"),
    ],
)
def test_moments_in_parts(printed: object, published_at: str) -> None:
    assert only([{"title": "Grain", "text": TEXT, "date": printed}]).published_at == published_at


def test_a_reference_has_its_abstract_for_a_text() -> None:
    csl = {"type": "article-newspaper", "title": "Grain", "container-title": "Courier", "issued": {"date-parts": [[2023, 4, 24]]},
           "author": [{"family": "Bor", "given": "Anna"}], "abstract": TEXT}  # fmt: skip
    article = only([csl])
    assert (article.text, article.outlet, article.authors, article.published_at) == (TEXT, "Courier", ("Anna Bor",), "2023-04-24")


def test_markup_that_was_escaped_twice() -> None:
    article = only([{"title": "Grain &amp;amp; price", "text": "&lt;p&gt;It&amp;#8217;s new.&lt;/p&gt;&lt;p&gt;Costs rise.&lt;/p&gt;"}])
    assert (article.title, article.text) == ("Grain & price", "It’s new.\n\nCosts rise.")
    assert only([{"title": "Code", "text": "<p>Write &lt;b&gt; for bold.</p>"}]).text == "Write <b> for bold."


def test_a_whole_page_in_a_field_is_read_as_a_page() -> None:
    menu = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in ("Home", "World", "Sport"))
    page = (
        f'<!DOCTYPE html><html lang="en"><head><title>Grain | Courier</title><meta property="og:site_name" content="Courier"><meta '
        f'property="article:published_time" content="{DAY}"></head><body><nav><ul>{menu}</ul></nav><article><h1>Grain</h1>'
        f"<p>{TEXT}</p><p>{SECOND}</p></article><footer><p>All rights reserved.</p></footer></body></html>"
    )
    article = only([{"url": URL, "title": "", "raw_html": page}])
    assert (article.title, article.outlet, article.url, article.published_at) == ("Grain", "Courier", URL, DAY)
    assert article.text.removeprefix("Grain\n\n") == f"{TEXT}\n\n{SECOND}"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.js", 'callback({"articles": [{"title": "Grain", "text": "%s"}]});'),
        ("a.js", 'var news = [{"title": "Grain", "text": "%s"}];'),
        ("a.txt", '// saved by hand\n[{"title": "Grain", "text": "%s"}]'),
        ("a.json", '[{"title": "Grain", "text": "%s",},]'),
        ("a.jsonl", '["title", "text"]\n["Grain", "%s"]'),
        ("a.jsonl", '[{"title": "Grain", "text": "%s"}]'),
        ("a.json", '{"docs": [{"title_s": "Grain", "content_txt": "%s"}]}'),
        ("a.json", '[{"title_en": "Grain", "body_en": "%s"}]'),
        ("a.json", '[{"title": {"en": "Grain"}, "body": {"en": "%s"}}]'),
        ("a.csv", "title,text\nGrain,%s"),
        ("a.csv", 'title, text\n"Grain", "%s"'),
    ],
)
def test_forms_that_are_nearly_json_or_csv(name: str, text: str) -> None:
    words = "It rains, she said, and left."
    article = only((text % words).encode(), name)
    assert (article.title, article.text) == ("Grain", words)


@pytest.mark.parametrize(
    ("printed", "published_at"), [("45040", "2023-04-24"), (45040.5, "2023-04-24T12:00:00"), ("1682331300", "1682331300")]
)
def test_days_as_spreadsheets_count_them(printed: object, published_at: str) -> None:
    assert only([{"title": "Grain", "text": TEXT, "date": printed}]).published_at == published_at


def test_a_kind_of_medium_is_no_outlet() -> None:
    article = only([{"title": "Grain", "text": TEXT, "medium": "Article", "source": {"domain": "courier.example"}}])
    assert article.outlet == "courier.example"
