"""Tables as they really come: quotes that do not pair, lines above the header, escapes, names in other languages."""

import pytest

from transforms.readers import table_rows
from transforms.readers.dumps import cut_rows
from transforms.readers.formats import read_bytes
from transforms.readers.outcomes import RawArticle, Reading, Rejected

FIRST, SECOND, THIRD = "The ministers met on Tuesday.", "The council put off its vote.", "Costs were unclear, they said."


def read(text: str, name: str = "a.csv") -> list[RawArticle | Rejected]:
    reading = read_bytes(text.encode(), name)
    assert isinstance(reading, Reading), reading
    return list(reading.articles)


def texts(found: list[RawArticle | Rejected]) -> list[str]:
    return [item.reason if isinstance(item, Rejected) else item.text for item in found]


def titles(found: list[RawArticle | Rejected]) -> list[str | None]:
    return [item.title for item in found if isinstance(item, RawArticle)]


@pytest.mark.parametrize("tail", ["", '4,"Later","Said ""no"" again."\n'])
def test_a_quote_that_is_not_closed_swallows_no_row(tail):
    found = read(f'id,title,text\n1,Grain,{FIRST}\n2,"Vote,{SECOND}\n3,Costs,"{THIRD}"\n{tail}')
    assert texts(found)[:3] == [FIRST, SECOND, THIRD]
    assert titles(found)[:3] == ["Grain", "Vote", "Costs"]
    assert len(found) == (4 if tail else 3)


def test_every_row_after_an_unclosed_quote_is_read_or_refused():
    rows = "".join(f"{number},T{number},Words of article {number} here.\n" for number in range(500))
    found = read(f'id,title,text\n0,"Open,and more, columns\n{rows}')
    assert texts(found) == ["malformed", *(f"Words of article {number} here." for number in range(500))]


def test_quotes_inside_a_field_are_letters():
    assert texts(read(f'title,text,date\nA,"He said "no" today.",2023-04-24\nB,{FIRST},2023-04-25\n')) == ['He said "no" today.', FIRST]
    assert texts(read(f'title,text,date\nA,"He said "no" today.\n\nThen he left.",2023-04-24\nB,{FIRST},2023-04-25\n')) == [
        'He said "no" today.\n\nThen he left.',
        FIRST,
    ]


def test_tab_files_without_quoting_keep_their_quotes():
    found = read(f'title\ttext\n"Grain" at last\t{FIRST}\nVote\t"No" was the answer.\n"Costs\t{THIRD}\n', "a.tsv")
    assert titles(found) == ['"Grain" at last', "Vote", "Costs"]
    assert texts(found) == [FIRST, '"No" was the answer.', THIRD]


def test_backslashes_escape_quotes_and_nothing_else():
    found = read(f'title,text,author\n"A","He said \\"no\\", C:\\new and left.",\\N\n"B","{FIRST}","Ann Example"\n')
    assert texts(found) == ['He said "no", C:\\new and left.', FIRST]
    assert [item.authors for item in found if isinstance(item, RawArticle)] == [(), ("Ann Example",)]


@pytest.mark.parametrize(
    "above",
    ["sep=;\n", '"sep=;"\n', "Export of 24 April 2023\n\nSearch: grain AND price; all years\n", "Database: Presse\r\n"],
)
def test_lines_above_the_header_are_passed_over(above):
    assert texts(read(f"{above}title;text;date\nGrain;{FIRST};2023-04-24\n")) == [FIRST]


@pytest.mark.parametrize(
    "header",
    ["Überschrift;Volltext;Erscheinungsdatum;Autor(en);Zeitung", "Titre;Texte;Date de publication;Auteur(s);Journal",
     "Titel;Inhalt;Datum;Verfasser;Medium", "Título;Texto;Fecha;Autores;Medio", "Titolo;Testo;Data;Autore;Testata"],
)  # fmt: skip
def test_columns_are_known_in_other_languages(header):
    (article,) = read(f"{header}\nGrain;{FIRST};2023-04-24;Ann Example;Courier\n")
    assert isinstance(article, RawArticle)
    assert (article.title, article.text, article.published_at) == ("Grain", FIRST, "2023-04-24")
    assert (article.authors, article.outlet) == (("Ann Example",), "Courier")


def test_a_mapped_column_that_is_not_there_is_refused_by_name():
    refused = read_bytes(b"headline,text\nA,B\n", "a.csv", {"title": "headlin"})
    assert isinstance(refused, Rejected)
    assert "--map title=headline" in refused.detail


def test_blocks_of_a_large_table_hold_whole_rows_whatever_the_quotes():
    rows = "".join(f'{number},"Title\n{number}",Words of article {number}.\n' for number in range(300))
    data = f'id,title,text\n{rows[:900]}x,"open,Never closed.\n{rows}'.encode()
    whole = read(data.decode())
    parts = [data[start : start + 700] for start in range(0, len(data), 700)]
    blocks = list(cut_rows(parts, 5_000))
    assert len(blocks) > 5
    found = [article for block in blocks if isinstance(block, bytes) for article in read(block.decode())]
    assert texts(found) == texts(whole)


def test_a_row_that_never_closes_is_looked_at_line_by_line(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = ["title,text,date\n", *['"never closed, and\n'] * 300]
    seen: list[int] = []

    def count(text: str, *args: object, **kwargs: object) -> tuple[list[str], bool]:
        seen.append(len(text))
        return cells(text, *args, **kwargs)

    cells = table_rows._cells
    monkeypatch.setattr(table_rows, "_cells", count)
    rows = list(table_rows.rows_of(lines, table_rows.Dialect(",", ["title", "text", "date"], 1, is_escaped=False)))
    assert [row.cells for row in rows] == [None] * 300
    # two looks a line at most, for each row that could begin before it; grown texts would be some twenty thousand lines a row
    assert sum(seen) <= 2 * 200 * sum(map(len, lines))
