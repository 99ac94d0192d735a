"""Dumps of wikis and databases, corpora with a word a line, tables of other programs; files of our own after public descriptions."""

import sqlite3
from io import BytesIO

import pandas as pd
import pytest

from transforms.limits import Limits
from transforms.readers.formats import read_bytes
from transforms.readers.outcomes import RawArticle, Reading, Rejected

FIRST, SECOND = "The harbour opens in May.\n\nThe town's council paid for it.", "The bridge is closed until June."
WIKI = """<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.10/" xml:lang="en"><siteinfo><sitename>Wikinews</sitename>
<base>https://en.wikinews.org/wiki/Main_Page</base></siteinfo>
<page><title>Harbour to reopen</title><ns>0</ns><revision><timestamp>2023-05-24T10:15:00Z</timestamp><text>{{date|April 24, 2023}}
{{infobox|a={{b|c}}|}}[[File:Boat.jpg|thumb|A [[boat]] at sea]]
The '''harbour''' opens in [[w:May|May]].&lt;ref&gt;x {{y}}&lt;/ref&gt;

The [[town]]'s [https://t.example council] paid &lt;b&gt;for&lt;/b&gt; it.

== Sources ==
* {{source|url=https://e.example}}

[[Category:Ports]]</text></revision></page>
<page><title>Template:Date</title><ns>10</ns><revision><text>x</text></revision></page>
<page><title>Old</title><ns>0</ns><redirect title="x"/><revision><text>#REDIRECT [[x]]</text></revision></page></mediawiki>"""


def articles_of(data: bytes, name: str, limits: Limits | None = None) -> tuple[str, list[RawArticle | Rejected]]:
    reading = read_bytes(data, name, None, limits or Limits())
    assert isinstance(reading, Reading), reading
    return reading.format, list(reading.articles)


def test_a_wiki_dump_gives_the_words_of_its_articles() -> None:
    format_name, (article, others) = articles_of(WIKI.encode(), "dump.xml")
    assert isinstance(article, RawArticle)
    assert (format_name, article.title, article.text) == ("mediawiki", "Harbour to reopen", FIRST)
    assert (article.published_at, article.outlet, article.language) == ("2023-04-24", "Wikinews", "en")
    assert article.url == "https://en.wikinews.org/wiki/Harbour_to_reopen"
    assert isinstance(others, Rejected)
    assert others.detail == "expected articles, found 2 redirects and pages of other namespaces"


PAGE = '<page><title>No. {0}</title><ns>0</ns><revision><text xml:space="preserve">Words of number {0}, and some more.</text></revision></page>'
DOC = '<DOC id="ABC_ENG_20050424.{0:04}" type="story">\n<HEADLINE>\nNo. {0}\n</HEADLINE>\n<TEXT>\n<P>\nWords of number {0}.\n</P>\n</TEXT>\n</DOC>\n'
ITEM = "<item><title>No. {0}</title><description>Words of number {0}.</description></item>"


@pytest.mark.parametrize(("head", "element", "tail"), [
    ('<mediawiki><siteinfo><sitename>Wikinews</sitename></siteinfo>', PAGE, "</mediawiki>"),
    ("", DOC, ""),
    ('<?xml version="1.0"?><rss version="2.0"><channel><title>Nordwire</title>', ITEM, "</channel></rss>"),
])  # fmt: skip
def test_dumps_of_elements_are_read_in_blocks(head: str, element: str, tail: str) -> None:
    data = (head + "".join(map(element.format, range(400))) + tail).encode()
    _, articles = articles_of(data, "dump.xml", Limits(file_bytes=20_000, line_bytes=8_000))
    assert [article.title for article in articles if isinstance(article, RawArticle)] == [f"No. {number}" for number in range(400)]
    assert len(articles) == 400


