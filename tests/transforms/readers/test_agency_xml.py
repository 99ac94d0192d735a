"""NITF, NewsML 1 and NewsML-G2 beyond the plain article, and XML of no known format."""

import pytest

from transforms.readers.formats import read_bytes
from transforms.readers.outcomes import RawArticle, Reading, Rejected


def articles_of(markup: str) -> list[RawArticle | Rejected]:
    reading = read_bytes(markup.encode(), "file.xml")
    assert isinstance(reading, Reading), reading
    return list(reading.articles)


def article_of(markup: str) -> RawArticle:
    article = articles_of(markup)[0]
    assert isinstance(article, RawArticle), article
    return article


def refusal_of(markup: str) -> Rejected:
    (refused,) = articles_of(markup)
    assert isinstance(refused, Rejected), refused
    return refused


def nitf(content: str, docdata: str = "", head: str = "<hedline><hl1>Border</hl1></hedline>") -> str:
    return (
        f"<nitf><head><title>slug</title>{docdata}</head><body><body.head>{head}</body.head>"
        f"<body.content>{content}</body.content></body></nitf>"
    )


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<p>One.</p><hl2>Heading</hl2><p>Two.</p>", "One.\n\nHeading\n\nTwo."),
        (
            "<p>   The ministers of both countries met on Monday in the <br/>town hall of Torsund.</p>",
            "The ministers of both countries met on Monday in the town hall of Torsund.",
        ),
        ("<p>Roses are red,<br/>violets blue.</p>", "Roses are red,\nviolets blue."),
        ("<pre>Result\nVeldoria 2\nOstmark 1</pre>", "Result\nVeldoria 2\nOstmark 1"),
        ("<table><tr><td>Veldoria</td><td>2</td></tr><tr><td>Ostmark</td><td>1</td></tr></table>", "Veldoria 2\n\nOstmark 1"),
        ("<p>One.</p><p>&lt;div class=\"x\"&gt;&lt;/div&gt;&lt;script src=\"y\"&gt;&lt;/script&gt;</p>", "One."),
        ("<media><media-caption>A gate.</media-caption></media><p>One.</p>", "One."),
        ("<p>A <em>new</em> gate<p>Two.</p></p>", "A new gate\n\nTwo."),
    ],
)  # fmt: skip
def test_paragraphs_of_nitf(content, expected):
    assert article_of(nitf(content)).text == expected


def test_nitf_without_body_gives_its_abstract():
    assert article_of(nitf("", head="<hedline>Border</hedline><abstract><p>It opens.</p></abstract>")).text == "It opens."


def test_nitf_dates_that_are_none_are_passed_over():
    docdata = '<docdata><date.release norm="YYYYMMDD000000-HHMM"/><date.issue norm="20230424T093000-0400"/></docdata>'
    assert article_of(nitf("<p>One.</p>", docdata)).published_at == "2023-04-24T09:30-04:00"


def test_desk_signatures_are_no_bylines():
    assert article_of(nitf("<p>One.</p>", head="<byline>ae/jr</byline>")).authors == ()


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        (nitf("<p>One.</p>", '<docdata management-status="canceled"/>'), "no_article"),
        (nitf(" "), "no_body"),
        ("<NewsML><NewsItem><NewsComponent><ContentItem><MediaType FormalName='Photo'/></ContentItem></NewsComponent></NewsItem></NewsML>",
         "no_article"),
        ("<NewsML><NewsItem><NewsManagement><Status FormalName='Canceled'/></NewsManagement><NewsComponent><ContentItem><DataContent>"
         "Words.</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>", "no_article"),
        ("<newsItem guid='1'><itemMeta><itemClass qcode='ninat:video'/></itemMeta></newsItem>", "no_article"),
        ("<newsItem guid='1'><itemMeta><pubStatus qcode='stat:canceled'/></itemMeta><contentSet><inlineData>W.</inlineData></contentSet>"
         "</newsItem>", "no_article"),
        ("<newsItem guid='1'><itemMeta><itemClass qcode='ninat:text'/></itemMeta><contentSet/></newsItem>", "no_body"),
        ("<packageItem guid='1'/>", "no_article"),
        ("<planningItem guid='1'/>", "no_article"),
    ],
)  # fmt: skip
def test_what_is_withdrawn_or_no_text_is_refused(markup, reason):
    assert refusal_of(markup).reason == reason


def test_each_headline_of_newsml_is_an_article_with_what_stands_above_it():
    part = "<NewsComponent>{}<ContentItem><MediaType FormalName='Text'/><DataContent>{}</DataContent></ContentItem></NewsComponent>"
    lines = "<NewsLines><HeadLine>{}</HeadLine></NewsLines>"
    markup = (
        "<NewsML><NewsItem xml:lang='de'><NewsManagement><FirstCreated>20230424T0930Z</FirstCreated></NewsManagement><NewsComponent>"
        "<AdministrativeMetadata><Provider><Party FormalName='Nordwire'/></Provider></AdministrativeMetadata>"
        f"{part.format(lines.format('Eins'), '<![CDATA[<P>Text &amp; mehr.</P><P>Ende.</P>]]>')}"
        f"{part.format(lines.format('Zwei'), '<nitf><body><body.content><p>Zweiter.</p></body.content></body></nitf>')}"
        "</NewsComponent></NewsItem></NewsML>"
    )
    first, second = articles_of(markup)
    assert isinstance(first, RawArticle)
    assert isinstance(second, RawArticle)
    assert [(one.title, one.text) for one in (first, second)] == [("Eins", "Text & mehr.\n\nEnde."), ("Zwei", "Zweiter.")]
    assert {(one.published_at, one.outlet, one.language) for one in (first, second)} == {("2023-04-24T09:30Z", "Nordwire", "de")}
    assert [one.position for one in (first, second)] == [0, 1]


def test_a_single_g2_item_with_plain_text_is_read():
    article = article_of(
        "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='urn:1'><itemMeta><provider qcode='nprov:NW'/><title>Border</title></itemMeta>"
        "<contentMeta><contentCreated>2023-04-24</contentCreated><language tag='sv'/><creator type='cpnat:person'><name>Ann Example</name>"
        "</creator></contentMeta><contentSet><inlineData>One.\n\nTwo.</inlineData></contentSet></newsItem>"
    )
    assert (article.title, article.text, article.outlet) == ("Border", "One.\n\nTwo.", "NW")
    assert (article.published_at, article.language, article.authors) == ("2023-04-24", "sv", ("Ann Example",))


@pytest.mark.parametrize("path", ["catalogue", "sitemap"])
def test_xml_without_articles_is_refused_by_its_root(path):
    refused = read_bytes(f'<?xml version="1.0"?><{path}><entry><loc>https://e.org</loc></entry></{path}>'.encode(), "a.xml")
    assert isinstance(refused, Rejected)
    assert refused.reason == "unknown_format"
    assert f"<{path}>" in refused.detail


def test_elements_of_unknown_xml_can_be_named():
    markup = b'<?xml version="1.0"?><list><row><kop>Grens</kop><stuk><p>Een.</p><p>Twee.</p></stuk></row></list>'
    reading = read_bytes(markup, "a.xml", {"title": "kop", "text": "stuk"})
    assert isinstance(reading, Reading)
    (article,) = reading.articles
    assert isinstance(article, RawArticle)
    assert (reading.format, article.title, article.text) == ("xml", "Grens", "Een.\n\nTwee.")
