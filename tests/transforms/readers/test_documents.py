"""Documents and exports of news databases beside the common article: several articles, missing ones, other languages, hostile files."""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pytest

from tests.transforms.readers.one_article import (
    PARAGRAPHS,
    TITLE,
    as_docx,
    as_factiva_html,
    as_lexisnexis_text,
    as_nexis_uni_docx,
    as_odt,
    as_pdf,
)
from transforms.readers.formats import read_bytes
from transforms.readers.outcomes import RawArticle, Reading, Rejected
from transforms.readers.printed_days import printed_day


def articles(data: bytes, name: str) -> list[object]:
    reading = read_bytes(data, name)
    assert isinstance(reading, Reading), reading
    return list(reading.articles)


def rebuilt(data: bytes, change: Mapping[str, bytes | None]) -> bytes:
    """A zip file with some of its members replaced, those without bytes left out."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = change.get(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
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


WORD_RELATIONS, TARGET = (
    "word/_rels/document.xml.rels",
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">',
)


@pytest.mark.parametrize(
    "data",
    [
        rebuilt(as_docx(), {WORD_RELATIONS: TARGET + b'<Relationship Id="r1" Type="x/image" Target="media/none.png"/></Relationships>'}),
        rebuilt(as_docx(), {WORD_RELATIONS: b"<Relationships><broken"}),
        rebuilt(as_docx(), {"_rels/.rels": b"", "word/styles.xml": b"<w:styles"}),
        rebuilt(as_docx(), {"[Content_Types].xml": b"<x"}),
        rebuilt(as_docx(), {"docProps/core.xml": None, "word/styles.xml": None, "_rels/.rels": None}),
        rebuilt(as_odt(), {"META-INF/manifest.xml": None, "styles.xml": None}),
        rebuilt(as_odt(), {"meta.xml": b"<x"}),
    ],
)
def test_what_is_broken_beside_the_words_of_a_document_costs_none_of_them(data: bytes) -> None:
    (article,) = articles(data, "a.odt" if b"content.xml" in data else "a.docx")
    assert isinstance(article, RawArticle)
    assert (article.title, article.text) == (TITLE, "\n\n".join(PARAGRAPHS))


ODT = (
    '<office:document-content xmlns:office="urn:o" xmlns:text="urn:t"><office:body><office:text><text:tracked-changes><text:p>Deleted.'
    '</text:p></text:tracked-changes><text:h text:style-name="Title">Border</text:h><text:p>One{}two<text:tab/>three <text:span>four'
    "</text:span> five<office:annotation><text:p>A note.</text:p></office:annotation>.</text:p></office:text></office:body>"
    "</office:document-content>"
)


@pytest.mark.parametrize(
    ("spaces", "words"),
    [
        ('<text:s text:c="3"/>', "   "),
        ('<text:s text:c="xx"/>', " "),
        ('<text:s text:c="-5"/>', " "),
        ('<text:s text:c="99999999999"/>', " " * 100),
    ],
)
def test_spaces_of_an_odt_are_as_many_as_can_be_meant(spaces: str, words: str) -> None:
    (article,) = articles(rebuilt(as_odt(), {"content.xml": ODT.format(spaces).encode()}), "a.odt")
    assert isinstance(article, RawArticle)
    assert (article.title, article.text) == ("Border", f"Border\n\nOne{words}two\tthree four five.")


def test_a_document_whose_words_break_off_is_read_to_there() -> None:
    words = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>' + b"".join(
        b"<w:p><w:r><w:t>Paragraph %d of the text.</w:t></w:r></w:p>" % number for number in range(3)
    )
    article, rest = articles(rebuilt(as_docx(), {"word/document.xml": words}), "a.docx")
    assert isinstance(article, RawArticle)
    assert article.text.count("Paragraph") == 3
    assert isinstance(rest, Rejected)


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (r"{\rtf1\ansi Words \u99999999999? of an article, \u-99999? and \u233? here.}", ["article"]),
        (r"{\rtf1\ansi\uc Words of an article.}", ["article"]),
        (r"{\rtf1\ansi Words of an article.} {\rtf1\ansi Words of another.}", ["article", "malformed"]),
        (r"{\rtf1\ansi Words of an article that breaks", ["article", "malformed"]),
        (r"{\rtf1\ansi Words \{with\} braces.}" + "\r\n", ["article"]),
    ],
)
def test_rich_text_is_read_and_what_stands_behind_its_end_is_told(markup: str, expected: list[str]) -> None:
    found = articles(markup.encode(), "a.rtf")
    assert [getattr(article, "reason", "article") for article in found] == expected
    assert isinstance(found[0], RawArticle)
    assert "99999" not in found[0].text


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
