"""A known surname that the article uses as the name of a place: "born in Churchill, Manitoba", "factories operated in Clinton"."""

from collections.abc import Iterable

from transforms.annotations import TaggedText
from transforms.language import word_class
from transforms.lexicon import Lexicon
from transforms.names.name_spans import Span, is_modifier
from transforms.names.name_words import STATE_ABBREVIATIONS

_BEFORE_PLACES = word_class("names.before_places")
#: What is put in people: "confidence in Clinton".
_TRUST = word_class("names.put_in_people")
_ATTITUDES = word_class("identities.attitudes")
_POSSESSIVE_MARKS = word_class("syntax.possessive_marks")


def take_surname_places(tagged: TaggedText, spans: Iterable[Span], lexicon: Lexicon) -> None:
    """Make places of bare surnames that stand where places stand anywhere in the article, in place; not where it names somebody in full."""
    spans = list(spans)
    people = {tagged.words[span.last - 1] for span in spans if span.label == "PERSON" and span.last - span.first > 1}
    bare = [span for span in spans if _is_bare_surname(span, lexicon) and tagged.words[span.first] not in people]
    places = {tagged.words[span.first] for span in bare if _stands_as_place(tagged, span, lexicon)}
    for span in bare:
        if tagged.words[span.first] in places:
            span.aliases = ()
            span.retype("GPE", "place.surname")


def _is_bare_surname(span: Span, lexicon: Lexicon) -> bool:
    """Whether one word names persons of the lexicon alone, none of them for sure."""
    actors = [lexicon.actors.get(alias.actor_id) for alias in span.aliases if not alias.is_certain]
    return (
        span.last - span.first == 1
        and len(actors) == len(span.aliases) > 0
        and all(actor is not None and actor.kind == "person" for actor in actors)
    )


def _stands_as_place(tagged: TaggedText, span: Span, lexicon: Lexicon) -> bool:
    """Whether the name stands "in" or "near", and nothing is put in or hangs on it, or before the state that it lies in."""
    words, lowers, first, last = tagged.words, tagged.lowers, span.first, span.last
    if first < 2 or words[first].isupper() or lowers[first - 1] not in _BEFORE_PLACES:
        return False
    behind = words[last + 1] if last + 1 < len(words) and words[last] == "," else ""
    if behind in STATE_ABBREVIATIONS or any(lexicon.place_kinds.get(alias.actor_id) == "state" for alias in lexicon.lookup(behind)):
        return True
    is_put_in = lowers[first - 1] == "in" and (lowers[first - 2] in _TRUST or lowers[first - 2] in _ATTITUDES)
    owns = last < len(words) and lowers[last] in _POSSESSIVE_MARKS
    return not is_put_in and not owns and not is_modifier(tagged, first, last) and bool(lexicon.towns_of(words[first]))