VERTICAL = """<doc title="Harbour to reopen" date="2023-04-24" source="Gazette">
<p>
<s>
The\tDT\tthe
harbour\tNN\tharbour
opens\tVBZ\topen
in\tIN\tin
May\tNP\tMay
<g/>
.\tSENT\t.
</s>
</p>
<p>
The\tDT\tthe
town\tNN\ttown
<g/>
's\tPOS\t's
council\tNN\tcouncil
paid\tVBD\tpay
for\tIN\tfor
it\tPP\tit
.\tSENT\t.
</p>
</doc>
"""
CONLLU = """# newdoc id = d1
# title = Harbour to reopen
# newpar
# text = The harbour opens in May.
1\tThe\tthe\tDET\t_\t_\t2\tdet\t_\t_

# newpar
1\tThe\tthe\tDET\t_\t_\t2\tdet\t_\t_
2-3\ttown's\t_\t_\t_\t_\t_\t_\t_\t_
2\ttown\ttown\tNOUN\t_\t_\t5\tnmod\t_\t_
3\t's\t's\tPART\t_\t_\t2\tcase\t_\t_
4\tcouncil\tcouncil\tNOUN\t_\t_\t5\tnsubj\t_\t_
5\tpaid\tpay\tVERB\t_\t_\t0\troot\t_\t_
6\tfor\tfor\tADP\t_\t_\t7\tcase\t_\t_
7\tit\tit\tPRON\t_\t_\t5\tobl\t_\tSpaceAfter=No
8\t.\t.\tPUNCT\t_\t_\t5\tpunct\t_\t_

# newdoc id = d2
# text = The bridge is closed until June.
1\tThe\tthe\tDET\t_\t_\t2\tdet\t_\t_
"""


def test_vertical_text_is_put_together() -> None:
    format_name, (article,) = articles_of(VERTICAL.encode(), "a.vrt")
    assert isinstance(article, RawArticle)
    assert (format_name, article.title, article.text) == ("vertical", "Harbour to reopen", FIRST)
    assert (article.published_at, article.outlet) == ("2023-04-24", "Gazette")


def test_conllu_has_documents_and_paragraphs() -> None:
    format_name, (first, second) = articles_of(CONLLU.encode(), "a.conllu")
    assert isinstance(first, RawArticle)
    assert isinstance(second, RawArticle)
    assert (format_name, first.title, first.text, second.text) == ("vertical", "Harbour to reopen", FIRST, SECOND)


MYSQL = """-- MySQL dump
CREATE TABLE `news` (
  `id` int(11) NOT NULL,
  `title` varchar(255) DEFAULT NULL,
  `content` longtext,
  `published_at` datetime,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;
INSERT INTO `news` VALUES (1,'Harbour to reopen','The harbour opens in May.\\n\\nThe town\\'s council paid for it.','2023-04-24 10:15:00'),
(2,'Bridge closed','The bridge is closed until June.',NULL);
"""
POSTGRES = """--
-- PostgreSQL database dump
COPY public.news (id, title, content, published_at) FROM stdin;
1\tHarbour to reopen\tThe harbour opens in May.\\n\\nThe town's council paid for it.\t2023-04-24 10:15:00
2\tBridge closed\tThe bridge is closed until June.\t\\N
\\.
"""
SQLITE = """BEGIN TRANSACTION;
CREATE TABLE users (id INTEGER, name TEXT);
INSERT INTO users VALUES(1,'Anna');
INSERT INTO "news" (title, content, published_at) VALUES('Harbour to reopen','The harbour opens in May.

The town''s council paid for it.','2023-04-24 10:15:00');
INSERT INTO "news" (title, content, published_at) VALUES('Bridge closed','The bridge is closed until June.',NULL);
"""


@pytest.mark.parametrize("dump", [MYSQL, POSTGRES, SQLITE])
def test_rows_of_dumps_in_sql_are_articles(dump: str) -> None:
    format_name, (first, second) = articles_of(dump.encode(), "news.sql")
    assert isinstance(first, RawArticle)
    assert isinstance(second, RawArticle)
    assert (format_name, first.title, first.text, first.published_at) == ("sql", "Harbour to reopen", FIRST, "2023-04-24 10:15:00")
    assert (second.title, second.text, second.published_at) == ("Bridge closed", SECOND, None)


def test_drafts_of_a_blogs_database_are_refused() -> None:
    dump = "INSERT INTO `wp_posts` (post_title, post_content, post_status, post_type) VALUES ('A','Words.','publish','post'),('B','More.','draft','post');"
    _, (article, draft) = articles_of(dump.encode(), "wp.sql")
    assert isinstance(article, RawArticle)
    assert (article.title, article.text) == ("A", "Words.")
    assert isinstance(draft, Rejected)
    assert draft.reason == "no_article"


