"""Bodies that every country has are those of the country the article speaks of, and lawmakers' states are no governments."""

from datetime import date

import pytest

from flows.analysis import Analyst
from transforms.annotations import Annotation, Article


def named(text: str, outlet: str | None = None, day: date | None = date(2019, 5, 10)) -> dict[str, str | None]:
    (done,) = Analyst.of("full").annotate([Article("a", text, published_at=day, outlet=outlet)])
    assert isinstance(done, Annotation)
    assert all(mention.kind for mention in done.mentions if mention.actor_id)  # else the gate refuses the rows
    return {text[m.start : m.end]: m.actor_id for m in done.mentions}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ghana's Parliament met. The Supreme Court ruled. The Electoral Commission said so.",
         {"Supreme Court": "GHA.JUD.SC", "Electoral Commission": "GHA.GOV.EC"}),
        ("Peru's Congress met. The Constitutional Tribunal ruled. The Central Reserve Bank raised rates.",
         {"Constitutional Tribunal": "PER.JUD.CC", "Central Reserve Bank": "PER.GOV.CB"}),
        ("Indonesia was calm. The House of Representatives passed the law.", {"House of Representatives": "IDN.LEG.LOWER"}),
        ("Kenya's National Assembly voted. The Senate will follow.", {"National Assembly": "KEN.LEG.LOWER", "Senate": "KEN.LEG.UPPER"}),
        ("Canada's House of Commons voted. The Senate agreed.", {"House of Commons": "CAN.LEG.LOWER", "Senate": "CAN.LEG.UPPER"}),
        ("French Prime Minister Edouard Philippe left. The Senate rejected it.", {"Senate": "FRA.LEG.UPPER"}),
        ("Kuwait was calm. They await the resignation of the Cabinet.", {"Cabinet": "KWT.GOV"}),
        ("The U.S. Supreme Court ruled. Lawyers said the Supreme Court erred.", {"Supreme Court": "USA.JUD.SC"}),
        ("Ghana's Electoral Commission met. Critics of the EC disagreed.", {"EC": "GHA.GOV.EC"}),
        ("The State Bank of Pakistan acted.", {"State Bank of Pakistan": "PAK.GOV.CB"}),
    ],
)  # fmt: skip
def test_a_body_is_that_of_the_country_spoken_of(text: str, expected: dict[str, str]) -> None:
    found = named(text)
    assert {words: found[words] for words in expected} == expected


def test_where_the_text_names_no_country_the_outlet_tells_it_or_nobody_does() -> None:
    text = "Last week the Supreme Court ruled on pensions."
    assert named(text, "The Hindu")["Supreme Court"] == "IND.JUD.SC"
    assert named(text)["Supreme Court"] == "ORG.supreme-court"


def test_two_countries_spoken_of_alike_leave_the_body_open() -> None:
    assert named("Ghana and Nigeria were told that the Supreme Court ruled.")["Supreme Court"] == "ORG.supreme-court"


def test_a_lawmakers_state_is_a_place_and_tells_country_and_party() -> None:
    text = "Rep. Bo Lipton, D-Ohio, and Sen. Ann Leeson (R-N.Y.) met Kirk Tander, I-Vt., who represents Oklahoma."
    (done,) = Analyst.of("full").annotate([Article("a", text)])
    assert isinstance(done, Annotation)
    found = {text[m.start : m.end]: m for m in done.mentions}
    assert [found[state].reading for state in ("Ohio", "N.Y.", "Oklahoma")] == ["place"] * 3
    assert found["N.Y."].actor_id == "PLACE.new-york-state"
    assert [(found[name].country, found[name].sector) for name in ("Bo Lipton", "Ann Leeson", "Kirk Tander")] == [("USA", "LEG")] * 3
    assert "I" not in found


def test_only_federations_have_federal_authorities() -> None:
    assert named("Spain was calm. Madrid agreed. Obama wants federal authorities to act.")["federal authorities"] is None
    assert named("Brazil was calm. Brasilia agreed. Obama wants federal authorities to act.")["federal authorities"] is not None
    assert named("Germany was calm. Berlin agreed. Obama wants the federal government to act.")["the federal government"] == "DEU.GOV"


def test_a_body_that_goes_by_its_noun_is_described_as_any_name() -> None:
    (done,) = Analyst.of("full").annotate([Article("a", "Kuwait was calm. They await the resignation of the Cabinet.")])
    assert isinstance(done, Annotation)
    (cabinet,) = [mention for mention in done.mentions if mention.actor_id == "KWT.GOV"]
    assert (cabinet.layer, cabinet.kind, cabinet.sector) == ("name", "government", "GOV")
