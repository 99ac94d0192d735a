"""Words and sentences by rule, for phrases and for tests that need no tagger."""

from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.annotations import Paragraph, TaggedText
from transforms.taggers.rules_tagger import RulesTagger


def read(text: str) -> TaggedText:
    return next(RulesTagger().tag([(text, [Paragraph(0, len(text), "body")])]))


def test_sentences_end_at_stops_and_not_at_abbreviations() -> None:
    tagged = read("Mr. Smith met Gen. Brown of the U.S. Army. “Go,” he said. Then he left!")
    assert [tagged.span(first, last) for first, last in tagged.sentences] == [
        "Mr. Smith met Gen. Brown of the U.S. Army.",
        "“Go,” he said.",
        "Then he left!",
    ]


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="Aa .,’'é\n-(“”)1😀Rusia", max_size=80))
def test_tokens_cover_all_that_is_not_blank_and_sentences_cover_all_tokens(text: str) -> None:
    tagged = read(text)
    covered = "".join(tagged.words)
    assert covered == "".join(text.split())
    assert [position for first, last in tagged.sentences for position in range(first, last)] == list(range(len(tagged.words)))
    assert len(tagged.sentence_of) == len(tagged.words)
