"""Speech by layout: a name, a colon and words, as in headlines ("Lavrov: Talks have failed"), interviews and transcripts."""

from collections.abc import Iterator, Sequence

from transforms.annotations import Mention, TaggedText
from transforms.report import Report

#: A name longer than this before a colon is a sentence.
_NAME_WORDS = 8
_OPENERS = frozenset("“\"‘'«„")


def read_layout(tagged: TaggedText, mentions: Sequence[Mention], inside: bytearray) -> list[Report]:
    """One report for each paragraph that begins with a speaker and a colon; its content is the rest of the paragraph.

    Persons speak so; other names ("Syria: the facts") only where what follows stands in quote marks."""
    by_first = {mention.first: mention for mention in mentions if mention.layer == "name"}
    reports: list[Report] = []
    for first, last in _paragraphs(tagged):
        colon = next((p for p in range(first + 1, min(first + _NAME_WORDS, last - 1)) if tagged.words[p] == ":"), None)
        if colon is None or inside[colon]:
            continue
        speaker = next((m for p in range(first, colon) if (m := by_first.get(p)) is not None and m.last <= colon), None)
        if speaker is None:
            continue
        is_quoted = tagged.words[colon + 1][0] in _OPENERS
        if is_quoted or (speaker.ner == "PERSON" and speaker.last == colon):
            reports.append(Report((colon, colon + 1), "neutral", colon, [(colon + 1, last)], speaker.head, "layout.colon", 0.7))
    return reports


def _paragraphs(tagged: TaggedText) -> Iterator[tuple[int, int]]:
    """Tokens of each paragraph, half-open."""
    first = 0
    for number, (_, last) in enumerate(tagged.sentences):
        if number + 1 == len(tagged.sentences) or tagged.paragraph_of[number + 1] != tagged.paragraph_of[number]:
            yield first, last
            first = last
