"""People, papers and short names that neither tagger nor lexicon knows are told by the words beside them."""

from datetime import date

import pytest

from tests.transforms.identities.test_namesakes_in_office import WholeReading

_DAY = date(2022, 5, 5)


@pytest.mark.parametrize(
    ("text", "words", "ner"),
    [
        ("Madam Delphine Brew-Hammond, the director, spoke in Accra.", "Delphine Brew-Hammond", "PERSON"),
        ("On television, Díaz-Canel said that he would go.", "Díaz-Canel", "PERSON"),
        ("They read the newspaper La Prensa every day.", "La Prensa", "ORG"),
        ("Families of Tripoli fled to Akkar in the night.", "Akkar", "GPE"),
        ("Tennis player KaleVo Washington and Petr Hall lost the match in Rome.", "KaleVo Washington", "PERSON"),
        ('Veleni Ngorola was recently appointed. "It is hard," Ngorola concluded. Ngorola leads a team.', "Veleni Ngorola", "PERSON"),
    ],
)
def test_the_type_of_a_name(text: str, words: str, ner: str) -> None:
    assert WholeReading(text, _DAY).one(words).ner == ner


def test_a_short_name_in_brackets_is_the_organisations() -> None:
    read = WholeReading("The National Council of Fishing (Conapes) has a plan. Conapes said it would act.", _DAY)
    assert {mention.actor_id for mention in read.all("Conapes")} == {"ORG.national-council-of-fishing"}


def test_money_is_nobody() -> None:
    read = WholeReading("They owned land worth Tk 1.5 crore. He paid Tk 78.50 lakh in Dhaka.", _DAY)
    assert not [mention for mention in read.mentions if "Tk" in read.text[mention.start : mention.end]]


def test_an_athlete_with_the_name_of_a_town_is_no_team() -> None:
    text = (
        "Tennis player KaleVo Washington won the final match of the U.S. Open. The champion beat the striker of the league. "
        "In the first set Washington served well, and the coach of the team was glad of the goal."
    )
    read = WholeReading(text, _DAY)
    assert read.one("Washington").actor_id == read.one("KaleVo Washington").actor_id


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Daniel Marek came home. They lied to his mother and to Daniel in court.", "Daniel"),
        ("Fiona Grant said she would not vote for the budget.", "Fiona Grant"),
        ("From that year on, Gaul taught in Leeds, and in May she retired.", "Gaul"),
    ],
)
def test_a_person_whom_the_tagger_misses(text: str, words: str) -> None:
    assert {mention.ner for mention in WholeReading(text, _DAY).all(words)} == {"PERSON"}


@pytest.mark.parametrize(
    "text", ["They spoke on Friday. Medicaid pays for it.", "The Little River flooded it.", "March was cold and it rained."]
)
def test_capitals_that_name_nobody(text: str) -> None:
    assert not [mention for mention in WholeReading(text, _DAY).mentions if mention.ner == "PERSON"]
