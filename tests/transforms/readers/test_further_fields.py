"""What news formats say of an article besides title, day, authors and outlet is kept, as for records."""

import json

import pytest

from transforms.readers.formats import read_bytes
from transforms.readers.outcomes import RawArticle, Reading

RSS = (
    '<rss version="2.0" xmlns:prism="urn:prism"><channel><title>G</title><item><title>Harbour</title><description>It reopens in May.'
    "</description><category>Ports</category><category>Trade</category><prism:section>World</prism:section></item></channel></rss>"
)
NITF = (
    '<nitf><head><meta name="dsk" content="Foreign Desk"/><docdata><urgency ed-urg="4"/><key-list><keyword key="Ports"/></key-list></docdata>'
    "</head><body><body.content><block class='lead_paragraph'><p>It reopens.</p></block><block class='full_text'><p>It reopens.</p>"
    "<p>In May.</p></block></body.content></body></nitf>"
)
NEWSML = (
    "<NewsML><NewsItem><NewsManagement><Urgency FormalName='4'/></NewsManagement><NewsComponent><NewsLines><HeadLine>Harbour</HeadLine>"
    "<KeywordLine>Ports</KeywordLine></NewsLines><DescriptiveMetadata><Property FormalName='Country' Value='TRK'/></DescriptiveMetadata>"
    "<ContentItem><DataContent><p>It reopens.</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"
)
G2 = (
    '<newsItem guid="a"><itemMeta><itemClass qcode="ninat:text"/></itemMeta><contentMeta><urgency>4</urgency><headline>Harbour</headline>'
    '<subject qcode="m:1"><name>Ports</name></subject><subject qcode="m:2"/></contentMeta><contentSet><inlineXML><html><body><p>It reopens.'
    "</p></body></html></inlineXML></contentSet></newsItem>"
)
NINJS = json.dumps(
    {
        "uri": "a",
        "versioncreated": "2023-04-24T10:00:00Z",
        "headline": "Harbour",
        "body_text": "It reopens.",
        "subject": [{"code": "1", "name": "Ports"}, {"code": "2", "name": "Trade"}],
        "urgency": 4,
    }
)


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.rss", RSS, {"category": "Ports; Trade", "prism_section": "World"}),
        ("a.xml", NITF, {"dsk": "Foreign Desk", "urgency": "4", "keyword": "Ports"}),
        ("b.xml", NEWSML, {"keyword": "Ports", "urgency": "4", "Country": "TRK"}),
        ("c.xml", G2, {"urgency": "4", "subject": "Ports; 2"}),
        ("a.json", NINJS, {"subject": "Ports; Trade", "urgency": "4"}),
    ],
)
def test_subjects_urgency_and_the_like_are_kept_as_fields(name, data, expected):
    reading = read_bytes(data.encode(), name)
    assert isinstance(reading, Reading), reading
    (article,) = reading.articles
    assert isinstance(article, RawArticle)
    assert dict(article.fields) == expected
    kept = read_bytes(data.encode(), name, {"keep": "urgency"})
    assert isinstance(kept, Reading)
    assert [dict(found.fields) for found in kept.articles if isinstance(found, RawArticle)] == [
        {name: words for name, words in expected.items() if name == "urgency"}
    ]


def test_a_lead_that_the_full_text_repeats_is_read_once():
    reading = read_bytes(NITF.encode(), "a.xml")
    assert isinstance(reading, Reading)
    assert [article.text for article in reading.articles if isinstance(article, RawArticle)] == ["It reopens.\n\nIn May."]
