"""Exports of news databases as plain text, in the forms and languages in which readers save them."""

import pytest

from transforms.readers.formats import read_bytes
from transforms.readers.outcomes import RawArticle, Reading

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


@pytest.mark.parametrize(("label", "body", "tail", "end"), [
    ("Auteur", "Corps", "Graphique", "Fin du document"),
    ("Verfasser", "Fließtext", "Klassifikation", "Ende des Dokuments"),
    ("Autor", "Corpo", "Classificação", "Fim do documento"),
    ("Byline", "Body", "Notes", "End of Document"),
])  # fmt: skip
def test_nexis_uni_as_text_has_no_blank_lines_between_labels(label: str, body: str, tail: str, end: str) -> None:
    text = f"""Harbour to reopen
Tarsk Gazette
24. April 2023

Copyright 2023 Tarsk Gazette
{label}: Anna Bor
{body}

The harbour reopens in May.

Link to Image

{tail}

See page 7

Load-Date: 25. April 2023

{end}
"""
    (article,) = articles_of(text, "lexisnexis")
    assert (article.title, article.outlet, article.published_at) == ("Harbour to reopen", "Tarsk Gazette", "2023-04-24")
    assert (article.authors, article.text) == (("Anna Bor",), "The harbour reopens in May.")


def test_proquest_in_spanish() -> None:
    text = """Documento 1 de 1

Puerto abierto

Autor: Bor, Anna

Resumen: Corto.

Texto completo: El puerto abre en mayo.

La ciudad pagó.

Crédito: Anna Bor

Título: Puerto abierto

Título de publicación: La Gaceta; Tarsk

Fecha de publicación: 24 Apr 2023

Idioma de la publicación: Spanish

ID del documento de ProQuest: 12
"""
    (article,) = articles_of(text, "proquest")
    assert (article.title, article.outlet, article.published_at) == ("Puerto abierto", "La Gaceta", "2023-04-24")
    assert (article.authors, article.language, article.text) == (("Anna Bor",), "es", "El puerto abre en mayo.\n\nLa ciudad pagó.")


def test_factiva_counts_words_in_signs() -> None:
    text = "港口重新开放\n\n王明\n72 字\n2023 年 4 月 24 日\n新华社\nXINHUA\n简体中文\n(c) 2023\n\n港口五月开放。\n\n文件 XINHUA0020230424ej4o0000a\n"
    (article,) = articles_of(text, "factiva")
    assert (article.title, article.published_at, article.outlet, article.language) == ("港口重新开放", "2023-04-24", "新华社", "zh")
    assert (article.authors, article.text) == (("王明",), "港口五月开放。")


def test_numbered_documents_need_no_blank_lines() -> None:
    text = "\n".join(
        f"{number} of 2 DOCUMENTS\nTarsk Gazette\n\nApril 24, 2023 Monday\n\n{title}\n\nLENGTH: 5 words\n\n{title} in May.\n\nLOAD-DATE: April 25, 2023"
        for number, title in ((1, "Harbour to reopen"), (2, "Bridge closed"))
    )
    first, second = articles_of(text, "lexisnexis")
    assert [(article.title, article.text, article.outlet) for article in (first, second)] == [
        ("Harbour to reopen", "Harbour to reopen in May.", "Tarsk Gazette"),
        ("Bridge closed", "Bridge closed in May.", "Tarsk Gazette"),
    ]


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


APA = """"Kleiner Bote" Nr. 12 vom 24.04.2023 10:36 Uhr        Seite: 40
Ressort: Graz

Bonus für Politiker

Von Anna Bor

Drei lang gediente Räte schieden aus.

Das Budget ist neu.
___________________________________________________________________
"Tarsker.at" gefunden am 25.04.2023

Brücke bleibt zu

Die Brücke bleibt bis Juni zu.
"""
MEDIARGUS = """1. Haven gaat open

De Bode, maandag 24 april 2023, p. 23, 853w.

De haven gaat in mei open.

Daarna de brug.


2. Brug dicht

Tarskse Krant, dinsdag 25 april 2023, p. 2, 60w.

De brug blijft dicht tot 3. mei.
"""
RETRIEVER = """Tarsks universitet
Datum 2023-05-01

Innehållsförteckning:

> Hamnen öppnar, Tarskbladet, 2023-04-24 09:31

> Bron stängd, Tarskbladet, 2023-04-25


Hamnen öppnar
Tarskbladet, 2023-04-24 09:31
Publicerat på webb.

Hamnen öppnar i maj.

Staden betalar.

© Tarskbladet. Alla artiklar är skyddade enligt upphovsrättslagen.

Se webartikeln på http://ret.nu/7Ml1g0k
==============================================================================

Bron stängd
Tarskbladet, 2023-04-25
Sida 15
Publicerat i print.

Bron är stängd till juni.
"""
ATEKST = """Havnen åpner
------------------------------------------------------------------------------
Tarskposten, 24.04.2023 09:31
Publisert på nett.

Havnen åpner i mai.
© Tarskposten

Se webartikkelen på https://ret.nu/abc
==============================================================================
"""
ALCESTE = """**** *source_Le_Courrier *date_2023-04-24 *bias_left
-*theme1
Le port rouvre en mai.
00002 *titre_Pont_fermé *annee_2023 *mois_4 *jour_25 *local
Le pont reste fermé.
"""


