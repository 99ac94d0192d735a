"""Bytes become the text that was meant, or a refusal; never question marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.readers.encodings import Decoded, declared_encoding, decode_bytes
from transforms.readers.outcomes import Rejected

WESTERN = "“We agreed,” said the café owner in Zürich – for €5."
RUSSIAN = "Министры обеих стран встретились во вторник в столице и договорились вновь открыть пограничный переход. " * 4


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32-le"),
        ("utf-32-le", "utf-32-le"),
        ("utf-32-be", "utf-32-be"),
        ("cp1252", "cp1252"),
    ],
)
def test_western_text_is_read_in_any_encoding(encoding, named):
    assert decode_bytes(WESTERN.encode(encoding)) == Decoded(WESTERN, named)


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r"])
def test_other_scripts_are_recognised_without_a_declaration(encoding):
    decoded = decode_bytes(RUSSIAN.encode(encoding))
    assert isinstance(decoded, Decoded)
    assert decoded.text == RUSSIAN


def test_declared_encoding_is_believed_unless_the_bytes_are_utf8():
    assert decode_bytes("Łódź".encode("cp1250"), "cp1250") == Decoded("Łódź", "cp1250")
    assert decode_bytes("Łódź".encode(), "cp1250") == Decoded("Łódź", "utf-8")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "utf-16"])
def test_other_scripts_are_read_in_wide_encodings_with_and_without_a_mark(encoding):
    decoded = decode_bytes(RUSSIAN.encode(encoding))
    assert isinstance(decoded, Decoded), decoded
    assert decoded.text == RUSSIAN


@pytest.mark.parametrize(
    ("declared", "real"), [("cp1252", "cp1251"), ("koi8-r", "cp1251"), ("cp1251", "koi8-r"), ("utf-16", "cp1251"), ("utf-8", "cp1251")]
)
def test_a_declaration_that_the_words_contradict_is_not_believed(declared, real):
    markup = '<div class="wrapper"><a href="https://example.org/page">link</a></div>' * 30
    decoded = decode_bytes((markup + RUSSIAN).encode(real), declared)
    assert isinstance(decoded, Decoded)
    assert decoded.text == markup + RUSSIAN


@pytest.mark.parametrize(
    "text",
    ["Übergrößenträger äöü", "ÅÄÖ är bokstäver", "Bräutigam in Zürich über Österreich", "Être à l’été où naît l’âge", "Não há razões"],
)
def test_western_words_with_many_accents_are_believed(text):
    assert decode_bytes(text.encode("cp1252"), "cp1252") == Decoded(text, "cp1252")


def test_foreign_bytes_in_utf8_are_read_as_windows_1252():
    data = "Zürich, Genève, Malmö, Łódź, Brașov: ".encode() + b"\x93talks\x94"
    assert decode_bytes(data) == Decoded("Zürich, Genève, Malmö, Łódź, Brașov: “talks”", "utf-8")


def test_file_cut_off_inside_a_character_loses_that_character_only():
    assert decode_bytes("Zürich €".encode()[:-1]) == Decoded("Zürich ", "utf-8")


def test_binary_data_is_refused():
    refused = decode_bytes(bytes(range(256)) * 10)
    assert isinstance(refused, Rejected)
    assert refused.reason == "binary_file"


def test_a_byte_order_mark_that_lies_is_refused():
    refused = decode_bytes(b"\xff\xfe" + b"\x00\xd8" * 50)
    assert isinstance(refused, Rejected)
    assert refused.reason == "undecodable"


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        (b'<meta charset="iso-8859-1">', "cp1252"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', "cp1251"),
        (b'<?xml version="1.0" encoding="GB2312"?>', "gb18030"),
        (b'<meta charset="klingon">', None),
        (b"<p>charset</p>", None),
    ],
)
def test_declarations_are_understood(head, encoding):
    assert declared_encoding(head) == encoding


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_refused(data):
    assert isinstance(decode_bytes(data), Decoded | Rejected)


@given(st.text(max_size=200))
def test_utf8_comes_back_as_it_was(text):
    decoded = decode_bytes(text.encode("utf-8", "ignore"))
    if isinstance(decoded, Decoded) and not text.startswith("\ufeff") and "\0" not in text:
        assert decoded.text == text
