"""Who does what to whom."""

from collections import Counter
from datetime import date

import pytest

from flows.dictionaries import load_dictionaries
from flows.lexicons import load_tagger
from tests.transforms.acts.event_sentences import SENTENCES, is_found
from tests.transforms.told import Told
from transforms.annotate import annotate_articles
from transforms.annotations import Annotation, Article, Dyad
from warehouse.vocabulary import EVENTS


@pytest.fixture(scope="module")
def annotations() -> list[Annotation]:
    """The sentences through all stages with the whole lexicon, each an article of its own."""
    articles = [Article(str(number), row["sentence"]) for number, row in enumerate(SENTENCES)]
    return [done for done in annotate_articles(articles, load_dictionaries(), load_tagger("full")) if isinstance(done, Annotation)]


def test_every_event_type_is_found_with_its_direction(annotations: list[Annotation]) -> None:
    """Active, passive, told by a noun, denied, announced and reported: at least fifteen sentences for each type."""
    asked = Counter(row["event"] for row in SENTENCES)
    assert set(asked) == set(EVENTS)
    assert min(asked.values()) >= 15
    assert len(annotations) == len(SENTENCES)
    missed = [row["sentence"] for row, done in zip(SENTENCES, annotations, strict=True) if not is_found(row, done)]
    assert missed == []


