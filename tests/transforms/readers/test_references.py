"""References with abstracts in the forms of RIS, BibTeX and EndNote, each a small file of our own after its public description."""

import pytest

from transforms.readers.formats import read_bytes
from transforms.readers.outcomes import RawArticle, Reading, Rejected

FIRST, SECOND = "The harbour opens in May. The town paid for it.", "The bridge is closed until June."
RIS = f"""TY  - NEWS
AB  - {FIRST}
AU  - Bor, Anna
AU  - Adeyi, Tom
DA  - 2023/04/24/
LA  - English
T1  - Harbour to reopen
JF  - Tarsk Gazette
KW  - Harbours
UR  - https://gazette.example/1
ER  -

TY  - NEWS
AB  - The bridge is closed
until June.
DA  - 2023 Apr 25
T1  - Bridge closed
ER  -
"""
BIBTEX = f"""@article{{bor2023,
  title = {{Harbour to {{R}}eopen in {{Malm\\"o}} \\& Tarsk}},
  author = "Bor, Anna and Adeyi, Tom", journaltitle = {{Tarsk Gazette}},
  date = {{2023-04-24}}, url = {{https://gazette.example/1}}, keywords = {{Harbours}}, langid = {{en}},
  abstract = {{{FIRST}}}
}}
@misc{{x, title = {{Bridge closed}}, year = 2023, month = apr, abstract = "{SECOND}"}}
"""
ENDNOTE = f"""%0 Newspaper Article
%T Harbour to reopen
%A Bor, Anna
%A Adeyi, Tom
%B Tarsk Gazette
%D 2023
%8 April 24
%X {FIRST}
%K Harbours
%U https://gazette.example/1
%G English

%0 Newspaper Article
%T Bridge closed
%8 2023-04-25
%X {SECOND}
"""


@pytest.mark.parametrize(("name", "text", "title", "day"), [
    ("a.ris", RIS, "Harbour to reopen", "2023 Apr 25"),
    ("a.bib", BIBTEX, "Harbour to Reopen in Malmö & Tarsk", "2023-04"),
    ("a.txt", ENDNOTE, "Harbour to reopen", "2023-04-25"),
])  # fmt: skip
def test_references_are_articles_with_their_abstracts(name: str, text: str, title: str, day: str) -> None:
    reading = read_bytes(text.encode(), name)
    assert isinstance(reading, Reading)
    assert reading.format == "references"
    first, second = (article for article in reading.articles if isinstance(article, RawArticle))
    assert (first.title, first.text, first.published_at, first.outlet) == (title, FIRST, "2023-04-24", "Tarsk Gazette")
    assert (first.authors, first.url, first.language) == (("Bor, Anna", "Adeyi, Tom"), "https://gazette.example/1", "en")
    assert first.fields == (("keywords", "Harbours"),)
    assert (second.title, " ".join(second.text.split()), second.published_at) == ("Bridge closed", SECOND, day)


def test_endnote_as_xml() -> None:
    style = '<style face="normal" font="default">{}</style>'
    xml = (
        "<?xml version='1.0'?><xml><records><record><ref-type name='Newspaper Article'>23</ref-type><contributors><authors><author>"
        f"{style.format('Bor, Anna')}</author></authors></contributors><titles><title>{style.format('Harbour to reopen')}</title>"
        f"<secondary-title>{style.format('Tarsk Gazette')}</secondary-title></titles><dates><year>{style.format('2023')}</year><pub-dates>"
        f"<date>{style.format('Apr 24')}</date></pub-dates></dates><abstract>{style.format(FIRST)}</abstract></record></records></xml>"
    )
    reading = read_bytes(xml.encode(), "library.xml")
    assert isinstance(reading, Reading)
    (article,) = reading.articles
    assert isinstance(article, RawArticle)
    assert (article.title, article.text, article.outlet) == ("Harbour to reopen", FIRST, "Tarsk Gazette")
    assert (article.authors, article.published_at) == (("Bor, Anna",), "2023-04-24")


def test_a_reference_without_an_abstract_is_refused() -> None:
    reading = read_bytes(b"@online{x, title={Bridge closed}, year={2023}}", "a.bib")
    assert isinstance(reading, Reading)
    (refused,) = reading.articles
    assert isinstance(refused, Rejected)
    assert refused.reason == "no_body"
    assert "Bridge closed" in refused.detail
