"""What verbs of the dictionary mean with what stands beside them, and acts that are not done yet or not at all."""

import pytest

from tests.transforms.told import Told
from transforms.acts.act import event_between
from transforms.acts.events import EventPattern
from transforms.annotations import NOBODY, Mention


def events_of(text: str) -> set[str]:
    return {event for event, _, _ in Told(text).done() if event is not None}


@pytest.mark.parametrize(
    ("act", "none"),
    [
        ("Ukraine joined Russia in Geneva.", "Sergei Lavrov joined Reuters in 1972."),
        ("Gunmen targeted Sergei Lavrov.", "Reuters targets young readers."),
        ("Sergei Lavrov spoke with Ukraine.", "Agence France-Presse's Ann Lee spoke with Sergei Lavrov."),
        ("Sergei Lavrov spoke with Bernie Sanders.", "Sergei Lavrov spoke with Bernie Sanders in an interview."),
        ("The minister asked Sergei Lavrov to respond.", "A reporter asked Sergei Lavrov to respond."),
        ("Sergei Lavrov spoke to the minister.", "Sergei Lavrov spoke to reporters in Geneva."),
        ("Russia sent medicine to Ukraine.", "Russia sent a bill to Ukraine."),
        ("Russia provided tents for Ukraine.", "Russia provided hope for Ukraine."),
        ("Russia forced Ukraine to leave.", "Sergei Lavrov was forced to smile."),
        ("Sergei Lavrov visited Ukraine.", "Sergei Lavrov visited the border of Ukraine."),
        ("Russia appealed to Ukraine for calm.", "Songs that appeal to Ukraine are played."),
        ("Russia deployed troops against Ukraine.", "Russia deployed the same rhetoric against Ukraine."),
        ("Russia amassed troops along the border with Ukraine.", "Bernie Sanders amassed support in Ukraine."),
        ("Russia's offensive in Ukraine was long.", "Russia's charm offensive in Ukraine was long."),
        ("Russia sent a message to Ukraine.", "Bernie Sanders sent a clear message of hope."),
        ("Sergei Lavrov sat down with Ukraine.", "Sergei Lavrov sat down and closed his eyes."),
        ("Troops evacuated Sergei Lavrov.", "We watched it and evacuated."),
        ("Russia withheld aid from Ukraine.", "Russia withheld its fire."),
        ("Russia pushed Ukraine to leave.", "Russia pushed Ukraine beyond the river."),
        ("Russia picked up Sergei Lavrov at his home.", "Russia picked up votes from Ukraine."),
        ("Bombs wounded two soldiers.", "The road wound its way from Russia to Ukraine."),
        ("Prosecutors examined Sergei Lavrov.", "Ann Lee examined the tweets of Sergei Lavrov."),
        ("Russia acknowledged Ukraine.", "Sergei Lavrov acknowledged trying to deceive Ukraine."),
        ("Sergei Lavrov is ready to attack Ukraine.", "Sergei Lavrov is ready to portray Ukraine."),
        ("Russia wanted Ukraine to leave.", "Russia wanted Ukraine to win."),
        ("Sergei Lavrov spoke with Ukraine.", "Sergei Lavrov spoke to Ukraine's wider aims."),
        ("Russia gave a truck to Ukraine.", "Russia gave Ukraine two options: truck or train."),
        ("Russia wrote to beg Ukraine for help.", "Russia wrote to ask Ukraine whether it rained."),
    ],
)
def test_a_verb_names_an_act_with_one_thing_beside_it_and_none_with_another(act: str, none: str) -> None:
    assert events_of(act)
    assert events_of(none) == set()


def test_what_one_is_judged_for_is_done_by_him() -> None:
    done = Told("Sergei Lavrov rebuked Ukraine for threatening Armenia.").done()
    assert ("THREATEN", "Ukraine", "Armenia") in done
    assert ("THREATEN", "Sergei Lavrov", "Armenia") not in done


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Sergei Lavrov accused Ukraine of bombing Armenia.", "ACCUSE"),
        ("Police arrested Sergei Lavrov for threatening Armenia.", "COERCE"),
    ],
)
def test_what_one_is_charged_with_is_done_by_nobody(text: str, event: str) -> None:
    assert events_of(text) == {event}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The minister dismissed Sergei Lavrov.", "SANCTION"),
        ("The minister dismissed Sergei Lavrov as a liar.", "REJECT"),
        ("The minister dismissed the plan.", "REJECT"),
        ("Bernie Sanders launched an assault on Sergei Lavrov.", "ACCUSE"),
    ],
)
def test_one_word_is_another_act_with_others(text: str, event: str) -> None:
    assert events_of(text) == {event}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Sergei Lavrov fired back at Ukraine.", "ACCUSE"),
        ("Soldiers fired back at Ukraine.", "ASSAULT"),
        ("The president attacked Sergei Lavrov.", "ACCUSE"),
        ("Sergei Lavrov assaulted a woman.", "ASSAULT"),
        ("Russia started a trade war with Ukraine.", "SANCTION"),
        ("Ukraine was hit with sanctions by Russia.", "SANCTION"),
        ("Sergei Lavrov was ordered to prison.", "COERCE"),
        ("Sergei Lavrov was attacked for his answers.", "ACCUSE"),
        ("Sergei Lavrov vowed never to meet Ukraine.", "REJECT"),
    ],
)
def test_blows_in_words_and_by_law_and_vows_are_told_as_what_they_are(text: str, event: str) -> None:
    assert event in events_of(text)
    assert events_of(text) <= {event}


