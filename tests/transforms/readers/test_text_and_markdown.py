"""Plain text and Markdown: one article a file, header lines and front matter taken as such."""

from transforms.readers.markdown import read_markdown
from transforms.readers.outcomes import RawArticle, Reading
from transforms.readers.text import read_text


def text_article(data: str) -> RawArticle:
    reading = read_text(data.encode(), {})
    assert isinstance(reading, Reading)
    assert isinstance(reading.articles[0], RawArticle)
    return reading.articles[0]


def markdown_article(data: str) -> RawArticle:
    reading = read_markdown(data.encode(), {})
    assert isinstance(reading, Reading)
    assert isinstance(reading.articles[0], RawArticle)
    return reading.articles[0]


def test_plain_text_is_taken_as_it_is():
    text = "Border to reopen\n\nThe minister said: it is done.\n"
    assert text_article(text) == RawArticle(text)


def test_header_lines_are_fields():
    article = text_article("Title: Border to reopen\nDate: 2023-04-24\nSource: Example News\nBy: Ann Example\n\nThe ministers met.\n")
    assert (article.title, article.published_at, article.outlet, article.authors) == (
        "Border to reopen",
        "2023-04-24",
        "Example News",
        ("Ann Example",),
    )
    assert article.text.strip() == "The ministers met."


def test_one_sentence_with_a_colon_is_no_header():
    text = "Source: officials close to the talks.\nThe ministers met.\n"
    assert text_article(text).text == text


def test_markdown_loses_its_marks_and_keeps_its_words():
    article = markdown_article(
        "# Border *to reopen*\n\nThe **ministers** [met](https://e.org) in\nthe capital.\n\n## Red lines\n\n"
        "> “Never,” he said.\n\n- one\n- two\n\n![map](m.png)\n"
    )
    assert article.title == "Border to reopen"
    assert article.text == "The ministers met in the capital.\n\nRed lines\n\n“Never,” he said.\n\none\n\ntwo"


def test_front_matter_gives_the_fields():
    article = markdown_article(
        '---\ntitle: "Border: open"\ndate: 2023-04-24\nauthor: Ann Example\ntags:\n  - a\n---\n\nThe ministers met.\n'
    )
    assert (article.title, article.published_at, article.authors, article.text) == (
        "Border: open",
        "2023-04-24",
        ("Ann Example",),
        "The ministers met.",
    )


def test_indented_paragraphs_and_inline_html_are_words():
    assert markdown_article("    The ministers met.\n\nThey <b>agreed</b>.\n").text == "The ministers met.\n\nThey agreed."
