"""Parts of the site on rows of their own: marks that overlap, names of files, periods, addresses, tones."""

import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.warehouse.publishing.site.postings import unpack_postings
from warehouse.code_words import in_words
from warehouse.publishing.site.answers import MEASURES, QUERIES
from warehouse.publishing.site.cells import _tone, label, shown_value
from warehouse.publishing.site.chunks import read_chunk, write_chunk
from warehouse.publishing.site.data import parted
from warehouse.publishing.site.evidence import Piece, _blocks
from warehouse.publishing.site.links import outside, page_name
from warehouse.publishing.site.postings import pack_postings
from warehouse.vocabulary import ACTOR_KINDS, EVENTS, SECTORS

BODY = "The Russian foreign ministry said “we met Kyiv” and left."


def span(words: str, **more: Any) -> dict[str, Any]:
    start = BODY.index(words)
    return {"start_char": start, "end_char": start + len(words), **more}


def pieces_of(**marks: list[dict[str, Any]]) -> list[Piece]:
    rows = {"sentences": [], "mentions": [], "quotes": [], "credits": [], "dyads": [], **marks}
    rows["paragraphs"] = [{"kind": "body", "start_char": 0, "end_char": len(BODY)}]
    (block,) = _blocks(BODY, rows)
    pieces = [piece for stretch in block.stretches for piece in stretch.pieces]
    assert "".join(piece.text for piece in pieces) == BODY
    return pieces


def covered_by(pieces: list[Piece], number: int) -> str:
    return "".join(piece.text for piece in pieces if number in piece.mentions)


def test_a_mention_inside_another_is_the_one_that_is_shown() -> None:
    pieces = pieces_of(mentions=[span("Russian foreign ministry"), span("Russian")])
    assert [(piece.text, piece.mentions) for piece in pieces[1:3]] == [("Russian", (1, 0)), (" foreign ministry", (0,))]
    assert covered_by(pieces, 0) == "Russian foreign ministry"
    assert pieces[1].anchors == ("m-4",)


def test_marks_that_cross_each_others_ends_keep_their_words() -> None:
    pieces = pieces_of(mentions=[span("ministry said “we")], quotes=[span("“we met Kyiv”")])
    assert covered_by(pieces, 0) == "ministry said “we"
    assert "".join(piece.text for piece in pieces if piece.quote == 0) == "“we met Kyiv”"


def test_every_mention_quotation_and_act_can_be_linked_to() -> None:
    pieces = pieces_of(mentions=[span("we")], quotes=[span("we met Kyiv")], dyads=[span("met")])
    start = BODY.index("we met")
    assert [piece.anchors for piece in pieces if piece.anchors] == [(f"m-{start}", f"q-{start}"), (f"a-{start + 3}",)]
    assert [piece.text for piece in pieces if piece.is_act] == ["met"]


def test_a_quotation_inside_another_is_the_one_that_is_shown() -> None:
    pieces = pieces_of(quotes=[span("said “we met Kyiv” and left"), span("“we met Kyiv”")])
    assert [(piece.text, piece.quote) for piece in pieces[1:4]] == [("said ", 0), ("“we met Kyiv”", 1), (" and left", 0)]


@pytest.mark.parametrize("identifier", ["../../etc/passwd", ".hidden", "PER.a/b", "ORG.é", "a" * 300, 'x"><script>'])
def test_names_of_files_are_harmless_and_differ(identifier: str) -> None:
    name = page_name(identifier)
    assert name.isascii()
    assert not set(name) & set("/\\<>\"' &?#%")
    assert not name.startswith(".")
    assert len(name) < 100
    assert name != page_name(identifier + "x")


def test_readable_ids_stay_readable_as_names_of_files() -> None:
    assert page_name("RUS.GOV.MFA") == "RUS.GOV.MFA"


