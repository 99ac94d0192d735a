"""What is written of an article can be loaded: no span twice, each inside its sentence, ends of acts among the mentions."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.analysis import Analyst
from flows.settings import Tier
from transforms.annotations import Annotation, Article

_PIECES = [
    "George W. Bush", "Donald J. Trump", "L’Osservatore Romano", "Viet Nam", "Brunei Darussalam", "the State Department", "Republican",
    "a Republican senator", "U.S.", "Mr. Xi", "said", "attacked", "Russia", "Sen. Ted Cruz (R-Texas)", ".", ". ", "\n", "\n\n", "”", "“", ",",
]  # fmt: skip


def faults(text: str, tier: Tier) -> list[str]:
    (done,) = Analyst.of(tier).annotate([Article("a", text)])
    assert isinstance(done, Annotation), done
    tagged, found = done.tagged, []
    spans = [(mention.start, mention.end) for mention in done.mentions]
    found += [f"{text[start:end]!r} twice" for start, end in set(spans) if spans.count((start, end)) > 1]
    for mention in done.mentions:
        low, high = tagged.sentences[tagged.sentence_of[mention.first]]
        if not tagged.starts[low] <= mention.start < mention.end <= tagged.ends[high - 1]:
            found.append(f"{text[mention.start : mention.end]!r} crosses a sentence")
    for dyad in done.dyads:
        found += [
            f"an end {text[end.start : end.end]!r}"
            for end in (dyad.source, dyad.target)
            if end and end not in done.mentions and end.actor_id
        ]
    assert len(tagged.paragraph_of) == len(tagged.sentences)
    return found


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=14))
def test_whatever_is_printed_the_fast_tier_writes_what_can_be_loaded(pieces: list[str]) -> None:
    assert faults(" ".join(pieces), "fast") == []


@pytest.mark.parametrize(
    "text",
    [
        "The Republican lawmaker met Republican voters. A Republican, he said, and Republican again.",
        "In 2004 George W. Bush won. L’Osservatore Romano and Brunei Darussalam, or Viet Nam, agreed.",
        "Viet\nNam is a country.\n\nBrunei\n\nDarussalam is one.",
    ],
)
def test_names_that_cross_a_false_end_of_a_sentence_join_it_and_no_span_comes_twice(text: str) -> None:
    assert [faults(text, tier) for tier in ("fast", "full")] == [[], []]
