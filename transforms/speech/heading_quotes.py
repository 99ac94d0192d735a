"""Headings that are words of somebody: ‘Lies and more lies’ above “These are lies and more lies,” Berg said."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from transforms.annotations import Quote, TaggedText

_OPENING, _CLOSING = frozenset("“\"‘'«„"), frozenset("”\"’'»“")
#: Words of the shortest heading that is taken for somebody's: one word in marks is only doubted.
_WORDS = 2


def quoted_in_headings(tagged: TaggedText, quotes: Sequence[Quote]) -> Iterator[Quote]:
    """A quotation for each heading in quote marks that a quotation of the text holds word for word, by the same speaker."""
    told = [(_letters(tagged.text[start:end]), quote) for quote in quotes if quote.kind != "indirect" for start, end in quote.content]
    for number, paragraph in enumerate(tagged.paragraphs):
        words = tagged.text[paragraph.start : paragraph.end]
        if paragraph.kind != "heading" or len(words.split()) < _WORDS or words[0] not in _OPENING or words[-1] not in _CLOSING:
            continue
        repeated = next((quote for letters, quote in told if quote.speaker is not None and _letters(words) in letters), None)
        sentence = next((place for place, of in enumerate(tagged.paragraph_of) if of == number), None)
        if repeated is not None and sentence is not None:
            yield replace(
                repeated, kind="direct", content=[(paragraph.start, paragraph.end)], cue=None, cue_class=None, rule="heading",
                sentence=sentence,
            )  # fmt: skip


def _letters(text: str) -> str:
    """A text in small letters without its marks, each word with a blank on either side."""
    return f" {' '.join(''.join(letter if letter.isalnum() else ' ' for letter in text.lower()).split())} "
