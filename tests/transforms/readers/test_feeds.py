"""Feeds in all their dialects: each entry is an article, with its whole text or its summary."""

import pytest

from transforms.readers.formats import read_bytes, read_leaf
from transforms.readers.outcomes import RawArticle, Reading, Rejected


def reading_of(markup: str, encoding: str = "utf-8") -> Reading:
    reading = read_bytes(markup.encode(encoding), "feed.xml")
    assert isinstance(reading, Reading), reading
    return reading


def articles_of(markup: str, encoding: str = "utf-8") -> list[RawArticle]:
    articles = reading_of(markup, encoding).articles
    assert all(isinstance(article, RawArticle) for article in articles), articles
    return list(articles)


def rss(*items: str, head: str = "") -> str:
    return f'<rss version="2.0"><channel><title>Nordwire</title>{head}{"".join(f"<item>{item}</item>" for item in items)}</channel></rss>'


def test_an_entry_with_a_summary_alone_is_an_article():
    (article,) = articles_of(rss("<title>Border</title><description>The border &lt;b&gt;opens&lt;/b&gt; again.</description>"))
    assert (article.title, article.text, article.outlet) == ("Border", "The border opens again.", "Nordwire")


def test_an_entry_without_words_is_refused_and_costs_itself_only():
    articles = reading_of(rss("<title>Empty</title><link>https://e.org/1</link>", "<description>Words.</description>")).articles
    refused, article = articles
    assert isinstance(refused, Rejected)
    assert (refused.reason, refused.position) == ("no_body", 0)
    assert isinstance(article, RawArticle)
    assert (article.text, article.position) == ("Words.", 1)


@pytest.mark.parametrize(
    ("markup", "format_name"),
    [
        (
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Nordwire</title></channel><item rdf:about="urn:1">'
            "<title>Border</title><link>https://e.org/1</link><description>It opens.</description><dc:date>2023-04-24T09:30:00Z</dc:date>"
            "</item></rdf:RDF>",
            "rss",
        ),
        (
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Nordwire</title></channel><item><title>Border</title>'
            "<link>https://e.org/1</link><description>It opens.</description><dc:date>2023-04-24T09:30:00Z</dc:date></item></rdf:RDF>",
            "rss",
        ),
        (
            '<rss version="0.91"><channel><title>Nordwire</title><item><title>Border</title><link>https://e.org/1</link>'
            "<description>It opens.</description><pubDate>2023-04-24T09:30:00Z</pubDate></item></channel></rss>",
            "rss",
        ),
        (
            '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Nordwire</title><entry><title>Border</title>'
            '<link rel="alternate" href="https://e.org/1"/><issued>2023-04-24T09:30:00Z</issued><summary>It opens.</summary></entry></feed>',
            "atom",
        ),
        (
            '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>Nordwire</a:title><a:entry><a:title>Border</a:title>'
            '<a:link href="https://e.org/1"/><a:published>2023-04-24T09:30:00Z</a:published><a:summary>It opens.</a:summary></a:entry></a:feed>',
            "atom",
        ),
    ],
)
def test_every_dialect_gives_the_same_article(markup, format_name):
    reading = reading_of(f'<?xml version="1.0"?>{markup}')
    (article,) = reading.articles
    assert isinstance(article, RawArticle)
    assert reading.format == format_name
    assert (article.title, article.text, article.url) == ("Border", "It opens.", "https://e.org/1")
    assert (article.published_at, article.outlet) == ("2023-04-24T09:30:00Z", "Nordwire")


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "windows-1252", "utf-16"])
def test_the_declared_encoding_is_believed(encoding):
    markup = f'<?xml version="1.0" encoding="{encoding}"?>' + rss("<title>Café</title><description>Grüße aus dem Café.</description>")
    (article,) = articles_of(markup, encoding)
    assert (article.title, article.text) == ("Café", "Grüße aus dem Café.")


def test_a_feed_cut_off_gives_what_stood_before_the_cut():
    whole = rss("<title>One</title><description>First.</description>", "<title>Two</title><description>Second.</description>")
    *articles, refused = reading_of(whole[: whole.index("Second")]).articles
    assert isinstance(articles[0], RawArticle)
    assert articles[0].text == "First."
    assert isinstance(refused, Rejected)
    assert refused.reason == "malformed"


@pytest.mark.parametrize("markup", [rss(), "<feed xmlns='http://www.w3.org/2005/Atom'><title>Nordwire</title></feed>"])
def test_a_feed_without_entries_is_refused(markup):
    refused = read_bytes(markup.encode(), "feed.xml")
    assert isinstance(refused, Rejected)
    assert refused.reason == "no_body"


def test_a_feed_with_a_bomb_is_refused_before_it_reaches_the_parser():
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    markup = f'<!DOCTYPE rss [<!ENTITY e0 "ha">{entities}]>' + rss("<description>&e9;</description>")
    refused = read_bytes(markup.encode(), "feed.xml")
    assert isinstance(refused, Rejected)
    assert refused.reason == "expands_too_far"


def test_the_source_of_an_entry_is_its_outlet():
    item = '<title>Border</title><description>It opens.</description><source url="https://o.example">Ostmark Post</source>'
    assert articles_of(rss(item))[0].outlet == "Ostmark Post"


def test_a_feed_on_which_the_parser_stumbles_is_refused():
    markup = rss("<description>x</description><gml:pos>1 2</gml:pos>").replace("<rss", '<rss xmlns:gml="http://www.opengis.net/gml"', 1)
    refused = read_leaf(markup.encode(), "feed.xml", {})
    assert isinstance(refused, Rejected)
    assert refused.reason == "malformed"


def test_only_posts_of_a_blogger_export_are_articles():
    kind = "<category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#{}'/>"
    entries = "".join(
        f"<entry><id>{name}</id><title>{name}</title>{kind.format(name)}<published>2023-04-24T10:00:00Z</published>"
        f"<content type='html'>Words of a {name}.</content></entry>"
        for name in ("settings", "post", "comment")
    )
    post, comment = reading_of(
        f"<feed xmlns='http://www.w3.org/2005/Atom'><title>Blog</title><author><name>Anna</name></author>{entries}</feed>"
    ).articles
    assert isinstance(post, RawArticle)
    assert (post.text, post.authors, post.fields) == ("Words of a post.", ("Anna",), ())
    assert isinstance(comment, Rejected)
    assert comment.reason == "no_article"


def test_what_wordpress_puts_behind_a_text_is_none_of_it():
    words = "&lt;p&gt;The border opens.&lt;/p&gt;&lt;p&gt;The post &lt;a href='/1'&gt;Border&lt;/a&gt; appeared first on &lt;a href='/'&gt;Nordwire&lt;/a&gt;.&lt;/p&gt;"
    (article,) = articles_of(rss(f"<title>Border</title><description>{words}</description>"))
    assert article.text == "The border opens."


def test_marks_of_wordpress_are_no_words():
    words = (
        '<p>The border opens.</p>[caption id="a"]<img src=\'a\'/> A boat[/caption]<p>[vc_row]It is open.[/vc_row]</p>[gallery ids="1,2"]'
    )
    (article,) = articles_of(rss(f"<title>Border</title><description><![CDATA[{words}]]></description>"))
    assert article.text == "The border opens.\n\nIt is open."
