"""Acts after a second reading: what stays, what loses or changes its event, what is dropped, and what is asked at all."""

from collections.abc import Sequence

import pytest

from flows.training.deep.figures import one_sentence
from transforms.acts.second_reading import NOTHING, Chances, read_again
from transforms.annotations import Dyad, Mention, TaggedText

TEXT = "Route 66 wound through America."


def mention(start: int, end: int) -> Mention:
    return Mention(start, end, 0, 1, 0, "name", "lexicon.alias")


def dyad(rule: str, source: Mention | None, event: str | None = "ASSAULT", tense: str = "past") -> Dyad:
    return Dyad(source, mention(23, 30), event, (9, 14), False, False, tense, rule, 0.75, 0, tone=-0.8)


def reread(given: Dyad, chances: Chances | None) -> list[tuple[str | None, str, float]]:
    found = read_again(one_sentence(TEXT), [given], lambda _, pairs: [chances for _ in pairs])
    return [(one.event, one.rule, one.confidence) for one in found]


@pytest.mark.parametrize(
    ("rule", "chances", "expected"),
    [
        ("verb.inside", {NOTHING: 0.97, "ASSAULT": 0.03}, [(None, "reread.none", 0.97)]),
        ("judge", {NOTHING: 0.97, "ASSAULT": 0.03}, []),
        ("verb", {NOTHING: 0.97, "ASSAULT": 0.03}, [("ASSAULT", "verb", 0.75)]),
        ("verb.inside", {NOTHING: 0.5, "ASSAULT": 0.4, "RETREAT": 0.1}, [("ASSAULT", "verb.inside", 0.75)]),
        ("verb", {NOTHING: 0.02, "ASSAULT": 0.02, "RETREAT": 0.96}, [("RETREAT", "reread.event", 0.96)]),
        ("verb", {NOTHING: 0.3, "ASSAULT": 0.2, "RETREAT": 0.5}, [("ASSAULT", "verb", 0.75)]),
        ("verb", {NOTHING: 0.01, "ASSAULT": 0.99}, [("ASSAULT", "verb", 0.75)]),
        ("verb", None, [("ASSAULT", "verb", 0.75)]),
    ],
)
def test_an_act_stands_unless_the_reader_is_sure(
    rule: str, chances: Chances | None, expected: Sequence[tuple[str | None, str, float]]
) -> None:
    assert reread(dyad(rule, mention(0, 8)), chances) == list(expected)


def test_an_act_to_come_keeps_its_event_for_that_is_what_is_intended() -> None:
    meeting = {NOTHING: 0.0, "CONSULT": 1.0}
    assert reread(dyad("verb", mention(0, 8), "AGREE", "future"), meeting) == [("AGREE", "verb", 0.75)]
    assert reread(dyad("verb", mention(0, 8), "AGREE"), meeting) == [("CONSULT", "reread.event", 1.0)]


def test_a_signed_agreement_stays_support() -> None:
    agreeing = {NOTHING: 0.0, "AGREE": 1.0}
    assert reread(dyad("verb", mention(0, 8), "SUPPORT"), agreeing) == [("SUPPORT", "verb", 0.75)]
    assert reread(dyad("verb", mention(0, 8), "CONCEDE"), agreeing) == [("AGREE", "reread.event", 1.0)]


def test_an_act_without_its_event_has_no_tone_and_keeps_its_ends() -> None:
    given = dyad("refusal", mention(0, 8))
    (found,) = read_again(one_sentence(TEXT), [given], lambda _, pairs: [{NOTHING: 1.0, "ASSAULT": 0.0} for _ in pairs])
    assert (found.tone, found.source, found.target, found.cue) == (None, given.source, given.target, given.cue)


def test_only_acts_with_an_event_and_both_ends_are_asked_about_in_their_direction() -> None:
    asked: list[tuple[tuple[int, int], tuple[int, int]]] = []

    def reader(_: TaggedText, pairs: Sequence[tuple[tuple[int, int], tuple[int, int]]]) -> list[Chances | None]:
        asked.extend(pairs)
        return [{NOTHING: 1.0} for _ in pairs]

    given = [dyad("refusal", None), dyad("clause", mention(0, 8), event=None), dyad("refusal", mention(0, 8))]
    found = read_again(one_sentence(TEXT), given, reader)
    assert asked == [((0, 8), (23, 30))]
    assert found[:2] == given[:2]
    assert [one.event for one in found] == ["ASSAULT", None, None]
