"""Imported persons and tenures: what ours say stands, and what contradicts it is listed."""

from warehouse.imports.disputes import settle_disputes
from warehouse.imports.persons import person_rows, tenure_rows

PERSON = {"name": "", "country": "FRA", "gender": "f", "birth_year": "1960", "party": "", "aliases": "", "source": "EPS/x@1"}
TENURE = {"country": "FRA", "office": "Minister of Defence", "office_id": "DM", "as_of": "2022-08-01", "source": "EPS/x@1"}
OURS = [{"actor_id": "PER.ann-a", "body": "FRA", "office_id": "DM", "valid_from": "2010", "valid_to": "2012-05-16"}]


def term(item: str, start: str, end: str, **more: str) -> dict[str, str]:
    return {**TENURE, "wikidata": item, "start": start, "end": end, **more}


def test_ours_get_what_they_lack_and_others_an_id_that_no_discovered_person_has() -> None:
    facts = [
        {**PERSON, "name": "Ann A", "wikidata": "Q1"},
        {**PERSON, "name": "Bo Béé", "wikidata": "Q2"},
        {**PERSON, "name": "Mononym", "wikidata": "Q3"},
    ]
    assert [row["actor_id"] for row in person_rows(facts, {"Q1": "PER.ann-a"}, {})] == ["PER.ann-a", "PER.bo-bee.Q2"]


def test_a_reviewed_tenure_stands_and_terms_that_follow_are_one() -> None:
    facts = [
        term("Q1", "2011-01-01", "2013-01-01"),
        term("Q2", "2014-04-02", "2016-05-11"),
        term("Q2", "2016-05-12", "2017-05-17"),
        term("Q2", "2019-01-01", ""),
        term("Q2", "2001", "2002"),
    ]
    rows = tenure_rows(facts, {"Q1": "PER.ann-a", "Q2": "PER.bo-b.Q2"}, OURS)
    assert [(row["actor_id"], row["valid_from"], row["valid_to"]) for row in rows] == [
        ("PER.bo-b.Q2", "2014-04-02", "2017-05-17"),
        ("PER.bo-b.Q2", "2019-01-01", "2022-08-01"),
    ]


def test_two_holders_of_one_office_are_a_dispute() -> None:
    facts = [term("Q2", "2012-01-01", "2013-01-01"), term("Q3", "2015-01-01", "2016-01-01"), term("Q4", "2015-06-01", "2017-01-01")]
    rows = tenure_rows(facts, {"Q2": "PER.b.Q2", "Q3": "PER.c.Q3", "Q4": "PER.d.Q4"}, OURS)
    kept, disputes = settle_disputes(rows, OURS)
    assert kept == []
    assert [(row["actor_id"], row["decision"].split(":")[0]) for row in disputes] == [
        ("PER.b.Q2", "ours stands"),
        ("PER.c.Q3", "neither is taken"),
        ("PER.d.Q4", "neither is taken"),
    ]
