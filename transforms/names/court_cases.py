"""Cases in court, which go by a party's name: "in Mazars" after "Trump v. Mazars" is no firm that does something."""

from transforms.annotations import TaggedText
from transforms.language import word_class
from transforms.names.name_spans import Span

_VERSUS = word_class("identities.versus")
#: What courts do with cases, and what there is "in" one; what stands behind the name of one.
_DONE_TO, _THERE_IS, _BEHIND = word_class("names.done_to_cases"), word_class("names.in_cases"), word_class("names.of_cases")
#: Words of the longest party's name by which a case goes.
_LONGEST_PARTY = 3


def drop_cases(tagged: TaggedText, spans: list[Span]) -> list[Span]:
    """The spans without the names of parties where they stand for their case, in articles that name it with both."""
    parties = _parties(tagged)
    if not parties:
        return spans
    return [span for span in spans if tagged.span(span.first, span.last) not in parties or not _is_case(tagged, span)]


def _parties(tagged: TaggedText) -> set[str]:
    """The names on both sides of "v."."""
    found: set[str] = set()
    for place in (place for place, word in enumerate(tagged.words) if word in _VERSUS):
        before, behind = place, place + 1
        while before > 0 and place - before < _LONGEST_PARTY and tagged.words[before - 1][0].isupper():
            before -= 1
            found.add(tagged.span(before, place))
        while behind < len(tagged.words) and behind - place <= _LONGEST_PARTY and tagged.words[behind][0].isupper():
            behind += 1
            found.add(tagged.span(place + 1, behind))
    return found


def _is_case(tagged: TaggedText, span: Span) -> bool:
    """Whether something is said of the case: "the ruling in Mazars", "In Mazars, …", "rehear Mazars", "the Mazars decision"."""
    first, low = span.first, tagged.sentences[tagged.sentence_of[span.first]][0]
    before, above = (tagged.lowers[place] if place >= low else "" for place in (first - 1, first - 2))
    behind = tagged.lowers[span.last] if span.last < len(tagged.words) else ""
    if before in _DONE_TO or (behind in _BEHIND and span.label != "PERSON"):
        return True  # "the Sorrel case" may be a person's trial
    return before == "in" and (above in _THERE_IS or (first - 1 == low and behind == ","))
