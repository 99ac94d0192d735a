"""Web pages: body, headline, day, authors, outlet and address, from whatever the page says of itself."""

import json
import time

import pytest

from transforms.readers.bylines import author_names, split_byline
from transforms.readers.html import read_html
from transforms.readers.markup import has_markup, text_of_markup
from transforms.readers.outcomes import RawArticle, Reading, Rejected

BODY = "".join(
    f"<p>The ministers of both countries met in the capital for the {number}. time and agreed to reopen a crossing, officials said.</p>"
    for number in range(2, 9)
)
LINKED = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "Organization", "@id": "#org", "name": "Example News"},
        {"@type": "Person", "@id": "#ann", "name": "Ann Example"},
        {
            "@type": ["NewsArticle"],
            "headline": "Border to reopen",
            "datePublished": "2023-04-24T22:15:00-05:00",
            "author": [{"@id": "#ann"}, {"@type": "Person", "name": "Bob Sample"}],
            "publisher": {"@id": "#org"},
            "comment": [{"@type": "Comment", "author": "Troll", "datePublished": "2023-05-01"}],
        },
    ],
}


def page(head: str = "", body: str = "<h1>Border to reopen</h1>") -> str:
    return (
        f'<!doctype html><html lang="en-GB"><head><title>Border to reopen | Example News</title>{head}</head>'
        f"<body><nav><a href='/'>Home</a><a href='/world'>World</a></nav><article>{body}{BODY}</article>"
        "<footer>© 2023 Example Media</footer></body></html>"
    )


def article_of(markup: str, encoding: str = "utf-8") -> RawArticle:
    reading = read_html(markup.encode(encoding), {})
    assert isinstance(reading, Reading)
    article = reading.articles[0]
    assert isinstance(article, RawArticle), article
    return article


def test_body_is_the_paragraphs_without_navigation_and_footer():
    text = article_of(page()).text
    assert text.count("The ministers of both countries") == 7
    assert "Home" not in text
    assert "©" not in text


def test_linked_data_gives_everything():
    article = article_of(
        page(f'<script type="application/ld+json">{json.dumps(LINKED)}</script><link rel="canonical" href="https://e.org/border">')
    )
    assert article.title == "Border to reopen"
    assert (article.published_at, article.published_from) == ("2023-04-24T22:15:00-05:00", "metadata")
    assert article.authors == ("Ann Example", "Bob Sample")
    assert (article.outlet, article.url, article.language) == ("Example News", "https://e.org/border", "en-GB")


def test_section_keywords_and_topic_are_kept():
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "about": [{"@type": "Thing", "name": "Trade"}], "keywords": ["a", "b", "a"]}'
        '</script><meta property="article:section" content="World"><meta property="article:tag" content="Fish"><meta name="bias" content="left">'
    )
    assert article_of(page(head)).fields == (("section", "World"), ("keywords", "a; b"), ("topic", "Trade"))
    reading = read_html(page(head).encode(), {"keep": "bias, article:tag, none"})
    assert isinstance(reading, Reading)
    article = reading.articles[0]
    assert isinstance(article, RawArticle)
    assert article.fields == (("bias", "left"), ("article:tag", "Fish"))


def test_broken_linked_data_does_not_hide_meta_elements():
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": </script>'
        '<meta property="article:published_time" content="2023-04-24T10:00:00Z"><meta name="author" content="By Ann Example">'
        '<meta property="og:site_name" content="Example News"><meta property="og:url" content="https://e.org/b">'
    )
    article = article_of(page(head))
    assert (article.published_at, article.authors, article.outlet, article.url) == (
        "2023-04-24T10:00:00Z",
        ("Ann Example",),
        "Example News",
        "https://e.org/b",
    )


def test_visible_marks_serve_when_the_head_says_nothing():
    body = (
        "<h1>Border to reopen</h1><p class='byline'>By <a>Ann Example</a> and <a>Bob Sample</a></p>"
        "<span class='article-date'>Monday 24 April 2023 10:15</span>"
    )
    article = article_of(page(body=body))
    assert article.authors == ("Ann Example", "Bob Sample")
    assert article.published_at == "Monday 24 April 2023 10:15"


def test_displayed_day_wins_over_the_neighbouring_day_of_the_metadata():
    head = '<meta property="article:published_time" content="2023-04-25T01:00:00Z">'
    shown = "<h1>Border to reopen</h1><div class='timestamp'>Published 8:00 PM EST, Mon April 24, 2023</div>"
    assert article_of(page(head, shown)).published_at == "Published 8:00 PM EST, Mon April 24, 2023"
    updated = "<h1>Border to reopen</h1><div class='timestamp'>Updated 8:00 PM EST, Wed April 26, 2023</div>"
    assert article_of(page(head, updated)).published_at == "2023-04-25T01:00:00Z"


def test_day_of_the_address_serves_before_dates_in_the_text():
    article = article_of(
        page('<link rel="canonical" href="https://e.org/2023/04/24/border">', "<h1>Border</h1><p>Since 1 May 2019 it was closed.</p>")
    )
    assert (article.published_at, article.published_from) == ("2023-04-24", "path")


