"""Whose a picture is, at the end of the words under it."""

import pytest

from transforms.articles.captions import AGENCIES, is_author_note, is_caption


@pytest.mark.parametrize(
    "words",
    [
        "Dockers wait at the gate. (AP Photo/Lena Storm)",
        "Dockers wait at the gate. (Lena Storm/Pool via AP)",
        "Dockers wait at the gate [Lena Storm - Via the union]",
        "Dockers wait at the gate. Reuters/Lena Storm",
        "Dockers wait at the gate. Lena Storm–dpa",
        "Dockers wait at the gate. Photo: Lena Storm",
        "Dockers wait at the gate. Illustration by Lena Storm",
        "Dockers wait at the gate | Lena Storm / Getty Images",
        "Image copyright of the port",
        "Lena Storm for The Daily Post",
        *(f"Dockers wait at the gate. ({agency}/Lena Storm)" for agency in AGENCIES),
    ],
)
def test_words_under_a_picture_say_whose_it_is(words: str) -> None:
    assert is_caption(words)


@pytest.mark.parametrize("words", ["The AP-led pool met on/off.", "Lena Storm said via Reuters that talks go on.", "A picture of calm."])
def test_agencies_and_strokes_alone_credit_nobody(words: str) -> None:
    assert not is_caption(words)


@pytest.mark.parametrize(
    ("words", "is_note"),
    [
        ("This story was reported by Post staff writers Lena Storm in Bonn and Ann Reid in Perth.", True),
        ("Additional reporting by Lena Storm", True),
        ("Lena Storm is a columnist for the Post.", True),
        ("This story was told by Lena Storm in court.", False),
    ],
)
def test_who_else_wrote_is_a_note(words: str, is_note: bool) -> None:
    assert is_author_note(words) is is_note
