"""ninjs of every version, wrapped as agencies wrap it; other JSON stays with the reader of records."""

import json

import pytest

from transforms.readers.formats import read_bytes
from transforms.readers.outcomes import RawArticle, Reading, Rejected

ITEM = {"uri": "urn:1", "type": "text", "versioncreated": "2023-04-24T09:30:00Z", "pubstatus": "usable", "headline": "Border", "body_text": "It opens."}  # fmt: skip


def outcomes_of(value: object) -> list[RawArticle | Rejected]:
    reading = read_bytes((value if isinstance(value, str) else json.dumps(value)).encode(), "a.json")
    assert isinstance(reading, Reading), reading
    assert reading.format == "ninjs"
    return list(reading.articles)


def article_of(item: dict) -> RawArticle:
    (article,) = outcomes_of(item)
    assert isinstance(article, RawArticle), article
    return article


@pytest.mark.parametrize(
    "wrapped",
    [
        ITEM,
        [ITEM],
        {"total": 1, "item": [ITEM]},
        {"api": "1", "data": {"meta": {"products": [{"id": 1, "name": "x"}]}, "item": ITEM}},
        {"data": {"items": [{"meta": {}, "item": ITEM}]}},
        ITEM | {"type": "composite", "associations": {"main": ITEM}},
        ITEM | {"type": "composite", "associations": [ITEM]},
        f"{json.dumps(ITEM)}\n",
    ],
)
def test_items_are_found_however_they_are_wrapped(wrapped):
    (article,) = outcomes_of(wrapped)
    assert isinstance(article, RawArticle)
    assert (article.title, article.text, article.published_at) == ("Border", "It opens.", "2023-04-24T09:30:00Z")


def test_lines_of_items_are_read_and_a_broken_one_costs_itself():
    found = outcomes_of("\n".join([json.dumps(ITEM), '{"uri": "urn:2", "headline": "cut', json.dumps(ITEM | {"uri": "urn:3"})]))
    assert [getattr(one, "url", None) or one.reason for one in found] == ["urn:1", "malformed", "urn:3"]
    assert [one.position for one in found] == [0, 1, 2]


def test_a_list_cut_off_gives_its_whole_items():
    found = outcomes_of(json.dumps([ITEM, ITEM | {"uri": "urn:2"}])[:-20])
    assert isinstance(found[0], RawArticle)
    assert isinstance(found[1], Rejected)
    assert found[1].reason == "malformed"


@pytest.mark.parametrize(
    ("change", "reason", "word"),
    [
        ({"type": "picture"}, "no_article", "picture"),
        ({"type": "event"}, "no_article", "event"),
        ({"type": "composite"}, "no_article", "composite"),
        ({"pubstatus": "canceled"}, "no_article", "canceled"),
        ({"body_text": ""}, "no_body", "Border"),
    ],
)
def test_what_is_no_article_is_refused_with_its_kind(change, reason, word):
    (refused,) = outcomes_of(ITEM | change)
    assert isinstance(refused, Rejected)
    assert refused.reason == reason
    assert word in refused.detail


def test_html_wins_over_text_and_a_summary_stands_in_for_both():
    assert article_of(ITEM | {"body_html": "<p>One.</p><p>Two.</p>"}).text == "One.\n\nTwo."
    assert article_of(ITEM | {"body_text": None, "description_text": "In short."}).text == "In short."


def test_an_embargo_is_when_an_article_was_published():
    assert article_of(ITEM | {"embargoed": "2023-04-25T06:00:00Z"}).published_at == "2023-04-25T06:00:00Z"


def test_authors_without_editors_stand_in_for_a_byline():
    authors = [{"name": "Ed Itor", "role": "editor"}, {"name": "Ann Example", "role": "writer"}]
    assert article_of(ITEM | {"authors": authors}).authors == ("Ann Example",)
    assert article_of(ITEM | {"authors": authors, "byline": "By Jo Roe"}).authors == ("By Jo Roe",)


@pytest.mark.parametrize(
    "odd", [{"type": ["text"]}, {"headline": {"x": [1]}}, {"authors": "Ann"}, {"body_text": 5, "body_html": "<p>x</p>"}]
)
def test_values_of_other_types_do_no_harm(odd):
    assert len(outcomes_of(ITEM | odd)) == 1


def test_other_json_is_none_of_it():
    reading = read_bytes(json.dumps({"headline": "Border", "body": "It opens.", "url": "https://e.org"}).encode(), "a.json")
    assert isinstance(reading, Reading)
    assert reading.format == "json"
