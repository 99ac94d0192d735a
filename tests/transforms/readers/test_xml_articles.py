"""XML of any making whose elements hold articles: fields as children, attributes or pairs, the issue's outlet and day, TEI and scans."""

import pytest

from transforms.readers.formats import read_bytes
from transforms.readers.outcomes import RawArticle, Reading, Rejected

WORDS = "The harbour reopens in May, the port office said. " * 6


def articles_of(markup: str) -> list[RawArticle]:
    reading = read_bytes(markup.encode(), "export.xml")
    assert isinstance(reading, Reading), reading
    assert all(isinstance(article, RawArticle) for article in reading.articles), reading.articles
    return [article for article in reading.articles if isinstance(article, RawArticle)]


@pytest.mark.parametrize(
    "markup",
    [
        '<doc sitename="Tarsk Gazette" title="Harbour" author="Anna Bor" date="2023-04-24" source="https://g.example/a" language="en">'
        "<main><head>May</head><p>{0}</p></main><comments/></doc>",
        "<response><doc><str name='headline'>Harbour</str><date name='publish_date'>2023-04-24</date><arr name='author'><str>Anna Bor</str>"
        "</arr><str name='body'>{0}</str><str name='source'>Tarsk Gazette</str><str name='url'>https://g.example/a</str>"
        "<str name='lang'>en</str></doc></response>",
        "<newspaper lang='en'><title>Tarsk Gazette</title><date>2023-04-24</date><article><title>Harbour</title><author>Anna Bor</author>"
        "<link href='https://g.example/a'/><p>{0}</p></article></newspaper>",
        "<rows><row Title='Harbour' Author='Anna Bor' Source='Tarsk Gazette' Date='2023-04-24' Url='https://g.example/a' Lang='en' "
        "Body='{0}'/></rows>",
        "<articles><article><meta><title>Harbour</title><date><year>2023</year><month>4</month><day>24</day></date><author><firstname>Anna"
        "</firstname><lastname>Bor</lastname></author></meta><source><id>5</id><name>Tarsk Gazette</name></source>"
        "<originalUrl>https://g.example/a</originalUrl><url>https://track.example/1</url><lang>en</lang><content>{0}</content></article>"
        "</articles>",
        "<list><entry><dc:title xmlns:dc='urn:dc'>Harbour</dc:title><dc:creator xmlns:dc='urn:dc'>Anna Bor</dc:creator><date>2023-04-24"
        "</date><publisher>Tarsk Gazette</publisher><url>https://g.example/a</url><lang>en</lang><wortlaut>{0}</wortlaut></entry></list>",
        "<NEWSITEM><PUB>Tarsk Gazette</PUB><PUB-DATE><date>2023-04-24</date></PUB-DATE><HEADLINE><hl1>Harbour</hl1></HEADLINE><BYLINE>"
        "Anna Bor</BYLINE><BODY-1><p>{0}</p></BODY-1><LANG>en</LANG><URL-SEG><url><remotelink href='https://g.example/a'>more</remotelink>"
        "</url></URL-SEG></NEWSITEM>",
        "<newsitem date='2023-04-24' xml:lang='en'><title>TARSK: Harbour</title><headline>Harbour</headline><byline>Anna Bor</byline><text>"
        "<p>{0}</p></text><link>https://g.example/a</link><metadata><dc element='dc.source' value='Tarsk Gazette'/></metadata></newsitem>",
    ],
    ids=["attributes", "solr", "issue", "rows", "nested", "any_name", "nexis", "reuters_corpus"],
)
def test_fields_stand_wherever_xml_may_keep_them(markup):
    (article,) = articles_of('<?xml version="1.0"?>' + markup.format(WORDS))
    assert article.text.removeprefix("May\n\n") == WORDS.strip()
    assert (article.title, article.authors, article.outlet) == ("Harbour", ("Anna Bor",), "Tarsk Gazette")
    assert (article.published_at, article.url, article.language) == ("2023-04-24", "https://g.example/a", "en")


def test_an_issue_whose_articles_are_called_article_is_not_one_article():
    articles = articles_of(
        f"<issue><title>Gazette</title><date>2023-04-24</date><article><title>A</title><p>{WORDS}</p></article>"
        f"<article><title>B</title><p>{WORDS}</p></article></issue>"
    )
    assert [article.title for article in articles] == ["A", "B"]


