"""Who does what to whom."""

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from tests.transforms.told import Told, events
from transforms.acts.dyads import code_dyads
from transforms.annotations import Dyad, Mention, Paragraph
from transforms.taggers.rules_tagger import RulesTagger
from warehouse.vocabulary import EVENTS

SENTENCES = list(csv.DictReader((Path(__file__).parent / "event_sentences.csv").read_text(encoding="utf-8").splitlines()))


def is_told(told: Told, row: dict[str, str]) -> bool:
    return any(
        dyad.event == row["event"] and is_at(told, dyad.source, row["source"]) and is_at(told, dyad.target, row["target"])
        for dyad in told.dyads
    )


def is_at(told: Told, mention: Mention | None, words: str) -> bool:
    if not words:
        return mention is None
    text = told.text.lower()
    start = text.find("german" if words == "Germany" and "germany" not in text else words.lower())
    return mention is not None and start >= 0 and mention.start < start + len(words) and start < mention.end


def test_every_event_type_is_found_with_its_direction() -> None:
    found = Counter(row["event"] for row in SENTENCES if is_told(Told(row["sentence"]), row))
    asked = Counter(row["event"] for row in SENTENCES)
    assert set(asked) == set(EVENTS)
    assert min(asked.values()) >= 10
    assert {event: count for event, count in found.items() if count < 0.7 * asked[event]} == {}
    assert sum(found.values()) >= 0.9 * len(SENTENCES)


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


def test_a_reciprocal_event_goes_both_ways() -> None:
    assert set(Told("Talks between Armenia and Azerbaijan resumed.").done()) == {
        ("CONSULT", "Armenia", "Azerbaijan"),
        ("CONSULT", "Azerbaijan", "Armenia"),
    }


@pytest.mark.parametrize(
    ("text", "negated", "tense"),
    [
        ("Russia attacked Armenia.", False, "past"),
        ("Russia did not attack Armenia.", True, "past"),
        ("Russia will attack Armenia.", False, "future"),
        ("Russia might attack Armenia.", False, "hypothetical"),
        ("Russia attacks Armenia.", False, "present"),
        ("Russia failed to attack Armenia.", True, "past"),
    ],
)
def test_negation_and_time_are_kept(text: str, negated: bool, tense: str) -> None:
    dyad = only(text)
    assert (dyad.event, dyad.is_negated, dyad.tense) == ("ASSAULT", negated, tense)


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


def test_without_syntax_two_names_around_a_verb_are_a_dyad() -> None:
    text = "Russia attacked Armenia. Armenia sat near Russia."
    tagged = next(RulesTagger().tag([(text, [Paragraph(0, len(text), "body")])]))
    names = [
        Mention(tagged.starts[p], tagged.ends[p], p, p + 1, p, "name", "test")
        for p, word in enumerate(tagged.words)
        if word in ("Russia", "Armenia")
    ]
    (dyad,) = code_dyads(tagged, names, [], [], events())
    assert (dyad.event, dyad.source, dyad.target) == ("ASSAULT", names[0], names[1])
