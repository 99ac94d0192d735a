"""Media are found behind the sections archives put to their names, short forms are those of the article, and what is no actor is none."""

from datetime import date

import pytest

from flows.analysis import Analyst
from flows.lexicons import load_lexicon
from transforms.annotations import Annotation, Article
from transforms.identities.outlets import find_house, find_outlet


def read(text: str, outlet: str | None = None) -> Annotation:
    (done,) = Analyst.of("full").annotate([Article("a", text, published_at=date(2017, 5, 21), outlet=outlet)])
    assert isinstance(done, Annotation)
    return done


@pytest.mark.parametrize(
    ("printed", "outlet_id"),
    [
        ("CNN (Web News)", "OUTLET.CNN"),
        ("Fox Online News", "OUTLET.FOX_NEWS"),
        ("New York Times - News", "OUTLET.NEW_YORK_TIMES"),
        ("New York Times (Online News)", "OUTLET.NEW_YORK_TIMES"),
        ("Washington Times", "OUTLET.WASHINGTON_TIMES"),
        ("The Hindu - Opinion", "OUTLET.HINDU"),
        ("Jakarta Post Online", "OUTLET.JAKARTA_POST"),
        ("Daily Monitor (Kampala)", "OUTLET.DAILY_MONITOR"),
        ("Guest Writer - Left", None),
    ],
)
def test_a_medium_is_found_behind_its_sections(printed: str, outlet_id: str | None) -> None:
    assert find_outlet(printed, load_lexicon()) == outlet_id


@pytest.mark.parametrize(
    ("text", "outlet", "actor_id"),
    [
        ("Aides talked to the Washington Post. The Post said so.", None, "OUTLET.WASHINGTON_POST"),
        ("Aides talked to the Denver Post. The Post said so.", None, "OUTLET.DENVER_POST"),
        ("Aides were silent. The Post said so.", "New York Post (Opinion)", "OUTLET.NEW_YORK_POST"),
    ],
)
def test_a_short_form_is_the_medium_that_the_article_names_or_stands_in(text: str, outlet: str | None, actor_id: str) -> None:
    assert [m.actor_id for m in read(text, outlet).mentions if text[m.start : m.end] == "Post"] == [actor_id]


def test_a_medium_does_not_credit_itself() -> None:
    text = "He fell ill, the Guardian reported, citing Reuters."
    assert [credit.mention.actor_id for credit in read(text).credits] == ["OUTLET.GUARDIAN", "OUTLET.REUTERS"]
    assert [credit.mention.actor_id for credit in read(text, "The Guardian").credits] == ["OUTLET.REUTERS"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Lawmakers in Lima praised the Affordable Care Act.", "Affordable Care Act"),
        ("Voters were told that Obamacare and Medicare were cut.", "Obamacare"),
        ("Supporters shouted Make America Great Again in Ohio.", "Make America Great Again"),
        ("Dr. Neha Rao, MD, MPH, spoke.", "MD"),
        ("They issued a statement in Quito.", "a statement"),
    ],
)
def test_laws_programmes_slogans_degrees_and_statements_are_no_actors(text: str, words: str) -> None:
    assert [m.actor_id for m in read(text).mentions if text[m.start : m.end] == words] == []


@pytest.mark.parametrize(
    ("printed", "bearers"),
    [
        ("timesofoman.com", {"OUTLET.TIMES_OF_OMAN"}),
        ("thedailystar.net", {"OUTLET.DAILY_STAR_BANGLADESH", "OUTLET.DAILY_STAR_LEBANON", "OUTLET.DAILY_STAR_UK"}),
        ("rillweedpost.com", set()),
    ],
)
def test_an_address_is_the_letters_of_a_name(printed: str, bearers: set[str]) -> None:
    assert find_house(printed, load_lexicon()) == bearers
