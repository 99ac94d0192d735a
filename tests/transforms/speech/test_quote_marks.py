"""Quote marks of all typographies are paired into the spans they enclose."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.annotations import Paragraph, TaggedText
from transforms.speech.quote_marks import pair_marks
from transforms.taggers.rules_tagger import RulesTagger


def tagged(text: str, kind: str = "body") -> TaggedText:
    paragraphs, start = [], 0
    for part in text.split("\n\n"):
        paragraphs.append(Paragraph(start, start + len(part), kind))
        start += len(part) + 2
    return next(RulesTagger().tag([(text, paragraphs)]))


def spans(text: str, kind: str = "body") -> list[str]:
    return [text[span.start : span.end] for span in pair_marks(tagged(text, kind))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We go,” he said. “Now.”", ["“We go,”", "“Now.”"]),
        ('"We go," he said. "Now."', ['"We go,"', '"Now."']),
        ("«We go», he said.", ["«We go»"]),
        ("„We go“, he said.", ["„We go“"]),
        ("»We go«, he said.", ["»We go«"]),
        ("``We go,'' he said.", ["``We go,''"]),
        ("''We go,'' he said.", ["''We go,''"]),
        ("‘We go,’ he said.", ["‘We go,’"]),
        ("'We go,' he said.", ["'We go,'"]),
        ("‘It’s the workers’ day,’ he said.", ["‘It’s the workers’ day,’"]),
        ("“He told me ‘never’ twice,” she said.", ["“He told me ‘never’ twice,”"]),
    ],
)
def test_each_typography_is_paired(text: str, expected: list[str]) -> None:
    assert spans(text) == expected


@pytest.mark.parametrize("text", ["It's the workers' day.", "The ’90s weren’t easy.", "They didn't know the ministers' plan."])
def test_apostrophes_are_no_quote_marks(text: str) -> None:
    assert spans(text) == []


def test_a_quotation_reopened_in_the_next_paragraph_is_open() -> None:
    text = "“First part.\n\n“Second part,” he said."
    found = pair_marks(tagged(text))
    assert [(text[s.start : s.end], s.is_open) for s in found] == [("“First part.", True), ("“Second part,”", False)]


def test_a_lost_opening_mark_means_the_paragraph_began_inside() -> None:
    assert spans("We will go home,” he said.") == ["We will go home,”"]


def test_marks_of_a_heading_quote_nobody() -> None:
    assert spans("‘Impotence or unwillingness’", "heading") == []


@settings(deadline=None)
@given(st.text(alphabet="ab ,.“”\"‘’'«»„`\n", max_size=60))
def test_spans_are_ordered_and_cover_their_tokens(text: str) -> None:
    text_tagged = tagged(text)
    found = pair_marks(text_tagged)
    assert all(a.end <= b.start for a, b in pairwise(found))
    for span in found:
        inside = [p for p, start in enumerate(text_tagged.starts) if span.start <= start < span.end]
        assert inside[0] >= span.first
        assert inside[-1] == span.last - 1