def only(text: str) -> Dyad:
    (dyad,) = Told(text).dyads
    return dyad


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia was accused by Armenia.", ("ACCUSE", "Armenia", "Russia")),
        ("Azerbaijan's blockade of Karabakh went on.", ("COERCE", "Azerbaijan", "Karabakh")),
        ("An attack on Armenia by Azerbaijan was feared.", ("ASSAULT", "Azerbaijan", "Armenia")),
        ("Armenia threatened to attack Azerbaijan.", ("THREATEN", "Armenia", "Azerbaijan")),
        ("Armenia refused to meet Azerbaijan.", ("REJECT", "Armenia", "Azerbaijan")),
    ],
)
def test_passives_possessives_and_acts_within_acts(text: str, expected: tuple[str, str, str]) -> None:
    assert [done for done in Told(text).done() if done[0] is not None] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Armenia will help Azerbaijan.", ("AGREE", "Armenia", "Azerbaijan")),
        ("Armenia said it would help Azerbaijan.", ("AGREE", "Armenia", "Azerbaijan")),
        ("Armenia will deport the rebels.", ("THREATEN", "Armenia", "the rebels")),
        ("Armenia will not help Azerbaijan unless it pays.", ("REJECT", "Armenia", "Azerbaijan")),
        ("Armenia will sue Azerbaijan.", ("ACCUSE", "Armenia", "Azerbaijan")),
    ],
)
def test_what_is_still_to_come_is_a_commitment_or_a_threat(text: str, expected: tuple[str, str, str]) -> None:
    assert [done for done in Told(text).done() if done[0] is not None] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Armenia called for Azerbaijan to leave.", ("REQUEST", "Armenia", "Azerbaijan")),
        ("Azerbaijan condemned the attack on Armenia.", ("ACCUSE", "Azerbaijan", "the attack")),
        ("A Russian attack on a school wounded many.", ("ASSAULT", "Russian", "a school")),
        ("Armenia returned a bell that was stolen from a church in 1989 to Russia.", ("CONCEDE", "Armenia", "Russia")),
        ("Journalist killed in Russia.", ("ASSAULT", None, "Journalist")),
        ("Two soldiers killed in Armenia.", ("ASSAULT", None, "Two soldiers")),
        ("Armenia supported the repeal of Russia's ban.", ("REJECT", "Armenia", "Russia")),
        ("Armenia pushed back against Russia.", ("REJECT", "Armenia", "Russia")),
        ("Russia sanctioned the agency Glavkosmos and Armenia.", ("SANCTION", "Russia", "Armenia")),
    ],
)
def test_whom_or_what_an_act_meets(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in Told(text).done()


@pytest.mark.parametrize(
    "text",
    [
        "Armenia demonstrated its hostility toward Russia.",
        "Armenia positioned itself as a rival of Russia.",
        "Armenia killed the bill.",
        "Armenia warned about those years.",
        "Armenia committed a crime.",
    ],
)
def test_words_that_mean_another_act_elsewhere(text: str) -> None:
    assert {event for event, _, _ in Told(text).done()} <= {None}


def test_what_a_road_leads_to_is_given_nothing() -> None:
    assert "Armenia" not in {target for _, _, target in Told("Russia posted peacekeepers along the road linking Kyiv to Armenia.").done()}


def test_who_is_not_responsible_did_not_do_it() -> None:
    assert {dyad.is_negated for dyad in Told("Armenia is not responsible for the shooting of the mayor.").dyads if dyad.event} == {True}


def test_a_reciprocal_event_goes_both_ways() -> None:
    assert set(Told("Talks between Armenia and Azerbaijan resumed.").done()) == {
        ("CONSULT", "Armenia", "Azerbaijan"),
        ("CONSULT", "Azerbaijan", "Armenia"),
    }


@pytest.mark.parametrize(
    ("text", "event", "negated", "tense"),
    [
        ("Russia attacked Armenia.", "ASSAULT", False, "past"),
        ("Russia did not attack Armenia.", "ASSAULT", True, "past"),
        ("Russia will attack Armenia.", "THREATEN", False, "future"),
        ("Russia might attack Armenia.", "ASSAULT", False, "hypothetical"),
        ("Russia attacks Armenia.", "ASSAULT", False, "present"),
        ("Russia failed to attack Armenia.", "ASSAULT", True, "past"),
        ("Russia refrained from attacking Armenia.", "ASSAULT", True, "past"),
        ("No country attacked Armenia.", "ASSAULT", True, "past"),
        ("Neither country attacked Armenia.", "ASSAULT", True, "past"),
    ],
)
def test_negation_and_time_are_kept(text: str, event: str, negated: bool, tense: str) -> None:
    dyad = only(text)
    assert (dyad.event, dyad.is_negated, dyad.tense) == (event, negated, tense)


def test_an_act_told_by_somebody_is_reported_in_his_voice() -> None:
    told = Told("Armenia said that Russia attacked Azerbaijan.")
    (act,) = [dyad for dyad in told.dyads if dyad.event == "ASSAULT"]
    assert (act.is_reported, act.voice) == (True, "ARM")
    assert not only("Russia attacked Azerbaijan.").is_reported


def test_an_act_has_the_day_of_its_clause() -> None:
    told = Told("Russia attacked Armenia on Sunday.", date(2023, 4, 25))
    assert [dyad.event_date for dyad in told.dyads] == [date(2023, 4, 23)]


def test_tone_goes_from_source_to_target() -> None:
    hostile, friendly = only("Russia attacked Armenia."), only("Russia praised Armenia.")
    assert (hostile.tone or 0) < -0.5
    assert (friendly.tone or 0) > 0.3


def test_the_promise_of_a_thing_is_no_act_on_it() -> None:
    assert [done for done in Told("Apple released a new phone.").done() if done[0] is not None] == []


def test_unnamed_people_become_mentions_where_they_stand() -> None:
    told = Told("Gunmen killed six tourists near Baku.")
    assert told.done() == [("ASSAULT", "Gunmen", "six tourists")]
    starts = [mention.start for mention in told.mentions]
    assert starts == sorted(starts)
    assert {"Gunmen", "six tourists"} <= {told.words(mention) for mention in told.mentions}


def test_ends_are_mentions_or_things() -> None:
    told = Told("Russia attacked Armenia. The French president opened a school, and protesters burned cars in Paris.")
    known = {id(mention) for mention in told.mentions}
    assert all(end is None or id(end) in known or end.rule == "dyad.thing" for dyad in told.dyads for end in (dyad.source, dyad.target))


def test_joint_doers_of_a_common_act_do_it_to_each_other() -> None:
    both = {("AGREE", "Armenia", "Azerbaijan"), ("AGREE", "Azerbaijan", "Armenia")}
    assert both <= set(Told("Armenia and Azerbaijan agreed to exchange maps.").done())


def test_what_somebody_is_asked_to_do_is_not_told_as_done() -> None:
    assert Told("Armenia called on Russia to attack Azerbaijan.").done() == [("REQUEST", "Armenia", "Russia")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia lifted a ban imposed on Armenia.", ("CONCEDE", "Russia", "Armenia")),
        ("Russia allocated three million dollars to help Armenia.", ("AID", "Russia", "Armenia")),
        ("Armenia faces sanctions by Russia.", ("SANCTION", "Russia", "Armenia")),
        ("Russia was responsible for an attack on Armenia.", ("ASSAULT", "Russia", "Armenia")),
        ("Russia vowed to strike back at Armenia.", ("THREATEN", "Russia", "Armenia")),
        ("Russia said it would crush Armenia.", ("THREATEN", "Russia", "Armenia")),
        ("Russia massed troops along the border with Armenia.", ("MOBILIZE", "Russia", "Armenia")),
        ("Russian troops were deployed to Armenia.", ("MOBILIZE", "Russian", "Armenia")),
        ("Armenia was given a loan by Russia.", ("AID", "Russia", "Armenia")),
    ],
)
def test_an_end_is_found_where_it_does_not_stand_beside_the_verb(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in Told(text).done()


def test_politicians_fight_with_words_and_states_with_weapons() -> None:
    assert only("Sergei Lavrov attacked Dmitry Peskov.").event == "ACCUSE"
    assert only("Sergei Lavrov attacked Armenia.").event == "ASSAULT"


@pytest.mark.parametrize(
    "text",
    [
        "He said nothing.",  # a pronoun and no event
        "Armenia asked whether Russia was ready.",  # a question is no demand
        "Armenia shook its head.",
        "Moscow's closing bell rang.",
    ],
)
def test_no_event_is_coded_where_nobody_meets_anybody(text: str) -> None:
    assert [done for done in Told(text).done() if done[0] is not None] == []


def test_an_actor_does_nothing_to_himself() -> None:
    assert all(dyad.source is None or dyad.source is not dyad.target for dyad in Told("Russia defended Russia's army.").dyads)
    assert [done for done in Told("Russia praised Russia.").done() if done[2] is not None] == []


@pytest.mark.parametrize(
    "text",
    [
        "Mary Hill was asked a question by Paul Berg.",
        "Mary Hill agreed, saying the law was bad.",
        "The draft was sent to Paris.",
        "The statement was released by Russia.",
        "Mary Hill had Paul Berg call Russia.",
        "Russia mobilized voters for the ballot.",
        "Russia made it hard for Armenia to help Azerbaijan.",
    ],
)
def test_words_that_only_look_like_an_act_have_no_type(text: str) -> None:
    assert [event for event, _, _ in Told(text).done() if event] == []


@pytest.mark.parametrize("text", ["Mary Hill decried violence in Paris.", "Mary Hill mocked the Paris performance."])
def test_a_place_beside_what_is_judged_is_not_judged(text: str) -> None:
    assert "Paris" not in [target for _, _, target in Told(text).done()]


def test_who_is_only_credited_is_not_met() -> None:
    assert [done for done in Told("Armenia submitted the plan, according to Russia.").done() if done[2] == "Russia"] == []


def test_what_one_fails_to_do_by_an_act_undoes_it() -> None:
    assert only("Russia failed to lead by arming Armenia.").is_negated


@pytest.mark.parametrize(
    ("text", "event"),
    [("Armenia, Russia trade fire across river line", "ASSAULT"), ("Armenia, Russia trade barbs at city summit", "ACCUSE")],
)
def test_two_names_before_a_verb_that_looks_like_a_noun_act_on_each_other(text: str, event: str) -> None:
    assert Told(text).done() == [(event, "Armenia", "Russia"), (event, "Russia", "Armenia")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The citizens of Armenia stood up to Azerbaijan for their rights.", [("REJECT", "The citizens", "Azerbaijan")]),
        ("Armenia stood up for Azerbaijan.", [("SUPPORT", "Armenia", "Azerbaijan")]),
    ],
)
def test_of_two_patterns_the_one_whose_words_stand_nearer_counts(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert Told(text).done() == expected


def test_who_is_talked_to_is_not_met_by_what_is_said() -> None:
    told = Told("Armenia praised Azerbaijan in an interview with Reuters. Armenia admitted in an interview with Reuters that it rained.")
    assert told.done() == [("SUPPORT", "Armenia", "Azerbaijan"), (None, "Armenia", None)]


def test_those_who_sign_a_letter_do_not_act_on_each_other() -> None:
    told = Told("The letter was signed by Armenia and Azerbaijan.")
    assert told.done() == [("SUPPORT", "Armenia", None), ("SUPPORT", "Azerbaijan", None)]
