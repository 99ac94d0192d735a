"""The chain of credited media."""

import pytest

from tests.transforms.told import Told


def chain(text: str) -> list[tuple[int, str | None, str]]:
    told = Told(text)
    return [(credit.hop, told.words(credit.mention), credit.cue) for credit in told.credits]


def test_a_chain_is_told_hop_by_hop_even_for_media_in_no_dictionary() -> None:
    text = "Russia is worried, according to Caucasus in Brief, reporting Daily Harbour."
    assert chain(text) == [(1, "Caucasus in Brief", "according_to"), (2, "Daily Harbour", "reporting")]


def test_no_medium_crosses_a_paragraph() -> None:
    told = Told("She wants to count again in Norland and\n\nWesterland, citing “odd numbers”.")
    assert all("\n" not in told.text[mention.start : mention.end] for mention in told.mentions)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("An official told AFP that the road was closed.", "told"),
        ("The road was closed, AFP reported.", "reported"),
        ("The road was closed, according to AFP.", "according_to"),
        ("YEREVAN (AFP) - The road was closed.", "dateline"),
        ("The paper wrote of a closed road, citing AFP.", "citing"),
    ],
)
def test_ways_to_credit_an_agency(text: str, cue: str) -> None:
    assert chain(text) == [(1, "AFP", cue)]


def test_a_medium_that_is_only_talked_about_is_not_credited() -> None:
    assert chain("Police searched the offices of AFP in Moscow.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Reuters said in a statement that its contract had ended.",
        "Reuters said it is investigating the editor.",
        "Anna Berg, who made the poll together with Reuters, said nothing was clear.",
        "In a statement, Reuters said the editor had left.",
        "Reuters says that it will appeal.",
    ],
)
def test_a_medium_that_speaks_for_itself_is_not_credited(text: str) -> None:
    assert not Told(text).credits


def test_a_medium_is_credited_once() -> None:
    assert len(chain("An official told AFP that the road was closed. He told AFP more.")) == 1


def test_a_credited_medium_does_not_speak_for_those_it_quotes() -> None:
    told = Told("Russia expressed “serious concern” over the checkpoint, according to AFP.")
    assert [speaker for _, speaker, _ in told.said()] == ["Russia"]
    assert told.role("AFP") == "outlet"
