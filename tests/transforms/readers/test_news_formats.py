"""One article in every news format gives the same title, words, moment, author and outlet; cut anywhere, a file is read or refused."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from transforms.articles.dates import parse_date
from transforms.readers.bylines import author_names
from transforms.readers.formats import READERS, read_bytes, read_leaf
from transforms.readers.outcomes import RawArticle, Reading, Rejected

SAMPLES = Path(__file__).parent / "samples"
MODULES = ("anpa", "iptc7901", "reuters_sgml", "feeds", "nitf", "newsml", "newsml_g2", "ninjs", "xml_records")
FORMATS = {reader.format for reader in READERS if reader.module in MODULES}
FILES = sorted(path.relative_to(SAMPLES).as_posix() for path in SAMPLES.glob("*/*") if path.parent.name in FORMATS)
#: Samples of the one article; those of Reuters-21578 are from 1987.
SAME = [name for name in FILES if not name.startswith("reuters_sgml/")]
TEXT = (
    "The foreign ministers of Veldoria and Ostmark agreed on Monday to reopen their border after nine years, officials in Torsund said."
    '\n\n"Trade will follow," said Mara Lindqvist, the Veldorian minister. Cafés near the crossing expect guests.'
)


def read_sample(name: str) -> Reading:
    path = SAMPLES / name
    reading = read_bytes(path.read_bytes(), path.name)
    assert isinstance(reading, Reading), reading
    return reading


def first_article(name: str) -> RawArticle:
    article = read_sample(name).articles[0]
    assert isinstance(article, RawArticle), article
    return article


@pytest.mark.parametrize("name", FILES)
def test_format_is_found_without_the_suffix(name):
    assert read_sample(name).format == name.split("/")[0]
    reading = read_bytes((SAMPLES / name).read_bytes(), "file")
    assert isinstance(reading, Reading)
    assert reading.format == name.split("/")[0]


@pytest.mark.parametrize("name", SAME)
def test_same_article_reads_the_same_from_every_format(name):
    article = first_article(name)
    assert article.title == "Veldoria reopens border with Ostmark"
    assert article.text == TEXT
    published = parse_date(article.published_at)
    assert published is not None
    assert published.moment is not None
    assert published.moment.timestamp() == 1682321400  # 2023-04-24 07:30 UTC
    assert article.published_from == "metadata"
    assert author_names(article.authors, article.outlet) == ["Ann Example"]
    assert str(article.outlet).title() == "Nordwire"
    assert article.position == 0


@pytest.mark.parametrize("name", [name for name in SAME if not name.startswith(("anpa/", "iptc7901/"))])
def test_language_is_taken_where_the_format_states_it(name):
    assert first_article(name).language == "en"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("rss/border.xml", "https://nordwire.example/2023/border"),
        ("atom/border.xml", "https://nordwire.example/2023/border"),
        ("wxr/border.xml", "https://nordwire.example/2023/border"),
        ("nitf/border.xml", "nordwire-4711"),
        ("newsml/border.xml", "urn:newsml:nordwire.example:20230424:4711:1"),
        ("newsml_g2/nitf.xml", "urn:newsml:nordwire.example:4711"),
        ("ninjs/version_3.json", "urn:nordwire:4711"),
    ],
)
def test_address_or_identifier_is_kept(name, expected):
    assert first_article(name).url == expected


@pytest.mark.parametrize(
    ("name", "refused"),
    [
        ("wxr/border.xml", [("no_article", "attachment"), ("no_article", "draft")]),
        ("newsml_g2/xhtml.xml", [("no_article", "picture"), ("no_article", "package")]),
        ("reuters_sgml/two.sgm", [("no_body", "VELDORIA TO SELL GRAIN")]),
        ("xml/border.xml", [("no_body", "content")]),
    ],
)
def test_what_is_no_article_is_told_beside_those_that_are(name, refused):
    found = [article for article in read_sample(name).articles if isinstance(article, Rejected)]
    assert [article.reason for article in found] == [reason for reason, _ in refused]
    assert all(word in article.detail for article, (_, word) in zip(found, refused, strict=True))
    assert [article.position for article in read_sample(name).articles] == list(range(len(read_sample(name).articles)))


def test_every_news_format_has_a_sample():
    assert {name.split("/")[0] for name in FILES} == FORMATS


@given(st.sampled_from(FILES), st.floats(0, 1), st.sampled_from([".xml", ".txt", ".json", ""]))
@example("newsml_g2/nitf.xml", 0.5, ".xml")
def test_a_file_cut_anywhere_is_read_or_refused(name, share, suffix):
    data = (SAMPLES / name).read_bytes()
    outcome = read_leaf(data[: int(share * len(data))], f"file{suffix}", {})  # below what turns exceptions into refusals
    assert isinstance(outcome, Reading | Rejected)
    if isinstance(outcome, Reading):
        assert all(article.text.strip() for article in outcome.articles if isinstance(article, RawArticle))


@given(st.sampled_from(FILES), st.data())
def test_a_file_with_bytes_overwritten_is_read_or_refused(name, data):
    content = bytearray((SAMPLES / name).read_bytes())
    for at in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=5)):
        content[at] = data.draw(st.sampled_from(b"<>&;\"'/[]{}\x00\x01\x02\x03\x04\xff \n"))
    assert isinstance(read_leaf(bytes(content), "file.xml", {}), Reading | Rejected)
