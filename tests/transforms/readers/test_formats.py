"""A file's format is found by what it holds; what no reader takes is refused by name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.readers.formats import READERS, read_bytes
from transforms.readers.outcomes import RawArticle, Reading, Rejected
from warehouse.vocabulary import FILE_FORMATS, QUARANTINE_REASONS, STAGES

TEXT = "The ministers met on Tuesday.\n\nThey agreed to reopen the border.\n"
JSON = '{"title": "Border", "text": "The ministers met on Tuesday."}'
PAGE = (
    "<!doctype html><html><head><title>Border</title></head><body><article><h1>Border</h1><p>The ministers met.</p></article></body></html>"
)
CSV = 'title,text,date\nBorder,"The ministers, met",2023-04-24\n'


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.txt", TEXT, "text"),
        ("a", TEXT, "text"),
        ("a.json", JSON, "json"),
        ("a.txt", JSON, "json"),
        ("a.json", f"[{JSON},\n{JSON}]", "json"),
        ("a.json", f'{{"articles": [\n {JSON},\n {JSON}\n]}}', "json"),
        ("a.jsonl", JSON, "jsonl"),
        ("a.txt", f"{JSON}\n{JSON}\n", "jsonl"),
        ("a.json", f"{JSON}\n{JSON}\n", "jsonl"),
        ("a.html", PAGE, "html"),
        ("a.txt", PAGE, "html"),
        ("a", "<div><h1>Border</h1><p>The ministers met.</p><p>They agreed.</p></div>", "html"),
        ("a.csv", CSV, "csv"),
        ("a", CSV, "csv"),
        ("a.tsv", CSV.replace(",", "\t"), "tsv"),
        ("a.csv", CSV.replace(",", ";"), "csv"),
        ("a.md", "# Border\n\nThe *ministers* met.\n", "markdown"),
        ("a", "# Border\n\nThe *ministers* met.\n", "markdown"),
    ],
)
def test_format_is_found_by_content_before_suffix(name, data, expected):
    reading = read_bytes(data.encode(), name)
    assert isinstance(reading, Reading)
    assert reading.format == expected
    assert all(isinstance(article, RawArticle) for article in reading.articles)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", "empty_file"),
        ("a.txt", b" \n\n", "empty_file"),
        ("a.pdf", b"%PDF-1.7 ...", "malformed"),
        ("a.docx", b"PK\x03\x04....", "malformed"),
        ("a.txt", b"\x89PNG\r\n\x1a\n", "binary_file"),
        ("a.txt", bytes(range(256)), "binary_file"),
        ("a.xml", b'<?xml version="1.0"?><rss><channel/></rss>', "no_body"),
        ("a.sgm", b"<!DOCTYPE x><DOC><BODY>Text</BODY></DOC>", "unknown_format"),
        ("a.xml", b"<!-- a drawing --><svg><path/></svg>", "unknown_format"),
        ("a.json", b"[]", "no_body"),
        ("a.json", b"nonsense", "malformed"),
        ("a.csv", b"title,date\nBorder,2023-04-24\n", "malformed"),
    ],
)
def test_what_no_reader_takes_is_refused_with_its_reason(name, data, reason):
    refused = read_bytes(data, name)
    assert isinstance(refused, Rejected)
    assert refused.reason == reason
    assert "expected" in refused.detail


def test_every_registered_reader_exists_and_its_format_is_declared():
    assert {reader.format for reader in READERS} <= set(FILE_FORMATS)
    for reader in READERS:
        assert isinstance(reader.read(b"{}", {}), Reading | Rejected)


@given(
    st.binary(max_size=300) | st.text(alphabet='<>{}[]",:;\n\r#&pdivtextle =-\\u0', max_size=300).map(str.encode),
    st.sampled_from(["a", "a.txt", "a.html", "a.json", "a.jsonl", "a.csv", "a.tsv", "a.md"]),
)
def test_any_bytes_give_articles_or_reasons_of_the_vocabulary(data, name):
    outcome = read_bytes(data, name)
    for item in [outcome] if isinstance(outcome, Rejected) else outcome.articles:
        if isinstance(item, Rejected):
            assert item.reason in QUARANTINE_REASONS
            assert item.stage in STAGES
        else:
            assert item.text.strip()
