"""A post, a relative or an age beside a name makes it a person's; what only looks like one of them does not."""

from datetime import date

import pytest

from tests.transforms.identities.test_namesakes_in_office import WholeReading

_DAY = date(2022, 5, 5)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Private Rubén Choque, 19, stood guard beneath a banner.", "Rubén Choque"),
        ("The husband, Sindri, a dentist, has made no public statement.", "Sindri"),
        ("Ms. Pun's husband, Bikash, is in one of the camps.", "Bikash"),
        ("Blanca Nelly Perdomo, mother of Wilmer Perdomo, spoke in the square.", "Wilmer Perdomo"),
        ("An hour later Clay Dunaway, a freshman from the north, explained the vote.", "Clay Dunaway"),
        ("A crowd formed outside Dominique Barthès's bakery at noon.", "Dominique Barthès"),
        ("Ana Ruiz, a veterinarian, is running in place of Joel Barragán, who was shot in March.", "Joel Barragán"),
        ("Orestes Valdivia wanted to be on the seawall by 7. When the anthem began, Mr. Valdivia took off his hat.", "Orestes Valdivia"),
    ],
)
def test_who_is_a_person_by_what_stands_beside(text: str, words: str) -> None:
    assert WholeReading(text, _DAY).one(words).kind == "person"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The report was prepared by Greater Sorrel Investigation, a detective agency in Ohio.", "Greater Sorrel Investigation"),
        (
            "These moments, which I came to think of as Iceberg Passages, after the novelist Jo Hill explained them, end.",
            "Iceberg Passages",
        ),
        ("The daughter of Sandy Brook Elementary Principal Dawn Hill complained on Friday.", "Sandy Brook Elementary"),
        ("Boeing, 737 of whose jets are grounded, lost money in May.", "Boeing"),
    ],
)
def test_who_is_none(text: str, words: str) -> None:
    assert "person" not in {mention.kind for mention in WholeReading(text, _DAY).all(words)}
