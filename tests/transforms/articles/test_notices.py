"""Notices of corrections and updates are told from what is reported, set apart, and noted."""

from datetime import date
from hashlib import sha256

import pytest

from transforms.articles.boilerplate import is_boilerplate
from transforms.articles.normalise import normalise_articles
from transforms.articles.notices import find_notice, find_title_notice
from transforms.readers.outcomes import FileReading, RawArticle, Reading

SENTENCE = "The ministers of both countries met in the capital on Tuesday and agreed to reopen the border crossing."


@pytest.mark.parametrize(
    ("paragraph", "notice"),
    [
        ("Correction: An earlier version misstated the name of the envoy.", "correction"),
        ("CORRECTION (April 25): The treaty was signed in 1997.", "correction"),
        ("(Corrects spelling of minister's name in paragraph 3)", "correction"),
        ("An earlier version of this article gave the wrong date.", "correction"),
        ("This story has been corrected to say that the vote is on Sunday.", "correction"),
        ("(This April 24 story corrects the figure in paragraph 2.)", "correction"),
        ("This article was amended on 25 April 2023 to give the full title.", "correction"),
        ("We regret the error.", "correction"),
        ("(Updates with quotes, details)", "update"),
        ("(Adds background, comment from ministry)", "update"),
        ("(Recasts lead, adds reaction)", "update"),
        ("This article has been updated with a statement.", "update"),
        ("UPDATE: This article was updated at 10 p.m.", "update"),
        ("This is a developing story and will be updated.", "update"),
        ("Editor's note: Some names have been changed.", "update"),
        ("Editor’s Note: The interview was held in March.", "update"),
    ],
)
def test_notices_are_told_and_set_apart(paragraph, notice):
    assert find_notice(paragraph) == notice
    assert is_boilerplate(paragraph)


@pytest.mark.parametrize(
    "paragraph",
    [
        "The correction of the border took years.",
        "Correction officers went on strike on Monday.",
        "An earlier version of the treaty was rejected by parliament.",
        "The report was updated by the committee in 2019 and rejected again.",
        "Updates to the missile system will cost a billion, the ministry said.",
        "Corrected for inflation, spending fell by a tenth.",
        "The text has been changed by both chambers, and the president will sign it.",
        "Update: The minister resigned on Tuesday.",
        "Adds up to nothing, the opposition said of the details.",
        "Editors noted that the paper had been closed.",
        SENTENCE,
    ],
)
def test_what_is_reported_is_no_notice(paragraph):
    assert find_notice(paragraph) is None
    assert not is_boilerplate(paragraph)


@pytest.mark.parametrize(
    ("title", "notice"),
    [
        ("UPDATE 1-Border to reopen", "update"),
        ("WRAPUP 3-Border to reopen", "update"),
        ("RPT-Border to reopen", "update"),
        ("CORRECTED-Border to reopen", "correction"),
        ("Update on the border talks", None),
        ("Corrected figures show a rise", None),
        ("Border to reopen", None),
    ],
)
def test_marks_of_agencies_in_headlines_are_understood(title, notice):
    assert find_title_notice(title) == notice


@pytest.mark.parametrize(
    "line",
    [
        "Ann Example and Bob Sample contributed to this report.",
        "With files from Example News",
        "###",
        "ENDS",
        "—30—",
        "Already a subscriber?",
        "Most read",
        "Contributing: Ann Example and Bob Sample",
        "Write to Ann Example at ann.example@example.org",
        "AP staff writers Ann Example and Bob Sample contributed to this report from New York, and Cy Other contributed from Rome.",
        "JUST WATCHED Minister speaks Replay More Videos ... MUST WATCH Minister speaks 02:59",
        "Advertisement Continue reading the main story",
        "You may also like",
        "Watch: Minister speaks",
        "By signing up, you agree to our terms.",
        "For media inquiries, contact press@example.org",
        "The views expressed in this article are the author's own.",
    ],
)
def test_lines_of_pages_and_agencies_are_boilerplate(line):
    assert is_boilerplate(line)


@pytest.mark.parametrize(
    "line",
    [
        "The rise in prices contributed to this outcome, she said.",
        "With reporting restrictions in place, nobody was named.",
        "Trending downwards, the currency lost a tenth of its value.",
        "Watch the border, he said, and you will see.",
        "By signing the treaty both agreed to withdraw.",
        "Material from the site was tested, and inspectors found nothing."[14:],
    ],
)
def test_sentences_with_such_words_are_not(line):
    assert not is_boilerplate(line)


def test_a_notice_is_boilerplate_and_noted():
    raw = RawArticle(f"{SENTENCE}\n\n(Corrects name in paragraph 1)", title="UPDATE 1-Border to reopen")
    frames = normalise_articles([FileReading("a", sha256(b"a").hexdigest(), 1, Reading("text", "text", "utf-8", (raw,)))], date(2024, 1, 1))
    assert frames.paragraphs["kind"].to_list() == ["title", "body", "boilerplate"]
    assert [(remark.reason, remark.detail) for remark in frames.remarks] == [
        ("update_notice", "UPDATE 1-Border to reopen"),
        ("correction_notice", "(Corrects name in paragraph 1)"),
    ]
