"""Speakers that the parser lost, bounds that it drew too tight, and what is a source, a wish or nothing that is said."""

import pytest

from tests.transforms.told import Told


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("The town council had to borrow a million euros last month, fundraising documents show.", "documents", "The town council had to"),
        ("Such a move would be wrong, Hill allies believe.", "Hill allies", "Such a move would be wrong"),
        ("President Hill, dedicating the museum on Saturday, said it would tell a story.", "President Hill", "it would tell a story"),
        (
            "Berg, who ran on his ability to mend the economy and accused Hill of bungling the recovery, lost.",
            "Berg, who",
            "Hill of bungling",
        ),
        ("The party began a million-dollar ad campaign praising Anna Berg for seeking peace.", "The party", "Anna Berg for seeking peace"),
        ("The committee has issued a report that cited the ministry for lapses.", "The committee", "the ministry for lapses"),
        ("The ministry's report cited the committee for lapses.", "The ministry's report", "the committee for lapses"),
        ("Many things make a win unlikely, insiders said: the lead of the mayor and the money of his rival.", "insiders", "… the lead"),
        ("With Lee, Hill and Ann Berg all calling for a stronger rule, the group left.", "Lee, Hill and Ann Berg", "a stronger rule"),
    ],
)
def test_who_speaks_where_the_parser_takes_another_word_for_it(text: str, speaker: str, content: str) -> None:
    assert any(by == speaker and content in said for _, by, said in Told(text).said())


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Mary Hill spoke of the malaise in the country, the lack of jobs and the violence of the gangs.",
            "the malaise in the country, the lack of jobs and the violence of the gangs",
        ),
        ("Mary Hill hopes for a miracle at the convention.", "a miracle at the convention"),
        ("Mary Hill said 40 people had come to the hall (a figure that may yet be revised by the town).", "40 people had come to the hall"),
        ("Mary Hill said she would ask Sen. Bob Lee (D-N.Y.).", "she would ask Sen. Bob Lee (D-N.Y.)"),
        (
            "Mary Hill suggested a better way for parents to pay for a school: Borrow money now while you can.",
            "a better way for parents to pay for a school: Borrow money now while you can",
        ),
        (
            "The effects are hard to predict, Mary Hill says, because there is little experience with wages so high.",
            "The effects are hard to predict … because there is little experience with wages so high",
        ),
        ("Mary Hill called again for the mayor to resign.", "the mayor to resign"),
        ("Mary Hill deems certain gifts a reasonable trade.", "certain gifts a reasonable trade"),
        ("Mary Hill attacked Anna Berg for her close ties to the banks.", "Anna Berg for her close ties to the banks"),
        ("Asked who had paid, Mary Hill said, “I have no idea at all.”", "“I have no idea at all.”"),
        ("Mary Hill said in '08 that the trams were late. 'Nobody came,' she said.", "that the trams were late"),
    ],
)
def test_what_is_said_is_whole(text: str, content: str) -> None:
    assert ("Mary Hill", content) in [(by, said) for _, by, said in Told(text).said()]


def test_a_passive_keeps_what_the_parser_hung_on_who_does_it() -> None:
    told = Told("Mary Hill has been rebuked by opponents for her plan to close the harbour.").said()
    assert [said for _, _, said in told] == ["Mary Hill … for her plan to close the harbour"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("In a Herald poll last month, Mary Hill led by nine points.", [("a Herald poll", "Mary Hill led by nine points")]),
        ("Mary Hill led by nine points in the latest Herald poll.", [("the latest Herald poll", "Mary Hill led by nine points")]),
        ("Mary Hill is ahead in the polls.", []),
    ],
)
def test_a_poll_is_a_source_where_it_is_named(text: str, said: list[tuple[str, str]]) -> None:
    assert [(by, content) for _, by, content in Told(text).said()] == said


def test_hopes_and_plans_are_thoughts_and_nobody_s_words() -> None:
    told = Told("Mary Hill plans to meet Vladimir Putin.")
    assert told.said() == [("indirect", "Mary Hill", "to meet Vladimir Putin")]
    assert [quote.is_aim for quote in told.quotes] == [True]
    assert all(mention.voice is None for mention in told.mentions)


@pytest.mark.parametrize(
    "text",
    [
        "The Senate rejected the budget.",
        "It was an old tale from the war, when Mary Hill testified before the court.",
        "The army attacked the town for its oil.",
    ],
)
def test_what_is_no_report(text: str) -> None:
    assert Told(text).said() == []


def test_what_a_member_of_a_parliament_rejects_is_her_word() -> None:
    assert Told("Senator Mary Hill rejected the charge that she had lied.").said() != []


def test_what_the_words_of_others_only_mention_is_no_report_of_its_own() -> None:
    said = Told("Anna Berg said that Mary Hill had asked the mayor to leave the room.").said()
    assert [by for _, by, _ in said] == ["Anna Berg"]
