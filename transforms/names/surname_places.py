"""A known surname that the article uses as the name of a place: "born in Churchill, Manitoba", "factories operated in Clinton"."""

from collections.abc import Iterable

from transforms.annotations import TaggedText
from transforms.language import word_class
from transforms.lexicon import Alias, Lexicon
from transforms.names.name_spans import Span, is_modifier
from transforms.names.name_words import STATE_ABBREVIATIONS, TITLES

_BEFORE_PLACES = word_class("names.before_places")
#: What is put in people: "confidence in Clinton".
_TRUST = word_class("names.put_in_people")
_ATTITUDES = word_class("identities.attitudes")
#: Of nouns for people those that name no political agents.
_SPORTSPEOPLE = word_class("names.sportspeople")
#: Words in capitals before the names of towns.
_BEFORE_TOWNS = word_class("names.starts_of_towns")
_POSSESSIVE_MARKS = word_class("syntax.possessive_marks")
#: What a town has and hardly a person, what it is, and what one makes or does towards it.
_TOWNS_HAVE, _SETTLEMENTS, _GOING = word_class("names.towns_have"), word_class("names.settlements"), word_class("names.going_to_towns")


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


def take_towns(tagged: TaggedText, spans: Iterable[Span], lexicon: Lexicon) -> None:
    """Make places of single words that the tagger takes for persons and the lexicon knows as towns alone, in place, in an article that
    names nobody so in full and uses them once as towns: "the Selma mayor", "a trip to Selma"."""
    spans = list(spans)
    people = {
        word for span in spans if span.label == "PERSON" and span.last - span.first > 1 for word in tagged.words[span.first : span.last]
    }
    bare = [span for span in spans if span.label == "PERSON" and _is_town(span, lexicon) and tagged.words[span.first] not in people]
    bare = [span for span in bare if all(lexicon.actors[alias.actor_id].kind == "place" for alias in span.aliases)]
    towns = {tagged.words[span.first] for span in bare if _stands_as_place(tagged, span, lexicon) or _is_used_as_town(tagged, span)}
    for span in bare:
        if tagged.words[span.first] in towns and not _is_called(tagged, span, lexicon):
            span.retype("GPE", "place.town")


def _is_used_as_town(tagged: TaggedText, span: Span) -> bool:
    """Whether one goes to it, it has police and residents, or it is something "as a city"."""
    behind = [*tagged.words[span.last : span.last + 3], "", "", ""]
    if behind[0] in _TOWNS_HAVE or (behind[0] == "as" and behind[1] in ("a", "the") and behind[2] in _SETTLEMENTS):
        return True
    before = tagged.lowers[max(span.first - 2, 0) : span.first]
    return before[-1:] == ["to"] and before[0] in _GOING


def take_countries(tagged: TaggedText, spans: Iterable[Span], lexicon: Lexicon) -> None:
    """Make countries of bare given names that are a country's, in place, in an article that names nobody so in full: "blamed Chad"."""
    spans = list(spans)
    full = [span for span in spans if span.label == "PERSON" and span.last - span.first > 1]
    people = {word for span in full for word in tagged.words[span.first : span.last]}
    for span in spans:
        if span.label != "PERSON" or span.last - span.first > 1 or tagged.words[span.first] in people or _is_called(tagged, span, lexicon):
            continue
        countries = tuple(alias for alias in lexicon.lookup(tagged.words[span.first]) if _is_country(alias, lexicon))
        if countries:
            span.aliases = countries
            span.retype("GPE", "place.given_name")


def _is_country(alias: Alias, lexicon: Lexicon) -> bool:
    actor = lexicon.actors.get(alias.actor_id)
    return alias.kind == "name" and actor is not None and actor.kind == "country"


def _is_called(tagged: TaggedText, span: Span, lexicon: Lexicon) -> bool:
    """Whether a title or a noun for people stands before a name, or a capitalised word beside it: "Rep. Jordan", "coach Jordan"."""
    if not span.first:
        return False
    before = tagged.words[span.first - 1]
    is_name = before[0].isupper() and span.first - 1 > tagged.sentences[tagged.sentence_of[span.first]][0]
    return is_name or before.lower() in lexicon.nouns or before.lower() in _SPORTSPEOPLE or before.lower() in TITLES


def take_place_surnames(tagged: TaggedText, spans: Iterable[Span], lexicon: Lexicon) -> list[Span]:
    """The spans, with one person's where a noun for people and an unknown given name stand before a town's: "finalist Malik Washington"."""
    kept: list[Span] = []
    for span in spans:
        before = kept[-1] if kept and kept[-1].last == span.first else None
        given = span.first - 1 if before is None else before.first
        if not _is_town(span, lexicon) or (before is not None and (before.aliases or before.last - before.first > 1)):
            kept.append(span)
        elif given > 0 and _is_new_given_name(tagged, given, lexicon):
            if before is not None:
                kept.pop()
            kept.append(Span(given, span.last, "PERSON", (), "type.person_noun", 0.6))
        else:
            kept.append(span)
    return kept


def _is_town(span: Span, lexicon: Lexicon) -> bool:
    kinds = {lexicon.place_kinds.get(alias.actor_id) for alias in span.aliases}
    return span.last - span.first == 1 and "city" in kinds


def _is_new_given_name(tagged: TaggedText, position: int, lexicon: Lexicon) -> bool:
    """Whether a capitalised word that nothing else knows stands behind a noun for people in small letters."""
    word, before = tagged.words[position], tagged.words[position - 1]
    noun = lexicon.nouns.get(before) if before.islower() else None
    is_people = before in _SPORTSPEOPLE or (noun is not None and (noun.role is not None or bool(noun.offices)))
    is_new = word[0].isupper() and word.isalpha() and not word.isupper() and len(word) > 2 and word.lower() not in lexicon.nouns
    return is_people and is_new and not lexicon.lookup(word) and word.lower() not in _BEFORE_TOWNS


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