def test_nobody_commits_himself_to_what_nobody_is_said_to_do() -> None:
    assert ("AGREE", None, "Sergei Lavrov") not in Told("Sergei Lavrov will be praised.").done()
    assert ("AGREE", "Ukraine", "Sergei Lavrov") in Told("Sergei Lavrov will be praised by Ukraine.").done()


def test_headlines_name_the_victim_without_the_helper_of_the_passive() -> None:
    done = [act for act in Told("Sergei Lavrov accused of lying in Ukraine").done() if act[0] == "ACCUSE"]
    assert done == [("ACCUSE", None, "Sergei Lavrov")]


def test_unnamed_campaigners_fight_with_words() -> None:
    def of(actor_id: str) -> list[Mention]:
        mention = Mention(0, 1, 0, 1, 0, "nominal", "generic", actor_id=actor_id)
        mention.describe(NOBODY._replace(kind="generic"))
        return [mention]

    fight = EventPattern("ASSAULT", (), ("object",), False, -0.9, figurative="ACCUSE")
    assert event_between(fight, of("GENERIC.candidates.USA"), of("GENERIC.challengers")) == "ACCUSE"
    assert event_between(fight, of("GENERIC.gunmen"), of("GENERIC.challengers")) == "ASSAULT"


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Armenia condemned the act of aggression and the threats made by Russia.", ("ACCUSE", "Armenia", "Russia")),
        ("Russia has offered to Armenia a battalion and two brigades.", ("AGREE", "Russia", "Armenia")),
        ("Russia sent troops to help Armenia.", ("MOBILIZE", "Russia", "Armenia")),
        ("Sergei Lavrov refused to respond to a request from Armenia.", ("REJECT", "Sergei Lavrov", "Armenia")),
        ("Students held a protest outside Reuters.", ("PROTEST", "Students", "Reuters")),
        ("Russia ordered the murder of Sergei Lavrov.", ("ASSAULT", "Russia", "Sergei Lavrov")),
        ("Sergei Lavrov is on a visit to Armenia.", ("CONSULT", "Sergei Lavrov", "Armenia")),
        ("Russia encouraged Armenia to leave.", ("REQUEST", "Russia", "Armenia")),
    ],
)
def test_who_is_met(text: str, act: tuple[str, str, str]) -> None:
    assert act in Told(text).done()


def test_who_is_said_to_be_guilty_is_accused() -> None:
    assert ("ACCUSE", "Armenia", "Russia") in Told("Armenia said that Russia was responsible for the attack.").done()
    assert "ACCUSE" not in events_of("Armenia said that Russia was responsible for the roads.")
    assert "ACCUSE" not in events_of("Armenia said that Russia was not responsible.")


def test_who_joins_talks_with_somebody_does_not_join_him() -> None:
    assert "COOPERATE" in events_of("Sergei Lavrov joined with Ukraine in protest.")
    assert "COOPERATE" not in events_of("Sergei Lavrov joined the talks of Reuters with Ukraine.")


def test_who_must_be_praised_is_asked_for_nothing() -> None:
    assert "REQUEST" in events_of("Bernie Sanders said Russia must leave.")
    assert "REQUEST" not in events_of("Bernie Sanders said Russia must be praised.")


def test_a_condition_in_a_warning_asks_nobody() -> None:
    assert "REQUEST" not in events_of("Russia warned in a letter that it would consider leaving should Armenia be given a seat.")


def test_a_deed_that_is_denied_rejects_nobody_whom_it_names() -> None:
    assert [target for event, _, target in Told("Russia denied hiding its talks with Ukraine.").done() if event == "REJECT"] == [None]
    assert "REJECT" not in events_of("Sergei Lavrov denied hiding his talks with Ukraine.")
    assert ("REJECT", "Sergei Lavrov", "Ukraine") in Told("Sergei Lavrov denied charges by Ukraine that he lied.").done()


