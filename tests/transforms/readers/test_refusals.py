"""A refusal says what the file seems to be, and the next thing to type."""

import pytest

from transforms.readers.formats import read_bytes
from transforms.readers.outcomes import RawArticle, Reading, Rejected

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + 500 * b"\0"


@pytest.mark.parametrize(
    ("name", "data", "what", "step"),
    [
        ("a.7z", b"7z\xbc\xaf\x27\x1c\0\4", "7-Zip archive", "7z x FILE"),
        ("a.doc", OLE, "old Office program", "--convert-to docx"),
        ("a.xls", OLE, "workbook", "--convert-to xlsx"),
        ("a.msg", OLE + "__substg1.0_1000001F".encode("utf-16-le"), "Outlook message", "msgconvert"),
        ("a.db", b"SQLite format 3\0" + 80 * b"\0", "SQLite database", "sqlite3"),
        ("a.pkl", b"\x80\x04\x95\x10", "pickled by Python", "if you trust it"),
        ("a.rds", b"X\n\0\0\0\3\0\4", "R object", "readRDS"),
        ("a.avro", b"Obj\1\4\x16", "Avro", "fastavro"),
        ("a.png", b"\x89PNG\r\n\x1a\n", "PNG image", "tesseract"),
        ("a.csv", b"1,2,https://a.example\n5,6,https://b.example\n", "a table without one", "names of its columns"),
        ("a.csv", b"title,url,date\nBorder,https://a.example/b,2023-04-24\n", "without their texts", "their addresses"),
        ("a.csv", b"Headline,Opening Text,URL\nA,B,C\n", "Opening Text", "personae map FILE"),
        ("a.json", b"{'title': 'Border', 'text': 'The ministers met.'}", "as Python prints it", "json.dump()"),
        ("a.sgm", b"<!DOCTYPE x><DOC><BODY>Text</BODY></DOC>", "markup that starts", "without its tags"),
        ("a.xml", b"<?xml version='1.0'?><list><a>1</a></list>", "XML of <list>", "--map text=ELEMENT"),
        ("a.bin", bytes(range(256)), "unknown format", "save it as text"),
    ],
)
def test_a_refusal_names_the_format_and_the_next_step(name, data, what, step):
    refused = read_bytes(data, name)
    assert isinstance(refused, Rejected), refused
    assert what in refused.detail
    assert step in refused.detail


def test_records_without_a_text_say_what_they_are():
    reading = read_bytes(
        b'{"index": {"_id": "1"}}\n{"title": "Border", "text": "The ministers met."}\n{"title": "A", "url": "https://a"}\n', "a.jsonl"
    )
    assert isinstance(reading, Reading), reading
    action, article, link = reading.articles
    assert isinstance(article, RawArticle)
    assert isinstance(action, Rejected)
    assert isinstance(link, Rejected)
    assert "action of a bulk file" in action.detail
    assert "without their texts" in link.detail
