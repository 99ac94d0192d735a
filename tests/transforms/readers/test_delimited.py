"""CSV as spreadsheets and scripts write it."""

import pytest

from transforms.readers.delimited import read_delimited
from transforms.readers.outcomes import RawArticle, Reading, Rejected

ROWS = 'title{0}text{0}date\n"Border{0} open"{0}"First line.\n\nSecond ""line""."{0}2023-04-24\n'


@pytest.mark.parametrize(("delimiter", "expected"), [(",", "csv"), (";", "csv"), ("\t", "tsv"), ("|", "csv")])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_delimiter_quotes_and_encodings_are_found(delimiter, expected, encoding):
    reading = read_delimited(ROWS.format(delimiter).encode(encoding), {})
    assert isinstance(reading, Reading)
    assert reading.format == expected
    (article,) = reading.articles
    assert isinstance(article, RawArticle)
    assert (article.title, article.text, article.published_at) == (f"Border{delimiter} open", 'First line.\n\nSecond "line".', "2023-04-24")


def test_bad_rows_cost_themselves_only():
    data = b"title,text\nA,One.\nB\nC,Three.,more,columns\n\nD,Four.\n"
    reading = read_delimited(data, {})
    assert isinstance(reading, Reading)
    assert [item.reason if isinstance(item, Rejected) else item.text for item in reading.articles] == [
        "One.",
        "no_body",
        "malformed",
        "Four.",
    ]
    assert [item.position for item in reading.articles] == [0, 1, 2, 3]


def test_columns_are_mapped_by_name():
    reading = read_delimited(b"a;b\nBorder;The ministers met.\n", {"title": "a", "text": "b"})
    assert isinstance(reading, Reading)
    assert isinstance(reading.articles[0], RawArticle)
    assert reading.articles[0].title == "Border"


def test_a_column_whose_name_is_repeated_hides_no_other():
    reading = read_delimited(b"title,text,section,text,section\nBorder,The ministers met.,World,Nobody came.,Europe\n", {})
    assert isinstance(reading, Reading)
    (article,) = reading.articles
    assert isinstance(article, RawArticle)
    assert article.text == "The ministers met."
    assert dict(article.fields) == {"section": "World", "text 2": "Nobody came.", "section 2": "Europe"}


def test_missing_text_column_is_refused_with_the_next_step():
    refused = read_delimited(b"a,b\n1,2\n", {})
    assert isinstance(refused, Rejected)
    assert "--map text=COLUMN" in refused.detail


def test_very_long_fields_are_no_error():
    reading = read_delimited(b'title,text\nA,"' + b"word " * 100_000 + b'"\n', {})
    assert isinstance(reading, Reading)
    assert isinstance(reading.articles[0], RawArticle)


@pytest.mark.parametrize(
    "header",
    [
        "Titel;Erscheinungsdatum;Zeitung;Verfasser;Volltext;Adresse",
        "Titre;Date de publication;Journal;Auteur;Texte intégral;Lien",
        "Título;Fecha de publicación;Medio;Autores;Texto completo;Enlace",
        "Titolo;Data;Testata;Autore;Testo;Link",
        "Titel;Datum;Krant;Auteur;Tekst;URL",
        "Manchete;Data;Jornal;Autor;Texto;Link",
        "Tytuł;Data publikacji;Źródło;Autor;Treść;Link",
        "Rubrik;Datum;Tidning;Författare;Text;Länk",
        "Заголовок;Дата;Источник;Автор;Текст;Ссылка",
        "标题;日期;来源;作者;正文;链接",
        "제목;날짜;언론사;기자;본문;링크",
        "العنوان;التاريخ;المصدر;الكاتب;النص;الرابط",
    ],
)
def test_columns_are_known_by_their_names_in_many_languages(header):
    reading = read_delimited(f"{header}\nHafen;2023-04-24;Der Bote;Anna Bor;Er öffnet im Mai.;https://b.example/a\n".encode(), {})
    assert isinstance(reading, Reading), reading
    (article,) = reading.articles
    assert isinstance(article, RawArticle)
    assert (article.title, article.published_at, article.outlet, article.authors) == ("Hafen", "2023-04-24", "Der Bote", ("Anna Bor",))
    assert (article.text, article.url) == ("Er öffnet im Mai.", "https://b.example/a")
