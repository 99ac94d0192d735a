"""Persons' names without what stands before and behind them, and what only looks like one.

Taggers take in the address of a message, the office or day before a name, the verb that opens a question and the first word of a line
that an archive glued to it. What is left is looked up anew; who took a photograph is nobody of whom the article speaks."""

from collections.abc import Sequence

from transforms.annotations import TaggedText
from transforms.folding import fold
from transforms.language import word_class
from transforms.lexicon import Lexicon
from transforms.names.name_spans import TRIMMED, Span, cut_to
from transforms.names.name_words import TITLES

#: Verbs and auxiliaries that open a sentence before a name: "Will Ruto accept", "Said Odinga:".
_OPENERS = word_class("names.sentence_openers")
#: Words between a name and an office that are no part of either: "Mayor Pro Tem Dwaine Caraway".
_BEFORE = word_class("names.before_persons")
#: Pronouns that begin the next line: "Politico He".
_NEXT_LINE = word_class("names.next_line")
_DAYS, _BEFORE_DAYS = word_class("names.days"), word_class("names.before_days")
#: Signs of addresses and of what divides a message from its sender.
_ADDRESS = frozenset("/@|—–")
_MEDIA = frozenset({"outlet", "company"})
#: Words of the longest name of an agency, and of the shortest name from which a country is cut.
_LONGEST_AGENCY, _SHORTEST_GLUED = 3, 4
#: Endings of words for people by where they are from or what they do.
_DOER_ENDINGS = ("ian", "ist", "owner")


def trim_persons(tagged: TaggedText, spans: list[Span], lexicon: Lexicon) -> list[Span]:
    """The spans with persons' names so trimmed; those that nothing is left of are gone."""
    surnames = {tagged.words[span.last - 1] for span in spans if span.label == "PERSON"}
    for span in spans:
        if span.label in ("PERSON", "ORG") and not span.aliases and span.last - span.first > 1:
            first, last = _edges(tagged, span, lexicon, surnames)
            if (first, last) != (span.first, span.last):
                cut_to(tagged, span, first, last, lexicon)
                span.retype("PERSON", TRIMMED)
    return [span for span in spans if span.first < span.last]


def _edges(tagged: TaggedText, span: Span, lexicon: Lexicon, surnames: set[str]) -> tuple[int, int]:
    """Where a person's own name begins and ends."""
    first, last = span.first, span.last
    if _took_photograph(tagged, first, last, lexicon):
        return last, last
    if span.label == "ORG":
        return first, last
    marks = [place for place in range(first, last) if not _ADDRESS.isdisjoint(tagged.words[place])]
    if marks and tagged.words[marks[-1]].startswith("@") and marks[-1] > first:
        last = marks[-1]  # "Anna Berg @AnnaBerg"
    elif marks:
        first = marks[-1] + 1
    while last - first > 1 and tagged.words[last - 1] in _NEXT_LINE:
        last -= 1
    if last - first >= _SHORTEST_GLUED and _is_land(tagged.words[last - 1], lexicon):
        last -= 1  # "Daniel P. Bolger America"
    while last - first > 1 and _is_no_part(tagged, first, last, lexicon, surnames):
        first += 1
    return first, last


def _took_photograph(tagged: TaggedText, first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether the agency stands before or behind the photographer's name: "Getty Images Mark Wilson", "David Goldman/AP"."""
    if tagged.words[last : last + 1] == ["/"] and _is_agency(tagged.words[last + 1 : last + 2], lexicon):
        return True
    return any(
        _is_agency(tagged.words[first : first + size], lexicon) and fold(tagged.lowers[first + size]) in lexicon.given_names
        for size in range(1, min(_LONGEST_AGENCY, last - first - 2) + 1)
    )


def _is_agency(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether the words are the name of a medium or firm and of nothing else."""
    known = [alias for alias in lexicon.lookup(" ".join(words)) if alias.is_certain]
    return bool(known) and all(lexicon.actors[alias.actor_id].kind in _MEDIA for alias in known)


def _is_land(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is a country's name and nobody's surname."""
    kinds = {lexicon.actors[alias.actor_id].kind for alias in lexicon.lookup(word) if alias.is_certain}
    return kinds == {"country"} and fold(word).lower() not in lexicon.surnames


def _is_no_part(tagged: TaggedText, first: int, last: int, lexicon: Lexicon, surnames: set[str]) -> bool:
    """Whether the first word belongs to what stands before the name: a day, an office, a verb, what somebody is by trade."""
    lower, before = tagged.lowers[first], tagged.lowers[first - 1] if first else ""
    if lower in _BEFORE or (tagged.words[first] in _DAYS and before in _BEFORE_DAYS):
        return True
    opens = tagged.sentences[tagged.sentence_of[first]][0] == first
    if opens and lower in _OPENERS:
        return last - first > 2 or _goes_on_without(tagged.words[last - 1], surnames, lexicon)
    if last - first < 3 or lower in lexicon.given_names or lower in lexicon.surnames:
        return False
    noun = lexicon.nouns.get(lower)
    is_post = noun is not None and (bool(noun.offices) or noun.role is not None)
    is_named = fold(tagged.lowers[first + 1]) in lexicon.given_names
    return (is_post and is_named) or (lower.endswith(_DOER_ENDINGS) and (is_named or last - first > 3))


def _goes_on_without(surname: str, surnames: set[str], lexicon: Lexicon) -> bool:
    """Whether the word behind a verb is a person's surname: of the lexicon or of another name of the article."""
    return fold(surname).lower() in lexicon.surnames or surname in surnames


def is_post_alone(tagged: TaggedText, span: Span, lexicon: Lexicon) -> bool:
    """Whether what was taken for a person ends in a title or post and so names nobody: "Tory MP", "Rear Adm.", "Virginia Lt"."""
    words: Sequence[str] = tagged.lowers[span.first : span.last]
    if span.label != "PERSON" or len(words) < 2:
        return False
    last = words[-1]
    noun = lexicon.nouns.get(last)
    is_title = last in TITLES and fold(last.rstrip(".")) not in lexicon.surnames and (last.endswith(".") or len(last) < 4)
    is_post = noun is not None and (bool(noun.offices) or noun.role is not None) and fold(words[0]) not in lexicon.given_names
    return is_title or is_post
