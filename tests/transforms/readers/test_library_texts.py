"""Texts of the databases of libraries, and of several articles under heads of their own; files of our own."""

import pytest

from transforms.readers.formats import read_bytes
from transforms.readers.outcomes import RawArticle, Reading

FIRST, SECOND = "The harbour opens in May.\n\nThe town paid for it.", "The bridge is closed until June."
EBSCO = f"""Record: 1
Title:
Harbour to reopen.
Authors:
Bor, Anna
Source:
Tarsk Gazette. 04/24/2023.
Document Type:
Article
Subject Terms:
*HARBOURS
Abstract:
A harbour.
Accession Number:
2W61
Database:
Newspaper Source
Section: NEWS
Harbour to reopen

{FIRST}

~~~~~~~~

By Anna Bor

Copyright of Tarsk Gazette is the property of Gazette Media.
"""
GALE = f"""Gale General OneFile

Title: Harbour to reopen
Author: Bor, Anna
Date: Apr. 24, 2023
From: Tarsk Gazette(Vol. 12, Issue 3)
Document Type: Article
Length: 12 words

Full Text:
{FIRST}

Source Citation (MLA 9th Edition)
Bor, Anna. "Harbour to reopen." Tarsk Gazette, 24 Apr. 2023.
Gale Document Number: GALE|A123456789
"""
NEWSBANK = f"""Harbour to reopen

April 24, 2023 | Tarsk Gazette (TG)
Author: Bor, Anna | Section: News | Page: 4
12 Words | Readability: grade level(s): 9

{FIRST}

OpenURL Link
© Copyright 2023, Tarsk Gazette, All Rights Reserved.
"""


@pytest.mark.parametrize(("format_name", "text"), [("ebsco", EBSCO), ("gale", GALE), ("newsbank", NEWSBANK)])
def test_labels_and_rights_are_no_words_of_the_article(format_name: str, text: str) -> None:
    reading = read_bytes(text.encode(), "export.txt")
    assert isinstance(reading, Reading)
    assert reading.format == format_name
    (article,) = reading.articles
    assert isinstance(article, RawArticle)
    assert (article.title, article.text, article.published_at) == ("Harbour to reopen", FIRST, "2023-04-24")
    assert (article.outlet, article.authors) == ("Tarsk Gazette", ("Bor, Anna",))


RULED = "{0}\nTITLE: Harbour to reopen\nDATE: 2023-04-24\n{0}\n{1}\n\n{0}\nTITLE: Bridge closed\nDATE: 2023-04-25\n{0}\n{2}\n"
PARTED = "Titel: Harbour to reopen\nDatum: 2023-04-24\n\n{1}\n\n{0}\n\nTitel: Bridge closed\nDatum: 2023-04-25\n\n{2}\n"


@pytest.mark.parametrize("form", [RULED, PARTED])
def test_each_head_begins_an_article(form: str) -> None:
    reading = read_bytes(form.format("=" * 40, FIRST, SECOND).encode(), "all.txt")
    assert isinstance(reading, Reading)
    first, second = (article for article in reading.articles if isinstance(article, RawArticle))
    assert (first.title, first.text.strip(), first.published_at) == ("Harbour to reopen", FIRST, "2023-04-24")
    assert (second.title, second.text.strip(), second.published_at) == ("Bridge closed", SECOND, "2023-04-25")


def test_labels_in_an_article_begin_none() -> None:
    reading = read_bytes(
        f"Title: Harbour to reopen\nDate: 2023-04-24\n\n{FIRST}\n\nSource: the town\n\nTitle: a novel\n".encode(), "one.txt"
    )
    assert isinstance(reading, Reading)
    (article,) = reading.articles
    assert isinstance(article, RawArticle)
    assert article.text.strip().endswith("Title: a novel")


def test_a_german_database_prints_outlet_day_and_page_in_one() -> None:
    reading = read_bytes(
        "Quelle:   Der Bote vom 24.04.2023, S. 4\nTitel:    Hafen offen\n\nDer Hafen öffnet im Mai.\n".encode(), "wiso.txt"
    )
    assert isinstance(reading, Reading)
    (article,) = reading.articles
    assert isinstance(article, RawArticle)
    assert (article.outlet, article.published_at, article.title) == ("Der Bote", "24.04.2023", "Hafen offen")