def test_tables_of_a_database_file_without_texts_are_passed_over() -> None:
    connection = sqlite3.connect(":memory:")
    connection.executescript(
        SQLITE.replace("INSERT INTO users", "CREATE TABLE news (title, content, published_at); INSERT INTO users") + "COMMIT;"
    )
    format_name, (first, second) = articles_of(connection.serialize(), "news.db")
    assert isinstance(first, RawArticle)
    assert isinstance(second, RawArticle)
    assert (format_name, first.title, first.text, second.text) == ("sqlite", "Harbour to reopen", FIRST, SECOND)


def test_rows_of_a_data_set_of_stata() -> None:
    stream = BytesIO()
    frame = pd.DataFrame({"title": ["Harbour to reopen", "Bridge closed"], "text": [FIRST, SECOND], "date": ["2023-04-24", ""]})
    frame.to_stata(stream, version=118, convert_strl=["text"], write_index=False)
    format_name, (first, second) = articles_of(stream.getvalue(), "news.dta")
    assert isinstance(first, RawArticle)
    assert isinstance(second, RawArticle)
    assert (format_name, first.title, first.text, second.published_at) == ("stata", "Harbour to reopen", FIRST, None)


@pytest.mark.parametrize(("name", "data"), [("a.db", b"SQLite format 3\0" + b"x" * 200), ("a.dta", b"<stata_dta><header>")])
def test_broken_tables_are_refused(name: str, data: bytes) -> None:
    refused = read_bytes(data, name)
    assert isinstance(refused, Rejected)
    assert refused.reason == "malformed"


def test_the_xml_of_an_old_spreadsheet() -> None:
    row = "<Row>{}</Row>"
    cell = '<Cell{}><Data ss:Type="String">{}</Data></Cell>'
    rows = row.format("".join(cell.format("", name) for name in ("Title", "Date", "Text")))
    rows += row.format(cell.format("", "Bridge closed") + cell.format(' ss:Index="3"', SECOND))
    xml = (
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        f'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table>{rows}</Table></Worksheet></Workbook>'
    )
    format_name, (article,) = articles_of(xml.encode(), "a.xml")
    assert isinstance(article, RawArticle)
    assert (format_name, article.title, article.text, article.published_at) == ("spreadsheet", "Bridge closed", SECOND, None)


def test_lexisnexis_as_atom() -> None:
    xml = f"""<?xml version="1.0"?><entry xmlns="http://www.w3.org/2005/Atom"><title>Bridge</title><published>2023-04-25T00:00:00Z</published><content
type="application/xml"><articleDoc xmlns=""><nitf:body xmlns:nitf="urn:n"><nitf:body.head><nitf:hedline><nitf:hl1>Bridge closed</nitf:hl1></nitf:hedline>
<nitf:byline>Anna Bor</nitf:byline></nitf:body.head><nitf:body.content><bodyText><p>{SECOND}</p></bodyText></nitf:body.content></nitf:body><metadata>
<publicationInfo><publicationName>Gazette</publicationName></publicationInfo><dateInfo><pubDate year="2023" month="4" day="24"/></dateInfo></metadata>
</articleDoc></content></entry>"""
    format_name, (article,) = articles_of(xml.encode(), "a.xml")
    assert isinstance(article, RawArticle)
    assert (format_name, article.title, article.text, article.outlet) == ("lexisnexis", "Bridge closed", SECOND, "Gazette")
    assert (article.published_at, article.authors) == ("2023-04-24", ("Anna Bor",))


def test_sentences_of_an_element_are_one_paragraph() -> None:
    xml = f'<?xml version="1.0"?><text title="Bridge closed" date="2023-04-24"><s>{SECOND}</s> <s>It is old.</s></text>'
    _, (article,) = articles_of(xml.encode(), "a.xml")
    assert isinstance(article, RawArticle)
    assert (article.title, article.text) == ("Bridge closed", f"{SECOND} It is old.")


def test_parts_of_one_kind_are_paragraphs_and_sentences_stay_apart() -> None:
    xml = (
        '<?xml version="1.0"?><response><doc><str name="title">Bridge closed</str><arr name="content"><str>It is closed.</str><str>It is old.</str></arr>'
        "</doc><doc><str name='title'>Harbour</str><content><p><s>It opens.</s><s>Boats wait.</s></p></content></doc></response>"
    )
    _, (first, second) = articles_of(xml.encode(), "a.xml")
    assert isinstance(first, RawArticle)
    assert isinstance(second, RawArticle)
    assert (first.text, second.text) == ("It is closed.\n\nIt is old.", "It opens. Boats wait.")
