"""Wire text of teleprinters and typesetters, and the SGML made of it."""

import pytest

from transforms.readers.formats import read_bytes
from transforms.readers.outcomes import RawArticle, Reading, Rejected


def outcomes_of(data: bytes) -> list[RawArticle | Rejected]:
    reading = read_bytes(data, "wire.txt")
    assert isinstance(reading, Reading), reading
    return list(reading.articles)


def article_of(data: bytes) -> RawArticle:
    article = outcomes_of(data)[0]
    assert isinstance(article, RawArticle), article
    return article


def iptc(head: str, text: str, sent: str = "240730 GMT Apr 23") -> bytes:
    return f"\x01nwa0001 4 i 38  nw 0061\r\n\r\nVeldoria/\r\n\x02{head} =\r\n\r\n{text}\r\n\x03{sent}\r\n\x7f\x04".encode("cp1252")


def anpa(*lines: str, sent: str = "NW-WF-04-24-23 0730GMT") -> bytes:
    body = "\r\n".join(lines)
    return f"\x16\x16\x01W0001\x1f_int\r\nr i\x13\x11 BC-Border 04-24 0038\r\n\x02{body}\r\n\t   \x03{sent}<\r\n\x0c\r\n\x04".encode(
        "cp1252"
    )


@pytest.mark.parametrize(
    ("head", "title", "authors"),
    [
        ("Border opens", "Border opens", ()),
        ("Border opens\r\nfor lorries", "Border opens for lorries", ()),
        ("REFILE\r\n1ST LEAD\r\nBorder opens\r\nBy Ann Example", "Border opens", ("By Ann Example",)),
        ("(Achtung)\r\nGrenze offen", "Grenze offen", ()),
        ("ALERT", "ALERT", ()),
    ],
)
def test_headline_is_what_neither_routes_nor_signs(head, title, authors):
    article = article_of(iptc(head, "   Torsund (nw) - It opens."))
    assert (article.title, article.authors, article.outlet) == (title, authors, "nw")
    assert article.text == "Torsund (nw) - It opens."


def test_lines_cut_at_a_width_are_joined_to_paragraphs_and_lists_are_not():
    text = (
        "   The foreign ministers of Veldoria and Ostmark agreed on Monday\r\nto reopen their border after nine years.\r\n"
        "   Officials said so.\r\n\r\n- Veldoria\r\n- Ostmark\r\n"
    )
    assert article_of(iptc("Border", text)).text == (
        "The foreign ministers of Veldoria and Ostmark agreed on Monday to reopen their border after nine years.\n\n"
        "Officials said so.\n\n- Veldoria\n- Ostmark"
    )


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        ("240730 GMT Apr 23", "2023-04-24T07:30Z"),
        ("241845 Apr 98", "1998-04-24T18:45Z"),
        ("nothing", None),
        ("240730 GMT Xyz 23", None),
    ],
)
def test_time_of_sending(sent, expected):
    assert article_of(iptc("Border", "   It opens.", sent)).published_at == expected


def test_every_message_of_a_file_is_an_article():
    found = outcomes_of(iptc("One", "   First.") + iptc("Two", " ") + iptc("Three", "   Third."))
    assert [getattr(one, "text", None) or one.reason for one in found] == ["First.", "no_body", "Third."]
    assert [one.position for one in found] == [0, 1, 2]


def test_a_message_without_its_end_is_read_to_where_it_stops():
    whole = iptc("Border", "   It opens.\r\n   More follows here.")
    assert article_of(whole[: whole.index(b" here")]).text == "It opens.\n\nMore follows"


def test_anpa_slug_is_the_title_where_there_is_no_headline():
    article = article_of(anpa("^BC-NW--Veldoria-Border, 1st Ld-Writethru,17<", "\t   TORSUND (NW) _ It opens."))
    assert (article.title, article.text) == ("Veldoria-Border", "TORSUND (NW) — It opens.")
    assert (article.published_at, article.outlet) == ("2023-04-24T07:30Z", "NW")


def test_anpa_notes_to_editors_are_no_text():
    article = article_of(
        anpa(
            "^BC-Border,1<", "^Border opens<", "^AP Photo X1<", "^(Eds: With photos.)<", "^By ANN EXAMPLE=", "^Nordwire=", "\t   It opens."
        )
    )
    assert (article.title, article.text, article.authors) == ("Border opens", "It opens.", ("By ANN EXAMPLE",))


def test_anpa_rows_of_tables_stay_lines():
    article = article_of(
        anpa("^BC-Table<", "^All times local=", "\x08Veldoria\x1f\x1e 2\x1e \x1e 1", "\x08New\x10 Ostmark\x1e 0", "\t   ___")
    )
    assert article.text == "All times local\nVeldoria 2 1\nNew Ostmark 0\n\n___"


def test_short_messages_full_of_control_characters_are_no_binary_files():
    reading = read_bytes(anpa("^x<", "\t   Hi."), "a.bin")
    assert isinstance(reading, Reading)
    assert (reading.format, len(reading.articles)) == ("anpa", 1)


def sgml(*articles: str) -> bytes:
    return ('<!DOCTYPE lewis SYSTEM "lewis.dtd">\n' + "\n".join(f'<REUTERS NEWID="1">\n{one}\n</REUTERS>' for one in articles)).encode(
        "latin-1"
    )


def test_reuters_lines_become_paragraphs_behind_the_dateline():
    body = "Tariffs &lt;fall>, say the\nministers.\n    Cafés expect\nguests.\n Grain   7\n Wheat   8\n REUTER\n&#3;"
    article = article_of(sgml(f"<TEXT>&#2;\n<TITLE>TARIFFS</TITLE><DATELINE>    TORSUND, April 24 - </DATELINE><BODY>{body}</BODY></TEXT>"))
    assert article.text == "TORSUND, April 24 - Tariffs <fall>, say the ministers.\n\nCafés expect guests.\nGrain   7\nWheat   8"
    assert (article.title, article.outlet) == ("TARIFFS", "Reuters")


def test_an_unprocessed_reuters_text_has_its_headline_on_its_first_line():
    article = article_of(sgml('<TEXT TYPE="UNPROC">&#2;\nMONEY REPORT - APRIL 24\n    One week ended April 20\n Notes....7.1\n&#3;</TEXT>'))
    assert (article.title, article.text) == ("MONEY REPORT - APRIL 24", "One week ended April 20\nNotes....7.1")


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("24-APR-1987 09:30:01.79", "1987-04-24T09:30Z"),
        (" 2-MAR-1987 16:51:43.12", "1987-03-02T16:51Z"),
        ("31-MAR-1987 605:12:19.12", "1987-03-31"),
        ("none", None),
    ],
)
def test_reuters_dates(date, expected):
    assert article_of(sgml(f"<DATE>{date}</DATE><TEXT><BODY>It opens.</BODY></TEXT>")).published_at == expected


def test_a_reuters_article_that_is_cut_off_costs_itself():
    found = outcomes_of(sgml("<TEXT><BODY>One.</BODY></TEXT>", "<TEXT><BODY>Two.</BODY></TEXT>")[:-20])
    assert isinstance(found[0], RawArticle)
    assert isinstance(found[1], Rejected)
    assert (found[1].reason, found[1].position) == ("malformed", 1)


def test_a_message_that_holds_nothing_is_refused():
    (refused,) = outcomes_of(b"\x16\x16\x01W0001\x1f_int\r\n\x02")
    assert isinstance(refused, Rejected)
    assert refused.reason == "no_body"
