"""Which of several bodies of a web page is taken: one that shows doubt in its length or shape gives way to that on which others agree."""

import json

import pytest

from transforms.readers.html import read_html
from transforms.readers.outcomes import RawArticle, Reading
from transforms.readers.page_blocks import main_text, read_blocks
from transforms.readers.page_trees import parse_page

PLACES = "school library harbour market chapel courtroom station garden mill tower bridge quarry".split()
TEXTS = [
    f"On the day of the {place} talks the delegates of both ports read the {place} draft aloud, line by line, as clerks noted."
    for place in PLACES
]
MENU = "".join(f"<li>{word.capitalize()}</li>" for word in PLACES * 4)
COOKIES = (
    "<div class='cookie-note'>We use cookies to measure how our pages are used by you. Accept all or choose what you want to allow.</div>"
)


def paragraphs(texts: list[str], tag: str = "p") -> str:
    return "".join(f"<{tag}>{text}</{tag}>" for text in texts)


def body_of(body: str, head: str = "") -> tuple[str, str]:
    """The text of a page's article, and which extractor's it is."""
    markup = f"<html lang='en'><head><title>Ports sign pact</title>{head}</head><body>{body}</body></html>"
    reading = read_html(markup.encode(), {})
    assert isinstance(reading, Reading)
    article = reading.articles[0]
    assert isinstance(article, RawArticle), article
    return article.text, reading.reader


def linked(text: str) -> str:
    node = {"@type": "NewsArticle", "headline": "Ports sign pact", "articleBody": text}
    return f"<script type='application/ld+json'>{json.dumps(node)}</script>"


def test_an_ordinary_page_is_read_by_the_first_extractor():
    text, reader = body_of(f"<article><h1>Ports sign pact</h1>{paragraphs(TEXTS)}</article>")
    assert (text.split("\n\n")[-len(TEXTS) :], reader) == (TEXTS, "html.trafilatura")


def test_chunks_with_advertising_between_are_one_body():
    chunks = "".join(
        f"<div class='row'><div class='article__body'>{paragraphs(TEXTS[at : at + 4])}</div><aside class='ad'>Advertisement</aside></div>"
        for at in (0, 4, 8)
    )
    text, reader = body_of(f"<main><h1>Ports sign pact</h1><div class='chunks'>{chunks}</div></main>")
    assert [part for part in text.split("\n\n") if part in TEXTS] == TEXTS
    assert reader == "html.tree"
    assert "Advertisement" not in text


def test_a_request_is_not_taken_for_the_article_beside_it():
    text, _ = body_of(f"{COOKIES}<aside class='layout'><h1>Ports sign pact</h1>{paragraphs(TEXTS[:4])}</aside>")
    assert text.startswith(TEXTS[0])
    assert "cookies" not in text


@pytest.mark.parametrize(
    ("shown", "described", "is_whole"),
    [(TEXTS[:2], TEXTS, True), (TEXTS, TEXTS[:2], False), (TEXTS[:3], ["Photos of the pact."] * 9, False)],
)
def test_linked_data_counts_when_it_holds_what_is_shown_and_more(shown, described, is_whole):
    text, reader = body_of(f"<article><h1>Ports sign pact</h1>{paragraphs(shown)}</article>", linked(" ".join(described)))
    assert (reader == "html.json_ld") == is_whole
    assert (TEXTS[-1] in text) == (is_whole or shown == TEXTS)
    assert "Photos" not in text


def test_a_menu_is_no_article():
    menu = f"<div class='content'><ul>{MENU}</ul></div>"
    text, _ = body_of(f"{menu}<div class='c7'><div class='c9'>{paragraphs(TEXTS[:8], 'div')}</div></div>")
    assert TEXTS[0] in text
    assert "\nQuarry" not in text


def test_a_paragraph_that_is_wholly_a_link_stays():
    shown = [TEXTS[0], f"<a href='/pact'>{TEXTS[1]}</a>", TEXTS[2]]
    text, _ = body_of(f"<div><h1>Ports sign pact</h1>{paragraphs(shown)}</div>")
    assert all(part in text for part in TEXTS[:3])


def blocks_of(body: str) -> str:
    tree = parse_page(f"<html><body>{body}</body></html>")
    assert tree is not None
    return main_text(tree, read_blocks(tree))


def test_a_further_headline_begins_another_article():
    others = "".join(f"<section><h1>Other news</h1>{paragraphs(TEXTS[8:])}</section>" for _ in range(3))
    assert blocks_of(f"<section><h1>Ports sign pact</h1>{paragraphs(TEXTS[:8])}</section>{others}").split("\n\n") == TEXTS[:8]


def test_names_of_what_stands_beside_an_article_do_not_count_when_they_hold_it():
    assert (
        blocks_of(f"<div class='sidebar-right'><p class='paywall'>{'</p><p class=paywall>'.join(TEXTS)}</p></div>").split("\n\n") == TEXTS
    )
    assert "Read" not in blocks_of(
        f"<div>{paragraphs(TEXTS)}</div><div class='related'><p>Read how the ports came to the talks, and why.</p></div>"
    )


def test_letters_of_readers_are_left_out_where_a_second_look_is_taken():
    letters = "".join(f"<div class='comment'>{paragraphs([f'{text} I doubt it.'])}</div>" for text in TEXTS)
    text, _ = body_of(f"<div><div class='a'>{paragraphs(TEXTS[:2])}</div><div class='b'>{paragraphs(TEXTS[2:6])}</div>{letters}</div>")
    assert "I doubt it" not in text
    assert TEXTS[5] in text


def test_the_address_noted_by_the_browser_that_saved_the_page():
    markup = f"<!DOCTYPE html>\n<!-- saved from url=(0027)https://courier.example/fish -->\n<html><body>{paragraphs(TEXTS)}</body></html>"
    reading = read_html(markup.encode(), {})
    assert isinstance(reading, Reading)
    article = reading.articles[0]
    assert isinstance(article, RawArticle)
    assert (article.url, article.outlet) == ("https://courier.example/fish", "courier.example")
