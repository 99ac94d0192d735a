"""What corpora, exports and dumps print around their fields is taken off, and fields are found where they keep them."""

import json

import pytest

from transforms.readers.formats import read_bytes
from transforms.readers.outcomes import RawArticle, Reading

FIRST = "Port workers in Ostrel voted on Monday to end a strike that had closed the harbour for nine days, their union said."
SECOND = "The ministry of transport welcomed the vote and said ferries would sail again from Wednesday morning, weather permitting."
TEXT = f"{FIRST}\n\n{SECOND}"


def only(data: str, name: str) -> RawArticle:
    reading = read_bytes(data.encode(), name)
    assert isinstance(reading, Reading), reading
    (article,) = reading.articles
    assert isinstance(article, RawArticle), article
    return article


@pytest.mark.parametrize(
    ("markup", "title", "day", "authors", "outlet"),
    [
        (
            "<HL> Strike Ends\n@  In Ostrel\n@  ----\n@  By Karin Holm </HL><DD> 03/24/87</DD><SO> HARBOUR JOURNAL (J)</SO>",
            "Strike Ends In Ostrel", "1987-03-24", ("By Karin Holm",), "HARBOUR JOURNAL",
        ),
        ("<DATE>910514</DATE><HEADLINE>FT  14 MAY 91 / Strike ends</HEADLINE>", "Strike ends", "1991-05-14", (), None),
        ("<HEADER><DATE1>  24 March 1994 </DATE1></HEADER><H3><TI> Strike ends </TI></H3>", "Strike ends", "1994-03-24", (), None),
    ],
)  # fmt: skip
def test_marks_of_trec(markup, title, day, authors, outlet):
    lead = "Language: <F P=105> English </F>\nArticle Type:BFN\n\n  [Text] " if "TI" in markup else ""
    article = only(f"<DOC><DOCNO> X1 </DOCNO>{markup}<TEXT>\n{lead}{FIRST}\n\n{SECOND}\n</TEXT></DOC>", "a.sgml")
    assert (article.text, article.title, article.published_at, article.authors, article.outlet) == (TEXT, title, day, authors, outlet)


def test_labels_without_blank_lines_are_labels_each():
    head = "Strike ends\nOstrel Herald\nApril 24, 2023 Monday\n\nSection: BUSINESS; Pg. 4\nLength: 312 words\nByline: Karin Holm"
    article = only(f"{head}\n\nBody\n\n{TEXT}\n\nClassification\n\nLanguage: ENGLISH\nSubject: PORTS\n\nEnd of Document\n", "a.txt")
    assert (article.title, article.outlet, article.published_at) == ("Strike ends", "Ostrel Herald", "2023-04-24")
    assert (article.authors, article.language, dict(article.fields)) == (
        ("Karin Holm",), "en", {"section": "BUSINESS; Pg. 4", "subject": "PORTS"},
    )  # fmt: skip


@pytest.mark.parametrize(
    "people",
    [
        {"byline": {"authors": [{"firstName": "Karin", "lastName": "Holm"}]}},
        {"author": 3, "_embedded": {"author": [{"id": 3, "name": "Karin Holm"}]}},
    ],
)
def test_people_are_found_where_an_interface_keeps_them(people):
    assert only(json.dumps({"title": "Strike ends", "content": TEXT, "date": "2023-04-24", **people}), "a.json").authors == ("Karin Holm",)


@pytest.mark.parametrize("name", ["conteudo", "Conteúdo", "sentences", "innhold", "obsah", "תוכן"])
def test_texts_have_names_in_many_languages(name):
    assert only(json.dumps({"title": "Strike ends", name: [FIRST, SECOND]}), "a.json").text == TEXT


@pytest.mark.parametrize(
    "head",
    [
        "Titel: Strike ends\nQuelle: Ostrel Herald\nDatum: 24.04.2023\n\n",
        "Title: Strike ends\nWords: 312\nSource: Ostrel Herald\nDate: 24.04.2023\nText: ",
        "Titre : Strike ends\nJournal : Ostrel Herald\nDate de publication : 24.04.2023\nTexte :\n",
    ],
)
def test_headers_of_plain_texts_are_known_in_many_languages(head):
    article = only(head + TEXT, "a.txt")
    assert (article.text.strip(), article.title, article.outlet, article.published_at) == (
        TEXT,
        "Strike ends",
        "Ostrel Herald",
        "24.04.2023",
    )


def test_words_before_a_colon_are_no_header_of_a_text():
    assert only(f"Source: nobody knows.\n{FIRST}\nNote: it is over.\n{SECOND}", "a.txt").title is None


def test_lists_of_highlights_are_no_part_of_a_story():
    assert only(f"{TEXT}\n\n@highlight\n\nStrike ends\n\n@highlight\n\nFerries sail\n", "a.story").text.strip() == TEXT


def test_a_table_in_a_text_file_is_known_by_its_header():
    table = f"Date\tSource\tHeadline\tFull Text\n24/04/2023\tOstrel Herald\tStrike ends\t{FIRST}\n"
    assert only(table, "a.txt").outlet == "Ostrel Herald"


def test_a_root_around_gigaword_changes_nothing():
    document = f'<DOC id="XIN_ENG_20030424.0031" type="story"><HEADLINE>Strike ends</HEADLINE><TEXT><P>{FIRST}</P></TEXT></DOC>'
    assert only(f'<?xml version="1.0"?>\n<GWENG>{document}</GWENG>', "a.xml").published_at == "2003-04-24"


def test_an_article_that_keeps_its_title_in_an_object_is_no_text():
    record = {"meta": {"headline": "Strike ends", "pub_date": "2023-04-24"}, "content": {"paragraphs": [FIRST, SECOND]}}
    article = only(json.dumps({"results": [{"article": record}]}), "a.json")
    assert (article.title, article.published_at, article.text) == ("Strike ends", "2023-04-24", TEXT)


def test_documents_are_numbered_in_spanish():
    head = "Documento 1 de 1\n\nEl Faro\n\n24 de abril de 2023 lunes\n\nFin de la huelga\n\nLONGITUD: 312 palabras"
    assert only(f"{head}\n\n{TEXT}\n\nIDIOMA: ENGLISH\n", "a.txt").title == "Fin de la huelga"
