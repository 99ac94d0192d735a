"""Texts into paragraphs: nothing lost, nothing altered, and each paragraph called what it is."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.annotations import Paragraph
from transforms.articles.paragraphs import find_dateline, split_paragraphs

SENTENCE = "The ministers of both countries met in the capital on Tuesday and agreed to reopen the border crossing."


def kinds_of(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(paragraph.kind, text[paragraph.start : paragraph.end]) for paragraph in split_paragraphs(text, title)]


@given(st.text(alphabet=st.sampled_from(list("Ab .\n\r\t\u00a0\u2029”—(Reuters) 12")), max_size=300), st.none() | st.text(max_size=20))
def test_every_visible_character_lies_in_exactly_one_paragraph(text, title):
    paragraphs = split_paragraphs(text, title)
    covered = "".join(text[paragraph.start : paragraph.end] for paragraph in paragraphs)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(one.end <= other.start for one, other in pairwise(paragraphs))
    assert all(text[paragraph.start : paragraph.end].strip() == text[paragraph.start : paragraph.end] for paragraph in paragraphs)


def test_title_printed_twice_is_title_twice():
    text = f"Border to reopen\n\nBorder to reopen\n\n{SENTENCE}"
    assert [kind for kind, _ in kinds_of(text)] == ["title", "title", "body"]
    assert [kind for kind, _ in kinds_of(text, "Border to Reopen")] == ["title", "title", "body"]


def test_lines_of_place_date_and_agency_may_stand_above_the_title():
    text = f"Lisbon, 31 January 2022\nLusa\n\nBorder to reopen\n\n{SENTENCE}"
    expected = [("dateline", "Lisbon, 31 January 2022"), ("dateline", "Lusa"), ("title", "Border to reopen"), ("body", SENTENCE)]
    assert kinds_of(text) == expected
    byline = f"By Ann Example\n4 November 2021\n\nBorder to reopen\n\n{SENTENCE}"
    assert [kind for kind, _ in kinds_of(byline)] == ["dateline", "dateline", "title", "body"]
    assert [kind for kind, _ in kinds_of(byline, "Border to reopen")] == ["dateline", "dateline", "title", "body"]


def test_given_title_is_found_whatever_its_quote_marks():
    text = f"‘We will reopen’, says minister\n\n{SENTENCE}"
    assert kinds_of(text, "'We will reopen', says minister")[0][0] == "title"


def test_title_ahead_of_the_text_in_one_line_is_cut_off():
    text = f"Ministers agree to reopen border crossing. {SENTENCE} {SENTENCE}"
    assert kinds_of(text, "Ministers agree to reopen border crossing") == [
        ("title", "Ministers agree to reopen border crossing."),
        ("body", f"{SENTENCE} {SENTENCE}"),
    ]


def test_sentence_that_begins_with_the_title_stays_whole():
    text = "Ministers agree to reopen border crossing after two years of talks in Geneva."
    assert kinds_of(text, "Ministers agree to reopen border crossing") == [("body", text)]


@pytest.mark.parametrize("heading", ["‘Bridges and walls’", "Two years of talks", "“Red lines”", "What comes next: the timetable"])
def test_short_line_between_paragraphs_is_a_heading(heading):
    assert kinds_of(f"{SENTENCE}\n\n{heading}\n\n{SENTENCE}")[1] == ("heading", heading)


@pytest.mark.parametrize(
    "line",
    [
        "“We will never agree to this.”",
        "“Never!” he said.",
        "He declined to comment.",
        "- passports for everybody",
        "1. a new timetable",
        "and nothing else",
        "2024",
    ],
)
def test_short_sentence_or_list_item_is_no_heading(line):
    assert kinds_of(f"{SENTENCE}\n\n{line}\n\n{SENTENCE}")[1] == ("body", line)


def test_rows_of_short_lines_are_a_list_and_not_headings():
    text = f"{SENTENCE}\n\nAlpha Party\n\nBeta Union\n\nGamma List\n\nDelta Front\n\n{SENTENCE}"
    assert "heading" not in [kind for kind, _ in kinds_of(text)[1:3]]


def test_last_short_line_heads_nothing():
    assert kinds_of(f"{SENTENCE}\n\nThe Associated Desk")[-1][0] == "body"


def test_sentences_without_stops_are_neither_title_nor_heading():
    lines = ["the ministers met in the capital", "They agreed to reopen the border", "Nobody had expected that"] * 3
    assert {kind for kind, _ in kinds_of("\n".join(lines))} == {"body"}


def test_lines_of_tokens_are_paragraphs_of_their_own():
    text = "Ministers met in Vienna on Tuesday .\nThey agreed to talk again , an official said ."
    assert [kind for kind, _ in kinds_of(text)] == ["body", "body"]


def test_lines_cut_at_a_fixed_width_are_joined():
    text = (
        "Ministers of both countries met in the capital on Tuesday and\nagreed to reopen the crossing that had been closed for two\n"
        "years, officials of both sides said.\n\n"
        "The crossing will be open to lorries from May, and to private\ncars from June, under the agreement."
    )
    assert [piece.count("\n") for _, piece in kinds_of(text)] == [2, 1]


@pytest.mark.parametrize(
    "line",
    [
        "© 2023 Example Media. All rights reserved.",
        "Read more: The long road to the border",
        "Sign up for our newsletter",
        "Sign up for the Future Perfect newsletter. Twice a week, you will get a roundup of ideas.",
        "Get the Monitor Stories you care about delivered to your inbox. By signing up, you agree to our Privacy Policy",
        "(Reporting by Ann Example; Editing by Bob Sample)",
        "Share on Facebook",
        "Photo: A. N. Other/Agency",
        "Follow us on Twitter @example",
        "https://example.org/a/b",
        "ADVERTISEMENT",
    ],
)
def test_boilerplate_is_told_from_the_text(line):
    assert kinds_of(f"{SENTENCE}\n\n{line}\n\n{SENTENCE}")[1] == ("boilerplate", line)


@pytest.mark.parametrize(
    "line",
    [
        "Copyright law protects the maps, the court said.",
        "Sharing intelligence was discussed at the meeting, officials said.",
        "Comments by the minister angered the opposition.",
        "Subscribers of the service were told to wait.",
    ],
)
def test_sentences_with_words_of_boilerplate_stay_text(line):
    assert kinds_of(f"{SENTENCE}\n\n{line}\n\n{SENTENCE}")[1] == ("body", line)


@pytest.mark.parametrize(
    "line",
    [
        "By Ann Example",
        "BRUSSELS (Reuters)",
        "April 24, 2023",
        "Published: 24 April 2023 10:15",
        "VIENNA 1996-08-30",
        "Belga / Le Soir, 9 June 2022",
        "Lisbon, 31 January 2022",
        "By Ann Example, Brussels",
    ],
)
def test_lines_that_are_only_place_date_or_byline_are_datelines(line):
    assert kinds_of(f"Border to reopen\n\n{line}\n\n{SENTENCE}")[1] == ("dateline", line)


@pytest.mark.parametrize(
    ("head", "place", "date", "agency"),
    [
        ("MOSCOW, April 24 (Reuters) - ", "MOSCOW", "April 24", "Reuters"),
        ("BEIJING, April 24, 2023 (Xinhua) -- ", "BEIJING", "April 24, 2023", "Xinhua"),
        ("ADDIS ABABA, Ethiopia (AP) — ", "ADDIS ABABA, Ethiopia", None, "AP"),
        ("WASHINGTON — ", "WASHINGTON", None, None),
        ("NEW DELHI: ", "NEW DELHI", None, None),
        ("BRUSSELS, November 24, 2022 (dpa) - ", "BRUSSELS", "November 24, 2022", "dpa"),
        ("(Reuters) - ", None, None, "Reuters"),
        ("Baku, 24 April 2023, Interfax - ", "Baku", "24 April 2023", "Interfax"),
        ("MINSK, 24 April. /BelTA/. ", "MINSK", "24 April", "BelTA"),
        ("TORONTO (Marketwire - December 23, 2010) - ", "TORONTO", "December 23, 2010", "Marketwire"),
        ("MOSCOW. April 24 (Interfax) - ", "MOSCOW", "April 24", "Interfax"),
        ("MOSCOW, 24 Apr - RIA Novosti. ", "MOSCOW", "24 Apr", "RIA Novosti"),
        ("GENEVA (24 April 2023) – ", "GENEVA", "24 April 2023", None),
        ("(GENEVA, Switzerland, 24 April 2023) – ", "GENEVA, Switzerland", "24 April 2023", None),
        ("(ANSA) - ROME, APR 24 - ", "ROME", "APR 24", "ANSA"),
        ("New Delhi, Apr 24 (PTI) ", "New Delhi", "Apr 24", "PTI"),
        ("Kyiv. April 24. UKRINFORM. ", "Kyiv", "April 24", "UKRINFORM"),
        ("Tehran, IRNA – ", "Tehran", None, "IRNA"),
        ("BAKU, Azerbaijan, April 24. ", "BAKU, Azerbaijan", "April 24", None),
        ("BERLIN | 24.04.2023 | ", "BERLIN", "24.04.2023", None),
        ("PRAGUE (ČTK) – ", "PRAGUE", None, "ČTK"),
        ("WASHINGTON, D.C. — ", "WASHINGTON, D.C.", None, None),
    ],
)
def test_datelines_are_parsed(head, place, date, agency):
    text = head + SENTENCE
    dateline = find_dateline(text, Paragraph(0, len(text), "body"))
    assert dateline is not None
    assert (dateline.place, dateline.date, dateline.agency) == (place, date, agency)
    assert text[dateline.end :] == SENTENCE


@pytest.mark.parametrize(
    "text",
    [
        "Moscow — which had warned against it — did not reply.",
        "Ann Example (R-Texas) - a member of the committee - voted against it.",
        "THE MINISTERS MET IN THE CAPITAL - AND AGREED TO REOPEN THE BORDER CROSSING, THEY SAID.",
        "SOCCER - Two goals in extra time.",
        "NATO - the alliance of 31 states."[5:],
        "Mr Example (Labour) – a member of the committee – voted against it.",
        "Ann Example, CEO – and founder – of the firm, said so.",
        "By Ann Example MOSCOW, April 24 (Reuters) - The ministers met.",
        "Example (born 24 April 1950) – a former minister – voted against it.",
        SENTENCE,
    ],
)
def test_ordinary_beginnings_are_no_datelines(text):
    assert find_dateline(text, Paragraph(0, len(text), "body")) is None


@pytest.mark.parametrize("unit", ["A. ", "AB, ", "\n \t", "share ", "By Ab and ", "“", "May 1 ", "(Reporting by A "])
def test_hostile_repetition_takes_no_time(unit):
    text = unit * 20_000
    start = time.perf_counter()
    for paragraph in split_paragraphs(text, None):
        find_dateline(text, paragraph)
    assert time.perf_counter() - start < 1


@pytest.mark.parametrize(
    "line",
    [
        "The minister listens to a farmer in Lyon, April 15, 2020. (Jane Roe/Reuters)",
        "The minister waves from a tram in Graz, Friday, March 3, 2017. (AP Photo/A. Sorrel)",
        "Candles burn at the scene in Dayton, Ohio, August 5, 2019. REUTERS/Jane Roe",
        "Mourners pay their respects at the memorial. Photograph: Jane Roe/Getty Images",
        "Media playback is unsupported on your device Media caption Why is the border closed?",
        "Photos: The debate – Ann Roe speaks. Hide Caption 1 of 2 Photos: The debate – Bob Roe listens. Hide Caption 2 of 2",
    ],
)
def test_words_under_a_picture_are_no_part_of_the_text(line):
    assert kinds_of(f"{SENTENCE}\n\n{line}\n\n{SENTENCE}\n\n{SENTENCE}")[1] == ("boilerplate", line)


@pytest.mark.parametrize(
    "line",
    [
        "Jane Roe is a political writer based in Sorrelton, Utah.",
        "Jane Roe is professor of history at a college, a fellow at the centre, and chairs its board.",
        "Jane Roe is a former prosecutor and author of “Ball of Lies: The Plot”.",
    ],
)
def test_a_note_on_the_author_stands_at_either_end(line):
    assert kinds_of(f"{SENTENCE}\n\n{SENTENCE}\n\n{SENTENCE}\n\n{line}")[-1] == ("boilerplate", line)
    assert kinds_of("\n\n".join([SENTENCE] * 3 + [line] + [SENTENCE] * 3))[3] == ("body", line)


@pytest.mark.parametrize("line", ["According to a report by Reuters, the border is closed.", "He took the photo in Lyon on Monday."])
def test_sentences_about_pictures_and_agencies_stay_text(line):
    assert kinds_of(f"{SENTENCE}\n\n{line}\n\n{SENTENCE}\n\n{SENTENCE}")[1] == ("body", line)