TEI = (
    "<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><fileDesc><titleStmt><title type='main'>Harbour</title><author><persName><surname>"
    "Bor</surname><forename>Anna</forename></persName></author></titleStmt><publicationStmt><publisher>Tarsk Gazette</publisher>"
    "</publicationStmt><sourceDesc><biblFull><publicationStmt><ptr type='URL' target='https://g.example/a'/><date when='2023-04-24'/>"
    "</publicationStmt></biblFull></sourceDesc></fileDesc><profileDesc><creation><date type='download'>2023-05-01</date></creation>"
    "<langUsage><language ident='en'/></langUsage></profileDesc></teiHeader><text><body>{0}</body></text></TEI>"
)


def test_tei_keeps_headings_and_drops_comments():
    body = "<div type='entry'><head>May</head><p>It reopens.</p></div><div type='comments'><p>First!</p></div>"
    (article,) = articles_of(TEI.format(body))
    assert article.text == "May\n\nIt reopens."
    assert (article.title, article.authors, article.outlet) == ("Harbour", ("Anna Bor",), "Tarsk Gazette")
    assert (article.published_at, article.url, article.language) == ("2023-04-24", "https://g.example/a", "en")


def test_tei_that_marks_articles_gives_each():
    part = "<div type='article'><head>{0}</head><p>Words of {0}.</p></div>"
    articles = articles_of(f"<teiCorpus>{TEI.format(part.format('A') + part.format('B'))}</teiCorpus>")
    assert [(article.title, article.text) for article in articles] == [("A", "Words of A."), ("B", "Words of B.")]


def test_blocks_of_alto_are_paragraphs_and_cut_words_whole():
    line = "<TextLine><String CONTENT='The'/><SP/><String CONTENT='har' SUBS_TYPE='HypPart1' SUBS_CONTENT='harbour'/><HYP/></TextLine>"
    rest = "<TextLine><String CONTENT='bour' SUBS_TYPE='HypPart2' SUBS_CONTENT='harbour'/><SP/><String CONTENT='opens.'/></TextLine>"
    page = f"<Page><PrintSpace><TextBlock>{line}{rest}</TextBlock><TextBlock>{line}</TextBlock></PrintSpace></Page>"
    (article,) = articles_of(f"<alto xmlns='http://www.loc.gov/standards/alto/ns-v2#'><Layout>{page}</Layout></alto>")
    assert article.text == "The harbour opens.\n\nThe harbour"
    refused = read_bytes(b"<?xml version='1.0'?><mets:mets xmlns:mets='http://www.loc.gov/METS/'/>", "a_mets.xml")
    assert isinstance(refused, Rejected)
    assert "ALTO" in refused.detail


def test_regions_of_page_xml_are_paragraphs():
    line = "<TextLine><TextEquiv><Unicode>{0}</Unicode></TextEquiv></TextLine>"
    region = f"<TextRegion>{line.format('The harbour')}{line.format('opens.')}</TextRegion>"
    (article,) = articles_of(f"<PcGts xmlns='http://schema.primaresearch.org/PAGE'><Page>{2 * region}</Page></PcGts>")
    assert article.text == "The harbour opens.\n\nThe harbour opens."


def test_issues_of_scanned_newspapers_name_outlet_and_day_once():
    words = "".join(f"<wd pos='1'>{word}</wd>" for word in "The harbour opens .".split())
    article = f"<article><ti>{{0}}</ti><ct>News</ct><text><text.cr><p>{words}</p></text.cr></text></article>"
    first, second = articles_of(
        f"<UKP><Periodical><issue><newspaperID>TARG</newspaperID><da>March 15, 1878</da><pf>18780315</pf><page>{article.format('A')}"
        f"{article.format('B')}</page></issue></Periodical></UKP>"
    )
    assert (first.title, second.title, first.text) == ("A", "B", "The harbour opens .")
    assert (second.published_at, second.outlet, second.fields) == ("18780315", "TARG", (("category", "News"),))


def test_a_single_scanned_article_names_its_newspaper():
    words = "".join(f"<articleWord coord='1'>{word}</articleWord>" for word in "The harbour opens.".split())
    (article,) = articles_of(
        "<BL_newspaper><BL_article><title_metadata><title>Tarsk Patriot</title></title_metadata><issue_metadata><normalisedDate>1839.04.02"
        "</normalisedDate></issue_metadata><article_metadata><dc_metadata><Title>News</Title></dc_metadata></article_metadata>"
        f"<image_metadata><articleImage><articleText>{words}</articleText></articleImage></image_metadata></BL_article></BL_newspaper>"
    )
    assert (article.outlet, article.title, article.published_at, article.text) == (
        "Tarsk Patriot",
        "News",
        "1839.04.02",
        "The harbour opens.",
    )