def test_apa_heads_each_article_with_its_outlet_and_day() -> None:
    first, second = articles_of(APA, "apa")
    assert (first.title, first.outlet, first.published_at, first.authors) == (
        "Bonus für Politiker",
        "Kleiner Bote",
        "2023-04-24T10:36",
        ("Anna Bor",),
    )
    assert first.text == "Drei lang gediente Räte schieden aus.\n\nDas Budget ist neu."
    assert dict(first.fields) == {"Ressort": "Graz", "page": "40", "issue": "Nr. 12"}
    assert (second.title, second.outlet, second.text) == ("Brücke bleibt zu", "Tarsker.at", "Die Brücke bleibt bis Juni zu.")


def test_headlines_of_apa_in_rtf_are_those_in_bold() -> None:
    document = (
        '{\\rtf1\\ansi{\\i "Bote" vom 24.04.2023 Seite: 4\\par Ressort: Lokal\\par}Abend\\par\\plain\\f0\\b\\cf2 Bonus\\plain\\par Worte.'
        '\\par\\sect {\\i "Bote" vom 25.04.2023 Seite: 5\\par}{\\b Br\\\'fccke}\\par Mehr Worte.\\par}'
    )
    reading = read_bytes(document.encode(), "export.rtf")
    assert isinstance(reading, Reading), reading
    found = [(a.title, a.published_at, a.text) for a in reading.articles if isinstance(a, RawArticle)]
    assert found == [("Bonus", "2023-04-24", "Worte."), ("Brücke", "2023-04-25", "Mehr Worte.")]


def test_pages_of_defacto_hold_an_article_an_entry() -> None:
    entry = '<div class="eintrag"><pre>"Bote" vom 24.04.2023   Seite: 1\nRessort: Lokal</pre>Umfrage:\nvorn<br><h3>Hafen</h3><p> Er öffnet.</p></div>'
    reading = read_bytes(f"<html><body>{2 * entry}</body></html>".encode(), "Ausdruck.htm")
    assert isinstance(reading, Reading), reading
    found = [(a.title, a.outlet, a.text, dict(a.fields)["kicker"]) for a in reading.articles if isinstance(a, RawArticle)]
    assert found == 2 * [("Hafen", "Bote", "Er öffnet.", "Umfrage: vorn")]


def test_mediargus_numbers_headlines() -> None:
    first, second = articles_of(MEDIARGUS, "mediargus")
    assert (first.title, first.outlet, first.published_at) == ("Haven gaat open", "De Bode", "2023-04-24")
    assert first.text == "De haven gaat in mei open.\n\nDaarna de brug."
    assert (second.outlet, second.text) == ("Tarskse Krant", "De brug blijft dicht tot 3. mei.")


def test_retriever_rules_off_articles_behind_a_list_of_headlines() -> None:
    first, second = articles_of(RETRIEVER, "retriever")
    assert (first.title, first.outlet, first.published_at) == ("Hamnen öppnar", "Tarskbladet", "2023-04-24T09:31")
    assert (first.text, first.url) == ("Hamnen öppnar i maj.\n\nStaden betalar.", "http://ret.nu/7Ml1g0k")
    assert (second.title, second.published_at, dict(second.fields)["page"]) == ("Bron stängd", "2023-04-25", "15")
    (norwegian,) = articles_of(ATEKST, "retriever")
    assert (norwegian.title, norwegian.outlet, norwegian.published_at) == ("Havnen åpner", "Tarskposten", "2023-04-24T09:31")
    assert (norwegian.text, norwegian.url) == ("Havnen åpner i mai.", "https://ret.nu/abc")


def test_variables_of_alceste_are_fields() -> None:
    first, second = articles_of(ALCESTE, "alceste")
    assert (first.outlet, first.published_at, first.text, first.fields) == (
        "Le Courrier",
        "2023-04-24",
        "Le port rouvre en mai.",
        (("bias", "left"),),
    )
    assert (second.title, second.published_at, second.text) == ("Pont fermé", "2023-04-25", "Le pont reste fermé.")


