"""One name has one type within an article."""

import pytest

from tests.transforms.small_world import small_lexicon, tag
from transforms.annotations import TaggedText
from transforms.names.name_spans import Span
from transforms.names.votes import vote


def named(tagged: TaggedText, words: str, label: str) -> list[Span]:
    """Spans of that label wherever the article has the words."""
    size = len(words.split())
    places = (first for first in range(len(tagged.words) - size + 1) if " ".join(tagged.words[first : first + size]) == words)
    return [Span(first, first + size, label, (), "tagger", 0.7) for first in places]


@pytest.mark.parametrize(
    ("text", "person", "short", "label"),
    [
        ("Hu Shan was freed. Police told Hu that they had held Hu by mistake.", "Hu Shan", "Hu", "PERSON"),
        ("Arkady Dubnov was freed. Police told Dubnov that they had held Dubnov by mistake.", "Arkady Dubnov", "Dubnov", "PERSON"),
        ("Mary Dubnov works there. Police raided Mary and shut down Mary after Dubnov left.", "Mary Dubnov", "Mary", "ORG"),
    ],
)
def test_a_word_that_a_person_goes_by_is_that_person(text: str, person: str, short: str, label: str) -> None:
    tagged = tag(text)
    whole = named(tagged, person, "PERSON")
    last = [span for span in named(tagged, person.split()[-1], "PERSON") if span.first != whole[0].last - 1]
    alone = [span for span in named(tagged, short, "ORG") if not whole[0].first <= span.first < whole[0].last]
    vote(tagged, [*whole, *last, *alone] if short != person.split()[-1] else [*whole, *alone], small_lexicon())
    assert {span.label for span in alone} == {label}
