"""What pages insert into sentences is taken out; sentences that only look so stay."""

import pytest

from transforms.articles.inline_boilerplate import without_inline_boilerplate


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (
            "Sen. Ann Varden Annabel (Ann) Marie VardenOvernight Energy: Dam is closed Voters wait in line MORE said so.",
            "Sen. Ann Varden said so.",
        ),
        ("President Sorrel Otto Karl SorrelTen things to know today MORE’s plan failed.", "President Sorrel’s plan failed."),
        (
            "It rained. Image copyright Reed Pictures Image caption The dam at night The town slept.",
            "It rained. The dam at night The town slept.",
        ),
        ("Enlarge this image toggle caption Jo Reed/AP Jo Reed/AP On Monday they met.", " On Monday they met."),
    ],
)
def test_inline_boilerplate_leaves_the_sentence_as_it_was_written(text, left):
    assert without_inline_boilerplate(text) == (left, 1)


@pytest.mark.parametrize("text", ["Varden and Varden want MORE money.", "The image copyright is ours.", "He said MORE and less."])
def test_other_sentences_are_not_touched(text):
    assert without_inline_boilerplate(text) == (text, 0)
