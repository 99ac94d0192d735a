"""The same article out of every format: title, day, authors and words."""

from datetime import date

import pytest

from tests.transforms.readers.one_article import AUTHOR, FORMATS, OUTLET, PARAGRAPHS, TITLE, WITHOUT_FIELDS
from transforms.articles.normalise import normalise_articles
from transforms.readers.formats import read_bytes
from transforms.readers.outcomes import FileReading, Reading


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_yields_the_same_article(name: str) -> None:
    expected, make = FORMATS[name]
    data = make()
    reading = read_bytes(data, name)
    assert isinstance(reading, Reading), reading
    assert reading.format == expected
    frames = normalise_articles([FileReading(name, "ab" * 32, len(data), reading)], date(2026, 1, 1))
    (article,) = frames.articles.iter_rows(named=True)
    kinds = frames.paragraphs.filter(article_id=article["article_id"])
    body = [article["body"][row["start_char"] : row["end_char"]] for row in kinds.iter_rows(named=True) if row["kind"] == "body"]
    assert article["title"] == TITLE
    assert " ".join(body) == " ".join(PARAGRAPHS)
    assert body == list(PARAGRAPHS)
    if name in WITHOUT_FIELDS:
        return
    assert article["published_date"] == date(2023, 3, 14)
    assert frames.authors["author"].to_list() == [AUTHOR]
    if name != "a.eml":  # a message names its sender's address, and no outlet
        assert article["outlet"] == OUTLET


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9, 0.99])
def test_a_file_that_breaks_off_gives_articles_or_a_reason(name: str, share: float) -> None:
    data = FORMATS[name][1]()
    reading = read_bytes(data[: int(share * len(data))], name)
    assert isinstance(reading, Reading) == (not hasattr(reading, "reason"))
    if isinstance(reading, Reading):
        assert reading.articles
