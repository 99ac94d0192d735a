"""Dates and times against the day of the article: a Wednesday, 26 April 2023."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Tag
from transforms.annotations import Article, Paragraph, TaggedText
from transforms.taggers.rules_tagger import RulesTagger
from transforms.times.times import find_times

DAY = date(2023, 4, 26)


def values(tag: Tag, text: str, day: date | None = DAY) -> list[tuple[str, str | None]]:
    return [(text[mark.start : mark.end], mark.value) for mark in find_times(Article("a", text, published_at=day), tag(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister resigned on Sunday.", [("Sunday", "2023-04-23")]),
        ("The court will rule on Monday.", [("Monday", "2023-05-01")]),
        ("The two are scheduled to meet on Friday.", [("Friday", "2023-04-28")]),
        ("Police arrested him last Wednesday.", [("last Wednesday", "2023-04-19")]),
        ("He flew home yesterday.", [("yesterday", "2023-04-25")]),
        ("The envoy landed on Wednesday.", [("Wednesday", "2023-04-26")]),
    ],
)
def test_days_follow_the_tense_of_their_clause(tag: Tag, text: str, expected: list[tuple[str, str]]) -> None:
    assert values(tag, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In March, the ministry accused the West.", [("March", "2023-03")]),
        ("In November, rebels took the town.", [("November", "2022-11")]),
        ("The vote will be held in November.", [("November", "2023-11")]),
        ("It collapsed on December 25, 1991.", [("December 25, 1991", "1991-12-25")]),
        ("It collapsed on 25 December 1991.", [("25 December 1991", "1991-12-25")]),
        ("The treaty was signed on Feb. 7.", [("Feb. 7", "2023-02-07")]),
        ("The treaty was signed on Dec. 7.", [("Dec. 7", "2022-12-07")]),
        ("Sales rose in the third quarter of 2022.", [("the third quarter of 2022", "2022-Q3")]),
        ("The union collapsed in 1991.", [("1991", "1991")]),
        ("They met last week.", [("last week", "2023-W16")]),
        ("They will meet next month.", [("next month", "2023-05")]),
        ("He left two years ago.", [("two years ago", "2021")]),
        ("He left three days ago.", [("three days ago", "2023-04-23")]),
        ("He left earlier this year.", [("earlier this year", "2023")]),
        ("The talks began at 9 a.m. on Tuesday.", [("at 9 a.m. on Tuesday", "2023-04-25T09:00")]),
        ("The talks began at 9:30 p.m. yesterday.", [("at 9:30 p.m. yesterday", "2023-04-25T21:30")]),
        ("The bill was filed on 2023-02-28.", [("2023-02-28", "2023-02-28")]),
    ],
)
def test_expressions_get_iso_values_as_exact_as_they_are(tag: Tag, text: str, expected: list[tuple[str, str]]) -> None:
    assert values(tag, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Polls open on Sunday in Honduras.", "2023-04-30"),
        ("Lebanese banks close on Friday.", "2023-04-28"),
        ("Lomé has until Monday to reply.", "2023-05-01"),
        ("The junta gave the envoy until Saturday to leave.", "2023-04-29"),
        ("Schools in Quito were closed until Thursday.", "2023-04-27"),
        ("The hearing was postponed to Tuesday.", "2023-05-02"),
        ("Rivals traded insults ahead of Sunday's runoff.", "2023-04-30"),
        ("Sunday's referendum will decide it.", "2023-04-30"),
        ("Unions called a strike for Monday.", "2023-05-01"),
        ("The judge ordered him to appear on Friday.", "2023-04-28"),
        ("Malawi to vote on Sunday", "2023-04-30"),
        ("The debts must be paid by Friday.", "2023-04-28"),
        ("He said the two sides would meet on Sunday.", "2023-04-30"),
        ("Elections are held on Sunday.", "2023-04-30"),
        ("He is due in court on Tuesday.", "2023-05-02"),
        ("The ballot is on Sunday.", "2023-04-30"),
        ("The fighting lasted until Monday.", "2023-04-24"),
        ("He could not land on Monday.", "2023-04-24"),
        ("Voters in Malta chose Monday's winner.", "2023-04-24"),
        ("The two failed to agree on Sunday.", "2023-04-23"),
        ("He would have flown on Sunday.", "2023-04-23"),
        ("The minister spoke this Friday.", "2023-04-21"),
        ("The cabinet meets this Monday.", "2023-05-01"),
        ("The Jul. 5-6 summit failed.", "2022-07-05"),
        ("The Jul 5 summit was called off.", "2022-07-05"),
        ("He was buried on May 2.", "2022-05-02"),
        ("Talks start on May 2.", "2023-05-02"),
        ("They criticised the vote of May 2.", "2023-05-02"),
    ],
)
def test_a_day_lies_ahead_where_its_clause_does_and_never_after_what_is_told(tag: Tag, text: str, expected: str) -> None:
    assert [value for _, value in values(tag, text)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was dated 12-Mar-2019.", [("12-Mar-2019", "2019-03-12")]),
        ("The order of 03-Feb-09 stands.", [("03-Feb-09", "2009-02-03")]),
        ("It was issued on 7.11.1998 in Sofia.", [("7.11.1998", "1998-11-07")]),
        ("It ran from 03/04/2023 to 25/04/2023.", [("03/04/2023", "2023-04-03"), ("25/04/2023", "2023-04-25")]),
        ("It ended at 6:15 PM on 21/04/2023.", [("6:15 PM on 21/04/2023", "2023-04-21T18:15")]),
        ("He fled a fortnight ago.", [("a fortnight ago", "2023-W15")]),
        ("She must decide by the 28th.", [("the 28th", "2023-04-28")]),
        ("Shots were fired on the 9th of this month.", [("the 9th of this month", "2023-04-09")]),
        ("He died on the 28th.", [("the 28th", "2023-03-28")]),
        ("The court sits on the last Thursday of this month.", [("the last Thursday of this month", "2023-04-27")]),
        ("It met on the second Tuesday in March 2022.", [("the second Tuesday in March 2022", "2022-03-08")]),
        ("It fell last May 3.", [("last May 3", "2022-05-03")]),
        ("They met the month before last.", [("the month before last", "2023-02")]),
        ("They meet a week on Friday.", [("a week on Friday", "2023-05-05")]),
        ("They meet Friday week.", [("Friday week", "2023-05-05")]),
        ("They met a week ago Monday.", [("a week ago Monday", "2023-04-17")]),
        ("In the second half of 2021 ties froze.", [("the second half of 2021", "2021")]),
        ("The wall fell in '89.", [("'89", "1989")]),
        ("The talks of 5-6 March failed.", [("5-6 March", "2023-03-05")]),
        ("It was signed on the 3rd of March 1995.", [("the 3rd of March 1995", "1995-03-03")]),
        ("He was shot on Christmas Day 1989.", [("Christmas Day 1989", "1989-12-25")]),
        ("She has until the end of June.", [("the end of June", "2023-06")]),
        ("Troops left on New Year's Eve.", [("New Year's Eve", "2022-12-31")]),
        ("They meet twice a week on Friday.", [("Friday", "2023-04-28")]),
    ],
)
def test_forms_of_days(tag: Tag, text: str, expected: list[tuple[str, str]]) -> None:
    assert values(tag, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "April Mokoena and June Alvarez applauded.",
        "The May 18 Foundation and the June 4 Movement protested.",
        "The August Charter binds them.",
        "Black September and Red October are names.",
        "March for Justice praised the ruling.",
        "Mr April of the union resigned, and April said no more.",
        "The 17 November group bombed a bank.",
        "Saturday Night Live mocked him.",
        "Agenda 2030 was praised.",
        "She marked the 30th anniversary on the 5th floor.",
    ],
)
def test_no_day_stands_inside_a_name(tag: Tag, text: str) -> None:
    assert values(tag, text) == []


def test_words_that_only_look_like_times_are_left_alone(tag: Tag) -> None:
    text = "You may march with 2000 soldiers. Theresa May said the march cost $1990. It lasted three decades."
    assert values(tag, text) == []


def test_the_quarter_is_the_one_named_before(tag: Tag) -> None:
    text = "Profit fell in the first quarter of 2022. Revenue for the quarter was flat, up 2 percent from a year earlier."
    assert [value for _, value in values(tag, text)] == ["2022-Q1", "2022-Q1", "2021-Q1"]


def test_without_a_day_only_absolute_expressions_have_a_value(tag: Tag) -> None:
    assert values(tag, "He left on Sunday, two weeks after May 3, 2020.", day=None) == [("Sunday", None), ("May 3, 2020", "2020-05-03")]


def test_without_syntax_the_same_spans_are_found() -> None:
    text = "The court will rule on Monday. He left two years ago."
    (tagged,) = RulesTagger().tag([(text, [Paragraph(0, len(text), "body")])])
    marks = find_times(Article("a", text, published_at=DAY), tagged)
    assert [(text[m.start : m.end], m.value) for m in marks] == [("Monday", "2023-05-01"), ("two years ago", "2021")]


@given(
    st.lists(
        st.sampled_from("on Sunday in 2020 last year Feb. 30 , 99 a.m. the first quarter ago 3 days Q2 May '90s 12/31/99 -".split(" ")),
        max_size=25,
    )
)
def test_any_text_gives_ordered_spans_inside_it(words: list[str]) -> None:
    text = " ".join(words) or "x"
    tagged: TaggedText = next(RulesTagger().tag([(text, [Paragraph(0, len(text), "body")])]))
    marks = find_times(Article("a", text, published_at=DAY), tagged)
    ends = [0, *(mark.end for mark in marks)]
    assert all(before <= mark.start < mark.end <= len(text) for before, mark in zip(ends, marks, strict=False))