@pytest.mark.parametrize(
    ("named", "visible", "title"),
    [
        ("Border to reopen - Example News", "Border to reopen", "Border to reopen"),
        ("Example News - Border to reopen", "", "Border to reopen"),
        ("Border to reopen | World | Example News", "Example News", "Border to reopen | World"),
        ("EU - Russia talks end", "EU - Russia talks end", "EU - Russia talks end"),
        ("Ministers &amp; border", "Ministers &amp; <em>border</em>", "Ministers & border"),
        ("Border to reopen, say ministers", "Border to reopen, ministers say", "Border to reopen, ministers say"),
    ],
)
def test_title_is_the_headline_without_the_outlet(named, visible, title):
    head = '<meta property="og:site_name" content="Example News">'
    markup = page(head, f"<h1>{visible}</h1>").replace("<title>Border to reopen | Example News", f"<title>{named}")
    assert article_of(markup).title == title


def test_declared_encoding_is_used():
    markup = page('<meta charset="windows-1251">', "<h1>Граница</h1><p>Министры встретились во вторник в столице.</p>")
    assert "Министры встретились" in article_of(markup, "cp1251").text


def test_page_without_article_is_refused():
    reading = read_html(b"<html><head><title>Login</title></head><body></body></html>", {})
    refused = reading if isinstance(reading, Rejected) else reading.articles[0]
    assert isinstance(refused, Rejected)
    assert refused.reason == "no_body"


def test_nested_articles_and_bylines_take_no_quadratic_time():
    nested = "<article><header><div itemprop='author' class='byline'><time datetime='2023-04-24'>" * 2_000
    start = time.perf_counter()
    read_html(f"<html><body><h1>Border</h1>{nested}text".encode(), {})
    assert time.perf_counter() - start < 3


@pytest.mark.parametrize("markup", ["<p>" * 30_000 + "x", "<div>" * 5_000 + "text" + "</div>" * 5_000, "<" * 50_000, "<!--" * 10_000])
def test_pathological_markup_is_read_or_refused(markup):
    assert isinstance(read_html(f"<html><body>{markup}</body></html>".encode(), {}), Reading | Rejected)


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Ann Example", ["Ann Example"]),
        ("BY ANN EXAMPLE AND BOB SAMPLE", ["ANN EXAMPLE", "BOB SAMPLE"]),
        ("Ann Example, Bob Sample & Carl O’Test, Example News", ["Ann Example", "Bob Sample", "Carl O’Test", "Example News"]),
        ("By Ann Example, Chief Foreign Correspondent", ["Ann Example"]),
        ("By Robert Sample Jr. | Example News", ["Robert Sample Jr."]),
        ("Ann Example, Ph.D.", ["Ann Example"]),
        ("By Ann Example in Vienna", ["Ann Example"]),
        ("View all posts by Ann Example", ["Ann Example"]),
        ("ann@example.org", []),
        ("Admin", []),
        ("Updated 24 April 2023", []),
        ("Von Miller", ["Von Miller"]),
    ],
)
def test_bylines_are_split_into_names(byline, names):
    assert split_byline(byline) == names


def test_names_count_once_and_outlets_only_when_nobody_else_is_named():
    assert author_names(["By Ann Example", "ANN EXAMPLE", "Example News"], "Example News") == ["Ann Example"]
    assert author_names(["Example News"], "Example News") == ["Example News"]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>One</p><p>Two<br>Three</p>", "One\n\nTwo\nThree"),
        ("One <b>bold</b>\nword<script>x</script> more<!-- c --> end", "One bold word more end"),
        ("AT&amp;T said &ldquo;no&rdquo;", "AT&T said “no”"),
        ("<div><div>deep</div></div>", "deep"),
    ],
)
def test_fragments_become_paragraphs(markup, text):
    assert has_markup(markup)
    assert text_of_markup(markup) == text


def only(markup: str) -> RawArticle | Rejected:
    reading = read_html(markup.encode(), {})
    assert isinstance(reading, Reading)
    (article,) = reading.articles
    return article


def test_tables_that_lay_out_a_page_are_no_text():
    body = BODY.replace("</p>", "")
    article = only(
        f"<html><title>Border</title><body><table><tr><td width=120><a href=/>Home</a></td><td><h1>Border</h1>{body}</td></tr></table></html>"
    )
    assert isinstance(article, RawArticle)
    assert "|" not in article.text
    assert article.text.count("\n\n") >= 6


@pytest.mark.parametrize("title", ["404 - Page not found", "Just a moment...", "Seite nicht gefunden"])
def test_a_servers_message_is_no_article(title):
    article = only(
        f"<!doctype html><html><head><title>{title}</title></head><body><main><p>We could not show what you asked for.</p></main></body></html>"
    )
    assert isinstance(article, Rejected)
    assert article.reason == "no_article"


def test_the_address_that_singlefile_notes():
    article = only(
        f"<!DOCTYPE html><html><!--\n Page saved with SingleFile \n url: https://e.org/fish \n saved date: Mon May 01 2023\n-->{page()[15:]}"
    )
    assert isinstance(article, RawArticle)
    assert article.url == "https://e.org/fish"


def test_an_underscore_parts_the_outlet_from_a_chinese_title():
    article = only(
        f"<!doctype html><html><head><title>港口重新开放_新华网</title></head><body><article><h1>港口重新开放</h1>{BODY}</article></body></html>"
    )
    assert isinstance(article, RawArticle)
    assert article.title == "港口重新开放"