def test_who_agrees_with_an_opinion_is_not_agreed_with() -> None:
    stance = Told("Sergei Lavrov agreed with Ukraine in a speech.").done()
    assert ("AGREE", "Ukraine", "Sergei Lavrov") not in stance
    assert ("AGREE", "Ukraine", "Russia") in Told("Russia agreed with Ukraine on a border.").done()


def test_support_goes_to_nobody_who_only_stands_where_it_is_given() -> None:
    assert "Ukraine" not in {target for _, _, target in Told("Russia approved of smoking in Ukraine.").done()}
    assert "Ukraine" not in {target for _, _, target in Told("Reuters shuttered one in Ukraine.").done()}
    assert ("COERCE", "Police", "Ukraine") in Told("Police imposed a curfew in Ukraine.").done()


def test_who_goes_to_a_border_visits_neither_side() -> None:
    assert events_of("Sergei Lavrov's visit to the border of Ukraine was short.") == set()
    assert events_of("Sergei Lavrov's visit to Ukraine was short.") == {"CONSULT"}


@pytest.mark.parametrize(
    "text",
    [
        "Russia has yet to condemn Ukraine.",
        "Witnesses did not feel that Russia threatened Ukraine.",
        "Witnesses do not believe that Russia bombed Ukraine.",
        "Russia mustn’t attack Ukraine.",
        "Russia is incapable of attacking Ukraine.",
        "Russia has stopped attacking Ukraine.",
    ],
)
def test_what_is_not_done_so_far_or_not_believed_is_denied(text: str) -> None:
    assert {dyad.is_negated for dyad in Told(text).dyads if dyad.event is not None and dyad.target is not None} == {True}


@pytest.mark.parametrize(
    "text",
    [
        "It sets the stage for a meeting between Russia and Ukraine.",
        "The planned meeting between Russia and Ukraine was moved to Geneva.",
        "Talks between Russia and Ukraine will begin in Geneva.",
        "The vote will be followed by talks between Russia and Ukraine.",
    ],
)
def test_a_meeting_that_is_still_to_come_is_no_meeting_held(text: str) -> None:
    assert {(dyad.event, dyad.tense) for dyad in Told(text).dyads if dyad.target is not None} == {("AGREE", "future")}


@pytest.mark.parametrize(
    "text",
    [
        "Russia is considering expelling Ukraine.",
        "Russia is sure to denounce Ukraine.",
        "I am sure that he'd denounce Ukraine again.",
        "Sergei Lavrov was to visit Ukraine on Tuesday.",
        "Sergei Lavrov is authorised to prosecute Ukraine.",
        "Sergei Lavrov may fall back on accusing Ukraine.",
        "It is not clear that Russia consulted Ukraine.",
        "It is unclear whether Russia consulted Ukraine.",
        "Russia may file a petition asking Ukraine to leave.",
        "The possibility that Russia attacked Ukraine is small.",
        "The question is whether Russia attacked Ukraine.",
        "Russia waits to meet Ukraine.",
        "Russia has to meet Ukraine.",
        "Russia is open to meeting Ukraine.",
        "Aides sought to arrange talks between Russia and Ukraine.",
        "Prices will rise until Russia meets Ukraine.",
    ],
)
def test_what_is_only_considered_or_expected_is_hypothetical(text: str) -> None:
    assert {dyad.tense for dyad in Told(text).dyads if dyad.event is not None} == {"hypothetical"}


