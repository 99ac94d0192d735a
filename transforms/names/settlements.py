"""Names that stand where places stand, and those of which the sentence says that they are a town or quarter."""

from transforms.annotations import TaggedText
from transforms.folding import fold
from transforms.language import word_class
from transforms.language.en.labels import ATTRIBUTE, COMMON_NOUN_TAGS, CONJUNCT, PREPOSITION_OBJECT, SINGULAR_NAME, SUBJECT
from transforms.lexicon import Lexicon
from transforms.names.name_spans import Span, head_of
from transforms.names.name_words import PLACE_STARTS, STATE_ABBREVIATIONS, is_postal_form

#: What towns and quarters are called, and what of this follows a name.
_SETTLEMENTS, _SETTLEMENTS_AFTER = word_class("names.settlements"), word_class("names.settlements_after")
_BEFORE_PLACES = word_class("names.before_places")
#: Of these, the words that hardly ever stand before people; and what one does towards a place.
_BESIDE_ALONE, _MOVING = word_class("names.beside_places_alone"), word_class("names.moving")
_DIRECTIONS = word_class("names.types_directions")
#: Of the first words of places those that persons have too.
_SHARED_STARTS = word_class("names.shared_starts")
#: What stands before a known town that the tagger takes for an organisation.
_AROUND_PLACES = word_class("names.around_places")
#: What stands before a known town, whatever the tagger takes it for.
_BEFORE_TOWNS = word_class("names.before_towns")
#: Short forms of states that are words too.
_ALSO_WORDS = word_class("names.abbreviations_also_words")
#: What stands before a town that a wider place follows.
_BEFORE_WIDER = word_class("names.beside_places")
_COPULAS = word_class("syntax.copulas")
#: First words of the names of mountains, lakes and capes, and what tells a part of those: "the northern Sierra Nevada".
_LANDFORM_STARTS, _PARTS_OF_LAND = word_class("names.landform_starts"), word_class("names.parts_of_land")


def stands_as_place(tagged: TaggedText, span: Span, lexicon: Lexicon) -> bool:
    """Whether an unknown name stands where places stand: "in" or "near" it, or a town of that name is known and it is come from."""
    if _is_called_settlement(tagged, span):
        return True
    after = tagged.lowers[span.last] if span.last < len(tagged.words) else ""
    if (
        after in _SETTLEMENTS_AFTER
        and tagged.tags[span.last] in COMMON_NOUN_TAGS
        and fold(tagged.lowers[span.first]) not in lexicon.given_names
    ):
        return True
    if after == "," and span.last + 1 < len(tagged.words) and _is_wider_place(tagged, span, lexicon):
        return True
    if span.label == "PERSON" and span.last - span.first > 1 and tagged.lowers[span.first] in PLACE_STARTS:
        return lexicon.is_place(tagged.span(span.first, span.last)) or tagged.lowers[span.first] not in _SHARED_STARTS
    if span.first == 0 or tagged.words[span.first].isupper():
        return False
    before = tagged.lowers[span.first - 1]
    if span.last - span.first > 1 and tagged.lowers[span.first] in _LANDFORM_STARTS:
        return before == "the" or (span.first > 1 and before in _PARTS_OF_LAND and tagged.lowers[span.first - 2] == "the")
    if before == "of" and span.first > 1 and tagged.lowers[span.first - 2] in _DIRECTIONS:
        return fold(tagged.lowers[span.first]) not in lexicon.given_names
    moves = before == "to" and span.first > 1 and tagged.lowers[span.first - 2] in _MOVING
    if (before in _AROUND_PLACES and span.label == "ORG") or (before in _BEFORE_TOWNS and not moves):
        return lexicon.is_place(tagged.span(span.first, span.last)) and span.last - span.first < 4
    if before in _BEFORE_PLACES or moves:
        known = lexicon.is_place(tagged.span(span.first, span.last))
        is_alone = span.last - span.first == 1 and before in _BESIDE_ALONE
        is_bearer = fold(tagged.lowers[span.first]) in lexicon.given_names and not is_alone
        return known or (span.label == "PERSON" and not is_bearer)
    return False


def _is_wider_place(tagged: TaggedText, span: Span, lexicon: Lexicon) -> bool:
    """Whether a state in its short form, or a country or state between commas, follows the comma: "Murdochville, Quebec, …"."""
    word, name = tagged.words[span.last + 1], tagged.span(span.first, span.last)
    before = tagged.lowers[span.first - 1] if span.first else ""
    if word in STATE_ABBREVIATIONS and tagged.lowers[span.last + 1] not in _ALSO_WORDS:
        return not is_postal_form(word) or before in _BEFORE_WIDER or bool(lexicon.towns_of(name))
    closes = span.last + 2 >= len(tagged.words) or tagged.words[span.last + 2] in (",", ".", ";", ")")
    is_given = fold(tagged.lowers[span.first]) in lexicon.given_names
    kinds = [lexicon.place_kinds.get(alias.actor_id) for alias in lexicon.lookup(word)]
    return closes and not is_given and before in _BEFORE_WIDER and ("state" in kinds or "region" in kinds or word in lexicon.actors)


def find_settlements(tagged: TaggedText, spans: list[Span]) -> list[Span]:
    """Names that no one saw, of which the sentence says what they are: "Howe is an unincorporated community"."""
    if not tagged.has_syntax:
        return []
    covered = {position for span in spans for position in range(span.first, span.last)}
    found: list[Span] = []
    for low, _ in tagged.sentences:
        if low in covered or tagged.deps[low] != SUBJECT or tagged.tags[low] != SINGULAR_NAME:
            continue
        span = Span(low, low + 1, "GPE", (), "type.called_settlement", 0.6)
        if _is_called_settlement(tagged, span):
            found.append(span)
    return found


def _is_called_settlement(tagged: TaggedText, span: Span) -> bool:
    """ "Recoleta is a neighbourhood", "the towns of Dmitrov and Yakhroma": the sentence says what it is."""
    if not tagged.has_syntax:
        return False
    head = head_of(tagged, span.first, span.last)
    for _ in range(4):
        if tagged.deps[head] != CONJUNCT:
            break
        head = tagged.heads[head]
    dep, outside = tagged.deps[head], tagged.heads[head]
    if dep == PREPOSITION_OBJECT and tagged.lowers[outside] == "of":
        settlement = tagged.heads[outside]
        return tagged.lowers[settlement] in _SETTLEMENTS and tagged.lowers[max(0, settlement - 1)] != "in"  # "in place of"
    if dep == SUBJECT and tagged.lowers[outside] in _COPULAS:
        return any(tagged.deps[child] == ATTRIBUTE and tagged.lowers[child] in _SETTLEMENTS for child in tagged.children[outside])
    return False
