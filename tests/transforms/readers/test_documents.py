"""Documents and exports of news databases beside the common article: several articles, missing ones, other languages, hostile files."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from tests.transforms.readers.one_article import as_docx, as_factiva_html, as_lexisnexis_text, as_nexis_uni_docx, as_pdf
from transforms.readers import Reading, Rejected, read_bytes
from transforms.readers.printed_days import printed_day


def articles(data: bytes, name: str) -> list[object]:
    reading = read_bytes(data, name)
    assert isinstance(reading, Reading), reading
    return list(reading.articles)


def rebuilt(data: bytes, change: dict[str, bytes]) -> bytes:
    """A zip file with some of its members replaced."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(part.filename, change.get(part.filename, old.read(part)))
    return target.getvalue()


def test_an_export_says_which_of_its_numbered_documents_are_missing() -> None:
    one = as_lexisnexis_text().decode("utf-8-sig")
    text = "\n\n".join(one.replace("1 of 1 DOCUMENTS", f"{number} of 4 DOCUMENTS") for number in (1, 2, 4))
    found = articles(text.encode(), "lexis.txt")
    assert [type(article).__name__ for article in found] == ["RawArticle", "RawArticle", "Rejected", "RawArticle"]
    missing = found[2]
    assert isinstance(missing, Rejected)
    assert (missing.reason, missing.position) == ("malformed", 2)
    assert "document 3 of 4" in missing.detail


def test_an_export_that_was_cut_out_of_a_longer_list_begins_where_it_begins() -> None:
    text = as_lexisnexis_text().decode("utf-8-sig").replace("1 of 1 DOCUMENTS", "2001 of 2146 DOCUMENTS")
    assert len(articles(text.encode(), "lexis.txt")) == 1


def test_labels_in_french_are_understood() -> None:
    text = (
        "Dokument 1 von 1\n\nLe Courrier du Nord\n\n3 février 2021 mercredi\n\nLe port rouvre\n\nAUTEUR: Jeanne Petit\n\nRUBRIQUE: MONDE\n\n"
        "LONGUEUR: 9 mots\n\nLe port de Norrhamn a rouvert mercredi matin.\n\nDATE-CHARGEMENT: 4 février 2021\n\nLANGUE: FRENCH; FRANÇAIS\n"
    )
    (article,) = articles(text.encode(), "lexis.txt")
    assert (article.title, article.outlet, article.published_at, article.authors, article.language) == (
        "Le port rouvre", "Le Courrier du Nord", "2021-02-03", ("Jeanne Petit",), "fr",
    )  # fmt: skip
    assert article.text == "Le port de Norrhamn a rouvert mercredi matin."


def test_factiva_gives_every_record_and_refuses_one_without_words() -> None:
    table = as_factiva_html().decode().partition("<body>")[2].partition("</body>")[0]
    empty = "<table><tr><td><b>HD</b></td><td>Nothing</td></tr><tr><td><b>PD</b></td><td>1 May 2020</td></tr><tr><td><b>SN</b></td><td>X</td></tr></table>"
    page = f"<html><head><title>Factiva</title></head><body>{table}{empty}{table}</body></html>"
    found = articles(page.encode(), "f.html")
    assert [getattr(article, "reason", "article") for article in found] == ["article", "no_body", "article"]


def test_a_document_kept_as_zip_is_not_unpacked_beyond_what_a_file_may() -> None:
    refused = read_bytes(rebuilt(as_docx(), {"word/document.xml": b"<w>" + b" " * 60_000_000 + b"</w>"}), "bomb.docx")
    assert isinstance(refused, Rejected)
    assert refused.reason == "expands_too_far"


def test_entities_in_a_document_do_not_grow_or_reach_for_files(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("not for articles")
    bomb = (
        b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">'
        b'<!ENTITY f SYSTEM "' + secret.as_uri().encode() + b'">]>'
        b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Words &b; &f; here.'
        b"</w:t></w:r></w:p></w:body></w:document>"
    )
    reading = read_bytes(rebuilt(as_docx(), {"word/document.xml": bomb}), "x.docx")
    words = reading.articles[0].text if isinstance(reading, Reading) else reading.detail
    assert "aaaaaaaaaa" not in words
    assert "not for articles" not in words


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"%PDF-1.7\nnothing more", "a.pdf", "malformed"),
        (b"PK\x03\x04word/document.xml", "a.docx", "malformed"),
        (rebuilt(as_nexis_uni_docx(), {"word/document.xml": b"<broken"}), "b.docx", "malformed"),
        (b"{\\rtf1\\ansi }", "a.rtf", "no_body"),
    ],
)
def test_a_broken_or_empty_document_is_refused_with_its_reason(data: bytes, name: str, reason: str) -> None:
    refused = read_bytes(data, name)
    assert isinstance(refused, Rejected)
    assert refused.reason == reason


def test_lines_of_a_pdf_are_one_paragraph_and_cut_words_are_whole() -> None:
    (article,) = articles(as_pdf(), "a.pdf")
    assert article.text.count("\n\n") == 3
    assert "agreed to raise wages" in article.text


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("January 11, 2010 Monday", "2010-01-11"), ("jeudi 5 octobre 2013", "2013-10-05"), ("1er mars 2020", "2020-03-01"),
        ("3. Juli 2019", "2019-07-03"), ("el 2 de enero de 2015", "2015-01-02"), ("Sept. 4, 2001", "2001-09-04"), ("31 February 2020", None),
        ("Section 5; Page 16", None),
    ],
)  # fmt: skip
def test_days_are_read_in_the_languages_of_the_databases(printed: str, day: str | None) -> None:
    assert printed_day(printed) == day
