"""Persons whose given name or surname is also a people's: "Brit Hume", "Danish Siddiqui", "Ann French"."""

from transforms.annotations import TaggedText
from transforms.folding import fold
from transforms.language.en.labels import COMPOUND, NAME_TAGS, NOUN_TAGS
from transforms.lexicon import Lexicon
from transforms.names.name_spans import Span, is_modifier

_CALLED_SO = "name.called_like_people"


def take_people_names(tagged: TaggedText, spans: list[Span], lexicon: Lexicon) -> list[Span]:
    """The spans with such a name as one person's; what stood inside it is gone."""
    if not tagged.has_syntax:
        return spans
    taken: list[tuple[int, int]] = []
    for span in spans:
        if span.last - span.first > 1 or not span.aliases or any(alias.kind not in ("people", "adjective") for alias in span.aliases):
            continue
        first = span.first - _is_given_before(tagged, span, lexicon)
        last = span.last + (first == span.first and _is_surname_behind(tagged, span, lexicon))
        if last - first > 1:
            span.first, span.last, span.aliases = first, last, ()
            span.retype("PERSON", _CALLED_SO)
            taken.append((first, last))
    return [span for span in spans if not any(_is_inside(span, *bounds) for bounds in taken)]


def _is_inside(span: Span, first: int, last: int) -> bool:
    return first <= span.first and span.last <= last and span.last - span.first < last - first


def _is_given_before(tagged: TaggedText, span: Span, lexicon: Lexicon) -> bool:
    """Whether a given name that is no name of the lexicon belongs to the word, and nothing that it could modify stands behind it."""
    if not span.first or is_modifier(tagged, span.first, span.last):
        return False
    before, behind = tagged.words[span.first - 1], tagged.tags[span.last] if span.last < len(tagged.tags) else ""
    is_joined = tagged.heads[span.first - 1] == span.first and tagged.deps[span.first - 1] == COMPOUND
    is_persons = all(lexicon.actors[alias.actor_id].kind == "person" for alias in lexicon.lookup(before))
    is_given = before.istitle() and fold(before).lower() in lexicon.given_names and is_persons
    return is_given and is_joined and behind not in NOUN_TAGS


def _is_surname_behind(tagged: TaggedText, span: Span, lexicon: Lexicon) -> bool:
    """Whether the one capitalised word behind, of no dictionary, ends the name that a given name begins."""
    place = span.last
    if place + 1 >= len(tagged.words) or not tagged.words[place].istitle() or tagged.tags[place] not in NAME_TAGS:
        return False
    lower, behind = fold(tagged.lowers[place]), tagged.words[place + 1]
    is_known = any(lexicon.actors[alias.actor_id].kind != "person" for alias in lexicon.lookup(tagged.words[place]))
    is_word = is_known or lower in lexicon.nouns or lower in lexicon.given_names or lower in tagged.printed
    is_last = behind[0].islower() or not behind[0].isalnum()
    return fold(tagged.lowers[span.first]) in lexicon.given_names and not is_word and is_last
