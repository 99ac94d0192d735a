"""What verbs of the dictionary mean with what stands beside them, and acts that are not done yet or not at all."""

import pytest

from tests.transforms.told import Told


def events_of(text: str) -> set[str]:
    return {event for event, _, _ in Told(text).done() if event is not None}


@pytest.mark.parametrize(
    ("act", "none"),
    [
        ("Ukraine joined Russia in Geneva.", "Sergei Lavrov joined Reuters in 1972."),
        ("Gunmen targeted Sergei Lavrov.", "Reuters targets young readers."),
        ("Sergei Lavrov spoke to the minister.", "Sergei Lavrov spoke to reporters in Geneva."),
        ("Russia sent medicine to Ukraine.", "Russia sent a bill to Ukraine."),
        ("Russia provided tents for Ukraine.", "Russia provided hope for Ukraine."),
        ("Russia forced Ukraine to leave.", "Sergei Lavrov was forced to smile."),
        ("Sergei Lavrov visited Ukraine.", "Sergei Lavrov visited the border of Ukraine."),
        ("Russia appealed to Ukraine for calm.", "Songs that appeal to Ukraine are played."),
        ("Russia deployed troops against Ukraine.", "Russia deployed the same rhetoric against Ukraine."),
        ("Russia picked up Sergei Lavrov at his home.", "Russia picked up votes from Ukraine."),
        ("Bombs wounded two soldiers.", "The road wound its way from Russia to Ukraine."),
        ("Prosecutors examined Sergei Lavrov.", "Ann Lee examined the tweets of Sergei Lavrov."),
        ("Russia acknowledged Ukraine.", "Sergei Lavrov acknowledged trying to deceive Ukraine."),
        ("Sergei Lavrov is ready to attack Ukraine.", "Sergei Lavrov is ready to portray Ukraine."),
        ("Russia wanted Ukraine to leave.", "Russia wanted Ukraine to win."),
        ("Russia wrote to beg Ukraine for help.", "Russia wrote to ask Ukraine whether it rained."),
    ],
)
def test_a_verb_names_an_act_with_one_thing_beside_it_and_none_with_another(act: str, none: str) -> None:
    assert events_of(act)
    assert events_of(none) == set()


def test_a_deed_that_is_denied_rejects_nobody_whom_it_names() -> None:
    assert [target for event, _, target in Told("Sergei Lavrov denied hiding his talks with Ukraine.").done() if event == "REJECT"] == [
        None
    ]
    assert ("REJECT", "Sergei Lavrov", "Ukraine") in Told("Sergei Lavrov denied charges by Ukraine that he lied.").done()


def test_who_agrees_with_an_opinion_is_not_agreed_with() -> None:
    stance = Told("Sergei Lavrov agreed with Ukraine in a speech.").done()
    assert ("AGREE", "Ukraine", "Sergei Lavrov") not in stance
    assert ("AGREE", "Ukraine", "Russia") in Told("Russia agreed with Ukraine on a border.").done()


def test_support_goes_to_nobody_who_only_stands_where_it_is_given() -> None:
    assert "Ukraine" not in {target for _, _, target in Told("Russia approved of smoking in Ukraine.").done()}


def test_who_goes_to_a_border_visits_neither_side() -> None:
    assert events_of("Sergei Lavrov's visit to the border of Ukraine was short.") == set()
    assert events_of("Sergei Lavrov's visit to Ukraine was short.") == {"CONSULT"}


@pytest.mark.parametrize(
    "text",
    [
        "Russia has yet to condemn Ukraine.",
        "Witnesses did not feel that Russia threatened Ukraine.",
        "Witnesses do not believe that Russia bombed Ukraine.",
    ],
)
def test_what_is_not_done_so_far_or_not_believed_is_denied(text: str) -> None:
    assert {dyad.is_negated for dyad in Told(text).dyads if dyad.event is not None and dyad.target is not None} == {True}


@pytest.mark.parametrize(
    "text",
    ["It sets the stage for a meeting between Russia and Ukraine.", "The planned meeting between Russia and Ukraine was moved to Geneva."],
)
def test_a_meeting_that_is_still_to_come_is_no_meeting_held(text: str) -> None:
    assert {(dyad.event, dyad.tense) for dyad in Told(text).dyads if dyad.target is not None} == {("AGREE", "future")}


def test_what_is_only_considered_is_hypothetical() -> None:
    text = "Russia is considering expelling Ukraine."
    assert {dyad.tense for dyad in Told(text).dyads if dyad.event is not None} == {"hypothetical"}
