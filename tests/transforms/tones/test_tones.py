"""Tone is toward the mention: who does it and to whom, negated or not, whose words; by words or by another judge."""

from collections.abc import Sequence
from functools import cache

import pytest

from tests.transforms.small_world import tag
from transforms.annotations import NOBODY, Article, Mention
from transforms.tones.backends import Target, ToneBackendError, judge_targets, load_backend
from transforms.tones.cleared import is_cleared
from transforms.tones.tone_words import ToneWords
from transforms.tones.tones import Verdict, judge_by_words, score_targets, score_tones
from warehouse.dictionaries import read_tones


@cache
def words() -> ToneWords:
    return ToneWords.from_frame(read_tones())


def tone(text: str, target: str) -> float:
    start = text.index(target)
    (verdict,) = judge_by_words(words(), tag(text), [(start, start + len(target))])
    return verdict.tone


@pytest.mark.parametrize(
    ("text", "friendlier", "worse"),
    [
        ("The volunteers rescued Anna from the killers.", "volunteers", "killers"),
        ("The minister praised Anna.", "Anna", "nobody"),
        ("Gunmen murdered Anna on Monday.", "nobody", "Gunmen"),
        ("Anna is honest, but Peter is corrupt.", "Anna", "Peter"),
    ],
)
def test_what_is_done_and_said_counts_for_whom_it_concerns(text: str, friendlier: str, worse: str) -> None:
    good = tone(text, friendlier) if friendlier in text else 0.0
    bad = tone(text, worse) if worse in text else 0.0
    assert good > bad


@pytest.mark.parametrize(
    ("text", "sufferer", "doer"),
    [
        ("The bombing of Ukraine by Russia killed dozens.", "Ukraine", "Russia"),
        ("Gaza's dead were buried after the shelling by Israel.", "Gaza", "Israel"),
        ("Gunmen massacred villagers in Mali.", "villagers", "Gunmen"),
    ],
)
def test_harm_speaks_against_who_does_it_and_not_against_who_suffers_it(text: str, sufferer: str, doer: str) -> None:
    assert abs(tone(text, sufferer)) <= 0.05
    assert tone(text, doer) < -0.1


def test_negation_turns_the_tone() -> None:
    assert tone("The court said Anna was not guilty of the crime.", "Anna") > tone("The court said Anna was guilty of the crime.", "Anna")


def test_without_a_word_of_tone_a_mention_is_neutral() -> None:
    (verdict,) = judge_by_words(words(), tag("Anna arrived on Monday."), [(0, 4)])
    assert verdict == Verdict(0.0, "neutral")
    assert judge_by_words(words(), tag("Anna arrived."), [(4, 5)]) == [Verdict(0.0, "neutral")]


def by_length(targets: Sequence[Target]) -> list[tuple[float, float, float]]:
    """A judge that says of longer names that they are better liked, so that its answers can be told apart."""
    return [(0.0, 1 - len(name) / 20, len(name) / 20) for _, name, _ in targets]


def test_another_judge_sees_the_sentence_around_each_target_and_decides() -> None:
    seen: list[Target] = []

    def judge(targets: Sequence[Target]) -> list[tuple[float, float, float]]:
        seen.extend(targets)
        return by_length(targets)

    text = "It rained. Anna met Peter. It rained."
    tagged = tag(text)
    mentions = [Mention(11, 15, 3, 4, 3, "name", "a"), Mention(20, 25, 5, 6, 5, "name", "a", actor=NOBODY._replace(kind="place"))]
    score_tones(tagged, mentions, lambda asked, spans: judge_targets(asked, spans, judge))
    assert seen == [("", "Anna", " met Peter.")]
    assert [mention.tone for mention in mentions] == [0.2, None]
    (target,) = score_targets(Article("a", text, targets=((20, 25),)), tagged, lambda asked, spans: judge_targets(asked, spans, by_length))
    assert (target.tone, target.label) == (0.25, "neutral")


@pytest.mark.parametrize("answers", [[], [(0.5, 0.5)], [(0.1, 0.2, float("nan"))], [(0.0, 2.0, 0.0)], [(0, 1, 0), (0, 1, 0)]])
def test_answers_that_are_no_probabilities_are_refused(answers: list[tuple[float, ...]]) -> None:
    with pytest.raises(ToneBackendError, match="expected"):
        judge_targets(tag("Anna left."), [(0, 4)], lambda _: answers)


@pytest.mark.parametrize("name", ["nothing", "no_such_module:judge", f"{__name__}:no_such_function", f"{__name__}:__name__"])
def test_a_judge_that_is_not_there_is_named(name: str) -> None:
    with pytest.raises(ToneBackendError, match="expected"):
        load_backend(name)


def test_a_judge_is_found_by_module_and_function() -> None:
    assert load_backend(f"{__name__}:by_length")([("", "Anna", " left.")]) == [(0.0, 0.8, 0.2)]


def test_what_somebody_says_of_himself_has_no_tone() -> None:
    tagged = tag("I am honest and Peter is corrupt.")
    mentions = [
        Mention(0, 1, 0, 1, 0, "pronoun", "a", actor_id="PER.anna", voice="PER.anna"),
        Mention(16, 21, 4, 5, 4, "name", "a", actor_id="PER.peter", voice="PER.anna"),
    ]
    score_tones(tagged, mentions, lambda asked, spans: judge_by_words(words(), asked, spans))
    assert mentions[0].tone is None
    assert mentions[1].tone < 0


@pytest.mark.parametrize(
    ("text", "cleared"),
    [
        ("There is no evidence that Anna took part in the fraud.", True),
        ("The court did not find any grounds to impeach Anna.", True),
        ("The court found evidence that Anna took part in the fraud.", False),
        ("There is no evidence, but Anna took part in the fraud.", False),
    ],
)
def test_what_there_is_no_proof_of_speaks_against_nobody(text: str, cleared: bool) -> None:
    tagged = tag(text)
    head = tagged.words.index("Anna")
    assert is_cleared(tagged, head) is cleared
    mention = Mention(tagged.starts[head], tagged.ends[head], head, head + 1, head, "name", "a")
    score_tones(tagged, [mention], lambda _, spans: [Verdict(-0.5, "negative") for _ in spans])
    assert mention.tone == (0.0 if cleared else -0.5)