KOP = """
                          Copyright 2002 De Bode

                                  De Bode

                               24. April 2023

                               April 24, 2023

LENGTE: 158 words

KOP: Haven gaat open

AUTEUR: BOR, ANNA

TEKST:


De haven gaat in mei weer open.

Bron: eigen berichtgeving

PUB-TYPE: Paper

TAAL: Dutch / Nederlands

LOAD-DATE: April 26, 2023
"""


def test_fields_of_lexis_are_found_by_their_labels() -> None:
    (article,) = articles_of(KOP, "lexisnexis")
    assert (article.title, article.outlet, article.published_at, article.language) == ("Haven gaat open", "De Bode", "2023-04-24", "nl")
    assert article.authors == ("BOR, ANNA",)
    assert article.text == "De haven gaat in mei weer open.\n\nBron: eigen berichtgeving"
    assert article.fields == (("pub-type", "Paper"),)


def test_the_hour_of_a_wire_story_is_kept_and_its_section() -> None:
    timed = "1 of 1 DOCUMENTS\n\n" + ALONE.replace("April 24, 2023 Monday", "April 24, 2023 Monday 8:27 PM GMT").replace(
        ":\n\nNEWS", ": NEWS"
    )
    (article,) = articles_of(timed, "lexisnexis")
    assert article.published_at == "24 Apr 2023 8:27 PM GMT"
    assert article.fields == (("section", "NEWS; Pg. 7A"),)


def refusals(numbers: list[str], head: str = "") -> list[str]:
    document = ALONE.replace("SECTION:\n\n", "SECTION: ")
    reading = read_bytes((head + "".join(f"\n\n{number}\n\n{document}" for number in numbers)).encode(), "export.txt")
    assert isinstance(reading, Reading), reading
    return [article.detail for article in reading.articles if not isinstance(article, RawArticle)]


def test_missing_documents_are_told_once_a_gap_and_chosen_ones_are_not_missing() -> None:
    assert refusals(["1 of 898 DOCUMENTS", "898 of 898 DOCUMENTS"]) == ["expected documents 2 to 897 of 898, found none"]
    assert refusals(["3 of 898 DOCUMENTS", "17 of 898 DOCUMENTS"], "Download Request: Selected Items: 3, 17\n") == []
    assert refusals(["1 of 62 DOCUMENTS", "Dokument 234 von 456"]) == []


def articles_of_page(markup: str, format_name: str) -> list[RawArticle]:
    reading = read_bytes(f"<html><head><meta charset='utf-8'></head><body>{markup}</body></html>".encode(), "export.html")
    assert isinstance(reading, Reading), reading
    assert reading.format == format_name
    return [article for article in reading.articles if isinstance(article, RawArticle)]


def test_a_press_review_is_an_article_a_headline() -> None:
    contents = "<h1>Knipselkrant</h1><ul><li><a href='#a'>Haven open</a></li></ul><hr>"
    first = "<a name='a'></a><h2>Haven open</h2><i>De Bode 05-1-2017</i><p>De haven is open.</p><h2>Tussenkop</h2><p>Ook de brug.</p><hr>"
    second = "<a name='b'></a><h2>Brug dicht</h2><i>Nu.nl 05 januari 2017</i><p>De brug is dicht. <a>https://b.example/1</a></p><hr>"
    one, two = articles_of_page(contents + first + second, "press_review")
    assert (one.title, one.outlet, one.published_at) == ("Haven open", "De Bode", "2017-01-05")
    assert one.text == "De haven is open.\n\nTussenkop\n\nOok de brug."
    assert (two.outlet, two.published_at, two.text, two.url) == ("Nu.nl", "2017-01-05", "De brug is dicht.", "https://b.example/1")


def test_newer_pages_of_europresse_name_authors_and_texts_by_other_classes() -> None:
    frame = (
        "<article><header><div><span class='DocPublicationName'>Le Bote</span></div><div><span class='DocHeader'>Économie, lundi 24 avril "
        "2023, p. 3</span></div><div class='titreArticle'>Le port rouvre</div><div class='docAuthors'>Anna Bor</div></header><section>"
        "<div class='DocText clearfix'><p>Le port rouvre en mai.</p></div></section></article>"
    )
    first, _ = articles_of_page(2 * frame, "europresse")
    assert (first.title, first.outlet, first.published_at, first.authors) == ("Le port rouvre", "Le Bote", "2023-04-24", ("Anna Bor",))
    assert first.text == "Le port rouvre en mai."
    assert first.fields == (("header", "Économie, lundi 24 avril 2023, p. 3"),)
