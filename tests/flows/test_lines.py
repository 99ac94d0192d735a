"""The frame of `annotate` and `resolve`: one answer a line, in order, whatever the lines are."""

import io
import json
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.cli import lines
from flows.cli.lines import BadLine, Record, answer_lines, expect_text


def shout(records: Sequence[Record]) -> Iterator[Record | BadLine]:
    for record in records:
        yield {"id": record["id"], "loud": record["text"].upper()}


def parse(record: Record) -> Record:
    expect_text(record, "text", required=True)
    return record


def answers(data: bytes) -> tuple[int, list[Record]]:
    target = io.StringIO()
    refused = answer_lines(io.BytesIO(data), target, parse, shout)
    return refused, [json.loads(line) for line in target.getvalue().splitlines()]


def test_each_line_gets_one_answer_in_order_and_bad_ones_cost_only_themselves() -> None:
    data = b'{"id": "1", "text": "a"}\nnot json\n{"id": "3"}\n[1]\n\n{"id": "6", "text": "b"}\n{"id": "7", "text": 5}\n\xff\xfe\n{"id": "9", "text": "c"}'
    refused, found = answers(data)
    assert refused == 6
    assert [line.get("loud") for line in found] == ["A", None, None, None, None, "B", None, None, "C"]
    assert found[2] == {"id": "3", "error": "expected a string under 'text', found none"}
    assert found[6] == {"id": "7", "error": "expected a string under 'text', found int"}
    assert all("expected" in line["error"] for line in found if "error" in line)


def test_a_line_beyond_the_limit_is_refused_without_its_neighbours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "LINE_BYTES", 100)
    refused, found = answers(b'{"id": "1", "text": "a"}\n' + b"x" * 450 + b'\n{"id": "3", "text": "b"}\n')
    assert refused == 1
    assert [line.get("loud") for line in found] == ["A", None, "B"]


def test_a_half_character_is_refused_because_it_could_not_be_written() -> None:
    refused, found = answers(b'{"id": "1", "text": "\\ud800"}\n')
    assert refused == 1
    assert "surrogate" in found[0]["error"]


@given(st.lists(st.one_of(st.binary(max_size=30), st.just(b'{"id": "x", "text": "y"}'))))
def test_there_are_as_many_answers_as_lines(parts: list[bytes]) -> None:
    data = b"".join(part.replace(b"\n", b" ") + b"\n" for part in parts)
    _, found = answers(data)
    assert len(found) == len(parts)