@pytest.mark.parametrize(
    ("act", "none"),
    [
        ("Russia destroyed Ukraine.", "Sergei Lavrov destroyed Bernie Sanders."),
        ("Russia surrounded Reuters.", "Bernie Sanders was surrounded by friends."),
        ("Russia mobilized against Ukraine.", "Students mobilized against Reuters."),
        ("Russia warned Ukraine.", "Sergei Lavrov warned students."),
        ("Bernie Sanders warned that he would act.", "Bernie Sanders warned that prices would rise."),
        ("Russia allowed Reuters to leave.", "Russia allows Reuters to leave."),
        ("Ukraine joined Russia in Geneva.", "Sergei Lavrov joined the board."),
        ("Russia asked Ukraine to leave.", "Sergei Lavrov was asked to comment."),
        ("The minister asked Sergei Lavrov for help.", "Ann Lee asked Sergei Lavrov on Tuesday."),
        ("Russia fought Ukraine.", "The fight between Ann Lee and Bernie Sanders was close."),
        ("Russia supported Ukraine.", "Sixty percent of voters supported Sergei Lavrov."),
        ("Russia allowed Ukraine to leave.", "Sergei Lavrov allowed that Ukraine was late."),
        ("Sergei Lavrov wanted Ukraine to leave.", "Students wanted Ukraine to leave."),
        ("Sergei Lavrov received Ann Lee.", "Ann Lee received over 80,000."),
        ("Ukraine joined Russia in Geneva.", "Sergei Lavrov joined Bernie Sanders for a funeral."),
        ("Ann Lee campaigned for Bernie Sanders.", "Bernie Sanders campaigned for a seat in the Senate."),
        ("Russia withdrew its troops from Ukraine.", "Ann Lee moved out of Ukraine."),
        ("Russia cut off aid to Ukraine.", "Sergei Lavrov cut off Bernie Sanders."),
        ("Russian troops left Ukraine.", "Sergei Lavrov left Ukraine."),
        ("Sergei Lavrov honoured Ann Lee.", "Sergei Lavrov was honoured to serve."),
        ("Russia called on Ukraine to leave.", "Sergei Lavrov called Ukraine a friend."),
        ("Russia allowed Ukraine to leave.", "They split the vote, allowing Bernie Sanders to win."),
        ("Russia agreed with Ukraine on a truce.", "Sergei Lavrov agreed with Ann Lee."),
        ("Russia denied Ukraine a visa.", "Sergei Lavrov denied that he threatened Ukraine."),
        ("Sergei Lavrov vowed to attack Ukraine.", "Bernie Sanders vowed to stay in the race."),
        ("Russia rescued Ukraine.", "Sergei Lavrov works to save Ukraine."),
        ("Russia struck Ukraine.", "Sergei Lavrov struck a hopeful tone in Ukraine."),
        ("Gunmen destroyed Ukraine's bridges.", "Bernie Sanders routed Sergei Lavrov."),
        ("Russia delivered trucks to Ukraine.", "The lessons that Sergei Lavrov delivered to Ukraine were long."),
        ("Russia declared war on Ukraine.", "Sergei Lavrov declares war on plastic."),
        ("Sergei Lavrov agreed to a truce.", "Sergei Lavrov agrees that prices rise."),
        ("Russia acknowledged Ukraine.", "Sergei Lavrov acknowledged the pressure."),
        ("Russia returned the island to Ukraine.", "Sergei Lavrov returned to Ukraine."),
        ("Russia withdrew its troops from Ukraine.", "Sergei Lavrov withdrew the subpoena."),
        ("Rebels laid down their weapons.", "Sergei Lavrov laid down his markers."),
        ("Police suspected Sergei Lavrov.", "I suspect Sergei Lavrov wanted to leave."),
        ("Police questioned Sergei Lavrov.", "Sergei Lavrov questioned whether Reuters would leave."),
        ("Russia sold weapons to Ukraine.", "Farmers sold meat to students."),
        ("Bernie Sanders called for Sergei Lavrov's resignation.", "Russia called for the expulsion of Sergei Lavrov."),
        ("Russia called on Ukraine to leave.", "Russia called for a coalition."),
        ("Sergei Lavrov faces a lawsuit.", "Sergei Lavrov faces a threat."),
        ("The truck that Russia sent to Ukraine was long.", "The bill that Russia sent to Ukraine was long."),
        ("Sergei Lavrov gave a speech to Ukraine.", "Sergei Lavrov gave a speech."),
        ("Sergei Lavrov testified against Bernie Sanders.", "Sergei Lavrov testified in Geneva."),
        ("Russia struck Ukraine.", "Two answers struck Ukraine as odd."),
        ("Russia made a deal with Ukraine.", "Russia made a big deal of Ukraine."),
        ("Russia took the life of Sergei Lavrov.", "Ann Lee took her own life with a shot to the head of Sergei Lavrov."),
        ("Russia yielded to Ukraine.", "Russia yielded time to Ukraine."),
        ("Students declined to meet Ukraine.", "Students declined sharply."),
        ("Troops occupied Ukraine.", "Sergei Lavrov occupied the Oval Office."),
        ("Russia asked Ukraine for help.", "Russia asked Ukraine about the weather."),
        ("Russia pressed Ukraine.", "Russia presses its case for Ukraine."),
        ("Russia agreed to sign the treaty.", "Students signed up for the scheme."),
        ("The court announced the release of Sergei Lavrov.", "Russia issued a press release."),
    ],
)
def test_words_of_force_and_consent_are_mild_with_others_beside_them(act: str, none: str) -> None:
    assert events_of(act)
    assert events_of(none) == set()


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Russia shot down the proposal of Ukraine.", "REJECT"),
        ("Reuters exchanged emails with Sergei Lavrov.", "CONSULT"),
        ("Russia traded criticism with Ukraine.", "ACCUSE"),
    ],
)
def test_what_is_exchanged_or_shot_down_says_which_act_it_is(text: str, event: str) -> None:
    assert events_of(text) == {event}


def test_what_is_not_the_only_deed_is_done() -> None:
    assert [(dyad.event, dyad.is_negated) for dyad in Told("We have not just accused Ukraine, we left.").dyads] == [("ACCUSE", False)]
