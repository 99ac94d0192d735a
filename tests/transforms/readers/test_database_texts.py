"""Exports of news databases as plain text, in the forms and languages in which readers save them."""

from transforms.readers import RawArticle, Reading, read_bytes

DISPLAY = """Harbour to reopen

Anna Bor
312 words
24 April 2023
10:05
Tarsk Gazette
TARG
English
(c) 2023 Gazette Press. All rights reserved.

The harbour reopens in May.

The town paid for the work.

Document TARG000020230424ej4o00001


Bridge closed

12 words
25 April 2023
Tarsk Gazette
TARG
English
(c) 2023 Gazette Press. All rights reserved.

The bridge is closed until June.

Document TARG000020230425ej4p00002

Search Summary

Results Found
2
"""
DUTCH = """
                               1 van 2 DOCUMENTEN


                             De Bode

                              24 april 2023 maandag

Haven gaat open

BYLINE: Anna Bor

LENGTH: 12 woorden


De haven gaat in mei weer open.

LANGUAGE: DUTCH; NEDERLANDS

                         Copyright 2023 Bode Pers
                              Alle Rechten Voorbehouden


                               2 van 2 DOCUMENTEN


                             De Bode

                              25 april 2023 dinsdag

Brug blijft dicht

LENGTH: 12 woorden


De brug blijft dicht tot juni.

LANGUAGE: DUTCH; NEDERLANDS
"""
GERMAN = """Hafen öffnet wieder

Der Bote

Montag 24. April 2023

Länge: 12 Wörter

Autor: Anna Bor

Text

Der Hafen öffnet im Mai.

Klassifizierung

Sprache: GERMAN; DEUTSCH

Ende des Dokuments
"""
ALONE = """Tarsk Gazette

April 24, 2023 Monday

 FIRST EDITION

Harbour to reopen

SECTION:

NEWS; Pg. 7A

LENGTH: 452 words

The harbour reopens in May.

LOAD-DATE: April 24, 2023

LANGUAGE: ENGLISH
"""


def articles_of(text: str, format_name: str) -> list[RawArticle]:
    reading = read_bytes(text.encode(), "export.txt")
    assert isinstance(reading, Reading), reading
    assert reading.format == format_name
    assert all(isinstance(article, RawArticle) for article in reading.articles), reading.articles
    return [article for article in reading.articles if isinstance(article, RawArticle)]


def test_factiva_without_codes_is_an_article_for_each_number() -> None:
    first, second = articles_of(DISPLAY, "factiva")
    assert (first.title, first.authors, first.outlet) == ("Harbour to reopen", ("Anna Bor",), "Tarsk Gazette")
    assert (first.published_at, second.published_at) == ("2023-04-24T10:05", "2023-04-25")
    assert first.text == "The harbour reopens in May.\n\nThe town paid for the work."
    assert (second.title, second.authors, second.text) == ("Bridge closed", (), "The bridge is closed until June.")


def test_nexis_numbers_documents_in_dutch() -> None:
    first, second = articles_of(DUTCH, "lexisnexis")
    assert (first.title, first.outlet, first.published_at, first.language) == ("Haven gaat open", "De Bode", "2023-04-24", "nl")
    assert second.text == "De brug blijft dicht tot juni."
    assert first.text == "De haven gaat in mei weer open."


def test_nexis_uni_ends_documents_in_german() -> None:
    (article,) = articles_of(GERMAN, "lexisnexis")
    assert (article.title, article.outlet, article.language) == ("Hafen öffnet wieder", "Der Bote", "de")
    assert article.text == "Der Hafen öffnet im Mai."


def test_a_document_alone_needs_no_number() -> None:
    (article,) = articles_of(ALONE, "lexisnexis")
    assert (article.title, article.outlet, article.published_at) == ("Harbour to reopen", "Tarsk Gazette", "2023-04-24")
    assert article.text == "The harbour reopens in May."


def test_a_notice_of_a_correction_is_no_headline() -> None:
    marked = "1 of 1 DOCUMENTS\n\n" + ALONE.replace("FIRST EDITION", "Correction Appended").replace("SECTION:\n\n", "SECTION: ")
    (article,) = articles_of(marked, "lexisnexis")
    assert article.title == "Harbour to reopen"


def as_pdf(lines: list[str]) -> bytes:
    """One page with a line each 20 points down."""
    words = "BT /F1 11 Tf 20 TL 50 780 Td " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
    return (
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj\n"
        f"4 0 obj<</Length {len(words)}>>stream\n{words}\nendstream endobj\n"
        "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n"
    ).encode()


def test_each_document_of_an_export_as_pdf_is_an_article() -> None:
    document = ["Harbour to reopen", "Tarsk Gazette", "April 24, 2023 Monday", "Byline: Anna Bor", "Body", "The harbour reopens in May."]
    tail = ["Classification", "Language: ENGLISH", "Load-Date: April 26, 2023", "End of Document"]
    reading = read_bytes(as_pdf(2 * [*document, *tail]), "export.pdf")
    assert isinstance(reading, Reading), reading
    found = [(a.title, a.outlet, a.published_at, a.text) for a in reading.articles if isinstance(a, RawArticle)]
    assert found == 2 * [("Harbour to reopen", "Tarsk Gazette", "2023-04-24", "The harbour reopens in May.")]
