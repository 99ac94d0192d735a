"""Limits: changed by words, refused when they make no sense, in force for the file that is read."""

import pytest

from transforms.limits import DEFAULT_LIMITS, Limits, current_limits
from transforms.readers.formats import read_bytes
from transforms.readers.outcomes import Reading, Rejected

NESTED = b'{"title": "T", "text": "The ministers met on Tuesday.", "extra": ' + b"[" * 20 + b"1" + b"]" * 20 + b"}"


def test_limits_are_changed_by_name():
    assert Limits().changed(["seconds=120,members=50_000", "depth=2"]) == Limits(seconds=120, members=50_000, depth=2)
    assert Limits().changed(["", " "]) == DEFAULT_LIMITS


@pytest.mark.parametrize("wrong", ["seconds", "seconds=", "seconds=0", "seconds=-1", "second=1", "seconds=1.5", "seconds=²"])
def test_what_is_no_limit_is_refused_with_an_example(wrong):
    with pytest.raises(ValueError, match=r"expected LIMIT=NUMBER.*--limit seconds=120"):
        Limits().changed([wrong])


def test_readers_go_by_the_limits_of_their_file_and_of_no_other():
    assert isinstance(read_bytes(NESTED, "a.json"), Reading)
    refused = read_bytes(NESTED, "a.json", limits=Limits(json_depth=20))
    assert isinstance(refused, Rejected)
    assert refused.reason == "too_deep"
    assert isinstance(read_bytes(NESTED, "a.json", limits=Limits(json_depth=21)), Reading)
    assert current_limits() == DEFAULT_LIMITS