@pytest.mark.parametrize(
    ("address", "linked"),
    [
        ("https://a.example/x", "https://a.example/x"), (" http://a.example ", "http://a.example"), ("javascript:alert(1)", None),
        ("JavaScript:alert(1)", None), ("data:text/html,x", None), ("file:///etc/passwd", None), ("//a.example", None), ("https:", None),
        ("http://[broken", None), ("", None), (None, None),
    ],
)  # fmt: skip
def test_only_addresses_of_the_web_are_linked(address: str | None, linked: str | None) -> None:
    assert outside(address) == linked


def test_a_chunk_is_a_script_of_one_call_whatever_it_holds(tmp_path: Path) -> None:
    hostile = {"</script><!--": ['<b>&\u2028\u2029"', None, 1]}
    size = write_chunk(tmp_path, "hostile", hostile)
    path = tmp_path / "data" / "hostile.js"
    assert size == path.stat().st_size
    assert re.fullmatch(r'personaeTake\("hostile","[A-Za-z0-9+/=]+"\)\n', path.read_text(encoding="ascii"))
    assert read_chunk(path) == hostile


@given(st.dictionaries(st.text("abc 1é", min_size=1, max_size=60), st.sets(st.integers(0, 5000), min_size=1, max_size=40), min_size=1))
def test_every_sentence_of_every_term_is_found_again(postings: dict[str, set[int]]) -> None:
    rows = {term: sorted(numbers) for term, numbers in sorted(postings.items())}
    packed = pack_postings([(term, np.array(numbers)) for term, numbers in rows.items()], 5001)
    assert unpack_postings(packed, 5001) == rows


def test_lists_are_parted_by_weight_and_lose_nothing() -> None:
    parts = list(parted([3, 1, 5, 2, 2, 9], lambda number: number, 5))
    assert parts == [[3, 1, 5], [2, 2, 9]]
    assert list(parted([], len, 5)) == []


@pytest.mark.parametrize(
    ("tone", "count", "text", "kind"),
    [
        (None, 0, "not judged", ""),
        (0.9, 4, "too few to tell (n = 4)", ""),
        (-0.5, 5, "−0.50 (n = 5)", "bad"),
        (-0.11, 9, "−0.11 (n = 9)", ""),
        (0.3, 9, "+0.30 (n = 9)", "good"),
        (-0.001, 9, "0.00 (n = 9)", ""),
    ],
)
def test_a_tone_has_its_n_beside_it(tone: float | None, count: int, text: str, kind: str) -> None:
    cell = _tone(tone, count)
    assert (cell.text, cell.kind) == (text, kind)


def test_every_code_of_a_kind_or_sector_has_its_words() -> None:
    for name, codes in (("kind", ACTOR_KINDS), ("sector", SECTORS), ("event", EVENTS)):
        shown = [in_words(code, name) for code in codes]
        assert not [words for words in shown if words.isupper() or "_" in words or len(words) < 4], shown
        assert len(set(shown)) == len(codes)


def test_values_are_shown_as_people_read_them() -> None:
    assert shown_value(0.125, "quote_share") == "12.5%"
    assert shown_value(1234567, "n_count") == "1,234,567"
    assert shown_value(None, "outlet") == "unknown"
    assert (shown_value(True), shown_value(False), shown_value(None)) == ("yes", "no", "–")
    assert (label("other_name"), label("actor_name"), label("started_at"), label("quote_count")) == (
        "the other",
        "actor",
        "started",
        "quotations",
    )


def test_no_question_carries_bodies_through_a_window() -> None:
    """A row is chosen before its article is looked up: a window holds the whole body once for each row, and a bound of memory with it."""
    shown = [
        path for folder in (QUERIES, MEASURES) for path in sorted(folder.glob("*.sql")) if "a.body" in path.read_text(encoding="utf-8")
    ]
    assert len(shown) > 8
    for path in shown:
        before, _, last = path.read_text(encoding="utf-8").rpartition("\nSELECT\n")
        assert "a.body" not in before, path.name
        assert "QUALIFY" not in last, path.name
