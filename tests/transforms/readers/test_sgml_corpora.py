"""Corpora in SGML without a root: each article by itself, its day from its own field or its number."""

import pytest

from transforms.readers.formats import read_bytes
from transforms.readers.outcomes import RawArticle, Reading, Rejected

GIGAWORD = b"""<DOC id="ABC_ENG_20050424.0001" type="story" >
<HEADLINE>
Harbour to reopen
</HEADLINE>
<TEXT>
<P>
The harbour &AMP; its
quays reopen in May.
</P>
<P>
The town paid for the work.
</P>
</TEXT>
</DOC>
<DOC id="ABC_ENG_20050425.0002" type="story" >
<HEADLINE>
Bridge closed
</HEADLINE>
<TEXT>
<P>
The bridge is closed until June.
</P>
</TEXT>
</DOC>
"""
AP = b"""<DOC>
<DOCNO> AP880424-0001 </DOCNO>
<FILEID>AP-NR-04-24-88 2344EST</FILEID>
<HEAD>Harbour to reopen</HEAD>
<BYLINE>By ANNA BOR</BYLINE>
<BYLINE>Associated Press Writer</BYLINE>
<TEXT>
   The harbour reopens in May, R&D costs < 5 million.
   The town paid for the work.
</TEXT>
</DOC>
"""
AQUAINT = b"""<DOC>
<DOCNO> APW19990601.0003 </DOCNO>
<DATE_TIME> 1999-06-01 10:09 </DATE_TIME>
<BODY>
<HEADLINE> Harbour to reopen </HEADLINE>
<TEXT>
<P> The harbour reopens in May. </P>
</TEXT>
</BODY>
</DOC>
"""
LA_TIMES = b"""<DOC>
<DOCNO> LA010189-0001 </DOCNO>
<DATE>
<P>
January 2, 1989, Monday, Home Edition
</P>
</DATE>
<HEADLINE>
<P>
Harbour to reopen
</P>
</HEADLINE>
<BYLINE>
<P>
By ANNA BOR
</P>
</BYLINE>
<TEXT>
<P>
The harbour reopens in May.
</P>
</TEXT>
</DOC>
"""
ACE = b"""<DOC>
<DOCID> XYZ20030401.1234.0001 </DOCID>
<DATETIME> 20030401 </DATETIME>
<BODY>
<HEADLINE>
Harbour to reopen
</HEADLINE>
<TEXT>
The harbour reopens in May.

The town paid for the work.
</TEXT>
</BODY>
</DOC>
"""


def articles_of(data: bytes, name: str) -> list[RawArticle | Rejected]:
    reading = read_bytes(data, name)
    assert isinstance(reading, Reading), reading
    assert reading.format == "sgml_corpus"
    return list(reading.articles)


def test_each_doc_is_an_article_whatever_the_suffix() -> None:
    for name in ("abc.sgml", "abc.xml", "abc"):
        first, second = articles_of(GIGAWORD, name)
        assert isinstance(first, RawArticle)
        assert isinstance(second, RawArticle)
        assert first.title == "Harbour to reopen"
        assert first.text == "The harbour & its quays reopen in May.\n\nThe town paid for the work."
        assert (first.published_at, second.published_at) == ("2005-04-24", "2005-04-25")


def test_indented_lines_are_paragraphs_and_bare_signs_stay() -> None:
    (article,) = articles_of(AP, "ap880424")
    assert isinstance(article, RawArticle)
    assert article.text == "The harbour reopens in May, R&D costs < 5 million.\n\nThe town paid for the work."
    assert article.authors == ("By ANNA BOR",)


@pytest.mark.parametrize(
    ("data", "day"),
    [(AP, "1988-04-24"), (AQUAINT, "1999-06-01T10:09"), (LA_TIMES, "1989-01-02"), (ACE, "2003-04-01")],
)
def test_the_day_is_that_of_the_articles_field(data: bytes, day: str) -> None:
    (article,) = articles_of(data, "corpus.sgm")
    assert isinstance(article, RawArticle)
    assert (article.title, article.published_at) == ("Harbour to reopen", day)
    assert article.text.startswith("The harbour reopens in May")


def test_an_article_that_breaks_off_is_a_refusal_and_the_next_is_read() -> None:
    broken, whole = articles_of(ACE.replace(b"</DOC>", b"") + AQUAINT, "corpus.sgm")
    assert isinstance(broken, Rejected)
    assert broken.reason == "malformed"
    assert isinstance(whole, RawArticle)


def test_the_last_lines_of_a_headline_are_its_byline_and_office() -> None:
    reading = read_bytes(
        AP.replace(b"<HEAD>Harbour to reopen</HEAD>", b"<HL> Harbour to\n@  Reopen\n@  By Anna Bor\n@  Staff Reporter </HL>"), "wsj"
    )
    assert isinstance(reading, Reading)
    (article,) = reading.articles
    assert isinstance(article, RawArticle)
    assert article.title == "Harbour to Reopen"


def test_lines_of_chinese_are_joined_without_blanks() -> None:
    data = GIGAWORD.decode().replace("The town paid for the work.", "港口五月\n重新开放。").encode()
    reading = read_bytes(data, "cmn")
    assert isinstance(reading, Reading)
    article = reading.articles[0]
    assert isinstance(article, RawArticle)
    assert article.text.endswith("港口五月重新开放。")
