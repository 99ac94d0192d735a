"""One of many is not all of them; what a speaker calls ours is his country's; who issued a statement has said something."""

from datetime import date

import pytest

from flows.analysis import Analyst
from transforms.annotations import Annotation, Article, Mention

_DAY = date(2023, 5, 1)


def read(text: str) -> dict[str, Mention]:
    """The mentions of an article that has gone through all stages, by their words; of the same words the last."""
    (annotation,) = Analyst.of("full").annotate([Article("a", text, published_at=_DAY)])
    assert isinstance(annotation, Annotation)
    return {text[mention.start : mention.end]: mention for mention in annotation.mentions}


def whom(text: str) -> dict[str, str | None]:
    """The actors of these mentions."""
    return {words: mention.actor_id for words, mention in read(text).items()}


@pytest.mark.parametrize(
    ("text", "words", "actor_id"),
    [
        ("A Virginia church was burned on Monday.", "A Virginia church", "GENERIC.churches"),
        ("The Russian church has condemned the law.", "The Russian church", "RUS.REL"),
        ("The Houthis fired Iranian drones at ships in May.", "Iranian drones", "GENERIC.drones.IRN"),
        ("Israeli jets bombed the airport on Monday.", "Israeli jets", "ISR.MIL.AIR"),
        ("Three Arab leaders were invited to the talks.", "Three Arab leaders", "GENERIC.arab-leaders"),
        ("Several European countries objected to the plan.", "Several European countries", "GENERIC.countries"),
        ("The Arab states rejected the plan on Monday.", "Arab states", "BLOC.ARAB_STATES"),
        ("The Western Cape High Court ruled on Monday in South Africa.", "The Western Cape High Court", "PLACE.western-cape.JUD"),
        ("South Africa waited. The Delhi High Court dismissed the plea.", "Delhi High Court", "ORG.delhi-high-court.IND"),
        ("Iran condemned crimes of the Zionist regime on Monday.", "Zionist regime", "ISR"),
        ("Justice John Paul Stevens wrote the opinion in May.", "John Paul Stevens", "PER.john-paul-stevens"),
        ("Anna Berg, a historian, has written on it. One historian said the king was warned.", "One historian", "GENERIC.historians"),
    ],
)
def test_one_of_many_is_not_all_of_them(text: str, words: str, actor_id: str) -> None:
    assert whom(text)[words] == actor_id


@pytest.mark.parametrize(
    ("text", "words", "actor_id"),
    [
        ("France sent troops to Mali in May.", "troops", "FRA.MIL"),
        ("Vladimir Putin sent troops into Ukraine in May.", "troops", "RUS.MIL"),
        ("Moscow brokered a truce in May and posted peacekeepers along the road.", "peacekeepers", "RUS.MIL.PKO"),
        ("Soldiers were deployed in the north by Kenya.", "Soldiers", "KEN.MIL"),
        ("Anna Berg sent troops to the square in May.", "troops", "GENERIC.soldiers"),
    ],
)
def test_forces_are_of_the_power_that_sends_them(text: str, words: str, actor_id: str) -> None:
    assert whom(text)[words] == actor_id


@pytest.mark.parametrize(
    ("text", "words", "is_sender"),
    [
        ("New York Mayor Bill de Blasio sent police to the square in May.", "police", False),
        ("Vladimir Putin sent police to the square in May.", "police", True),
    ],
)
def test_who_never_led_a_state_sends_none_of_its_forces(text: str, words: str, *, is_sender: bool) -> None:
    assert (read(text)[words].rule == "nominal.sender") is is_sender


def test_who_issued_a_statement_has_said_something() -> None:
    found = whom(
        'Big Machine said on Friday that Karl Berg would not sing. "We wish him well," the label said. The statement gave no reason.'
    )
    assert found["The statement"] == found["Big Machine"] != found["Karl Berg"]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ('"Our nation cannot wait," Ghana\'s finance minister, Ken Ofori-Atta, said.', "GHA"),
        ('"Our nation was betrayed," said Maria Zakharova, the spokeswoman for the Russian Foreign Ministry.', "RUS"),
    ],
)
def test_our_country_is_that_of_who_speaks(text: str, country: str) -> None:
    found = whom(text)
    assert (found["Our nation"], found["Our"]) == (country, None)


def test_our_children_are_not_only_the_speakers() -> None:
    said = '"{} will be safe," said Maria Zakharova, the spokeswoman for the Russian Foreign Ministry.'
    assert whom(said.format("Our ministry"))["Our"] == "RUS.GOV.MFA"
    assert whom(said.format("Our children"))["Our"] is None
